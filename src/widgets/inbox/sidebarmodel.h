// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/icons.h"
#include "workspace/view.h"

#include <QAbstractListModel>
#include <QHash>
#include <QLocale>
#include <QSet>

namespace widgets {

// The items of the side bar: ready views, then saved views and lines, each under a heading. The
// last of many lines are folded into one item. Saved views can be renamed in place.
class SideBarModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Ready, Heading, View, SaveView, Line, MoreLines };
    enum Role {
        KindRole = Qt::UserRole, // int: of Kind
        IdRole,                  // QString: of a ready view, a saved view or a line
        CountRole,               // QString: '157+'; empty where it is not known
        ShortcutRole,            // QString
        DrawingRole,             // int: of Drawing; null where there is none
        DotRole,                 // int: index into Ground::lines; null where there is no dot
        IsShownRole,             // bool: the list shows it
        IsChangedRole,           // bool: the list shows something else by now
    };

    static constexpr int viewsWithKeys = 9; // Ctrl+1 to Ctrl+9

    struct ReadyView
    {
        QString id;
        QString name;
        Drawing drawing = Drawing::Conversations;

        bool operator==(const ReadyView &) const = default;
    };
    struct Line
    {
        QString id;
        QString name;     // for the list
        QString fullName; // with its symbol and its number
        int color = 0;    // index into Ground::lines

        bool operator==(const Line &) const = default;
    };
    struct Count
    {
        int rows = 0;
        bool isLeast = false; // there may be more

        bool operator==(const Count &) const = default;
    };
    struct Marks
    {
        QSet<QString> shown; // ids of what the list shows
        QString changed;     // id of the view that has changes; empty if there is none
        QString startup;     // id of the view that is opened at the start

        bool operator==(const Marks &) const = default;
    };

    explicit SideBarModel(const QLocale &locale, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    void setReadyViews(const QList<ReadyView> &views);
    void setViews(const QList<workspace::View> &views);
    // In the order in which they are listed.
    void setLines(const QList<Line> &lines);
    // Whether to list the lines that are folded otherwise. Those that are shown always are listed.
    void setAllLinesListed(bool all);
    bool areAllLinesListed() const { return m_areAllLinesListed; }
    // By the ids of ready views, saved views and lines.
    void setCounts(const QHash<QString, Count> &counts);
    void setMarks(const Marks &marks);

    // -1 if it is not listed.
    int rowOf(Kind kind, const QString &id = {}) const;
    Kind kindAt(int row) const { return m_items.at(row).kind; }
    // The row of the first saved view, or where it would be.
    int firstView() const;

Q_SIGNALS:
    // The user typed a name.
    void renamed(const QString &id, const QString &name);
    // A saved view was dropped in front of the view at 'place'.
    void moved(const QString &id, int place);

private:
    struct Item
    {
        Kind kind = Kind::Ready;
        QString id; // of a heading the id of its section

        bool operator==(const Item &) const = default;
    };

    void update();
    QList<Item> wanted() const;
    const workspace::View *viewOf(const Item &item) const;
    const Line *lineOf(const Item &item) const;
    const ReadyView *readyViewOf(const Item &item) const;
    QString nameOf(const Item &item) const;
    QString countOf(const Item &item) const;
    QString shortcutOf(const Item &item) const;
    QString spoken(const Item &item) const;
    QString description(const Item &item) const;
    QString toolTip(const Item &item) const;
    QVariant drawingOf(const Item &item) const;

    const QLocale m_locale;
    QList<ReadyView> m_readyViews;
    QList<workspace::View> m_views;
    QList<Line> m_lines;
    bool m_areAllLinesListed = false;
    QHash<QString, Count> m_counts;
    Marks m_marks;
    QList<Item> m_items;
    int m_foldedLines = 0;
};

} // namespace widgets
