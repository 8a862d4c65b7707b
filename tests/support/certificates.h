// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTemporaryDir>

namespace support {

// Certificates for a server on 127.0.0.1, from an authority that this process trusts from now on,
// as if the machine did.
class Certificates
{
public:
    Certificates();

    // 'good', 'expired', 'othername' or 'selfsigned'.
    QSslConfiguration named(const QString &name) const;

private:
    QTemporaryDir m_dir;
};

} // namespace support
