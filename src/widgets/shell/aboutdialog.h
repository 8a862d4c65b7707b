// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

namespace widgets {

class ThemeSource;

// A library that the program is linked to.
struct Component
{
    QString name;
    QString license; // SPDX
    QString author;
};

// Shows what the program is, its licence and the libraries that it uses.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    AboutDialog(const QString &version, const QList<Component> &components, ThemeSource &theme,
                QWidget *parent);

private:
    QWidget *makeTitle(const QString &version, ThemeSource &theme);
    QWidget *makeComponents(const QList<Component> &components, ThemeSource &theme);
    QWidget *makeLicense();
};

} // namespace widgets
