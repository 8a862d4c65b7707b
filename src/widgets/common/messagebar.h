// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/clock.h"
#include "words/notices.h"

#include <QFrame>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QToolButton;

namespace widgets {

class ElidedLabel;
class ThemeSource;
enum class Drawing;

// The one place for notices above a list or a page: a line with at most two buttons. Of several
// messages it shows the most urgent one, and how many there are. What the reader points at or has
// in focus stays while it is true. It is hidden while there is no message.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    using Tone = words::Notice::Tone;

    struct Action
    {
        QString text;
        std::function<void()> run;
    };
    enum class Stay {
        UntilClosed,
        Briefly,   // only confirms what the reader has just done: shown first, and gone after 8 s
        WhileTrue, // cannot be closed; who has shown it removes it
    };
    struct Message
    {
        QString id; // a message replaces the one with the same id
        QString text;
        QList<Action> actions = {}; // two at most
        Stay stay = Stay::UntilClosed;
        Tone tone = Tone::Calm;
        QString detail = {};                 // technical, behind a button
        std::optional<Drawing> drawing = {}; // null: as the tone has it
    };

    // The clock must outlive it.
    MessageBar(ThemeSource &theme, quo::Clock &clock, QWidget *parent = nullptr);
    ~MessageBar() override;

    void show(const Message &message);
    // Changes the text of a message that is shown, such as a progress, without an announcement.
    void setText(const QString &id, const QString &text);
    void remove(const QString &id);

    // From now on 'place' shows the messages of both, as long as it lives.
    void lendTo(MessageBar &place);

Q_SIGNALS:
    // By the reader, or after its time.
    void closed(const QString &id);
    // What had the focus in it is gone, so that the focus has to go elsewhere.
    void focusLost();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Entry
    {
        Message message;
        std::unique_ptr<QWidget> voice; // announces it
    };
    Entry &add(const Message &message);
    void close(const QString &id);
    std::vector<Entry>::iterator entry(const QString &id);
    const Message *shown() const; // null while there is none
    bool isHeld() const;
    void showMostUrgent();
    void setShown(const QString &id);
    void showNext();
    void showShown();
    void applyTheme();
    void awaitEnd();
    void run(qsizetype action);

    ThemeSource &m_theme;
    quo::Clock &m_clock;
    QLabel *const m_drawingLabel;
    ElidedLabel *const m_textLabel;
    QToolButton *const m_nextButton;
    QPushButton *const m_firstButton;
    QPushButton *const m_secondButton;
    QToolButton *const m_closeButton;
    std::vector<Entry> m_entries; // the most urgent one first
    QString m_shownId;
    QPointer<MessageBar> m_place;             // null unless it is lent
    std::unique_ptr<quo::Clock::Timer> m_end; // of what stays briefly
    // What the program tells ends with this and not with the widget, whose children may lose the
    // focus while they go.
    QObject m_lifetime;
};

} // namespace widgets
