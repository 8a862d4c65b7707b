// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspacecontroller.h"

#include "app/clients.h"
#include "app/system.h"
#include "demo/demoserver.h"
#include "inbox/phonenumber.h"
#include "quo/decodedirectory.h"
#include "quo/webapp.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/workspacemenu.h"
#include "words/errorwords.h"
#include "words/words.h"

#include <QFile>
#include <QUuid>

#include <algorithm>

namespace app {

using widgets::SignInPage;
using widgets::WorkspaceMenu;
using workspace::Account;

namespace {

const QLatin1String demoId("demo");
const QLatin1String givenKeyId("environment");

// A key that is being tested, with the client that goes on to be the workspace's if it is good.
struct KeyTest : QObject
{
    std::unique_ptr<quo::Client> client;
    std::unique_ptr<quo::Job> job;
};

using LinesAnswer = quo::Expected<quo::ListPage<quo::LineAndUsers>, quo::ApiError>;

// The key was accepted, even where it may not do what was asked.
bool isGoodKey(const LinesAnswer &answer)
{
    return answer || answer.error().kind == quo::ApiError::Kind::Forbidden ||
           answer.error().kind == quo::ApiError::Kind::NotFound;
}

} // namespace

WorkspaceController::WorkspaceController(Dependencies dependencies, QObject *parent)
    : QObject(parent)
    , m_dependencies(std::move(dependencies))
    , m_menu(new WorkspaceMenu(&m_dependencies.window))
    , m_preferences(m_dependencies.settings.preferences())
    , m_reader(reader(m_preferences))
    , m_opensAsItWas(m_dependencies.afterCrash)
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
    connect(m_menu, &WorkspaceMenu::contactsToggled, this,
            later([this](bool enabled) { enableContacts(enabled); }));
    connect(m_menu, &WorkspaceMenu::contactsAgainRequested, this,
            later([this] { readContactsAgain(); }));
}

WorkspaceController::~WorkspaceController()
{
    close();
}

