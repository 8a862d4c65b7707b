// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/harmlesstext.h"
#include "support/warnings.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestHarmlessText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void whatHarmsIsTakenOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"Ana Lopes"_s << u"Ana Lopes"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("other scripts") << u"北星商事 נועה سارة"_s << u"北星商事 נועה سارة"_s;
        QTest::newRow("emoji with joiner") << u"👩‍🔧"_s << u"👩‍🔧"_s;
        QTest::newRow("marks stay") << u"a\u200Eb\u200Fc"_s << u"a\u200Eb\u200Fc"_s;
        QTest::newRow("override") << u"invoice\u202Egpj.exe"_s << u"invoicegpj.exe"_s;
        QTest::newRow("isolate without end") << u"\u2067Ana"_s << u"Ana"_s;
        QTest::newRow("terminal") << u"\u001b[31mred\u001b]0;x\u0007"_s << u"�[31mred�]0;x�"_s;
        QTest::newRow("one byte escape") << u"\u009b31m"_s << u"�31m"_s;
        QTest::newRow("NUL") << QString::fromUtf16(u"a\0b", 3) << u"a�b"_s;
        QTest::newRow("lines") << u" a\r\n b\tc "_s << u"a b c"_s;
        QTest::newRow("markup is text") << u"<img src=x>"_s << u"<img src=x>"_s;
    }

    void whatHarmsIsTakenOut()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(inbox::harmlessLine(text), shown);
    }

    void linesStayWhereThereIsRoom()
    {
        QCOMPARE(inbox::harmlessText(u"a\n\tb\u202E\u0007"_s), u"a\n\tb�"_s);
    }

    void longTextsAreCutBetweenCharacters()
    {
        QCOMPARE(inbox::shortened(u"abc"_s, 3), u"abc"_s);
        QCOMPARE(inbox::shortened(u"abcd"_s, 3), u"ab…"_s);
        QCOMPARE(inbox::shortened(u"a😀bcd"_s, 3), u"a…"_s);
        QCOMPARE(inbox::shortened(u"ae\u0301bcd"_s, 3), u"a…"_s);
        QCOMPARE(inbox::shortened(QString(1 << 20, u'x'), 500).size(), 500);
    }
};

QTEST_GUILESS_MAIN(TestHarmlessText)
#include "tst_harmlesstext.moc"
