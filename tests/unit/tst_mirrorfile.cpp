// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/mirrorfile.h"

#include <QDir>
#include <QFile>
#include <QtConcurrent>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::Account;
using workspace::mirrorFileOf;

namespace {

const QUrl server(u"https://api.example.org"_s);
const Account account{u"0123456789ab"_s, u"Acme"_s, server};

quo::ApiKey key(const QString &text)
{
    return quo::ApiKey::fromUserInput(text);
}

} // namespace

class TestMirrorFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAccountHasOneFileForAllItsKeys();
    void aKeyFromOutsideHasAFileForEachServer();
    void nothingTellsTheKey();
    void anIdFromAnEditedFileStaysInTheFolder();
    void theSaltIsForItsOwnerAlone();
    void aDamagedSaltIsReplaced_data();
    void aDamagedSaltIsReplaced();
    void aFolderInPlaceOfTheSaltIsAProblem();
    void aFolderThatCannotBeMadeIsAProblem();
    void processesThatStartAtOnceAgree();

private:
    QTemporaryDir m_home;
    QString folder() const { return m_home.filePath(QLatin1String(QTest::currentTestFunction())); }
};

void TestMirrorFile::anAccountHasOneFileForAllItsKeys()
{
    const auto first = mirrorFileOf(folder(), account, key(u"one"_s));
    QVERIFY(first);
    QCOMPARE(first->fileName, folder() + u"/workspace-0123456789ab.sqlite"_s);
    QCOMPARE(*mirrorFileOf(folder(), account, key(u"one"_s)), *first);
    const auto other = mirrorFileOf(folder(), account, key(u"two"_s));
    QCOMPARE(other->fileName, first->fileName);
    QVERIFY(other->owner != first->owner);
    const auto elsewhere =
        mirrorFileOf(folder(), Account{account.id, account.name, QUrl(u"https://b.example.org"_s)},
                     key(u"one"_s));
    QVERIFY(elsewhere->owner != first->owner);
}

void TestMirrorFile::aKeyFromOutsideHasAFileForEachServer()
{
    const auto first = mirrorFileOf(folder(), server, key(u"one"_s));
    QVERIFY(first);
    QCOMPARE(*mirrorFileOf(folder(), server, key(u"one"_s)), *first);
    QVERIFY(mirrorFileOf(folder(), server, key(u"two"_s))->fileName != first->fileName);
    QVERIFY(mirrorFileOf(folder(), QUrl(u"https://b.example.org"_s), key(u"one"_s))->fileName !=
            first->fileName);
    QCOMPARE(QFileInfo(first->fileName).path(), folder());
}

void TestMirrorFile::nothingTellsTheKey()
{
    const QString elsewhere = folder() + u"/elsewhere"_s;
    const auto here = mirrorFileOf(folder(), server, key(u"secret"_s));
    const auto there = mirrorFileOf(elsewhere, server, key(u"secret"_s));
    QVERIFY(here && there);
    QVERIFY(here->owner != there->owner); // nor the name, without the salt
    QVERIFY(QFileInfo(here->fileName).fileName() != QFileInfo(there->fileName).fileName());
}

void TestMirrorFile::anIdFromAnEditedFileStaysInTheFolder()
{
    const QString name = workspace::mirrorFileName(folder(), u"../../etc/x"_s);
    QCOMPARE(QFileInfo(name).path(), folder());
}

void TestMirrorFile::theSaltIsForItsOwnerAlone()
{
    QVERIFY(mirrorFileOf(folder(), account, key(u"one"_s)));
    const QFileInfo salt(folder() + u"/salt"_s);
    QCOMPARE(salt.size(), 32);
    QCOMPARE(salt.permissions() &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    QCOMPARE(QDir(folder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
             QStringList(u"salt"_s));
}

void TestMirrorFile::aDamagedSaltIsReplaced_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray(7, 'x');
    QTest::newRow("longer") << QByteArray(33, 'x');
}

void TestMirrorFile::aDamagedSaltIsReplaced()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(QDir().mkpath(folder()));
    QFile file(folder() + u"/salt"_s);
    QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    const auto first = mirrorFileOf(folder(), account, key(u"one"_s));
    QVERIFY(first);
    QCOMPARE(file.size(), 32);
    QCOMPARE(*mirrorFileOf(folder(), account, key(u"one"_s)), *first);
}

void TestMirrorFile::aFolderInPlaceOfTheSaltIsAProblem()
{
    QVERIFY(QDir().mkpath(folder() + u"/salt"_s));
    const auto file = mirrorFileOf(folder(), account, key(u"one"_s));
    QVERIFY(!file);
    QCOMPARE(file.error().kind, workspace::WriteProblem::Kind::NotAFile);
}

void TestMirrorFile::aFolderThatCannotBeMadeIsAProblem()
{
    QFile file(folder());
    QVERIFY(file.open(QFile::WriteOnly));
    const auto result = mirrorFileOf(folder() + u"/inside"_s, account, key(u"one"_s));
    QVERIFY(!result);
    QVERIFY(!result.error().detail.isEmpty());
}

void TestMirrorFile::processesThatStartAtOnceAgree()
{
    QList<int> starts(16);
    const QString where = folder();
    const QList<QByteArray> owners =
        QtConcurrent::blockingMapped<QList<QByteArray>>(starts, [&where](int) {
            const auto file = mirrorFileOf(where, account, key(u"one"_s));
            return file ? file->owner : QByteArray();
        });
    QVERIFY(!owners.first().isEmpty());
    QCOMPARE(owners.count(owners.first()), owners.size());
}

QTEST_GUILESS_MAIN(TestMirrorFile)
#include "tst_mirrorfile.moc"
