// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exportdialog.h"

#include "exporting/exportname.h"
#include "ui_exportdialog.h"
#include "widgets/announcer.h"
#include "widgets/conversationtable.h"
#include "widgets/errorwords.h"
#include "widgets/labels.h"
#include "widgets/popover.h"
#include "widgets/words.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>
#include <numeric>

namespace widgets {

using exporting::ExportOptions;
using exporting::Format;
using exporting::Numbers;

namespace {

// What the format box offers, by the name under which it is remembered.
struct Preset
{
    const char *id;
    QString (*name)();
    ExportOptions (*options)(const QLocale &locale);
};

// Where the comma separates decimals, spreadsheets take the semicolon for lists.
char16_t listSeparator(const QLocale &locale)
{
    return locale.decimalPoint() == u"," ? u';' : u',';
}

const QList<Preset> &presets()
{
    static const QList<Preset> all{
        {"xlsx", [] { return ExportDialog::tr("Excel workbook"); },
         [](const QLocale &) { return ExportOptions{.format = Format::Xlsx}; }},
        {"excel", [] { return ExportDialog::tr("CSV for Excel"); },
         [](const QLocale &locale) {
             return ExportOptions{.separator = listSeparator(locale),
                                  .byteOrderMark = true,
                                  .numbers = Numbers::Text};
         }},
        {"csv", [] { return ExportDialog::tr("CSV"); },
         [](const QLocale &) { return ExportOptions{.crlf = false}; }},
        {"tsv", [] { return ExportDialog::tr("TSV"); },
         [](const QLocale &) { return ExportOptions{.format = Format::Tsv, .crlf = false}; }},
        {"json", [] { return ExportDialog::tr("JSON"); },
         [](const QLocale &) { return ExportOptions{.format = Format::Json}; }},
        {"ndjson", [] { return ExportDialog::tr("JSON lines"); },
         [](const QLocale &) { return ExportOptions{.format = Format::Ndjson}; }}};
    return all;
}

QString suffixOf(const Preset &preset)
{
    return exporting::suffix(preset.options(QLocale::c()).format);
}

} // namespace

ExportDialog::ExportDialog(const World &world, QWidget *parent)
    : QDialog(parent)
    , m_world(world)
    , m_ui(std::make_unique<Ui::ExportDialog>())
{
    m_ui->setupUi(this);
    setProblem(m_ui->problemLabel, {});
    for (const auto &[id, name] : formats())
        m_ui->formatBox->addItem(name, id);
    m_ui->numbersBox->addItem(tr("+14155550100 (E.164)"), int(Numbers::E164));
    m_ui->numbersBox->addItem(tr("'+14155550100 (text for spreadsheets)"), int(Numbers::Text));
    m_ui->numbersBox->addItem(tr("(415) 555-0100 (as people write them)"), int(Numbers::National));
    const QTimeZone &zone = world.session.model().reader().zone;
    m_ui->zoneBox->addItem(QString::fromLatin1(zone.id()));
    if (zone != QTimeZone::utc())
        m_ui->zoneBox->addItem(QStringLiteral("UTC"));

    m_ui->zoneBox->lineEdit()->setAccessibleName(m_ui->zoneBox->accessibleName());

    connect(m_ui->formatBox, &QComboBox::currentIndexChanged, this, &ExportDialog::showFormat);
    connect(m_ui->fileEdit, &QLineEdit::editingFinished, this, &ExportDialog::followEnding);
    for (QRadioButton *button : {m_ui->selectedButton, m_ui->loadedButton, m_ui->everythingButton})
        connect(button, &QRadioButton::toggled, this, &ExportDialog::proposeName);
    connect(m_ui->browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &ExportDialog::begin);
    connect(m_ui->partialButton, &QPushButton::clicked, this, [this] {
        const QString fileName = exporting::partialName(m_ui->fileEdit->text());
        if (!mayWrite(fileName))
            return;
        m_isLoading = false;
        write(fileName);
    });
    connect(m_ui->retryButton, &QPushButton::clicked, this, [this] {
        setProblem(m_ui->problemLabel, {});
        m_world.session.retry();
        onStatus();
    });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &ExportDialog::cancel);
    connect(this, &QDialog::rejected, this, &ExportDialog::cancel); // Esc
    connect(m_ui->folderButton, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_writtenFile).absolutePath()));
    });
    connect(&world.session, &inbox::InboxSession::statusChanged, this, &ExportDialog::onStatus);
    connect(&world.table, &ConversationTable::selectedRowsChanged, this, &ExportDialog::showScopes);

    (world.table.selectedRows().size() > 1 ? m_ui->selectedButton : m_ui->everythingButton)
        ->setChecked(true);
    restoreChoices();
    showScopes();
    showFormat();
    showButtons({m_ui->exportButton, m_ui->closeButton});
    m_ui->formatBox->setFocus();
}

