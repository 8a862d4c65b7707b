// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/widgettext.h"

namespace words {

QString menuText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

QString withoutMnemonic(QString text)
{
    for (qsizetype i = text.indexOf(u'&'); i >= 0; i = text.indexOf(u'&', i + 1))
        text.remove(i, 1); // keeps the second of '&&'
    return text;
}

QString toolTipText(const QString &plain)
{
    if (plain.isEmpty())
        return {};
    return QStringLiteral("<qt>%1</qt>")
        .arg(plain.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

} // namespace words
