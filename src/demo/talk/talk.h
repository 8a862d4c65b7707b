// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <span>

namespace demo {

enum class Language {
    English,
    French,
    German,
    Spanish,
    Portuguese,
    Greek,
    Ukrainian,
    Japanese,
    Hindi,
    Arabic,
    Hebrew,
};
inline constexpr int languageCount = 11;

enum class Topic {
    FrontDesk,
    Sales,
    Support,
    Billing,
    Dispatch,
    Group,  // among several people
    Notice, // from a machine; nobody answers
};

// What customers and staff say to each other about one matter, in one language. No line occurs
// twice in all dialogues.
struct Dialogue
{
    Topic topic;
    // The first character says who speaks: '<' the customer, '2' and '3' other people of a group,
    // '>' the staff. Nothing after it is a picture, which the API leaves out. Null ends the list.
    const char16_t *lines[9];

    int size() const;
};

// All dialogues of a language.
QList<const Dialogue *> dialoguesIn(Language language);
// Those about the topics.
QList<const Dialogue *> dialoguesIn(Language language, std::span<const Topic> topics);

// English.
std::span<const Dialogue> billingTalk();
std::span<const Dialogue> dispatchTalk();
std::span<const Dialogue> frontDeskTalk();
std::span<const Dialogue> groupTalk();
std::span<const Dialogue> noticeTalk();
std::span<const Dialogue> salesTalk();
std::span<const Dialogue> supportTalk();
// Other languages, each with all topics; only some have groups.
std::span<const Dialogue> arabicTalk();
std::span<const Dialogue> frenchTalk();
std::span<const Dialogue> germanTalk();
std::span<const Dialogue> greekTalk();
std::span<const Dialogue> hebrewTalk();
std::span<const Dialogue> hindiTalk();
std::span<const Dialogue> japaneseTalk();
std::span<const Dialogue> portugueseTalk();
std::span<const Dialogue> spanishTalk();
std::span<const Dialogue> ukrainianTalk();

} // namespace demo
