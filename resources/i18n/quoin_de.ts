<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>DateRangePopover</name>
    <message>
        <source>A&amp;ny time</source>
        <translation>&amp;Jederzeit</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Heute</translation>
    </message>
    <message>
        <source>&amp;Yesterday</source>
        <translation>&amp;Gestern</translation>
    </message>
    <message>
        <source>Last &amp;7 days</source>
        <translation>Letzte &amp;7 Tage</translation>
    </message>
    <message>
        <source>Last &amp;30 days</source>
        <translation>Letzte &amp;30 Tage</translation>
    </message>
    <message>
        <source>This &amp;month</source>
        <translation>Dieser &amp;Monat</translation>
    </message>
    <message>
        <source>&amp;Custom</source>
        <translation>&amp;Eigener Zeitraum</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>&amp;Bis</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Selected conversation</source>
        <translation>Ausgewählte Konversation</translation>
    </message>
    <message>
        <source>What to do with it</source>
        <translation>Was damit getan werden kann</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Select a conversation to see who owns it and whether it is muted or snoozed.</source>
        <translation>Wählen Sie eine Konversation, um zu sehen, wem sie gehört und ob sie stummgeschaltet oder zurückgestellt ist.</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Zuweisung</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschaltung</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellung</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>Löschung</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>What to see of it</source>
        <translation>Was davon zu sehen ist</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Export problem</source>
        <translation>Problem beim Export</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Export what there &amp;is</source>
        <translation>Exportieren, was da &amp;ist</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Retry export</source>
        <translation>Export wiederholen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close export</source>
        <translation>Export schließen</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Which conversations</source>
        <translation>Welche Konversationen</translation>
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
        <translation>&amp;Telefonnummern</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>Telefonnummern</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>&amp;Zeiten</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Add the names of line and teammate</source>
        <translation>Namen von Leitung und Teammitglied hinzufügen</translation>
    </message>
    <message>
        <source>Write beside it what it was made of (.manifest.json)</source>
        <translation>Daneben schreiben, woraus sie entstand (.manifest.json)</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>D&amp;urchsuchen …</translation>
    </message>
</context>
<context>
    <name>LinesPopover</name>
    <message>
        <source>&amp;Only this</source>
        <translation>&amp;Nur diese</translation>
    </message>
    <message>
        <source>Only this line</source>
        <translation>Nur diese Leitung</translation>
    </message>
    <message>
        <source>All &amp;but this</source>
        <translation>Alle &amp;außer dieser</translation>
    </message>
    <message>
        <source>All but this line</source>
        <translation>Alle außer dieser Leitung</translation>
    </message>
    <message>
        <source>&amp;Every line</source>
        <translation>A&amp;lle Leitungen</translation>
    </message>
    <message>
        <source>Every line</source>
        <translation>Alle Leitungen</translation>
    </message>
</context>
<context>
    <name>NoticeWidget</name>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Export as</source>
        <translation>&amp;Exportieren als</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exportieren als</translation>
    </message>
    <message>
        <source>All workspaces</source>
        <translation>Alle Arbeitsbereiche</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
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
        <translation>Rechner des Proxys</translation>
    </message>
    <message>
        <source>proxy.example.com</source>
        <translation>proxy.example.com</translation>
    </message>
    <message>
        <source>Proxy’s port</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>Conversations kept in &amp;memory</source>
        <translation>Konversationen im S&amp;peicher</translation>
    </message>
    <message>
        <source>Conversations kept in memory</source>
        <translation>Konversationen im Speicher</translation>
    </message>
    <message>
        <source>Their messages and calls need not be read again</source>
        <translation>Ihre Nachrichten und Anrufe müssen nicht noch einmal gelesen werden</translation>
    </message>
    <message>
        <source>Settings problem</source>
        <translation>Problem mit den Einstellungen</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Quoin reads the workspace’s conversations with an API key. It never changes anything there.</source>
        <translation>Quoin liest die Konversationen des Arbeitsbereichs mit einem API-Schlüssel. Es ändert dort nie etwas.</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>API-&amp;Schlüssel</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Name of the workspace</source>
        <translation>&amp;Name des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Name of the workspace</source>
        <translation>Name des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>As you call it; optional</source>
        <translation>Wie Sie ihn nennen; freiwillig</translation>
    </message>
    <message>
        <source>Sign-in problem</source>
        <translation>Problem bei der Anmeldung</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Cancel sign-in</source>
        <translation>Anmeldung abbrechen</translation>
    </message>
    <message>
        <source>&amp;Remove workspace</source>
        <translation>Arbeitsbereich &amp;entfernen</translation>
    </message>
    <message>
        <source>Takes it off the list, with its filters and views on this computer. Nothing changes in Quo.</source>
        <translation>Nimmt ihn von der Liste, samt seinen Filtern und Ansichten auf diesem Rechner. In Quo ändert sich nichts.</translation>
    </message>
    <message>
        <source>Remove workspace</source>
        <translation>Arbeitsbereich entfernen</translation>
    </message>
    <message>
        <source>No key at hand? A made-up workspace needs none.</source>
        <translation>Kein Schlüssel zur Hand? Ein erfundener Arbeitsbereich braucht keinen.</translation>
    </message>
    <message>
        <source>&amp;Demo workspace</source>
        <translation>&amp;Demo-Arbeitsbereich</translation>
    </message>
    <message>
        <source>Demo workspace</source>
        <translation>Demo-Arbeitsbereich</translation>
    </message>
</context>
<context>
    <name>TeammatePopover</name>
    <message>
        <source>Shows the conversations of this user as Quo counts them; that is not the same as ‘assigned to’.</source>
        <translation>Zeigt die Konversationen dieses Benutzers, wie Quo sie zählt; das ist nicht dasselbe wie ‚zugewiesen an‘.</translation>
    </message>
</context>
<context>
    <name>ViewsPanel</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Enter opens a view, F2 renames it, Alt with Up or Down moves it, Delete deletes it</source>
        <translation>Eingabe öffnet eine Ansicht, F2 benennt sie um, Alt mit Auf oder Ab verschiebt sie, Entf löscht sie</translation>
    </message>
    <message>
        <source>Set filters and columns, then save them here to come back with one click.</source>
        <translation>Stellen Sie Filter und Spalten ein und speichern Sie sie hier, um mit einem Klick zurückzukehren.</translation>
    </message>
    <message>
        <source>View message</source>
        <translation>Meldung zu Ansichten</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>Löschen rückgängig machen</translation>
    </message>
    <message>
        <source>✕</source>
        <translation>✕</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Save &amp;view</source>
        <translation>A&amp;nsicht speichern</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Keep these filters and columns under a name (Ctrl+S)</source>
        <translation>Diese Filter und Spalten unter einem Namen behalten (Strg+S)</translation>
    </message>
</context>
<context>
    <name>app::CommandLine</name>
    <message>
        <source>Serves a made-up workspace over Quo&apos;s API on 127.0.0.1 and prints its base URL.</source>
        <translation>Bietet einen erfundenen Arbeitsbereich über die API von Quo auf 127.0.0.1 an und gibt deren Basisadresse aus.</translation>
    </message>
    <message>
        <source>This command.</source>
        <translation>Dieser Befehl.</translation>
    </message>
    <message>
        <source>Listen there; 0 takes a free port.</source>
        <translation>Dort lauschen; 0 nimmt einen freien Port.</translation>
    </message>
    <message>
        <source>How many conversations there are.</source>
        <translation>Wie viele Konversationen es gibt.</translation>
    </message>
    <message>
        <source>What the workspace is made from.</source>
        <translation>Woraus der Arbeitsbereich gemacht wird.</translation>
    </message>
    <message>
        <source>Milliseconds before each answer.</source>
        <translation>Millisekunden vor jeder Antwort.</translation>
    </message>
    <message>
        <source>Requests a second for each key; 0 for no limit.</source>
        <translation>Anfragen je Sekunde und Schlüssel; 0 für keine Grenze.</translation>
    </message>
    <message>
        <source>The same as --view FILE.</source>
        <translation>Dasselbe wie --view DATEI.</translation>
    </message>
    <message>
        <source>Browses the conversations of a Quo workspace; never writes.

The API key is read from QUO_API_KEY, the base URL also from QUO_API_BASE_URL.
Other commands, each with a --help of its own: &apos;quoin export&apos;, &apos;quoin lines&apos;,
&apos;quoin users&apos; and &apos;quoin demo-server&apos;.</source>
        <translation>Zeigt die Konversationen eines Quo-Arbeitsbereichs; schreibt nie.

Der API-Schlüssel wird aus QUO_API_KEY gelesen, die Basisadresse auch aus
QUO_API_BASE_URL. Weitere Befehle, jeder mit eigenem --help: &apos;quoin export&apos;,
&apos;quoin lines&apos;, &apos;quoin users&apos; und &apos;quoin demo-server&apos;.</translation>
    </message>
    <message>
        <source>Open the view in this file.</source>
        <translation>Die Ansicht in dieser Datei öffnen.</translation>
    </message>
    <message>
        <source>Write the window as PNG once the first page stands in it, then exit.</source>
        <translation>Das Fenster als PNG schreiben, sobald die erste Seite darin steht, dann enden.</translation>
    </message>
    <message>
        <source>unexpected argument &apos;%1&apos;</source>
        <translation>unerwartetes Argument &apos;%1&apos;</translation>
    </message>
    <message>
        <source>--view takes a file name</source>
        <translation>--view braucht einen Dateinamen</translation>
    </message>
    <message>
        <source>--screenshot takes a file name</source>
        <translation>--screenshot braucht einen Dateinamen</translation>
    </message>
    <message>
        <source>Writes conversations to a file, without a window. Exit code 0: whole; 1: it failed;
2: an option is wrong; 3: incomplete.

T is an ISO 8601 time, a date such as 2026-01-31, or an age such as 7d.</source>
        <translation>Schreibt Konversationen in eine Datei, ohne Fenster. Rückgabewert 0: ganz; 1: misslungen;
2: eine Option ist falsch; 3: unvollständig.

