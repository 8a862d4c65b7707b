// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/expected.h"
#include "workspace/jsonreader.h"
#include "workspace/view.h"

#include <QByteArray>
#include <QJsonObject>

#include <variant>

namespace workspace {

// Why a text cannot be read as a view at all.
struct ViewProblem
{
    enum class Kind {
        Unreadable, // the file, for the reason in 'detail'
        NotAFile,   // a folder, a device or the like
        TooLarge,
        NotJson, // for the reason in 'detail'
        NotAView,
        UnknownVersion, // 'detail' is the version
    };

    Kind kind = Kind::NotJson;
    QString detail = {};
};

// Why the file of a view is refused: it is not a view, or one of its fields is wrong.
using ViewFileProblem = std::variant<ViewProblem, JsonProblem>;

constexpr qint64 maxViewFileSize = 256 << 10; // bytes
constexpr int maxSearchLength = 1000;         // characters

// A view as the content of a file: JSON that people can read and send. Without the view's id.
QByteArray encodeView(const View &view);
// Reads a file from an unknown source strictly: a view with any problem is refused.
quo::Expected<View, ViewFileProblem> decodeView(const QByteArray &text);
// The same for a file on disk.
quo::Expected<View, ViewFileProblem> readViewFile(const QString &fileName);

// The parts of a value that could be read, and the problems of the others, which count as not set.
template <class T>
struct Salvaged
{
    T value;
    QList<JsonProblem> problems;
};

// Reads a view from settings leniently: only the parts with problems are lost. An error if it is
// not a view, or if a newer Quoin has written it.
quo::Expected<Salvaged<View>, ViewProblem> salvageView(const QByteArray &text);
// Parts of a view that settings keep, read in the same way.
QJsonObject toJson(const Filters &filters);
Salvaged<Filters> salvageFilters(const QJsonObject &object);

} // namespace workspace
