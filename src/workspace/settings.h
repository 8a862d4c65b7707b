// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/filters.h"

#include <QByteArray>
#include <QSettings>

namespace workspace {

// One column of the list as the user arranged it.
struct ColumnSetting
{
    QString id;
    int width = 0; // device-independent pixels
    bool visible = true;

    bool operator==(const ColumnSetting &) const = default;
};

// What survives a restart, in one INI file. Never the key. Whatever of it cannot be read is as if
// it had never been written.
class Settings
{
public:
    // 'workspace' keeps the filters of one workspace apart from another's.
    Settings(const QString &fileName, const QString &workspace);

    Filters filters() const;
    void setFilters(const Filters &filters);

    // In the order in which they stand; empty if never arranged.
    QList<ColumnSetting> columns() const;
    void setColumns(const QList<ColumnSetting> &columns);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    QByteArray splitterState() const;
    void setSplitterState(const QByteArray &state);

private:
    QString key(const char *name) const;

    QSettings m_file;
    const QString m_workspace;
};

} // namespace workspace
