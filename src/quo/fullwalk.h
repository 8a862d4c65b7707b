// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/changewalk.h"
#include "quo/seenrows.h"
#include "quo/walkparts.h"

namespace quo {

// All rows of one query, as fast as the key allows or page by page. The receiver merges by id,
// since rows come more than once.
//
// Rows move while pages are read. Where the server counts rows, each row that leaves moves an
// unread one to a page that was already read. So a query with more than one page takes three steps:
//  1. It is read. If it can be split without losing rows (see split()), the parts are walked side
//     by side. If the lines are only guessed, it is walked both whole and by line: the whole walk
//     finds rows on other lines.
//  2. Changes since the first page are requested (see ChangeWalk).
//  3. A row that has not changed since the first page, and that only one of two walks has brought,
//     shows that rows were missed, so the query is read once more, at most four times. If even the
//     last reading brings such a row, the verdict says that rows moved.
class FullWalk : public QObject
{
    Q_OBJECT

public:
    // 'lines' are ids of the lines that the key may see, as far as they are known. The client must
    // outlive it, as must the clock.
    FullWalk(Client &client, const Clock &clock, ConversationQuery query, QStringList lines,
             Priority priority, QObject *parent = nullptr);
    ~FullWalk() override;

    // Idle until it is started; failed once only failed parts are left. A walk page by page has
    // ended after the last page, before it is closed.
    PageWalk::State state() const;
    // How much of the query it has brought so far. It is not whole before it is closed.
    Completeness completeness() const;
    // The queries that are walked, each once and without their tokens.
    const QList<ConversationQuery> &parts() const { return m_queries; }
    int pages() const { return m_pages; }
    // The latest change that it includes, in the server's time; null if unknown.
    const std::optional<Instant> &knownUntil() const { return m_knownUntil; }

    // All pages are read, and the walk checks whether rows are missing.
    bool isChecking() const;

    void start();
    // Instead of start(): one page, unless one is on its way.
    void fetchNext();
    // Call it after the last of these pages; before that, it does nothing. With 'isConfirmed' the
    // receiver already has all rows from elsewhere, so nothing needs to be found out. Emits nothing
    // itself.
    void close(bool isConfirmed = false);
    // Of the next requests.
    void setPriority(Priority priority);
    // Repeats only what has failed.
    void retry();
    // Cancels what is under way; the walk has then failed with 'Stopped'.
    void stop();

Q_SIGNALS:
    void stateChanged();
    void pageArrived(const quo::Page &page, const QList<quo::QueryField> &ignored);
    // Rows that came before and no longer match the query.
    void rowsLeft(const QStringList &ids);

private:
    void add(const ConversationQuery &query);
    void onPage(WalkPart &part, const Page &page, const QList<QueryField> &ignored);
    void onPartState(WalkPart &part);
    void splitUp();
    void goOnAlone();
    void fetchMore();
    void advanceLater();
    void advance();
    void readAgain();
    void askForChanges();
    void onChangeState();
    void endChanges(const ChangeWalk &changes);

    Client &m_client;
    const Clock &m_clock;
    const ConversationQuery m_query;
    const QStringList m_lines;
    Priority m_priority;
    WalkParts m_parts;
    WalkPart *m_whole = nullptr; // the part that is not split, while the others confirm it
    std::unique_ptr<ChangeWalk> m_changes;
    QList<ConversationQuery> m_queries;
    QHash<int, Completeness> m_passes; // what parts that are gone lacked, by pass
    SeenRows m_rows;
    std::optional<Instant> m_knownUntil;
    int m_pageSize = 100; // the most that the server allows
    int m_pass = 0;
    int m_pages = 0;
    int m_missed = 0; // rows of this pass that the earlier ones had missed
    bool m_isStarted = false;
    bool m_isPageByPage = false; // until close()
    bool m_isDecided = false;    // whether to split
    bool m_isStopped = false;
    bool m_isAdvancing = false;
    bool m_isReadAgain = false;
    bool m_areChangesKnown = false;
    bool m_canAskForChanges = true;
    bool m_rowsMoved = false;
    bool m_isClosed = false;
};

} // namespace quo
