// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportfile.h"
#include "exporting/exportname.h"
#include "exporting/formats.h"
#include "exporting/xlsxwriter.h"
#include "inbox/conversationstore.h"
#include "quo/decode.h"
#include "support/fail.h"
#include "support/json.h"
#include "support/warnings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using exporting::ExportFile;
using exporting::ExportOptions;
using exporting::Format;
using quo::Conversation;

namespace {

constexpr int excelsCharacters = 32'767;

Conversation rowWithId(const QString &id)
{
    Conversation row;
    row.id = id;
    return row;
}

QJsonDocument readBack(const QString &fileName)
{
    QProcess python;
    python.start(QStringLiteral(QUOIN_PYTHON), {QStringLiteral(QUOIN_READBACK), fileName});
    if (!python.waitForFinished(120'000) || python.exitCode() != 0)
        support::fail(QString::fromUtf8(python.readAllStandardError()));
    return QJsonDocument::fromJson(python.readAllStandardOutput());
}

exporting::Columns columnsOf(const QStringList &ids)
{
    exporting::Columns columns;
    for (const QString &id : ids)
        columns.append(&inbox::columns()[size_t(inbox::columnIndex(id))]);
    return columns;
}

// One character: any at all, or one that some format or reader treats in its own way.
QString anyCharacter(QRandomGenerator &random)
{
    static const QList<char32_t> special{
        0,      1,      7,      8,      9,      0xa,    0xb,    0xc,     0xd,     0x1b,    0x1c,
        0x1f,   ' ',    '"',    '\'',   ',',    ';',    '_',    '=',     '+',     '-',     '@',
        '|',    '<',    '&',    '>',    0x7f,   0x80,   0x85,   0x9f,    0xa0,    0xad,    0x34f,
        0x1680, 0x200b, 0x200d, 0x200e, 0x2028, 0x2029, 0x202e, 0x2060,  0x2212,  0x3000,  0x3164,
        0xfdd0, 0xfeff, 0xff0b, 0xff1d, 0xfffd, 0xfffe, 0xffff, 0x1f600, 0x1fffe, 0x10ffff};
    char32_t c = 0;
    switch (random.bounded(4)) {
    case 0:
        c = special[random.bounded(special.size())];
        break;
    case 1:
        c = 0x20 + random.bounded(0x5f);
        break;
    case 2:
        return u"_x%1"_s.arg(random.bounded(0x10000), 4, 16, QLatin1Char('0'));
    default:
        do
            c = random.bounded(0x110000);
        while (c >= 0xd800 && c < 0xe000);
    }
    return QString::fromUcs4(&c, 1);
}

QString anyText(QRandomGenerator &random)
{
    QString text;
    for (int length = random.bounded(12); length > 0; --length)
        text += anyCharacter(random);
    return text;
}

quo::Instant anyInstant(QRandomGenerator &random)
{
    // Days at which something begins or ends: the calendar's, Excel's, Unix's.
    static const QList<qint64> edges{-62167219200000, -2208988800000, -2203891200000, 0,
                                     1774746000000,   253402300800000};
    if (random.bounded(2) == 0)
        return quo::Instant(
            quo::milliseconds(qint64(random.generate64()) >> (11 + random.bounded(30))));
    return quo::Instant(quo::milliseconds(edges[random.bounded(edges.size())] +
                                          random.bounded(200'000'000) - 100'000'000));
}

// What stands for the text where only whole characters can.
bool isSame(const QJsonValue &read, const QString &text)
{
    return read.toString() == text;
}

QByteArray shown(const QString &text)
{
    return text.left(60).toUtf8().toPercentEncoding(" ");
}

} // namespace

// What is in the API's answer is in the file, whatever it is: from bytes to bytes, and read by a
// reader that is not ours.
class TestRoundTrip : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    quo::Directory m_directory;
    quo::ContactIndex m_contacts;
    inbox::Reader m_reader{QLocale(QLocale::English, QLocale::UnitedStates),
                           QTimeZone("America/New_York"), u"US"_s};

    inbox::CellContext context() const
    {
        return {m_reader, *quo::parseInstant(u"2026-06-02T12:00:00Z"_s), m_directory, m_contacts};
    }

    // As the API's answer has them, and as the store has them then.
    static inbox::ConversationStore stored(const QList<Conversation> &rows)
    {
        QList<QJsonObject> objects;
        for (const Conversation &row : rows)
            objects.append(support::conversation(
                row.id,
                {{u"name"_s, row.name ? QJsonValue(*row.name) : QJsonValue()},
                 {u"participants"_s, QJsonArray::fromStringList(row.participants)},
                 {u"mutedUntil"_s, row.mutedUntil ? QJsonValue(quo::formatInstant(*row.mutedUntil))
                                                  : QJsonValue()}}));
        const auto page = quo::decodePage(support::page(objects));
        inbox::ConversationStore store;
        if (page && page->skipped.isEmpty())
            store.merge(page->rows);
        else
            support::fail(u"the page is not read"_s);
        return store;
    }

    QString write(const inbox::ConversationStore &store, const QString &name,
                  const ExportOptions &options, const QStringList &columns,
                  exporting::Manifest *about = nullptr)
    {
        const QString fileName = m_dir.filePath(name);
        ExportFile file(fileName, options, columnsOf(columns));
        if (const auto problem = file.open()) {
            support::fail(*problem);
            return fileName;
        }
        for (quint32 row = 0; row < store.size(); ++row)
            file.write(store.at(row), context());
        exporting::Manifest manifest;
        if (const auto problem = file.commit(manifest, false))
            support::fail(*problem);
        if (about)
            *about = manifest;
        return fileName;
    }

    static QJsonArray firstSheet(const QJsonDocument &book)
    {
        return book[u"sheets"_s][u"Conversations"_s].toArray();
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void anyTextArrivesInEveryFormat_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 3; ++seed)
            QTest::addRow("%d", seed) << seed;
    }

