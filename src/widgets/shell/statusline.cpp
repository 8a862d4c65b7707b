// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/statusline.h"

#include "syncing/walkstate.h"
#include "widgets/common/announcer.h"
#include "widgets/common/controls.h"
#include "widgets/common/focusgrid.h"
#include "widgets/common/labels.h"
#include "widgets/common/rounded.h"
#include "widgets/common/theme.h"
#include "words/completenesswords.h"
#include "words/errorwords.h"
#include "words/widgettext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include <utility>

namespace widgets {

namespace {

using Action = words::StatusSentence::Action;
using Light = words::StatusSentence::Light;

constexpr int meterWidth = 88;

} // namespace

StatusLine::StatusLine(ThemeSource &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_dot(new QWidget(this))
    , m_sentence(new QLabel(this))
    , m_meter(new QProgressBar(this))
    , m_loadAll(addLink(tr("Load all"), tr("Load all"), &StatusLine::loadAllRequested))
    , m_stop(addLink(tr("Stop"), tr("Stop loading"), &StatusLine::stopRequested))
    , m_tryNow(addLink(tr("Try now"), tr("Try now"), &StatusLine::retryRequested))
    , m_key(new QLabel(tr("Key not kept"), this))
    , m_rest(new QLabel(this))
{
    m_sentence->setAccessibleName(tr("Completeness"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_meter->setAccessibleName(tr("Requests"));
    m_meter->setTextVisible(false);
    m_meter->setFixedWidth(meterWidth);
    m_key->setAccessibleName(tr("Key"));
    m_rest->setAccessibleName(tr("In the background"));
    m_loadAll->setToolTip(tr("Read the rest of these first, as fast as Quo allows"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, stroke::hairline, space::wide, 0);
    row->setSpacing(space::narrow);
    row->addWidget(m_dot);
    row->addWidget(m_sentence);
    row->addWidget(m_meter);
    for (QPushButton *link : {m_loadAll, m_stop, m_tryNow})
        row->addWidget(link);
    row->addStretch(1);
    row->addWidget(m_key);
    row->addWidget(m_rest);
    m_sentence->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_sentence->setMinimumWidth(0);
    (new FocusGrid(this))->addRow({m_loadAll, m_stop, m_tryNow});
    connect(&theme, &ThemeSource::changed, this, &StatusLine::applyTheme);
    applyTheme();
    setKeyHint({});
}

QPushButton *StatusLine::addLink(const QString &text, const QString &accessibleName,
                                 void (StatusLine::*requested)())
{
    auto *link = new QPushButton(text, this);
    link->setAccessibleName(accessibleName);
    setLook(*link, ButtonLook::Link, true);
    link->hide();
    connect(link, &QPushButton::clicked, this, requested);
    return link;
}

void StatusLine::applyTheme()
{
    const Theme &theme = m_theme.theme();
    setFixedHeight(theme.heights.statusBar);
    m_dot->setFixedSize(theme.heights.dot, theme.heights.dot);
    for (QLabel *label : {m_sentence, m_key, m_rest}) {
        label->setFont(theme.fonts.caption);
        setTextColor(*label, theme.window.plain.secondary);
    }
    for (QPushButton *link : {m_loadAll, m_stop, m_tryNow}) {
        link->setFont(theme.fonts.caption);
        link->setMaximumHeight(theme.heights.statusBar - 2 * stroke::focus);
    }
    update();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_theme.theme();
    const Surface &surface = theme.window;
    QPainter painter(this);
    painter.fillRect(rect(), surface.plain.fill);
    painter.fillRect(QRect(0, 0, width(), stroke::hairline), theme.base.hairline);
    const auto color = [&] {
        switch (m_shown.light) {
        case Light::Complete:
            return surface.plain.complete;
        case Light::Partial:
            return surface.plain.controlEdge;
        case Light::Busy:
            return surface.plain.accent;
        case Light::Trouble:
            return surface.plain.error;
        }
        return QColor();
    };
    drawDot(painter, m_dot->geometry(), color());
}

void StatusLine::show(const inbox::SessionStatus &status, const inbox::CellContext &context)
{
    const Light before = std::exchange(m_shown, words::statusSentence(status, context)).light;
    const QString completeness = words::completenessText(status, context.reader.locale);
    const bool isReadingRest =
        !status.isWorkspaceWhole && syncing::isUnderWay(status.background.state);
    // Screen readers are not told of numbers that are still changing.
    const bool isChanging = m_shown.light == Light::Busy || status.isArranging ||
                            (isReadingRest && status.completeness.moreExist);
    if (!isChanging && status.firstPageArrived && completeness != m_announced) {
        m_announced = completeness;
        announce(*this, completeness);
    }
    setSpokenText(*m_sentence, m_shown.text);
    QStringList tip = words::gapSentences(status.completeness, context);
    // A missing network is a state, not an error.
    if (const auto *failed = std::get_if<quo::PageWalk::Failed>(&status.walk);
        failed && !status.offlineSince)
        tip.prepend(words::errorSentence(failed->error));
    tip.append(words::loadTexts(status, context));
    m_sentence->setToolTip(words::toolTipText(tip.join(u'\n')));
    setSpokenText(*m_rest, isReadingRest
                               ? words::readingRestText(status.known, context.reader.locale)
                               : QString());
    m_meter->setVisible(status.loadingAll);
    m_meter->setRange(0, qMax(1, status.load.perSecond));
    m_meter->setValue(status.load.lastSecond);
    m_loadAll->setVisible(m_shown.action == Action::LoadAll);
    m_stop->setVisible(m_shown.action == Action::Stop);
    m_tryNow->setVisible(m_shown.action == Action::TryNow);
    if (m_shown.light != before)
        update();
}

void StatusLine::setKeyHint(const QString &sentence)
{
    m_key->setVisible(!sentence.isEmpty());
    m_key->setToolTip(words::toolTipText(sentence));
    m_key->setAccessibleDescription(sentence);
}

} // namespace widgets
