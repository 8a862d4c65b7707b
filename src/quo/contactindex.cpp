// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/contactindex.h"

namespace quo {

namespace {

// People type '+1 (415) 555-0100'; conversations have '+14155550100'.
QString bareNumber(const QString &number)
{
    QString bare;
    for (const QChar c : number)
        if (c == u'+' || c.isLetterOrNumber())
            bare += c;
    return bare;
}

} // namespace

void ContactIndex::add(const Contact &contact)
{
    const ContactName name{(contact.firstName + u' ' + contact.lastName).simplified(),
                           contact.company.simplified()};
    for (const QString &number : contact.phoneNumbers)
        add(bareNumber(number), name);
}

void ContactIndex::add(const QString &number, const ContactName &name)
{
    if (number.isEmpty() || (name.name.isEmpty() && name.company.isEmpty()))
        return;
    if (!m_names.contains(number))
        m_names.insert(number, name);
}

std::optional<ContactName> ContactIndex::find(const QString &number) const
{
    const auto found = m_names.constFind(number);
    return found == m_names.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace quo
