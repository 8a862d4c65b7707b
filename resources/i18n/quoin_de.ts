<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
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
    <message>
        <source>Export &amp;partial list</source>
        <translation>Tei&amp;lliste exportieren</translation>
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
        <translation>&amp;Telefonnummern</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>Telefonnummern</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Selected rows</source>
        <translation>A&amp;usgewählte Zeilen</translation>
    </message>
    <message>
        <source>Everything the filters &amp;match</source>
        <translation>&amp;Alles, was zu den Filtern passt</translation>
    </message>
    <message>
        <source>Save &amp;as</source>
        <translation>&amp;Speichern unter</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei auswählen …</translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation>Weitere O&amp;ptionen</translation>
    </message>
    <message>
        <source>&amp;Times in</source>
        <translation>Zeiten &amp;in</translation>
    </message>
    <message>
        <source>&amp;Include line and teammate names</source>
        <translation>&amp;Namen von Leitung und Teammitglied aufnehmen</translation>
    </message>
    <message>
        <source>Also save an export &amp;report (.manifest.json)</source>
        <translation>Auch einen Export&amp;bericht speichern (.manifest.json)</translation>
    </message>
    <message>
        <source>Rows rea&amp;d so far</source>
        <translation>Bisher &amp;gelesene Zeilen</translation>
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
        <source>Settings problem</source>
        <translation>Problem mit den Einstellungen</translation>
    </message>
    <message>
        <source>Threads to keep for &amp;quick reading</source>
        <translation>Sofort verfügbare &amp;Verläufe</translation>
    </message>
    <message>
        <source>Threads to keep for quick reading</source>
        <translation>Sofort verfügbare Verläufe</translation>
    </message>
    <message>
        <source>Their messages and calls open at once</source>
        <translation>Ihre Nachrichten und Anrufe öffnen sich sofort</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>&amp;Keep this workspace on this computer</source>
        <translation>Diesen Ar&amp;beitsbereich auf diesem Rechner speichern</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Auf diesem Rechner gespeichert</translation>
    </message>
    <message>
        <source>&amp;Delete now</source>
        <translation>Jetzt &amp;löschen</translation>
    </message>
    <message>
        <source>Deletes what is kept. Nothing changes in Quo</source>
        <translation>Löscht, was gespeichert ist. In Quo ändert sich nichts</translation>
    </message>
    <message>
        <source>Quoin starts with everything it knows, even offline. Only your user account can read the files; full-disk encryption protects them further.</source>
        <translation>Quoin startet mit allem, was es schon kennt, auch offline. Nur Ihr Benutzerkonto kann die Dateien lesen; eine Festplattenverschlüsselung schützt sie zusätzlich.</translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>Gone</source>
        <comment>a conversation that is no longer in the list</comment>
        <translation>Nicht mehr da</translation>
    </message>
    <message>
        <source>No longer in this list. The row disappears when you leave the list or press Home.</source>
        <translation>Nicht mehr in dieser Liste. Die Zeile verschwindet, wenn Sie die Liste verlassen oder Pos1 drücken.</translation>
    </message>
</context>
<context>
    <name>app::CommandLine</name>
    <message>
        <source>This command.</source>
        <translation>Dieser Befehl.</translation>
    </message>
    <message>
        <source>unexpected argument &apos;%1&apos;</source>
        <translation>unerwartetes Argument &apos;%1&apos;</translation>
    </message>
    <message>
        <source>the command comes first: quoin %1 …</source>
        <translation>der Befehl kommt zuerst: quoin %1 …</translation>
    </message>
    <message>
        <source>Times in UTC (the default).</source>
        <translation>Zeiten in UTC (Vorgabe).</translation>
    </message>
    <message>
        <source>Serve the demo workspace through Quo&apos;s API on 127.0.0.1 and print its base URL.</source>
        <translation>Bietet den Demo-Arbeitsbereich über die API von Quo auf 127.0.0.1 an und gibt deren Basisadresse aus.</translation>
    </message>
    <message>
        <source>Port to listen on; 0 picks a free one.</source>
        <translation>Port, auf dem gelauscht wird; 0 nimmt einen freien.</translation>
    </message>
    <message>
        <source>Number of conversations.</source>
        <translation>Anzahl der Konversationen.</translation>
    </message>
    <message>
        <source>Random seed; the same seed makes the same data.</source>
        <translation>Startwert für den Zufall; derselbe ergibt dieselben Daten.</translation>
    </message>
    <message>
        <source>Milliseconds to wait before each answer.</source>
        <translation>Wartezeit vor jeder Antwort in Millisekunden.</translation>
    </message>
    <message>
        <source>Requests per second for each key; 0 for no limit.</source>
        <translation>Anfragen je Sekunde und Schlüssel; 0 für keine Grenze.</translation>
    </message>
    <message>
        <source>unknown command &apos;%1&apos;. Try %2, or see &apos;quoin --help&apos;.</source>
        <translation>unbekannter Befehl &apos;%1&apos;. Versuchen Sie %2, oder siehe &apos;quoin --help&apos;.</translation>
    </message>
    <message>
        <source>Same as --view FILE.</source>
        <translation>Dasselbe wie --view FILE.</translation>
    </message>
    <message>
        <source>Open a view file.</source>
        <translation>Eine Ansichtsdatei öffnen.</translation>
    </message>
    <message>
        <source>Save a PNG of the window once the list is loaded, then exit.</source>
        <translation>Ein PNG des Fensters speichern, sobald die Liste geladen ist, dann beenden.</translation>
    </message>
    <message>
        <source>--view needs a file name</source>
        <translation>--view braucht einen Dateinamen</translation>
    </message>
    <message>
        <source>--screenshot needs a file name</source>
        <translation>--screenshot braucht einen Dateinamen</translation>
    </message>
    <message>
        <source>Export conversations to a file, without a window.

Exit codes: 0 complete, 1 failed, 2 wrong option, 3 incomplete.
T is a date (2026-01-31), an ISO 8601 time, or an age (36h, 7d, 2w).</source>
        <translation>Exportiert Konversationen in eine Datei, ohne Fenster.

Rückgabewerte: 0 vollständig, 1 misslungen, 2 falsche Option, 3 unvollständig.
T ist ein Datum (2026-01-31), eine Zeit nach ISO 8601 oder ein Alter (36h, 7d, 2w).</translation>
    </message>
    <message>
        <source>File to write; &apos;-&apos; for the standard output.</source>
        <translation>Zieldatei; &apos;-&apos; für die Standardausgabe.</translation>
    </message>
    <message>
        <source>Format: %1. Default: from the file name.</source>
        <translation>Format: %1. Vorgabe: nach dem Dateinamen.</translation>
    </message>
    <message>
        <source>Only this line (ID or number). Repeat for more lines.</source>
        <translation>Nur diese Leitung (ID oder Nummer). Für weitere Leitungen wiederholen.</translation>
    </message>
    <message>
        <source>Only conversations that Quo lists for this user (ID).</source>
        <translation>Nur Konversationen, die Quo für diesen Benutzer (ID) aufführt.</translation>
    </message>
    <message>
        <source>Limit to this time range.</source>
        <translation>Auf diesen Zeitraum beschränken.</translation>
    </message>
    <message>
        <source>Active conversations only.</source>
        <translation>Nur aktive Konversationen.</translation>
    </message>
    <message>
        <source>Only this state: %1. Repeat for more states.</source>
        <translation>Nur dieser Zustand: %1. Für weitere Zustände wiederholen.</translation>
    </message>
    <message>
        <source>Only conversations that match all of these words and conditions, such as &apos;line:support&apos;, &apos;-to:none&apos; or &apos;before:2026-01-31&apos;.</source>
        <translation>Nur Konversationen, auf die alle diese Wörter und Bedingungen zutreffen, etwa &apos;line:support&apos;, &apos;-to:none&apos; oder &apos;before:2026-01-31&apos;.</translation>
    </message>
    <message>
        <source>Sort by these columns; add &apos;:desc&apos; for descending. &apos;none&apos; keeps the order of arrival.</source>
        <translation>Nach diesen Spalten sortieren; mit &apos;:desc&apos; absteigend. &apos;none&apos; behält die Reihenfolge des Eintreffens.</translation>
    </message>
    <message>
        <source>Columns, separated by commas: %1.</source>
        <translation>Spalten, durch Kommas getrennt: %1.</translation>
    </message>
    <message>
        <source>Use the filters, search, sort order and columns of a view file.</source>
        <translation>Filter, Suche, Sortierung und Spalten einer Ansichtsdatei verwenden.</translation>
    </message>
    <message>
        <source>Maximum rows.</source>
        <translation>Höchstzahl der Zeilen.</translation>
    </message>
    <message>
        <source>JSON: include line and teammate names.</source>
        <translation>JSON: Namen von Leitung und Teammitglied aufnehmen.</translation>
    </message>
    <message>
        <source>Phone number style: %1. Default: e164.</source>
        <translation>Schreibweise der Telefonnummern: %1. Vorgabe: e164.</translation>
    </message>
    <message>
        <source>Country for national phone numbers, such as US. Default: the country of most lines.</source>
        <translation>Land für nationale Telefonnummern, etwa US. Vorgabe: das Land der meisten Leitungen.</translation>
    </message>
    <message>
        <source>Also save an export report (FILE.manifest.json).</source>
        <translation>Auch einen Exportbericht speichern (FILE.manifest.json).</translation>
    </message>
    <message>
        <source>Don&apos;t protect text that a spreadsheet would run as a formula.</source>
        <translation>Text nicht schützen, den eine Tabellenkalkulation als Formel ausführen würde.</translation>
    </message>
    <message>
        <source>Replace the file even if it is write-protected.</source>
        <translation>Die Datei ersetzen, auch wenn sie schreibgeschützt ist.</translation>
    </message>
    <message>
        <source>Times in this computer&apos;s time zone.</source>
        <translation>Zeiten in der Zeitzone dieses Rechners.</translation>
    </message>
    <message>
        <source>Don&apos;t show progress.</source>
        <translation>Keinen Fortschritt zeigen.</translation>
    </message>
    <message>
        <source>--%1 must be one of %2</source>
        <translation>--%1 muss einer dieser Werte sein: %2</translation>
    </message>
    <message>
        <source>--output needs a file name, or &apos;-&apos; for the standard output</source>
        <translation>--output braucht einen Dateinamen oder &apos;-&apos; für die Standardausgabe</translation>
    </message>
    <message>
        <source>--region needs a two-letter country code, such as US</source>
        <translation>--region braucht ein Länderkürzel aus zwei Buchstaben wie US</translation>
    </message>
    <message>
        <source>use either --utc or --local, not both</source>
        <translation>verwenden Sie entweder --utc oder --local, nicht beides</translation>
    </message>
    <message>
        <source>--%1 needs a time such as 2026-01-31T10:00:00Z, 2026-01-31 or 7d</source>
        <translation>--%1 braucht eine Zeit wie 2026-01-31T10:00:00Z, 2026-01-31 oder 7d</translation>
    </message>
    <message>
        <source>--sort needs &apos;none&apos; or some of %1, with &apos;:desc&apos; for descending</source>
        <translation>--sort braucht &apos;none&apos; oder einige von %1, mit &apos;:desc&apos; für absteigend</translation>
    </message>
    <message>
        <source>--columns needs some of %1</source>
        <translation>--columns braucht einige von %1</translation>
    </message>
    <message>
        <source>--manifest needs a file; it can&apos;t be used with the standard output</source>
        <translation>--manifest braucht eine Datei; mit der Standardausgabe geht es nicht</translation>
    </message>
    <message>
        <source>List the workspace&apos;s phone numbers.</source>
        <translation>Listet die Telefonnummern des Arbeitsbereichs auf.</translation>
    </message>
    <message>
        <source>List the workspace&apos;s users.</source>
        <translation>Listet die Benutzer des Arbeitsbereichs auf.</translation>
    </message>
    <message>
        <source>Format: table or json.</source>
        <translation>Format: table oder json.</translation>
    </message>
    <message>
        <source>--format must be one of table, json</source>
        <translation>--format muss table oder json sein</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>--%1 needs a whole number from %2 to %3</source>
        <translation>--%1 braucht eine ganze Zahl von %2 bis %3</translation>
    </message>
    <message>
        <source>--%1 needs an ID</source>
        <translation>--%1 braucht eine ID</translation>
    </message>
    <message>
        <source>Demo data; no key or network needed.</source>
        <translation>Demodaten; ohne Schlüssel und ohne Netz.</translation>
    </message>
    <message>
        <source>Number of demo conversations.</source>
        <translation>Anzahl der Demo-Konversationen.</translation>
    </message>
    <message>
        <source>API base URL.</source>
        <translation>Basisadresse der API.</translation>
    </message>
    <message>
        <source>--demo-conversations needs --demo</source>
        <translation>--demo-conversations geht nur mit --demo</translation>
    </message>
    <message>
        <source>use either --demo or --base-url, not both</source>
        <translation>verwenden Sie entweder --demo oder --base-url, nicht beides</translation>
    </message>
    <message>
        <source>Browse a Quo workspace (read-only).

