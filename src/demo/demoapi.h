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

// Quo's API over a demo workspace, request in and response out, without a socket: as strict as the
// contract, so that a mistake of the client shows here first.
class DemoApi
{
public:
    // 'rateLimit': requests a second that a key may make; 0 means no limit.
    explicit DemoApi(DemoWorkspace workspace, int rateLimit = 0);

    const DemoWorkspace &workspace() const { return m_workspace; }

    // 'now' in milliseconds, never set back; it serves the rate limit alone.
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
    // One page of what 'item' gives for 0 … count-1; null items are passed over.
    DemoResponse page(const Endpoint &endpoint, const Parameters &parameters, qsizetype count,
                      const std::function<std::optional<QJsonObject>(qsizetype)> &item) const;
    int lineIndex(const QString &idOrNumber) const;

    const DemoWorkspace m_workspace;
    const int m_rateLimit;
    QHash<QByteArray, std::deque<Millis>> m_recent; // by key
};

} // namespace demo
