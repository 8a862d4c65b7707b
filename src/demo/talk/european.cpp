// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/talk/talk.h"

namespace demo {

std::span<const Dialogue> portugueseTalk()
{
    using enum Topic;
    static constexpr Dialogue dialogues[] = {
        {FrontDesk,
         {
             u"<Bom dia, estão abertos ao sábado?",
             u">Bom dia! Sim, das 9 às 13 horas.",
             u"<Perfeito, passo às onze.",
         }},
        {Sales,
         {
             u"<Podem fazer um orçamento para a casa de banho?",
             u">Com certeza. Qual é a área?",
             u"<Seis metros quadrados.",
             u">Envio-lhe os valores ainda hoje.",
         }},
        {Support,
         {
             u"<A máquina de lavar loiça mostra E24, o que faço?",
             u">É o escoamento. O filtro está limpo?",
             u"<Estava sujo. Já trabalha!",
         }},
        {Billing,
         {
             u"<Cobraram-me duas vezes, podem ver?",
             u">Já vi. Um dos valores desaparece em cinco dias.",
             u"<Fico então à espera.",
         }},
        {Dispatch,
         {
             u"<A que horas chega o técnico?",
             u">Entre as 10 e as 11, ele liga antes.",
             u"<Fico em casa, então.",
             u">Agradecemos a paciência.",
         }},
    };
    return dialogues;
}

std::span<const Dialogue> greekTalk()
{
    using enum Topic;
    static constexpr Dialogue dialogues[] = {
        {FrontDesk,
         {
             u"<Καλημέρα, είστε ανοιχτά το Σάββατο;",
             u">Καλημέρα! Ναι, από τις 9 ως τις 2.",
             u"<Ευχαριστώ πολύ!",
         }},
        {Sales,
         {
             u"<Πόσο κοστίζει ένας καινούργιος λέβητας;",
             u">Από 1.900 ως 2.600 €, με την τοποθέτηση.",
             u"<Μπορείτε να έρθετε να δείτε τον χώρο;",
             u">Την Τετάρτη στις 4 το απόγευμα.",
         }},
        {Support,
         {
             u"<Δεν έχω ζεστό νερό από το πρωί, τι να κάνω;",
             u">Πατήστε το κουμπί επαναφοράς για πέντε δευτερόλεπτα.",
             u"<Δουλεύει ξανά, να είστε καλά.",
         }},
        {Billing,
         {
             u"<Μου στέλνετε πάλι το τιμολόγιο;",
             u">Μόλις το έστειλα στο email σας.",
             u"<Το βρήκα.",
         }},
        {Dispatch,
         {
             u"<Τι ώρα θα έρθει ο τεχνικός;",
             u">Μεταξύ 10 και 11. Θα σας πάρει τηλέφωνο.",
             u"<Ωραία, είμαι στο σπίτι.",
         }},
    };
    return dialogues;
}

std::span<const Dialogue> ukrainianTalk()
{
    using enum Topic;
    static constexpr Dialogue dialogues[] = {
        {FrontDesk,
         {
             u"<Добрий день, ви працюєте в суботу?",
             u">Так, з 9 до 14 години.",
             u"<Чудово, тоді завітаю.",
         }},
        {Sales,
         {
             u"<Скільки коштує новий котел?",
             u">Від 48 000 грн разом із монтажем.",
             u"<Надішліть, будь ласка, розрахунок.",
             u">Надішлемо сьогодні ввечері.",
         }},
        {Support,
         {
             u"<Зранку немає гарячої води, що робити?",
             u">Утримуйте кнопку скидання п’ять секунд.",
             u"<Запрацювало, щиро дякую.",
         }},
        {Billing,
         {
             u"<Чи надійшла моя оплата за липень?",
             u">Надійшла, квитанція у вашому кабінеті.",
             u"<Бачу її.",
         }},
        {Dispatch,
         {
             u"<Коли приїде майстер?",
             u">Між 10 і 11, він зателефонує дорогою.",
             u"<Добре, чекаю вдома.",
         }},
    };
    return dialogues;
}

} // namespace demo
