// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/texts.h"
#include "support/warnings.h"
#include "words/bidi.h"
#include "words/columnwords.h"
#include "words/errorwords.h"
#include "words/filterwords.h"
#include "words/instanttext.h"
#include "words/keptwords.h"
#include "words/notices.h"
#include "words/readyviews.h"
#include "words/rowwords.h"
#include "words/searchwords.h"
#include "words/statewords.h"
#include "words/statuswords.h"
#include "words/viewsettings.h"

#include <QTest>

#include <utility>

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
                 u"All 3,412"_s);
        quo::Completeness unread;
        unread.moreExist = true;
        QCOMPARE(words::completenessText(status(PageWalk::Idle{}, unread, 2300), m_locale),
                 u"First 2,300"_s);
        ApiError error;
        error.kind = ApiError::Kind::RateLimited;
        quo::Completeness failed;
        failed.failures = {{{}, error}};
        QCOMPARE(words::completenessText(status(PageWalk::Failed{error}, failed, 2300), m_locale),
                 u"Rate limit reached. First 2,300"_s);
        // Before the first page it is not known whether there is anything.
        QCOMPARE(words::completenessText(status(PageWalk::Fetching{}, unread, 0), m_locale),
                 u"Loading…"_s);
        quo::Completeness refused;
        refused.refusedLines = {u"PN1"_s};
        QCOMPARE(words::completenessText(status(PageWalk::Ended{}, refused, 592), m_locale),
                 u"592, incomplete: no access to some lines"_s);
        const auto filtered = [this](const quo::Completeness &completeness, int shown, int loaded) {
            SessionStatus s = status(PageWalk::Idle{}, completeness, loaded);
            s.isFiltered = true;
            s.shown = shown;
            return words::completenessText(s, m_locale);
        };
        QCOMPARE(filtered(unread, 12, 3400), u"12 matches in the first 3,400"_s);
        QCOMPARE(filtered({}, 12, 396), u"12 of 396"_s);
    }

    void theListSaysAsOfWhenThatIs()
    {
        const inbox::CellContext context{m_reader, m_now, m_directory, m_contacts};
        const auto said = [&context](const SessionStatus &s) {
            return support::plainSpaces(words::datedCompletenessText(s, context));
        };
        quo::Completeness known;
        known.asOf = quo::parseInstant(u"2026-06-02T10:02:00Z"_s);
        QCOMPARE(said(status(PageWalk::Ended{}, known, 20'000)), u"All 20,000 as of 10:02 AM"_s);
        known.asOf = quo::parseInstant(u"2026-06-01T17:42:00Z"_s);
        SessionStatus s = status(PageWalk::Ended{}, known, 396);
        QCOMPARE(said(s), u"All 396 as of yesterday, 5:42 PM"_s);
        s.isFiltered = true;
        s.shown = 12;
        QCOMPARE(said(s), u"12 of 396 as of yesterday, 5:42 PM"_s);
        known.refusedLines = {u"PN1"_s};
        QCOMPARE(said(status(PageWalk::Ended{}, known, 592)),
                 u"592 as of yesterday, 5:42 PM, incomplete: no access to some lines"_s);
        known.refusedLines.clear();
        known.moreExist = true;
        QCOMPARE(said(status(PageWalk::Idle{}, known, 2300)),
                 u"First 2,300 as of yesterday, 5:42 PM"_s);
        QCOMPARE(said(status(PageWalk::Fetching{}, known, 0)), u"Loading…"_s);
        known.asOf.reset();
        QCOMPARE(said(status(PageWalk::Idle{}, known, 2300)), u"First 2,300"_s);
        QCOMPARE(words::readingRestText(12'300, m_locale), u"Reading the rest… 12,300 so far"_s);
    }

    void whatIsKeptHasASizeAndAnAge()
    {
        const inbox::CellContext context{m_reader, m_now, m_directory, m_contacts};
        const auto said = [&context](qint64 bytes, const std::optional<quo::Instant> &asOf) {
            return support::plainSpaces(words::keptText(bytes, asOf, context));
        };
        const auto asOf = quo::parseInstant(u"2026-06-02T10:02:00Z"_s);
        QCOMPARE(said(34'200'000, asOf), u"34 MB, as of 10:02 AM"_s);
        QCOMPARE(said(1'260'000, asOf), u"1.3 MB, as of 10:02 AM"_s);
        QCOMPARE(said(198'000'000, std::nullopt), u"198 MB"_s);
        QCOMPARE(said(0, asOf), u"Nothing is kept"_s);
    }

    void eachProblemWithWhatIsKeptHasItsOwnWords()
    {
        QSet<QString> sentences;
        QSet<QString> texts;
        for (int kind = 0; kind <= int(mirror::Problem::Kind::Failed); ++kind) {
            const mirror::Problem problem{
                mirror::Problem::Kind(kind), u"/home/x/workspace-1.sqlite"_s, {}, u"SQLITE_X"_s};
            const QString sentence = words::keptProblemSentence(problem);
            QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u"SQLITE"_s) &&
                         !sentence.contains(u"/home"_s),
                     qPrintable(sentence));
            sentences.insert(sentence);
            texts.insert(words::keptProblemText(problem));
        }
        QCOMPARE(sentences.size(), int(mirror::Problem::Kind::Failed) + 1);
        QCOMPARE(texts.size(), sentences.size());
        QVERIFY(
            words::keptProblemSentence(
                {mirror::Problem::Kind::Damaged, u"/a/b.sqlite"_s, u"/a/b.damaged.sqlite"_s, {}})
                .contains(u"“b.damaged.sqlite”"_s));
    }

    void theStatusBarOffersWhatFits()
    {
        using Action = words::StatusSentence::Action;
        const inbox::CellContext context{m_reader, m_now, m_directory, m_contacts};
        const auto said = [&context](const SessionStatus &s) {
            const words::StatusSentence sentence = words::statusSentence(s, context);
            return std::pair(support::plainSpaces(sentence.text), sentence.action);
        };
        quo::Completeness unread;
        unread.moreExist = true;
        QCOMPARE(said(status(PageWalk::Ended{}, {}, 5000)),
                 std::pair(u"All 5,000"_s, Action::None));
        SessionStatus s = status(PageWalk::Idle{}, unread, 100);
        QCOMPARE(said(s), std::pair(u"First 100"_s, Action::LoadAll));
        s.loaded = 12'400;
        s.loadingAll = true;
        s.walk = s.shownWalk = PageWalk::Fetching{};
        QCOMPARE(said(s), std::pair(u"Loading all: 12,400 so far"_s, Action::Stop));
        s.loadingAll = false;
        s.offlineSince = quo::parseInstant(u"2026-06-02T04:32:00Z"_s);
        QCOMPARE(said(s), std::pair(u"Offline since 4:32 AM. First 12,400"_s, Action::TryNow));
        s.completeness.asOf = quo::parseInstant(u"2026-06-02T04:31:00Z"_s);
        QCOMPARE(said(s),
                 std::pair(u"Offline since 4:32 AM. First 12,400 as of 4:31 AM"_s, Action::TryNow));
        s.completeness.failures = {{{}, ApiError::of(ApiError::Kind::NoNetwork)}};
        QCOMPARE(said(s),
                 std::pair(u"Offline since 4:32 AM. First 12,400 as of 4:31 AM"_s, Action::TryNow));
        s.completeness.failures.clear();
        s.loaded = 0;
        QCOMPARE(said(s), std::pair(u"Offline since 4:32 AM"_s, Action::TryNow));
        // A notice above the list says why it waits; nothing is said twice.
        ApiError limited;
        limited.kind = ApiError::Kind::RateLimited;
        const PageWalk::Waiting wait{{m_now + std::chrono::seconds(18), limited, 2, 6}};
        SessionStatus waiting = status(wait, unread, 100);
        waiting.refreshing = true;
        QCOMPARE(said(waiting), std::pair(u"First 100"_s, Action::None));
        const words::Notice notice = words::bannerNotice(waiting, inbox::latestFirst(), context);
        QCOMPARE(notice.title, u"Quo’s rate limit is reached. Trying again in 18 s (2 of 6)."_s);
        QCOMPARE(notice.tone, words::Notice::Tone::Attention);
        QCOMPARE(notice.actions, QList{words::Notice::Action::Stop});
        // It can be stopped wherever the list is scrolled to, and without rows in their place.
        waiting.refreshing = false;
        QCOMPARE(words::bannerNotice(waiting, inbox::latestFirst(), context), notice);
        QVERIFY(words::listNotice(waiting, {}, {}, context).actions.isEmpty());
        waiting.loaded = 0;
        QVERIFY(words::bannerNotice(waiting, inbox::latestFirst(), context).isEmpty());
        QCOMPARE(words::listNotice(waiting, {}, {}, context), notice);
    }

    void theHeadingCountsHonestly()
    {
        using inbox::ColumnId;
        const auto key = [](ColumnId column, bool descending) {
            return inbox::SortKeys{{inbox::columnIndex(column), descending}};
        };
        quo::Completeness unread;
        unread.moreExist = true;
        const auto heading = [this](const SessionStatus &s, const inbox::SortKeys &sort) {
            return words::listHeading(s, sort, m_locale);
        };
        QCOMPARE(heading(status(PageWalk::Ended{}, {}, 134), key(ColumnId::LastActivityAt, false)),
                 u"134 conversations, oldest first"_s);
        QCOMPARE(heading(status(PageWalk::Idle{}, unread, 100), inbox::latestFirst()),
                 u"100+ conversations, newest first"_s);
        QCOMPARE(heading(status(PageWalk::Fetching{}, unread, 0), inbox::latestFirst()), QString());
        SessionStatus searching = status(PageWalk::Idle{}, unread, 100);
        searching.isFiltered = true;
        searching.shown = 0;
        QCOMPARE(heading(searching, inbox::latestFirst()), QString()); // rather than '0+'
        QCOMPARE(heading(status(PageWalk::Ended{}, {}, 5), key(ColumnId::AssignedTo, false)),
                 u"5 conversations, by Assigned to"_s);
        QCOMPARE(heading(status(PageWalk::Ended{}, {}, 5), key(ColumnId::CreatedAt, true)),
                 u"5 conversations, by Created, latest first"_s);
    }

    void anOrderOfAPartIsNotTakenForTheOrderOfAll()
    {
        const inbox::CellContext context{m_reader, m_now, m_directory, m_contacts};
        quo::Completeness unread;
        unread.moreExist = true;
        const SessionStatus some = status(PageWalk::Idle{}, unread, 400);
        inbox::SortKeys oldest = inbox::latestFirst();
        oldest.first().descending = false;
        const words::Notice notice = words::bannerNotice(some, oldest, context);
        QCOMPARE(notice.title, u"Oldest of the first 400. Older ones are still in Quo."_s);
        QCOMPARE(notice.actions, QList{words::Notice::Action::LoadAll});
        QVERIFY(words::bannerNotice(some, inbox::latestFirst(), context).isEmpty());
        QVERIFY(words::bannerNotice(status(PageWalk::Ended{}, {}, 400), oldest, context).isEmpty());
    }

    void withoutANetworkTheOldRowsAreSaidToBeOld()
    {
        const inbox::CellContext context{m_reader, m_now, m_directory, m_contacts};
        quo::Completeness unread;
        unread.moreExist = true;
        SessionStatus s = status(PageWalk::Failed{}, unread, 396);
        s.offlineSince = quo::parseInstant(u"2026-06-02T04:32:00Z"_s);
        const words::Notice notice = words::bannerNotice(s, inbox::latestFirst(), context);
        QCOMPARE(support::plainSpaces(notice.title),
                 u"Offline since 4:32 AM. Showing the first 396."_s);
        s.completeness.asOf = quo::parseInstant(u"2026-06-01T17:42:00Z"_s);
        QCOMPARE(support::plainSpaces(words::bannerNotice(s, inbox::latestFirst(), context).title),
                 u"Offline since 4:32 AM. Showing the first 396 as of yesterday, 5:42 PM."_s);
        s.completeness.moreExist = false;
        QCOMPARE(support::plainSpaces(words::bannerNotice(s, inbox::latestFirst(), context).title),
                 u"Offline since 4:32 AM. Showing all 396 as of yesterday, 5:42 PM."_s);
        s.completeness.failures = {{}};
        QCOMPARE(support::plainSpaces(words::bannerNotice(s, inbox::latestFirst(), context).title),
                 u"Offline since 4:32 AM. Showing the first 396 as of yesterday, 5:42 PM."_s);
        s.completeness.failures.clear();
        s.isFiltered = true;
        s.shown = 44;
        QCOMPARE(support::plainSpaces(words::bannerNotice(s, inbox::latestFirst(), context).title),
                 u"Offline since 4:32 AM. 44 of 396 as of yesterday, 5:42 PM"_s);
        QCOMPARE(notice.actions, QList{words::Notice::Action::TryNow});
    }

    void aKeyThatIsNotAcceptedCanBeChanged()
    {
        const inbox::CellContext context{m_reader, m_now, m_directory, m_contacts};
        ApiError error;
        error.kind = ApiError::Kind::RefusedKey;
        error.httpStatus = 401;
        error.trace = u"t7"_s;
        const words::Notice notice =
            words::listNotice(status(PageWalk::Failed{error}, {}, 0), {}, {}, context);
        QCOMPARE(notice.title, u"Quo didn’t accept the API key"_s);
        QCOMPARE(notice.actions.first(), words::Notice::Action::ChangeKey);
        QCOMPARE(notice.detail, u"HTTP 401 · trace t7"_s);
        QVERIFY(!notice.sentence.contains(u"401"_s));
    }

    void offlineAFilterThatOnlyQuoAnswersSaysSo()
    {
        using Action = words::Notice::Action;
        const inbox::CellContext context{m_reader, m_now, m_directory, m_contacts};
        ApiError error;
        error.kind = ApiError::Kind::NoNetwork;
        const auto said = [&](const workspace::Filters &filters, int loaded = 0) {
            return words::listNotice(status(PageWalk::Failed{error}, {}, loaded), filters, {},
                                     context);
        };
        workspace::Filters byUser;
        byUser.teammate = u"US1"_s;
        workspace::Filters onlyActive;
        onlyActive.excludeInactive = true;
        for (const workspace::Filters &filters : {byUser, onlyActive}) {
            QCOMPARE(said(filters).title, u"Only Quo can answer this filter"_s);
            QCOMPARE(said(filters).sentence, u"Connect to the internet, or remove the filter."_s);
            QCOMPARE(said(filters).actions, (QList{Action::ClearFilters, Action::TryAgain}));
            QCOMPARE(said(filters, 7).title, u"Couldn’t load more"_s);
        }
        // The others are answered with what is known, once it is.
        workspace::Filters byLine;
        byLine.lines = QStringList{u"PN1"_s};
        QCOMPARE(said(byLine).title, u"Can’t reach Quo"_s);
        // Of another error, its own words say more.
        error.kind = ApiError::Kind::NotPaid;
        QCOMPARE(said(byUser).title, words::errorTitle(error));
    }

    void noticesHaveAtMostTwoNamedButtons()
    {
        const inbox::CellContext context{m_reader, m_now, m_directory, m_contacts};
        for (int kind = 0; kind <= int(ApiError::Kind::Stopped); ++kind) {
            ApiError error;
            error.kind = ApiError::Kind(kind);
            for (const int loaded : {0, 7}) {
                SessionStatus s = status(PageWalk::Failed{error}, {}, loaded);
                s.refreshError = error;
                for (const words::Notice &notice :
                     {words::listNotice(s, {}, {}, context),
                      words::bannerNotice(s, inbox::latestFirst(), context)}) {
                    QVERIFY(!notice.isEmpty() && !notice.actions.isEmpty());
                    QCOMPARE_LE(notice.actions.size(), 2);
                    for (const words::Notice::Action action : notice.actions)
                        QVERIFY(!words::actionName(action).isEmpty());
                }
            }
        }
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
        add("null", u"", u"Off", u"Off");
        add("later today", u"2026-06-02T15:00:00Z", u"Until 3:00 PM", u"Until 3:00 PM");
        add("tomorrow", u"2026-06-03T20:15:00Z", u"Until tomorrow, 8:15 PM",
            u"Until tomorrow, 8:15 PM");
        // A weekday alone would be taken for the last one.
        add("next days", u"2026-06-05T14:00:00Z", u"Until Fri 5 Jun, 2:00 PM",
            u"Until Fri 5 Jun, 2:00 PM");
        add("next year", u"2027-01-19T14:00:00Z", u"Until 19 Jan 2027", u"Until 19 Jan 2027");
        add("ended", u"2026-06-02T10:00:00Z", u"Off", u"Ended 10:00 AM");
        add("ended yesterday", u"2026-06-01T06:42:00Z", u"Off", u"Ended yesterday, 6:42 AM");
        add("ended this week", u"2026-05-28T06:42:00Z", u"Off", u"Ended Thu, 6:42 AM");
        add("ended a week ago", u"2026-05-26T06:42:00Z", u"Off", u"Ended Tue 26 May, 6:42 AM");
        add("ended last year", u"2025-05-26T06:42:00Z", u"Off", u"Ended 26 May 2025");
        add("for good", u"9999-12-31T23:59:59.999Z", u"On", u"Indefinitely");
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
        QCOMPARE(words::assignmentText(state, store.at(0), context), u"Nobody"_s);
        QCOMPARE(words::ownerText(store.at(0), context), u"Unassigned"_s);
    }

    void whoHasLeftIsAFormerTeammate()
    {
        quo::Conversation row;
        row.id = u"CN1"_s;
        row.assignedTo = u"US7"_s;
        inbox::ConversationStore store;
        store.merge({row});
        quo::Directory directory;
        directory.add({{u"US1"_s, u"Dana"_s, u"Kim"_s, {}}});
        const auto owner = [&](const QString &id) {
            row.assignedTo = id;
            store.merge({row});
            return words::ownerText(store.at(0), {m_reader, m_now, directory, m_contacts});
        };
        QCOMPARE(owner(u"US7"_s), u"US7"_s); // it is not known whether it is everyone
        directory.setHasAllTeammates();
        QCOMPARE(owner(u"US7"_s), u"Former teammate"_s);
        QCOMPARE(owner(u"US1"_s), u"Dana Kim"_s);
        QCOMPARE(owner(u"SYU1"_s), u"Quo (automatic)"_s);
    }

    void tagsAreShort_data()
    {
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("tag");
        QTest::newRow("today") << u"2026-06-02T15:00:00Z"_s << u"3:00 PM"_s;
        QTest::newRow("coming days") << u"2026-06-06T15:00:00Z"_s << u"Sat 6 Jun"_s;
        QTest::newRow("next year") << u"2027-01-19T15:00:00Z"_s << u"19 Jan 2027"_s;
        QTest::newRow("for good") << u"9999-12-31T23:59:59.999Z"_s << u"Indefinitely"_s;
        QTest::newRow("ended today") << u"2026-06-02T10:00:00Z"_s << u"Ended 10:00 AM"_s;
        QTest::newRow("ended yesterday") << u"2026-06-01T13:00:00Z"_s << u"Ended yesterday"_s;
        QTest::newRow("ended") << u"2026-05-31T23:00:00Z"_s << u"Ended 2 d ago"_s;
        QTest::newRow("ended long ago") << u"2022-05-31T23:00:00Z"_s << u"Ended 4 y ago"_s;
    }

    void tagsAreShort()
    {
        using Mark = inbox::ConversationState::Mark;
        QFETCH(QString, until);
        quo::Conversation row;
        row.id = u"CN1"_s;
        row.snoozedUntil = quo::parseInstant(until);
        inbox::ConversationStore store;
        store.merge({row});
        const inbox::CellContext context{m_reader, m_now, m_directory, m_contacts};
        const auto tag = [&](Mark mark) {
            return support::plainSpaces(words::stateTag(mark, store.at(0), context));
        };
        QTEST(tag(inbox::ConversationState::at(m_now, row).marks().value(1)), "tag");
        QCOMPARE(tag(Mark::Unassigned), u"Unassigned"_s);
        QCOMPARE(tag(Mark::Muted), u"Muted"_s);
        QCOMPARE(tag(Mark::Deleted), u"Deleted"_s);
    }

    void timesOfTheListCannotBeConfused_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("text");
        QTest::newRow("today") << u"2026-06-02T10:23:00Z"_s << u"10:23 AM"_s;
        QTest::newRow("yesterday") << u"2026-06-01T10:23:00Z"_s << u"Yesterday"_s;
        QTest::newRow("six days ago") << u"2026-05-27T15:45:00Z"_s << u"Wed 3:45 PM"_s;
        QTest::newRow("a week ago") << u"2026-05-26T15:45:00Z"_s << u"26 May"_s;
        QTest::newRow("last year") << u"2025-11-02T15:45:00Z"_s << u"2 Nov 2025"_s;
        QTest::newRow("ahead") << u"2026-06-07T15:45:00Z"_s << u"Sun 7 Jun"_s;
    }

    void timesOfTheListCannotBeConfused()
    {
        QFETCH(QString, time);
        const inbox::CellContext context{m_reader, m_now, m_directory, m_contacts};
        QTEST(support::plainSpaces(words::listInstant(*quo::parseInstant(time), context)), "text");
    }

    void leftOutRowsAreToldWithTheReasons()
    {
        using Reason = quo::SkippedRow::Reason;
        const inbox::CellContext context{m_reader, m_now, m_directory, m_contacts};
        SessionStatus s;
        QVERIFY(words::bannerNotice(s, inbox::latestFirst(), context).isEmpty());
        s.completeness.addUnreadable({{0, {}, u"id"_s, Reason::MissingField},
                                      {1, {}, u"name"_s, Reason::WrongType},
                                      {2, {}, u"name"_s, Reason::WrongType}});
        const words::Notice notice = words::bannerNotice(s, inbox::latestFirst(), context);
        QCOMPARE(notice.title, u"Left out 3 conversations that couldn’t be read."_s);
        QCOMPARE(notice.detail, u"Reasons: “id” is missing (1); “name” has the wrong type (2)."_s);
    }

    void anIgnoredFilterIsNamed()
    {
        const inbox::CellContext context{m_reader, m_now, m_directory, m_contacts};
        SessionStatus s;
        s.completeness.addIgnored({quo::QueryField::PhoneNumbers});
        QCOMPARE(words::bannerNotice(s, inbox::latestFirst(), context).title,
                 u"Quo ignored the filter “Line”. Quoin left out the rows that don’t match it."_s);
        s.completeness.addIgnored({quo::QueryField::UserId});
        QCOMPARE(words::bannerNotice(s, inbox::latestFirst(), context).title,
                 u"Quo ignored the filter “Line, Quo user”. Some rows don’t match it."_s);
    }

    void emptyAndFilteredEmptyLookDifferent()
    {
        using Action = words::Notice::Action;
        quo::Directory directory;
        directory.setLines({{u"PN1"_s, u"+14155550100"_s, u"Billing"_s, {}}});
        const inbox::CellContext context{m_reader, m_now, directory, m_contacts};
        SessionStatus s = status(PageWalk::Ended{}, {}, 0);
        workspace::Filters filters;
        QCOMPARE(words::listNotice(s, filters, {}, context).title, u"No conversations yet"_s);
        filters.lines = QStringList{u"PN1"_s};
        words::Notice notice = words::listNotice(s, filters, {}, context);
        QCOMPARE(notice.title, u"No conversations match these filters"_s);
        QCOMPARE(notice.actions, QList{Action::ClearFilters});
        s.loaded = 20'000;
        s.isFiltered = true;
        notice = words::listNotice(s, filters, u" qqqqzz "_s, context);
        QCOMPARE(notice.title, u"No conversations match"_s);
        QCOMPARE(notice.sentence, u"Searched all 20,000 for “qqqqzz” on Billing."_s);
        QCOMPARE(notice.actions, (QList{Action::ClearSearch, Action::SearchAllLines}));
        filters.lines = QStringList{u"PN1"_s, u"PN2"_s, u"PN3"_s};
        QCOMPARE(words::listNotice(s, filters, u"qqqqzz"_s, context).sentence,
                 u"Searched all 20,000 for “qqqqzz” on 3 lines."_s);
    }

    void conditionsOnTimesReadAsRanges()
    {
        const inbox::CellContext context{m_reader, m_now, m_directory, m_contacts};
        const auto text = [&](const QString &search) {
            const inbox::SplitSearch split =
                inbox::splitSearch(search, {m_now, m_reader.zone, {m_reader.region}});
            return split.conditions.isEmpty()
                       ? QString()
                       : words::conditionText(split.conditions.first(), context, {});
        };
        QCOMPARE(text(u"older:5d"_s), u"Over 5\u00a0d ago"_s);
        QCOMPARE(text(u"active:<5D"_s), u"Over 5\u00a0D ago"_s);
        QCOMPARE(text(u"active:last36h"_s), u"Last 36\u00a0h"_s);
        QCOMPARE(text(u"newer:2mo"_s), u"Last 2\u00a0mo"_s);
        QCOMPARE(text(u"snoozed:next24h"_s), u"in the next 24\u00a0h"_s);
        QCOMPARE(text(u"snoozed:>=next2w"_s), u"in over 2\u00a0w"_s);
        QCOMPARE(text(u"created:<2026-01"_s), u"before 2026-01"_s);
        QCOMPARE(text(u"created:<=2026-01"_s), u"until 2026-01"_s);
        QCOMPARE(text(u"created:>2026-01"_s), u"after 2026-01"_s);
        QCOMPARE(text(u"created:>=2026-01"_s), u"from 2026-01"_s);
        QCOMPARE(text(u"before:<=2026-01"_s), u"before 2026-01"_s);
        QCOMPARE(text(u"-after:yesterday"_s), u"not from yesterday"_s);
        QCOMPARE(text(u"created:2026"_s), u"2026"_s);
    }

    void aLineIsNamedWithoutItsSymbol()
    {
        quo::Directory directory;
        directory.setLines({{u"PN1"_s, u"+14155550100"_s, u"Sales"_s, u"🌙"_s},
                            {u"PN2"_s, u"+14155550101"_s, {}, u"🧪"_s}});
        const inbox::CellContext context{m_reader, m_now, directory, m_contacts};
        workspace::Filters filters;
        for (const auto &[id, name] :
             {std::pair{u"PN1"_s, u"Sales"_s}, std::pair{u"PN2"_s, u"(415) 555-0101"_s},
              std::pair{u"PN3"_s, u"PN3"_s}, std::pair{u"+14155550109"_s, u"(415) 555-0109"_s}}) {
            filters.lines = QStringList{id};
            QCOMPARE(words::linesText(filters, context), name);
            QCOMPARE(words::lineLabel(id, context), name);
        }
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

    void readyViewsAreCountedFromWhatIsLoaded()
    {
        inbox::ShownCounts counts;
        counts.loaded = 9;
        counts.shown = 1;
        counts.all.facets = {1, 2, 3, 4, 5, 6};
        counts.all.assignees = {{u"US1"_s, 7}, {QString(), 1}};
        counts.snoozesThatEndToday = 8;
        QList<int> found;
        QSet<QString> names;
        for (const workspace::ReadyView view : workspace::allReadyViews) {
            found.append(words::readyViewCount(view, counts, u"US1"_s).value_or(-1));
            names.insert(words::readyViewName(view));
        }
        QCOMPARE(found, (QList{-1, 1, 7, 8, 4}));
        QCOMPARE(names.size(), qsizetype(workspace::allReadyViews.size()));
        QVERIFY(!words::readyViewCount(workspace::ReadyView::Mine, counts, {}));
        QCOMPARE(words::readyViewCount(workspace::ReadyView::Mine, counts, u"US2"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