T ist eine Zeit nach ISO 8601, ein Datum wie 2026-01-31 oder ein Alter wie 7d.</translation>
    </message>
    <message>
        <source>Write there; &apos;-&apos; is the standard output.</source>
        <translation>Dorthin schreiben; &apos;-&apos; ist die Standardausgabe.</translation>
    </message>
    <message>
        <source>One of %1; else by the file&apos;s ending.</source>
        <translation>Eines von %1; sonst nach der Dateiendung.</translation>
    </message>
    <message>
        <source>Only this line, by ID or number; several times for several.</source>
        <translation>Nur diese Leitung, nach ID oder Nummer; mehrmals für mehrere.</translation>
    </message>
    <message>
        <source>Only this user&apos;s, by ID.</source>
        <translation>Nur die dieses Benutzers, nach ID.</translation>
    </message>
    <message>
        <source>Only what was so.</source>
        <translation>Nur was zu dieser Zeit war.</translation>
    </message>
    <message>
        <source>Leave inactive ones out.</source>
        <translation>Inaktive weglassen.</translation>
    </message>
    <message>
        <source>Only those that are one of %1; several times for several.</source>
        <translation>Nur solche, die eines von %1 sind; mehrmals für mehrere.</translation>
    </message>
    <message>
        <source>Only those for which all of it holds: words, and conditions such as &apos;line:support&apos;, &apos;-to:none&apos; or &apos;before:2026-01-31&apos;.</source>
        <translation>Nur solche, auf die alles zutrifft: Wörter und Bedingungen wie &apos;line:support&apos;, &apos;-to:none&apos; oder &apos;before:2026-01-31&apos;.</translation>
    </message>
    <message>
        <source>By these columns, &apos;:desc&apos; for the other way; &apos;none&apos; writes rows as they arrive.</source>
        <translation>Nach diesen Spalten, &apos;:desc&apos; für umgekehrt; &apos;none&apos; schreibt Zeilen, wie sie kommen.</translation>
    </message>
    <message>
        <source>These, with commas between them: %1.</source>
        <translation>Diese, mit Kommas dazwischen: %1.</translation>
    </message>
    <message>
        <source>Filters, search, sort and columns of a view&apos;s file.</source>
        <translation>Filter, Suche, Sortierung und Spalten aus der Datei einer Ansicht.</translation>
    </message>
    <message>
        <source>No more rows than that.</source>
        <translation>Nicht mehr Zeilen als so viele.</translation>
    </message>
    <message>
        <source>JSON: add the names of line and teammate.</source>
        <translation>JSON: die Namen von Leitung und Teammitglied hinzufügen.</translation>
    </message>
    <message>
        <source>Write FILE.manifest.json beside it: what the export was made of.</source>
        <translation>DATEI.manifest.json daneben schreiben: woraus der Export entstand.</translation>
    </message>
    <message>
        <source>Leave text as it is that a spreadsheet would run as a formula.</source>
        <translation>Text lassen, wie er ist, auch wenn eine Tabellenkalkulation ihn als Formel ausführt.</translation>
    </message>
    <message>
        <source>Times in the zone of this machine.</source>
        <translation>Zeiten in der Zone dieses Rechners.</translation>
    </message>
    <message>
        <source>No progress.</source>
        <translation>Keinen Fortschritt zeigen.</translation>
    </message>
    <message>
        <source>--%1 takes one of %2</source>
        <translation>--%1 braucht eines von %2</translation>
    </message>
    <message>
        <source>--output takes a file name, or &apos;-&apos; for the standard output</source>
        <translation>--output braucht einen Dateinamen oder &apos;-&apos; für die Standardausgabe</translation>
    </message>
    <message>
        <source>--utc and --local exclude each other</source>
        <translation>--utc und --local schließen sich aus</translation>
    </message>
    <message>
        <source>--%1 takes a time such as 2026-01-31T10:00:00Z, 2026-01-31 or 7d</source>
        <translation>--%1 braucht eine Zeit wie 2026-01-31T10:00:00Z, 2026-01-31 oder 7d</translation>
    </message>
    <message>
        <source>--sort takes &apos;none&apos; or some of %1, with &apos;:desc&apos; for the other way</source>
        <translation>--sort braucht &apos;none&apos; oder einige von %1, mit &apos;:desc&apos; für umgekehrt</translation>
    </message>
    <message>
        <source>--columns takes some of %1</source>
        <translation>--columns braucht einige von %1</translation>
    </message>
    <message>
        <source>--manifest goes with a file, and not with the standard output</source>
        <translation>--manifest geht mit einer Datei, nicht mit der Standardausgabe</translation>
    </message>
    <message>
        <source>Lists the workspace&apos;s phone numbers.</source>
        <translation>Listet die Telefonnummern des Arbeitsbereichs auf.</translation>
    </message>
    <message>
        <source>Lists the workspace&apos;s users.</source>
        <translation>Listet die Benutzer des Arbeitsbereichs auf.</translation>
    </message>
    <message>
        <source>table, or json.</source>
        <translation>table oder json.</translation>
    </message>
    <message>
        <source>--format takes one of table, json</source>
        <translation>--format braucht eines von table, json</translation>
    </message>
    <message>
        <source>Print the options.</source>
        <translation>Die Optionen ausgeben.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3</source>
        <translation>--%1 braucht eine ganze Zahl von %2 bis %3</translation>
    </message>
    <message>
        <source>A made-up workspace: no key, no network.</source>
        <translation>Ein erfundener Arbeitsbereich: kein Schlüssel, kein Netz.</translation>
    </message>
    <message>
        <source>How many conversations the demo has.</source>
        <translation>Wie viele Konversationen die Demo hat.</translation>
    </message>
    <message>
        <source>Where the API is.</source>
        <translation>Wo die API ist.</translation>
    </message>
    <message>
        <source>--demo-conversations goes with --demo</source>
        <translation>--demo-conversations geht mit --demo</translation>
    </message>
    <message>
        <source>--demo has a base URL of its own: leave --base-url out</source>
        <translation>--demo hat eine eigene Basisadresse: lassen Sie --base-url weg</translation>
    </message>
    <message>
        <source>the command comes first: quoin %1 …</source>
        <translation>der Befehl kommt zuerst: quoin %1 …</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no command; there are %2. See &apos;quoin --help&apos;.</source>
        <translation>&apos;%1&apos; ist kein Befehl; es gibt %2. Siehe &apos;quoin --help&apos;.</translation>
    </message>
    <message>
        <source>Write and read numbers as in this country, such as US; by default the country of most lines.</source>
        <translation>Nummern schreiben und lesen wie in diesem Land, etwa US; anfangs wie in dem der meisten Leitungen.</translation>
    </message>
    <message>
        <source>Replace a file that is write-protected, too.</source>
        <translation>Auch eine schreibgeschützte Datei ersetzen.</translation>
    </message>
    <message>
        <source>--region takes a two-letter country code, such as US</source>
        <translation>--region braucht ein Länderkürzel aus zwei Buchstaben wie US</translation>
    </message>
    <message>
        <source>--%1 takes an ID</source>
        <translation>--%1 braucht eine ID</translation>
    </message>
    <message>
        <source>One of %1; e164 by default.</source>
        <translation>Eines von %1; Vorgabe ist e164.</translation>
    </message>
    <message>
        <source>Times in UTC (the default).</source>
        <translation>Zeiten in UTC (Vorgabe).</translation>
    </message>
</context>
<context>
    <name>app::DesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>app::ExportCommand</name>
    <message>
        <source>and on this side by state or words</source>
        <translation>und auf dieser Seite nach Zustand oder Wörtern</translation>
    </message>
