// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clientpool.h"
#include "app/openworkspace.h"
#include "app/signinflow.h"
#include "widgets/inbox/inboxpage.h"
#include "workspace/keystore.h"
#include "workspace/programsettings.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace demo {
class DemoServer;
}

namespace widgets {
class MainWindow;
class WorkspaceMenu;
} // namespace widgets

namespace app {

// Which workspace the window shows: opens one and closes the one before, or asks for its key.
class WorkspaceController : public QObject
{
    Q_OBJECT

public:
    // References must outlive the controller.
    struct Dependencies
    {
        quo::Clock &clock;
        workspace::SettingsFile &settingsFile;
        workspace::ProgramSettings &settings;
        workspace::KeyStore &keys;
        widgets::MainWindow &window;
        QString dataFolder = {}; // where workspaces are kept; empty: nowhere
        QUrl baseUrl;            // of workspaces that are yet to be added
        int demoConversations = 5000;
        bool afterCrash = false; // the first workspace to be opened shows what it showed last
        // Tells the user something on the desktop, and calls back where it is clicked.
        std::function<void(const QString &title, const QString &text, std::function<void()>)>
            notify = {};
    };

    explicit WorkspaceController(Dependencies dependencies, QObject *parent = nullptr);
    ~WorkspaceController() override;

    // The made-up workspace, or the reason why its server does not start.
    void openDemo();
    // With a key that the user has given from outside and that is not to be kept.
    void openWithKey(const quo::ApiKey &key);
    // The one that was open last, else the sign-in page.
    void openLast();

    // Takes them over from the settings, where they are. Another time zone opens the workspace
    // anew.
    void applyPreferences();

    // In the workspace that is open, or in the next one to be.
    void openViewFile(const QString &fileName);

    OpenWorkspace *openWorkspace() { return m_open.get(); }
    widgets::InboxPage *inboxPage() { return m_page; }
    // Of the workspace that is open, or of the key that was tried last; null if there is neither.
    const quo::RequestLog *requestLog() const;

Q_SIGNALS:
    void opened();
    // Nothing can be opened without a key.
    void signInShown();

private:
    // Deferred to the event loop: the menus and pages that ask are replaced by what they ask for.
    template <class F>
    auto later(F f)
    {
        return [this, f](auto... arguments) {
            QMetaObject::invokeMethod(
                this, [f, arguments...] { f(arguments...); }, Qt::QueuedConnection);
        };
    }

    void connectMenu();
    void open(const QString &accountId);
    void openAccount(const workspace::Account &account, const quo::ApiKey &key);
    // The key is for a client that has to be made.
    void openAt(const KeptPlace &place, const workspace::Account &account, const quo::ApiKey &key);
    KeptPlace placeOf(const workspace::Account &account, const quo::ApiKey &key) const;
    QStringList deleteFilesOf(const QString &accountId) const;
    void announceKept(const mirror::Problem &problem);
    std::unique_ptr<widgets::InboxPage> makePage();
    void showSignIn(const std::optional<workspace::Account> &account, const QString &problem);
    void signOut();
    void removeAccount(const QString &accountId);
    void close();
    void updateMenu();
    std::optional<workspace::Account> accountOf(const QString &id) const;

    const Dependencies m_dependencies;
    widgets::WorkspaceMenu *const m_menu;
    std::unique_ptr<demo::DemoServer> m_demoServer; // once the demo was asked for
    workspace::Preferences m_preferences;
    inbox::Reader m_reader;
    ClientPool m_clients; // for m_open
    SignInFlow m_signIn;
    std::unique_ptr<OpenWorkspace> m_open;
    QPointer<widgets::InboxPage> m_page; // of m_open
    // The next one to be opened shows what it showed last.
    bool m_opensAsItWas = false;
    QString m_viewFile; // to be opened with the next workspace; empty: none
};

} // namespace app
