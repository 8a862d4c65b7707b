// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/messagebar.h"

#include "widgets/common/announcer.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

MessageBar::MessageBar(ThemeSource & /*theme*/, QWidget *parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("messages"));
    setAccessibleName(tr("Messages of Quoin"));
    hide();
}

void MessageBar::show(const Message &message)
{
    remove(message.id);
    auto *line = new QWidget(this);
    line->setObjectName(message.id);
    line->setAccessibleName(message.text);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    auto *label = new QLabel(message.text, line);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    row->addWidget(label, 1);
    if (message.action) {
        auto *button = new QPushButton(message.actionText, line);
        connect(button, &QPushButton::clicked, this, message.action);
        row->addWidget(button);
    }
    auto *close = new QToolButton(line);
    close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    connect(close, &QToolButton::clicked, this, [this, id = message.id] { remove(id); });
    row->addWidget(close);
    m_column->addWidget(line);
    setVisible(true);
    announce(*line, message.text);
}

void MessageBar::setText(const QString &id, const QString &text)
{
    auto *line = findChild<QWidget *>(id, Qt::FindDirectChildrenOnly);
    if (!line)
        return;
    line->setAccessibleName(text);
    line->findChild<QLabel *>()->setText(text);
}

void MessageBar::remove(const QString &id)
{
    auto *line = findChild<QWidget *>(id, Qt::FindDirectChildrenOnly);
    if (!line)
        return;
    m_column->removeWidget(line);
    line->setObjectName({}); // it must not be found any more while it waits for its deletion
    line->hide();
    line->deleteLater();
    setVisible(m_column->count() > 0);
}

} // namespace widgets
