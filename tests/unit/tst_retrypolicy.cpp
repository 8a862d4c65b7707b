// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/retrypolicy.h"
#include "support/warnings.h"

#include <QTest>

using quo::ApiError;
using quo::milliseconds;
using quo::RetryPolicy;
using Kind = ApiError::Kind;

namespace {

ApiError error(Kind kind, std::optional<milliseconds> retryAfter = {})
{
    ApiError error;
    error.kind = kind;
    error.retryAfter = retryAfter;
    return error;
}

} // namespace

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void onlyWhatMayPassIsTriedAgain()
    {
        const RetryPolicy policy;
        for (const Kind kind :
             {Kind::RateLimited, Kind::Server, Kind::Dropped, Kind::UnreadableAnswer})
            QVERIFY(policy.delayAfter(error(kind), 1, 0.5));
        for (const Kind kind :
             {Kind::NoNetwork, Kind::Timeout, Kind::Tls, Kind::RefusedKey, Kind::Forbidden,
              Kind::BadParameter, Kind::BadRequest, Kind::NotPaid, Kind::ProxyPassword,
              Kind::NotFound, Kind::Redirected, Kind::TooLarge})
            QVERIFY(!policy.delayAfter(error(kind), 1, 0.5));
    }

    void aBackoffDoublesIsBoundedAndObeysTheServerWithinReason()
    {
        using namespace std::chrono_literals;
        quo::Backoff backoff(15s, 1min);
        QCOMPARE(backoff.next(error(Kind::Server)), milliseconds(15s));
        QCOMPARE(backoff.next(error(Kind::Server)), milliseconds(30s));
        QCOMPARE(backoff.next(error(Kind::RateLimited, 10min)), milliseconds(10min));
        QCOMPARE(backoff.next(error(Kind::Server)), milliseconds(1min));
        QCOMPARE(backoff.next(error(Kind::RateLimited, 1s)), milliseconds(1min));
        QCOMPARE(backoff.next(error(Kind::RateLimited, 240h)), milliseconds(1h));
        backoff.reset();
        QCOMPARE(backoff.next(error(Kind::Server)), milliseconds(15s));
    }

    void triesAreBounded()
    {
        const RetryPolicy policy;
        QVERIFY(policy.delayAfter(error(Kind::Server), 3, 0.5));
        QVERIFY(!policy.delayAfter(error(Kind::Server), 4, 0.5));
        QVERIFY(!policy.delayAfter(error(Kind::UnreadableAnswer), 2, 0.5));
    }

    void waitsDoubleAndSpread()
    {
        const RetryPolicy policy;
        QCOMPARE(policy.delayAfter(error(Kind::RateLimited), 1, 0.0), milliseconds(500));
        QCOMPARE(policy.delayAfter(error(Kind::RateLimited), 1, 0.5), milliseconds(750));
        QCOMPARE(policy.delayAfter(error(Kind::RateLimited), 2, 0.0), milliseconds(1000));
        RetryPolicy patient;
        patient.otherTries = 100;
        QCOMPARE(patient.delayAfter(error(Kind::Server), 60, 0.0), milliseconds(15'000));
    }

    void theServersWordComesFirst()
    {
        const RetryPolicy policy;
        QCOMPARE(policy.delayAfter(error(Kind::RateLimited, milliseconds(7000)), 1, 0.0),
                 milliseconds(7000));
        // Such a long wait is reported, not waited for.
        QVERIFY(!policy.delayAfter(error(Kind::RateLimited, milliseconds(3'600'000)), 1, 0.0));
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
