// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>

namespace app {

// The languages that there are texts in, ISO 639-1, English first.
QStringList languages();

// The program's texts, and Qt's, in one language for as long as it lives.
class Translations
{
public:
    // In the system's language where it is empty; in English where there are no texts in it. Needs
    // an application object, whose layout it turns round for languages that are so written.
    explicit Translations(const QString &language);
    ~Translations();

private:
    QTranslator m_ours;
    QTranslator m_qts;
};

} // namespace app
