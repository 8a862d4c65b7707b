// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/statusfollower.h"

#include "widgets/common/icons.h"
#include "widgets/common/messagebar.h"
#include "widgets/filters/filterbar.h"
#include "widgets/inbox/conversationtable.h"
#include "widgets/inbox/inboxbar.h"
#include "widgets/inbox/sessiondriver.h"
#include "widgets/shell/statusline.h"
#include "widgets/shell/workspacemenu.h"
#include "words/statuswords.h"

#include <utility>

namespace widgets {

using inbox::InboxSession;
using quo::PageWalk;
using Action = words::Notice::Action;

namespace {

// What is over sooner does not flash.
constexpr std::chrono::seconds untilSaid{1};

const QString bannerId = QStringLiteral("list");

std::optional<Drawing> bannerDrawing(const words::Notice &banner)
{
    if (banner.has(Action::Stop))
        return Drawing::Clock;
    if (banner.has(Action::TryNow))
        return Drawing::Offline;
    return std::nullopt;
}

} // namespace

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
    connect(&dependencies.table, &ConversationTable::noticeActionRequested, this,
            &StatusFollower::act);
    show();
}

void StatusFollower::show()
{
    const InboxSession &session = m_dependencies.session;
    const inbox::SessionStatus status = session.status();
    const inbox::SessionStatus settled = this->settled(status);
    const inbox::CellContext context = m_dependencies.session.model().names().context();
    const inbox::Arrangement &arrangement = session.arranger().arrangement();
    const words::Notice notice = withoutImpossible(words::listNotice(
        settled, m_dependencies.driver.askedFilters(), arrangement.search, context));
    m_dependencies.table.setNotice(notice);
    m_dependencies.table.setSkeleton(!status.firstPageArrived && notice.isEmpty() &&
                                     std::holds_alternative<PageWalk::Fetching>(settled.shownWalk));
    showBanner(withoutImpossible(words::bannerNotice(settled, arrangement.sort, context)));
    m_dependencies.filters.setRefusedLines(status.refusedLines);
    m_dependencies.statusLine.show(withoutShortRefresh(status), context);
    m_dependencies.filters.setCounts(session.counts());
    m_dependencies.bar.setDetail(
        words::listHeading(status, arrangement.sort, context.reader.locale));
    const bool isPaused = status.load.pause > quo::milliseconds(0);
    const bool isTimed = m_waitsSince || m_refreshesSince;
    if (!isTimed && !isPaused && !status.loadingAll && status.load.lastSecond == 0)
        m_nextSecond.reset();
    else if (!m_nextSecond)
        m_nextSecond = m_dependencies.clock.callAfter(std::chrono::seconds(1), [this] {
            m_nextSecond.reset();
            show();
        });
}

inbox::SessionStatus StatusFollower::settled(inbox::SessionStatus status)
{
    const quo::Instant now = m_dependencies.clock.now();
    const bool isWaiting = std::holds_alternative<PageWalk::Waiting>(status.walk) ||
                           std::holds_alternative<PageWalk::Waiting>(status.shownWalk);
    if (isWaiting && !m_waitsSince)
        m_waitsSince = now;
    else if (!isWaiting && !std::holds_alternative<PageWalk::Fetching>(status.walk))
        m_waitsSince.reset();
    if (!isWaiting || now - *m_waitsSince >= untilSaid)
        return status;
    status.load.pause = quo::milliseconds(0);
    for (PageWalk::State *walk : {&status.walk, &status.shownWalk})
        if (std::holds_alternative<PageWalk::Waiting>(*walk))
            *walk = PageWalk::Fetching{};
    return status;
}

inbox::SessionStatus StatusFollower::withoutShortRefresh(inbox::SessionStatus status)
{
    const quo::Instant now = m_dependencies.clock.now();
    if (!status.refreshing)
        m_refreshesSince.reset();
    else if (!m_refreshesSince)
        m_refreshesSince = now;
    if (!status.refreshing || now - *m_refreshesSince >= untilSaid)
        return status;
    status.refreshing = false;
    status.walk = status.shownWalk;
    return status;
}

void StatusFollower::showBanner(words::Notice banner)
{
    const words::Notice before = std::exchange(m_banner, banner);
    if (banner == before)
        return;
    if (banner.isEmpty())
        return m_dependencies.messages.remove(bannerId);
    const bool isCountdown =
        banner.has(Action::Stop) && banner.tone == before.tone && banner.actions == before.actions;
    if (isCountdown)
        return m_dependencies.messages.setText(bannerId, banner.title);
    MessageBar::Message message{.id = bannerId,
                                .text = banner.title,
                                .stay = MessageBar::Stay::WhileTrue,
                                .tone = banner.tone,
                                .drawing = bannerDrawing(banner)};
    for (const Action action : std::as_const(banner.actions))
        if (action != Action::Details)
            message.actions.append({words::actionName(action), [this, action] { act(action); }});
    if (message.actions.size() < 2 && !banner.has(Action::Stop))
        message.detail = banner.detail;
    m_dependencies.messages.show(message);
}

// The key of a demo, or of the environment, cannot be changed here.
words::Notice StatusFollower::withoutImpossible(words::Notice notice) const
{
    if (!m_dependencies.workspaceMenu || !m_dependencies.workspaceMenu->canChangeKey())
        notice.actions.removeAll(Action::ChangeKey);
    return notice;
}

void StatusFollower::act(Action action)
{
    using workspace::Filters;
    using workspace::View;
    InboxSession &session = m_dependencies.session;
    workspace::ShownState &state = m_dependencies.state;
    switch (action) {
    case Action::ClearSearch:
        return state.change(&View::search, {});
    case Action::ClearFilters:
        return state.change(&View::filters, {});
    case Action::SearchAllLines:
        return state.change(&Filters::lines, {});
    case Action::ChangeKey:
        return Q_EMIT m_dependencies.workspaceMenu->changeKeyRequested();
    case Action::TryAgain:
        return session.retry();
    case Action::TryNow:
        return m_dependencies.driver.refresh();
    case Action::Stop:
        return session.stop();
    case Action::LoadAll:
        return session.loadAll();
    case Action::Details: // the widgets show them
        return;
    }
}

} // namespace widgets
