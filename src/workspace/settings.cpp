// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/settings.h"

#include <array>

namespace workspace {

namespace {

struct PresetName
{
    DateFilter::Preset preset;
    QLatin1String name;
};

constexpr std::array presetNames{
    PresetName{DateFilter::Preset::Any, QLatin1String("any")},
    PresetName{DateFilter::Preset::Today, QLatin1String("today")},
    PresetName{DateFilter::Preset::Yesterday, QLatin1String("yesterday")},
    PresetName{DateFilter::Preset::Last7Days, QLatin1String("last7Days")},
    PresetName{DateFilter::Preset::Last30Days, QLatin1String("last30Days")},
    PresetName{DateFilter::Preset::ThisMonth, QLatin1String("thisMonth")},
    PresetName{DateFilter::Preset::Custom, QLatin1String("custom")},
};

// 'YYYY-MM-DDTHH:MM:SS' without a zone.
QString toText(const std::optional<WallTime> &wall)
{
    return wall ? QDateTime(wall->date, wall->time, Qt::UTC)
                      .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))
                : QString();
}

std::optional<WallTime> toWallTime(const QString &text)
{
    const QDateTime parsed = QDateTime::fromString(text, QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    if (!parsed.isValid())
        return std::nullopt;
    return WallTime{parsed.date(), parsed.time()};
}

void write(QSettings &file, const QString &key, const DateFilter &filter)
{
    for (const PresetName &entry : presetNames)
        if (entry.preset == filter.preset)
            file.setValue(key + QStringLiteral("/preset"), entry.name);
    file.setValue(key + QStringLiteral("/from"), toText(filter.from));
    file.setValue(key + QStringLiteral("/to"), toText(filter.to));
}

DateFilter readDateFilter(const QSettings &file, const QString &key)
{
    DateFilter filter;
    const QString name = file.value(key + QStringLiteral("/preset")).toString();
    for (const PresetName &entry : presetNames)
        if (entry.name == name)
            filter.preset = entry.preset;
    if (filter.preset == DateFilter::Preset::Custom) {
        filter.from = toWallTime(file.value(key + QStringLiteral("/from")).toString());
        filter.to = toWallTime(file.value(key + QStringLiteral("/to")).toString());
    }
    return filter;
}

} // namespace

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
    Filters filters;
    filters.lines = m_file.value(key("lines")).toStringList();
    filters.teammate = m_file.value(key("teammate")).toString();
    filters.updated = readDateFilter(m_file, key("updated"));
    filters.created = readDateFilter(m_file, key("created"));
    filters.excludeInactive = m_file.value(key("excludeInactive")).toBool();
    return filters;
}

void Settings::setFilters(const Filters &filters)
{
    m_file.setValue(key("lines"), filters.lines);
    m_file.setValue(key("teammate"), filters.teammate);
    write(m_file, key("updated"), filters.updated);
    write(m_file, key("created"), filters.created);
    m_file.setValue(key("excludeInactive"), filters.excludeInactive);
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

bool Settings::areContactsEnabled() const
{
    return m_file.value(key("contacts"), true).toBool();
}

void Settings::setContactsEnabled(bool enabled)
{
    m_file.setValue(key("contacts"), enabled);
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
