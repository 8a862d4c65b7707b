// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/keptwords.h"

#include "words/instanttext.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace words {

namespace {

struct KeptWords
{
    Q_DECLARE_TR_FUNCTIONS(words::KeptWords)
};

QString shortName(const QString &fileName)
{
    return QFileInfo(fileName).fileName();
}

} // namespace

QString keptText(qint64 bytes, const std::optional<quo::Instant> &asOf,
                 const inbox::CellContext &context)
{
    if (bytes == 0)
        return KeptWords::tr("Nothing is kept", "on this computer");
    const QString size = context.reader.locale.formattedDataSize(
        bytes, bytes >= 1'000'000 && bytes < 10'000'000 ? 1 : 0, QLocale::DataSizeSIFormat);
    return asOf ? KeptWords::tr("%1, as of %2", "a size, a time")
                      .arg(size, instantInSentence(*asOf, context))
                : size;
}

QString keptProblemSentence(const mirror::Problem &problem)
{
    using Kind = mirror::Problem::Kind;
    const QString name = shortName(problem.fileName);
    switch (problem.kind) {
    case Kind::Damaged:
        return problem.setAsideAs.isEmpty()
                   ? KeptWords::tr("What was kept on this computer was damaged. Quoin is reading "
                                   "everything again.")
                   : KeptWords::tr("What was kept on this computer was damaged. It was renamed to "
                                   "“%1”, and Quoin is reading everything again.")
                         .arg(shortName(problem.setAsideAs));
    case Kind::Newer:
        return KeptWords::tr("A newer version of Quoin keeps this workspace on this computer. "
                             "Update Quoin, or delete what is kept in Settings.");
    case Kind::Foreign:
        return KeptWords::tr("This workspace isn’t kept on this computer: “%1” belongs to another "
                             "program.")
            .arg(name);
    case Kind::NotAFile:
        return KeptWords::tr("This workspace isn’t kept on this computer: “%1” isn’t a file.")
            .arg(name);
    case Kind::InUse:
        return KeptWords::tr(
            "Another Quoin window or command keeps this workspace on this computer.");
    case Kind::Locked:
        return KeptWords::tr("Changes aren’t kept on this computer: another program is using "
                             "“%1”.")
            .arg(name);
    case Kind::Full:
        return KeptWords::tr("Changes aren’t kept on this computer: the disk is full. Free some "
                             "space, then try again.");
    case Kind::ReadOnly:
        return KeptWords::tr("Changes aren’t kept on this computer: “%1” isn’t writable.")
            .arg(name);
    case Kind::Failed:
        return KeptWords::tr("Changes aren’t kept on this computer: “%1” can’t be read or written.")
            .arg(name);
    }
    return {};
}

QString keptProblemText(const mirror::Problem &problem)
{
    using Kind = mirror::Problem::Kind;
    switch (problem.kind) {
    case Kind::Damaged:
        return KeptWords::tr("Read again: it was damaged");
    case Kind::Newer:
        return KeptWords::tr("Not kept: a newer version of Quoin uses the file");
    case Kind::Foreign:
        return KeptWords::tr("Not kept: the file belongs to another program");
    case Kind::NotAFile:
        return KeptWords::tr("Not kept: something else is in the file’s place");
    case Kind::InUse:
        return KeptWords::tr("Kept by another Quoin window or command");
    case Kind::Locked:
        return KeptWords::tr("Not kept: another program is using the file");
    case Kind::Full:
        return KeptWords::tr("Not kept: the disk is full");
    case Kind::ReadOnly:
        return KeptWords::tr("Not kept: the file isn’t writable");
    case Kind::Failed:
        return KeptWords::tr("Not kept: the file can’t be read or written");
    }
    return {};
}

QString keptDeletedSentence(bool isKeptAnew, const QStringList &notDeleted)
{
    if (!notDeleted.isEmpty()) {
        QStringList names;
        for (const QString &fileName : notDeleted)
            names.append(shortName(fileName));
        return KeptWords::tr("Couldn’t delete %1.").arg(names.join(QStringLiteral(", ")));
    }
    return isKeptAnew
               ? KeptWords::tr("Deleted, and being kept again. To keep nothing, turn this off.")
               : KeptWords::tr("Deleted from this computer.");
}

} // namespace words
