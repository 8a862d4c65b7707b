// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activityfeed.h"
#include "quo/webapp.h"
#include "support/demoworld.h"
#include "support/fail.h"
#include "support/session.h"
#include "widgets/details/detailspane.h"
#include "widgets/inbox/conversationtable.h"
#include "widgets/inbox/inboxpage.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/workspacemenu.h"
#include "words/columnwords.h"
#include "workspace/shownstate.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTest>

#include <memory>

namespace support {

inline QTimeZone newYork()
{
    return QTimeZone("America/New_York");
}

// Longer than filters rest before they are asked for, and what is shown before it is kept.
constexpr quo::milliseconds anyRest = std::chrono::seconds(1);

// The real window over a client, as the program builds it.
class Window
{
public:
    Window(quo::Client &client, quo::Clock &clock, const QString &settingsFile,
           const QTimeZone &zone = QTimeZone::utc(),
           widgets::InboxPage::Start start = widgets::InboxPage::Start::Fresh,
           syncing::ConversationSync::Policy policy = byScrolling)
        : names(clock,
                {QLocale(QLocale::English, QLocale::UnitedStates), zone, QStringLiteral("US")})
        , session(client, clock, names, words::listWords(), policy)
        , activity(client, clock)
        , file(settingsFile)
        , programSettings(file)
        , settings(file, QStringLiteral("test"))
        , state(settings, clock, zone)
        , m_tester(std::make_unique<QAbstractItemModelTester>(
              &session.model(), QAbstractItemModelTester::FailureReportingMode::QtTest))
    {
        m_tester->setUseFetchMore(false); // the view alone asks for more
        // Messages are asked for where they are shown, so tests open their tab for that.
        if (settings.detailsTab().isEmpty())
            settings.setDetailsTab(QStringLiteral("fieldsArea"));
        names.setMe(settings.me());
        QObject::connect(&names, &inbox::Names::meChanged, &state,
                         [this] { settings.setMe(names.me()); });
        widget =
            std::make_unique<widgets::MainWindow>(programSettings, names.reader().locale, clock);
        if (programSettings.windowGeometry().isEmpty())
            widget->resize(widgets::MainWindow::firstSize); // the screen of tests is smaller
        auto newPage = std::make_unique<widgets::InboxPage>(widgets::InboxPage::Dependencies{
            session, names, activity, settings, state, clock, widget->themeSource(),
            new widgets::WorkspaceMenu(widget.get()), quo::webApp(),
            QUrl(QStringLiteral("http://127.0.0.1")),
            [this](const QString &title, const QString &text, std::function<void()> activated) {
                notifications.append({title, text, std::move(activated)});
            }});
        page = newPage.get();
        widget->showPage(std::move(newPage), QStringLiteral("Test"));
        widget->show();
        page->start(start);
    }

    // For measurements: it looks at every row.
    void endModelTest() { m_tester.reset(); }

    // What a screen reader finds under this name. Null where there is nothing: then the test fails.
    template <class W>
    W *find(const char *accessibleName,
            const Caller &caller = {__builtin_FILE(), __builtin_LINE()}) const
    {
        const QList<W *> all = widget->findChildren<W *>();
        for (W *candidate : all)
            if (candidate->accessibleName() == QString::fromUtf8(accessibleName))
                return candidate;
        fail(QStringLiteral("nothing is called ") + QString::fromUtf8(accessibleName), caller);
        return nullptr;
    }

    // What a label says.
    QString textOf(const char *accessibleName,
                   const Caller &caller = {__builtin_FILE(), __builtin_LINE()}) const
    {
        const auto *label = find<QLabel>(accessibleName, caller);
        return label ? label->text() : QString();
    }

    // With the mouse, where it can be seen; the test fails where it cannot.
    void click(const char *accessibleName,
               const Caller &caller = {__builtin_FILE(), __builtin_LINE()}) const
    {
        const QList<QAbstractButton *> all = widget->findChildren<QAbstractButton *>();
        for (QAbstractButton *button : all)
            if (button->accessibleName() == QString::fromUtf8(accessibleName) &&
                button->isVisible() && button->isEnabled())
                return QTest::mouseClick(button, Qt::LeftButton);
        fail(QStringLiteral("no button to click is called ") + QString::fromUtf8(accessibleName),
             caller);
    }

    widgets::ConversationTable *table() const
    {
        return find<widgets::ConversationTable>("Conversations");
    }

    QStringList shownIds()
    {
        QStringList ids;
        for (int row = 0; row < session.model().rowCount(); ++row)
            ids.append(session.model().rowAt(row)->id());
        return ids;
    }

    // Positions, ascending.
    QList<int> selectedRows()
    {
        return session.model().order().positionsOf(table()->rowSelection().rows());
    }

    // Opens a page of the details: 'activity' or 'fieldsArea'.
    void openDetails(const char *page) const
    {
        widget->findChild<widgets::DetailsPane *>()->setOpenTab(QString::fromUtf8(page));
    }

    // Selects the row alone, whatever keys a test has left pressed.
    void select(int row) { table()->goTo(session.model().rowAt(row)->id()); }

    // Everything that the window says at this moment.
    QString texts() const
    {
        QString texts;
        const QList<QLabel *> labels = widget->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            if (label->isVisible())
                texts += label->text() + u'\n';
        return texts;
    }

    bool rests() const
    {
        const auto status = session.status();
        return (std::holds_alternative<quo::PageWalk::Idle>(status.walk) ||
                std::holds_alternative<quo::PageWalk::Ended>(status.walk)) &&
               status.firstPageArrived && !status.refreshing && !status.isArranging;
    }

    struct Notification
    {
        QString title;
        QString text;
        std::function<void()> activated;
    };
    QList<Notification> notifications; // what the desktop was told

    inbox::Names names;
    Session session;
    inbox::ActivityFeed activity;
    workspace::SettingsFile file;
    workspace::ProgramSettings programSettings;
    workspace::Settings settings;
    workspace::ShownState state;
    std::unique_ptr<widgets::MainWindow> widget;
    widgets::InboxPage *page = nullptr; // in the widget

private:
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace support