Set QUO_API_KEY to use an API key without signing in, and QUO_API_BASE_URL to use
another server.

More commands: &apos;quoin sync&apos;, &apos;quoin export&apos;, &apos;quoin lines&apos;, &apos;quoin users&apos; and
&apos;quoin demo-server&apos;. Add --help to one of them for its options.</source>
        <translation>Zeigt die Konversationen eines Quo-Arbeitsbereichs (nur lesend).

Mit QUO_API_KEY verwendet Quoin einen API-Schlüssel ohne Anmeldung, mit
QUO_API_BASE_URL einen anderen Server.

Weitere Befehle: &apos;quoin sync&apos;, &apos;quoin export&apos;, &apos;quoin lines&apos;, &apos;quoin users&apos; und
&apos;quoin demo-server&apos;. Mit --help zeigt jeder seine Optionen.</translation>
    </message>
    <message>
        <source>Export what &apos;quoin sync&apos; or the window has kept on this computer, without a request to Quo.</source>
        <translation>Exportieren, was &apos;quoin sync&apos; oder das Fenster auf diesem Rechner gespeichert hat, ohne Anfrage an Quo.</translation>
    </message>
    <message>
        <source>Export what is kept on this computer if it is at most this old (10m, 2h, 1d); otherwise ask Quo. With --from-mirror: otherwise fail.</source>
        <translation>Exportieren, was auf diesem Rechner gespeichert ist, wenn es höchstens so alt ist (10m, 2h, 1d); sonst Quo fragen. Mit --from-mirror: sonst abbrechen.</translation>
    </message>
    <message>
        <source>nothing of --demo is kept on this computer. To try it, run &apos;quoin demo-server&apos;, then use --base-url and any QUO_API_KEY</source>
        <translation>von --demo ist auf diesem Rechner nichts gespeichert. Starten Sie zum Ausprobieren &apos;quoin demo-server&apos; und verwenden Sie dann --base-url und einen beliebigen QUO_API_KEY</translation>
    </message>
    <message>
        <source>--max-age needs an age such as 10m, 2h or 1d</source>
        <translation>--max-age braucht ein Alter wie 10m, 2h oder 1d</translation>
    </message>
    <message>
        <source>Keep the workspace on this computer, or bring what is kept up to date.

Exit codes: 0 complete, 1 failed, 2 wrong option, 3 incomplete.</source>
        <translation>Speichert den Arbeitsbereich auf diesem Rechner oder bringt das Gespeicherte auf den neuesten Stand.

Rückgabewerte: 0 vollständig, 1 misslungen, 2 falsche Option, 3 unvollständig.</translation>
    </message>
    <message>
        <source>Load everything again, not only what has changed.</source>
        <translation>Alles neu laden, nicht nur, was sich geändert hat.</translation>
    </message>
    <message>
        <source>Only say what went wrong: no progress and no summary.</source>
        <translation>Nur sagen, was misslungen ist: kein Fortschritt, keine Zusammenfassung.</translation>
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
        <source>and, in Quoin, by state or search</source>
        <translation>und, in Quoin, nach Zustand oder Suche</translation>
    </message>
    <message>
        <source>What is kept on this computer is damaged. Run &apos;quoin sync&apos; to load it again.</source>
        <translation>Was auf diesem Rechner gespeichert ist, ist beschädigt. Führen Sie &apos;quoin sync&apos; aus, um es neu zu laden.</translation>
    </message>
    <message>
        <source>What is kept on this computer was loaded with another key. Run &apos;quoin sync&apos; first.</source>
        <translation>Was auf diesem Rechner gespeichert ist, wurde mit einem anderen Schlüssel geladen. Führen Sie zuerst &apos;quoin sync&apos; aus.</translation>
    </message>
    <message>
        <source>Nothing is kept on this computer yet. Run &apos;quoin sync&apos; first.</source>
        <translation>Auf diesem Rechner ist noch nichts gespeichert. Führen Sie zuerst &apos;quoin sync&apos; aus.</translation>
    </message>
    <message>
        <source>Not everything is kept on this computer yet. Run &apos;quoin sync&apos; first.</source>
        <translation>Auf diesem Rechner ist noch nicht alles gespeichert. Führen Sie zuerst &apos;quoin sync&apos; aus.</translation>
    </message>
    <message>
        <source>What is kept on this computer is as of %1, which is older than --max-age. Run &apos;quoin sync&apos; first.</source>
        <translation>Was auf diesem Rechner gespeichert ist, ist älter, als --max-age erlaubt (Stand: %1). Führen Sie zuerst &apos;quoin sync&apos; aus.</translation>
    </message>
    <message>
        <source>Only Quo can answer --user and --exclude-inactive, and its answer to this filter isn’t kept on this computer.</source>
        <translation>Nur Quo kann --user und --exclude-inactive beantworten, und die Antwort auf diesen Filter ist auf diesem Rechner nicht gespeichert.</translation>
    </message>
    <message>
        <source>Only Quo knows the line %1: nothing of it is kept on this computer.</source>
        <translation>Nur Quo kennt die Leitung %1: auf diesem Rechner ist nichts von ihr gespeichert.</translation>
    </message>
</context>
<context>
    <name>app::KeptWorkspace</name>
    <message>
        <source>No answer within %1 s</source>
        <translation>Keine Antwort innerhalb von %1 s</translation>
    </message>
</context>
<context>
    <name>app::ListCommand</name>
    <message>
        <source>incomplete: %1</source>
        <translation>unvollständig: %1</translation>
    </message>
    <message numerus="yes">
        <source>incomplete: couldn&apos;t read %n entry(s) (%1)</source>
        <translation>
            <numerusform>unvollständig: %n Eintrag konnte nicht gelesen werden (%1)</numerusform>
            <numerusform>unvollständig: %n Einträge konnten nicht gelesen werden (%1)</numerusform>
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
        <source>Last requests</source>
        <translation>Letzte Anfragen</translation>
    </message>
    <message>
        <source>Restart Quoin to change the language.</source>
        <translation>Starten Sie Quoin neu, um die Sprache zu wechseln.</translation>
    </message>
    <message>
        <source>Diagnostics copied. They contain no names, numbers or keys.</source>
        <translation>Diagnose kopiert. Sie enthält keine Namen, Nummern oder Schlüssel.</translation>
    </message>
    <message>
        <source>Since Quoin started</source>
        <translation>Seit dem Start von Quoin</translation>
    </message>
    <message>
        <source>Crash on %1, %2</source>
        <comment>day and time</comment>
        <translation>Absturz am %1, %2</translation>
    </message>
</context>
<context>
    <name>app::SignInFlow</name>
    <message>
        <source>Removing the key…</source>
        <translation>Der Schlüssel wird entfernt …</translation>
    </message>
    <message>
        <source>Quo workspace</source>
        <translation>Quo-Arbeitsbereich</translation>
    </message>
    <message>
        <source>Opening the keychain…</source>
        <translation>Der Schlüsselbund wird geöffnet …</translation>
    </message>
    <message>
        <source>Couldn’t remove the key. %1</source>
        <translation>Der Schlüssel konnte nicht entfernt werden. %1</translation>
    </message>
    <message>
        <source>Checking key…</source>
        <translation>Der Schlüssel wird geprüft …</translation>
    </message>
    <message>
        <source>Quo didn’t accept this key. Check it, or create a new one.</source>
        <translation>Quo hat diesen Schlüssel nicht angenommen. Prüfen Sie ihn oder erzeugen Sie einen neuen.</translation>
    </message>
    <message>
        <source>%1 You’ll sign in again next time.</source>
        <translation>%1 Sie müssen sich beim nächsten Mal wieder anmelden.</translation>
    </message>
