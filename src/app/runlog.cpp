// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runlog.h"

#include "workspace/regularfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QMutex>
#include <QRegularExpression>
#include <QSysInfo>

#include <atomic>
#include <cstddef>

#ifdef Q_OS_UNIX
#include <cstring>
#include <dlfcn.h>
#include <execinfo.h>
#include <unistd.h>
#endif

namespace app {

namespace {

constexpr qint64 maxLogSize = 1 << 20; // bytes
constexpr qsizetype maxMessage = 500;  // characters

// Handlers of messages and signals are plain functions, so what they write to is global.
QMutex logMutex;
QFile *logFile = nullptr; // under the mutex
QtMessageHandler handlerBefore = nullptr;
std::atomic<int> crashDescriptor = -1;
#ifdef Q_OS_UNIX
// The crash handler's stack: the thread's own may have overflowed.
alignas(std::max_align_t) char crashStack[64 << 10];
#endif

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "critical";
    case QtFatalMsg:
        return "fatal";
    }
    return "";
}

void writeLine(const QString &line)
{
    const QMutexLocker locker(&logMutex);
    if (!logFile || logFile->size() > maxLogSize)
        return;
    logFile->write(
        (QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + u' ' + line + u'\n')
            .toUtf8());
    logFile->flush();
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type != QtDebugMsg)
        writeLine(QStringLiteral("%1 %2: %3")
                      .arg(QLatin1String(levelName(type)),
                           QString::fromUtf8(context.category ? context.category : ""),
                           withoutPersonalData(message)));
    if (handlerBefore)
        handlerBefore(type, context, message);
}

#ifdef Q_OS_UNIX
constexpr int crashSignals[]{SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

// A line of fixed size: a crash handler must not allocate.
class CrashLine
{
public:
    void add(const char *text)
    {
        while (*text && m_size < sizeof m_text)
            m_text[m_size++] = *text++;
    }
    void addNumber(quintptr number, unsigned base)
    {
        char digits[sizeof number * 8 + 1] = {};
        char *first = digits + sizeof digits - 1;
        do {
            *--first = "0123456789abcdef"[number % base];
            number /= base;
        } while (number > 0);
        add(first);
    }
    void write(int descriptor)
    {
        [[maybe_unused]] const auto written = ::write(descriptor, m_text, m_size);
    }

private:
    char m_text[512];
    size_t m_size = 0;
};

// 'libQt6Core.so.6+0x12ab name', without the folder, which may contain the user's name.
void writeFrame(int descriptor, void *frame)
{
    CrashLine line;
    Dl_info where = {};
    if (::dladdr(frame, &where) && where.dli_fname) {
        const char *slash = std::strrchr(where.dli_fname, '/');
        line.add(slash ? slash + 1 : where.dli_fname);
        line.add("+0x");
        line.addNumber(quintptr(frame) - quintptr(where.dli_fbase), 16);
    }
    if (where.dli_sname) {
        line.add(" ");
        line.add(where.dli_sname);
    }
    line.add("\n");
    line.write(descriptor);
}

// A signal handler: it must not allocate or call Qt.
void handleCrash(int signal)
{
    const int descriptor = crashDescriptor;
    if (descriptor >= 0) {
        CrashLine line;
        line.add("crashed with signal ");
        line.addNumber(quintptr(signal), 10);
        line.add(" at\n");
        line.write(descriptor);
        void *frames[64];
        const int count = ::backtrace(frames, 64);
        for (int i = 0; i < count; ++i)
            writeFrame(descriptor, frames[i]);
    }
    // SA_RESETHAND has removed the handler, so this ends the program as the signal does by default.
    ::raise(signal);
}
#endif

} // namespace

QString withoutPersonalData(const QString &message)
{
    static const QRegularExpression quoted(QStringLiteral("\"[^\"]*\"|'[^']*'|“[^”]*”"));
    static const QRegularExpression url(QStringLiteral("\\b[a-z][a-z0-9+.-]*://\\S+"));
    static const QRegularExpression path(QStringLiteral("(?<!\\w)(?:~|[A-Za-z]:)?[/\\\\]\\S+"));
    static const QRegularExpression address(QStringLiteral("\\S+@\\S+"));
    static const QRegularExpression number(QStringLiteral("\\+?\\d[\\d ().-]{4,}\\d"));
    static const QRegularExpression token(QStringLiteral("\\b(?=\\w*\\d)[\\w-]{8,}\\b"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    QString text = message.left(maxMessage);
    for (const QRegularExpression *pattern : {&quoted, &url, &path, &address, &number, &token})
        text.replace(*pattern, QStringLiteral("…"));
    return text.simplified();
}

RunLog::RunLog(const QString &fileName)
    : m_fileName(fileName)
    , m_file(fileName)
{
    if (fileName.isEmpty())
        return;
#ifdef Q_OS_UNIX
    const int descriptor = workspace::openForWriting(fileName);
    if (descriptor < 0 || !m_file.open(descriptor, QIODevice::WriteOnly, QFile::AutoCloseHandle))
        return;
#else
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return;
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
#endif
    {
        const QMutexLocker locker(&logMutex);
        logFile = &m_file;
    }
    handlerBefore = qInstallMessageHandler(handleMessage);
#ifdef Q_OS_UNIX
    void *frame = nullptr;
    ::backtrace(&frame, 1); // loads its library now rather than in a crash
    crashDescriptor = m_file.handle();
    stack_t stack = {};
    stack.ss_sp = crashStack;
    stack.ss_size = sizeof crashStack;
    ::sigaltstack(&stack, &m_stackBefore);
    struct sigaction action = {};
    action.sa_handler = handleCrash;
    action.sa_flags = int(SA_RESETHAND) | SA_ONSTACK;
    for (const int signal : crashSignals)
        ::sigaction(signal, &action, nullptr);
#endif
    writeLine(QStringLiteral("Quoin %1, Qt %2, %3, %4")
                  .arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion()),
                       QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture()));
}

RunLog::~RunLog()
{
    if (!m_file.isOpen())
        return;
#ifdef Q_OS_UNIX
    for (const int signal : crashSignals)
        ::signal(signal, SIG_DFL);
    ::sigaltstack(&m_stackBefore, nullptr);
    crashDescriptor = -1;
#endif
    qInstallMessageHandler(handlerBefore);
    const QMutexLocker locker(&logMutex);
    logFile = nullptr;
}

} // namespace app
