// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/rowcopy.h"

#include "inbox/column.h"
#include "inbox/naming.h"
#include "quo/utf8.h"

#include <QSet>

namespace exporting {

namespace {

// Takes row after row.
class Copier
{
public:
    Copier(const RowSource &source, CopyFormat format)
        : m_format(format)
        , m_columns(source.columns)
        , m_context(source.names.context())
    {
        m_options.numbers = Numbers::National; // as a spreadsheet leaves them
        m_options.zone = m_context.reader.zone;
    }

    void add(const inbox::ConversationRow &row)
    {
        switch (m_format) {
        case CopyFormat::Table:
            return addCells(row);
        case CopyFormat::Json:
            return m_objects.append(toJson(row, m_context));
        case CopyFormat::Numbers:
            for (const QString &number : inbox::otherParticipants(row, m_context))
                addOnce(number);
            return;
        case CopyFormat::Ids:
            return addOnce(row.id());
        }
    }

    CopiedRows rows() const
    {
        switch (m_format) {
        case CopyFormat::Table:
            return {m_text, QStringLiteral("<meta charset=\"utf-8\"><table>%1</table>").arg(m_html),
                    m_text.toUtf8()};
        case CopyFormat::Json:
            return {quo::fromUtf8(m_objects.size() == 1 ? m_objects.first()
                                                        : "[\n" + m_objects.join(",\n") + "\n]\n"),
                    {},
                    {}};
        case CopyFormat::Numbers:
        case CopyFormat::Ids:
            break;
        }
        return {m_lines.join(u'\n'), {}, {}};
    }

private:
    void addCells(const inbox::ConversationRow &row)
    {
        QStringList cells;
        // Each on one line, since the program that it is pasted into may know no quotes.
        for (const inbox::Column *column : m_columns)
            cells.append(guardedText(*column, row, m_context, m_options).simplified());
        m_text += delimitedLine(cells, u'\t') + u'\n';
        m_html += htmlRow(cells);
    }

    void addOnce(const QString &line)
    {
        const qsizetype before = m_seen.size();
        m_seen.insert(line);
        if (m_seen.size() > before)
            m_lines.append(line);
    }

    const CopyFormat m_format;
    const Columns m_columns;
    const inbox::CellContext m_context;
    ExportOptions m_options;
    QString m_text;
    QString m_html;
    QByteArrayList m_objects;
    QStringList m_lines;
    QSet<QString> m_seen;
};

} // namespace

CopiedRows copied(const RowSource &source, CopyFormat format)
{
    Copier copier(source, format);
    source.order.forEach([&](quint32 row) { copier.add(source.rows.at(row)); });
    return copier.rows();
}

CopyJob::CopyJob(const RowSource &source, CopyFormat format, quo::Clock &clock, QObject *parent)
    : RowJob(
          source.order.size(),
          [source, format](RowWork::Control &control) -> State {
              Copier copier(source, format);
              const int total = source.order.size();
              int done = 0;
              for (const quint32 row : source.order.rows()) {
                  if (control.isCancelled())
                      return Cancelled{};
                  copier.add(source.rows.at(row));
                  control.setProgress(++done, total);
              }
              return copier.rows();
          },
          clock, parent)
{
}

} // namespace exporting
