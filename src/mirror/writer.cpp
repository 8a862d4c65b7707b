// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/writer.h"

#include "mirror/files.h"
#include "mirror/setup.h"
#include "mirror/writablefile.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>
#include <variant>

namespace mirror {

namespace {

// For so long the thread waits for more to write, before it uses the time otherwise.
constexpr std::chrono::seconds untidyTime{1};

} // namespace

// The thread, and what it is given.
class Writer::Thread
{
public:
    struct Changes
    {
        ChangeSet set;
        int losses; // that had been announced when it was given
    };
    struct Owner
    {
        QByteArray owner;
    };
    using Contacts = std::optional<KeptContacts>;
    struct Damage
    {
        Problem found;
        int losses; // as above
    };
    struct Clearing
    {
    };
    using Task = std::variant<Changes, quo::Directory, Contacts, Owner, Damage, Clearing>;

    Thread(Writer *writer, Place place);
    ~Thread();
    Q_DISABLE_COPY_MOVE(Thread)

    void give(Task task);

private:
    void work() noexcept;
    std::optional<Task> next();
    void open();
    void perform(const Task &task);
    std::optional<Problem> write(const Task &task);
    void replaceDamaged(Problem damage);
    void replaceMoved();
    void reopen();
    void giveUp(const Problem &problem);
    void end(const Problem &problem);
    // In the writer's thread, unless it is gone by then.
    template <class... Parameters, class... Arguments>
    void announce(void (Writer::*announcement)(Parameters...), Arguments... arguments);

    Writer *const m_writer;

    std::mutex m_mutex;
    std::condition_variable m_given;
    std::deque<Task> m_tasks; // guarded by the mutex
    bool m_isEnding = false;  // no more tasks come; guarded by the mutex
    bool m_hasEnded = false;  // none are performed any more; guarded by the mutex

    // Of the thread alone.
    Place m_place;
    std::unique_ptr<WritableFile> m_file;
    qint64 m_done = 0; // ChangeSets
    int m_losses = 0;
    bool m_isUntidy = false; // something was written since the file was tidied
    bool m_hasOpened = false;
    bool m_wasDamaged = false;

    std::unique_ptr<QThread> m_thread;
};

Writer::Thread::Thread(Writer *writer, Place place)
    : m_writer(writer)
    , m_place(std::move(place))
    , m_thread(QThread::create([this]() noexcept { work(); }))
{
    m_thread->start();
}

Writer::Thread::~Thread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_given.notify_one();
    m_thread->wait();
}

void Writer::Thread::give(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_hasEnded)
            return;
        m_tasks.push_back(std::move(task));
    }
    m_given.notify_one();
}

void Writer::Thread::work() noexcept
{
    open();
    while (const std::optional<Task> task = next())
        perform(*task);
    m_file.reset();
}

std::optional<Writer::Thread::Task> Writer::Thread::next()
{
    std::unique_lock lock(m_mutex);
    const auto isAwake = [this] { return m_hasEnded || m_isEnding || !m_tasks.empty(); };
    if (std::exchange(m_isUntidy, false) && !m_given.wait_for(lock, untidyTime, isAwake)) {
        lock.unlock();
        if (!m_file->hasMoved())
            m_file->tidy();
        lock.lock();
    }
    m_given.wait(lock, isAwake);
    if (m_hasEnded || m_tasks.empty())
        return std::nullopt;
    Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    return task;
}

void Writer::Thread::open()
{
    std::optional<Problem> problem;
    m_file = WritableFile::open(m_place, problem);
    if (!m_file)
        return giveUp(*problem);
    m_hasOpened = true;
    announce(&Writer::announceOpened);
}

void Writer::Thread::perform(const Task &task)
{
    if (m_file->hasMoved())
        replaceMoved();
    else if (!exists(logOf(m_place.fileName)))
        reopen();
    if (!m_file)
        return;
    if (const auto *const damage = std::get_if<Damage>(&task)) {
        // Otherwise that file has been replaced since.
        if (damage->losses == m_losses && !m_wasDamaged)
            replaceDamaged(damage->found);
        return;
    }
    const auto *const changes = std::get_if<Changes>(&task);
    if (!changes || changes->losses == m_losses) {
        m_isUntidy = true;
        if (const std::optional<Problem> problem = write(task))
            giveUp(*problem);
    }
    if (changes && m_file)
        announce(&Writer::announceWritten, ++m_done);
}

