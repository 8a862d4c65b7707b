// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/commandpalette.h"

#include "inbox/collator.h"
#include "widgets/common/hairline.h"
#include "widgets/common/labels.h"
#include "widgets/common/placement.h"
#include "widgets/common/theme.h"
#include "widgets/shell/palettedelegate.h"
#include "words/widgettext.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

namespace {

constexpr int usualPaletteWidth = 560;
constexpr int usualTop = 96;        // below the top of the window
constexpr int usualQueryField = 48; // with text of the usual height
constexpr int usualHit = 34;
constexpr int mostHits = 12; // are seen at once

} // namespace

QString groupOf(const QAction &action)
{
    const QObject *parent = action.parent();
    if (const auto *menu = qobject_cast<const QMenu *>(parent))
        return words::withoutMnemonic(menu->title());
    const auto *widget = qobject_cast<const QWidget *>(parent);
    return widget ? widget->accessibleName() : QString();
}

QString plainNameOf(const QAction &action)
{
    QString name = words::withoutMnemonic(action.text());
    if (name.endsWith(u'…'))
        name.chop(1);
    return name;
}

QString nameOf(const QAction &action)
{
    const QString name = plainNameOf(action);
    const QString group = groupOf(action);
    return group.isEmpty() ? name
                           : CommandPalette::tr("%1: %2", "group and command").arg(group, name);
}

