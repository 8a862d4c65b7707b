<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>DateRangePopover</name>
    <message>
        <source>A&amp;ny time</source>
        <translation>&amp;N’importe quand</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Aujourd’hui</translation>
    </message>
    <message>
        <source>&amp;Yesterday</source>
        <translation>&amp;Hier</translation>
    </message>
    <message>
        <source>Last &amp;7 days</source>
        <translation>&amp;7 derniers jours</translation>
    </message>
    <message>
        <source>Last &amp;30 days</source>
        <translation>&amp;30 derniers jours</translation>
    </message>
    <message>
        <source>This &amp;month</source>
        <translation>Ce &amp;mois-ci</translation>
    </message>
    <message>
        <source>&amp;Custom</source>
        <translation>&amp;Personnalisé</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Du</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>A&amp;u</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Selected conversation</source>
        <translation>Conversation sélectionnée</translation>
    </message>
    <message>
        <source>What to do with it</source>
        <translation>Que faire avec elle</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Select a conversation to see who owns it and whether it is muted or snoozed.</source>
        <translation>Sélectionnez une conversation pour voir à qui elle est et si elle est en sourdine ou reportée.</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Attribution</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Sourdine</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimée</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>Suppression</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Détails</translation>
    </message>
    <message>
        <source>What to see of it</source>
        <translation>Que voir d’elle</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes du tableau</translation>
    </message>
    <message>
        <source>Export problem</source>
        <translation>Problème d’exportation</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>&amp;Montrer dans le dossier</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>Export what there &amp;is</source>
        <translation>Exporter ce qu’il &amp;y a</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>Retry export</source>
        <translation>Réessayer l’exportation</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close export</source>
        <translation>Fermer l’exportation</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Which conversations</source>
        <translation>Quelles conversations</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Phone &amp;numbers</source>
        <translation>&amp;Numéros de téléphone</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>Numéros de téléphone</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>&amp;Heures</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>Add the names of line and teammate</source>
        <translation>Ajouter les noms de la ligne et du coéquipier</translation>
    </message>
    <message>
        <source>Write beside it what it was made of (.manifest.json)</source>
        <translation>Écrire à côté de quoi il a été fait (.manifest.json)</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>F&amp;ichier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
</context>
<context>
    <name>LinesPopover</name>
    <message>
        <source>&amp;Only this</source>
        <translation>&amp;Seulement celle-ci</translation>
    </message>
    <message>
        <source>Only this line</source>
        <translation>Seulement cette ligne</translation>
    </message>
    <message>
        <source>All &amp;but this</source>
        <translation>Toutes &amp;sauf celle-ci</translation>
    </message>
    <message>
        <source>All but this line</source>
        <translation>Toutes sauf cette ligne</translation>
    </message>
    <message>
        <source>&amp;Every line</source>
        <translation>&amp;Toutes les lignes</translation>
    </message>
    <message>
        <source>Every line</source>
        <translation>Toutes les lignes</translation>
    </message>
</context>
<context>
    <name>NoticeWidget</name>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>A&amp;rrêter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualiser</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>&amp;Export as</source>
        <translation>&amp;Exporter en</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exporter en</translation>
    </message>
    <message>
        <source>All workspaces</source>
        <translation>Tous les espaces de travail</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Fuseau horaire</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>&amp;Proxy</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Proxy’s host</source>
        <translation>Hôte du proxy</translation>
    </message>
    <message>
        <source>proxy.example.com</source>
        <translation>proxy.example.com</translation>
    </message>
    <message>
        <source>Proxy’s port</source>
        <translation>Port du proxy</translation>
    </message>
    <message>
        <source>Conversations kept in &amp;memory</source>
        <translation>Conversations en &amp;mémoire</translation>
    </message>
    <message>
        <source>Conversations kept in memory</source>
        <translation>Conversations en mémoire</translation>
    </message>
    <message>
        <source>Their messages and calls need not be read again</source>
        <translation>Leurs messages et appels n’ont pas à être relus</translation>
    </message>
    <message>
        <source>Settings problem</source>
        <translation>Problème de réglage</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Quoin reads the workspace’s conversations with an API key. It never changes anything there.</source>
        <translation>Quoin lit les conversations de l’espace de travail avec une clé d’API. Il n’y change jamais rien.</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>&amp;Clé d’API</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clé d’API</translation>
    </message>
    <message>
        <source>&amp;Name of the workspace</source>
        <translation>&amp;Nom de l’espace de travail</translation>
    </message>
    <message>
        <source>Name of the workspace</source>
        <translation>Nom de l’espace de travail</translation>
    </message>
    <message>
        <source>As you call it; optional</source>
        <translation>Comme vous l’appelez&#xa0;; facultatif</translation>
    </message>
    <message>
        <source>Sign-in problem</source>
        <translation>Problème de connexion</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>Se &amp;connecter</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Cancel sign-in</source>
        <translation>Annuler la connexion</translation>
    </message>
    <message>
        <source>&amp;Remove workspace</source>
        <translation>&amp;Retirer l’espace de travail</translation>
    </message>
    <message>
        <source>Takes it off the list, with its filters and views on this computer. Nothing changes in Quo.</source>
        <translation>Le retire de la liste, avec ses filtres et ses vues sur cet ordinateur. Rien ne change dans Quo.</translation>
    </message>
    <message>
        <source>Remove workspace</source>
        <translation>Retirer l’espace de travail</translation>
    </message>
    <message>
        <source>No key at hand? A made-up workspace needs none.</source>
        <translation>Pas de clé sous la main&#xa0;? Un espace de travail inventé n’en a pas besoin.</translation>
    </message>
    <message>
        <source>&amp;Demo workspace</source>
        <translation>Espace de &amp;démonstration</translation>
    </message>
    <message>
        <source>Demo workspace</source>
        <translation>Espace de démonstration</translation>
    </message>
</context>
<context>
    <name>TeammatePopover</name>
    <message>
        <source>Shows the conversations of this user as Quo counts them; that is not the same as ‘assigned to’.</source>
        <translation>Montre les conversations de cet utilisateur telles que Quo les compte&#xa0;; ce n’est pas la même chose que «&#xa0;attribuée à&#xa0;».</translation>
    </message>
</context>
<context>
    <name>ViewsPanel</name>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vues enregistrées</translation>
    </message>
    <message>
        <source>Enter opens a view, F2 renames it, Alt with Up or Down moves it, Delete deletes it</source>
        <translation>Entrée ouvre une vue, F2 la renomme, Alt avec Haut ou Bas la déplace, Suppr la supprime</translation>
    </message>
    <message>
        <source>Set filters and columns, then save them here to come back with one click.</source>
        <translation>Réglez les filtres et les colonnes, puis enregistrez-les ici pour y revenir d’un clic.</translation>
    </message>
    <message>
        <source>View message</source>
        <translation>Message sur les vues</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>Annuler la suppression</translation>
    </message>
    <message>
        <source>✕</source>
        <translation>✕</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>Save &amp;view</source>
        <translation>Enregistrer la &amp;vue</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Enregistrer la vue</translation>
    </message>
    <message>
        <source>Keep these filters and columns under a name (Ctrl+S)</source>
        <translation>Garder ces filtres et colonnes sous un nom (Ctrl+S)</translation>
    </message>
</context>
<context>
    <name>app::CommandLine</name>
    <message>
        <source>Serves a made-up workspace over Quo&apos;s API on 127.0.0.1 and prints its base URL.</source>
        <translation>Sert un espace de travail inventé par l’API de Quo sur 127.0.0.1 et imprime son URL de base.</translation>
    </message>
    <message>
        <source>This command.</source>
        <translation>Cette commande.</translation>
    </message>
    <message>
        <source>Listen there; 0 takes a free port.</source>
        <translation>Écouter là&#xa0;; 0 prend un port libre.</translation>
    </message>
    <message>
        <source>How many conversations there are.</source>
        <translation>Combien de conversations il y a.</translation>
    </message>
    <message>
        <source>What the workspace is made from.</source>
        <translation>À partir de quoi l’espace de travail est fait.</translation>
    </message>
    <message>
        <source>Milliseconds before each answer.</source>
        <translation>Millisecondes avant chaque réponse.</translation>
    </message>
    <message>
        <source>Requests a second for each key; 0 for no limit.</source>
        <translation>Requêtes par seconde et par clé&#xa0;; 0 pour ne pas limiter.</translation>
    </message>
    <message>
        <source>The same as --view FILE.</source>
        <translation>Comme --view FICHIER.</translation>
    </message>
    <message>
        <source>Browses the conversations of a Quo workspace; never writes.

The API key is read from QUO_API_KEY, the base URL also from QUO_API_BASE_URL.
Other commands, each with a --help of its own: &apos;quoin export&apos;, &apos;quoin lines&apos;,
&apos;quoin users&apos; and &apos;quoin demo-server&apos;.</source>
        <translation>Parcourt les conversations d’un espace de travail Quo&#xa0;; n’écrit jamais.

La clé d’API est lue dans QUO_API_KEY, l’URL de base aussi dans QUO_API_BASE_URL.
Autres commandes, chacune avec son propre --help&#xa0;: &apos;quoin export&apos;, &apos;quoin lines&apos;,
&apos;quoin users&apos; et &apos;quoin demo-server&apos;.</translation>
    </message>
    <message>
        <source>Open the view in this file.</source>
        <translation>Ouvrir la vue de ce fichier.</translation>
    </message>
    <message>
        <source>Write the window as PNG once the first page stands in it, then exit.</source>
        <translation>Écrire la fenêtre en PNG dès que la première page y est, puis quitter.</translation>
    </message>
    <message>
        <source>unexpected argument &apos;%1&apos;</source>
        <translation>argument inattendu &apos;%1&apos;</translation>
    </message>
    <message>
        <source>--view takes a file name</source>
        <translation>--view attend un nom de fichier</translation>
    </message>
    <message>
        <source>--screenshot takes a file name</source>
        <translation>--screenshot attend un nom de fichier</translation>
    </message>
    <message>
        <source>Writes conversations to a file, without a window. Exit code 0: whole; 1: it failed;
2: an option is wrong; 3: incomplete.

