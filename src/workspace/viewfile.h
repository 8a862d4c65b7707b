// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/expected.h"
#include "workspace/jsonreader.h"
#include "workspace/view.h"

#include <QByteArray>
#include <QJsonObject>

#include <variant>

namespace workspace {

// Why something is not read as a view at all.
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

// Why a view's file is not taken: it is no view, or one of its fields is wrong.
using ViewFileProblem = std::variant<ViewProblem, JsonProblem>;

constexpr qint64 maxViewFileSize = 256 << 10; // bytes
constexpr int maxSearchLength = 1000;         // characters

// A view as the text of a file: JSON that people can read and mail. Without the view's id.
QByteArray encodeView(const View &view);
// Takes a file from anywhere: all of it is right, or nothing is taken.
quo::Expected<View, ViewFileProblem> decodeView(const QByteArray &text);
// The same for a file on disk.
quo::Expected<View, ViewFileProblem> readViewFile(const QString &fileName);

// What could be read of something. What could not is as if it had never been set.
template <class T>
struct Salvaged
{
    T value;
    QList<JsonProblem> problems;
};

// A view that settings keep: only what is wrong in it is left out. An error where it is no view at
// all, or one of a newer Quoin.
quo::Expected<Salvaged<View>, ViewProblem> salvageView(const QByteArray &text);
// The parts of it that settings keep, read in the same way.
QJsonObject toJson(const Filters &filters);
Salvaged<Filters> salvageFilters(const QJsonObject &object);

} // namespace workspace
