<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
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
    <message>
        <source>Export &amp;partial list</source>
        <translation>Exportar lista &amp;parcial</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
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
        <source>Times</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>&amp;Selected rows</source>
        <translation>Filas &amp;seleccionadas</translation>
    </message>
    <message>
        <source>Everything the filters &amp;match</source>
        <translation>&amp;Todo lo que coincide con los filtros</translation>
    </message>
    <message>
        <source>Save &amp;as</source>
        <translation>&amp;Guardar como</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation>Más &amp;opciones</translation>
    </message>
    <message>
        <source>&amp;Times in</source>
        <translation>&amp;Horas en</translation>
    </message>
    <message>
        <source>&amp;Include line and teammate names</source>
        <translation>&amp;Incluir los nombres de líneas y compañeros</translation>
    </message>
    <message>
        <source>Also save an export &amp;report (.manifest.json)</source>
        <translation>Guardar también un infor&amp;me de exportación (.manifest.json)</translation>
    </message>
    <message>
        <source>Rows rea&amp;d so far</source>
        <translation>Filas &amp;leídas hasta ahora</translation>
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
        <source>Settings problem</source>
        <translation>Problema de configuración</translation>
    </message>
    <message>
        <source>Threads to keep for &amp;quick reading</source>
        <translation>Conversaciones guardadas para lectura &amp;rápida</translation>
    </message>
    <message>
        <source>Threads to keep for quick reading</source>
        <translation>Conversaciones guardadas para lectura rápida</translation>
    </message>
    <message>
        <source>Their messages and calls open at once</source>
        <translation>Sus mensajes y llamadas se abren al instante</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>&amp;Keep this workspace on this computer</source>
        <translation>&amp;Guardar este espacio de trabajo en este equipo</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Guardado en este equipo</translation>
    </message>
    <message>
        <source>&amp;Delete now</source>
        <translation>E&amp;liminar ahora</translation>
    </message>
    <message>
        <source>Deletes what is kept. Nothing changes in Quo</source>
        <translation>Elimina lo guardado. En Quo no cambia nada</translation>
    </message>
    <message>
        <source>Quoin starts with everything it knows, even offline. Only your user account can read the files; full-disk encryption protects them further.</source>
        <translation>Quoin se inicia con todo lo que ya conoce, incluso sin red. Solo su cuenta de usuario puede leer los archivos; el cifrado del disco los protege aún más.</translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>Gone</source>
        <comment>a conversation that is no longer in the list</comment>
        <translation>Ya no está</translation>
    </message>
    <message>
        <source>No longer in this list. The row disappears when you leave the list or press Home.</source>
        <translation>Ya no está en esta lista. La fila desaparece al salir de la lista o pulsar Inicio.</translation>
    </message>
</context>
<context>
    <name>app::CommandLine</name>
    <message>
        <source>This command.</source>
        <translation>Esta orden.</translation>
    </message>
    <message>
        <source>unexpected argument &apos;%1&apos;</source>
        <translation>argumento inesperado &apos;%1&apos;</translation>
    </message>
    <message>
        <source>the command comes first: quoin %1 …</source>
        <translation>la orden va primero: quoin %1 …</translation>
    </message>
    <message>
        <source>Times in UTC (the default).</source>
        <translation>Horas en UTC (lo predeterminado).</translation>
    </message>
    <message>
        <source>Serve the demo workspace through Quo&apos;s API on 127.0.0.1 and print its base URL.</source>
        <translation>Servir el espacio de demostración con la API de Quo en 127.0.0.1 e imprimir su URL base.</translation>
    </message>
    <message>
        <source>Port to listen on; 0 picks a free one.</source>
        <translation>Puerto en el que escuchar; 0 elige uno libre.</translation>
    </message>
    <message>
        <source>Number of conversations.</source>
        <translation>Número de conversaciones.</translation>
    </message>
    <message>
        <source>Random seed; the same seed makes the same data.</source>
        <translation>Semilla aleatoria; la misma semilla genera los mismos datos.</translation>
    </message>
    <message>
        <source>Milliseconds to wait before each answer.</source>
        <translation>Milisegundos de espera antes de cada respuesta.</translation>
    </message>
    <message>
        <source>Requests per second for each key; 0 for no limit.</source>
        <translation>Peticiones por segundo para cada clave; 0 para no limitar.</translation>
    </message>
    <message>
        <source>unknown command &apos;%1&apos;. Try %2, or see &apos;quoin --help&apos;.</source>
        <translation>orden desconocida &apos;%1&apos;. Pruebe %2 o consulte &apos;quoin --help&apos;.</translation>
    </message>
    <message>
        <source>Same as --view FILE.</source>
        <translation>Lo mismo que --view FILE.</translation>
    </message>
    <message>
        <source>Open a view file.</source>
        <translation>Abrir un archivo de vista.</translation>
    </message>
    <message>
        <source>Save a PNG of the window once the list is loaded, then exit.</source>
        <translation>Guardar un PNG de la ventana cuando la lista se haya cargado y salir.</translation>
    </message>
    <message>
        <source>--view needs a file name</source>
        <translation>--view necesita el nombre de un archivo</translation>
    </message>
    <message>
        <source>--screenshot needs a file name</source>
        <translation>--screenshot necesita el nombre de un archivo</translation>
    </message>
    <message>
        <source>Export conversations to a file, without a window.

Exit codes: 0 complete, 1 failed, 2 wrong option, 3 incomplete.
T is a date (2026-01-31), an ISO 8601 time, or an age (36h, 7d, 2w).</source>
        <translation>Exportar conversaciones a un archivo, sin ventana.

Códigos de salida: 0 completo, 1 error, 2 opción errónea, 3 incompleto.
T es una fecha (2026-01-31), una hora ISO 8601 o una antigüedad (36h, 7d, 2w).</translation>
    </message>
    <message>
        <source>File to write; &apos;-&apos; for the standard output.</source>
        <translation>Archivo en el que escribir; &apos;-&apos; para la salida estándar.</translation>
    </message>
    <message>
        <source>Format: %1. Default: from the file name.</source>
        <translation>Formato: %1. De forma predeterminada, según el nombre del archivo.</translation>
    </message>
    <message>
        <source>Only this line (ID or number). Repeat for more lines.</source>
        <translation>Solo esta línea (ID o número). Repita la opción para más líneas.</translation>
    </message>
    <message>
        <source>Only conversations that Quo lists for this user (ID).</source>
        <translation>Solo conversaciones que Quo enumera para este usuario (ID).</translation>
    </message>
    <message>
        <source>Limit to this time range.</source>
        <translation>Limitar a este intervalo de tiempo.</translation>
    </message>
    <message>
        <source>Active conversations only.</source>
        <translation>Solo conversaciones activas.</translation>
    </message>
    <message>
        <source>Only this state: %1. Repeat for more states.</source>
        <translation>Solo este estado: %1. Repita la opción para más estados.</translation>
    </message>
    <message>
        <source>Only conversations that match all of these words and conditions, such as &apos;line:support&apos;, &apos;-to:none&apos; or &apos;before:2026-01-31&apos;.</source>
        <translation>Solo conversaciones que cumplen todas estas palabras y condiciones, como &apos;line:support&apos;, &apos;-to:none&apos; o &apos;before:2026-01-31&apos;.</translation>
    </message>
    <message>
        <source>Sort by these columns; add &apos;:desc&apos; for descending. &apos;none&apos; keeps the order of arrival.</source>
        <translation>Ordenar por estas columnas; añada &apos;:desc&apos; para el orden descendente. &apos;none&apos; conserva el orden de llegada.</translation>
    </message>
    <message>
        <source>Columns, separated by commas: %1.</source>
        <translation>Columnas, separadas por comas: %1.</translation>
    </message>
    <message>
        <source>Use the filters, search, sort order and columns of a view file.</source>
        <translation>Usar los filtros, la búsqueda, el orden y las columnas de un archivo de vista.</translation>
    </message>
    <message>
        <source>Maximum rows.</source>
        <translation>Número máximo de filas.</translation>
    </message>
    <message>
        <source>JSON: include line and teammate names.</source>
        <translation>JSON: incluir los nombres de líneas y compañeros.</translation>
    </message>
    <message>
        <source>Phone number style: %1. Default: e164.</source>
        <translation>Estilo de los números de teléfono: %1. Predeterminado: e164.</translation>
    </message>
    <message>
        <source>Country for national phone numbers, such as US. Default: the country of most lines.</source>
        <translation>País de los números de teléfono nacionales, como US. De forma predeterminada, el país de la mayoría de las líneas.</translation>
    </message>
    <message>
        <source>Also save an export report (FILE.manifest.json).</source>
        <translation>Guardar también un informe de exportación (FILE.manifest.json).</translation>
    </message>
    <message>
        <source>Don&apos;t protect text that a spreadsheet would run as a formula.</source>
        <translation>No proteger el texto que una hoja de cálculo ejecutaría como fórmula.</translation>
    </message>
    <message>
        <source>Replace the file even if it is write-protected.</source>
        <translation>Reemplazar el archivo aunque esté protegido contra escritura.</translation>
    </message>
    <message>
        <source>Times in this computer&apos;s time zone.</source>
        <translation>Horas en la zona horaria de este equipo.</translation>
    </message>
    <message>
        <source>Don&apos;t show progress.</source>
        <translation>No mostrar el progreso.</translation>
    </message>
    <message>
        <source>--%1 must be one of %2</source>
        <translation>--%1 debe ser uno de %2</translation>
    </message>
    <message>
        <source>--output needs a file name, or &apos;-&apos; for the standard output</source>
        <translation>--output necesita el nombre de un archivo, o &apos;-&apos; para la salida estándar</translation>
    </message>
    <message>
        <source>--region needs a two-letter country code, such as US</source>
        <translation>--region necesita un código de país de dos letras, como US</translation>
    </message>
    <message>
        <source>use either --utc or --local, not both</source>
        <translation>use --utc o --local, pero no ambas</translation>
    </message>
    <message>
        <source>--%1 needs a time such as 2026-01-31T10:00:00Z, 2026-01-31 or 7d</source>
        <translation>--%1 necesita una hora como 2026-01-31T10:00:00Z, 2026-01-31 o 7d</translation>
    </message>
    <message>
        <source>--sort needs &apos;none&apos; or some of %1, with &apos;:desc&apos; for descending</source>
        <translation>--sort necesita &apos;none&apos; o algunas de %1, con &apos;:desc&apos; para el orden descendente</translation>
    </message>
    <message>
        <source>--columns needs some of %1</source>
        <translation>--columns necesita algunas de %1</translation>
    </message>
    <message>
        <source>--manifest needs a file; it can&apos;t be used with the standard output</source>
        <translation>--manifest necesita un archivo; no se puede usar con la salida estándar</translation>
    </message>
    <message>
        <source>List the workspace&apos;s phone numbers.</source>
        <translation>Enumerar los números de teléfono del espacio de trabajo.</translation>
    </message>
    <message>
        <source>List the workspace&apos;s users.</source>
        <translation>Enumerar los usuarios del espacio de trabajo.</translation>
    </message>
    <message>
        <source>Format: table or json.</source>
        <translation>Formato: table o json.</translation>
    </message>
    <message>
        <source>--format must be one of table, json</source>
        <translation>--format debe ser uno de table, json</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Mostrar esta ayuda.</translation>
    </message>
    <message>
        <source>--%1 needs a whole number from %2 to %3</source>
        <translation>--%1 necesita un número entero de %2 a %3</translation>
    </message>
    <message>
        <source>--%1 needs an ID</source>
        <translation>--%1 necesita un ID</translation>
    </message>
    <message>
        <source>Demo data; no key or network needed.</source>
        <translation>Datos de demostración; no hace falta clave ni red.</translation>
    </message>
    <message>
        <source>Number of demo conversations.</source>
        <translation>Número de conversaciones de demostración.</translation>
    </message>
    <message>
        <source>API base URL.</source>
        <translation>URL base de la API.</translation>
    </message>
    <message>
        <source>--demo-conversations needs --demo</source>
        <translation>--demo-conversations necesita --demo</translation>
    </message>
    <message>
        <source>use either --demo or --base-url, not both</source>
        <translation>use --demo o --base-url, pero no ambas</translation>
    </message>
    <message>
        <source>Browse a Quo workspace (read-only).

