// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/settings.h"

#include "workspace/viewfile.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace workspace {

Settings::Settings(const QString &fileName, const QString &workspace)
    : m_file(fileName, QSettings::IniFormat)
    , m_workspace(workspace)
{
}

QString Settings::key(const char *name) const
{
    return m_workspace + u'/' + QLatin1String(name);
}

void Settings::clear()
{
    m_file.remove(m_workspace);
}

Filters Settings::filters() const
{
    const QByteArray text = m_file.value(key("filters")).toByteArray();
    return filtersFromJson(QJsonDocument::fromJson(text).object()).value_or(Filters());
}

void Settings::setFilters(const Filters &filters)
{
    m_file.setValue(key("filters"), QJsonDocument(toJson(filters)).toJson(QJsonDocument::Compact));
}

QList<ColumnSetting> Settings::columns() const
{
    // 'id:width:visible' each.
    QList<ColumnSetting> columns;
    const QStringList entries = m_file.value(key("columns")).toStringList();
    for (const QString &entry : entries) {
        const QStringList parts = entry.split(u':');
        if (parts.size() == 3 && parts[1].toInt() > 0)
            columns.append({parts[0], parts[1].toInt(), parts[2] == QLatin1String("1")});
    }
    return columns;
}

void Settings::setColumns(const QList<ColumnSetting> &columns)
{
    QStringList entries;
    for (const ColumnSetting &column : columns)
        entries.append(QStringLiteral("%1:%2:%3")
                           .arg(column.id)
                           .arg(column.width)
                           .arg(column.visible ? 1 : 0));
    m_file.setValue(key("columns"), entries);
}

QList<SortSetting> Settings::sort() const
{
    // 'id:descending' each.
    QList<SortSetting> sort;
    const QStringList entries = m_file.value(key("sort")).toStringList();
    for (const QString &entry : entries)
        if (const QStringList parts = entry.split(u':'); parts.size() == 2)
            sort.append({parts[0], parts[1] == QLatin1String("1")});
    return sort;
}

void Settings::setSort(const QList<SortSetting> &sort)
{
    QStringList entries;
    for (const SortSetting &sortKey : sort)
        entries.append(QStringLiteral("%1:%2").arg(sortKey.id).arg(sortKey.descending ? 1 : 0));
    m_file.setValue(key("sort"), entries);
}

bool Settings::isCompact() const
{
    return m_file.value(key("compact")).toBool();
}

void Settings::setCompact(bool compact)
{
    m_file.setValue(key("compact"), compact);
}

bool Settings::isFirstColumnFrozen() const
{
    return m_file.value(key("firstColumnFrozen")).toBool();
}

void Settings::setFirstColumnFrozen(bool frozen)
{
    m_file.setValue(key("firstColumnFrozen"), frozen);
}

int Settings::refreshInterval() const
{
    return m_file.value(key("refreshInterval"), 60).toInt();
}

void Settings::setRefreshInterval(int seconds)
{
    m_file.setValue(key("refreshInterval"), seconds);
}

QStringList Settings::watchedLines() const
{
    return m_file.value(key("watchedLines")).toStringList();
}

void Settings::setWatchedLines(const QStringList &lines)
{
    m_file.setValue(key("watchedLines"), lines);
}

QList<View> Settings::views() const
{
    // Each as its file would be, so that one that cannot be read leaves the others.
    QList<View> views;
    const QJsonArray entries =
        QJsonDocument::fromJson(m_file.value(key("views")).toByteArray()).array();
    for (const QJsonValue entry : entries) {
        auto view = decodeView(entry[QLatin1String("view")].toString().toUtf8());
        if (!view)
            continue;
        view->id = entry[QLatin1String("id")].toString();
        views.append(*view);
    }
    return views;
}

void Settings::setViews(const QList<View> &views)
{
    QJsonArray entries;
    for (const View &view : views)
        entries.append(QJsonObject{{QStringLiteral("id"), view.id},
                                   {QStringLiteral("view"), QString::fromUtf8(encodeView(view))}});
    m_file.setValue(key("views"), QJsonDocument(entries).toJson(QJsonDocument::Compact));
}

QString Settings::defaultView() const
{
    return m_file.value(key("defaultView")).toString();
}

void Settings::setDefaultView(const QString &id)
{
    m_file.setValue(key("defaultView"), id);
}

bool Settings::areContactsEnabled() const
{
    return m_file.value(key("contacts"), true).toBool();
}

void Settings::setContactsEnabled(bool enabled)
{
    m_file.setValue(key("contacts"), enabled);
}

QString Settings::detailsTab() const
{
    return m_file.value(key("detailsTab")).toString();
}

void Settings::setDetailsTab(const QString &tab)
{
    m_file.setValue(key("detailsTab"), tab);
}

ExportChoices Settings::exportChoices() const
{
    return {
        m_file.value(key("exportPreset")).toString(), m_file.value(key("exportZone")).toString(),
        m_file.value(key("exportFolder")).toString(), m_file.value(key("exportManifest")).toBool(),
        m_file.value(key("exportNames")).toBool()};
}

void Settings::setExportChoices(const ExportChoices &choices)
{
    m_file.setValue(key("exportPreset"), choices.preset);
    m_file.setValue(key("exportZone"), choices.zone);
    m_file.setValue(key("exportFolder"), choices.folder);
    m_file.setValue(key("exportManifest"), choices.manifest);
    m_file.setValue(key("exportNames"), choices.names);
}

QByteArray Settings::splitterState() const
{
    return m_file.value(key("splitter")).toByteArray();
}

void Settings::setSplitterState(const QByteArray &state)
{
    m_file.setValue(key("splitter"), state);
}

} // namespace workspace
