// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/settings.h"

#include "quo/ids.h"
#include "quo/utf8.h"
#include "workspace/systemzone.h"
#include "workspace/viewfile.h"

#include <QJsonDocument>

namespace workspace {

namespace {

constexpr int longestInterval = 7 * 24 * 3600; // seconds
constexpr qsizetype longestCommandId = 100;
constexpr int widest = 10'000; // device-independent pixels, of a pane or column

bool isFlag(const QString &text)
{
    return text == QLatin1String("0") || text == QLatin1String("1");
}

} // namespace

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
    const std::optional<QString> text = m_file.text(key("filters"));
    if (!text)
        return {};
    const Salvaged<Filters> salvaged = salvageFilters(quo::parseJson(text->toUtf8()).object());
    if (!salvaged.problems.isEmpty())
        m_file.noteUnreadable(key("filters"));
    return salvaged.value;
}

void Settings::setFilters(const Filters &filters)
{
    m_file.setValue(key("filters"), QJsonDocument(toJson(filters)).toJson(QJsonDocument::Compact));
}

QList<ColumnSetting> Settings::columns() const
{
    // 'id:width:visible' each.
    QList<ColumnSetting> columns;
    const QStringList entries = m_file.texts(key("columns")).value_or(QStringList());
    for (const QString &entry : entries) {
        const QStringList parts = entry.split(u':');
        const int width = parts.value(1).toInt();
        if (parts.size() == 3 && width > 0 && width <= widest && isFlag(parts[2]))
            columns.append({parts[0], width, parts[2] == QLatin1String("1")});
        else
            m_file.noteUnreadable(key("columns"));
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
    const QStringList entries = m_file.texts(key("sort")).value_or(QStringList());
    for (const QString &entry : entries) {
        const QStringList parts = entry.split(u':');
        if (parts.size() == 2 && isFlag(parts[1]))
            sort.append({parts[0], parts[1] == QLatin1String("1")});
        else
            m_file.noteUnreadable(key("sort"));
    }
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
    return m_file.boolean(key("compact")).value_or(false);
}

void Settings::setCompact(bool compact)
{
    m_file.setValue(key("compact"), compact);
}

bool Settings::isFirstColumnFrozen() const
{
    return m_file.boolean(key("firstColumnFrozen")).value_or(false);
}

void Settings::setFirstColumnFrozen(bool frozen)
{
    m_file.setValue(key("firstColumnFrozen"), frozen);
}

int Settings::refreshInterval() const
{
    return m_file.integer(key("refreshInterval"), 0, longestInterval).value_or(60);
}

void Settings::setRefreshInterval(int seconds)
{
    m_file.setValue(key("refreshInterval"), seconds);
}

QStringList Settings::watchedLines() const
{
    QStringList lines = m_file.texts(key("watchedLines")).value_or(QStringList());
    if (lines.removeIf([](const QString &line) { return !quo::isPhoneNumberId(line); }) > 0)
        m_file.noteUnreadable(key("watchedLines"));
    return lines;
}

void Settings::setWatchedLines(const QStringList &lines)
{
    m_file.setValue(key("watchedLines"), lines);
}

std::optional<View> Settings::shown() const
{
    std::optional<View> view = readView(key("shown"));
    if (view)
        view->id = m_file.text(key("shownView")).value_or(QString());
    return view;
}

std::optional<View> Settings::readView(const QString &key) const
{
    const std::optional<QString> text = m_file.text(key);
    if (!text)
        return std::nullopt;
    const auto salvaged = salvageView(text->toUtf8());
    if (!salvaged || !salvaged->problems.isEmpty())
        m_file.noteUnreadable(key);
    return salvaged ? std::optional(salvaged->value) : std::nullopt;
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
    QStringList ids = m_file.texts(key("viewOrder")).value_or(QStringList());
    ids.removeDuplicates();
    const QStringList written = m_file.keysBelow(key("views"));
    for (const QString &id : written)
        if (!ids.contains(id))
            ids.append(id);
    // A view that cannot be read stays in the file and does not affect the others.
    QList<View> views;
    for (const QString &id : std::as_const(ids)) {
        if (!written.contains(id))
            continue;
        auto view = readView(viewKey(id));
        if (!view)
            continue;
        view->id = id;
        // Encoded again, so that the parts that could not be read stay in the file until the view
        // is changed.
        m_seenViews.insert(id, encodeView(*view));
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
    return m_file.text(key("defaultView")).value_or(QString());
}

void Settings::setDefaultView(const QString &id)
{
    m_file.setValue(key("defaultView"), id);
}

QString Settings::me() const
{
    const QString id = m_file.text(key("me")).value_or(QString());
    if (id.isEmpty() || quo::isUserId(id))
        return id;
    m_file.noteUnreadable(key("me"));
    return {};
}

void Settings::setMe(const QString &id)
{
    m_file.setValue(key("me"), id);
}

bool Settings::isSideBarFolded() const
{
    return m_file.boolean(key("sideBarFolded")).value_or(false);
}

void Settings::setSideBarFolded(bool folded)
{
    m_file.setValue(key("sideBarFolded"), folded);
}

bool Settings::areDetailsFolded() const
{
    return m_file.boolean(key("detailsFolded")).value_or(false);
}

void Settings::setDetailsFolded(bool folded)
{
    m_file.setValue(key("detailsFolded"), folded);
}

QStringList Settings::recentCommands() const
{
    QStringList ids = m_file.texts(key("recentCommands")).value_or(QStringList());
    const qsizetype wrong = ids.removeIf(
        [](const QString &id) { return id.isEmpty() || id.size() > longestCommandId; });
    if (wrong > 0 || ids.size() > mostRecentCommands)
        m_file.noteUnreadable(key("recentCommands"));
    ids.removeDuplicates();
    return ids.first(qMin(ids.size(), mostRecentCommands));
}

void Settings::noteCommand(const QString &id)
{
    QStringList ids = recentCommands();
    ids.removeAll(id);
    ids.prepend(id);
    m_file.setValue(key("recentCommands"), ids.first(qMin(ids.size(), mostRecentCommands)));
}

bool Settings::areContactsEnabled() const
{
    return m_file.boolean(key("contacts")).value_or(true);
}

void Settings::setContactsEnabled(bool enabled)
{
    m_file.setValue(key("contacts"), enabled);
}

bool Settings::isKept() const
{
    return m_file.boolean(key("kept")).value_or(true);
}

void Settings::setKept(bool kept)
{
    m_file.setValue(key("kept"), kept);
}

QString Settings::detailsTab() const
{
    return m_file.text(key("detailsTab")).value_or(QString());
}

void Settings::setDetailsTab(const QString &tab)
{
    m_file.setValue(key("detailsTab"), tab);
}

ExportChoices Settings::exportChoices() const
{
    ExportChoices choices;
    choices.preset = m_file.text(key("exportPreset")).value_or(QString());
    choices.zone = m_file.text(key("exportZone")).value_or(QString());
    choices.folder = m_file.text(key("exportFolder")).value_or(QString());
    choices.manifest = m_file.boolean(key("exportManifest")).value_or(false);
    choices.names = m_file.boolean(key("exportNames")).value_or(false);
    if (!choices.zone.isEmpty() && !zoneNamed(choices.zone).isValid()) {
        m_file.noteUnreadable(key("exportZone"));
        choices.zone.clear();
    }
    return choices;
}

void Settings::setExportChoices(const ExportChoices &choices)
{
    m_file.setValue(key("exportPreset"), choices.preset);
    m_file.setValue(key("exportZone"), choices.zone);
    m_file.setValue(key("exportFolder"), choices.folder);
    m_file.setValue(key("exportManifest"), choices.manifest);
    m_file.setValue(key("exportNames"), choices.names);
}

Settings::PaneWidths Settings::paneWidths() const
{
    const auto width = [this](const char *name) {
        return m_file.integer(key(name), 0, widest).value_or(0);
    };
    return {width("sideBarWidth"), width("detailsWidth")};
}

void Settings::setPaneWidths(const PaneWidths &widths)
{
    m_file.setValue(key("sideBarWidth"), widths.sideBar);
    m_file.setValue(key("detailsWidth"), widths.details);
}

} // namespace workspace
