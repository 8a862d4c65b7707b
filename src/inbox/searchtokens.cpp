// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/searchtokens.h"

#include "inbox/column.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <optional>
#include <utility>

namespace inbox {

namespace {

class Tokenizer
{
public:
    explicit Tokenizer(const QString &text)
        : m_text(text)
    {
    }

    std::optional<SearchToken> next()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        if (m_at == m_text.size())
            return std::nullopt;
        const qsizetype begin = m_at;
        SearchToken token;
        token.values.append(SearchToken::Value());
        if (m_text[m_at] == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
            token.isNegated = true;
            ++m_at;
        }
        while (m_at < m_text.size() && !m_text[m_at].isSpace()) {
            const QChar c = m_text[m_at];
            const bool hasField = !token.field.isEmpty();
            QString &value = token.values.last().text;
            if (c == u'"') {
                readQuoted(token);
                if (!hasField || m_at == m_text.size() || m_text[m_at] != u',')
                    break;
                continue;
            }
            ++m_at;
            if (c == u',' && hasField)
                token.values.append(SearchToken::Value());
            else if (c == u':' && !hasField && fieldColumn(value.toLower()) >= 0)
                token.field = std::exchange(value, {}).toLower();
            else
                value += c;
        }
        token.place = {begin, m_at - begin};
        token.typed = m_text.sliced(begin, m_at - begin);
        return token;
    }

private:
    void readQuoted(SearchToken &token)
    {
        QString &value = token.values.last().text;
        token.values.last().isQuoted = token.isOpen = true;
        for (++m_at; m_at < m_text.size() && token.isOpen; ++m_at) {
            const QChar c = m_text[m_at];
            const bool escapes = c == u'\\' && m_at + 1 < m_text.size() &&
                                 (m_text[m_at + 1] == u'"' || m_text[m_at + 1] == u'\\');
            if (escapes)
                value += m_text[++m_at];
            else if (c == u'"')
                token.isOpen = false;
            else
                value += c;
        }
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

// So that a search has room for it.
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

} // namespace

int fieldColumn(const QString &field)
{
    if (field == u"before" || field == u"after" || field == u"older" || field == u"newer")
        return columnIndex(ColumnId::LastActivityAt);
    return field == u"assigned" ? columnIndex(ColumnId::AssignedTo) : searchedColumn(field);
}

std::vector<SearchToken> searchTokens(const QString &search)
{
    std::vector<SearchToken> tokens;
    Tokenizer tokenizer(search);
    while (std::optional<SearchToken> token = tokenizer.next())
        tokens.push_back(std::move(*token));
    return tokens;
}

QString searchValue(const QString &value)
{
    QString text = cutValue(value.simplified());
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control)
            c = QChar::ReplacementCharacter; // as it is shown and compared
    const bool isWord =
        !text.isEmpty() && text != noneWord && text != meWord &&
        std::ranges::none_of(text, [](QChar c) { return c.isSpace() || c == u'"' || c == u','; });
    if (isWord)
        return text;
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + text + u'"';
}

} // namespace inbox