T is an ISO 8601 time, a date such as 2026-01-31, or an age such as 7d.</source>
        <translation>Écrit des conversations dans un fichier, sans fenêtre. Code de sortie 0&#xa0;: entier&#xa0;; 1&#xa0;: échec&#xa0;;
2&#xa0;: une option est fausse&#xa0;; 3&#xa0;: incomplet.

T est une heure ISO 8601, une date comme 2026-01-31 ou un âge comme 7d.</translation>
    </message>
    <message>
        <source>Write there; &apos;-&apos; is the standard output.</source>
        <translation>Écrire là&#xa0;; &apos;-&apos; est la sortie standard.</translation>
    </message>
    <message>
        <source>One of %1; else by the file&apos;s ending.</source>
        <translation>L’un de %1&#xa0;; sinon d’après la fin du nom.</translation>
    </message>
    <message>
        <source>Only this line, by ID or number; several times for several.</source>
        <translation>Seulement cette ligne, par ID ou numéro&#xa0;; plusieurs fois pour plusieurs.</translation>
    </message>
    <message>
        <source>Only this user&apos;s, by ID.</source>
        <translation>Seulement celles de cet utilisateur, par ID.</translation>
    </message>
    <message>
        <source>Only what was so.</source>
        <translation>Seulement ce qui l’a été alors.</translation>
    </message>
    <message>
        <source>Leave inactive ones out.</source>
        <translation>Omettre les inactives.</translation>
    </message>
    <message>
        <source>Only those that are one of %1; several times for several.</source>
        <translation>Seulement celles qui sont l’un de %1&#xa0;; plusieurs fois pour plusieurs.</translation>
    </message>
    <message>
        <source>Only those for which all of it holds: words, and conditions such as &apos;line:support&apos;, &apos;-to:none&apos; or &apos;before:2026-01-31&apos;.</source>
        <translation>Seulement celles pour lesquelles tout est vrai&#xa0;: des mots, et des conditions comme &apos;line:support&apos;, &apos;-to:none&apos; ou &apos;before:2026-01-31&apos;.</translation>
    </message>
    <message>
        <source>By these columns, &apos;:desc&apos; for the other way; &apos;none&apos; writes rows as they arrive.</source>
        <translation>Selon ces colonnes, &apos;:desc&apos; pour l’autre sens&#xa0;; &apos;none&apos; écrit les lignes comme elles arrivent.</translation>
    </message>
    <message>
        <source>These, with commas between them: %1.</source>
        <translation>Celles-ci, séparées par des virgules&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Filters, search, sort and columns of a view&apos;s file.</source>
        <translation>Filtres, recherche, tri et colonnes du fichier d’une vue.</translation>
    </message>
    <message>
        <source>No more rows than that.</source>
        <translation>Pas plus de lignes que cela.</translation>
    </message>
    <message>
        <source>JSON: add the names of line and teammate.</source>
        <translation>JSON&#xa0;: ajouter les noms de la ligne et du coéquipier.</translation>
    </message>
    <message>
        <source>Write FILE.manifest.json beside it: what the export was made of.</source>
        <translation>Écrire à côté FICHIER.manifest.json&#xa0;: de quoi l’exportation a été faite.</translation>
    </message>
    <message>
        <source>Leave text as it is that a spreadsheet would run as a formula.</source>
        <translation>Laisser tel quel le texte qu’un tableur exécuterait comme formule.</translation>
    </message>
    <message>
        <source>Times in the zone of this machine.</source>
        <translation>Heures dans le fuseau de cette machine.</translation>
    </message>
    <message>
        <source>No progress.</source>
        <translation>Pas de progression.</translation>
    </message>
    <message>
        <source>--%1 takes one of %2</source>
        <translation>--%1 attend l’un de %2</translation>
    </message>
    <message>
        <source>--output takes a file name, or &apos;-&apos; for the standard output</source>
        <translation>--output attend un nom de fichier, ou &apos;-&apos; pour la sortie standard</translation>
    </message>
    <message>
        <source>--utc and --local exclude each other</source>
        <translation>--utc et --local s’excluent</translation>
    </message>
    <message>
        <source>--%1 takes a time such as 2026-01-31T10:00:00Z, 2026-01-31 or 7d</source>
        <translation>--%1 attend une heure comme 2026-01-31T10:00:00Z, 2026-01-31 ou 7d</translation>
    </message>
    <message>
        <source>--sort takes &apos;none&apos; or some of %1, with &apos;:desc&apos; for the other way</source>
        <translation>--sort attend &apos;none&apos; ou certaines de %1, avec &apos;:desc&apos; pour l’autre sens</translation>
    </message>
    <message>
        <source>--columns takes some of %1</source>
        <translation>--columns attend certaines de %1</translation>
    </message>
    <message>
        <source>--manifest goes with a file, and not with the standard output</source>
        <translation>--manifest va avec un fichier, pas avec la sortie standard</translation>
    </message>
    <message>
        <source>Lists the workspace&apos;s phone numbers.</source>
        <translation>Liste les numéros de téléphone de l’espace de travail.</translation>
    </message>
    <message>
        <source>Lists the workspace&apos;s users.</source>
        <translation>Liste les utilisateurs de l’espace de travail.</translation>
    </message>
    <message>
        <source>table, or json.</source>
        <translation>table ou json.</translation>
    </message>
    <message>
        <source>--format takes one of table, json</source>
        <translation>--format attend l’un de table, json</translation>
    </message>
    <message>
        <source>Print the options.</source>
        <translation>Imprimer les options.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3</source>
        <translation>--%1 attend un nombre entier de %2 à %3</translation>
    </message>
    <message>
        <source>A made-up workspace: no key, no network.</source>
        <translation>Un espace de travail inventé&#xa0;: ni clé, ni réseau.</translation>
    </message>
    <message>
        <source>How many conversations the demo has.</source>
        <translation>Combien de conversations a l’espace inventé.</translation>
    </message>
    <message>
        <source>Where the API is.</source>
        <translation>Où est l’API.</translation>
    </message>
    <message>
        <source>--demo-conversations goes with --demo</source>
        <translation>--demo-conversations va avec --demo</translation>
    </message>
    <message>
        <source>--demo has a base URL of its own: leave --base-url out</source>
        <translation>--demo a sa propre URL de base&#xa0;: omettez --base-url</translation>
    </message>
    <message>
        <source>the command comes first: quoin %1 …</source>
        <translation>la commande vient en premier&#xa0;: quoin %1 …</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no command; there are %2. See &apos;quoin --help&apos;.</source>
        <translation>&apos;%1&apos; n’est pas une commande&#xa0;; il y a %2. Voir &apos;quoin --help&apos;.</translation>
    </message>
    <message>
        <source>Write and read numbers as in this country, such as US; by default the country of most lines.</source>
        <translation>Écrire et lire les numéros comme dans ce pays, par exemple US&#xa0;; au départ comme dans celui de la plupart des lignes.</translation>
    </message>
    <message>
        <source>Replace a file that is write-protected, too.</source>
        <translation>Remplacer aussi un fichier protégé en écriture.</translation>
    </message>
    <message>
        <source>--region takes a two-letter country code, such as US</source>
        <translation>--region attend un code de pays de deux lettres, comme US</translation>
    </message>
    <message>
        <source>--%1 takes an ID</source>
        <translation>--%1 attend un ID</translation>
    </message>
    <message>
        <source>One of %1; e164 by default.</source>
        <translation>L’un de %1&#xa0;; e164 par défaut.</translation>
    </message>
    <message>
        <source>Times in UTC (the default).</source>
        <translation>Heures en UTC (par défaut).</translation>
    </message>
</context>
<context>
    <name>app::DesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>app::ExportCommand</name>
    <message>
        <source>and on this side by state or words</source>
        <translation>et de ce côté par état ou par mots</translation>
    </message>
</context>
<context>
    <name>app::ListCommand</name>
    <message>
        <source>incomplete: %1</source>
        <translation>incomplet&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>incomplete: %n entry(s) cannot be read (%1)</source>
        <translation>
            <numerusform>incomplet&#xa0;: %n entrée ne peut pas être lue (%1)</numerusform>
            <numerusform>incomplet&#xa0;: %n entrées ne peuvent pas être lues (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ProgramActions</name>
    <message>
        <source>S&amp;ettings…</source>
        <translation>Rég&amp;lages…</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>&amp;Journal…</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>Copier le &amp;diagnostic</translation>
    </message>
    <message>
        <source>A&amp;bout Quoin…</source>
        <translation>À &amp;propos de Quoin…</translation>
    </message>
    <message>
        <source>The language changes when Quoin is started again.</source>
        <translation>La langue changera au prochain démarrage de Quoin.</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Cette exécution</translation>
    </message>
    <message>
        <source>Ended unexpectedly %1</source>
        <translation>Fin inattendue %1</translation>
    </message>
    <message>
        <source>Copied: version, system, state of the list, the last requests and the end of the log. There are no names, numbers or keys in it.</source>
        <translation>Copié : version, système, état de la liste, dernières requêtes et fin du journal. Il n’y a ni noms, ni numéros, ni clés.</translation>
    </message>
    <message>
        <source>Last requests</source>
        <translation>Dernières requêtes</translation>
    </message>
</context>
<context>
    <name>app::SignInFlow</name>
    <message>
        <source>Asking the keychain…</source>
        <translation>Interrogation du trousseau…</translation>
    </message>
    <message>
        <source>Removing the key…</source>
        <translation>Retrait de la clé…</translation>
    </message>
    <message>
        <source>The key is still in the keychain. %1</source>
        <translation>La clé est encore dans le trousseau. %1</translation>
    </message>
    <message>
        <source>Trying the key…</source>
        <translation>Essai de la clé…</translation>
    </message>
    <message>
        <source>Quo does not accept this key. Copy it again, or make a new one.</source>
        <translation>Quo n’accepte pas cette clé. Copiez-la de nouveau, ou créez-en une autre.</translation>
    </message>
    <message>
        <source>The key holds until Quoin is closed. %1</source>
        <translation>La clé vaut jusqu’à la fermeture de Quoin. %1</translation>
    </message>
    <message>
        <source>Quo workspace</source>
        <translation>Espace de travail Quo</translation>
    </message>
</context>
<context>
    <name>app::Window</name>
    <message>
        <source>Show folder</source>
        <translation>Montrer le dossier</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Montrer le journal</translation>
    </message>
