// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/texts.h"
#include "support/warnings.h"
#include "words/bidi.h"
#include "words/columnwords.h"
#include "words/errorwords.h"
#include "words/filterwords.h"
#include "words/notices.h"
#include "words/statewords.h"
#include "words/statuswords.h"
#include "words/viewsettings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using inbox::SessionStatus;
using quo::ApiError;
using quo::PageWalk;

class TestWords : public QObject
{
    Q_OBJECT

    const QLocale m_locale{QLocale::English, QLocale::UnitedStates};
    const quo::Instant m_now = *quo::parseInstant(u"2026-06-02T12:00:00Z"_s); // a Tuesday
    const inbox::Reader m_reader{m_locale, QTimeZone::utc(), u"US"_s};

    const quo::Directory m_directory{};
    const quo::ContactIndex m_contacts{};

    static SessionStatus status(const PageWalk::State &walk, const quo::Completeness &completeness,
                                int loaded)
    {
        SessionStatus status;
        status.walk = status.shownWalk = walk;
        status.completeness = completeness;
        status.loaded = loaded;
        status.firstPageArrived = loaded > 0;
        return status;
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void theListSaysHowWholeItIs()
    {
        QCOMPARE(words::completenessText(status(PageWalk::Ended{}, {}, 3412), m_locale),
                 u"complete, 3,412"_s);
        quo::Completeness unread;
        unread.moreExist = true;
        QCOMPARE(words::completenessText(status(PageWalk::Idle{}, unread, 2300), m_locale),
                 u"first 2,300, more exist"_s);
        ApiError error;
        error.kind = ApiError::Kind::RateLimited;
        quo::Completeness failed;
        failed.failures = {{{}, error}};
        QCOMPARE(words::completenessText(status(PageWalk::Failed{error}, failed, 2300), m_locale),
                 u"stopped: rate limited, 2,300 loaded"_s);
        // Before the first page it is not known whether there is anything.
        QCOMPARE(words::completenessText(status(PageWalk::Fetching{}, unread, 0), m_locale),
                 u"first 0, more may exist"_s);
        quo::Completeness refused;
        refused.refusedLines = {u"PN1"_s};
        QCOMPARE(words::completenessText(status(PageWalk::Ended{}, refused, 592), m_locale),
                 u"incomplete: lines refused, 592 loaded"_s);
    }

    void everyErrorHasANameAndARemedy()
    {
        QSet<QString> names;
        for (int kind = 0; kind <= int(ApiError::Kind::Stopped); ++kind) {
            ApiError error;
            error.kind = ApiError::Kind(kind);
            if (error.kind == ApiError::Kind::BadParameter)
                error.errors = {{u"/userId"_s, u"bad"_s}};
            names.insert(words::errorName(error));
            QVERIFY(!words::errorName(error).isEmpty());
            QVERIFY(words::errorSentence(error).endsWith(u'.'));
        }
        QCOMPARE(names.size(), int(ApiError::Kind::Stopped) + 1);
    }

    void whatIsNotAboutAFilterSaysWhatTheServerSays()
    {
        ApiError error;
        error.kind = ApiError::Kind::BadRequest;
        error.httpStatus = 409;
        error.message = u"The workspace is being moved"_s;
        QVERIFY(words::errorSentence(error).contains(error.message));
        QVERIFY(!words::errorDetail(error).contains(error.message)); // it is said already
        error.kind = ApiError::Kind::BadParameter;
        error.errors = {{u"/query/limit"_s, u"too many"_s}};
        QVERIFY(words::errorSentence(error).contains(error.message));
        error.errors.append({u"/createdAfter"_s, u"no date"_s});
        QVERIFY(words::errorSentence(error).contains(u"filter"_s));
        QVERIFY(words::errorDetail(error).contains(error.message));
    }

    void detailsOfAnErrorAreThoseThatSupportAsksFor()
    {
        ApiError error;
        error.httpStatus = 400;
        error.code = u"1000400"_s;
        error.message = u"Expected string"_s;
        error.trace = u"t7"_s;
        error.errors = {{u"/userId"_s, u"bad"_s}};
        QCOMPARE(words::errorDetail(error),
                 u"Expected string · HTTP 400 · code 1000400 · trace t7 · /userId: bad"_s);
    }

    void statesAreSentences_data()
    {
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("mute");
        QTest::addColumn<QString>("snooze");
        const auto add = [](const char *name, const char16_t *until, const char16_t *mute,
                            const char16_t *snooze) {
            QTest::newRow(name) << QString::fromUtf16(until) << QString::fromUtf16(mute)
                                << QString::fromUtf16(snooze);
        };
        add("null", u"", u"Not muted", u"Not snoozed");
        add("later today", u"2026-06-02T15:00:00Z", u"Muted until 3:00 PM, for another 3 h",
            u"Snoozed until 3:00 PM, in 3 h");
        add("next days", u"2026-06-05T14:00:00Z", u"Muted until Fri 2:00 PM, for another 3 d",
            u"Snoozed until Fri 2:00 PM, in 3 d");
        add("ended", u"2026-06-02T10:00:00Z", u"Not muted", u"Snooze ended 2 h ago");
        add("ended now", u"2026-06-02T12:00:00Z", u"Not muted", u"Snooze ended a moment ago");
        add("for good", u"9999-12-31T23:59:59.999Z", u"Muted",
            u"Snoozed until 31 Dec 9999, in 7973 y");
    }

    void statesAreSentences()
    {
        QFETCH(QString, until);
        quo::Conversation row;
        row.id = u"CN1"_s;
        row.mutedUntil = row.snoozedUntil = quo::parseInstant(until);
        inbox::ConversationStore store;
        store.merge({row});
        const inbox::CellContext context{m_reader, m_now, m_directory, m_contacts};
        const auto state = inbox::ConversationState::at(m_now, row);
        QTEST(support::plainSpaces(words::muteText(state, store.at(0), context)), "mute");
        QTEST(support::plainSpaces(words::snoozeText(state, store.at(0), context)), "snooze");
        QCOMPARE(words::assignmentText(state, store.at(0), context), u"Unassigned"_s);
    }

    void leftOutRowsAreToldWithTheReasons()
    {
        using Reason = quo::SkippedRow::Reason;
        const inbox::CellContext context{m_reader, m_now, m_directory, m_contacts};
        SessionStatus s;
        QVERIFY(words::bannerNotice(s, context).isEmpty());
        s.completeness.addUnreadable({{0, {}, u"id"_s, Reason::MissingField},
                                      {1, {}, u"name"_s, Reason::WrongType},
                                      {2, {}, u"name"_s, Reason::WrongType}});
        QCOMPARE(words::bannerNotice(s, context).title,
                 u"Rows that could not be read and are left out: 3. Why: ‘id’ is missing (1); "
                 u"‘name’ has a wrong type (2)."_s);
    }

    void emptyAndFilteredEmptyLookDifferent()
    {
        const SessionStatus s = status(PageWalk::Ended{}, {}, 0);
        QVERIFY(words::listNotice(s, false, m_now, m_locale).title !=
                words::listNotice(s, true, m_now, m_locale).title);
    }

    void filtersAreSummedUpInAFewWords()
    {
        quo::Directory directory;
        directory.setLines({{u"PN1"_s, u"+14155550100"_s, u"support"_s, {}}});
        directory.add({{u"US1"_s, u"Dana"_s, u"Kim"_s, {}}});
        const inbox::CellContext context{m_reader, m_now, directory, m_contacts};
        workspace::Filters filters;
        QCOMPARE(words::filtersText(filters, context), QString());
        QCOMPARE(words::shownText(filters, u"  is:muted   ana "_s, context), u"is:muted ana"_s);
        filters.excludeInactive = true;
        QCOMPARE(words::filtersText(filters, context), u"Active only"_s);
        filters.lines = QStringList{u"PN1"_s};
        filters.updated.preset = workspace::DateFilter::Preset::Last7Days;
        QCOMPARE(words::filtersText(filters, context), u"Support, Last 7 days, active only"_s);
        filters = {};
        filters.lines = QStringList{u"PN1"_s, u"PN2"_s};
        filters.teammate = u"US1"_s;
        QCOMPARE(words::shownText(filters, u"ana"_s, context), u"2 lines, Dana Kim, ana"_s);
    }

    void columnsAreThoseOfTheSettingsAndThenTheOthers()
    {
        const auto ids = [](const QList<workspace::ColumnSetting> &settings) {
            QStringList list;
            for (const inbox::Column *column : words::shownColumns(settings))
                list.append(column->name);
            return list;
        };
        QStringList initial;
        for (const inbox::Column &column : inbox::columns())
            if (words::columnWords(column.id).isInitiallyVisible)
                initial.append(column.name);
        QCOMPARE(ids({}), initial);
        // Unknown ones and repetitions are left out.
        const QList<workspace::ColumnSetting> some{
            {u"id"_s, 90, true}, {u"new"_s, 90, true}, {u"name"_s, 90, false}, {u"id"_s, 9, false}};
        QStringList others = initial;
        others.removeAll(u"name"_s);
        QCOMPARE(ids(some), QStringList{u"id"_s} + others);
        const QList<workspace::ColumnSetting> all = words::allColumns(some);
        QCOMPARE(all.size(), qsizetype(inbox::columns().size()));
        QCOMPARE(all.first().width, 90);
        QCOMPARE(all.last().width, 0);
        // Somebody can always see something.
        QList<workspace::ColumnSetting> none;
        for (const inbox::Column &column : inbox::columns())
            none.append({column.name, 90, false});
        QCOMPARE(ids(none), QStringList{inbox::columns().front().name});
    }

    void numbersStayAsTheyAreDialled()
    {
        using words::isolated;
        const QString latin = u"Luis Reyes · (312) 555-1907"_s;
        QCOMPARE(isolated(latin, Qt::LeftToRight), latin);
        QCOMPARE(isolated(latin, Qt::RightToLeft),
                 u"\u2068Luis Reyes · \u2066(312) 555-1907\u2069\u2069"_s);
        // From left to right as well, where the name before it runs the other way.
        QCOMPARE(isolated(u"عمر · +20 100 000 3022"_s, Qt::LeftToRight),
                 u"\u2068عمر · \u2066+20 100 000 3022\u2069\u2069"_s);
        // Digits of an ID are none.
        QCOMPARE(isolated(u"PN123456789a"_s, Qt::RightToLeft), u"\u2068PN123456789a\u2069"_s);
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
