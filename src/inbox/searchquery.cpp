// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/searchquery.h"

#include "inbox/column.h"
#include "inbox/phonenumber.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTextBoundaryFinder>

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
    bool isOpen = false; // a quote without its end
    qsizetype start = 0; // in the search

    // Neither a condition nor words that belong together.
    bool isPlain() const { return word.isEmpty() && !isNegated && !isQuoted; }
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
        token.start = begin;
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

    void readQuoted(Token &token)
    {
        token.isQuoted = token.isOpen = true;
        for (++m_at; m_at < m_text.size() && token.isOpen; ++m_at) {
            const QChar c = m_text[m_at];
            const bool escapes = c == u'\\' && m_at + 1 < m_text.size() &&
                                 (m_text[m_at + 1] == u'"' || m_text[m_at + 1] == u'\\');
            if (escapes)
                token.value += m_text[++m_at];
            else if (c == u'"')
                token.isOpen = false;
            else
                token.value += c;
        }
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

SearchTerm textTerm(const QString &text, int column, bool isNegated, const QStringList &regions)
{
    SearchTerm term;
    term.column = column;
    term.isNegated = isNegated;
    term.text = folded(text);
    if (const std::optional<SoughtNumber> number = readNumber(text, regions)) {
        term.digits = number->digits;
        term.numbers = number->numbers;
    }
    return term;
}

// The tokens from 'first' on that are one number: '(415) 555', 'Tel: +1 415 555 2671 ext. 5'. Moves
// 'first' behind them; null for words.
std::optional<SearchTerm> numberTerm(const std::vector<Token> &tokens, size_t &first,
                                     const QStringList &regions)
{
    constexpr size_t longest = 12;
    constexpr qsizetype mostDigits = 20; // with an extension
    QStringList values;
    for (size_t at = first; at < tokens.size() && values.size() < qsizetype(longest); ++at) {
        const QString &value = tokens[at].value;
        // A comma ends a number, except before an extension.
        const bool isNext = !values.isEmpty() && !value.isEmpty() && !value.front().isLetter() &&
                            (values.last().endsWith(u',') || values.last().endsWith(u';'));
        if (!tokens[at].isPlain() || isNext)
            break;
        values.append(value);
    }
    for (; !values.isEmpty(); values.removeLast()) {
        const QString text = values.join(u' ');
        if (values.last() == u"-" || (values.size() > 1 && digitsOf(text).size() > mostDigits))
            continue;
        const std::optional<SoughtNumber> number = readNumber(text, regions);
        if (!number)
            continue;
        first += size_t(values.size());
        SearchTerm term;
        term.text = folded(text);
        term.digits = number->digits;
        term.numbers = number->numbers;
        return term;
    }
    return std::nullopt;
}

// Where a number is in a text that may have it without its country code.
QList<TextRange> findNumber(const FoldedText &text, const QString &e164)
{
    constexpr qsizetype shortestFound = 7;
    for (QString digits = e164.sliced(1); digits.size() >= shortestFound; digits.remove(0, 1))
        if (const QList<TextRange> ranges = text.findDigits(digits); !ranges.isEmpty())
            return ranges;
    return {};
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

// Sorted, and those that overlap as one.
QList<TextRange> joined(QList<TextRange> ranges)
{
    std::ranges::sort(ranges, {}, &TextRange::start);
    QList<TextRange> apart;
    for (const TextRange &range : std::as_const(ranges)) {
        const qsizetype end = apart.isEmpty() ? 0 : apart.last().start + apart.last().length;
        if (!apart.isEmpty() && range.start < end)
            apart.last().length = qMax(end, range.start + range.length) - apart.last().start;
        else
            apart.append(range);
    }
    return apart;
}

// No longer than a search has room for, and no part of a character.
QString cutValue(const QString &value)
{
    constexpr qsizetype longest = 200;
    if (value.size() <= longest)
        return value;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, value);
    finder.setPosition(longest);
    qsizetype end = finder.isAtBoundary() ? longest : finder.toPreviousBoundary();
    if (end <= 0)
        end = value[longest].isLowSurrogate() ? longest - 1 : longest;
    return value.first(end);
}

QString conditionOn(int column, const QString &value, bool isNegated)
{
    return (isNegated ? QStringLiteral("-") : QString()) + columns()[size_t(column)].searchWord +
           u':' + value;
}

} // namespace

