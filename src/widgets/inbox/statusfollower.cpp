// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/statusfollower.h"

#include "widgets/filters/filterbar.h"
#include "widgets/inbox/conversationtable.h"
#include "widgets/inbox/inboxbar.h"
#include "widgets/inbox/noticewidget.h"
#include "widgets/inbox/sessiondriver.h"
#include "widgets/shell/statusline.h"
#include "words/notices.h"
#include "words/statuswords.h"

namespace widgets {

using inbox::InboxSession;

StatusFollower::StatusFollower(const Dependencies &dependencies, QObject *parent)
    : QObject(parent)
    , m_dependencies(dependencies)
{
    InboxSession *session = &dependencies.session;
    connect(session, &InboxSession::statusChanged, this, &StatusFollower::show);
    // The session does not announce that it begins to arrange.
    connect(&dependencies.driver, &SessionDriver::arrangementChanged, this, &StatusFollower::show);

    connect(&dependencies.statusLine, &StatusLine::loadAllRequested, session,
            &InboxSession::loadAll);
    connect(&dependencies.statusLine, &StatusLine::stopRequested, session, &InboxSession::stop);
    connect(&dependencies.statusLine, &StatusLine::retryRequested, session, &InboxSession::retry);
    connect(&dependencies.table, &ConversationTable::retryRequested, session, &InboxSession::retry);
    connect(&dependencies.table, &ConversationTable::stopRequested, session, &InboxSession::stop);
    connect(&dependencies.banner, &NoticeWidget::retryRequested, session, &InboxSession::retry);
    connect(&dependencies.banner, &NoticeWidget::stopRequested, session, &InboxSession::stop);
    show();
}

void StatusFollower::show()
{
    const InboxSession &session = m_dependencies.session;
    const inbox::SessionStatus status = session.status();
    const inbox::CellContext context = m_dependencies.session.model().names().context();
    const inbox::Arrangement &arrangement = session.arranger().arrangement();
    const words::Notice notice = words::listNotice(status, m_dependencies.driver.askedFilters(),
                                                   arrangement.search, context);
    m_dependencies.table.setNotice(notice);
    m_dependencies.table.setSkeleton(
        !status.firstPageArrived && notice.isEmpty() &&
        std::holds_alternative<quo::PageWalk::Fetching>(status.shownWalk));
    m_dependencies.banner.setNotice(words::bannerNotice(status, arrangement.sort, context));
    m_dependencies.filters.setRefusedLines(status.refusedLines);
    m_dependencies.statusLine.show(status, context);
    m_dependencies.filters.setCounts(session.counts());
    m_dependencies.bar.setDetail(
        words::listHeading(status, arrangement.sort, context.reader.locale));
    const bool isWaiting = std::holds_alternative<quo::PageWalk::Waiting>(status.walk);
    const bool isPaused = status.load.pause > quo::milliseconds(0);
    if (!isWaiting && !isPaused && !status.loadingAll && status.load.lastSecond == 0)
        m_nextSecond.reset();
    else if (!m_nextSecond)
        m_nextSecond = m_dependencies.clock.callAfter(std::chrono::seconds(1), [this] {
            m_nextSecond.reset();
            show();
        });
}

} // namespace widgets