ExportDialog::~ExportDialog() = default;

QList<std::pair<QString, QString>> ExportDialog::formats()
{
    QList<std::pair<QString, QString>> formats;
    for (const Preset &preset : presets())
        formats.append({QString::fromLatin1(preset.id), preset.name()});
    return formats;
}

void ExportDialog::restoreChoices()
{
    const workspace::ExportChoices choices = m_world.settings.exportChoices();
    m_ui->formatBox->setCurrentIndex(qMax(0, m_ui->formatBox->findData(choices.preset)));
    if (!choices.zone.isEmpty() && QTimeZone(choices.zone.toLatin1()).isValid())
        m_ui->zoneBox->setCurrentText(choices.zone);
    m_ui->manifestBox->setChecked(choices.manifest);
    m_ui->namesBox->setChecked(choices.names);
}

void ExportDialog::keepChoices()
{
    m_world.settings.setExportChoices(
        {m_ui->formatBox->currentData().toString(), m_ui->zoneBox->currentText(),
         QFileInfo(m_ui->fileEdit->text()).absolutePath(), m_ui->manifestBox->isChecked(),
         m_ui->namesBox->isChecked()});
}

void ExportDialog::showScopes()
{
    const inbox::SessionStatus status = m_world.session.status();
    const QLocale &locale = m_world.session.model().reader().locale;
    const qsizetype selected = m_world.table.selectedRows().size();
    m_ui->selectedButton->setText(tr("&Selected: %1").arg(locale.toString(selected)));
    m_ui->selectedButton->setEnabled(selected > 0);
    m_ui->loadedButton->setText(tr("&Loaded: %1").arg(locale.toString(status.shown)));
    m_ui->everythingButton->setText(
        !status.completeness.moreExist && status.completeness.failures.isEmpty()
            ? tr("&Everything that matches: %1").arg(locale.toString(status.shown))
            : tr("&Everything that matches: more than %1, Quo does not say how many")
                  .arg(locale.toString(status.shown)));
    if (selected == 0 && m_ui->selectedButton->isChecked())
        m_ui->everythingButton->setChecked(true);
}

void ExportDialog::showFormat()
{
    const ExportOptions preset =
        presets()[m_ui->formatBox->currentIndex()].options(m_world.session.model().reader().locale);
    m_ui->numbersBox->setCurrentIndex(m_ui->numbersBox->findData(int(preset.numbers)));
    m_ui->numbersBox->setEnabled(!preset.isJson());
    m_ui->zoneBox->setEnabled(!preset.isJson());
    m_ui->namesBox->setEnabled(preset.isJson());
    proposeName();
}

std::optional<int> ExportDialog::otherFormat() const
{
    const QString ending = QFileInfo(m_ui->fileEdit->text()).suffix().toLower();
    const auto found = std::ranges::find(presets(), ending, suffixOf);
    if (found == presets().end() || ending == chosenSuffix())
        return std::nullopt;
    return int(found - presets().begin());
}

void ExportDialog::followEnding()
{
    if (const std::optional<int> format = otherFormat())
        m_ui->formatBox->setCurrentIndex(*format);
}

QString ExportDialog::chosenSuffix() const
{
    return suffixOf(presets()[m_ui->formatBox->currentIndex()]);
}

