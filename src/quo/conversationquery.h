// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/arraystyle.h"
#include "quo/conversation.h"
#include "quo/ids.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace quo {

// The parameters of GET /v1/conversations. Problems and widgets are found by them.
enum class QueryField {
    PhoneNumbers,
    UserId,
    CreatedAfter,
    CreatedBefore,
    UpdatedAfter,
    UpdatedBefore,
    ExcludeInactive,
    MaxResults,
    PageToken,
};

inline constexpr std::array allQueryFields{
    QueryField::PhoneNumbers,    QueryField::UserId,       QueryField::CreatedAfter,
    QueryField::CreatedBefore,   QueryField::UpdatedAfter, QueryField::UpdatedBefore,
    QueryField::ExcludeInactive, QueryField::MaxResults,   QueryField::PageToken,
};

// The parameter's name on the wire.
QLatin1String parameterName(QueryField field);

// Lines that the API takes at once.
inline constexpr int maximumPhoneNumbers = 100;

// The parameters of GET /v1/conversations, except for the token of a page, which belongs to a walk,
// and for the deprecated 'phoneNumber', which is never sent.
struct ConversationQuery
{
    QStringList phoneNumbers; // 0–100, each a 'PN…' id or E.164; none means every line
    QString userId;           // 'US…'; empty means anyone
    std::optional<Instant> createdAfter;
    std::optional<Instant> createdBefore;
    std::optional<Instant> updatedAfter;
    std::optional<Instant> updatedBefore;
    bool excludeInactive = false;
    int maxResults = 100; // 1–100, on a page

    bool operator==(const ConversationQuery &) const = default;

    // The query part of the URL, without '?' and without the page's token. Every value is
    // percent-encoded here, since QUrlQuery leaves '+' as it is and servers read that as a blank.
    QByteArray encoded(ArrayStyle style) const;
};

// What the contract would refuse, found before anything is sent.
struct QueryProblem
{
    enum class Kind { TooMany, Malformed, EmptyRange, OutOfRange };

    QueryField field;
    Kind kind;
    QString value; // the text at fault, where there is one

    bool operator==(const QueryProblem &) const = default;
};

// Everything that is wrong with it; empty if it may be sent.
QList<QueryProblem> problemsOf(const ConversationQuery &query);

bool isE164(QStringView text); // ^\+[1-9]\d{1,14}$

// Ids of the workspace's lines by their E.164 numbers.
using LineNumbers = QHash<QString, QString>;

// The ids of the lines that the query names; null where one of their numbers is not known.
std::optional<QSet<QString>> requestedLines(const ConversationQuery &query,
                                            const LineNumbers &numbers);

// The filters that this row contradicts. The API ignores what it does not know instead of refusing
// it, so a row that does not match is the only sign of a dropped filter. Bounds count as
// inside, since it is not documented whether they are, and a row without the instant contradicts
// nothing. A row names its line by id, so lines are checked if all of their numbers are known.
QList<QueryField> contradicted(const ConversationQuery &query, const Conversation &row,
                               const LineNumbers &numbers = {});

} // namespace quo
