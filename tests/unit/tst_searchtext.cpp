// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/searchmarks.h"
#include "inbox/searchtext.h"
#include "support/warnings.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <QRandomGenerator>
#include <QtConcurrentMap>
#include <QTest>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;
using inbox::folded;

namespace {

QString toQString(const icu::UnicodeString &text)
{
    return QString::fromUtf16(text.getBuffer(), text.length());
}

// Of all scripts, with what is rare in texts and frequent in faults.
QString randomText(QRandomGenerator &random, int longest)
{
    static const QList<char32_t> special{
        0x00,   0x09,   0x0a,   0x20,   0x22,   0x27,   0x2d,    0x5c,    0x7f,    0xa0,   0xad,
        0xb4,   0x130,  0x131,  0x142,  0xdf,   0x1e9e, 0x301,   0x345,   0x3c2,   0x3c3,  0x640,
        0x64a,  0x6cc,  0x671,  0x670,  0x660,  0x6f0,  0x94d,   0x93c,   0x1100,  0xac01, 0x200b,
        0x200d, 0x202e, 0x2019, 0x2014, 0x2060, 0x3000, 0x3099,  0xfb01,  0xfdfa,  0xfe0f, 0xfeff,
        0xff11, 0xff21, 0xfffe, 0xffff, 0xd800, 0xdc00, 0x1f468, 0x1f3fd, 0x1f1e6, 0xe0041};
    QString text;
    const int length = random.bounded(longest + 1);
    for (int i = 0; i < length; ++i) {
        char32_t c = 0;
        switch (random.bounded(4)) {
        case 0:
            c = special[random.bounded(special.size())];
            break;
        case 1:
            c = char32_t(random.bounded(0x20, 0x7f));
            break;
        case 2:
            c = char32_t(random.bounded(0x3000));
            break;
        default:
            c = char32_t(random.bounded(0x20000));
        }
        if (c > 0xffff)
            text += QChar::fromUcs4(c);
        else
            text += QChar(char16_t(c));
    }
    return text;
}

QByteArray toHex(const QString &text)
{
    QByteArray hex;
    for (const QChar c : text)
        hex += QByteArray::number(c.unicode(), 16) + ' ';
    return hex;
}

QList<inbox::TextRange> found(const QString &text, const QString &sought)
{
    return inbox::foundIn(text, 0, {{.anyOf = {{.text = folded(sought)}}}});
}

} // namespace

