// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/searchquery.h"

#include "inbox/column.h"
#include "inbox/searchtext.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace inbox {

namespace {

using Kind = SearchTerm::Kind;

const QLatin1String noneWord("none");

struct Token
{
    QString typed;
    QString word;  // 'line' of 'line:support'; empty without one
    QString value; // without quotes
    bool isNegated = false;
    bool isQuoted = false;
};

struct Period
{
    quo::Instant from;
    quo::Instant to;
};

class Tokens
{
public:
    explicit Tokens(const QString &text)
        : m_text(text)
    {
    }

    std::optional<Token> next()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        if (m_at == m_text.size())
            return std::nullopt;
        const qsizetype begin = m_at;
        Token token;
        if (m_text[m_at] == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
            token.isNegated = true;
            ++m_at;
        }
        while (m_at < m_text.size() && !m_text[m_at].isSpace()) {
            const QChar c = m_text[m_at];
            if (c == u'"') {
                readQuoted(token);
                break;
            }
            ++m_at;
            if (c == u':' && token.word.isEmpty() && isWord(token.value))
                token.word = std::exchange(token.value, {}).toLower();
            else
                token.value += c;
        }
        token.typed = m_text.sliced(begin, m_at - begin);
        return token;
    }

private:
    static bool isWord(const QString &text)
    {
        const QString word = text.toLower();
        return word == u"before" || word == u"after" || searchedColumn(word) >= 0;
    }