</context>
<context>
    <name>app::SyncCommand</name>
    <message>
        <source>This workspace isn’t kept on this computer: that is off in Settings.</source>
        <translation>Dieser Arbeitsbereich wird auf diesem Rechner nicht gespeichert: das ist in den Einstellungen ausgeschaltet.</translation>
    </message>
    <message>
        <source>Couldn’t find out which lines this key may see. %1</source>
        <translation>Es ließ sich nicht feststellen, welche Leitungen dieser Schlüssel sehen darf. %1</translation>
    </message>
    <message>
        <source>Couldn’t load contacts. %1</source>
        <translation>Kontakte konnten nicht geladen werden. %1</translation>
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
    <name>exporting::Manifest</name>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Sortiert nach</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation>Weggelassene Zeilen</translation>
    </message>
    <message>
        <source>Why they were left out</source>
        <translation>Warum sie weggelassen wurden</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>What the format can’t hold</source>
        <translation>Was das Format nicht aufnehmen kann</translation>
    </message>
    <message>
        <source>SHA-256 of the rows as CSV</source>
        <translation>SHA-256 der Zeilen als CSV</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Rows from</source>
        <translation>Quelle der Zeilen</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
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
        <source>About</source>
        <comment>a sheet&apos;s name</comment>
        <translation>Über</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>nicht genug Speicher</translation>
    </message>
    <message>
        <source>can’t create a temporary file. Is the temporary folder full?</source>
        <translation>eine temporäre Datei kann nicht angelegt werden. Ist der Ordner für temporäre Dateien voll?</translation>
    </message>
    <message>
        <source>the temporary folder is full</source>
        <translation>der Ordner für temporäre Dateien ist voll</translation>
    </message>
    <message>
        <source>couldn’t finish the workbook. Is the disk full?</source>
        <translation>die Arbeitsmappe konnte nicht abgeschlossen werden. Ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>Cells cut at %1 characters: %2</source>
        <translation>Bei %1 Zeichen abgeschnittene Zellen: %2</translation>
    </message>
    <message>
        <source>Times outside of Excel’s range, written as text: %1</source>
        <translation>Zeiten außerhalb des Bereichs von Excel, als Text geschrieben: %1</translation>
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
        <translation>Quo (automatisch)</translation>
    </message>
    <message>
        <source>Former teammate</source>
        <translation>Ehemaliges Teammitglied</translation>
    </message>
</context>
<context>
    <name>widgets::AboutDialog</name>
    <message>
        <source>About Quoin</source>
        <translation>Über Quoin</translation>
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
        <source>The Quoin developers</source>
        <translation>Die Entwickler von Quoin</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später, ohne jede Gewährleistung.</translation>
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
        <source>Li&amp;braries</source>
        <translation>&amp;Bibliotheken</translation>
    </message>
    <message>
        <source>Browse and export the conversations of a Quo workspace. Quoin never changes anything in Quo. Not affiliated with Quo.</source>
        <translation>Konversationen eines Quo-Arbeitsbereichs durchsehen und exportieren. Quoin ändert in Quo nie etwas. Nicht mit Quo verbunden.</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
</context>
<context>
    <name>widgets::ActivityPane</name>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Wiederholen</translation>
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
    <message>
        <source>Calls in group conversations aren&apos;t available from Quo</source>
        <translation>Quo liefert keine Anrufe aus Gruppenkonversationen</translation>
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
        <source>No results</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Search conversations and commands</source>
        <translation>Konversationen und Befehle suchen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Treffer</translation>
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
    <message>
        <source>Compact &amp;rows</source>
        <translation>&amp;Kompakte Zeilen</translation>
    </message>
    <message>
        <source>&amp;Freeze first column</source>
        <translation>Erste Spalte &amp;fixieren</translation>
    </message>
    <message>
        <source>Loading conversations…</source>
        <translation>Konversationen werden geladen …</translation>
    </message>
</context>
<context>
    <name>widgets::CopiedNote</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>widgets::DateRangePopover</name>
    <message>
        <source>No start</source>
        <translation>Kein Anfang</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Kein Ende</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>Times are in %1</source>
        <translation>Zeiten in %1</translation>
    </message>
    <message>
        <source>%1, time</source>
        <translation>%1, Uhrzeit</translation>
    </message>
    <message>
        <source>Choose from a calendar</source>
        <translation>Im Kalender auswählen</translation>
    </message>
    <message>
        <source>“%1” isn’t a date. Try 2026-01-31, today or 3d.</source>
        <translation>„%1“ ist kein Datum. Versuchen Sie 2026-01-31, heute oder 3d.</translation>
    </message>
    <message>
        <source>“%1” isn’t a time. Try 14:30.</source>
        <translation>„%1“ ist keine Uhrzeit. Versuchen Sie 14:30.</translation>
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
    <message numerus="yes">
        <source>%1 conversations selected</source>
        <translation>
            <numerusform>%1 Konversation ausgewählt</numerusform>
            <numerusform>%1 Konversationen ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a conversation</source>
        <translation>Wählen Sie eine Konversation</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellung</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschaltung</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Open in Quo</source>
        <translation>In Quo öffnen</translation>
    </message>
    <message>
        <source>Copy selected rows</source>
        <translation>Ausgewählte Zeilen kopieren</translation>
    </message>
    <message>
        <source>Export selected rows</source>
        <translation>Ausgewählte Zeilen exportieren</translation>
    </message>
    <message>
        <source>Other conversations with these people</source>
        <translation>Andere Konversationen mit diesen Personen</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Details and IDs</source>
        <translation>Details und IDs</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>Nummern kopieren</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
</context>
<context>
    <name>widgets::ExportDialog</name>
    <message numerus="yes">
        <source>Writing %1 of %2 rows</source>
        <translation>
            <numerusform>%1 von %2 Zeile wird geschrieben</numerusform>
            <numerusform>%1 von %2 Zeilen werden geschrieben</numerusform>
        </translation>
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
    <message>
        <source>“%1” already exists. Export again to replace it.</source>
        <translation>„%1“ gibt es schon. Exportieren Sie noch einmal, um die Datei zu ersetzen.</translation>
    </message>
    <message numerus="yes">
        <source>Exported %1 conversations</source>
        <translation>
            <numerusform>%1 Konversation exportiert</numerusform>
            <numerusform>%1 Konversationen exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>The filters were changed while the rows were being read, so nothing was written. Export again with the filters that are set now.</source>
        <translation>Die Filter wurden geändert, während die Zeilen gelesen wurden, deshalb wurde nichts geschrieben. Exportieren Sie noch einmal mit den jetzt gesetzten Filtern.</translation>
    </message>
    <message>
        <source>Stopped before everything was read.</source>
        <translation>Angehalten, bevor alles gelesen war.</translation>
    </message>
</context>
<context>
    <name>widgets::ExportForm</name>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>+14155550100</source>
        <translation>+14155550100</translation>
    </message>
    <message>
        <source>+14155550100 as text</source>
        <translation>+14155550100 als Text</translation>
    </message>
    <message>
        <source>(415) 555-0100</source>
        <translation>(415) 555-0100</translation>
    </message>
    <message>
        <source>Fewer &amp;options</source>
        <translation>Weniger O&amp;ptionen</translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation>Weitere O&amp;ptionen</translation>
    </message>
    <message>
        <source>Selected rows (%1)</source>
        <translation>Ausgewählte Zeilen (%1)</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>at least so many</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>Everything that matches (%1)</source>
        <translation>Alles, was passt (%1)</translation>
    </message>
    <message>
        <source>Everything that matches (more than %1)</source>
        <translation>Alles, was passt (mehr als %1)</translation>
    </message>
    <message numerus="yes">
        <source>Export %1 conversations</source>
        <translation>
            <numerusform>%1 Konversation exportieren</numerusform>
            <numerusform>%1 Konversationen exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows read so far (%1)</source>
        <translation>Bisher gelesene Zeilen (%1)</translation>
    </message>
</context>
<context>
    <name>widgets::FieldList</name>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>widgets::FilterBar</name>
    <message>
        <source>Filter by creation</source>
        <translation>Nach Beginn filtern</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last activity from</source>
        <translation>Letzte Aktivität ab</translation>
    </message>
    <message>
        <source>Last activity to</source>
        <translation>Letzte Aktivität bis</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Name or email</source>
        <translation>Name oder E-Mail</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Only conversations on these lines (Ctrl+L)</source>
        <translation>Nur Konversationen auf diesen Leitungen (Strg+L)</translation>
    </message>
    <message>
        <source>Only conversations in any of these states</source>
        <translation>Nur Konversationen in einem dieser Zustände</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>When the last message or call came in or went out</source>
        <translation>Wann die letzte Nachricht oder der letzte Anruf ein- oder ausging</translation>
    </message>
    <message>
        <source>Only conversations that are assigned to any of these</source>
        <translation>Nur Konversationen, die einer dieser Personen zugewiesen sind</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>When the conversation began, even if it has been active since then</source>
        <translation>Wann die Konversation begann, auch wenn sie seither aktiv war</translation>
    </message>
    <message>
        <source>Active only</source>
        <translation>Nur aktive</translation>
    </message>
    <message>
        <source>Leave out conversations that Quo calls inactive</source>
        <translation>Konversationen weglassen, die Quo als inaktiv führt</translation>
    </message>
    <message>
        <source>Quo user</source>
        <translation>Quo-Benutzer</translation>
    </message>
    <message>
        <source>Conversations Quo lists for this person, whoever they’re assigned to</source>
        <translation>Konversationen, die Quo für diese Person aufführt, egal wem sie zugewiesen sind</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>When anything about the conversation last changed in Quo</source>
        <translation>Wann sich in Quo zuletzt etwas an der Konversation geändert hat</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear filters and search</source>
        <translation>Filter und Suche leeren</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Weitere Filter</translation>
    </message>
    <message>
        <source>Save what is shown in the open view</source>
        <translation>In der offenen Ansicht speichern, was gezeigt wird</translation>
    </message>
    <message>
        <source>Clear filters and search (Ctrl+Z brings them back)</source>
        <translation>Filter und Suche leeren (Strg+Z holt sie zurück)</translation>
    </message>
    <message>
        <source>Filter by line</source>
        <translation>Nach Leitung filtern</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>Nach Zustand filtern</translation>
    </message>
    <message>
        <source>Filter by last activity</source>
        <translation>Nach letzter Aktivität filtern</translation>
    </message>
    <message>
        <source>Filter by assignee</source>
        <translation>Nach Zuständigen filtern</translation>
    </message>
    <message>
        <source>Filter by Quo user</source>
        <translation>Nach Quo-Benutzer filtern</translation>
    </message>
    <message>
        <source>Filter by last change</source>
        <translation>Nach letzter Änderung filtern</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>count, and more exist</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>%1. Press to edit it in the search.</source>
        <comment>condition as it was typed</comment>
        <translation>%1. Drücken, um es in der Suche zu bearbeiten.</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More · %1</source>
        <comment>filters, and how many of them are set</comment>
        <translation>Mehr · %1</translation>
    </message>
    <message numerus="yes">
        <source>More filters, %n set</source>
        <translation>
            <numerusform>Weitere Filter, %n gesetzt</numerusform>
            <numerusform>Weitere Filter, %n gesetzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::FilterChip</name>
    <message>
        <source>Remove filter: %1</source>
        <translation>Filter entfernen: %1</translation>
    </message>
    <message>
        <source>Filter %1: %2</source>
        <translation>Filter %1: %2</translation>
    </message>
    <message>
        <source>Filter %1: not set</source>
        <translation>Filter %1: nicht gesetzt</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>filter, before its value</comment>
        <translation>%1:</translation>
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
    <name>widgets::HeaderMenu</name>
    <message>
        <source>&amp;Oldest first</source>
        <translation>Ä&amp;lteste zuerst</translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation>&amp;Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>&amp;Newest first</source>
        <translation>&amp;Neueste zuerst</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>A&amp;bsteigend sortieren</translation>
    </message>
    <message>
        <source>&amp;Fit to content</source>
        <translation>An &amp;Inhalt anpassen</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>A&amp;usblenden</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
