// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/exportdialog.h"

#include "exporting/exportname.h"
#include "ui_exportdialog.h"
#include "widgets/common/announcer.h"
#include "widgets/common/labels.h"
#include "widgets/common/popover.h"
#include "widgets/inbox/columnlayout.h"
#include "widgets/inbox/conversationtable.h"
#include "words/errorwords.h"
#include "words/words.h"
#include "workspace/systemzone.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace widgets {

using exporting::ExportOptions;
using exporting::Format;
using exporting::Numbers;

namespace {

// What the format box offers, by the name under which it is remembered.
struct ExportPreset
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

const QList<ExportPreset> &presets()
{
    static const QList<ExportPreset> all{
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

// Nothing is left to ask for.
bool isRead(const quo::Completeness &known)
{
    return !known.moreExist && !known.isStopped && known.failures.isEmpty();
}

QString suffixOf(const ExportPreset &preset)
{
    return exporting::suffix(preset.options(QLocale::c()).format);
}

} // namespace

ExportDialog::ExportDialog(const Dependencies &dependencies, QWidget *parent)
    : QDialog(parent)
    , m_dependencies(dependencies)
    , m_ui(std::make_unique<Ui::ExportDialog>())
{
    m_ui->setupUi(this);
    setProblem(m_ui->problemLabel, {});
    for (const auto &[id, name] : formats())
        m_ui->formatBox->addItem(name, id);
    m_ui->numbersBox->addItem(tr("+14155550100 (E.164)"), int(Numbers::E164));
    m_ui->numbersBox->addItem(tr("'+14155550100 (text for spreadsheets)"), int(Numbers::Text));
    m_ui->numbersBox->addItem(tr("(415) 555-0100 (as people write them)"), int(Numbers::National));
    const QTimeZone &zone = dependencies.names.reader().zone;
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
        const QString fileName = exporting::partialName(m_asked->fileName);
        if (!mayWrite(fileName))
            return;
        m_isLoading = false;
        write(fileName);
    });
    connect(m_ui->retryButton, &QPushButton::clicked, this, [this] {
        setProblem(m_ui->problemLabel, {});
        m_dependencies.session.retry();
        followList();
    });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &ExportDialog::cancel);
    connect(this, &QDialog::rejected, this, &ExportDialog::cancel); // Esc
    connect(m_ui->folderButton, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_writtenFile).absolutePath()));
    });
    connect(&dependencies.session, &inbox::InboxSession::statusChanged, this,
            &ExportDialog::followList);
    connect(&dependencies.table, &ConversationTable::selectedRowsChanged, this,
            &ExportDialog::showScopes);

    (dependencies.table.selectedCount() > 1 ? m_ui->selectedButton : m_ui->everythingButton)
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
    for (const ExportPreset &preset : presets())
        formats.append({QString::fromLatin1(preset.id), preset.name()});
    return formats;
}

void ExportDialog::restoreChoices()
{
    const workspace::ExportChoices choices = m_dependencies.settings.exportChoices();
    m_ui->formatBox->setCurrentIndex(qMax(0, m_ui->formatBox->findData(choices.preset)));
    if (!choices.zone.isEmpty() && workspace::zoneNamed(choices.zone).isValid())
        m_ui->zoneBox->setCurrentText(choices.zone);
    m_ui->manifestBox->setChecked(choices.manifest);
    m_ui->namesBox->setChecked(choices.names);
}

void ExportDialog::keepChoices()
{
    m_dependencies.settings.setExportChoices(
        {m_ui->formatBox->currentData().toString(), m_ui->zoneBox->currentText(),
         QFileInfo(m_ui->fileEdit->text()).absolutePath(), m_ui->manifestBox->isChecked(),
         m_ui->namesBox->isChecked()});
}

void ExportDialog::showScopes()
{
    const inbox::SessionStatus status = m_dependencies.session.status();
    const QLocale &locale = m_dependencies.names.reader().locale;
    const int selected = m_dependencies.table.selectedCount();
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
        presets()[m_ui->formatBox->currentIndex()].options(m_dependencies.names.reader().locale);
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
    QString folder = m_dependencies.settings.exportChoices().folder;
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QDir(folder).exists())
        folder = QDir::homePath();
    const inbox::Reader &reader = m_dependencies.names.reader();
    const Format format = presets()[m_ui->formatBox->currentIndex()].options(reader.locale).format;
    QString name =
        exporting::proposedName(m_dependencies.shownInWords(),
                                quo::toDateTime(m_dependencies.clock.now(), reader.zone), format);
    if (scope() == Scope::Loaded && !m_dependencies.session.status().completeness.isWhole())
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
        m_askedAbout.insert(fileName); // the file dialog has asked
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
        presets()[m_ui->formatBox->currentIndex()].options(m_dependencies.names.reader().locale);
    options.numbers = Numbers(m_ui->numbersBox->currentData().toInt());
    options.names = m_ui->namesBox->isChecked();
    options.zone = workspace::zoneNamed(m_ui->zoneBox->currentText());
    if (options.zone.isValid())
        return options;
    setProblem(m_ui->problemLabel, words::noZoneSentence(m_ui->zoneBox->currentText()));
    return std::nullopt;
}

