// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace app {

namespace {

const QLatin1String folder(":/i18n");

QString fileOf(const QString &language)
{
    return QStringLiteral("quoin_%1.qm").arg(language);
}

} // namespace

QStringList languages()
{
    const QString english = QStringLiteral("en");
    QStringList languages{english};
    const QStringList files = QDir(folder).entryList({fileOf(QStringLiteral("*"))});
    for (const QString &file : files) {
        const QString language = file.section(u'_', 1).section(u'.', 0, 0);
        if (language != english)
            languages.append(language);
    }
    return languages;
}

Translations::Translations(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!m_ours.load(locale, QStringLiteral("quoin"), QStringLiteral("_"), folder) &&
        !m_ours.load(fileOf(QStringLiteral("en")), folder))
        return;
    // Of its own first choice and not of the locale's, which may be a language without texts.
    const QLocale ours(m_ours.language());
    if (m_qts.load(ours, QStringLiteral("qtbase"), QStringLiteral("_"),
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    QCoreApplication::installTranslator(&m_ours);
    if (qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        QGuiApplication::setLayoutDirection(ours.textDirection());
}

Translations::~Translations()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
}

} // namespace app
