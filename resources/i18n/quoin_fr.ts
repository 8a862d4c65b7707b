<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
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
    <message>
        <source>Export &amp;partial list</source>
        <translation>Exporter la &amp;liste partielle</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
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
        <source>Times</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>&amp;Selected rows</source>
        <translation>Lignes &amp;sélectionnées</translation>
    </message>
    <message>
        <source>Everything the filters &amp;match</source>
        <translation>&amp;Tout ce qui correspond aux filtres</translation>
    </message>
    <message>
        <source>Save &amp;as</source>
        <translation>Enregistrer so&amp;us</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation>Plus d’&amp;options</translation>
    </message>
    <message>
        <source>&amp;Times in</source>
        <translation>Fuseau &amp;horaire</translation>
    </message>
    <message>
        <source>&amp;Include line and teammate names</source>
        <translation>&amp;Inclure les noms de la ligne et du coéquipier</translation>
    </message>
    <message>
        <source>Also save an export &amp;report (.manifest.json)</source>
        <translation>Enregistrer aussi un ra&amp;pport d’exportation (.manifest.json)</translation>
    </message>
    <message>
        <source>Rows rea&amp;d so far</source>
        <translation>Lignes &amp;déjà lues</translation>
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
        <source>Settings problem</source>
        <translation>Problème de réglage</translation>
    </message>
    <message>
        <source>Threads to keep for &amp;quick reading</source>
        <translation>Fils à garder pour une lecture &amp;rapide</translation>
    </message>
    <message>
        <source>Threads to keep for quick reading</source>
        <translation>Fils à garder pour une lecture rapide</translation>
    </message>
    <message>
        <source>Their messages and calls open at once</source>
        <translation>Leurs messages et appels s’ouvrent aussitôt</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>&amp;Keep this workspace on this computer</source>
        <translation>&amp;Garder cet espace de travail sur cet ordinateur</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Gardé sur cet ordinateur</translation>
    </message>
    <message>
        <source>&amp;Delete now</source>
        <translation>&amp;Supprimer maintenant</translation>
    </message>
    <message>
        <source>Deletes what is kept. Nothing changes in Quo</source>
        <translation>Supprime ce qui est gardé. Rien ne change dans Quo</translation>
    </message>
    <message>
        <source>Quoin starts with everything it knows, even offline. Only your user account can read the files; full-disk encryption protects them further.</source>
        <translation>Quoin démarre avec tout ce qu’il connaît, même hors ligne. Seul votre compte d’utilisateur peut lire les fichiers&#xa0;; le chiffrement du disque les protège davantage.</translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>Gone</source>
        <comment>a conversation that is no longer in the list</comment>
        <translation>Disparue</translation>
    </message>
    <message>
        <source>No longer in this list. The row disappears when you leave the list or press Home.</source>
        <translation>N’est plus dans cette liste. La ligne disparaît quand vous quittez la liste ou appuyez sur Début.</translation>
    </message>
</context>
<context>
    <name>app::CommandLine</name>
    <message>
        <source>This command.</source>
        <translation>Cette commande.</translation>
    </message>
    <message>
        <source>unexpected argument &apos;%1&apos;</source>
        <translation>argument inattendu &apos;%1&apos;</translation>
    </message>
    <message>
        <source>the command comes first: quoin %1 …</source>
        <translation>la commande vient en premier&#xa0;: quoin %1 …</translation>
    </message>
    <message>
        <source>Times in UTC (the default).</source>
        <translation>Heures en UTC (par défaut).</translation>
    </message>
    <message>
        <source>Serve the demo workspace through Quo&apos;s API on 127.0.0.1 and print its base URL.</source>
        <translation>Sert l’espace de démonstration par l’API de Quo sur 127.0.0.1 et affiche son URL de base.</translation>
    </message>
    <message>
        <source>Port to listen on; 0 picks a free one.</source>
        <translation>Port d’écoute&#xa0;; 0 en prend un libre.</translation>
    </message>
    <message>
        <source>Number of conversations.</source>
        <translation>Nombre de conversations.</translation>
    </message>
    <message>
        <source>Random seed; the same seed makes the same data.</source>
        <translation>Graine aléatoire&#xa0;; la même donne les mêmes données.</translation>
    </message>
    <message>
        <source>Milliseconds to wait before each answer.</source>
        <translation>Millisecondes d’attente avant chaque réponse.</translation>
    </message>
    <message>
        <source>Requests per second for each key; 0 for no limit.</source>
        <translation>Requêtes par seconde et par clé&#xa0;; 0 pour ne pas limiter.</translation>
    </message>
    <message>
        <source>unknown command &apos;%1&apos;. Try %2, or see &apos;quoin --help&apos;.</source>
        <translation>commande inconnue &apos;%1&apos;. Essayez %2, ou voyez &apos;quoin --help&apos;.</translation>
    </message>
    <message>
        <source>Same as --view FILE.</source>
        <translation>Comme --view FILE.</translation>
    </message>
    <message>
        <source>Open a view file.</source>
        <translation>Ouvrir un fichier de vue.</translation>
    </message>
    <message>
        <source>Save a PNG of the window once the list is loaded, then exit.</source>
        <translation>Enregistrer un PNG de la fenêtre dès que la liste est chargée, puis quitter.</translation>
    </message>
    <message>
        <source>--view needs a file name</source>
        <translation>--view attend un nom de fichier</translation>
    </message>
    <message>
        <source>--screenshot needs a file name</source>
        <translation>--screenshot attend un nom de fichier</translation>
    </message>
    <message>
        <source>Export conversations to a file, without a window.

Exit codes: 0 complete, 1 failed, 2 wrong option, 3 incomplete.
T is a date (2026-01-31), an ISO 8601 time, or an age (36h, 7d, 2w).</source>
        <translation>Exporte des conversations dans un fichier, sans fenêtre.

Codes de sortie&#xa0;: 0 complet, 1 échec, 2 mauvaise option, 3 incomplet.
T est une date (2026-01-31), une heure ISO 8601 ou un âge (36h, 7d, 2w).</translation>
    </message>
    <message>
        <source>File to write; &apos;-&apos; for the standard output.</source>
        <translation>Fichier à écrire&#xa0;; &apos;-&apos; pour la sortie standard.</translation>
    </message>
    <message>
        <source>Format: %1. Default: from the file name.</source>
        <translation>Format&#xa0;: %1. Par défaut&#xa0;: d’après le nom du fichier.</translation>
    </message>
    <message>
        <source>Only this line (ID or number). Repeat for more lines.</source>
        <translation>Seulement cette ligne (ID ou numéro). À répéter pour d’autres lignes.</translation>
    </message>
    <message>
        <source>Only conversations that Quo lists for this user (ID).</source>
        <translation>Seulement les conversations que Quo liste pour cet utilisateur (ID).</translation>
    </message>
    <message>
        <source>Limit to this time range.</source>
        <translation>Limiter à cet intervalle de temps.</translation>
    </message>
    <message>
        <source>Active conversations only.</source>
        <translation>Conversations actives seulement.</translation>
    </message>
    <message>
        <source>Only this state: %1. Repeat for more states.</source>
        <translation>Seulement cet état&#xa0;: %1. À répéter pour d’autres états.</translation>
    </message>
    <message>
        <source>Only conversations that match all of these words and conditions, such as &apos;line:support&apos;, &apos;-to:none&apos; or &apos;before:2026-01-31&apos;.</source>
        <translation>Seulement les conversations qui répondent à tous ces mots et conditions, comme &apos;line:support&apos;, &apos;-to:none&apos; ou &apos;before:2026-01-31&apos;.</translation>
    </message>
    <message>
        <source>Sort by these columns; add &apos;:desc&apos; for descending. &apos;none&apos; keeps the order of arrival.</source>
        <translation>Trier selon ces colonnes&#xa0;; ajoutez &apos;:desc&apos; pour l’ordre décroissant. &apos;none&apos; garde l’ordre d’arrivée.</translation>
    </message>
    <message>
        <source>Columns, separated by commas: %1.</source>
        <translation>Colonnes, séparées par des virgules&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Use the filters, search, sort order and columns of a view file.</source>
        <translation>Utiliser les filtres, la recherche, le tri et les colonnes d’un fichier de vue.</translation>
    </message>
    <message>
        <source>Maximum rows.</source>
        <translation>Nombre maximal de lignes.</translation>
    </message>
    <message>
        <source>JSON: include line and teammate names.</source>
        <translation>JSON&#xa0;: inclure les noms de la ligne et du coéquipier.</translation>
    </message>
    <message>
        <source>Phone number style: %1. Default: e164.</source>
        <translation>Style des numéros de téléphone&#xa0;: %1. Par défaut&#xa0;: e164.</translation>
    </message>
    <message>
        <source>Country for national phone numbers, such as US. Default: the country of most lines.</source>
        <translation>Pays des numéros de téléphone nationaux, par exemple US. Par défaut&#xa0;: le pays de la plupart des lignes.</translation>
    </message>
    <message>
        <source>Also save an export report (FILE.manifest.json).</source>
        <translation>Enregistrer aussi un rapport d’exportation (FILE.manifest.json).</translation>
    </message>
    <message>
        <source>Don&apos;t protect text that a spreadsheet would run as a formula.</source>
        <translation>Ne pas protéger le texte qu’un tableur exécuterait comme formule.</translation>
    </message>
    <message>
        <source>Replace the file even if it is write-protected.</source>
        <translation>Remplacer le fichier même s’il est protégé en écriture.</translation>
    </message>
    <message>
        <source>Times in this computer&apos;s time zone.</source>
        <translation>Heures dans le fuseau horaire de cet ordinateur.</translation>
    </message>
    <message>
        <source>Don&apos;t show progress.</source>
        <translation>Ne pas afficher la progression.</translation>
    </message>
    <message>
        <source>--%1 must be one of %2</source>
        <translation>--%1 doit être l’une de ces valeurs&#xa0;: %2</translation>
    </message>
    <message>
        <source>--output needs a file name, or &apos;-&apos; for the standard output</source>
        <translation>--output attend un nom de fichier, ou &apos;-&apos; pour la sortie standard</translation>
    </message>
    <message>
        <source>--region needs a two-letter country code, such as US</source>
        <translation>--region attend un code de pays de deux lettres, comme US</translation>
    </message>
    <message>
        <source>use either --utc or --local, not both</source>
        <translation>utilisez soit --utc, soit --local, pas les deux</translation>
    </message>
    <message>
        <source>--%1 needs a time such as 2026-01-31T10:00:00Z, 2026-01-31 or 7d</source>
        <translation>--%1 attend une heure comme 2026-01-31T10:00:00Z, 2026-01-31 ou 7d</translation>
    </message>
    <message>
        <source>--sort needs &apos;none&apos; or some of %1, with &apos;:desc&apos; for descending</source>
        <translation>--sort attend &apos;none&apos; ou certaines de %1, avec &apos;:desc&apos; pour l’ordre décroissant</translation>
    </message>
    <message>
        <source>--columns needs some of %1</source>
        <translation>--columns attend certaines de %1</translation>
    </message>
    <message>
        <source>--manifest needs a file; it can&apos;t be used with the standard output</source>
        <translation>--manifest attend un fichier&#xa0;; la sortie standard ne convient pas</translation>
    </message>
    <message>
        <source>List the workspace&apos;s phone numbers.</source>
        <translation>Liste les numéros de téléphone de l’espace de travail.</translation>
    </message>
    <message>
        <source>List the workspace&apos;s users.</source>
        <translation>Liste les utilisateurs de l’espace de travail.</translation>
    </message>
    <message>
        <source>Format: table or json.</source>
        <translation>Format&#xa0;: table ou json.</translation>
    </message>
    <message>
        <source>--format must be one of table, json</source>
        <translation>--format doit être table ou json</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Afficher cette aide.</translation>
    </message>
    <message>
        <source>--%1 needs a whole number from %2 to %3</source>
        <translation>--%1 attend un nombre entier de %2 à %3</translation>
    </message>
    <message>
        <source>--%1 needs an ID</source>
        <translation>--%1 attend un ID</translation>
    </message>
    <message>
        <source>Demo data; no key or network needed.</source>
        <translation>Données de démonstration&#xa0;; ni clé ni réseau nécessaires.</translation>
    </message>
    <message>
        <source>Number of demo conversations.</source>
        <translation>Nombre de conversations de démonstration.</translation>
    </message>
    <message>
        <source>API base URL.</source>
        <translation>URL de base de l’API.</translation>
    </message>
    <message>
        <source>--demo-conversations needs --demo</source>
        <translation>--demo-conversations demande --demo</translation>
    </message>
    <message>
        <source>use either --demo or --base-url, not both</source>
        <translation>utilisez soit --demo, soit --base-url, pas les deux</translation>
    </message>
    <message>
        <source>Browse a Quo workspace (read-only).

