// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "quo/contactindex.h"
#include "quo/decodecontacts.h"
#include "quo/decodedirectory.h"

// Lines, teammates and contacts.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes = fuzz::toBytes(data, size);
    quo::decodeLines(bytes);
    quo::decodeTeammates(bytes);
    quo::decodeContacts(bytes);
    return 0;
}
