// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connection.h"

#include "app/clients.h"
#include "app/system.h"
#include "demo/demoserver.h"
#include "words/errorwords.h"
#include "words/problemwords.h"
#include "words/settingswords.h"
#include "workspace/mirrorfile.h"
#include "workspace/programsettings.h"
#include "workspace/settings.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace app {

Connection::Connection(const Target &target, const QProcessEnvironment &environment,
                       quo::Clock &clock, const QString &settingsFile)
    : m_target(target)
    , m_environment(environment)
    , m_clock(clock)
    , m_settingsFile(settingsFile)
    , m_keys(QCoreApplication::applicationName())
{
}

Connection::~Connection() = default;

void Connection::open(std::function<void(const QString &)> done)
{
    const auto soon = [this, &done](const QString &problem) {
        QTimer::singleShot(0, &m_keys, [done, problem] { done(problem); });
    };
    if (m_target.demo) {
        demo::DemoServer::Settings settings;
        settings.conversations = m_target.demoConversations;
        settings.now = m_clock.now().time_since_epoch().count();
        settings.utcOffset = utcOffset();
        m_demoServer = std::make_unique<demo::DemoServer>(settings);
        if (!m_demoServer->start())
            return soon(m_demoServer->errorString());
        makeClient(m_demoServer->baseUrl(), quo::ApiKey::fromUserInput(QStringLiteral("demo")));
        return soon({});
    }
    workspace::SettingsFile file(m_settingsFile, workspace::SettingsFile::Access::Reading);
    const workspace::ProgramSettings settings(file);
    m_proxy = settings.preferences().proxy;
    const QList<workspace::Account> accounts = settings.accounts();
    if (!file.unreadable().isEmpty())
        std::fprintf(stderr, "quoin: %s\n",
                     qPrintable(words::unreadableSentence(file.unreadable())));
    const auto given =
        quo::ApiKey::fromUserInput(m_environment.value(QStringLiteral("QUO_API_KEY")));
    if (!given.isEmpty()) {
        makeClient(m_target.baseUrl, given);
        return soon({});
    }
    const auto last = std::ranges::find(accounts, settings.lastAccount(), &workspace::Account::id);
    if (last == accounts.end())
        return soon(words::errorSentence(quo::ApiError::of(quo::ApiError::Kind::NoKey)));
    m_account = *last;
    const workspace::Settings own(file, last->id);
    m_isKept = own.isKept();
    m_areContactsEnabled = own.areContactsEnabled();
    m_keys.read(last->id, &m_keys,
                [this, done, baseUrl = last->baseUrl](
                    const quo::Expected<quo::ApiKey, workspace::KeyProblem> &key) {
                    if (!key)
                        return done(words::keyProblemSentence(key.error()));
                    makeClient(baseUrl, *key);
                    done({});
                });
}

quo::Expected<mirror::Place, QString> Connection::place() const
{
    const QString folder = dataFolder();
    const auto file = m_account ? workspace::mirrorFileOf(folder, *m_account, m_key)
                                : workspace::mirrorFileOf(folder, m_baseUrl, m_key);
    if (!file)
        return quo::Unexpected{folder + QStringLiteral(": ") +
                               words::writeProblemText(file.error())};
    return mirror::Place{file->fileName, file->owner};
}

void Connection::makeClient(const QUrl &baseUrl, const quo::ApiKey &key)
{
    m_baseUrl = baseUrl;
    m_key = key;
    m_client = app::makeClient(baseUrl, key, m_proxy, m_clock);
}

} // namespace app
