// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"
#include "quo/expected.h"
#include "quo/listpage.h"
#include "quo/skippedrow.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace quo {

// The envelope that all lists of the API share.
struct DecodedList
{
    QJsonArray data;
    std::optional<QString> nextPageToken; // null at the end
};

// It is an error if there is no 'data' array, so that a proxy's page is never taken for an empty
// list, or if the token is neither a text nor null. Without a token, or with an empty one, the page
// is the last, unless it says in other words that there is more.
Expected<DecodedList, ApiError> decodeList(const QByteArray &body);

// Reads the fields of one entry of a list and remembers the first that it could not read.
class FieldReader
{
public:
    // 'index' is the entry's in 'data'.
    FieldReader(const QJsonValue &entry, qsizetype index);

    // The first problem so far, or null.
    const std::optional<SkippedRow> &problem() const { return m_problem; }

    // An id: text that is not empty.
    QString id(QLatin1String field);
    // Empty where it is null or missing.
    QString text(QLatin1String field);
    // Undefined where it is missing.
    QJsonValue value(QLatin1String field) const { return m_object.value(field); }

    // The value that was made of the fields, unless one of them could not be read.
    template <class T>
    Expected<T, SkippedRow> readAs(T value) const
    {
        if (m_problem)
            return Unexpected{*m_problem};
        return value;
    }

    void refuse(QLatin1String field);
    void note(QLatin1String field, SkippedRow::Reason reason);

private:
    const QJsonObject m_object;
    const int m_index;
    std::optional<SkippedRow> m_problem;
};

// Reads the body of a 200 of a list. Entries that 'decodeRow' cannot read are skipped and counted.
template <class T>
Expected<ListPage<T>, ApiError>
decodeListPage(const QByteArray &body,
               Expected<T, SkippedRow> (*decodeRow)(const QJsonValue &entry, qsizetype index))
{
    const auto list = decodeList(body);
    if (!list)
        return Unexpected{list.error()};
    ListPage<T> page;
    page.nextPageToken = list->nextPageToken;
    page.rows.reserve(list->data.size());
    for (qsizetype i = 0; i < list->data.size(); ++i) {
        auto row = decodeRow(list->data.at(i), i);
        if (row)
            page.rows.append(std::move(*row));
        else
            page.skipped.append(std::move(row.error()));
    }
    return page;
}

} // namespace quo