void ExportDialog::begin()
{
    followEnding();
    proposeName(); // of the list as it is now
    const std::optional<ExportOptions> options = this->options();
    if (!options)
        return;
    const QString fileName = m_ui->fileEdit->text();
    const bool isKnown = scope() != Scope::Everything;
    const inbox::SearchQuery search = m_dependencies.session.arranger().search();
    if (!mayWrite(isKnown ? exporting::nameFor(fileName, completeness(scope(), search)) : fileName))
        return;
    keepChoices();
    const inbox::RowArranger &arranger = m_dependencies.session.arranger();
    m_asked = {.scope = scope(),
               .fileName = fileName,
               .options = *options,
               .manifestBeside = m_ui->manifestBox->isChecked(),
               .columns = m_dependencies.table.columnLayout().shown(),
               .query = m_dependencies.session.query(),
               .arrangement = arranger.arrangement(),
               .filter = {.search = search},
               .filtersInWords = m_dependencies.shownInWords()};
    if (m_asked->scope != Scope::Everything || isRead(m_dependencies.session.status().completeness))
        return write(fileName);
    m_isLoading = true;
    m_hasBegun = false;
    goOnLoading();
}

bool ExportDialog::mayWrite(const QString &fileName)
{
    const bool isAsked = QFileInfo::exists(fileName) && !m_askedAbout.contains(fileName);
    if (isAsked)
        m_askedAbout.insert(fileName);
    setProblem(m_ui->problemLabel,
               isAsked ? tr("%1 is there already. Export again to replace it.").arg(fileName)
                       : QString());
    return !isAsked;
}

void ExportDialog::followList()
{
    showScopes();
    if (m_isLoading)
        goOnLoading();
    else if (!m_asked)
        proposeName();
}

void ExportDialog::goOnLoading()
{
    // The rows that were asked for are not there any more.
    if (m_dependencies.session.query() != m_asked->query)
        return goBack(tr("The filters were changed while the rows were being loaded, so nothing "
                         "was written. Export again with the filters that are set now."));
    const inbox::SessionStatus status = m_dependencies.session.status();
    const quo::Completeness &known = status.completeness;
    if (isRead(known) && !status.refreshing) {
        m_isLoading = false;
        return write(m_asked->fileName);
    }
    const bool isLoading = status.loadingAll || status.isChecking;
    m_hasBegun = m_hasBegun || isLoading;
    if (!isLoading && !status.refreshing && status.firstPageArrived && known.moreExist) {
        if (!m_hasBegun)
            return m_dependencies.session.loadAll(); // which tells of itself
        return goBack(tr("Loading was stopped before everything was there."));
    }
    m_ui->stack->setCurrentWidget(m_ui->progressPage);
    m_ui->progressBar->setRange(0, 0);
    setSpokenText(*m_ui->progressLabel, words::activityText(status, m_dependencies.clock.now(),
                                                            m_dependencies.names.reader().locale));
    m_ui->noteLabel->setText(
        tr("You can go on working with the list. The file will have the search, order and columns "
           "that were set when Export was pressed. Setting other filters, closing the window or "
           "signing out cancels the export; a file that is there already then stays as it is."));
    const auto *failed = std::get_if<quo::PageWalk::Failed>(&status.walk);
    setProblem(m_ui->problemLabel, failed ? words::errorSentence(failed->error) + u' ' +
                                                words::errorDetail(failed->error)
                                          : QString());
    if (failed)
        showButtons({m_ui->partialButton, m_ui->retryButton, m_ui->closeButton});
    else
        showButtons({m_ui->closeButton});
}

void ExportDialog::goBack(const QString &problem)
{
    m_isLoading = false;
    m_asked.reset();
    if (m_job)
        m_job.release()->deleteLater(); // it may be the one that is telling
    m_ui->stack->setCurrentWidget(m_ui->optionsPage);
    setProblem(m_ui->problemLabel, problem);
    showButtons({m_ui->exportButton, m_ui->closeButton});
    followList();
}

void ExportDialog::write(const QString &chosenName)
{
    const exporting::Manifest about = manifest();
    m_writtenFile = exporting::nameFor(chosenName, about.completeness);
    // It turned out to be partial, and that name is another one.
    if (m_writtenFile != chosenName && !mayWrite(m_writtenFile))
        return goBack(m_ui->problemLabel->text());
    m_job = std::make_unique<exporting::ExportJob>(exporting::ExportJob::Task{
        source(),
        std::make_unique<exporting::ExportFile>(m_writtenFile, m_asked->options, m_asked->columns),
        about, m_asked->manifestBeside});
    connect(m_job.get(), &exporting::ExportJob::stateChanged, this, &ExportDialog::onJobState);
    m_ui->stack->setCurrentWidget(m_ui->progressPage);
    m_ui->noteLabel->setText(
        tr("You can go on working with the list. The file will have the rows as they are now. "
           "Closing the window or signing out cancels the export; a file that is there already "
           "then stays as it is."));
    showWriting({});
    showButtons({m_ui->closeButton});
}

