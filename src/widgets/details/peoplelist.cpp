// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/peoplelist.h"

#include "inbox/naming.h"
#include "inbox/phonenumber.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/common/focusgrid.h"
#include "widgets/common/labels.h"
#include "widgets/details/circleview.h"
#include "widgets/details/hoverrow.h"
#include "widgets/details/personheader.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

namespace {

constexpr int mostShown = 3;        // without scrolling
constexpr size_t usuallyAdded = 10; // more are seldom in a group

// The workspace's own lines come last, since there is always one.
QStringList peopleOf(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    QStringList people = row.participants();
    std::stable_partition(people.begin(), people.end(), [&context](const QString &number) {
        return !context.directory.isOwnNumber(number);
    });
    return people;
}

} // namespace

PeopleList::PeopleList(const words::NumberPlaces &places, ThemeSource &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_places(places)
    , m_theme(theme)
    , m_rows(new QVBoxLayout)
    , m_grid(new FocusGrid(this))
{
    setAccessibleName(tr("People"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // the buttons of its rows are the stop
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_rows->setContentsMargins(0, space::narrow, 0, 0);
    m_rows->setSpacing(0);
    auto *contents = new QWidget;
    contents->setBackgroundRole(QPalette::Base);
    contents->setLayout(m_rows);
    setWidget(contents);
    viewport()->setBackgroundRole(QPalette::Base);
    while (m_people.size() < usuallyAdded)
        addPerson();
    connect(&theme, &ThemeSource::changed, this, &PeopleList::applyTheme);
}

void PeopleList::show(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    const QStringList people = peopleOf(row, context);
    while (m_people.size() < size_t(people.size()))
        addPerson();
    for (size_t i = 0; i < m_people.size(); ++i) {
        Person &person = m_people[i];
        person.row->setVisible(i < size_t(people.size()));
        if (i >= size_t(people.size()))
            continue;
        const QString &number = person.number = people[qsizetype(i)];
        const bool isOwn = context.directory.isOwnNumber(number);
        const QString name = isOwn
                                 ? inbox::lineName(number, context.directory, context.reader.region)
                                 : inbox::participantName(number, context);
        const QString formatted = inbox::formatNumber(number, context.reader.region);
        QStringList details;
        if (!isOwn)
            details = inbox::contactLabels(number, context).mid(1); // the first is the name
        if (formatted != name)
            details.append(formatted);
        details.append(isOwn ? tr("own line") : placeAndTime(number, m_places, context));
        details.removeAll(QString());
        Avatar avatar = avatarOf(name, number);
        if (isOwn)
            avatar = {{}, number, Drawing::Line};
        person.circle->setAvatar(avatar);
        person.name->setFullText(name);
        person.name->setAccessibleName(tr("Person: %1").arg(name));
        person.detail->setFullText(details.join(QStringLiteral(" · ")));
        person.detail->setAccessibleName(tr("About %1").arg(name));
        HoverRow::setName(*person.copyButton, tr("Copy: %1").arg(formatted));
        HoverRow::setName(*person.conversationsButton, tr("Conversations with %1").arg(name));
        person.conversationsButton->setVisible(!isOwn);
    }
    m_shown = int(people.size());
    applyTheme();
}

QSize PeopleList::sizeHint() const
{
    return {0, space::narrow + qMin(m_shown, mostShown) * m_theme.theme().heights.item};
}

QSize PeopleList::minimumSizeHint() const
{
    return {0, m_theme.theme().heights.item};
}

bool PeopleList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        if (const auto *button = qobject_cast<QToolButton *>(watched))
            ensureWidgetVisible(button->parentWidget(), 0, 0);
    return QScrollArea::eventFilter(watched, event);
}

void PeopleList::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    applyTheme();
}

void PeopleList::addPerson()
{
    const size_t index = m_people.size();
    auto *row = new HoverRow(m_theme);
    auto *circle = new CircleView(&Heights::compactCircle, m_theme);
    auto *name = new ElidedLabel;
    auto *detail = new ElidedLabel;
    for (ElidedLabel *label : {name, detail})
        label->setElideMode(Qt::ElideRight);
    name->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    row->contents()->addWidget(circle);
    row->contents()->addWidget(name);
    row->contents()->addWidget(detail, 1);
    QToolButton *conversationsButton = row->addButton(Drawing::Conversations);
    QToolButton *copyButton = row->addButton(Drawing::Copy);
    connect(conversationsButton, &QToolButton::clicked, this, [this, index] {
        const QString number = m_people[index].number; // a slot may show others
        Q_EMIT conversationsRequested(number, m_people[index].conversationsButton);
    });
    connect(copyButton, &QToolButton::clicked, this, [this, index] {
        Q_EMIT copyRequested(m_people[index].number, m_people[index].copyButton);
    });
    HoverRow::setName(*conversationsButton, tr("Conversations with this person"));
    HoverRow::setName(*copyButton, tr("Copy number"));
    for (QToolButton *button : {conversationsButton, copyButton})
        button->installEventFilter(this);
    m_grid->addRow({conversationsButton, copyButton});
    m_rows->addWidget(row);
    // Otherwise the buttons of those that are added later would be last in the window.
    if (index > 0) {
        setTabOrder(m_people.back().copyButton, conversationsButton);
        setTabOrder(conversationsButton, copyButton);
    }
    m_people.push_back({row, circle, name, detail, conversationsButton, copyButton, {}});
}

void PeopleList::applyTheme()
{
    const Theme &theme = m_theme.theme();
    for (const Person &person : m_people) {
        person.name->setFont(theme.fonts.body);
        person.detail->setFont(theme.fonts.caption);
        setTextColor(*person.name, theme.base.plain.text);
        setTextColor(*person.detail, theme.base.plain.secondary);
        // A name takes what it needs, up to half of the line.
        const int wanted = person.name->fontMetrics().horizontalAdvance(person.name->text()) + 1;
        person.name->setFixedWidth(qMin(wanted, viewport()->width() / 2 - space::wide));
    }
    updateGeometry();
}

} // namespace widgets
