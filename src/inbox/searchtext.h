// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <vector>

// How search texts are compared with the texts of rows.
namespace inbox {

// The form of a text for comparison: lower case, without accents, joiners and other invisible
// characters, with letters, digits, quotes and dashes in their simplest form, and single blanks.
// 'Łukasz' becomes 'lukasz', 'O’Brien' 'o'brien', '٤١٥' '415'. Only a text of blanks becomes empty.
// Safe in every thread.
QString folded(const QString &text);
// Whether folding changes nothing but the case.
bool isFoldedButForCase(QByteArrayView utf8);

// A part of a text.
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

    // Where the original contains a folded text, in whole characters as people see them.
    QList<TextRange> find(const QString &folded) const;
    // The same for digits, ignoring everything between them.
    QList<TextRange> findDigits(const QString &digits) const;

private:
    struct Part // one UTF-16 unit of the folded text
    {
        qsizetype start = 0; // of the original character
        qsizetype end = 0;
    };

    static QList<TextRange> rangesOf(const QString &sought, const QString &text,
                                     const std::vector<Part> &parts);

    QString m_text;
    QString m_digits;
    std::vector<Part> m_parts;
    std::vector<Part> m_digitParts;
};

// The ASCII digits of a text.
QString asciiDigits(QStringView text);
// The digits of a text in any script, as ASCII.
QString digitsOf(const QString &text);
// Whether a folded text may be the beginning of the id of a conversation ('CN…') or of an activity
// ('AC…').
bool isIdBeginning(const QString &typed);

} // namespace inbox
