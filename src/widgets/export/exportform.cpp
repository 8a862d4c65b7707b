// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/exportform.h"

#include "exporting/exportname.h"
#include "exporting/formats.h"
#include "ui_exportform.h"
#include "widgets/common/controls.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"
#include "words/problemwords.h"
#include "workspace/systemzone.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace widgets {

using exporting::Numbers;

namespace {

QString endingOf(const ExportPreset &preset)
{
    return exporting::suffix(preset.options.format);
}

} // namespace

ExportForm::ExportForm(const ExportDependencies &dependencies, QWidget *parent)
    : QWidget(parent)
    , m_dependencies(dependencies)
    , m_ui(std::make_unique<Ui::ExportForm>())
    , m_presets(exportPresets(dependencies.names.reader().locale))
{
    m_ui->setupUi(this);
    setFocusProxy(m_ui->formatBox);
    for (const ExportPreset &preset : m_presets)
        m_ui->formatBox->addItem(preset.name, preset.id);
    m_ui->numbersBox->addItem(tr("+14155550100"), int(Numbers::E164));
    m_ui->numbersBox->addItem(tr("+14155550100 as text"), int(Numbers::Text));
    m_ui->numbersBox->addItem(tr("(415) 555-0100"), int(Numbers::National));
    const QTimeZone &zone = dependencies.names.reader().zone;
    m_ui->zoneBox->addItem(QString::fromLatin1(zone.id()));
    if (zone != QTimeZone::utc())
        m_ui->zoneBox->addItem(QStringLiteral("UTC"));
    m_ui->zoneBox->lineEdit()->setAccessibleName(m_ui->zoneBox->accessibleName());

    connect(m_ui->formatBox, &QComboBox::currentIndexChanged, this, &ExportForm::showFormat);
    connect(m_ui->fileEdit, &QLineEdit::editingFinished, this, &ExportForm::followEnding);
    for (QRadioButton *button : {m_ui->selectedButton, m_ui->loadedButton, m_ui->everythingButton})
        connect(button, &QRadioButton::toggled, this, [this] {
            proposeName();
            showScopes();
        });
    connect(m_ui->browseButton, &QToolButton::clicked, this, &ExportForm::browse);
    setLook(*m_ui->moreButton, ButtonLook::Link);
    m_ui->moreArea->hide();
    connect(m_ui->moreButton, &QPushButton::toggled, this, [this](bool isOpen) {
        m_ui->moreArea->setVisible(isOpen);
        m_ui->moreButton->setText(isOpen ? tr("Fewer &options") : tr("More &options"));
        Q_EMIT resized();
    });
    connect(&dependencies.theme, &ThemeSource::changed, this, &ExportForm::applyTheme);
    applyTheme();
    connect(&dependencies.selection, &inbox::RowSelection::changed, this, &ExportForm::showScopes);

    (dependencies.selection.count() > 1 ? m_ui->selectedButton : m_ui->everythingButton)
        ->setChecked(true);
    restore();
    showScopes();
    showFormat();
}

ExportForm::~ExportForm() = default;

void ExportForm::applyTheme()
{
    const Theme &theme = m_dependencies.theme.theme();
    m_ui->titleLabel->setFont(theme.fonts.title);
    m_ui->browseButton->setIcon(icon(Drawing::Folder, theme.base.plain.secondary));
    m_ui->browseButton->setIconSize({theme.heights.icon, theme.heights.icon});
    for (QLabel *count : {m_ui->selectedCount, m_ui->loadedCount, m_ui->everythingCount})
        setTextColor(*count, theme.base.plain.secondary);
}

void ExportForm::restore()
{
    const workspace::ExportChoices choices = m_dependencies.settings.exportChoices();
    m_ui->formatBox->setCurrentIndex(qMax(0, m_ui->formatBox->findData(choices.preset)));
    if (!choices.zone.isEmpty() && workspace::zoneNamed(choices.zone).isValid())
        m_ui->zoneBox->setCurrentText(choices.zone);
    m_ui->manifestBox->setChecked(choices.manifest);
    m_ui->namesBox->setChecked(choices.names);
}

void ExportForm::remember()
{
    m_dependencies.settings.setExportChoices(
        {.preset = preset().id,
         .zone = m_ui->zoneBox->currentText(),
         .folder = QFileInfo(m_ui->fileEdit->text()).absolutePath(),
         .manifest = m_ui->manifestBox->isChecked(),
         .names = m_ui->namesBox->isChecked()});
}

