// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/columnlayout.h"

#include "widgets/common/theme.h"
#include "words/columnwords.h"
#include "words/statewords.h"
#include "words/viewsettings.h"

#include <QFontMetricsF>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>
#include <QtMath>

#include <algorithm>
#include <utility>

namespace widgets {

using inbox::ColumnId;
using workspace::ColumnSetting;

namespace {

// In settings, where a width is at least a pixel, the width that nobody has chosen.
constexpr int unchosen = 1;
constexpr int conversation = inbox::columnIndex(ColumnId::Name);
constexpr int line = inbox::columnIndex(ColumnId::PhoneNumberId);
constexpr int owner = inbox::columnIndex(ColumnId::AssignedTo);
constexpr int state = inbox::columnIndex(ColumnId::State);

// In the initial order and width, with the same columns hidden.
bool areInitial(const QList<ColumnSetting> &settings)
{
    for (qsizetype i = 0; i < settings.size(); ++i) {
        const inbox::Column &column = inbox::columns()[size_t(i)];
        if (settings[i] !=
            ColumnSetting{column.name, unchosen, words::columnWords(column.id).isInitiallyVisible})
            return false;
    }
    return true;
}

} // namespace

ColumnLayout::ColumnLayout(QTableView &view, ThemeSource &theme)
    : QObject(&view)
    , m_view(view)
    , m_theme(theme)
    , m_chosen(header().count())
    , m_longest(header().count())
{
    header().setSectionsMovable(true);
    // Otherwise the style's size would be given to all of them when the header is first shown.
    header().setDefaultSectionSize(header().defaultSectionSize());
    header().setMinimumSectionSize(space::widest);
    connect(&header(), &QHeaderView::sectionResized, this, &ColumnLayout::onSectionResized);
    connect(&header(), &QHeaderView::sectionMoved, this, [this] {
        if (m_isArranging)
            return;
        apply();
        announce();
    });
    connect(&theme, &ThemeSource::changed, this, &ColumnLayout::apply);
    setSettings({});
}

QHeaderView &ColumnLayout::header() const
{
    return *m_view.horizontalHeader();
}

QList<ColumnSetting> ColumnLayout::settings() const
{
    QList<ColumnSetting> settings;
    for (int place = 0; place < header().count(); ++place) {
        const int column = header().logicalIndex(place);
        const int width = chosenWidth(column);
        settings.append(
            {inbox::columns()[size_t(column)].name, width > 0 ? width : unchosen, isShown(column)});
    }
    return areInitial(settings) ? QList<ColumnSetting>() : settings;
}

void ColumnLayout::setSettings(const QList<ColumnSetting> &settings)
{
    {
        const QScopedValueRollback isArranging(m_isArranging, true);
        setFolded(false);
        int place = 0;
        for (const ColumnSetting &setting : words::allColumns(settings)) {
            const int column = inbox::columnIndex(setting.id);
            header().moveSection(header().visualIndex(column), place++);
            m_chosen[column] = setting.width > unchosen ? setting.width : 0;
            header().setSectionHidden(column, !setting.visible);
        }
    }
    apply();
    m_announced = this->settings();
}

void ColumnLayout::reset()
{
    setSettings({});
    Q_EMIT arranged(m_announced);
}

int ColumnLayout::first() const
{
    int place = 0;
    while (place < header().count() - 1 && header().isSectionHidden(header().logicalIndex(place)))
        ++place;
    return header().logicalIndex(place);
}

int ColumnLayout::last() const
{
    int place = header().count() - 1;
    while (place > 0 && header().isSectionHidden(header().logicalIndex(place)))
        --place;
    return header().logicalIndex(place);
}

bool ColumnLayout::isShown(int column) const
{
    return !header().isSectionHidden(column) || (column == line && m_isLineFolded);
}

void ColumnLayout::setShown(int column, bool shown)
{
    if (shown == isShown(column))
        return;
    int visible = 0;
    for (int other = 0; other < header().count(); ++other)
        visible += isShown(other) ? 1 : 0;
    if (!shown && visible == 1)
        return;
    {
        const QScopedValueRollback isArranging(m_isArranging, true);
        setFolded(false);
        header().setSectionHidden(column, !shown);
    }
    apply();
    announce();
}

int ColumnLayout::leading(int column) const
{
    return column == first() ? space::wide : 0;
}

int ColumnLayout::trailing(int column) const
{
    return column == last() ? space::wide : space::medium;
}

void ColumnLayout::fit()
{
    if (takesTheRest())
        apply();
}

void ColumnLayout::setLongest(int column, int content)
{
    if (std::exchange(m_longest[column], content) != content)
        fit();
}

void ColumnLayout::fitColumn(int column, int content)
{
    if (column == conversation) {
        m_chosen[column] = 0;
    } else {
        const int wanted = leading(column) + content + trailing(column);
        const int least = takesTheRest() ? contentWidth(conversation, m_isFolded) : 0;
        const int room = m_view.viewport()->width() - othersWidth(column) - least;
        m_chosen[column] = qMin(wanted, qMax(room, header().minimumSectionSize()));
    }
    apply();
    announce();
}

// Conversation does, unless it has a width of its own or is hidden. Then the last column does.
bool ColumnLayout::takesTheRest() const
{
    return m_chosen[conversation] == 0 && isShown(conversation);
}

int ColumnLayout::widthOf(int column) const
{
    return m_chosen[column] > 0 ? m_chosen[column] : contentWidth(column, m_isFolded);
}

// With the arrow of an order.
int ColumnLayout::titleWidth(int column) const
{
    const QString title = words::columnWords(ColumnId(column)).title() + QStringLiteral(" ▾");
    return qRound(QFontMetricsF(m_theme.theme().fonts.heading).horizontalAdvance(title));
}

// Conversation is never narrower than this.
int ColumnLayout::contentWidth(int column, bool isFolded) const
{
    const Theme &theme = m_theme.theme();
    const words::ColumnWords &descriptor = words::columnWords(ColumnId(column));
    const int around = leading(column) + trailing(column);
    if (isFolded && column == state)
        return around + theme.heights.tag + 2 * space::tiny;
    const double character = QFontMetricsF(theme.fonts.body).averageCharWidth();
    const int content = qRound(descriptor.width * character);
    return around + qMax(content, qMax(titleWidth(column), commonWidth(column)));
}

// Of what many rows say in this column, as long as that is in the reader's language.
int ColumnLayout::commonWidth(int column) const
{
    const Theme &theme = m_theme.theme();
    const auto width = [](const QString &text, const QFont &font) {
        return qCeil(QFontMetricsF(font).horizontalAdvance(text));
    };
    if (column == owner)
        return theme.heights.smallCircle + space::narrow +
               width(words::facetName(inbox::Facet::Unassigned), theme.fonts.body);
    if (column == state)
        return theme.heights.tag + 2 * space::narrow +
               width(words::facetName(inbox::Facet::Muted), theme.fonts.caption);
    return 0;
}

// Where there is room: also for the title of folded states, and for two tags in a row. 'most' is
// how often the usual width it may be.
int ColumnLayout::wantedWidth(int column, int most) const
{
    const int usual = contentWidth(column, false);
    const int around = leading(column) + trailing(column);
    if (column == state)
        return m_isFolded ? around + titleWidth(column) : usual * 3 / 2;
    return qBound(widthOf(column), around + m_longest[column], most * usual);
}

// Of all columns that are visible, 0 for others.
QList<int> ColumnLayout::widths() const
{
    QList<int> widths(header().count());
    for (int column = 0; column < header().count(); ++column)
        if (!header().isSectionHidden(column))
            widths[column] = widthOf(column);
    if (!takesTheRest())
        return widths;
    const int least = contentWidth(conversation, m_isFolded);
    int rest = m_view.viewport()->width() - othersWidth(conversation);
    // Beyond what Conversation needs itself.
    const auto give = [&](int needed, int most, bool isTitle) {
        for (int column = 0; column < header().count(); ++column) {
            if (column == conversation || widths[column] == 0 || m_chosen[column] > 0)
                continue;
            // The title of folded states comes before the names of others.
            if (isTitle != (m_isFolded && column == state))
                continue;
            const int wanted = wantedWidth(column, most) - widths[column];
            const int more = qMax(0, qMin(wanted, rest - needed));
            widths[column] += more;
            rest -= more;
        }
    };
    const int enough = m_isFolded ? least * 11 / 10 : least * 5 / 4;
    give(enough, 1, true);
    give(enough, 2, false);
    give(2 * least, 4, false); // emails, that tell people of the same name apart
    widths[conversation] = qMax(rest, least);
    return widths;
}

// Of the last one, without what it takes of the room that the others leave.
int ColumnLayout::chosenWidth(int column) const
{
    if (takesTheRest() || column != last() || header().length() <= m_view.viewport()->width())
        return m_chosen[column];
    const int width = header().sectionSize(column);
    return width == contentWidth(column, m_isFolded) ? m_chosen[column] : width;
}

// Without Conversation, if that takes the rest.
int ColumnLayout::othersWidth(int column) const
{
    int width = 0;
    for (int other = 0; other < header().count(); ++other)
        if (other != column && !header().isSectionHidden(other) &&
            !(other == conversation && takesTheRest()))
            width += widthOf(other);
    return width;
}

bool ColumnLayout::mustFold() const
{
    if (!takesTheRest() || std::ranges::any_of(m_chosen, [](int width) { return width > 0; }))
        return false;
    int width = 0;
    for (int column = 0; column < header().count(); ++column)
        if (isShown(column))
            width += contentWidth(column, false);
    return width > m_view.viewport()->width();
}

void ColumnLayout::setFolded(bool folded)
{
    if (folded == m_isFolded)
        return;
    m_isFolded = folded;
    if (folded)
        m_isLineFolded = !header().isSectionHidden(line);
    if (folded ? m_isLineFolded : std::exchange(m_isLineFolded, false))
        header().setSectionHidden(line, folded);
}

void ColumnLayout::apply()
{
    if (m_isArranging)
        return; // a scroll bar has come or gone
    const QScopedValueRollback isArranging(m_isArranging, true);
    setFolded(mustFold());
    header().setStretchLastSection(!takesTheRest());
    const QList<int> widths = this->widths();
    for (int column = 0; column < header().count(); ++column)
        if (widths[column] > 0)
            header().resizeSection(column, widths[column]);
    m_stretched = takesTheRest() ? -1 : last();
}

void ColumnLayout::onSectionResized(int column, int oldWidth, int width)
{
    if (m_isArranging)
        return;
    if (!m_view.isVisible()) // Qt resizes all columns while it polishes the header
        return apply();
    if (oldWidth == 0 || width == 0) { // it was shown or hidden
        apply();
        return announce();
    }
    // Qt makes the last column wider or narrower at any time, and says so before it is.
    if ((column == last() || column == m_stretched) && !takesTheRest()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_chosen[last()] = chosenWidth(last());
                announce();
            },
            Qt::QueuedConnection);
        return;
    }
    if (width == widths().at(column))
        return; // it only has its width back
    m_chosen[column] = width;
    if (takesTheRest()) {
        fit();
    } else if (m_stretched < 0) { // it has just got a width of its own
        m_stretched = last();
        header().setStretchLastSection(true);
    }
    announce();
}

void ColumnLayout::announce()
{
    if (m_isArranging)
        return;
    const QList<ColumnSetting> now = settings();
    if (std::exchange(m_announced, now) != now)
        Q_EMIT arranged(now);
}

} // namespace widgets
