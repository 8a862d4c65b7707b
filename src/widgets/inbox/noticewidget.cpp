// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/noticewidget.h"

#include "ui_noticewidget.h"
#include "widgets/common/announcer.h"

namespace widgets {

NoticeWidget::NoticeWidget(ThemeSource & /*theme*/, QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::NoticeWidget>())
{
    m_ui->setupUi(this);
    connect(m_ui->retryButton, &QPushButton::clicked, this, &NoticeWidget::retryRequested);
    connect(m_ui->stopButton, &QPushButton::clicked, this, &NoticeWidget::stopRequested);
    hide();
}

NoticeWidget::~NoticeWidget() = default;

void NoticeWidget::setNotice(const words::Notice &notice)
{
    if (notice == m_notice)
        return;
    using Action = words::Notice::Action;
    const bool canStop = notice.has(Action::Stop);
    const bool beginsToWait = canStop && !m_notice.has(Action::Stop);
    QStringList lines{notice.sentence, notice.detail};
    lines.removeAll(QString());
    const QString detail = lines.join(u'\n');
    m_notice = notice;
    m_ui->titleLabel->setText(notice.title);
    m_ui->detailLabel->setText(detail);
    m_ui->detailLabel->setVisible(!detail.isEmpty());
    m_ui->retryButton->setVisible(notice.has(Action::TryAgain) || notice.has(Action::TryNow) ||
                                  notice.has(Action::ChangeKey));
    m_ui->stopButton->setVisible(canStop);
    QFont font = m_ui->titleLabel->font();
    font.setBold(notice.tone == words::Notice::Tone::Error || !detail.isEmpty());
    m_ui->titleLabel->setFont(font);
    setAccessibleName(notice.title);
    setAccessibleDescription(detail);
    setVisible(!notice.isEmpty());
    // The status line announces the progress of reading, and a wait is announced once, not every
    // second.
    if (notice.tone == words::Notice::Tone::Error || beginsToWait)
        announce(*this, (notice.title + QStringLiteral(". ") + detail).trimmed());
}

} // namespace widgets
