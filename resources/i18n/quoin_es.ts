<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>DateRangePopover</name>
    <message>
        <source>A&amp;ny time</source>
        <translation>&amp;Cualquier momento</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Hoy</translation>
    </message>
    <message>
        <source>&amp;Yesterday</source>
        <translation>&amp;Ayer</translation>
    </message>
    <message>
        <source>Last &amp;7 days</source>
        <translation>Últimos &amp;7 días</translation>
    </message>
    <message>
        <source>Last &amp;30 days</source>
        <translation>Últimos &amp;30 días</translation>
    </message>
    <message>
        <source>This &amp;month</source>
        <translation>Este &amp;mes</translation>
    </message>
    <message>
        <source>&amp;Custom</source>
        <translation>&amp;Personalizado</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>H&amp;asta</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Selected conversation</source>
        <translation>Conversación seleccionada</translation>
    </message>
    <message>
        <source>What to do with it</source>
        <translation>Qué hacer con ella</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Select a conversation to see who owns it and whether it is muted or snoozed.</source>
        <translation>Seleccione una conversación para ver de quién es y si está silenciada o pospuesta.</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Asignación</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Aplazamiento</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminada</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>Eliminación</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Detalles</translation>
    </message>
    <message>
        <source>What to see of it</source>
        <translation>Qué ver de ella</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Export problem</source>
        <translation>Problema al exportar</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Mostrar en la &amp;carpeta</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>Export what there &amp;is</source>
        <translation>Exportar lo que &amp;hay</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>Retry export</source>
        <translation>Reintentar la exportación</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close export</source>
        <translation>Cerrar la exportación</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Which conversations</source>
        <translation>Qué conversaciones</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Phone &amp;numbers</source>
        <translation>&amp;Números de teléfono</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>Números de teléfono</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>&amp;Horas</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>Add the names of line and teammate</source>
        <translation>Añadir los nombres de línea y compañero</translation>
    </message>
    <message>
        <source>Write beside it what it was made of (.manifest.json)</source>
        <translation>Escribir al lado de qué se hizo (.manifest.json)</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>A&amp;rchivo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
</context>
<context>
    <name>LinesPopover</name>
    <message>
        <source>&amp;Only this</source>
        <translation>&amp;Solo esta</translation>
    </message>
    <message>
        <source>Only this line</source>
        <translation>Solo esta línea</translation>
    </message>
    <message>
        <source>All &amp;but this</source>
        <translation>Todas &amp;menos esta</translation>
    </message>
    <message>
        <source>All but this line</source>
        <translation>Todas menos esta línea</translation>
    </message>
    <message>
        <source>&amp;Every line</source>
        <translation>&amp;Todas las líneas</translation>
    </message>
    <message>
        <source>Every line</source>
        <translation>Todas las líneas</translation>
    </message>
</context>
<context>
    <name>NoticeWidget</name>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualizar</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>&amp;Export as</source>
        <translation>&amp;Exportar como</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exportar como</translation>
    </message>
    <message>
        <source>All workspaces</source>
        <translation>Todos los espacios de trabajo</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Zona horaria</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
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
        <translation>Servidor del proxy</translation>
    </message>
    <message>
        <source>proxy.example.com</source>
        <translation>proxy.example.com</translation>
    </message>
    <message>
        <source>Proxy’s port</source>
        <translation>Puerto del proxy</translation>
    </message>
    <message>
        <source>Conversations kept in &amp;memory</source>
        <translation>Conversaciones en &amp;memoria</translation>
    </message>
    <message>
        <source>Conversations kept in memory</source>
        <translation>Conversaciones en memoria</translation>
    </message>
    <message>
        <source>Their messages and calls need not be read again</source>
        <translation>Sus mensajes y llamadas no tienen que leerse otra vez</translation>
    </message>
    <message>
        <source>Settings problem</source>
        <translation>Problema de configuración</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Quoin reads the workspace’s conversations with an API key. It never changes anything there.</source>
        <translation>Quoin lee las conversaciones del espacio de trabajo con una clave de API. Nunca cambia nada allí.</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>&amp;Clave de API</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clave de API</translation>
    </message>
    <message>
        <source>&amp;Name of the workspace</source>
        <translation>&amp;Nombre del espacio de trabajo</translation>
    </message>
    <message>
        <source>Name of the workspace</source>
        <translation>Nombre del espacio de trabajo</translation>
    </message>
    <message>
        <source>As you call it; optional</source>
        <translation>Como usted lo llame; opcional</translation>
    </message>
    <message>
        <source>Sign-in problem</source>
        <translation>Problema al iniciar sesión</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Iniciar sesión</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Cancel sign-in</source>
        <translation>Cancelar el inicio de sesión</translation>
    </message>
    <message>
        <source>&amp;Remove workspace</source>
        <translation>&amp;Quitar espacio de trabajo</translation>
    </message>
    <message>
        <source>Takes it off the list, with its filters and views on this computer. Nothing changes in Quo.</source>
        <translation>Lo quita de la lista, con sus filtros y vistas en este equipo. Nada cambia en Quo.</translation>
    </message>
    <message>
        <source>Remove workspace</source>
        <translation>Quitar espacio de trabajo</translation>
    </message>
    <message>
        <source>No key at hand? A made-up workspace needs none.</source>
        <translation>¿No tiene una clave a mano? Un espacio de trabajo inventado no la necesita.</translation>
    </message>
    <message>
        <source>&amp;Demo workspace</source>
        <translation>Espacio de &amp;demostración</translation>
    </message>
    <message>
        <source>Demo workspace</source>
        <translation>Espacio de demostración</translation>
    </message>
</context>
<context>
    <name>TeammatePopover</name>
    <message>
        <source>Shows the conversations of this user as Quo counts them; that is not the same as ‘assigned to’.</source>
        <translation>Muestra las conversaciones de este usuario como Quo las cuenta; no es lo mismo que «asignada a».</translation>
    </message>
</context>
<context>
    <name>ViewsPanel</name>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vistas guardadas</translation>
    </message>
    <message>
        <source>Enter opens a view, F2 renames it, Alt with Up or Down moves it, Delete deletes it</source>
        <translation>Intro abre una vista, F2 le cambia el nombre, Alt con Arriba o Abajo la mueve, Supr la elimina</translation>
    </message>
    <message>
        <source>Set filters and columns, then save them here to come back with one click.</source>
        <translation>Ajuste filtros y columnas y guárdelos aquí para volver con un clic.</translation>
    </message>
    <message>
        <source>View message</source>
        <translation>Mensaje sobre vistas</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>Deshacer la eliminación</translation>
    </message>
    <message>
        <source>✕</source>
        <translation>✕</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
    <message>
        <source>Save &amp;view</source>
        <translation>Guardar &amp;vista</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Guardar vista</translation>
    </message>
    <message>
        <source>Keep these filters and columns under a name (Ctrl+S)</source>
        <translation>Conservar estos filtros y columnas con un nombre (Ctrl+S)</translation>
    </message>
</context>
<context>
    <name>app::CommandLine</name>
    <message>
        <source>Serves a made-up workspace over Quo&apos;s API on 127.0.0.1 and prints its base URL.</source>
        <translation>Sirve un espacio de trabajo inventado con la API de Quo en 127.0.0.1 e imprime su URL base.</translation>
    </message>
    <message>
        <source>This command.</source>
        <translation>Esta orden.</translation>
    </message>
    <message>
        <source>Listen there; 0 takes a free port.</source>
        <translation>Escuchar ahí; 0 toma un puerto libre.</translation>
    </message>
    <message>
        <source>How many conversations there are.</source>
        <translation>Cuántas conversaciones hay.</translation>
    </message>
    <message>
        <source>What the workspace is made from.</source>
        <translation>De qué se hace el espacio de trabajo.</translation>
    </message>
    <message>
        <source>Milliseconds before each answer.</source>
        <translation>Milisegundos antes de cada respuesta.</translation>
    </message>
    <message>
        <source>Requests a second for each key; 0 for no limit.</source>
        <translation>Peticiones por segundo y clave; 0 para no limitar.</translation>
    </message>
    <message>
        <source>The same as --view FILE.</source>
        <translation>Lo mismo que --view ARCHIVO.</translation>
    </message>
    <message>
        <source>Browses the conversations of a Quo workspace; never writes.

The API key is read from QUO_API_KEY, the base URL also from QUO_API_BASE_URL.
Other commands, each with a --help of its own: &apos;quoin export&apos;, &apos;quoin lines&apos;,
&apos;quoin users&apos; and &apos;quoin demo-server&apos;.</source>
        <translation>Muestra las conversaciones de un espacio de trabajo de Quo; nunca escribe.

La clave de API se lee de QUO_API_KEY, la URL base también de QUO_API_BASE_URL.
Otras órdenes, cada una con su propio --help: &apos;quoin export&apos;, &apos;quoin lines&apos;,
&apos;quoin users&apos; y &apos;quoin demo-server&apos;.</translation>
    </message>
    <message>
        <source>Open the view in this file.</source>
        <translation>Abrir la vista de este archivo.</translation>
    </message>
    <message>
        <source>Write the window as PNG once the first page stands in it, then exit.</source>
        <translation>Escribir la ventana como PNG en cuanto muestre la primera página, y salir.</translation>
    </message>
    <message>
        <source>unexpected argument &apos;%1&apos;</source>
        <translation>argumento inesperado &apos;%1&apos;</translation>
    </message>
    <message>
        <source>--view takes a file name</source>
        <translation>--view necesita el nombre de un archivo</translation>
    </message>
    <message>
        <source>--screenshot takes a file name</source>
        <translation>--screenshot necesita el nombre de un archivo</translation>
    </message>
    <message>
        <source>Writes conversations to a file, without a window. Exit code 0: whole; 1: it failed;
