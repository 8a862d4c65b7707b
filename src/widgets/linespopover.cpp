// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/linespopover.h"

#include "inbox/phonenumber.h"
#include "quo/conversationquery.h"
#include "ui_linespopover.h"
#include "widgets/words.h"

#include <QKeyEvent>
#include <QRegularExpression>
#include <QSignalBlocker>

namespace widgets {

namespace {

constexpr int lineRole = Qt::UserRole; // the line as the API takes it

} // namespace

LinesPopover::LinesPopover(const QString &region, QWidget *parent)
    : Popover(parent)
    , m_ui(std::make_unique<Ui::LinesPopover>())
    , m_region(region)
{
    m_ui->setupUi(this);
    m_ui->list->installEventFilter(this);
    connect(m_ui->edit, &QLineEdit::returnPressed, this, &LinesPopover::addTyped);
    connect(m_ui->addButton, &QPushButton::clicked, this, &LinesPopover::addTyped);
    connect(m_ui->edit, &QLineEdit::textEdited, this, [this] { showProblem({}); });
    connect(m_ui->list, &QListWidget::itemChanged, this, [this] { Q_EMIT edited(checkedLines()); });
    updateHint();
}

LinesPopover::~LinesPopover() = default;

void LinesPopover::setLines(const QStringList &lines)
{
    if (lines == checkedLines())
        return;
    const QSignalBlocker blocker(m_ui->list);
    m_ui->list->clear();
    for (const QString &line : lines)
        addLine(line);
    updateHint();
}

void LinesPopover::showProblem(const QString &sentence)
{
    setProblem(m_ui->problemLabel, sentence);
}

void LinesPopover::showEvent(QShowEvent *event)
{
    Popover::showEvent(event);
    m_ui->edit->setFocus(Qt::PopupFocusReason);
}

bool LinesPopover::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            qDeleteAll(m_ui->list->selectedItems());
            updateHint();
            Q_EMIT edited(checkedLines());
            return true;
        }
    }
    return Popover::eventFilter(watched, event);
}

void LinesPopover::addTyped()
{
    // Pasted lists come with commas, semicolons or line breaks.
    static const QRegularExpression separators(QStringLiteral("[,;\\n]"));
    const QStringList typed = m_ui->edit->text().split(separators, Qt::SkipEmptyParts);
    QStringList refused;
    for (const QString &part : typed) {
        const QString text = part.trimmed();
        if (text.startsWith(u"PN", Qt::CaseInsensitive)) {
            addLine(QStringLiteral("PN") + text.mid(2));
            continue;
        }
        const auto number = inbox::parseNumber(text, m_region);
        if (number) {
            addLine(*number);
        } else {
            refused.append(text);
            showProblem(problemSentence(number.error(), text));
        }
    }
    // What was refused stays, to be mended.
    m_ui->edit->setText(refused.join(QStringLiteral(", ")));
    if (refused.isEmpty())
        showProblem({});
    updateHint();
    Q_EMIT edited(checkedLines());
}

void LinesPopover::addLine(const QString &line)
{
    for (int row = 0; row < m_ui->list->count(); ++row)
        if (m_ui->list->item(row)->data(lineRole) == line)
            return m_ui->list->item(row)->setCheckState(Qt::Checked);
    const QSignalBlocker blocker(m_ui->list);
    auto *item = new QListWidgetItem(inbox::formatNumber(line, m_region), m_ui->list);
    item->setData(lineRole, line);
    item->setToolTip(line);
    item->setCheckState(Qt::Checked);
}

QStringList LinesPopover::checkedLines() const
{
    QStringList lines;
    for (int row = 0; row < m_ui->list->count(); ++row)
        if (m_ui->list->item(row)->checkState() == Qt::Checked)
            lines.append(m_ui->list->item(row)->data(lineRole).toString());
    return lines;
}

void LinesPopover::updateHint()
{
    m_ui->hintLabel->setVisible(m_ui->list->count() == 0);
    m_ui->list->setVisible(m_ui->list->count() > 0);
    adjustSize();
}

} // namespace widgets
