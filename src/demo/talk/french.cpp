// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/talk/talk.h"

namespace demo {

std::span<const Dialogue> frenchTalk()
{
    using enum Topic;
    static constexpr Dialogue dialogues[] = {
        {FrontDesk,
         {
             u"<Bonjour, êtes-vous ouverts le samedi ?",
             u">Bonjour ! Oui, de 9 h à 13 h.",
             u"<Et pendant le pont du 8 mai ?",
             u">Fermé le 8, ouvert le 9.",
         }},
        {FrontDesk,
         {
             u"<Puis-je déplacer mon rendez-vous de mardi ?",
             u">Bien sûr. Mercredi à 10 h ou jeudi à 16 h ?",
             u"<Jeudi à 16 h, s’il vous plaît.",
             u">C’est noté, à jeudi.",
         }},
        {FrontDesk,
         {
             u"<J’ai eu un appel de votre numéro, c’était à quel sujet ?",
             u">Pour confirmer la visite du 12. Cela vous convient toujours ?",
             u"<Oui, parfait, je serai là.",
         }},
        {FrontDesk,
         {
             u"<Avez-vous retrouvé un parapluie vert hier ?",
             u">Oui, il vous attend à l’accueil.",
             u"<Merci mille fois, je passe demain.",
         }},
        {Sales,
         {
             u"<Pourriez-vous me faire un devis pour une pompe à chaleur ?",
             u">Avec plaisir. Quelle est la surface de la maison ?",
             u"<120 m², sur deux niveaux.",
             u">Comptez entre 9 000 et 11 000 €. Je vous envoie le détail ce soir.",
         }},
        {Sales,
         {
             u"<Le devis de mars est-il encore valable ?",
             u">Jusqu’à la fin du mois, oui.",
             u"<Alors je signe cette semaine.",
         }},
        {Sales,
         {
             u"<Faites-vous un prix pour deux appartements ?",
             u">Huit pour cent sur le second.",
             u"<Très bien, je vous envoie les plans.",
             u"<",
             u">Bien reçu, merci.",
         }},
        {Sales,
         {
             u"<La pose est-elle comprise dans les 3 400 € ?",
             u">Oui, ainsi que l’enlèvement de l’ancienne chaudière.",
             u"<C’est clair, j’en parle ce soir à la maison.",
         }},
        {Support,
         {
             u"<Le lave-vaisselle affiche E24, que faire ?",
             u">C’est la vidange. Le filtre est-il propre ?",
             u"<Je viens de le nettoyer, même message.",
             u">Regardez si le tuyau derrière est plié.",
             u"<C’était ça, il tourne !",
         }},
        {Support,
         {
             u"<Plus d’eau chaude depuis ce matin, pouvez-vous m’aider ?",
             u">L’écran de la chaudière est-il allumé ?",
             u"<Il est rouge et indique 1.2.",
             u">Tenez le bouton de remise à zéro cinq secondes.",
             u"<L’eau redevient chaude, ouf.",
         }},
        {Support,
         {
             u"<Le radiateur du salon fait du bruit, est-ce grave ?",
             u">Non, il y a de l’air. Avez-vous la petite clé ?",
             u"<Oui, et maintenant c’est le silence.",
         }},
        {Support,
         {
             u"<Je n’arrive plus à me connecter, le site est en panne ?",
             u">Non, mais seul le dernier code reçu est valable.",
             u"<Ah, j’utilisais l’ancien. Cela marche.",
         }},
        {Billing,
         {
             u"<Je n’ai pas reçu la facture de juin, pouvez-vous la renvoyer ?",
             u">Elle vient de partir. Vérifiez aussi les indésirables.",
             u"<Trouvée, merci !",
         }},
        {Billing,
         {
             u"<Pourquoi y a-t-il deux prélèvements ?",
             u">La seconde somme n’est qu’une réserve, elle disparaît sous cinq jours.",
             u"<D’accord, je regarde lundi.",
             u">Écrivez-moi si elle est encore là.",
         }},
        {Billing,
         {
             u"<Peut-on payer en trois fois ?",
             u">Oui, sans frais : un tiers à la commande, un au début, un à la fin.",
             u"<Cela me va très bien.",
         }},
        {Billing,
         {
             u"<Mon remboursement est-il parti ?",
             u">Oui, mardi : 95 € sur le compte qui se termine par 410.",
             u"<Je ne le vois pas encore.",
             u">La banque annonce deux jours de plus.",
         }},
        {Dispatch,
         {
             u"<Bonjour, à quelle heure passe le technicien ?",
             u">Entre 10 h et 11 h. Il vous appelle en route.",
             u"<Le code de la porte est 4 B 71, dernier étage.",
             u">Transmis, merci.",
         }},
        {Dispatch,
         {
             u"<Le colis n’est toujours pas arrivé, où est-il ?",
             u">Chez votre voisin du 14, d’après le livreur.",
             u"<En effet, je l’ai. Merci !",
         }},
        {Dispatch,
         {
             u"<Pouvez-vous venir une heure plus tard ? Mon train est bloqué.",
             u">15 h 15, cela irait ?",
             u"<Oui, c’est parfait.",
             u">Alors à tout à l’heure.",
         }},
        {Dispatch,
         {
             u"<Personne n’est venu ce matin, que se passe-t-il ?",
             u">Toutes nos excuses, la camionnette est en panne. 17 h aujourd’hui ?",
             u"<Bon, 17 h, mais pas plus tard.",
             u">Il sera là à moins dix.",
         }},
        {Group,
         {
             u"<Tout le monde peut jeudi à 18 h pour la visite ?",
             u"2Moi à partir de 18 h 30.",
             u">18 h 30 nous va aussi, devant l’entrée.",
             u"3J’apporte les plans.",
         }},
        {Group,
         {
             u"<Qui garde la clé de la cave ?",
             u"2Je l’ai donnée aux peintres.",
             u">Nous en avons une, le chauffeur l’apporte avant midi.",
         }},
    };
    return dialogues;
}

} // namespace demo
