// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/warnings.h"

#include <QRegularExpression>
#include <QTest>

namespace support {

void failOnWarnings()
{
    // The offscreen platform says of itself what it cannot do.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support).*")));
}

} // namespace support