</context>
<context>
    <name>app::WorkspaceController</name>
    <message>
        <source>Demo workspace</source>
        <translation>Espace de démonstration</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Connexion</translation>
    </message>
</context>
<context>
    <name>exporting::DelimitedWriter</name>
    <message>
        <source>Cells with broken characters: %1</source>
        <translation>Cellules avec des moitiés de caractères&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>exporting::RowText</name>
    <message>
        <source>%1 (%2)</source>
        <comment>column and time zone</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>exporting::XlsxWriter</name>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>the folder for temporary files is full</source>
        <translation>le dossier des fichiers temporaires est plein</translation>
    </message>
    <message>
        <source>About</source>
        <comment>a sheet&apos;s name</comment>
        <translation>À propos</translation>
    </message>
    <message>
        <source>the workbook could not be written to its end: is the disk full?</source>
        <translation>le classeur n’a pas pu être écrit jusqu’au bout&#xa0;: le disque est-il plein&#xa0;?</translation>
    </message>
    <message>
        <source>Cells that were cut at %1 characters: %2</source>
        <translation>Cellules coupées à %1 caractères&#xa0;: %2</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>il n’y a pas assez de mémoire pour cela</translation>
    </message>
    <message>
        <source>no temporary file can be made; is the temporary folder full?</source>
        <translation>aucun fichier temporaire ne peut être créé&#xa0;; leur dossier a-t-il encore de la place&#xa0;?</translation>
    </message>
    <message>
        <source>Times out of Excel&apos;s range, which are written as text: %1</source>
        <translation>Heures hors des limites d’Excel, écrites comme texte&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>inbox::Naming</name>
    <message>
        <source>%1 (%2)</source>
        <comment>contact and company</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name and email address</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>widgets::AboutDialog</name>
    <message>
        <source>About Quoin</source>
        <translation>À propos de Quoin</translation>
    </message>
    <message>
        <source>&amp;Made of</source>
        <translation>&amp;Fait de</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Licence</translation>
    </message>
    <message>
        <source>Quoin %1</source>
        <translation>Quoin %1</translation>
    </message>
    <message>
        <source>Browses the conversations of a Quo workspace and exports what it shows; it never changes anything there. It is no product of Quo’s.</source>
        <translation>Parcourt les conversations d’un espace de travail Quo et exporte ce qu’il montre&#xa0;; il n’y change jamais rien. Ce n’est pas un produit de Quo.</translation>
    </message>
    <message>
        <source>The Quoin developers</source>
        <translation>Les développeurs de Quoin</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Logiciel libre sous la licence publique générale GNU, version 3 ou ultérieure, sans aucune garantie.</translation>
    </message>
    <message>
        <source>What Quoin is made of</source>
        <translation>De quoi Quoin est fait</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
</context>
<context>
    <name>widgets::ActivityPane</name>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>Quo tells of calls in one-to-one conversations only.</source>
        <translation>Quo ne signale que les appels des conversations à deux.</translation>
    </message>
    <message>
        <source>Activity status</source>
        <translation>État de l’activité</translation>
    </message>
    <message>
        <source>Activity problem</source>
        <translation>Problème d’activité</translation>
    </message>
    <message>
        <source>Retry activity</source>
        <translation>Réessayer l’activité</translation>
    </message>
    <message>
        <source>Messages and calls</source>
        <translation>Messages et appels</translation>
    </message>
    <message>
        <source>&amp;Copy text</source>
        <translation>&amp;Copier le texte</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
</context>
<context>
    <name>widgets::Attention</name>
    <message>
        <source>%1 · %2</source>
        <comment>state and line</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>widgets::CommandPalette</name>
    <message>
        <source>%1: %2</source>
        <comment>group and command</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Search for what can be done</source>
        <translation>Chercher ce qu’on peut faire</translation>
    </message>
</context>
<context>
    <name>widgets::ConversationActions</name>
    <message>
        <source>&amp;Open in Quo</source>
        <translation>&amp;Ouvrir dans Quo</translation>
    </message>
    <message>
        <source>Same &amp;participants…</source>
        <translation>Mêmes &amp;participants…</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>&amp;Copy as table</source>
        <translation>&amp;Copier comme tableau</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Copier en &amp;JSON</translation>
    </message>
    <message>
        <source>Copy &amp;number</source>
        <translation>Copier le &amp;numéro</translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation>Copier l’&amp;ID</translation>
    </message>
    <message>
        <source>The demo workspace is not in Quo.</source>
        <translation>L’espace de démonstration n’est pas dans Quo.</translation>
    </message>
    <message>
        <source>Filter by &amp;line: %1</source>
        <translation>Filtrer par &amp;ligne&#xa0;: %1</translation>
    </message>
    <message>
        <source>Filter by these &amp;lines</source>
        <translation>Filtrer par ces &amp;lignes</translation>
    </message>
    <message>
        <source>Filter by &amp;teammate: %1</source>
        <translation>Filtrer par coé&amp;quipier&#xa0;: %1</translation>
    </message>
    <message>
        <source>Filter by &amp;teammate</source>
        <translation>Filtrer par coé&amp;quipier</translation>
    </message>
    <message>
        <source>Se&amp;arch by %1</source>
        <translation>Cherc&amp;her par %1</translation>
    </message>
    <message>
        <source>&amp;Only ‘%1’</source>
        <translation>&amp;Seulement «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>&amp;Not ‘%1’</source>
        <translation>Sa&amp;ns «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Only &amp;empty ones</source>
        <translation>Seulement les &amp;vides</translation>
    </message>
    <message>
        <source>None that is e&amp;mpty</source>
        <translation>Aucune v&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Earlier than %1</source>
        <translation>&amp;Avant %1</translation>
    </message>
    <message>
        <source>&amp;This or later</source>
        <translation>Alors ou &amp;plus tard</translation>
    </message>
    <message>
        <source>&amp;Only this day</source>
        <translation>Seulement ce jou&amp;r</translation>
    </message>
    <message>
        <source>&amp;Sort by this, upwards</source>
        <translation>&amp;Trier selon ceci, croissant</translation>
    </message>
    <message>
        <source>Sort by this, &amp;downwards</source>
        <translation>Trier selon ceci, &amp;décroissant</translation>
    </message>
    <message>
        <source>Filter by line: collecting…</source>
        <translation>Filtrer par ligne&#xa0;: collecte en cours…</translation>
    </message>
    <message>
        <source>Filter by teammate: collecting…</source>
        <translation>Filtrer par coéquipier&#xa0;: collecte en cours…</translation>
    </message>
    <message>
        <source>%1 rows are selected, and at most %2 can be copied. An export writes all of them to a file.</source>
        <translation>%1 lignes sont sélectionnées, et %2 au plus peuvent être copiées. Une exportation les écrit toutes dans un fichier.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Copying %1 of %2 rows</source>
        <translation>Copie de %1 lignes sur %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>The rows were copied.</source>
        <translation>Les lignes ont été copiées.</translation>
    </message>
    <message>
        <source>Copying was stopped. The clipboard is as it was.</source>
        <translation>La copie a été arrêtée. Le presse-papiers est comme il était.</translation>
    </message>
</context>
<context>
    <name>widgets::ConversationTable</name>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
</context>
<context>
    <name>widgets::DateRangePopover</name>
    <message>
        <source>Limit: %1</source>
        <translation>Limite&#xa0;: %1</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>Heures de %1</translation>
    </message>
</context>
<context>
    <name>widgets::DetailsFollower</name>
    <message>
        <source>Conversations with %1</source>
        <translation>Conversations avec %1</translation>
    </message>
    <message>
        <source>Conversations with just %1</source>
        <translation>Conversations avec %1 seulement</translation>
    </message>
</context>
<context>
    <name>widgets::DetailsPane</name>
    <message>
        <source>Copy: %1</source>
        <translation>Copier&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 conversations selected</source>
        <translation>
            <numerusform>%1 conversation sélectionnée</numerusform>
            <numerusform>%1 conversations sélectionnées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ExportDialog</name>
    <message>
        <source>%1 is there already. Export again to replace it.</source>
        <translation>%1 existe déjà. Exportez de nouveau pour le remplacer.</translation>
    </message>
    <message>
        <source>Loading was stopped before everything was there.</source>
        <translation>Le chargement a été arrêté avant que tout soit là.</translation>
    </message>
    <message numerus="yes">
        <source>Writing %1 of %2 rows</source>
        <translation>
            <numerusform>Écriture de %1 ligne sur %2</numerusform>
            <numerusform>Écriture de %1 lignes sur %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows are in %2</source>
        <translation>
            <numerusform>%1 ligne est dans %2</numerusform>
            <numerusform>%1 lignes sont dans %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The filters were changed while the rows were being loaded, so nothing was written. Export again with the filters that are set now.</source>
        <translation>Les filtres ont été changés pendant le chargement des lignes, rien n’a donc été écrit. Exportez de nouveau avec les filtres définis maintenant.</translation>
    </message>
    <message>
        <source>You can go on working with the list. The file will have the search, order and columns that were set when Export was pressed. Setting other filters, closing the window or signing out cancels the export; a file that is there already then stays as it is.</source>
        <translation>Vous pouvez continuer à travailler avec la liste. Le fichier aura la recherche, le tri et les colonnes qui étaient définis quand vous avez cliqué sur Exporter. Définir d’autres filtres, fermer la fenêtre ou se déconnecter annule l’exportation&#xa0;; un fichier qui existe déjà reste alors tel quel.</translation>
    </message>
    <message>
        <source>You can go on working with the list. The file will have the rows as they are now. Closing the window or signing out cancels the export; a file that is there already then stays as it is.</source>
        <translation>Vous pouvez continuer à travailler avec la liste. Le fichier aura les lignes telles qu’elles sont maintenant. Fermer la fenêtre ou se déconnecter annule l’exportation&#xa0;; un fichier qui existe déjà reste alors tel quel.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Écriture…</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was written to %1.</source>
        <translation>L’exportation a été annulée. Rien n’a été écrit dans %1.</translation>
    </message>