class TestSearchText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void whatPeopleTakeForTheSameIsTheSame_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("typed");
        const auto add = [](const char *name, const QString &written, const QString &typed) {
            QTest::newRow(name) << written << typed;
        };
        add("accents", u"José Ångström Nguyễn"_s, u"jose angstrom nguyen"_s);
        add("Polish", u"Łukasz Żółć"_s, u"lukasz zolc"_s);
        add("Danish", u"Søren Ærø"_s, u"soren aero"_s);
        add("German", u"STRASSE straße STRAẞE"_s, u"strasse strasse strasse"_s);
        add("Turkish", u"İstanbul Işık ılık"_s, u"istanbul isik ilik"_s);
        add("Croatian", u"Đorđe"_s, u"dorde"_s);
        add("Icelandic", u"Þórður Guðmundsdóttir"_s, u"thordur gudmundsdottir"_s);
        add("French", u"L’Œuvre"_s, u"l'oeuvre"_s);
        add("Maltese", u"Ħamrun"_s, u"hamrun"_s);
        add("Sami", u"Ŋávdna Ŧ"_s, u"navdna t"_s);
        add("Azerbaijani", u"Əliyev"_s, u"eliyev"_s);
        add("ligatures", u"oﬃce ﬁrst"_s, u"office first"_s);
        add("quotes", u"O’Brien ‘a’ “b” „c“ «d» Oʼahu O´Neil"_s,
            u"O'Brien 'a' \"b\" \"c\" \"d\" O'ahu O'Neil"_s);
        add("dashes", u"A–B—C‑D−E‒F﹣G－H"_s, u"a-b-c-d-e-f-g-h"_s);
        add("ellipsis", u"wait…"_s, u"wait..."_s);
        add("blanks", u" a\u00a0b\u2003c\u3000d\te\nf "_s, u"a b c d e f"_s);
        add("joiners", u"a\u200db\u200cc\u200bd\u2060e\u00adf\ufeffg\u200eh\u202ai\u202c"_s,
            u"abcdefghi"_s);
        add("variation selectors", u"❤\ufe0f 1\ufe0f\u20e3"_s, u"❤ 1"_s);
        add("full width", u"Ａｃｍｅ１２"_s, u"acme12"_s);
        add("half width", u"ｶﾅ"_s, u"カナ"_s);
        add("Greek sigma", u"Γιώργος ΓΙΏΡΓΟΣ"_s, u"γιωργοσ γιωργος"_s);
        add("Cyrillic", u"Артём"_s, u"артем"_s);
        add("Hebrew points", u"שָׁלוֹם צה״ל ג׳ורג׳"_s, u"שלום צה\"ל ג'ורג'"_s);
        add("Arabic yeh, kaf", u"علی کریم"_s, u"علي كريم"_s);
        add("Arabic hamza", u"أحمد إبراهيم آمنة ٱلله"_s, u"احمد ابراهيم امنه الله"_s);
        add("Arabic harakat, tatweel", u"مُحَمَّد محـــمد"_s, u"محمد محمد"_s);
        add("Arabic maqsura", u"مصطفى"_s, u"مصطفي"_s);
        add("Persian joiner", u"می‌خواهم"_s, u"میخواهم"_s);
        add("digits", u"٤١٥ ۴۱۵ ४१५ ④"_s, u"415 415 415 4"_s);
        add("controls", u"a\u0001b\u009bc"_s, u"a\ufffdb\ufffdc"_s);
    }

    void whatPeopleTakeForTheSameIsTheSame()
    {
        QFETCH(QString, written);
        QFETCH(QString, typed);
        QCOMPARE(folded(written), folded(typed));
        QVERIFY(!found(written, typed).isEmpty());
    }

    void whatDiffersStaysApart()
    {
        for (const auto &[a, b] : {std::pair{u"lopes"_s, u"lopez"_s},
                                   {u"कि"_s, u"क"_s},
                                   {u"क्ष"_s, u"कष"_s},
                                   {u"กิน"_s, u"กน"_s},
                                   {u"ab"_s, u"a b"_s}})
            QVERIFY2(folded(a) != folded(b), qPrintable(a));
    }

    // The table is there because the transliterator takes 24 ms to make.
    void latinLettersAreAsIcuWritesThem()
    {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::Transliterator> latin(
            icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
        QVERIFY(U_SUCCESS(status));
        int letters = 0;
        for (UChar32 c = 0x80; c < 0x2000; ++c) {
            if (!u_isalpha(c) || uscript_getScript(c, &status) != USCRIPT_LATIN)
                continue;
            icu::UnicodeString ascii(c);
            latin->transliterate(ascii);
            if (ascii.length() > 0 && ascii.char32At(0) < 0x80) {
                QCOMPARE(folded(QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1)),
                         folded(toQString(ascii)));
                ++letters;
            }
        }
        QVERIFY(letters > 700);
    }

    void everyTextFindsItselfAndIsMarkedInWholeCharacters()
    {
        QRandomGenerator random(18);
        for (int i = 0; i < 20000; ++i) {
            const QString text = randomText(random, 12);
            const QString plain = folded(text);
            QVERIFY2(folded(plain) == plain, qPrintable(text));
            QCOMPARE(plain.isEmpty(), text.trimmed().isEmpty());
            const QByteArray utf8 = text.toUtf8(); // which holds no halves of characters
            if (QString::fromUtf8(utf8) == text && inbox::isFoldedButForCase(utf8))
                QCOMPARE(plain, text.toLower());

            // A part of it, in whole characters.
            QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
            QList<qsizetype> borders{0};
            while (finder.toNextBoundary() >= 0)
                if (const qsizetype at = finder.position(); at == text.size() ||
                                                            !text[at].isLowSurrogate() ||
                                                            !text[at - 1].isHighSurrogate())
                    borders.append(at);
            const int from = random.bounded(borders.size());
            const int to = random.bounded(from, int(borders.size()));
            const QString part = text.sliced(borders[from], borders[to] - borders[from]);
            const QList<inbox::TextRange> ranges = found(text, part);
            qsizetype end = 0;
            for (const inbox::TextRange &range : ranges) {
                QVERIFY(range.length > 0);
                QVERIFY(range.start >= end);
                end = range.start + range.length;
                QVERIFY(end <= text.size());
                QVERIFY2(borders.contains(range.start) && borders.contains(end), qPrintable(text));
            }
            // Unless it is nothing but blanks, marks and joiners.
            if (folded(u'x' + part + u'x').remove(u' ').size() > 2)
                QVERIFY2(plain.contains(folded(part)), toHex(text) + " has " + toHex(part));
        }
    }

    void severalThreadsFoldAtOnce()
    {
        QList<int> seeds(64);
        std::iota(seeds.begin(), seeds.end(), 0);
        const auto foldMany = [](int seed) {
            QRandomGenerator random{quint32(seed)};
            QString all;
            for (int i = 0; i < 200; ++i)
                all += folded(randomText(random, 12));
            return all;
        };
        const QList<QString> together = QtConcurrent::blockingMapped(seeds, foldMany);
        for (int seed : seeds)
            QCOMPARE(together[seed], foldMany(seed));
    }
};

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_searchtext.moc"
