// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/fieldlist.h"

#include "inbox/harmlesstext.h"
#include "inbox/phonenumber.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/common/focusgrid.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"
#include "widgets/details/hoverrow.h"
#include "words/columnwords.h"
#include "words/widgettext.h"

#include <QAction>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr qsizetype longestField = 2000; // characters

// In the form of the API: ids, E.164 and ISO 8601, one value a line.
QString toCopiedText(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QDateTime>())
        return quo::formatInstant(quo::toInstant(value.toDateTime()));
    return value.toStringList().join(u'\n');
}

QString numbersOf(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    QStringList numbers;
    for (const QString &number : row.participants())
        numbers.append(inbox::formatNumber(number, context.reader.region));
    return inbox::shortened(inbox::harmlessLine(numbers.join(QStringLiteral(", "))), longestField);
}

} // namespace

FieldList::FieldList(ThemeSource &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_grid(new FocusGrid(this))
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // its copy buttons are the stop
    auto *contents = new QWidget;
    contents->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(0, space::narrow, 0, space::narrow);
    column->setSpacing(0);
    for (const inbox::Column &descriptor : inbox::columns())
        if (descriptor.isField())
            addField(descriptor);
    for (const Field &field : m_fields)
        column->addWidget(field.row);
    column->addStretch();
    setWidget(contents);
    viewport()->setBackgroundRole(QPalette::Base);
    connect(&theme, &ThemeSource::changed, this, &FieldList::applyTheme);
    applyTheme();
}

void FieldList::addField(const inbox::Column &column)
{
    const size_t index = m_fields.size();
    const words::ColumnWords &columnWords = words::columnWords(column.id);
    auto *row = new HoverRow(m_theme);
    auto *caption = new QLabel(columnWords.title());
    caption->setTextFormat(Qt::PlainText);
    caption->setToolTip(words::toolTipText(columnWords.tip()));
    auto *value = new ElidedLabel;
    value->setAccessibleName(columnWords.title());
    // The end of an id tells it from others, but dates and names are read from their beginning.
    if (column.kind != inbox::Column::Kind::Id)
        value->setElideMode(Qt::ElideRight);
    row->contents()->addWidget(caption);
    row->contents()->addWidget(value, 1);
    QToolButton *copyButton = row->addButton(Drawing::Copy);
    HoverRow::setName(*copyButton, tr("Copy: %1").arg(columnWords.title()));
    const auto copy = [this, index] {
        const Field &field = m_fields[index];
        Q_EMIT copyRequested(field.copied, field.copyButton);
    };
    connect(copyButton, &QToolButton::clicked, this, copy);
    copyButton->installEventFilter(this);
    m_grid->addRow({copyButton});
    auto *action = new QAction(tr("&Copy"), row);
    connect(action, &QAction::triggered, this, copy);
    row->addAction(action);
    row->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_fields.push_back({&column, row, caption, value, copyButton, {}});
}

void FieldList::show(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    for (Field &field : m_fields) {
        const inbox::ColumnId id = field.column->id;
        QString text = words::columnWords(id).fullText(row, context);
        // Their names are shown above.
        if (id == inbox::ColumnId::PhoneNumberId || id == inbox::ColumnId::AssignedTo)
            text = text.section(u'\n', -1);
        text = inbox::shortened(inbox::harmlessText(text), longestField);
        field.copied = toCopiedText(field.column->value(row));
        field.value->setFullText(id == inbox::ColumnId::Participants ? numbersOf(row, context)
                                                                     : inbox::harmlessLine(text));
        field.value->setToolTip(words::toolTipText(text));
        field.row->setVisible(!text.isEmpty());
    }
}

bool FieldList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        if (const auto *button = qobject_cast<QToolButton *>(watched))
            ensureWidgetVisible(button->parentWidget(), 0, space::narrow);
    return QScrollArea::eventFilter(watched, event);
}

void FieldList::applyTheme()
{
    const Theme &theme = m_theme.theme();
    int width = 0;
    for (const Field &field : m_fields) {
        field.caption->setFont(theme.fonts.body);
        field.value->setFont(theme.fonts.body);
        setTextColor(*field.caption, theme.base.plain.secondary);
        setTextColor(*field.value, theme.base.plain.text);
        width = qMax(width, field.caption->sizeHint().width());
    }
    for (const Field &field : m_fields)
        field.caption->setFixedWidth(width);
}

} // namespace widgets
