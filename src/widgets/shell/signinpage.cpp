// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/signinpage.h"

#include "widgets/common/controls.h"
#include "widgets/common/hairline.h"
#include "widgets/common/labels.h"
#include "widgets/common/popover.h"
#include "widgets/common/rounded.h"
#include "widgets/common/theme.h"
#include "widgets/shell/workspacebutton.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace widgets {

namespace {

const QLatin1String keysPage("https://my.quo.com/settings/api");
constexpr int iconSide = 48;
constexpr int cardWidth = 400; // with a field of the usual height; it grows with the font
constexpr int usualField = 32;
constexpr int longestName = 80;

class Card : public QWidget
{
public:
    Card(ThemeSource &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setBackgroundRole(QPalette::Base); // for the controls in it
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const Theme &theme = m_theme.theme();
        QPainter painter(this);
        drawRounded(painter, rect(), corner::popover, theme.base.plain.fill,
                    theme.isHighContrast ? theme.base.plain.text : theme.base.hairline);
    }

private:
    ThemeSource &m_theme;
};

QLabel *makeLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QPushButton *makeButton(const QString &text, const QString &name, ButtonLook look, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAccessibleName(name);
    setLook(*button, look);
    return button;
}

} // namespace

SignInPage::SignInPage(const Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_theme(settings.theme)
    , m_icon(new QLabel(this))
    , m_titleLabel(makeLabel(this))
    , m_whatLabel(makeLabel(this))
    , m_problemLabel(makeLabel(this))
    , m_busyLabel(makeLabel(this))
    , m_keptLabel(makeLabel(this))
    , m_keyEdit(new QLineEdit(this))
    , m_pasteButton(makeButton(tr("&Paste"), tr("Paste key"), ButtonLook::Edged, this))
    , m_showButton(makeButton(tr("S&how"), tr("Show key"), ButtonLook::Edged, this))
    , m_nameEdit(new QLineEdit(this))
    , m_signInButton(makeButton(tr("&Sign in"), tr("Sign in"), ButtonLook::Primary, this))
    , m_cancelButton(makeButton(tr("&Cancel"), tr("Cancel sign-in"), ButtonLook::Edged, this))
    , m_removeButton(
          makeButton(tr("&Remove workspace"), tr("Remove workspace"), ButtonLook::Link, this))
{
    setAccessibleName(tr("Sign in"));
    auto *button = new WorkspaceButton(settings.menu, settings.theme, this);
    m_card = makeCard(settings);

    auto *middle = new QWidget;
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(space::narrow, 0, space::narrow, space::narrow);
    row->addStretch();
    auto *column = new QVBoxLayout;
    column->addStretch();
    column->addWidget(m_card);
    column->addStretch();
    row->addLayout(column);
    row->addStretch();
    auto *scroller = new QScrollArea(this);
    scroller->setFrameShape(QFrame::NoFrame);
    scroller->setWidgetResizable(true);
    scroller->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroller->setFocusPolicy(Qt::NoFocus);
    scroller->setWidget(middle);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *top = new QHBoxLayout; // as in the side bar
    top->setContentsMargins(space::narrow, space::narrow, space::narrow, space::narrow);
    top->addWidget(button);
    top->addStretch();
    layout->addLayout(top);
    layout->addWidget(scroller, 1);

    connect(m_signInButton, &QPushButton::clicked, this, &SignInPage::signIn);
    connect(m_keyEdit, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    connect(m_nameEdit, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    connect(m_keyEdit, &QLineEdit::textChanged, this, [this] { showProblem({}); });
    connect(m_pasteButton, &QPushButton::clicked, this, &SignInPage::paste);
    connect(m_showButton, &QPushButton::toggled, this, &SignInPage::setShown);
    connect(m_cancelButton, &QPushButton::clicked, this, &SignInPage::cancelRequested);
    connect(m_removeButton, &QPushButton::clicked, this, &SignInPage::removeRequested);
    connect(&m_theme, &ThemeSource::changed, this, &SignInPage::showTheme);
    setFocusProxy(m_keyEdit);
    showTheme();
    setBusy({});
    showProblem({});
}

QWidget *SignInPage::makeCard(const Settings &settings)
{
    const bool isKnown = !settings.accountName.isEmpty();
    auto *card = new Card(m_theme, this);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(space::widest, space::widest, space::widest, space::widest);
    column->setSpacing(space::narrow);
    addHead(*column, settings.accountName);
    addKey(*column);
    addName(*column, isKnown);
    addButtons(*column, isKnown);
    m_keptLabel->setText(
        tr("Your key is stored in the system keychain and only sent to %1.").arg(settings.host));
    m_keptLabel->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_keptLabel);
    if (settings.offersDemo)
        addDemo(*column);
    return card;
}

void SignInPage::addHead(QVBoxLayout &column, const QString &accountName)
{
    m_icon->setPixmap(QIcon(QStringLiteral(":/icons/quoin.svg"))
                          .pixmap(QSize(iconSide, iconSide), devicePixelRatioF()));
    m_titleLabel->setText(accountName.isEmpty() ? tr("Sign in to a Quo workspace")
                                                : tr("Sign in to %1").arg(accountName));
    m_whatLabel->setText(tr("Quoin reads conversations with an API key. It never changes anything "
                            "in Quo."));
    for (QLabel *label : {m_icon, m_titleLabel, m_whatLabel}) {
        label->setAlignment(Qt::AlignHCenter);
        column.addWidget(label);
    }
    column.addSpacing(space::narrow);
}

void SignInPage::addKey(QVBoxLayout &column)
{
    auto *label = new QLabel(tr("API &key"), this);
    label->setBuddy(m_keyEdit);
    auto *link =
        makeButton(tr("&Get a key in Quo"), tr("Get a key in Quo"), ButtonLook::Link, this);
    setLook(*link, ButtonLook::Link, true);
    link->setToolTip(tr("Workspace owners and admins can create a key in Quo: Settings > API") +
                     u'\n' + keysPage);
    connect(link, &QPushButton::clicked, this, [] { QDesktopServices::openUrl(QUrl(keysPage)); });
    auto *head = new QHBoxLayout;
    head->setSpacing(space::narrow);
    head->addWidget(label, 1);
    head->addWidget(link);
    column.addLayout(head);

    m_keyEdit->setAccessibleName(tr("API key"));
    m_showButton->setCheckable(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::narrow);
    row->addWidget(m_keyEdit, 1);
    row->addWidget(m_pasteButton);
    row->addWidget(m_showButton);
    column.addLayout(row);
    setShown(false);

    m_problemLabel->setAccessibleName(tr("Sign-in problem"));
    column.addWidget(m_problemLabel);
    column.addWidget(m_busyLabel);
    setTabOrder(m_keyEdit, m_pasteButton);
    setTabOrder(m_pasteButton, m_showButton);
    setTabOrder(m_showButton, link);
    setTabOrder(link, m_nameEdit);
}

void SignInPage::addName(QVBoxLayout &column, bool isKnown)
{
    auto *label = new QLabel(tr("&Name of the workspace"), this);
    label->setBuddy(m_nameEdit);
    label->setVisible(!isKnown);
    m_nameEdit->setAccessibleName(tr("Name of the workspace"));
    m_nameEdit->setPlaceholderText(tr("Optional"));
    m_nameEdit->setMaxLength(longestName);
    m_nameEdit->setVisible(!isKnown);
    column.addSpacing(space::tiny);
    column.addWidget(label);
    column.addWidget(m_nameEdit);
    column.addSpacing(space::narrow);
}

void SignInPage::addButtons(QVBoxLayout &column, bool isKnown)
{
    m_removeButton->setToolTip(
        tr("Removes it, its filters and views from this computer. Quo isn’t changed."));
    m_removeButton->setVisible(isKnown);
    for (QPushButton *button : {m_signInButton, m_cancelButton}) {
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        column.addWidget(button);
    }
    column.addWidget(m_removeButton, 0, Qt::AlignHCenter);
    setTabOrder(m_nameEdit, m_signInButton);
    setTabOrder(m_signInButton, m_cancelButton);
    setTabOrder(m_cancelButton, m_removeButton);
}

void SignInPage::addDemo(QVBoxLayout &column)
{
    auto *demo = makeButton(tr("Try the &demo"), tr("Try the demo"), ButtonLook::Edged, this);
    connect(demo, &QPushButton::clicked, this, &SignInPage::demoRequested);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::narrow);
    row->addStretch();
    row->addWidget(new QLabel(tr("Just looking?"), this));
    row->addWidget(demo);
    row->addStretch();
    column.addSpacing(space::narrow);
    column.addWidget(new Hairline(Qt::Horizontal, m_theme, this));
    column.addSpacing(space::narrow);
    column.addLayout(row);
    setTabOrder(m_removeButton, demo);
}

void SignInPage::setBusy(const QString &sentence)
{
    const bool isBusy = !sentence.isEmpty();
    const bool hadFocus = m_signInButton->hasFocus() || m_cancelButton->hasFocus();
    m_busyLabel->setText(sentence);
    m_busyLabel->setVisible(isBusy);
    m_cancelButton->setVisible(isBusy);
    m_signInButton->setVisible(!isBusy);
    if (hadFocus)
        (isBusy ? m_cancelButton : m_signInButton)->setFocus();
    m_keyEdit->setReadOnly(isBusy);
    m_nameEdit->setReadOnly(isBusy);
    m_pasteButton->setEnabled(!isBusy);
    m_removeButton->setEnabled(!isBusy);
    if (isBusy) {
        m_showButton->setChecked(false);
        showProblem({});
    }
}

void SignInPage::showProblem(const QString &sentence)
{
    setProblem(m_problemLabel, sentence);
}

void SignInPage::paste()
{
    m_keyEdit->setText(QGuiApplication::clipboard()->text().trimmed());
    m_keyEdit->setFocus();
}

void SignInPage::setShown(bool isShown)
{
    m_keyEdit->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    // Setting the echo mode takes some of these back.
    m_keyEdit->setInputMethodHints(
        (isShown ? Qt::ImhNone : Qt::ImhHiddenText) |
        (Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData));
}

void SignInPage::showTheme()
{
    const Theme &theme = m_theme.theme();
    const Ground &ground = theme.base.plain;
    m_card->setFixedWidth(qMax(cardWidth, cardWidth * theme.heights.field / usualField));
    m_titleLabel->setFont(theme.fonts.title);
    m_keptLabel->setFont(theme.fonts.caption);
    const QList<QLabel *> labels = m_card->findChildren<QLabel *>();
    for (QLabel *label : labels)
        setTextColor(*label, ground.text);
    for (QLabel *label : {m_whatLabel, m_busyLabel, m_keptLabel})
        setTextColor(*label, ground.secondary);
    setTextColor(*m_problemLabel, ground.error);
}

void SignInPage::signIn()
{
    if (m_keyEdit->isReadOnly())
        return;
    const quo::ApiKey key = quo::ApiKey::fromUserInput(m_keyEdit->text());
    if (key.isEmpty())
        return showProblem(tr("Enter an API key."));
    Q_EMIT signInRequested(key, m_nameEdit->text().simplified());
}

} // namespace widgets