void WorkspaceController::openDemo()
{
    if (!m_demoServer) {
        demo::DemoServer::Settings settings;
        settings.conversations = m_dependencies.demoConversations;
        settings.now = m_dependencies.clock.now().time_since_epoch().count();
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
    for (const auto &[id, client] : m_clients)
        client->setProxy(toNetworkProxy(m_preferences.proxy));
    // The language, which times are written in, stays until the next start.
    m_reader.zone = reader(m_preferences).zone;
    if (!m_open)
        return;
    m_open->activity.setMostKept(m_preferences.keptThreads);
    if (before.timeZone == m_preferences.timeZone)
        return;
    m_opensAsItWas = true;
    openAccount(Account(m_open->account), {}); // whose client has the key
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
    const quo::Client *client = nullptr;
    if (const auto *test = dynamic_cast<const KeyTest *>(m_step.get()))
        client = test->client.get();
    if (m_open)
        if (const auto found = m_clients.find(m_open->account.id); found != m_clients.end())
            client = found->second.get();
    return client ? &client->requestLog() : nullptr;
}

void WorkspaceController::open(const QString &accountId)
{
    if (m_open && m_open->account.id == accountId && m_page)
        return updateMenu(); // its tick has gone
    if (accountId == demoId)
        return openDemo();
    const std::optional<Account> account = accountOf(accountId);
    if (!account)
        return showSignIn(std::nullopt, {});
    showSignIn(account, {});
    m_signInPage->setBusy(tr("Asking the keychain…"));
    m_step = std::make_unique<QObject>();
    m_dependencies.keys.read(
        accountId, m_step.get(),
        [this, account](const quo::Expected<quo::ApiKey, workspace::KeyProblem> &key) {
            if (key)
                return openAccount(*account, *key);
            m_signInPage->setBusy({});
            m_signInPage->showProblem(words::keyProblemSentence(key.error()));
            Q_EMIT signInShown();
        });
}

void WorkspaceController::openAccount(const Account &account, const quo::ApiKey &key)
{
    close();
    std::unique_ptr<quo::Client> &client = m_clients[account.id];
    if (!client)
        client = makeClient(account.baseUrl, key, m_preferences.proxy, m_dependencies.clock);
    m_open = std::make_unique<OpenWorkspace>(account, *client, m_dependencies.clock, m_reader,
                                             m_dependencies.settingsFile, contactsFile(account));
    OpenWorkspace &open = *m_open;
    open.activity.setMostKept(m_preferences.keptThreads);
    if (accountOf(account.id))
        m_dependencies.settings.setLastAccount(account.id);
    updateMenu();
    auto page = std::make_unique<widgets::InboxPage>(widgets::InboxPage::Dependencies{
        open.session, open.names, open.activity, open.settings, m_dependencies.clock, m_menu,
        account.id == demoId ? QUrl() : quo::webApp(), account.baseUrl, m_dependencies.notify});
    m_page = page.get();
    m_dependencies.window.showPage(std::move(page), account.name);
    connect(&open.directory, &quo::DirectoryLoader::directoryChanged, m_page, [this] {
        const quo::Directory &directory = m_open->directory.directory();
        m_open->names.setDirectory(directory);
        m_open->contactNumbers.setRegions(inbox::regionsOf(m_reader, directory));
    });
    connect(&open.contacts, &workspace::ContactBook::contactsChanged, m_page,
            [this] { m_open->contactNumbers.setContacts(m_open->contacts.contacts()); });
    connect(&open.contactNumbers, &inbox::ContactNumbers::read, m_page,
            [this](const quo::ContactIndex &contacts) {
                m_open->names.setContacts(contacts);
                announceContactsProblem();
            });
    open.contactNumbers.setRegions(inbox::regionsOf(m_reader, {}));
    connect(&open.contacts, &workspace::ContactBook::answered, m_page,
            [this] { announceContactsProblem(); });
    m_page->start(std::exchange(m_opensAsItWas, false) ? widgets::InboxPage::Start::AsItWas
                                                       : widgets::InboxPage::Start::Fresh);
    if (!m_viewFile.isEmpty())
        m_page->openViewFile(std::exchange(m_viewFile, {}));
    open.directory.load();
    open.contacts.setEnabled(open.settings.areContactsEnabled());
    announceContactsProblem();
    Q_EMIT opened();
}

void WorkspaceController::showSignIn(const std::optional<Account> &account, const QString &problem)
{
    close();
    updateMenu();
    const QUrl baseUrl = account ? account->baseUrl : m_dependencies.baseUrl;
    auto page = std::make_unique<SignInPage>(
        SignInPage::Settings{baseUrl.host(), account ? account->name : QString(), m_menu,
                             demo::DemoServer::isAvailable()});
    m_signInPage = page.get();
    m_dependencies.window.showPage(std::move(page), account ? account->name : tr("Sign in"));
    m_signInPage->setFocus();
    connect(m_signInPage, &SignInPage::signInRequested, this,
            later([this, account](const quo::ApiKey &key, const QString &name) {
                testKey(account ? *account : newAccount(name), key);
            }));
    connect(m_signInPage, &SignInPage::cancelRequested, this, later([this] {
                m_step.reset();
                if (m_signInPage)
                    m_signInPage->setBusy({});
            }));
    connect(m_signInPage, &SignInPage::demoRequested, this, later([this] { openDemo(); }));
    connect(m_signInPage, &SignInPage::removeRequested, this, later([this, account] {
                if (account)
                    removeAccount(account->id);
            }));
    m_signInPage->showProblem(problem);
    if (!account)
        Q_EMIT signInShown();
}

void WorkspaceController::testKey(const Account &account, const quo::ApiKey &key)
{
    if (!m_signInPage)
        return;
    m_signInPage->setBusy(tr("Trying the key…"));
    auto step = std::make_unique<KeyTest>();
    KeyTest *const test = step.get();
    test->client = makeClient(account.baseUrl, key, m_preferences.proxy, m_dependencies.clock);
    test->job = test->client->list(
        quo::linesRequest(), {}, quo::Priority::Looking,
        [this, account, key, test](const LinesAnswer &answer) {
            if (isGoodKey(answer)) {
                m_clients[account.id] = std::move(test->client);
                return keep(account, key);
            }
            m_signInPage->setBusy({});
            const QString sentence = answer.error().kind == quo::ApiError::Kind::RefusedKey
                                         ? tr("Quo does not accept this key. Copy it again, or "
                                              "make a new one.")
                                         : words::errorSentence(answer.error());
            m_signInPage->showProblem(sentence + u' ' + words::errorDetail(answer.error()));
        });
    connect(test->job.get(), &quo::Job::waitingChanged, m_signInPage, [this, test] {
        if (const std::optional<quo::Wait> &wait = test->job->waiting())
            m_signInPage->setBusy(words::waitSentence(*wait, m_dependencies.clock.now()));
        else
            m_signInPage->setBusy(tr("Trying the key…"));
    });
    m_step = std::move(step);
}

void WorkspaceController::keep(const Account &account, const quo::ApiKey &key)
{
    QList<Account> accounts = m_dependencies.settings.accounts();
    if (!accountOf(account.id))
        accounts.append(account);
    m_dependencies.settings.setAccounts(accounts);
    m_dependencies.keys.write(
        account.id, key, this,
        [this, id = account.id](const std::optional<workspace::KeyProblem> &problem) {
            if (!problem || !m_open || m_open->account.id != id || !m_page)
                return;
            m_page->setKeyHint(tr("The key holds until Quoin is closed. %1")
                                   .arg(words::keyProblemSentence(*problem)));
        });
    openAccount(account, key);
}

void WorkspaceController::signOut()
{
    if (!m_open)
        return; // asked for twice
    const Account account = m_open->account;
    m_open->contacts.setEnabled(false); // which removes what is kept of them
    showSignIn(account, {});
    m_clients.erase(account.id);
    m_signInPage->setBusy(tr("Removing the key…"));
    m_step = std::make_unique<QObject>();
    m_dependencies.keys.remove(
        account.id, m_step.get(), [this](const std::optional<workspace::KeyProblem> &problem) {
            m_signInPage->setBusy({});
            if (problem && problem->kind == workspace::KeyProblem::Kind::Denied)
                m_signInPage->showProblem(tr("The key is still in the keychain. %1")
                                              .arg(words::keyProblemSentence(*problem)));
        });
}

void WorkspaceController::removeAccount(const QString &accountId)
{
    QList<Account> accounts = m_dependencies.settings.accounts();
    accounts.removeIf([&accountId](const Account &account) { return account.id == accountId; });
    m_dependencies.settings.setAccounts(accounts);
    workspace::Settings(m_dependencies.settingsFile, accountId).clear();
    QFile::remove(contactsFile({accountId, {}, {}}));
    m_clients.erase(accountId);
    m_dependencies.keys.remove(accountId, this, [](const auto &) {});
    showSignIn(std::nullopt, {});
}

void WorkspaceController::enableContacts(bool enabled)
{
    if (!m_open)
        return;
    m_open->settings.setContactsEnabled(enabled);
    m_open->contacts.setEnabled(enabled);
    announceContactsProblem();
    updateMenu();
}

void WorkspaceController::readContactsAgain()
{
    if (!m_open)
        return;
    m_open->contacts.readAgain();
    announceContactsProblem();
}

void WorkspaceController::announceContactsProblem()
{
    std::optional<quo::ContactsProblem> problem = m_open->contacts.problem();
    // A search finds them once their numbers have been read.
    if (!problem && m_open->contactNumbers.isReading())
        problem = quo::ContactsAwaited();
    m_open->session.setContactsProblem(problem);
}

Account WorkspaceController::newAccount(QString name) const
{
    if (name.isEmpty())
        name = tr("Quo workspace");
    const QList<Account> accounts = m_dependencies.settings.accounts();
    QString unique = name;
    for (int number = 2; std::ranges::find(accounts, unique, &Account::name) != accounts.end();
         ++number)
        unique = QStringLiteral("%1 %2").arg(name).arg(number);
    return {QUuid::createUuid().toString(QUuid::Id128).left(12), unique, m_dependencies.baseUrl};
}

void WorkspaceController::close()
{
    m_step.reset();
    if (!m_page && !m_signInPage)
        return;
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

QString WorkspaceController::contactsFile(const Account &account) const
{
    // Those of the demo are made up, and a key from outside may be another workspace's next time.
    if (account.id == demoId || account.id == givenKeyId)
        return {};
    return m_dependencies.cacheFolder + QStringLiteral("/contacts-%1.cbor").arg(account.id);
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
