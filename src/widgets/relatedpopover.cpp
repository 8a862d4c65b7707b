// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/relatedpopover.h"

#include "widgets/picker.h"

#include <QVBoxLayout>

namespace widgets {

namespace {

// Each costs the formatting of its numbers, and nobody reads more.
constexpr qsizetype mostRows = 1000;

PickerModel::Entry toEntry(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    const auto text = [&](QAnyStringView column) {
        return inbox::columns()[size_t(inbox::columnIndex(column))].text(row, context);
    };
    QStringList details{text(u"phoneNumberId"), text(u"assignedTo"), text(u"lastActivityAt")};
    details.removeAll(QString());
    return {row.id(), text(u"name"), details.join(QStringLiteral(" · ")), {}, {}};
}

} // namespace

RelatedPopover::RelatedPopover(QWidget *parent)
    : Popover(parent)
    , m_title(new QLabel(this))
    , m_picker(new Picker(PickerModel::Choice::One, tr("Conversation"), tr("Search these"), this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setAccessibleName(tr("What they have in common"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_picker);
    setFocusProxy(m_picker);
    connect(m_picker, &Picker::activated, this, &RelatedPopover::take);
    connect(m_picker, &Picker::entered, this, [this] {
        if (const std::optional<QString> id = m_picker->currentId())
            take(*id);
    });
}

void RelatedPopover::setRows(const QString &what, const QList<int> &rows,
                             const inbox::InboxModel &model)
{
    const inbox::CellContext context = model.cellContext();
    QList<PickerModel::Entry> entries;
    for (const int row : rows.first(qMin(rows.size(), mostRows)))
        entries.append(toEntry(*model.rowAt(row), context));
    const QLocale &locale = context.reader.locale;
    const QString counts =
        tr("%1 of %2 loaded", "how many there are")
            .arg(locale.toString(rows.size()), locale.toString(model.rowCount()));
    const QString rest = rows.size() > mostRows
                             ? tr("the first %1 are listed").arg(locale.toString(mostRows))
                             : QString();
    QStringList lines{what, rest.isEmpty() ? counts : counts + QStringLiteral("; ") + rest};
    m_title->setText(lines.join(u'\n'));
    m_picker->model().setEntries(entries);
    m_picker->reset();
    if (!entries.isEmpty())
        m_picker->setCurrent(entries.first().id);
}

void RelatedPopover::take(const QString &id)
{
    close();
    Q_EMIT conversationAsked(id);
}

} // namespace widgets
