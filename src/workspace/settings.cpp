// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/settings.h"

#include "quo/utf8.h"
#include "workspace/viewfile.h"

#include <QJsonDocument>

namespace workspace {

Settings::Settings(SettingsFile &file, const QString &workspace)
    : m_file(file)
    , m_workspace(workspace)
{
}

QString Settings::key(const char *name) const
{
    return m_workspace + u'/' + QLatin1String(name);
}

QString Settings::viewKey(const QString &id) const
{
    return key("views/") + id;
}

void Settings::clear()
{
    m_file.remove(m_workspace);
}

Filters Settings::filters() const
{
    const QByteArray text = m_file.value(key("filters")).toByteArray();
    return filtersFromJson(quo::parseJson(text).object()).value_or(Filters());
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

std::optional<View> Settings::shown() const
{
    auto view = decodeView(m_file.value(key("shown")).toByteArray());
    if (!view)
        return std::nullopt;
    view->id = m_file.value(key("shownView")).toString();
    return *view;
}

void Settings::setShown(const View &view)
{
    m_file.setValue(key("shown"), encodeView(view));
    m_file.setValue(key("shownView"), view.id);
}

QList<View> Settings::views()
{
    m_file.reload();
    m_seenViews.clear();
    QStringList ids = m_file.value(key("viewOrder")).toStringList();
    const QStringList written = m_file.keysBelow(key("views"));
    for (const QString &id : written)
        if (!ids.contains(id))
            ids.append(id);
    // One that cannot be read leaves the others.
    QList<View> views;
    for (const QString &id : std::as_const(ids)) {
        const QByteArray text = m_file.value(viewKey(id)).toByteArray();
        auto view = decodeView(text);
        if (!view)
            continue;
        view->id = id;
        m_seenViews.insert(id, text);
        views.append(*view);
    }
    return views;
}

void Settings::setViews(const QList<View> &views)
{
    QHash<QString, QByteArray> written;
    QStringList order;
    for (const View &view : views) {
        const QByteArray text = encodeView(view);
        if (m_seenViews.value(view.id) != text)
            m_file.setValue(viewKey(view.id), text);
        m_seenViews.remove(view.id);
        written.insert(view.id, text);
        order.append(view.id);
    }
    for (auto gone = m_seenViews.cbegin(); gone != m_seenViews.cend(); ++gone)
        m_file.remove(viewKey(gone.key()));
    m_seenViews = written;
    m_file.setValue(key("viewOrder"), order);
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
