// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/personheader.h"

#include "inbox/harmlesstext.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/common/labels.h"
#include "widgets/details/circleview.h"
#include "words/rowwords.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QRegularExpression>

namespace widgets {

namespace {

constexpr qsizetype longestTitle = 500; // characters

// What a menu offers for a text that cannot be selected.
void offerCopy(QLabel *label)
{
    auto *copy = new QAction(PersonHeader::tr("&Copy"), label);
    QObject::connect(copy, &QAction::triggered, label,
                     [label] { QGuiApplication::clipboard()->setText(label->text()); });
    label->addAction(copy);
    label->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QString titleOf(const words::RowTitle &who)
{
    return who.company.isEmpty() ? who.name : who.name + QStringLiteral(" · ") + who.company;
}

QString aboutOf(const words::RowTitle &who, const words::NumberPlaces &places,
                const inbox::CellContext &context)
{
    QStringList parts{who.below};
    if (!who.number.isEmpty())
        parts.append(placeAndTime(who.number, places, context));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString placeAndTime(const QString &number, const words::NumberPlaces &places,
                     const inbox::CellContext &context)
{
    words::NumberPlace place = places.placeOf(number, context.reader);
    // Where there is a town, the state is not needed to know whether it is night there.
    static const QRegularExpression state(QStringLiteral(", [A-Z]{2}$"));
    place.region.remove(state);
    return words::placeText(place, context);
}

PersonHeader::PersonHeader(const words::NumberPlaces &places, ThemeSource &theme, QWidget *parent)
    : QWidget(parent)
    , m_places(places)
    , m_theme(theme)
    , m_circle(new CircleView(&Heights::largeCircle, theme, this))
    , m_title(new ElidedLabel(this))
    , m_about(new ElidedLabel(this))
{
    m_title->setAccessibleName(tr("Selected conversation"));
    m_about->setAccessibleName(tr("Number, place and local time"));
    for (ElidedLabel *label : {m_title, m_about}) {
        label->setElideMode(Qt::ElideRight);
        offerCopy(label);
    }
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addStretch();
    texts->addWidget(m_title);
    texts->addWidget(m_about);
    texts->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::wide, space::medium, space::wide, space::narrow);
    layout->setSpacing(space::medium);
    layout->addWidget(m_circle);
    layout->addLayout(texts, 1);
    connect(&theme, &ThemeSource::changed, this, &PersonHeader::applyTheme);
    applyTheme();
}

void PersonHeader::show(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    const words::RowTitle who = words::rowTitle(row, context, {});
    const QString title = titleOf(who);
    const QString about = aboutOf(who, m_places, context);
    m_circle->setAvatar(avatarOf(row, context));
    m_circle->setVisible(true);
    m_title->setFullText(inbox::shortened(inbox::harmlessLine(title), longestTitle));
    m_about->setFullText(inbox::shortened(inbox::harmlessLine(about), longestTitle));
    m_about->setVisible(!about.isEmpty());
}

void PersonHeader::show(const QString &title)
{
    m_circle->hide();
    m_about->hide();
    m_title->setFullText(title);
}

void PersonHeader::applyTheme()
{
    const Theme &theme = m_theme.theme();
    m_title->setFont(theme.fonts.title);
    m_about->setFont(theme.fonts.body);
    setTextColor(*m_title, theme.base.plain.text);
    setTextColor(*m_about, theme.base.plain.secondary);
    // A font for other letters may want higher lines, which have room above and below.
    const int title = m_title->fontMetrics().height();
    const int about = m_about->fontMetrics().height();
    m_title->setFixedHeight(title + space::tiny);
    m_about->setFixedHeight(about + space::tiny);
    setFixedHeight(space::wide + qMax(theme.heights.largeCircle, title + about) + space::medium);
}

} // namespace widgets
