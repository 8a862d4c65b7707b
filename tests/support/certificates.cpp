// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/certificates.h"

#include "support/fail.h"
#include "support/files.h"

#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace support {

Certificates::Certificates()
{
    QProcess openssl;
    openssl.start(QStringLiteral(QUOIN_MAKE_CERTIFICATES), {m_dir.path()});
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        fail(u"no certificates: "_s + QString::fromUtf8(openssl.readAllStandardError()));
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificate(QSslCertificate(readFile(m_dir.filePath(u"authority.pem"_s))));
    QSslConfiguration::setDefaultConfiguration(trusting);
}

QSslConfiguration Certificates::named(const QString &name) const
{
    QSslConfiguration tls;
    tls.setLocalCertificate(QSslCertificate(readFile(m_dir.filePath(name + u".pem"_s))));
    tls.setPrivateKey(QSslKey(readFile(m_dir.filePath(name + u".key"_s)), QSsl::Rsa));
    return tls;
}

} // namespace support
