// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/signinpage.h"

#include "ui_signinpage.h"
#include "widgets/common/labels.h"
#include "widgets/common/popover.h"
#include "widgets/shell/workspacebutton.h"

#include <QDesktopServices>
#include <QUrl>

namespace widgets {

namespace {

const QLatin1String keysPage("https://my.quo.com/settings/api");

} // namespace

SignInPage::SignInPage(const Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SignInPage>())
{
    m_ui->setupUi(this);
    m_ui->topRow->insertWidget(0, new WorkspaceButton(settings.menu, settings.theme, this));
    showAsTitle(*m_ui->titleLabel, 1.6);
    const bool isKnown = !settings.accountName.isEmpty();
    m_ui->titleLabel->setText(isKnown ? tr("Sign in to %1").arg(settings.accountName)
                                      : tr("Sign in to a Quo workspace"));
    m_ui->nameLabel->setVisible(!isKnown);
    m_ui->nameEdit->setVisible(!isKnown);
    m_ui->removeButton->setVisible(isKnown);
    m_ui->separator->setVisible(settings.offersDemo);
    m_ui->demoLabel->setVisible(settings.offersDemo);
    m_ui->demoButton->setVisible(settings.offersDemo);
    m_ui->whereLabel->setText(
        tr("An owner or admin of the workspace makes a key in Quo under Settings, API: %1")
            .arg(QStringLiteral("<a href=\"%1\">%1</a>").arg(keysPage)));
    m_ui->keptLabel->setText(
        tr("The key is kept in this computer’s keychain and sent to %1 alone.").arg(settings.host));
    connect(m_ui->signInButton, &QPushButton::clicked, this, &SignInPage::signIn);
    connect(m_ui->keyEdit, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    connect(m_ui->nameEdit, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    connect(m_ui->keyEdit, &QLineEdit::textEdited, this, [this] { showProblem({}); });
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &SignInPage::cancelRequested);
    connect(m_ui->demoButton, &QPushButton::clicked, this, &SignInPage::demoRequested);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &SignInPage::removeRequested);
    connect(m_ui->whereLabel, &QLabel::linkActivated, this,
            [](const QString &link) { QDesktopServices::openUrl(QUrl(link)); });
    setFocusProxy(m_ui->keyEdit);
    setBusy({});
    showProblem({});
}

SignInPage::~SignInPage() = default;

void SignInPage::setBusy(const QString &sentence)
{
    const bool isBusy = !sentence.isEmpty();
    m_ui->busyLabel->setText(sentence);
    m_ui->busyLabel->setVisible(isBusy);
    m_ui->cancelButton->setVisible(isBusy);
    m_ui->signInButton->setVisible(!isBusy);
    m_ui->keyEdit->setReadOnly(isBusy);
    m_ui->nameEdit->setReadOnly(isBusy);
    m_ui->removeButton->setEnabled(!isBusy);
    if (isBusy)
        showProblem({});
}

void SignInPage::showProblem(const QString &sentence)
{
    setProblem(m_ui->problemLabel, sentence);
}

void SignInPage::signIn()
{
    if (m_ui->keyEdit->isReadOnly())
        return;
    const quo::ApiKey key = quo::ApiKey::fromUserInput(m_ui->keyEdit->text());
    if (key.isEmpty())
        return showProblem(tr("Paste the API key of the workspace."));
    Q_EMIT signInRequested(key, m_ui->nameEdit->text().simplified());
}

} // namespace widgets