quo::Expected<ExportForm::Choice, QString> ExportForm::choice()
{
    followEnding();
    proposeName(); // of the list as it is now
    Choice choice{.scope = scope(),
                  .fileName = m_ui->fileEdit->text(),
                  .options = preset().options,
                  .manifestBeside = m_ui->manifestBox->isChecked()};
    choice.options.numbers = Numbers(m_ui->numbersBox->currentData().toInt());
    choice.options.names = m_ui->namesBox->isChecked();
    choice.options.zone = workspace::zoneNamed(m_ui->zoneBox->currentText());
    if (!choice.options.zone.isValid())
        return quo::Unexpected{words::noZoneSentence(m_ui->zoneBox->currentText())};
    return choice;
}

void ExportForm::showScopes()
{
    const inbox::SessionStatus status = m_dependencies.session.status();
    const QLocale &locale = m_dependencies.names.reader().locale;
    const int selected = m_dependencies.selection.count();
    const bool isAll = !status.completeness.moreExist && status.completeness.failures.isEmpty();
    const QString shown = locale.toString(status.shown);
    const auto say = [](QRadioButton *button, QLabel *label, const QString &count,
                        const QString &spoken) {
        label->setText(count);
        button->setAccessibleName(spoken);
    };
    say(m_ui->selectedButton, m_ui->selectedCount, locale.toString(selected),
        tr("Selected rows (%1)").arg(locale.toString(selected)));
    say(m_ui->loadedButton, m_ui->loadedCount, shown, tr("Rows read so far (%1)").arg(shown));
    say(m_ui->everythingButton, m_ui->everythingCount,
        isAll ? shown : tr("%1+", "at least so many").arg(shown),
        isAll ? tr("Everything that matches (%1)").arg(shown)
              : tr("Everything that matches (more than %1)").arg(shown));
    m_ui->selectedButton->setEnabled(selected > 0);
    if (selected == 0 && m_ui->selectedButton->isChecked())
        m_ui->everythingButton->setChecked(true);
    const int count = scope() == Scope::Selected ? selected : status.shown;
    const QLabel *chosen = scope() == Scope::Selected ? m_ui->selectedCount
                           : scope() == Scope::Loaded ? m_ui->loadedCount
                                                      : m_ui->everythingCount;
    setSpokenText(*m_ui->titleLabel,
                  tr("Export %1 conversations", nullptr, count).arg(chosen->text()));
}

void ExportForm::showFormat()
{
    const exporting::ExportOptions options = preset().options;
    const bool hasColumns = exporting::traitsOf(options.format).hasColumns;
    m_ui->numbersBox->setCurrentIndex(m_ui->numbersBox->findData(int(options.numbers)));
    m_ui->numbersBox->setEnabled(hasColumns);
    m_ui->zoneBox->setEnabled(hasColumns);
    m_ui->namesBox->setEnabled(!hasColumns);
    proposeName();
}

ExportPreset ExportForm::preset() const
{
    return m_presets[m_ui->formatBox->currentIndex()];
}

QString ExportForm::ending() const
{
    return endingOf(preset());
}

std::optional<int> ExportForm::otherPreset() const
{
    const QString typed = QFileInfo(m_ui->fileEdit->text()).suffix().toLower();
    const auto found = std::ranges::find(m_presets, typed, endingOf);
    if (found == m_presets.end() || typed == ending())
        return std::nullopt;
    return int(found - m_presets.begin());
}

void ExportForm::followEnding()
{
    if (const std::optional<int> index = otherPreset())
        m_ui->formatBox->setCurrentIndex(*index);
}

void ExportForm::proposeName()
{
    // Of a name that somebody typed, only the ending of another format is changed.
    if (m_ui->fileEdit->text() != m_proposed) {
        const QString typed = m_ui->fileEdit->text();
        if (otherPreset())
            m_ui->fileEdit->setText(typed.chopped(QFileInfo(typed).suffix().size()) + ending());
        return;
    }
    QString folder = m_dependencies.settings.exportChoices().folder;
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QDir(folder).exists())
        folder = QDir::homePath();
    const inbox::Reader &reader = m_dependencies.names.reader();
    QString name = exporting::proposedName(m_dependencies.shownInWords(),
                                           quo::toDateTime(m_dependencies.clock.now(), reader.zone),
                                           preset().options.format);
    if (scope() == Scope::Loaded && !m_dependencies.session.status().completeness.isWhole())
        name = exporting::partialName(name);
    m_proposed = QDir(folder).filePath(name);
    m_ui->fileEdit->setText(m_proposed);
}

void ExportForm::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export to"), m_ui->fileEdit->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &fileName) {
        m_ui->fileEdit->setText(fileName);
        followEnding();
        Q_EMIT fileChosen(fileName);
    });
    dialog->open();
}

ExportForm::Scope ExportForm::scope() const
{
    if (m_ui->selectedButton->isChecked())
        return Scope::Selected;
    return m_ui->loadedButton->isChecked() ? Scope::Loaded : Scope::Everything;
}

} // namespace widgets