</context>
<context>
    <name>widgets::ExportForm</name>
    <message>
        <source>+14155550100 (E.164)</source>
        <translation>+14155550100 (E.164)</translation>
    </message>
    <message>
        <source>&apos;+14155550100 (text for spreadsheets)</source>
        <translation>&apos;+14155550100 (texte pour tableurs)</translation>
    </message>
    <message>
        <source>(415) 555-0100 (as people write them)</source>
        <translation>(415) 555-0100 (comme on les écrit)</translation>
    </message>
    <message>
        <source>&amp;Selected: %1</source>
        <translation>&amp;Sélectionnées&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Loaded: %1</source>
        <translation>&amp;Chargées&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Everything that matches: %1</source>
        <translation>&amp;Tout ce qui correspond&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Everything that matches: more than %1, Quo does not say how many</source>
        <translation>&amp;Tout ce qui correspond&#xa0;: plus de %1, Quo ne dit pas combien</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exporter vers</translation>
    </message>
</context>
<context>
    <name>widgets::FacetList</name>
    <message>
        <source>States of what is loaded</source>
        <translation>États de ce qui est chargé</translation>
    </message>
</context>
<context>
    <name>widgets::FacetModel</name>
    <message>
        <source>%1 of %2 loaded</source>
        <translation>%1 sur %2 chargées</translation>
    </message>
</context>
<context>
    <name>widgets::FilterBar</name>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Filters results to only include conversations with the specified Quo phone numbers.</source>
        <translation>Seulement les conversations avec les numéros de téléphone Quo indiqués.</translation>
    </message>
    <message>
        <source>Teammate</source>
        <translation>Coéquipier</translation>
    </message>
    <message>
        <source>Used to filter results to only include the user’s conversations.</source>
        <translation>Seulement les conversations de cet utilisateur.</translation>
    </message>
    <message>
        <source>Last updated</source>
        <translation>Dernière modification</translation>
    </message>
    <message>
        <source>Filter results to only include conversations updated after or before the specified date and time.</source>
        <translation>Seulement les conversations modifiées après ou avant la date et l’heure indiquées.</translation>
    </message>
    <message>
        <source>Thread created</source>
        <translation>Fil créé</translation>
    </message>
    <message>
        <source>Filter results to only include conversations created after or before the specified date and time. An old thread with new activity counts by its beginning.</source>
        <translation>Seulement les conversations créées après ou avant la date et l’heure indiquées. Un fil ancien avec une activité nouvelle compte selon son début.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Exclude inactive</source>
        <translation>Sans les inactives</translation>
    </message>
    <message>
        <source>Exclude inactive conversations from the results.</source>
        <translation>Exclure les conversations inactives.</translation>
    </message>
    <message>
        <source>Filter problem</source>
        <translation>Problème de filtre</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>filter and what is wrong with it</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Filter by lines</source>
        <translation>Filtrer par lignes</translation>
    </message>
    <message>
        <source>Filter by teammate</source>
        <translation>Filtrer par coéquipier</translation>
    </message>
    <message>
        <source>Filter by last update</source>
        <translation>Filtrer par dernière modification</translation>
    </message>
    <message>
        <source>Filter by creation</source>
        <translation>Filtrer par création</translation>
    </message>
</context>
<context>
    <name>widgets::FilterChip</name>
    <message>
        <source>Remove filter: %1</source>
        <translation>Retirer le filtre&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>filter and its value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 ▾</source>
        <comment>filter that opens</comment>
        <translation>%1 ▾</translation>
    </message>
    <message>
        <source>Filter %1: %2</source>
        <translation>Filtre %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Filter %1: not set</source>
        <translation>Filtre %1&#xa0;: non défini</translation>
    </message>
</context>
<context>
    <name>widgets::FrozenColumn</name>
    <message>
        <source>First column</source>
        <translation>Première colonne</translation>
    </message>
</context>
<context>
    <name>widgets::InboxBar</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Ask for what has changed (F5); Shift+F5 reads the whole list again</source>
        <translation>Demander ce qui a changé (F5)&#xa0;; Maj+F5 relit toute la liste</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Write what is shown to a file (Ctrl+E)</source>
        <translation>Écrire dans un fichier ce qui est montré (Ctrl+E)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Narrow rows</source>
        <translation>Lignes serrées</translation>
    </message>
    <message>
        <source>Keep the first column in view</source>
        <translation>Garder la première colonne visible</translation>
    </message>
    <message>
        <source>&amp;Read the whole list again</source>
        <translation>Re&amp;lire toute la liste</translation>
    </message>
</context>
<context>
    <name>widgets::InboxPage</name>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Activité</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Enregistrer la vue</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Messages of the list</source>
        <translation>Messages de la liste</translation>
    </message>
</context>
<context>
    <name>widgets::LinesPopover</name>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Search, or type a number or PN…</source>
        <translation>Rechercher, ou saisir un numéro ou PN…</translation>
    </message>
    <message>
        <source>The key’s owner may not see this line: %1</source>
        <translation>Le propriétaire de la clé ne peut pas voir cette ligne&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>widgets::LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Which run</source>
        <translation>Quelle exécution</translation>
    </message>
    <message>
        <source>There is no log: its folder cannot be written.</source>
        <translation>Il n’y a pas de journal&#xa0;: son dossier ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>&amp;Montrer dans le dossier</translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Quoin</source>
        <translation>Quoin</translation>
    </message>
    <message>
        <source>%1 – Quoin</source>
        <comment>workspace</comment>
        <translation>%1 – Quoin</translation>
    </message>
</context>
<context>
    <name>widgets::MessageBar</name>
    <message>
        <source>Messages of Quoin</source>
        <translation>Messages de Quoin</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>widgets::NewsButton</name>
    <message>
        <source>New above</source>
        <translation>Nouvelles au-dessus</translation>
    </message>
    <message numerus="yes">
        <source>▴ %n new above</source>
        <translation>
            <numerusform>▴ %n nouvelle au-dessus</numerusform>
            <numerusform>▴ %n nouvelles au-dessus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::PeopleList</name>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>own line</source>
        <translation>ligne à soi</translation>
    </message>
    <message>
        <source>Person: %1</source>
        <translation>Personne&#xa0;: %1</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>À propos de %1</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copier&#xa0;: %1</translation>
    </message>
    <message>
        <source>Conversations with %1</source>
        <translation>Conversations avec %1</translation>
    </message>
</context>
<context>
    <name>widgets::Picker</name>
    <message>
        <source>%1 problem</source>
        <translation>Problème de %1</translation>
    </message>
    <message>
        <source>%1 to choose from</source>
        <translation>%1 au choix</translation>
    </message>
</context>
<context>
    <name>widgets::PickerModel</name>
    <message>
        <source>chosen</source>
        <translation>choisie</translation>
    </message>
</context>
<context>
    <name>widgets::RelatedPopover</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Search these</source>
        <translation>Rechercher parmi elles</translation>
    </message>
    <message>
        <source>What they have in common</source>
        <translation>Ce qu’elles ont en commun</translation>
    </message>
    <message>
        <source>%1 of %2 loaded</source>
        <comment>how many there are</comment>
        <translation>%1 sur %2 chargées</translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>les %1 premières sont listées</translation>
    </message>
    <message>
        <source>collecting…</source>
        <translation>collecte en cours…</translation>
    </message>
</context>
<context>
    <name>widgets::RequestMeter</name>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>How many requests went out in the last second, of those that the key allows</source>
        <translation>Combien de requêtes sont parties dans la dernière seconde, sur celles que la clé permet</translation>
    </message>
    <message>
        <source>Requests in full</source>
        <translation>Requêtes en détail</translation>
    </message>
    <message>
        <source>%1/%2 req/s</source>
        <comment>requests of those allowed</comment>
        <translation>%1/%2 req/s</translation>
    </message>
</context>
<context>
    <name>widgets::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Searches what is loaded (Ctrl+F). Words in any order, numbers in any notation, and conditions: line:support, to:dana, to:none, is:snoozed, before:2026-01-31, created:&gt;=2026-01. A leading minus negates a term.</source>
        <translation>Recherche dans ce qui est chargé (Ctrl+F). Des mots dans n’importe quel ordre, des numéros dans toute notation, et des conditions&#xa0;: line:support, to:dana, to:none, is:snoozed, before:2026-01-31, created:&gt;=2026-01. Un signe moins devant exclut un terme.</translation>
    </message>
</context>
<context>
    <name>widgets::SettingsDialog</name>
    <message>
        <source>As the system has it</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
    <message>
        <source>The proxy needs the name or address of its host.</source>
        <translation>Le proxy a besoin du nom ou de l’adresse de son hôte.</translation>
    </message>
    <message>
        <source>As the system has it (%1)</source>
        <translation>Comme le système (%1)</translation>
    </message>
</context>
<context>
    <name>widgets::SignInPage</name>
    <message>
        <source>Sign in to %1</source>
        <translation>Connexion à %1</translation>
    </message>
    <message>
        <source>Sign in to a Quo workspace</source>
        <translation>Connexion à un espace de travail Quo</translation>
    </message>
    <message>
        <source>An owner or admin of the workspace makes a key in Quo under Settings, API: %1</source>
        <translation>Un propriétaire ou administrateur de l’espace de travail crée une clé dans Quo sous Settings, API&#xa0;: %1</translation>
    </message>
    <message>
        <source>The key is kept in this computer’s keychain and sent to %1 alone.</source>
        <translation>La clé est gardée dans le trousseau de cet ordinateur et envoyée à %1 seulement.</translation>
    </message>
    <message>
        <source>Paste the API key of the workspace.</source>
        <translation>Collez la clé d’API de l’espace de travail.</translation>
    </message>
</context>
<context>
    <name>widgets::StatusFollower</name>
    <message>
        <source>Search %1 loaded</source>
        <translation>Rechercher dans %1 chargées</translation>
    </message>
</context>
<context>
    <name>widgets::StatusLine</name>
    <message>
        <source>Key not kept</source>
        <translation>Clé non gardée</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Complétude</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>État au</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Dernière erreur</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Tout charger</translation>
    </message>
    <message>
        <source>Read everything that matches, as fast as Quo allows</source>
        <translation>Lire tout ce qui correspond, aussi vite que Quo le permet</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>Arrêter le chargement</translation>
    </message>
