// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/sidebarmodel.h"

#include "words/widgettext.h"

#include <QKeySequence>
#include <QMimeData>

#include <algorithm>

namespace widgets {

namespace {

constexpr int unfoldedLines = 6;

const QLatin1String viewsSection("views");
const QLatin1String linesSection("lines");
const QLatin1String viewType("application/x-quoin-view-id"); // within this program

template <class T>
const T *itemOf(const QList<T> &all, const QString &id)
{
    const auto found = std::ranges::find(all, id, &T::id);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

SideBarModel::SideBarModel(const QLocale &locale, QObject *parent)
    : QAbstractListModel(parent)
    , m_locale(locale)
{
    update();
}

int SideBarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant SideBarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Item &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return nameOf(item);
    case Qt::ToolTipRole:
        return toolTip(item);
    case Qt::AccessibleTextRole:
        return spoken(item);
    case Qt::AccessibleDescriptionRole:
        return description(item);
    case KindRole:
        return int(item.kind);
    case IdRole:
        return item.id;
    case CountRole:
        return countOf(item);
    case ShortcutRole:
        return shortcutOf(item);
    case DrawingRole:
        return drawingOf(item);
    case DotRole:
        return lineOf(item) ? QVariant(lineOf(item)->color) : QVariant();
    case IsShownRole:
        return item.kind != Kind::Heading && m_marks.shown.contains(item.id);
    case IsChangedRole:
        return item.kind == Kind::View && item.id == m_marks.changed;
    default:
        return {};
    }
}

bool SideBarModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || kindAt(index.row()) != Kind::View ||
        value.toString().simplified().isEmpty())
        return false;
    Q_EMIT renamed(m_items.at(index.row()).id, value.toString());
    return true;
}

Qt::ItemFlags SideBarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between items only
    switch (kindAt(index.row())) {
    case Kind::Heading:
        return Qt::NoItemFlags;
    case Kind::View:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable |
               Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    default:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    }
}

QStringList SideBarModel::mimeTypes() const
{
    return {viewType};
}

QMimeData *SideBarModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.size() != 1 || kindAt(indexes.first().row()) != Kind::View)
        return nullptr;
    auto *data = new QMimeData;
    data->setData(viewType, m_items.at(indexes.first().row()).id.toUtf8());
    return data;
}

bool SideBarModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row,
                                   int /*column*/, const QModelIndex &parent) const
{
    const int place = row - firstView();
    return action == Qt::MoveAction && !parent.isValid() && place >= 0 && place <= m_views.size() &&
           itemOf(m_views, QString::fromUtf8(data->data(viewType))) != nullptr;
}

bool SideBarModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    Q_EMIT moved(QString::fromUtf8(data->data(viewType)), row - firstView());
    return true;
}

void SideBarModel::setReadyViews(const QList<ReadyView> &views)
{
    m_readyViews = views;
    update();
}

void SideBarModel::setViews(const QList<workspace::View> &views)
{
    m_views = views;
    update();
}

void SideBarModel::setLines(const QList<Line> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    update();
}

void SideBarModel::setAllLinesListed(bool all)
{
    if (all == m_areAllLinesListed)
        return;
    m_areAllLinesListed = all;
    update();
}

