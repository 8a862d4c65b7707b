// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoresponse.h"
#include "demo/demoworkspace.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>

#include <deque>
#include <functional>
#include <optional>

namespace demo {

class Parameters;

struct DemoRequest
{
    QByteArray method; // "GET"
    QByteArray path;
    QByteArray query;                      // as sent, without '?'
    QHash<QByteArray, QByteArray> headers; // names in lower case
};

// Quo's API for a demo workspace: a request in, a response out, without a socket. It is as strict
// as the contract, so that mistakes of the client show here first.
class DemoApi
{
public:
    // 'rateLimit' is the number of requests a second for each key; 0 means no limit.
    explicit DemoApi(DemoWorkspace workspace, int rateLimit = 0);

    const DemoWorkspace &workspace() const { return m_workspace; }

    // 'now' is in milliseconds and never goes back. Only the rate limit uses it.
    DemoResponse answer(const DemoRequest &request, Millis now);

private:
    struct Endpoint;

    bool isTooFast(const QByteArray &key, Millis now);
    DemoResponse conversations(const Endpoint &endpoint, const Parameters &parameters) const;
    DemoResponse phoneNumbers(const Endpoint &endpoint, const Parameters &parameters) const;
    DemoResponse users(const Endpoint &endpoint, const Parameters &parameters) const;
    DemoResponse contacts(const Endpoint &endpoint, const Parameters &parameters) const;
    DemoResponse messages(const Endpoint &endpoint, const Parameters &parameters) const;
    DemoResponse calls(const Endpoint &endpoint, const Parameters &parameters) const;
    DemoResponse activity(const Endpoint &endpoint, const Parameters &parameters,
                          bool asksForCalls) const;
    // One page of the items 0 … count-1 that 'item' returns; null ones are skipped.
    DemoResponse page(const Endpoint &endpoint, const Parameters &parameters, qsizetype count,
                      const std::function<std::optional<QJsonObject>(qsizetype)> &item) const;
    int lineIndex(const QString &idOrNumber) const;

    const DemoWorkspace m_workspace;
    const int m_rateLimit;
    QHash<QByteArray, std::deque<Millis>> m_recent; // by key
};

} // namespace demo
