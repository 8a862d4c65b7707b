// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/certificates.h"
#include "support/faultproxy.h"
#include "support/fixture.h"
#include "support/json.h"
#include "support/manualclock.h"
#include "support/warnings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using quo::ApiError;
using support::FaultProxy;

// The client over TLS, against servers with valid and invalid certificates.
class TestTls : public QObject
{
    Q_OBJECT

    support::Certificates m_certificates;
    support::ScriptedServer m_server;
    FaultProxy m_proxy{m_server.baseUrl()};

    quo::Expected<quo::Page, ApiError> ask(quo::Client &client)
    {
        std::optional<quo::Expected<quo::Page, ApiError>> answer;
        const auto job = client.list(quo::conversationsRequest(), {}, quo::Priority::Looking,
                                     [&](auto result) { answer = std::move(result); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000))
            return quo::Unexpected{ApiError::of(ApiError::Kind::Timeout)};
        return *answer;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server.setFallback([](const auto &) { return support::page(1, 3); });
    }

    void init() { support::failOnWarnings(); }

    void certificatesAreBelievedOrRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("good") << u"good"_s << true;
        QTest::newRow("expired") << u"expired"_s << false;
        QTest::newRow("of another name") << u"othername"_s << false;
        QTest::newRow("signed by itself") << u"selfsigned"_s << false;
    }

    void certificatesAreBelievedOrRefused()
    {
        QFETCH(QString, name);
        QFETCH(bool, isGood);
        m_proxy.setTls(m_certificates.named(name));
        const auto asked = m_server.requests().size();
        quo::SystemClock clock;
        quo::Client client(support::impatientSettings(m_proxy.baseUrl()), clock,
                           [] { return 0.5; });
        const auto answer = ask(client);
        QCOMPARE(answer.has_value(), isGood);
        // The key is in the first request, so there is none.
        QCOMPARE(m_server.requests().size(), asked + (isGood ? 1 : 0));
        if (!isGood) {
            QCOMPARE(answer.error().kind, ApiError::Kind::Tls);
            // The same client works once the server has a valid certificate.
            m_proxy.setTls(m_certificates.named(u"good"_s));
            QVERIFY(ask(client).has_value());
        }
    }

    void aHandshakeThatNeverEndsTimesOut()
    {
        m_proxy.setSilentTls();
        support::ManualClock clock(quo::Instant(quo::milliseconds(0)));
        quo::Client client(support::impatientSettings(m_proxy.baseUrl()), clock,
                           [] { return 0.5; });
        std::optional<ApiError> error;
        const auto job = client.list(quo::conversationsRequest(), {}, quo::Priority::Looking,
                                     [&error](const auto &result) { error = result.error(); });
        clock.advance(quo::milliseconds(0));
        QTRY_VERIFY(m_proxy.clients() == 1);
        clock.advance(quo::Client::Settings().idleTimeout);
        QVERIFY(error);
        QCOMPARE(error->kind, ApiError::Kind::Timeout);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
