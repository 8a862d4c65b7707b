// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/rowwords.h"

#include "inbox/column.h"
#include "inbox/harmlesstext.h"
#include "inbox/naming.h"
#include "inbox/phonenumber.h"
#include "inbox/searchmarks.h"
#include "words/bidi.h"
#include "words/peoplewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace words {

namespace {

struct RowWords
{
    Q_DECLARE_TR_FUNCTIONS(words::RowWords)
};

constexpr qsizetype longestName = 200; // characters
constexpr qsizetype namedOfAGroup = 2;

QString shownName(const QString &name)
{
    return inbox::shortened(inbox::harmlessLine(name).simplified(), longestName);
}

bool hasLetter(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

// Of a contact, otherwise the number.
QString nameOf(const QString &number, const inbox::CellContext &context)
{
    const quo::ContactName contact = context.contacts.find(number).value_or(quo::ContactName());
    const QString name = shownName(contact.name.isEmpty() ? contact.company : contact.name);
    return name.isEmpty() ? inbox::formatNumber(number, context.reader.region) : name;
}

QString groupName(const QStringList &numbers, const inbox::CellContext &context)
{
    QStringList names;
    for (const QString &number : numbers.first(std::min(namedOfAGroup, numbers.size())))
        names.append(nameOf(number, context));
    const QString named = names.join(QStringLiteral(", "));
    const qsizetype others = numbers.size() - names.size();
    return others == 0 ? named
                       : RowWords::tr("%1 +%2", "names, and how many more people")
                             .arg(named, context.reader.locale.toString(others));
}

// Empty if no number contains what is searched for.
QString soughtNumber(const QStringList &numbers, const inbox::CellContext &context,
                     const QList<inbox::SearchTerm> &search)
{
    if (search.isEmpty())
        return {};
    for (const QString &number : numbers) {
        const QString text = inbox::formatNumber(number, context.reader.region);
        if (!inbox::foundIn(text, inbox::columnIndex(inbox::ColumnId::Participants), search)
                 .isEmpty())
            return text;
    }
    return {};
}

RowTitle groupTitle(const QString &ownName, const QStringList &numbers,
                    const inbox::CellContext &context, const QList<inbox::SearchTerm> &search)
{
    const QString sought = soughtNumber(numbers, context, search);
    return {.kind = RowTitle::Kind::Group,
            .name = ownName.isEmpty() ? groupName(numbers, context) : ownName,
            .company = {},
            .below = sought.isEmpty()
                         ? RowWords::tr("%n people", "in a conversation", int(numbers.size()))
                         : sought,
            .number = {}};
}

} // namespace

RowTitle rowTitle(const inbox::ConversationRow &row, const inbox::CellContext &context,
                  const QList<inbox::SearchTerm> &search)
{
    const QString ownName = shownName(row.name().value_or(QString()));
    const QStringList others = inbox::otherParticipants(row, context);
    if (others.size() > 1)
        return groupTitle(ownName, others, context, search);
    if (others.isEmpty())
        return {.kind = hasLetter(ownName) ? RowTitle::Kind::Person : RowTitle::Kind::Number,
                .name = ownName.isEmpty() ? conversationTitle(row, context) : ownName,
                .company = {},
                .below = {},
                .number = {}};
    const QString &number = others.first();
    const QString formatted = inbox::formatNumber(number, context.reader.region);
    const quo::ContactName contact = context.contacts.find(number).value_or(quo::ContactName());
    const QString contactName = shownName(contact.name);
    const QString company = shownName(contact.company);
    RowTitle title{.kind = RowTitle::Kind::Person,
                   .name = ownName.isEmpty() ? contactName : ownName,
                   .company = company,
                   .below = formatted,
                   .number = number};
    if (title.name.isEmpty())
        title.name = std::exchange(title.company, QString());
    if (title.name.isEmpty() || title.name == formatted || title.name == number) {
        title.name = formatted;
        title.below.clear();
    } else if (!contactName.isEmpty() && contactName != title.name) {
        title.below = RowWords::tr("%1 · %2", "contact and number")
                          .arg(isolated(contactName, Qt::LeftToRight), formatted);
    }
    if (!hasLetter(title.name))
        title.kind = RowTitle::Kind::Number;
    return title;
}

QString lineLabel(const QString &idOrNumber, const inbox::CellContext &context)
{
    const std::optional<quo::Line> line = context.directory.line(idOrNumber);
    if (!line)
        return inbox::lineName(idOrNumber, context.directory, context.reader.region);
    const QString name = shownName(line->name);
    return name.isEmpty() ? inbox::formatNumber(line->number, context.reader.region) : name;
}

} // namespace words