</context>
<context>
    <name>app::ListCommand</name>
    <message>
        <source>incomplete: %1</source>
        <translation>unvollständig: %1</translation>
    </message>
    <message numerus="yes">
        <source>incomplete: %n entry(s) cannot be read (%1)</source>
        <translation>
            <numerusform>unvollständig: %n Eintrag kann nicht gelesen werden (%1)</numerusform>
            <numerusform>unvollständig: %n Einträge können nicht gelesen werden (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ProgramActions</name>
    <message>
        <source>S&amp;ettings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>&amp;Protokoll …</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>&amp;Diagnose kopieren</translation>
    </message>
    <message>
        <source>A&amp;bout Quoin…</source>
        <translation>&amp;Über Quoin …</translation>
    </message>
    <message>
        <source>The language changes when Quoin is started again.</source>
        <translation>Die Sprache wechselt, wenn Quoin das nächste Mal startet.</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Dieser Lauf</translation>
    </message>
    <message>
        <source>Ended unexpectedly %1</source>
        <translation>Unerwartet beendet %1</translation>
    </message>
    <message>
        <source>Copied: version, system, state of the list, the last requests and the end of the log. There are no names, numbers or keys in it.</source>
        <translation>Kopiert: Version, System, Stand der Liste, die letzten Anfragen und das Ende des Protokolls. Namen, Nummern und Schlüssel sind nicht dabei.</translation>
    </message>
    <message>
        <source>Last requests</source>
        <translation>Letzte Anfragen</translation>
    </message>
</context>
<context>
    <name>app::SignInFlow</name>
    <message>
        <source>Asking the keychain…</source>
        <translation>Der Schlüsselbund wird gefragt …</translation>
    </message>
    <message>
        <source>Removing the key…</source>
        <translation>Der Schlüssel wird entfernt …</translation>
    </message>
    <message>
        <source>The key is still in the keychain. %1</source>
        <translation>Der Schlüssel ist noch im Schlüsselbund. %1</translation>
    </message>
    <message>
        <source>Trying the key…</source>
        <translation>Der Schlüssel wird ausprobiert …</translation>
    </message>
    <message>
        <source>Quo does not accept this key. Copy it again, or make a new one.</source>
        <translation>Quo nimmt diesen Schlüssel nicht an. Kopieren Sie ihn noch einmal oder erzeugen Sie einen neuen.</translation>
    </message>
    <message>
        <source>The key holds until Quoin is closed. %1</source>
        <translation>Der Schlüssel gilt, bis Quoin geschlossen wird. %1</translation>
    </message>
    <message>
        <source>Quo workspace</source>
        <translation>Quo-Arbeitsbereich</translation>
    </message>
</context>
<context>
    <name>app::Window</name>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
</context>
<context>
    <name>app::WorkspaceController</name>
    <message>
        <source>Demo workspace</source>
        <translation>Demo-Arbeitsbereich</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>exporting::DelimitedWriter</name>
    <message>
        <source>Cells with broken characters: %1</source>
        <translation>Zellen mit halben Zeichen: %1</translation>
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
        <translation>Konversationen</translation>
    </message>
    <message>
        <source>the folder for temporary files is full</source>
        <translation>der Ordner für temporäre Dateien ist voll</translation>
    </message>
    <message>
        <source>About</source>
        <comment>a sheet&apos;s name</comment>
        <translation>Über</translation>
    </message>
    <message>
        <source>the workbook could not be written to its end: is the disk full?</source>
        <translation>die Arbeitsmappe konnte nicht zu Ende geschrieben werden: ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>Cells that were cut at %1 characters: %2</source>
        <translation>Zellen, die bei %1 Zeichen abgeschnitten wurden: %2</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>der Speicher reicht dafür nicht</translation>
    </message>
    <message>
        <source>no temporary file can be made; is the temporary folder full?</source>
        <translation>es kann keine temporäre Datei angelegt werden; hat der Ordner dafür noch Platz?</translation>
    </message>
    <message>
        <source>Times out of Excel&apos;s range, which are written as text: %1</source>
        <translation>Zeiten außerhalb des Bereichs von Excel, die als Text geschrieben sind: %1</translation>
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
        <translation>System</translation>
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
        <translation>Über Quoin</translation>
    </message>
    <message>
        <source>&amp;Made of</source>
        <translation>&amp;Gemacht aus</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Lizenz</translation>
    </message>
    <message>
        <source>Quoin %1</source>
        <translation>Quoin %1</translation>
    </message>
    <message>
        <source>Browses the conversations of a Quo workspace and exports what it shows; it never changes anything there. It is no product of Quo’s.</source>
        <translation>Zeigt die Konversationen eines Quo-Arbeitsbereichs und exportiert, was es zeigt; es ändert dort nie etwas. Es ist kein Produkt von Quo.</translation>
    </message>
    <message>
        <source>The Quoin developers</source>
        <translation>Die Entwickler von Quoin</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später, ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>What Quoin is made of</source>
        <translation>Woraus Quoin gemacht ist</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
</context>
<context>
    <name>widgets::ActivityPane</name>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Quo tells of calls in one-to-one conversations only.</source>
        <translation>Quo nennt nur Anrufe in Konversationen zu zweit.</translation>
    </message>
    <message>
        <source>Activity status</source>
        <translation>Stand der Aktivität</translation>
    </message>
    <message>
        <source>Activity problem</source>
        <translation>Problem mit der Aktivität</translation>
    </message>
    <message>
        <source>Retry activity</source>
        <translation>Aktivität noch einmal laden</translation>
    </message>
    <message>
        <source>Messages and calls</source>
        <translation>Nachrichten und Anrufe</translation>
    </message>
    <message>
        <source>&amp;Copy text</source>
        <translation>Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
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
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Search for what can be done</source>
        <translation>Suchen, was getan werden kann</translation>
    </message>
</context>
<context>
    <name>widgets::ConversationActions</name>
    <message>
        <source>&amp;Open in Quo</source>
        <translation>In Quo ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Same &amp;participants…</source>
        <translation>Dieselben &amp;Teilnehmer …</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Konversationen</translation>
    </message>
    <message>
        <source>&amp;Copy as table</source>
        <translation>Als Tabelle &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;number</source>
        <translation>&amp;Nummer kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation>&amp;ID kopieren</translation>
    </message>
    <message>
        <source>The demo workspace is not in Quo.</source>
        <translation>Der Demo-Arbeitsbereich ist nicht in Quo.</translation>
    </message>
    <message>
        <source>Filter by &amp;line: %1</source>
        <translation>Nach &amp;Leitung filtern: %1</translation>
    </message>
    <message>
        <source>Filter by these &amp;lines</source>
        <translation>Nach diesen &amp;Leitungen filtern</translation>
    </message>
    <message>
        <source>Filter by &amp;teammate: %1</source>
        <translation>Nach Tea&amp;mmitglied filtern: %1</translation>
    </message>
    <message>
        <source>Filter by &amp;teammate</source>
        <translation>Nach Tea&amp;mmitglied filtern</translation>
    </message>
    <message>
        <source>Se&amp;arch by %1</source>
        <translation>Nach %1 s&amp;uchen</translation>
    </message>
    <message>
        <source>&amp;Only ‘%1’</source>
        <translation>N&amp;ur ‚%1‘</translation>
    </message>
    <message>
        <source>&amp;Not ‘%1’</source>
        <translation>Ni&amp;cht ‚%1‘</translation>
    </message>
    <message>
        <source>Only &amp;empty ones</source>
        <translation>Nur l&amp;eere</translation>
    </message>
    <message>
        <source>None that is e&amp;mpty</source>
        <translation>&amp;Keine leeren</translation>
    </message>
    <message>
        <source>&amp;Earlier than %1</source>
        <translation>&amp;Früher als %1</translation>
    </message>
    <message>
        <source>&amp;This or later</source>
        <translation>&amp;Dann oder später</translation>
    </message>
    <message>
        <source>&amp;Only this day</source>
        <translation>Nur dieser &amp;Tag</translation>
    </message>
    <message>
        <source>&amp;Sort by this, upwards</source>
        <translation>&amp;Aufwärts hiernach sortieren</translation>
    </message>
    <message>
        <source>Sort by this, &amp;downwards</source>
        <translation>Ab&amp;wärts hiernach sortieren</translation>
    </message>
    <message>
        <source>Filter by line: collecting…</source>
        <translation>Nach Leitung filtern: wird gesammelt …</translation>
    </message>
    <message>
        <source>Filter by teammate: collecting…</source>
        <translation>Nach Teammitglied filtern: wird gesammelt …</translation>
    </message>
    <message>
        <source>%1 rows are selected, and at most %2 can be copied. An export writes all of them to a file.</source>
        <translation>%1 Zeilen sind ausgewählt, und höchstens %2 können kopiert werden. Ein Export schreibt alle in eine Datei.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Copying %1 of %2 rows</source>
        <translation>%1 von %2 Zeilen werden kopiert</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The rows were copied.</source>
        <translation>Die Zeilen wurden kopiert.</translation>
    </message>
    <message>
        <source>Copying was stopped. The clipboard is as it was.</source>
        <translation>Das Kopieren wurde angehalten. Die Zwischenablage ist, wie sie war.</translation>
    </message>
</context>
<context>
    <name>widgets::ConversationTable</name>
    <message>
        <source>Conversations</source>
        <translation>Konversationen</translation>
    </message>
</context>
<context>
    <name>widgets::DateRangePopover</name>
    <message>
        <source>Limit: %1</source>
        <translation>Grenze: %1</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>Zeiten in %1</translation>
    </message>
</context>
<context>
    <name>widgets::DetailsFollower</name>
    <message>
        <source>Conversations with %1</source>
        <translation>Konversationen mit %1</translation>
    </message>
    <message>
        <source>Conversations with just %1</source>
        <translation>Konversationen mit nur %1</translation>
    </message>
</context>
<context>
    <name>widgets::DetailsPane</name>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 conversations selected</source>
        <translation>
            <numerusform>%1 Konversation ausgewählt</numerusform>
            <numerusform>%1 Konversationen ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ExportDialog</name>
    <message>
        <source>%1 is there already. Export again to replace it.</source>
        <translation>%1 ist schon da. Noch einmal exportieren ersetzt es.</translation>
    </message>
    <message>
        <source>Loading was stopped before everything was there.</source>
        <translation>Das Laden wurde angehalten, bevor alles da war.</translation>
    </message>
    <message numerus="yes">
        <source>Writing %1 of %2 rows</source>
        <translation>
            <numerusform>%1 von %2 Zeile wird geschrieben</numerusform>
            <numerusform>%1 von %2 Zeilen werden geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows are in %2</source>
        <translation>
            <numerusform>%1 Zeile steht in %2</numerusform>
            <numerusform>%1 Zeilen stehen in %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The filters were changed while the rows were being loaded, so nothing was written. Export again with the filters that are set now.</source>
        <translation>Die Filter wurden geändert, während die Zeilen geladen wurden, deshalb wurde nichts geschrieben. Exportieren Sie noch einmal mit den Filtern, die jetzt gesetzt sind.</translation>
    </message>
    <message>
        <source>You can go on working with the list. The file will have the search, order and columns that were set when Export was pressed. Setting other filters, closing the window or signing out cancels the export; a file that is there already then stays as it is.</source>
        <translation>Sie können mit der Liste weiterarbeiten. In der Datei gelten Suche, Sortierung und Spalten, wie sie eingestellt waren, als Sie auf Exportieren drückten. Andere Filter zu setzen, das Fenster zu schließen oder sich abzumelden bricht den Export ab; eine Datei, die schon da ist, bleibt dann, wie sie ist.</translation>
    </message>
    <message>
        <source>You can go on working with the list. The file will have the rows as they are now. Closing the window or signing out cancels the export; a file that is there already then stays as it is.</source>
        <translation>Sie können mit der Liste weiterarbeiten. Die Datei bekommt die Zeilen, wie sie jetzt sind. Das Fenster zu schließen oder sich abzumelden bricht den Export ab; eine Datei, die schon da ist, bleibt dann, wie sie ist.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was written to %1.</source>
        <translation>Der Export wurde abgebrochen. In %1 wurde nichts geschrieben.</translation>
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
        <translation>&apos;+14155550100 (Text für Tabellen)</translation>
    </message>
    <message>
        <source>(415) 555-0100 (as people write them)</source>
        <translation>(415) 555-0100 (wie man sie schreibt)</translation>
    </message>
    <message>
        <source>&amp;Selected: %1</source>
        <translation>Au&amp;sgewählte: %1</translation>
    </message>
    <message>
        <source>&amp;Loaded: %1</source>
        <translation>&amp;Geladene: %1</translation>
    </message>
    <message>
        <source>&amp;Everything that matches: %1</source>
        <translation>&amp;Alles, was passt: %1</translation>
    </message>
    <message>
        <source>&amp;Everything that matches: more than %1, Quo does not say how many</source>
        <translation>&amp;Alles, was passt: mehr als %1, Quo sagt nicht, wie viel</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
</context>
<context>
    <name>widgets::FacetList</name>
    <message>
        <source>States of what is loaded</source>
        <translation>Zustände dessen, was geladen ist</translation>
    </message>
</context>
<context>
    <name>widgets::FacetModel</name>
    <message>
        <source>%1 of %2 loaded</source>
        <translation>%1 von %2 geladenen</translation>
    </message>
</context>
<context>
    <name>widgets::FilterBar</name>
    <message>
        <source>Lines</source>
        <translation>Leitungen</translation>
    </message>
    <message>
        <source>Filters results to only include conversations with the specified Quo phone numbers.</source>
        <translation>Nur Konversationen mit den angegebenen Quo-Telefonnummern.</translation>
    </message>
    <message>
        <source>Teammate</source>
        <translation>Teammitglied</translation>
    </message>
    <message>
        <source>Used to filter results to only include the user’s conversations.</source>
        <translation>Nur Konversationen dieses Benutzers.</translation>
    </message>
    <message>
        <source>Last updated</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Filter results to only include conversations updated after or before the specified date and time.</source>
        <translation>Nur Konversationen, die nach oder vor der angegebenen Zeit geändert wurden.</translation>
    </message>
    <message>
        <source>Thread created</source>
        <translation>Verlauf begonnen</translation>
    </message>
    <message>
        <source>Filter results to only include conversations created after or before the specified date and time. An old thread with new activity counts by its beginning.</source>
        <translation>Nur Konversationen, die nach oder vor der angegebenen Zeit begonnen wurden. Ein alter Verlauf mit neuer Aktivität zählt nach seinem Beginn.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Exclude inactive</source>
        <translation>Ohne inaktive</translation>
    </message>
    <message>
        <source>Exclude inactive conversations from the results.</source>
        <translation>Inaktive Konversationen weglassen.</translation>
    </message>
    <message>
        <source>Filter problem</source>
        <translation>Problem mit den Filtern</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>filter and what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Filter by lines</source>
        <translation>Nach Leitungen filtern</translation>
    </message>
    <message>
        <source>Filter by teammate</source>
        <translation>Nach Teammitglied filtern</translation>
    </message>
    <message>
        <source>Filter by last update</source>
        <translation>Nach letzter Änderung filtern</translation>
    </message>
    <message>
        <source>Filter by creation</source>
        <translation>Nach Beginn filtern</translation>
    </message>
</context>
<context>
    <name>widgets::FilterChip</name>
    <message>
        <source>Remove filter: %1</source>
        <translation>Filter entfernen: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>filter and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 ▾</source>
        <comment>filter that opens</comment>
        <translation>%1 ▾</translation>
    </message>
    <message>
        <source>Filter %1: %2</source>
        <translation>Filter %1: %2</translation>
    </message>
    <message>
        <source>Filter %1: not set</source>
        <translation>Filter %1: nicht gesetzt</translation>
    </message>
</context>
<context>
    <name>widgets::FrozenColumn</name>
    <message>
        <source>First column</source>
        <translation>Erste Spalte</translation>
    </message>
</context>
<context>
    <name>widgets::InboxBar</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Ask for what has changed (F5); Shift+F5 reads the whole list again</source>
        <translation>Fragen, was sich geändert hat (F5); Umschalt+F5 liest die ganze Liste neu</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Write what is shown to a file (Ctrl+E)</source>
        <translation>Schreiben, was gezeigt wird, in eine Datei (Strg+E)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Narrow rows</source>
        <translation>Schmale Zeilen</translation>
    </message>
    <message>
        <source>Keep the first column in view</source>
        <translation>Erste Spalte im Blick behalten</translation>
    </message>
    <message>
        <source>&amp;Read the whole list again</source>
        <translation>Die ganze &amp;Liste neu lesen</translation>
    </message>
</context>
<context>
    <name>widgets::InboxPage</name>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Aktivität</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Messages of the list</source>
        <translation>Meldungen der Liste</translation>
    </message>
</context>
<context>
    <name>widgets::LinesPopover</name>
    <message>
        <source>Lines</source>
        <translation>Leitungen</translation>
    </message>
    <message>
        <source>Search, or type a number or PN…</source>
        <translation>Suchen, oder Nummer oder PN…</translation>
    </message>
    <message>
        <source>The key’s owner may not see this line: %1</source>
        <translation>Die Person, der der Schlüssel gehört, darf diese Leitung nicht sehen: %1</translation>
    </message>
</context>
<context>
    <name>widgets::LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Which run</source>
        <translation>Welcher Lauf</translation>
    </message>
    <message>
        <source>There is no log: its folder cannot be written.</source>
        <translation>Es gibt kein Protokoll: sein Ordner kann nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
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
        <translation>Meldungen von Quoin</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>widgets::NewsButton</name>
    <message>
        <source>New above</source>
        <translation>Neu darüber</translation>
    </message>
    <message numerus="yes">
        <source>▴ %n new above</source>
        <translation>
            <numerusform>▴ %n neue darüber</numerusform>
            <numerusform>▴ %n neue darüber</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::PeopleList</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>own line</source>
        <translation>eigene Leitung</translation>
    </message>
    <message>
        <source>Person: %1</source>
        <translation>Person: %1</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Conversations with %1</source>
        <translation>Konversationen mit %1</translation>
    </message>
</context>
<context>
    <name>widgets::Picker</name>
    <message>
        <source>%1 problem</source>
        <translation>Problem mit %1</translation>
    </message>
    <message>
        <source>%1 to choose from</source>
        <translation>%1 zur Auswahl</translation>
    </message>
</context>
<context>
    <name>widgets::PickerModel</name>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
</context>
<context>
    <name>widgets::RelatedPopover</name>
    <message>
        <source>Conversation</source>
        <translation>Konversation</translation>
    </message>
    <message>
        <source>Search these</source>
        <translation>Diese durchsuchen</translation>
    </message>
    <message>
        <source>What they have in common</source>
        <translation>Was sie gemeinsam haben</translation>
    </message>
    <message>
        <source>%1 of %2 loaded</source>
        <comment>how many there are</comment>
        <translation>%1 von %2 geladenen</translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>die ersten %1 sind aufgeführt</translation>
    </message>
    <message>
        <source>collecting…</source>
        <translation>wird gesammelt …</translation>
    </message>
</context>
<context>
    <name>widgets::RequestMeter</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>How many requests went out in the last second, of those that the key allows</source>
        <translation>Wie viele Anfragen in der letzten Sekunde hinausgingen, von denen, die der Schlüssel erlaubt</translation>
    </message>
    <message>
        <source>Requests in full</source>
        <translation>Anfragen im Einzelnen</translation>
    </message>
    <message>
        <source>%1/%2 req/s</source>
        <comment>requests of those allowed</comment>
        <translation>%1/%2 Anfr./s</translation>
    </message>
</context>
<context>
    <name>widgets::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Searches what is loaded (Ctrl+F). Words in any order, numbers in any notation, and conditions: line:support, to:dana, to:none, is:snoozed, before:2026-01-31, created:&gt;=2026-01. A leading minus negates a term.</source>
        <translation>Durchsucht, was geladen ist (Strg+F). Wörter in beliebiger Folge, Nummern in jeder Schreibweise und Bedingungen: line:support, to:dana, to:none, is:snoozed, before:2026-01-31, created:&gt;=2026-01. Ein Minus davor verneint einen Begriff.</translation>
    </message>
</context>
<context>
    <name>widgets::SettingsDialog</name>
    <message>
        <source>As the system has it</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
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
        <translation>Der Proxy braucht den Namen oder die Adresse seines Rechners.</translation>
    </message>
    <message>
        <source>As the system has it (%1)</source>
        <translation>Wie das System (%1)</translation>
    </message>
</context>
<context>
    <name>widgets::SignInPage</name>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>Sign in to a Quo workspace</source>
        <translation>Bei einem Quo-Arbeitsbereich anmelden</translation>
    </message>
    <message>
        <source>An owner or admin of the workspace makes a key in Quo under Settings, API: %1</source>
        <translation>Eigentümer oder Administratoren des Arbeitsbereichs erzeugen einen Schlüssel in Quo unter Settings, API: %1</translation>
    </message>
    <message>
        <source>The key is kept in this computer’s keychain and sent to %1 alone.</source>
        <translation>Der Schlüssel wird im Schlüsselbund dieses Rechners aufbewahrt und nur an %1 gesendet.</translation>
    </message>
    <message>
        <source>Paste the API key of the workspace.</source>
        <translation>Fügen Sie den API-Schlüssel des Arbeitsbereichs ein.</translation>
    </message>
</context>
<context>
    <name>widgets::StatusFollower</name>
    <message>
        <source>Search %1 loaded</source>
        <translation>%1 geladene durchsuchen</translation>
    </message>
</context>
<context>
    <name>widgets::StatusLine</name>
    <message>
        <source>Key not kept</source>
        <translation>Schlüssel nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Alle laden</translation>
    </message>
    <message>
        <source>Read everything that matches, as fast as Quo allows</source>
        <translation>Alles lesen, was passt, so schnell wie Quo erlaubt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>Laden anhalten</translation>
    </message>
</context>
<context>
    <name>widgets::SummaryPane</name>
    <message>
        <source>Selected conversations, summed up</source>
        <translation>Ausgewählte Konversationen, zusammengezählt</translation>
    </message>
    <message>
        <source>By line</source>
        <translation>Nach Leitung</translation>
    </message>
    <message>
        <source>By assignee</source>
        <translation>Nach Zuständigen</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugewiesen</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Nichts davon</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>Nach Zustand</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and count</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>collecting…</source>
        <translation>wird gesammelt …</translation>
    </message>
</context>
<context>
    <name>widgets::TeammatePopover</name>
    <message>
        <source>Teammate</source>
        <translation>Teammitglied</translation>
    </message>
    <message>
        <source>Search, or type US…</source>
        <translation>Suchen, oder US…</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Alle</translation>
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
        <translation>Standard</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>widgets::ViewsPanel</name>
    <message>
        <source>Save &amp;changes</source>
        <translation>Änderungen &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Begin with this view</source>
        <translation>Mit dieser Ansicht &amp;beginnen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>Save as &amp;file…</source>
        <translation>Als &amp;Datei speichern …</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Alle Konversationen</translation>
    </message>
    <message>
        <source>‘%1’ was not opened. %2</source>
        <translation>‚%1‘ wurde nicht geöffnet. %2</translation>
    </message>
    <message>
        <source>‘%1’ was added.</source>
        <translation>‚%1‘ wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Save the view as a file</source>
        <translation>Ansicht als Datei speichern</translation>
    </message>
    <message>
        <source>Quoin views (*.%1)</source>
        <translation>Ansichten von Quoin (*.%1)</translation>
    </message>
    <message>
        <source>‘%1’ was not written: %2</source>
        <translation>‚%1‘ wurde nicht geschrieben: %2</translation>
    </message>
    <message>
        <source>‘%1’ was written. It holds filters, search, sort and columns, and no key.</source>
        <translation>‚%1‘ wurde geschrieben. Darin sind Filter, Suche, Sortierung und Spalten und kein Schlüssel.</translation>
    </message>
    <message>
        <source>‘%1’ was deleted.</source>
        <translation>‚%1‘ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Open view %1</source>
        <translation>Ansicht %1 öffnen</translation>
    </message>
</context>
<context>
    <name>widgets::WatchMenu</name>
    <message>
        <source>&amp;Notify me of</source>
        <translation>&amp;Benachrichtigen über</translation>
    </message>
    <message>
        <source>No lines are known yet</source>
        <translation>Noch sind keine Leitungen bekannt</translation>
    </message>
    <message>
        <source>Shows a notification when a conversation on these lines becomes unassigned, or when its snooze ends</source>
        <translation>Zeigt eine Benachrichtigung, wenn eine Konversation auf diesen Leitungen niemandem mehr zugewiesen ist oder ihre Zurückstellung endet</translation>
    </message>
</context>
<context>
    <name>widgets::WorkspaceMenu</name>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>&amp;Add a workspace…</source>
        <translation>Arbeitsbereich &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Show &amp;contact names</source>
        <translation>&amp;Kontaktnamen zeigen</translation>
    </message>
    <message>
        <source>Off also removes the names that are kept on this computer</source>
        <translation>Aus entfernt auch die Namen, die auf diesem Rechner aufbewahrt sind</translation>
    </message>
    <message>
        <source>Clear contact names and &amp;read them again</source>
        <translation>Kontaktnamen leeren und &amp;neu lesen</translation>
    </message>
    <message>
        <source>Change &amp;key…</source>
        <translation>&amp;Schlüssel ändern …</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>A&amp;bmelden</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
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
        <translation>Anruf, %1</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Verpasster Anruf</translation>
    </message>
    <message>
        <source>Call that nobody answered</source>
        <translation>Anruf, den niemand annahm</translation>
    </message>
    <message>
        <source>Call to a busy line</source>
        <translation>Anruf auf besetzter Leitung</translation>
    </message>
    <message>
        <source>Call that failed</source>
        <translation>Misslungener Anruf</translation>
    </message>
    <message>
        <source>Call that was given up</source>
        <translation>Aufgegebener Anruf</translation>
    </message>
    <message>
        <source>Call under way</source>
        <translation>Laufender Anruf</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>in der Warteschlange</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>⚠ not delivered</source>
        <translation>⚠ nicht zugestellt</translation>
    </message>
    <message>
        <source>outgoing</source>
        <comment>call</comment>
        <translation>ausgehend</translation>
    </message>
    <message>
        <source>incoming</source>
        <comment>call</comment>
        <translation>eingehend</translation>
    </message>
    <message>
        <source>Attachment or empty message</source>
        <translation>Anhang oder leere Nachricht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>circumstances and text</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Select a conversation to read what was said.</source>
        <translation>Wählen Sie eine Konversation, um zu lesen, was gesagt wurde.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Nothing was written or called here.</source>
        <translation>Hier wurde nichts geschrieben und nicht angerufen.</translation>
    </message>
    <message>
        <source>The conversation begins here.</source>
        <translation>Hier beginnt die Konversation.</translation>
    </message>
    <message>
        <source>the key’s owner may not read them.</source>
        <translation>die Person, der der Schlüssel gehört, darf sie nicht lesen.</translation>
    </message>
    <message>
        <source>Messages cannot be shown: %1</source>
        <translation>Nachrichten können nicht gezeigt werden: %1</translation>
    </message>
    <message>
        <source>Calls cannot be shown: %1</source>
        <translation>Anrufe können nicht gezeigt werden: %1</translation>
    </message>
    <message>
        <source>Call that nobody has answered yet</source>
        <translation>Anruf, den noch niemand annahm</translation>
    </message>
    <message>
        <source>Call under way with an AI agent</source>
        <translation>Laufender Anruf mit einem KI-Agenten</translation>
    </message>
    <message>
        <source>Call with an AI agent</source>
        <translation>Anruf mit einem KI-Agenten</translation>
    </message>
    <message>
        <source>Call with an AI agent, %1</source>
        <translation>Anruf mit einem KI-Agenten, %1</translation>
    </message>
    <message>
        <source>⚠ not sent</source>
        <translation>⚠ nicht gesendet</translation>
    </message>
    <message>
        <source>forwarded to %1</source>
        <translation>weitergeleitet an %1</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>weitergeleitet</translation>
    </message>
    <message>
        <source>Quo refuses the request.</source>
        <translation>Quo nimmt die Anfrage nicht an.</translation>
    </message>
    <message>
        <source>Quo sends page after page without anything new.</source>
        <translation>Quo sendet eine Seite nach der anderen ohne etwas Neues.</translation>
    </message>
    <message>
        <source>Quo does not say who takes part, so nothing can be read here.</source>
        <translation>Quo sagt nicht, wer teilnimmt, deshalb ist hier nichts zu lesen.</translation>
    </message>
    <message>
        <source>Quo does not give the messages of so many people.</source>
        <translation>Quo gibt die Nachrichten von so vielen Personen nicht heraus.</translation>
    </message>
    <message>
        <source>There are older messages or calls. Scroll up to see them.</source>
        <translation>Davor gibt es noch mehr. Scrollen Sie nach oben, um es zu lesen.</translation>
    </message>
    <message>
        <source>Nothing was written here.</source>
        <translation>Hier wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The messages begin here.</source>
        <translation>Hier beginnen die Nachrichten.</translation>
    </message>
    <message>
        <source>This is not the whole conversation.</source>
        <translation>Das ist nicht die ganze Konversation.</translation>
    </message>
    <message>
        <source>Older messages cannot be shown: %1</source>
        <translation>Ältere Nachrichten können nicht gezeigt werden: %1</translation>
    </message>
    <message>
        <source>Older calls cannot be shown: %1</source>
        <translation>Ältere Anrufe können nicht gezeigt werden: %1</translation>
    </message>
    <message>
        <source>Quo answered with messages of another conversation. Left out: %1.</source>
        <translation>Quo hat mit Nachrichten einer anderen Konversation geantwortet. Weggelassen: %1.</translation>
    </message>
    <message>
        <source>Messages that could not be read and are left out: %1.</source>
        <translation>Nachrichten, die nicht zu lesen waren und fehlen: %1.</translation>
    </message>
    <message>
        <source>Calls that could not be read and are left out: %1.</source>
        <translation>Anrufe, die nicht zu lesen waren und fehlen: %1.</translation>
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
        <translation>Nur auf &amp;Wunsch</translation>
    </message>
    <message>
        <source>Every &amp;30 seconds</source>
        <translation>Alle &amp;30 Sekunden</translation>
    </message>
    <message>
        <source>Every &amp;minute</source>
        <translation>Jede &amp;Minute</translation>
    </message>
    <message>
        <source>Every &amp;%1 minutes</source>
        <translation>Alle &amp;%1 Minuten</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigener Zeitraum</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from and to</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
</context>
<context>
    <name>words::ColumnWords</name>
    <message>
        <source>Muted</source>
        <translation>Stummgeschaltet</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>a snooze</comment>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Whether somebody has it, and whether it is snoozed, muted or deleted.</source>
        <translation>Ob jemand sie hat und ob sie zurückgestellt, stummgeschaltet oder gelöscht ist.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Konversation</translation>
    </message>
    <message>
        <source>The custom name of the conversation; without one, the numbers in it.</source>
        <translation>Der eigene Name der Konversation; ohne einen die Nummern darin.</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmer</translation>
    </message>
    <message>
        <source>The phone numbers that take part.</source>
        <translation>Die Telefonnummern, die teilnehmen.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>The unique identifier of the Quo phone number associated with the conversation.</source>
        <translation>Die eindeutige Kennung der Quo-Telefonnummer, zu der die Konversation gehört.</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>The unique identifier of the user or system user the conversation is assigned to.</source>
        <translation>Die eindeutige Kennung des Benutzers oder Systembenutzers, dem die Konversation zugewiesen ist.</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Zurückgestellt bis</translation>
    </message>
    <message>
        <source>When the conversation comes back, or that it has.</source>
        <translation>Wann die Konversation zurückkommt, oder dass sie zurück ist.</translation>
    </message>
    <message>
        <source>Muted until</source>
        <translation>Stumm bis</translation>
    </message>
    <message>
        <source>Until when the conversation makes no sound.</source>
        <translation>Bis wann die Konversation keinen Ton macht.</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>When the most recent activity in the conversation took place.</source>
        <translation>Wann die neueste Aktivität in der Konversation stattfand.</translation>
    </message>
    <message>
        <source>Last updated</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>When the conversation was last updated.</source>
        <translation>Wann die Konversation zuletzt geändert wurde.</translation>
    </message>
    <message>
        <source>Thread created</source>
        <translation>Verlauf begonnen</translation>
    </message>
    <message>
        <source>When the conversation began, however old or new its activity is.</source>
        <translation>Wann die Konversation begann, wie alt oder neu ihre Aktivität auch ist.</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>When the conversation was deleted.</source>
        <translation>Wann die Konversation gelöscht wurde.</translation>
    </message>
    <message>
        <source>Last activity ID</source>
        <translation>ID der letzten Aktivität</translation>
    </message>
    <message>
        <source>The unique identifier of the most recent activity in the conversation.</source>
        <translation>Die eindeutige Kennung der neuesten Aktivität in der Konversation.</translation>
    </message>
    <message>
        <source>Conversation ID</source>
        <translation>ID der Konversation</translation>
    </message>
    <message>
        <source>The unique identifier of the conversation.</source>
        <translation>Die eindeutige Kennung der Konversation.</translation>
    </message>
</context>
<context>
    <name>words::CompletenessWords</name>
    <message>
        <source>the row is no object</source>
        <translation>die Zeile ist kein Objekt</translation>
    </message>
    <message>
        <source>‘%1’ is missing</source>
        <translation>‚%1‘ fehlt</translation>
    </message>
    <message>
        <source>‘%1’ has a wrong type</source>
        <translation>‚%1‘ hat einen falschen Typ</translation>
    </message>
    <message>
        <source>‘%1’ is too long</source>
        <translation>‚%1‘ ist zu lang</translation>
    </message>
    <message>
        <source>as they arrived</source>
        <translation>wie sie kamen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a reason and how often</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Rows that could not be read and are left out: %1. Why: %2.</source>
        <translation>Zeilen, die nicht zu lesen waren und fehlen: %1. Warum: %2.</translation>
    </message>
    <message>
        <source>Left out, since the key’s owner may not see them: %1.</source>
        <translation>Weggelassen, da die Person, der der Schlüssel gehört, sie nicht sehen darf: %1.</translation>
    </message>
    <message>
        <source>Not read: %1. %2</source>
        <comment>what is missing and why</comment>
        <translation>Nicht gelesen: %1. %2</translation>
    </message>
    <message>
        <source>Reading was stopped before everything was there.</source>
        <translation>Das Lesen wurde angehalten, bevor alles da war.</translation>
    </message>
    <message>
        <source>There is more than has been read.</source>
        <translation>Es gibt mehr, als gelesen wurde.</translation>
    </message>
    <message>
        <source>The limit was reached, and more rows match.</source>
        <translation>Die Grenze wurde erreicht, und weitere Zeilen passen.</translation>
    </message>
    <message>
        <source>The export holds only the selected rows.</source>
        <translation>Nur die ausgewählten Zeilen sind darin.</translation>
    </message>
    <message>
        <source>The server did not apply these filters: %1. The list may hold rows that do not match, or lack some that do.</source>
        <translation>Der Server hat nicht angewendet: %1. Die Liste enthält vielleicht Zeilen außerhalb davon, oder es fehlen andere.</translation>
    </message>
    <message>
        <source>It could not be checked whether the server applied: %1.</source>
        <translation>Es war nicht zu prüfen, ob der Server angewendet hat: %1.</translation>
    </message>
    <message>
        <source>Rows moved while they were read, so some may be missing. Read them again.</source>
        <translation>Zeilen haben sich verschoben, während sie gelesen wurden, deshalb fehlen vielleicht einige. Lesen Sie sie neu.</translation>
    </message>
    <message>
        <source>The search did not look at the names of contacts. %1</source>
        <translation>Die Suche hat die Namen der Kontakte nicht durchsucht. %1</translation>
    </message>
    <message>
        <source>incomplete: %1</source>
        <translation>unvollständig: %1</translation>
    </message>
    <message>
        <source>nothing usable: %1</source>
        <translation>nichts Brauchbares: %1</translation>
    </message>
    <message>
        <source>The names of contacts are still being read, so the search does not look at all of them yet.</source>
        <translation>Die Namen der Kontakte werden noch gelesen, daher berücksichtigt die Suche noch nicht alle.</translation>
    </message>
    <message>
        <source>The search did not look at the names of contacts, since they are switched off in the workspace menu.</source>
        <translation>Die Suche hat die Namen der Kontakte nicht berücksichtigt, da sie im Menü des Arbeitsbereichs ausgeschaltet sind.</translation>
    </message>
</context>
<context>
    <name>words::ErrorWords</name>
    <message>
        <source>no API key</source>
        <translation>kein API-Schlüssel</translation>
    </message>
    <message>
        <source>insecure address</source>
        <translation>unsichere Adresse</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>keine sichere Verbindung</translation>
    </message>
    <message>
        <source>redirected</source>
        <translation>umgeleitet</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>filter refused</source>
        <translation>Filter abgelehnt</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>rate limited</source>
        <translation>zu viele Anfragen</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>unreadable answer</source>
        <translation>unlesbare Antwort</translation>
    </message>
    <message>
        <source>answer too large</source>
        <translation>zu große Antwort</translation>
    </message>
    <message>
        <source>the list goes round in circles</source>
        <translation>die Liste dreht sich im Kreis</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>von Ihnen</translation>
    </message>
    <message>
        <source>There is no API key. Sign in, or start Quoin with the key in QUO_API_KEY, or look around with ‘quoin --demo’.</source>
        <translation>Es gibt keinen API-Schlüssel. Melden Sie sich an, starten Sie Quoin mit dem Schlüssel in QUO_API_KEY oder sehen Sie sich mit ‚quoin --demo‘ um.</translation>
    </message>
    <message>
        <source>The address is not https, so the key was not sent. Correct --base-url or QUO_API_BASE_URL.</source>
        <translation>Die Adresse ist nicht https, deshalb wurde der Schlüssel nicht gesendet. Berichtigen Sie --base-url oder QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Quo cannot be reached. Check the network connection, then retry.</source>
        <translation>Quo ist nicht erreichbar. Prüfen Sie die Netzverbindung und wiederholen Sie.</translation>
    </message>
    <message>
        <source>The connection ended in the middle of the answer. Retry to go on from there.</source>
        <translation>Die Verbindung endete mitten in der Antwort. Wiederholen setzt dort fort.</translation>
    </message>
    <message>
        <source>Quo did not answer in time. Retry to go on from there.</source>
        <translation>Quo hat nicht rechtzeitig geantwortet. Wiederholen setzt dort fort.</translation>
    </message>
    <message>
        <source>The connection to Quo is not secure, so the key was not sent. Check the date of this computer and any proxy in between.</source>
        <translation>Die Verbindung zu Quo ist nicht sicher, deshalb wurde der Schlüssel nicht gesendet. Prüfen Sie das Datum dieses Rechners und einen Proxy dazwischen.</translation>
    </message>
    <message>
        <source>The server wants to send Quoin to another address. The key was not sent there. Check --base-url or QUO_API_BASE_URL.</source>
        <translation>Der Server will Quoin zu einer anderen Adresse schicken. Der Schlüssel wurde nicht dorthin gesendet. Prüfen Sie --base-url oder QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Quo does not accept the API key. Give another one: open the workspace menu, then Change key, or correct QUO_API_KEY.</source>
        <translation>Quo nimmt den API-Schlüssel nicht an. Geben Sie einen anderen: Menü des Arbeitsbereichs, dann Schlüssel ändern, oder berichtigen Sie QUO_API_KEY.</translation>
    </message>
    <message>
        <source>The key’s owner may not see one of these lines. Remove lines from the filter, then retry.</source>
        <translation>Die Person, der der Schlüssel gehört, darf eine dieser Leitungen nicht sehen. Nehmen Sie Leitungen aus dem Filter und wiederholen Sie.</translation>
    </message>
    <message>
        <source>Quo refuses a filter. Correct the one that is marked.</source>
        <translation>Quo lehnt einen Filter ab. Berichtigen Sie den markierten.</translation>
    </message>
    <message>
        <source>Too many requests were made with this key. Wait a little, then retry.</source>
        <translation>Mit diesem Schlüssel wurden zu viele Anfragen gestellt. Warten Sie ein wenig und wiederholen Sie.</translation>
    </message>
    <message>
        <source>Quo has a problem of its own. Retry in a while.</source>
        <translation>Quo hat selbst ein Problem. Wiederholen Sie nach einer Weile.</translation>
    </message>
    <message>
        <source>The answer is no list of conversations. It may be cut, or a proxy may have answered instead. Retry.</source>
        <translation>Die Antwort ist keine Liste von Konversationen. Sie kann abgeschnitten sein, oder ein Proxy hat geantwortet. Wiederholen Sie.</translation>
    </message>
    <message>
        <source>The answer is larger than any page of conversations can be, so it was not read.</source>
        <translation>Die Antwort ist größer, als eine Seite von Konversationen sein kann, und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The server sends the same page again and again. Refresh to start over.</source>
        <translation>Der Server sendet immer wieder dieselbe Seite. Aktualisieren beginnt von vorn.</translation>
    </message>
    <message>
        <source>You stopped it. Retry to go on from there.</source>
        <translation>Sie haben angehalten. Wiederholen setzt dort fort.</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>trace %1</source>
        <translation>Trace %1</translation>
    </message>
    <message>
        <source>the server asks to wait %1</source>
        <translation>der Server bittet, %1 zu warten</translation>
    </message>
    <message>
        <source>the proxy asks for a password</source>
        <translation>der Proxy verlangt ein Passwort</translation>
    </message>
    <message>
        <source>subscription expired</source>
        <translation>Abonnement abgelaufen</translation>
    </message>
    <message>
        <source>request refused</source>
        <translation>Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>the list never ends</source>
        <translation>die Liste endet nie</translation>
    </message>
    <message>
        <source>The proxy on the way to Quo asks for a name and a password. Give them in the environment, as in https_proxy=http://name:password@proxy:8080, or choose another proxy in the settings.</source>
        <translation>Der Proxy auf dem Weg zu Quo verlangt einen Namen und ein Passwort. Geben Sie beides in einer Umgebungsvariable an, etwa https_proxy=http://name:passwort@proxy:8080, oder wählen Sie in den Einstellungen einen anderen Proxy.</translation>
    </message>
    <message>
        <source>The workspace’s subscription to Quo has expired, so Quo answers no requests. Its owner can renew it in Quo; then retry.</source>
        <translation>Das Quo-Abonnement des Arbeitsbereichs ist abgelaufen, deshalb beantwortet Quo keine Anfragen. Eigentümer des Arbeitsbereichs können es in Quo verlängern; wiederholen Sie danach.</translation>
    </message>
    <message>
        <source>Quo refuses the request and does not say why.</source>
        <translation>Quo lehnt die Anfrage ab und sagt nicht, warum.</translation>
    </message>
    <message>
        <source>Quo refuses the request: %1</source>
        <translation>Quo lehnt die Anfrage ab: %1</translation>
    </message>
    <message>
        <source>There is no such list at this address. The address may be wrong: check --base-url or QUO_API_BASE_URL.</source>
        <translation>Unter dieser Adresse gibt es keine solche Liste. Vielleicht ist die Adresse falsch: prüfen Sie --base-url oder QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>The server sends one page after the other with nothing new and comes to no end. Refresh to start over.</source>
        <translation>Der Server sendet eine Seite nach der anderen ohne etwas Neues und kommt zu keinem Ende. Aktualisieren beginnt von vorn.</translation>
    </message>
</context>
<context>
    <name>words::FilterWords</name>
    <message numerus="yes">
        <source>%1 lines</source>
        <translation>
            <numerusform>%1 Leitung</numerusform>
            <numerusform>%1 Leitungen</numerusform>
        </translation>
    </message>
    <message>
        <source>active only</source>
        <translation>nur aktive</translation>
    </message>
</context>
<context>
    <name>words::FormatWords</name>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <source>CSV for Excel</source>
        <translation>CSV für Excel</translation>
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
        <translation>JSON-Zeilen</translation>
    </message>
</context>
<context>
    <name>words::InstantText</name>
    <message>
        <source>Yesterday %1</source>
        <comment>%1 is a time</comment>
        <translation>Gestern %1</translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <comment>%1 is a time</comment>
        <translation>Morgen %1</translation>
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
        <translation>Gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>date, time and zone</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1 y</source>
        <comment>years</comment>
        <translation>%1 J.</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 Tg.</translation>
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
        <translation>%1 von %2 geladenen passen, und die Liste geht weiter</translation>
    </message>
    <message>
        <source>The conversations could not be loaded</source>
        <translation>Die Konversationen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>The next page could not be loaded</source>
        <translation>Die nächste Seite konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>No match in %1 loaded, looking further…</source>
        <translation>Keine der %1 geladenen passt, es wird weiter gesucht …</translation>
    </message>
    <message>
        <source>%1 of %2 loaded match, looking further…</source>
        <translation>%1 von %2 geladenen passen, es wird weiter gesucht …</translation>
    </message>
    <message>
        <source>Loading more…</source>
        <translation>Es wird mehr geladen …</translation>
    </message>
    <message>
        <source>Nothing yet, looking further…</source>
        <translation>Noch nichts, es wird weiter gesucht …</translation>
    </message>
    <message>
        <source>No match in all %1</source>
        <translation>Keine von allen %1 passt</translation>
    </message>
    <message>
        <source>Take a word out of the search, or clear it.</source>
        <translation>Nehmen Sie ein Wort aus der Suche oder leeren Sie sie.</translation>
    </message>
    <message>
        <source>End of the list: %1 of %2 match</source>
        <translation>Ende der Liste: %1 von %2 passen</translation>
    </message>
    <message>
        <source>End of the list: %1</source>
        <translation>Ende der Liste: %1</translation>
    </message>
    <message>
        <source>No conversation matches these filters</source>
        <translation>Keine Konversation passt zu diesen Filtern</translation>
    </message>
    <message>
        <source>Widen a range, or clear the filters.</source>
        <translation>Erweitern Sie einen Zeitraum oder leeren Sie die Filter.</translation>
    </message>
    <message>
        <source>This workspace has no conversations</source>
        <translation>Dieser Arbeitsbereich hat keine Konversationen</translation>
    </message>
    <message>
        <source>They appear here once somebody calls or writes.</source>
        <translation>Sie erscheinen hier, sobald jemand anruft oder schreibt.</translation>
    </message>
    <message>
        <source>The list could not be refreshed</source>
        <translation>Die Liste konnte nicht aktualisiert werden</translation>
    </message>
    <message>
        <source>The list could not be refreshed, and automatic refreshing has stopped</source>
        <translation>Die Liste konnte nicht aktualisiert werden, und die automatische Aktualisierung hat aufgehört</translation>
    </message>
    <message>
        <source>Checking the list…</source>
        <translation>Liste wird überprüft …</translation>
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
        <translation>Keine Teilnehmer</translation>
    </message>
</context>
<context>
    <name>words::ProblemWords</name>
    <message>
        <source>Lines</source>
        <translation>Leitungen</translation>
    </message>
    <message>
        <source>Teammate</source>
        <translation>Teammitglied</translation>
    </message>
    <message>
        <source>Created from</source>
        <translation>Begonnen ab</translation>
    </message>
    <message>
        <source>Created to</source>
        <translation>Begonnen bis</translation>
    </message>
    <message>
        <source>Updated from</source>
        <translation>Geändert ab</translation>
    </message>
    <message>
        <source>Updated to</source>
        <translation>Geändert bis</translation>
    </message>
    <message>
        <source>Exclude inactive</source>
        <translation>Ohne inaktive</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>Größe der Seite</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Quo takes at most 100 lines at once; these are %1.</source>
        <translation>Quo nimmt höchstens 100 Leitungen auf einmal; dies sind %1.</translation>
    </message>
    <message>
        <source>‘%1’ is no user: its ID begins with US.</source>
        <translation>‚%1‘ ist kein Benutzer: dessen ID beginnt mit US.</translation>
    </message>
    <message>
        <source>‘%1’ is no line: neither an ID that begins with PN nor a phone number.</source>
        <translation>‚%1‘ ist keine Leitung: weder eine ID, die mit PN beginnt, noch eine Telefonnummer.</translation>
    </message>
    <message>
        <source>The range is empty: its end is not after its beginning.</source>
        <translation>Der Zeitraum ist leer: sein Ende liegt nicht nach seinem Anfang.</translation>
    </message>
    <message>
        <source>%1 is out of range.</source>
        <translation>%1 liegt außerhalb des Erlaubten.</translation>
    </message>
    <message>
        <source>‘%1’ is neither a phone number nor an ID that begins with PN.</source>
        <translation>‚%1‘ ist weder eine Telefonnummer noch eine ID, die mit PN beginnt.</translation>
    </message>
    <message>
        <source>‘%1’ needs its country code: begin with + and the code.</source>
        <translation>‚%1‘ braucht die Ländervorwahl: beginnen Sie mit + und der Vorwahl.</translation>
    </message>
    <message>
        <source>‘%1’ is too short for a phone number.</source>
        <translation>‚%1‘ ist zu kurz für eine Telefonnummer.</translation>
    </message>
    <message>
        <source>‘%1’ is too long for a phone number.</source>
        <translation>‚%1‘ ist zu lang für eine Telefonnummer.</translation>
    </message>
    <message>
        <source>‘%1’ cannot be a phone number of its country.</source>
        <translation>‚%1‘ kann keine Telefonnummer dieses Landes sein.</translation>
    </message>
    <message>
        <source>‘%1’ is no state; there are %2.</source>
        <translation>‚%1‘ ist kein Zustand; es gibt %2.</translation>
    </message>
    <message>
        <source>‘%1’ is no date; write 2026-01-31, 2026-01, today or yesterday.</source>
        <translation>‚%1‘ ist kein Datum; schreiben Sie 2026-01-31, 2026-01, today oder yesterday.</translation>
    </message>
    <message>
        <source>The keychain has no key of this workspace.</source>
        <translation>Der Schlüsselbund hat keinen Schlüssel dieses Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>The keychain did not let Quoin in: %1</source>
        <translation>Der Schlüsselbund ließ Quoin nicht hinein: %1</translation>
    </message>
    <message>
        <source>No keychain runs on this computer: %1</source>
        <translation>Auf diesem Rechner läuft kein Schlüsselbund: %1</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The file is larger than any view is.</source>
        <translation>Die Datei ist größer, als eine Ansicht ist.</translation>
    </message>
    <message>
        <source>The file is not JSON: %1.</source>
        <translation>Die Datei ist kein JSON: %1.</translation>
    </message>
    <message>
        <source>The file is no view of Quoin’s.</source>
        <translation>Die Datei ist keine Ansicht von Quoin.</translation>
    </message>
    <message>
        <source>The view is of version %1, which this Quoin does not know.</source>
        <translation>Die Ansicht ist von Version %1, die dieses Quoin nicht kennt.</translation>
    </message>
    <message>
        <source>‘%1’ is missing.</source>
        <translation>‚%1‘ fehlt.</translation>
    </message>
    <message>
        <source>‘%1’ is nothing that a view has.</source>
        <translation>‚%1‘ gibt es in einer Ansicht nicht.</translation>
    </message>
    <message>
        <source>‘%1’ has a wrong type.</source>
        <translation>‚%1‘ hat einen falschen Typ.</translation>
    </message>
    <message>
        <source>‘%1’ cannot be ‘%2’.</source>
        <translation>‚%1‘ kann nicht ‚%2‘ sein.</translation>
    </message>
    <message>
        <source>‘%1’ is no time zone: it takes a name such as Europe/Berlin.</source>
        <translation>‚%1‘ ist keine Zeitzone: sie braucht einen Namen wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>‘%1’ is no base URL; one looks like https://api.quo.com</source>
        <translation>‚%1‘ ist keine Basisadresse; eine solche sieht aus wie https://api.quo.com</translation>
    </message>
    <message>
        <source>‘%1’ is no base URL: it must use https, or http to this machine</source>
        <translation>‚%1‘ ist keine Basisadresse: sie braucht https oder http zu diesem Rechner</translation>
    </message>
    <message>
        <source>the base URL takes no user name and no password: the API key is enough</source>
        <translation>in die Basisadresse gehören weder Benutzername noch Passwort: der API-Schlüssel genügt</translation>
    </message>
    <message>
        <source>‘%1’ is no base URL: it must end before ‘?’ and ‘#’</source>
        <translation>‚%1‘ ist keine Basisadresse: sie muss vor ‚?‘ und ‚#‘ enden</translation>
    </message>
    <message>
        <source>‘%1’ is not finished.</source>
        <translation>‚%1‘ ist unvollständig.</translation>
    </message>
    <message>
        <source>This is not a file but a folder, a device or the like.</source>
        <translation>Das ist keine Datei, sondern ein Ordner, ein Gerät oder dergleichen.</translation>
    </message>
    <message>
        <source>is a link to a file that is not there</source>
        <translation>ist eine Verknüpfung mit einer Datei, die nicht da ist</translation>
    </message>
    <message>
        <source>is no file</source>
        <translation>ist keine Datei</translation>
    </message>
    <message>
        <source>is write-protected</source>
        <translation>ist schreibgeschützt</translation>
    </message>
</context>
<context>
    <name>words::SettingsWords</name>
    <message>
        <source>The settings are those of a newer Quoin. They are kept as ‘%1’, and this one begins with its own.</source>
        <translation>Die Einstellungen sind die eines neueren Quoin. Sie bleiben als ‚%1‘ erhalten, und dieses beginnt mit eigenen.</translation>
    </message>
    <message>
        <source>The settings file was damaged. What could be read of it was kept; as it was, it is now called ‘%1’.</source>
        <translation>Die Datei der Einstellungen war beschädigt. Was zu lesen war, wurde behalten; wie sie war, heißt sie jetzt ‚%1‘.</translation>
    </message>
    <message>
        <source>Settings and views hold only until Quoin is closed: ‘%1’ cannot be written. The folder may be write-protected or the disk full.</source>
        <translation>Einstellungen und Ansichten gelten nur, bis Quoin geschlossen wird: ‚%1‘ kann nicht geschrieben werden. Der Ordner ist vielleicht schreibgeschützt oder der Datenträger voll.</translation>
    </message>
    <message>
        <source>Quoin ended unexpectedly twice, the second time soon after it had shown the same again. So this time it begins afresh; views are still there.</source>
        <translation>Quoin endete zweimal unerwartet, das zweite Mal bald nachdem es dasselbe wieder gezeigt hatte. Deshalb beginnt es diesmal von vorn; die Ansichten sind noch da.</translation>
    </message>
    <message>
        <source>Quoin ended unexpectedly the last time. Filters, search and columns are as they were.</source>
        <translation>Quoin endete beim letzten Mal unerwartet. Filter, Suche und Spalten sind, wie sie waren.</translation>
    </message>
    <message>
        <source>a saved view</source>
        <translation>eine gespeicherte Ansicht</translation>
    </message>
    <message>
        <source>what was shown last</source>
        <translation>was zuletzt gezeigt wurde</translation>
    </message>
    <message>
        <source>columns and sorting</source>
        <translation>Spalten und Sortierung</translation>
    </message>
    <message>
        <source>the list of workspaces</source>
        <translation>die Liste der Arbeitsbereiche</translation>
    </message>
    <message>
        <source>the proxy</source>
        <translation>der Proxy</translation>
    </message>
    <message>
        <source>the time zone</source>
        <translation>die Zeitzone</translation>
    </message>
    <message>
        <source>the language</source>
        <translation>die Sprache</translation>
    </message>
    <message>
        <source>the lines you are notified of</source>
        <translation>die beobachteten Leitungen</translation>
    </message>
    <message>
        <source>how often the list is refreshed</source>
        <translation>wie oft die Liste aktualisiert wird</translation>
    </message>
    <message>
        <source>the export options</source>
        <translation>die Optionen des Exports</translation>
    </message>
    <message>
        <source>other settings</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>There was something else in place of the settings file. It is now called ‘%1’, and the settings begin anew.</source>
        <translation>Was anstelle der Datei der Einstellungen da war, ist keine solche. Es heißt jetzt ‚%1‘, und die Einstellungen beginnen von vorn.</translation>
    </message>
    <message>
        <source>Some settings cannot be read, or only in part: %1. Quoin uses its defaults for them, and keeps what is in the file until you set them again.</source>
        <translation>Einige Einstellungen können nicht oder nicht ganz gelesen werden: %1. Sie sind, wie sie anfangs waren; was in der Datei steht, bleibt dort, bis Sie sie neu setzen.</translation>
    </message>
</context>
<context>
    <name>words::StateWords</name>
    <message>
        <source>Muted</source>
        <translation>Stummgeschaltet</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugewiesen</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Snooze ended</source>
        <translation>Frist abgelaufen</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>Zugewiesen an %1</translation>
    </message>
    <message>
        <source>Assigned to the system</source>
        <translation>Dem System zugewiesen</translation>
    </message>
    <message>
        <source>Not muted</source>
        <translation>Nicht stummgeschaltet</translation>
    </message>
    <message>
        <source>Muted until %1, for another %2</source>
        <translation>Stumm bis %1, noch %2</translation>
    </message>
    <message>
        <source>Not snoozed</source>
        <translation>Nicht zurückgestellt</translation>
    </message>
    <message>
        <source>Snoozed until %1, in %2</source>
        <translation>Zurückgestellt bis %1, in %2</translation>
    </message>
    <message>
        <source>Snooze ended %1 ago</source>
        <translation>Zurückstellung vor %1 abgelaufen</translation>
    </message>
    <message>
        <source>Deleted %1 ago</source>
        <translation>Vor %1 gelöscht</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugewiesen</translation>
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
        <translation>%1 von %2 passen, vollständig</translation>
    </message>
    <message>
        <source>%1 of %2 loaded match</source>
        <translation>%1 von %2 geladenen passen</translation>
    </message>
    <message>
        <source>complete, %1</source>
        <translation>vollständig, %1</translation>
    </message>
    <message>
        <source>stopped: %1, %2 loaded</source>
        <translation>angehalten: %1, %2 geladen</translation>
    </message>
    <message>
        <source>first %1, more exist</source>
        <translation>erste %1, es gibt mehr</translation>
    </message>
    <message>
        <source>first %1, more may exist</source>
        <translation>erste %1, vielleicht gibt es mehr</translation>
    </message>
    <message>
        <source>Asking for what has changed…</source>
        <translation>Es wird gefragt, was sich geändert hat …</translation>
    </message>
    <message>
        <source>Refreshing, %1 of %2</source>
        <translation>Aktualisierung, %1 von %2</translation>
    </message>
    <message>
        <source>Loading all: %1 so far, %2 requests a second</source>
        <translation>Alles wird geladen: bisher %1, %2 Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Offline since %1, trying again</source>
        <translation>Ohne Netz seit %1, neuer Versuch läuft</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Requests in the last second: %1 of %2</source>
        <translation>Anfragen in der letzten Sekunde: %1 von %2</translation>
    </message>
    <message>
        <source>On their way: %1</source>
        <translation>Unterwegs: %1</translation>
    </message>
    <message>
        <source>Waiting for their turn: %1</source>
        <translation>Warten, bis sie dran sind: %1</translation>
    </message>
    <message>
        <source>Refused as too many (429): %1</source>
        <translation>Als zu viele abgelehnt (429): %1</translation>
    </message>
    <message>
        <source>Loading all: %1 requests in %2, %3 a second</source>
        <translation>Alles wird geladen: %1 Anfragen in %2, %3 je Sekunde</translation>
    </message>
    <message>
        <source>Quo does not say how many there are, so the end is not known.</source>
        <translation>Quo sagt nicht, wie viele es sind, also ist das Ende nicht bekannt.</translation>
    </message>
    <message>
        <source>%1, trying again in %2 (try %3 of %4)</source>
        <translation>%1, neuer Versuch in %2 (Versuch %3 von %4)</translation>
    </message>
    <message>
        <source>parts failed</source>
        <translation>Teile nicht gelesen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>more exist</source>
        <translation>es gibt mehr</translation>
    </message>
    <message>
        <source>limit reached</source>
        <translation>Grenze erreicht</translation>
    </message>
    <message>
        <source>selected rows only</source>
        <translation>nur ausgewählte Zeilen</translation>
    </message>
    <message>
        <source>rows unreadable</source>
        <translation>Zeilen unlesbar</translation>
    </message>
    <message>
        <source>filters ignored</source>
        <translation>Filter nicht angewendet</translation>
    </message>
    <message>
        <source>filters unchecked</source>
        <translation>Filter nicht geprüft</translation>
    </message>
    <message>
        <source>lines refused</source>
        <translation>Leitungen verweigert</translation>
    </message>
    <message>
        <source>rows moved</source>
        <translation>Zeilen verschoben</translation>
    </message>
    <message>
        <source>contacts not searched</source>
        <translation>Kontakte nicht durchsucht</translation>
    </message>
    <message>
        <source>stopped: %1, %2 of %3 loaded match</source>
        <translation>angehalten: %1, %2 von %3 geladenen passen</translation>
    </message>
    <message>
        <source>%1 of %2 match, incomplete: %3</source>
        <translation>%1 von %2 passen, unvollständig: %3</translation>
    </message>
    <message>
        <source>incomplete: %1, %2 loaded</source>
        <translation>unvollständig: %1, %2 geladen</translation>
    </message>
    <message>
        <source>%1 of %2 loaded match, %3</source>
        <comment>the last is why there may be more</comment>
        <translation>%1 von %2 geladenen passen, %3</translation>
    </message>
    <message>
        <source>Checking the list…</source>
        <translation>Liste wird überprüft …</translation>
    </message>
</context>
</TS>
