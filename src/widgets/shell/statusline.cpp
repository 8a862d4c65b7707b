// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/statusline.h"

#include "widgets/common/announcer.h"
#include "widgets/common/labels.h"
#include "widgets/shell/requestmeter.h"
#include "words/completenesswords.h"
#include "words/errorwords.h"
#include "words/statuswords.h"
#include "words/widgettext.h"

#include <QLabel>
#include <QToolButton>

namespace widgets {

StatusLine::StatusLine(ThemeSource &theme, QWidget *parent)
    : QStatusBar(parent)
    , m_completenessLabel(new QLabel(this))
    , m_loadAllButton(new QToolButton(this))
    , m_activityLabel(new QLabel(this))
    , m_stopButton(new QToolButton(this))
    , m_freshnessLabel(new QLabel(this))
    , m_errorLabel(new QLabel(this))
    , m_meter(new RequestMeter(theme, this))
    , m_keyLabel(new QLabel(tr("Key not kept"), this))
{
    m_completenessLabel->setAccessibleName(tr("Completeness"));
    m_activityLabel->setAccessibleName(tr("Activity"));
    m_freshnessLabel->setAccessibleName(tr("As of"));
    m_errorLabel->setAccessibleName(tr("Last error"));
    m_keyLabel->setAccessibleName(tr("Key"));
    m_loadAllButton->setText(tr("Load all"));
    m_loadAllButton->setAccessibleName(tr("Load all"));
    m_loadAllButton->setToolTip(tr("Read everything that matches, as fast as Quo allows"));
    // The end of the list has a Stop button too, but may not be visible.
    m_stopButton->setText(tr("Stop"));
    m_stopButton->setAccessibleName(tr("Stop loading"));
    setSizeGripEnabled(false);
    addWidget(m_completenessLabel);
    addWidget(m_loadAllButton);
    addWidget(m_activityLabel);
    addWidget(m_stopButton);
    addPermanentWidget(m_errorLabel);
    addPermanentWidget(m_keyLabel);
    addPermanentWidget(m_freshnessLabel);
    addPermanentWidget(m_meter);
    for (QToolButton *button : {m_loadAllButton, m_stopButton})
        button->setFocusPolicy(Qt::StrongFocus);
    connect(m_loadAllButton, &QToolButton::clicked, this, &StatusLine::loadAllRequested);
    connect(m_stopButton, &QToolButton::clicked, this, &StatusLine::stopRequested);
    setKeyHint({});
}

void StatusLine::show(const inbox::SessionStatus &status, const inbox::CellContext &context)
{
    const QString completeness = words::completenessText(status, context.reader.locale);
    const QString activity = words::activityText(status, context.now, context.reader.locale);
    // Screen readers are not told of numbers that are still changing.
    if (activity.isEmpty() && status.firstPageArrived && !status.isArranging &&
        completeness != m_announced) {
        m_announced = completeness;
        announce(*this, completeness);
    }
    setSpokenText(*m_completenessLabel, completeness);
    m_completenessLabel->setToolTip(
        words::toolTipText(words::gapSentences(status.completeness, context).join(u'\n')));
    setSpokenText(*m_activityLabel, activity);
    setSpokenText(*m_freshnessLabel, status.offlineSince
                                         ? words::statusSentence(status, context).text
                                         : words::freshnessText(status, context));
    m_meter->show(status, context);
    // A missing network is a state, not an error.
    const auto *failed = std::get_if<quo::PageWalk::Failed>(&status.walk);
    const bool isError = failed && !status.offlineSince;
    setSpokenText(*m_errorLabel,
                  isError ? QStringLiteral("⚠ ") + words::errorName(failed->error) : QString());
    m_errorLabel->setToolTip(isError ? words::toolTipText(words::errorSentence(failed->error))
                                     : QString());
    const bool isWaiting = std::holds_alternative<quo::PageWalk::Waiting>(status.walk);
    const bool isLoading = status.refreshing || status.loadingAll;
    const bool isAtEnd = std::holds_alternative<quo::PageWalk::Ended>(status.shownWalk);
    m_stopButton->setVisible(isWaiting || isLoading || (status.isChecking && !isAtEnd));
    m_loadAllButton->setVisible(status.firstPageArrived && !isLoading && !status.isChecking &&
                                status.completeness.moreExist);
}

void StatusLine::setKeyHint(const QString &sentence)
{
    m_keyLabel->setVisible(!sentence.isEmpty());
    m_keyLabel->setToolTip(words::toolTipText(sentence));
    m_keyLabel->setAccessibleDescription(sentence);
}

} // namespace widgets
