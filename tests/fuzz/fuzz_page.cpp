// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "inbox/column.h"
#include "inbox/conversationstore.h"
#include "quo/decode.h"
#include "words/columnwords.h"

#include <QSet>

// A page of conversations, and what it looks like in the list.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const auto page = quo::decodePage(fuzz::toBytes(data, size));
    if (!page)
        return 0;
    inbox::ConversationStore store;
    store.merge(page->rows);
    store.merge(page->rows);
    const quo::Directory directory;
    const quo::ContactIndex contacts;
    const inbox::CellContext context{{QLocale::c(), QTimeZone::utc(), QStringLiteral("US")},
                                     quo::Instant(quo::milliseconds(1767225600000)),
                                     directory,
                                     contacts};
    QSet<QString> ids;
    for (quint32 row = 0; row < store.size(); ++row) {
        const inbox::ConversationRow read = store.at(row);
        fuzz::require(!ids.contains(read.id()));
        ids.insert(read.id());
        if (row < 3)
            for (const inbox::Column &column : inbox::columns()) {
                words::columnWords(column.id).text(read, context);
                column.value(read);
                words::columnWords(column.id).fullText(read, context);
            }
    }
    return 0;
}
