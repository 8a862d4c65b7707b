// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"
#include "support/faultproxy.h"

#include <QList>

namespace support {

// A fault with a name, and the error that a client has to report.
struct NamedFault
{
    const char *name;
    Fault fault;
    // One of these; empty: it gets the answer all the same.
    QList<quo::ApiError::Kind> kinds = {};
};

// Everything that may happen to an answer. 'other' is where redirects lead that leave the host.
QList<NamedFault> allFaults(const QUrl &other);

} // namespace support
