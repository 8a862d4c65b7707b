// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/searchfield.h"

#include "inbox/column.h"
#include "inbox/facet.h"
#include "inbox/naming.h"
#include "inbox/searchconditions.h"
#include "inbox/searchtext.h"
#include "inbox/searchtokens.h"
#include "widgets/common/detaildelegate.h"
#include "widgets/common/icons.h"
#include "widgets/common/keycap.h"
#include "widgets/common/labels.h"
#include "widgets/common/rounded.h"
#include "words/problemwords.h"
#include "workspace/viewfile.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyle>

namespace widgets {

namespace {

constexpr qsizetype mostProposals = 12;

// Where the last word begins.
qsizetype lastWord(const QString &text)
{
    qsizetype begin = 0;
    bool isQuoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isQuoted && text[at] == u'\\')
            ++at; // skips the escaped character
        else if (text[at] == u'"')
            isQuoted = !isQuoted;
        else if (text[at].isSpace() && !isQuoted)
            begin = at + 1;
    }
    return begin;
}

// One red line over what is below.
class ProblemLabel : public QLabel
{
public:
    ProblemLabel(ThemeSource &theme, QWidget *parent)
        : QLabel(parent)
        , m_theme(theme)
    {
        setTextFormat(Qt::PlainText);
        setContentsMargins(space::narrow, 0, space::narrow, 0);
        connect(&theme, &ThemeSource::changed, this, &ProblemLabel::showTheme);
        showTheme();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        const Plate &plate = m_theme.theme().base.error;
        QPainter painter(this);
        drawRounded(painter, rect(), corner::item, plate.fill, plate.edge);
        painter.end();
        QLabel::paintEvent(event);
    }

private:
    void showTheme()
    {
        setTextColor(*this, m_theme.theme().base.error.text);
        setFont(m_theme.theme().fonts.caption);
        update();
    }

    const ThemeSource &m_theme;
};

} // namespace

SearchField::SearchField(workspace::ShownState &state, const inbox::Names &names,
                         ThemeSource &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_state(state)
    , m_names(names)
    , m_theme(theme)
    , m_completer(new QCompleter(&m_proposals, this))
    , m_searchAction(addAction(QIcon(), LeadingPosition))
{
    setAccessibleName(tr("Search"));
    m_searchAction->setText(tr("Search")); // for screen readers
    setPlaceholderText(tr("Search names, numbers, IDs"));
    setToolTip(tr("Words in any order, numbers in any notation, and conditions: line:support, "
                  "to:dana,none, is:snoozed, before:2026-01-31, older:3d, created:>=2026-01. A "
                  "leading minus negates a term."));
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setItemDelegate(new DetailDelegate(-1, theme, this));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &QLineEdit::setText);
    connect(this, &QLineEdit::textChanged, this, &SearchField::write);
    connect(&state, &workspace::ShownState::changed, this, &SearchField::read);
    connect(this, &QLineEdit::textEdited, this, &SearchField::propose);
    connect(this, &QLineEdit::cursorPositionChanged, this, &SearchField::showProblems);
    connect(&theme, &ThemeSource::changed, this, &SearchField::showTheme);
    showTheme();
    read();
}

void SearchField::write()
{
    m_state.typeSearch(inbox::joinedSearch(m_conditions, text()));
}

void SearchField::read()
{
    const QString &search = m_state.shown().search;
    if (search != inbox::joinedSearch(m_conditions, text())) {
        const inbox::SplitSearch split = inbox::splitSearch(search, inbox::searchContext(m_names));
        m_conditions.clear();
        for (const inbox::SearchCondition &condition : split.conditions)
            m_conditions.append(condition.text);
        const QSignalBlocker blocker(this);
        setText(split.text);
        update();
    }
    // So that a view can keep it.
    const qsizetype around = search.size() - text().size();
    setMaxLength(int(qMax<qsizetype>(text().size(), workspace::maxSearchLength - around)));
}

bool SearchField::takeConditions()
{
    const inbox::SplitSearch split = inbox::splitSearch(text(), inbox::searchContext(m_names));
    if (split.conditions.isEmpty())
        return false;
    for (const inbox::SearchCondition &condition : split.conditions)
        if (!m_conditions.contains(condition.text))
            m_conditions.append(condition.text);
    {
        const QSignalBlocker blocker(this);
        setText(split.text);
    }
    m_completer->popup()->hide();
    write();
    return true;
}

void SearchField::edit(const QString &condition)
{
    setFocus(Qt::OtherFocusReason);
    if (!m_conditions.removeOne(condition))
        return;
    setText(text().isEmpty() ? condition : text() + u' ' + condition);
    end(false);
}

void SearchField::setProblems(const QList<inbox::SearchProblem> &problems)
{
    m_problems = problems;
    showProblems();
}

void SearchField::showProblems()
{
    // The text of the field is the end of the search.
    const qsizetype cursor = cursorPosition() + m_state.shown().search.size() - text().size();
    QStringList sentences;
    for (const inbox::SearchProblem &problem : std::as_const(m_problems)) {
        const qsizetype end = problem.place.start + problem.place.length;
        const bool isBeingTyped = problem.kind == inbox::SearchProblem::Kind::Unfinished &&
                                  hasFocus() && cursor >= problem.place.start && cursor <= end;
        if (!isBeingTyped)
            sentences.append(words::problemSentence(problem));
    }
    const QString sentence = sentences.join(u' ');
    setAccessibleDescription(sentence);
    if (!m_problemLabel && !sentence.isEmpty()) {
        m_problemLabel = new ProblemLabel(m_theme, window());
        m_problemLabel->setAccessibleName(tr("Search problem"));
        window()->installEventFilter(this);
        connect(this, &QObject::destroyed, m_problemLabel, &QObject::deleteLater);
    }
    if (!m_problemLabel)
        return;
    m_problemLabel->setText(sentence);
    m_problemLabel->setAccessibleDescription(sentence);
    m_problemLabel->setVisible(!sentence.isEmpty() && isVisible());
    placeProblem();
}

