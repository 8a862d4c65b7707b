// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <vector>

// How what is typed is compared with what there is.
namespace inbox {

// A text as it is compared: without case, accents, joiners and other characters that nobody sees,
// with letters, digits, quotes and dashes as the plainest keyboard has them, and single blanks.
// 'Łukasz' becomes 'lukasz', 'O’Brien' 'o'brien', '٤١٥' '415'. Only blanks become empty. Safe in
// every thread.
QString folded(const QString &text);
// Whether folding does no more than to take off the case.
bool isFoldedButForCase(const QString &text);

// A stretch of a text.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const TextRange &) const = default;
};

// A folded text that knows where its characters are in the original.
class FoldedText
{
public:
    explicit FoldedText(const QString &text);

    // Where a folded text is found in the original, in whole characters as people see them.
    QList<TextRange> find(const QString &folded) const;
    // The same for digits, whatever is between them.
    QList<TextRange> findDigits(const QString &digits) const;

private:
    struct Part // one UTF-16 unit of the folded text
    {
        qsizetype start = 0; // of the character that it comes from
        qsizetype end = 0;
    };

    static QList<TextRange> rangesOf(const QString &sought, const QString &text,
                                     const std::vector<Part> &parts);

    QString m_text;
    QString m_digits;
    std::vector<Part> m_parts;
    std::vector<Part> m_digitParts;
};

// The digits of a text, in any script, as ASCII.
QString digitsOf(const QString &text);
// Whether what is typed, folded, may be the beginning of the id of a conversation ('CN…') or of an
// activity ('AC…').
bool isIdBeginning(const QString &typed);

} // namespace inbox
