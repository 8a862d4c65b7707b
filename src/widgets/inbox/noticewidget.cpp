// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/noticewidget.h"

#include "widgets/common/announcer.h"
#include "widgets/common/controls.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/popover.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

using Action = words::Notice::Action;
using Tone = words::Notice::Tone;

// For Theme::scaled().
constexpr int drawingSide = 28;
constexpr int widestSentence = 300;
constexpr int widestTitle = 420;

constexpr qsizetype mostButtons = 2;

Drawing drawingOfNotice(const words::Notice &notice)
{
    if (notice.tone == Tone::Error)
        return Drawing::Warning;
    if (notice.has(Action::Stop))
        return notice.tone == Tone::Attention ? Drawing::Clock : Drawing::Search;
    if (notice.has(Action::ClearSearch))
        return Drawing::Search;
    if (notice.has(Action::ClearFilters))
        return Drawing::Filter;
    return notice.has(Action::TryAgain) ? Drawing::Refresh : Drawing::Conversations;
}

QLabel *makeText(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

// In the middle, as wide as its maximum allows.
QHBoxLayout *centred(QWidget *widget)
{
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(widget, 1000);
    row->addStretch(1);
    return row;
}

QList<QPushButton *> makeButtons(NoticeWidget &notice, QWidget *parent, QHBoxLayout *row)
{
    QList<QPushButton *> buttons;
    for (qsizetype i = 0; i < mostButtons; ++i) {
        auto *button = new QPushButton(parent);
        button->setAutoDefault(false);
        row->addWidget(button);
        QObject::connect(button, &QPushButton::clicked, &notice, [&notice, i] {
            if (i < notice.notice().actions.size())
                Q_EMIT notice.actionRequested(notice.notice().actions.at(i));
        });
        buttons.append(button);
    }
    return buttons;
}

void setActions(const QList<QPushButton *> &buttons, const QList<Action> &actions)
{
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        const QString name = i < actions.size() ? words::actionName(actions.at(i)) : QString();
        buttons.at(i)->setText(name);
        buttons.at(i)->setAccessibleName(name);
        buttons.at(i)->setVisible(!name.isEmpty());
    }
}

QString joined(const QString &title, const QString &sentence)
{
    if (sentence.isEmpty() || title.isEmpty())
        return title + sentence;
    const bool isSentence = title.endsWith(u'.') || title.endsWith(u'…');
    return title + (isSentence ? QStringLiteral(" ") : QStringLiteral(". ")) + sentence;
}

} // namespace

NoticeWidget::NoticeWidget(ThemeSource &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_block(new QWidget(this))
    , m_line(new QWidget(this))
    , m_drawingLabel(new QLabel(m_block))
    , m_titleLabel(makeText(m_block))
    , m_sentenceLabel(makeText(m_block))
    , m_detailLabel(makeText(m_block))
    , m_lineLabel(new ElidedLabel(m_line))
{
    auto *block = new QVBoxLayout(m_block);
    block->setContentsMargins(space::wide, space::medium, space::wide, space::medium);
    block->setSpacing(space::tiny);
    block->addWidget(m_drawingLabel, 0, Qt::AlignHCenter);
    block->addSpacing(space::tiny);
    block->addLayout(centred(m_titleLabel));
    block->addLayout(centred(m_sentenceLabel));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, space::narrow, 0, 0);
    buttons->setSpacing(space::narrow);
    buttons->addStretch();
    m_blockButtons = makeButtons(*this, m_block, buttons);
    buttons->addStretch();
    block->addLayout(buttons);
    m_detailButton = new QPushButton(m_block);
    block->addWidget(m_detailButton, 0, Qt::AlignHCenter);
    block->addLayout(centred(m_detailLabel));
    m_detailLabel->setTextInteractionFlags(Qt::TextSelectableByMouse |
                                           Qt::TextSelectableByKeyboard);
    setLook(*m_detailButton, ButtonLook::Link, true);
    m_detailButton->setAutoDefault(false);
    showDetail(false);
    connect(m_detailButton, &QPushButton::clicked, this, [this] {
        showDetail(m_detailLabel->isHidden());
        Q_EMIT heightChanged();
    });

    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(space::wide, 0, space::wide, 0);
    line->setSpacing(space::tiny);
    m_lineLabel->setElideMode(Qt::ElideRight);
    m_lineLabel->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    line->addStretch();
    line->addWidget(m_lineLabel);
    m_lineButtons = makeButtons(*this, m_line, line);
    m_lineDetailButton = new QPushButton(m_line);
    for (QPushButton *button : m_lineButtons + QList{m_lineDetailButton})
        setLook(*button, ButtonLook::Link, true);
    m_lineDetailButton->setText(words::actionName(Action::Details));
    m_lineDetailButton->setAccessibleName(m_lineDetailButton->text());
    m_lineDetailButton->setAutoDefault(false);
    line->addWidget(m_lineDetailButton);
    line->addStretch();
    connect(m_lineDetailButton, &QPushButton::clicked, this,
            [this] { showTextBelow(*m_lineDetailButton, m_notice.detail, m_theme); });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_block);
    column->addWidget(m_line);
    connect(&theme, &ThemeSource::changed, this, [this] {
        applyTheme();
        Q_EMIT heightChanged();
    });
    hide();
    applyTheme();
}

