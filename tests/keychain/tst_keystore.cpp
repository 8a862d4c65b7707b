// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/warnings.h"
#include "workspace/keystore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using quo::ApiKey;
using workspace::KeyProblem;
using workspace::KeyStore;
using Read = quo::Expected<ApiKey, KeyProblem>;

namespace {

const ApiKey canary = ApiKey::fromUserInput(u"canary-key-1"_s);

template <class T>
bool arrives(const std::optional<T> &result)
{
    return QTest::qWaitFor([&result] { return result.has_value(); }, 20'000);
}

std::optional<Read> read(KeyStore &store, const QString &id)
{
    std::optional<Read> result;
    QObject context;
    store.read(id, &context, [&result](const Read &read) { result = read; });
    return arrives(result) ? result : std::nullopt;
}

// The outer null: no answer came.
std::optional<std::optional<KeyProblem>> write(KeyStore &store, const QString &id,
                                               const ApiKey &key)
{
    std::optional<std::optional<KeyProblem>> result;
    QObject context;
    store.write(id, key, &context, [&result](const auto &problem) { result = problem; });
    return arrives(result) ? result : std::nullopt;
}

std::optional<std::optional<KeyProblem>> remove(KeyStore &store, const QString &id)
{
    std::optional<std::optional<KeyProblem>> result;
    QObject context;
    store.remove(id, &context, [&result](const auto &problem) { result = problem; });
    return arrives(result) ? result : std::nullopt;
}

} // namespace

// Runs twice: with a keychain, and where there is none.
class TestKeyStore : public QObject
{
    Q_OBJECT

    const bool m_hasKeychain = qEnvironmentVariable("QUOIN_TEST_KEYCHAIN") == u"with";

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void aKeyIsKeptOverARestart()
    {
        KeyStore store(u"quoin-test"_s);
        const auto written = write(store, u"a"_s, canary);
        QVERIFY(written);
        QCOMPARE(!written->has_value(), m_hasKeychain);
        const auto again = read(store, u"a"_s);
        QVERIFY(again && *again); // for this session in any case
        QCOMPARE((*again)->authorizationHeader(), canary.authorizationHeader());

        KeyStore restarted(u"quoin-test"_s);
        const auto kept = read(restarted, u"a"_s);
        QVERIFY(kept);
        QCOMPARE(kept->has_value(), m_hasKeychain);
        if (m_hasKeychain)
            QCOMPARE((*kept)->authorizationHeader(), canary.authorizationHeader());
        else
            QCOMPARE(kept->error().kind, KeyProblem::Kind::NoKeychain);
    }

    void aKeyIsReplaced()
    {
        if (!m_hasKeychain)
            QSKIP("nothing to replace in");
        const ApiKey other = ApiKey::fromUserInput(u"canary-key-2"_s);
        KeyStore store(u"quoin-test"_s);
        QVERIFY(write(store, u"b"_s, canary) && write(store, u"b"_s, other));
        KeyStore restarted(u"quoin-test"_s);
        const auto kept = read(restarted, u"b"_s);
        QVERIFY(kept && *kept);
        QCOMPARE((*kept)->authorizationHeader(), other.authorizationHeader());
    }

    void aRemovedKeyIsGone()
    {
        KeyStore store(u"quoin-test"_s);
        QVERIFY(write(store, u"c"_s, canary));
        const auto removed = remove(store, u"c"_s);
        QVERIFY(removed);
        if (m_hasKeychain)
            QVERIFY(!removed->has_value());
        const auto gone = read(store, u"c"_s);
        QVERIFY(gone && !gone->has_value());
        if (m_hasKeychain)
            QCOMPARE(gone->error().kind, KeyProblem::Kind::NotFound);
        // What was never there is gone as well.
        if (m_hasKeychain)
            QVERIFY(remove(store, u"never"_s) && !remove(store, u"never"_s)->has_value());
    }

    void nobodyIsCalledOnceTheContextIsGone()
    {
        KeyStore store(u"quoin-test"_s);
        bool called = false;
        {
            QObject context;
            store.read(u"d"_s, &context, [&called](const Read &) { called = true; });
        }
        QVERIFY(read(store, u"d"_s)); // jobs end in their order
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestKeyStore)
#include "tst_keystore.moc"
