// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decodecontacts.h"

#include "quo/decodedlist.h"

#include <QJsonArray>

namespace quo {

namespace {

constexpr QLatin1String fieldsField("defaultFields");
constexpr QLatin1String numbersField("phoneNumbers");

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined();
}

Expected<Contact, SkippedRow> decodeContact(const QJsonValue &entry, qsizetype index)
{
    FieldReader outer(entry, index);
    if (!outer.problem() && !outer.value(fieldsField).isObject())
        outer.refuse(fieldsField);
    if (outer.problem())
        return Unexpected{*outer.problem()};
    FieldReader read(outer.value(fieldsField), index);
    Contact contact{read.text(QLatin1String("firstName")),
                    read.text(QLatin1String("lastName")),
                    read.text(QLatin1String("company")),
                    {}};
    const QJsonValue numbers = read.value(numbersField);
    if (!numbers.isArray() && !isNothing(numbers))
        read.refuse(numbersField);
    const QJsonArray entries = numbers.toArray();
    for (const QJsonValue number : entries) {
        const QJsonValue value = number[QLatin1String("value")];
        if (!number.isObject() || (!value.isString() && !isNothing(value)))
            read.refuse(numbersField);
        contact.phoneNumbers.append(value.toString());
    }
    if (!read.problem())
        return contact;
    SkippedRow skipped = *read.problem();
    skipped.id = outer.value(QLatin1String("id")).toString().left(64);
    return Unexpected{skipped};
}

} // namespace

ListRequest<Contact> contactsRequest()
{
    return {
        QStringLiteral("/v1/contacts"), usualPageSize, decodeContact, [](const Contact &contact) {
            return qHashMulti(0, contact.firstName, contact.lastName, contact.company,
                              qHashRange(contact.phoneNumbers.begin(), contact.phoneNumbers.end()));
        }};
}

Expected<ListPage<Contact>, ApiError> decodeContacts(const QByteArray &body)
{
    return decodeListPage(body, decodeContact);
}

} // namespace quo
