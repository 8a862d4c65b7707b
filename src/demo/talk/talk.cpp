// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/talk/talk.h"

#include <algorithm>

namespace demo {

namespace {

QList<const Dialogue *> pointersTo(std::initializer_list<std::span<const Dialogue>> tables)
{
    QList<const Dialogue *> all;
    for (const std::span<const Dialogue> table : tables)
        for (const Dialogue &dialogue : table)
            all.append(&dialogue);
    return all;
}

} // namespace

int Dialogue::size() const
{
    return int(std::ranges::find(lines, nullptr) - std::begin(lines));
}

QList<const Dialogue *> dialoguesIn(Language language)
{
    switch (language) {
    case Language::English:
        return pointersTo({frontDeskTalk(), salesTalk(), supportTalk(), billingTalk(),
                           dispatchTalk(), groupTalk(), noticeTalk()});
    case Language::French:
        return pointersTo({frenchTalk()});
    case Language::German:
        return pointersTo({germanTalk()});
    case Language::Spanish:
        return pointersTo({spanishTalk()});
    case Language::Portuguese:
        return pointersTo({portugueseTalk()});
    case Language::Greek:
        return pointersTo({greekTalk()});
    case Language::Ukrainian:
        return pointersTo({ukrainianTalk()});
    case Language::Japanese:
        return pointersTo({japaneseTalk()});
    case Language::Hindi:
        return pointersTo({hindiTalk()});
    case Language::Arabic:
        return pointersTo({arabicTalk()});
    case Language::Hebrew:
        return pointersTo({hebrewTalk()});
    }
    return {};
}

QList<const Dialogue *> dialoguesIn(Language language, std::span<const Topic> topics)
{
    QList<const Dialogue *> some = dialoguesIn(language);
    some.removeIf([topics](const Dialogue *dialogue) {
        return std::ranges::find(topics, dialogue->topic) == topics.end();
    });
    return some;
}

} // namespace demo