void SideBarModel::setCounts(const QHash<QString, Count> &counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void SideBarModel::setMarks(const Marks &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    update();
}

int SideBarModel::rowOf(Kind kind, const QString &id) const
{
    const auto found = std::ranges::find_if(m_items, [&](const Item &item) {
        return item.kind == kind && (id.isNull() || item.id == id);
    });
    return found == m_items.end() ? -1 : int(found - m_items.begin());
}

int SideBarModel::firstView() const
{
    return rowOf(Kind::Heading, viewsSection) + 1;
}

// Row by row, so that selection, current item, editor and place stay.
void SideBarModel::update()
{
    const QList<Item> items = wanted();
    for (qsizetype row = m_items.size() - 1; row >= 0; --row) {
        if (items.contains(m_items.at(row)))
            continue;
        beginRemoveRows({}, int(row), int(row));
        m_items.removeAt(row);
        endRemoveRows();
    }
    for (qsizetype row = 0; row < items.size(); ++row) {
        const qsizetype from = m_items.indexOf(items.at(row), row);
        if (from == row)
            continue;
        if (from < 0) {
            beginInsertRows({}, int(row), int(row));
            m_items.insert(row, items.at(row));
            endInsertRows();
        } else {
            beginMoveRows({}, int(from), int(from), {}, int(row));
            m_items.move(from, row);
            endMoveRows();
        }
    }
    m_foldedLines = int(m_lines.size() - std::ranges::count(m_items, Kind::Line, &Item::kind));
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

QList<SideBarModel::Item> SideBarModel::wanted() const
{
    QList<Item> items;
    for (const ReadyView &view : m_readyViews)
        items.append({Kind::Ready, view.id});
    items.append({Kind::Heading, viewsSection});
    for (const workspace::View &view : m_views)
        items.append({Kind::View, view.id});
    if (m_views.isEmpty())
        items.append({Kind::SaveView, {}});
    if (m_lines.isEmpty())
        return items;
    items.append({Kind::Heading, linesSection});
    // A fold for a single line would take as much room as the line.
    const bool isFolded = !m_areAllLinesListed && m_lines.size() > unfoldedLines + 1;
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        if (!isFolded || i < unfoldedLines || m_marks.shown.contains(m_lines.at(i).id))
            items.append({Kind::Line, m_lines.at(i).id});
    if (m_lines.size() > unfoldedLines + 1)
        items.append({Kind::MoreLines, {}});
    return items;
}

const workspace::View *SideBarModel::viewOf(const Item &item) const
{
    return item.kind == Kind::View ? itemOf(m_views, item.id) : nullptr;
}

const SideBarModel::Line *SideBarModel::lineOf(const Item &item) const
{
    return item.kind == Kind::Line ? itemOf(m_lines, item.id) : nullptr;
}

const SideBarModel::ReadyView *SideBarModel::readyViewOf(const Item &item) const
{
    return item.kind == Kind::Ready ? itemOf(m_readyViews, item.id) : nullptr;
}

QString SideBarModel::nameOf(const Item &item) const
{
    if (const workspace::View *view = viewOf(item))
        return view->name;
    if (const Line *line = lineOf(item))
        return line->name;
    if (const ReadyView *view = readyViewOf(item))
        return view->name;
    switch (item.kind) {
    case Kind::Heading:
        return item.id == viewsSection ? tr("Views") : tr("Lines");
    case Kind::SaveView:
        return tr("Save as a view");
    case Kind::MoreLines:
        return m_areAllLinesListed ? tr("Fewer") : tr("%n more", "lines", m_foldedLines);
    default:
        return {}; // it was removed just now
    }
}

QString SideBarModel::countOf(const Item &item) const
{
    const auto found = m_counts.constFind(item.id);
    if (item.kind == Kind::Heading || found == m_counts.cend())
        return {};
    const QString rows = m_locale.toString(found->rows);
    return found->isLeast ? tr("%1+", "at least this many").arg(rows) : rows;
}

QString SideBarModel::shortcutOf(const Item &item) const
{
    const workspace::View *view = viewOf(item);
    if (!view || view - m_views.constData() >= viewsWithKeys)
        return {};
    return QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(view - m_views.constData())))
        .toString(QKeySequence::NativeText);
}

QString SideBarModel::spoken(const Item &item) const
{
    const Line *line = lineOf(item);
    const QString name = line ? line->fullName : nameOf(item);
    const QString count = countOf(item);
    return count.isEmpty() ? name : tr("%1, %2", "item and count").arg(name, count);
}

QString SideBarModel::description(const Item &item) const
{
    QStringList parts;
    switch (item.kind) {
    case Kind::Ready:
        parts.append(tr("Ready view"));
        break;
    case Kind::View:
        parts.append(tr("Saved view"));
        break;
    case Kind::Line:
    case Kind::MoreLines:
        parts.append(tr("Lines"));
        break;
    default:
        break;
    }
    if (item.kind == Kind::View && item.id == m_marks.changed)
        parts.append(tr("changed"));
    if (item.kind == Kind::View && item.id == m_marks.startup)
        parts.append(tr("opens at startup"));
    if (const QString shortcut = shortcutOf(item); !shortcut.isEmpty())
        parts.append(shortcut);
    return parts.join(QStringLiteral(", "));
}

QString SideBarModel::toolTip(const Item &item) const
{
    switch (item.kind) {
    case Kind::Heading:
    case Kind::MoreLines:
        return {};
    case Kind::SaveView:
        return words::toolTipText(tr("Save filters and columns as a view"));
    default:
        break;
    }
    QStringList lines{spoken(item)};
    if (item.kind == Kind::View && item.id == m_marks.changed)
        lines.append(tr("Changed. Ctrl+S saves the changes"));
    if (item.kind == Kind::View && item.id == m_marks.startup)
        lines.append(tr("Opens at startup"));
    if (const QString shortcut = shortcutOf(item); !shortcut.isEmpty())
        lines.append(shortcut);
    return words::toolTipText(lines.join(u'\n'));
}

QVariant SideBarModel::drawingOf(const Item &item) const
{
    switch (item.kind) {
    case Kind::Ready:
        return readyViewOf(item) ? QVariant(int(readyViewOf(item)->drawing)) : QVariant();
    case Kind::View:
        return int(item.id == m_marks.startup ? Drawing::Startup : Drawing::View);
    case Kind::SaveView:
        return int(Drawing::Add);
    case Kind::MoreLines:
        return int(m_areAllLinesListed ? Drawing::Up : Drawing::Down);
    default:
        return {};
    }
}

} // namespace widgets
