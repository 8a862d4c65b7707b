// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "fuzz/fuzz.h"
#include "inbox/phonenumber.h"
#include "quo/instant.h"

// A command line, one argument a line; and its words as the dates and numbers that they may be.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QString text = QString::fromUtf8(fuzz::toBytes(data, size)).left(2000);
    const QStringList arguments = text.split(u'\n');
    const app::Command command =
        app::parseCommandLine(QStringList{QStringLiteral("quoin")} + arguments, {});
    if (const auto *say = std::get_if<app::Say>(&command))
        fuzz::require(!say->text.isEmpty() && say->exitCode >= 0 && say->exitCode <= 2);
    for (const QString &word : arguments) {
        quo::parseInstant(word);
        const auto number = inbox::parseNumber(word.left(100), {QStringLiteral("US")});
        fuzz::require(!number || number->startsWith(u'+'));
        inbox::formatNumber(word.left(100), QStringLiteral("US"));
    }
    return 0;
}
