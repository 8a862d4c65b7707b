// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faults.h"

#include "support/json.h"

#include <array>

namespace support {

namespace {

using Kind = quo::ApiError::Kind;
using End = Wire::End;

// RFC 1952, by way of what Qt compresses as RFC 1950.
QByteArray gzip(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> values{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = value & 1 ? 0xEDB88320U ^ (value >> 1) : value >> 1;
            values[i] = value;
        }
        return values;
    }();
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = table[(crc ^ quint8(byte)) & 0xFF] ^ (crc >> 8);
    crc ^= 0xFFFFFFFFU;
    const auto littleEndian = [](quint32 value) {
        QByteArray four;
        for (int i = 0; i < 4; ++i)
            four.append(char(value >> (8 * i) & 0xFF));
        return four;
    };
    const QByteArray zlib = qCompress(bytes).mid(4); // what Qt puts in front
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + zlib.mid(2, zlib.size() - 6) +
           littleEndian(crc) + littleEndian(quint32(bytes.size()));
}

QByteArray chunked(const QByteArray &body, qsizetype size)
{
    QByteArray chunks;
    for (qsizetype at = 0; at < body.size(); at += size) {
        const QByteArray chunk = body.mid(at, size);
        chunks += QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
    }
    return chunks + "0\r\n\r\n";
}

const QByteArray inChunks("Transfer-Encoding: chunked");

HttpResponse withBody(HttpResponse response, const QByteArray &body)
{
    response.body = body;
    return response;
}

// With an error body as documented, as a server would send it that means it.
Fault status(int status, const char *code)
{
    return [status, code](const HttpResponse &) {
        HttpResponse response;
        response.statusLine = "HTTP/1.1 " + QByteArray::number(status) + " Status";
        response.headers = {"Content-Type: application/json"};
        response.body =
            errorBody(status, QString::fromLatin1(code), QStringLiteral("as the fault says"));
        return Wire{response.whole()};
    };
}

Fault html(const char *statusLine)
{
    return [statusLine](const HttpResponse &) {
        HttpResponse response;
        response.statusLine = statusLine;
        response.headers = {"Content-Type: text/html"};
        response.body = "<html><body><h1>Log in to the hotel's network</h1></body></html>";
        return Wire{response.whole()};
    };
}

Fault redirect(int status, const QByteArray &location)
{
    return [status, location](const HttpResponse &) {
        return Wire{"HTTP/1.1 " + QByteArray::number(status) +
                    " Elsewhere\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n"};
    };
}

// So many bytes of the answer, of which a negative number is counted from its end.
Fault cutAt(qsizetype bytes, End end)
{
    return [bytes, end](const HttpResponse &response) {
        const QByteArray whole = response.whole();
        return Wire{whole.left(bytes < 0 ? whole.size() + bytes : bytes), end};
    };
}

Fault cutInBody(End end)
{
    return [end](const HttpResponse &response) {
        const QByteArray whole = response.whole();
        return Wire{whole.left(whole.size() - response.body.size() / 2), end};
    };
}

QList<NamedFault> slowAnswers()
{
    return {
        {"late",
         [](const HttpResponse &r) { return Wire{.bytes = r.whole(), .beginsLate = true}; }},
        {"a byte at a time",
         [](const HttpResponse &r) { return Wire{.bytes = r.whole(), .pieceSize = 1}; }},
        {"in pieces of 7 bytes",
         [](const HttpResponse &r) { return Wire{.bytes = r.whole(), .pieceSize = 7}; }},
        {"never",
         [](const HttpResponse &) { return Wire{.leavesWaiting = true}; },
         {Kind::Timeout}},
        {"never after its head",
         [](const HttpResponse &r) {
             return Wire{.bytes = r.head({"Content-Length: 1000"}), .leavesWaiting = true};
         },
         {Kind::Timeout}},
        {"never after half",
         [](const HttpResponse &r) {
             const QByteArray whole = r.whole();
             return Wire{.bytes = whole.left(whole.size() - r.body.size() / 2),
                         .leavesWaiting = true};
         },
         {Kind::Timeout}},
    };
}

QList<NamedFault> cutAnswers()
{
    const QList<Kind> dropped{Kind::Dropped};
    return {
        {"closed at once", cutAt(0, End::Close), dropped},
        {"closed after a byte", cutAt(1, End::Close), dropped},
        {"closed in the status line", cutAt(10, End::Close), dropped},
        {"closed in the headers", cutAt(40, End::Close), dropped},
        {"closed in the body", cutInBody(End::Close), dropped},
        {"closed before the last byte", cutAt(-1, End::Close), dropped},
        {"closed after the last byte", cutAt(1 << 30, End::Close)},
        {"reset at once", cutAt(0, End::Reset), dropped},
        {"reset in the headers", cutAt(40, End::Reset), dropped},
        {"reset in the body", cutInBody(End::Reset), dropped},
        {"reset before the last byte", cutAt(-1, End::Reset), dropped},
    };
}

QList<NamedFault> wrongAnswers()
{
    const QList<Kind> unreadable{Kind::UnreadableAnswer};
    return {
        {"twice", [](const HttpResponse &r) { return Wire{r.whole() + r.whole()}; }},
        {"twice, then closed",
         [](const HttpResponse &r) {
             return Wire{r.whole() + r.whole(), End::Close};
         }},
        {"no HTTP",
         [](const HttpResponse &) {
             return Wire{"SSH-2.0-OpenSSH_9.2\r\n", End::Close};
         },
         {Kind::UnreadableAnswer, Kind::Dropped}},
        {"corrupt in the status line",
         [](const HttpResponse &r) {
             return Wire{"HTTP/1.1 2\xff"
                         "0 OK\r\n" +
                             r.whole().mid(17),
                         End::Close};
         },
         {Kind::UnreadableAnswer, Kind::Dropped, Kind::Server}},
        {"corrupt in the body",
         [](const HttpResponse &r) {
             QByteArray body = r.body;
             for (qsizetype at = body.size() / 3; at < body.size(); at += 97)
                 body[at] = char(0xff);
             body[body.size() / 2] = '\0';
             return Wire{withBody(r, body).whole()};
         },
         unreadable},
        {"empty", [](const HttpResponse &r) { return Wire{withBody(r, {}).whole()}; }, unreadable},
        {"null", [](const HttpResponse &r) { return Wire{withBody(r, "null").whole()}; },
         unreadable},
        {"a list", [](const HttpResponse &r) { return Wire{withBody(r, "[]").whole()}; },
         unreadable},
        {"another object",
         [](const HttpResponse &r) { return Wire{withBody(r, R"({"ok":true})").whole()}; },
         unreadable},
        {"data of another type",
         [](const HttpResponse &r) { return Wire{withBody(r, R"({"data":"x"})").whole()}; },
         unreadable},
        {"half of the JSON",
         [](const HttpResponse &r) {
             return Wire{withBody(r, r.body.left(r.body.size() / 2)).whole()};
         },
         unreadable},
        {"nested deep",
         [](const HttpResponse &r) { return Wire{withBody(r, QByteArray(200'000, '[')).whole()}; },
         unreadable},
        {"HTML with 200", html("HTTP/1.1 200 OK"), unreadable},
        {"HTML with 502", html("HTTP/1.1 502 Bad Gateway"), {Kind::Server}},
        {"another type",
         [](HttpResponse r) {
             r.headers = {"Content-Type: application/octet-stream"};
             return Wire{r.whole()};
         },
         unreadable},
    };
}

QList<NamedFault> otherStatuses(const QUrl &other)
{
    return {
        {"204",
         [](const HttpResponse &) { return Wire{"HTTP/1.1 204 No Content\r\n\r\n"}; },
         {Kind::UnreadableAnswer}},
        {"304",
         [](const HttpResponse &) { return Wire{"HTTP/1.1 304 Not Modified\r\n\r\n"}; },
         {Kind::Redirected, Kind::UnreadableAnswer}},
        {"400", status(400, "1000400"), {Kind::BadRequest, Kind::BadParameter}},
        {"401", status(401, "1000401"), {Kind::RefusedKey}},
        {"402", status(402, "0201402"), {Kind::NotPaid}},
        {"403", status(403, "1001403"), {Kind::Forbidden}},
        {"404", status(404, "1000404"), {Kind::NotFound}},
        {"418", status(418, "418"), {Kind::BadRequest}},
        {"429", status(429, "1000429"), {Kind::RateLimited}},
        {"500", status(500, "1001500"), {Kind::Server}},
        {"503", status(503, "503"), {Kind::Server}},
        {"999", status(999, "999"), {Kind::Server}},
        {"redirect to the same host", redirect(302, "/v1/elsewhere"), {Kind::Redirected}},
        {"redirect to itself", redirect(307, ""), {Kind::Redirected}},
        {"redirect to another host",
         redirect(301, other.toEncoded() + "/v1/conversations"),
         {Kind::Redirected}},
        {"redirect to a file", redirect(302, "file:///etc/passwd"), {Kind::Redirected}},
    };
}

QList<NamedFault> otherEncodings()
{
    // What Qt takes for a broken connection and what it takes for a broken body differs by place.
    const QList<Kind> broken{Kind::UnreadableAnswer, Kind::Dropped, Kind::NoNetwork};
    const QByteArray zipped("Content-Encoding: gzip");
    const QByteArray bomb = gzip(QByteArray(100 << 20, ' '));
    const auto packed = [zipped](const HttpResponse &r, const QByteArray &bytes) {
        return r.head({zipped, "Content-Length: " + QByteArray::number(bytes.size())}) + bytes;
    };
    return {
        {"gzip", [packed](const HttpResponse &r) { return Wire{packed(r, gzip(r.body))}; }},
        {"broken gzip",
         [packed](const HttpResponse &r) {
             QByteArray bytes = gzip(r.body);
             for (qsizetype at = 12; at < bytes.size(); at += 5)
                 bytes[at] = char(~bytes[at]);
             return Wire{packed(r, bytes)};
         },
         broken},
        {"gzip that is none", [packed](const HttpResponse &r) { return Wire{packed(r, r.body)}; },
         broken},
        {"gzip cut short",
         [packed](const HttpResponse &r) {
             const QByteArray bytes = gzip(r.body);
             return Wire{packed(r, bytes.left(bytes.size() / 2))};
         },
         broken},
        {"gzip bomb",
         [packed, bomb](const HttpResponse &r) { return Wire{packed(r, bomb)}; },
         {Kind::TooLarge, Kind::UnreadableAnswer}},
        {"chunked",
         [](const HttpResponse &r) { return Wire{r.head({inChunks}) + chunked(r.body, 100)}; }},
        // Each byte of the first thousand; of all it would take seconds.
        {"chunked, a byte each",
         [](const HttpResponse &r) {
             return Wire{r.head({inChunks}) + chunked(r.body.left(1000), 1).chopped(5) +
                         chunked(r.body.mid(1000), 1000)};
         }},
        {"chunks of a size that is none",
         [](const HttpResponse &r) {
             return Wire{r.head({inChunks}) + "xyz\r\n" + r.body, End::Close};
         },
         broken},
        {"chunks of a negative size",
         [](const HttpResponse &r) {
             return Wire{r.head({inChunks}) + "-5\r\n" + r.body, End::Close};
         },
         // Qt waits for the rest of it, though the connection has gone.
         broken + QList<Kind>{Kind::Timeout}},
        {"a chunk of 16 EiB",
         [](const HttpResponse &r) {
             return Wire{r.head({inChunks}) + "ffffffffffffffff\r\n" + r.body, End::Close};
         },
         broken},
        {"chunks cut short",
         [](const HttpResponse &r) {
             const QByteArray chunks = chunked(r.body, 50);
             return Wire{r.head({inChunks}) + chunks.left(chunks.size() / 2), End::Close};
         },
         broken},
    };
}

QList<NamedFault> hugeAnswers()
{
    return {
        {"10 GiB declared",
         [](const HttpResponse &r) {
             return Wire{.bytes = r.head({"Content-Length: 10737418240"}) + r.body,
                         .leavesWaiting = true};
         },
         {Kind::TooLarge}},
        {"a length below zero",
         [](const HttpResponse &r) {
             return Wire{r.head({"Content-Length: -1"}) + r.body, End::Close};
         }},
        {"a body without end",
         [](const HttpResponse &r) {
             return Wire{.bytes = r.head({}) + r.body, .endlessly = QByteArray(1 << 16, ' ')};
         },
         {Kind::TooLarge}},
        {"chunks without end",
         [](const HttpResponse &r) {
             return Wire{.bytes = r.head({inChunks}),
                         .endlessly = "10000\r\n" + QByteArray(1 << 16, ' ') + "\r\n"};
         },
         {Kind::TooLarge}},
        // At a pace: where they come faster than they are read, the thread in which Qt 6.4 reads
        // never leaves its loop, and its manager waits 5 s for it when it goes.
        {"headers without end",
         [](const HttpResponse &r) {
             return Wire{.bytes = r.statusLine + "\r\n",
                         .pause = 20,
                         .endlessly = "X-More: " + QByteArray(1000, 'x') + "\r\n",
                         .leavesWaiting = true};
         },
         {Kind::Timeout}},
    };
}

} // namespace

QList<NamedFault> allFaults(const QUrl &other)
{
    return slowAnswers() + cutAnswers() + wrongAnswers() + otherStatuses(other) + otherEncodings() +
           hugeAnswers();
}

} // namespace support