    void anyTextArrivesInEveryFormat()
    {
        QFETCH(int, seed);
        QRandomGenerator random{quint32(seed)};
        QList<Conversation> rows;
        for (int i = 0; i < 400; ++i) {
            Conversation row;
            row.id = u"CN%1"_s.arg(i);
            if (i % 10 != 0)
                row.name = (i % 7 == 0 ? QString(QChar(QChar::ByteOrderMark)) : QString()) +
                           anyText(random);
            for (int people = random.bounded(4); people > 0; --people)
                row.participants.append(anyText(random));
            rows.append(row);
        }
        const inbox::ConversationStore store = stored(rows);
        const QStringList columns{u"id"_s, u"name"_s, u"participants"_s};
        const QJsonArray json =
            readBack(write(store, u"t.json"_s, {.format = Format::Json}, columns)).array();
        const QJsonArray ndjson =
            readBack(write(store, u"t.ndjson"_s, {.format = Format::Ndjson}, columns)).array();
        const QJsonArray csv = readBack(write(store, u"t.csv"_s, {.raw = true}, columns)).array();
        const QJsonArray tsv =
            readBack(write(store, u"t.tsv"_s, {.format = Format::Tsv, .raw = true}, columns))
                .array();
        const QJsonArray guarded = readBack(write(store, u"g.csv"_s, {}, columns)).array();
        exporting::Manifest about;
        const QJsonArray xlsx = firstSheet(
            readBack(write(store, u"t.xlsx"_s, {.format = Format::Xlsx}, columns, &about)));
        QCOMPARE(about.loss, QString());
        QCOMPARE(json.size(), rows.size());
        QCOMPARE(ndjson, json);
        QCOMPARE(csv.size(), rows.size() + 1);
        QCOMPARE(tsv.size(), rows.size() + 1);
        QCOMPARE(xlsx.size(), rows.size() + 1);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString name = rows[i].name.value_or(QString());
            QCOMPARE(json[i][u"name"_s].isNull(), !rows[i].name);
            QVERIFY2(isSame(json[i][u"name"_s], name), shown(name));
            QCOMPARE(json[i][u"participants"_s].toArray(),
                     QJsonArray::fromStringList(rows[i].participants));
            if (!name.simplified().isEmpty()) // else it is called by its numbers
                QVERIFY2(isSame(csv[i + 1][1], name), shown(name));
            const QString people = rows[i].participants.join(u"; "_s);
            QVERIFY2(isSame(csv[i + 1][2], people), shown(people));
            QCOMPARE(tsv[i + 1], csv[i + 1]);
            QCOMPARE(xlsx[i + 1], csv[i + 1]);
            for (const int column : {1, 2}) {
                const QString text = csv[i + 1][column].toString();
                QCOMPARE(guarded[i + 1][column].toString(),
                         exporting::looksLikeAFormula(text) ? u'\'' + text : text);
            }
        }
    }

    void halvesOfCharactersAreReplacedAndSaid()
    {
        Conversation row;
        row.id = u"CN1"_s;
        row.phoneNumberId = u"PN1"_s;
        row.name = QChar(0xdc00) + u"Half "_s + QChar(0xd83d);
        inbox::ConversationStore store = stored({row});
        QCOMPARE(store.at(0).name(), u"\ufffdHalf \ufffd"_s);
        // Names of lines come without UTF-8 between.
        store = {};
        store.merge({row});
        m_directory.setLines({{u"PN1"_s, u"+14155550109"_s, u"Half "_s + QChar(0xd83d), {}}});
        exporting::Manifest about;
        const QStringList columns{u"phoneNumberId"_s};
        const QJsonDocument csv = readBack(write(store, u"h.csv"_s, {}, columns, &about));
        QCOMPARE(csv[1][0].toString(), u"Half \ufffd"_s);
        QCOMPARE(about.loss, u"Cells with broken characters: 1"_s);
        m_directory = {};
    }

    void anyInstantArrivesInEveryZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone :
             {"UTC", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati", "Europe/Amsterdam"})
            QTest::newRow(zone) << QByteArray(zone);
    }

    void anyInstantArrivesInEveryZone()
    {
        QFETCH(QByteArray, zone);
        const QTimeZone there(zone);
        QRandomGenerator random(1);
        QList<Conversation> rows;
        int outOfRange = 0;
        for (int i = 0; i < 400; ++i) {
            Conversation row;
            row.id = u"CN%1"_s.arg(i);
            row.mutedUntil = anyInstant(random);
            const QDate date = quo::toDateTime(*row.mutedUntil, there).date();
            outOfRange += date < QDate(1900, 3, 1) || date.year() > 9999;
            rows.append(row);
        }
        const inbox::ConversationStore store = stored(rows);
        const QStringList columns{u"mutedUntil"_s};
        const QJsonArray json =
            readBack(write(store, u"i.json"_s, {.format = Format::Json, .zone = there}, columns))
                .array();
        const QJsonArray csv = readBack(write(store, u"i.csv"_s, {.zone = there}, columns)).array();
        exporting::Manifest about;
        const QJsonArray xlsx = firstSheet(readBack(
            write(store, u"i.xlsx"_s, {.format = Format::Xlsx, .zone = there}, columns, &about)));
        QVERIFY(outOfRange > 0);
        QVERIFY2(about.loss.endsWith(u": %1"_s.arg(outOfRange)), qPrintable(about.loss));
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const quo::Instant instant = *rows[i].mutedUntil;
            QVERIFY(quo::parseInstant(json[i][u"mutedUntil"_s].toString()) == instant);
            const QString cell = csv[i + 1][0].toString();
            QVERIFY2(quo::parseInstant(cell) == instant, qPrintable(cell));
            const QString inBook = xlsx[i + 1][0].toString();
            const QString wall =
                quo::toDateTime(instant, there).toString(u"yyyy-MM-ddTHH:mm:ss.zzz");
            QVERIFY2(inBook == wall || inBook == cell, qPrintable(inBook + u' ' + cell));
        }
    }

    void cellsAreCutAtTheirLimitAndThatIsSaid_data()
    {
        QTest::addColumn<QString>("end");  // of a cell that begins with many an 'x'
        QTest::addColumn<int>("length");   // of the end, as Excel writes it
        QTest::addColumn<QString>("kept"); // where it does not fit by one
        QTest::newRow("letter") << u"y"_s << 1 << u""_s;
        QTest::newRow("emoji") << u"a🧯"_s << 3 << u"a"_s;
        QTest::newRow("control") << u"a\u0001"_s << 8 << u"a"_s;
        QTest::newRow("noncharacter") << u"a\uffff"_s << 8 << u"a"_s;
        QTest::newRow("like an escape") << u"a_x0041_"_s << 14 << u"a_x0041"_s;
        QTest::newRow("like two") << u"_x0041_x0042_"_s << 25 << u"_x0041_x0042"_s;
        QTest::newRow("like one with an escape") << u"_x0041\u0001"_s << 19 << u"_x0041"_s;
    }

    void cellsAreCutAtTheirLimitAndThatIsSaid()
    {
        QFETCH(QString, end);
        QFETCH(int, length);
        QFETCH(QString, kept);
        for (const int over : {-1, 0, 1}) {
            const QString begin = u"x"_s.repeated(excelsCharacters - length + over);
            Conversation row;
            row.id = u"CN1"_s;
            row.name = begin + end;
            exporting::Manifest about;
            const QString fileName =
                write(stored({row}), u"l.xlsx"_s, {.format = Format::Xlsx}, {u"name"_s}, &about);
            const QString read = firstSheet(readBack(fileName))[1][0].toString();
            QCOMPARE(read.size(), (begin + (over > 0 ? kept : end)).size());
            QVERIFY(read == begin + (over > 0 ? kept : end));
            QCOMPARE(about.loss, over > 0 ? u"Cells cut at 32767 characters: 1"_s : QString());
        }
    }

    // Each character that is a sign in some width, behind whatever is not seen.
    void noCellBeginsLikeAFormula()
    {
        const auto isPassedOver = [](uint c) {
            return QChar::isSpace(c) || QChar::category(c) == QChar::Other_Control ||
                   QChar::category(c) == QChar::Other_Format;
        };
        const auto isDangerous = [&](const QString &text) {
            const QList<uint> plain = text.normalized(QString::NormalizationForm_KC).toUcs4();
            const auto first = std::ranges::find_if_not(plain, isPassedOver);
            return first != plain.end() && QList<uint>{'=', '+', '-', '@'}.contains(*first);
        };
        int dangerous = 0;
        for (char32_t c = 0; c < 0x110000; ++c) {
            if (c >= 0xd800 && c < 0xe000)
                continue;
            const QString character = QString::fromUcs4(&c, 1);
            for (const QString &text : {character + u"1+1"_s, character + u"=1+1"_s})
                if (isDangerous(text)) {
                    ++dangerous;
                    QVERIFY2(exporting::looksLikeAFormula(text), shown(text));
                }
        }
        QVERIFY(dangerous > 100);
        QList<Conversation> rows;
        QRandomGenerator random(1);
        for (int i = 0; i < 2000; ++i) {
            Conversation row;
            row.id = u"CN%1"_s.arg(i);
            QString text;
            for (int length = random.bounded(3); length >= 0; --length)
                text += anyCharacter(random);
            row.name = text;
            row.participants = QStringList{text + u"+14155550100"_s};
            if (i % 3 == 0)
                row.participants.prepend(u"+14155550101"_s);
            rows.append(row);
        }
        const inbox::ConversationStore store = stored(rows);
        for (const Format format : {Format::Csv, Format::Tsv}) {
            const QString fileName = write(store, u"f."_s + exporting::suffix(format),
                                           {.format = format}, {u"name"_s, u"participants"_s});
            for (const QJsonValue row : readBack(fileName).array())
                for (const int column : {0, 1}) {
                    const QStringList cells = row[column].toString().split(u"; "_s);
                    const bool areNumbers = std::ranges::all_of(
                        cells, [](const QString &number) { return quo::isE164(number); });
                    QVERIFY2((column == 1 && areNumbers) || !isDangerous(row[column].toString()),
                             shown(row[column].toString()));
                }
        }
    }

    void whatIsANumberAndWhatOnlyBeginsLikeOne_data()
    {
        QTest::addColumn<QStringList>("participants");
        QTest::addColumn<bool>("isGuarded");
        QTest::newRow("number") << QStringList{u"+14155550100"_s} << false;
        QTest::newRow("numbers") << QStringList{u"+14155550100"_s, u"+33140000000"_s} << false;
        QTest::newRow("formula") << QStringList{u"+1+cmd|' /C calc'!A0"_s} << true;
        QTest::newRow("number and formula")
            << QStringList{u"+14155550100"_s, u"+1+cmd|' /C calc'!A0"_s} << true;
        QTest::newRow("number and word") << QStringList{u"+14155550100"_s, u"x"_s} << true;
        QTest::newRow("full width") << QStringList{u"＋14155550100"_s} << true;
        QTest::newRow("other digits") << QStringList{u"+١٤١٥٥٥٥٠١٠٠"_s} << true;
        QTest::newRow("too long") << QStringList{u"+1234567890123456"_s} << true;
        QTest::newRow("tab") << QStringList{u"\tx"_s} << true;
        QTest::newRow("line break") << QStringList{u"\nx"_s} << true;
        QTest::newRow("word") << QStringList{u"anonymous"_s} << false;
        QTest::newRow("DDE") << QStringList{u"=DDE(\"cmd\";\"/C calc\";\"1\")"_s} << true;
        QTest::newRow("joiner") << QStringList{u"\u200d\u3164＝1+1"_s} << true;
    }

    void whatIsANumberAndWhatOnlyBeginsLikeOne()
    {
        QFETCH(QStringList, participants);
        QFETCH(bool, isGuarded);
        Conversation row;
        row.id = u"CN1"_s;
        row.participants = participants;
        const inbox::ConversationStore store = stored({row});
        const inbox::Column &column = inbox::columns()[size_t(inbox::columnIndex(u"participants"))];
        const QString text = participants.join(u"; "_s);
        QCOMPARE(exporting::guardedText(column, store.at(0), context(), {}),
                 isGuarded ? u'\'' + text : text);
        QCOMPARE(exporting::guardedText(column, store.at(0), context(), {.raw = true}), text);
    }

