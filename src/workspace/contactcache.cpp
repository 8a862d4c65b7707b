// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/contactcache.h"

#include "quo/utf8.h"
#include "workspace/atomicfile.h"
#include "workspace/regularfile.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QDir>
#include <QFileInfo>

namespace workspace {

namespace {

// The file holds {version, readAt: milliseconds, contacts: [number, name, company, …]}, with each
// number once for each contact that has it. Texts are bytes of UTF-8, which are read without
// conversion.
constexpr int cacheVersion = 2;
const QLatin1String cacheVersionKey("version");
const QLatin1String readAtKey("readAt");
const QLatin1String contactsKey("contacts");

constexpr qint64 latestTime = Q_INT64_C(253'402'300'799'999); // of the year 9999, milliseconds
constexpr qint64 maxCacheSize = 256 << 20;                    // bytes; more than any address book

} // namespace

std::optional<ReadContacts> readContactCache(const QString &fileName) noexcept
{
    const auto bytes = readRegularFile(fileName, maxCacheSize);
    if (!bytes)
        return std::nullopt;
    const QCborMap map = QCborValue::fromCbor(*bytes).toMap();
    const qint64 readAt = map.value(readAtKey).toInteger(-1);
    if (map.value(cacheVersionKey).toInteger() != cacheVersion || readAt < 0 || readAt > latestTime)
        return std::nullopt;
    ReadContacts contacts;
    contacts.readAt = quo::Instant(quo::milliseconds(readAt));
    const QCborArray entries = map.value(contactsKey).toArray();
    const auto text = [](const QCborValue &utf8) { return quo::fromUtf8(utf8.toByteArray()); };
    for (qsizetype i = 0; i + 2 < entries.size(); i += 3)
        contacts.index.add(text(entries.at(i)), {text(entries.at(i + 1)), text(entries.at(i + 2))});
    return contacts;
}

bool writeContactCache(const QString &fileName, const ReadContacts &contacts)
{
    QCborArray entries;
    const quo::ContactIndex::Names &names = contacts.index.names();
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        for (const quo::ContactName &contact : *it) {
            entries.append(it.key().toUtf8());
            entries.append(contact.name.toUtf8());
            entries.append(contact.company.toUtf8());
        }
    const QCborMap map{
        {cacheVersionKey, cacheVersion},
        {readAtKey, qint64(contacts.readAt.time_since_epoch().count())},
        {contactsKey, entries},
    };
    return QDir().mkpath(QFileInfo(fileName).path()) &&
           !writeWhole(fileName, QCborValue(map).toCbor(), Readers::Owner);
}

} // namespace workspace
