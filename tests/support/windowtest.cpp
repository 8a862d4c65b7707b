// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/windowtest.h"

#include "support/warnings.h"

#include <QDesktopServices>
#include <QTest>

namespace support {

void WindowTest::init()
{
    failOnWarnings();
    m_settingsFile = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()) +
                                    QString::fromLatin1(QTest::currentDataTag()));
}

LinkCatcher::LinkCatcher(const QString &scheme)
    : m_scheme(scheme)
{
    QDesktopServices::setUrlHandler(scheme, this, "open");
}

LinkCatcher::~LinkCatcher()
{
    QDesktopServices::unsetUrlHandler(m_scheme);
}

} // namespace support