#ifdef Q_OS_UNIX
    void aWorkbookWithoutTemporaryFilesIsAnError()
    {
        QFile file(m_dir.filePath(u"none.xlsx"_s));
        QVERIFY(file.open(QFile::ReadWrite));
        Conversation row;
        row.id = u"CN1"_s;
        const inbox::ConversationStore store = stored({row});
        // UndefinedBehaviorSanitizer needs a pipe to look at a type for the first time.
        exporting::XlsxWriter({.format = Format::Xlsx}, columnsOf({u"id"_s}), file);
        // As many files as are open now, and no more.
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        const int next = ::dup(file.handle());
        ::close(next);
        const rlimit none{rlim_t(next), before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
        {
            exporting::XlsxWriter writer({.format = Format::Xlsx}, columnsOf({u"id"_s}), file);
            const QString atOnce = writer.error();
            writer.write(store.at(0), context());
            writer.end({});
            ::setrlimit(RLIMIT_NOFILE, &before);
            QVERIFY2(atOnce.contains(u"temporary"), qPrintable(atOnce));
            QCOMPARE(writer.error(), atOnce);
        }
        // One for the first sheet, none for what is after.
        const rlimit one{rlim_t(next + 1), before.rlim_max};
        exporting::XlsxWriter writer({.format = Format::Xlsx}, columnsOf({u"id"_s}), file,
                                     {.rows = 1});
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &one), 0);
        for (int i = 0; i < 3; ++i)
            writer.write(store.at(0), context());
        writer.end({});
        ::setrlimit(RLIMIT_NOFILE, &before);
        QVERIFY(!writer.error().isEmpty());
    }

    void noTemporaryFileIsLeftOpen()
    {
        QFile file(m_dir.filePath(u"open.xlsx"_s));
        QVERIFY(file.open(QFile::ReadWrite));
        const inbox::ConversationStore store = stored({rowWithId(u"CN1"_s)});
        const auto next = [&file] {
            const int handle = ::dup(file.handle());
            ::close(handle);
            return handle;
        };
        const int before = next();
        {
            exporting::XlsxWriter writer({.format = Format::Xlsx}, columnsOf({u"id"_s}), file,
                                         {.rows = 1});
            for (int i = 0; i < 5; ++i)
                writer.write(store.at(0), context());
            QVERIFY(next() > before);
        }
        QCOMPARE(next(), before);
    }
