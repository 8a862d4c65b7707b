// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"
#include "app/workspacecontroller.h"
#include "support/windowtest.h"
#include "widgets/conversationtable.h"
#include "widgets/elidedlabel.h"
#include "widgets/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString describe(const QWidget *widget)
{
    const auto *label = qobject_cast<const QLabel *>(widget);
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return u"%1 ‘%2’ has %3×%4, needs %5×%6"_s
        .arg(QString::fromLatin1(widget->metaObject()->className()), label ? label->text()
                                                                     : button
                                                                         ? button->text()
                                                                         : widget->accessibleName())
        .arg(widget->width())
        .arg(widget->height())
        .arg(widget->sizeHint().width())
        .arg(label && label->wordWrap() ? label->heightForWidth(label->width())
                                        : widget->sizeHint().height());
}

// Whether all of its text is there to be read. What is elided on purpose says the whole in its tip.
bool isWhole(const QWidget *widget)
{
    if (qobject_cast<const widgets::ElidedLabel *>(widget))
        return true;
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty())
            return true;
        return label->wordWrap() ? label->height() >= label->heightForWidth(label->width())
                                 : label->width() >= label->sizeHint().width();
    }
    if (qobject_cast<const QAbstractButton *>(widget))
        return widget->width() >= widget->minimumSizeHint().width() &&
               widget->height() >= widget->minimumSizeHint().height();
    return true;
}

QStringList clipped(const QWidget &window)
{
    QStringList clipped;
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        // A button in a line edit is an icon.
        if (widget->inherits("QLineEditIconButton"))
            continue;
        const bool isText =
            qobject_cast<const QLabel *>(widget) || qobject_cast<const QAbstractButton *>(widget);
        if (!isText)
            continue;
        const QRect shown(widget->mapTo(&window, QPoint()), widget->size());
        // What scrolls down may reach beyond, but not to the sides.
        const QWidget *area = nullptr;
        for (const QWidget *above = widget; above && !area; above = above->parentWidget())
            if (above->objectName() == u"qt_scrollarea_viewport"_s)
                area = above;
        QRect room = area ? QRect(area->mapTo(&window, QPoint()), area->size()) : window.rect();
        if (area)
            room.setRect(room.left(), shown.top(), room.width(), shown.height());
        if (!isWhole(widget) || !room.contains(shown))
            clipped.append(describe(widget));
    }
    return clipped;
}

} // namespace

// The whole window in every language and size.
class TestLooks : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsClipped_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("text");
        for (const QString &language : app::languages()) {
            const auto add = [&language](const char *name, const QSize &size, double text) {
                QTest::addRow("%s, %s", qPrintable(language), name) << language << size << text;
            };
            add("small", {1024, 640}, 1);
            add("usual", {1280, 780}, 1);
            add("large text, small", {1024, 640}, 2);
            add("large text, 4K", {3840, 2160}, 2);
        }
    }

    void nothingIsClipped()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        QFETCH(double, text);
        const QFont usual = QApplication::font();
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * text);
        QApplication::setFont(font);
        const auto restore = qScopeGuard([&usual] {
            QApplication::setFont(usual);
            QApplication::setLayoutDirection(Qt::LeftToRight);
        });
        const app::Translations words(language);
        quo::SystemClock clock;
        workspace::SettingsFile file(m_settingsFile);
        workspace::ProgramSettings settings(file);
        workspace::Preferences preferences;
        preferences.language = language;
        settings.setPreferences(preferences);
        workspace::KeyStore keys{u"quoin-test"_s};
        widgets::MainWindow window(settings);
        app::WorkspaceController controller({.clock = clock,
                                             .settingsFile = file,
                                             .settings = settings,
                                             .keys = keys,
                                             .window = window,
                                             .cacheFolder = {},
                                             .baseUrl = QUrl(u"https://api.quo.com"_s),
                                             .demoConversations = 60});
        window.resize(size);
        window.show();
        controller.openDemo();
        QTRY_COMPARE(controller.openWorkspace()->session.status().loaded, 60);
        QTRY_VERIFY(!controller.openWorkspace()->directory.isLoading());
        controller.inboxPage()->selectFirst();
        QTRY_VERIFY(window.findChild<widgets::ConversationTable *>()->selectedRow());
        QCOMPARE(window.layoutDirection(), QLocale(language).textDirection());
        const auto picture = qScopeGuard([&window] {
            if (const QString folder = qEnvironmentVariable("QUOIN_LOOKS"); !folder.isEmpty())
                window.grab().save(u"%1/%2.png"_s.arg(
                    folder, QString::fromUtf8(QTest::currentDataTag()).replace(u", "_s, u"-"_s)));
        });
        // Layouts settle in the event loop.
        QTRY_VERIFY2_WITH_TIMEOUT(clipped(window).isEmpty(),
                                  qPrintable(clipped(window).join(u'\n')), 1000);
        QCOMPARE(window.size(), size);
    }
};

QTEST_MAIN(TestLooks)
#include "tst_looks.moc"