</context>
<context>
    <name>widgets::SummaryPane</name>
    <message>
        <source>Selected conversations, summed up</source>
        <translation>Conversations sélectionnées, en somme</translation>
    </message>
    <message>
        <source>By line</source>
        <translation>Par ligne</translation>
    </message>
    <message>
        <source>By assignee</source>
        <translation>Par responsable</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Non attribuée</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Rien de cela</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>Par état</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and count</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>collecting…</source>
        <translation>collecte en cours…</translation>
    </message>
</context>
<context>
    <name>widgets::TeammatePopover</name>
    <message>
        <source>Teammate</source>
        <translation>Coéquipier</translation>
    </message>
    <message>
        <source>Search, or type US…</source>
        <translation>Rechercher, ou saisir US…</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Tout le monde</translation>
    </message>
</context>
<context>
    <name>widgets::ViewsModel</name>
    <message>
        <source>★ %1</source>
        <comment>the default view</comment>
        <translation>★ %1</translation>
    </message>
    <message>
        <source>default</source>
        <translation>par défaut</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifiée</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouverte</translation>
    </message>
</context>
<context>
    <name>widgets::ViewsPanel</name>
    <message>
        <source>Save &amp;changes</source>
        <translation>Enregistrer les &amp;changements</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>&amp;Begin with this view</source>
        <translation>&amp;Commencer par cette vue</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>Save as &amp;file…</source>
        <translation>Enregistrer dans un &amp;fichier…</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Toutes les conversations</translation>
    </message>
    <message>
        <source>‘%1’ was not opened. %2</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas été ouvert. %2</translation>
    </message>
    <message>
        <source>‘%1’ was added.</source>
        <translation>«&#xa0;%1&#xa0;» a été ajoutée.</translation>
    </message>
    <message>
        <source>Save the view as a file</source>
        <translation>Enregistrer la vue dans un fichier</translation>
    </message>
    <message>
        <source>Quoin views (*.%1)</source>
        <translation>Vues de Quoin (*.%1)</translation>
    </message>
    <message>
        <source>‘%1’ was not written: %2</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas été écrit&#xa0;: %2</translation>
    </message>
    <message>
        <source>‘%1’ was written. It holds filters, search, sort and columns, and no key.</source>
        <translation>«&#xa0;%1&#xa0;» a été écrit. Il contient filtres, recherche, tri et colonnes, et pas de clé.</translation>
    </message>
    <message>
        <source>‘%1’ was deleted.</source>
        <translation>«&#xa0;%1&#xa0;» a été supprimée.</translation>
    </message>
    <message>
        <source>Open view %1</source>
        <translation>Ouvrir la vue %1</translation>
    </message>
</context>
<context>
    <name>widgets::WatchMenu</name>
    <message>
        <source>&amp;Notify me of</source>
        <translation>&amp;M’avertir de</translation>
    </message>
    <message>
        <source>No lines are known yet</source>
        <translation>Aucune ligne n’est encore connue</translation>
    </message>
    <message>
        <source>Shows a notification when a conversation on these lines becomes unassigned, or when its snooze ends</source>
        <translation>Affiche une notification quand une conversation de ces lignes n’est plus attribuée, ou quand son report se termine</translation>
    </message>
</context>
<context>
    <name>widgets::WorkspaceMenu</name>
    <message>
        <source>Workspace</source>
        <translation>Espace de travail</translation>
    </message>
    <message>
        <source>&amp;Add a workspace…</source>
        <translation>&amp;Ajouter un espace de travail…</translation>
    </message>
    <message>
        <source>Show &amp;contact names</source>
        <translation>Montrer les noms des &amp;contacts</translation>
    </message>
    <message>
        <source>Off also removes the names that are kept on this computer</source>
        <translation>Désactiver retire aussi les noms gardés sur cet ordinateur</translation>
    </message>
    <message>
        <source>Clear contact names and &amp;read them again</source>
        <translation>Effacer les noms des contacts et les &amp;relire</translation>
    </message>
    <message>
        <source>Change &amp;key…</source>
        <translation>Changer la &amp;clé…</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>Se dé&amp;connecter</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Espaces de travail</translation>
    </message>
</context>
<context>
    <name>words::ActivityWords</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>Call, %1</source>
        <translation>Appel, %1</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appel</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Appel manqué</translation>
    </message>
    <message>
        <source>Call that nobody answered</source>
        <translation>Appel resté sans réponse</translation>
    </message>
    <message>
        <source>Call to a busy line</source>
        <translation>Appel vers une ligne occupée</translation>
    </message>
    <message>
        <source>Call that failed</source>
        <translation>Appel échoué</translation>
    </message>
    <message>
        <source>Call that was given up</source>
        <translation>Appel abandonné</translation>
    </message>
    <message>
        <source>Call under way</source>
        <translation>Appel en cours</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>remis</translation>
    </message>
    <message>
        <source>⚠ not delivered</source>
        <translation>⚠ non remis</translation>
    </message>
    <message>
        <source>outgoing</source>
        <comment>call</comment>
        <translation>sortant</translation>
    </message>
    <message>
        <source>incoming</source>
        <comment>call</comment>
        <translation>entrant</translation>
    </message>
    <message>
        <source>Attachment or empty message</source>
        <translation>Pièce jointe ou message vide</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>circumstances and text</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Select a conversation to read what was said.</source>
        <translation>Sélectionnez une conversation pour lire ce qui a été dit.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Nothing was written or called here.</source>
        <translation>Rien n’a été écrit et personne n’a appelé ici.</translation>
    </message>
    <message>
        <source>The conversation begins here.</source>
        <translation>La conversation commence ici.</translation>
    </message>
    <message>
        <source>the key’s owner may not read them.</source>
        <translation>le propriétaire de la clé ne peut pas les lire.</translation>
    </message>
    <message>
        <source>Messages cannot be shown: %1</source>
        <translation>Les messages ne peuvent pas être montrés&#xa0;: %1</translation>
    </message>
    <message>
        <source>Calls cannot be shown: %1</source>
        <translation>Les appels ne peuvent pas être montrés&#xa0;: %1</translation>
    </message>
    <message>
        <source>Call that nobody has answered yet</source>
        <translation>Appel auquel personne n’a encore répondu</translation>
    </message>
    <message>
        <source>Call under way with an AI agent</source>
        <translation>Appel en cours avec un agent IA</translation>
    </message>
    <message>
        <source>Call with an AI agent</source>
        <translation>Appel avec un agent IA</translation>
    </message>
    <message>
        <source>Call with an AI agent, %1</source>
        <translation>Appel avec un agent IA, %1</translation>
    </message>
    <message>
        <source>⚠ not sent</source>
        <translation>⚠ non envoyé</translation>
    </message>
    <message>
        <source>forwarded to %1</source>
        <translation>renvoyé vers %1</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>renvoyé</translation>
    </message>
    <message>
        <source>Quo refuses the request.</source>
        <translation>Quo n’accepte pas la requête.</translation>
    </message>
    <message>
        <source>Quo sends page after page without anything new.</source>
        <translation>Quo envoie page après page sans rien de nouveau.</translation>
    </message>
    <message>
        <source>Quo does not say who takes part, so nothing can be read here.</source>
        <translation>Quo ne dit pas qui participe, il n’y a donc rien à lire ici.</translation>
    </message>
    <message>
        <source>Quo does not give the messages of so many people.</source>
        <translation>Quo ne donne pas les messages d’autant de personnes.</translation>
    </message>
    <message>
        <source>There are older messages or calls. Scroll up to see them.</source>
        <translation>Il y a encore plus ancien. Faites défiler vers le haut pour le lire.</translation>
    </message>
    <message>
        <source>Nothing was written here.</source>
        <translation>Rien n’a été écrit ici.</translation>
    </message>
    <message>
        <source>The messages begin here.</source>
        <translation>Les messages commencent ici.</translation>
    </message>
    <message>
        <source>This is not the whole conversation.</source>
        <translation>Ce n’est pas toute la conversation.</translation>
    </message>
    <message>
        <source>Older messages cannot be shown: %1</source>
        <translation>Les messages plus anciens ne peuvent pas être montrés&#xa0;: %1</translation>
    </message>
    <message>
        <source>Older calls cannot be shown: %1</source>
        <translation>Les appels plus anciens ne peuvent pas être montrés&#xa0;: %1</translation>
    </message>
    <message>
        <source>Quo answered with messages of another conversation. Left out: %1.</source>
        <translation>Quo a répondu avec des messages d’une autre conversation. Omis&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Messages that could not be read and are left out: %1.</source>
        <translation>Messages qui n’ont pas pu être lus et sont omis&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Calls that could not be read and are left out: %1.</source>
        <translation>Appels qui n’ont pas pu être lus et sont omis&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>words::ChoiceWords</name>
    <message>
        <source>%1 %2</source>
        <comment>date and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Only when I &amp;ask</source>
        <translation>Seulement à la &amp;demande</translation>
    </message>
    <message>
        <source>Every &amp;30 seconds</source>
        <translation>Toutes les &amp;30 secondes</translation>
    </message>
    <message>
        <source>Every &amp;minute</source>
        <translation>Chaque &amp;minute</translation>
    </message>
    <message>
        <source>Every &amp;%1 minutes</source>
        <translation>Toutes les &amp;%1 minutes</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>N’importe quand</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personnalisé</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from and to</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>à partir du %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’au %1</translation>
    </message>
