// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "workspace/programsettings.h"
#include "workspace/settings.h"

#include <QFile>
#include <QTemporaryDir>

// A settings file: whatever is in it, it is read or set aside, and what is set then is there at the
// next start.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static QTemporaryDir dir;
    static int number = 0; // Qt remembers a file by its name
    const QString name = dir.filePath(QStringLiteral("%1.ini").arg(++number));
    {
        QFile file(name);
        const QByteArray bytes = fuzz::toBytes(data, size);
        fuzz::require(file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size());
    }
    QString aside;
    {
        workspace::SettingsFile file(name);
        if (file.setAside())
            aside = file.setAside()->fileName;
        const workspace::ProgramSettings program(file);
        program.accounts();
        program.lastAccount();
        program.windowGeometry();
        workspace::Settings settings(file, QStringLiteral("demo"));
        settings.filters();
        settings.columns();
        settings.sort();
        settings.views();
        settings.shown();
        settings.watchedLines();
        settings.exportChoices();
        settings.setRefreshInterval(77);
        file.reload();
        fuzz::require(file.isWritable());
    }
    {
        workspace::SettingsFile file(name);
        fuzz::require(!file.setAside());
        fuzz::require(workspace::Settings(file, QStringLiteral("demo")).refreshInterval() == 77);
    }
    QFile::remove(name);
    if (!aside.isEmpty())
        QFile::remove(aside);
    return 0;
}
