// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "inbox/activitythread.h"
#include "quo/decodeactivity.h"

#include <QSet>

// Messages and calls, and the thread that they are put together to.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes = fuzz::toBytes(data, size);
    const auto messages = quo::decodeMessages(bytes);
    const auto calls = quo::decodeCalls(bytes);
    inbox::ActivityThread thread({QStringLiteral("CN1"),
                                  QStringLiteral("AC1"),
                                  QStringLiteral("PN1"),
                                  {QStringLiteral("+14155552671")}});
    if (messages)
        thread.take(quo::Activity::Kind::Message, *messages);
    if (calls)
        thread.take(quo::Activity::Kind::Call, *calls);
    QSet<QString> ids;
    for (const quo::Activity &item : thread.items()) {
        fuzz::require(!ids.contains(item.id));
        ids.insert(item.id);
    }
    thread.nextLists();
    return 0;
}
