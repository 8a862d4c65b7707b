// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openworkspace.h"
#include "mirror/reader.h"
#include "support/fail.h"
#include "support/fixture.h"
#include "widgets/inbox/conversationtable.h"
#include "widgets/inbox/inboxpage.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/workspacemenu.h"
#include "workspace/mirrorfile.h"

#include <QMap>
#include <QTest>

#include <functional>
#include <memory>
#include <optional>

namespace support {

// The computer's clock, which somebody has set.
class ShiftedClock : public quo::Clock
{
public:
    explicit ShiftedClock(quo::milliseconds ahead = {})
        : m_ahead(ahead)
    {
    }

    quo::Instant now() const override { return m_clock.now() + m_ahead; }
    quo::milliseconds ticks() const override { return m_clock.ticks(); }
    std::unique_ptr<Timer> callAfter(quo::milliseconds delay, std::function<void()> f) override
    {
        return m_clock.callAfter(delay, std::move(f));
    }

    void setAhead(quo::milliseconds ahead) { m_ahead = ahead; }

private:
    quo::SystemClock m_clock;
    quo::milliseconds m_ahead;
};

using Rows = QMap<QString, quo::Conversation>; // by id

// How they differ; empty if they do not.
inline QString difference(const Rows &actual, const Rows &expected)
{
    QStringList differences;
    for (const quo::Conversation &row : actual)
        if (!expected.contains(row.id))
            differences.append(row.id + QStringLiteral(" is too much"));
        else if (row != expected.value(row.id))
            differences.append(row.id + QStringLiteral(" is another"));
    for (const quo::Conversation &row : expected)
        if (!actual.contains(row.id))
            differences.append(row.id + QStringLiteral(" is missing"));
    return differences.mid(0, 10).join(QStringLiteral(", "));
}

// All rows in the file of a workspace, as another process would find them.
inline Rows keptRows(const mirror::Place &place, mirror::Extent *extent = nullptr)
{
    Rows rows;
    const auto reader = mirror::Reader::open(place);
    if (!reader)
        fail(QStringLiteral("cannot be opened: ") + reader.error().detail);
    if (!reader || !*reader)
        return rows;
    if (extent)
        *extent = (*reader)->extent();
    const auto problem = (*reader)->forEachRow(7, [&](const mirror::RowView &view) {
        const quo::Conversation row = mirror::toConversation(view, **reader);
        if (rows.contains(row.id))
            fail(QStringLiteral("twice in the file: ") + row.id);
        rows.insert(row.id, row);
        return true;
    });
    if (problem)
        fail(QStringLiteral("cannot be read: ") + problem->detail);
    return rows;
}

// An account while it is open in a window, over files that are there before and after. Its requests
// are hardly paced.
class Opened
{
public:
    Opened(const QUrl &server, const QString &folder, quo::milliseconds clockAhead = {},
           const QString &key = QStringLiteral("a-key"))
        : clock(clockAhead)
        , client(settings(server, key), clock, [] { return 0.5; })
        , file(folder + QStringLiteral("/quoin.ini"))
        , open({QStringLiteral("a1"), QStringLiteral("Test"), server}, client, clock,
               {QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc(),
                QStringLiteral("US")},
               file, std::optional(placeIn(folder, server, key)))
        , window(programSettings, QLocale(QLocale::English, QLocale::UnitedStates), clock)
    {
        takeFiltersAsApplied(client);
        open.settings.setDetailsTab(QStringLiteral("fieldsArea")); // no messages are requested
        auto made = std::make_unique<widgets::InboxPage>(widgets::InboxPage::Dependencies{
            open.session, open.names, open.activity, open.settings, open.shown, clock,
            window.themeSource(), new widgets::WorkspaceMenu(&window), QUrl(), server,
            [](const QString &, const QString &, const std::function<void()> &) {}});
        page = made.get();
        window.showPage(std::move(made), QStringLiteral("Test"));
        window.show();
        page->start();
        open.begin();
    }

    ~Opened() { window.showPage(nullptr, {}); } // it shows what goes before the window does

    // Of an account, which is the same with another key.
    static mirror::Place placeIn(const QString &folder, const QUrl &server,
                                 const QString &key = QStringLiteral("a-key"))
    {
        const auto made =
            workspace::mirrorFileOf(folder, {QStringLiteral("a1"), QStringLiteral("Test"), server},
                                    quo::ApiKey::fromUserInput(key));
        if (!made)
            fail(QStringLiteral("no place for a file"));
        return made ? mirror::Place{made->fileName, made->owner} : mirror::Place();
    }

    inbox::InboxSession &session() { return open.session; }
    widgets::ConversationTable &table()
    {
        return *window.findChild<widgets::ConversationTable *>();
    }

    // Of the list.
    Rows rows()
    {
        Rows rows;
        const inbox::InboxModel &model = session().model();
        for (int position = 0; position < model.rowCount(); ++position) {
            const quo::Conversation row = model.rowAt(position)->toConversation();
            if (rows.contains(row.id))
                fail(QStringLiteral("twice in the list: ") + row.id);
            rows.insert(row.id, row);
        }
        return rows;
    }

    // Nothing is under way or waits.
    bool rests()
    {
        const inbox::SessionStatus status = session().status();
        const auto isUnderWay = [](const quo::PageWalk::State &state) {
            return std::holds_alternative<quo::PageWalk::Fetching>(state) ||
                   std::holds_alternative<quo::PageWalk::Waiting>(state);
        };
        return !isUnderWay(status.walk) && !isUnderWay(status.shownWalk) &&
               !isUnderWay(status.background.state) && !status.refreshing && !status.loadingAll &&
               !status.isArranging && !open.directory.isLoading() && client.load().inFlight == 0 &&
               client.load().waiting == 0;
    }

    ShiftedClock clock;
    quo::Client client;
    workspace::SettingsFile file;
    workspace::ProgramSettings programSettings{file};
    app::OpenWorkspace open;
    widgets::MainWindow window;
    widgets::InboxPage *page = nullptr; // in the window

private:
    static quo::Client::Settings settings(const QUrl &server, const QString &key)
    {
        quo::Client::Settings settings = impatientSettings(server);
        settings.key = quo::ApiKey::fromUserInput(key);
        return settings;
    }
};

} // namespace support