Set QUO_API_KEY to use an API key without signing in, and QUO_API_BASE_URL to use
another server.

More commands: &apos;quoin sync&apos;, &apos;quoin export&apos;, &apos;quoin lines&apos;, &apos;quoin users&apos; and
&apos;quoin demo-server&apos;. Add --help to one of them for its options.</source>
        <translation>Explorar un espacio de trabajo de Quo (solo lectura).

Defina QUO_API_KEY para usar una clave de API sin iniciar sesión y QUO_API_BASE_URL
para usar otro servidor.

Más órdenes: &apos;quoin sync&apos;, &apos;quoin export&apos;, &apos;quoin lines&apos;, &apos;quoin users&apos; y
&apos;quoin demo-server&apos;. Añada --help a una de ellas para ver sus opciones.</translation>
    </message>
    <message>
        <source>Export what &apos;quoin sync&apos; or the window has kept on this computer, without a request to Quo.</source>
        <translation>Exportar lo que &apos;quoin sync&apos; o la ventana hayan guardado en este equipo, sin hacer ninguna petición a Quo.</translation>
    </message>
    <message>
        <source>Export what is kept on this computer if it is at most this old (10m, 2h, 1d); otherwise ask Quo. With --from-mirror: otherwise fail.</source>
        <translation>Exportar lo guardado en este equipo si tiene como mucho esta antigüedad (10m, 2h, 1d); si no, preguntar a Quo. Con --from-mirror: si no, terminar con error.</translation>
    </message>
    <message>
        <source>nothing of --demo is kept on this computer. To try it, run &apos;quoin demo-server&apos;, then use --base-url and any QUO_API_KEY</source>
        <translation>no hay nada de --demo guardado en este equipo. Para probarlo, ejecute &apos;quoin demo-server&apos; y use después --base-url y cualquier QUO_API_KEY</translation>
    </message>
    <message>
        <source>--max-age needs an age such as 10m, 2h or 1d</source>
        <translation>--max-age necesita una antigüedad como 10m, 2h o 1d</translation>
    </message>
    <message>
        <source>Keep the workspace on this computer, or bring what is kept up to date.

Exit codes: 0 complete, 1 failed, 2 wrong option, 3 incomplete.</source>
        <translation>Guardar el espacio de trabajo en este equipo o poner al día lo guardado.

Códigos de salida: 0 completo, 1 error, 2 opción errónea, 3 incompleto.</translation>
    </message>
    <message>
        <source>Load everything again, not only what has changed.</source>
        <translation>Cargar todo de nuevo, no solo lo que ha cambiado.</translation>
    </message>
    <message>
        <source>Only say what went wrong: no progress and no summary.</source>
        <translation>Decir solo lo que ha fallado: sin progreso ni resumen.</translation>
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
        <source>and, in Quoin, by state or search</source>
        <translation>y, en Quoin, por estado o búsqueda</translation>
    </message>
    <message>
        <source>What is kept on this computer is damaged. Run &apos;quoin sync&apos; to load it again.</source>
        <translation>Lo guardado en este equipo está dañado. Ejecute &apos;quoin sync&apos; para cargarlo de nuevo.</translation>
    </message>
    <message>
        <source>What is kept on this computer was loaded with another key. Run &apos;quoin sync&apos; first.</source>
        <translation>Lo guardado en este equipo se cargó con otra clave. Ejecute antes &apos;quoin sync&apos;.</translation>
    </message>
    <message>
        <source>Nothing is kept on this computer yet. Run &apos;quoin sync&apos; first.</source>
        <translation>Todavía no hay nada guardado en este equipo. Ejecute antes &apos;quoin sync&apos;.</translation>
    </message>
    <message>
        <source>Not everything is kept on this computer yet. Run &apos;quoin sync&apos; first.</source>
        <translation>Todavía no está todo guardado en este equipo. Ejecute antes &apos;quoin sync&apos;.</translation>
    </message>
    <message>
        <source>What is kept on this computer is as of %1, which is older than --max-age. Run &apos;quoin sync&apos; first.</source>
        <translation>Lo guardado en este equipo es más antiguo de lo que permite --max-age (datos de %1). Ejecute antes &apos;quoin sync&apos;.</translation>
    </message>
    <message>
        <source>Only Quo can answer --user and --exclude-inactive, and its answer to this filter isn’t kept on this computer.</source>
        <translation>Solo Quo puede responder a --user y --exclude-inactive, y su respuesta a este filtro no está guardada en este equipo.</translation>
    </message>
    <message>
        <source>Only Quo knows the line %1: nothing of it is kept on this computer.</source>
        <translation>Solo Quo conoce la línea %1: no hay nada de ella guardado en este equipo.</translation>
    </message>
</context>
<context>
    <name>app::KeptWorkspace</name>
    <message>
        <source>No answer within %1 s</source>
        <translation>Sin respuesta en %1 s</translation>
    </message>
</context>
<context>
    <name>app::ListCommand</name>
    <message>
        <source>incomplete: %1</source>
        <translation>incompleto: %1</translation>
    </message>
    <message numerus="yes">
        <source>incomplete: couldn&apos;t read %n entry(s) (%1)</source>
        <translation>
            <numerusform>incompleto: no se pudo leer %n entrada (%1)</numerusform>
            <numerusform>incompleto: no se pudieron leer %n entradas (%1)</numerusform>
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
        <source>Last requests</source>
        <translation>Últimas solicitudes</translation>
    </message>
    <message>
        <source>Restart Quoin to change the language.</source>
        <translation>Reinicie Quoin para cambiar el idioma.</translation>
    </message>
    <message>
        <source>Diagnostics copied. They contain no names, numbers or keys.</source>
        <translation>Diagnóstico copiado. No contiene nombres, números ni claves.</translation>
    </message>
    <message>
        <source>Since Quoin started</source>
        <translation>Desde que se inició Quoin</translation>
    </message>
    <message>
        <source>Crash on %1, %2</source>
        <comment>day and time</comment>
        <translation>Cierre inesperado: %1, %2</translation>
    </message>
</context>
<context>
    <name>app::SignInFlow</name>
    <message>
        <source>Removing the key…</source>
        <translation>Quitando la clave…</translation>
    </message>
    <message>
        <source>Quo workspace</source>
        <translation>Espacio de trabajo de Quo</translation>
    </message>
    <message>
        <source>Opening the keychain…</source>
        <translation>Abriendo el llavero…</translation>
    </message>
    <message>
        <source>Couldn’t remove the key. %1</source>
        <translation>No se pudo quitar la clave. %1</translation>
    </message>
    <message>
        <source>Checking key…</source>
        <translation>Comprobando la clave…</translation>
    </message>
    <message>
        <source>Quo didn’t accept this key. Check it, or create a new one.</source>
        <translation>Quo no aceptó esta clave. Compruébela o cree otra.</translation>
    </message>
    <message>
        <source>%1 You’ll sign in again next time.</source>
        <translation>%1 Tendrá que iniciar sesión de nuevo la próxima vez.</translation>
    </message>
</context>
<context>
    <name>app::SyncCommand</name>
    <message>
        <source>This workspace isn’t kept on this computer: that is off in Settings.</source>
        <translation>Este espacio de trabajo no se guarda en este equipo: está desactivado en Configuración.</translation>
    </message>
    <message>
        <source>Couldn’t find out which lines this key may see. %1</source>
        <translation>No se pudo averiguar qué líneas puede ver esta clave. %1</translation>
    </message>
    <message>
        <source>Couldn’t load contacts. %1</source>
        <translation>No se pudieron cargar los contactos. %1</translation>
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
    <name>exporting::Manifest</name>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Espacio de trabajo</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Ordenado por</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Comienzo</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation>Filas omitidas</translation>
    </message>
    <message>
        <source>Why they were left out</source>
        <translation>Por qué se omitieron</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completo</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Qué falta</translation>
    </message>
    <message>
        <source>What the format can’t hold</source>
        <translation>Lo que el formato no puede contener</translation>
    </message>
    <message>
        <source>SHA-256 of the rows as CSV</source>
        <translation>SHA-256 de las filas en CSV</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Rows from</source>
        <translation>Origen de las filas</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>A fecha de</translation>
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
        <source>About</source>
        <comment>a sheet&apos;s name</comment>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>no hay memoria suficiente</translation>
    </message>
    <message>
        <source>can’t create a temporary file. Is the temporary folder full?</source>
        <translation>no se puede crear un archivo temporal. ¿Está llena la carpeta temporal?</translation>
    </message>
    <message>
        <source>the temporary folder is full</source>
        <translation>la carpeta temporal está llena</translation>
    </message>
    <message>
        <source>couldn’t finish the workbook. Is the disk full?</source>
        <translation>no se pudo terminar el libro. ¿Está lleno el disco?</translation>
    </message>
    <message>
        <source>Cells cut at %1 characters: %2</source>
        <translation>Celdas cortadas a los %1 caracteres: %2</translation>
    </message>
    <message>
        <source>Times outside of Excel’s range, written as text: %1</source>
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
        <source>%1 (%2)</source>
        <comment>name and email address</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Quo (automatic)</source>
        <comment>who has a conversation</comment>
        <translation>Quo (automático)</translation>
    </message>
    <message>
        <source>Former teammate</source>
        <translation>Antiguo compañero</translation>
    </message>