Set QUO_API_KEY to use an API key without signing in, and QUO_API_BASE_URL to use
another server.

More commands: &apos;quoin sync&apos;, &apos;quoin export&apos;, &apos;quoin lines&apos;, &apos;quoin users&apos; and
&apos;quoin demo-server&apos;. Add --help to one of them for its options.</source>
        <translation>Parcourt un espace de travail Quo (en lecture seule).

Définissez QUO_API_KEY pour utiliser une clé d’API sans vous connecter, et
QUO_API_BASE_URL pour utiliser un autre serveur.

Autres commandes&#xa0;: &apos;quoin sync&apos;, &apos;quoin export&apos;, &apos;quoin lines&apos;, &apos;quoin users&apos; et
&apos;quoin demo-server&apos;. Ajoutez --help à l’une d’elles pour voir ses options.</translation>
    </message>
    <message>
        <source>Export what &apos;quoin sync&apos; or the window has kept on this computer, without a request to Quo.</source>
        <translation>Exporter ce que &apos;quoin sync&apos; ou la fenêtre a gardé sur cet ordinateur, sans requête à Quo.</translation>
    </message>
    <message>
        <source>Export what is kept on this computer if it is at most this old (10m, 2h, 1d); otherwise ask Quo. With --from-mirror: otherwise fail.</source>
        <translation>Exporter ce qui est gardé sur cet ordinateur si cela ne date pas de plus que cet âge (10m, 2h, 1d)&#xa0;; sinon, interroger Quo. Avec --from-mirror&#xa0;: sinon, échouer.</translation>
    </message>
    <message>
        <source>nothing of --demo is kept on this computer. To try it, run &apos;quoin demo-server&apos;, then use --base-url and any QUO_API_KEY</source>
        <translation>rien de --demo n’est gardé sur cet ordinateur. Pour essayer, lancez &apos;quoin demo-server&apos;, puis utilisez --base-url et n’importe quelle QUO_API_KEY</translation>
    </message>
    <message>
        <source>--max-age needs an age such as 10m, 2h or 1d</source>
        <translation>--max-age attend un âge comme 10m, 2h ou 1d</translation>
    </message>
    <message>
        <source>Keep the workspace on this computer, or bring what is kept up to date.

Exit codes: 0 complete, 1 failed, 2 wrong option, 3 incomplete.</source>
        <translation>Garde l’espace de travail sur cet ordinateur, ou met à jour ce qui est gardé.