</context>
<context>
    <name>words::ColumnWords</name>
    <message>
        <source>Muted</source>
        <translation>En sourdine</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>a snooze</comment>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Whether somebody has it, and whether it is snoozed, muted or deleted.</source>
        <translation>Si quelqu’un l’a, et si elle est reportée, en sourdine ou supprimée.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>The custom name of the conversation; without one, the numbers in it.</source>
        <translation>Le nom propre de la conversation&#xa0;; sans lui, ses numéros.</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>The phone numbers that take part.</source>
        <translation>Les numéros de téléphone qui participent.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>The unique identifier of the Quo phone number associated with the conversation.</source>
        <translation>L’identifiant unique du numéro de téléphone Quo associé à la conversation.</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Attribuée à</translation>
    </message>
    <message>
        <source>The unique identifier of the user or system user the conversation is assigned to.</source>
        <translation>L’identifiant unique de l’utilisateur ou de l’utilisateur système à qui la conversation est attribuée.</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Reportée jusqu’au</translation>
    </message>
    <message>
        <source>When the conversation comes back, or that it has.</source>
        <translation>Quand la conversation revient, ou qu’elle est revenue.</translation>
    </message>
    <message>
        <source>Muted until</source>
        <translation>En sourdine jusqu’au</translation>
    </message>
    <message>
        <source>Until when the conversation makes no sound.</source>
        <translation>Jusqu’à quand la conversation ne sonne pas.</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Dernière activité</translation>
    </message>
    <message>
        <source>When the most recent activity in the conversation took place.</source>
        <translation>Quand l’activité la plus récente de la conversation a eu lieu.</translation>
    </message>
    <message>
        <source>Last updated</source>
        <translation>Dernière modification</translation>
    </message>
    <message>
        <source>When the conversation was last updated.</source>
        <translation>Quand la conversation a été modifiée pour la dernière fois.</translation>
    </message>
    <message>
        <source>Thread created</source>
        <translation>Fil créé</translation>
    </message>
    <message>
        <source>When the conversation began, however old or new its activity is.</source>
        <translation>Quand la conversation a commencé, que son activité soit ancienne ou récente.</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimée</translation>
    </message>
    <message>
        <source>When the conversation was deleted.</source>
        <translation>Quand la conversation a été supprimée.</translation>
    </message>
    <message>
        <source>Last activity ID</source>
        <translation>ID de la dernière activité</translation>
    </message>
    <message>
        <source>The unique identifier of the most recent activity in the conversation.</source>
        <translation>L’identifiant unique de l’activité la plus récente de la conversation.</translation>
    </message>
    <message>
        <source>Conversation ID</source>
        <translation>ID de la conversation</translation>
    </message>
    <message>
        <source>The unique identifier of the conversation.</source>
        <translation>L’identifiant unique de la conversation.</translation>
    </message>
</context>
<context>
    <name>words::CompletenessWords</name>
    <message>
        <source>the row is no object</source>
        <translation>la ligne n’est pas un objet</translation>
    </message>
    <message>
        <source>‘%1’ is missing</source>
        <translation>«&#xa0;%1&#xa0;» manque</translation>
    </message>
    <message>
        <source>‘%1’ has a wrong type</source>
        <translation>«&#xa0;%1&#xa0;» a un mauvais type</translation>
    </message>
    <message>
        <source>‘%1’ is too long</source>
        <translation>«&#xa0;%1&#xa0;» est trop long</translation>
    </message>
    <message>
        <source>as they arrived</source>
        <translation>comme elles sont arrivées</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a reason and how often</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Rows that could not be read and are left out: %1. Why: %2.</source>
        <translation>Lignes qui n’ont pas pu être lues et sont omises&#xa0;: %1. Pourquoi&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Left out, since the key’s owner may not see them: %1.</source>
        <translation>Omises, car le propriétaire de la clé ne peut pas les voir&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Not read: %1. %2</source>
        <comment>what is missing and why</comment>
        <translation>Non lu&#xa0;: %1. %2</translation>
    </message>
    <message>
        <source>Reading was stopped before everything was there.</source>
        <translation>La lecture a été arrêtée avant que tout soit là.</translation>
    </message>
    <message>
        <source>There is more than has been read.</source>
        <translation>Il y en a plus que ce qui a été lu.</translation>
    </message>
    <message>
        <source>The limit was reached, and more rows match.</source>
        <translation>La limite a été atteinte, et d’autres lignes correspondent.</translation>
    </message>
    <message>
        <source>The export holds only the selected rows.</source>
        <translation>Seules les lignes sélectionnées y sont.</translation>
    </message>
    <message>
        <source>The server did not apply these filters: %1. The list may hold rows that do not match, or lack some that do.</source>
        <translation>Le serveur n’a pas appliqué&#xa0;: %1. La liste contient peut-être des lignes en dehors, ou il en manque d’autres.</translation>
    </message>
    <message>
        <source>It could not be checked whether the server applied: %1.</source>
        <translation>Impossible de vérifier si le serveur a appliqué&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Rows moved while they were read, so some may be missing. Read them again.</source>
        <translation>Des lignes se sont déplacées pendant la lecture, il en manque donc peut-être. Relisez-les.</translation>
    </message>
    <message>
        <source>The search did not look at the names of contacts. %1</source>
        <translation>La recherche n’a pas regardé les noms des contacts. %1</translation>
    </message>
    <message>
        <source>incomplete: %1</source>
        <translation>incomplet&#xa0;: %1</translation>
    </message>
    <message>
        <source>nothing usable: %1</source>
        <translation>rien d’utilisable&#xa0;: %1</translation>
    </message>
    <message>
        <source>The names of contacts are still being read, so the search does not look at all of them yet.</source>
        <translation>Les noms des contacts sont en cours de lecture ; la recherche ne les prend pas encore tous en compte.</translation>
    </message>
    <message>
        <source>The search did not look at the names of contacts, since they are switched off in the workspace menu.</source>
        <translation>La recherche n’a pas pris en compte les noms des contacts, car ils sont désactivés dans le menu de l’espace de travail.</translation>
    </message>
</context>
<context>
    <name>words::ErrorWords</name>
    <message>
        <source>no API key</source>
        <translation>pas de clé d’API</translation>
    </message>
    <message>
        <source>insecure address</source>
        <translation>adresse non sûre</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>pas de connexion</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>connexion perdue</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>pas de réponse à temps</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>pas de connexion sûre</translation>
    </message>
    <message>
        <source>redirected</source>
        <translation>redirigé</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>clé refusée</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>non autorisé</translation>
    </message>
    <message>
        <source>filter refused</source>
        <translation>filtre refusé</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>rate limited</source>
        <translation>trop de requêtes</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>erreur du serveur</translation>
    </message>
    <message>
        <source>unreadable answer</source>
        <translation>réponse illisible</translation>
    </message>
    <message>
        <source>answer too large</source>
        <translation>réponse trop grande</translation>
    </message>
    <message>
        <source>the list goes round in circles</source>
        <translation>la liste tourne en rond</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>par vous</translation>
    </message>
    <message>
        <source>There is no API key. Sign in, or start Quoin with the key in QUO_API_KEY, or look around with ‘quoin --demo’.</source>
        <translation>Il n’y a pas de clé d’API. Connectez-vous, ou démarrez Quoin avec la clé dans QUO_API_KEY, ou jetez un œil avec «&#xa0;quoin --demo&#xa0;».</translation>
    </message>
    <message>
        <source>The address is not https, so the key was not sent. Correct --base-url or QUO_API_BASE_URL.</source>
        <translation>L’adresse n’est pas en https, la clé n’a donc pas été envoyée. Corrigez --base-url ou QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Quo cannot be reached. Check the network connection, then retry.</source>
        <translation>Quo est injoignable. Vérifiez la connexion au réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>The connection ended in the middle of the answer. Retry to go on from there.</source>
        <translation>La connexion s’est terminée au milieu de la réponse. Réessayer reprend de là.</translation>
    </message>
    <message>
        <source>Quo did not answer in time. Retry to go on from there.</source>
        <translation>Quo n’a pas répondu à temps. Réessayer reprend de là.</translation>
    </message>
    <message>
        <source>The connection to Quo is not secure, so the key was not sent. Check the date of this computer and any proxy in between.</source>
        <translation>La connexion à Quo n’est pas sûre, la clé n’a donc pas été envoyée. Vérifiez la date de cet ordinateur et tout proxy intermédiaire.</translation>
    </message>
    <message>
        <source>The server wants to send Quoin to another address. The key was not sent there. Check --base-url or QUO_API_BASE_URL.</source>
        <translation>Le serveur veut envoyer Quoin à une autre adresse. La clé n’y a pas été envoyée. Vérifiez --base-url ou QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Quo does not accept the API key. Give another one: open the workspace menu, then Change key, or correct QUO_API_KEY.</source>
        <translation>Quo n’accepte pas la clé d’API. Donnez-en une autre&#xa0;: menu de l’espace de travail, puis Changer la clé, ou corrigez QUO_API_KEY.</translation>
    </message>
    <message>
        <source>The key’s owner may not see one of these lines. Remove lines from the filter, then retry.</source>
        <translation>Le propriétaire de la clé ne peut pas voir l’une de ces lignes. Retirez des lignes du filtre, puis réessayez.</translation>
    </message>
    <message>
        <source>Quo refuses a filter. Correct the one that is marked.</source>
        <translation>Quo refuse un filtre. Corrigez celui qui est marqué.</translation>
    </message>
    <message>
        <source>Too many requests were made with this key. Wait a little, then retry.</source>
        <translation>Trop de requêtes ont été faites avec cette clé. Attendez un peu, puis réessayez.</translation>
    </message>
    <message>
        <source>Quo has a problem of its own. Retry in a while.</source>
        <translation>Quo a lui-même un problème. Réessayez dans un moment.</translation>
    </message>
    <message>
        <source>The answer is no list of conversations. It may be cut, or a proxy may have answered instead. Retry.</source>
        <translation>La réponse n’est pas une liste de conversations. Elle est peut-être coupée, ou un proxy a répondu. Réessayez.</translation>
    </message>
    <message>
        <source>The answer is larger than any page of conversations can be, so it was not read.</source>
        <translation>La réponse est plus grande que ne peut l’être une page de conversations, elle n’a donc pas été lue.</translation>
    </message>
    <message>
        <source>The server sends the same page again and again. Refresh to start over.</source>
        <translation>Le serveur envoie toujours la même page. Actualiser recommence.</translation>
    </message>
    <message>
        <source>You stopped it. Retry to go on from there.</source>
        <translation>Vous avez arrêté. Réessayer reprend de là.</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>code %1</translation>
    </message>
    <message>
        <source>trace %1</source>
        <translation>trace %1</translation>
    </message>
    <message>
        <source>the server asks to wait %1</source>
        <translation>le serveur demande d’attendre %1</translation>
    </message>
    <message>
        <source>the proxy asks for a password</source>
        <translation>le proxy demande un mot de passe</translation>
    </message>
    <message>
        <source>subscription expired</source>
        <translation>abonnement expiré</translation>
    </message>
    <message>
        <source>request refused</source>
        <translation>requête refusée</translation>
    </message>
    <message>
        <source>the list never ends</source>
        <translation>la liste ne finit jamais</translation>
    </message>
    <message>
        <source>The proxy on the way to Quo asks for a name and a password. Give them in the environment, as in https_proxy=http://name:password@proxy:8080, or choose another proxy in the settings.</source>
        <translation>Le proxy sur le chemin vers Quo demande un nom et un mot de passe. Donnez-les dans une variable d’environnement, comme https_proxy=http://nom:motdepasse@proxy:8080, ou choisissez un autre proxy dans les réglages.</translation>
    </message>
    <message>
        <source>The workspace’s subscription to Quo has expired, so Quo answers no requests. Its owner can renew it in Quo; then retry.</source>
        <translation>L’abonnement de l’espace de travail à Quo a expiré, Quo ne répond donc à aucune requête. Le propriétaire de l’espace de travail peut le renouveler dans Quo&#xa0;; réessayez ensuite.</translation>
    </message>
    <message>
        <source>Quo refuses the request and does not say why.</source>
        <translation>Quo refuse la requête et ne dit pas pourquoi.</translation>
    </message>
    <message>
        <source>Quo refuses the request: %1</source>
        <translation>Quo refuse la requête&#xa0;: %1</translation>
    </message>
    <message>
        <source>There is no such list at this address. The address may be wrong: check --base-url or QUO_API_BASE_URL.</source>
        <translation>Il n’y a pas de telle liste à cette adresse. L’adresse est peut-être fausse&#xa0;: vérifiez --base-url ou QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>The server sends one page after the other with nothing new and comes to no end. Refresh to start over.</source>
        <translation>Le serveur envoie page après page sans rien de nouveau et n’en finit pas. Actualiser recommence.</translation>
    </message>