2: an option is wrong; 3: incomplete.

T is an ISO 8601 time, a date such as 2026-01-31, or an age such as 7d.</source>
        <translation>Escribe conversaciones en un archivo, sin ventana. Código de salida 0: entero; 1: falló;
2: una opción es errónea; 3: incompleto.

T es una hora ISO 8601, una fecha como 2026-01-31 o una antigüedad como 7d.</translation>
    </message>
    <message>
        <source>Write there; &apos;-&apos; is the standard output.</source>
        <translation>Escribir ahí; &apos;-&apos; es la salida estándar.</translation>
    </message>
    <message>
        <source>One of %1; else by the file&apos;s ending.</source>
        <translation>Uno de %1; si no, según el final del nombre.</translation>
    </message>
    <message>
        <source>Only this line, by ID or number; several times for several.</source>
        <translation>Solo esta línea, por ID o número; varias veces para varias.</translation>
    </message>
    <message>
        <source>Only this user&apos;s, by ID.</source>
        <translation>Solo las de este usuario, por ID.</translation>
    </message>
    <message>
        <source>Only what was so.</source>
        <translation>Solo lo que fue entonces.</translation>
    </message>
    <message>
        <source>Leave inactive ones out.</source>
        <translation>Omitir las inactivas.</translation>
    </message>
    <message>
        <source>Only those that are one of %1; several times for several.</source>
        <translation>Solo las que son una de %1; varias veces para varias.</translation>
    </message>
    <message>
        <source>Only those for which all of it holds: words, and conditions such as &apos;line:support&apos;, &apos;-to:none&apos; or &apos;before:2026-01-31&apos;.</source>
        <translation>Solo las que lo cumplen todo: palabras y condiciones como &apos;line:support&apos;, &apos;-to:none&apos; o &apos;before:2026-01-31&apos;.</translation>
    </message>
    <message>
        <source>By these columns, &apos;:desc&apos; for the other way; &apos;none&apos; writes rows as they arrive.</source>
        <translation>Por estas columnas, &apos;:desc&apos; para el otro sentido; &apos;none&apos; escribe las filas según llegan.</translation>
    </message>
    <message>
        <source>These, with commas between them: %1.</source>
        <translation>Estas, separadas por comas: %1.</translation>
    </message>
    <message>
        <source>Filters, search, sort and columns of a view&apos;s file.</source>
        <translation>Filtros, búsqueda, orden y columnas del archivo de una vista.</translation>
    </message>
    <message>
        <source>No more rows than that.</source>
        <translation>No más filas que estas.</translation>
    </message>
    <message>
        <source>JSON: add the names of line and teammate.</source>
        <translation>JSON: añadir los nombres de línea y compañero.</translation>
    </message>
    <message>
        <source>Write FILE.manifest.json beside it: what the export was made of.</source>
        <translation>Escribir al lado ARCHIVO.manifest.json: de qué se hizo la exportación.</translation>
    </message>
    <message>
        <source>Leave text as it is that a spreadsheet would run as a formula.</source>
        <translation>Dejar como está el texto que una hoja de cálculo ejecutaría como fórmula.</translation>
    </message>
    <message>
        <source>Times in the zone of this machine.</source>
        <translation>Horas en la zona de este equipo.</translation>
    </message>
    <message>
        <source>No progress.</source>
        <translation>Sin progreso.</translation>
    </message>
    <message>
        <source>--%1 takes one of %2</source>
        <translation>--%1 necesita uno de %2</translation>
    </message>
    <message>
        <source>--output takes a file name, or &apos;-&apos; for the standard output</source>
        <translation>--output necesita el nombre de un archivo, o &apos;-&apos; para la salida estándar</translation>
    </message>
    <message>
        <source>--utc and --local exclude each other</source>
        <translation>--utc y --local se excluyen</translation>
    </message>
    <message>
        <source>--%1 takes a time such as 2026-01-31T10:00:00Z, 2026-01-31 or 7d</source>
        <translation>--%1 necesita una hora como 2026-01-31T10:00:00Z, 2026-01-31 o 7d</translation>
    </message>
    <message>
        <source>--sort takes &apos;none&apos; or some of %1, with &apos;:desc&apos; for the other way</source>
        <translation>--sort necesita &apos;none&apos; o algunas de %1, con &apos;:desc&apos; para el otro sentido</translation>
    </message>
    <message>
        <source>--columns takes some of %1</source>
        <translation>--columns necesita algunas de %1</translation>
    </message>
    <message>
        <source>--manifest goes with a file, and not with the standard output</source>
        <translation>--manifest va con un archivo, no con la salida estándar</translation>
    </message>
    <message>
        <source>Lists the workspace&apos;s phone numbers.</source>
        <translation>Enumera los números de teléfono del espacio de trabajo.</translation>
    </message>
    <message>
        <source>Lists the workspace&apos;s users.</source>
        <translation>Enumera los usuarios del espacio de trabajo.</translation>
    </message>
    <message>
        <source>table, or json.</source>
        <translation>table o json.</translation>
    </message>
    <message>
        <source>--format takes one of table, json</source>
        <translation>--format necesita uno de table, json</translation>
    </message>
    <message>
        <source>Print the options.</source>
        <translation>Imprimir las opciones.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3</source>
        <translation>--%1 necesita un número entero de %2 a %3</translation>
    </message>
    <message>
        <source>A made-up workspace: no key, no network.</source>
        <translation>Un espacio de trabajo inventado: sin clave, sin red.</translation>
    </message>
    <message>
        <source>How many conversations the demo has.</source>
        <translation>Cuántas conversaciones tiene el inventado.</translation>
    </message>
    <message>
        <source>Where the API is.</source>
        <translation>Dónde está la API.</translation>
    </message>
    <message>
        <source>--demo-conversations goes with --demo</source>
        <translation>--demo-conversations va con --demo</translation>
    </message>
    <message>
        <source>--demo has a base URL of its own: leave --base-url out</source>
        <translation>--demo tiene su propia URL base: omita --base-url</translation>
    </message>
    <message>
        <source>the command comes first: quoin %1 …</source>
        <translation>la orden va primero: quoin %1 …</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no command; there are %2. See &apos;quoin --help&apos;.</source>
        <translation>&apos;%1&apos; no es una orden; hay %2. Consulte &apos;quoin --help&apos;.</translation>
    </message>
    <message>
        <source>Write and read numbers as in this country, such as US; by default the country of most lines.</source>
        <translation>Escribir y leer los números como en este país, por ejemplo US; al principio, como en el de la mayoría de las líneas.</translation>
    </message>
    <message>
        <source>Replace a file that is write-protected, too.</source>
        <translation>Reemplazar también un archivo protegido contra escritura.</translation>
    </message>
    <message>
        <source>--region takes a two-letter country code, such as US</source>
        <translation>--region necesita un país de dos letras, como US</translation>
    </message>
    <message>
        <source>--%1 takes an ID</source>
        <translation>--%1 necesita un ID</translation>
    </message>
    <message>
        <source>One of %1; e164 by default.</source>
        <translation>Uno de %1; e164 de forma predeterminada.</translation>
    </message>
    <message>
        <source>Times in UTC (the default).</source>
        <translation>Horas en UTC (lo predeterminado).</translation>
    </message>
</context>
<context>
    <name>app::DesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>app::ExportCommand</name>
    <message>
        <source>and on this side by state or words</source>
        <translation>y de este lado por estado o palabras</translation>
    </message>
