// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspacecontroller.h"

#include "app/programmessages.h"
#include "app/system.h"
#include "demo/demoserver.h"
#include "quo/webapp.h"
#include "widgets/common/messagebar.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/workspacemenu.h"
#include "words/keptwords.h"
#include "words/problemwords.h"
#include "workspace/mirrorfile.h"

#include <algorithm>

namespace app {

using widgets::SignInPage;
using widgets::WorkspaceMenu;
using workspace::Account;

namespace {

const QLatin1String demoId("demo");
const QLatin1String givenKeyId("environment");

} // namespace

WorkspaceController::WorkspaceController(Dependencies dependencies, QObject *parent)
    : QObject(parent)
    , m_dependencies(std::move(dependencies))
    , m_menu(new WorkspaceMenu(&m_dependencies.window))
    , m_preferences(m_dependencies.settings.preferences())
    , m_reader(reader(m_preferences))
    , m_clients(m_dependencies.clock, m_preferences.proxy)
    , m_signIn({m_dependencies.clock, m_dependencies.settings, m_dependencies.keys, m_clients,
                m_menu, m_dependencies.window.themeSource(), m_dependencies.baseUrl})
    , m_opensAsItWas(m_dependencies.afterCrash)
{
    connectMenu();
    connect(&m_signIn, &SignInFlow::keyFound, this, &WorkspaceController::openAccount);
    connect(&m_signIn, &SignInFlow::keyMissing, this, &WorkspaceController::signInShown);
    connect(&m_signIn, &SignInFlow::keyNotKept, this,
            [this](const QString &accountId, const QString &sentence) {
                if (m_page && m_open->account.id == accountId)
                    m_page->setKeyHint(sentence);
            });
}

WorkspaceController::~WorkspaceController()
{
    close();
}

void WorkspaceController::connectMenu()
{
    connect(m_menu, &WorkspaceMenu::openRequested, this,
            later([this](const QString &id) { open(id); }));
    connect(m_menu, &WorkspaceMenu::addRequested, this,
            later([this] { showSignIn(std::nullopt, {}); }));
    connect(m_menu, &WorkspaceMenu::changeKeyRequested, this, later([this] {
                if (m_open)
                    showSignIn(Account(m_open->account), {}); // which closes it
            }));
    connect(m_menu, &WorkspaceMenu::signOutRequested, this, later([this] { signOut(); }));
    connect(m_menu, &WorkspaceMenu::contactsToggled, this, later([this](bool enabled) {
                if (!m_open)
                    return;
                m_open->enableContacts(enabled);
                updateMenu();
            }));
    connect(m_menu, &WorkspaceMenu::contactsAgainRequested, this, later([this] {
                if (m_open)
                    m_open->readContactsAgain();
            }));
}

void WorkspaceController::openDemo()
{
    if (!m_demoServer) {
        demo::DemoServer::Settings settings;
        settings.conversations = m_dependencies.demoConversations;
        settings.now = m_dependencies.clock.now().time_since_epoch().count();
        settings.utcOffset = utcOffset();
        m_demoServer = std::make_unique<demo::DemoServer>(settings);
        if (!m_demoServer->start()) {
            const QString reason = m_demoServer->errorString();
            m_demoServer.reset();
            return showSignIn(std::nullopt, reason);
        }
    }
    openAccount({demoId, tr("Demo workspace"), m_demoServer->baseUrl()},
                quo::ApiKey::fromUserInput(QStringLiteral("demo")));
}

void WorkspaceController::openWithKey(const quo::ApiKey &key)
{
    openAccount({givenKeyId, m_dependencies.baseUrl.host(), m_dependencies.baseUrl}, key);
}

void WorkspaceController::openLast()
{
    open(m_dependencies.settings.lastAccount());
}

void WorkspaceController::applyPreferences()
{
    const workspace::Preferences before =
        std::exchange(m_preferences, m_dependencies.settings.preferences());
    m_clients.setProxy(m_preferences.proxy);
    // The language, which times are written in, stays until the next start.
    m_reader.zone = reader(m_preferences).zone;
    if (!m_open)
        return;
    m_open->activity.setMostKept(m_preferences.keptThreads);
    if (before.timeZone == m_preferences.timeZone)
        return;
    m_opensAsItWas = true;
    openAt(KeptPlace(m_open->kept.place()), Account(m_open->account), {}); // its client has the key
}

void WorkspaceController::openViewFile(const QString &fileName)
{
    if (m_page)
        m_page->openViewFile(fileName);
    else
        m_viewFile = fileName;
}

const quo::RequestLog *WorkspaceController::requestLog() const
{
    return m_open ? &m_open->client.requestLog() : m_signIn.requestLog();
}

void WorkspaceController::open(const QString &accountId)
{
    if (m_open && m_open->account.id == accountId)
        return updateMenu(); // its tick has gone
    if (accountId == demoId)
        return openDemo();
    const std::optional<Account> account = accountOf(accountId);
    showSignIn(account, {});
    if (account)
        m_signIn.readKey(*account);
}

void WorkspaceController::openAccount(const Account &account, const quo::ApiKey &key)
{
    openAt(placeOf(account, key), account, key);
}

void WorkspaceController::openAt(const KeptPlace &place, const Account &account,
                                 const quo::ApiKey &key)
{
    close();
    m_open = std::make_unique<OpenWorkspace>(account, m_clients.clientOf(account, key),
                                             m_dependencies.clock, m_reader,
                                             m_dependencies.settingsFile, place);
    m_open->activity.setMostKept(m_preferences.keptThreads);
    if (accountOf(account.id))
        m_dependencies.settings.setLastAccount(account.id);
    updateMenu();
    std::unique_ptr<widgets::InboxPage> page = makePage();
    m_page = page.get();
    m_dependencies.window.showPage(std::move(page), account.name);
    m_dependencies.window.messages().lendTo(m_page->messages());
    m_page->start(std::exchange(m_opensAsItWas, false) ? widgets::InboxPage::Start::AsItWas
                                                       : widgets::InboxPage::Start::Fresh);
    if (!m_viewFile.isEmpty())
        m_page->openViewFile(std::exchange(m_viewFile, {}));
    connect(&m_open->kept, &KeptWorkspace::problemFound, m_page,
            [this](const auto &problem) { announceKept(problem); });
    connect(&m_open->kept, &KeptWorkspace::writerChanged, m_page, [this] {
        if (!m_open->kept.problem())
            m_page->messages().remove(QStringLiteral("kept"));
    });
    m_open->begin();
    Q_EMIT opened();
}

KeptPlace WorkspaceController::placeOf(const Account &account, const quo::ApiKey &key) const
{
    const QString &folder = m_dependencies.dataFolder;
    if (account.id == demoId || folder.isEmpty())
        return std::optional<mirror::Place>();
    const auto file = account.id == givenKeyId
                          ? workspace::mirrorFileOf(folder, account.baseUrl, key)
                          : workspace::mirrorFileOf(folder, account, key);
    if (!file)
        return quo::Unexpected{mirror::Problem{
            mirror::Problem::Kind::ReadOnly, folder, {}, words::writeProblemText(file.error())}};
    return std::optional(mirror::Place{file->fileName, file->owner});
}

QStringList WorkspaceController::deleteFilesOf(const QString &accountId) const
{
    if (m_dependencies.dataFolder.isEmpty())
        return {};
    return mirror::removeFiles(
        {workspace::mirrorFileName(m_dependencies.dataFolder, accountId), {}});
}

void WorkspaceController::announceKept(const mirror::Problem &problem)
{
    std::function<void()> keepAnew;
    if (m_open->kept.place())
        keepAnew = later([this] {
            const QStringList left = m_open ? m_open->deleteKept() : QStringList();
            if (!left.isEmpty())
                m_page->messages().show(
                    {QStringLiteral("kept"), words::keptDeletedSentence(false, left)});
        });
    app::announceKept(problem, m_page->messages(), keepAnew);
}

std::unique_ptr<widgets::InboxPage> WorkspaceController::makePage()
{
    const Account &account = m_open->account;
    return std::make_unique<widgets::InboxPage>(widgets::InboxPage::Dependencies{
        m_open->session, m_open->names, m_open->activity, m_open->settings, m_open->shown,
        m_dependencies.clock, m_dependencies.window.themeSource(), m_menu,
        account.id == demoId ? QUrl() : quo::webApp(), account.baseUrl, m_dependencies.notify});
}

void WorkspaceController::showSignIn(const std::optional<Account> &account, const QString &problem)
{
    close();
    updateMenu();
    std::unique_ptr<SignInPage> page = m_signIn.makePage(account);
    connect(page.get(), &SignInPage::demoRequested, this, later([this] { openDemo(); }));
    connect(page.get(), &SignInPage::removeRequested, this, later([this, account] {
                if (account)
                    removeAccount(account->id);
            }));
    SignInPage *const shown = page.get(); // by the window, which owns it then
    m_dependencies.window.showPage(std::move(page), account ? account->name : tr("Sign in"));
    shown->setFocus();
    shown->showProblem(problem);
    if (!account)
        Q_EMIT signInShown();
}

void WorkspaceController::signOut()
{
    if (!m_open)
        return; // asked for twice
    const Account account = m_open->account;
    showSignIn(account, {}); // which closes it
    if (const QStringList left = deleteFilesOf(account.id); !left.isEmpty())
        m_dependencies.window.messages().show(
            {QStringLiteral("kept"), words::keptDeletedSentence(false, left)});
    m_clients.forget(account.id);
    m_signIn.removeKey(account.id);
}

void WorkspaceController::removeAccount(const QString &accountId)
{
    QList<Account> accounts = m_dependencies.settings.accounts();
    accounts.removeIf([&accountId](const Account &account) { return account.id == accountId; });
    m_dependencies.settings.setAccounts(accounts);
    workspace::Settings(m_dependencies.settingsFile, accountId).clear();
    deleteFilesOf(accountId);
    m_clients.forget(accountId);
    m_dependencies.keys.remove(accountId, this, [](const auto &) {});
    showSignIn(std::nullopt, {});
}

void WorkspaceController::close()
{
    // The page goes first: it shows what the workspace holds.
    m_dependencies.window.showPage(nullptr, {});
    m_open.reset();
}

void WorkspaceController::updateMenu()
{
    WorkspaceMenu::State state;
    state.accounts = m_dependencies.settings.accounts();
    if (demo::DemoServer::isAvailable())
        state.accounts.append({demoId, tr("Demo workspace"), {}});
    state.programActions = m_dependencies.window.actions();
    if (m_open) {
        state.currentId = m_open->account.id;
        state.currentName = m_open->account.name;
        state.canSignOut = accountOf(state.currentId).has_value();
        state.hasContacts = true;
        state.areContactsEnabled = m_open->settings.areContactsEnabled();
    }
    m_menu->setState(state);
}

std::optional<Account> WorkspaceController::accountOf(const QString &id) const
{
    const QList<Account> accounts = m_dependencies.settings.accounts();
    for (const Account &account : accounts)
        if (account.id == id)
            return account;
    return std::nullopt;
}

} // namespace app
