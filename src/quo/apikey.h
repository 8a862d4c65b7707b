// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>

namespace quo {

// The workspace's key. It has full rights over the workspace, so it is kept in this class alone:
// nothing converts it to text, and only the client asks for the header's bytes.
class ApiKey
{
public:
    ApiKey() = default;

    // Takes a key as people paste it: blanks around it and a leading 'Bearer ' are dropped, since
    // the API wants it bare.
    static ApiKey fromUserInput(const QString &text)
    {
        QString bare = text.simplified();
        if (bare.startsWith(u"Bearer ", Qt::CaseInsensitive))
            bare.remove(0, 7);
        ApiKey key;
        key.m_bytes = bare.trimmed().toUtf8();
        return key;
    }

    bool isEmpty() const { return m_bytes.isEmpty(); }
    const QByteArray &authorizationHeader() const { return m_bytes; }

    // The text with every occurrence of the key replaced: servers have been seen to echo it.
    QString redacted(QString text) const
    {
        return isEmpty()
                   ? text
                   : std::move(text).replace(QString::fromUtf8(m_bytes), QStringLiteral("[key]"));
    }

private:
    QByteArray m_bytes;
};

} // namespace quo