</context>
<context>
    <name>words::FilterWords</name>
    <message numerus="yes">
        <source>%1 lines</source>
        <translation>
            <numerusform>%1 ligne</numerusform>
            <numerusform>%1 lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>active only</source>
        <translation>actives seulement</translation>
    </message>
</context>
<context>
    <name>words::FormatWords</name>
    <message>
        <source>Excel workbook</source>
        <translation>Classeur Excel</translation>
    </message>
    <message>
        <source>CSV for Excel</source>
        <translation>CSV pour Excel</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>Lignes JSON</translation>
    </message>
</context>
<context>
    <name>words::InstantText</name>
    <message>
        <source>Yesterday %1</source>
        <comment>%1 is a time</comment>
        <translation>Hier %1</translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <comment>%1 is a time</comment>
        <translation>Demain %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day with month, and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>À l’instant</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>il y a %1 min</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>date, time and zone</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1 y</source>
        <comment>years</comment>
        <translation>%1 a</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 j</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>&lt; 1 min</translation>
    </message>
</context>
<context>
    <name>words::Notices</name>
    <message>
        <source>%1 of %2 loaded match, and the list goes on</source>
        <translation>%1 sur %2 chargées correspondent, et la liste continue</translation>
    </message>
    <message>
        <source>The conversations could not be loaded</source>
        <translation>Les conversations n’ont pas pu être chargées</translation>
    </message>
    <message>
        <source>The next page could not be loaded</source>
        <translation>La page suivante n’a pas pu être chargée</translation>
    </message>
    <message>
        <source>No match in %1 loaded, looking further…</source>
        <translation>Aucune des %1 chargées ne correspond, la recherche continue…</translation>
    </message>
    <message>
        <source>%1 of %2 loaded match, looking further…</source>
        <translation>%1 sur %2 chargées correspondent, la recherche continue…</translation>
    </message>
    <message>
        <source>Loading more…</source>
        <translation>Chargement de la suite…</translation>
    </message>
    <message>
        <source>Nothing yet, looking further…</source>
        <translation>Rien encore, la recherche continue…</translation>
    </message>
    <message>
        <source>No match in all %1</source>
        <translation>Aucune des %1 ne correspond</translation>
    </message>
    <message>
        <source>Take a word out of the search, or clear it.</source>
        <translation>Retirez un mot de la recherche, ou effacez-la.</translation>
    </message>
    <message>
        <source>End of the list: %1 of %2 match</source>
        <translation>Fin de la liste&#xa0;: %1 sur %2 correspondent</translation>
    </message>
    <message>
        <source>End of the list: %1</source>
        <translation>Fin de la liste&#xa0;: %1</translation>
    </message>
    <message>
        <source>No conversation matches these filters</source>
        <translation>Aucune conversation ne correspond à ces filtres</translation>
    </message>
    <message>
        <source>Widen a range, or clear the filters.</source>
        <translation>Élargissez un intervalle, ou effacez les filtres.</translation>
    </message>
    <message>
        <source>This workspace has no conversations</source>
        <translation>Cet espace de travail n’a pas de conversations</translation>
    </message>
    <message>
        <source>They appear here once somebody calls or writes.</source>
        <translation>Elles apparaîtront ici dès que quelqu’un appellera ou écrira.</translation>
    </message>
    <message>
        <source>The list could not be refreshed</source>
        <translation>La liste n’a pas pu être actualisée</translation>
    </message>
    <message>
        <source>The list could not be refreshed, and automatic refreshing has stopped</source>
        <translation>La liste n’a pas pu être actualisée, et l’actualisation automatique s’est arrêtée</translation>
    </message>
    <message>
        <source>Checking the list…</source>
        <translation>Vérification de la liste…</translation>
    </message>
</context>
<context>
    <name>words::NumberPlaces</name>
    <message>
        <source>%1 %2</source>
        <comment>weekday and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>town, country</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>two times</comment>
        <translation>%1–%2</translation>
    </message>
</context>
<context>
    <name>words::PeopleWords</name>
    <message>
        <source>%1 · %2</source>
        <comment>contact and number</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No participants</source>
        <translation>Aucun participant</translation>
    </message>
</context>
<context>
    <name>words::ProblemWords</name>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Teammate</source>
        <translation>Coéquipier</translation>
    </message>
    <message>
        <source>Created from</source>
        <translation>Créée à partir de</translation>
    </message>
    <message>
        <source>Created to</source>
        <translation>Créée jusqu’à</translation>
    </message>
    <message>
        <source>Updated from</source>
        <translation>Modifiée à partir de</translation>
    </message>
    <message>
        <source>Updated to</source>
        <translation>Modifiée jusqu’à</translation>
    </message>
    <message>
        <source>Exclude inactive</source>
        <translation>Sans les inactives</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>Taille de page</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Quo takes at most 100 lines at once; these are %1.</source>
        <translation>Quo prend au plus 100 lignes à la fois&#xa0;; en voici %1.</translation>
    </message>
    <message>
        <source>‘%1’ is no user: its ID begins with US.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un utilisateur&#xa0;: son ID commence par US.</translation>
    </message>
    <message>
        <source>‘%1’ is no line: neither an ID that begins with PN nor a phone number.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une ligne&#xa0;: ni un ID qui commence par PN, ni un numéro de téléphone.</translation>
    </message>
    <message>
        <source>The range is empty: its end is not after its beginning.</source>
        <translation>L’intervalle est vide&#xa0;: sa fin n’est pas après son début.</translation>
    </message>
    <message>
        <source>%1 is out of range.</source>
        <translation>%1 est hors limites.</translation>
    </message>
    <message>
        <source>‘%1’ is neither a phone number nor an ID that begins with PN.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni un numéro de téléphone, ni un ID qui commence par PN.</translation>
    </message>
    <message>
        <source>‘%1’ needs its country code: begin with + and the code.</source>
        <translation>«&#xa0;%1&#xa0;» a besoin de son indicatif de pays&#xa0;: commencez par + et l’indicatif.</translation>
    </message>
    <message>
        <source>‘%1’ is too short for a phone number.</source>
        <translation>«&#xa0;%1&#xa0;» est trop court pour un numéro de téléphone.</translation>
    </message>
    <message>
        <source>‘%1’ is too long for a phone number.</source>
        <translation>«&#xa0;%1&#xa0;» est trop long pour un numéro de téléphone.</translation>
    </message>
    <message>
        <source>‘%1’ cannot be a phone number of its country.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être un numéro de téléphone de son pays.</translation>
    </message>
    <message>
        <source>‘%1’ is no state; there are %2.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un état&#xa0;; il y a %2.</translation>
    </message>
    <message>
        <source>‘%1’ is no date; write 2026-01-31, 2026-01, today or yesterday.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une date&#xa0;; écrivez 2026-01-31, 2026-01, today ou yesterday.</translation>
    </message>
    <message>
        <source>The keychain has no key of this workspace.</source>
        <translation>Le trousseau n’a pas de clé de cet espace de travail.</translation>
    </message>
    <message>
        <source>The keychain did not let Quoin in: %1</source>
        <translation>Le trousseau n’a pas laissé entrer Quoin&#xa0;: %1</translation>
    </message>
    <message>
        <source>No keychain runs on this computer: %1</source>
        <translation>Aucun trousseau ne tourne sur cet ordinateur&#xa0;: %1</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Le fichier ne peut pas être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>The file is larger than any view is.</source>
        <translation>Le fichier est plus grand que ne l’est une vue.</translation>
    </message>
    <message>
        <source>The file is not JSON: %1.</source>
        <translation>Le fichier n’est pas du JSON&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The file is no view of Quoin’s.</source>
        <translation>Le fichier n’est pas une vue de Quoin.</translation>
    </message>
    <message>
        <source>The view is of version %1, which this Quoin does not know.</source>
        <translation>La vue est de la version %1, que ce Quoin ne connaît pas.</translation>
    </message>
    <message>
        <source>‘%1’ is missing.</source>
        <translation>«&#xa0;%1&#xa0;» manque.</translation>
    </message>
    <message>
        <source>‘%1’ is nothing that a view has.</source>
        <translation>«&#xa0;%1&#xa0;» n’existe pas dans une vue.</translation>
    </message>
    <message>
        <source>‘%1’ has a wrong type.</source>
        <translation>«&#xa0;%1&#xa0;» a un mauvais type.</translation>
    </message>
    <message>
        <source>‘%1’ cannot be ‘%2’.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>‘%1’ is no time zone: it takes a name such as Europe/Berlin.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un fuseau horaire&#xa0;: il faut un nom comme Europe/Berlin.</translation>
    </message>
    <message>
        <source>‘%1’ is no base URL; one looks like https://api.quo.com</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une URL de base&#xa0;; une telle URL ressemble à https://api.quo.com</translation>
    </message>
    <message>
        <source>‘%1’ is no base URL: it must use https, or http to this machine</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une URL de base&#xa0;: il faut https, ou http vers cette machine</translation>
    </message>
    <message>
        <source>the base URL takes no user name and no password: the API key is enough</source>
        <translation>l’URL de base ne prend ni nom d’utilisateur, ni mot de passe&#xa0;: la clé d’API suffit</translation>
    </message>
    <message>
        <source>‘%1’ is no base URL: it must end before ‘?’ and ‘#’</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une URL de base&#xa0;: elle doit finir avant «&#xa0;?&#xa0;» et «&#xa0;#&#xa0;»</translation>
    </message>
    <message>
        <source>‘%1’ is not finished.</source>
        <translation>«&#xa0;%1&#xa0;» est incomplet.</translation>
    </message>
    <message>
        <source>This is not a file but a folder, a device or the like.</source>
        <translation>Ce n’est pas un fichier, mais un dossier, un périphérique ou quelque chose de ce genre.</translation>
    </message>
    <message>
        <source>is a link to a file that is not there</source>
        <translation>est un lien vers un fichier qui n’existe pas</translation>
    </message>
    <message>
        <source>is no file</source>
        <translation>n’est pas un fichier</translation>
    </message>
    <message>
        <source>is write-protected</source>
        <translation>est protégé en écriture</translation>
    </message>