void NoticeWidget::setNotice(const words::Notice &notice, Form form)
{
    if (notice == m_notice && form == m_form)
        return;
    const bool isNew = notice != m_notice;
    const bool beginsToWait = notice.has(Action::Stop) && !m_notice.has(Action::Stop);
    const QWidget *focused = QApplication::focusWidget();
    const bool hadFocus = focused && isAncestorOf(focused);
    if (notice.detail != m_notice.detail)
        showDetail(false);
    m_notice = notice;
    m_form = form;
    const QString text = joined(notice.title, notice.sentence);
    m_block->setVisible(form == Form::Block);
    m_line->setVisible(form == Form::Line);
    m_titleLabel->setText(notice.title);
    m_sentenceLabel->setText(notice.sentence);
    m_sentenceLabel->setVisible(!notice.sentence.isEmpty());
    m_detailLabel->setText(notice.detail);
    m_detailButton->setVisible(!notice.detail.isEmpty());
    m_lineLabel->setFullText(text);
    m_lineDetailButton->setVisible(!notice.detail.isEmpty());
    setActions(m_blockButtons, notice.actions);
    setActions(m_lineButtons, notice.actions);
    setAccessibleName(notice.title);
    setAccessibleDescription(notice.sentence);
    setVisible(!notice.isEmpty());
    applyTheme();
    if (hadFocus && !focused->isVisible() && parentWidget())
        parentWidget()->setFocus(); // Qt would give it to what comes next, wherever that is
    // The status line announces the progress of reading, and a wait is announced once, not every
    // second.
    if (isNew && (notice.tone == Tone::Error || beginsToWait))
        announce(*this, text);
}

void NoticeWidget::showDetail(bool shown)
{
    m_detailLabel->setVisible(shown);
    m_detailButton->setText(shown ? tr("Hide technical details") : tr("Show technical details"));
    m_detailButton->setAccessibleName(m_detailButton->text());
}

void NoticeWidget::applyTheme()
{
    const Theme &theme = m_theme.theme();
    const Ground &ground = theme.base.plain;
    const int side = theme.scaled(drawingSide);
    m_drawingLabel->setFixedSize(side, side);
    m_drawingLabel->setPixmap(icon(drawingOfNotice(m_notice), ground.secondary)
                                  .pixmap(QSize(side, side), devicePixelRatioF()));
    m_titleLabel->setFont(theme.fonts.emptyTitle);
    setTextColor(*m_titleLabel, ground.text);
    m_titleLabel->setMaximumWidth(theme.scaled(widestTitle));
    for (QLabel *label : {m_sentenceLabel, m_detailLabel}) {
        label->setFont(label == m_detailLabel ? theme.fonts.caption : theme.fonts.body);
        setTextColor(*label, ground.secondary);
        label->setMaximumWidth(theme.scaled(widestSentence));
    }
    m_lineLabel->setFont(theme.fonts.body);
    setTextColor(*m_lineLabel, ground.secondary);
    m_line->setFixedHeight(theme.heights.notice);
    // Only what is likely to help stands out.
    const bool isKey = !m_notice.actions.isEmpty() && m_notice.actions.first() == Action::ChangeKey;
    setLook(*m_blockButtons.first(), isKey ? ButtonLook::Primary : ButtonLook::Edged);
}

} // namespace widgets
