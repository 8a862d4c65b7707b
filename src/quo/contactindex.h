// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
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
    QStringList phoneNumbers; // as people have written them
};

// What a number's contact is called. One of the two may be empty.
struct ContactName
{
    QString name; // first and last
    QString company;

    bool operator==(const ContactName &) const = default;
};

// Contacts by number, since the API has no look-up by number. A number that several share has all
// of them, in the order in which they were added. Copies share their entries.
class ContactIndex
{
public:
    using Names = QHash<QString, QList<ContactName>>;

    // Contacts without a name or without a number are ignored. Numbers with a country code become
    // E.164 if only blanks and punctuation have to be removed; others stay as they are written, see
    // inbox::withReadNumbers().
    void add(const Contact &contact);
    // One entry, under the number that find() is called with. Equal entries are kept once.
    void add(const QString &number, const ContactName &name);

    // The first entry of the number, or null.
    std::optional<ContactName> find(const QString &number) const;
    QList<ContactName> findAll(const QString &number) const { return m_names.value(number); }

    qsizetype size() const { return m_names.size(); } // numbers
    const Names &names() const { return m_names; }

    bool operator==(const ContactIndex &) const = default;

private:
    Names m_names;
};

} // namespace quo
