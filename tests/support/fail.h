// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTest>

namespace support {

// The line of a test that called a helper: a default argument of the helper.
struct Caller
{
    const char *file;
    int line;
};

// Fails the test that is running, at this line, and comes back: a helper then returns null, or what
// is empty, so that the other tests are run.
inline void fail(const QString &why, const Caller &caller = {__builtin_FILE(), __builtin_LINE()})
{
    QTest::qFail(qPrintable(why), caller.file, caller.line);
}

} // namespace support
