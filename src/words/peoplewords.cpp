// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/peoplewords.h"

#include "inbox/naming.h"
#include "inbox/phonenumber.h"
#include "words/bidi.h"

#include <QCoreApplication>
#include <QStringList>

namespace words {

namespace {

struct PeopleWords
{
    Q_DECLARE_TR_FUNCTIONS(words::PeopleWords)
};

// Keeps a Hebrew or Arabic name from changing the direction of the number beside it.
QString besideNumber(const QString &name)
{
    return isolated(name, Qt::LeftToRight);
}

// 'Ana Lopes (Acme) · (415) 555-2671', or the number alone.
QString participantText(const QString &number, const inbox::CellContext &context)
{
    const QString formatted = inbox::formatNumber(number, context.reader.region);
    const std::optional<QString> label = inbox::contactLabel(number, context);
    return label ? PeopleWords::tr("%1 · %2", "contact and number")
                       .arg(besideNumber(*label), formatted)
                 : formatted;
}

} // namespace

QString participantsText(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    QStringList texts;
    const QStringList numbers = row.participants();
    for (const QString &number : numbers)
        texts.append(participantText(number, context));
    return texts.join(QStringLiteral(", "));
}

QString participantsLines(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    QStringList lines;
    const QStringList numbers = row.participants();
    for (const QString &number : numbers) {
        QStringList parts;
        for (const QString &label : inbox::contactLabels(number, context))
            parts.append(besideNumber(label));
        parts.append(inbox::formatNumber(number, context.reader.region));
        lines.append(parts.join(QStringLiteral(" · ")));
    }
    return lines.join(u'\n');
}

QString conversationTitle(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    // Cells do not wrap, so line breaks in a name are replaced.
    const QString name = row.name().value_or(QString()).simplified();
    if (!name.isEmpty())
        return name;
    const QStringList others = inbox::otherParticipants(row, context);
    if (others.isEmpty())
        return PeopleWords::tr("No participants");
    if (others.size() == 1)
        return participantText(others.first(), context);
    QStringList names;
    for (const QString &other : others)
        names.append(inbox::participantName(other, context));
    return names.join(QStringLiteral(", "));
}

} // namespace words