</context>
<context>
    <name>widgets::AboutDialog</name>
    <message>
        <source>About Quoin</source>
        <translation>Acerca de Quoin</translation>
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
        <source>The Quoin developers</source>
        <translation>Los desarrolladores de Quoin</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior, sin ninguna garantía.</translation>
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
        <source>Li&amp;braries</source>
        <translation>&amp;Bibliotecas</translation>
    </message>
    <message>
        <source>Browse and export the conversations of a Quo workspace. Quoin never changes anything in Quo. Not affiliated with Quo.</source>
        <translation>Consulte y exporte las conversaciones de un espacio de trabajo de Quo. Quoin nunca cambia nada en Quo. Sin afiliación con Quo.</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotecas</translation>
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
        <translation>&amp;Reintentar</translation>
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
    <message>
        <source>Calls in group conversations aren&apos;t available from Quo</source>
        <translation>Quo no ofrece las llamadas de conversaciones de grupo</translation>
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
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Search conversations and commands</source>
        <translation>Buscar conversaciones y comandos</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
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
    <message>
        <source>Compact &amp;rows</source>
        <translation>Filas &amp;compactas</translation>
    </message>
    <message>
        <source>&amp;Freeze first column</source>
        <translation>&amp;Inmovilizar la primera columna</translation>
    </message>
    <message>
        <source>Loading conversations…</source>
        <translation>Cargando conversaciones…</translation>
    </message>
</context>
<context>
    <name>widgets::CopiedNote</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>widgets::DateRangePopover</name>
    <message>
        <source>No start</source>
        <translation>Sin comienzo</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Sin final</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>H&amp;asta</translation>
    </message>
    <message>
        <source>Times are in %1</source>
        <translation>Horas en %1</translation>
    </message>
    <message>
        <source>%1, time</source>
        <translation>%1, hora</translation>
    </message>
    <message>
        <source>Choose from a calendar</source>
        <translation>Elegir en un calendario</translation>
    </message>
    <message>
        <source>“%1” isn’t a date. Try 2026-01-31, today or 3d.</source>
        <translation>«%1» no es una fecha. Pruebe 2026-01-31, today o 3d.</translation>
    </message>
    <message>
        <source>“%1” isn’t a time. Try 14:30.</source>
        <translation>«%1» no es una hora. Pruebe 14:30.</translation>
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
    <message numerus="yes">
        <source>%1 conversations selected</source>
        <translation>
            <numerusform>%1 conversación seleccionada</numerusform>
            <numerusform>%1 conversaciones seleccionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a conversation</source>
        <translation>Seleccione una conversación</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignada a</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Aplazamiento</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminada</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Open in Quo</source>
        <translation>Abrir en Quo</translation>
    </message>
    <message>
        <source>Copy selected rows</source>
        <translation>Copiar las filas seleccionadas</translation>
    </message>
    <message>
        <source>Export selected rows</source>
        <translation>Exportar las filas seleccionadas</translation>
    </message>
    <message>
        <source>Other conversations with these people</source>
        <translation>Otras conversaciones con estas personas</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Más acciones</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Details and IDs</source>
        <translation>Detalles e ID</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>Copiar números</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copiar número</translation>
    </message>
</context>
<context>
    <name>widgets::ExportDialog</name>
    <message numerus="yes">
        <source>Writing %1 of %2 rows</source>
        <translation>
            <numerusform>Escribiendo %1 de %2 fila</numerusform>
            <numerusform>Escribiendo %1 de %2 filas</numerusform>
        </translation>
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
    <message>
        <source>“%1” already exists. Export again to replace it.</source>
        <translation>«%1» ya existe. Exporte de nuevo para reemplazarlo.</translation>
    </message>
    <message numerus="yes">
        <source>Exported %1 conversations</source>
        <translation>
            <numerusform>%1 conversación exportada</numerusform>
            <numerusform>%1 conversaciones exportadas</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Cerr&amp;ar</translation>
    </message>
    <message>
        <source>The filters were changed while the rows were being read, so nothing was written. Export again with the filters that are set now.</source>
        <translation>Los filtros cambiaron mientras se leían las filas, así que no se escribió nada. Exporte de nuevo con los filtros actuales.</translation>
    </message>
    <message>
        <source>Stopped before everything was read.</source>
        <translation>Se detuvo antes de leerlo todo.</translation>
    </message>
</context>
<context>
    <name>widgets::ExportForm</name>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
    <message>
        <source>+14155550100</source>
        <translation>+14155550100</translation>
    </message>
    <message>
        <source>+14155550100 as text</source>
        <translation>+14155550100 como texto</translation>
    </message>
    <message>
        <source>(415) 555-0100</source>
        <translation>(415) 555-0100</translation>
    </message>
    <message>
        <source>Fewer &amp;options</source>
        <translation>Menos &amp;opciones</translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation>Más &amp;opciones</translation>
    </message>
    <message>
        <source>Selected rows (%1)</source>
        <translation>Filas seleccionadas (%1)</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>at least so many</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>Everything that matches (%1)</source>
        <translation>Todo lo que coincide (%1)</translation>
    </message>
    <message>
        <source>Everything that matches (more than %1)</source>
        <translation>Todo lo que coincide (más de %1)</translation>
    </message>
    <message numerus="yes">
        <source>Export %1 conversations</source>
        <translation>
            <numerusform>Exportar %1 conversación</numerusform>
            <numerusform>Exportar %1 conversaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows read so far (%1)</source>
        <translation>Filas leídas hasta ahora (%1)</translation>
    </message>
</context>
<context>
    <name>widgets::FieldList</name>
    <message>
        <source>Copy: %1</source>
        <translation>Copiar: %1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
</context>
<context>
    <name>widgets::FilterBar</name>
    <message>
        <source>Filter by creation</source>
        <translation>Filtrar por creación</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Last activity from</source>
        <translation>Última actividad desde</translation>
    </message>
    <message>
        <source>Last activity to</source>
        <translation>Última actividad hasta</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignada a</translation>
    </message>
    <message>
        <source>Name or email</source>
        <translation>Nombre o correo</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Only conversations on these lines (Ctrl+L)</source>
        <translation>Solo conversaciones de estas líneas (Ctrl+L)</translation>
    </message>
    <message>
        <source>Only conversations in any of these states</source>
        <translation>Solo conversaciones en alguno de estos estados</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Última actividad</translation>
    </message>
    <message>
        <source>When the last message or call came in or went out</source>
        <translation>Cuándo entró o salió el último mensaje o la última llamada</translation>
    </message>
    <message>
        <source>Only conversations that are assigned to any of these</source>
        <translation>Solo conversaciones asignadas a alguna de estas personas</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creada</translation>
    </message>
    <message>
        <source>When the conversation began, even if it has been active since then</source>
        <translation>Cuándo empezó la conversación, aunque haya tenido actividad desde entonces</translation>
    </message>
    <message>
        <source>Active only</source>
        <translation>Solo activas</translation>
    </message>
    <message>
        <source>Leave out conversations that Quo calls inactive</source>
        <translation>Omitir las conversaciones que Quo considera inactivas</translation>
    </message>
    <message>
        <source>Quo user</source>
        <translation>Usuario de Quo</translation>
    </message>
    <message>
        <source>Conversations Quo lists for this person, whoever they’re assigned to</source>
        <translation>Conversaciones que Quo enumera para esta persona, sea quien sea el responsable</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Última modificación</translation>
    </message>
    <message>
        <source>When anything about the conversation last changed in Quo</source>
        <translation>Cuándo cambió por última vez algo de la conversación en Quo</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Guardar cambios</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Clear filters and search</source>
        <translation>Borrar filtros y búsqueda</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Más filtros</translation>
    </message>
    <message>
        <source>Save what is shown in the open view</source>
        <translation>Guardar lo que se muestra en la vista abierta</translation>
    </message>
    <message>
        <source>Clear filters and search (Ctrl+Z brings them back)</source>
        <translation>Borrar filtros y búsqueda (Ctrl+Z los recupera)</translation>
    </message>
    <message>
        <source>Filter by line</source>
        <translation>Filtrar por línea</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>Filtrar por estado</translation>
    </message>
    <message>
        <source>Filter by last activity</source>
        <translation>Filtrar por última actividad</translation>
    </message>
    <message>
        <source>Filter by assignee</source>
        <translation>Filtrar por responsable</translation>
    </message>
    <message>
        <source>Filter by Quo user</source>
        <translation>Filtrar por usuario de Quo</translation>
    </message>
    <message>
        <source>Filter by last change</source>
        <translation>Filtrar por última modificación</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>count, and more exist</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>%1. Press to edit it in the search.</source>
        <comment>condition as it was typed</comment>
        <translation>%1. Pulse para editarlo en la búsqueda.</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Yo</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More · %1</source>
        <comment>filters, and how many of them are set</comment>
        <translation>Más · %1</translation>
    </message>
    <message numerus="yes">
        <source>More filters, %n set</source>
        <translation>
            <numerusform>Más filtros, %n activo</numerusform>
            <numerusform>Más filtros, %n activos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::FilterChip</name>
    <message>
        <source>Remove filter: %1</source>
        <translation>Quitar filtro: %1</translation>
    </message>
    <message>
        <source>Filter %1: %2</source>
        <translation>Filtro %1: %2</translation>
    </message>
    <message>
        <source>Filter %1: not set</source>
        <translation>Filtro %1: sin definir</translation>
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
        <translation>Primera columna</translation>
    </message>
</context>
<context>
    <name>widgets::HeaderMenu</name>
    <message>
        <source>&amp;Oldest first</source>
        <translation>Más a&amp;ntiguas primero</translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation>Orden &amp;ascendente</translation>
    </message>
    <message>
        <source>&amp;Newest first</source>
        <translation>Más &amp;recientes primero</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>Orden &amp;descendente</translation>
    </message>
    <message>
        <source>&amp;Fit to content</source>
        <translation>A&amp;justar al contenido</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;Ocultar</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Columnas</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Re&amp;stablecer columnas</translation>
    </message>
</context>
<context>
    <name>widgets::Heading</name>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
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
        <translation>¿Quién es usted?</translation>
    </message>
    <message>
        <source>Quoin remembers it on this computer.</source>
        <translation>Quoin lo recuerda en este equipo.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Name, email or ID</source>
        <translation>Nombre, correo o ID</translation>
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
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Refresh (F5). Shift+F5 reloads everything</source>
        <translation>Actualizar (F5). Mayús+F5 vuelve a cargarlo todo</translation>
    </message>
    <message>
        <source>Export the list to a file (Ctrl+E)</source>
        <translation>Exportar la lista a un archivo (Ctrl+E)</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>&amp;Restablecer columnas</translation>
    </message>
    <message>
        <source>&amp;Reload everything</source>
        <translation>&amp;Volver a cargar todo</translation>
    </message>
