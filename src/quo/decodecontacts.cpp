// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decodecontacts.h"

#include "quo/decodedlist.h"

#include <QJsonArray>

namespace quo {

Expected<ContactsPage, ApiError> decodeContacts(const QByteArray &body)
{
    const auto list = decodeList(body);
    if (!list)
        return Unexpected{list.error()};
    ContactsPage page;
    page.nextPageToken = list->nextPageToken;
    for (const QJsonValue entry : list->data) {
        const QJsonValue fields = entry[QLatin1String("defaultFields")];
        Contact contact{fields[QLatin1String("firstName")].toString(),
                        fields[QLatin1String("lastName")].toString(),
                        fields[QLatin1String("company")].toString(),
                        {}};
        const QJsonArray numbers = fields[QLatin1String("phoneNumbers")].toArray();
        for (const QJsonValue number : numbers)
            contact.phoneNumbers.append(number[QLatin1String("value")].toString());
        page.contacts.append(contact);
    }
    return page;
}

} // namespace quo
