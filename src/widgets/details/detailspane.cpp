// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/detailspane.h"

#include "inbox/column.h"
#include "inbox/conversationstate.h"
#include "inbox/harmlesstext.h"
#include "ui_detailspane.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/details/peoplelist.h"
#include "widgets/details/summarypane.h"
#include "words/bidi.h"
#include "words/columnwords.h"
#include "words/peoplewords.h"
#include "words/statewords.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QTabBar>
#include <QToolButton>

namespace widgets {

namespace {

constexpr qsizetype longestTitle = 500; // characters
constexpr qsizetype longestField = 2000;

void setState(QLabel *label, const QString &text, bool isNotable)
{
    // An address may be wider than the pane.
    label->setText(words::isolated(QString(text).replace(u'@', QStringLiteral("@\u200b")),
                                   label->layoutDirection()));
    label->setAccessibleDescription(text);
    QFont font = label->font();
    font.setBold(isNotable);
    label->setFont(font);
}

// In the form of the API: ids, E.164 and ISO 8601, one value a line.
QString toCopiedText(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QDateTime>())
        return quo::formatInstant(quo::toInstant(value.toDateTime()));
    return value.toStringList().join(u'\n');
}

} // namespace

DetailsPane::DetailsPane(QMenu *actions, ThemeSource & /*theme*/, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DetailsPane>())
    , m_people(new PeopleList)
    , m_summary(new SummaryPane)
{
    m_ui->setupUi(this);
    m_ui->actionsButton->setMenu(actions);
    m_ui->tabs->tabBar()->setAccessibleName(m_ui->tabs->accessibleName());
    m_ui->fieldsColumn->insertWidget(0, m_people);
    m_ui->summaryLayout->addWidget(m_summary);
    connect(m_people, &PeopleList::conversationsRequested, this,
            &DetailsPane::conversationsRequested);
    showAsTitle(*m_ui->titleLabel, 1.35);
    for (const inbox::Column &column : inbox::columns())
        if (column.isField() &&
            column.id != inbox::ColumnId::Participants) // they have a list of their own
            addField(column);
    showNothing();
}

DetailsPane::~DetailsPane() = default;

void DetailsPane::addTab(QWidget *page, const QString &title)
{
    m_ui->tabs->addTab(page, title);
}

void DetailsPane::addField(const inbox::Column &descriptor)
{
    const size_t field = m_fields.size();
    const int row = int(field);
    const words::ColumnWords &columnWords = words::columnWords(descriptor.id);
    auto *caption = new QLabel(columnWords.title());
    caption->setToolTip(columnWords.tip());
    auto *value = new ElidedLabel;
    value->setAccessibleName(columnWords.title());
    auto *copyButton = new QToolButton;
    copyButton->setAutoRaise(true);
    copyButton->setFocusPolicy(Qt::StrongFocus);
    copyButton->setIcon(themeIcon(QStringLiteral("edit-copy"), QStringLiteral("copy")));
    copyButton->setAccessibleName(tr("Copy: %1").arg(columnWords.title()));
    copyButton->setToolTip(copyButton->accessibleName());
    connect(copyButton, &QToolButton::clicked, this,
            [this, field] { QGuiApplication::clipboard()->setText(m_fields[field].copied); });
    // The button is in the first line of the text, however many lines the text has.
    const int drop = qMax(0, (copyButton->sizeHint().height() - fontMetrics().height()) / 2);
    caption->setContentsMargins(0, drop, 0, drop);
    value->setContentsMargins(0, drop, 0, drop);
    m_ui->fieldsLayout->addWidget(caption, row, 0, Qt::AlignTop);
    m_ui->fieldsLayout->addWidget(value, row, 1, Qt::AlignTop);
    m_ui->fieldsLayout->addWidget(copyButton, row, 2, Qt::AlignTop);
    m_fields.push_back({&descriptor, value, copyButton, {}});
}

QWidget *DetailsPane::header() const
{
    return m_ui->header;
}

QString DetailsPane::openTab() const
{
    return m_ui->tabs->currentWidget()->objectName();
}

void DetailsPane::setOpenTab(const QString &objectName)
{
    for (int tab = 0; tab < m_ui->tabs->count(); ++tab)
        if (m_ui->tabs->widget(tab)->objectName() == objectName)
            m_ui->tabs->setCurrentIndex(tab);
}

void DetailsPane::showNothing()
{
    m_ui->header->hide();
    m_ui->stack->setCurrentWidget(m_ui->emptyPage);
}

void DetailsPane::show(int selected, const std::optional<inbox::RowTally> &tally,
                       const inbox::CellContext &context)
{
    setSpokenText(*m_ui->titleLabel, tr("%1 conversations selected", nullptr, selected)
                                         .arg(context.reader.locale.toString(selected)));
    if (tally)
        m_summary->show(*tally, context);
    else
        m_summary->showCollecting();
    m_ui->header->show();
    m_ui->stack->setCurrentWidget(m_ui->summaryPage);
}

void DetailsPane::show(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    const inbox::ConversationState state = inbox::ConversationState::at(context.now, row);
    setSpokenText(*m_ui->titleLabel,
                  words::isolated(
                      inbox::shortened(inbox::harmlessLine(words::conversationTitle(row, context)),
                                       longestTitle),
                      layoutDirection()));
    m_ui->header->show();
    m_ui->stack->setCurrentWidget(m_ui->contents);
    m_people->show(row, context);
    setState(m_ui->assignmentLabel, words::assignmentText(state, row, context),
             state.assignment != inbox::ConversationState::Assignment::Unassigned);
    setState(m_ui->muteLabel, words::muteText(state, row, context),
             state.mute != inbox::ConversationState::Mute::NotMuted);
    setState(m_ui->snoozeLabel, words::snoozeText(state, row, context),
             state.snooze != inbox::ConversationState::Snooze::NotSnoozed);
    setState(m_ui->deletedLabel, words::deletedText(state, row, context), true);
    m_ui->deletedCaption->setVisible(state.deleted);
    m_ui->deletedLabel->setVisible(state.deleted);
    for (Field &field : m_fields) {
        const QString text = inbox::shortened(
            inbox::harmlessText(words::columnWords(field.column->id).fullText(row, context)),
            longestField);
        field.copied = toCopiedText(field.column->value(row));
        field.value->setFullText(text.isEmpty() ? QStringLiteral("—") : text);
        field.value->setEnabled(!text.isEmpty());
        field.copyButton->setEnabled(!text.isEmpty());
    }
}

} // namespace widgets