    // One that is not closed yet ends with the text.
    void readQuoted(Token &token)
    {
        const qsizetype end = m_text.indexOf(u'"', m_at + 1);
        const qsizetype length = (end < 0 ? m_text.size() : end) - m_at - 1;
        token.value += m_text.sliced(m_at + 1, length);
        token.isQuoted = true;
        m_at = qMin(m_text.size(), m_at + length + 2);
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

QString withoutLeadingZeros(const QString &digits)
{
    qsizetype zeros = 0;
    while (zeros < digits.size() && digits[zeros] == u'0')
        ++zeros;
    return digits.sliced(zeros);
}

SearchTerm textTerm(const QString &text, int column, bool isNegated)
{
    SearchTerm term;
    term.column = column;
    term.isNegated = isNegated;
    term.text = folded(text).simplified();
    if (isPartOfNumber(text))
        term.digits = withoutLeadingZeros(digitsOf(text));
    return term;
}

Period periodOf(const QDateTime &begin, const QDateTime &end)
{
    return {quo::toInstant(begin), quo::toInstant(end)};
}

std::optional<Period> parsePeriod(const QString &text, quo::Instant now, const QTimeZone &zone)
{
    const auto days = [&zone](QDate first, QDate end) {
        return periodOf(first.startOfDay(zone), end.startOfDay(zone));
    };
    const QDate today = quo::toDateTime(now, zone).date();
    if (text.compare(u"today", Qt::CaseInsensitive) == 0)
        return days(today, today.addDays(1));
    if (text.compare(u"yesterday", Qt::CaseInsensitive) == 0)
        return days(today.addDays(-1), today);
    if (const QDate day = QDate::fromString(text, QStringLiteral("yyyy-MM-dd")); day.isValid())
        return days(day, day.addDays(1));
    if (const QDate month = QDate::fromString(text, QStringLiteral("yyyy-MM")); month.isValid())
        return days(month, month.addMonths(1));
    if (const QDate year = QDate::fromString(text, QStringLiteral("yyyy")); year.isValid())
        return days(year, year.addYears(1));
    QDateTime minute = QDateTime::fromString(text, QStringLiteral("yyyy-MM-ddTHH:mm"));
    if (minute.isValid()) {
        minute = QDateTime(minute.date(), minute.time(), zone);
        return periodOf(minute, minute.addSecs(60));
    }
    if (const std::optional<quo::Instant> instant = quo::parseInstant(text))
        return Period{*instant, *instant + quo::milliseconds(1)};
    return std::nullopt;
}

// 'before:X', 'after:X', 'created:<X', 'created:>=X', 'created:X'.
bool readTime(const Token &token, quo::Instant now, const QTimeZone &zone, SearchTerm &term)
{
    QString text = token.value;
    const auto takes = [&text](const char *sign) {
        const bool is = text.startsWith(QLatin1String(sign));
        if (is)
            text.remove(0, qsizetype(qstrlen(sign)));
        return is;
    };
    const bool isUpTo = takes("<=");
    const bool isFrom = !isUpTo && takes(">=");
    const bool isBefore = token.word == u"before" || (!isUpTo && !isFrom && takes("<"));
    const bool isAfter = !isUpTo && !isFrom && !isBefore && takes(">");
    const std::optional<Period> period = parsePeriod(text, now, zone);
    if (!period)
        return false;
    term.kind = Kind::Time;
    if (isBefore)
        term.to = period->from;
    else if (isUpTo)
        term.to = period->to;
    else if (isAfter)
        term.from = period->to;
    else
        term.from = period->from;
    if (!isBefore && !isUpTo && !isAfter && !isFrom && token.word != u"after")
        term.to = period->to;
    return true;
}

// What is still being typed is not wrong yet.
bool isBeginningOfTime(const QString &text)
{
    static const QRegularExpression beginning(QStringLiteral(
        "^[<>]?=?(\\d{0,4}|\\d{4}-(\\d{0,2}|\\d\\d-\\d?)|\\d{4}-\\d\\d-\\d\\dT[\\d:.+-]*)$"));
    const QString lower = text.toLower();
    return beginning.match(text).hasMatch() || QStringLiteral("today").startsWith(lower) ||
           QStringLiteral("yesterday").startsWith(lower) || QString(noneWord).startsWith(lower);
}

bool isBeginningOfFacet(const QString &text)
{
    return std::ranges::any_of(
        allFacets, [&text](Facet facet) { return QString(facetWord(facet)).startsWith(text); });
}

QStringList conditionsOf(const QString &search)
{
    QStringList conditions;
    Tokens tokens(search);
    while (const std::optional<Token> token = tokens.next())
        conditions.append(token->typed);
    return conditions;
}

// A text as a search sees it, and where each of its characters comes from.
class Projection
{
public:
    template <class F>
    Projection(const QString &text, F seen)
    {
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype length = text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
            m_seen += seen(text.sliced(at, length));
            at += length;
            m_ends.resize(m_seen.size(), at);
            m_starts.resize(m_seen.size(), at - length);
        }
    }

    QList<TextRange> find(const QString &sought) const
    {
        QList<TextRange> ranges;
        for (qsizetype at = m_seen.indexOf(sought); at >= 0;
             at = m_seen.indexOf(sought, at + sought.size()))
            ranges.append({m_starts[at], m_ends[at + sought.size() - 1] - m_starts[at]});
        return ranges;
    }

private:
    QString m_seen;
    std::vector<qsizetype> m_starts;
    std::vector<qsizetype> m_ends;
};

bool hasText(const SearchTerm &term)
{
    return term.kind == Kind::Text;
}

} // namespace

bool SearchTerm::narrows(const SearchTerm &earlier) const
{
    if (*this == earlier)
        return true;
    // A beginning of an id is looked for as such only once it has its two letters, and what is a
    // number in one notation may be none in the next moment.
    return kind == Kind::Text && earlier.kind == Kind::Text && column == earlier.column &&
           !isNegated && !earlier.isNegated && text.contains(earlier.text) &&
           digits.isEmpty() == earlier.digits.isEmpty() && digits.contains(earlier.digits) &&
           isIdBeginning(text) == isIdBeginning(earlier.text);
}

