// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/shortcutsheet.h"

#include "widgets/common/keycap.h"
#include "widgets/common/labels.h"
#include "widgets/common/placement.h"
#include "widgets/common/theme.h"
#include "widgets/shell/commandpalette.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <numeric>

namespace widgets {

namespace {

class KeyCaps : public QWidget
{
public:
    KeyCaps(const QStringList &keys, ThemeSource &theme, QWidget *parent)
        : QWidget(parent)
        , m_keys(keys)
        , m_theme(theme)
    {
        setAccessibleName(keys.join(QStringLiteral(", ")));
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        QSize size(0, 0);
        for (const QString &keys : m_keys) {
            const QSize cap = keyCapSize(keys, m_theme.theme());
            size = {size.width() + cap.width() + (size.width() == 0 ? 0 : space::tiny),
                    cap.height()};
        }
        return size;
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const Theme &theme = m_theme.theme();
        QPainter painter(this);
        int left = 0;
        for (const QString &keys : m_keys) {
            const QRect place(QPoint(left, 0), keyCapSize(keys, theme));
            paintKeyCap(painter, QStyle::visualRect(layoutDirection(), rect(), place), keys,
                        theme.base.plain, theme);
            left += place.width() + space::tiny;
        }
    }

private:
    const QStringList m_keys;
    ThemeSource &m_theme;
};

QString shown(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

QStringList shown(std::initializer_list<QKeySequence> all)
{
    QStringList texts;
    for (const QKeySequence &keys : all)
        texts.append(shown(keys));
    return texts;
}

} // namespace

ShortcutSheet::ShortcutSheet(ThemeSource &theme, QWidget *parent)
    : Popover(theme, parent)
    , m_scroller(new QScrollArea(this))
{
    setAccessibleName(tr("Keyboard shortcuts"));
    m_scroller->setFrameShape(QFrame::NoFrame);
    m_scroller->setWidgetResizable(true);
    m_scroller->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroller->setBackgroundRole(QPalette::Base);
    m_scroller->setAccessibleName(tr("Keyboard shortcuts"));
    auto *column = new QVBoxLayout(this);
    // Within the round corners.
    column->setContentsMargins(stroke::hairline, space::narrow, stroke::hairline, space::narrow);
    column->addWidget(m_scroller);
    setFocusProxy(m_scroller); // arrows scroll
    connect(&theme, &ThemeSource::changed, this, [this] {
        if (isVisible())
            fill();
    });
}

QList<ShortcutSheet::Section> ShortcutSheet::sections() const
{
    Section list{tr("List"),
                 {{tr("Next conversation"), {}, shown({Qt::Key_J, Qt::Key_Down})},
                  {tr("Previous conversation"), {}, shown({Qt::Key_K, Qt::Key_Up})},
                  {tr("Select the next one, too"), {}, shown({Qt::SHIFT | Qt::Key_Down})},
                  {tr("Select all"), {}, shown({Qt::CTRL | Qt::Key_A})},
                  {tr("Select only one"), {}, shown({Qt::Key_Escape})},
                  {tr("Open details"), {}, shown({Qt::Key_Return})}}};
    Section general{tr("General"), {}};
    QList<Section> groups;
    const QList<QAction *> actions = parentWidget()->window()->findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (action->text().isEmpty() || !action->isVisible() || action->shortcut().isEmpty())
            continue;
        QStringList keys;
        const QList<QKeySequence> all = action->shortcuts();
        for (const QKeySequence &sequence : all)
            if (const QString text = shown(sequence); !keys.contains(text))
                keys.append(text);
        const QString group = groupOf(*action);
        Section *section = &general;
        if (!group.isEmpty()) {
            if (std::ranges::find(groups, group, &Section::title) == groups.end())
                groups.append({group, {}});
            section = &*std::ranges::find(groups, group, &Section::title);
        }
        section->shortcuts.append({plainNameOf(*action), nameOf(*action), keys});
    }
    // A group of one needs no heading.
    for (const Section &group : groups)
        if (group.shortcuts.size() == 1)
            general.shortcuts.append({group.shortcuts.first().fullName,
                                      group.shortcuts.first().fullName,
                                      group.shortcuts.first().keys});
    groups.removeIf([](const Section &group) { return group.shortcuts.size() == 1; });
    return QList<Section>{list, general} + groups;
}

// The columns of the sections, about equally long: the longest section is placed first.
QList<int> ShortcutSheet::placesOf(const QList<Section> &sections)
{
    constexpr qsizetype head = 2; // of a section, in rows
    QList<qsizetype> order(sections.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&sections](qsizetype left, qsizetype right) {
        return sections.at(left).shortcuts.size() > sections.at(right).shortcuts.size();
    });
    QList<int> places(sections.size());
    std::array<qsizetype, 2> rows{};
    for (const qsizetype section : order) {
        const int column = rows[1] < rows[0] ? 1 : 0;
        places[section] = column;
        rows[size_t(column)] += sections.at(section).shortcuts.size() + head;
    }
    return places;
}