bool SearchTerm::narrows(const SearchTerm &earlier) const
{
    if (*this == earlier)
        return true;
    // Whatever has this number has one of the earlier ones as well.
    const auto hasEarlier = [&earlier](const QString &number) {
        return (!earlier.digits.isEmpty() && number.contains(earlier.digits)) ||
               std::ranges::any_of(earlier.numbers, [&number](const QString &wider) {
                   return number.contains(wider);
               });
    };
    // A beginning of an id is looked for as such only once it has its two letters.
    return kind == Kind::Text && earlier.kind == Kind::Text && column == earlier.column &&
           !isNegated && !earlier.isNegated && text.contains(earlier.text) &&
           (digits.isEmpty() || hasEarlier(digits)) && std::ranges::all_of(numbers, hasEarlier) &&
           isIdBeginning(text) == isIdBeginning(earlier.text);
}

SearchQuery parseSearch(const QString &text, quo::Instant now, const QTimeZone &zone,
                        const QStringList &regions)
{
    SearchQuery query;
    Tokens reader(text);
    std::vector<Token> tokens;
    while (const std::optional<Token> token = reader.next())
        tokens.push_back(*token);
    for (size_t at = 0; at < tokens.size();) {
        if (const std::optional<SearchTerm> number = numberTerm(tokens, at, regions)) {
            query.terms.append(*number);
            continue;
        }
        const Token &token = tokens[at++];
        const auto report = [&](SearchProblem::Kind kind, const QString &word) {
            query.problems.append({kind, word, {token.start, token.typed.size()}, true});
        };
        const auto reportUnfinished = [&] { report(SearchProblem::Kind::Unfinished, token.typed); };
        if (token.value.simplified().isEmpty() || token.typed == u"-") {
            reportUnfinished();
            continue;
        }
        const bool isActivity = token.word == u"before" || token.word == u"after";
        const int column = isActivity ? columnIndex(u"lastActivityAt") : searchedColumn(token.word);
        const Column::Kind kind = column < 0 ? Column::Kind::Text : columns()[size_t(column)].kind;
        SearchTerm term;
        term.column = column;
        term.isNegated = token.isNegated;
        if (kind == Column::Kind::State) {
            term.kind = Kind::Facet;
            const std::optional<Facet> facet = facetWithWord(token.value.toLower());
            if (!facet) {
                if (isBeginningOfFacet(token.value.toLower()))
                    reportUnfinished();
                else
                    report(SearchProblem::Kind::UnknownState, token.value);
                continue;
            }
            term.facet = *facet;
        } else if (column >= 0 && !isActivity && !token.isQuoted && token.value == noneWord) {
            term.kind = Kind::None;
        } else if (kind == Column::Kind::Instant) {
            if (!readTime(token, now, zone, term)) {
                if (isBeginningOfTime(token.value))
                    reportUnfinished();
                else
                    report(SearchProblem::Kind::BadTime, token.value);
                continue;
            }
        } else {
            term = textTerm(token.value, column, token.isNegated, regions);
        }
        if (token.isOpen) {
            reportUnfinished();
            query.problems.last().isLeftOut = false;
        }
        query.terms.append(term);
    }
    return query;
}

QString understood(const QString &search, const QList<SearchProblem> &problems)
{
    QString rest = search;
    for (auto problem = problems.crbegin(); problem != problems.crend(); ++problem)
        if (problem->isLeftOut)
            rest.remove(problem->place.start, problem->place.length);
    return rest.simplified();
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

QString searchValue(const QString &value)
{
    QString text = cutValue(value.simplified());
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control)
            c = QChar::ReplacementCharacter; // as it is shown and compared
    const bool isWord =
        !text.isEmpty() && text != noneWord &&
        std::ranges::none_of(text, [](QChar c) { return c.isSpace() || c == u'"'; });
    if (isWord)
        return text;
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + text + u'"';
}

QString searchCondition(int column, const QString &value, bool isNegated)
{
    return conditionOn(column, searchValue(value), isNegated);
}

QString emptyCondition(int column, bool isNegated)
{
    return conditionOn(column, noneWord, isNegated);
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
    std::optional<FoldedText> folded;
    for (const SearchTerm &term : terms) {
        if (term.kind != Kind::Text || term.isNegated ||
            (term.column >= 0 && term.column != column))
            continue;
        if (!folded)
            folded.emplace(text);
        ranges += folded->find(term.text);
        ranges += folded->findDigits(term.digits);
        for (const QString &number : term.numbers)
            ranges += findNumber(*folded, number);
    }
    return joined(ranges);
}

} // namespace inbox