#endif

    void aFileNameIsCutBetweenCharacters()
    {
        const QString view = u"a/b"_s + u"x"_s.repeated(56) + u"\U0001d400 more"_s; // the 60th
        const QString name =
            exporting::proposedName(view, QDateTime(QDate(2026, 1, 31), QTime(14, 5)), Format::Csv);
        QCOMPARE(name, u"quoin_a-b%1-_2026-01-31_1405.csv"_s.arg(u"x"_s.repeated(56)));
    }

    void sheetsHaveNamesThatExcelTakes()
    {
        // As a translation may have it.
        struct Long : QTranslator
        {
            bool isEmpty() const override { return false; }
            QString translate(const char *context, const char *text, const char *,
                              int) const override
            {
                if (qstrcmp(context, "exporting::XlsxWriter") != 0)
                    return {};
                return u"'Sheet: [of] */? \\ "_s + QLatin1String(text) + u" and many more words"_s;
            }
        } translator;
        QCoreApplication::installTranslator(&translator);
        QFile file(m_dir.filePath(u"names.xlsx"_s));
        QVERIFY(file.open(QFile::ReadWrite));
        const inbox::ConversationStore store = stored({rowWithId(u"CN1"_s)});
        exporting::XlsxWriter writer({.format = Format::Xlsx}, columnsOf({u"id"_s}), file,
                                     {.rows = 1});
        for (int i = 0; i < 12; ++i)
            writer.write(store.at(0), context());
        writer.end({});
        QCoreApplication::removeTranslator(&translator);
        QCOMPARE(writer.error(), QString());
        const QStringList names = readBack(file.fileName()).object()[u"sheets"_s].toObject().keys();
        QCOMPARE(names.size(), 13);
        for (const QString &name : names)
            QVERIFY(name.size() <= 31);
    }
};

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
