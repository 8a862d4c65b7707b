// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/contactindex.h"

namespace quo {

namespace {

// '+1 (415) 555-0100' as conversations have it: '+14155550100'. A zero in brackets
// can only be read by someone who knows the country.
QString keyOf(const QString &written)
{
    const QString number = written.simplified();
    if (!number.startsWith(u'+') || number.contains(QLatin1String("(0")))
        return number;
    QString bare(u'+');
    for (const QChar c : QStringView(number).sliced(1)) {
        if (c >= u'0' && c <= u'9')
            bare += c;
        else if (!QStringLiteral(" ()-.").contains(c))
            return number;
    }
    return bare;
}

} // namespace

void ContactIndex::add(const Contact &contact)
{
    const ContactName name{(contact.firstName + u' ' + contact.lastName).simplified(),
                           contact.company.simplified()};
    for (const QString &number : contact.phoneNumbers)
        add(keyOf(number), name);
}

void ContactIndex::add(const QString &number, const ContactName &name)
{
    if (number.isEmpty() || (name.name.isEmpty() && name.company.isEmpty()))
        return;
    QList<ContactName> &names = m_names[number];
    if (!names.contains(name))
        names.append(name);
}

std::optional<ContactName> ContactIndex::find(const QString &number) const
{
    const auto found = m_names.constFind(number);
    return found == m_names.constEnd() ? std::nullopt : std::optional(found->first());
}

} // namespace quo