exporting::RowSource ExportDialog::source() const
{
    const inbox::InboxModel &model = m_dependencies.session.model();
    const inbox::RowArranger &arranger = m_dependencies.session.arranger();
    exporting::RowSource source{model.rows(), model.order(), m_asked->columns,
                                m_dependencies.names.snapshot()};
    if (m_asked->scope == Scope::Selected)
        source.order = m_dependencies.table.selectedOrder();
    else if (arranger.isWorking() || arranger.arrangement() != m_asked->arrangement)
        source.arrangement = {m_asked->filter, m_asked->arrangement.sort};
    return source;
}

void ExportDialog::onJobState()
{
    const exporting::ExportJob::State &state = m_job->state();
    if (const auto *writing = std::get_if<exporting::ExportJob::Working>(&state))
        showWriting(*writing);
    else if (const auto *failed = std::get_if<exporting::ExportFailed>(&state))
        goBack(m_writtenFile + QStringLiteral(": ") + failed->problem);
    else if (const auto *done = std::get_if<exporting::ExportDone>(&state))
        showDone(done->manifest);
}

void ExportDialog::showWriting(const exporting::ExportJob::Working &writing)
{
    const QLocale &locale = m_dependencies.names.reader().locale;
    m_ui->progressBar->setRange(0, writing.total);
    m_ui->progressBar->setValue(writing.done);
    setSpokenText(*m_ui->progressLabel,
                  writing.total == 0
                      ? tr("Writing…")
                      : tr("Writing %1 of %2 rows", nullptr, writing.total)
                            .arg(locale.toString(writing.done), locale.toString(writing.total)));
}

void ExportDialog::showDone(const exporting::Manifest &manifest)
{
    setSpokenText(
        *m_ui->progressLabel,
        tr("%1 rows are in %2", nullptr, manifest.rows)
            .arg(m_dependencies.names.reader().locale.toString(manifest.rows), m_writtenFile));
    announce(*this, m_ui->progressLabel->text());
    QStringList remarks = manifest.missing;
    remarks.append(manifest.loss);
    remarks.removeAll(QString());
    setProblem(m_ui->problemLabel, remarks.join(u'\n'));
    m_ui->noteLabel->clear();
    m_ui->progressBar->setRange(0, 1);
    m_ui->progressBar->setValue(1);
    m_ui->closeButton->setText(tr("Close"));
    showButtons({m_ui->folderButton, m_ui->closeButton});
    m_ui->closeButton->setFocus();
}

quo::Completeness ExportDialog::completeness(Scope scope, const inbox::SearchQuery &search) const
{
    quo::Completeness completeness = m_dependencies.session.status().completeness;
    completeness.contactsProblem =
        inbox::searchesContacts(search) ? m_dependencies.session.contactsProblem() : std::nullopt;
    if (scope != Scope::Selected)
        return completeness;
    // What else there is does not matter to a selection.
    quo::Completeness selection;
    selection.rows = m_dependencies.table.selectedCount();
    selection.asOf = completeness.asOf;
    selection.onlySelected = true;
    return selection;
}

exporting::Manifest ExportDialog::manifest() const
{
    const inbox::SessionStatus status = m_dependencies.session.status();
    exporting::Manifest manifest;
    manifest.program = QStringLiteral("Quoin ") + QCoreApplication::applicationVersion();
    manifest.workspace = m_dependencies.workspace;
    manifest.filters = m_asked->filtersInWords;
    for (const quo::ConversationQuery &part : status.parts)
        manifest.requests.append(words::requestText(part));
    manifest.order = words::orderText(m_asked->arrangement.sort);
    manifest.zone = QString::fromLatin1(m_asked->options.zone.id());
    manifest.begun = status.begun;
    manifest.ended = status.ended;
    exporting::setCompleteness(manifest, completeness(m_asked->scope, m_asked->filter.search));
    return manifest;
}

void ExportDialog::cancel()
{
    const bool wasLoading = std::exchange(m_isLoading, false);
    if (wasLoading)
        m_dependencies.session.stop();
    if (m_job)
        m_job->cancel();
    const bool isCancelled =
        wasLoading ||
        (m_job && std::holds_alternative<exporting::ExportJob::Cancelled>(m_job->state()));
    deleteLater();
    hide();
    if (isCancelled)
        Q_EMIT cancelled(
            tr("The export was cancelled. Nothing was written to %1.").arg(m_asked->fileName));
}

void ExportDialog::showButtons(const QList<QWidget *> &buttons)
{
    for (QWidget *button : std::initializer_list<QWidget *>{m_ui->folderButton, m_ui->exportButton,
                                                            m_ui->partialButton, m_ui->retryButton,
                                                            m_ui->closeButton})
        button->setVisible(buttons.contains(button));
}

} // namespace widgets
