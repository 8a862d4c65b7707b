// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowsteps.h"
#include "support/warnings.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using inbox::RowEdit;
using inbox::RowOrder;
using inbox::RowStep;
using inbox::rowSteps;

namespace {

// Row 0 is 'a'.
QList<quint32> rowsOf(const QString &letters)
{
    QList<quint32> rows;
    for (const QChar letter : letters)
        rows.append(quint32(letter.unicode() - u'a'));
    return rows;
}

QList<int> positionsOf(const QList<quint32> &touched, const QList<quint32> &rows)
{
    QList<int> positions;
    for (int position = 0; position < rows.size(); ++position)
        if (touched.contains(rows[position]))
            positions.append(position);
    return positions;
}

RowEdit editOf(const QList<quint32> &touched, const QList<quint32> &before,
               const QList<quint32> &after)
{
    return {positionsOf(touched, before), positionsOf(touched, after)};
}

QString toString(const QList<RowStep> &steps)
{
    QStringList words;
    for (const RowStep &step : steps)
        switch (step.kind) {
        case RowStep::Kind::Remove:
            words.append(u"remove %1 at %2"_s.arg(step.count).arg(step.first));
            break;
        case RowStep::Kind::Insert:
            words.append(u"insert %1 at %2"_s.arg(step.count).arg(step.first));
            break;
        case RowStep::Kind::Move:
            words.append(u"move"_s);
            break;
        }
    return words.join(u", ");
}

QList<quint32> sorted(QList<quint32> rows)
{
    std::ranges::sort(rows);
    return rows;
}

// Does to the rows what the step says it is; false where that is not what the step leads to.
bool play(const RowStep &step, QList<quint32> &rows)
{
    const QList<quint32> after = step.after.rows();
    switch (step.kind) {
    case RowStep::Kind::Remove:
        if (step.first < 0 || step.count < 1 || step.first + step.count > rows.size())
            return false;
        rows.remove(step.first, step.count);
        return rows == after;
    case RowStep::Kind::Insert: {
        if (step.first < 0 || step.count < 1 || step.first + step.count > after.size())
            return false;
        QList<quint32> others = after;
        others.remove(step.first, step.count);
        const bool isRight = others == rows;
        rows = after;
        return isRight;
    }
    case RowStep::Kind::Move: {
        const bool isRight = after != rows && sorted(after) == sorted(rows);
        rows = after;
        return isRight;
    }
    }
    return false;
}

} // namespace

class TestRowSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void areAsFewAsCanBe_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("touched");
        QTest::addColumn<QString>("steps");
        const auto add = [](const char *name, const char *before, const char *after,
                            const char *touched, const char *steps) {
            QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after)
                                << QString::fromLatin1(touched) << QString::fromLatin1(steps);
        };
        add("nothing happens", "abc", "abc", "", "");
        add("rows stay where they are", "abcd", "abcd", "bd", "");
        add("the first rows come", "", "abc", "abc", "insert 3 at 0");
        add("a page comes at the end", "ab", "abcd", "cd", "insert 2 at 2");
        add("rows come on top", "cd", "abcd", "ab", "insert 2 at 0");
        add("rows come to several places", "ace", "abcde", "bd", "insert 2 at 3, move");
        add("neighbours leave", "abcd", "ad", "bc", "remove 2 at 1");
        add("rows leave from several places", "abcde", "bd", "ace", "move, remove 3 at 2");
        add("all rows leave", "abc", "", "abc", "remove 3 at 0");
        add("one rises to the top", "abcd", "dabc", "d", "move");
        add("neighbours change places", "abcd", "acbd", "bc", "move");
        add("one comes, another stays", "abc", "dabc", "bd", "insert 1 at 0");
        add("one comes, another rises", "abc", "dcab", "cd", "insert 1 at 3, move");
        add("one leaves, another comes", "abc", "dbc", "ad", "remove 1 at 0, insert 1 at 0");
        add("one leaves, another rises", "abcd", "dbc", "ad", "remove 1 at 0, move");
        add("one leaves, another stays", "abcd", "bcd", "ac", "remove 1 at 0");
        add("everything at once", "abcdefg", "hgbidf", "aceghi",
            "move, remove 3 at 4, insert 2 at 4, move");
    }

    void areAsFewAsCanBe()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, touched);
        QList<quint32> rows = rowsOf(before);
        const RowEdit edit = editOf(rowsOf(touched), rows, rowsOf(after));
        const QList<RowStep> steps = rowSteps(RowOrder(rows), RowOrder(rowsOf(after)), edit);
        QTEST(toString(steps), "steps");
        for (const RowStep &step : steps)
            QVERIFY(play(step, rows));
        QCOMPARE(rows, rowsOf(after));
    }

    void leadFromAnyOrderToAnyOther_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("rounds");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u, few rows", seed) << seed << 12 << 2000;
        QTest::addRow("seed 5, several blocks") << 5U << 5000 << 20;
    }

    void leadFromAnyOrderToAnyOther()
    {
        QFETCH(quint32, seed);
        QFETCH(int, rows);
        QFETCH(int, rounds);
        QRandomGenerator random(seed);
        QList<quint32> all(rows);
        std::iota(all.begin(), all.end(), 0);
        for (int round = 0; round < rounds; ++round) {
            std::shuffle(all.begin(), all.end(), random);
            QList<quint32> before = all.first(random.bounded(rows + 1));
            QList<quint32> touched;
            const int most = random.bounded(2) > 0 ? 3 : 30; // touched rows
            for (int i = random.bounded(most); i > 0; --i)
                touched.append(quint32(random.bounded(rows)));
            // Some come back to where they were, some to the row before, some go anywhere or leave.
            QList<quint32> after = before;
            for (const quint32 row : std::as_const(touched)) {
                const qsizetype place = after.indexOf(row);
                if (place >= 0)
                    after.remove(place);
                const int fate = random.bounded(4);
                if (fate == 0 && place >= 0)
                    after.insert(place, row);
                else if (fate == 1)
                    after.insert(std::max<qsizetype>(place - 1, 0), row);
                else if (fate == 2)
                    after.insert(random.bounded(after.size() + 1), row);
            }
            const RowEdit edit = editOf(touched, before, after);
            const QList<RowStep> steps = rowSteps(RowOrder(before), RowOrder(after), edit);
            const QString described = u"round %1: %2"_s.arg(round).arg(toString(steps));
            for (const RowStep &step : steps)
                QVERIFY2(play(step, before), qPrintable(described));
            QVERIFY2(before == after, qPrintable(described));
            QVERIFY2(std::ranges::count(steps, RowStep::Kind::Remove, &RowStep::kind) <= 1 &&
                         std::ranges::count(steps, RowStep::Kind::Insert, &RowStep::kind) <= 1,
                     qPrintable(described));
        }
    }
};

QTEST_APPLESS_MAIN(TestRowSteps)
#include "tst_rowsteps.moc"
