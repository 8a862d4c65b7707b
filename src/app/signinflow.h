// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clientpool.h"
#include "quo/decodedirectory.h"
#include "widgets/shell/signinpage.h"
#include "workspace/keystore.h"
#include "workspace/programsettings.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>
#include <variant>

namespace app {

// Gets the key of a workspace: from the keychain, or from the user, tried with one request and kept
// before anything is opened with it. It fills the page that asks, and shows nothing by itself.
class SignInFlow : public QObject
{
    Q_OBJECT

public:
    // References must outlive the flow.
    struct Dependencies
    {
        quo::Clock &clock;
        workspace::ProgramSettings &settings;
        workspace::KeyStore &keys;
        ClientPool &clients;
        widgets::WorkspaceMenu *menu; // the page's
        widgets::ThemeSource &theme;
        QUrl baseUrl; // of workspaces that are yet to be added
    };

    explicit SignInFlow(Dependencies dependencies, QObject *parent = nullptr);
    ~SignInFlow() override;

    // The page that asks for the key of this account, or of a new one where it is null. There is
    // one at a time; what is under way ends with it.
    std::unique_ptr<widgets::SignInPage> makePage(const std::optional<workspace::Account> &account);

    // While there is a page: looks for the account's key in the keychain, or removes it from there.
    void readKey(const workspace::Account &account);
    void removeKey(const QString &accountId);

    // Of the key that is being tried, or was tried last on this page; null if there is none.
    const quo::RequestLog *requestLog() const;

Q_SIGNALS:
    // The account's client is in the pool, if the key was tried. The page may be replaced.
    void keyFound(const workspace::Account &account, const quo::ApiKey &key);
    // The keychain has none; the page says why.
    void keyMissing();
    // A key that was found holds until the program ends; the sentence says why.
    void keyNotKept(const QString &accountId, const QString &sentence);

private:
    // The keychain has been asked; without the context its answer goes nowhere.
    struct AskedKeychain
    {
        std::unique_ptr<QObject> context;
    };
    // The client goes on to be the workspace's if the key is good.
    struct Trial
    {
        std::unique_ptr<quo::Client> client;
        std::unique_ptr<quo::Job> job;
    };
    using LinesAnswer = quo::Expected<quo::ListPage<quo::LineAndUsers>, quo::ApiError>;

    QObject *askKeychain(const QString &busySentence);
    void tryKey(const workspace::Account &account, const quo::ApiKey &key);
    void showWaiting();
    void onTried(const workspace::Account &account, const quo::ApiKey &key,
                 const LinesAnswer &answer);
    void keep(const workspace::Account &account, const quo::ApiKey &key);
    workspace::Account newAccount(QString name) const;

    const Dependencies m_dependencies;
    QPointer<widgets::SignInPage> m_page;
    // Replacing it drops the answer.
    std::variant<std::monostate, AskedKeychain, Trial> m_step;
};

} // namespace app
