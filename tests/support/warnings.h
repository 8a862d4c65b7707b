// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace support {

// Any warning fails the running test, unless QTest::ignoreMessage() declared it. For init().
void failOnWarnings();

} // namespace support
