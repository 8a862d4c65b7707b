// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"
#include "workspace/shownstate.h"

#include <QHash>

namespace widgets {

// Makes a session show what the state says. Search and sort are passed on at once, filters after a
// short rest, as a query by clock and zone. 'Today' is asked for anew once it is another day. While
// something in the search is not understood, the list stays as the search before has made it.
class SessionDriver : public QObject
{
    Q_OBJECT

public:
    // All must outlive it.
    SessionDriver(workspace::ShownState &state, inbox::InboxSession &session,
                  const inbox::Names &names, quo::Clock &clock, QObject *parent = nullptr);

    // Asks for what the filters say, without a rest. Where that cannot be asked, the list stays as
    // it is.
    void ask();
    // Asks for what has changed, or anew where the filters mean something else by now.
    void refresh();

    // Those that the list was asked for.
    const workspace::Filters &askedFilters() const { return m_askedFilters; }
    // The list's filters and search in a few words, without what could not be asked or understood.
    QString askedInWords() const;
    // What is wrong with the search of the state.
    const QList<inbox::SearchProblem> &searchProblems() const { return m_searchProblems; }

Q_SIGNALS:
    // The search or the sort of the state has changed, and the session has the arrangement for it.
    void arrangementChanged();
    // What is wrong with the filters, a sentence for each; replaces what was said before.
    void filterProblemsChanged(const QHash<quo::QueryField, QString> &problems);

private:
    void onChanged(const workspace::View &before);
    // 'goesOn': the list may stay as it is while the search is not understood.
    void arrange(bool goesOn);
    void awaitAge();
    void announceRefusedFilters();
    quo::ConversationQuery query() const;

    workspace::ShownState &m_state;
    inbox::InboxSession &m_session;
    const inbox::Names &m_names;
    quo::Clock &m_clock;
    workspace::Filters m_askedFilters;
    QString m_search; // of the session's arrangement
    QList<inbox::SearchProblem> m_searchProblems;
    std::unique_ptr<quo::Clock::Timer> m_rest;
    std::unique_ptr<quo::Clock::Timer> m_age; // until relative times have grown old
};

} // namespace widgets
