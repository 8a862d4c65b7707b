// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace bench {

constexpr qint64 present = 1'767'225'600'000; // 2026-01-01 00:00 UTC

inline QByteArray instant(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc())
        .toString(Qt::ISODateWithMs)
        .toLatin1();
}

// A row of GET /v1/conversations, the same for each i; changed where 'updated' says when.
inline QByteArray conversation(int i, qint64 updated = 0)
{
    static const std::array<const char *, 10> first{"Ana",   "Wei",   "Dana",   "José",   "Maria",
                                                    "Oluwa", "Priya", "Łukasz", "Fatima", "Noah"};
    static const std::array<const char *, 10> last{"Lopes", "Zhang", "Kim",    "Müller", "Okafor",
                                                   "Patel", "Nowak", "Haddad", "Smith",  "Garcia"};
    QRandomGenerator random(quint32(i) * 2654435761U);
    const auto ago = [&] { return present - qint64(random.bounded(31'536'000)) * 1000; };
    const QByteArray number =
        "+1" + QByteArray::number(2'000'000'000 + random.bounded(1'999'999'999));
    const QByteArray name = random.bounded(100) < 60
                                ? QByteArray(first[random.bounded(10U)]) + ' ' +
                                      last[random.bounded(10U)] + ' ' +
                                      QByteArray::number(random.bounded(1'000'000))
                                : QByteArray();
    const QByteArray teammate =
        random.bounded(100) < 60 ? "\"US" + QByteArray::number(random.bounded(40)) + '"' : "null";
    const QByteArray createdAt = instant(ago());
    const QByteArray changedAt = instant(updated ? updated : ago());
    return R"({"id":"CN)" + QByteArray::number(quint64(i) * 0x9e3779b97f4a7c15ULL, 16) +
           QByteArray::number(i, 16) + R"(","phoneNumberId":"PN)" +
           QByteArray::number(random.bounded(12)) + R"(","participants":[")" + number +
           R"("],"name":)" + (name.isEmpty() ? "null" : '"' + name + '"') + R"(,"assignedTo":)" +
           teammate + R"(,"lastActivityId":"AC)" + QByteArray::number(random.generate64(), 16) +
           R"(","createdAt":")" + createdAt + R"(","updatedAt":")" + changedAt +
           R"(","lastActivityAt":")" + changedAt + R"(","mutedUntil":null,"snoozedUntil":)" +
           (random.bounded(12) == 0 ? '"' + instant(ago() + 15'552'000'000) + '"'
                                    : QByteArray("null")) +
           R"(,"deletedAt":null})";
}

// A page of them; the last has no token.
inline QByteArray page(const QByteArrayList &rows, const QByteArray &token = {})
{
    return R"({"data":[)" + rows.join(',') + R"(],"totalItems":1,"nextPageToken":)" +
           (token.isEmpty() ? QByteArray("null") : '"' + token + '"') + '}';
}

// What a server of so many rows answers to a request for them, in pages of this size.
inline QByteArray answer(const QByteArray &requestLine, int rows, int pageSize)
{
    const qsizetype token = requestLine.indexOf("pageToken=");
    const int from =
        token < 0 ? 0 : requestLine.mid(token + 10).split('&')[0].split(' ')[0].toInt();
    const int to = std::min(from + pageSize, rows);
    QByteArrayList answered;
    for (int i = from; i < to; ++i)
        answered.append(conversation(i));
    return page(answered, to < rows ? QByteArray::number(to) : QByteArray());
}

} // namespace bench