void ExportDialog::proposeName()
{
    // A name that somebody typed is theirs, but for the ending of another format.
    if (m_ui->fileEdit->text() != m_proposed) {
        const QString typed = m_ui->fileEdit->text();
        if (otherFormat())
            m_ui->fileEdit->setText(typed.chopped(QFileInfo(typed).suffix().size()) +
                                    chosenSuffix());
        return;
    }
    QString folder = m_world.settings.exportChoices().folder;
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QDir(folder).exists())
        folder = QDir::homePath();
    const inbox::Reader &reader = m_world.session.model().reader();
    const Format format = presets()[m_ui->formatBox->currentIndex()].options(reader.locale).format;
    QString name = exporting::proposedName(
        m_world.viewName, quo::toDateTime(m_world.clock.now(), reader.zone), format);
    if (scope() == Scope::Loaded && !m_world.session.status().completeness.isWhole())
        name = exporting::partialName(name);
    m_proposed = QDir(folder).filePath(name);
    m_ui->fileEdit->setText(m_proposed);
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export to"), m_ui->fileEdit->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &fileName) {
        m_ui->fileEdit->setText(fileName);
        followEnding();
        m_askedAbout = fileName; // the file dialog has asked
    });
    dialog->open();
}

ExportDialog::Scope ExportDialog::scope() const
{
    if (m_ui->selectedButton->isChecked())
        return Scope::Selected;
    return m_ui->loadedButton->isChecked() ? Scope::Loaded : Scope::Everything;
}

std::optional<ExportOptions> ExportDialog::options()
{
    ExportOptions options =
        presets()[m_ui->formatBox->currentIndex()].options(m_world.session.model().reader().locale);
    options.numbers = Numbers(m_ui->numbersBox->currentData().toInt());
    options.names = m_ui->namesBox->isChecked();
    options.zone = QTimeZone(m_ui->zoneBox->currentText().trimmed().toLatin1());
    if (options.zone.isValid())
        return options;
    setProblem(m_ui->problemLabel, noZoneSentence(m_ui->zoneBox->currentText()));
    return std::nullopt;
}

void ExportDialog::begin()
{
    followEnding();
    if (!options())
        return;
    const QString fileName = m_ui->fileEdit->text();
    if (!mayWrite(fileName))
        return;
    keepChoices();
    if (scope() != Scope::Everything)
        return write(fileName);
    m_isLoading = true;
    m_hasBegun = false;
    onStatus();
}

bool ExportDialog::mayWrite(const QString &fileName)
{
    const bool isAsked = QFileInfo::exists(fileName) && m_askedAbout != fileName;
    if (isAsked)
        m_askedAbout = fileName;
    setProblem(m_ui->problemLabel,
               isAsked ? tr("%1 is there already. Export again to replace it.").arg(fileName)
                       : QString());
    return !isAsked;
}

void ExportDialog::onStatus()
{
    showScopes();
    if (!m_isLoading)
        return;
    const inbox::SessionStatus status = m_world.session.status();
    const quo::Completeness &known = status.completeness;
    const bool isRead = !known.moreExist && !known.isStopped && known.failures.isEmpty();
    if (isRead && !status.refreshing) {
        m_isLoading = false;
        return write(m_ui->fileEdit->text());
    }
    m_hasBegun = m_hasBegun || status.loadingAll;
    if (!status.loadingAll && !status.refreshing && status.firstPageArrived && known.moreExist) {
        if (!m_hasBegun)
            return m_world.session.loadAll(); // which tells of itself
        m_isLoading = false;
        m_ui->stack->setCurrentWidget(m_ui->optionsPage);
        setProblem(m_ui->problemLabel, tr("Loading was stopped before everything was there."));
        return showButtons({m_ui->exportButton, m_ui->closeButton});
    }
    m_ui->stack->setCurrentWidget(m_ui->progressPage);
    m_ui->progressBar->setRange(0, 0);
    setSpokenText(*m_ui->progressLabel, activityText(status, m_world.clock.now(),
                                                     m_world.session.model().reader().locale));
    const auto *failed = std::get_if<quo::PageWalk::Failed>(&status.walk);
    setProblem(m_ui->problemLabel,
               failed ? errorSentence(failed->error) + u' ' + errorDetail(failed->error)
                      : QString());
    if (failed)
        showButtons({m_ui->partialButton, m_ui->retryButton, m_ui->closeButton});
    else
        showButtons({m_ui->closeButton});
}

