// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/searchtext.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <QHash>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace inbox {

namespace {

// Letters that do not decompose into a base letter and an accent, as ICU's transliterator
// 'Latin-ASCII' writes them (a test compares them). Creating that transliterator would take 24 ms
// at the first name that needs it.
constexpr char16_t latinLetters[] =
    u"æae ðd øo þth đd ħh ıi ĸq łl ŋn œoe ŧt ƀb ƃb ƈc ƌd ƒf ƕhv ƙk ƚl ƞn ƣoi ƥp ƫt ƭt ƴy ƶz ǥg ȡd "
    u"ȥz ȴl ȵn ȶt ȷj ȸdb ȹqp ȼc ȿs ɀz ɇe ɉj ɍr ɏy ɓb ɕc ɖd ɗd ɛe ɟj ɠg ɡg ɢg ɦh ɧh ɨi ɪi ɫl ɬl ɭl "
    u"ɱm "
    u"ɲn ɳn ɴn ɶoe ɼr ɽr ɾr ʀr ʂs ʈt ʉu ʋv ʏy ʐz ʑz ʙb ʛg ʜh ʝj ʟl ʠq ʣdz ʥdz ʦts ʪls ʫlz ᴀa ᴁae "
    u"ᴃb "
    u"ᴄc ᴅd ᴆd ᴇe ᴊj ᴋk ᴌl ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz ᵫue ᵬb ᵭd ᵮf ᵯm ᵰn ᵱp ᵲr ᵳr ᵴs ᵵt ᵶz ᵺth ᵻi ᵽp "
    u"ᵾu ᶀb ᶁd ᶂf ᶃg ᶄk ᶅl ᶆm ᶇn ᶈp ᶉr ᶊs ᶌv ᶍx ᶎz ᶏa ᶑd ᶒe ᶓe ᶖi ᶙu ẜs ẝs ỻll ỽv ỿy ⱡl ⱥa ⱦt ⱨh "
    u"ⱪk "
    u"ⱬz ⱱv ⱳw ⱴv ⱸe ⱺo ꜰf ꜱs ꜳaa ꜵao ꜷau ꜹav ꜻav ꜽay ꝁk ꝃk ꝅk ꝇl ꝉl ꝋo ꝍo ꝏoo ꝑp ꝓp ꝕp ꝗq ꝙq ꝟv "
    u"ꝡvy ꝥth ꝧth ꝱd ꝲl ꝳm ꝴn ꝵr ꝶr ꝷt ꝺd ꝼf ꞇt ꞑn ꞓc ꞡg ꞣk ꞥn ꞧr ꞩs ŀl Ŀl ẚa ɩi əe ǝe";
// Letters that have the same key on Arabic, Persian, Urdu and Kurdish keyboards, or that people use
// for one another.
constexpr char16_t arabicLetters[] = u"یي ىي ېي ےي کك ڪك ةه ہه ھه ەه ۃه ٱا";
// Forms of ' and " that phones and word processors insert.
constexpr char16_t quotes[] = u"‘' ’' ‚' ‛' ′' ‵' ʹ' ʻ' ʼ' ʽ' ʾ' ʿ' ˈ' ˊ' \u00b4' \u0384' \u1fbd' "
                              u"\u1fbf' \u1ffd' \u1ffe' \u05f3' ՚' ꞌ' "
                              u"“\" ”\" „\" ‟\" ″\" ‶\" ʺ\" «\" »\" 〝\" 〞\" 〟\" \u05f4\"";

using Substitutes = QHash<char32_t, QString>;

Substitutes makeSubstitutes()
{
    Substitutes substitutes;
    for (const QStringView table :
         {QStringView(latinLetters), QStringView(arabicLetters), QStringView(quotes)})
        for (const QStringView entry : table.split(u' '))
            substitutes.insert(entry[0].unicode(), entry.sliced(1).toString());
    substitutes.insert(0x2212, QStringLiteral("-")); // minus
    substitutes.insert(0x2043, QStringLiteral("-")); // hyphen bullet
    substitutes.insert(0x02D7, QStringLiteral("-")); // modifier minus
    substitutes.insert(0x0640, QString());           // tatweel
    return substitutes;
}

const Substitutes &substitutes()
{
    static const Substitutes all = makeSubstitutes();
    return all;
}

// Viramas are kept, since they join letters to different syllables.
bool isDroppedMark(char32_t c)
{
    constexpr uint8_t virama = 9;
    const int category = u_charType(UChar32(c));
    if (category == U_ENCLOSING_MARK)
        return true;
    if (category != U_NON_SPACING_MARK)
        return false;
    const uint8_t combiningClass = u_getCombiningClass(UChar32(c));
    return combiningClass != 0 && combiningClass != virama;
}

void appendPlain(QString &to, char32_t c)
{
    if (c < 0x80) {
        if (QChar::isSpace(c))
            to += u' ';
        else if (c < 0x20 || c == 0x7f)
            to += QChar(QChar::ReplacementCharacter); // as it is shown
        else
            to += QChar(char16_t(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c));
        return;
    }
    if (isDroppedMark(c))
        return;
    if (const auto found = substitutes().constFind(c); found != substitutes().cend()) {
        to += *found;
        return;
    }
    switch (u_charType(UChar32(c))) {
    case U_DECIMAL_DIGIT_NUMBER:
        to += QChar(char16_t('0' + u_charDigitValue(UChar32(c))));
        break;
    case U_DASH_PUNCTUATION:
        to += u'-';
        break;
    case U_CONTROL_CHAR:
    case U_SURROGATE:
        to += QChar::isSpace(c) ? QChar(u' ') : QChar(QChar::ReplacementCharacter);
        break;
    default:
        if (QChar::isSpace(c))
            to += u' ';
        else
            to += QChar::fromUcs4(c);
    }
}

char32_t codePointAt(QStringView text, qsizetype at)
{
    if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(text[at], text[at + 1]);
    return text[at].unicode();
}

// Does not change the number of blanks.
void appendFolded(QString &to, QStringView text)
{
    const bool isAscii = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
    if (isAscii) {
        for (const QChar c : text)
            appendPlain(to, c.unicode());
        return;
    }
    // Quotes are replaced first, since normalizing decomposes a separate accent into a blank and a
    // mark.
    QString typed;
    typed.reserve(text.size());
    for (const QChar c : text) {
        const auto found = substitutes().constFind(c.unicode());
        typed += found != substitutes().cend() && found->size() == 1 ? found->front() : c;
    }
    static const icu::Normalizer2 *const normalizer = [] {
        UErrorCode status = U_ZERO_ERROR;
        return icu::Normalizer2::getInstance(nullptr, "nfkc_cf", UNORM2_DECOMPOSE, status);
    }();
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString normal;
    if (normalizer)
        normalizer->normalize(icu::UnicodeString(false,
                                                 reinterpret_cast<const char16_t *>(typed.utf16()),
                                                 int32_t(typed.size())),
                              normal, status);
    const QStringView decomposed(normal.getBuffer(), normal.length());
    for (qsizetype at = 0; at < decomposed.size();) {
        const char32_t c = codePointAt(decomposed, at);
        appendPlain(to, c);
        at += c > 0xffff ? 2 : 1;
    }
}

} // namespace

