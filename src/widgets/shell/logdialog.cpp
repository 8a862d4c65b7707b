// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/logdialog.h"

#include "widgets/common/placement.h"
#include "widgets/common/textview.h"
#include "widgets/common/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr qint64 mostShown = 256 << 10; // bytes, from the end of the file

QString lastText(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QFile::ReadOnly))
        return {};
    if (file.size() > mostShown) {
        file.seek(file.size() - mostShown);
        file.readLine(); // the rest of an incomplete line
    }
    return QString::fromUtf8(file.readAll());
}

} // namespace

LogDialog::LogDialog(const QList<Log> &logs, ThemeSource &theme, QWidget *parent)
    : QDialog(parent)
    , m_logs(logs)
    , m_logBox(new QComboBox(this))
    , m_text(new TextView(tr("Log"), this))
{
    setWindowTitle(tr("Log"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *title = new QLabel(tr("Log"), this);
    const auto showTheme = [title, &theme] { title->setFont(theme.theme().fonts.title); };
    connect(&theme, &ThemeSource::changed, this, showTheme);
    showTheme();
    m_logBox->setAccessibleName(tr("Which run"));
    for (const Log &log : logs)
        m_logBox->addItem(log.name);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setPlaceholderText(tr("No log: its folder can’t be written."));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_folder = buttons->addButton(tr("&Show in folder"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(m_folder, &QPushButton::clicked, this, [this] {
        const QFileInfo file(m_logs.at(m_logBox->currentIndex()).fileName);
        QDesktopServices::openUrl(QUrl::fromLocalFile(file.path()));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_logBox, &QComboBox::currentIndexChanged, this, &LogDialog::showLog);

    for (QAbstractButton *button : buttons->buttons())
        static_cast<QPushButton *>(button)->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::medium);
    column->addWidget(title);
    column->addWidget(m_logBox);
    column->addWidget(m_text, 1);
    column->addWidget(buttons);
    resize(
        fitting(*this, {90 * fontMetrics().averageCharWidth() + 60, 25 * fontMetrics().height()}));
    showLog();
    m_text->setFocus();
}

void LogDialog::showLog()
{
    const Log log = m_logs.value(m_logBox->currentIndex());
    m_folder->setEnabled(!log.fileName.isEmpty());
    m_text->setPlainText(log.fileName.isEmpty() ? log.text : lastText(log.fileName));
    m_text->moveCursor(QTextCursor::End);
}

} // namespace widgets
