// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "mirror/place.h"
#include "quo/client.h"
#include "workspace/account.h"
#include "workspace/keystore.h"
#include "workspace/preferences.h"

#include <functional>
#include <memory>

namespace demo {
class DemoServer;
}

namespace app {

// How a command without a window reaches a workspace: the demo's server, the key in QUO_API_KEY,
// or the workspace that was open last with its key from the keychain.
class Connection
{
public:
    // 'settingsFile' knows which workspace was open last. The clock must outlive it.
    Connection(const Target &target, const QProcessEnvironment &environment, quo::Clock &clock,
               const QString &settingsFile);
    ~Connection();

    // Calls 'done' once, from the event loop: with null, or with a sentence that says why not.
    void open(std::function<void(const QString &problem)> done);

    // Once it is open.
    quo::Client &client() { return *m_client; }
    const QUrl &baseUrl() const { return m_baseUrl; }
    // Where the workspace is kept on this computer, or a sentence that says why it cannot be. Makes
    // the folder, but not the file. Not for the demo.
    quo::Expected<mirror::Place, QString> place() const;
    // Whether the user wants it to be kept, and the names of contacts. Both are wanted for a key
    // from outside.
    bool isKept() const { return m_isKept; }
    bool areContactsEnabled() const { return m_areContactsEnabled; }

private:
    void makeClient(const QUrl &baseUrl, const quo::ApiKey &key);

    const Target m_target;
    const QProcessEnvironment m_environment;
    quo::Clock &m_clock;
    const QString m_settingsFile;
    workspace::KeyStore m_keys;
    workspace::Proxy m_proxy;
    std::unique_ptr<demo::DemoServer> m_demoServer;
    std::unique_ptr<quo::Client> m_client;
    QUrl m_baseUrl;
    quo::ApiKey m_key;
    std::optional<workspace::Account> m_account; // null: the key is from outside
    bool m_isKept = true;
    bool m_areContactsEnabled = true;
};

} // namespace app
