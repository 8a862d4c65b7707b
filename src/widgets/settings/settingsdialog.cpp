// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/settingsdialog.h"

#include "ui_settingsdialog.h"
#include "widgets/common/controls.h"
#include "widgets/common/labels.h"
#include "widgets/common/placement.h"
#include "widgets/common/popover.h"
#include "widgets/common/theme.h"
#include "widgets/export/exportpresets.h"
#include "words/choicewords.h"
#include "words/problemwords.h"
#include "words/widgettext.h"
#include "workspace/systemzone.h"

#include <QCompleter>
#include <QLabel>
#include <QLocale>
#include <QShowEvent>
#include <QStyle>
#include <QTimeZone>

#include <array>

namespace widgets {

using workspace::Preferences;
using workspace::Proxy;

SettingsDialog::SettingsDialog(const Choices &choices, const QStringList &languages,
                               ThemeSource &theme, QWidget *parent)
    : QDialog(parent)
    , m_before(choices)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
    , m_theme(theme)
    , m_title(new QLabel(tr("Settings"), this))
    , m_workspaceTitle(new QLabel(this))
    , m_programTitle(new QLabel(tr("All workspaces"), this))
{
    m_ui->setupUi(this);
    layOut();
    setProblem(m_ui->problemLabel, {});
    m_ui->workspaceBox->setVisible(choices.workspace.has_value());
    if (choices.workspace) {
        m_workspaceTitle->setText(choices.workspace->name);
        for (const int seconds : words::refreshIntervals())
            m_ui->refreshBox->addItem(words::withoutMnemonic(words::refreshText(seconds)), seconds);
        m_ui->refreshBox->setCurrentIndex(
            m_ui->refreshBox->findData(choices.workspace->refreshInterval));
        for (const ExportPreset &preset : exportPresets())
            m_ui->exportBox->addItem(preset.name, preset.id);
        m_ui->exportBox->setCurrentIndex(
            qMax(0, m_ui->exportBox->findData(choices.workspace->exportFormat)));
        m_ui->workspaceLayout->setRowVisible(m_ui->keptBox, choices.workspace->isKept.has_value());
        m_ui->workspaceLayout->setRowVisible(m_ui->keptLayout,
                                             choices.workspace->isKept.has_value());
        m_ui->workspaceLayout->setRowVisible(m_ui->keptHint, choices.workspace->isKept.has_value());
        m_ui->keptBox->setChecked(choices.workspace->isKept.value_or(false));
    }
    setLook(*m_ui->deleteButton, ButtonLook::Link);
    connect(m_ui->keptBox, &QCheckBox::toggled, this, &SettingsDialog::showKept);
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &SettingsDialog::deleteRequested);
    showKept();
    fillLanguages(languages);
    fillZones();

    const Proxy &proxy = choices.program.proxy;
    m_ui->proxyBox->addItem(tr("System default"), int(Proxy::Kind::System));
    m_ui->proxyBox->addItem(tr("None"), int(Proxy::Kind::None));
    m_ui->proxyBox->addItem(tr("HTTP"), int(Proxy::Kind::Http));
    m_ui->proxyBox->addItem(tr("SOCKS 5"), int(Proxy::Kind::Socks5));
    m_ui->proxyBox->setCurrentIndex(m_ui->proxyBox->findData(int(proxy.kind)));
    m_ui->hostEdit->setText(proxy.host);
    m_ui->portBox->setValue(proxy.port);
    connect(m_ui->proxyBox, &QComboBox::currentIndexChanged, this, &SettingsDialog::showProxy);
    showProxy();

    m_ui->threadsBox->setRange(Preferences::fewestThreads, Preferences::mostThreads);
    m_ui->threadsBox->setValue(choices.program.keptThreads);

    const QList<QLineEdit *> fields = findChildren<QLineEdit *>();
    for (QLineEdit *field : fields)
        connect(field, &QLineEdit::textEdited, this,
                [this] { setProblem(m_ui->problemLabel, {}); });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_ui->content->setAutoFillBackground(false);
    m_ui->area->viewport()->setAutoFillBackground(false);
    connect(&theme, &ThemeSource::changed, this, &SettingsDialog::showTheme);
    showTheme();
}

SettingsDialog::~SettingsDialog() = default;

SettingsDialog::Choices SettingsDialog::choices() const
{
    Choices choices = m_before;
    if (choices.workspace) {
        choices.workspace->refreshInterval = m_ui->refreshBox->currentData().toInt();
        choices.workspace->exportFormat = m_ui->exportBox->currentData().toString();
        if (choices.workspace->isKept)
            choices.workspace->isKept = m_ui->keptBox->isChecked();
    }
    choices.program.language = m_ui->languageBox->currentData().toString();
    choices.program.timeZone = zone().value_or(m_before.program.timeZone);
    choices.program.proxy = {Proxy::Kind(m_ui->proxyBox->currentData().toInt()),
                             m_ui->hostEdit->text().trimmed(), quint16(m_ui->portBox->value())};
    choices.program.keptThreads = m_ui->threadsBox->value();
    return choices;
}

void SettingsDialog::accept()
{
    if (!zone()) {
        setProblem(m_ui->problemLabel, words::noZoneSentence(m_ui->zoneBox->currentText()));
        return m_ui->zoneBox->setFocus();
    }
    if (!choices().program.proxy.isUsable()) {
        setProblem(m_ui->problemLabel, tr("The proxy needs the name or address of its host."));
        return m_ui->hostEdit->setFocus();
    }
    QDialog::accept();
}

