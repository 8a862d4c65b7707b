// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/linespopover.h"

#include "inbox/collator.h"
#include "inbox/naming.h"
#include "inbox/phonenumber.h"
#include "quo/ids.h"
#include "ui_linespopover.h"
#include "widgets/common/picker.h"
#include "words/errorwords.h"
#include "words/problemwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace widgets {

namespace {

// A number becomes the id of its line, since the API has been seen to apply ids more reliably.
quo::Expected<QString, inbox::NumberProblem> parseLine(const QString &text,
                                                       const inbox::Names &names)
{
    if (quo::isPhoneNumberId(text))
        return text;
    const auto number =
        inbox::parseNumber(text, inbox::regionsOf(names.reader(), names.directory()));
    if (!number)
        return number;
    const QList<quo::Line> lines = names.directory().lines();
    const auto found = std::ranges::find(lines, *number, &quo::Line::number);
    return found == lines.end() ? *number : found->id;
}

} // namespace

LinesPopover::LinesPopover(const inbox::Names &names, ThemeSource &theme, QWidget *parent)
    : Popover(theme, parent)
    , m_ui(std::make_unique<Ui::LinesPopover>())
    , m_picker(new Picker(PickerModel::Choice::Several, tr("Lines"),
                          tr("Search, or type a number or PN…"), theme, this))
    , m_names(names)
{
    m_ui->setupUi(this);
    m_ui->layout->insertWidget(0, m_picker);
    setTabOrder(m_picker, m_ui->onlyButton);
    connect(m_picker, &Picker::entered, this, &LinesPopover::take);
    connect(m_picker, &Picker::activated, this, &LinesPopover::toggle);
    connect(m_picker, &Picker::currentChanged, this, &LinesPopover::updateButtons);
    connect(m_ui->onlyButton, &QPushButton::clicked, this,
            [this] { choose({m_picker->currentId().value_or(QString())}); });
    connect(m_ui->butButton, &QPushButton::clicked, this,
            [this] { allBut(m_picker->currentId().value_or(QString())); });
    connect(m_ui->allButton, &QPushButton::clicked, this, [this] { choose({}); });
    connect(&names, &inbox::Names::directoryChanged, this, &LinesPopover::onDirectoryChanged);
    onDirectoryChanged();
    updateButtons();
}

LinesPopover::~LinesPopover() = default;

void LinesPopover::onDirectoryChanged()
{
    m_picker->model().setRegions(inbox::regionsOf(m_names.reader(), m_names.directory()));
    updateEntries();
}

void LinesPopover::setRefused(const QHash<QString, quo::ApiError> &refused)
{
    const auto isSame = [](const auto &a, const auto &b) {
        return QSet<QString>(a.keyBegin(), a.keyEnd()) == QSet<QString>(b.keyBegin(), b.keyEnd());
    };
    if (isSame(refused, m_refused))
        return;
    m_refused = refused;
    updateEntries();
}

void LinesPopover::setLines(const QStringList &lines)
{
    m_lines = lines;
    bool isNew = false;
    for (const QString &line : lines) {
        if (m_names.directory().line(line) || m_typed.contains(line))
            continue;
        m_typed.append(line);
        isNew = true;
    }
    if (isNew)
        updateEntries();
    m_picker->model().setChosen(lines);
    updateButtons();
}

void LinesPopover::showProblem(const QString &sentence)
{
    m_picker->showProblem(sentence);
}

void LinesPopover::showEvent(QShowEvent *event)
{
    Popover::showEvent(event);
    m_picker->reset();
    updateEntries();
}

