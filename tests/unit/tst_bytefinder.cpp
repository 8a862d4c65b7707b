// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/bytefinder.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using inbox::ByteFinder;

namespace {

std::string random(QRandomGenerator &random, std::string_view letters, quint32 length)
{
    std::string text;
    for (quint32 i = 0; i < length; ++i)
        text += letters[random.bounded(quint32(letters.size()))];
    return text;
}

QList<size_t> offsetsOf(const std::string &sought, const std::string &text, size_t step)
{
    QList<size_t> offsets;
    ByteFinder(sought).forEach(text, [&](size_t at) {
        offsets.append(at);
        return at + step;
    });
    return offsets;
}

QList<size_t> offsetsByStep(const std::string &sought, const std::string &text, size_t step)
{
    std::string lower;
    for (const char c : text)
        lower += char(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    QList<size_t> offsets;
    for (size_t at = lower.find(sought); at != lower.npos; at = lower.find(sought, at + step))
        offsets.append(at);
    return offsets;
}

} // namespace

class TestByteFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheCaseOfLettersIsLeftAside()
    {
        QCOMPARE(offsetsOf("ana",
                           "Ana ANA\x01"
                           "anana",
                           1),
                 (QList<size_t>{0, 4, 8, 10}));
        // Bytes that differ by the bit of case, and no letters.
        for (const char c :
             {'[', '{', '@', '`', '^', '~', '0', '\x10', ' ', '\0', '\xe1', '\xc1'}) {
            const std::string other(1, char(c ^ 0x20));
            QCOMPARE(offsetsOf(std::string(1, c), other, 1), QList<size_t>());
            QCOMPARE(offsetsOf(std::string("a") + c + 'a', "A" + other + "A", 1), QList<size_t>());
            QCOMPARE(offsetsOf(std::string("a") + c, std::string("A") + c, 1), QList<size_t>{0});
        }
    }

    void itFindsWhatASlowOneFinds()
    {
        QRandomGenerator generator(7);
        for (int round = 0; round < 20'000; ++round) {
            const std::string sought = random(generator, "ab0\xc3", 1 + generator.bounded(4U));
            const std::string text = random(generator, "aAbB0\xc3", generator.bounded(200U));
            const size_t step = 1 + generator.bounded(90U);
            QCOMPARE(offsetsOf(sought, text, step), offsetsByStep(sought, text, step));
        }
    }

    void nothingIsFoundOfNothing()
    {
        QCOMPARE(offsetsOf("", "abc", 1), QList<size_t>());
        QCOMPARE(offsetsOf("abc", "ab", 1), QList<size_t>());
    }
};

QTEST_APPLESS_MAIN(TestByteFinder)
#include "tst_bytefinder.moc"
