// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/requestmeter.h"

#include "widgets/common/labels.h"
#include "widgets/common/popover.h"
#include "words/statuswords.h"

#include <QLabel>
#include <QVBoxLayout>

namespace widgets {

RequestMeter::RequestMeter(ThemeSource &theme, QWidget *parent)
    : QToolButton(parent)
    , m_popover(new Popover(theme, this))
    , m_label(new QLabel(m_popover))
{
    setAccessibleName(tr("Requests"));
    setToolTip(tr("How many requests went out in the last second, of those that the key allows"));
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    m_label->setAccessibleName(tr("Requests in full"));
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(m_popover);
    layout->addWidget(m_label);
    connect(this, &QToolButton::clicked, this, [this] { m_popover->showBelow(this); });
}

void RequestMeter::show(const inbox::SessionStatus &status, const inbox::CellContext &context)
{
    setText(tr("%1/%2 req/s", "requests of those allowed")
                .arg(context.reader.locale.toString(status.load.lastSecond),
                     context.reader.locale.toString(status.load.perSecond)));
    setSpokenText(*m_label, words::loadTexts(status, context).join(u'\n'));
    if (m_popover->isVisible())
        m_popover->adjustSize();
}

} // namespace widgets