QString folded(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    appendFolded(plain, text);
    plain = plain.simplified();
    // A text of only joiners or accents can be found by these.
    return plain.isEmpty() ? text.simplified() : plain;
}

bool isFoldedButForCase(QByteArrayView utf8)
{
    char before = ' ';
    for (const char c : utf8) {
        if (quint8(c) < 0x20 || quint8(c) >= 0x7f || (c == ' ' && before == ' '))
            return false;
        before = c;
    }
    return before != ' ' || utf8.isEmpty();
}

FoldedText::FoldedText(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = finder.toNextBoundary();
        // Qt 6.4 finds boundaries within surrogate pairs of characters that it does not know.
        while (end > start && end < text.size() && text[end].isLowSurrogate() &&
               text[end - 1].isHighSurrogate())
            end = finder.toNextBoundary();
        if (end <= start)
            end = text.size();
        appendFolded(m_text, QStringView(text).sliced(start, end - start));
        m_parts.resize(size_t(m_text.size()), {start, end});
        // As simplified() does.
        while (m_text.size() >= 2 && m_text.endsWith(QStringLiteral("  "))) {
            m_text.chop(1);
            m_parts.pop_back();
        }
        start = end;
    }
    for (qsizetype at = 0; at < m_text.size(); ++at) {
        if (m_text[at] < u'0' || m_text[at] > u'9')
            continue;
        m_digits += m_text[at];
        m_digitParts.push_back(m_parts[size_t(at)]);
    }
}

QList<TextRange> FoldedText::find(const QString &folded) const
{
    return rangesOf(folded, m_text, m_parts);
}

QList<TextRange> FoldedText::findDigits(const QString &digits) const
{
    return rangesOf(digits, m_digits, m_digitParts);
}

QList<TextRange> FoldedText::rangesOf(const QString &sought, const QString &text,
                                      const std::vector<Part> &parts)
{
    QList<TextRange> ranges;
    if (sought.isEmpty())
        return ranges;
    for (qsizetype at = text.indexOf(sought); at >= 0;
         at = text.indexOf(sought, at + sought.size())) {
        const qsizetype start = parts[size_t(at)].start;
        ranges.append({start, parts[size_t(at + sought.size()) - 1].end - start});
    }
    return ranges;
}

QString asciiDigits(QStringView text)
{
    QString digits;
    for (const QChar c : text)
        if (c >= u'0' && c <= u'9')
            digits += c;
    return digits;
}

QString digitsOf(const QString &text)
{
    return asciiDigits(folded(text));
}

bool isIdBeginning(const QString &typed)
{
    return typed.startsWith(u"cn") || typed.startsWith(u"ac");
}

} // namespace inbox
