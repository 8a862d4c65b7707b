// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/searchfield.h"

#include "inbox/column.h"
#include "inbox/facet.h"
#include "inbox/naming.h"
#include "inbox/searchconditions.h"
#include "inbox/searchtext.h"
#include "inbox/searchtokens.h"
#include "widgets/common/icons.h"
#include "words/problemwords.h"
#include "words/widgettext.h"
#include "workspace/viewfile.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>

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

} // namespace

SearchField::SearchField(workspace::ShownState &state, const inbox::Names &names,
                         ThemeSource & /*theme*/, QWidget *parent)
    : QLineEdit(parent)
    , m_names(names)
    , m_completer(new QCompleter(&m_proposals, this))
    , m_problemAction(addAction(
          themeIcon(QStringLiteral("dialog-warning"), QStringLiteral("warning")), TrailingPosition))
{
    setAccessibleName(tr("Search"));
    setToolTip(tr("Searches what is loaded (Ctrl+F). Words in any order, numbers in any notation, "
                  "and conditions: line:support, to:dana, to:none, is:snoozed, before:2026-01-31, "
                  "created:>=2026-01. A leading minus negates a term."));
    setClearButtonEnabled(true);
    setMaxLength(workspace::maxSearchLength); // so that a view can keep it
    addAction(themeIcon(QStringLiteral("edit-find"), QStringLiteral("search")), LeadingPosition)
        ->setText(tr("Search"));
    m_problemAction->setVisible(false);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &QLineEdit::setText);
    connect(this, &QLineEdit::textChanged, &state,
            [&state](const QString &text) { state.typeSearch(text); });
    connect(&state, &workspace::ShownState::changed, this, [this, &state] {
        if (text() != state.shown().search)
            setText(state.shown().search);
    });
    setText(state.shown().search);
    connect(this, &QLineEdit::textEdited, this, &SearchField::propose);
    connect(this, &QLineEdit::cursorPositionChanged, this, &SearchField::showProblems);
}

void SearchField::setProblems(const QList<inbox::SearchProblem> &problems)
{
    m_problems = problems;
    showProblems();
}

void SearchField::showProblems()
{
    QStringList sentences;
    for (const inbox::SearchProblem &problem : std::as_const(m_problems)) {
        const qsizetype end = problem.place.start + problem.place.length;
        const bool isBeingTyped = problem.kind == inbox::SearchProblem::Kind::Unfinished &&
                                  hasFocus() && cursorPosition() >= problem.place.start &&
                                  cursorPosition() <= end;
        if (!isBeingTyped)
            sentences.append(words::problemSentence(problem));
    }
    m_problemAction->setVisible(!sentences.isEmpty());
    m_problemAction->setToolTip(words::toolTipText(sentences.join(u'\n')));
    setAccessibleDescription(sentences.join(u' '));
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const bool isChoosing = m_completer->popup()->isVisible();
    if (isChoosing && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return event->ignore(); // for the list of proposals
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        return clear();
    if (!isChoosing && (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Down ||
                        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return Q_EMIT listRequested();
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