</context>
<context>
    <name>widgets::InboxPage</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
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
        <source>Messages of the list</source>
        <translation>Mensajes de la lista</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Undo filter or search</source>
        <translation>Deshacer filtro o búsqueda</translation>
    </message>
    <message>
        <source>Redo filter or search</source>
        <translation>Rehacer filtro o búsqueda</translation>
    </message>
    <message>
        <source>Back to the previous view</source>
        <translation>Volver a la vista anterior</translation>
    </message>
    <message>
        <source>Forward to the next view</source>
        <translation>Avanzar a la vista siguiente</translation>
    </message>
    <message>
        <source>Show or hide the side bar</source>
        <translation>Mostrar u ocultar la barra lateral</translation>
    </message>
    <message>
        <source>Show or hide details</source>
        <translation>Mostrar u ocultar los detalles</translation>
    </message>
    <message>
        <source>Go to the next area</source>
        <translation>Ir a la zona siguiente</translation>
    </message>
    <message>
        <source>Go to the previous area</source>
        <translation>Ir a la zona anterior</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
</context>
<context>
    <name>widgets::LinesPopover</name>
    <message>
        <source>The key’s owner may not see this line: %1</source>
        <translation>El dueño de la clave no puede ver esta línea: %1</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Name, number or ID</source>
        <translation>Nombre, número o ID</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Todas las líneas</translation>
    </message>
    <message>
        <source>is any of</source>
        <translation>es alguna de</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>no es ninguna de</translation>
    </message>
    <message>
        <source>Only</source>
        <comment>this line</comment>
        <translation>Solo</translation>
    </message>
    <message>
        <source>Only this line</source>
        <translation>Solo esta línea</translation>
    </message>
    <message>
        <source>Exclude</source>
        <comment>this line</comment>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Exclude this line</source>
        <translation>Excluir esta línea</translation>
    </message>
    <message>
        <source>At least one line has to be left.</source>
        <translation>Debe quedar al menos una línea.</translation>
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
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Mostrar en la &amp;carpeta</translation>
    </message>
    <message>
        <source>No log: its folder can’t be written.</source>
        <translation>Sin registro: no se puede escribir en su carpeta.</translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
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
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
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
    <message>
        <source>Show the next message</source>
        <translation>Mostrar el mensaje siguiente</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>messages</comment>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>widgets::NewsButton</name>
    <message>
        <source>New conversations</source>
        <translation>Conversaciones nuevas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nueva</numerusform>
            <numerusform>%Ln nuevas</numerusform>
        </translation>
    </message>
    <message>
        <source>Show new and changed conversations (Home)</source>
        <translation>Mostrar las conversaciones nuevas y modificadas (Inicio)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new conversation(s). Press Home to show them.</source>
        <translation>
            <numerusform>%Ln conversación nueva. Pulse Inicio para mostrarla.</numerusform>
            <numerusform>%Ln conversaciones nuevas. Pulse Inicio para mostrarlas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%Ln más</numerusform>
            <numerusform>%Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the conversations that were loaded (Home)</source>
        <translation>Mostrar las conversaciones cargadas (Inicio)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more conversation(s). Press Home to show them.</source>
        <translation>
            <numerusform>%Ln conversación más. Pulse Inicio para mostrarla.</numerusform>
            <numerusform>%Ln conversaciones más. Pulse Inicio para mostrarlas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::NoticeWidget</name>
    <message>
        <source>Hide technical details</source>
        <translation>Ocultar detalles técnicos</translation>
    </message>
    <message>
        <source>Show technical details</source>
        <translation>Mostrar detalles técnicos</translation>
    </message>
</context>
<context>
    <name>widgets::PageEntries</name>
    <message>
        <source>State: %1</source>
        <translation>Estado: %1</translation>
    </message>
    <message>
        <source>Line: %1</source>
        <translation>Línea: %1</translation>
    </message>
    <message>
        <source>Assigned to: %1</source>
        <translation>Asignada a: %1</translation>
    </message>
</context>
<context>
    <name>widgets::PaletteModel</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Go to view</source>
        <translation>Ir a la vista</translation>
    </message>
    <message>
        <source>Filter by</source>
        <translation>Filtrar por</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
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
    <message>
        <source>Conversations with this person</source>
        <translation>Conversaciones con esta persona</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copiar número</translation>
    </message>
</context>
<context>
    <name>widgets::PersonHeader</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Selected conversation</source>
        <translation>Conversación seleccionada</translation>
    </message>
    <message>
        <source>Number, place and local time</source>
        <translation>Número, lugar y hora local</translation>
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
    <message>
        <source>No match</source>
        <translation>Sin coincidencias</translation>
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
        <source>the first %1 are listed</source>
        <translation>se enumeran las primeras %1</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>%1 of %2 in the list</source>
        <comment>how many there are</comment>
        <translation>%1 de %2 en la lista</translation>
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
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search names, numbers, IDs</source>
        <translation>Buscar nombres, números, ID</translation>
    </message>
    <message>
        <source>Words in any order, numbers in any notation, and conditions: line:support, to:dana,none, is:snoozed, before:2026-01-31, older:3d, created:&gt;=2026-01. A leading minus negates a term.</source>
        <translation>Palabras en cualquier orden, números en cualquier notación y condiciones: line:support, to:dana,none, is:snoozed, before:2026-01-31, older:3d, created:&gt;=2026-01. Un signo menos delante niega un término.</translation>
    </message>
    <message>
        <source>Search problem</source>
        <translation>Problema con la búsqueda</translation>
    </message>
</context>
<context>
    <name>widgets::SettingsDialog</name>
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
        <source>System default</source>
        <translation>Predeterminado del sistema</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>All workspaces</source>
        <translation>Todos los espacios de trabajo</translation>
    </message>
    <message>
        <source>System default (%1)</source>
        <translation>Predeterminada del sistema (%1)</translation>
    </message>
    <message>
        <source>OK deletes what is kept.</source>
        <translation>Aceptar elimina lo guardado.</translation>
    </message>
</context>
<context>
    <name>widgets::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Conversación siguiente</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Conversación anterior</translation>
    </message>
    <message>
        <source>Select the next one, too</source>
        <translation>Seleccionar también la siguiente</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Select only one</source>
        <translation>Seleccionar solo una</translation>
    </message>
    <message>
        <source>Open details</source>
        <translation>Abrir los detalles</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
</context>
<context>
    <name>widgets::SideBar</name>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>&amp;Save changes</source>
        <translation>&amp;Guardar cambios</translation>
    </message>
    <message>
        <source>Save &amp;as a view</source>
        <translation>Guardar &amp;como vista</translation>
    </message>
    <message>
        <source>Change who I am…</source>
        <translation>Cambiar quién soy…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Cambiar &amp;nombre</translation>
    </message>
    <message>
        <source>&amp;Open at startup</source>
        <translation>&amp;Abrir al iniciar</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>Move dow&amp;n</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>S&amp;hare…</source>
        <translation>Com&amp;partir…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>Couldn&apos;t open “%1”. %2</source>
        <translation>No se pudo abrir «%1». %2</translation>
    </message>
    <message>
        <source>Added “%1”</source>
        <translation>Se añadió «%1»</translation>
    </message>
    <message>
        <source>Saved “%1”</source>
        <translation>Se guardó «%1»</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>ready view and filters</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Share the view as a file</source>
        <translation>Compartir la vista como archivo</translation>
    </message>
    <message>
        <source>Quoin views (*.%1)</source>
        <translation>Vistas de Quoin (*.%1)</translation>
    </message>
    <message>
        <source>Couldn&apos;t save “%1”: %2</source>
        <translation>No se pudo guardar «%1»: %2</translation>
    </message>
    <message>
        <source>Saved “%1”. It contains filters and columns, not your API key</source>
        <translation>Se guardó «%1». Contiene filtros y columnas, no su clave de API</translation>
    </message>
    <message>
        <source>Deleted “%1”</source>
        <translation>Se eliminó «%1»</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Only this line</source>
        <translation>Solo esta línea</translation>
    </message>
    <message>
        <source>Also this line</source>
        <translation>También esta línea</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Todas las líneas</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>line and number</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Open view %1</source>
        <translation>Abrir la vista %1</translation>
    </message>
</context>
<context>
    <name>widgets::SideBarDelegate</name>
    <message>
        <source>Name of the view</source>
        <translation>Nombre de la vista</translation>
    </message>
</context>
<context>
    <name>widgets::SideBarList</name>
    <message>
        <source>Views and lines</source>
        <translation>Vistas y líneas</translation>
    </message>
    <message>
        <source>Enter opens an item. Ctrl+Enter on a line adds it to the lines that are shown. F2 renames a view, Alt with Up or Down moves it, Delete deletes it</source>
        <translation>Intro abre un elemento. Ctrl+Intro en una línea la añade a las que se muestran. F2 cambia el nombre de una vista, Alt con Arriba o Abajo la mueve, Supr la elimina</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Guardar como vista</translation>
    </message>
    <message>
        <source>Save as a view (Ctrl+Shift+S)</source>
        <translation>Guardar como vista (Ctrl+Mayús+S)</translation>
    </message>