</context>
<context>
    <name>words::SettingsWords</name>
    <message>
        <source>The settings are those of a newer Quoin. They are kept as ‘%1’, and this one begins with its own.</source>
        <translation>Les réglages sont ceux d’un Quoin plus récent. Ils sont gardés sous «&#xa0;%1&#xa0;», et celui-ci commence avec les siens.</translation>
    </message>
    <message>
        <source>The settings file was damaged. What could be read of it was kept; as it was, it is now called ‘%1’.</source>
        <translation>Le fichier des réglages était abîmé. Ce qui a pu être lu a été gardé&#xa0;; tel qu’il était, il s’appelle maintenant «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Settings and views hold only until Quoin is closed: ‘%1’ cannot be written. The folder may be write-protected or the disk full.</source>
        <translation>Réglages et vues ne valent que jusqu’à la fermeture de Quoin&#xa0;: «&#xa0;%1&#xa0;» ne peut pas être écrit. Le dossier est peut-être protégé en écriture ou le disque plein.</translation>
    </message>
    <message>
        <source>Quoin ended unexpectedly twice, the second time soon after it had shown the same again. So this time it begins afresh; views are still there.</source>
        <translation>Quoin s’est terminé deux fois de façon inattendue, la seconde peu après avoir montré la même chose. Il recommence donc à neuf cette fois&#xa0;; les vues sont toujours là.</translation>
    </message>
    <message>
        <source>Quoin ended unexpectedly the last time. Filters, search and columns are as they were.</source>
        <translation>Quoin s’est terminé de façon inattendue la dernière fois. Filtres, recherche et colonnes sont comme ils étaient.</translation>
    </message>
    <message>
        <source>a saved view</source>
        <translation>une vue enregistrée</translation>
    </message>
    <message>
        <source>what was shown last</source>
        <translation>ce qui était montré en dernier</translation>
    </message>
    <message>
        <source>columns and sorting</source>
        <translation>les colonnes et le tri</translation>
    </message>
    <message>
        <source>the list of workspaces</source>
        <translation>la liste des espaces de travail</translation>
    </message>
    <message>
        <source>the proxy</source>
        <translation>le proxy</translation>
    </message>
    <message>
        <source>the time zone</source>
        <translation>le fuseau horaire</translation>
    </message>
    <message>
        <source>the language</source>
        <translation>la langue</translation>
    </message>
    <message>
        <source>the lines you are notified of</source>
        <translation>les lignes surveillées</translation>
    </message>
    <message>
        <source>how often the list is refreshed</source>
        <translation>la fréquence d’actualisation de la liste</translation>
    </message>
    <message>
        <source>the export options</source>
        <translation>les options de l’exportation</translation>
    </message>
    <message>
        <source>other settings</source>
        <translation>d’autres</translation>
    </message>
    <message>
        <source>There was something else in place of the settings file. It is now called ‘%1’, and the settings begin anew.</source>
        <translation>Ce qui a été trouvé à la place du fichier des réglages n’en est pas un. Cela s’appelle maintenant «&#xa0;%1&#xa0;», et les réglages recommencent à neuf.</translation>
    </message>
    <message>
        <source>Some settings cannot be read, or only in part: %1. Quoin uses its defaults for them, and keeps what is in the file until you set them again.</source>
        <translation>Certains réglages ne peuvent pas être lus, ou pas en entier&#xa0;: %1. Ils sont comme ils étaient au départ&#xa0;; ce que contient le fichier y reste jusqu’à ce que vous les changiez.</translation>
    </message>
</context>
<context>
    <name>words::StateWords</name>
    <message>
        <source>Muted</source>
        <translation>En sourdine</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimée</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Non attribuée</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Reportée</translation>
    </message>
    <message>
        <source>Snooze ended</source>
        <translation>Report terminé</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>Attribuée à %1</translation>
    </message>
    <message>
        <source>Assigned to the system</source>
        <translation>Attribuée au système</translation>
    </message>
    <message>
        <source>Not muted</source>
        <translation>Pas en sourdine</translation>
    </message>
    <message>
        <source>Muted until %1, for another %2</source>
        <translation>En sourdine jusqu’au %1, encore %2</translation>
    </message>
    <message>
        <source>Not snoozed</source>
        <translation>Pas reportée</translation>
    </message>
    <message>
        <source>Snoozed until %1, in %2</source>
        <translation>Reportée jusqu’au %1, dans %2</translation>
    </message>
    <message>
        <source>Snooze ended %1 ago</source>
        <translation>Report terminé il y a %1</translation>
    </message>
    <message>
        <source>Deleted %1 ago</source>
        <translation>Supprimée il y a %1</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Attribuée</translation>
    </message>
</context>
<context>
    <name>words::StatusWords</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 of %2 match, complete</source>
        <translation>%1 sur %2 correspondent, complet</translation>
    </message>
    <message>
        <source>%1 of %2 loaded match</source>
        <translation>%1 sur %2 chargées correspondent</translation>
    </message>
    <message>
        <source>complete, %1</source>
        <translation>complet, %1</translation>
    </message>
    <message>
        <source>stopped: %1, %2 loaded</source>
        <translation>arrêté&#xa0;: %1, %2 chargées</translation>
    </message>
    <message>
        <source>first %1, more exist</source>
        <translation>%1 premières, il y en a d’autres</translation>
    </message>
    <message>
        <source>first %1, more may exist</source>
        <translation>%1 premières, il y en a peut-être d’autres</translation>
    </message>
    <message>
        <source>Asking for what has changed…</source>
        <translation>Demande de ce qui a changé…</translation>
    </message>
    <message>
        <source>Refreshing, %1 of %2</source>
        <translation>Actualisation, %1 sur %2</translation>
    </message>
    <message>
        <source>Loading all: %1 so far, %2 requests a second</source>
        <translation>Tout se charge&#xa0;: %1 jusqu’ici, %2 requêtes par seconde</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Offline since %1, trying again</source>
        <translation>Hors ligne depuis %1, nouvel essai en cours</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>état à %1</translation>
    </message>
    <message>
        <source>Requests in the last second: %1 of %2</source>
        <translation>Requêtes dans la dernière seconde&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>On their way: %1</source>
        <translation>En route&#xa0;: %1</translation>
    </message>
    <message>
        <source>Waiting for their turn: %1</source>
        <translation>En attente de leur tour&#xa0;: %1</translation>
    </message>
    <message>
        <source>Refused as too many (429): %1</source>
        <translation>Refusées car trop nombreuses (429)&#xa0;: %1</translation>
    </message>
    <message>
        <source>Loading all: %1 requests in %2, %3 a second</source>
        <translation>Tout se charge&#xa0;: %1 requêtes en %2, %3 par seconde</translation>
    </message>
    <message>
        <source>Quo does not say how many there are, so the end is not known.</source>
        <translation>Quo ne dit pas combien il y en a, la fin n’est donc pas connue.</translation>
    </message>
    <message>
        <source>%1, trying again in %2 (try %3 of %4)</source>
        <translation>%1, nouvel essai dans %2 (essai %3 sur %4)</translation>
    </message>
    <message>
        <source>parts failed</source>
        <translation>parties non lues</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>more exist</source>
        <translation>il y en a d’autres</translation>
    </message>
    <message>
        <source>limit reached</source>
        <translation>limite atteinte</translation>
    </message>
    <message>
        <source>selected rows only</source>
        <translation>lignes sélectionnées seulement</translation>
    </message>
    <message>
        <source>rows unreadable</source>
        <translation>lignes illisibles</translation>
    </message>
    <message>
        <source>filters ignored</source>
        <translation>filtres non appliqués</translation>
    </message>
    <message>
        <source>filters unchecked</source>
        <translation>filtres non vérifiés</translation>
    </message>
    <message>
        <source>lines refused</source>
        <translation>lignes téléphoniques refusées</translation>
    </message>
    <message>
        <source>rows moved</source>
        <translation>lignes déplacées</translation>
    </message>
    <message>
        <source>contacts not searched</source>
        <translation>recherche sans les contacts</translation>
    </message>
    <message>
        <source>stopped: %1, %2 of %3 loaded match</source>
        <translation>arrêté&#xa0;: %1, %2 sur %3 chargées correspondent</translation>
    </message>
    <message>
        <source>%1 of %2 match, incomplete: %3</source>
        <translation>%1 sur %2 correspondent, incomplet&#xa0;: %3</translation>
    </message>
    <message>
        <source>incomplete: %1, %2 loaded</source>
        <translation>incomplet&#xa0;: %1, %2 chargées</translation>
    </message>
    <message>
        <source>%1 of %2 loaded match, %3</source>
        <comment>the last is why there may be more</comment>
        <translation>%1 sur %2 chargées correspondent, %3</translation>
    </message>
    <message>
        <source>Checking the list…</source>
        <translation>Vérification de la liste…</translation>
    </message>
</context>
</TS>
