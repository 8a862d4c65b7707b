// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/savedviews.h"

#include "inbox/harmlesstext.h"

#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace widgets {

using workspace::View;

namespace {

QString newId()
{
    return QUuid::createUuid().toString(QUuid::Id128).left(12);
}

// Whether both show the same under the same name.
bool isSame(const View &one, const View &other)
{
    return one.name == other.name && one.filters == other.filters && one.columns == other.columns &&
           one.search == other.search && one.sort == other.sort;
}

} // namespace

QString viewFileName(const QString &viewName)
{
    QString name = inbox::harmlessLine(viewName);
    for (QChar &c : name)
        if (QStringLiteral("/\\:*?\"<>|").contains(c))
            c = u'_';
    // A leading dot would hide the file, and a single one is a folder.
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    name = name.left(80).trimmed();
    return (name.isEmpty() ? QStringLiteral("view") : name) + QStringLiteral(".quoinview");
}

SavedViews::SavedViews(workspace::ShownState &state, workspace::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_state(state)
    , m_settings(settings)
    , m_views(settings.views())
{
}

int SavedViews::placeOf(const QString &id) const
{
    const auto found = std::ranges::find(m_views, id, &View::id);
    return found == m_views.end() ? -1 : int(found - m_views.begin());
}

std::optional<View> SavedViews::view(const QString &id) const
{
    const int place = placeOf(id);
    return place < 0 ? std::nullopt : std::optional(m_views.at(place));
}

std::optional<View> SavedViews::openView() const
{
    return view(m_state.shown().id);
}

bool SavedViews::isChanged() const
{
    const std::optional<View> open = openView();
    return open && m_state.differsFrom(*open);
}

bool SavedViews::open(const QString &id)
{
    const std::optional<View> wanted = view(id);
    if (wanted)
        m_state.open(*wanted);
    return wanted.has_value();
}

QString SavedViews::saveShown(const QString &name)
{
    View view = m_state.shown();
    view.id = newId();
    view.name = name;
    m_state.change(&View::id, view.id);
    insert(int(m_views.size()), view);
    return view.id;
}

bool SavedViews::saveChanges()
{
    View view = m_state.shown();
    const int place = placeOf(view.id);
    if (place < 0)
        return false;
    view.name = m_views.at(place).name;
    m_views[place] = view;
    keep();
    return true;
}

quo::Expected<SavedViews::Added, workspace::ViewFileProblem>
SavedViews::addFile(const QString &fileName)
{
    const auto read = workspace::readViewFile(fileName);
    if (!read)
        return quo::Unexpected{read.error()};
    View view = *read;
    if (view.name.isEmpty())
        view.name = QFileInfo(fileName).completeBaseName();
    const auto found =
        std::ranges::find_if(m_views, [&view](const View &other) { return isSame(view, other); });
    if (found != m_views.end())
        return Added{found->id, found->name, false};
    view.id = newId();
    insert(int(m_views.size()), view);
    return Added{view.id, view.name, true};
}

void SavedViews::rename(const QString &id, const QString &name)
{
    const int place = placeOf(id);
    const QString plain = name.simplified();
    if (place < 0 || plain.isEmpty() || m_views.at(place).name == plain)
        return;
    m_views[place].name = plain;
    keep();
}

void SavedViews::move(const QString &id, int place)
{
    const int from = placeOf(id);
    if (from < 0 || place < 0 || place > m_views.size() || place == from || place == from + 1)
        return;
    m_views.move(from, place > from ? place - 1 : place);
    keep();
}

void SavedViews::remove(const QString &id)
{
    const int place = placeOf(id);
    if (place < 0)
        return;
    m_views.removeAt(place);
    keep();
}

void SavedViews::insert(int place, const View &view)
{
    m_views.insert(qBound(0, place, int(m_views.size())), view);
    keep();
}

void SavedViews::setStartupView(const QString &id)
{
    m_settings.setDefaultView(id);
    Q_EMIT changed();
}

void SavedViews::reload()
{
    const QList<View> views = m_settings.views();
    if (views == m_views)
        return;
    m_views = views;
    Q_EMIT changed();
}

void SavedViews::keep()
{
    m_settings.setViews(m_views);
    Q_EMIT changed();
}

} // namespace widgets
