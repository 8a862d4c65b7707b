// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/numbernotation.h"

#include "inbox/searchtext.h"

#include <QRegularExpression>

#include <algorithm>

namespace inbox {

namespace {

constexpr qsizetype longestNotation = 100; // characters

QString withoutLabel(const QString &text)
{
    // Mail signatures, vCards, links: 'tel:', 'Mobile: ', 'M +44…', 'https://wa.me/1415…'.
    static const QRegularExpression label(QStringLiteral(
        R"(^(?:(?:https?://|whatsapp://)?(?:wa\.me/|(?:api\.whatsapp\.com/)?send/?\?phone=)\+?)"
        R"(|(?:item\d+\.)?tel;[^:]*:(?:tel:)?)"
        R"(|\p{L}[\p{L}.]{0,20} ?: ?(?://)?)"
        R"(|\p{L}{1,6}\. ?(?=[+(\d]))"
        R"(|\p{L} (?=\+)))"));
    const QRegularExpressionMatch match = label.match(text);
    if (!match.hasMatch() || asciiDigits(text).size() < fewestDigitsOfNumber)
        return text;
    return text.sliced(match.capturedEnd());
}

// Spreadsheets write '1.4155552671E+10' and '14155552671.0'.
QString withoutExponent(const QString &text)
{
    static const QRegularExpression spreadsheet(
        QStringLiteral(R"(^(?:\d[.,]\d{6,14}e\+?\d{1,2}|\d{7,15}[.,]0+)$)"));
    if (!spreadsheet.match(text).hasMatch())
        return text;
    return QString::number(QString(text).replace(u',', u'.').toDouble(), 'f', 0);
}

QString withoutExtension(const QString &text)
{
    static const QRegularExpression extension(QStringLiteral(
        R"((?:[ ,;.(/]*(?:;?ext=|extension|extn?|xtn|ex|x|e|доб|вн|interno|int|poste|anexo|ramal)"
        R"(|durchwahl|dw|app)[.:]{0,2} ?#?| ?[#~]+ ?| ?[,;]+(?=\d{1,5}#?$))(\d{1,7})[#)]?$)"));
    const QRegularExpressionMatch match = extension.match(text);
    if (!match.hasMatch() ||
        asciiDigits(QStringView(text).first(match.capturedStart())).size() < fewestDigitsOfNumber)
        return text;
    return text.first(match.capturedStart());
}

QString withPlainSigns(QString text)
{
    for (QChar &c : text) {
        if (QStringLiteral("·•∙⋅・").contains(c))
            c = u'.';
        else if (c == u'⁄' || c == u'∕')
            c = u'/';
        else if (c == u'[' || c == u'{')
            c = u'(';
        else if (c == u']' || c == u'}')
            c = u')';
        else if (c == u'ー')
            c = u'-';
    }
    return text;
}

// Removes quotes, brackets, telephone symbols, bold type and the other parts of a link.
QString withoutSurroundings(QString text)
{
    static const QRegularExpression around(
        QStringLiteral(R"(^[ '"<=`|*_\p{So}]+|[ '">,;.:`!?|*_]+$|@(?:c\.us|[\w.-]*whatsapp\.net)$)"
                       R"(|;(?!ext)[a-z-]+=[^;]*|(?<=\d) ?\(\p{L}+\)$)"));
    static const QRegularExpression before(QStringLiteral(R"(^[ '"<=`|*_\p{So}]+)"));
    static const QRegularExpression quotes(QStringLiteral(R"(^['"]+|['",;.]+$)"));
    if (asciiDigits(text).size() < fewestDigitsOfNumber)
        return text.remove(quotes); // the rest may be words next to a part of a number
    text.remove(before);
    text = withoutLabel(text);
    text.remove(around);
    return withoutExponent(text);
}

} // namespace

NumberNotation notationOf(const QString &typed)
{
    if (typed.size() > longestNotation)
        return {};
    QString text = withoutSurroundings(withPlainSigns(folded(typed)));
    if (const qsizetype host = text.indexOf(u'@'); host >= fewestDigitsOfNumber)
        text.truncate(host); // sip:+14155552671@example.com
    text = withoutExtension(text).trimmed();
    static const QRegularExpression digits(QStringLiteral(R"(^[+()./, -]*\d[\d+()./, '-]*$)"));
    if (digits.match(text).hasMatch())
        return {NumberNotation::Kind::Digits, text};
    // '1 800 FLOWERS', '800-FLOWERS', '(800) GOT-JUNK'; '800 flowers' is two words.
    static const QRegularExpression letters(QStringLiteral(
        R"(^(?:\(?\+?1[ .-]*\(?[2-9]\d\d\)?[ .-]*|\([2-9]\d\d\)[ .-]*|[2-9]\d\d[.-]?)[a-z])"
        R"((?:[ .-]?[a-z\d])*$)"));
    const qsizetype length =
        std::ranges::count_if(text, [](QChar c) { return c.isLetterOrNumber(); });
    if (length >= 10 && length <= 14 && letters.match(text).hasMatch())
        return {NumberNotation::Kind::Letters, text};
    return {};
}

} // namespace inbox
