// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/contactcache.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace workspace {

namespace {

// What stands in the file: {version, readAt: milliseconds, contacts: [number, name, company, …]}.
constexpr int version = 1;
const QLatin1String versionKey("version");
const QLatin1String readAtKey("readAt");
const QLatin1String contactsKey("contacts");

constexpr qint64 maxFileSize = 256 << 20; // bytes; more than any address book

} // namespace

std::optional<ReadContacts> readContactCache(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxFileSize)
        return std::nullopt;
    const QCborMap map = QCborValue::fromCbor(file.readAll()).toMap();
    if (map.value(versionKey).toInteger() != version || !map.value(readAtKey).isInteger())
        return std::nullopt;
    ReadContacts contacts;
    contacts.readAt = quo::Instant(quo::milliseconds(map.value(readAtKey).toInteger()));
    const QCborArray entries = map.value(contactsKey).toArray();
    for (qsizetype i = 0; i + 2 < entries.size(); i += 3)
        contacts.index.add(entries.at(i).toString(),
                           {entries.at(i + 1).toString(), entries.at(i + 2).toString()});
    return contacts;
}

bool writeContactCache(const QString &fileName, const ReadContacts &contacts)
{
    QCborArray entries;
    const QHash<QString, quo::ContactName> &names = contacts.index.names();
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        entries.append(it.key());
        entries.append(it->name);
        entries.append(it->company);
    }
    const QCborMap map{
        {versionKey, version},
        {readAtKey, qint64(contacts.readAt.time_since_epoch().count())},
        {contactsKey, entries},
    };
    if (!QDir().mkpath(QFileInfo(fileName).path()))
        return false;
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    // Before anything is in it.
    if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return false;
    const QByteArray bytes = QCborValue(map).toCbor();
    return file.write(bytes) == bytes.size() && file.commit();
}

} // namespace workspace