void SearchField::placeProblem()
{
    if (!m_problemLabel || m_problemLabel->isHidden())
        return;
    const QRect room = window()->rect();
    const QRect field(mapTo(window(), QPoint()), size());
    const int most = room.width() - 2 * space::wide;
    m_problemLabel->setWordWrap(false);
    QSize size = m_problemLabel->sizeHint();
    if (size.width() > most) {
        m_problemLabel->setWordWrap(true);
        size = {most, m_problemLabel->heightForWidth(most)};
    }
    const int left =
        layoutDirection() == Qt::RightToLeft ? field.right() + 1 - size.width() : field.left();
    m_problemLabel->setGeometry(
        QRect(QPoint(qBound(space::wide, left,
                            qMax(space::wide, room.width() - space::wide - size.width())),
                     field.bottom() + 1),
              size));
    m_problemLabel->raise();
}

void SearchField::showTheme()
{
    m_searchAction->setIcon(icon(Drawing::Search, m_theme.theme().base.plain.secondary));
    updateGeometry();
    update();
}

bool SearchField::event(QEvent *event)
{
    const bool isHandled = QLineEdit::event(event);
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        showProblems();
    return isHandled;
}

bool SearchField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() &&
        (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        placeProblem();
    return QLineEdit::eventFilter(watched, event);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeProblem();
}

void SearchField::moveEvent(QMoveEvent *event)
{
    QLineEdit::moveEvent(event);
    placeProblem();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Theme &theme = m_theme.theme();
    const QString keys = QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText);
    const QSize cap = keyCapSize(keys, theme);
    const int taken = QFontMetrics(theme.fonts.body).horizontalAdvance(placeholderText()) +
                      theme.heights.icon + 2 * space::widest;
    if (!text().isEmpty() || hasFocus() || taken + cap.width() > width())
        return;
    const QRect place = QStyle::visualRect(
        layoutDirection(), rect(),
        {QPoint(width() - space::narrow - cap.width(), (height() - cap.height()) / 2), cap});
    QPainter painter(this);
    paintKeyCap(painter, place, keys, theme.base.plain, theme);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const bool isChoosing = m_completer->popup()->isVisible();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isChoosing && isEnter && m_completer->popup()->currentIndex().isValid())
        return event->ignore(); // for the list of proposals
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        return clear();
    if (isEnter && takeConditions())
        return;
    if (isEnter ||
        (!isChoosing && (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Down))) {
        m_completer->popup()->hide();
        return Q_EMIT listRequested();
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    showProblems();
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    const bool leaves =
        event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason;
    if (leaves)
        takeConditions();
    showProblems();
}

void SearchField::propose()
{
    const QStringList proposals = this->proposals();
    if (proposals.isEmpty())
        return m_completer->popup()->hide();
    m_proposals.setStringList(proposals);
    m_completer->complete();
}

QStringList SearchField::proposals() const
{
    const qsizetype begin = lastWord(text());
    QString typed = text().sliced(begin);
    QString before = text().first(begin);
    if (typed.startsWith(u'-')) {
        before += u'-';
        typed.remove(0, 1);
    }
    QStringList found;
    const qsizetype colon = typed.indexOf(u':');
    if (colon < 0) {
        QStringList words{QStringLiteral("before"), QStringLiteral("after")};
        for (const inbox::Column &column : inbox::columns())
            words.append(column.searchWord);
        for (const QString &word : std::as_const(words))
            if (typed.size() > 1 && word.startsWith(typed, Qt::CaseInsensitive))
                found.append(before + word + u':');
        return found;
    }
    const QString word = typed.first(colon).toLower();
    QString begun = typed.sliced(colon + 1);
    begun.remove(u'"');
    const auto add = [&](const QString &value, const QString &written) {
        if (value != begun && inbox::folded(value).contains(inbox::folded(begun)) &&
            found.size() < mostProposals)
            found.append(before + word + u':' + written);
    };
    for (const QString &value : valuesOf(word))
        add(value, inbox::searchValue(value));
    if (const int column = inbox::searchedColumn(word);
        column >= 0 && inbox::columns()[size_t(column)].kind != inbox::Column::Kind::State) {
        const QString none = inbox::emptyCondition(column).sliced(word.size() + 1);
        add(none, none);
    }
    return found;
}

QStringList SearchField::valuesOf(const QString &word) const
{
    QStringList values;
    if (word == u"before" || word == u"after")
        return {QStringLiteral("today"), QStringLiteral("yesterday")};
    const int column = inbox::searchedColumn(word);
    if (column < 0)
        return {};
    const inbox::Column &descriptor = inbox::columns()[size_t(column)];
    if (descriptor.kind == inbox::Column::Kind::State) {
        for (const inbox::Facet facet : inbox::allFacets)
            values.append(inbox::facetWord(facet));
        return values;
    }
    if (descriptor.id == inbox::ColumnId::PhoneNumberId)
        for (const quo::Line &line : m_names.directory().lines())
            values.append(line.name.isEmpty() ? line.number : line.name);
    if (descriptor.id == inbox::ColumnId::AssignedTo)
        for (const quo::Teammate &teammate : m_names.directory().teammates())
            values.append(inbox::assigneeName(teammate.id, m_names.directory()));
    values.sort(Qt::CaseInsensitive);
    if (descriptor.kind == inbox::Column::Kind::Instant)
        values += {QStringLiteral("today"), QStringLiteral("yesterday")};
    return values;
}

} // namespace widgets
