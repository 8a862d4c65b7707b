// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demojson.h"

#include "demo/demoactivity.h"

#include <QJsonArray>

namespace demo {

namespace {

QJsonValue orNull(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

QJsonValue orNull(std::optional<Millis> time)
{
    return time ? QJsonValue(isoTime(*time)) : QJsonValue();
}

} // namespace

QJsonObject toJson(const DemoWorkspace &workspace, const DemoConversation &conversation)
{
    return {{QStringLiteral("id"), conversation.id},
            {QStringLiteral("phoneNumberId"), workspace.lines[conversation.line].id},
            {QStringLiteral("participants"), QJsonArray::fromStringList(conversation.participants)},
            {QStringLiteral("name"), orNull(conversation.name)},
            {QStringLiteral("assignedTo"), orNull(conversation.assignedTo)},
            {QStringLiteral("lastActivityId"), orNull(conversation.lastActivityId)},
            {QStringLiteral("createdAt"), orNull(conversation.createdAt)},
            {QStringLiteral("updatedAt"), orNull(conversation.updatedAt)},
            {QStringLiteral("lastActivityAt"), orNull(conversation.lastActivityAt)},
            {QStringLiteral("mutedUntil"), orNull(conversation.mutedUntil)},
            {QStringLiteral("snoozedUntil"), orNull(conversation.snoozedUntil)},
            {QStringLiteral("deletedAt"), orNull(conversation.deletedAt)}};
}

QJsonObject toJson(const DemoWorkspace &workspace, const DemoLine &line)
{
    QJsonArray members;
    for (const int index : line.users)
        members.append(toJson(workspace.users[index]));
    const QString created = isoTime(workspace.users.first().createdAt);
    return {
        {QStringLiteral("id"), line.id},
        {QStringLiteral("number"), line.number},
        {QStringLiteral("formattedNumber"), line.number},
        {QStringLiteral("name"), line.name},
        {QStringLiteral("symbol"), line.symbol.isEmpty() ? QJsonValue() : QJsonValue(line.symbol)},
        {QStringLiteral("users"), members},
        {QStringLiteral("createdAt"), created},
        {QStringLiteral("updatedAt"), created}};
}

QJsonObject toJson(const DemoUser &user)
{
    const QString created = isoTime(user.createdAt);
    return {{QStringLiteral("id"), user.id},
            {QStringLiteral("email"), user.email},
            {QStringLiteral("firstName"), user.firstName},
            {QStringLiteral("lastName"), user.lastName},
            {QStringLiteral("pictureUrl"), QJsonValue()},
            {QStringLiteral("role"), user.role},
            {QStringLiteral("createdAt"), created},
            {QStringLiteral("updatedAt"), created}};
}

QJsonObject toJson(const DemoContact &contact)
{
    const QJsonObject number{{QStringLiteral("name"), QStringLiteral("mobile")},
                             {QStringLiteral("value"), contact.number},
                             {QStringLiteral("id"), contact.id + QStringLiteral("-1")}};
    const QString created = isoTime(contact.createdAt);
    return {
        {QStringLiteral("id"), contact.id},
        {QStringLiteral("externalId"), QJsonValue()},
        {QStringLiteral("source"), QStringLiteral("public-api")},
        {QStringLiteral("sourceUrl"), QJsonValue()},
        {QStringLiteral("defaultFields"),
         QJsonObject{{QStringLiteral("company"), orNull(contact.company)},
                     {QStringLiteral("emails"), QJsonArray()},
                     {QStringLiteral("firstName"), contact.firstName},
                     {QStringLiteral("lastName"), contact.lastName},
                     {QStringLiteral("phoneNumbers"), QJsonArray{number}},
                     {QStringLiteral("role"), QJsonValue()}}},
        {QStringLiteral("customFields"), QJsonArray()},
        {QStringLiteral("createdAt"), created},
        {QStringLiteral("updatedAt"), created},
        {QStringLiteral("createdByUserId"), QJsonValue()},
    };
}

} // namespace demo
