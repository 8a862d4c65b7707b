// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportfile.h"
#include "exporting/formats.h"
#include "exporting/xlsxwriter.h"
#include "inbox/conversationstore.h"
#include "support/fail.h"
#include "support/warnings.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using exporting::ExportFile;
using exporting::ExportOptions;
using exporting::Format;
using exporting::Manifest;
using exporting::Numbers;
using inbox::Column;
using quo::Conversation;

namespace {

const inbox::Reader reader{QLocale(QLocale::English, QLocale::UnitedStates),
                           QTimeZone("America/New_York"), u"US"_s};

// Whatever a name can do to a file.
QStringList awkwardNames()
{
    return {u"plain"_s,
            u"=1+1"_s,
            u"+1"_s,
            u"-1"_s,
            u"@SUM(A1)"_s,
            u"  =1+1"_s,
            u"\t=1"_s,
            u"quote \" and, comma; semicolon"_s,
            u"line\nbreak"_s,
            u"carriage\r\nreturn"_s,
            u"تمر כהן \u202eright"_s,
            u"🧯 emoji 👩‍👩‍👧"_s,
            u"'apostrophe"_s,
            u"_x0041_ is no escape"_s};
}

Conversation conversation(int i, const QString &name)
{
    Conversation row;
    row.id = u"CN%1"_s.arg(i);
    row.phoneNumberId = u"PN1"_s;
    row.participants = QStringList{u"+14155550100"_s, u"+33140000000"_s};
    row.name = name;
    row.createdAt = quo::parseInstant(u"2026-01-31T23:30:00.250Z"_s);
    row.mutedUntil = quo::parseInstant(u"9999-12-31T23:59:59.999Z"_s);
    return row;
}

exporting::Columns columnsOf(const QStringList &ids)
{
    exporting::Columns columns;
    for (const QString &id : ids)
        columns.append(&inbox::columns()[size_t(inbox::columnIndex(id))]);
    return columns;
}

const QStringList someColumns{u"name"_s, u"participants"_s, u"createdAt"_s, u"assignedTo"_s,
                              u"id"_s};

// As a reader that is not ours sees the file.
QJsonDocument readBack(const QString &fileName, const QString &separator = u","_s)
{
    QProcess python;
    python.start(QStringLiteral(QUOIN_PYTHON),
                 {QStringLiteral(QUOIN_READBACK), fileName, separator});
    if (!python.waitForFinished() || python.exitCode() != 0)
        support::fail(QString::fromUtf8(python.readAllStandardError()));
    return QJsonDocument::fromJson(python.readAllStandardOutput());
}

} // namespace

class TestExportFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    quo::Directory m_directory;
    quo::ContactIndex m_contacts;
    inbox::ConversationStore m_store;

    inbox::CellContext context() const
    {
        return {reader, *quo::parseInstant(u"2026-06-02T12:00:00Z"_s), m_directory, m_contacts};
    }

    QString write(const QString &name, const ExportOptions &options,
                  const QStringList &columns = someColumns)
    {
        const QString fileName = m_dir.filePath(name);
        ExportFile file(fileName, options, columnsOf(columns));
        if (const auto problem = file.open()) {
            support::fail(*problem);
            return fileName;
        }
        for (quint32 row = 0; row < m_store.size(); ++row)
            file.write(m_store.at(row), context());
        Manifest manifest;
        manifest.program = u"Quoin"_s;
        manifest.missing = {u"one line"_s, u"another"_s};
        if (const auto problem = file.commit(manifest, true))
            support::fail(*problem);
        return fileName;
    }

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_store = {};
        QList<Conversation> rows;
        for (const QString &name : awkwardNames())
            rows.append(conversation(int(rows.size()), name));
        m_store.merge(rows);
    }

    void delimitedFilesAreReadBackByAnotherReader_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ExportOptions>("options");
        QTest::newRow("plain CSV") << u"a.csv"_s << ExportOptions{};
        QTest::newRow("LF") << u"b.csv"_s << ExportOptions{.crlf = false};
        QTest::newRow("for Excel")
            << u"c.csv"_s << ExportOptions{.separator = u';', .byteOrderMark = true};
        QTest::newRow("TSV") << u"d.tsv"_s << ExportOptions{.format = Format::Tsv};
        QTest::newRow("raw") << u"e.csv"_s << ExportOptions{.raw = true};
    }

    void delimitedFilesAreReadBackByAnotherReader()
    {
        QFETCH(QString, name);
        QFETCH(ExportOptions, options);
        const QString fileName = write(name, options);
        const QJsonArray rows = readBack(fileName, QChar(options.separator)).array();
        QCOMPARE(rows.size(), awkwardNames().size() + 1);
        QCOMPARE(rows.first().toArray(),
                 (QJsonArray{u"Conversation"_s, u"Participants"_s, u"Thread created (UTC)"_s,
                             u"Assigned to"_s, u"Conversation ID"_s}));
        for (qsizetype i = 0; i < awkwardNames().size(); ++i) {
            // The list shows a name on one line; a file has it as it is.
            const QString text = awkwardNames()[i];
            const bool isGuarded = !options.raw && u"=+-@"_s.contains(text.trimmed()[0]);
            QCOMPARE(rows[i + 1].toArray(),
                     (QJsonArray{isGuarded ? u'\'' + text : text, u"+14155550100; +33140000000"_s,
                                 u"2026-01-31T23:30:00.250Z"_s, QString(), u"CN%1"_s.arg(i)}));
        }
        QFile file(fileName);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll();
        QCOMPARE(bytes.startsWith("\xef\xbb\xbf"), options.byteOrderMark);
        QCOMPARE(bytes.endsWith("\r\n"), options.crlf);
    }

    void numbersGoOutAsAsked_data()
    {
        QTest::addColumn<Numbers>("numbers");
        QTest::addColumn<QString>("text");
        QTest::newRow("E.164") << Numbers::E164 << u"+14155550100; +33140000000"_s;
        QTest::newRow("text") << Numbers::Text << u"'+14155550100; +33140000000"_s;
        QTest::newRow("national") << Numbers::National << u"(415) 555-0100; +33 1 40 00 00 00"_s;
    }

    void numbersGoOutAsAsked()
    {
        QFETCH(Numbers, numbers);
        const QString fileName = write(u"n.csv"_s, {.numbers = numbers});
        QTEST(readBack(fileName)[1][1].toString(), "text");
    }

    void instantsAreInTheZoneThatTheHeaderNames()
    {
        const QString fileName = write(u"z.csv"_s, {.zone = reader.zone});
        const QJsonDocument rows = readBack(fileName);
        QCOMPARE(rows[0][2].toString(), u"Thread created (America/New_York)"_s);
        QCOMPARE(rows[1][2].toString(), u"2026-01-31T18:30:00.250-05:00"_s);
    }

    void jsonHasTheApisFieldsAndNulls_data()
    {
        QTest::addColumn<Format>("format");
        QTest::newRow("json") << Format::Json;
        QTest::newRow("ndjson") << Format::Ndjson;
    }

    void jsonHasTheApisFieldsAndNulls()
    {
        QFETCH(Format, format);
        m_store.merge({conversation(99, u"NUL \0 inside"_s)});
        m_directory.setLines({{u"PN1"_s, u"+14155550109"_s, u"Support"_s, {}}});
        const QString fileName =
            write(u"j."_s + exporting::suffix(format), {.format = format, .names = true});
        const QJsonArray rows = readBack(fileName).array();
        QCOMPARE(rows.size(), awkwardNames().size() + 1);
        for (qsizetype i = 0; i < awkwardNames().size(); ++i)
            QCOMPARE(rows[i][u"name"_s].toString(), awkwardNames()[i]); // to the letter
        QCOMPARE(rows.last()[u"name"_s].toString(), u"NUL \0 inside"_s);
        const QJsonObject expected{
            {u"id"_s, u"CN0"_s},
            {u"phoneNumberId"_s, u"PN1"_s},
            {u"participants"_s, QJsonArray{u"+14155550100"_s, u"+33140000000"_s}},
            {u"name"_s, u"plain"_s},
            {u"assignedTo"_s, QJsonValue()},
            {u"lastActivityId"_s, QJsonValue()},
            {u"createdAt"_s, u"2026-01-31T23:30:00.250Z"_s},
            {u"updatedAt"_s, QJsonValue()},
            {u"lastActivityAt"_s, QJsonValue()},
            {u"mutedUntil"_s, u"9999-12-31T23:59:59.999Z"_s},
            {u"snoozedUntil"_s, QJsonValue()},
            {u"deletedAt"_s, QJsonValue()},
            {u"phoneNumberName"_s, u"Support"_s},
            {u"assignedToName"_s, QJsonValue()}};
        QCOMPARE(rows.first().toObject(), expected);
        m_directory = {};
    }

    void aWorkbookIsTypedAndReadBack()
    {
        m_store.merge({conversation(99, u"NUL \0 inside"_s)});
        const QString fileName = write(u"w.xlsx"_s, {.format = Format::Xlsx});
        const QJsonObject book = readBack(fileName).object();
        const QJsonObject sheets = book[u"sheets"_s].toObject();
        const QJsonArray rows = sheets[u"Conversations"_s].toArray();
        QCOMPARE(rows.size(), awkwardNames().size() + 2);
        for (qsizetype i = 0; i < awkwardNames().size(); ++i) // as text, so nothing is guarded
            QCOMPARE(rows[i + 1].toArray(),
                     (QJsonArray{awkwardNames()[i], u"+14155550100; +33140000000"_s,
                                 u"2026-01-31T23:30:00.250"_s, QString(), u"CN%1"_s.arg(i)}));
        QCOMPARE(rows.last()[0].toString(), u"NUL \0 inside"_s);
        QCOMPARE(book[u"types"_s].toArray(), (QJsonArray{u"s"_s, u"s"_s, u"d"_s, u"n"_s, u"s"_s}));
        QCOMPARE(book[u"frozen"_s].toString(), u"A2"_s);
        QCOMPARE(book[u"filter"_s].toString(), u"A1:E%1"_s.arg(rows.size()));
        const QJsonArray about = sheets[u"About"_s].toArray();
        const auto fact = [&about](const QString &name) {
            for (const QJsonValue row : about)
                if (row[0].toString() == name)
                    return row[1].toVariant().toString();
            return u"missing"_s;
        };
        QCOMPARE(fact(u"Program"_s), u"Quoin"_s);
        QCOMPARE(fact(u"Rows"_s), QString::number(m_store.size()));
        QCOMPARE(fact(u"Complete"_s), u"Yes"_s);
        QCOMPARE(fact(u"What is missing"_s), u"one line\nanother"_s);
    }

    void aFullSheetGoesOnInTheNextAndALongCellIsCutAndSaid()
    {
        m_store.merge({conversation(99, u"x"_s.repeated(39) + u"🧯"_s)});
        const QString fileName = m_dir.filePath(u"limits.xlsx"_s);
        QFile file(fileName);
        QVERIFY(file.open(QFile::ReadWrite));
        exporting::XlsxWriter writer({.format = Format::Xlsx}, columnsOf({u"name"_s}), file,
                                     {.rows = 10, .characters = 40});
        for (quint32 row = 0; row < m_store.size(); ++row)
            writer.write(m_store.at(row), context());
        QCOMPARE(writer.loss(), u"Cells cut at 40 characters: 1"_s);
        writer.end({});
        const QJsonObject sheets = readBack(fileName).object()[u"sheets"_s].toObject();
        QCOMPARE(sheets[u"Conversations"_s].toArray().size(), 11);
        const QJsonArray rest = sheets[u"Conversations 2"_s].toArray();
        QCOMPARE(rest.size(), 1 + int(m_store.size()) - 10);
        QCOMPARE(rest.last()[0].toString(), u"x"_s.repeated(39)); // and not half an emoji
    }

    void theManifestHasTheHashOfTheFile()
    {
        const QString fileName = write(u"m.csv"_s, {});
        QFile data(fileName);
        QFile about(fileName + u".manifest.json"_s);
        QVERIFY(data.open(QFile::ReadOnly) && about.open(QFile::ReadOnly));
        const QByteArray hash =
            QCryptographicHash::hash(data.readAll(), QCryptographicHash::Sha256).toHex();
        const QJsonDocument manifest = QJsonDocument::fromJson(about.readAll());
        QCOMPARE(manifest[u"sha256"_s].toString().toLatin1(), hash);
        QCOMPARE(manifest[u"rows"_s].toInt(), awkwardNames().size());
    }

    void whatIsNotFinishedLeavesTheOldFileAndNothingElse_data()
    {
        QTest::addColumn<Format>("format");
        QTest::newRow("csv") << Format::Csv;
        QTest::newRow("xlsx") << Format::Xlsx;
    }

    void whatIsNotFinishedLeavesTheOldFileAndNothingElse()
    {
        QFETCH(Format, format);
        QTemporaryDir dir;
        const QString fileName = dir.filePath(u"old"_s);
        QFile old(fileName);
        QVERIFY(old.open(QFile::WriteOnly) && old.write("old") == 3);
        old.close();
        {
            ExportFile file(fileName, {.format = format}, columnsOf(someColumns));
            QVERIFY(!file.open());
            for (quint32 row = 0; row < m_store.size(); ++row)
                file.write(m_store.at(row), context());
        }
        QVERIFY(old.open(QFile::ReadOnly));
        QCOMPARE(old.readAll(), "old");
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{u"old"_s});
    }

    void whatCannotBeWrittenIsSaid()
    {
        const auto problemOf = [](const QString &fileName) {
            ExportFile file(fileName, {}, columnsOf(someColumns));
            return file.open().value_or(QString());
        };
        QCOMPARE(problemOf(m_dir.filePath(u"no/such/folder.csv"_s)),
                 u"No such file or directory"_s);
        QCOMPARE(problemOf(m_dir.path()), u"isn’t a file"_s);
        QCOMPARE(problemOf(u"/dev/full"_s), u"isn’t a file"_s); // and it is still there
        QVERIFY(!QFileInfo(u"/dev/full"_s).isFile());
    }
};

QTEST_GUILESS_MAIN(TestExportFile)
#include "tst_exportfile.moc"
