// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/components.h"

#include "demo/demoserver.h"

using namespace Qt::StringLiterals;

namespace app {

QList<widgets::Component> components()
{
    QList<widgets::Component> components{
        {u"Qt %1"_s.arg(QLatin1String(qVersion())), u"LGPL-3.0-only"_s, u"The Qt Company"_s},
        {u"QtKeychain"_s, u"BSD-3-Clause"_s, u"Frank Osterfeld"_s},
        {u"libphonenumber"_s, u"Apache-2.0"_s, u"The Libphonenumber Authors"_s},
        {u"libxlsxwriter"_s, u"BSD-2-Clause"_s, u"John McNamara"_s},
        {u"SQLite"_s, u"Public domain"_s, u"D. Richard Hipp and others"_s},
        {u"ICU"_s, u"ICU"_s, u"Unicode, Inc."_s},
        {u"GNU C++ Library"_s, u"GPL-3.0-or-later WITH GCC-exception-3.1"_s,
         u"Free Software Foundation"_s},
        {u"GNU C Library"_s, u"LGPL-2.1-or-later"_s, u"Free Software Foundation"_s},
    };
    if (demo::DemoServer::isAvailable())
        components.insert(1, {u"Qt HTTP Server"_s, u"GPL-3.0-only"_s, u"The Qt Company"_s});
    return components;
}

} // namespace app
