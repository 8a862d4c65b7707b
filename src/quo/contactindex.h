// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace quo {

// A person of the workspace's address book, from GET /v1/contacts.
struct Contact
{
    QString firstName;
    QString lastName;
    QString company;
    QStringList phoneNumbers; // E.164 where the address book has them so
};

// What a number's contact is called. One of the two may be empty.
struct ContactName
{
    QString name; // first and last
    QString company;

    bool operator==(const ContactName &) const = default;
};

// Contacts by number, since the API has no look-up by number. Copies share their entries.
class ContactIndex
{
public:
    // Contacts without a name or without a number are of no use here. The first of two that have
    // the same number keeps it.
    void add(const Contact &contact);
    // One entry, 'number' being as find() is asked.
    void add(const QString &number, const ContactName &name);

    // Null where the number is nobody's.
    std::optional<ContactName> find(const QString &number) const;

    qsizetype size() const { return m_names.size(); }
    const QHash<QString, ContactName> &names() const { return m_names; }

    bool operator==(const ContactIndex &) const = default;

private:
    QHash<QString, ContactName> m_names;
};

} // namespace quo
