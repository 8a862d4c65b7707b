// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshot.h"

#include "inbox/harmlesstext.h"
#include "widgets/inbox/inboxpage.h"
#include "words/errorwords.h"
#include "words/problemwords.h"
#include "workspace/atomicfile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>
#include <QPixmap>

#include <cstdio>

namespace app {

namespace {

void fail(const QString &reason)
{
    std::fprintf(stderr, "quoin: couldn't save a screenshot: %s\n",
                 qPrintable(inbox::harmlessLine(reason)));
    QCoreApplication::exit(1);
}

} // namespace

Screenshot::Screenshot(WorkspaceController &controller, widgets::MainWindow &window,
                       const QString &fileName)
    : m_controller(controller)
    , m_window(window)
    , m_fileName(fileName)
{
    m_soon.setSingleShot(true);
    m_soon.callOnTimeout(this, &Screenshot::take);
    connect(&controller, &WorkspaceController::opened, this, &Screenshot::watch);
    connect(&controller, &WorkspaceController::signInShown, this,
            [] { fail(words::errorSentence(quo::ApiError::of(quo::ApiError::Kind::NoKey))); });
}

void Screenshot::watch()
{
    OpenWorkspace &open = *m_controller.openWorkspace();
    connect(&open.session, &inbox::InboxSession::statusChanged, this, &Screenshot::look);
    connect(&open.directory, &syncing::DirectorySync::finished, this, &Screenshot::look);
    connect(&open.contacts, &syncing::ContactSync::answered, this, &Screenshot::look);
    look();
}

void Screenshot::look()
{
    const OpenWorkspace &open = *m_controller.openWorkspace();
    const inbox::SessionStatus status = open.session.status();
    if (const auto *failed = std::get_if<quo::PageWalk::Failed>(&status.shownWalk)) {
        lookNoMore();
        return fail(words::errorSentence(failed->error) + QLatin1Char(' ') +
                    words::errorDetail(failed->error));
    }
    const bool rests = std::holds_alternative<quo::PageWalk::Idle>(status.shownWalk) ||
                       std::holds_alternative<quo::PageWalk::Ended>(status.shownWalk);
    if (!status.firstPageArrived || !rests || status.isChecking || open.directory.isLoading() ||
        open.contacts.isAwaited())
        return;
    lookNoMore();
    m_controller.inboxPage()->selectFirst();
    connect(&m_controller.openWorkspace()->activity, &inbox::ActivityFeed::statusChanged, &m_soon,
            qOverload<>(&QTimer::start));
    m_soon.start();
}

void Screenshot::lookNoMore()
{
    OpenWorkspace &open = *m_controller.openWorkspace();
    disconnect(&open.session, nullptr, this, nullptr);
    disconnect(&open.directory, nullptr, this, nullptr);
    disconnect(&open.contacts, nullptr, this, nullptr);
}

void Screenshot::take()
{
    if (m_controller.openWorkspace()->activity.isLoading())
        return;
    QBuffer png;
    QImageWriter writer(&png, "png");
    if (!writer.write(m_window.grab().toImage()))
        return fail(m_fileName + QStringLiteral(": ") + writer.errorString());
    if (const auto problem =
            workspace::writeWhole(m_fileName, png.data(), workspace::Readers::AsUsual))
        return fail(m_fileName + QStringLiteral(": ") + words::writeProblemText(*problem));
    QCoreApplication::exit(0);
}

} // namespace app