void LinesPopover::updateEntries()
{
    QList<PickerModel::Entry> entries;
    const auto add = [&](const QString &id, const QString &text, const QString &number) {
        QString problem;
        if (m_refused.contains(id))
            problem = tr("The key’s owner may not see this line: %1")
                          .arg(words::errorDetail(m_refused.value(id)));
        const QString detail = inbox::formatNumber(number, m_names.reader().region);
        entries.append({id, text, detail == text ? QString() : detail, problem, number});
    };
    const QList<quo::Line> lines = m_names.directory().lines();
    for (const quo::Line &line : lines)
        add(line.id, inbox::lineName(line.id, m_names.directory(), m_names.reader().region),
            line.number);
    for (const QString &typed : std::as_const(m_typed))
        if (!m_names.directory().line(typed))
            add(typed, inbox::lineName(typed, m_names.directory(), m_names.reader().region), typed);

    // Chosen lines come first, so that they are visible. Symbols before names do not count.
    const inbox::Collator collator(m_names.reader().locale);
    const auto nameOf = [this](const PickerModel::Entry &entry) {
        const std::optional<quo::Line> line = m_names.directory().line(entry.id);
        return line && !line->name.isEmpty() ? line->name : entry.text;
    };
    std::ranges::stable_sort(entries, [&](const auto &a, const auto &b) {
        const bool aChosen = m_lines.contains(a.id);
        const bool bChosen = m_lines.contains(b.id);
        return aChosen != bChosen ? aChosen : collator.compare(nameOf(a), nameOf(b)) < 0;
    });
    m_picker->model().setEntries(entries);
    m_picker->model().setChosen(m_lines);
}

void LinesPopover::updateButtons()
{
    const bool hasCurrent = m_picker->currentId().has_value();
    m_ui->onlyButton->setEnabled(hasCurrent);
    m_ui->butButton->setEnabled(hasCurrent);
    m_ui->allButton->setEnabled(!m_lines.isEmpty());
}

void LinesPopover::take()
{
    // Pasted lists come with commas, semicolons or line breaks.
    static const QRegularExpression separators(QStringLiteral("[,;\\n]"));
    const QStringList typed = m_picker->text().split(separators, Qt::SkipEmptyParts);
    const std::optional<QString> current = m_picker->currentId();
    QStringList lines = m_lines;
    QStringList refused;
    QString problem;
    for (const QString &part : typed) {
        const QString text = part.trimmed();
        const auto line = parseLine(text, m_names);
        if (line && !lines.contains(*line))
            lines.append(*line);
        if (!line) {
            refused.append(text);
            problem = words::problemSentence(line.error(), text);
        }
    }
    const bool isSearch = typed.isEmpty() || (typed.size() == 1 && !refused.isEmpty());
    if (isSearch && current) {
        m_picker->setText({});
        return toggle(*current);
    }
    if (typed.isEmpty()) {
        close();
        return;
    }
    // Refused text stays in the field, to be corrected.
    m_picker->setText(refused.join(QStringLiteral(", ")));
    choose(lines);
    if (!refused.isEmpty())
        showProblem(problem);
}

void LinesPopover::toggle(const QString &line)
{
    QStringList lines = m_lines;
    if (lines.removeAll(line) == 0)
        lines.append(line);
    choose(lines);
    m_picker->setCurrent(line);
}

void LinesPopover::allBut(const QString &line)
{
    QStringList lines;
    const QList<quo::Line> all = m_names.directory().lines();
    for (const quo::Line &other : all)
        if (other.id != line && !m_refused.contains(other.id))
            lines.append(other.id);
    lines.sort(); // their order has no meaning, so keep it the same each time
    choose(lines);
}

void LinesPopover::choose(QStringList lines)
{
    const qsizetype count = lines.size();
    if (count > quo::maximumPhoneNumbers)
        lines.resize(quo::maximumPhoneNumbers);
    setLines(lines);
    showProblem(count > quo::maximumPhoneNumbers
                    ? words::problemSentence(quo::QueryProblem{quo::QueryField::PhoneNumbers,
                                                               quo::QueryProblem::Kind::TooMany,
                                                               QString::number(count)})
                    : QString());
    Q_EMIT edited(lines);
}

} // namespace widgets