QWidget *ShortcutSheet::makeSection(const Section &section)
{
    const Theme &theme = this->theme().theme();
    auto *widget = new QWidget(this);
    auto *grid = new QGridLayout(widget);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(space::wide);
    grid->setVerticalSpacing(space::narrow);
    grid->setColumnStretch(0, 1);
    auto *title = new QLabel(section.title, widget);
    title->setFont(theme.fonts.heading);
    setTextColor(*title, theme.base.plain.secondary);
    grid->addWidget(title, 0, 0, 1, 2);
    int row = 0;
    for (const Shortcut &shortcut : section.shortcuts) {
        auto *name = new QLabel(shortcut.name, widget);
        name->setTextFormat(Qt::PlainText);
        name->setWordWrap(true);
        name->setFont(theme.fonts.body);
        if (!shortcut.fullName.isEmpty())
            name->setAccessibleName(shortcut.fullName);
        name->setAccessibleDescription(shortcut.keys.join(QStringLiteral(", ")));
        setTextColor(*name, theme.base.plain.text);
        grid->addWidget(name, ++row, 0);
        grid->addWidget(new KeyCaps(shortcut.keys, this->theme(), widget), row, 1,
                        Qt::AlignRight | Qt::AlignTop);
    }
    return widget;
}

void ShortcutSheet::fill()
{
    const Theme &theme = this->theme().theme();
    auto *sheet = new QWidget;
    sheet->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(space::widest, space::wide, space::widest, space::wide);
    column->setSpacing(space::wide);
    auto *title = new QLabel(tr("Keyboard shortcuts"), sheet);
    title->setFont(theme.fonts.title);
    setTextColor(*title, theme.base.plain.text);
    column->addWidget(title);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(2 * space::widest);
    QList<QVBoxLayout *> halves;
    for (int i = 0; i < 2; ++i) {
        halves.append(new QVBoxLayout);
        halves.last()->setSpacing(space::widest);
        columns->addLayout(halves.last(), 1);
    }
    const QList<Section> all = sections();
    const QList<int> places = placesOf(all);
    for (qsizetype i = 0; i < all.size(); ++i)
        halves.at(places.at(i))->addWidget(makeSection(all.at(i)));
    for (QVBoxLayout *half : halves)
        half->addStretch();
    column->addLayout(columns, 1);
    m_scroller->setWidget(sheet); // the one before goes
}

void ShortcutSheet::open()
{
    QWidget *window = parentWidget()->window();
    // Some menus add and name their actions only when they are about to be shown.
    const QList<QMenu *> menus = window->findChildren<QMenu *>();
    for (QMenu *menu : menus)
        Q_EMIT menu->aboutToShow();
    fill();
    for (QMenu *menu : menus)
        Q_EMIT menu->aboutToHide();

    const QSize room = window->size() - 2 * QSize(space::widest, space::widest);
    constexpr int usualWidth = 760;
    const int width = qMin(usualWidth * theme().theme().heights.hit / 34, room.width());
    QWidget *sheet = m_scroller->widget();
    const int wanted = sheet->layout()->hasHeightForWidth()
                           ? sheet->layout()->totalHeightForWidth(width - 2 * stroke::hairline)
                           : sheet->sizeHint().height();
    const QSize size(width, qMin(wanted + 2 * space::narrow, room.height()));
    const QPoint corner = window->mapToGlobal(
        QPoint((window->width() - size.width()) / 2, (window->height() - size.height()) / 2));
    setGeometry(placed(*window, corner, size));
    show();
    setFocus(Qt::PopupFocusReason);
}

} // namespace widgets