std::optional<Problem> Writer::Thread::write(const Task &task)
{
    if (const auto *const changes = std::get_if<Changes>(&task))
        return m_file->write(changes->set);
    if (const auto *const directory = std::get_if<quo::Directory>(&task))
        return m_file->write(*directory);
    if (const auto *const contacts = std::get_if<Contacts>(&task))
        return m_file->write(*contacts);
    if (std::holds_alternative<Clearing>(task))
        return m_file->clear(m_place.owner);
    m_place.owner = std::get<Owner>(task).owner;
    return m_file->writeOwner(m_place.owner);
}

void Writer::Thread::replaceDamaged(Problem damage)
{
    m_file.reset();
    // Where a new file is damaged again, something else is wrong.
    if (std::exchange(m_wasDamaged, true))
        return end(damage);
    std::optional<Problem> problem = mirror::setAside(m_place.fileName, damage.setAsideAs);
    if (!problem)
        m_file = WritableFile::open(m_place, problem);
    if (!m_file)
        return end(*problem);
    ++m_losses;
    announce(&Writer::announceProblem, damage, true);
    if (!std::exchange(m_hasOpened, true))
        announce(&Writer::announceOpened);
    announce(&Writer::announceLoss);
}

void Writer::Thread::replaceMoved()
{
    const int before = m_losses;
    reopen();
    if (!m_file || m_losses != before)
        return;
    // It is a new one, unless somebody put another one in its place.
    if (const std::optional<Problem> problem = m_file->clear(m_place.owner))
        return giveUp(*problem);
    ++m_losses;
    announce(&Writer::announceLoss);
}

void Writer::Thread::reopen()
{
    m_file.reset();
    std::optional<Problem> problem;
    m_file = WritableFile::open(m_place, problem);
    if (!m_file)
        giveUp(*problem);
}

void Writer::Thread::giveUp(const Problem &problem)
{
    if (problem.kind == Problem::Kind::Damaged)
        replaceDamaged(problem);
    else
        end(problem);
}

void Writer::Thread::end(const Problem &problem)
{
    m_file.reset();
    {
        const std::lock_guard lock(m_mutex);
        m_hasEnded = true;
        m_tasks.clear();
    }
    announce(&Writer::announceProblem, problem, false);
}

template <class... Parameters, class... Arguments>
void Writer::Thread::announce(void (Writer::*announcement)(Parameters...), Arguments... arguments)
{
    QMetaObject::invokeMethod(
        m_writer,
        [writer = m_writer, announcement, arguments...] { (writer->*announcement)(arguments...); },
        Qt::QueuedConnection);
}

Writer::Writer(Place place, QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<Thread>(this, std::move(place)))
{
}

Writer::~Writer() = default;

void Writer::write(const ChangeSet &changes)
{
    ++m_given;
    m_thread->give(Thread::Changes{changes, m_losses});
}

void Writer::writeDirectory(const quo::Directory &directory)
{
    m_thread->give(directory);
}

void Writer::writeContacts(const KeptContacts &contacts)
{
    m_thread->give(Thread::Contacts(contacts));
}

void Writer::removeContacts()
{
    m_thread->give(Thread::Contacts());
}

void Writer::setOwner(const QByteArray &owner)
{
    m_thread->give(Thread::Owner{owner});
}

void Writer::setAside(const Problem &damage)
{
    m_thread->give(Thread::Damage{damage, m_losses});
}

void Writer::clear()
{
    m_thread->give(Thread::Clearing());
}

void Writer::announceOpened()
{
    m_isOpen = true;
    Q_EMIT opened();
}

void Writer::announceWritten(qint64 done)
{
    Q_EMIT written(int(m_given - done));
}

void Writer::announceProblem(const Problem &problem, bool isOpen)
{
    m_problem = problem;
    m_isOpen = m_isOpen && isOpen;
    Q_EMIT problemFound(problem); // not m_problem, which may go with this
}

void Writer::announceLoss()
{
    ++m_losses;
    Q_EMIT rowsLost();
}

QStringList removeFiles(const Place &place)
{
    const auto isFile = [](const QString &name) {
        return QFileInfo(name).isFile() && !QFileInfo(name).isSymLink();
    };
    // Nothing is known of the files of another program.
    if (isFile(place.fileName))
        if (const std::optional<Problem> problem = othersFile(place.fileName);
            problem && problem->kind == Problem::Kind::Foreign)
            return {place.fileName};
    QStringList left;
    for (const QString &name : allFiles(place.fileName))
        if (!isFile(name) || !QFile::remove(name))
            left.append(name);
    return left;
}

qint64 sizeOf(const Place &place)
{
    qint64 bytes = 0;
    for (const QString &name : allFiles(place.fileName))
        if (const QFileInfo info(name); info.isFile() && !info.isSymLink())
            bytes += info.size();
    return bytes;
}

} // namespace mirror
