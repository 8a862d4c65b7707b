// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signinflow.h"

#include "demo/demoserver.h"
#include "words/errorwords.h"
#include "words/problemwords.h"
#include "words/statuswords.h"

#include <QUuid>

#include <algorithm>

namespace app {

using widgets::SignInPage;
using workspace::Account;

namespace {

// The key is good, but may not do what was asked.
bool isOfGoodKey(const quo::ApiError &error)
{
    return error.kind == quo::ApiError::Kind::Forbidden ||
           error.kind == quo::ApiError::Kind::NotFound;
}

} // namespace

SignInFlow::SignInFlow(Dependencies dependencies, QObject *parent)
    : QObject(parent)
    , m_dependencies(std::move(dependencies))
{
}

SignInFlow::~SignInFlow() = default;

std::unique_ptr<SignInPage> SignInFlow::makePage(const std::optional<Account> &account)
{
    const QUrl baseUrl = account ? account->baseUrl : m_dependencies.baseUrl;
    auto page = std::make_unique<SignInPage>(SignInPage::Settings{
        baseUrl.host(), account ? account->name : QString(), m_dependencies.menu,
        m_dependencies.theme, demo::DemoServer::isAvailable()});
    m_step = {};
    m_page = page.get();
    connect(m_page, &SignInPage::signInRequested, this,
            [this, account](const quo::ApiKey &key, const QString &name) {
                tryKey(account ? *account : newAccount(name), key);
            });
    connect(m_page, &SignInPage::cancelRequested, this, [this] {
        m_step = {};
        m_page->setBusy({});
    });
    connect(m_page, &QObject::destroyed, this, [this] { m_step = {}; });
    return page;
}

void SignInFlow::readKey(const Account &account)
{
    m_dependencies.keys.read(
        account.id, askKeychain(tr("Opening the keychain…")),
        [this, account](const quo::Expected<quo::ApiKey, workspace::KeyProblem> &key) {
            if (key) {
                Q_EMIT keyFound(account, *key);
                return;
            }
            m_page->setBusy({});
            m_page->showProblem(words::keyProblemSentence(key.error()));
            Q_EMIT keyMissing();
        });
}

void SignInFlow::removeKey(const QString &accountId)
{
    m_dependencies.keys.remove(
        accountId, askKeychain(tr("Removing the key…")),
        [this](const std::optional<workspace::KeyProblem> &problem) {
            m_page->setBusy({});
            if (problem && problem->kind == workspace::KeyProblem::Kind::Denied)
                m_page->showProblem(
                    tr("Couldn’t remove the key. %1").arg(words::keyProblemSentence(*problem)));
        });
}

const quo::RequestLog *SignInFlow::requestLog() const
{
    const auto *trial = std::get_if<Trial>(&m_step);
    return trial ? &trial->client->requestLog() : nullptr;
}

QObject *SignInFlow::askKeychain(const QString &busySentence)
{
    m_page->setBusy(busySentence);
    m_step = AskedKeychain{std::make_unique<QObject>()};
    return std::get<AskedKeychain>(m_step).context.get();
}

void SignInFlow::tryKey(const Account &account, const quo::ApiKey &key)
{
    m_step = {}; // the job before goes first, then its client
    Trial trial;
    trial.client = m_dependencies.clients.make(account.baseUrl, key);
    trial.job = trial.client->list(
        quo::linesRequest(), {}, quo::Priority::Looking,
        [this, account, key](const LinesAnswer &answer) { onTried(account, key, answer); });
    connect(trial.job.get(), &quo::Job::waitingChanged, this, &SignInFlow::showWaiting);
    m_step = std::move(trial);
    showWaiting();
}

void SignInFlow::showWaiting()
{
    const std::optional<quo::Wait> &wait = std::get<Trial>(m_step).job->waiting();
    m_page->setBusy(wait ? words::waitSentence(*wait, m_dependencies.clock.now())
                         : tr("Checking key…"));
}

void SignInFlow::onTried(const Account &account, const quo::ApiKey &key, const LinesAnswer &answer)
{
    if (!answer && !isOfGoodKey(answer.error())) {
        m_page->setBusy({});
        const QString sentence = answer.error().kind == quo::ApiError::Kind::RefusedKey
                                     ? tr("Quo didn’t accept this key. Check it, or create a "
                                          "new one.")
                                     : words::errorSentence(answer.error());
        m_page->showProblem(sentence + u' ' + words::errorDetail(answer.error()));
        return;
    }
    m_dependencies.clients.adopt(account.id, std::move(std::get<Trial>(m_step).client));
    keep(account, key);
    Q_EMIT keyFound(account, key);
}

void SignInFlow::keep(const Account &account, const quo::ApiKey &key)
{
    QList<Account> accounts = m_dependencies.settings.accounts();
    if (std::ranges::find(accounts, account.id, &Account::id) == accounts.end())
        accounts.append(account);
    m_dependencies.settings.setAccounts(accounts);
    // The answer comes after the page has gone.
    m_dependencies.keys.write(
        account.id, key, this,
        [this, id = account.id](const std::optional<workspace::KeyProblem> &problem) {
            if (problem)
                Q_EMIT keyNotKept(id, tr("%1 You’ll sign in again next time.")
                                          .arg(words::keyProblemSentence(*problem)));
        });
}

Account SignInFlow::newAccount(QString name) const
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

} // namespace app
