<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>DateRangePopover</name>
    <message>
        <source>A&amp;ny time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last &amp;7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last &amp;30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This &amp;month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a conversation to see who owns it and whether it is muted or snoozed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone &amp;numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the names of line and teammate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write beside it what it was made of (.manifest.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what there &amp;is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinesPopover</name>
    <message>
        <source>&amp;Only this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All &amp;but this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All but this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Every line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeWidget</name>
    <message>
        <source>&amp;Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy’s host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proxy.example.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy’s port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations kept in &amp;memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations kept in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their messages and calls need not be read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quoin reads the workspace’s conversations with an API key. It never changes anything there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you call it; optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes it off the list, with its filters and views on this computer. Nothing changes in Quo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key at hand? A made-up workspace needs none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Demo workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo workspace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeammatePopover</name>
    <message>
        <source>Shows the conversations of this user as Quo counts them; that is not the same as ‘assigned to’.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewsPanel</name>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens a view, F2 renames it, Alt with Up or Down moves it, Delete deletes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set filters and columns, then save them here to come back with one click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep these filters and columns under a name (Ctrl+S)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::CommandLine</name>
    <message>
        <source>Serves a made-up workspace over Quo&apos;s API on 127.0.0.1 and prints its base URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen there; 0 takes a free port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many conversations there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the workspace is made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milliseconds before each answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests a second for each key; 0 for no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as --view FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browses the conversations of a Quo workspace; never writes.

The API key is read from QUO_API_KEY, the base URL also from QUO_API_BASE_URL.
Other commands, each with a --help of its own: &apos;quoin export&apos;, &apos;quoin lines&apos;,
&apos;quoin users&apos; and &apos;quoin demo-server&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the view in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the window as PNG once the first page stands in it, then exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unexpected argument &apos;%1&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--view takes a file name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--screenshot takes a file name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes conversations to a file, without a window. Exit code 0: whole; 1: it failed;
2: an option is wrong; 3: incomplete.

T is an ISO 8601 time, a date such as 2026-01-31, or an age such as 7d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write there; &apos;-&apos; is the standard output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of %1; else by the file&apos;s ending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this line, by ID or number; several times for several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this user&apos;s, by ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what was so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave inactive ones out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those that are one of %1; several times for several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those for which all of it holds: words, and conditions such as &apos;line:support&apos;, &apos;-to:none&apos; or &apos;before:2026-01-31&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By these columns, &apos;:desc&apos; for the other way; &apos;none&apos; writes rows as they arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These, with commas between them: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters, search, sort and columns of a view&apos;s file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more rows than that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON: add the names of line and teammate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of %1; at first e164.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write FILE.manifest.json beside it: what the export was made of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave text as it is that a spreadsheet would run as a formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times in UTC (at first).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times in the zone of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes one of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--output takes a file name, or &apos;-&apos; for the standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--utc and --local exclude each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes a time such as 2026-01-31T10:00:00Z, 2026-01-31 or 7d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--sort takes &apos;none&apos; or some of %1, with &apos;:desc&apos; for the other way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--columns takes some of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--manifest goes with a file, and not with the standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the workspace&apos;s phone numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the workspace&apos;s users.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table, or json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--format takes one of table, json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A made-up workspace: no key, no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many conversations the demo has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the API is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--demo-conversations goes with --demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--demo has a base URL of its own: leave --base-url out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no base URL: it takes https, or http to this machine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::DesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::ExportCommand</name>
    <message>
        <source>incomplete: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and on this side by state or words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::ProgramActions</name>
    <message>
        <source>S&amp;ettings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;bout Quoin…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when Quoin is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: version, system, state of the list and the end of the log. There are no names, numbers or keys in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended unexpectedly %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::Window</name>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::WorkspaceController</name>
    <message>
        <source>Demo workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quo does not accept this key. Copy it again, or make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key holds until Quoin is closed. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing the key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is still in the keychain. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quo workspace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>exporting::AtomicFile</name>
    <message>
        <source>is no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is write-protected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>exporting::RowText</name>
    <message>
        <source>%1 (%2)</source>
        <comment>column and time zone</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>exporting::XlsxWriter</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations %1</source>
        <comment>a sheet&apos;s number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder for temporary files is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <comment>a sheet&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workbook could not be written to its end: is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells that were cut at %1 characters: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>inbox::Column</name>
    <message>
        <source>%1 (%2)</source>
        <comment>contact and company</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>contact and number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>a snooze</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether somebody has it, and whether it is snoozed, muted or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The custom name of the conversation; without one, the numbers in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Participants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone numbers that take part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unique identifier of the Quo phone number associated with the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unique identifier of the user or system user the conversation is assigned to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the conversation comes back, or that it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until when the conversation makes no sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the most recent activity in the conversation took place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the conversation was last updated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thread created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the conversation began, however old or new its activity is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the conversation was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last activity ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unique identifier of the most recent activity in the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unique identifier of the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No participants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name and email address</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>inbox::InstantText</name>
    <message>
        <source>Yesterday %1</source>
        <comment>%1 is a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <comment>%1 is a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday and time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day with month, and time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>date, time and zone</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>inbox::NumberPlaces</name>
    <message>
        <source>%1 %2</source>
        <comment>weekday and time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>town, country</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>two times</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::AboutDialog</name>
    <message>
        <source>About Quoin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quoin %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browses the conversations of a Quo workspace and exports what it shows; it never changes anything there. It is no product of Quo’s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Quoin developers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Quoin is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ActivityPane</name>
    <message>
        <source>&amp;Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quo tells of calls in one-to-one conversations only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages and calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ActivityWords</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call that nobody answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call to a busy line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwarded call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call that was given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call (%1)</source>
        <comment>a status that is not known</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ not delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outgoing</source>
        <comment>call</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incoming</source>
        <comment>call</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachment or empty message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>circumstances and text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a conversation to read what was said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written or called here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation begins here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key’s owner may not read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages cannot be shown: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls cannot be shown: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::CommandPalette</name>
    <message>
        <source>%1: %2</source>
        <comment>group and command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for what can be done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ConversationActions</name>
    <message>
        <source>&amp;Open in Quo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same &amp;participants…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo workspace is not in Quo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by &amp;line: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by these &amp;lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by &amp;teammate: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by &amp;teammate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;arch by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only ‘%1’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not ‘%1’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only &amp;empty ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None that is e&amp;mpty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Earlier than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;This or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sort by this, upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by this, &amp;downwards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ConversationTable</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New above</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>▴ %n new above</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::DateRangePopover</name>
    <message>
        <source>Limit: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::DetailsPane</name>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 conversations selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ErrorWords</name>
    <message>
        <source>no API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insecure address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redirected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreadable answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list goes round in circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no API key. Sign in, or start Quoin with the key in QUO_API_KEY, or look around with ‘quoin --demo’.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is not https, so the key was not sent. Correct --base-url or QUO_API_BASE_URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quo cannot be reached. Check the network connection, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended in the middle of the answer. Retry to go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quo did not answer in time. Retry to go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to Quo is not secure, so the key was not sent. Check the date of this computer and any proxy in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server wants to send Quoin to another address. The key was not sent there. Check --base-url or QUO_API_BASE_URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quo does not accept the API key. Give another one: open the workspace menu, then Change key, or correct QUO_API_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key’s owner may not see one of these lines. Remove lines from the filter, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quo refuses a filter. Correct the one that is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quo does not find what was asked for. Check the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests were made with this key. Wait a little, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quo has a problem of its own. Retry in a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is no list of conversations. It may be cut, or a proxy may have answered instead. Retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is larger than any page of conversations can be, so it was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sends the same page again and again. Refresh to start over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped it. Retry to go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server asks to wait %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teammate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclude inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quo takes at most 100 lines at once; these are %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is no user: its ID begins with US.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is no line: neither an ID that begins with PN nor a phone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range is empty: its end is not after its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is out of range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is neither a phone number nor an ID that begins with PN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ needs its country code: begin with + and the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is too short for a phone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is too long for a phone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ cannot be a phone number of its country.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is no state; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is no date; write 2026-01-31, 2026-01, today or yesterday.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain has no key of this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not let Quoin in: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain runs on this computer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than any view is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not JSON: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no view of Quoin’s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view is of version %1, which this Quoin does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is nothing that a view has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ has a wrong type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ cannot be ‘%2’.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings are those of a newer Quoin. They are kept as ‘%1’, and this one begins with its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file was damaged. What could be read of it was kept; as it was, it is now called ‘%1’.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings and views hold only until Quoin is closed: ‘%1’ cannot be written. The folder may be write-protected or the disk full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quoin ended unexpectedly twice, the second time soon after it had shown the same again. So this time it begins afresh; views are still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quoin ended unexpectedly the last time. Filters, search and columns are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is no time zone: it takes a name such as Europe/Berlin.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ExportDialog</name>
    <message>
        <source>Excel workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV for Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+14155550100 (E.164)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;+14155550100 (text for spreadsheets)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(415) 555-0100 (as people write them)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Selected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Loaded: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Everything that matches: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Everything that matches: more than %1, Quo does not say how many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already. Export again to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading was stopped before everything was there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing %1 of %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows are in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::FacetList</name>
    <message>
        <source>States of what is loaded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::FacetModel</name>
    <message>
        <source>%1 of %2 loaded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::FilterBar</name>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters results to only include conversations with the specified Quo phone numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teammate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used to filter results to only include the user’s conversations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter results to only include conversations updated after or before the specified date and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thread created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter results to only include conversations created after or before the specified date and time. An old thread with new activity counts by its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclude inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclude inactive conversations from the results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>filter and what is wrong with it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by teammate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by last update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by creation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::FilterChip</name>
    <message>
        <source>Remove filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>filter and its value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ▾</source>
        <comment>filter that opens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter %1: not set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::FrozenColumn</name>
    <message>
        <source>First column</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::InboxPage</name>
    <message>
        <source>&amp;Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the first column in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for what has changed (F5); Shift+F5 reads the whole list again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is shown to a file (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read the whole list again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search %1 loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state and line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations with just %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::LinesPopover</name>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, or type a number or PN…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key’s owner may not see this line: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::LogDialog</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no log: its folder cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quoin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Quoin</source>
        <comment>workspace</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::MessageBar</name>
    <message>
        <source>Messages of Quoin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::Notices</name>
    <message>
        <source>%1 of %2 loaded match, and the list goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversations could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next page could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match in %1 loaded, looking further…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 loaded match, looking further…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading more…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet, looking further…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match in all %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a word out of the search, or clear it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the list: %1 of %2 match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the list: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversation matches these filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widen a range, or clear the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace has no conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They appear here once somebody calls or writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list could not be refreshed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::PeopleList</name>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations with %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::Picker</name>
    <message>
        <source>%1 problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to choose from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::PickerModel</name>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::RelatedPopover</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they have in common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 loaded</source>
        <comment>how many there are</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::RequestMeter</name>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many requests went out in the last second, of those that the key allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2 req/s</source>
        <comment>requests of those allowed</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::SearchField</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searches what is loaded (Ctrl+F). Words in any order, numbers in any notation, and conditions: line:support, to:dana, to:none, is:snoozed, before:2026-01-31, created:&gt;=2026-01. A minus in front turns one round.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::SettingsDialog</name>
    <message>
        <source>As the system has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy needs the name or address of its host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system has it (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::SignInPage</name>
    <message>
        <source>Sign in to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to a Quo workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An owner or admin of the workspace makes a key in Quo under Settings, API: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is kept in this computer’s keychain and sent to %1 alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the API key of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::StatusLine</name>
    <message>
        <source>Key not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read everything that matches, as fast as Quo allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::SummaryPane</name>
    <message>
        <source>Selected conversations, summed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By assignee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and count</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::TeammatePopover</name>
    <message>
        <source>Teammate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, or type US…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ViewsModel</name>
    <message>
        <source>★ %1</source>
        <comment>the default view</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ViewsPanel</name>
    <message>
        <source>Save &amp;changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Begin with this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ was not opened. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the view as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quoin views (*.%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ was not written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ was written. It holds filters, search, sort and columns, and no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open view %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::WatchMenu</name>
    <message>
        <source>&amp;Notify me of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells when a conversation on these lines becomes unassigned, or when its snooze ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lines are known yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::Words</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row is no object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ has a wrong type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date and time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 match, complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 loaded match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: %1, %2 loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first %1, more exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first %1, more may exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for what has changed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshing, %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading all: %1 so far, %2 requests a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since %1, trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests in the last second: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On their way: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for their turn: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused as too many (429): %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading all: %1 requests in %2, %3 a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quo does not say how many there are, so the end is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, trying again in %2 (try %3 of %4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as they arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is missing and why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the key’s owner may not see this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a reason and how often</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that could not be read and are left out: %1. Why: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not apply: %1. The list holds rows outside of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, since the key’s owner may not see them: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned to the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted until %1, for another %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed until %1, in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze ended %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 y</source>
        <comment>years</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only when I &amp;ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every &amp;30 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every &amp;minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every &amp;%1 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from and to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::WorkspaceMenu</name>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;contact names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off also removes the names that are kept on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear contact names and &amp;read them again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change &amp;key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