// With one left edge of texts and one of fields.
void SettingsDialog::layOut()
{
    m_ui->layout->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    m_ui->layout->setSpacing(space::medium);
    m_ui->layout->insertWidget(0, m_title);
    m_ui->contentLayout->setSpacing(space::wide);
    m_ui->serverLayout->setSpacing(space::narrow);
    m_ui->keptLayout->setSpacing(space::narrow);
    m_workspaceTitle->setTextFormat(Qt::PlainText);
    m_workspaceTitle->setWordWrap(true);
    m_ui->workspaceLayout->insertRow(0, m_workspaceTitle);
    m_ui->programLayout->insertRow(0, m_programTitle);
    for (QFormLayout *form : {m_ui->workspaceLayout, m_ui->programLayout}) {
        form->setContentsMargins({});
        form->setHorizontalSpacing(space::medium);
        form->setVerticalSpacing(space::narrow);
        form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }
}

// As large as its content, which the area's own hint is not.
void SettingsDialog::fit()
{
    const QList<QWidget *> all = findChildren<QWidget *>();
    for (const QWidget *widget : all)
        widget->ensurePolished(); // only then sizes are those of the style
    m_ui->contentLayout->invalidate();
    m_ui->contentLayout->activate();
    const QSize content = m_ui->content->sizeHint().expandedTo(m_ui->content->minimumSizeHint());
    const QSize missing = (content + QSize(style()->pixelMetric(QStyle::PM_ScrollBarExtent), 0) -
                           m_ui->area->sizeHint())
                              .expandedTo({0, 0});
    resize(fitting(*this, sizeHint() + missing));
}

void SettingsDialog::showEvent(QShowEvent *event)
{
    if (!event->spontaneous())
        fit();
    QDialog::showEvent(event);
}

void SettingsDialog::showTheme()
{
    const Theme &theme = m_theme.theme();
    m_title->setFont(theme.fonts.title);
    for (QLabel *heading : {m_workspaceTitle, m_programTitle}) {
        heading->setFont(theme.fonts.heading);
        setTextColor(*heading, theme.base.plain.secondary);
    }
    setTextColor(*m_ui->problemLabel, theme.base.plain.error);
    setTextColor(*m_ui->keptLabel, theme.base.plain.secondary);
    setTextColor(*m_ui->keptHint, theme.base.plain.secondary);
    const std::array captions{m_ui->refreshCaption,  m_ui->exportCaption, m_ui->keptCaption,
                              m_ui->languageCaption, m_ui->zoneCaption,   m_ui->proxyCaption,
                              m_ui->threadsCaption};
    int width = 0;
    for (const QLabel *caption : captions)
        width = qMax(width, caption->sizeHint().width());
    for (QLabel *caption : captions)
        caption->setMinimumWidth(width);
}

void SettingsDialog::fillLanguages(const QStringList &languages)
{
    m_ui->languageBox->addItem(tr("System default"), QString());
    for (const QString &language : languages) {
        const QLocale locale(language);
        QString name = locale.nativeLanguageName();
        // Qt calls English 'American English'.
        if (locale.language() == QLocale::English)
            name = QLocale::languageToString(QLocale::English);
        if (!name.isEmpty())
            name[0] = name[0].toUpper();
        m_ui->languageBox->addItem(name, language);
    }
    m_ui->languageBox->setCurrentIndex(
        qMax(0, m_ui->languageBox->findData(m_before.program.language)));
}

void SettingsDialog::fillZones()
{
    m_ui->zoneBox->addItem(
        tr("System default (%1)").arg(QString::fromLatin1(workspace::systemZone().id())),
        QString());
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : zones)
        m_ui->zoneBox->addItem(QString::fromLatin1(id), QString::fromLatin1(id));
    m_ui->zoneBox->setCurrentIndex(qMax(0, m_ui->zoneBox->findData(m_before.program.timeZone)));
    // As wide as the system's own entry, not as the longest one.
    m_ui->zoneBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_ui->zoneBox->setMinimumContentsLength(qMax(32, int(m_ui->zoneBox->itemText(0).size())));
    m_ui->zoneBox->lineEdit()->setAccessibleName(m_ui->zoneBox->accessibleName());
    m_ui->zoneBox->completer()->setFilterMode(Qt::MatchContains);
    m_ui->zoneBox->completer()->setCompletionMode(QCompleter::PopupCompletion);
}

void SettingsDialog::showProxy()
{
    const auto kind = Proxy::Kind(m_ui->proxyBox->currentData().toInt());
    const bool isServer = kind == Proxy::Kind::Http || kind == Proxy::Kind::Socks5;
    m_ui->hostEdit->setEnabled(isServer);
    m_ui->portBox->setEnabled(isServer);
}

void SettingsDialog::setKept(const QString &text, bool canDelete)
{
    m_keptText = text;
    m_canDelete = canDelete;
    showKept();
}

void SettingsDialog::showKept()
{
    const bool isLast = m_ui->deleteButton->hasFocus() && !m_canDelete;
    const bool isDeletedByOk = m_canDelete && !m_ui->keptBox->isChecked();
    setSpokenText(*m_ui->keptLabel, isDeletedByOk ? tr("OK deletes what is kept.") : m_keptText);
    m_ui->keptLabel->setVisible(!m_ui->keptLabel->text().isEmpty());
    if (isLast)
        m_ui->keptBox->setFocus();
    m_ui->deleteButton->setVisible(m_canDelete && !isDeletedByOk);
}

std::optional<QString> SettingsDialog::zone() const
{
    const QString text = m_ui->zoneBox->currentText().trimmed();
    const int row = m_ui->zoneBox->findText(text, Qt::MatchFixedString); // ignoring case
    if (row < 0)
        return std::nullopt;
    return m_ui->zoneBox->itemData(row).toString();
}

} // namespace widgets
