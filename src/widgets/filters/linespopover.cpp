// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/linespopover.h"

#include "inbox/collator.h"
#include "inbox/naming.h"
#include "inbox/phonenumber.h"
#include "quo/ids.h"
#include "widgets/common/controls.h"
#include "widgets/common/picker.h"
#include "widgets/common/theme.h"
#include "widgets/filters/chip.h"
#include "words/errorwords.h"
#include "words/filterwords.h"
#include "words/problemwords.h"
#include "words/rowwords.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QVBoxLayout>

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
    , m_names(names)
    , m_picker(new Picker(PickerModel::Choice::Several, tr("Line"), tr("Name, number or ID"), theme,
                          this))
    , m_anyOf(new Chip(theme, this))
    , m_noneOf(new Chip(theme, this))
    , m_allButton(new QPushButton(tr("All lines"), this))
{
    setFixedWidth(usualWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(stroke::hairline, space::medium, stroke::hairline, space::narrow);
    layout->addWidget(m_picker);
    m_picker->setHeader(makeHeader());
    m_picker->setRowActions(makeRowActions());
    connect(m_picker, &Picker::entered, this, &LinesPopover::take);
    connect(m_picker, &Picker::activated, this, &LinesPopover::toggle);
    connect(m_allButton, &QPushButton::clicked, this, [this] {
        setExcluding(false);
        choose({});
    });
    connect(&names, &inbox::Names::directoryChanged, this, &LinesPopover::onDirectoryChanged);
    onDirectoryChanged();
    setExcluding(false);
}

LinesPopover::~LinesPopover() = default;

QWidget *LinesPopover::makeHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(space::medium - Chip::ringRoom(), 0, space::tiny, 0);
    row->setSpacing(0);
    const auto add = [this, row](Chip *chip, const QString &text, bool isExcluding) {
        chip->setTexts(text, {});
        chip->setAccessibleName(text);
        chip->setArrow(false);
        chip->setRemovable(false);
        chip->setCheckable(true);
        connect(chip, &Chip::clicked, this, [this, isExcluding] {
            if (isExcluding == m_isExcluding)
                return setExcluding(isExcluding); // keeps its tick
            const QStringList lines = ticked();
            setExcluding(isExcluding);
            tick(lines);
        });
        row->addWidget(chip);
    };
    add(m_anyOf, tr("is any of"), false);
    add(m_noneOf, tr("is none of"), true);
    row->addStretch(1);
    row->addWidget(m_allButton);
    m_allButton->setAccessibleName(m_allButton->text());
    m_allButton->setAutoDefault(false);
    setLook(*m_allButton, ButtonLook::Link, true);
    return header;
}

QWidget *LinesPopover::makeRowActions()
{
    auto *actions = new QWidget(this);
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins({});
    row->setSpacing(0);
    const auto add = [this, row](const QString &text, const QString &name, bool isExcluding) {
        auto *button = new QPushButton(text, this);
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setAutoDefault(false);
        setLook(*button, ButtonLook::Link, true);
        connect(button, &QPushButton::clicked, this, [this, isExcluding] {
            const std::optional<QString> line = m_picker->currentId();
            if (!line)
                return;
            setExcluding(isExcluding);
            tick({*line});
        });
        row->addWidget(button);
    };
    add(tr("Only", "this line"), tr("Only this line"), false);
    add(tr("Exclude", "this line"), tr("Exclude this line"), true);
    return actions;
}

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
    showChosen();
}

void LinesPopover::showProblem(const QString &sentence)
{
    m_picker->showProblem(sentence);
}

void LinesPopover::showEvent(QShowEvent *event)
{
    Popover::showEvent(event);
    setExcluding(!words::leftOutLines(m_lines, m_names.directory()).isEmpty());
    m_picker->reset();
    updateEntries();
}

void LinesPopover::updateEntries()
{
    QList<PickerModel::Entry> entries;
    const QList<quo::Line> lines = m_names.directory().lines();
    const QStringList ids = m_names.directory().lineIds();
    const QList<int> colors = colorsOfLines(ids);
    const auto add = [&](const QString &id, const QString &number) {
        QString problem;
        if (m_refused.contains(id))
            problem = tr("The key’s owner may not see this line: %1")
                          .arg(words::errorDetail(m_refused.value(id)));
        const QString text = words::lineLabel(id, m_names.context());
        const QString detail = inbox::formatNumber(number, m_names.reader().region);
        RowMark mark;
        if (const qsizetype at = ids.indexOf(id); at >= 0)
            mark.lineColor = colors.at(at);
        entries.append({id, text, detail == text ? QString() : detail, problem, number, mark});
    };
    for (const quo::Line &line : lines)
        add(line.id, line.number);
    for (const QString &typed : std::as_const(m_typed))
        if (!m_names.directory().line(typed))
            add(typed, typed);

    // Lines with a tick come first, so that they are visible.
    const QStringList first = ticked();
    const inbox::Collator collator(m_names.reader().locale);
    std::ranges::stable_sort(entries, [&](const auto &a, const auto &b) {
        const bool aFirst = first.contains(a.id);
        const bool bFirst = first.contains(b.id);
        return aFirst != bFirst ? aFirst : collator.compare(a.text, b.text) < 0;
    });
    m_picker->model().setEntries(entries);
    showChosen();
}

void LinesPopover::showChosen()
{
    m_picker->model().setChosen(ticked());
    m_allButton->setVisible(!m_lines.isEmpty());
}

void LinesPopover::setExcluding(bool isExcluding)
{
    m_isExcluding = isExcluding;
    for (const auto &[chip, isOn] : {std::pair(m_anyOf, !isExcluding), {m_noneOf, isExcluding}}) {
        chip->setChecked(isOn);
        chip->setSet(isOn);
    }
    showChosen();
}

QStringList LinesPopover::ticked() const
{
    if (!m_isExcluding)
        return m_lines;
    return m_lines.isEmpty() ? QStringList() : allBut(m_lines);
}

QStringList LinesPopover::allBut(const QStringList &lines) const
{
    QStringList others;
    const QList<quo::Line> all = m_names.directory().lines();
    for (const quo::Line &line : all)
        if (!lines.contains(line.id) && !m_refused.contains(line.id))
            others.append(line.id);
    others.sort(); // their order has no meaning, so keep it the same each time
    return others;
}

void LinesPopover::take()
{
    // Pasted lists come with commas, semicolons or line breaks.
    static const QRegularExpression separators(QStringLiteral("[,;\\n]"));
    const QStringList typed = m_picker->text().split(separators, Qt::SkipEmptyParts);
    const std::optional<QString> current = m_picker->currentId();
    QStringList lines = ticked();
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
    tick(lines);
    if (!refused.isEmpty())
        showProblem(problem);
}

void LinesPopover::toggle(const QString &line)
{
    QStringList lines = ticked();
    if (lines.removeAll(line) == 0)
        lines.append(line);
    tick(lines);
    m_picker->setCurrent(line);
}

void LinesPopover::tick(const QStringList &lines)
{
    if (!m_isExcluding || lines.isEmpty())
        return choose(lines);
    const QStringList others = allBut(lines);
    if (others.isEmpty()) // which would mean all of them
        return showProblem(tr("At least one line has to be left."));
    choose(others);
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
