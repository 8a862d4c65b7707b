// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <new>
#include <vector>

namespace support {

// As long as it lives, SQLite's files in this process are on a disk that fails when it is told to,
// or whose computer is switched off: the process is killed. Only one at a time.
class FaultyDisk
{
public:
    enum Operation {
        Read = 1,
        Write = 2, // also to the end of a file
        Sync = 4,
        Open = 8,
        Delete = 16,
        Lock = 32,
        All = 63,
    };
    struct Fault
    {
        unsigned operations = All; // these are counted
        int after = 0;             // of them so many succeed
        int code = SQLITE_IOERR;   // of SQLite; 0 kills the process
        int systemError = EIO;
        bool isLasting = true; // all later ones fail as well
    };

    FaultyDisk()
    {
        s_disk = this;
        m_real = sqlite3_vfs_find(nullptr);
        m_vfs = *m_real;
        m_vfs.zName = "faulty";
        m_vfs.pNext = nullptr;
        m_vfs.szOsFile = int(sizeof(File)) + m_real->szOsFile;
        m_vfs.xOpen = open;
        m_vfs.xDelete = remove;
        sqlite3_vfs_register(&m_vfs, 1);
    }
    ~FaultyDisk()
    {
        sqlite3_vfs_unregister(&m_vfs);
        sqlite3_vfs_register(m_real, 1);
        s_disk = nullptr;
    }
    FaultyDisk(const FaultyDisk &) = delete;
    FaultyDisk &operator=(const FaultyDisk &) = delete;

    // Counts from here on.
    void failWith(const Fault &fault)
    {
        m_isFaulty = false;
        m_fault = fault;
        m_count = 0;
        m_isFaulty = true;
    }
    void succeed() { m_isFaulty = false; }
    // Operations since failWith().
    int count() const { return m_count; }
    bool hasFailed() const { return m_isFaulty && m_count > m_fault.after; }

private:
    struct File
    {
        sqlite3_file base;
        sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    };

    static sqlite3_file *real(sqlite3_file *file) { return reinterpret_cast<File *>(file)->real(); }

    // What SQLite is told; 0 to go on.
    static int faultAt(Operation operation)
    {
        FaultyDisk &disk = *s_disk;
        if (!disk.m_isFaulty || (disk.m_fault.operations & operation) == 0)
            return SQLITE_OK;
        const int count = ++disk.m_count;
        if (count <= disk.m_fault.after ||
            (count > disk.m_fault.after + 1 && !disk.m_fault.isLasting))
            return SQLITE_OK;
        if (disk.m_fault.code == SQLITE_OK)
            raise(SIGKILL);
        errno = disk.m_fault.systemError;
        return disk.m_fault.code;
    }

    template <class F, class... Arguments>
    static int forward(Operation operation, F function, Arguments... arguments)
    {
        if (const int code = faultAt(operation))
            return code;
        return function(arguments...);
    }

    static int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        auto *const wrapper = new (file) File{};
        if (const int code = faultAt(Open))
            return code == SQLITE_IOERR ? SQLITE_CANTOPEN : code;
        sqlite3_vfs *const vfs = s_disk->m_real;
        const int code = vfs->xOpen(vfs, name, wrapper->real(), flags, outFlags);
        if (wrapper->real()->pMethods)
            wrapper->base.pMethods = &methods();
        return code;
    }

    static int remove(sqlite3_vfs *, const char *name, int sync)
    {
        sqlite3_vfs *const vfs = s_disk->m_real;
        return forward(Delete, vfs->xDelete, vfs, name, sync);
    }

    static const sqlite3_io_methods &methods()
    {
        static const sqlite3_io_methods all = [] {
            sqlite3_io_methods m = {};
            m.iVersion = 2;
            m.xClose = [](sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); };
            m.xRead = [](sqlite3_file *f, void *to, int size, sqlite3_int64 at) {
                return forward(Read, real(f)->pMethods->xRead, real(f), to, size, at);
            };
            m.xWrite = [](sqlite3_file *f, const void *from, int size, sqlite3_int64 at) {
                return forward(Write, real(f)->pMethods->xWrite, real(f), from, size, at);
            };
            m.xTruncate = [](sqlite3_file *f, sqlite3_int64 size) {
                return forward(Write, real(f)->pMethods->xTruncate, real(f), size);
            };
            // What is flushed matters to other disks.
            m.xSync = [](sqlite3_file *, int) { return faultAt(Sync); };
            m.xFileSize = [](sqlite3_file *f, sqlite3_int64 *size) {
                return real(f)->pMethods->xFileSize(real(f), size);
            };
            m.xLock = [](sqlite3_file *f, int lock) {
                return forward(Lock, real(f)->pMethods->xLock, real(f), lock);
            };
            m.xUnlock = [](sqlite3_file *f, int lock) {
                return real(f)->pMethods->xUnlock(real(f), lock);
            };
            m.xCheckReservedLock = [](sqlite3_file *f, int *result) {
                return real(f)->pMethods->xCheckReservedLock(real(f), result);
            };
            m.xFileControl = [](sqlite3_file *f, int what, void *argument) {
                if (what == SQLITE_FCNTL_LAST_ERRNO && s_disk->hasFailed()) {
                    *static_cast<int *>(argument) = s_disk->m_fault.systemError;
                    return SQLITE_OK;
                }
                return real(f)->pMethods->xFileControl(real(f), what, argument);
            };
            m.xSectorSize = [](sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); };
            m.xDeviceCharacteristics = [](sqlite3_file *f) {
                return real(f)->pMethods->xDeviceCharacteristics(real(f));
            };
            m.xShmMap = [](sqlite3_file *f, int page, int size, int extend, void volatile **to) {
                *to = nullptr;
                // Other codes mean something else here.
                if (faultAt(Write) != SQLITE_OK)
                    return SQLITE_IOERR_SHMMAP;
                return real(f)->pMethods->xShmMap(real(f), page, size, extend, to);
            };
            m.xShmLock = [](sqlite3_file *f, int offset, int n, int flags) {
                // Letting go never fails.
                if ((flags & SQLITE_SHM_UNLOCK) != 0)
                    return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
                return forward(Lock, real(f)->pMethods->xShmLock, real(f), offset, n, flags);
            };
            m.xShmBarrier = [](sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); };
            m.xShmUnmap = [](sqlite3_file *f, int isLast) {
                return real(f)->pMethods->xShmUnmap(real(f), isLast);
            };
            return m;
        }();
        return all;
    }

    inline static FaultyDisk *s_disk = nullptr;
    sqlite3_vfs *m_real = nullptr;
    sqlite3_vfs m_vfs = {};
    Fault m_fault;
    std::atomic<bool> m_isFaulty = false;
    std::atomic<int> m_count = 0;
};

} // namespace support
