// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportfile.h"

#include "exporting/exportname.h"
#include "exporting/formats.h"
#include "words/problemwords.h"

#include <QDir>

#include <cstdio>
#include <utility>

namespace exporting {

using workspace::AtomicFile;
using workspace::Readers;

namespace {

const QLatin1String toStdout("-");

std::optional<QString> inWords(const std::optional<workspace::WriteProblem> &problem)
{
    return problem ? std::optional(words::writeProblemText(*problem)) : std::nullopt;
}

} // namespace

// Hashes what is written, and passes it on to its target if it has one.
class ExportFile::Digest : public QIODevice
{
public:
    explicit Digest(QIODevice *target)
        : m_target(target)
        , m_hash(QCryptographicHash::Sha256)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

    QByteArray sha256() const { return m_hash.result().toHex(); }
    bool hasFailed() const { return m_hasFailed; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_hash.addData(QByteArrayView(data, size));
        m_hasFailed = m_hasFailed || (m_target && m_target->write(data, size) != size);
        return size;
    }

private:
    QIODevice *const m_target;
    QCryptographicHash m_hash;
    bool m_hasFailed = false;
};

ExportFile::ExportFile(const QString &fileName, const ExportOptions &options,
                       const Columns &columns)
    : m_fileName(fileName)
    , m_options(options)
    , m_columns(columns)
    , m_file(fileName == toStdout ? QDir::temp().filePath(QStringLiteral("quoin")) : fileName,
             Readers::AsBefore, protectedFiles())
{
}

ExportFile::~ExportFile() = default;

bool ExportFile::isStdout() const
{
    return m_fileName == toStdout;
}

std::optional<QString> ExportFile::open()
{
    if (std::exchange(m_isOpen, true))
        return std::nullopt;
    if (isStdout() && !m_stdout.open(stdout, QIODevice::WriteOnly))
        return m_stdout.errorString();
    const bool needsFile = !isStdout() || traitsOf(m_options.format).fileWriter;
    return needsFile ? inWords(m_file.open()) : std::nullopt;
}

// Writers write a header at once, so they are made when the first row or the end comes.
void ExportFile::begin()
{
    if (m_writer)
        return;
    const FormatTraits &traits = traitsOf(m_options.format);
    if (traits.fileWriter) {
        // The bytes of such a file differ from run to run, so the hash is that of its rows as CSV.
        m_digest = std::make_unique<Digest>(nullptr);
        m_writer = traitsOf(Format::Csv).streamWriter(m_options, m_columns, *m_digest);
        m_workbook = traits.fileWriter(m_options, m_columns, m_file.file());
    } else {
        m_digest = std::make_unique<Digest>(isStdout() ? &m_stdout : &m_file.file());
        m_writer = traits.streamWriter(m_options, m_columns, *m_digest);
    }
}

void ExportFile::write(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    begin();
    ++m_rows;
    m_writer->write(row, context);
    if (m_workbook)
        m_workbook->write(row, context);
}

std::optional<QString> ExportFile::problem() const
{
    if (m_digest && m_digest->hasFailed())
        return isStdout() ? m_stdout.errorString() : m_file.file().errorString();
    for (const RowWriter *writer : {m_writer.get(), m_workbook.get()})
        if (writer && !writer->error().isEmpty())
            return writer->error();
    return std::nullopt;
}

std::optional<QString> ExportFile::markPartial()
{
    if (isStdout())
        return std::nullopt;
    m_fileName = partialName(m_fileName);
    return inWords(m_file.setFileName(m_fileName));
}

std::optional<QString> ExportFile::finish(Manifest &manifest, bool manifestBeside)
{
    begin();
    m_writer->end(manifest);
    manifest.rows = m_rows;
    manifest.sha256 = m_digest->sha256();
    manifest.loss = m_workbook ? m_workbook->loss() : m_writer->loss();
    if (m_workbook)
        m_workbook->end(manifest);
    if (const std::optional<QString> failed = problem())
        return failed;
    if (isStdout())
        return m_workbook
                   ? copyToStdout()
                   : (m_stdout.flush() ? std::nullopt : std::optional(m_stdout.errorString()));
    if (const std::optional<QString> failed = inWords(m_file.flush()))
        return failed;
    return manifestBeside ? writeManifest(manifest) : std::nullopt;
}

std::optional<QString> ExportFile::commit(Manifest &manifest, bool manifestBeside,
                                          const std::function<bool()> &mayTakePlace)
{
    if (const std::optional<QString> failed = finish(manifest, manifestBeside))
        return failed;
    if (!mayTakePlace() || isStdout())
        return std::nullopt;
    if (const std::optional<QString> failed = inWords(m_file.commit()))
        return failed;
    return m_manifest ? inWords(m_manifest->commit()) : std::nullopt;
}

std::optional<QString> ExportFile::writeManifest(const Manifest &manifest)
{
    const QString name = m_fileName + QStringLiteral(".manifest.json");
    const auto failed = [&name](const QString &problem) {
        return name + QStringLiteral(": ") + problem;
    };
    m_manifest = std::make_unique<AtomicFile>(name, Readers::AsBefore, protectedFiles());
    if (const std::optional<QString> problem = inWords(m_manifest->open()))
        return failed(*problem);
    const QByteArray json = toJson(manifest);
    if (m_manifest->file().write(json) != json.size())
        return failed(m_manifest->file().errorString());
    const std::optional<QString> problem = inWords(m_manifest->flush());
    return problem ? std::optional(failed(*problem)) : std::nullopt;
}

AtomicFile::Protected ExportFile::protectedFiles() const
{
    return m_options.replacesProtected ? AtomicFile::Protected::Replaced
                                       : AtomicFile::Protected::Refused;
}

std::optional<QString> ExportFile::copyToStdout()
{
    QFile &file = m_file.file();
    file.seek(0);
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(1 << 16);
        if (bytes.isEmpty() || m_stdout.write(bytes) != bytes.size())
            return bytes.isEmpty() ? file.errorString() : m_stdout.errorString();
    }
    return m_stdout.flush() ? std::nullopt : std::optional(m_stdout.errorString());
}

} // namespace exporting
