// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportfile.h"
#include "support/fail.h"
#include "support/files.h"
#include "support/warnings.h"
#include "words/problemwords.h"
#include "workspace/atomicfile.h"

#include <QDir>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using exporting::ExportFile;
using workspace::AtomicFile;
using workspace::Readers;

Q_DECLARE_METATYPE(Readers)

// What is at the place that an export goes to.
class TestAtomicFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString path(const QString &name) const { return m_dir.filePath(name); }

    QStringList names() const
    {
        return QDir(m_dir.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                       QDir::Name);
    }

    static std::optional<QString> replace(AtomicFile &file)
    {
        std::optional<workspace::WriteProblem> problem = file.open();
        if (!problem) {
            file.file().write("new");
            problem = file.commit();
        }
        return problem ? std::optional(words::writeProblemText(*problem)) : std::nullopt;
    }

    static std::optional<QString> exportTo(const QString &fileName,
                                           const exporting::ExportOptions &options = {})
    {
        ExportFile file(fileName, options, {});
        if (const std::optional<QString> problem = file.open())
            return problem;
        exporting::Manifest manifest;
        return file.commit(manifest, true);
    }

    static void protect(const QString &fileName)
    {
        if (!QFile::setPermissions(fileName, QFile::ReadOwner))
            support::fail(u"cannot protect it"_s);
    }

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_dir = QTemporaryDir();
    }

    void aLinkIsFollowed()
    {
        QVERIFY(QDir(m_dir.path()).mkdir(u"elsewhere"_s));
        const QString target = path(u"elsewhere/data"_s);
        support::writeFile(target, "old");
        QVERIFY(
            QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        QVERIFY(QFile::link(target, path(u"middle"_s)));
        QVERIFY(QFile::link(path(u"middle"_s), path(u"link"_s)));
        AtomicFile file(path(u"link"_s), Readers::AsBefore);
        QCOMPARE(replace(file), std::nullopt);
        QVERIFY(QFileInfo(path(u"link"_s)).isSymLink() && QFileInfo(path(u"middle"_s)).isSymLink());
        QCOMPARE(support::readFile(target), "new");
        QVERIFY(QFileInfo(target).permission(QFile::ReadGroup));
        QCOMPARE(names(), (QStringList{u"elsewhere"_s, u"link"_s, u"middle"_s}));
        QCOMPARE(QDir(path(u"elsewhere"_s)).entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"data"_s});
    }

    void whatIsNoFileIsRefused_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("link to nothing") << path(u"nothing"_s);
        QTest::newRow("link to itself") << path(u"place"_s);
        QTest::newRow("link to a device") << u"/dev/null"_s;
        QTest::newRow("link to a folder") << QDir::tempPath();
    }

    void whatIsNoFileIsRefused()
    {
        QFETCH(QString, target);
        QVERIFY(QFile::link(target, path(u"place"_s)));
        AtomicFile file(path(u"place"_s), Readers::AsBefore);
        QVERIFY(replace(file));
        QCOMPARE(names(), QStringList{u"place"_s});
        QVERIFY(QFileInfo(path(u"place"_s)).isSymLink());
    }

    void aFileThatIsProtectedIsReplacedOnlyWhereThatIsAsked()
    {
        const QString fileName = path(u"protected"_s);
        support::writeFile(fileName, "old");
        protect(fileName);
        AtomicFile file(fileName, Readers::AsBefore);
        QCOMPARE(replace(file).value_or(QString()), u"is write-protected"_s);
        QCOMPARE(support::readFile(fileName), "old");
        AtomicFile forced(fileName, Readers::AsBefore, AtomicFile::Protected::Replaced);
        QCOMPARE(replace(forced), std::nullopt);
        QCOMPARE(support::readFile(fileName), "new");
        QVERIFY(!QFileInfo(fileName).permission(QFile::WriteOwner)); // it stays protected
    }

