// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/exportdialog.h"

#include "exporting/exportname.h"
#include "ui_exportdialog.h"
#include "widgets/common/announcer.h"
#include "widgets/common/labels.h"
#include "widgets/common/placement.h"
#include "widgets/common/popover.h"
#include "widgets/common/theme.h"
#include "words/completenesswords.h"
#include "words/errorwords.h"
#include "words/statuswords.h"
#include "words/viewsettings.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

#include <utility>

namespace widgets {

namespace {

constexpr int usualWidth = 440; // for Theme::scaled()

// Nothing is left to ask for.
bool isRead(const quo::Completeness &known)
{
    return !known.moreExist && !known.isStopped && known.failures.isEmpty();
}

} // namespace

// The form is made first, so that Tab reaches it before the buttons.
ExportDialog::ExportDialog(const ExportDependencies &dependencies, QWidget *parent)
    : QDialog(parent)
    , m_dependencies(dependencies)
    , m_form(new ExportForm(dependencies, this))
    , m_ui(std::make_unique<Ui::ExportDialog>())
{
    m_ui->setupUi(this);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_ui->stack->insertWidget(0, m_form);
    connect(m_form, &ExportForm::resized, this, &ExportDialog::fit);
    connect(&dependencies.theme, &ThemeSource::changed, this, &ExportDialog::fit);
    setProblem(m_ui->problemLabel, {});

    // The file dialog has asked.
    connect(m_form, &ExportForm::fileChosen, this,
            [this](const QString &fileName) { m_askedAbout.insert(fileName); });
    connect(m_ui->exportButton, &QPushButton::clicked, this, &ExportDialog::begin);
    connect(m_ui->partialButton, &QPushButton::clicked, this, &ExportDialog::writeWhatIsThere);
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

    m_ui->stack->setCurrentWidget(m_form);
    showButtons({m_ui->exportButton, m_ui->closeButton});
    m_form->setFocus();
    fit();
}

ExportDialog::~ExportDialog() = default;

// As high as what it holds, within the screen.
void ExportDialog::fit()
{
    const int width = m_dependencies.theme.theme().scaled(usualWidth);
    layout()->activate();
    setMinimumSize(fitting(*this, {width, 0}));
    resize(fitting(*this, {width, sizeHint().height()}));
}

void ExportDialog::begin()
{
    const auto choice = m_form->choice();
    if (!choice)
        return setProblem(m_ui->problemLabel, choice.error());
    const bool isKnown = choice->scope != Scope::Everything;
    const inbox::RowArranger &arranger = m_dependencies.session.arranger();
    const inbox::SearchQuery search = arranger.search();
    if (!mayWrite(isKnown
                      ? exporting::nameFor(choice->fileName, completeness(choice->scope, search))
                      : choice->fileName))
        return;
    m_form->remember();
    m_requested = {.choice = *choice,
                   .columns = words::shownColumns(m_dependencies.state.shown().columns),
                   .query = m_dependencies.session.query(),
                   .arrangement = arranger.arrangement(),
                   .filter = arranger.filter(),
                   .filtersInWords = m_dependencies.shownInWords()};
    if (isKnown || isRead(m_dependencies.session.status().completeness))
        return write(choice->fileName);
    m_isLoading = true;
    m_hasBegun = false;
    goOnLoading();
}

void ExportDialog::writeWhatIsThere()
{
    const QString fileName = exporting::partialName(m_requested->choice.fileName);
    if (!mayWrite(fileName))
        return;
    m_isLoading = false;
    write(fileName);
}

bool ExportDialog::mayWrite(const QString &fileName)
{
    const bool isAsked = QFileInfo::exists(fileName) && !m_askedAbout.contains(fileName);
    if (isAsked)
        m_askedAbout.insert(fileName);
    setProblem(m_ui->problemLabel,
               isAsked ? tr("“%1” already exists. Export again to replace it.").arg(fileName)
                       : QString());
    return !isAsked;
}

void ExportDialog::followList()
{
    m_form->showScopes();
    if (m_isLoading)
        goOnLoading();
    else if (!m_requested)
        m_form->proposeName();
}

void ExportDialog::goOnLoading()
{
    // The requested rows are gone.
    if (m_dependencies.session.query() != m_requested->query)
        return goBack(tr("The filters were changed while the rows were being read, so nothing "
                         "was written. Export again with the filters that are set now."));
    const inbox::SessionStatus status = m_dependencies.session.status();
    const quo::Completeness &known = status.completeness;
    if (isRead(known) && !status.refreshing) {
        m_isLoading = false;
        return write(m_requested->choice.fileName);
    }
    const bool isLoading = status.loadingAll || status.isChecking;
    m_hasBegun = m_hasBegun || isLoading;
    if (!isLoading && !status.refreshing && status.firstPageArrived && known.moreExist) {
        if (!m_hasBegun)
            return m_dependencies.session.loadAll(); // whose status comes here
        return goBack(tr("Stopped before everything was read."));
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
    m_requested.reset();
    if (m_job)
        m_job.release()->deleteLater(); // its signal may be what led here
    m_ui->stack->setCurrentWidget(m_form);
    setProblem(m_ui->problemLabel, problem);
    showButtons({m_ui->exportButton, m_ui->closeButton});
    followList();
}

void ExportDialog::write(const QString &chosenName)
{
    const exporting::Manifest about = manifest();
    m_writtenFile = exporting::nameFor(chosenName, about.completeness);
    // It turned out to be partial, so its name is another one.
    if (m_writtenFile != chosenName && !mayWrite(m_writtenFile))
        return goBack(m_ui->problemLabel->text());
    auto file = std::make_unique<exporting::ExportFile>(m_writtenFile, m_requested->choice.options,
                                                        m_requested->columns);
    m_job = std::make_unique<exporting::ExportJob>(
        exporting::ExportJob::Task{source(), std::move(file), about,
                                   m_requested->choice.manifestBeside},
        m_dependencies.clock);
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
    // All that is loaded, even if the list is held and does not show it yet.
    exporting::RowSource source{model.rows(), arranger.order(), m_requested->columns,
                                m_dependencies.names.snapshot()};
    if (m_requested->choice.scope == Scope::Selected)
        source.order = m_dependencies.selection.inOrder();
    else if (arranger.isWorking() || arranger.arrangement() != m_requested->arrangement) {
        source.arrangement = {m_requested->filter, m_requested->arrangement.sort};
        source.arrangement->filter.members = arranger.members(); // more may have come
    }
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
    const QString sentence = tr("Exported %1 conversations", nullptr, manifest.rows)
                                 .arg(m_dependencies.names.reader().locale.toString(manifest.rows));
    const bool isAsAsked =
        manifest.missing.isEmpty() || m_requested->choice.scope == Scope::Selected;
    if (isAsAsked && manifest.loss.isEmpty()) {
        deleteLater();
        hide();
        return Q_EMIT exported(sentence, m_writtenFile);
    }
    setSpokenText(*m_ui->progressLabel, sentence + QStringLiteral(": ") + m_writtenFile);
    announce(*this, m_ui->progressLabel->text());
    QStringList remarks = manifest.missing;
    remarks.append(manifest.loss);
    remarks.removeAll(QString());
    setProblem(m_ui->problemLabel, remarks.join(u'\n'));
    m_ui->noteLabel->clear();
    m_ui->progressBar->setRange(0, 1);
    m_ui->progressBar->setValue(1);
    m_ui->closeButton->setText(tr("&Close"));
    m_ui->closeButton->setDefault(true);
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
    // A selection is complete by itself.
    quo::Completeness selection;
    selection.rows = m_dependencies.selection.count();
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
    manifest.filters = m_requested->filtersInWords;
    for (const quo::ConversationQuery &part : status.parts)
        manifest.requests.append(words::requestText(part));
    manifest.order = words::orderText(m_requested->arrangement.sort);
    manifest.zone = QString::fromLatin1(m_requested->choice.options.zone.id());
    // In this run, nothing was requested for rows that were kept.
    const bool wasRequested = status.begun != quo::Instant();
    manifest.begun = wasRequested ? status.begun : m_dependencies.clock.now();
    manifest.ended = wasRequested ? status.ended : manifest.begun;
    exporting::setCompleteness(manifest,
                               completeness(m_requested->choice.scope, m_requested->filter.search));
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
        Q_EMIT cancelled(tr("The export was cancelled. Nothing was written to %1.")
                             .arg(m_requested->choice.fileName));
}

void ExportDialog::showButtons(const QList<QWidget *> &buttons)
{
    for (QWidget *button : std::initializer_list<QWidget *>{m_ui->folderButton, m_ui->exportButton,
                                                            m_ui->partialButton, m_ui->retryButton,
                                                            m_ui->closeButton})
        button->setVisible(buttons.contains(button));
}

} // namespace widgets
