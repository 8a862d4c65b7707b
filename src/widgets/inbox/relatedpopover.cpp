// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/relatedpopover.h"

#include "inbox/column.h"
#include "inbox/giveway.h"
#include "inbox/phonenumber.h"
#include "inbox/relatedrows.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"
#include "words/columnwords.h"

#include <QLabel>
#include <QPromise>
#include <QtConcurrentRun>
#include <QVBoxLayout>

namespace widgets {

namespace {

// The numbers of each must be formatted, and nobody reads more.
constexpr qsizetype mostRows = 1000;

PickerModel::Entry toEntry(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    using inbox::ColumnId;
    const auto text = [&](ColumnId column) {
        return words::columnWords(column).text(row, context);
    };
    QStringList details{text(ColumnId::PhoneNumberId), text(ColumnId::AssignedTo),
                        text(ColumnId::LastActivityAt)};
    details.removeAll(QString());
    return {row.id(),
            text(ColumnId::Name),
            details.join(QStringLiteral(" · ")),
            {},
            row.participants().join(u' ')};
}

} // namespace

RelatedPopover::RelatedPopover(ThemeSource &theme, QWidget *parent)
    : Popover(theme, parent)
    , m_title(new QLabel(this))
    , m_picker(
          new Picker(PickerModel::Choice::One, tr("Conversation"), tr("Search these"), theme, this))
{
    m_title->setTextFormat(Qt::PlainText);
    setFixedWidth(usualWidth);
    m_title->setWordWrap(true);
    m_title->setContentsMargins(space::medium, 0, space::medium, 0);
    m_title->setAccessibleName(tr("What they have in common"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(stroke::hairline, space::medium, stroke::hairline, space::narrow);
    layout->setSpacing(space::narrow);
    layout->addWidget(m_title);
    layout->addWidget(m_picker);
    setFocusProxy(m_picker);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &RelatedPopover::showFound);
    connect(m_picker, &Picker::activated, this, &RelatedPopover::take);
    connect(m_picker, &Picker::entered, this, [this] {
        if (const std::optional<QString> id = m_picker->currentId())
            take(*id);
    });
    connect(&theme, &ThemeSource::changed, this, &RelatedPopover::applyTheme);
    applyTheme();
}

RelatedPopover::~RelatedPopover()
{
    m_watcher.cancel();
    m_pool.waitForDone();
}

void RelatedPopover::find(const QString &what, const QStringList &people, bool isJust,
                          const inbox::InboxModel &model)
{
    m_what = what;
    m_locale = model.names().reader().locale;
    m_shown = model.rowCount();
    m_title->setText(what + u'\n' + tr("Searching…"));
    const inbox::CellContext context = model.names().context();
    m_picker->model().setRegions(inbox::regionsOf(context.reader, context.directory));
    m_picker->model().setEntries({});
    m_picker->reset();
    m_watcher.cancel();
    m_watcher.setFuture(QtConcurrent::run(
        &m_pool, [people, isJust, rows = model.rows(), order = model.order(),
                  names = model.names().snapshot()](QPromise<Found> &promise) noexcept {
            inbox::giveWay();
            const inbox::RelatedRows related =
                inbox::relatedRows(people, isJust, rows, order, names, mostRows,
                                   [&promise] { return promise.isCanceled(); });
            Found found{{}, related.total};
            for (const quint32 row : related.first)
                found.entries.append(toEntry(rows.at(row), names.context()));
            promise.addResult(std::move(found));
        }));
}

void RelatedPopover::applyTheme()
{
    const Theme &theme = this->theme().theme();
    m_title->setFont(theme.fonts.body);
    setTextColor(*m_title, theme.base.plain.text);
}

void RelatedPopover::showFound()
{
    if (m_watcher.isCanceled())
        return;
    const Found found = m_watcher.result();
    const QString counts = tr("%1 of %2 in the list", "how many there are")
                               .arg(m_locale.toString(found.total), m_locale.toString(m_shown));
    const QString rest = found.total > mostRows
                             ? tr("the first %1 are listed").arg(m_locale.toString(mostRows))
                             : QString();
    m_title->setText(m_what + u'\n' +
                     (rest.isEmpty() ? counts : counts + QStringLiteral("; ") + rest));
    m_picker->model().setEntries(found.entries);
    if (!found.entries.isEmpty())
        m_picker->setCurrent(found.entries.first().id);
}

void RelatedPopover::take(const QString &id)
{
    close();
    Q_EMIT conversationRequested(id);
}

} // namespace widgets