</context>
<context>
    <name>widgets::Heading</name>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>widgets::IdentityPopover</name>
    <message>
        <source>Who are you?</source>
        <translation>Wer sind Sie?</translation>
    </message>
    <message>
        <source>Quoin remembers it on this computer.</source>
        <translation>Quoin merkt es sich auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Name, email or ID</source>
        <translation>Name, E-Mail oder ID</translation>
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
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Refresh (F5). Shift+F5 reloads everything</source>
        <translation>Aktualisieren (F5). Umschalt+F5 lädt alles neu</translation>
    </message>
    <message>
        <source>Export the list to a file (Ctrl+E)</source>
        <translation>Die Liste in eine Datei exportieren (Strg+E)</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Reload everything</source>
        <translation>Alles neu &amp;laden</translation>
    </message>
</context>
<context>
    <name>widgets::InboxPage</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
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
        <source>Messages of the list</source>
        <translation>Meldungen der Liste</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Undo filter or search</source>
        <translation>Filter oder Suche rückgängig machen</translation>
    </message>
    <message>
        <source>Redo filter or search</source>
        <translation>Filter oder Suche wiederherstellen</translation>
    </message>
    <message>
        <source>Back to the previous view</source>
        <translation>Zurück zur vorigen Ansicht</translation>
    </message>
    <message>
        <source>Forward to the next view</source>
        <translation>Vor zur nächsten Ansicht</translation>
    </message>
    <message>
        <source>Show or hide the side bar</source>
        <translation>Seitenleiste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide details</source>
        <translation>Details ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Go to the next area</source>
        <translation>Zum nächsten Bereich</translation>
    </message>
    <message>
        <source>Go to the previous area</source>
        <translation>Zum vorigen Bereich</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Konversationen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>widgets::LinesPopover</name>
    <message>
        <source>The key’s owner may not see this line: %1</source>
        <translation>Die Person, der der Schlüssel gehört, darf diese Leitung nicht sehen: %1</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Name, number or ID</source>
        <translation>Name, Nummer oder ID</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Alle Leitungen</translation>
    </message>
    <message>
        <source>is any of</source>
        <translation>ist eine von</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ist keine von</translation>
    </message>
    <message>
        <source>Only</source>
        <comment>this line</comment>
        <translation>Nur</translation>
    </message>
    <message>
        <source>Only this line</source>
        <translation>Nur diese Leitung</translation>
    </message>
    <message>
        <source>Exclude</source>
        <comment>this line</comment>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Exclude this line</source>
        <translation>Diese Leitung ausschließen</translation>
    </message>
    <message>
        <source>At least one line has to be left.</source>
        <translation>Mindestens eine Leitung muss übrig bleiben.</translation>
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
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>No log: its folder can’t be written.</source>
        <translation>Kein Protokoll: In seinen Ordner kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
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
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
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
    <message>
        <source>Show the next message</source>
        <translation>Die nächste Meldung zeigen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>messages</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>widgets::NewsButton</name>
    <message>
        <source>New conversations</source>
        <translation>Neue Konversationen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neue</numerusform>
            <numerusform>%Ln neue</numerusform>
        </translation>
    </message>
    <message>
        <source>Show new and changed conversations (Home)</source>
        <translation>Neue und geänderte Konversationen zeigen (Pos1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new conversation(s). Press Home to show them.</source>
        <translation>
            <numerusform>%Ln neue Konversation. Pos1 drücken, um sie zu zeigen.</numerusform>
            <numerusform>%Ln neue Konversationen. Pos1 drücken, um sie zu zeigen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the conversations that were loaded (Home)</source>
        <translation>Die geladenen Konversationen zeigen (Pos1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more conversation(s). Press Home to show them.</source>
        <translation>
            <numerusform>%Ln weitere Konversation. Pos1 drücken, um sie zu zeigen.</numerusform>
            <numerusform>%Ln weitere Konversationen. Pos1 drücken, um sie zu zeigen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::NoticeWidget</name>
    <message>
        <source>Hide technical details</source>
        <translation>Technische Details ausblenden</translation>
    </message>
    <message>
        <source>Show technical details</source>
        <translation>Technische Details zeigen</translation>
    </message>
</context>
<context>
    <name>widgets::PageEntries</name>
    <message>
        <source>State: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Line: %1</source>
        <translation>Leitung: %1</translation>
    </message>
    <message>
        <source>Assigned to: %1</source>
        <translation>Zugewiesen an: %1</translation>
    </message>
</context>
<context>
    <name>widgets::PaletteModel</name>
    <message>
        <source>Conversations</source>
        <translation>Konversationen</translation>
    </message>
    <message>
        <source>Go to view</source>
        <translation>Zur Ansicht</translation>
    </message>
    <message>
        <source>Filter by</source>
        <translation>Filtern nach</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
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
    <message>
        <source>Conversations with this person</source>
        <translation>Konversationen mit dieser Person</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
</context>
<context>
    <name>widgets::PersonHeader</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Selected conversation</source>
        <translation>Ausgewählte Konversation</translation>
    </message>
    <message>
        <source>Number, place and local time</source>
        <translation>Nummer, Ort und Ortszeit</translation>
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
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
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
        <source>the first %1 are listed</source>
        <translation>die ersten %1 sind aufgeführt</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Es wird gesucht …</translation>
    </message>
    <message>
        <source>%1 of %2 in the list</source>
        <comment>how many there are</comment>
        <translation>%1 von %2 in der Liste</translation>
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
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search names, numbers, IDs</source>
        <translation>Namen, Nummern, IDs suchen</translation>
    </message>
    <message>
        <source>Words in any order, numbers in any notation, and conditions: line:support, to:dana,none, is:snoozed, before:2026-01-31, older:3d, created:&gt;=2026-01. A leading minus negates a term.</source>
        <translation>Wörter in beliebiger Folge, Nummern in jeder Schreibweise und Bedingungen: line:support, to:dana,none, is:snoozed, before:2026-01-31, older:3d, created:&gt;=2026-01. Ein Minus davor verneint einen Begriff.</translation>
    </message>
    <message>
        <source>Search problem</source>
        <translation>Problem mit der Suche</translation>
    </message>
</context>
<context>
    <name>widgets::SettingsDialog</name>
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
        <source>System default</source>
        <translation>Systemstandard</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>All workspaces</source>
        <translation>Alle Arbeitsbereiche</translation>
    </message>
    <message>
        <source>System default (%1)</source>
        <translation>Systemvorgabe (%1)</translation>
    </message>
    <message>
        <source>OK deletes what is kept.</source>
        <translation>OK löscht, was gespeichert ist.</translation>
    </message>
</context>
<context>
    <name>widgets::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Nächste Konversation</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Vorherige Konversation</translation>
    </message>
    <message>
        <source>Select the next one, too</source>
        <translation>Die nächste auch auswählen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Select only one</source>
        <translation>Nur eine auswählen</translation>
    </message>
    <message>
        <source>Open details</source>
        <translation>Details öffnen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
</context>
<context>
    <name>widgets::SideBar</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>&amp;Save changes</source>
        <translation>Änderungen &amp;speichern</translation>
    </message>
    <message>
        <source>Save &amp;as a view</source>
        <translation>&amp;Als Ansicht speichern</translation>
    </message>
    <message>
        <source>Change who I am…</source>
        <translation>Ändern, wer ich bin …</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Open at startup</source>
        <translation>Beim S&amp;tart öffnen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move dow&amp;n</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>S&amp;hare…</source>
        <translation>T&amp;eilen …</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Couldn&apos;t open “%1”. %2</source>
        <translation>„%1“ konnte nicht geöffnet werden. %2</translation>
    </message>
    <message>
        <source>Added “%1”</source>
        <translation>„%1“ hinzugefügt</translation>
    </message>
    <message>
        <source>Saved “%1”</source>
        <translation>„%1“ gespeichert</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>ready view and filters</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Share the view as a file</source>
        <translation>Die Ansicht als Datei teilen</translation>
    </message>
    <message>
        <source>Quoin views (*.%1)</source>
        <translation>Ansichten von Quoin (*.%1)</translation>
    </message>
    <message>
        <source>Couldn&apos;t save “%1”: %2</source>
        <translation>„%1“ konnte nicht gespeichert werden: %2</translation>
    </message>
    <message>
        <source>Saved “%1”. It contains filters and columns, not your API key</source>
        <translation>„%1“ gespeichert. Enthalten sind Filter und Spalten, nicht Ihr API-Schlüssel</translation>
    </message>
    <message>
        <source>Deleted “%1”</source>
        <translation>„%1“ gelöscht</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Only this line</source>
        <translation>Nur diese Leitung</translation>
    </message>
    <message>
        <source>Also this line</source>
        <translation>Auch diese Leitung</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Alle Leitungen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>line and number</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Open view %1</source>
        <translation>Ansicht %1 öffnen</translation>
    </message>
</context>
<context>
    <name>widgets::SideBarDelegate</name>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
</context>
<context>
    <name>widgets::SideBarList</name>
    <message>
        <source>Views and lines</source>
        <translation>Ansichten und Leitungen</translation>
    </message>
    <message>
        <source>Enter opens an item. Ctrl+Enter on a line adds it to the lines that are shown. F2 renames a view, Alt with Up or Down moves it, Delete deletes it</source>
        <translation>Eingabe öffnet einen Eintrag. Strg+Eingabe auf einer Leitung nimmt sie zu den gezeigten hinzu. F2 benennt eine Ansicht um, Alt mit Auf oder Ab verschiebt sie, Entf löscht sie</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Als Ansicht speichern</translation>
    </message>
    <message>
        <source>Save as a view (Ctrl+Shift+S)</source>
        <translation>Als Ansicht speichern (Strg+Umschalt+S)</translation>
    </message>
</context>
<context>
    <name>widgets::SideBarModel</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Leitungen</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Als Ansicht speichern</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
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
        <translation>Vordefinierte Ansicht</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Gespeicherte Ansicht</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>opens at startup</source>
        <translation>öffnet sich beim Start</translation>
    </message>
    <message>
        <source>Save filters and columns as a view</source>
        <translation>Filter und Spalten als Ansicht speichern</translation>
    </message>
    <message>
        <source>Changed. Ctrl+S saves the changes</source>
        <translation>Geändert. Strg+S speichert die Änderungen</translation>
    </message>
    <message>
        <source>Opens at startup</source>
        <translation>Öffnet sich beim Start</translation>
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
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Paste key</source>
        <translation>Schlüssel einfügen</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>Show key</source>
        <translation>Schlüssel anzeigen</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
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
        <source>Remove workspace</source>
        <translation>Arbeitsbereich entfernen</translation>
    </message>
    <message>
        <source>Your key is stored in the system keychain and only sent to %1.</source>
        <translation>Ihr Schlüssel wird im Schlüsselbund des Systems gespeichert und nur an %1 gesendet.</translation>
    </message>
    <message>
        <source>Quoin reads conversations with an API key. It never changes anything in Quo.</source>
        <translation>Quoin liest Konversationen mit einem API-Schlüssel. In Quo ändert es nie etwas.</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>API-&amp;Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Get a key in Quo</source>
        <translation>Schlüssel in &amp;Quo holen</translation>
    </message>
    <message>
        <source>Get a key in Quo</source>
        <translation>Schlüssel in Quo holen</translation>
    </message>
    <message>
        <source>Workspace owners and admins can create a key in Quo: Settings &gt; API</source>
        <translation>Inhaber und Admins des Arbeitsbereichs können in Quo einen Schlüssel erstellen: Settings &gt; API</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Sign-in problem</source>
        <translation>Problem bei der Anmeldung</translation>
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
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Removes it, its filters and views from this computer. Quo isn’t changed.</source>
        <translation>Entfernt ihn samt Filtern und Ansichten von diesem Computer. In Quo ändert sich nichts.</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>&amp;Demo ausprobieren</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Just looking?</source>
        <translation>Nur mal schauen?</translation>
    </message>
    <message>
        <source>Enter an API key.</source>
        <translation>Geben Sie einen API-Schlüssel ein.</translation>
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
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Alle laden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>Laden anhalten</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>Im Hintergrund</translation>
    </message>
    <message>
        <source>Read the rest of these first, as fast as Quo allows</source>
        <translation>Den Rest hiervon zuerst lesen, so schnell Quo es zulässt</translation>
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
        <source>Counting…</source>
        <translation>Es wird gezählt …</translation>
    </message>
</context>
<context>
    <name>widgets::TeammatePopover</name>
    <message>
        <source>Anyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Quo user</source>
        <translation>Quo-Benutzer</translation>
    </message>
    <message>
        <source>Name, email or ID</source>
        <translation>Name, E-Mail oder ID</translation>
    </message>
    <message>
        <source>Conversations Quo lists for this person, whoever they’re assigned to</source>
        <translation>Konversationen, die Quo für diese Person aufführt, egal wem sie zugewiesen sind</translation>
    </message>
</context>
<context>
    <name>widgets::WatchMenu</name>
    <message>
        <source>No lines are known yet</source>
        <translation>Noch sind keine Leitungen bekannt</translation>
    </message>
    <message>
        <source>Shows a notification when a conversation on these lines becomes unassigned, or when its snooze ends</source>
        <translation>Zeigt eine Benachrichtigung, wenn eine Konversation auf diesen Leitungen niemandem mehr zugewiesen ist oder ihre Zurückstellung endet</translation>
    </message>
    <message>
        <source>&amp;Notifications</source>
        <translation>Be&amp;nachrichtigungen</translation>
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
    <message>
        <source>&amp;Reload contact names</source>
        <translation>Kontaktnamen &amp;neu laden</translation>
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
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Verpasster Anruf</translation>
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
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
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
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Busy</source>
        <comment>the line that was called</comment>
        <translation>Besetzt</translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation>Anruf fehlgeschlagen</translation>
    </message>
    <message>
        <source>Abandoned</source>
        <comment>a call</comment>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>No answer</source>
        <comment>to a call</comment>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>a message</comment>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>a message</comment>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Nicht zugestellt</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Forwarded to %1</source>
        <translation>Weitergeleitet an %1</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <comment>a call</comment>
        <translation>Weitergeleitet</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <comment>call</comment>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Incoming</source>
        <comment>call</comment>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>The key’s owner has no access.</source>
        <translation>Die Person, der der Schlüssel gehört, hat keinen Zugriff.</translation>
    </message>
    <message>
        <source>Quo didn’t accept the request.</source>
        <translation>Quo hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>Quo keeps sending pages without anything new.</source>
        <translation>Quo sendet immer weiter Seiten ohne etwas Neues.</translation>
    </message>
    <message>
        <source>Ringing</source>
        <comment>a call</comment>
        <translation>Klingelt</translation>
    </message>
    <message>
        <source>In progress with an AI agent</source>
        <translation>Läuft mit einem KI-Agenten</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>a call</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Call, %1</source>
        <comment>%1 is how long</comment>
        <translation>Anruf, %1</translation>
    </message>
    <message>
        <source>Called by %1</source>
        <translation>Angerufen hat %1</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>Angenommen von %1</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>Ausgehender Anruf</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>a call</comment>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>Select a conversation</source>
        <translation>Wählen Sie eine Konversation</translation>
    </message>
    <message>
        <source>No messages or calls yet</source>
        <translation>Noch keine Nachrichten oder Anrufe</translation>
    </message>
    <message>
        <source>Start of conversation</source>
        <translation>Anfang der Konversation</translation>
    </message>
    <message>
        <source>Messages aren’t available: Quo doesn’t list anyone in this conversation</source>
        <translation>Nachrichten sind nicht verfügbar: Quo nennt niemanden in dieser Konversation</translation>
    </message>
    <message>
        <source>Messages of groups this large aren’t available from Quo</source>
        <translation>Quo liefert keine Nachrichten aus so großen Gruppen</translation>
    </message>
    <message>
        <source>Scroll up for older messages and calls</source>
        <translation>Für ältere Nachrichten und Anrufe nach oben scrollen</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Noch keine Nachrichten</translation>
    </message>
    <message>
        <source>Start of messages</source>
        <translation>Anfang der Nachrichten</translation>
    </message>
    <message>
        <source>Some of this conversation couldn’t be loaded</source>
        <translation>Ein Teil dieser Konversation konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Couldn’t load messages. %1</source>
        <translation>Nachrichten konnten nicht geladen werden. %1</translation>
    </message>
    <message>
        <source>Couldn’t load older messages. %1</source>
        <translation>Ältere Nachrichten konnten nicht geladen werden. %1</translation>
    </message>
    <message>
        <source>Couldn’t load calls. %1</source>
        <translation>Anrufe konnten nicht geladen werden. %1</translation>
    </message>
    <message>
        <source>Couldn’t load older calls. %1</source>
        <translation>Ältere Anrufe konnten nicht geladen werden. %1</translation>
    </message>
    <message>
        <source>Left out messages that belong to another conversation: %1.</source>
        <translation>Weggelassene Nachrichten, die zu einer anderen Konversation gehören: %1.</translation>
    </message>
    <message>
        <source>Left out messages that couldn’t be read: %1.</source>
        <translation>Weggelassene Nachrichten, die nicht gelesen werden konnten: %1.</translation>
    </message>
    <message>
        <source>Left out calls that couldn’t be read: %1.</source>
        <translation>Weggelassene Anrufe, die nicht gelesen werden konnten: %1.</translation>
    </message>
    <message>
        <source>Couldn’t load messages and calls. %1</source>
        <translation>Nachrichten und Anrufe konnten nicht geladen werden. %1</translation>
    </message>
    <message>
        <source>Couldn’t load older messages and calls. %1</source>
        <translation>Ältere Nachrichten und Anrufe konnten nicht geladen werden. %1</translation>
    </message>
</context>
<context>
    <name>words::ChoiceWords</name>
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
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date and time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>M&amp;anually</source>
        <translation>Ma&amp;nuell</translation>
    </message>
    <message>
        <source>Over 3 days ago</source>
        <translation>Vor über 3 Tagen</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
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
        <source>Conversation</source>
        <translation>Konversation</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmer</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Zurückgestellt bis</translation>
    </message>
    <message>
        <source>Muted until</source>
        <translation>Stumm bis</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Last activity ID</source>
        <translation>ID der letzten Aktivität</translation>
    </message>
    <message>
        <source>Conversation ID</source>
        <translation>ID der Konversation</translation>
    </message>
    <message>
        <source>Indefinitely</source>
        <comment>snoozed</comment>
        <translation>Unbefristet</translation>
    </message>
    <message>
        <source>The conversation’s name, or the people in it</source>
        <translation>Der Name der Konversation oder die Personen darin</translation>
    </message>
    <message>
        <source>Phone numbers of everyone in the conversation</source>
        <translation>Telefonnummern aller in der Konversation</translation>
    </message>
    <message>
        <source>The workspace’s phone number that has the conversation</source>
        <translation>Die Telefonnummer des Arbeitsbereichs, zu der die Konversation gehört</translation>
    </message>
    <message>
        <source>The person who looks after the conversation</source>
        <translation>Die Person, die sich um die Konversation kümmert</translation>
    </message>
    <message>
        <source>Unassigned, snoozed, snooze ended, muted or deleted</source>
        <translation>Nicht zugewiesen, zurückgestellt, Frist abgelaufen, stummgeschaltet oder gelöscht</translation>
    </message>
    <message>
        <source>When the conversation returns to the inbox</source>
        <translation>Wann die Konversation in den Posteingang zurückkehrt</translation>
    </message>
    <message>
        <source>When notifications turn on again</source>
        <translation>Wann Benachrichtigungen wieder eingeschaltet werden</translation>
    </message>
    <message>
        <source>Time of the latest message or call</source>
        <translation>Zeit der letzten Nachricht oder des letzten Anrufs</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>When anything about the conversation last changed, such as its owner</source>
        <translation>Wann sich zuletzt etwas an der Konversation geändert hat, etwa wer zuständig ist</translation>
    </message>
    <message>
        <source>Last updated</source>
        <comment>in files</comment>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>When the conversation started</source>
        <translation>Wann die Konversation begann</translation>
    </message>
    <message>
        <source>Thread created</source>
        <comment>in files</comment>
        <translation>Verlauf begonnen</translation>
    </message>
    <message>
        <source>When the conversation was deleted</source>
        <translation>Wann die Konversation gelöscht wurde</translation>
    </message>
    <message>
        <source>ID of the latest message or call</source>
        <translation>ID der letzten Nachricht oder des letzten Anrufs</translation>
    </message>
    <message>
        <source>Quo’s ID of the conversation</source>
        <translation>ID der Konversation in Quo</translation>
    </message>
</context>
<context>
    <name>words::CompletenessWords</name>
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
        <source>incomplete: %1</source>
        <translation>unvollständig: %1</translation>
    </message>
    <message>
        <source>nothing usable: %1</source>
        <translation>nichts Brauchbares: %1</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>kein Objekt</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>“%1” has the wrong type</source>
        <translation>„%1“ hat den falschen Typ</translation>
    </message>
    <message>
        <source>“%1” is too long</source>
        <translation>„%1“ ist zu lang</translation>
    </message>
    <message>
        <source>Couldn’t load %1. %2</source>
        <comment>a request, and why</comment>
        <translation>%1 konnte nicht geladen werden. %2</translation>
    </message>
    <message numerus="yes">
        <source>Quo ignored the filter “%1”.</source>
        <translation>
            <numerusform>Quo hat den Filter „%1“ nicht beachtet.</numerusform>
            <numerusform>Quo hat die Filter „%1“ nicht beachtet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Quoin left out the rows that don’t match it.</source>
        <translation>Quoin hat die Zeilen weggelassen, die nicht dazu passen.</translation>
    </message>
    <message>
        <source>Some rows don’t match it.</source>
        <translation>Einige Zeilen passen nicht dazu.</translation>
    </message>
    <message>
        <source>More conversations are in Quo.</source>
        <translation>In Quo gibt es weitere Konversationen.</translation>
    </message>
    <message>
        <source>The limit was reached; more rows match.</source>
        <translation>Die Grenze wurde erreicht; weitere Zeilen passen.</translation>
    </message>
    <message>
        <source>Only the selected rows are included.</source>
        <translation>Nur die ausgewählten Zeilen sind enthalten.</translation>
    </message>
    <message numerus="yes">
        <source>Left out %1 conversations that couldn’t be read.</source>
        <translation>
            <numerusform>%1 Konversation weggelassen, die nicht gelesen werden konnte.</numerusform>
            <numerusform>%1 Konversationen weggelassen, die nicht gelesen werden konnten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn’t check whether Quo applied the filter “%1”.</source>
        <translation>Es ließ sich nicht prüfen, ob Quo den Filter „%1“ angewendet hat.</translation>
    </message>
    <message>
        <source>Not shown: %1. The key’s owner has no access.</source>
        <translation>Nicht gezeigt: %1. Die Person, der der Schlüssel gehört, hat keinen Zugriff.</translation>
    </message>
    <message>
        <source>The list changed while it was loading, so some may be missing. Refresh to check.</source>
        <translation>Die Liste hat sich beim Laden geändert, deshalb fehlen vielleicht einige. Aktualisieren Sie, um es zu prüfen.</translation>
    </message>
    <message>
        <source>Reasons: %1.</source>
        <translation>Gründe: %1.</translation>
    </message>
    <message>
        <source>Contact names weren’t searched. %1</source>
        <translation>Kontaktnamen wurden nicht durchsucht. %1</translation>
    </message>
    <message>
        <source>Contact names are still loading, so not all of them were searched.</source>
        <translation>Kontaktnamen werden noch geladen, daher wurden nicht alle durchsucht.</translation>
    </message>
    <message>
        <source>Contact names weren’t searched: they’re off in the workspace menu.</source>
        <translation>Kontaktnamen wurden nicht durchsucht: sie sind im Menü des Arbeitsbereichs ausgeschaltet.</translation>
    </message>
    <message>
        <source>Stopped before everything was read.</source>
        <translation>Angehalten, bevor alles gelesen war.</translation>
    </message>
    <message>
        <source>Contact names weren’t searched: they aren’t kept on this computer yet.</source>
        <translation>Kontaktnamen wurden nicht durchsucht: sie sind noch nicht auf diesem Rechner gespeichert.</translation>
    </message>
    <message>
        <source>No conversations.</source>
        <translation>Keine Konversationen.</translation>
    </message>
    <message numerus="yes">
        <source>The first %1 conversations.</source>
        <translation>
            <numerusform>Bisher %1 Konversation.</numerusform>
            <numerusform>Die ersten %1 Konversationen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 conversations as of %2.</source>
        <translation>
            <numerusform>Insgesamt %1 Konversation (Stand: %2).</numerusform>
            <numerusform>Alle %1 Konversationen (Stand: %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 conversations as of %2.</source>
        <translation>
            <numerusform>%1 Konversation (Stand: %2).</numerusform>
            <numerusform>%1 Konversationen (Stand: %2).</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn’t load all conversations. %1</source>
        <translation>Es konnten nicht alle Konversationen geladen werden. %1</translation>
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
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>answer too large</source>
        <translation>zu große Antwort</translation>
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
        <source>subscription expired</source>
        <translation>Abonnement abgelaufen</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>connection dropped</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>proxy needs a password</source>
        <translation>Proxy braucht ein Passwort</translation>
    </message>
    <message>
        <source>API key not accepted</source>
        <translation>API-Schlüssel nicht angenommen</translation>
    </message>
    <message>
        <source>no access</source>
        <translation>kein Zugriff</translation>
    </message>
    <message>
        <source>filter not accepted</source>
        <translation>Filter nicht angenommen</translation>
    </message>
    <message>
        <source>request not accepted</source>
        <translation>Anfrage nicht angenommen</translation>
    </message>
    <message>
        <source>rate limit reached</source>
        <translation>Anfragelimit erreicht</translation>
    </message>
    <message>
        <source>unexpected answer</source>
        <translation>unerwartete Antwort</translation>
    </message>
    <message>
        <source>Quo repeated a page</source>
        <translation>Quo hat eine Seite wiederholt</translation>
    </message>
    <message>
        <source>endless list</source>
        <translation>endlose Liste</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>No API key</source>
        <translation>Kein API-Schlüssel</translation>
    </message>
    <message>
        <source>The address isn’t secure</source>
        <translation>Die Adresse ist nicht sicher</translation>
    </message>
    <message>
        <source>Can’t reach Quo</source>
        <translation>Quo ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The connection dropped</source>
        <translation>Die Verbindung wurde abgebrochen</translation>
    </message>
    <message>
        <source>Quo didn’t answer in time</source>
        <translation>Quo hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>No secure connection to Quo</source>
        <translation>Keine sichere Verbindung zu Quo</translation>
    </message>
    <message>
        <source>The server points to another address</source>
        <translation>Der Server verweist auf eine andere Adresse</translation>
    </message>
    <message>
        <source>The proxy needs a name and password</source>
        <translation>Der Proxy braucht einen Namen und ein Passwort</translation>
    </message>
    <message>
        <source>Quo didn’t accept the API key</source>
        <translation>Quo hat den API-Schlüssel nicht angenommen</translation>
    </message>
    <message>
        <source>The workspace’s Quo subscription has expired</source>
        <translation>Das Quo-Abonnement des Arbeitsbereichs ist abgelaufen</translation>
    </message>
    <message>
        <source>No access to one of these lines</source>
        <translation>Kein Zugriff auf eine dieser Leitungen</translation>
    </message>
    <message>
        <source>Quo didn’t accept a filter</source>
        <translation>Quo hat einen Filter nicht angenommen</translation>
    </message>
    <message>
        <source>Quo didn’t accept the request</source>
        <translation>Quo hat die Anfrage nicht angenommen</translation>
    </message>
    <message>
        <source>The server doesn’t know this address</source>
        <translation>Der Server kennt diese Adresse nicht</translation>
    </message>
    <message>
        <source>Quo’s rate limit is reached</source>
        <translation>Das Anfragelimit von Quo ist erreicht</translation>
    </message>
    <message>
        <source>Quo is having problems (server error)</source>
        <translation>Quo hat ein Problem (Serverfehler)</translation>
    </message>
    <message>
        <source>Unexpected answer</source>
        <translation>Unerwartete Antwort</translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation>Die Antwort ist zu groß</translation>
    </message>
    <message>
        <source>Quo keeps sending pages without anything new</source>
        <translation>Quo sendet immer weiter Seiten ohne etwas Neues</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Sign in, set QUO_API_KEY, or try “quoin --demo”.</source>
        <translation>Melden Sie sich an, setzen Sie QUO_API_KEY oder versuchen Sie „quoin --demo“.</translation>
    </message>
    <message>
        <source>Your key wasn’t sent. Use https in --base-url or QUO_API_BASE_URL.</source>
        <translation>Ihr Schlüssel wurde nicht gesendet. Verwenden Sie https in --base-url oder QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Check your connection.</source>
        <translation>Prüfen Sie Ihre Verbindung.</translation>
    </message>
    <message>
        <source>Try again to continue.</source>
        <translation>Versuchen Sie es noch einmal, um fortzufahren.</translation>
    </message>
    <message>
        <source>Your key wasn’t sent. Check this computer’s date, and any proxy in between.</source>
        <translation>Ihr Schlüssel wurde nicht gesendet. Prüfen Sie das Datum dieses Rechners und einen Proxy dazwischen.</translation>
    </message>
    <message>
        <source>Your key wasn’t sent there. Check --base-url or QUO_API_BASE_URL.</source>
        <translation>Ihr Schlüssel wurde nicht dorthin gesendet. Prüfen Sie --base-url oder QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Set them in the environment, as in https_proxy=http://name:password@proxy:8080, or choose another proxy in Settings.</source>
        <translation>Setzen Sie beides in der Umgebung, etwa https_proxy=http://name:passwort@proxy:8080, oder wählen Sie in den Einstellungen einen anderen Proxy.</translation>
    </message>
    <message>
        <source>It may have been deleted or replaced in Quo.</source>
        <translation>Vielleicht wurde er in Quo gelöscht oder ersetzt.</translation>
    </message>
    <message>
        <source>Its owner can renew it in Quo. Then try again.</source>
        <translation>Eigentümer des Arbeitsbereichs können es in Quo verlängern. Versuchen Sie es danach noch einmal.</translation>
    </message>
    <message>
        <source>The key’s owner can’t see it. Remove lines from the filter, then try again.</source>
        <translation>Die Person, der der Schlüssel gehört, kann sie nicht sehen. Nehmen Sie Leitungen aus dem Filter und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Change the one that is marked.</source>
        <translation>Ändern Sie den markierten.</translation>
    </message>
    <message>
        <source>It didn’t say why.</source>
        <translation>Der Grund wurde nicht genannt.</translation>
    </message>
    <message>
        <source>Check --base-url or QUO_API_BASE_URL.</source>
        <translation>Prüfen Sie --base-url oder QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Warten Sie einen Moment und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>A proxy or login page may be in the way.</source>
        <translation>Vielleicht ist ein Proxy oder eine Anmeldeseite dazwischen.</translation>
    </message>
    <message>
        <source>Quoin didn’t read it. A proxy may have sent it instead of Quo.</source>
        <translation>Quoin hat sie nicht gelesen. Vielleicht kam sie von einem Proxy statt von Quo.</translation>
    </message>
    <message>
        <source>Refresh to start over.</source>
        <translation>Aktualisieren Sie, um von vorn zu beginnen.</translation>
    </message>
    <message>
        <source>Quo didn’t accept the API key. Change it in the workspace menu, or correct QUO_API_KEY.</source>
        <translation>Quo hat den API-Schlüssel nicht angenommen. Ändern Sie ihn im Menü des Arbeitsbereichs oder berichtigen Sie QUO_API_KEY.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what went wrong, and Quo’s own words</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what went wrong, and what to do</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>asked to wait %1</source>
        <translation>bittet, %1 zu warten</translation>
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
    <message>
        <source>%1 +%2</source>
        <comment>the first value, and how many others</comment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>lines</comment>
        <translation>ohne %1</translation>
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
        <source>%1 %2</source>
        <comment>weekday and time</comment>
        <translation>%1 %2</translation>
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
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <comment>%1 is a time</comment>
        <translation>gestern, %1</translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <comment>%1 is a time</comment>
        <translation>morgen, %1</translation>
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
        <translation>Nichts gespeichert</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <comment>a size, a time</comment>
        <translation>%1 (Stand: %2)</translation>
    </message>
    <message>
        <source>What was kept on this computer was damaged. Quoin is reading everything again.</source>
        <translation>Was auf diesem Rechner gespeichert war, war beschädigt. Quoin liest alles neu.</translation>
    </message>
    <message>
        <source>What was kept on this computer was damaged. It was renamed to “%1”, and Quoin is reading everything again.</source>
        <translation>Was auf diesem Rechner gespeichert war, war beschädigt. Es wurde in „%1“ umbenannt, und Quoin liest alles neu.</translation>
    </message>
    <message>
        <source>A newer version of Quoin keeps this workspace on this computer. Update Quoin, or delete what is kept in Settings.</source>
        <translation>Eine neuere Version von Quoin speichert diesen Arbeitsbereich auf diesem Rechner. Aktualisieren Sie Quoin oder löschen Sie in den Einstellungen, was gespeichert ist.</translation>
    </message>
    <message>
        <source>This workspace isn’t kept on this computer: “%1” belongs to another program.</source>
        <translation>Dieser Arbeitsbereich wird auf diesem Rechner nicht gespeichert: „%1“ gehört zu einem anderen Programm.</translation>
    </message>
    <message>
        <source>This workspace isn’t kept on this computer: “%1” isn’t a file.</source>
        <translation>Dieser Arbeitsbereich wird auf diesem Rechner nicht gespeichert: „%1“ ist keine Datei.</translation>
    </message>
    <message>
        <source>Another Quoin window or command keeps this workspace on this computer.</source>
        <translation>Ein anderes Fenster oder ein Befehl von Quoin speichert diesen Arbeitsbereich schon auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: another program is using “%1”.</source>
        <translation>Änderungen werden auf diesem Rechner nicht gespeichert: ein anderes Programm verwendet „%1“.</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: the disk is full. Free some space, then try again.</source>
        <translation>Änderungen werden auf diesem Rechner nicht gespeichert: der Datenträger ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: “%1” isn’t writable.</source>
        <translation>Änderungen werden auf diesem Rechner nicht gespeichert: „%1“ ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: “%1” can’t be read or written.</source>
        <translation>Änderungen werden auf diesem Rechner nicht gespeichert: „%1“ kann nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>Read again: it was damaged</source>
        <translation>Wird neu gelesen: es war beschädigt</translation>
    </message>
    <message>
        <source>Not kept: a newer version of Quoin uses the file</source>
        <translation>Nicht gespeichert: eine neuere Version von Quoin verwendet die Datei</translation>
    </message>
    <message>
        <source>Not kept: the file belongs to another program</source>
        <translation>Nicht gespeichert: die Datei gehört zu einem anderen Programm</translation>
    </message>
    <message>
        <source>Not kept: something else is in the file’s place</source>
        <translation>Nicht gespeichert: an der Stelle der Datei ist etwas anderes</translation>
    </message>
    <message>
        <source>Kept by another Quoin window or command</source>
        <translation>Von einem anderen Fenster oder Befehl von Quoin gespeichert</translation>
    </message>
    <message>
        <source>Not kept: another program is using the file</source>
        <translation>Nicht gespeichert: ein anderes Programm verwendet die Datei</translation>
    </message>
    <message>
        <source>Not kept: the disk is full</source>
        <translation>Nicht gespeichert: der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Not kept: the file isn’t writable</source>
        <translation>Nicht gespeichert: die Datei ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>Not kept: the file can’t be read or written</source>
        <translation>Nicht gespeichert: die Datei kann nicht gelesen oder geschrieben werden</translation>
    </message>
    <message>
        <source>Couldn’t delete %1.</source>
        <translation>Löschen nicht möglich: %1.</translation>
    </message>
    <message>
        <source>Deleted, and being kept again. To keep nothing, turn this off.</source>
        <translation>Gelöscht und wird neu gespeichert. Um nichts zu speichern, schalten Sie dies aus.</translation>
    </message>
    <message>
        <source>Deleted from this computer.</source>
        <translation>Von diesem Rechner gelöscht.</translation>
    </message>
</context>
<context>
    <name>words::Notices</name>
    <message>
        <source>Loading more…</source>
        <translation>Es wird mehr geladen …</translation>
    </message>
    <message>
        <source>They appear here once somebody calls or writes.</source>
        <translation>Sie erscheinen hier, sobald jemand anruft oder schreibt.</translation>
    </message>
    <message>
        <source>Couldn’t load more</source>
        <translation>Weitere konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>No conversations match</source>
        <translation>Keine Konversation passt</translation>
    </message>
    <message>
        <source>Searched all %1 for “%2”.</source>
        <translation>Alle %1 nach „%2“ durchsucht.</translation>
    </message>
    <message>
        <source>Searched all %1 for “%2” on %3.</source>
        <translation>Alle %1 auf %3 nach „%2“ durchsucht.</translation>
    </message>
    <message>
        <source>Searched all %1 for “%2” on %3 lines.</source>
        <translation>Alle %1 auf den Leitungen %3 nach „%2“ durchsucht.</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Noch keine Konversationen</translation>
    </message>
    <message>
        <source>No conversations match these filters</source>
        <translation>Keine Konversation passt zu diesen Filtern</translation>
    </message>
    <message>
        <source>Automatic refresh is off. %1</source>
        <comment>%1 says why</comment>
        <translation>Die automatische Aktualisierung ist aus. %1</translation>
    </message>
    <message>
        <source>Couldn’t refresh. %1</source>
        <comment>%1 says why</comment>
        <translation>Aktualisieren nicht möglich. %1</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Change key…</source>
        <translation>Schlüssel ändern …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Alle laden</translation>
    </message>
    <message>
        <source>Search all lines</source>
        <translation>Alle Leitungen durchsuchen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Still searching…</source>
        <translation>Es wird noch gesucht …</translation>
    </message>
    <message>
        <source>Searched %1 so far.</source>
        <translation>Bisher %1 durchsucht.</translation>
    </message>
    <message>
        <source>Checking that none are missing…</source>
        <translation>Es wird geprüft, ob keine fehlen …</translation>
    </message>
    <message>
        <source>Searched only the first %1</source>
        <translation>Nur die ersten %1 durchsucht</translation>
    </message>
    <message>
        <source>Offline since %1. Showing the first %2 as of %3.</source>
        <translation>Offline seit %1. Gezeigt: die ersten %2 (Stand: %3).</translation>
    </message>
    <message>
        <source>Offline since %1. Showing all %2 as of %3.</source>
        <translation>Offline seit %1. Gezeigt: alle %2 (Stand: %3).</translation>
    </message>
    <message>
        <source>Offline since %1. Showing the first %2.</source>
        <translation>Offline seit %1. Gezeigt: die ersten %2.</translation>
    </message>
    <message>
        <source>Offline since %1. Showing all %2.</source>
        <translation>Offline seit %1. Gezeigt: alle %2.</translation>
    </message>
    <message>
        <source>Oldest of the first %1. Older ones are still in Quo.</source>
        <translation>Die ältesten der ersten %1. Noch ältere sind in Quo.</translation>
    </message>
    <message>
        <source>Sorted the first %1. More are still in Quo.</source>
        <translation>Die ersten %1 sortiert. Weitere sind in Quo.</translation>
    </message>
    <message>
        <source>Only Quo can answer this filter</source>
        <translation>Nur Quo kann diesen Filter beantworten</translation>
    </message>
    <message>
        <source>Connect to the internet, or remove the filter.</source>
        <translation>Verbinden Sie sich mit dem Internet oder entfernen Sie den Filter.</translation>
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
        <translation>morgen %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>a time</comment>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>%1 there</source>
        <comment>local time of a place</comment>
        <translation>dort %1</translation>
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
        <source>Created from</source>
        <translation>Begonnen ab</translation>
    </message>
    <message>
        <source>Created to</source>
        <translation>Begonnen bis</translation>
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
        <source>is write-protected</source>
        <translation>ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Can’t read the file: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Not a file</source>
        <translation>Keine Datei</translation>
    </message>
    <message>
        <source>Too large to be a view</source>
        <translation>Zu groß für eine Ansicht</translation>
    </message>
    <message>
        <source>Not a Quoin view: %1</source>
        <translation>Keine Ansicht von Quoin: %1</translation>
    </message>
    <message>
        <source>Not a Quoin view</source>
        <translation>Keine Ansicht von Quoin</translation>
    </message>
    <message>
        <source>This view needs a newer version of Quoin (view format %1)</source>
        <translation>Diese Ansicht braucht eine neuere Version von Quoin (Ansichtsformat %1)</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>Unknown entry “%1”</source>
        <translation>Unbekannter Eintrag „%1“</translation>
    </message>
    <message>
        <source>“%1” has the wrong type</source>
        <translation>„%1“ hat den falschen Typ</translation>
    </message>
    <message>
        <source>“%1” can’t be “%2”</source>
        <translation>„%1“ kann nicht „%2“ sein</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Quo user</source>
        <translation>Quo-Benutzer</translation>
    </message>
    <message>
        <source>Changed from</source>
        <translation>Geändert ab</translation>
    </message>
    <message>
        <source>Changed to</source>
        <translation>Geändert bis</translation>
    </message>
    <message>
        <source>Active only</source>
        <translation>Nur aktive</translation>
    </message>
    <message>
        <source>Choose at most 100 lines; these are %1</source>
        <translation>Wählen Sie höchstens 100 Leitungen; dies sind %1</translation>
    </message>
    <message>
        <source>“%1” isn’t a user ID (US…)</source>
        <translation>„%1“ ist keine Benutzer-ID (US…)</translation>
    </message>
    <message>
        <source>“%1” isn’t a line or number. Try +14155550100 or PN…</source>
        <translation>„%1“ ist keine Leitung oder Nummer. Versuchen Sie +14155550100 oder PN…</translation>
    </message>
    <message>
        <source>The end must be after the start</source>
        <translation>Das Ende muss nach dem Anfang liegen</translation>
    </message>
    <message>
        <source>%1 is out of range</source>
        <translation>%1 liegt außerhalb des Erlaubten</translation>
    </message>
    <message>
        <source>“%1” isn’t a base URL. Try https://api.quo.com</source>
        <translation>„%1“ ist keine Basisadresse. Versuchen Sie https://api.quo.com</translation>
    </message>
    <message>
        <source>“%1” isn’t a secure base URL. Use https, or http to this computer</source>
        <translation>„%1“ ist keine sichere Basisadresse. Verwenden Sie https, oder http zu diesem Rechner</translation>
    </message>
    <message>
        <source>The base URL must not contain a user name or password. The API key is enough</source>
        <translation>Die Basisadresse darf weder Benutzername noch Passwort enthalten. Der API-Schlüssel genügt</translation>
    </message>
    <message>
        <source>“%1” isn’t a base URL. Leave out “?”, “#” and what follows</source>
        <translation>„%1“ ist keine Basisadresse. Lassen Sie „?“, „#“ und das Folgende weg</translation>
    </message>
    <message>
        <source>“%1” needs a country code, such as +1</source>
        <translation>„%1“ braucht eine Ländervorwahl wie +1</translation>
    </message>
    <message>
        <source>“%1” is too short for a phone number</source>
        <translation>„%1“ ist zu kurz für eine Telefonnummer</translation>
    </message>
    <message>
        <source>“%1” is too long for a phone number</source>
        <translation>„%1“ ist zu lang für eine Telefonnummer</translation>
    </message>
    <message>
        <source>“%1” isn’t a valid number in its country</source>
        <translation>„%1“ ist in diesem Land keine gültige Nummer</translation>
    </message>
    <message>
        <source>“%1” isn’t finished</source>
        <translation>„%1“ ist unvollständig</translation>
    </message>
    <message>
        <source>“%1” isn’t a state. Try %2</source>
        <translation>„%1“ ist kein Zustand. Versuchen Sie %2</translation>
    </message>
    <message>
        <source>“%1” isn’t a date. Try 2026-01-31, today or 3d</source>
        <translation>„%1“ ist kein Datum. Versuchen Sie 2026-01-31, today oder 3d</translation>
    </message>
    <message>
        <source>Quoin doesn’t know yet which teammate you are</source>
        <translation>Quoin weiß noch nicht, welches Teammitglied Sie sind</translation>
    </message>
    <message>
        <source>No key for this workspace in the keychain.</source>
        <translation>Kein Schlüssel für diesen Arbeitsbereich im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keychain denied access (%1).</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert (%1).</translation>
    </message>
    <message>
        <source>No keychain found (%1).</source>
        <translation>Kein Schlüsselbund gefunden (%1).</translation>
    </message>
    <message>
        <source>links to a missing file</source>
        <translation>verweist auf eine fehlende Datei</translation>
    </message>
    <message>
        <source>isn’t a file</source>
        <translation>ist keine Datei</translation>
    </message>
    <message>
        <source>Unknown time zone “%1”. Try Europe/Berlin</source>
        <translation>Unbekannte Zeitzone „%1“. Versuchen Sie Europe/Berlin</translation>
    </message>
</context>
<context>
    <name>words::ReadyViewWords</name>
    <message>
        <source>All conversations</source>
        <translation>Alle Konversationen</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugewiesen</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Mir zugewiesen</translation>
    </message>
    <message>
        <source>Snooze ends today</source>
        <translation>Zurückstellung endet heute</translation>
    </message>
    <message>
        <source>Snooze ended</source>
        <translation>Frist abgelaufen</translation>
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
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
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
        <translation>in über %1</translation>
    </message>
    <message>
        <source>in the next %1</source>
        <translation>in den nächsten %1</translation>
    </message>
    <message>
        <source>Over %1 ago</source>
        <translation>Vor über %1</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>Letzte %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>value of a condition</comment>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
</context>
<context>
    <name>words::SettingsWords</name>
    <message>
        <source>a saved view</source>
        <translation>eine gespeicherte Ansicht</translation>
    </message>
    <message>
        <source>columns and sorting</source>
        <translation>Spalten und Sortierung</translation>
    </message>
    <message>
        <source>other settings</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>your last filters</source>
        <translation>Ihre letzten Filter</translation>
    </message>
    <message>
        <source>workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>automatic refresh</source>
        <translation>automatische Aktualisierung</translation>
    </message>
    <message>
        <source>export options</source>
        <translation>Exportoptionen</translation>
    </message>
    <message>
        <source>These settings are from a newer version of Quoin. They were kept as “%1”, and this version started with its defaults.</source>
        <translation>Diese Einstellungen stammen von einer neueren Version von Quoin. Sie bleiben als „%1“ erhalten, und diese Version hat mit ihren Vorgaben begonnen.</translation>
    </message>
    <message>
        <source>The settings file couldn’t be read. It was renamed to “%1”, and Quoin started with its defaults.</source>
        <translation>Die Einstellungsdatei konnte nicht gelesen werden. Sie wurde in „%1“ umbenannt, und Quoin hat mit seinen Vorgaben begonnen.</translation>
    </message>
    <message>
        <source>The settings file was damaged. Quoin kept what it could read and renamed the file to “%1”.</source>
        <translation>Die Einstellungsdatei war beschädigt. Quoin hat behalten, was zu lesen war, und die Datei in „%1“ umbenannt.</translation>
    </message>
    <message>
        <source>Can’t read some settings: %1. Quoin uses the defaults until you set them again.</source>
        <translation>Einige Einstellungen können nicht gelesen werden: %1. Quoin verwendet die Vorgaben, bis Sie sie neu setzen.</translation>
    </message>
    <message>
        <source>Can’t save settings: “%1” isn’t writable. Changes last until you quit.</source>
        <translation>Einstellungen können nicht gespeichert werden: „%1“ ist nicht beschreibbar. Änderungen gelten, bis Sie Quoin beenden.</translation>
    </message>
    <message>
        <source>Quoin closed unexpectedly twice, so it started with a clean list. Your views are safe.</source>
        <translation>Quoin wurde zweimal unerwartet beendet und hat deshalb mit der Liste ohne Filter begonnen. Ihre Ansichten sind noch da.</translation>
    </message>
    <message>
        <source>Quoin closed unexpectedly. Your filters and columns are restored.</source>
        <translation>Quoin wurde unerwartet beendet. Ihre Filter und Spalten sind wiederhergestellt.</translation>
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
        <source>Assigned</source>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>Nobody</source>
        <comment>has the conversation</comment>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>mute</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <comment>mute</comment>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>mute</comment>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>snooze</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Indefinitely</source>
        <comment>snoozed</comment>
        <translation>Unbefristet</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>snooze</comment>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <comment>snooze</comment>
        <translation>Abgelaufen %1</translation>
    </message>
    <message>
        <source>Ended yesterday</source>
        <comment>a snooze</comment>
        <translation>Gestern abgelaufen</translation>
    </message>
    <message>
        <source>Ended %1 d ago</source>
        <comment>days since a snooze</comment>
        <translation>Vor %1 Tg. abgelaufen</translation>
    </message>
    <message>
        <source>Ended %1 y ago</source>
        <comment>years since a snooze</comment>
        <translation>Vor %1 J. abgelaufen</translation>
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
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
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
        <source>some requests failed</source>
        <translation>einige Anfragen fehlgeschlagen</translation>
    </message>
    <message>
        <source>more in Quo</source>
        <translation>mehr in Quo</translation>
    </message>
    <message>
        <source>some are unreadable</source>
        <translation>einige sind unlesbar</translation>
    </message>
    <message>
        <source>Quo ignored a filter</source>
        <translation>Quo hat einen Filter nicht beachtet</translation>
    </message>
    <message>
        <source>a filter couldn’t be checked</source>
        <translation>ein Filter ließ sich nicht prüfen</translation>
    </message>
    <message>
        <source>no access to some lines</source>
        <translation>kein Zugriff auf einige Leitungen</translation>
    </message>
    <message>
        <source>the list changed while loading</source>
        <translation>die Liste hat sich beim Laden geändert</translation>
    </message>
    <message>
        <source>contact names not searched</source>
        <translation>Kontaktnamen nicht durchsucht</translation>
    </message>
    <message>
        <source>No conversations</source>
        <translation>Keine Konversationen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
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
        <translation>%1, unvollständig: %2</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Offline seit %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 conversations</source>
        <translation>
            <numerusform>%1 Konversation</numerusform>
            <numerusform>%1 Konversationen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>at least so many</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>älteste zuerst</translation>
    </message>
    <message>
        <source>by %1, latest first</source>
        <comment>a column</comment>
        <translation>nach „%1“, späteste zuerst</translation>
    </message>
    <message>
        <source>by %1, earliest first</source>
        <comment>a column</comment>
        <translation>nach „%1“, früheste zuerst</translation>
    </message>
    <message>
        <source>by %1, descending</source>
        <comment>a column</comment>
        <translation>nach „%1“, absteigend</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>a column</comment>
        <translation>nach „%1“</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>conversations and their order</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Checking for changes…</source>
        <translation>Suche nach Änderungen …</translation>
    </message>
    <message>
        <source>Refreshing %1 of %2</source>
        <translation>Aktualisierung: %1 von %2</translation>
    </message>
    <message>
        <source>Loading all: %1 so far</source>
        <translation>Alles wird geladen: bisher %1</translation>
    </message>
    <message>
        <source>Checking that none are missing…</source>
        <translation>Es wird geprüft, ob keine fehlen …</translation>
    </message>
    <message>
        <source>Requests: %1 of %2 per second</source>
        <translation>Anfragen: %1 von %2 je Sekunde</translation>
    </message>
    <message>
        <source>In progress: %1</source>
        <comment>requests</comment>
        <translation>Laufend: %1</translation>
    </message>
    <message>
        <source>Queued: %1</source>
        <comment>requests</comment>
        <translation>In der Warteschlange: %1</translation>
    </message>
    <message>
        <source>Rejected by rate limit (429): %1</source>
        <translation>Wegen Anfragelimit abgelehnt (429): %1</translation>
    </message>
    <message>
        <source>Loading all: %1 requests in %2, %3 per second</source>
        <translation>Alles wird geladen: %1 Anfragen in %2, %3 je Sekunde</translation>
    </message>
    <message>
        <source>Quo doesn’t say how many conversations there are.</source>
        <translation>Quo sagt nicht, wie viele Konversationen es gibt.</translation>
    </message>
    <message>
        <source>%1. Trying again in %2 (%3 of %4).</source>
        <comment>what went wrong, a time, tries</comment>
        <translation>%1. Neuer Versuch in %2 (%3 von %4).</translation>
    </message>
    <message>
        <source>Quo’s rate limit is reached. Continuing in %1.</source>
        <comment>%1 is a time</comment>
        <translation>Das Anfragelimit von Quo ist erreicht. Weiter in %1.</translation>
    </message>
    <message>
        <source>%1 as of %2</source>
        <comment>what there is, a time</comment>
        <translation>%1 (Stand: %2)</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 matches in the first %2</source>
        <translation>
            <numerusform>%1 Treffer unter den ersten %2</numerusform>
            <numerusform>%1 Treffer unter den ersten %2</numerusform>
        </translation>
    </message>
    <message>
        <source>First %1</source>
        <translation>Erste %1</translation>
    </message>
    <message>
        <source>Nothing read yet</source>
        <translation>Noch nichts gelesen</translation>
    </message>
    <message>
        <source>Reading the rest… %1 so far</source>
        <translation>Der Rest wird gelesen … bisher %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>the state, and what there is</comment>
        <translation>%1. %2</translation>
    </message>
</context>
</TS>
