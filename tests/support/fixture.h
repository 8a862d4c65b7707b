// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/client.h"
#include "quo/decode.h"
#include "quo/page.h"
#include "support/fail.h"
#include "support/scriptedserver.h"

#include <QTest>

#include <optional>

namespace support {

// Faster than the real settings: retries after milliseconds, and hardly any pace.
inline quo::Client::Settings impatientSettings(const QUrl &baseUrl)
{
    quo::Client::Settings settings;
    settings.baseUrl = baseUrl;
    settings.key = quo::ApiKey::fromUserInput(QStringLiteral("canary-key"));
    settings.userAgent = "Quoin/test";
    settings.limits = {1000, quo::milliseconds(1000), 5};
    settings.retry.firstDelay = quo::milliseconds(2);
    return settings;
}

// As if the client had already tried out the filters that rows do not show, so that it requests
// only what a test is about.
inline void takeFiltersAsApplied(quo::Client &client)
{
    for (const quo::QueryField field : {quo::QueryField::UserId, quo::QueryField::ExcludeInactive})
        client.setFilterEffect(field, quo::FilterEffect::Applied);
}

// The real client against a scripted server.
struct ScriptedWorld
{
    ScriptedServer server;
    quo::SystemClock clock;
    quo::Client client;

    explicit ScriptedWorld(const std::function<void(quo::Client::Settings &)> &change =
                               [](auto &) {})
        : client(settings(server, change), clock, [] { return 0.5; })
    {
        takeFiltersAsApplied(client);
    }

    // Sends a request and waits for its one answer; null if none came.
    std::optional<quo::Expected<quo::Page, quo::ApiError>>
    ask(const quo::ConversationQuery &query = {}, const std::optional<QString> &pageToken = {})
    {
        std::optional<quo::Expected<quo::Page, quo::ApiError>> answer;
        int answers = 0;
        const auto job =
            client.list(quo::conversationsRequest(query), pageToken, quo::Priority::Looking,
                        [&](quo::Expected<quo::Page, quo::ApiError> result) {
                            answer = std::move(result);
                            ++answers;
                        });
        if (!QTest::qWaitFor([&] { return answers > 0; }, 20'000) || answers != 1)
            return std::nullopt;
        return answer;
    }

    // The error of a request that has to end with one; the test fails where it does not.
    quo::ApiError askInVain(const Caller &caller = {__builtin_FILE(), __builtin_LINE()})
    {
        if (const auto answer = ask(); answer && !*answer)
            return answer->error();
        fail(QStringLiteral("the request did not end with an error"), caller);
        return {};
    }

private:
    static quo::Client::Settings
    settings(const ScriptedServer &server,
             const std::function<void(quo::Client::Settings &)> &change)
    {
        quo::Client::Settings settings = impatientSettings(server.baseUrl());
        change(settings);
        return settings;
    }
};

} // namespace support
