// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "quo/contactindex.h"
#include "quo/decodecontacts.h"
#include "quo/decodedirectory.h"

#include <tuple>

// Lines, teammates and contacts.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes = fuzz::toBytes(data, size);
    std::ignore = quo::decodeLines(bytes);
    std::ignore = quo::decodeTeammates(bytes);
    std::ignore = quo::decodeContacts(bytes);
    return 0;
}
