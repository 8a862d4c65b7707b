// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportcommand.h"
#include "exporting/exportname.h"
#include "support/warnings.h"
#include "words/completenesswords.h"
#include "words/statuswords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using quo::ApiError;
using quo::Completeness;
using quo::Gap;

namespace {

ApiError error(ApiError::Kind kind)
{
    ApiError error;
    error.kind = kind;
    return error;
}

// A list of two rows that is whole but for one thing.
Completeness with(Gap gap)
{
    Completeness completeness;
    completeness.rows = 2;
    switch (gap) {
    case Gap::Failures:
        completeness.failures = {{{}, error(ApiError::Kind::Server)}};
        break;
    case Gap::Stopped:
        completeness.isStopped = true;
        break;
    case Gap::MoreExist:
        completeness.moreExist = true;
        break;
    case Gap::LimitReached:
        completeness.limitReached = true;
        break;
    case Gap::OnlySelected:
        completeness.onlySelected = true;
        break;
    case Gap::UnreadableRows:
        completeness.addUnreadable({{0, {}, u"id"_s, quo::SkippedRow::Reason::MissingField}});
        break;
    case Gap::IgnoredFilters:
        completeness.addIgnored({quo::QueryField::UpdatedAfter});
        break;
    case Gap::UncheckedFilters:
        completeness.uncheckedFilters = {quo::QueryField::UserId};
        break;
    case Gap::RefusedLines:
        completeness.refusedLines = {u"PN1"_s};
        break;
    case Gap::RowsMoved:
        completeness.rowsMoved = true;
        break;
    case Gap::ContactsNotSearched:
        completeness.contactsProblem = error(ApiError::Kind::Forbidden);
        break;
    }
    return completeness;
}

QString statusBar(const Completeness &completeness, bool isFiltered)
{
    inbox::SessionStatus status;
    status.completeness = completeness;
    status.loaded = 2;
    status.shown = isFiltered ? 1 : 2;
    status.isFiltered = isFiltered;
    status.firstPageArrived = true;
    return words::completenessText(status, QLocale::c());
}

QJsonDocument manifestOf(const Completeness &completeness)
{
    exporting::Manifest manifest;
    exporting::setCompleteness(manifest, completeness);
    return QJsonDocument::fromJson(exporting::toJson(manifest));
}

} // namespace

// One verdict: what the command, the dialog, the file and the status bar say follows from it.
class TestCompleteness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void whatIsWholeIsCalledSo()
    {
        Completeness whole;
        QCOMPARE(whole.verdict(), quo::Verdict::Whole); // without rows, too
        whole.rows = 2;
        QCOMPARE(whole.verdict(), quo::Verdict::Whole);
        QCOMPARE(int(app::ExportCommand::exitCode(whole.verdict())), 0);
        QCOMPARE(words::verdictSentence(whole), QString());
        QCOMPARE(exporting::nameFor(u"/a.b/list.csv"_s, whole), u"/a.b/list.csv"_s);
        QCOMPARE(manifestOf(whole)[u"complete"_s], true);
        QCOMPARE(manifestOf(whole)[u"missing"_s].toArray(), QJsonArray());
        QCOMPARE(statusBar(whole, false), u"All 2"_s);
        QCOMPARE(statusBar(whole, true), u"1 of 2"_s);
    }

    void eachGapAloneChangesAllThatIsSaid_data()
    {
        QTest::addColumn<int>("gap");
        for (const Gap gap : quo::allGaps)
            QTest::addRow("%d", int(gap)) << int(gap);
    }

    void eachGapAloneChangesAllThatIsSaid()
    {
        QFETCH(int, gap);
        const Completeness completeness = with(Gap(gap));
        QCOMPARE(completeness.gaps(), QList{Gap(gap)});
        QCOMPARE(completeness.verdict(), quo::Verdict::Incomplete);
        QCOMPARE(int(app::ExportCommand::exitCode(completeness.verdict())), 3);
        const QStringList missing = words::missingTexts(completeness);
        QCOMPARE(missing.size(), 1);
        QVERIFY(!missing.first().isEmpty());
        QCOMPARE(words::verdictSentence(completeness), u"incomplete: "_s + missing.first());
        // A selection is all that was asked for, so its file is called as the user calls it.
        QCOMPARE(exporting::nameFor(u"/a.b/list.csv"_s, completeness),
                 Gap(gap) == Gap::OnlySelected ? u"/a.b/list.csv"_s : u"/a.b/list_partial.csv"_s);
        QCOMPARE(manifestOf(completeness)[u"complete"_s], false);
        QCOMPARE(manifestOf(completeness)[u"missing"_s].toArray(),
                 QJsonArray::fromStringList(missing));
        for (const bool isFiltered : {false, true}) {
            const QString said = statusBar(completeness, isFiltered);
            QVERIFY2(!said.isEmpty() && !said.startsWith(u"All ") && said != u"1 of 2"_s,
                     qPrintable(said));
        }
    }

    void aRequestForEverythingHasNoParametersInWords()
    {
        quo::ApiError error;
        error.kind = quo::ApiError::Kind::NoNetwork;
        error.detail = u"Connection refused"_s;
        quo::ConversationQuery query;
        query.maxResults = 50;
        Completeness completeness;
        completeness.failures = {{query, error}};
        QCOMPARE(words::missingTexts(completeness),
                 QStringList(u"Couldn’t load all conversations. Can’t reach Quo. Check your "
                             "connection. Connection refused"_s));
        query.userId = u"US1"_s;
        completeness.failures = {{query, error}};
        QVERIFY(words::missingTexts(completeness)
                    .first()
                    .startsWith(u"Couldn’t load userId=US1&maxResults=50. "));
    }

    void whereNoRowIsThereNothingIsUsable()
    {
        for (const Gap gap : quo::allGaps) {
            Completeness completeness = with(gap);
            completeness.rows = 0;
            QCOMPARE(completeness.verdict(), quo::Verdict::NothingUsable);
            QCOMPARE(int(app::ExportCommand::exitCode(completeness.verdict())), 1);
            QVERIFY(words::verdictSentence(completeness).startsWith(u"nothing usable: "));
        }
    }

    void aPartialNameStaysOne()
    {
        Completeness completeness = with(Gap::Failures);
        QCOMPARE(exporting::nameFor(u"list_partial.csv"_s, completeness), u"list_partial.csv"_s);
        QCOMPARE(exporting::nameFor(u"list"_s, completeness), u"list_partial"_s);
    }

    void reasonsOfUnreadableRowsAreKeptUpToAHundred()
    {
        Completeness completeness;
        for (int i = 0; i < 30; ++i)
            completeness.addUnreadable(QList<quo::SkippedRow>(7));
        QCOMPARE(completeness.unreadableCount, 210);
        QCOMPARE(completeness.unreadable.size(), Completeness::keptUnreadable);
    }
};

QTEST_GUILESS_MAIN(TestCompleteness)
#include "tst_completeness.moc"