</context>
<context>
    <name>widgets::SideBarModel</name>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Guardar como vista</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Menos</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
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
        <translation>Vista predefinida</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Vista guardada</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiada</translation>
    </message>
    <message>
        <source>opens at startup</source>
        <translation>se abre al iniciar</translation>
    </message>
    <message>
        <source>Save filters and columns as a view</source>
        <translation>Guardar filtros y columnas como vista</translation>
    </message>
    <message>
        <source>Changed. Ctrl+S saves the changes</source>
        <translation>Modificada. Ctrl+S guarda los cambios</translation>
    </message>
    <message>
        <source>Opens at startup</source>
        <translation>Se abre al iniciar</translation>
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
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>Paste key</source>
        <translation>Pegar la clave</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Mostrar</translation>
    </message>
    <message>
        <source>Show key</source>
        <translation>Mostrar la clave</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Iniciar sesión</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
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
        <source>Remove workspace</source>
        <translation>Quitar espacio de trabajo</translation>
    </message>
    <message>
        <source>Your key is stored in the system keychain and only sent to %1.</source>
        <translation>Su clave se guarda en el llavero del sistema y solo se envía a %1.</translation>
    </message>
    <message>
        <source>Quoin reads conversations with an API key. It never changes anything in Quo.</source>
        <translation>Quoin lee las conversaciones con una clave de API. Nunca cambia nada en Quo.</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>&amp;Clave de API</translation>
    </message>
    <message>
        <source>&amp;Get a key in Quo</source>
        <translation>Obtener una clave en &amp;Quo</translation>
    </message>
    <message>
        <source>Get a key in Quo</source>
        <translation>Obtener una clave en Quo</translation>
    </message>
    <message>
        <source>Workspace owners and admins can create a key in Quo: Settings &gt; API</source>
        <translation>Los propietarios y administradores pueden crear una clave en Quo: Settings &gt; API</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clave de API</translation>
    </message>
    <message>
        <source>Sign-in problem</source>
        <translation>Problema al iniciar sesión</translation>
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
        <source>Optional</source>
        <translation>Opcional</translation>
    </message>
    <message>
        <source>Removes it, its filters and views from this computer. Quo isn’t changed.</source>
        <translation>Lo quita de este equipo, con sus filtros y vistas. En Quo no cambia nada.</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>Probar la &amp;demostración</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Probar la demostración</translation>
    </message>
    <message>
        <source>Just looking?</source>
        <translation>¿Solo está mirando?</translation>
    </message>
    <message>
        <source>Enter an API key.</source>
        <translation>Introduzca una clave de API.</translation>
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
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Cargar todo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>Detener la carga</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>En segundo plano</translation>
    </message>
    <message>
        <source>Read the rest of these first, as fast as Quo allows</source>
        <translation>Leer antes el resto de estas, tan rápido como Quo lo permita</translation>
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
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
</context>
<context>
    <name>widgets::TeammatePopover</name>
    <message>
        <source>Anyone</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Quo user</source>
        <translation>Usuario de Quo</translation>
    </message>
    <message>
        <source>Name, email or ID</source>
        <translation>Nombre, correo o ID</translation>
    </message>
    <message>
        <source>Conversations Quo lists for this person, whoever they’re assigned to</source>
        <translation>Conversaciones que Quo enumera para esta persona, sea quien sea el responsable</translation>
    </message>
</context>
<context>
    <name>widgets::WatchMenu</name>
    <message>
        <source>No lines are known yet</source>
        <translation>Todavía no se conoce ninguna línea</translation>
    </message>
    <message>
        <source>Shows a notification when a conversation on these lines becomes unassigned, or when its snooze ends</source>
        <translation>Muestra una notificación cuando una conversación de estas líneas queda sin asignar o termina su aplazamiento</translation>
    </message>
    <message>
        <source>&amp;Notifications</source>
        <translation>&amp;Notificaciones</translation>
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
    <message>
        <source>&amp;Reload contact names</source>
        <translation>Volver a ca&amp;rgar los nombres de contactos</translation>
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
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Llamada perdida</translation>
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
        <source>Loading…</source>
        <translation>Cargando…</translation>
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
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Busy</source>
        <comment>the line that was called</comment>
        <translation>Línea ocupada</translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation>Llamada fallida</translation>
    </message>
    <message>
        <source>Abandoned</source>
        <comment>a call</comment>
        <translation>Abandonada</translation>
    </message>
    <message>
        <source>No answer</source>
        <comment>to a call</comment>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>a message</comment>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>a message</comment>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>No entregado</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No enviado</translation>
    </message>
    <message>
        <source>Forwarded to %1</source>
        <translation>Desviada a %1</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <comment>a call</comment>
        <translation>Desviada</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <comment>call</comment>
        <translation>Saliente</translation>
    </message>
    <message>
        <source>Incoming</source>
        <comment>call</comment>
        <translation>Entrante</translation>
    </message>
    <message>
        <source>The key’s owner has no access.</source>
        <translation>El dueño de la clave no tiene acceso.</translation>
    </message>
    <message>
        <source>Quo didn’t accept the request.</source>
        <translation>Quo no aceptó la petición.</translation>
    </message>
    <message>
        <source>Quo keeps sending pages without anything new.</source>
        <translation>Quo sigue enviando páginas sin nada nuevo.</translation>
    </message>
    <message>
        <source>Ringing</source>
        <comment>a call</comment>
        <translation>Sonando</translation>
    </message>
    <message>
        <source>In progress with an AI agent</source>
        <translation>En curso con un agente virtual</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>a call</comment>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Call, %1</source>
        <comment>%1 is how long</comment>
        <translation>Llamada, %1</translation>
    </message>
    <message>
        <source>Called by %1</source>
        <translation>Llamó %1</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>Contestó %1</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>Llamada saliente</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>a call</comment>
        <translation>Contestada</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Adjunto</translation>
    </message>
    <message>
        <source>Select a conversation</source>
        <translation>Seleccione una conversación</translation>
    </message>
    <message>
        <source>No messages or calls yet</source>
        <translation>Todavía no hay mensajes ni llamadas</translation>
    </message>
    <message>
        <source>Start of conversation</source>
        <translation>Comienzo de la conversación</translation>
    </message>
    <message>
        <source>Messages aren’t available: Quo doesn’t list anyone in this conversation</source>
        <translation>Los mensajes no están disponibles: Quo no indica ningún participante de esta conversación</translation>
    </message>
    <message>
        <source>Messages of groups this large aren’t available from Quo</source>
        <translation>Quo no ofrece los mensajes de grupos tan grandes</translation>
    </message>
    <message>
        <source>Scroll up for older messages and calls</source>
        <translation>Desplácese hacia arriba para ver mensajes y llamadas anteriores</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Todavía no hay mensajes</translation>
    </message>
    <message>
        <source>Start of messages</source>
        <translation>Comienzo de los mensajes</translation>
    </message>
    <message>
        <source>Some of this conversation couldn’t be loaded</source>
        <translation>No se pudo cargar una parte de esta conversación</translation>
    </message>
    <message>
        <source>Couldn’t load messages. %1</source>
        <translation>No se pudieron cargar los mensajes. %1</translation>
    </message>
    <message>
        <source>Couldn’t load older messages. %1</source>
        <translation>No se pudieron cargar los mensajes más antiguos. %1</translation>
    </message>
    <message>
        <source>Couldn’t load calls. %1</source>
        <translation>No se pudieron cargar las llamadas. %1</translation>
    </message>
    <message>
        <source>Couldn’t load older calls. %1</source>
        <translation>No se pudieron cargar las llamadas más antiguas. %1</translation>
    </message>
    <message>
        <source>Left out messages that belong to another conversation: %1.</source>
        <translation>Mensajes omitidos por ser de otra conversación: %1.</translation>
    </message>
    <message>
        <source>Left out messages that couldn’t be read: %1.</source>
        <translation>Mensajes omitidos porque no se pudieron leer: %1.</translation>
    </message>
    <message>
        <source>Left out calls that couldn’t be read: %1.</source>
        <translation>Llamadas omitidas porque no se pudieron leer: %1.</translation>
    </message>
    <message>
        <source>Couldn’t load messages and calls. %1</source>
        <translation>No se pudieron cargar los mensajes ni las llamadas. %1</translation>
    </message>
    <message>
        <source>Couldn’t load older messages and calls. %1</source>
        <translation>No se pudieron cargar los mensajes ni las llamadas más antiguos. %1</translation>
    </message>
</context>
<context>
    <name>words::ChoiceWords</name>
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
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date and time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>M&amp;anually</source>
        <translation>M&amp;anualmente</translation>
    </message>
    <message>
        <source>Over 3 days ago</source>
        <translation>Hace más de 3 días</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
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
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participantes</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignada a</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Pospuesta hasta</translation>
    </message>
    <message>
        <source>Muted until</source>
        <translation>Silenciada hasta</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Última actividad</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminada</translation>
    </message>
    <message>
        <source>Last activity ID</source>
        <translation>ID de la última actividad</translation>
    </message>
    <message>
        <source>Conversation ID</source>
        <translation>ID de la conversación</translation>
    </message>
    <message>
        <source>Indefinitely</source>
        <comment>snoozed</comment>
        <translation>Indefinidamente</translation>
    </message>
    <message>
        <source>The conversation’s name, or the people in it</source>
        <translation>El nombre de la conversación o las personas que participan en ella</translation>
    </message>
    <message>
        <source>Phone numbers of everyone in the conversation</source>
        <translation>Números de teléfono de todos los participantes de la conversación</translation>
    </message>
    <message>
        <source>The workspace’s phone number that has the conversation</source>
        <translation>El número de teléfono del espacio de trabajo al que pertenece la conversación</translation>
    </message>
    <message>
        <source>The person who looks after the conversation</source>
        <translation>La persona que se ocupa de la conversación</translation>
    </message>
    <message>
        <source>Unassigned, snoozed, snooze ended, muted or deleted</source>
        <translation>Sin asignar, pospuesta, con el plazo terminado, silenciada o eliminada</translation>
    </message>
    <message>
        <source>When the conversation returns to the inbox</source>
        <translation>Cuándo vuelve la conversación a la bandeja de entrada</translation>
    </message>
    <message>
        <source>When notifications turn on again</source>
        <translation>Cuándo se reactivan las notificaciones</translation>
    </message>
    <message>
        <source>Time of the latest message or call</source>
        <translation>Hora del último mensaje o de la última llamada</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Última modificación</translation>
    </message>
    <message>
        <source>When anything about the conversation last changed, such as its owner</source>
        <translation>Cuándo cambió por última vez algo de la conversación, como su responsable</translation>
    </message>
    <message>
        <source>Last updated</source>
        <comment>in files</comment>
        <translation>Última modificación</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creada</translation>
    </message>
    <message>
        <source>When the conversation started</source>
        <translation>Cuándo empezó la conversación</translation>
    </message>
    <message>
        <source>Thread created</source>
        <comment>in files</comment>
        <translation>Hilo creado</translation>
    </message>
    <message>
        <source>When the conversation was deleted</source>
        <translation>Cuándo se eliminó la conversación</translation>
    </message>
    <message>
        <source>ID of the latest message or call</source>
        <translation>ID del último mensaje o de la última llamada</translation>
    </message>
    <message>
        <source>Quo’s ID of the conversation</source>
        <translation>ID de la conversación en Quo</translation>
    </message>