Codes de sortie&#xa0;: 0 complet, 1 échec, 2 mauvaise option, 3 incomplet.</translation>
    </message>
    <message>
        <source>Load everything again, not only what has changed.</source>
        <translation>Tout charger de nouveau, pas seulement ce qui a changé.</translation>
    </message>
    <message>
        <source>Only say what went wrong: no progress and no summary.</source>
        <translation>N’indiquer que les problèmes&#xa0;: ni progression, ni résumé.</translation>
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
        <source>and, in Quoin, by state or search</source>
        <translation>et, dans Quoin, par état ou par recherche</translation>
    </message>
    <message>
        <source>What is kept on this computer is damaged. Run &apos;quoin sync&apos; to load it again.</source>
        <translation>Ce qui est gardé sur cet ordinateur est abîmé. Lancez &apos;quoin sync&apos; pour le charger de nouveau.</translation>
    </message>
    <message>
        <source>What is kept on this computer was loaded with another key. Run &apos;quoin sync&apos; first.</source>
        <translation>Ce qui est gardé sur cet ordinateur a été chargé avec une autre clé. Lancez d’abord &apos;quoin sync&apos;.</translation>
    </message>
    <message>
        <source>Nothing is kept on this computer yet. Run &apos;quoin sync&apos; first.</source>
        <translation>Rien n’est encore gardé sur cet ordinateur. Lancez d’abord &apos;quoin sync&apos;.</translation>
    </message>
    <message>
        <source>Not everything is kept on this computer yet. Run &apos;quoin sync&apos; first.</source>
        <translation>Tout n’est pas encore gardé sur cet ordinateur. Lancez d’abord &apos;quoin sync&apos;.</translation>
    </message>
    <message>
        <source>What is kept on this computer is as of %1, which is older than --max-age. Run &apos;quoin sync&apos; first.</source>
        <translation>Ce qui est gardé sur cet ordinateur (état&#xa0;: %1) est plus ancien que --max-age. Lancez d’abord &apos;quoin sync&apos;.</translation>
    </message>
    <message>
        <source>Only Quo can answer --user and --exclude-inactive, and its answer to this filter isn’t kept on this computer.</source>
        <translation>Seul Quo peut répondre à --user et à --exclude-inactive, et sa réponse à ce filtre n’est pas gardée sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Only Quo knows the line %1: nothing of it is kept on this computer.</source>
        <translation>Seul Quo connaît la ligne %1&#xa0;: rien d’elle n’est gardé sur cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>app::KeptWorkspace</name>
    <message>
        <source>No answer within %1 s</source>
        <translation>Pas de réponse en %1&#xa0;s</translation>
    </message>
</context>
<context>
    <name>app::ListCommand</name>
    <message>
        <source>incomplete: %1</source>
        <translation>incomplet&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>incomplete: couldn&apos;t read %n entry(s) (%1)</source>
        <translation>
            <numerusform>incomplet&#xa0;: %n entrée n’a pas pu être lue (%1)</numerusform>
            <numerusform>incomplet&#xa0;: %n entrées n’ont pas pu être lues (%1)</numerusform>
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
        <source>Last requests</source>
        <translation>Dernières requêtes</translation>
    </message>
    <message>
        <source>Restart Quoin to change the language.</source>
        <translation>Redémarrez Quoin pour changer de langue.</translation>
    </message>
    <message>
        <source>Diagnostics copied. They contain no names, numbers or keys.</source>
        <translation>Diagnostic copié. Il ne contient ni noms, ni numéros, ni clés.</translation>
    </message>
    <message>
        <source>Since Quoin started</source>
        <translation>Depuis le démarrage de Quoin</translation>
    </message>
    <message>
        <source>Crash on %1, %2</source>
        <comment>day and time</comment>
        <translation>Plantage du %1, %2</translation>
    </message>
</context>
<context>
    <name>app::SignInFlow</name>
    <message>
        <source>Removing the key…</source>
        <translation>Retrait de la clé…</translation>
    </message>
    <message>
        <source>Quo workspace</source>
        <translation>Espace de travail Quo</translation>
    </message>
    <message>
        <source>Opening the keychain…</source>
        <translation>Ouverture du trousseau…</translation>
    </message>
    <message>
        <source>Couldn’t remove the key. %1</source>
        <translation>Impossible de retirer la clé. %1</translation>
    </message>
    <message>
        <source>Checking key…</source>
        <translation>Vérification de la clé…</translation>
    </message>
    <message>
        <source>Quo didn’t accept this key. Check it, or create a new one.</source>
        <translation>Quo n’a pas accepté cette clé. Vérifiez-la, ou créez-en une autre.</translation>
    </message>
    <message>
        <source>%1 You’ll sign in again next time.</source>
        <translation>%1 Vous devrez vous reconnecter la prochaine fois.</translation>
    </message>
</context>
<context>
    <name>app::SyncCommand</name>
    <message>
        <source>This workspace isn’t kept on this computer: that is off in Settings.</source>
        <translation>Cet espace de travail n’est pas gardé sur cet ordinateur&#xa0;: c’est désactivé dans les réglages.</translation>
    </message>
    <message>
        <source>Couldn’t find out which lines this key may see. %1</source>
        <translation>Impossible de savoir quelles lignes cette clé peut voir. %1</translation>
    </message>
    <message>
        <source>Couldn’t load contacts. %1</source>
        <translation>Impossible de charger les contacts. %1</translation>
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
    <name>exporting::Manifest</name>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Espace de travail</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Trié par</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes du tableau</translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation>Lignes omises</translation>
    </message>
    <message>
        <source>Why they were left out</source>
        <translation>Pourquoi elles ont été omises</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complet</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Ce qui manque</translation>
    </message>
    <message>
        <source>What the format can’t hold</source>
        <translation>Ce que le format ne peut pas contenir</translation>
    </message>
    <message>
        <source>SHA-256 of the rows as CSV</source>
        <translation>SHA-256 des lignes en CSV</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Rows from</source>
        <translation>Provenance des lignes</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>État au</translation>
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
        <source>About</source>
        <comment>a sheet&apos;s name</comment>
        <translation>À propos</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>pas assez de mémoire</translation>
    </message>
    <message>
        <source>can’t create a temporary file. Is the temporary folder full?</source>
        <translation>impossible de créer un fichier temporaire. Le dossier temporaire est-il plein&#xa0;?</translation>
    </message>
    <message>
        <source>the temporary folder is full</source>
        <translation>le dossier temporaire est plein</translation>
    </message>
    <message>
        <source>couldn’t finish the workbook. Is the disk full?</source>
        <translation>impossible de terminer le classeur. Le disque est-il plein&#xa0;?</translation>
    </message>
    <message>
        <source>Cells cut at %1 characters: %2</source>
        <translation>Cellules coupées à %1 caractères&#xa0;: %2</translation>
    </message>
    <message>
        <source>Times outside of Excel’s range, written as text: %1</source>
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
        <source>%1 (%2)</source>
        <comment>name and email address</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Quo (automatic)</source>
        <comment>who has a conversation</comment>
        <translation>Quo (automatique)</translation>
    </message>
    <message>
        <source>Former teammate</source>
        <translation>Ancien coéquipier</translation>
    </message>
</context>
<context>
    <name>widgets::AboutDialog</name>
    <message>
        <source>About Quoin</source>
        <translation>À propos de Quoin</translation>
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
        <source>The Quoin developers</source>
        <translation>Les développeurs de Quoin</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Logiciel libre sous la licence publique générale GNU, version 3 ou ultérieure, sans aucune garantie.</translation>
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
        <source>Li&amp;braries</source>
        <translation>&amp;Bibliothèques</translation>
    </message>
    <message>
        <source>Browse and export the conversations of a Quo workspace. Quoin never changes anything in Quo. Not affiliated with Quo.</source>
        <translation>Parcourez et exportez les conversations d’un espace de travail Quo. Quoin ne modifie jamais rien dans Quo. Sans lien avec Quo.</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliothèques</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
</context>
<context>
    <name>widgets::ActivityPane</name>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Réessayer</translation>
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
    <message>
        <source>Calls in group conversations aren&apos;t available from Quo</source>
        <translation>Quo ne fournit pas les appels des conversations de groupe</translation>
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
        <source>No results</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>Search conversations and commands</source>
        <translation>Rechercher des conversations et des commandes</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
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
    <message>
        <source>Compact &amp;rows</source>
        <translation>Lignes com&amp;pactes</translation>
    </message>
    <message>
        <source>&amp;Freeze first column</source>
        <translation>&amp;Figer la première colonne</translation>
    </message>
    <message>
        <source>Loading conversations…</source>
        <translation>Chargement des conversations…</translation>
    </message>
</context>
<context>
    <name>widgets::CopiedNote</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>widgets::DateRangePopover</name>
    <message>
        <source>No start</source>
        <translation>Sans début</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Sans fin</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Du</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>A&amp;u</translation>
    </message>
    <message>
        <source>Times are in %1</source>
        <translation>Heures du fuseau %1</translation>
    </message>
    <message>
        <source>%1, time</source>
        <translation>%1, heure</translation>
    </message>
    <message>
        <source>Choose from a calendar</source>
        <translation>Choisir dans un calendrier</translation>
    </message>
    <message>
        <source>“%1” isn’t a date. Try 2026-01-31, today or 3d.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une date. Essayez 2026-01-31, aujourd&apos;hui ou 3d.</translation>
    </message>
    <message>
        <source>“%1” isn’t a time. Try 14:30.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une heure. Essayez 14:30.</translation>
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
    <message numerus="yes">
        <source>%1 conversations selected</source>
        <translation>
            <numerusform>%1 conversation sélectionnée</numerusform>
            <numerusform>%1 conversations sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a conversation</source>
        <translation>Sélectionnez une conversation</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Attribuée à</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Sourdine</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimée</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Open in Quo</source>
        <translation>Ouvrir dans Quo</translation>
    </message>
    <message>
        <source>Copy selected rows</source>
        <translation>Copier les lignes sélectionnées</translation>
    </message>
    <message>
        <source>Export selected rows</source>
        <translation>Exporter les lignes sélectionnées</translation>
    </message>
    <message>
        <source>Other conversations with these people</source>
        <translation>Autres conversations avec ces personnes</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Autres actions</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Details and IDs</source>
        <translation>Détails et ID</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>Copier les numéros</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copier le numéro</translation>
    </message>
</context>
<context>
    <name>widgets::ExportDialog</name>
    <message numerus="yes">
        <source>Writing %1 of %2 rows</source>
        <translation>
            <numerusform>Écriture de %1 ligne sur %2</numerusform>
            <numerusform>Écriture de %1 lignes sur %2</numerusform>
        </translation>
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
    <message>
        <source>“%1” already exists. Export again to replace it.</source>
        <translation>«&#xa0;%1&#xa0;» existe déjà. Exportez de nouveau pour le remplacer.</translation>
    </message>
    <message numerus="yes">
        <source>Exported %1 conversations</source>
        <translation>
            <numerusform>%1 conversation exportée</numerusform>
            <numerusform>%1 conversations exportées</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>The filters were changed while the rows were being read, so nothing was written. Export again with the filters that are set now.</source>
        <translation>Les filtres ont été modifiés pendant la lecture des lignes, donc rien n’a été écrit. Exportez de nouveau avec les filtres actuels.</translation>
    </message>
    <message>
        <source>Stopped before everything was read.</source>
        <translation>Arrêté avant que tout soit lu.</translation>
    </message>
</context>
<context>
    <name>widgets::ExportForm</name>
    <message>
        <source>Export to</source>
        <translation>Exporter vers</translation>
    </message>
    <message>
        <source>+14155550100</source>
        <translation>+14155550100</translation>
    </message>
    <message>
        <source>+14155550100 as text</source>
        <translation>+14155550100 comme texte</translation>
    </message>
    <message>
        <source>(415) 555-0100</source>
        <translation>(415) 555-0100</translation>
    </message>
    <message>
        <source>Fewer &amp;options</source>
        <translation>Moins d’&amp;options</translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation>Plus d’&amp;options</translation>
    </message>
    <message>
        <source>Selected rows (%1)</source>
        <translation>Lignes sélectionnées (%1)</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>at least so many</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>Everything that matches (%1)</source>
        <translation>Tout ce qui correspond (%1)</translation>
    </message>
    <message>
        <source>Everything that matches (more than %1)</source>
        <translation>Tout ce qui correspond (plus de %1)</translation>
    </message>
    <message numerus="yes">
        <source>Export %1 conversations</source>
        <translation>
            <numerusform>Exporter %1 conversation</numerusform>
            <numerusform>Exporter %1 conversations</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows read so far (%1)</source>
        <translation>Lignes déjà lues (%1)</translation>
    </message>
</context>
<context>
    <name>widgets::FieldList</name>
    <message>
        <source>Copy: %1</source>
        <translation>Copier&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
</context>
<context>
    <name>widgets::FilterBar</name>
    <message>
        <source>Filter by creation</source>
        <translation>Filtrer par création</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Last activity from</source>
        <translation>Dernière activité à partir de</translation>
    </message>
    <message>
        <source>Last activity to</source>
        <translation>Dernière activité jusqu’à</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Attribuée à</translation>
    </message>
    <message>
        <source>Name or email</source>
        <translation>Nom ou e-mail</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Only conversations on these lines (Ctrl+L)</source>
        <translation>Seulement les conversations de ces lignes (Ctrl+L)</translation>
    </message>
    <message>
        <source>Only conversations in any of these states</source>
        <translation>Seulement les conversations dans l’un de ces états</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Dernière activité</translation>
    </message>
    <message>
        <source>When the last message or call came in or went out</source>
        <translation>Quand le dernier message ou appel est arrivé ou parti</translation>
    </message>
    <message>
        <source>Only conversations that are assigned to any of these</source>
        <translation>Seulement les conversations attribuées à l’une de ces personnes</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Créée</translation>
    </message>
    <message>
        <source>When the conversation began, even if it has been active since then</source>
        <translation>Quand la conversation a commencé, même si elle a été active depuis</translation>
    </message>
    <message>
        <source>Active only</source>
        <translation>Actives seulement</translation>
    </message>
    <message>
        <source>Leave out conversations that Quo calls inactive</source>
        <translation>Omettre les conversations que Quo dit inactives</translation>
    </message>
    <message>
        <source>Quo user</source>
        <translation>Utilisateur Quo</translation>
    </message>
    <message>
        <source>Conversations Quo lists for this person, whoever they’re assigned to</source>
        <translation>Conversations que Quo liste pour cette personne, quel qu’en soit le responsable</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Dernière modification</translation>
    </message>
    <message>
        <source>When anything about the conversation last changed in Quo</source>
        <translation>Quand la conversation a été modifiée pour la dernière fois dans Quo</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Enregistrer les changements</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Clear filters and search</source>
        <translation>Effacer les filtres et la recherche</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Autres filtres</translation>
    </message>
    <message>
        <source>Save what is shown in the open view</source>
        <translation>Enregistrer ce qui est affiché dans la vue ouverte</translation>
    </message>
    <message>
        <source>Clear filters and search (Ctrl+Z brings them back)</source>
        <translation>Effacer les filtres et la recherche (Ctrl+Z les rétablit)</translation>
    </message>
    <message>
        <source>Filter by line</source>
        <translation>Filtrer par ligne</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>Filtrer par état</translation>
    </message>
    <message>
        <source>Filter by last activity</source>
        <translation>Filtrer par dernière activité</translation>
    </message>
    <message>
        <source>Filter by assignee</source>
        <translation>Filtrer par responsable</translation>
    </message>
    <message>
        <source>Filter by Quo user</source>
        <translation>Filtrer par utilisateur Quo</translation>
    </message>
    <message>
        <source>Filter by last change</source>
        <translation>Filtrer par dernière modification</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>count, and more exist</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>%1. Press to edit it in the search.</source>
        <comment>condition as it was typed</comment>
        <translation>%1. Appuyez pour modifier ce filtre dans la recherche.</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Moi</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More · %1</source>
        <comment>filters, and how many of them are set</comment>
        <translation>Plus · %1</translation>
    </message>
    <message numerus="yes">
        <source>More filters, %n set</source>
        <translation>
            <numerusform>Autres filtres, %n défini</numerusform>
            <numerusform>Autres filtres, %n définis</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::FilterChip</name>
    <message>
        <source>Remove filter: %1</source>
        <translation>Retirer le filtre&#xa0;: %1</translation>
    </message>
    <message>
        <source>Filter %1: %2</source>
        <translation>Filtre %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Filter %1: not set</source>
        <translation>Filtre %1&#xa0;: non défini</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>filter, before its value</comment>
        <translation>%1&#xa0;:</translation>
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
    <name>widgets::HeaderMenu</name>
    <message>
        <source>&amp;Oldest first</source>
        <translation>Plus &amp;anciennes d’abord</translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation>Tri &amp;croissant</translation>
    </message>
    <message>
        <source>&amp;Newest first</source>
        <translation>Plus &amp;récentes d’abord</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>Tri &amp;décroissant</translation>
    </message>
    <message>
        <source>&amp;Fit to content</source>
        <translation>Ajuster au con&amp;tenu</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;Masquer</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>Co&amp;lonnes</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Ré&amp;initialiser les colonnes</translation>
    </message>
</context>
<context>
    <name>widgets::Heading</name>
    <message>
        <source>What is shown</source>
        <translation>Ce qui est affiché</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>widgets::IdentityPopover</name>
    <message>
        <source>Who are you?</source>
        <translation>Qui êtes-vous&#xa0;?</translation>
    </message>
    <message>
        <source>Quoin remembers it on this computer.</source>
        <translation>Quoin s’en souvient sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Name, email or ID</source>
        <translation>Nom, e-mail ou ID</translation>
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
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Refresh (F5). Shift+F5 reloads everything</source>
        <translation>Actualiser (F5). Maj+F5 recharge tout</translation>
    </message>
    <message>
        <source>Export the list to a file (Ctrl+E)</source>
        <translation>Exporter la liste dans un fichier (Ctrl+E)</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Ré&amp;initialiser les colonnes</translation>
    </message>
    <message>
        <source>&amp;Reload everything</source>
        <translation>Tout &amp;recharger</translation>
    </message>
</context>
<context>
    <name>widgets::InboxPage</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
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
        <source>Messages of the list</source>
        <translation>Messages de la liste</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Undo filter or search</source>
        <translation>Annuler le filtre ou la recherche</translation>
    </message>
    <message>
        <source>Redo filter or search</source>
        <translation>Rétablir le filtre ou la recherche</translation>
    </message>
    <message>
        <source>Back to the previous view</source>
        <translation>Retour à la vue précédente</translation>
    </message>
    <message>
        <source>Forward to the next view</source>
        <translation>Aller à la vue suivante</translation>
    </message>
    <message>
        <source>Show or hide the side bar</source>
        <translation>Afficher ou masquer la barre latérale</translation>
    </message>
    <message>
        <source>Show or hide details</source>
        <translation>Afficher ou masquer les détails</translation>
    </message>
    <message>
        <source>Go to the next area</source>
        <translation>Aller à la zone suivante</translation>
    </message>
    <message>
        <source>Go to the previous area</source>
        <translation>Aller à la zone précédente</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
</context>
<context>
    <name>widgets::LinesPopover</name>
    <message>
        <source>The key’s owner may not see this line: %1</source>
        <translation>Le propriétaire de la clé ne peut pas voir cette ligne&#xa0;: %1</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Name, number or ID</source>
        <translation>Nom, numéro ou ID</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Toutes les lignes</translation>
    </message>
    <message>
        <source>is any of</source>
        <translation>est l’une de</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>n’est aucune de</translation>
    </message>
    <message>
        <source>Only</source>
        <comment>this line</comment>
        <translation>Seulement</translation>
    </message>
    <message>
        <source>Only this line</source>
        <translation>Seulement cette ligne</translation>
    </message>
    <message>
        <source>Exclude</source>
        <comment>this line</comment>
        <translation>Exclure</translation>
    </message>
    <message>
        <source>Exclude this line</source>
        <translation>Exclure cette ligne</translation>
    </message>
    <message>
        <source>At least one line has to be left.</source>
        <translation>Il doit rester au moins une ligne.</translation>
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
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>&amp;Montrer dans le dossier</translation>
    </message>
    <message>
        <source>No log: its folder can’t be written.</source>
        <translation>Pas de journal : impossible d’écrire dans son dossier.</translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
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
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
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
    <message>
        <source>Show the next message</source>
        <translation>Afficher le message suivant</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>messages</comment>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>widgets::NewsButton</name>
    <message>
        <source>New conversations</source>
        <translation>Nouvelles conversations</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nouvelle</numerusform>
            <numerusform>%Ln nouvelles</numerusform>
        </translation>
    </message>
    <message>
        <source>Show new and changed conversations (Home)</source>
        <translation>Afficher les conversations nouvelles et modifiées (Début)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new conversation(s). Press Home to show them.</source>
        <translation>
            <numerusform>%Ln nouvelle conversation. Appuyez sur Début pour l’afficher.</numerusform>
            <numerusform>%Ln nouvelles conversations. Appuyez sur Début pour les afficher.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%Ln de plus</numerusform>
            <numerusform>%Ln de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the conversations that were loaded (Home)</source>
        <translation>Afficher les conversations chargées (Début)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more conversation(s). Press Home to show them.</source>
        <translation>
            <numerusform>%Ln conversation de plus. Appuyez sur Début pour l’afficher.</numerusform>
            <numerusform>%Ln conversations de plus. Appuyez sur Début pour les afficher.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::NoticeWidget</name>
    <message>
        <source>Hide technical details</source>
        <translation>Masquer les détails techniques</translation>
    </message>
    <message>
        <source>Show technical details</source>
        <translation>Afficher les détails techniques</translation>
    </message>
</context>
<context>
    <name>widgets::PageEntries</name>
    <message>
        <source>State: %1</source>
        <translation>État : %1</translation>
    </message>
    <message>
        <source>Line: %1</source>
        <translation>Ligne : %1</translation>
    </message>
    <message>
        <source>Assigned to: %1</source>
        <translation>Attribuée à : %1</translation>
    </message>
</context>
<context>
    <name>widgets::PaletteModel</name>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Go to view</source>
        <translation>Aller à la vue</translation>
    </message>
    <message>
        <source>Filter by</source>
        <translation>Filtrer par</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
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
    <message>
        <source>Conversations with this person</source>
        <translation>Conversations avec cette personne</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copier le numéro</translation>
    </message>
</context>
<context>
    <name>widgets::PersonHeader</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Selected conversation</source>
        <translation>Conversation sélectionnée</translation>
    </message>
    <message>
        <source>Number, place and local time</source>
        <translation>Numéro, lieu et heure locale</translation>
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
    <message>
        <source>No match</source>
        <translation>Aucun résultat</translation>
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
        <source>the first %1 are listed</source>
        <translation>les %1 premières sont listées</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>%1 of %2 in the list</source>
        <comment>how many there are</comment>
        <translation>%1 sur %2 dans la liste</translation>
    </message>
</context>
<context>
    <name>widgets::RowDelegate</name>
    <message>
        <source>%1 · %2</source>
        <comment>number and its place</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>widgets::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search names, numbers, IDs</source>
        <translation>Rechercher noms, numéros, ID</translation>
    </message>
    <message>
        <source>Words in any order, numbers in any notation, and conditions: line:support, to:dana,none, is:snoozed, before:2026-01-31, older:3d, created:&gt;=2026-01. A leading minus negates a term.</source>
        <translation>Des mots dans n’importe quel ordre, des numéros dans toute notation, et des conditions&#xa0;: line:support, to:dana,none, is:snoozed, before:2026-01-31, older:3d, created:&gt;=2026-01. Un signe moins devant exclut un terme.</translation>
    </message>
    <message>
        <source>Search problem</source>
        <translation>Problème de recherche</translation>
    </message>
</context>
<context>
    <name>widgets::SettingsDialog</name>
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
        <source>System default</source>
        <translation>Par défaut du système</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>All workspaces</source>
        <translation>Tous les espaces de travail</translation>
    </message>
    <message>
        <source>System default (%1)</source>
        <translation>Valeur du système (%1)</translation>
    </message>
    <message>
        <source>OK deletes what is kept.</source>
        <translation>OK supprime ce qui est gardé.</translation>
    </message>
</context>
<context>
    <name>widgets::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Conversation suivante</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Conversation précédente</translation>
    </message>
    <message>
        <source>Select the next one, too</source>
        <translation>Sélectionner aussi la suivante</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Select only one</source>
        <translation>N’en sélectionner qu’une</translation>
    </message>
    <message>
        <source>Open details</source>
        <translation>Ouvrir les détails</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
</context>
<context>
    <name>widgets::SideBar</name>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>&amp;Save changes</source>
        <translation>Enregistrer les &amp;changements</translation>
    </message>
    <message>
        <source>Save &amp;as a view</source>
        <translation>Enregistrer comme &amp;vue</translation>
    </message>
    <message>
        <source>Change who I am…</source>
        <translation>Changer qui je suis…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>&amp;Open at startup</source>
        <translation>&amp;Ouvrir au démarrage</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Move dow&amp;n</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>S&amp;hare…</source>
        <translation>&amp;Partager…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Couldn&apos;t open “%1”. %2</source>
        <translation>Impossible d’ouvrir «&#xa0;%1&#xa0;». %2</translation>
    </message>
    <message>
        <source>Added “%1”</source>
        <translation>«&#xa0;%1&#xa0;» ajoutée</translation>
    </message>
    <message>
        <source>Saved “%1”</source>
        <translation>«&#xa0;%1&#xa0;» enregistrée</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>ready view and filters</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Share the view as a file</source>
        <translation>Partager la vue dans un fichier</translation>
    </message>
    <message>
        <source>Quoin views (*.%1)</source>
        <translation>Vues de Quoin (*.%1)</translation>
    </message>
    <message>
        <source>Couldn&apos;t save “%1”: %2</source>
        <translation>Impossible d’enregistrer «&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>Saved “%1”. It contains filters and columns, not your API key</source>
        <translation>«&#xa0;%1&#xa0;» enregistrée. Elle contient des filtres et des colonnes, pas votre clé d’API</translation>
    </message>
    <message>
        <source>Deleted “%1”</source>
        <translation>«&#xa0;%1&#xa0;» supprimée</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>Only this line</source>
        <translation>Seulement cette ligne</translation>
    </message>
    <message>
        <source>Also this line</source>
        <translation>Aussi cette ligne</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Toutes les lignes</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>line and number</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Open view %1</source>
        <translation>Ouvrir la vue %1</translation>
    </message>
</context>
<context>
    <name>widgets::SideBarDelegate</name>
    <message>
        <source>Name of the view</source>
        <translation>Nom de la vue</translation>
    </message>
</context>
<context>
    <name>widgets::SideBarList</name>
    <message>
        <source>Views and lines</source>
        <translation>Vues et lignes</translation>
    </message>
    <message>
        <source>Enter opens an item. Ctrl+Enter on a line adds it to the lines that are shown. F2 renames a view, Alt with Up or Down moves it, Delete deletes it</source>
        <translation>Entrée ouvre un élément. Ctrl+Entrée sur une ligne l’ajoute aux lignes affichées. F2 renomme une vue, Alt avec Haut ou Bas la déplace, Suppr la supprime</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Enregistrer comme vue</translation>
    </message>
    <message>
        <source>Save as a view (Ctrl+Shift+S)</source>
        <translation>Enregistrer comme vue (Ctrl+Maj+S)</translation>
    </message>
</context>
<context>
    <name>widgets::SideBarModel</name>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Enregistrer comme vue</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Moins</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>at least this many</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>item and count</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Ready view</source>
        <translation>Vue prédéfinie</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Vue enregistrée</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifiée</translation>
    </message>
    <message>
        <source>opens at startup</source>
        <translation>s’ouvre au démarrage</translation>
    </message>
    <message>
        <source>Save filters and columns as a view</source>
        <translation>Enregistrer filtres et colonnes comme vue</translation>
    </message>
    <message>
        <source>Changed. Ctrl+S saves the changes</source>
        <translation>Modifiée. Ctrl+S enregistre les changements</translation>
    </message>
    <message>
        <source>Opens at startup</source>
        <translation>S’ouvre au démarrage</translation>
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
        <source>&amp;Paste</source>
        <translation>Co&amp;ller</translation>
    </message>
    <message>
        <source>Paste key</source>
        <translation>Coller la clé</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>Affic&amp;her</translation>
    </message>
    <message>
        <source>Show key</source>
        <translation>Afficher la clé</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>Se &amp;connecter</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Connexion</translation>
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
        <source>Remove workspace</source>
        <translation>Retirer l’espace de travail</translation>
    </message>
    <message>
        <source>Your key is stored in the system keychain and only sent to %1.</source>
        <translation>Votre clé est conservée dans le trousseau du système et n’est envoyée qu’à %1.</translation>
    </message>
    <message>
        <source>Quoin reads conversations with an API key. It never changes anything in Quo.</source>
        <translation>Quoin lit les conversations avec une clé d’API. Il ne modifie jamais rien dans Quo.</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>&amp;Clé d’API</translation>
    </message>
    <message>
        <source>&amp;Get a key in Quo</source>
        <translation>Obtenir une clé dans &amp;Quo</translation>
    </message>
    <message>
        <source>Get a key in Quo</source>
        <translation>Obtenir une clé dans Quo</translation>
    </message>
    <message>
        <source>Workspace owners and admins can create a key in Quo: Settings &gt; API</source>
        <translation>Les propriétaires et administrateurs peuvent créer une clé dans Quo : Settings &gt; API</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clé d’API</translation>
    </message>
    <message>
        <source>Sign-in problem</source>
        <translation>Problème de connexion</translation>
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
        <source>Optional</source>
        <translation>Facultatif</translation>
    </message>
    <message>
        <source>Removes it, its filters and views from this computer. Quo isn’t changed.</source>
        <translation>Le retire de cet ordinateur, avec ses filtres et ses vues. Rien ne change dans Quo.</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>Essayer la &amp;démo</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Essayer la démo</translation>
    </message>
    <message>
        <source>Just looking?</source>
        <translation>Vous voulez juste voir ?</translation>
    </message>
    <message>
        <source>Enter an API key.</source>
        <translation>Saisissez une clé d’API.</translation>
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
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Tout charger</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>Arrêter le chargement</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>En arrière-plan</translation>
    </message>
    <message>
        <source>Read the rest of these first, as fast as Quo allows</source>
        <translation>Lire d’abord le reste de celles-ci, aussi vite que Quo le permet</translation>
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
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
</context>
<context>
    <name>widgets::TeammatePopover</name>
    <message>
        <source>Anyone</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Quo user</source>
        <translation>Utilisateur Quo</translation>
    </message>
    <message>
        <source>Name, email or ID</source>
        <translation>Nom, e-mail ou ID</translation>
    </message>
    <message>
        <source>Conversations Quo lists for this person, whoever they’re assigned to</source>
        <translation>Conversations que Quo liste pour cette personne, quel qu’en soit le responsable</translation>
    </message>
</context>
<context>
    <name>widgets::WatchMenu</name>
    <message>
        <source>No lines are known yet</source>
        <translation>Aucune ligne n’est encore connue</translation>
    </message>
    <message>
        <source>Shows a notification when a conversation on these lines becomes unassigned, or when its snooze ends</source>
        <translation>Affiche une notification quand une conversation de ces lignes n’est plus attribuée, ou quand son report se termine</translation>
    </message>
    <message>
        <source>&amp;Notifications</source>
        <translation>&amp;Notifications</translation>
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
    <message>
        <source>&amp;Reload contact names</source>
        <translation>&amp;Recharger les noms des contacts</translation>
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
        <source>Call</source>
        <translation>Appel</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Appel manqué</translation>
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
        <source>Loading…</source>
        <translation>Chargement…</translation>
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
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Busy</source>
        <comment>the line that was called</comment>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation>Échec de l’appel</translation>
    </message>
    <message>
        <source>Abandoned</source>
        <comment>a call</comment>
        <translation>Abandonné</translation>
    </message>
    <message>
        <source>No answer</source>
        <comment>to a call</comment>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>a message</comment>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>a message</comment>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Remis</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Non remis</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyé</translation>
    </message>
    <message>
        <source>Forwarded to %1</source>
        <translation>Renvoyé vers %1</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <comment>a call</comment>
        <translation>Renvoyé</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <comment>call</comment>
        <translation>Sortant</translation>
    </message>
    <message>
        <source>Incoming</source>
        <comment>call</comment>
        <translation>Entrant</translation>
    </message>
    <message>
        <source>The key’s owner has no access.</source>
        <translation>Le propriétaire de la clé n’y a pas accès.</translation>
    </message>
    <message>
        <source>Quo didn’t accept the request.</source>
        <translation>Quo n’a pas accepté la requête.</translation>
    </message>
    <message>
        <source>Quo keeps sending pages without anything new.</source>
        <translation>Quo continue d’envoyer des pages sans rien de nouveau.</translation>
    </message>
    <message>
        <source>Ringing</source>
        <comment>a call</comment>
        <translation>Sonne</translation>
    </message>
    <message>
        <source>In progress with an AI agent</source>
        <translation>En cours avec un agent IA</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>a call</comment>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Call, %1</source>
        <comment>%1 is how long</comment>
        <translation>Appel, %1</translation>
    </message>
    <message>
        <source>Called by %1</source>
        <translation>Passé par %1</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>Décroché par %1</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>Appel sortant</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>a call</comment>
        <translation>Décroché</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Pièce jointe</translation>
    </message>
    <message>
        <source>Select a conversation</source>
        <translation>Sélectionnez une conversation</translation>
    </message>
    <message>
        <source>No messages or calls yet</source>
        <translation>Pas encore de messages ni d’appels</translation>
    </message>
    <message>
        <source>Start of conversation</source>
        <translation>Début de la conversation</translation>
    </message>
    <message>
        <source>Messages aren’t available: Quo doesn’t list anyone in this conversation</source>
        <translation>Messages non disponibles&#xa0;: Quo n’indique personne dans cette conversation</translation>
    </message>
    <message>
        <source>Messages of groups this large aren’t available from Quo</source>
        <translation>Quo ne fournit pas les messages de groupes aussi grands</translation>
    </message>
    <message>
        <source>Scroll up for older messages and calls</source>
        <translation>Faites défiler vers le haut pour voir les messages et appels plus anciens</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Pas encore de messages</translation>
    </message>
    <message>
        <source>Start of messages</source>
        <translation>Début des messages</translation>
    </message>
    <message>
        <source>Some of this conversation couldn’t be loaded</source>
        <translation>Une partie de cette conversation n’a pas pu être chargée</translation>
    </message>
    <message>
        <source>Couldn’t load messages. %1</source>
        <translation>Impossible de charger les messages. %1</translation>
    </message>
    <message>
        <source>Couldn’t load older messages. %1</source>
        <translation>Impossible de charger les messages plus anciens. %1</translation>
    </message>
    <message>
        <source>Couldn’t load calls. %1</source>
        <translation>Impossible de charger les appels. %1</translation>
    </message>
    <message>
        <source>Couldn’t load older calls. %1</source>
        <translation>Impossible de charger les appels plus anciens. %1</translation>
    </message>
    <message>
        <source>Left out messages that belong to another conversation: %1.</source>
        <translation>Messages omis, car ils appartiennent à une autre conversation&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Left out messages that couldn’t be read: %1.</source>
        <translation>Messages omis, car ils n’ont pas pu être lus&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Left out calls that couldn’t be read: %1.</source>
        <translation>Appels omis, car ils n’ont pas pu être lus&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Couldn’t load messages and calls. %1</source>
        <translation>Impossible de charger les messages et les appels. %1</translation>
    </message>
    <message>
        <source>Couldn’t load older messages and calls. %1</source>
        <translation>Impossible de charger les messages et les appels plus anciens. %1</translation>
    </message>
</context>
<context>
    <name>words::ChoiceWords</name>
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
        <source>until %1</source>
        <translation>jusqu’au %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date and time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd&apos;hui</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>M&amp;anually</source>
        <translation>M&amp;anuellement</translation>
    </message>
    <message>
        <source>Over 3 days ago</source>
        <translation>Il y a plus de 3 jours</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis le %1</translation>
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
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Attribuée à</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Reportée jusqu’au</translation>
    </message>
    <message>
        <source>Muted until</source>
        <translation>En sourdine jusqu’au</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Dernière activité</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimée</translation>
    </message>
    <message>
        <source>Last activity ID</source>
        <translation>ID de la dernière activité</translation>
    </message>
    <message>
        <source>Conversation ID</source>
        <translation>ID de la conversation</translation>
    </message>
    <message>
        <source>Indefinitely</source>
        <comment>snoozed</comment>
        <translation>Indéfiniment</translation>
    </message>
    <message>
        <source>The conversation’s name, or the people in it</source>
        <translation>Le nom de la conversation, ou les personnes qui y participent</translation>
    </message>
    <message>
        <source>Phone numbers of everyone in the conversation</source>
        <translation>Numéros de téléphone de tous les participants à la conversation</translation>
    </message>
    <message>
        <source>The workspace’s phone number that has the conversation</source>
        <translation>Le numéro de téléphone de l’espace de travail auquel appartient la conversation</translation>
    </message>
    <message>
        <source>The person who looks after the conversation</source>
        <translation>La personne qui s’occupe de la conversation</translation>
    </message>
    <message>
        <source>Unassigned, snoozed, snooze ended, muted or deleted</source>
        <translation>Non attribuée, reportée, report terminé, en sourdine ou supprimée</translation>
    </message>
    <message>
        <source>When the conversation returns to the inbox</source>
        <translation>Quand la conversation revient dans la boîte de réception</translation>
    </message>
    <message>
        <source>When notifications turn on again</source>
        <translation>Quand les notifications sont réactivées</translation>
    </message>
    <message>
        <source>Time of the latest message or call</source>
        <translation>Heure du dernier message ou appel</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Dernière modification</translation>
    </message>
    <message>
        <source>When anything about the conversation last changed, such as its owner</source>
        <translation>Quand la conversation a été modifiée pour la dernière fois, par exemple son responsable</translation>
    </message>
    <message>
        <source>Last updated</source>
        <comment>in files</comment>
        <translation>Dernière modification</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Créée</translation>
    </message>
    <message>
        <source>When the conversation started</source>
        <translation>Quand la conversation a commencé</translation>
    </message>
    <message>
        <source>Thread created</source>
        <comment>in files</comment>
        <translation>Fil créé</translation>
    </message>
    <message>
        <source>When the conversation was deleted</source>
        <translation>Quand la conversation a été supprimée</translation>
    </message>
    <message>
        <source>ID of the latest message or call</source>
        <translation>ID du dernier message ou appel</translation>
    </message>
    <message>
        <source>Quo’s ID of the conversation</source>
        <translation>ID de la conversation dans Quo</translation>
    </message>
</context>
<context>
    <name>words::CompletenessWords</name>
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
        <source>incomplete: %1</source>
        <translation>incomplet&#xa0;: %1</translation>
    </message>
    <message>
        <source>nothing usable: %1</source>
        <translation>rien d’utilisable&#xa0;: %1</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>pas un objet</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>«&#xa0;%1&#xa0;» manque</translation>
    </message>
    <message>
        <source>“%1” has the wrong type</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas le bon type</translation>
    </message>
    <message>
        <source>“%1” is too long</source>
        <translation>«&#xa0;%1&#xa0;» est trop long</translation>
    </message>
    <message>
        <source>Couldn’t load %1. %2</source>
        <comment>a request, and why</comment>
        <translation>Impossible de charger %1. %2</translation>
    </message>
    <message numerus="yes">
        <source>Quo ignored the filter “%1”.</source>
        <translation>
            <numerusform>Quo a ignoré le filtre «&#xa0;%1&#xa0;».</numerusform>
            <numerusform>Quo a ignoré les filtres «&#xa0;%1&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Quoin left out the rows that don’t match it.</source>
        <translation>Quoin a omis les lignes qui n’y correspondent pas.</translation>
    </message>
    <message>
        <source>Some rows don’t match it.</source>
        <translation>Certaines lignes n’y correspondent pas.</translation>
    </message>
    <message>
        <source>More conversations are in Quo.</source>
        <translation>Il y a d’autres conversations dans Quo.</translation>
    </message>
    <message>
        <source>The limit was reached; more rows match.</source>
        <translation>La limite a été atteinte&#xa0;; d’autres lignes correspondent.</translation>
    </message>
    <message>
        <source>Only the selected rows are included.</source>
        <translation>Seules les lignes sélectionnées sont incluses.</translation>
    </message>
    <message numerus="yes">
        <source>Left out %1 conversations that couldn’t be read.</source>
        <translation>
            <numerusform>%1 conversation omise, car elle n’a pas pu être lue.</numerusform>
            <numerusform>%1 conversations omises, car elles n’ont pas pu être lues.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn’t check whether Quo applied the filter “%1”.</source>
        <translation>Impossible de vérifier si Quo a appliqué le filtre «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Not shown: %1. The key’s owner has no access.</source>
        <translation>Non affiché&#xa0;: %1. Le propriétaire de la clé n’y a pas accès.</translation>
    </message>
    <message>
        <source>The list changed while it was loading, so some may be missing. Refresh to check.</source>
        <translation>La liste a changé pendant le chargement, il en manque donc peut-être. Actualisez pour vérifier.</translation>
    </message>
    <message>
        <source>Reasons: %1.</source>
        <translation>Raisons&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Contact names weren’t searched. %1</source>
        <translation>Les noms des contacts n’ont pas été pris en compte. %1</translation>
    </message>
    <message>
        <source>Contact names are still loading, so not all of them were searched.</source>
        <translation>Les noms des contacts sont en cours de chargement, ils n’ont donc pas tous été pris en compte.</translation>
    </message>
    <message>
        <source>Contact names weren’t searched: they’re off in the workspace menu.</source>
        <translation>Les noms des contacts n’ont pas été pris en compte&#xa0;: ils sont désactivés dans le menu de l’espace de travail.</translation>
    </message>
    <message>
        <source>Stopped before everything was read.</source>
        <translation>Arrêté avant que tout soit lu.</translation>
    </message>
    <message>
        <source>Contact names weren’t searched: they aren’t kept on this computer yet.</source>
        <translation>Les noms des contacts n’ont pas été pris en compte&#xa0;: ils ne sont pas encore gardés sur cet ordinateur.</translation>
    </message>
    <message>
        <source>No conversations.</source>
        <translation>Aucune conversation.</translation>
    </message>
    <message numerus="yes">
        <source>The first %1 conversations.</source>
        <translation>
            <numerusform>La première conversation (%1).</numerusform>
            <numerusform>Les %1 premières conversations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 conversations as of %2.</source>
        <translation>
            <numerusform>%1 conversation en tout, état&#xa0;: %2.</numerusform>
            <numerusform>%1 conversations en tout, état&#xa0;: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 conversations as of %2.</source>
        <translation>
            <numerusform>%1 conversation, état&#xa0;: %2.</numerusform>
            <numerusform>%1 conversations, état&#xa0;: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn’t load all conversations. %1</source>
        <translation>Impossible de charger toutes les conversations. %1</translation>
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
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>erreur du serveur</translation>
    </message>
    <message>
        <source>answer too large</source>
        <translation>réponse trop grande</translation>
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
        <source>subscription expired</source>
        <translation>abonnement expiré</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>connection dropped</source>
        <translation>connexion interrompue</translation>
    </message>
    <message>
        <source>proxy needs a password</source>
        <translation>le proxy demande un mot de passe</translation>
    </message>
    <message>
        <source>API key not accepted</source>
        <translation>clé d’API non acceptée</translation>
    </message>
    <message>
        <source>no access</source>
        <translation>pas d’accès</translation>
    </message>
    <message>
        <source>filter not accepted</source>
        <translation>filtre non accepté</translation>
    </message>
    <message>
        <source>request not accepted</source>
        <translation>requête non acceptée</translation>
    </message>
    <message>
        <source>rate limit reached</source>
        <translation>limite de requêtes atteinte</translation>
    </message>
    <message>
        <source>unexpected answer</source>
        <translation>réponse inattendue</translation>
    </message>
    <message>
        <source>Quo repeated a page</source>
        <translation>Quo a répété une page</translation>
    </message>
    <message>
        <source>endless list</source>
        <translation>liste sans fin</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>No API key</source>
        <translation>Pas de clé d’API</translation>
    </message>
    <message>
        <source>The address isn’t secure</source>
        <translation>L’adresse n’est pas sûre</translation>
    </message>
    <message>
        <source>Can’t reach Quo</source>
        <translation>Quo est injoignable</translation>
    </message>
    <message>
        <source>The connection dropped</source>
        <translation>La connexion a été interrompue</translation>
    </message>
    <message>
        <source>Quo didn’t answer in time</source>
        <translation>Quo n’a pas répondu à temps</translation>
    </message>
    <message>
        <source>No secure connection to Quo</source>
        <translation>Pas de connexion sûre à Quo</translation>
    </message>
    <message>
        <source>The server points to another address</source>
        <translation>Le serveur renvoie vers une autre adresse</translation>
    </message>
    <message>
        <source>The proxy needs a name and password</source>
        <translation>Le proxy demande un nom et un mot de passe</translation>
    </message>
    <message>
        <source>Quo didn’t accept the API key</source>
        <translation>Quo n’a pas accepté la clé d’API</translation>
    </message>
    <message>
        <source>The workspace’s Quo subscription has expired</source>
        <translation>L’abonnement Quo de l’espace de travail a expiré</translation>
    </message>
    <message>
        <source>No access to one of these lines</source>
        <translation>Pas d’accès à l’une de ces lignes</translation>
    </message>
    <message>
        <source>Quo didn’t accept a filter</source>
        <translation>Quo n’a pas accepté un filtre</translation>
    </message>
    <message>
        <source>Quo didn’t accept the request</source>
        <translation>Quo n’a pas accepté la requête</translation>
    </message>
    <message>
        <source>The server doesn’t know this address</source>
        <translation>Le serveur ne connaît pas cette adresse</translation>
    </message>
    <message>
        <source>Quo’s rate limit is reached</source>
        <translation>La limite de requêtes de Quo est atteinte</translation>
    </message>
    <message>
        <source>Quo is having problems (server error)</source>
        <translation>Quo a un problème (erreur du serveur)</translation>
    </message>
    <message>
        <source>Unexpected answer</source>
        <translation>Réponse inattendue</translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation>La réponse est trop grande</translation>
    </message>
    <message>
        <source>Quo keeps sending pages without anything new</source>
        <translation>Quo continue d’envoyer des pages sans rien de nouveau</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Sign in, set QUO_API_KEY, or try “quoin --demo”.</source>
        <translation>Connectez-vous, définissez QUO_API_KEY, ou essayez «&#xa0;quoin --demo&#xa0;».</translation>
    </message>
    <message>
        <source>Your key wasn’t sent. Use https in --base-url or QUO_API_BASE_URL.</source>
        <translation>Votre clé n’a pas été envoyée. Utilisez https dans --base-url ou QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Check your connection.</source>
        <translation>Vérifiez votre connexion.</translation>
    </message>
    <message>
        <source>Try again to continue.</source>
        <translation>Réessayez pour continuer.</translation>
    </message>
    <message>
        <source>Your key wasn’t sent. Check this computer’s date, and any proxy in between.</source>
        <translation>Votre clé n’a pas été envoyée. Vérifiez la date de cet ordinateur et tout proxy intermédiaire.</translation>
    </message>
    <message>
        <source>Your key wasn’t sent there. Check --base-url or QUO_API_BASE_URL.</source>
        <translation>Votre clé n’y a pas été envoyée. Vérifiez --base-url ou QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Set them in the environment, as in https_proxy=http://name:password@proxy:8080, or choose another proxy in Settings.</source>
        <translation>Donnez-les dans l’environnement, comme https_proxy=http://nom:motdepasse@proxy:8080, ou choisissez un autre proxy dans les réglages.</translation>
    </message>
    <message>
        <source>It may have been deleted or replaced in Quo.</source>
        <translation>Elle a peut-être été supprimée ou remplacée dans Quo.</translation>
    </message>
    <message>
        <source>Its owner can renew it in Quo. Then try again.</source>
        <translation>Le propriétaire de l’espace de travail peut le renouveler dans Quo. Réessayez ensuite.</translation>
    </message>
    <message>
        <source>The key’s owner can’t see it. Remove lines from the filter, then try again.</source>
        <translation>Le propriétaire de la clé ne peut pas la voir. Retirez des lignes du filtre, puis réessayez.</translation>
    </message>
    <message>
        <source>Change the one that is marked.</source>
        <translation>Modifiez celui qui est marqué.</translation>
    </message>
    <message>
        <source>It didn’t say why.</source>
        <translation>La raison n’a pas été donnée.</translation>
    </message>
    <message>
        <source>Check --base-url or QUO_API_BASE_URL.</source>
        <translation>Vérifiez --base-url ou QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Attendez un moment, puis réessayez.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Réessayez plus tard.</translation>
    </message>
    <message>
        <source>A proxy or login page may be in the way.</source>
        <translation>Un proxy ou une page de connexion fait peut-être obstacle.</translation>
    </message>
    <message>
        <source>Quoin didn’t read it. A proxy may have sent it instead of Quo.</source>
        <translation>Quoin ne l’a pas lue. Elle vient peut-être d’un proxy plutôt que de Quo.</translation>
    </message>
    <message>
        <source>Refresh to start over.</source>
        <translation>Actualisez pour recommencer.</translation>
    </message>
    <message>
        <source>Quo didn’t accept the API key. Change it in the workspace menu, or correct QUO_API_KEY.</source>
        <translation>Quo n’a pas accepté la clé d’API. Changez-la dans le menu de l’espace de travail, ou corrigez QUO_API_KEY.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what went wrong, and Quo’s own words</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what went wrong, and what to do</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>asked to wait %1</source>
        <translation>demande d’attendre %1</translation>
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
    <message>
        <source>%1 +%2</source>
        <comment>the first value, and how many others</comment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>lines</comment>
        <translation>sauf %1</translation>
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
        <source>%1 %2</source>
        <comment>weekday and time</comment>
        <translation>%1 %2</translation>
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
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <comment>%1 is a time</comment>
        <translation>hier, %1</translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <comment>%1 is a time</comment>
        <translation>demain, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day and time</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>words::KeptWords</name>
    <message>
        <source>Nothing is kept</source>
        <comment>on this computer</comment>
        <translation>Rien n’est gardé</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <comment>a size, a time</comment>
        <translation>%1, état&#xa0;: %2</translation>
    </message>
    <message>
        <source>What was kept on this computer was damaged. Quoin is reading everything again.</source>
        <translation>Ce qui était gardé sur cet ordinateur était abîmé. Quoin relit tout.</translation>
    </message>
    <message>
        <source>What was kept on this computer was damaged. It was renamed to “%1”, and Quoin is reading everything again.</source>
        <translation>Ce qui était gardé sur cet ordinateur était abîmé. Le fichier a été renommé «&#xa0;%1&#xa0;», et Quoin relit tout.</translation>
    </message>
    <message>
        <source>A newer version of Quoin keeps this workspace on this computer. Update Quoin, or delete what is kept in Settings.</source>
        <translation>Une version plus récente de Quoin garde cet espace de travail sur cet ordinateur. Mettez Quoin à jour, ou supprimez ce qui est gardé dans les réglages.</translation>
    </message>
    <message>
        <source>This workspace isn’t kept on this computer: “%1” belongs to another program.</source>
        <translation>Cet espace de travail n’est pas gardé sur cet ordinateur&#xa0;: «&#xa0;%1&#xa0;» appartient à un autre programme.</translation>
    </message>
    <message>
        <source>This workspace isn’t kept on this computer: “%1” isn’t a file.</source>
        <translation>Cet espace de travail n’est pas gardé sur cet ordinateur&#xa0;: «&#xa0;%1&#xa0;» n’est pas un fichier.</translation>
    </message>
    <message>
        <source>Another Quoin window or command keeps this workspace on this computer.</source>
        <translation>Une autre fenêtre ou commande de Quoin garde cet espace de travail sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: another program is using “%1”.</source>
        <translation>Les changements ne sont pas gardés sur cet ordinateur&#xa0;: un autre programme utilise «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: the disk is full. Free some space, then try again.</source>
        <translation>Les changements ne sont pas gardés sur cet ordinateur&#xa0;: le disque est plein. Libérez de l’espace, puis réessayez.</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: “%1” isn’t writable.</source>
        <translation>Les changements ne sont pas gardés sur cet ordinateur&#xa0;: «&#xa0;%1&#xa0;» n’est pas accessible en écriture.</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: “%1” can’t be read or written.</source>
        <translation>Les changements ne sont pas gardés sur cet ordinateur&#xa0;: impossible de lire ou d’écrire «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Read again: it was damaged</source>
        <translation>Relu&#xa0;: c’était abîmé</translation>
    </message>
    <message>
        <source>Not kept: a newer version of Quoin uses the file</source>
        <translation>Non gardé&#xa0;: une version plus récente de Quoin utilise le fichier</translation>
    </message>
    <message>
        <source>Not kept: the file belongs to another program</source>
        <translation>Non gardé&#xa0;: le fichier appartient à un autre programme</translation>
    </message>
    <message>
        <source>Not kept: something else is in the file’s place</source>
        <translation>Non gardé&#xa0;: autre chose se trouve à la place du fichier</translation>
    </message>
    <message>
        <source>Kept by another Quoin window or command</source>
        <translation>Gardé par une autre fenêtre ou commande de Quoin</translation>
    </message>
    <message>
        <source>Not kept: another program is using the file</source>
        <translation>Non gardé&#xa0;: un autre programme utilise le fichier</translation>
    </message>
    <message>
        <source>Not kept: the disk is full</source>
        <translation>Non gardé&#xa0;: le disque est plein</translation>
    </message>
    <message>
        <source>Not kept: the file isn’t writable</source>
        <translation>Non gardé&#xa0;: le fichier n’est pas accessible en écriture</translation>
    </message>
    <message>
        <source>Not kept: the file can’t be read or written</source>
        <translation>Non gardé&#xa0;: impossible de lire ou d’écrire le fichier</translation>
    </message>
    <message>
        <source>Couldn’t delete %1.</source>
        <translation>Impossible de supprimer %1.</translation>
    </message>
    <message>
        <source>Deleted, and being kept again. To keep nothing, turn this off.</source>
        <translation>Supprimé, et de nouveau gardé au fur et à mesure. Pour ne rien garder, désactivez cette option.</translation>
    </message>
    <message>
        <source>Deleted from this computer.</source>
        <translation>Supprimé de cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>words::Notices</name>
    <message>
        <source>Loading more…</source>
        <translation>Chargement de la suite…</translation>
    </message>
    <message>
        <source>They appear here once somebody calls or writes.</source>
        <translation>Elles apparaîtront ici dès que quelqu’un appellera ou écrira.</translation>
    </message>
    <message>
        <source>Couldn’t load more</source>
        <translation>Impossible d’en charger d’autres</translation>
    </message>
    <message>
        <source>No conversations match</source>
        <translation>Aucune conversation ne correspond</translation>
    </message>
    <message>
        <source>Searched all %1 for “%2”.</source>
        <translation>Recherche de «&#xa0;%2&#xa0;» dans toutes les conversations (%1).</translation>
    </message>
    <message>
        <source>Searched all %1 for “%2” on %3.</source>
        <translation>Recherche de «&#xa0;%2&#xa0;» dans toutes les conversations de %3 (%1).</translation>
    </message>
    <message>
        <source>Searched all %1 for “%2” on %3 lines.</source>
        <translation>Recherche de «&#xa0;%2&#xa0;» dans toutes les conversations des lignes %3 (%1).</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Pas encore de conversations</translation>
    </message>
    <message>
        <source>No conversations match these filters</source>
        <translation>Aucune conversation ne correspond à ces filtres</translation>
    </message>
    <message>
        <source>Automatic refresh is off. %1</source>
        <comment>%1 says why</comment>
        <translation>L’actualisation automatique est désactivée. %1</translation>
    </message>
    <message>
        <source>Couldn’t refresh. %1</source>
        <comment>%1 says why</comment>
        <translation>Impossible d’actualiser. %1</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Change key…</source>
        <translation>Changer la clé…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Tout charger</translation>
    </message>
    <message>
        <source>Search all lines</source>
        <translation>Rechercher dans toutes les lignes</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Still searching…</source>
        <translation>Recherche en cours…</translation>
    </message>
    <message>
        <source>Searched %1 so far.</source>
        <translation>%1 parcourues jusqu’ici.</translation>
    </message>
    <message>
        <source>Checking that none are missing…</source>
        <translation>Vérification qu’il n’en manque aucune…</translation>
    </message>
    <message>
        <source>Searched only the first %1</source>
        <translation>Recherche limitée aux %1 premières</translation>
    </message>
    <message>
        <source>Offline since %1. Showing the first %2 as of %3.</source>
        <translation>Hors ligne depuis %1. Affichage des %2 premières, état&#xa0;: %3.</translation>
    </message>
    <message>
        <source>Offline since %1. Showing all %2 as of %3.</source>
        <translation>Hors ligne depuis %1. Affichage de toutes les conversations (%2), état&#xa0;: %3.</translation>
    </message>
    <message>
        <source>Offline since %1. Showing the first %2.</source>
        <translation>Hors ligne depuis %1. Affichage des %2 premières.</translation>
    </message>
    <message>
        <source>Offline since %1. Showing all %2.</source>
        <translation>Hors ligne depuis %1. Affichage de toutes les conversations (%2).</translation>
    </message>
    <message>
        <source>Oldest of the first %1. Older ones are still in Quo.</source>
        <translation>Les plus anciennes des %1 premières. De plus anciennes sont encore dans Quo.</translation>
    </message>
    <message>
        <source>Sorted the first %1. More are still in Quo.</source>
        <translation>Les %1 premières sont triées. D’autres sont encore dans Quo.</translation>
    </message>
    <message>
        <source>Only Quo can answer this filter</source>
        <translation>Seul Quo peut répondre à ce filtre</translation>
    </message>
    <message>
        <source>Connect to the internet, or remove the filter.</source>
        <translation>Connectez-vous à Internet ou retirez le filtre.</translation>
    </message>
</context>
<context>
    <name>words::NumberPlaces</name>
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
    <message>
        <source>tomorrow %1</source>
        <comment>a time</comment>
        <translation>demain %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>a time</comment>
        <translation>hier %1</translation>
    </message>
    <message>
        <source>%1 there</source>
        <comment>local time of a place</comment>
        <translation>%1 là-bas</translation>
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
        <source>Created from</source>
        <translation>Créée à partir de</translation>
    </message>
    <message>
        <source>Created to</source>
        <translation>Créée jusqu’à</translation>
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
        <source>is write-protected</source>
        <translation>est protégé en écriture</translation>
    </message>
    <message>
        <source>Can’t read the file: %1</source>
        <translation>Impossible de lire le fichier&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not a file</source>
        <translation>Pas un fichier</translation>
    </message>
    <message>
        <source>Too large to be a view</source>
        <translation>Trop grand pour être une vue</translation>
    </message>
    <message>
        <source>Not a Quoin view: %1</source>
        <translation>Pas une vue de Quoin&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not a Quoin view</source>
        <translation>Pas une vue de Quoin</translation>
    </message>
    <message>
        <source>This view needs a newer version of Quoin (view format %1)</source>
        <translation>Cette vue demande une version plus récente de Quoin (format de vue %1)</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>«&#xa0;%1&#xa0;» manque</translation>
    </message>
    <message>
        <source>Unknown entry “%1”</source>
        <translation>Entrée inconnue «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>“%1” has the wrong type</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas le bon type</translation>
    </message>
    <message>
        <source>“%1” can’t be “%2”</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Quo user</source>
        <translation>Utilisateur Quo</translation>
    </message>
    <message>
        <source>Changed from</source>
        <translation>Modifiée à partir de</translation>
    </message>
    <message>
        <source>Changed to</source>
        <translation>Modifiée jusqu’à</translation>
    </message>
    <message>
        <source>Active only</source>
        <translation>Actives seulement</translation>
    </message>
    <message>
        <source>Choose at most 100 lines; these are %1</source>
        <translation>Choisissez au plus 100 lignes&#xa0;; en voici %1</translation>
    </message>
    <message>
        <source>“%1” isn’t a user ID (US…)</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un ID d’utilisateur (US…)</translation>
    </message>
    <message>
        <source>“%1” isn’t a line or number. Try +14155550100 or PN…</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni une ligne ni un numéro. Essayez +14155550100 ou PN…</translation>
    </message>
    <message>
        <source>The end must be after the start</source>
        <translation>La fin doit être après le début</translation>
    </message>
    <message>
        <source>%1 is out of range</source>
        <translation>%1 est hors limites</translation>
    </message>
    <message>
        <source>“%1” isn’t a base URL. Try https://api.quo.com</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une URL de base. Essayez https://api.quo.com</translation>
    </message>
    <message>
        <source>“%1” isn’t a secure base URL. Use https, or http to this computer</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une URL de base sûre. Utilisez https, ou http vers cet ordinateur</translation>
    </message>
    <message>
        <source>The base URL must not contain a user name or password. The API key is enough</source>
        <translation>L’URL de base ne doit contenir ni nom d’utilisateur, ni mot de passe. La clé d’API suffit</translation>
    </message>
    <message>
        <source>“%1” isn’t a base URL. Leave out “?”, “#” and what follows</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une URL de base. Omettez «&#xa0;?&#xa0;», «&#xa0;#&#xa0;» et ce qui suit</translation>
    </message>
    <message>
        <source>“%1” needs a country code, such as +1</source>
        <translation>«&#xa0;%1&#xa0;» a besoin d’un indicatif de pays, comme +1</translation>
    </message>
    <message>
        <source>“%1” is too short for a phone number</source>
        <translation>«&#xa0;%1&#xa0;» est trop court pour un numéro de téléphone</translation>
    </message>
    <message>
        <source>“%1” is too long for a phone number</source>
        <translation>«&#xa0;%1&#xa0;» est trop long pour un numéro de téléphone</translation>
    </message>
    <message>
        <source>“%1” isn’t a valid number in its country</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un numéro valable dans son pays</translation>
    </message>
    <message>
        <source>“%1” isn’t finished</source>
        <translation>«&#xa0;%1&#xa0;» est incomplet</translation>
    </message>
    <message>
        <source>“%1” isn’t a state. Try %2</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un état. Essayez %2</translation>
    </message>
    <message>
        <source>“%1” isn’t a date. Try 2026-01-31, today or 3d</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une date. Essayez 2026-01-31, today ou 3d</translation>
    </message>
    <message>
        <source>Quoin doesn’t know yet which teammate you are</source>
        <translation>Quoin ne sait pas encore quel coéquipier vous êtes</translation>
    </message>
    <message>
        <source>No key for this workspace in the keychain.</source>
        <translation>Aucune clé pour cet espace de travail dans le trousseau.</translation>
    </message>
    <message>
        <source>The keychain denied access (%1).</source>
        <translation>Le trousseau a refusé l’accès (%1).</translation>
    </message>
    <message>
        <source>No keychain found (%1).</source>
        <translation>Aucun trousseau trouvé (%1).</translation>
    </message>
    <message>
        <source>links to a missing file</source>
        <translation>renvoie à un fichier manquant</translation>
    </message>
    <message>
        <source>isn’t a file</source>
        <translation>n’est pas un fichier</translation>
    </message>
    <message>
        <source>Unknown time zone “%1”. Try Europe/Berlin</source>
        <translation>Fuseau horaire inconnu «&#xa0;%1&#xa0;». Essayez Europe/Berlin</translation>
    </message>
</context>
<context>
    <name>words::ReadyViewWords</name>
    <message>
        <source>All conversations</source>
        <translation>Toutes les conversations</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Non attribuée</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Attribuées à moi</translation>
    </message>
    <message>
        <source>Snooze ends today</source>
        <translation>Report se terminant aujourd’hui</translation>
    </message>
    <message>
        <source>Snooze ended</source>
        <translation>Report terminé</translation>
    </message>
</context>
<context>
    <name>words::RowWords</name>
    <message>
        <source>%1 +%2</source>
        <comment>names, and how many more people</comment>
        <translation>%1 +%2</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <comment>in a conversation</comment>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>contact and number</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>words::SearchWords</name>
    <message>
        <source>in over %1</source>
        <translation>dans plus de %1</translation>
    </message>
    <message>
        <source>in the next %1</source>
        <translation>d’ici %1</translation>
    </message>
    <message>
        <source>Over %1 ago</source>
        <translation>Il y a plus de %1</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>Il y a moins de %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>avant %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>à partir du %1</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Moi</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>value of a condition</comment>
        <translation>pas %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>après %1</translation>
    </message>
</context>
<context>
    <name>words::SettingsWords</name>
    <message>
        <source>a saved view</source>
        <translation>une vue enregistrée</translation>
    </message>
    <message>
        <source>columns and sorting</source>
        <translation>les colonnes et le tri</translation>
    </message>
    <message>
        <source>other settings</source>
        <translation>d’autres</translation>
    </message>
    <message>
        <source>your last filters</source>
        <translation>vos derniers filtres</translation>
    </message>
    <message>
        <source>workspaces</source>
        <translation>les espaces de travail</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>le proxy</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>le fuseau horaire</translation>
    </message>
    <message>
        <source>language</source>
        <translation>la langue</translation>
    </message>
    <message>
        <source>notifications</source>
        <translation>les notifications</translation>
    </message>
    <message>
        <source>automatic refresh</source>
        <translation>l’actualisation automatique</translation>
    </message>
    <message>
        <source>export options</source>
        <translation>les options d’exportation</translation>
    </message>
    <message>
        <source>These settings are from a newer version of Quoin. They were kept as “%1”, and this version started with its defaults.</source>
        <translation>Ces réglages viennent d’une version plus récente de Quoin. Ils sont gardés sous «&#xa0;%1&#xa0;», et cette version a démarré avec ses valeurs par défaut.</translation>
    </message>
    <message>
        <source>The settings file couldn’t be read. It was renamed to “%1”, and Quoin started with its defaults.</source>
        <translation>Le fichier des réglages n’a pas pu être lu. Il a été renommé «&#xa0;%1&#xa0;», et Quoin a démarré avec ses valeurs par défaut.</translation>
    </message>
    <message>
        <source>The settings file was damaged. Quoin kept what it could read and renamed the file to “%1”.</source>
        <translation>Le fichier des réglages était abîmé. Quoin a gardé ce qu’il a pu lire et a renommé le fichier «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Can’t read some settings: %1. Quoin uses the defaults until you set them again.</source>
        <translation>Certains réglages n’ont pas pu être lus&#xa0;: %1. Quoin utilise les valeurs par défaut jusqu’à ce que vous les définissiez de nouveau.</translation>
    </message>
    <message>
        <source>Can’t save settings: “%1” isn’t writable. Changes last until you quit.</source>
        <translation>Impossible d’enregistrer les réglages&#xa0;: «&#xa0;%1&#xa0;» n’est pas accessible en écriture. Les changements valent jusqu’à ce que vous quittiez Quoin.</translation>
    </message>
    <message>
        <source>Quoin closed unexpectedly twice, so it started with a clean list. Your views are safe.</source>
        <translation>Quoin s’est fermé deux fois de façon inattendue, il a donc démarré avec une liste sans filtres. Vos vues sont intactes.</translation>
    </message>
    <message>
        <source>Quoin closed unexpectedly. Your filters and columns are restored.</source>
        <translation>Quoin s’est fermé de façon inattendue. Vos filtres et colonnes sont rétablis.</translation>
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
        <source>Assigned</source>
        <translation>Attribuée</translation>
    </message>
    <message>
        <source>Nobody</source>
        <comment>has the conversation</comment>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>mute</comment>
        <translation>Désactivée</translation>
    </message>
    <message>
        <source>On</source>
        <comment>mute</comment>
        <translation>Activée</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>mute</comment>
        <translation>Jusqu’à %1</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>snooze</comment>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Indefinitely</source>
        <comment>snoozed</comment>
        <translation>Indéfiniment</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>snooze</comment>
        <translation>Jusqu’à %1</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <comment>snooze</comment>
        <translation>Terminé %1</translation>
    </message>
    <message>
        <source>Ended yesterday</source>
        <comment>a snooze</comment>
        <translation>Terminé hier</translation>
    </message>
    <message>
        <source>Ended %1 d ago</source>
        <comment>days since a snooze</comment>
        <translation>Terminé il y a %1 j</translation>
    </message>
    <message>
        <source>Ended %1 y ago</source>
        <comment>years since a snooze</comment>
        <translation>Terminé il y a %1 ans</translation>
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
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
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
        <source>some requests failed</source>
        <translation>certaines requêtes ont échoué</translation>
    </message>
    <message>
        <source>more in Quo</source>
        <translation>d’autres dans Quo</translation>
    </message>
    <message>
        <source>some are unreadable</source>
        <translation>certaines sont illisibles</translation>
    </message>
    <message>
        <source>Quo ignored a filter</source>
        <translation>Quo a ignoré un filtre</translation>
    </message>
    <message>
        <source>a filter couldn’t be checked</source>
        <translation>un filtre n’a pas pu être vérifié</translation>
    </message>
    <message>
        <source>no access to some lines</source>
        <translation>pas d’accès à certaines lignes</translation>
    </message>
    <message>
        <source>the list changed while loading</source>
        <translation>la liste a changé pendant le chargement</translation>
    </message>
    <message>
        <source>contact names not searched</source>
        <translation>recherche sans les noms des contacts</translation>
    </message>
    <message>
        <source>No conversations</source>
        <translation>Aucune conversation</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what stopped it, and what there is</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what there is, and what it lacks</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, incomplete: %2</source>
        <comment>what there is, and why</comment>
        <translation>%1, incomplet&#xa0;: %2</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Hors ligne depuis %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 conversations</source>
        <translation>
            <numerusform>%1 conversation</numerusform>
            <numerusform>%1 conversations</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>at least so many</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>plus récentes d’abord</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>plus anciennes d’abord</translation>
    </message>
    <message>
        <source>by %1, latest first</source>
        <comment>a column</comment>
        <translation>par «&#xa0;%1&#xa0;», du plus tard au plus tôt</translation>
    </message>
    <message>
        <source>by %1, earliest first</source>
        <comment>a column</comment>
        <translation>par «&#xa0;%1&#xa0;», du plus tôt au plus tard</translation>
    </message>
    <message>
        <source>by %1, descending</source>
        <comment>a column</comment>
        <translation>par «&#xa0;%1&#xa0;», décroissant</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>a column</comment>
        <translation>par «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>conversations and their order</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Checking for changes…</source>
        <translation>Recherche de changements…</translation>
    </message>
    <message>
        <source>Refreshing %1 of %2</source>
        <translation>Actualisation&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Loading all: %1 so far</source>
        <translation>Chargement complet&#xa0;: %1 jusqu’ici</translation>
    </message>
    <message>
        <source>Checking that none are missing…</source>
        <translation>Vérification qu’il n’en manque aucune…</translation>
    </message>
    <message>
        <source>Requests: %1 of %2 per second</source>
        <translation>Requêtes&#xa0;: %1 sur %2 par seconde</translation>
    </message>
    <message>
        <source>In progress: %1</source>
        <comment>requests</comment>
        <translation>En cours&#xa0;: %1</translation>
    </message>
    <message>
        <source>Queued: %1</source>
        <comment>requests</comment>
        <translation>En attente&#xa0;: %1</translation>
    </message>
    <message>
        <source>Rejected by rate limit (429): %1</source>
        <translation>Rejetées par la limite de requêtes (429)&#xa0;: %1</translation>
    </message>
    <message>
        <source>Loading all: %1 requests in %2, %3 per second</source>
        <translation>Chargement complet&#xa0;: %1 requêtes en %2, %3 par seconde</translation>
    </message>
    <message>
        <source>Quo doesn’t say how many conversations there are.</source>
        <translation>Quo ne dit pas combien de conversations il y a.</translation>
    </message>
    <message>
        <source>%1. Trying again in %2 (%3 of %4).</source>
        <comment>what went wrong, a time, tries</comment>
        <translation>%1. Nouvel essai dans %2 (%3 sur %4).</translation>
    </message>
    <message>
        <source>Quo’s rate limit is reached. Continuing in %1.</source>
        <comment>%1 is a time</comment>
        <translation>La limite de requêtes de Quo est atteinte. Reprise dans %1.</translation>
    </message>
    <message>
        <source>%1 as of %2</source>
        <comment>what there is, a time</comment>
        <translation>%1, état&#xa0;: %2</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Toutes (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%1 matches in the first %2</source>
        <translation>
            <numerusform>%1 résultat parmi les %2 premières</numerusform>
            <numerusform>%1 résultats parmi les %2 premières</numerusform>
        </translation>
    </message>
    <message>
        <source>First %1</source>
        <translation>Les %1 premières</translation>
    </message>
    <message>
        <source>Nothing read yet</source>
        <translation>Rien de lu pour l’instant</translation>
    </message>
    <message>
        <source>Reading the rest… %1 so far</source>
        <translation>Lecture du reste… %1 jusqu’ici</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>the state, and what there is</comment>
        <translation>%1. %2</translation>
    </message>
</context>
</TS>