void ExportDialog::write(const QString &chosenName)
{
    const QString fileName = exporting::nameFor(chosenName, completeness());
    const std::optional<ExportOptions> options = this->options();
    if (!options)
        return;
    QList<int> rows = m_world.table.selectedRows();
    if (scope() != Scope::Selected) {
        rows.resize(m_world.session.model().rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    auto file =
        std::make_unique<exporting::ExportFile>(fileName, *options, m_world.table.shownColumns());
    if (const std::optional<QString> problem = file->open())
        return onFinished(fileName, *problem);
    m_export = std::make_unique<exporting::ModelExport>(m_world.session.model(), rows,
                                                        std::move(file), manifest(*options),
                                                        m_ui->manifestBox->isChecked());
    connect(m_export.get(), &exporting::ModelExport::progressed, this, &ExportDialog::showWriting);
    connect(m_export.get(), &exporting::ModelExport::finished, this,
            [this, fileName](const QString &problem) { onFinished(fileName, problem); });
    m_ui->stack->setCurrentWidget(m_ui->progressPage);
    showButtons({m_ui->closeButton});
    m_export->start();
}

void ExportDialog::showWriting()
{
    const QLocale &locale = m_world.session.model().reader().locale;
    m_ui->progressBar->setRange(0, m_export->rows());
    m_ui->progressBar->setValue(m_export->written());
    setSpokenText(*m_ui->progressLabel, tr("Writing %1 of %2 rows", nullptr, m_export->rows())
                                            .arg(locale.toString(m_export->written()),
                                                 locale.toString(m_export->rows())));
}

void ExportDialog::onFinished(const QString &fileName, const QString &problem)
{
    if (!problem.isEmpty()) {
        setProblem(m_ui->problemLabel, fileName + QStringLiteral(": ") + problem);
        m_ui->stack->setCurrentWidget(m_ui->optionsPage);
        return showButtons({m_ui->exportButton, m_ui->closeButton});
    }
    m_writtenFile = fileName;
    setSpokenText(
        *m_ui->progressLabel,
        tr("%1 rows are in %2", nullptr, m_export->rows())
            .arg(m_world.session.model().reader().locale.toString(m_export->rows()), fileName));
    announce(*this, m_ui->progressLabel->text());
    QStringList remarks = m_export->manifest().missing;
    remarks.append(m_export->manifest().loss);
    remarks.removeAll(QString());
    setProblem(m_ui->problemLabel, remarks.join(u'\n'));
    m_ui->progressBar->setRange(0, 1);
    m_ui->progressBar->setValue(1);
    m_ui->closeButton->setText(tr("Close"));
    showButtons({m_ui->folderButton, m_ui->closeButton});
    m_ui->closeButton->setFocus();
}

quo::Completeness ExportDialog::completeness() const
{
    quo::Completeness completeness = m_world.session.status().completeness;
    if (scope() != Scope::Selected)
        return completeness;
    // What else there is does not matter to a selection.
    quo::Completeness selection;
    selection.rows = m_world.table.selectedRows().size();
    selection.asOf = completeness.asOf;
    selection.onlySelected = true;
    return selection;
}

exporting::Manifest ExportDialog::manifest(const ExportOptions &options) const
{
    const inbox::SessionStatus status = m_world.session.status();
    exporting::Manifest manifest;
    manifest.program = QStringLiteral("Quoin ") + QCoreApplication::applicationVersion();
    manifest.workspace = m_world.workspace;
    manifest.filters = m_world.viewName;
    for (const quo::ConversationQuery &part : status.parts)
        manifest.requests.append(requestText(part));
    manifest.order = orderText(m_world.session.arranger().arrangement().sort);
    manifest.zone = QString::fromLatin1(options.zone.id());
    manifest.begun = status.begun;
    manifest.ended = status.ended;
    setCompleteness(manifest, completeness());
    return manifest;
}

void ExportDialog::cancel()
{
    if (m_isLoading)
        m_world.session.stop();
    m_isLoading = false;
    m_export.reset(); // which leaves the old file as it was
    deleteLater();
    hide();
}

void ExportDialog::showButtons(const QList<QWidget *> &buttons)
{
    for (QWidget *button : std::initializer_list<QWidget *>{m_ui->folderButton, m_ui->exportButton,
                                                            m_ui->partialButton, m_ui->retryButton,
                                                            m_ui->closeButton})
        button->setVisible(buttons.contains(button));
}

} // namespace widgets
