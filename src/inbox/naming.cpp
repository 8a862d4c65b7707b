// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/naming.h"

#include "inbox/harmlesstext.h"
#include "inbox/phonenumber.h"
#include "quo/conversationquery.h"
#include "quo/ids.h"

#include <QCoreApplication>

namespace inbox {

namespace {

struct Naming
{
    Q_DECLARE_TR_FUNCTIONS(inbox::Naming)
};

// Of a person, a company or a line. Names are put into sentences.
QString shownName(const QString &name)
{
    return shortened(harmlessLine(name), 200);
}

QString labelOf(const quo::ContactName &contact)
{
    const QString name = shownName(contact.name);
    const QString company = shownName(contact.company);
    if (name.isEmpty())
        return company;
    return company.isEmpty() ? name
                             : Naming::tr("%1 (%2)", "contact and company").arg(name, company);
}

} // namespace

QString lineName(const QString &idOrNumber, const quo::Directory &directory, const QString &region)
{
    const bool isNumber = quo::isE164(idOrNumber);
    const std::optional<quo::Line> line =
        isNumber ? directory.lineWithNumber(idOrNumber) : directory.line(idOrNumber);
    if (!line)
        return isNumber ? formatNumber(idOrNumber, region) : idOrNumber;
    const QString name = line->name.isEmpty() ? formatNumber(line->number, region) : line->name;
    const QString shown = shownName(line->symbol + u' ' + name);
    return shown.isEmpty() ? idOrNumber : shown;
}

QString assigneeName(const QString &id, const quo::Directory &directory)
{
    if (quo::isSystemUserId(id))
        return Naming::tr("Quo (automatic)", "who has a conversation");
    const std::optional<quo::Teammate> teammate = directory.teammate(id);
    if (!teammate)
        return id;
    const QString name = shownName(teammate->firstName + u' ' + teammate->lastName);
    if (name.isEmpty()) {
        const QString address = shownName(teammate->email);
        return address.isEmpty() ? id : address;
    }
    return directory.hasNamesake(*teammate) && !teammate->email.isEmpty()
               ? Naming::tr("%1 (%2)", "name and email address")
                     .arg(name, shownName(teammate->email))
               : name;
}

QString shownAssignee(const QString &id, const quo::Directory &directory)
{
    const bool isGone = directory.hasAllTeammates() && quo::isUserId(id) && !directory.teammate(id);
    return isGone ? Naming::tr("Former teammate") : assigneeName(id, directory);
}

std::optional<QString> contactLabel(const QString &number, const CellContext &context)
{
    const std::optional<quo::ContactName> contact = context.contacts.find(number);
    return contact ? std::optional(labelOf(*contact)) : std::nullopt;
}

QStringList contactLabels(const QString &number, const CellContext &context)
{
    QStringList labels;
    for (const quo::ContactName &contact : context.contacts.findAll(number))
        labels.append(labelOf(contact));
    return labels;
}

QString participantName(const QString &number, const CellContext &context)
{
    return contactLabel(number, context).value_or(formatNumber(number, context.reader.region));
}

QStringList otherParticipants(const ConversationRow &row, const CellContext &context)
{
    const QStringList all = row.participants();
    QStringList others = all;
    others.removeIf(
        [&context](const QString &number) { return context.directory.isOwnNumber(number); });
    return others.isEmpty() ? all : others;
}

} // namespace inbox
