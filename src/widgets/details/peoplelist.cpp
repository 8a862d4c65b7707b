// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/peoplelist.h"

#include "inbox/naming.h"
#include "inbox/phonenumber.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/common/icons.h"
#include "words/bidi.h"
#include "words/widgettext.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

QToolButton *makeButton(const QIcon &icon)
{
    auto *button = new QToolButton;
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setIcon(icon);
    return button;
}

void setName(QToolButton *button, const QString &name)
{
    button->setAccessibleName(name);
    button->setToolTip(words::toolTipText(name));
    button->setAccessibleDescription(name); // otherwise it would be the tool tip with its markup
}

// The workspace's own lines come last, since there is always one.
QStringList peopleOf(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    QStringList people = row.participants();
    std::stable_partition(people.begin(), people.end(), [&context](const QString &number) {
        return !context.directory.isOwnNumber(number);
    });
    return people;
}

} // namespace

PeopleList::PeopleList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setAccessibleName(tr("People"));
    m_layout->setContentsMargins({});
    m_layout->setSpacing(6);
}

void PeopleList::show(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    const QStringList people = peopleOf(row, context);
    while (m_people.size() < size_t(people.size()))
        addPerson();
    for (size_t i = 0; i < m_people.size(); ++i) {
        Person &person = m_people[i];
        person.box->setVisible(i < size_t(people.size()));
        if (i >= size_t(people.size()))
            continue;
        const QString &number = person.number = people[qsizetype(i)];
        const bool isOwn = context.directory.isOwnNumber(number);
        const QString name = isOwn
                                 ? inbox::lineName(number, context.directory, context.reader.region)
                                 : inbox::participantName(number, context);
        const QString formatted = inbox::formatNumber(number, context.reader.region);
        QStringList details;
        if (!isOwn)
            details = inbox::contactLabels(number, context).mid(1); // the first is the name
        if (formatted != name)
            details.append(formatted);
        details.append(isOwn ? tr("own line")
                             : words::placeText(m_places.placeOf(number, context.reader), context));
        details.removeAll(QString());
        person.name->setFullText(name);
        person.name->setAccessibleName(tr("Person: %1").arg(name));
        person.detail->setText(
            words::isolated(details.join(QStringLiteral(" · ")), layoutDirection()));
        person.detail->setAccessibleName(tr("About %1").arg(name));
        person.detail->setVisible(!details.isEmpty());
        setName(person.copyButton, tr("Copy: %1").arg(formatted));
        setName(person.conversationsButton, tr("Conversations with %1").arg(name));
        person.conversationsButton->setVisible(!isOwn);
    }
}

void PeopleList::addPerson()
{
    const size_t index = m_people.size();
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(2);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    auto *name = new ElidedLabel;
    auto *detail = new QLabel;
    detail->setTextFormat(Qt::PlainText);
    detail->setWordWrap(true);
    detail->setForegroundRole(QPalette::PlaceholderText);
    auto *conversationsButton = makeButton(QIcon(QStringLiteral(":/icons/conversations.svg")));
    auto *copyButton = makeButton(themeIcon(QStringLiteral("edit-copy"), QStringLiteral("copy")));
    grid->addWidget(name, 0, 0);
    grid->addWidget(detail, 1, 0);
    grid->addWidget(conversationsButton, 0, 1, 2, 1);
    grid->addWidget(copyButton, 0, 2, 2, 1);
    connect(conversationsButton, &QToolButton::clicked, this, [this, index] {
        const QString number = m_people[index].number; // a slot may show others
        Q_EMIT conversationsRequested(number, m_people[index].conversationsButton);
    });
    connect(copyButton, &QToolButton::clicked, this,
            [this, index] { QGuiApplication::clipboard()->setText(m_people[index].number); });
    m_layout->addWidget(box);
    // Otherwise buttons that are added later would be last in the tab order of the window.
    QWidget *before = this;
    if (!m_people.empty())
        before = m_people.back().copyButton;
    while (!(before->focusPolicy() & Qt::TabFocus) && before->previousInFocusChain() != this)
        before = before->previousInFocusChain();
    setTabOrder(before, conversationsButton);
    setTabOrder(conversationsButton, copyButton);
    m_people.push_back({box, name, detail, copyButton, conversationsButton, {}});
}

} // namespace widgets