#ifdef Q_OS_UNIX
    void itsReadersAreThoseThatAreAskedFor_data()
    {
        QTest::addColumn<Readers>("readers");
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<bool>("canBeReadByOthers");
        QTest::newRow("owner, a new file") << Readers::Owner << false << false;
        QTest::newRow("owner, an old file") << Readers::Owner << true << false;
        QTest::newRow("as before, a new file") << Readers::AsBefore << false << false;
        QTest::newRow("as before, an old file") << Readers::AsBefore << true << true;
        QTest::newRow("as usual, a new file") << Readers::AsUsual << false << true;
        QTest::newRow("as usual, an old file") << Readers::AsUsual << true << true;
    }

    void itsReadersAreThoseThatAreAskedFor()
    {
        QFETCH(Readers, readers);
        QFETCH(bool, isThere);
        const mode_t before = ::umask(S_IWGRP | S_IRWXO);
        const auto restore = qScopeGuard([before] { ::umask(before); });
        const QString fileName = path(u"data"_s);
        if (isThere) {
            support::writeFile(fileName, "old");
            QVERIFY(QFile::setPermissions(fileName,
                                          QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        }
        QVERIFY(!workspace::writeWhole(fileName, "new", readers));
        QCOMPARE(support::readFile(fileName), "new");
        const QFileInfo info(fileName);
        QVERIFY(info.permission(QFile::ReadOwner | QFile::WriteOwner));
        QTEST(info.permission(QFile::ReadGroup), "canBeReadByOthers");
        QVERIFY(!info.permission(QFile::WriteGroup) && !info.permission(QFile::ReadOther));
        QCOMPARE(::umask(S_IWGRP | S_IRWXO), mode_t(S_IWGRP | S_IRWXO));
    }
#endif

    void whatHappensToThePlaceMeanwhileIsSeen()
    {
        const QString fileName = path(u"data"_s);
        support::writeFile(fileName, "old");
        AtomicFile file(fileName, Readers::AsBefore);
        QVERIFY(!file.open());
        file.file().write("new");
        protect(fileName);
        QVERIFY(file.commit());
        QCOMPARE(support::readFile(fileName), "old");
    }

    void aManifestThatCannotBeWrittenLeavesTheOldFile_data()
    {
        QTest::addColumn<bool>("isLink");
        QTest::newRow("protected") << false;
        QTest::newRow("link to nothing") << true;
    }

    void aManifestThatCannotBeWrittenLeavesTheOldFile()
    {
        QFETCH(bool, isLink);
        const QString fileName = path(u"data.csv"_s);
        const QString manifest = fileName + u".manifest.json"_s;
        support::writeFile(fileName, "old");
        if (isLink) {
            QVERIFY(QFile::link(path(u"nothing"_s), manifest));
        } else {
            support::writeFile(manifest, "old");
            protect(manifest);
        }
        QVERIFY(exportTo(fileName).value_or(QString()).contains(manifest));
        QCOMPARE(support::readFile(fileName), "old");
        QCOMPARE(names().size(), 2);
        if (isLink)
            return;
        QCOMPARE(exportTo(fileName, {.replacesProtected = true}), std::nullopt);
        QVERIFY(support::readFile(manifest).contains("sha256"));
    }

    void whatIsPartialGoesBesideTheLinkAlsoToAnotherFileSystem()
    {
        // Where there is another one, such as the memory's; else in another folder.
        QTemporaryDir other(QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/quoin-XXXXXX"_s
                                                                  : path(u"XXXXXX"_s));
        QVERIFY(other.isValid());
        support::writeFile(other.filePath(u"data.csv"_s), "old");
        QVERIFY(QFile::link(other.filePath(u"data.csv"_s), path(u"link.csv"_s)));
        ExportFile file(path(u"link.csv"_s), {}, {});
        QVERIFY(!file.open() && !file.markPartial());
        exporting::Manifest manifest;
        QCOMPARE(file.commit(manifest, false), std::nullopt);
        QCOMPARE(support::readFile(other.filePath(u"data.csv"_s)), "old");
        QCOMPARE(support::readFile(path(u"link_partial.csv"_s)), "\r\n");
        QCOMPARE(QDir(other.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"data.csv"_s});
    }
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomicfile.moc"