</context>
<context>
    <name>words::CompletenessWords</name>
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
        <source>incomplete: %1</source>
        <translation>incompleto: %1</translation>
    </message>
    <message>
        <source>nothing usable: %1</source>
        <translation>nada utilizable: %1</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>no es un objeto</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>falta «%1»</translation>
    </message>
    <message>
        <source>“%1” has the wrong type</source>
        <translation>«%1» tiene un tipo erróneo</translation>
    </message>
    <message>
        <source>“%1” is too long</source>
        <translation>«%1» es demasiado largo</translation>
    </message>
    <message>
        <source>Couldn’t load %1. %2</source>
        <comment>a request, and why</comment>
        <translation>No se pudo cargar %1. %2</translation>
    </message>
    <message numerus="yes">
        <source>Quo ignored the filter “%1”.</source>
        <translation>
            <numerusform>Quo ignoró el filtro «%1».</numerusform>
            <numerusform>Quo ignoró los filtros «%1».</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Quoin left out the rows that don’t match it.</source>
        <translation>Quoin omitió las filas que no coinciden.</translation>
    </message>
    <message>
        <source>Some rows don’t match it.</source>
        <translation>Algunas filas no coinciden.</translation>
    </message>
    <message>
        <source>More conversations are in Quo.</source>
        <translation>Hay más conversaciones en Quo.</translation>
    </message>
    <message>
        <source>The limit was reached; more rows match.</source>
        <translation>Se alcanzó el límite; coinciden más filas.</translation>
    </message>
    <message>
        <source>Only the selected rows are included.</source>
        <translation>Solo se incluyen las filas seleccionadas.</translation>
    </message>
    <message numerus="yes">
        <source>Left out %1 conversations that couldn’t be read.</source>
        <translation>
            <numerusform>Se omitió %1 conversación que no se pudo leer.</numerusform>
            <numerusform>Se omitieron %1 conversaciones que no se pudieron leer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn’t check whether Quo applied the filter “%1”.</source>
        <translation>No se pudo comprobar si Quo aplicó el filtro «%1».</translation>
    </message>
    <message>
        <source>Not shown: %1. The key’s owner has no access.</source>
        <translation>No se muestra: %1. El dueño de la clave no tiene acceso.</translation>
    </message>
    <message>
        <source>The list changed while it was loading, so some may be missing. Refresh to check.</source>
        <translation>La lista cambió mientras se cargaba, así que pueden faltar algunas conversaciones. Actualice para comprobarlo.</translation>
    </message>
    <message>
        <source>Reasons: %1.</source>
        <translation>Motivos: %1.</translation>
    </message>
    <message>
        <source>Contact names weren’t searched. %1</source>
        <translation>No se buscó en los nombres de contactos. %1</translation>
    </message>
    <message>
        <source>Contact names are still loading, so not all of them were searched.</source>
        <translation>Los nombres de contactos aún se están cargando, así que no se buscó en todos.</translation>
    </message>
    <message>
        <source>Contact names weren’t searched: they’re off in the workspace menu.</source>
        <translation>No se buscó en los nombres de contactos: están desactivados en el menú del espacio de trabajo.</translation>
    </message>
    <message>
        <source>Stopped before everything was read.</source>
        <translation>Se detuvo antes de leerlo todo.</translation>
    </message>
    <message>
        <source>Contact names weren’t searched: they aren’t kept on this computer yet.</source>
        <translation>No se buscó en los nombres de contactos: todavía no están guardados en este equipo.</translation>
    </message>
    <message>
        <source>No conversations.</source>
        <translation>No hay conversaciones.</translation>
    </message>
    <message numerus="yes">
        <source>The first %1 conversations.</source>
        <translation>
            <numerusform>%1 conversación hasta ahora.</numerusform>
            <numerusform>Las primeras %1 conversaciones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 conversations as of %2.</source>
        <translation>
            <numerusform>%1 conversación en total (datos de %2).</numerusform>
            <numerusform>Todas las conversaciones: %1 (datos de %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 conversations as of %2.</source>
        <translation>
            <numerusform>%1 conversación (datos de %2).</numerusform>
            <numerusform>%1 conversaciones (datos de %2).</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn’t load all conversations. %1</source>
        <translation>No se pudieron cargar todas las conversaciones. %1</translation>
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
        <source>not found</source>
        <translation>no encontrado</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>error del servidor</translation>
    </message>
    <message>
        <source>answer too large</source>
        <translation>respuesta demasiado grande</translation>
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
        <source>subscription expired</source>
        <translation>suscripción caducada</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>connection dropped</source>
        <translation>conexión interrumpida</translation>
    </message>
    <message>
        <source>proxy needs a password</source>
        <translation>el proxy necesita una contraseña</translation>
    </message>
    <message>
        <source>API key not accepted</source>
        <translation>clave de API no aceptada</translation>
    </message>
    <message>
        <source>no access</source>
        <translation>sin acceso</translation>
    </message>
    <message>
        <source>filter not accepted</source>
        <translation>filtro no aceptado</translation>
    </message>
    <message>
        <source>request not accepted</source>
        <translation>petición no aceptada</translation>
    </message>
    <message>
        <source>rate limit reached</source>
        <translation>límite de peticiones alcanzado</translation>
    </message>
    <message>
        <source>unexpected answer</source>
        <translation>respuesta inesperada</translation>
    </message>
    <message>
        <source>Quo repeated a page</source>
        <translation>Quo repitió una página</translation>
    </message>
    <message>
        <source>endless list</source>
        <translation>lista interminable</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
    <message>
        <source>No API key</source>
        <translation>No hay clave de API</translation>
    </message>
    <message>
        <source>The address isn’t secure</source>
        <translation>La dirección no es segura</translation>
    </message>
    <message>
        <source>Can’t reach Quo</source>
        <translation>No se puede conectar con Quo</translation>
    </message>
    <message>
        <source>The connection dropped</source>
        <translation>La conexión se interrumpió</translation>
    </message>
    <message>
        <source>Quo didn’t answer in time</source>
        <translation>Quo no respondió a tiempo</translation>
    </message>
    <message>
        <source>No secure connection to Quo</source>
        <translation>No hay conexión segura con Quo</translation>
    </message>
    <message>
        <source>The server points to another address</source>
        <translation>El servidor remite a otra dirección</translation>
    </message>
    <message>
        <source>The proxy needs a name and password</source>
        <translation>El proxy necesita un nombre y una contraseña</translation>
    </message>
    <message>
        <source>Quo didn’t accept the API key</source>
        <translation>Quo no aceptó la clave de API</translation>
    </message>
    <message>
        <source>The workspace’s Quo subscription has expired</source>
        <translation>La suscripción del espacio de trabajo a Quo ha caducado</translation>
    </message>
    <message>
        <source>No access to one of these lines</source>
        <translation>Sin acceso a una de estas líneas</translation>
    </message>
    <message>
        <source>Quo didn’t accept a filter</source>
        <translation>Quo no aceptó un filtro</translation>
    </message>
    <message>
        <source>Quo didn’t accept the request</source>
        <translation>Quo no aceptó la petición</translation>
    </message>
    <message>
        <source>The server doesn’t know this address</source>
        <translation>El servidor no conoce esta dirección</translation>
    </message>
    <message>
        <source>Quo’s rate limit is reached</source>
        <translation>Se alcanzó el límite de peticiones de Quo</translation>
    </message>
    <message>
        <source>Quo is having problems (server error)</source>
        <translation>Quo tiene problemas (error del servidor)</translation>
    </message>
    <message>
        <source>Unexpected answer</source>
        <translation>Respuesta inesperada</translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation>La respuesta es demasiado grande</translation>
    </message>
    <message>
        <source>Quo keeps sending pages without anything new</source>
        <translation>Quo sigue enviando páginas sin nada nuevo</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Sign in, set QUO_API_KEY, or try “quoin --demo”.</source>
        <translation>Inicie sesión, defina QUO_API_KEY o pruebe «quoin --demo».</translation>
    </message>
    <message>
        <source>Your key wasn’t sent. Use https in --base-url or QUO_API_BASE_URL.</source>
        <translation>Su clave no se envió. Use https en --base-url o QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Check your connection.</source>
        <translation>Compruebe su conexión.</translation>
    </message>
    <message>
        <source>Try again to continue.</source>
        <translation>Intente de nuevo para continuar.</translation>
    </message>
    <message>
        <source>Your key wasn’t sent. Check this computer’s date, and any proxy in between.</source>
        <translation>Su clave no se envió. Compruebe la fecha de este equipo y cualquier proxy intermedio.</translation>
    </message>
    <message>
        <source>Your key wasn’t sent there. Check --base-url or QUO_API_BASE_URL.</source>
        <translation>Su clave no se envió allí. Compruebe --base-url o QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Set them in the environment, as in https_proxy=http://name:password@proxy:8080, or choose another proxy in Settings.</source>
        <translation>Defínalos en el entorno, como en https_proxy=http://name:password@proxy:8080, o elija otro proxy en Configuración.</translation>
    </message>
    <message>
        <source>It may have been deleted or replaced in Quo.</source>
        <translation>Puede que se haya eliminado o reemplazado en Quo.</translation>
    </message>
    <message>
        <source>Its owner can renew it in Quo. Then try again.</source>
        <translation>El propietario puede renovarla en Quo. Después, intente de nuevo.</translation>
    </message>
    <message>
        <source>The key’s owner can’t see it. Remove lines from the filter, then try again.</source>
        <translation>El dueño de la clave no puede verla. Quite líneas del filtro e intente de nuevo.</translation>
    </message>
    <message>
        <source>Change the one that is marked.</source>
        <translation>Cambie el que está marcado.</translation>
    </message>
    <message>
        <source>It didn’t say why.</source>
        <translation>No indicó el motivo.</translation>
    </message>
    <message>
        <source>Check --base-url or QUO_API_BASE_URL.</source>
        <translation>Compruebe --base-url o QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Espere un momento e intente de nuevo.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Intente de nuevo más tarde.</translation>
    </message>
    <message>
        <source>A proxy or login page may be in the way.</source>
        <translation>Puede que lo impida un proxy o una página de inicio de sesión.</translation>
    </message>
    <message>
        <source>Quoin didn’t read it. A proxy may have sent it instead of Quo.</source>
        <translation>Quoin no la leyó. Puede que la haya enviado un proxy en lugar de Quo.</translation>
    </message>
    <message>
        <source>Refresh to start over.</source>
        <translation>Actualice para empezar de nuevo.</translation>
    </message>
    <message>
        <source>Quo didn’t accept the API key. Change it in the workspace menu, or correct QUO_API_KEY.</source>
        <translation>Quo no aceptó la clave de API. Cámbiela en el menú del espacio de trabajo o corrija QUO_API_KEY.</translation>
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
        <translation>pidió esperar %1</translation>
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
    <message>
        <source>%1 +%2</source>
        <comment>the first value, and how many others</comment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>lines</comment>
        <translation>excepto %1</translation>
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
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <comment>%1 is a time</comment>
        <translation>ayer, %1</translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <comment>%1 is a time</comment>
        <translation>mañana, %1</translation>
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
        <translation>No hay nada guardado</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <comment>a size, a time</comment>
        <translation>%1 (datos de %2)</translation>
    </message>
    <message>
        <source>What was kept on this computer was damaged. Quoin is reading everything again.</source>
        <translation>Lo guardado en este equipo estaba dañado. Quoin lo está leyendo todo de nuevo.</translation>
    </message>
    <message>
        <source>What was kept on this computer was damaged. It was renamed to “%1”, and Quoin is reading everything again.</source>
        <translation>Lo guardado en este equipo estaba dañado. Ahora se llama «%1», y Quoin lo está leyendo todo de nuevo.</translation>
    </message>
    <message>
        <source>A newer version of Quoin keeps this workspace on this computer. Update Quoin, or delete what is kept in Settings.</source>
        <translation>Una versión más reciente de Quoin guarda este espacio de trabajo en este equipo. Actualice Quoin o elimine en Configuración lo guardado.</translation>
    </message>
    <message>
        <source>This workspace isn’t kept on this computer: “%1” belongs to another program.</source>
        <translation>Este espacio de trabajo no se guarda en este equipo: «%1» pertenece a otro programa.</translation>
    </message>
    <message>
        <source>This workspace isn’t kept on this computer: “%1” isn’t a file.</source>
        <translation>Este espacio de trabajo no se guarda en este equipo: «%1» no es un archivo.</translation>
    </message>
    <message>
        <source>Another Quoin window or command keeps this workspace on this computer.</source>
        <translation>Otra ventana u orden de Quoin ya guarda este espacio de trabajo en este equipo.</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: another program is using “%1”.</source>
        <translation>Los cambios no se guardan en este equipo: otro programa está usando «%1».</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: the disk is full. Free some space, then try again.</source>
        <translation>Los cambios no se guardan en este equipo: el disco está lleno. Libere espacio e intente de nuevo.</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: “%1” isn’t writable.</source>
        <translation>Los cambios no se guardan en este equipo: no se puede escribir en «%1».</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: “%1” can’t be read or written.</source>
        <translation>Los cambios no se guardan en este equipo: no se puede leer «%1» o escribir en él.</translation>
    </message>
    <message>
        <source>Read again: it was damaged</source>
        <translation>Se lee de nuevo: estaba dañado</translation>
    </message>
    <message>
        <source>Not kept: a newer version of Quoin uses the file</source>
        <translation>No se guarda: una versión más reciente de Quoin usa el archivo</translation>
    </message>
    <message>
        <source>Not kept: the file belongs to another program</source>
        <translation>No se guarda: el archivo pertenece a otro programa</translation>
    </message>
    <message>
        <source>Not kept: something else is in the file’s place</source>
        <translation>No se guarda: hay otra cosa en el lugar del archivo</translation>
    </message>
    <message>
        <source>Kept by another Quoin window or command</source>
        <translation>Lo guarda otra ventana u orden de Quoin</translation>
    </message>
    <message>
        <source>Not kept: another program is using the file</source>
        <translation>No se guarda: otro programa está usando el archivo</translation>
    </message>
    <message>
        <source>Not kept: the disk is full</source>
        <translation>No se guarda: el disco está lleno</translation>
    </message>
    <message>
        <source>Not kept: the file isn’t writable</source>
        <translation>No se guarda: no se puede escribir en el archivo</translation>
    </message>
    <message>
        <source>Not kept: the file can’t be read or written</source>
        <translation>No se guarda: el archivo no se puede leer o escribir</translation>
    </message>
    <message>
        <source>Couldn’t delete %1.</source>
        <translation>No se pudo eliminar: %1.</translation>
    </message>
    <message>
        <source>Deleted, and being kept again. To keep nothing, turn this off.</source>
        <translation>Se eliminó y se está guardando de nuevo. Para no guardar nada, desactive esta opción.</translation>
    </message>
    <message>
        <source>Deleted from this computer.</source>
        <translation>Se eliminó de este equipo.</translation>
    </message>
</context>
<context>
    <name>words::Notices</name>
    <message>
        <source>Loading more…</source>
        <translation>Cargando más…</translation>
    </message>
    <message>
        <source>They appear here once somebody calls or writes.</source>
        <translation>Aparecerán aquí cuando alguien llame o escriba.</translation>
    </message>
    <message>
        <source>Couldn’t load more</source>
        <translation>No se pudieron cargar más</translation>
    </message>
    <message>
        <source>No conversations match</source>
        <translation>Ninguna conversación coincide</translation>
    </message>
    <message>
        <source>Searched all %1 for “%2”.</source>
        <translation>Se buscó «%2» en todas las conversaciones (%1).</translation>
    </message>
    <message>
        <source>Searched all %1 for “%2” on %3.</source>
        <translation>Se buscó «%2» en todas las conversaciones (%1) de %3.</translation>
    </message>
    <message>
        <source>Searched all %1 for “%2” on %3 lines.</source>
        <translation>Se buscó «%2» en todas las conversaciones (%1) de %3 líneas.</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Todavía no hay conversaciones</translation>
    </message>
    <message>
        <source>No conversations match these filters</source>
        <translation>Ninguna conversación coincide con estos filtros</translation>
    </message>
    <message>
        <source>Automatic refresh is off. %1</source>
        <comment>%1 says why</comment>
        <translation>La actualización automática está desactivada. %1</translation>
    </message>
    <message>
        <source>Couldn’t refresh. %1</source>
        <comment>%1 says why</comment>
        <translation>No se pudo actualizar. %1</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Borrar búsqueda</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Borrar filtros</translation>
    </message>
    <message>
        <source>Change key…</source>
        <translation>Cambiar clave…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Cargar todo</translation>
    </message>
    <message>
        <source>Search all lines</source>
        <translation>Buscar en todas las líneas</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Still searching…</source>
        <translation>Se sigue buscando…</translation>
    </message>
    <message>
        <source>Searched %1 so far.</source>
        <translation>Se ha buscado en %1 hasta ahora.</translation>
    </message>
    <message>
        <source>Checking that none are missing…</source>
        <translation>Comprobando que no falte ninguna…</translation>
    </message>
    <message>
        <source>Searched only the first %1</source>
        <translation>Solo se buscó en las primeras %1</translation>
    </message>
    <message>
        <source>Offline since %1. Showing the first %2 as of %3.</source>
        <translation>Sin red desde %1. Se muestran las primeras %2 (datos de %3).</translation>
    </message>
    <message>
        <source>Offline since %1. Showing all %2 as of %3.</source>
        <translation>Sin red desde %1. Se muestran todas: %2 (datos de %3).</translation>
    </message>
    <message>
        <source>Offline since %1. Showing the first %2.</source>
        <translation>Sin red desde %1. Se muestran las primeras %2.</translation>
    </message>
    <message>
        <source>Offline since %1. Showing all %2.</source>
        <translation>Sin red desde %1. Se muestran todas: %2.</translation>
    </message>
    <message>
        <source>Oldest of the first %1. Older ones are still in Quo.</source>
        <translation>Las más antiguas de las primeras %1. Hay otras más antiguas en Quo.</translation>
    </message>
    <message>
        <source>Sorted the first %1. More are still in Quo.</source>
        <translation>Se ordenaron las primeras %1. Hay más en Quo.</translation>
    </message>
    <message>
        <source>Only Quo can answer this filter</source>
        <translation>Solo Quo puede responder a este filtro</translation>
    </message>
    <message>
        <source>Connect to the internet, or remove the filter.</source>
        <translation>Conéctese a internet o quite el filtro.</translation>
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
        <translation>mañana %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>a time</comment>
        <translation>ayer %1</translation>
    </message>
    <message>
        <source>%1 there</source>
        <comment>local time of a place</comment>
        <translation>%1 allí</translation>
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
        <source>Created from</source>
        <translation>Creada desde</translation>
    </message>
    <message>
        <source>Created to</source>
        <translation>Creada hasta</translation>
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
        <source>is write-protected</source>
        <translation>está protegido contra escritura</translation>
    </message>
    <message>
        <source>Can’t read the file: %1</source>
        <translation>No se puede leer el archivo: %1</translation>
    </message>
    <message>
        <source>Not a file</source>
        <translation>No es un archivo</translation>
    </message>
    <message>
        <source>Too large to be a view</source>
        <translation>Demasiado grande para ser una vista</translation>
    </message>
    <message>
        <source>Not a Quoin view: %1</source>
        <translation>No es una vista de Quoin: %1</translation>
    </message>
    <message>
        <source>Not a Quoin view</source>
        <translation>No es una vista de Quoin</translation>
    </message>
    <message>
        <source>This view needs a newer version of Quoin (view format %1)</source>
        <translation>Esta vista necesita una versión más reciente de Quoin (formato de vista %1)</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>Falta «%1»</translation>
    </message>
    <message>
        <source>Unknown entry “%1”</source>
        <translation>Entrada desconocida «%1»</translation>
    </message>
    <message>
        <source>“%1” has the wrong type</source>
        <translation>«%1» tiene un tipo erróneo</translation>
    </message>
    <message>
        <source>“%1” can’t be “%2”</source>
        <translation>«%1» no puede ser «%2»</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Quo user</source>
        <translation>Usuario de Quo</translation>
    </message>
    <message>
        <source>Changed from</source>
        <translation>Modificada desde</translation>
    </message>
    <message>
        <source>Changed to</source>
        <translation>Modificada hasta</translation>
    </message>
    <message>
        <source>Active only</source>
        <translation>Solo activas</translation>
    </message>
    <message>
        <source>Choose at most 100 lines; these are %1</source>
        <translation>Elija como mucho 100 líneas; estas son %1</translation>
    </message>
    <message>
        <source>“%1” isn’t a user ID (US…)</source>
        <translation>«%1» no es un ID de usuario (US…)</translation>
    </message>
    <message>
        <source>“%1” isn’t a line or number. Try +14155550100 or PN…</source>
        <translation>«%1» no es una línea ni un número. Pruebe +14155550100 o PN…</translation>
    </message>
    <message>
        <source>The end must be after the start</source>
        <translation>El final debe ser posterior al comienzo</translation>
    </message>
    <message>
        <source>%1 is out of range</source>
        <translation>%1 está fuera de lo permitido</translation>
    </message>
    <message>
        <source>“%1” isn’t a base URL. Try https://api.quo.com</source>
        <translation>«%1» no es una URL base. Pruebe https://api.quo.com</translation>
    </message>
    <message>
        <source>“%1” isn’t a secure base URL. Use https, or http to this computer</source>
        <translation>«%1» no es una URL base segura. Use https, o http a este equipo</translation>
    </message>
    <message>
        <source>The base URL must not contain a user name or password. The API key is enough</source>
        <translation>La URL base no debe contener nombre de usuario ni contraseña. Basta la clave de API</translation>
    </message>
    <message>
        <source>“%1” isn’t a base URL. Leave out “?”, “#” and what follows</source>
        <translation>«%1» no es una URL base. Omita «?», «#» y lo que sigue</translation>
    </message>
    <message>
        <source>“%1” needs a country code, such as +1</source>
        <translation>«%1» necesita un prefijo de país, como +1</translation>
    </message>
    <message>
        <source>“%1” is too short for a phone number</source>
        <translation>«%1» es demasiado corto para un número de teléfono</translation>
    </message>
    <message>
        <source>“%1” is too long for a phone number</source>
        <translation>«%1» es demasiado largo para un número de teléfono</translation>
    </message>
    <message>
        <source>“%1” isn’t a valid number in its country</source>
        <translation>«%1» no es un número válido en su país</translation>
    </message>
    <message>
        <source>“%1” isn’t finished</source>
        <translation>«%1» está sin terminar</translation>
    </message>
    <message>
        <source>“%1” isn’t a state. Try %2</source>
        <translation>«%1» no es un estado. Pruebe %2</translation>
    </message>
    <message>
        <source>“%1” isn’t a date. Try 2026-01-31, today or 3d</source>
        <translation>«%1» no es una fecha. Pruebe 2026-01-31, today o 3d</translation>
    </message>
    <message>
        <source>Quoin doesn’t know yet which teammate you are</source>
        <translation>Quoin todavía no sabe qué compañero es usted</translation>
    </message>
    <message>
        <source>No key for this workspace in the keychain.</source>
        <translation>No hay ninguna clave de este espacio de trabajo en el llavero.</translation>
    </message>
    <message>
        <source>The keychain denied access (%1).</source>
        <translation>El llavero denegó el acceso (%1).</translation>
    </message>
    <message>
        <source>No keychain found (%1).</source>
        <translation>No se encontró ningún llavero (%1).</translation>
    </message>
    <message>
        <source>links to a missing file</source>
        <translation>es un enlace a un archivo que no existe</translation>
    </message>
    <message>
        <source>isn’t a file</source>
        <translation>no es un archivo</translation>
    </message>
    <message>
        <source>Unknown time zone “%1”. Try Europe/Berlin</source>
        <translation>Zona horaria desconocida «%1». Pruebe Europe/Berlin</translation>
    </message>
</context>
<context>
    <name>words::ReadyViewWords</name>
    <message>
        <source>All conversations</source>
        <translation>Todas las conversaciones</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Sin asignar</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Asignadas a mí</translation>
    </message>
    <message>
        <source>Snooze ends today</source>
        <translation>El aplazamiento termina hoy</translation>
    </message>
    <message>
        <source>Snooze ended</source>
        <translation>Plazo terminado</translation>
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
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
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
        <translation>dentro de más de %1</translation>
    </message>
    <message>
        <source>in the next %1</source>
        <translation>en los próximos %1</translation>
    </message>
    <message>
        <source>Over %1 ago</source>
        <translation>Hace más de %1</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>Últimos %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>antes de %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Yo</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>value of a condition</comment>
        <translation>no %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>después de %1</translation>
    </message>
</context>
<context>
    <name>words::SettingsWords</name>
    <message>
        <source>a saved view</source>
        <translation>una vista guardada</translation>
    </message>
    <message>
        <source>columns and sorting</source>
        <translation>las columnas y el orden</translation>
    </message>
    <message>
        <source>other settings</source>
        <translation>otros</translation>
    </message>
    <message>
        <source>your last filters</source>
        <translation>sus últimos filtros</translation>
    </message>
    <message>
        <source>workspaces</source>
        <translation>espacios de trabajo</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>proxy</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>zona horaria</translation>
    </message>
    <message>
        <source>language</source>
        <translation>idioma</translation>
    </message>
    <message>
        <source>notifications</source>
        <translation>notificaciones</translation>
    </message>
    <message>
        <source>automatic refresh</source>
        <translation>actualización automática</translation>
    </message>
    <message>
        <source>export options</source>
        <translation>opciones de exportación</translation>
    </message>
    <message>
        <source>These settings are from a newer version of Quoin. They were kept as “%1”, and this version started with its defaults.</source>
        <translation>Esta configuración es de una versión más reciente de Quoin. Se conservó como «%1», y esta versión empezó con los valores predeterminados.</translation>
    </message>
    <message>
        <source>The settings file couldn’t be read. It was renamed to “%1”, and Quoin started with its defaults.</source>
        <translation>No se pudo leer el archivo de configuración. Ahora se llama «%1», y Quoin empezó con los valores predeterminados.</translation>
    </message>
    <message>
        <source>The settings file was damaged. Quoin kept what it could read and renamed the file to “%1”.</source>
        <translation>El archivo de configuración estaba dañado. Quoin conservó lo que pudo leer y cambió el nombre del archivo a «%1».</translation>
    </message>
    <message>
        <source>Can’t read some settings: %1. Quoin uses the defaults until you set them again.</source>
        <translation>No se puede leer parte de la configuración: %1. Quoin usa los valores predeterminados hasta que usted la ajuste de nuevo.</translation>
    </message>
    <message>
        <source>Can’t save settings: “%1” isn’t writable. Changes last until you quit.</source>
        <translation>No se puede guardar la configuración: no se puede escribir en «%1». Los cambios duran hasta que salga.</translation>
    </message>
    <message>
        <source>Quoin closed unexpectedly twice, so it started with a clean list. Your views are safe.</source>
        <translation>Quoin se cerró inesperadamente dos veces, así que empezó con una lista limpia. Sus vistas están a salvo.</translation>
    </message>
    <message>
        <source>Quoin closed unexpectedly. Your filters and columns are restored.</source>
        <translation>Quoin se cerró inesperadamente. Se han restaurado sus filtros y columnas.</translation>
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
        <source>Assigned</source>
        <translation>Asignada</translation>
    </message>
    <message>
        <source>Nobody</source>
        <comment>has the conversation</comment>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>mute</comment>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>On</source>
        <comment>mute</comment>
        <translation>Activado</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>mute</comment>
        <translation>Hasta %1</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>snooze</comment>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>Indefinitely</source>
        <comment>snoozed</comment>
        <translation>Indefinidamente</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>snooze</comment>
        <translation>Hasta %1</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <comment>snooze</comment>
        <translation>Terminó %1</translation>
    </message>
    <message>
        <source>Ended yesterday</source>
        <comment>a snooze</comment>
        <translation>Terminó ayer</translation>
    </message>
    <message>
        <source>Ended %1 d ago</source>
        <comment>days since a snooze</comment>
        <translation>Terminó hace %1 d</translation>
    </message>
    <message>
        <source>Ended %1 y ago</source>
        <comment>years since a snooze</comment>
        <translation>Terminó hace %1 a</translation>
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
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
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
        <source>some requests failed</source>
        <translation>algunas peticiones fallaron</translation>
    </message>
    <message>
        <source>more in Quo</source>
        <translation>hay más en Quo</translation>
    </message>
    <message>
        <source>some are unreadable</source>
        <translation>algunas son ilegibles</translation>
    </message>
    <message>
        <source>Quo ignored a filter</source>
        <translation>Quo ignoró un filtro</translation>
    </message>
    <message>
        <source>a filter couldn’t be checked</source>
        <translation>no se pudo comprobar un filtro</translation>
    </message>
    <message>
        <source>no access to some lines</source>
        <translation>sin acceso a algunas líneas</translation>
    </message>
    <message>
        <source>the list changed while loading</source>
        <translation>la lista cambió durante la carga</translation>
    </message>
    <message>
        <source>contact names not searched</source>
        <translation>no se buscó en los nombres de contactos</translation>
    </message>
    <message>
        <source>No conversations</source>
        <translation>No hay conversaciones</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
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
        <translation>%1, incompleto: %2</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Sin red desde %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 conversations</source>
        <translation>
            <numerusform>%1 conversación</numerusform>
            <numerusform>%1 conversaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>at least so many</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>más recientes primero</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>más antiguas primero</translation>
    </message>
    <message>
        <source>by %1, latest first</source>
        <comment>a column</comment>
        <translation>por «%1», lo más reciente primero</translation>
    </message>
    <message>
        <source>by %1, earliest first</source>
        <comment>a column</comment>
        <translation>por «%1», lo más antiguo primero</translation>
    </message>
    <message>
        <source>by %1, descending</source>
        <comment>a column</comment>
        <translation>por «%1», descendente</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>a column</comment>
        <translation>por «%1»</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>conversations and their order</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Checking for changes…</source>
        <translation>Comprobando si hay cambios…</translation>
    </message>
    <message>
        <source>Refreshing %1 of %2</source>
        <translation>Actualizando %1 de %2</translation>
    </message>
    <message>
        <source>Loading all: %1 so far</source>
        <translation>Cargando todo: %1 hasta ahora</translation>
    </message>
    <message>
        <source>Checking that none are missing…</source>
        <translation>Comprobando que no falte ninguna…</translation>
    </message>
    <message>
        <source>Requests: %1 of %2 per second</source>
        <translation>Peticiones: %1 de %2 por segundo</translation>
    </message>
    <message>
        <source>In progress: %1</source>
        <comment>requests</comment>
        <translation>En curso: %1</translation>
    </message>
    <message>
        <source>Queued: %1</source>
        <comment>requests</comment>
        <translation>En cola: %1</translation>
    </message>
    <message>
        <source>Rejected by rate limit (429): %1</source>
        <translation>Rechazadas por el límite de peticiones (429): %1</translation>
    </message>
    <message>
        <source>Loading all: %1 requests in %2, %3 per second</source>
        <translation>Cargando todo: %1 peticiones en %2, %3 por segundo</translation>
    </message>
    <message>
        <source>Quo doesn’t say how many conversations there are.</source>
        <translation>Quo no dice cuántas conversaciones hay.</translation>
    </message>
    <message>
        <source>%1. Trying again in %2 (%3 of %4).</source>
        <comment>what went wrong, a time, tries</comment>
        <translation>%1. Nuevo intento en %2 (%3 de %4).</translation>
    </message>
    <message>
        <source>Quo’s rate limit is reached. Continuing in %1.</source>
        <comment>%1 is a time</comment>
        <translation>Se alcanzó el límite de peticiones de Quo. Se continúa en %1.</translation>
    </message>
    <message>
        <source>%1 as of %2</source>
        <comment>what there is, a time</comment>
        <translation>%1 (datos de %2)</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Todas: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 matches in the first %2</source>
        <translation>
            <numerusform>%1 coincidencia en las primeras %2</numerusform>
            <numerusform>%1 coincidencias en las primeras %2</numerusform>
        </translation>
    </message>
    <message>
        <source>First %1</source>
        <translation>Primeras %1</translation>
    </message>
    <message>
        <source>Nothing read yet</source>
        <translation>Todavía no se leyó nada</translation>
    </message>
    <message>
        <source>Reading the rest… %1 so far</source>
        <translation>Leyendo el resto… %1 hasta ahora</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>the state, and what there is</comment>
        <translation>%1. %2</translation>
    </message>
</context>
</TS>