SearchQuery parseSearch(const QString &text, quo::Instant now, const QTimeZone &zone)
{
    SearchQuery query;
    QString number; // '(415) 555' is one number and not two words
    const auto endNumber = [&] {
        if (!number.isEmpty())
            query.terms.append(textTerm(std::exchange(number, {}), -1, false));
    };
    Tokens tokens(text);
    while (const std::optional<Token> token = tokens.next()) {
        if (token->word.isEmpty() && !token->isNegated && !token->isQuoted &&
            isPartOfNumber(token->value) && !digitsOf(token->value).isEmpty()) {
            number += token->value;
            continue;
        }
        endNumber();
        if (token->value.trimmed().isEmpty() || token->typed == u"-")
            continue; // not finished yet
        const bool isActivity = token->word == u"before" || token->word == u"after";
        const int column =
            isActivity ? columnIndex(u"lastActivityAt") : searchedColumn(token->word);
        SearchTerm term = textTerm(token->value, column, token->isNegated);
        const Column::Kind kind = column < 0 ? Column::Kind::Text : columns()[size_t(column)].kind;
        if (column >= 0 && token->value == noneWord) {
            term.kind = Kind::None;
        } else if (kind == Column::Kind::State) {
            term.kind = Kind::Facet;
            const std::optional<Facet> facet = facetWithWord(token->value.toLower());
            if (!facet) {
                if (!isBeginningOfFacet(token->value.toLower()))
                    query.problems.append({SearchProblem::Kind::UnknownState, token->value});
                continue;
            }
            term.facet = *facet;
        } else if (kind == Column::Kind::Instant && !readTime(*token, now, zone, term)) {
            if (!isBeginningOfTime(token->value))
                query.problems.append({SearchProblem::Kind::BadTime, token->value});
            continue;
        }
        if (term.kind != Kind::Text)
            term.text = term.digits = QString();
        query.terms.append(term);
    }
    endNumber();
    query.terms.removeIf([](const SearchTerm &term) {
        return hasText(term) && term.text.isEmpty() && term.digits.isEmpty();
    });
    return query;
}

bool narrows(const SearchQuery &query, const SearchQuery &earlier)
{
    return std::ranges::all_of(earlier.terms, [&query](const SearchTerm &term) {
        return std::ranges::any_of(
            query.terms, [&term](const SearchTerm &narrower) { return narrower.narrows(term); });
    });
}

QLatin1String facetWord(Facet facet)
{
    switch (facet) {
    case Facet::Unassigned:
        return QLatin1String("unassigned");
    case Facet::Assigned:
        return QLatin1String("assigned");
    case Facet::Snoozed:
        return QLatin1String("snoozed");
    case Facet::SnoozeEnded:
        return QLatin1String("snooze-ended");
    case Facet::Muted:
        return QLatin1String("muted");
    case Facet::Deleted:
        return QLatin1String("deleted");
    }
    return {};
}

std::optional<Facet> facetWithWord(QAnyStringView word)
{
    const auto found =
        std::ranges::find_if(allFacets, [word](Facet facet) { return facetWord(facet) == word; });
    return found == allFacets.end() ? std::nullopt : std::optional(*found);
}

QString searchCondition(int column, const QString &value, bool isNegated)
{
    QString text = value.simplified();
    const bool needsQuotes = std::ranges::any_of(text, [](QChar c) { return c.isSpace(); });
    text.remove(u'"');
    return (isNegated ? QStringLiteral("-") : QString()) + columns()[size_t(column)].searchWord +
           u':' + (needsQuotes ? u'"' + text + u'"' : text);
}

bool hasCondition(const QString &search, const QString &condition)
{
    return conditionsOf(search).contains(condition);
}

QString withCondition(const QString &search, const QString &condition)
{
    if (hasCondition(search, condition))
        return search;
    return search.trimmed().isEmpty() ? condition : search.trimmed() + u' ' + condition;
}

QString withoutCondition(const QString &search, const QString &condition)
{
    QStringList rest = conditionsOf(search);
    rest.removeAll(condition);
    return rest.join(u' ');
}

QList<TextRange> foundIn(const QString &text, int column, const QList<SearchTerm> &terms)
{
    QList<TextRange> ranges;
    std::optional<Projection> letters;
    std::optional<Projection> digits;
    for (const SearchTerm &term : terms) {
        if (term.kind != Kind::Text || term.isNegated ||
            (term.column >= 0 && term.column != column))
            continue;
        if (!term.text.isEmpty()) {
            if (!letters)
                letters = Projection(text, [](const QString &c) { return folded(c); });
            ranges += letters->find(term.text);
        }
        if (!term.digits.isEmpty()) {
            if (!digits)
                digits = Projection(text, [](const QString &c) { return digitsOf(c); });
            ranges += digits->find(term.digits);
        }
    }
    return ranges;
}

} // namespace inbox