CommandPalette::CommandPalette(const QLocale &locale, ThemeSource &theme, QWidget *parent)
    : Popover(theme, parent)
    , m_locale(locale)
    , m_edit(new QLineEdit(this))
    , m_searchAction(m_edit->addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_list(new QListView(this))
    , m_emptyLabel(new QLabel(tr("No results"), this))
{
    setAccessibleName(tr("Command palette"));
    m_edit->setAccessibleName(tr("Command palette"));
    m_edit->setPlaceholderText(tr("Search conversations and commands"));
    m_edit->setFrame(false);
    m_edit->installEventFilter(this);
    m_list->setAccessibleName(tr("Results"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_model, theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_emptyLabel->setContentsMargins(space::wide, space::narrow, space::wide, space::narrow);

    auto *field = new QHBoxLayout;
    field->setContentsMargins(space::narrow, 0, space::narrow, 0);
    field->addWidget(m_edit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(stroke::hairline, stroke::hairline, stroke::hairline, space::narrow);
    column->setSpacing(0);
    column->addLayout(field);
    column->addWidget(new Hairline(Qt::Horizontal, theme, this));
    column->addWidget(m_list, 1);
    column->addWidget(m_emptyLabel);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] { run(m_list->currentIndex()); });
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    connect(m_list, &QListView::entered, this, [this](const QModelIndex &index) {
        if (!m_model.entryAt(index.row()))
            return;
        m_hasMoved = true;
        m_list->setCurrentIndex(index);
    });
    connect(&theme, &ThemeSource::changed, this, &CommandPalette::showTheme);
    showTheme();
}

QList<PaletteEntry> CommandPalette::commands() const
{
    QList<QAction *> actions = parentWidget()->window()->findChildren<QAction *>();
    actions.removeIf([](const QAction *action) {
        return action->text().isEmpty() || !action->isVisible() || !action->isEnabled() ||
               action->isSeparator() || action->menu() ||
               action->priority() == QAction::LowPriority;
    });
    // Actions for the window as a whole come first.
    const inbox::Collator collator(m_locale);
    std::ranges::sort(actions, [&collator](const QAction *left, const QAction *right) {
        const bool isLeftGrouped = !groupOf(*left).isEmpty();
        const bool isRightGrouped = !groupOf(*right).isEmpty();
        if (isLeftGrouped != isRightGrouped)
            return isRightGrouped;
        return collator.compare(nameOf(*left), nameOf(*right)) < 0;
    });
    QList<PaletteEntry> entries;
    for (QAction *action : actions) {
        const QString name = nameOf(*action);
        entries.append({.id = name,
                        .group = PaletteGroup::Commands,
                        .text = name,
                        .detail = {},
                        .keys = action->shortcut().toString(QKeySequence::NativeText),
                        .mark = {.drawing = Drawing::Command},
                        .isOn = action->isChecked(),
                        .run = [action = QPointer<QAction>(action)] {
                            if (action)
                                action->trigger();
                        }});
    }
    return entries;
}

void CommandPalette::open()
{
    QWidget *window = parentWidget()->window();
    // Some menus add and name their actions only when they are about to be shown.
    const QList<QMenu *> menus = window->findChildren<QMenu *>();
    for (QMenu *menu : menus)
        Q_EMIT menu->aboutToShow();
    if (PaletteSource *source = window->findChild<PaletteSource *>(); source != m_source) {
        m_source = source;
        if (source)
            connect(source, &PaletteSource::conversationsFound, this,
                    &CommandPalette::showConversations);
    }
    QList<PaletteEntry> entries = m_source ? m_source->entries() : QList<PaletteEntry>();
    entries += commands();
    m_model.setEntries(entries, m_source ? m_source->recent() : QStringList());
    m_edit->clear();
    m_hasMoved = false;
    step(0, 1);
    m_list->scrollToTop();
    fit();
    show();
    setFocus(Qt::PopupFocusReason);
}

void CommandPalette::narrow()
{
    m_model.narrow(m_edit->text());
    m_hasMoved = false;
    step(0, 1);
    m_list->scrollToTop();
    fit();
    if (m_source)
        m_source->findConversations(m_edit->text());
}

// They come after the rest, but the first hit is theirs unless the user has chosen another.
void CommandPalette::showConversations(const QList<PaletteEntry> &conversations)
{
    if (!isVisible() || m_edit->text() != m_model.typed())
        return;
    const PaletteEntry *current =
        m_hasMoved ? m_model.entryAt(m_list->currentIndex().row()) : nullptr;
    const QString kept = current ? current->id : QString();
    m_model.setConversations(conversations);
    fit();
    int row = m_model.nextEntry(0, 1);
    for (int at = row; !kept.isEmpty() && at >= 0; at = m_model.nextEntry(at + 1, 1))
        if (m_model.entryAt(at)->id == kept)
            row = at;
    step(row, 1);
}

// To the first entry from there.
void CommandPalette::step(int from, int direction)
{
    const int row = m_model.nextEntry(from, direction);
    if (row < 0)
        return;
    const QModelIndex index = m_model.index(row);
    m_list->setCurrentIndex(index);
    // With its heading.
    if (row > 0 && !m_model.entryAt(row - 1))
        m_list->scrollTo(m_model.index(row - 1));
    m_list->scrollTo(index);
}

void CommandPalette::fit()
{
    const QWidget &window = *parentWidget()->window();
    const Heights &heights = theme().theme().heights;
    const bool isEmpty = m_model.rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_emptyLabel->setVisible(isEmpty);
    const int wide = usualPaletteWidth * heights.hit / usualHit;
    const int top = qMin(usualTop, window.height() / 7);
    int list = 0;
    for (int row = 0; row < m_model.rowCount() && list < mostHits * heights.hit; ++row)
        list += m_list->sizeHintForIndex(m_model.index(row)).height();
    list = qMin(list, mostHits * heights.hit);
    const int field = m_edit->height() + 2 * stroke::hairline + space::narrow + stroke::hairline;
    const int rest = isEmpty ? m_emptyLabel->sizeHint().height() : list;
    const QSize size(qMin(wide, window.width() - 2 * space::wide),
                     qMin(field + rest, window.height() - top - space::wide));
    const QPoint corner = window.mapToGlobal(QPoint((window.width() - size.width()) / 2, top));
    setGeometry(placed(window, corner, size));
}

void CommandPalette::showTheme()
{
    const Theme &theme = this->theme().theme();
    m_edit->setFixedHeight(usualQueryField * theme.heights.hit / usualHit);
    m_edit->setFont(theme.fonts.body);
    m_searchAction->setIcon(icon(Drawing::Search, theme.base.plain.secondary));
    setTextColor(*m_emptyLabel, theme.base.plain.secondary);
    m_list->doItemsLayout();
    if (isVisible())
        fit();
}

void CommandPalette::run(const QModelIndex &index)
{
    const PaletteEntry *entry = m_model.entryAt(index.row());
    if (!entry)
        return;
    if (m_source)
        m_source->noteUsed(entry->id);
    // Done once the focus is back where it was, since some actions apply to the widget that has it,
    // and before the menus forget what they were opened for.
    QMetaObject::invokeMethod(this, entry->run, Qt::QueuedConnection);
    close();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return Popover::eventFilter(watched, event);
    const int current = m_list->currentIndex().row();
    const int page = qMax(1, m_list->height() / theme().theme().heights.hit - 1);
    const int last = m_model.rowCount() - 1;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        m_hasMoved = true;
        step(m_model.nextEntry(current + 1, 1) < 0 ? 0 : current + 1, 1);
        return true;
    case Qt::Key_Up:
        m_hasMoved = true;
        step(m_model.nextEntry(current - 1, -1) < 0 ? last : current - 1, -1);
        return true;
    case Qt::Key_PageDown:
        m_hasMoved = true;
        step(qMin(current + page, last), current + page > last ? -1 : 1);
        return true;
    case Qt::Key_PageUp:
        m_hasMoved = true;
        step(qMax(current - page, 0), 1);
        return true;
    default:
        return false;
    }
}

void CommandPalette::hideEvent(QHideEvent *event)
{
    Popover::hideEvent(event);
    const QList<QMenu *> menus = parentWidget()->window()->findChildren<QMenu *>();
    for (QMenu *menu : menus)
        Q_EMIT menu->aboutToHide();
}

} // namespace widgets
