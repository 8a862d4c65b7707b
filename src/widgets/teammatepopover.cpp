// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/teammatepopover.h"

#include "ui_teammatepopover.h"

namespace widgets {

TeammatePopover::TeammatePopover(QWidget *parent)
    : Popover(parent)
    , m_ui(std::make_unique<Ui::TeammatePopover>())
{
    m_ui->setupUi(this);
    connect(m_ui->edit, &QLineEdit::textEdited, this,
            [this](const QString &text) { Q_EMIT edited(text.trimmed()); });
    connect(m_ui->edit, &QLineEdit::returnPressed, this, &QWidget::close);
}

TeammatePopover::~TeammatePopover() = default;

void TeammatePopover::setTeammate(const QString &userId)
{
    if (m_ui->edit->text().trimmed() != userId)
        m_ui->edit->setText(userId);
}

void TeammatePopover::showProblem(const QString &sentence)
{
    setProblem(m_ui->problemLabel, sentence);
    adjustSize();
}

void TeammatePopover::showEvent(QShowEvent *event)
{
    Popover::showEvent(event);
    m_ui->edit->setFocus(Qt::PopupFocusReason);
}

} // namespace widgets
