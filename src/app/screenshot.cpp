// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshot.h"

#include "widgets/words.h"

#include <QCoreApplication>
#include <QImageWriter>
#include <QPixmap>
#include <QTimer>

#include <cstdio>

namespace app {

namespace {

void fail(const QString &reason)
{
    std::fprintf(stderr, "quoin: no screenshot: %s\n", qPrintable(reason));
    QCoreApplication::exit(1);
}

} // namespace

Screenshot::Screenshot(inbox::InboxSession &session, quo::DirectoryLoader &directory,
                       widgets::MainWindow &window, const QString &fileName)
    : m_session(session)
    , m_directory(directory)
    , m_window(window)
    , m_fileName(fileName)
{
    connect(&session, &inbox::InboxSession::statusChanged, this, &Screenshot::look);
    connect(&directory, &quo::DirectoryLoader::finished, this, &Screenshot::look);
}

void Screenshot::look()
{
    const inbox::SessionStatus status = m_session.status();
    if (const auto *failed = std::get_if<quo::PageWalk::Failed>(&status.shownWalk)) {
        lookNoMore();
        return fail(widgets::errorSentence(failed->error) + QLatin1Char(' ') +
                    widgets::errorDetail(failed->error));
    }
    const bool rests = std::holds_alternative<quo::PageWalk::Idle>(status.shownWalk) ||
                       std::holds_alternative<quo::PageWalk::Ended>(status.shownWalk);
    if (!status.firstPageArrived || !rests || m_directory.isLoading())
        return;
    lookNoMore();
    m_window.selectFirst();
    // From the event loop, so that the window has taken in the page.
    QTimer::singleShot(0, this, &Screenshot::take);
}

void Screenshot::lookNoMore()
{
    disconnect(&m_session, nullptr, this, nullptr);
    disconnect(&m_directory, nullptr, this, nullptr);
}

void Screenshot::take()
{
    QImageWriter writer(m_fileName, "png");
    if (!writer.write(m_window.grab().toImage()))
        return fail(m_fileName + QStringLiteral(": ") + writer.errorString());
    QCoreApplication::exit(0);
}

} // namespace app
