// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportname.h"

#include "exporting/formats.h"
#include "quo/utf8.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace exporting {

QString proposedName(const QString &view, const QDateTime &now, Format format)
{
    static const QRegularExpression disliked(QStringLiteral("[^\\p{L}\\p{M}\\p{N}-]+"));
    QString name =
        quo::wholeCharacters(view.simplified().left(60)); // otherwise no expression matches it
    name.replace(disliked, QStringLiteral("-"));
    QStringList parts{QStringLiteral("quoin"), name, now.toString(u"yyyy-MM-dd_HHmm")};
    parts.removeAll(QString());
    return parts.join(u'_') + u'.' + suffix(format);
}

QString partialName(const QString &fileName)
{
    const QString ending = QFileInfo(fileName).suffix();
    const qsizetype stem = fileName.size() - (ending.isEmpty() ? 0 : ending.size() + 1);
    const QString mark = QStringLiteral("_partial");
    if (fileName.left(stem).endsWith(mark))
        return fileName;
    return fileName.left(stem) + mark + fileName.mid(stem);
}

QString nameFor(const QString &fileName, const quo::Completeness &completeness)
{
    const QList<quo::Gap> gaps = completeness.gaps();
    const bool isWhole = gaps.isEmpty() || gaps == QList{quo::Gap::OnlySelected};
    return isWhole ? fileName : partialName(fileName);
}

} // namespace exporting