</context>
<context>
    <name>app::ListCommand</name>
    <message>
        <source>incomplete: %1</source>
        <translation>incompleto: %1</translation>
    </message>
    <message numerus="yes">
        <source>incomplete: %n entry(s) cannot be read (%1)</source>
        <translation>
            <numerusform>incompleto: no se puede leer %n entrada (%1)</numerusform>
            <numerusform>incompleto: no se pueden leer %n entradas (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ProgramActions</name>
    <message>
        <source>S&amp;ettings…</source>
        <translation>&amp;Configuración…</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>&amp;Registro…</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>Copiar &amp;diagnóstico</translation>
    </message>
    <message>
        <source>A&amp;bout Quoin…</source>
        <translation>&amp;Acerca de Quoin…</translation>
    </message>
    <message>
        <source>The language changes when Quoin is started again.</source>
        <translation>El idioma cambia cuando Quoin se inicie de nuevo.</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Esta ejecución</translation>
    </message>
    <message>
        <source>Ended unexpectedly %1</source>
        <translation>Terminó inesperadamente %1</translation>
    </message>
    <message>
        <source>Copied: version, system, state of the list, the last requests and the end of the log. There are no names, numbers or keys in it.</source>
        <translation>Copiado: versión, sistema, estado de la lista, las últimas solicitudes y el final del registro. No contiene nombres, números ni claves.</translation>
    </message>
    <message>
        <source>Last requests</source>
        <translation>Últimas solicitudes</translation>
    </message>
</context>
<context>
    <name>app::SignInFlow</name>
    <message>
        <source>Asking the keychain…</source>
        <translation>Consultando el llavero…</translation>
    </message>
    <message>
        <source>Removing the key…</source>
        <translation>Quitando la clave…</translation>
    </message>
    <message>
        <source>The key is still in the keychain. %1</source>
        <translation>La clave sigue en el llavero. %1</translation>
    </message>
    <message>
        <source>Trying the key…</source>
        <translation>Probando la clave…</translation>
    </message>
    <message>
        <source>Quo does not accept this key. Copy it again, or make a new one.</source>
        <translation>Quo no acepta esta clave. Cópiela de nuevo o cree otra.</translation>
    </message>
    <message>
        <source>The key holds until Quoin is closed. %1</source>
        <translation>La clave vale hasta que se cierre Quoin. %1</translation>
    </message>
    <message>
        <source>Quo workspace</source>
        <translation>Espacio de trabajo de Quo</translation>
    </message>
</context>
<context>
    <name>app::Window</name>
    <message>
        <source>Show folder</source>
        <translation>Mostrar carpeta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Mostrar registro</translation>
    </message>
</context>
<context>
    <name>app::WorkspaceController</name>
    <message>
        <source>Demo workspace</source>
        <translation>Espacio de demostración</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
</context>
<context>
    <name>exporting::DelimitedWriter</name>
    <message>
        <source>Cells with broken characters: %1</source>
        <translation>Celdas con caracteres partidos: %1</translation>
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
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>the folder for temporary files is full</source>
        <translation>la carpeta de archivos temporales está llena</translation>
    </message>
    <message>
        <source>About</source>
        <comment>a sheet&apos;s name</comment>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>the workbook could not be written to its end: is the disk full?</source>
        <translation>el libro no se pudo escribir hasta el final: ¿está lleno el disco?</translation>
    </message>
    <message>
        <source>Cells that were cut at %1 characters: %2</source>
        <translation>Celdas cortadas a los %1 caracteres: %2</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>no hay memoria suficiente</translation>
    </message>
    <message>
        <source>no temporary file can be made; is the temporary folder full?</source>
        <translation>no se puede crear ningún archivo temporal; ¿queda sitio en la carpeta de archivos temporales?</translation>
    </message>
    <message>
        <source>Times out of Excel&apos;s range, which are written as text: %1</source>
        <translation>Horas fuera del intervalo de Excel, escritas como texto: %1</translation>
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
        <translation>Sistema</translation>
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
        <translation>Acerca de Quoin</translation>
    </message>
    <message>
        <source>&amp;Made of</source>
        <translation>&amp;Hecho de</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Licencia</translation>
    </message>
    <message>
        <source>Quoin %1</source>
        <translation>Quoin %1</translation>
    </message>
    <message>
        <source>Browses the conversations of a Quo workspace and exports what it shows; it never changes anything there. It is no product of Quo’s.</source>
        <translation>Muestra las conversaciones de un espacio de trabajo de Quo y exporta lo que muestra; nunca cambia nada allí. No es un producto de Quo.</translation>
    </message>
    <message>
        <source>The Quoin developers</source>
        <translation>Los desarrolladores de Quoin</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior, sin ninguna garantía.</translation>
    </message>
    <message>
        <source>What Quoin is made of</source>
        <translation>De qué está hecho Quoin</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>By</source>
        <translation>De</translation>
    </message>
</context>
<context>
    <name>widgets::ActivityPane</name>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>Quo tells of calls in one-to-one conversations only.</source>
        <translation>Quo solo informa de llamadas en conversaciones entre dos.</translation>
    </message>
    <message>
        <source>Activity status</source>
        <translation>Estado de la actividad</translation>
    </message>
    <message>
        <source>Activity problem</source>
        <translation>Problema con la actividad</translation>
    </message>
    <message>
        <source>Retry activity</source>
        <translation>Reintentar la actividad</translation>
    </message>
    <message>
        <source>Messages and calls</source>
        <translation>Mensajes y llamadas</translation>
    </message>
    <message>
        <source>&amp;Copy text</source>
        <translation>&amp;Copiar texto</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
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
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Search for what can be done</source>
        <translation>Buscar qué se puede hacer</translation>
    </message>
</context>
<context>
    <name>widgets::ConversationActions</name>
    <message>
        <source>&amp;Open in Quo</source>
        <translation>A&amp;brir en Quo</translation>
    </message>
    <message>
        <source>Same &amp;participants…</source>
        <translation>Mismos &amp;participantes…</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>&amp;Copy as table</source>
        <translation>&amp;Copiar como tabla</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Copiar como &amp;JSON</translation>
    </message>
    <message>
        <source>Copy &amp;number</source>
        <translation>Copiar &amp;número</translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation>Copiar &amp;ID</translation>
    </message>
    <message>
        <source>The demo workspace is not in Quo.</source>
        <translation>El espacio de demostración no está en Quo.</translation>
    </message>
    <message>
        <source>Filter by &amp;line: %1</source>
        <translation>Filtrar por &amp;línea: %1</translation>
    </message>
    <message>
        <source>Filter by these &amp;lines</source>
        <translation>Filtrar por estas &amp;líneas</translation>
    </message>
    <message>
        <source>Filter by &amp;teammate: %1</source>
        <translation>Filtrar por co&amp;mpañero: %1</translation>
    </message>
    <message>
        <source>Filter by &amp;teammate</source>
        <translation>Filtrar por co&amp;mpañero</translation>
    </message>
    <message>
        <source>Se&amp;arch by %1</source>
        <translation>B&amp;uscar por %1</translation>
    </message>
    <message>
        <source>&amp;Only ‘%1’</source>
        <translation>&amp;Solo «%1»</translation>
    </message>
    <message>
        <source>&amp;Not ‘%1’</source>
        <translation>Si&amp;n «%1»</translation>
    </message>
    <message>
        <source>Only &amp;empty ones</source>
        <translation>Solo las &amp;vacías</translation>
    </message>
    <message>
        <source>None that is e&amp;mpty</source>
        <translation>Ninguna va&amp;cía</translation>
    </message>
    <message>
        <source>&amp;Earlier than %1</source>
        <translation>&amp;Antes de %1</translation>
    </message>
    <message>
        <source>&amp;This or later</source>
        <translation>&amp;Entonces o después</translation>
    </message>
    <message>
        <source>&amp;Only this day</source>
        <translation>Solo este &amp;día</translation>
    </message>
    <message>
        <source>&amp;Sort by this, upwards</source>
        <translation>&amp;Ordenar por esto, ascendente</translation>
    </message>
    <message>
        <source>Sort by this, &amp;downwards</source>
        <translation>O&amp;rdenar por esto, descendente</translation>
    </message>
    <message>
        <source>Filter by line: collecting…</source>
        <translation>Filtrar por línea: recopilando…</translation>
    </message>
    <message>
        <source>Filter by teammate: collecting…</source>
        <translation>Filtrar por compañero: recopilando…</translation>
    </message>
    <message>
        <source>%1 rows are selected, and at most %2 can be copied. An export writes all of them to a file.</source>
        <translation>Hay %1 filas seleccionadas, y se pueden copiar como mucho %2. Una exportación las escribe todas en un archivo.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Copying %1 of %2 rows</source>
        <translation>Copiando %1 de %2 filas</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>The rows were copied.</source>
        <translation>Las filas se copiaron.</translation>
    </message>
    <message>
        <source>Copying was stopped. The clipboard is as it was.</source>
        <translation>La copia se detuvo. El portapapeles está como estaba.</translation>
    </message>
</context>
<context>
    <name>widgets::ConversationTable</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
</context>
<context>
    <name>widgets::DateRangePopover</name>
    <message>
        <source>Limit: %1</source>
        <translation>Límite: %1</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>Horas en %1</translation>
    </message>
</context>
<context>
    <name>widgets::DetailsFollower</name>
    <message>
        <source>Conversations with %1</source>
        <translation>Conversaciones con %1</translation>
    </message>
    <message>
        <source>Conversations with just %1</source>
        <translation>Conversaciones solo con %1</translation>
    </message>
</context>
<context>
    <name>widgets::DetailsPane</name>
    <message>
        <source>Copy: %1</source>
        <translation>Copiar: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 conversations selected</source>
        <translation>
            <numerusform>%1 conversación seleccionada</numerusform>
            <numerusform>%1 conversaciones seleccionadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ExportDialog</name>
    <message>
        <source>%1 is there already. Export again to replace it.</source>
        <translation>%1 ya existe. Exporte de nuevo para reemplazarlo.</translation>
    </message>
    <message>
        <source>Loading was stopped before everything was there.</source>
        <translation>La carga se detuvo antes de que todo estuviera.</translation>
    </message>
    <message numerus="yes">
        <source>Writing %1 of %2 rows</source>
        <translation>
            <numerusform>Escribiendo %1 de %2 fila</numerusform>
            <numerusform>Escribiendo %1 de %2 filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows are in %2</source>
        <translation>
            <numerusform>%1 fila está en %2</numerusform>
            <numerusform>%1 filas están en %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The filters were changed while the rows were being loaded, so nothing was written. Export again with the filters that are set now.</source>
        <translation>Los filtros se cambiaron mientras se cargaban las filas, así que no se escribió nada. Exporte de nuevo con los filtros que hay ahora.</translation>
    </message>
    <message>
        <source>You can go on working with the list. The file will have the search, order and columns that were set when Export was pressed. Setting other filters, closing the window or signing out cancels the export; a file that is there already then stays as it is.</source>
        <translation>Puede seguir trabajando con la lista. El archivo tendrá la búsqueda, el orden y las columnas que había al pulsar Exportar. Poner otros filtros, cerrar la ventana o cerrar sesión cancela la exportación; un archivo que ya exista queda entonces como está.</translation>
    </message>
    <message>
        <source>You can go on working with the list. The file will have the rows as they are now. Closing the window or signing out cancels the export; a file that is there already then stays as it is.</source>
        <translation>Puede seguir trabajando con la lista. El archivo tendrá las filas como están ahora. Cerrar la ventana o cerrar sesión cancela la exportación; un archivo que ya exista queda entonces como está.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Escribiendo…</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was written to %1.</source>
        <translation>La exportación se canceló. No se escribió nada en %1.</translation>
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
        <translation>&apos;+14155550100 (texto para hojas de cálculo)</translation>
    </message>
    <message>
        <source>(415) 555-0100 (as people write them)</source>
        <translation>(415) 555-0100 (como se escriben)</translation>
    </message>
    <message>
        <source>&amp;Selected: %1</source>
        <translation>&amp;Seleccionadas: %1</translation>
    </message>
    <message>
        <source>&amp;Loaded: %1</source>
        <translation>&amp;Cargadas: %1</translation>
    </message>
    <message>
        <source>&amp;Everything that matches: %1</source>
        <translation>&amp;Todo lo que coincide: %1</translation>
    </message>
    <message>
        <source>&amp;Everything that matches: more than %1, Quo does not say how many</source>
        <translation>&amp;Todo lo que coincide: más de %1, Quo no dice cuánto</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
</context>
<context>
    <name>widgets::FacetList</name>
    <message>
        <source>States of what is loaded</source>
        <translation>Estados de lo que está cargado</translation>
    </message>
</context>
<context>
    <name>widgets::FacetModel</name>
    <message>
        <source>%1 of %2 loaded</source>
        <translation>%1 de %2 cargadas</translation>
    </message>
</context>
<context>
    <name>widgets::FilterBar</name>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Filters results to only include conversations with the specified Quo phone numbers.</source>
        <translation>Solo conversaciones con los números de teléfono de Quo indicados.</translation>
    </message>
    <message>
        <source>Teammate</source>
        <translation>Compañero</translation>
    </message>
    <message>
        <source>Used to filter results to only include the user’s conversations.</source>
        <translation>Solo conversaciones de este usuario.</translation>
    </message>
    <message>
        <source>Last updated</source>
        <translation>Última modificación</translation>
    </message>
    <message>
        <source>Filter results to only include conversations updated after or before the specified date and time.</source>
        <translation>Solo conversaciones modificadas después o antes de la fecha y hora indicadas.</translation>
    </message>
    <message>
        <source>Thread created</source>
        <translation>Hilo creado</translation>
    </message>
    <message>
        <source>Filter results to only include conversations created after or before the specified date and time. An old thread with new activity counts by its beginning.</source>
        <translation>Solo conversaciones creadas después o antes de la fecha y hora indicadas. Un hilo antiguo con actividad nueva cuenta por su comienzo.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Borrar filtros</translation>
    </message>
    <message>
        <source>Exclude inactive</source>
        <translation>Sin inactivas</translation>
    </message>
    <message>
        <source>Exclude inactive conversations from the results.</source>
        <translation>Excluir las conversaciones inactivas.</translation>
    </message>
    <message>
        <source>Filter problem</source>
        <translation>Problema con los filtros</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>filter and what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Filter by lines</source>
        <translation>Filtrar por líneas</translation>
    </message>
    <message>
        <source>Filter by teammate</source>
        <translation>Filtrar por compañero</translation>
    </message>
    <message>
        <source>Filter by last update</source>
        <translation>Filtrar por última modificación</translation>
    </message>
    <message>
        <source>Filter by creation</source>
        <translation>Filtrar por creación</translation>
    </message>
</context>
<context>
    <name>widgets::FilterChip</name>
    <message>
        <source>Remove filter: %1</source>
        <translation>Quitar filtro: %1</translation>
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
        <translation>Filtro %1: %2</translation>
    </message>
    <message>
        <source>Filter %1: not set</source>
        <translation>Filtro %1: sin definir</translation>
    </message>
</context>
<context>
    <name>widgets::FrozenColumn</name>
    <message>
        <source>First column</source>
        <translation>Primera columna</translation>
    </message>
</context>
<context>
    <name>widgets::InboxBar</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Ask for what has changed (F5); Shift+F5 reads the whole list again</source>
        <translation>Preguntar qué ha cambiado (F5); Mayús+F5 lee de nuevo toda la lista</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Write what is shown to a file (Ctrl+E)</source>
        <translation>Escribir en un archivo lo que se muestra (Ctrl+E)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Narrow rows</source>
        <translation>Filas estrechas</translation>
    </message>
    <message>
        <source>Keep the first column in view</source>
        <translation>Mantener a la vista la primera columna</translation>
    </message>
    <message>
        <source>&amp;Read the whole list again</source>
        <translation>&amp;Leer de nuevo toda la lista</translation>
    </message>
</context>
<context>
    <name>widgets::InboxPage</name>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Actividad</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Guardar vista</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Messages of the list</source>
        <translation>Mensajes de la lista</translation>
    </message>
</context>
<context>
    <name>widgets::LinesPopover</name>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Search, or type a number or PN…</source>
        <translation>Buscar, o escribir un número o PN…</translation>
    </message>
    <message>
        <source>The key’s owner may not see this line: %1</source>
        <translation>El dueño de la clave no puede ver esta línea: %1</translation>
    </message>
</context>
<context>
    <name>widgets::LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Which run</source>
        <translation>Qué ejecución</translation>
    </message>
    <message>
        <source>There is no log: its folder cannot be written.</source>
        <translation>No hay registro: no se puede escribir en su carpeta.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Mostrar en la &amp;carpeta</translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
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
        <translation>Mensajes de Quoin</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>widgets::NewsButton</name>
    <message>
        <source>New above</source>
        <translation>Nuevas arriba</translation>
    </message>
    <message numerus="yes">
        <source>▴ %n new above</source>
        <translation>
            <numerusform>▴ %n nueva arriba</numerusform>
            <numerusform>▴ %n nuevas arriba</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::PeopleList</name>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>own line</source>
        <translation>línea propia</translation>
    </message>
    <message>
        <source>Person: %1</source>
        <translation>Persona: %1</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Acerca de %1</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copiar: %1</translation>
    </message>
    <message>
        <source>Conversations with %1</source>
        <translation>Conversaciones con %1</translation>
    </message>
</context>
<context>
    <name>widgets::Picker</name>
    <message>
        <source>%1 problem</source>
        <translation>Problema con %1</translation>
    </message>
    <message>
        <source>%1 to choose from</source>
        <translation>%1 para elegir</translation>
    </message>
</context>
<context>
    <name>widgets::PickerModel</name>
    <message>
        <source>chosen</source>
        <translation>elegida</translation>
    </message>
</context>
<context>
    <name>widgets::RelatedPopover</name>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Search these</source>
        <translation>Buscar en estas</translation>
    </message>
    <message>
        <source>What they have in common</source>
        <translation>Qué tienen en común</translation>
    </message>
    <message>
        <source>%1 of %2 loaded</source>
        <comment>how many there are</comment>
        <translation>%1 de %2 cargadas</translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>se enumeran las primeras %1</translation>
    </message>
    <message>
        <source>collecting…</source>
        <translation>recopilando…</translation>
    </message>
</context>
<context>
    <name>widgets::RequestMeter</name>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <source>How many requests went out in the last second, of those that the key allows</source>
        <translation>Cuántas peticiones salieron en el último segundo, de las que permite la clave</translation>
    </message>
    <message>
        <source>Requests in full</source>
        <translation>Peticiones al detalle</translation>
    </message>
    <message>
        <source>%1/%2 req/s</source>
        <comment>requests of those allowed</comment>
        <translation>%1/%2 pet./s</translation>
    </message>
</context>
<context>
    <name>widgets::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Searches what is loaded (Ctrl+F). Words in any order, numbers in any notation, and conditions: line:support, to:dana, to:none, is:snoozed, before:2026-01-31, created:&gt;=2026-01. A leading minus negates a term.</source>
        <translation>Busca en lo cargado (Ctrl+F). Palabras en cualquier orden, números en cualquier notación y condiciones: line:support, to:dana, to:none, is:snoozed, before:2026-01-31, created:&gt;=2026-01. Un signo menos delante niega un término.</translation>
    </message>
</context>
<context>
    <name>widgets::SettingsDialog</name>
    <message>
        <source>As the system has it</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
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
        <translation>El proxy necesita el nombre o la dirección de su servidor.</translation>
    </message>
    <message>
        <source>As the system has it (%1)</source>
        <translation>Como el sistema (%1)</translation>
    </message>
</context>
<context>
    <name>widgets::SignInPage</name>
    <message>
        <source>Sign in to %1</source>
        <translation>Iniciar sesión en %1</translation>
    </message>
    <message>
        <source>Sign in to a Quo workspace</source>
        <translation>Iniciar sesión en un espacio de trabajo de Quo</translation>
    </message>
    <message>
        <source>An owner or admin of the workspace makes a key in Quo under Settings, API: %1</source>
        <translation>Un propietario o administrador del espacio de trabajo crea una clave en Quo, en Settings, API: %1</translation>
    </message>
    <message>
        <source>The key is kept in this computer’s keychain and sent to %1 alone.</source>
        <translation>La clave se guarda en el llavero de este equipo y se envía solo a %1.</translation>
    </message>
    <message>
        <source>Paste the API key of the workspace.</source>
        <translation>Pegue la clave de API del espacio de trabajo.</translation>
    </message>
</context>
<context>
    <name>widgets::StatusFollower</name>
    <message>
        <source>Search %1 loaded</source>
        <translation>Buscar en %1 cargadas</translation>
    </message>
</context>
<context>
    <name>widgets::StatusLine</name>
    <message>
        <source>Key not kept</source>
        <translation>Clave no guardada</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Integridad</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>A fecha de</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Último error</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Cargar todo</translation>
    </message>
    <message>
        <source>Read everything that matches, as fast as Quo allows</source>
        <translation>Leer todo lo que coincide, tan rápido como permite Quo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>Detener la carga</translation>
    </message>
</context>
<context>
    <name>widgets::SummaryPane</name>
    <message>
        <source>Selected conversations, summed up</source>
        <translation>Conversaciones seleccionadas, sumadas</translation>
    </message>
    <message>
        <source>By line</source>
        <translation>Por línea</translation>
    </message>
    <message>
        <source>By assignee</source>
        <translation>Por responsable</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Sin asignar</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Nada de esto</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>Por estado</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and count</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>collecting…</source>
        <translation>recopilando…</translation>
    </message>
</context>
<context>
    <name>widgets::TeammatePopover</name>
    <message>
        <source>Teammate</source>
        <translation>Compañero</translation>
    </message>
    <message>
        <source>Search, or type US…</source>
        <translation>Buscar, o escribir US…</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Cualquiera</translation>
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
        <translation>predeterminada</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiada</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierta</translation>
    </message>
</context>
<context>
    <name>widgets::ViewsPanel</name>
    <message>
        <source>Save &amp;changes</source>
        <translation>Guardar &amp;cambios</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Cambiar &amp;nombre</translation>
    </message>
    <message>
        <source>&amp;Begin with this view</source>
        <translation>&amp;Empezar con esta vista</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>Save as &amp;file…</source>
        <translation>Guardar como &amp;archivo…</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>E&amp;liminar</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Todas las conversaciones</translation>
    </message>
    <message>
        <source>‘%1’ was not opened. %2</source>
        <translation>«%1» no se abrió. %2</translation>
    </message>
    <message>
        <source>‘%1’ was added.</source>
        <translation>«%1» se añadió.</translation>
    </message>
    <message>
        <source>Save the view as a file</source>
        <translation>Guardar la vista como archivo</translation>
    </message>
    <message>
        <source>Quoin views (*.%1)</source>
        <translation>Vistas de Quoin (*.%1)</translation>
    </message>
    <message>
        <source>‘%1’ was not written: %2</source>
        <translation>«%1» no se escribió: %2</translation>
    </message>
    <message>
        <source>‘%1’ was written. It holds filters, search, sort and columns, and no key.</source>
        <translation>«%1» se escribió. Contiene filtros, búsqueda, orden y columnas, y ninguna clave.</translation>
    </message>
    <message>
        <source>‘%1’ was deleted.</source>
        <translation>«%1» se eliminó.</translation>
    </message>
    <message>
        <source>Open view %1</source>
        <translation>Abrir la vista %1</translation>
    </message>
</context>
<context>
    <name>widgets::WatchMenu</name>
    <message>
        <source>&amp;Notify me of</source>
        <translation>&amp;Avisarme de</translation>
    </message>
    <message>
        <source>No lines are known yet</source>
        <translation>Todavía no se conoce ninguna línea</translation>
    </message>
    <message>
        <source>Shows a notification when a conversation on these lines becomes unassigned, or when its snooze ends</source>
        <translation>Muestra una notificación cuando una conversación de estas líneas queda sin asignar o termina su aplazamiento</translation>
    </message>
</context>
<context>
    <name>widgets::WorkspaceMenu</name>
    <message>
        <source>Workspace</source>
        <translation>Espacio de trabajo</translation>
    </message>
    <message>
        <source>&amp;Add a workspace…</source>
        <translation>Añ&amp;adir un espacio de trabajo…</translation>
    </message>
    <message>
        <source>Show &amp;contact names</source>
        <translation>Mostrar nombres de &amp;contactos</translation>
    </message>
    <message>
        <source>Off also removes the names that are kept on this computer</source>
        <translation>Desactivarlo también quita los nombres guardados en este equipo</translation>
    </message>
    <message>
        <source>Clear contact names and &amp;read them again</source>
        <translation>Borrar los nombres de contactos y &amp;leerlos de nuevo</translation>
    </message>
    <message>
        <source>Change &amp;key…</source>
        <translation>Cambiar cla&amp;ve…</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>Cerrar &amp;sesión</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Espacios de trabajo</translation>
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
        <translation>Llamada, %1</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Llamada perdida</translation>
    </message>
    <message>
        <source>Call that nobody answered</source>
        <translation>Llamada que nadie contestó</translation>
    </message>
    <message>
        <source>Call to a busy line</source>
        <translation>Llamada a una línea ocupada</translation>
    </message>
    <message>
        <source>Call that failed</source>
        <translation>Llamada fallida</translation>
    </message>
    <message>
        <source>Call that was given up</source>
        <translation>Llamada abandonada</translation>
    </message>
    <message>
        <source>Call under way</source>
        <translation>Llamada en curso</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en cola</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>⚠ not delivered</source>
        <translation>⚠ no entregado</translation>
    </message>
    <message>
        <source>outgoing</source>
        <comment>call</comment>
        <translation>saliente</translation>
    </message>
    <message>
        <source>incoming</source>
        <comment>call</comment>
        <translation>entrante</translation>
    </message>
    <message>
        <source>Attachment or empty message</source>
        <translation>Adjunto o mensaje vacío</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>circumstances and text</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Select a conversation to read what was said.</source>
        <translation>Seleccione una conversación para leer lo que se dijo.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Nothing was written or called here.</source>
        <translation>Aquí no se escribió ni se llamó.</translation>
    </message>
    <message>
        <source>The conversation begins here.</source>
        <translation>La conversación empieza aquí.</translation>
    </message>
    <message>
        <source>the key’s owner may not read them.</source>
        <translation>el dueño de la clave no puede leerlos.</translation>
    </message>
    <message>
        <source>Messages cannot be shown: %1</source>
        <translation>No se pueden mostrar los mensajes: %1</translation>
    </message>
    <message>
        <source>Calls cannot be shown: %1</source>
        <translation>No se pueden mostrar las llamadas: %1</translation>
    </message>
    <message>
        <source>Call that nobody has answered yet</source>
        <translation>Llamada que nadie ha contestado todavía</translation>
    </message>
    <message>
        <source>Call under way with an AI agent</source>
        <translation>Llamada en curso con un agente virtual</translation>
    </message>
    <message>
        <source>Call with an AI agent</source>
        <translation>Llamada con un agente virtual</translation>
    </message>
    <message>
        <source>Call with an AI agent, %1</source>
        <translation>Llamada con un agente virtual, %1</translation>
    </message>
    <message>
        <source>⚠ not sent</source>
        <translation>⚠ no enviado</translation>
    </message>
    <message>
        <source>forwarded to %1</source>
        <translation>desviada a %1</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>desviada</translation>
    </message>
    <message>
        <source>Quo refuses the request.</source>
        <translation>Quo no admite la consulta.</translation>
    </message>
    <message>
        <source>Quo sends page after page without anything new.</source>
        <translation>Quo envía página tras página sin nada nuevo.</translation>
    </message>
    <message>
        <source>Quo does not say who takes part, so nothing can be read here.</source>
        <translation>Quo no dice quién participa, así que aquí no se puede leer nada.</translation>
    </message>
    <message>
        <source>Quo does not give the messages of so many people.</source>
        <translation>Quo no da los mensajes de tantas personas.</translation>
    </message>
    <message>
        <source>There are older messages or calls. Scroll up to see them.</source>
        <translation>Hay más de antes. Desplácese hacia arriba para leerlo.</translation>
    </message>
    <message>
        <source>Nothing was written here.</source>
        <translation>Aquí no se escribió nada.</translation>
    </message>
    <message>
        <source>The messages begin here.</source>
        <translation>Los mensajes empiezan aquí.</translation>
    </message>
    <message>
        <source>This is not the whole conversation.</source>
        <translation>Esta no es toda la conversación.</translation>
    </message>
    <message>
        <source>Older messages cannot be shown: %1</source>
        <translation>No se pueden mostrar los mensajes más antiguos: %1</translation>
    </message>
    <message>
        <source>Older calls cannot be shown: %1</source>
        <translation>No se pueden mostrar las llamadas más antiguas: %1</translation>
    </message>
    <message>
        <source>Quo answered with messages of another conversation. Left out: %1.</source>
        <translation>Quo respondió con mensajes de otra conversación. Omitidos: %1.</translation>
    </message>
    <message>
        <source>Messages that could not be read and are left out: %1.</source>
        <translation>Mensajes que no se pudieron leer y se omiten: %1.</translation>
    </message>
    <message>
        <source>Calls that could not be read and are left out: %1.</source>
        <translation>Llamadas que no se pudieron leer y se omiten: %1.</translation>
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
        <translation>Solo cuando lo &amp;pida</translation>
    </message>
    <message>
        <source>Every &amp;30 seconds</source>
        <translation>Cada &amp;30 segundos</translation>
    </message>
    <message>
        <source>Every &amp;minute</source>
        <translation>Cada &amp;minuto</translation>
    </message>
    <message>
        <source>Every &amp;%1 minutes</source>
        <translation>Cada &amp;%1 minutos</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Cualquier momento</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personalizado</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from and to</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
</context>
<context>
    <name>words::ColumnWords</name>
    <message>
        <source>Muted</source>
        <translation>Silenciada</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>a snooze</comment>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Whether somebody has it, and whether it is snoozed, muted or deleted.</source>
        <translation>Si alguien la tiene, y si está pospuesta, silenciada o eliminada.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>The custom name of the conversation; without one, the numbers in it.</source>
        <translation>El nombre propio de la conversación; sin él, sus números.</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participantes</translation>
    </message>
    <message>
        <source>The phone numbers that take part.</source>
        <translation>Los números de teléfono que participan.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>The unique identifier of the Quo phone number associated with the conversation.</source>
        <translation>El identificador único del número de teléfono de Quo asociado a la conversación.</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignada a</translation>
    </message>
    <message>
        <source>The unique identifier of the user or system user the conversation is assigned to.</source>
        <translation>El identificador único del usuario o usuario del sistema al que está asignada la conversación.</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Pospuesta hasta</translation>
    </message>
    <message>
        <source>When the conversation comes back, or that it has.</source>
        <translation>Cuándo vuelve la conversación, o que ya ha vuelto.</translation>
    </message>
    <message>
        <source>Muted until</source>
        <translation>Silenciada hasta</translation>
    </message>
    <message>
        <source>Until when the conversation makes no sound.</source>
        <translation>Hasta cuándo la conversación no suena.</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Última actividad</translation>
    </message>
    <message>
        <source>When the most recent activity in the conversation took place.</source>
        <translation>Cuándo tuvo lugar la actividad más reciente de la conversación.</translation>
    </message>
    <message>
        <source>Last updated</source>
        <translation>Última modificación</translation>
    </message>
    <message>
        <source>When the conversation was last updated.</source>
        <translation>Cuándo se modificó la conversación por última vez.</translation>
    </message>
    <message>
        <source>Thread created</source>
        <translation>Hilo creado</translation>
    </message>
    <message>
        <source>When the conversation began, however old or new its activity is.</source>
        <translation>Cuándo empezó la conversación, por antigua o nueva que sea su actividad.</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminada</translation>
    </message>
    <message>
        <source>When the conversation was deleted.</source>
        <translation>Cuándo se eliminó la conversación.</translation>
    </message>
    <message>
        <source>Last activity ID</source>
        <translation>ID de la última actividad</translation>
    </message>
    <message>
        <source>The unique identifier of the most recent activity in the conversation.</source>
        <translation>El identificador único de la actividad más reciente de la conversación.</translation>
    </message>
    <message>
        <source>Conversation ID</source>
        <translation>ID de la conversación</translation>
    </message>
    <message>
        <source>The unique identifier of the conversation.</source>
        <translation>El identificador único de la conversación.</translation>
    </message>
</context>
<context>
    <name>words::CompletenessWords</name>
    <message>
        <source>the row is no object</source>
        <translation>la fila no es un objeto</translation>
    </message>
    <message>
        <source>‘%1’ is missing</source>
        <translation>falta «%1»</translation>
    </message>
    <message>
        <source>‘%1’ has a wrong type</source>
        <translation>«%1» tiene un tipo erróneo</translation>
    </message>
    <message>
        <source>‘%1’ is too long</source>
        <translation>«%1» es demasiado largo</translation>
    </message>
    <message>
        <source>as they arrived</source>
        <translation>según llegaron</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a reason and how often</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Rows that could not be read and are left out: %1. Why: %2.</source>
        <translation>Filas que no se pudieron leer y se omiten: %1. Por qué: %2.</translation>
    </message>
    <message>
        <source>Left out, since the key’s owner may not see them: %1.</source>
        <translation>Omitidas, porque el dueño de la clave no puede verlas: %1.</translation>
    </message>
    <message>
        <source>Not read: %1. %2</source>
        <comment>what is missing and why</comment>
        <translation>Sin leer: %1. %2</translation>
    </message>
    <message>
        <source>Reading was stopped before everything was there.</source>
        <translation>La lectura se detuvo antes de que todo estuviera.</translation>
    </message>
    <message>
        <source>There is more than has been read.</source>
        <translation>No se ha leído todo lo que hay.</translation>
    </message>
    <message>
        <source>The limit was reached, and more rows match.</source>
        <translation>Se alcanzó el límite, y coinciden más filas.</translation>
    </message>
    <message>
        <source>The export holds only the selected rows.</source>
        <translation>Solo contiene las filas seleccionadas.</translation>
    </message>
    <message>
        <source>The server did not apply these filters: %1. The list may hold rows that do not match, or lack some that do.</source>
        <translation>El servidor no aplicó: %1. La lista puede tener filas que no lo cumplen, o pueden faltarle otras.</translation>
    </message>
    <message>
        <source>It could not be checked whether the server applied: %1.</source>
        <translation>No se pudo comprobar si el servidor aplicó: %1.</translation>
    </message>
    <message>
        <source>Rows moved while they were read, so some may be missing. Read them again.</source>
        <translation>Se movieron filas mientras se leían, así que pueden faltar algunas. Léalas de nuevo.</translation>
    </message>
    <message>
        <source>The search did not look at the names of contacts. %1</source>
        <translation>La búsqueda no miró los nombres de contactos. %1</translation>
    </message>
    <message>
        <source>incomplete: %1</source>
        <translation>incompleto: %1</translation>
    </message>
    <message>
        <source>nothing usable: %1</source>
        <translation>nada utilizable: %1</translation>
    </message>
    <message>
        <source>The names of contacts are still being read, so the search does not look at all of them yet.</source>
        <translation>Los nombres de los contactos aún se están leyendo, así que la búsqueda todavía no los tiene todos en cuenta.</translation>
    </message>
    <message>
        <source>The search did not look at the names of contacts, since they are switched off in the workspace menu.</source>
        <translation>La búsqueda no tuvo en cuenta los nombres de los contactos, porque están desactivados en el menú del espacio de trabajo.</translation>
    </message>
</context>
<context>
    <name>words::ErrorWords</name>
    <message>
        <source>no API key</source>
        <translation>sin clave de API</translation>
    </message>
    <message>
        <source>insecure address</source>
        <translation>dirección insegura</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>conexión perdida</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>sin respuesta a tiempo</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>sin conexión segura</translation>
    </message>
    <message>
        <source>redirected</source>
        <translation>redirigido</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>clave rechazada</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>no permitido</translation>
    </message>
    <message>
        <source>filter refused</source>
        <translation>filtro rechazado</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no encontrado</translation>
    </message>
    <message>
        <source>rate limited</source>
        <translation>demasiadas peticiones</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>error del servidor</translation>
    </message>
    <message>
        <source>unreadable answer</source>
        <translation>respuesta ilegible</translation>
    </message>
    <message>
        <source>answer too large</source>
        <translation>respuesta demasiado grande</translation>
    </message>
    <message>
        <source>the list goes round in circles</source>
        <translation>la lista da vueltas en círculo</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>por usted</translation>
    </message>
    <message>
        <source>There is no API key. Sign in, or start Quoin with the key in QUO_API_KEY, or look around with ‘quoin --demo’.</source>
        <translation>No hay clave de API. Inicie sesión, o inicie Quoin con la clave en QUO_API_KEY, o eche un vistazo con «quoin --demo».</translation>
    </message>
    <message>
        <source>The address is not https, so the key was not sent. Correct --base-url or QUO_API_BASE_URL.</source>
        <translation>La dirección no es https, así que no se envió la clave. Corrija --base-url o QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Quo cannot be reached. Check the network connection, then retry.</source>
        <translation>No se puede llegar a Quo. Compruebe la conexión de red y reintente.</translation>
    </message>
    <message>
        <source>The connection ended in the middle of the answer. Retry to go on from there.</source>
        <translation>La conexión terminó en medio de la respuesta. Reintentar sigue desde ahí.</translation>
    </message>
    <message>
        <source>Quo did not answer in time. Retry to go on from there.</source>
        <translation>Quo no respondió a tiempo. Reintentar sigue desde ahí.</translation>
    </message>
    <message>
        <source>The connection to Quo is not secure, so the key was not sent. Check the date of this computer and any proxy in between.</source>
        <translation>La conexión con Quo no es segura, así que no se envió la clave. Compruebe la fecha de este equipo y cualquier proxy intermedio.</translation>
    </message>
    <message>
        <source>The server wants to send Quoin to another address. The key was not sent there. Check --base-url or QUO_API_BASE_URL.</source>
        <translation>El servidor quiere enviar Quoin a otra dirección. La clave no se envió allí. Compruebe --base-url o QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Quo does not accept the API key. Give another one: open the workspace menu, then Change key, or correct QUO_API_KEY.</source>
        <translation>Quo no acepta la clave de API. Dé otra: abra el menú del espacio de trabajo y luego Cambiar clave, o corrija QUO_API_KEY.</translation>
    </message>
    <message>
        <source>The key’s owner may not see one of these lines. Remove lines from the filter, then retry.</source>
        <translation>El dueño de la clave no puede ver una de estas líneas. Quite líneas del filtro y reintente.</translation>
    </message>
    <message>
        <source>Quo refuses a filter. Correct the one that is marked.</source>
        <translation>Quo rechaza un filtro. Corrija el que está marcado.</translation>
    </message>
    <message>
        <source>Too many requests were made with this key. Wait a little, then retry.</source>
        <translation>Se hicieron demasiadas peticiones con esta clave. Espere un poco y reintente.</translation>
    </message>
    <message>
        <source>Quo has a problem of its own. Retry in a while.</source>
        <translation>Quo tiene un problema propio. Reintente dentro de un rato.</translation>
    </message>
    <message>
        <source>The answer is no list of conversations. It may be cut, or a proxy may have answered instead. Retry.</source>
        <translation>La respuesta no es una lista de conversaciones. Puede estar cortada, o puede haber respondido un proxy. Reintente.</translation>
    </message>
    <message>
        <source>The answer is larger than any page of conversations can be, so it was not read.</source>
        <translation>La respuesta es mayor de lo que puede ser una página de conversaciones, así que no se leyó.</translation>
    </message>
    <message>
        <source>The server sends the same page again and again. Refresh to start over.</source>
        <translation>El servidor envía la misma página una y otra vez. Actualizar empieza de nuevo.</translation>
    </message>
    <message>
        <source>You stopped it. Retry to go on from there.</source>
        <translation>Usted lo detuvo. Reintentar sigue desde ahí.</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>código %1</translation>
    </message>
    <message>
        <source>trace %1</source>
        <translation>traza %1</translation>
    </message>
    <message>
        <source>the server asks to wait %1</source>
        <translation>el servidor pide esperar %1</translation>
    </message>
    <message>
        <source>the proxy asks for a password</source>
        <translation>el proxy pide una contraseña</translation>
    </message>
    <message>
        <source>subscription expired</source>
        <translation>suscripción caducada</translation>
    </message>
    <message>
        <source>request refused</source>
        <translation>petición rechazada</translation>
    </message>
    <message>
        <source>the list never ends</source>
        <translation>la lista no acaba nunca</translation>
    </message>
    <message>
        <source>The proxy on the way to Quo asks for a name and a password. Give them in the environment, as in https_proxy=http://name:password@proxy:8080, or choose another proxy in the settings.</source>
        <translation>El proxy que lleva a Quo pide un nombre y una contraseña. Indíquelos en el entorno, como en https_proxy=http://nombre:contraseña@proxy:8080, o elija otro proxy en la configuración.</translation>
    </message>
    <message>
        <source>The workspace’s subscription to Quo has expired, so Quo answers no requests. Its owner can renew it in Quo; then retry.</source>
        <translation>La suscripción del espacio de trabajo a Quo ha caducado, así que Quo no responde a ninguna petición. El propietario puede renovarla en Quo; después, reintente.</translation>
    </message>
    <message>
        <source>Quo refuses the request and does not say why.</source>
        <translation>Quo rechaza la petición y no dice por qué.</translation>
    </message>
    <message>
        <source>Quo refuses the request: %1</source>
        <translation>Quo rechaza la petición: %1</translation>
    </message>
    <message>
        <source>There is no such list at this address. The address may be wrong: check --base-url or QUO_API_BASE_URL.</source>
        <translation>En esta dirección no hay tal lista. La dirección puede ser errónea: compruebe --base-url o QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>The server sends one page after the other with nothing new and comes to no end. Refresh to start over.</source>
        <translation>El servidor envía una página tras otra sin nada nuevo y no llega al final. Actualizar empieza de nuevo.</translation>
    </message>
</context>
<context>
    <name>words::FilterWords</name>
    <message numerus="yes">
        <source>%1 lines</source>
        <translation>
            <numerusform>%1 línea</numerusform>
            <numerusform>%1 líneas</numerusform>
        </translation>
    </message>
    <message>
        <source>active only</source>
        <translation>solo activas</translation>
    </message>
</context>
<context>
    <name>words::FormatWords</name>
    <message>
        <source>Excel workbook</source>
        <translation>Libro de Excel</translation>
    </message>
    <message>
        <source>CSV for Excel</source>
        <translation>CSV para Excel</translation>
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
        <translation>Líneas JSON</translation>
    </message>
</context>
<context>
    <name>words::InstantText</name>
    <message>
        <source>Yesterday %1</source>
        <comment>%1 is a time</comment>
        <translation>Ayer %1</translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <comment>%1 is a time</comment>
        <translation>Mañana %1</translation>
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
        <translation>Ahora mismo</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>hace %1 min</translation>
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
        <translation>%1 d</translation>
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
        <translation>%1 de %2 cargadas coinciden, y la lista sigue</translation>
    </message>
    <message>
        <source>The conversations could not be loaded</source>
        <translation>No se pudieron cargar las conversaciones</translation>
    </message>
    <message>
        <source>The next page could not be loaded</source>
        <translation>No se pudo cargar la página siguiente</translation>
    </message>
    <message>
        <source>No match in %1 loaded, looking further…</source>
        <translation>Ninguna de %1 cargadas coincide, se sigue buscando…</translation>
    </message>
    <message>
        <source>%1 of %2 loaded match, looking further…</source>
        <translation>%1 de %2 cargadas coinciden, se sigue buscando…</translation>
    </message>
    <message>
        <source>Loading more…</source>
        <translation>Cargando más…</translation>
    </message>
    <message>
        <source>Nothing yet, looking further…</source>
        <translation>Nada todavía, se sigue buscando…</translation>
    </message>
    <message>
        <source>No match in all %1</source>
        <translation>Ninguna de las %1 coincide</translation>
    </message>
    <message>
        <source>Take a word out of the search, or clear it.</source>
        <translation>Quite una palabra de la búsqueda o bórrela.</translation>
    </message>
    <message>
        <source>End of the list: %1 of %2 match</source>
        <translation>Fin de la lista: %1 de %2 coinciden</translation>
    </message>
    <message>
        <source>End of the list: %1</source>
        <translation>Fin de la lista: %1</translation>
    </message>
    <message>
        <source>No conversation matches these filters</source>
        <translation>Ninguna conversación coincide con estos filtros</translation>
    </message>
    <message>
        <source>Widen a range, or clear the filters.</source>
        <translation>Amplíe un intervalo o borre los filtros.</translation>
    </message>
    <message>
        <source>This workspace has no conversations</source>
        <translation>Este espacio de trabajo no tiene conversaciones</translation>
    </message>
    <message>
        <source>They appear here once somebody calls or writes.</source>
        <translation>Aparecerán aquí cuando alguien llame o escriba.</translation>
    </message>
    <message>
        <source>The list could not be refreshed</source>
        <translation>No se pudo actualizar la lista</translation>
    </message>
    <message>
        <source>The list could not be refreshed, and automatic refreshing has stopped</source>
        <translation>No se pudo actualizar la lista, y la actualización automática se detuvo</translation>
    </message>
    <message>
        <source>Checking the list…</source>
        <translation>Comprobando la lista…</translation>
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
        <translation>Sin participantes</translation>
    </message>
</context>
<context>
    <name>words::ProblemWords</name>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Teammate</source>
        <translation>Compañero</translation>
    </message>
    <message>
        <source>Created from</source>
        <translation>Creada desde</translation>
    </message>
    <message>
        <source>Created to</source>
        <translation>Creada hasta</translation>
    </message>
    <message>
        <source>Updated from</source>
        <translation>Modificada desde</translation>
    </message>
    <message>
        <source>Updated to</source>
        <translation>Modificada hasta</translation>
    </message>
    <message>
        <source>Exclude inactive</source>
        <translation>Sin inactivas</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>Tamaño de página</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Quo takes at most 100 lines at once; these are %1.</source>
        <translation>Quo admite como mucho 100 líneas a la vez; estas son %1.</translation>
    </message>
    <message>
        <source>‘%1’ is no user: its ID begins with US.</source>
        <translation>«%1» no es un usuario: su ID empieza por US.</translation>
    </message>
    <message>
        <source>‘%1’ is no line: neither an ID that begins with PN nor a phone number.</source>
        <translation>«%1» no es una línea: ni un ID que empiece por PN ni un número de teléfono.</translation>
    </message>
    <message>
        <source>The range is empty: its end is not after its beginning.</source>
        <translation>El intervalo está vacío: su final no es posterior a su comienzo.</translation>
    </message>
    <message>
        <source>%1 is out of range.</source>
        <translation>%1 está fuera de lo permitido.</translation>
    </message>
    <message>
        <source>‘%1’ is neither a phone number nor an ID that begins with PN.</source>
        <translation>«%1» no es un número de teléfono ni un ID que empiece por PN.</translation>
    </message>
    <message>
        <source>‘%1’ needs its country code: begin with + and the code.</source>
        <translation>«%1» necesita su prefijo de país: empiece con + y el prefijo.</translation>
    </message>
    <message>
        <source>‘%1’ is too short for a phone number.</source>
        <translation>«%1» es demasiado corto para un número de teléfono.</translation>
    </message>
    <message>
        <source>‘%1’ is too long for a phone number.</source>
        <translation>«%1» es demasiado largo para un número de teléfono.</translation>
    </message>
    <message>
        <source>‘%1’ cannot be a phone number of its country.</source>
        <translation>«%1» no puede ser un número de teléfono de su país.</translation>
    </message>
    <message>
        <source>‘%1’ is no state; there are %2.</source>
        <translation>«%1» no es un estado; hay %2.</translation>
    </message>
    <message>
        <source>‘%1’ is no date; write 2026-01-31, 2026-01, today or yesterday.</source>
        <translation>«%1» no es una fecha; escriba 2026-01-31, 2026-01, today o yesterday.</translation>
    </message>
    <message>
        <source>The keychain has no key of this workspace.</source>
        <translation>El llavero no tiene ninguna clave de este espacio de trabajo.</translation>
    </message>
    <message>
        <source>The keychain did not let Quoin in: %1</source>
        <translation>El llavero no dejó entrar a Quoin: %1</translation>
    </message>
    <message>
        <source>No keychain runs on this computer: %1</source>
        <translation>No hay ningún llavero en este equipo: %1</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>No se puede leer el archivo: %1</translation>
    </message>
    <message>
        <source>The file is larger than any view is.</source>
        <translation>El archivo es mayor que cualquier vista.</translation>
    </message>
    <message>
        <source>The file is not JSON: %1.</source>
        <translation>El archivo no es JSON: %1.</translation>
    </message>
    <message>
        <source>The file is no view of Quoin’s.</source>
        <translation>El archivo no es una vista de Quoin.</translation>
    </message>
    <message>
        <source>The view is of version %1, which this Quoin does not know.</source>
        <translation>La vista es de la versión %1, que este Quoin no conoce.</translation>
    </message>
    <message>
        <source>‘%1’ is missing.</source>
        <translation>Falta «%1».</translation>
    </message>
    <message>
        <source>‘%1’ is nothing that a view has.</source>
        <translation>«%1» no existe en una vista.</translation>
    </message>
    <message>
        <source>‘%1’ has a wrong type.</source>
        <translation>«%1» tiene un tipo erróneo.</translation>
    </message>
    <message>
        <source>‘%1’ cannot be ‘%2’.</source>
        <translation>«%1» no puede ser «%2».</translation>
    </message>
    <message>
        <source>‘%1’ is no time zone: it takes a name such as Europe/Berlin.</source>
        <translation>«%1» no es una zona horaria: necesita un nombre como Europe/Berlin.</translation>
    </message>
    <message>
        <source>‘%1’ is no base URL; one looks like https://api.quo.com</source>
        <translation>«%1» no es una URL base; una URL base es como https://api.quo.com</translation>
    </message>
    <message>
        <source>‘%1’ is no base URL: it must use https, or http to this machine</source>
        <translation>«%1» no es una URL base: necesita https, o http a este equipo</translation>
    </message>
    <message>
        <source>the base URL takes no user name and no password: the API key is enough</source>
        <translation>la URL base no admite nombre de usuario ni contraseña: basta la clave de API</translation>
    </message>
    <message>
        <source>‘%1’ is no base URL: it must end before ‘?’ and ‘#’</source>
        <translation>«%1» no es una URL base: debe terminar antes de «?» y «#»</translation>
    </message>
    <message>
        <source>‘%1’ is not finished.</source>
        <translation>«%1» está sin terminar.</translation>
    </message>
    <message>
        <source>This is not a file but a folder, a device or the like.</source>
        <translation>Esto no es un archivo, sino una carpeta, un dispositivo o algo parecido.</translation>
    </message>
    <message>
        <source>is a link to a file that is not there</source>
        <translation>es un enlace a un archivo que no existe</translation>
    </message>
    <message>
        <source>is no file</source>
        <translation>no es un archivo</translation>
    </message>
    <message>
        <source>is write-protected</source>
        <translation>está protegido contra escritura</translation>
    </message>
</context>
<context>
    <name>words::SettingsWords</name>
    <message>
        <source>The settings are those of a newer Quoin. They are kept as ‘%1’, and this one begins with its own.</source>
        <translation>La configuración es de un Quoin más nuevo. Se conserva como «%1», y este empieza con la suya.</translation>
    </message>
    <message>
        <source>The settings file was damaged. What could be read of it was kept; as it was, it is now called ‘%1’.</source>
        <translation>El archivo de configuración estaba dañado. Lo que se pudo leer se conservó; tal como estaba, ahora se llama «%1».</translation>
    </message>
    <message>
        <source>Settings and views hold only until Quoin is closed: ‘%1’ cannot be written. The folder may be write-protected or the disk full.</source>
        <translation>La configuración y las vistas valen solo hasta que se cierre Quoin: no se puede escribir «%1». La carpeta puede estar protegida contra escritura o el disco lleno.</translation>
    </message>
    <message>
        <source>Quoin ended unexpectedly twice, the second time soon after it had shown the same again. So this time it begins afresh; views are still there.</source>
        <translation>Quoin terminó inesperadamente dos veces, la segunda poco después de mostrar lo mismo otra vez. Por eso esta vez empieza de nuevo; las vistas siguen ahí.</translation>
    </message>
    <message>
        <source>Quoin ended unexpectedly the last time. Filters, search and columns are as they were.</source>
        <translation>Quoin terminó inesperadamente la última vez. Filtros, búsqueda y columnas están como estaban.</translation>
    </message>
    <message>
        <source>a saved view</source>
        <translation>una vista guardada</translation>
    </message>
    <message>
        <source>what was shown last</source>
        <translation>lo último que se mostró</translation>
    </message>
    <message>
        <source>columns and sorting</source>
        <translation>las columnas y el orden</translation>
    </message>
    <message>
        <source>the list of workspaces</source>
        <translation>la lista de espacios de trabajo</translation>
    </message>
    <message>
        <source>the proxy</source>
        <translation>el proxy</translation>
    </message>
    <message>
        <source>the time zone</source>
        <translation>la zona horaria</translation>
    </message>
    <message>
        <source>the language</source>
        <translation>el idioma</translation>
    </message>
    <message>
        <source>the lines you are notified of</source>
        <translation>las líneas de las que se avisa</translation>
    </message>
    <message>
        <source>how often the list is refreshed</source>
        <translation>cada cuánto se actualiza la lista</translation>
    </message>
    <message>
        <source>the export options</source>
        <translation>las opciones de exportación</translation>
    </message>
    <message>
        <source>other settings</source>
        <translation>otros</translation>
    </message>
    <message>
        <source>There was something else in place of the settings file. It is now called ‘%1’, and the settings begin anew.</source>
        <translation>Lo que había en lugar del archivo de configuración no lo es. Ahora se llama «%1», y la configuración empieza de nuevo.</translation>
    </message>
    <message>
        <source>Some settings cannot be read, or only in part: %1. Quoin uses its defaults for them, and keeps what is in the file until you set them again.</source>
        <translation>Parte de la configuración no se puede leer, o no del todo: %1. Tiene sus valores iniciales, y lo guardado sigue en el archivo hasta que usted la ajuste de nuevo.</translation>
    </message>
</context>
<context>
    <name>words::StateWords</name>
    <message>
        <source>Muted</source>
        <translation>Silenciada</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminada</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Sin asignar</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Pospuesta</translation>
    </message>
    <message>
        <source>Snooze ended</source>
        <translation>Plazo terminado</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>Asignada a %1</translation>
    </message>
    <message>
        <source>Assigned to the system</source>
        <translation>Asignada al sistema</translation>
    </message>
    <message>
        <source>Not muted</source>
        <translation>No silenciada</translation>
    </message>
    <message>
        <source>Muted until %1, for another %2</source>
        <translation>Silenciada hasta %1, quedan %2</translation>
    </message>
    <message>
        <source>Not snoozed</source>
        <translation>No pospuesta</translation>
    </message>
    <message>
        <source>Snoozed until %1, in %2</source>
        <translation>Pospuesta hasta %1, en %2</translation>
    </message>
    <message>
        <source>Snooze ended %1 ago</source>
        <translation>El aplazamiento terminó hace %1</translation>
    </message>
    <message>
        <source>Deleted %1 ago</source>
        <translation>Eliminada hace %1</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Asignada</translation>
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
        <translation>%1 de %2 coinciden, completo</translation>
    </message>
    <message>
        <source>%1 of %2 loaded match</source>
        <translation>%1 de %2 cargadas coinciden</translation>
    </message>
    <message>
        <source>complete, %1</source>
        <translation>completo, %1</translation>
    </message>
    <message>
        <source>stopped: %1, %2 loaded</source>
        <translation>detenido: %1, %2 cargadas</translation>
    </message>
    <message>
        <source>first %1, more exist</source>
        <translation>primeras %1, hay más</translation>
    </message>
    <message>
        <source>first %1, more may exist</source>
        <translation>primeras %1, puede haber más</translation>
    </message>
    <message>
        <source>Asking for what has changed…</source>
        <translation>Preguntando qué ha cambiado…</translation>
    </message>
    <message>
        <source>Refreshing, %1 of %2</source>
        <translation>Actualizando, %1 de %2</translation>
    </message>
    <message>
        <source>Loading all: %1 so far, %2 requests a second</source>
        <translation>Cargando todo: %1 hasta ahora, %2 peticiones por segundo</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Offline since %1, trying again</source>
        <translation>Sin red desde %1, intentando de nuevo</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>a las %1</translation>
    </message>
    <message>
        <source>Requests in the last second: %1 of %2</source>
        <translation>Peticiones en el último segundo: %1 de %2</translation>
    </message>
    <message>
        <source>On their way: %1</source>
        <translation>En camino: %1</translation>
    </message>
    <message>
        <source>Waiting for their turn: %1</source>
        <translation>Esperando su turno: %1</translation>
    </message>
    <message>
        <source>Refused as too many (429): %1</source>
        <translation>Rechazadas por exceso (429): %1</translation>
    </message>
    <message>
        <source>Loading all: %1 requests in %2, %3 a second</source>
        <translation>Cargando todo: %1 peticiones en %2, %3 por segundo</translation>
    </message>
    <message>
        <source>Quo does not say how many there are, so the end is not known.</source>
        <translation>Quo no dice cuántas hay, así que no se conoce el final.</translation>
    </message>
    <message>
        <source>%1, trying again in %2 (try %3 of %4)</source>
        <translation>%1, nuevo intento en %2 (intento %3 de %4)</translation>
    </message>
    <message>
        <source>parts failed</source>
        <translation>fallaron partes</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
    <message>
        <source>more exist</source>
        <translation>hay más</translation>
    </message>
    <message>
        <source>limit reached</source>
        <translation>límite alcanzado</translation>
    </message>
    <message>
        <source>selected rows only</source>
        <translation>solo filas seleccionadas</translation>
    </message>
    <message>
        <source>rows unreadable</source>
        <translation>filas ilegibles</translation>
    </message>
    <message>
        <source>filters ignored</source>
        <translation>filtros no aplicados</translation>
    </message>
    <message>
        <source>filters unchecked</source>
        <translation>filtros sin comprobar</translation>
    </message>
    <message>
        <source>lines refused</source>
        <translation>líneas rechazadas</translation>
    </message>
    <message>
        <source>rows moved</source>
        <translation>filas movidas</translation>
    </message>
    <message>
        <source>contacts not searched</source>
        <translation>no se buscó en los contactos</translation>
    </message>
    <message>
        <source>stopped: %1, %2 of %3 loaded match</source>
        <translation>detenido: %1, %2 de %3 cargadas coinciden</translation>
    </message>
    <message>
        <source>%1 of %2 match, incomplete: %3</source>
        <translation>%1 de %2 coinciden, incompleto: %3</translation>
    </message>
    <message>
        <source>incomplete: %1, %2 loaded</source>
        <translation>incompleto: %1, %2 cargadas</translation>
    </message>
    <message>
        <source>%1 of %2 loaded match, %3</source>
        <comment>the last is why there may be more</comment>
        <translation>%1 de %2 cargadas coinciden, %3</translation>
    </message>
    <message>
        <source>Checking the list…</source>
        <translation>Comprobando la lista…</translation>
    </message>
</context>
</TS>
