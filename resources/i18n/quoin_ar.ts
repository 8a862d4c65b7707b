<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدم</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>Export problem</source>
        <translation>مشكلة في التصدير</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>عرض في &amp;المجلد</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;إعادة المحاولة</translation>
    </message>
    <message>
        <source>Retry export</source>
        <translation>إعادة محاولة التصدير</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Close export</source>
        <translation>إغلاق التصدير</translation>
    </message>
    <message>
        <source>Export &amp;partial list</source>
        <translation>تصدير قائمة &amp;جزئية</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;التنسيق</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>التنسيق</translation>
    </message>
    <message>
        <source>Phone &amp;numbers</source>
        <translation>&amp;أرقام الهواتف</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>أرقام الهواتف</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>الأوقات</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>&amp;Selected rows</source>
        <translation>&amp;صفوف محددة</translation>
    </message>
    <message>
        <source>Everything the filters &amp;match</source>
        <translation>&amp;كل ما يطابق المرشحات</translation>
    </message>
    <message>
        <source>Save &amp;as</source>
        <translation>حفظ &amp;باسم</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>اختيار ملف…</translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation>&amp;خيارات أكثر</translation>
    </message>
    <message>
        <source>&amp;Times in</source>
        <translation>الأوقات &amp;حسب توقيت</translation>
    </message>
    <message>
        <source>&amp;Include line and teammate names</source>
        <translation>&amp;تضمين أسماء الخطوط وزملاء الفريق</translation>
    </message>
    <message>
        <source>Also save an export &amp;report (.manifest.json)</source>
        <translation>حفظ تقرير &amp;عن التصدير أيضًا (.manifest.json)</translation>
    </message>
    <message>
        <source>Rows rea&amp;d so far</source>
        <translation>الصفوف الم&amp;قروءة حتى الآن</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>&amp;Export as</source>
        <translation>تصدير بصيغة</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>تصدير بصيغة</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;اللغة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;المنطقة الزمنية</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>&amp;الوكيل</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>Proxy’s host</source>
        <translation>مضيف الوكيل</translation>
    </message>
    <message>
        <source>proxy.example.com</source>
        <translation>proxy.example.com</translation>
    </message>
    <message>
        <source>Proxy’s port</source>
        <translation>منفذ الوكيل</translation>
    </message>
    <message>
        <source>Settings problem</source>
        <translation>مشكلة في الإعدادات</translation>
    </message>
    <message>
        <source>Threads to keep for &amp;quick reading</source>
        <translation>محادثات محفوظة &amp;للقراءة السريعة</translation>
    </message>
    <message>
        <source>Threads to keep for quick reading</source>
        <translation>محادثات محفوظة للقراءة السريعة</translation>
    </message>
    <message>
        <source>Their messages and calls open at once</source>
        <translation>تُفتح رسائلها ومكالماتها فورًا</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>على هذا الحاسوب</translation>
    </message>
    <message>
        <source>&amp;Keep this workspace on this computer</source>
        <translation>&amp;حفظ مساحة العمل هذه على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>المحفوظ على هذا الحاسوب</translation>
    </message>
    <message>
        <source>&amp;Delete now</source>
        <translation>ح&amp;ذف الآن</translation>
    </message>
    <message>
        <source>Deletes what is kept. Nothing changes in Quo</source>
        <translation>يحذف ما هو محفوظ. لا يتغير شيء في Quo</translation>
    </message>
    <message>
        <source>Quoin starts with everything it knows, even offline. Only your user account can read the files; full-disk encryption protects them further.</source>
        <translation>يبدأ Quoin بكل ما يعرفه، حتى بلا شبكة. لا يمكن إلا لحساب المستخدم الخاص بك قراءة الملفات؛ وتشفير القرص بالكامل يزيدها حماية.</translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>Gone</source>
        <comment>a conversation that is no longer in the list</comment>
        <translation>لم تعد موجودة</translation>
    </message>
    <message>
        <source>No longer in this list. The row disappears when you leave the list or press Home.</source>
        <translation>لم تعد في هذه القائمة. يختفي الصف عند مغادرة القائمة أو الضغط على Home.</translation>
    </message>
</context>
<context>
    <name>app::CommandLine</name>
    <message>
        <source>This command.</source>
        <translation>هذا الأمر.</translation>
    </message>
    <message>
        <source>unexpected argument &apos;%1&apos;</source>
        <translation>معامل غير متوقع &apos;%1&apos;</translation>
    </message>
    <message>
        <source>the command comes first: quoin %1 …</source>
        <translation>يأتي الأمر أولًا: quoin %1 …</translation>
    </message>
    <message>
        <source>Times in UTC (the default).</source>
        <translation>الأوقات بتوقيت UTC (الافتراضي).</translation>
    </message>
    <message>
        <source>Serve the demo workspace through Quo&apos;s API on 127.0.0.1 and print its base URL.</source>
        <translation>تقديم مساحة العمل التجريبية عبر واجهة Quo البرمجية على 127.0.0.1 وطباعة عنوانها الأساسي.</translation>
    </message>
    <message>
        <source>Port to listen on; 0 picks a free one.</source>
        <translation>منفذ الاستماع؛ 0 يختار منفذًا حرًا.</translation>
    </message>
    <message>
        <source>Number of conversations.</source>
        <translation>عدد المحادثات.</translation>
    </message>
    <message>
        <source>Random seed; the same seed makes the same data.</source>
        <translation>بذرة عشوائية؛ البذرة نفسها تنتج البيانات نفسها.</translation>
    </message>
    <message>
        <source>Milliseconds to wait before each answer.</source>
        <translation>مدة الانتظار بالملي ثانية قبل كل إجابة.</translation>
    </message>
    <message>
        <source>Requests per second for each key; 0 for no limit.</source>
        <translation>الطلبات في الثانية لكل مفتاح؛ 0 بلا حد.</translation>
    </message>
    <message>
        <source>unknown command &apos;%1&apos;. Try %2, or see &apos;quoin --help&apos;.</source>
        <translation>أمر غير معروف &apos;%1&apos;. جرّب %2 أو راجع &apos;quoin --help&apos;.</translation>
    </message>
    <message>
        <source>Same as --view FILE.</source>
        <translation>مثل --view FILE.</translation>
    </message>
    <message>
        <source>Open a view file.</source>
        <translation>فتح ملف طريقة عرض.</translation>
    </message>
    <message>
        <source>Save a PNG of the window once the list is loaded, then exit.</source>
        <translation>حفظ صورة PNG للنافذة بعد تحميل القائمة ثم الخروج.</translation>
    </message>
    <message>
        <source>--view needs a file name</source>
        <translation>يحتاج --view إلى اسم ملف</translation>
    </message>
    <message>
        <source>--screenshot needs a file name</source>
        <translation>يحتاج --screenshot إلى اسم ملف</translation>
    </message>
    <message>
        <source>Export conversations to a file, without a window.

Exit codes: 0 complete, 1 failed, 2 wrong option, 3 incomplete.
T is a date (2026-01-31), an ISO 8601 time, or an age (36h, 7d, 2w).</source>
        <translation>تصدير المحادثات إلى ملف بلا نافذة.

رموز الخروج: 0 كامل، 1 فشل، 2 خيار خاطئ، 3 ناقص.
T تاريخ (2026-01-31)، أو وقت وفق ISO 8601، أو عمر (36h أو 7d أو 2w).</translation>
    </message>
    <message>
        <source>File to write; &apos;-&apos; for the standard output.</source>
        <translation>الملف المراد كتابته؛ &apos;-&apos; للخرج القياسي.</translation>
    </message>
    <message>
        <source>Format: %1. Default: from the file name.</source>
        <translation>التنسيق: %1. الافتراضي: حسب اسم الملف.</translation>
    </message>
    <message>
        <source>Only this line (ID or number). Repeat for more lines.</source>
        <translation>هذا الخط فقط (المعرّف أو الرقم). كرّر الخيار لخطوط أخرى.</translation>
    </message>
    <message>
        <source>Only conversations that Quo lists for this user (ID).</source>
        <translation>المحادثات التي يدرجها Quo لهذا المستخدم فقط (المعرّف).</translation>
    </message>
    <message>
        <source>Limit to this time range.</source>
        <translation>الاقتصار على هذا المدى الزمني.</translation>
    </message>
    <message>
        <source>Active conversations only.</source>
        <translation>المحادثات النشطة فقط.</translation>
    </message>
    <message>
        <source>Only this state: %1. Repeat for more states.</source>
        <translation>هذه الحالة فقط: %1. كرّر الخيار لحالات أخرى.</translation>
    </message>
    <message>
        <source>Only conversations that match all of these words and conditions, such as &apos;line:support&apos;, &apos;-to:none&apos; or &apos;before:2026-01-31&apos;.</source>
        <translation>المحادثات التي تطابق كل هذه الكلمات والشروط فقط، مثل &apos;line:support&apos; أو &apos;-to:none&apos; أو &apos;before:2026-01-31&apos;.</translation>
    </message>
    <message>
        <source>Sort by these columns; add &apos;:desc&apos; for descending. &apos;none&apos; keeps the order of arrival.</source>
        <translation>الترتيب حسب هذه الأعمدة؛ أضف &apos;:desc&apos; للترتيب التنازلي. &apos;none&apos; يُبقي ترتيب الوصول.</translation>
    </message>
    <message>
        <source>Columns, separated by commas: %1.</source>
        <translation>الأعمدة، تفصل بينها فواصل: %1.</translation>
    </message>
    <message>
        <source>Use the filters, search, sort order and columns of a view file.</source>
        <translation>استعمال المرشحات والبحث والترتيب والأعمدة من ملف طريقة عرض.</translation>
    </message>
    <message>
        <source>Maximum rows.</source>
        <translation>الحد الأقصى للصفوف.</translation>
    </message>
    <message>
        <source>JSON: include line and teammate names.</source>
        <translation>JSON: تضمين أسماء الخطوط وزملاء الفريق.</translation>
    </message>
    <message>
        <source>Phone number style: %1. Default: e164.</source>
        <translation>نمط أرقام الهواتف: %1. الافتراضي: e164.</translation>
    </message>
    <message>
        <source>Country for national phone numbers, such as US. Default: the country of most lines.</source>
        <translation>بلد أرقام الهواتف المحلية، مثل US. الافتراضي: بلد معظم الخطوط.</translation>
    </message>
    <message>
        <source>Also save an export report (FILE.manifest.json).</source>
        <translation>حفظ تقرير عن التصدير أيضًا (FILE.manifest.json).</translation>
    </message>
    <message>
        <source>Don&apos;t protect text that a spreadsheet would run as a formula.</source>
        <translation>عدم حماية النص الذي ينفذه جدول البيانات كصيغة.</translation>
    </message>
    <message>
        <source>Replace the file even if it is write-protected.</source>
        <translation>استبدال الملف حتى إن كان محميًا من الكتابة.</translation>
    </message>
    <message>
        <source>Times in this computer&apos;s time zone.</source>
        <translation>الأوقات بالمنطقة الزمنية لهذا الحاسوب.</translation>
    </message>
    <message>
        <source>Don&apos;t show progress.</source>
        <translation>عدم عرض التقدم.</translation>
    </message>
    <message>
        <source>--%1 must be one of %2</source>
        <translation>يجب أن يكون --%1 واحدًا من %2</translation>
    </message>
    <message>
        <source>--output needs a file name, or &apos;-&apos; for the standard output</source>
        <translation>يحتاج --output إلى اسم ملف، أو &apos;-&apos; للخرج القياسي</translation>
    </message>
    <message>
        <source>--region needs a two-letter country code, such as US</source>
        <translation>يحتاج --region إلى رمز بلد من حرفين، مثل US</translation>
    </message>
    <message>
        <source>use either --utc or --local, not both</source>
        <translation>استعمل --utc أو --local، لا كليهما</translation>
    </message>
    <message>
        <source>--%1 needs a time such as 2026-01-31T10:00:00Z, 2026-01-31 or 7d</source>
        <translation>يحتاج --%1 إلى وقت مثل 2026-01-31T10:00:00Z أو 2026-01-31 أو 7d</translation>
    </message>
    <message>
        <source>--sort needs &apos;none&apos; or some of %1, with &apos;:desc&apos; for descending</source>
        <translation>يحتاج --sort إلى &apos;none&apos; أو بعض من %1، مع &apos;:desc&apos; للترتيب التنازلي</translation>
    </message>
    <message>
        <source>--columns needs some of %1</source>
        <translation>يحتاج --columns إلى بعض من %1</translation>
    </message>
    <message>
        <source>--manifest needs a file; it can&apos;t be used with the standard output</source>
        <translation>يحتاج --manifest إلى ملف؛ ولا يمكن استعماله مع الخرج القياسي</translation>
    </message>
    <message>
        <source>List the workspace&apos;s phone numbers.</source>
        <translation>سرد أرقام هواتف مساحة العمل.</translation>
    </message>
    <message>
        <source>List the workspace&apos;s users.</source>
        <translation>سرد مستخدمي مساحة العمل.</translation>
    </message>
    <message>
        <source>Format: table or json.</source>
        <translation>التنسيق: table أو json.</translation>
    </message>
    <message>
        <source>--format must be one of table, json</source>
        <translation>يجب أن يكون --format واحدًا من table, json</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>عرض هذه المساعدة.</translation>
    </message>
    <message>
        <source>--%1 needs a whole number from %2 to %3</source>
        <translation>يحتاج --%1 إلى عدد صحيح من %2 إلى %3</translation>
    </message>
    <message>
        <source>--%1 needs an ID</source>
        <translation>يحتاج --%1 إلى معرّف</translation>
    </message>
    <message>
        <source>Demo data; no key or network needed.</source>
        <translation>بيانات تجريبية؛ لا حاجة إلى مفتاح ولا إلى شبكة.</translation>
    </message>
    <message>
        <source>Number of demo conversations.</source>
        <translation>عدد المحادثات التجريبية.</translation>
    </message>
    <message>
        <source>API base URL.</source>
        <translation>العنوان الأساسي للواجهة البرمجية.</translation>
    </message>
    <message>
        <source>--demo-conversations needs --demo</source>
        <translation>يحتاج --demo-conversations إلى --demo</translation>
    </message>
    <message>
        <source>use either --demo or --base-url, not both</source>
        <translation>استعمل --demo أو --base-url، لا كليهما</translation>
    </message>
    <message>
        <source>Browse a Quo workspace (read-only).

Set QUO_API_KEY to use an API key without signing in, and QUO_API_BASE_URL to use
another server.

More commands: &apos;quoin sync&apos;, &apos;quoin export&apos;, &apos;quoin lines&apos;, &apos;quoin users&apos; and
&apos;quoin demo-server&apos;. Add --help to one of them for its options.</source>
        <translation>تصفح مساحة عمل في Quo (للقراءة فقط).

اضبط QUO_API_KEY لاستعمال مفتاح API دون تسجيل الدخول، وQUO_API_BASE_URL
لاستعمال خادم آخر.

أوامر أخرى: &apos;quoin sync&apos; و&apos;quoin export&apos; و&apos;quoin lines&apos; و&apos;quoin users&apos;
و&apos;quoin demo-server&apos;. أضف --help إلى أي منها لعرض خياراته.</translation>
    </message>
    <message>
        <source>Export what &apos;quoin sync&apos; or the window has kept on this computer, without a request to Quo.</source>
        <translation>تصدير ما حفظه &apos;quoin sync&apos; أو النافذة على هذا الحاسوب، دون أي طلب إلى Quo.</translation>
    </message>
    <message>
        <source>Export what is kept on this computer if it is at most this old (10m, 2h, 1d); otherwise ask Quo. With --from-mirror: otherwise fail.</source>
        <translation>تصدير ما هو محفوظ على هذا الحاسوب إن لم يتجاوز هذا العمر (10m أو 2h أو 1d)؛ وإلا فسؤال Quo. مع --from-mirror: وإلا فالفشل.</translation>
    </message>
    <message>
        <source>nothing of --demo is kept on this computer. To try it, run &apos;quoin demo-server&apos;, then use --base-url and any QUO_API_KEY</source>
        <translation>لا يُحفظ شيء من --demo على هذا الحاسوب. للتجربة شغّل &apos;quoin demo-server&apos;، ثم استعمل --base-url وأي قيمة في QUO_API_KEY</translation>
    </message>
    <message>
        <source>--max-age needs an age such as 10m, 2h or 1d</source>
        <translation>يحتاج --max-age إلى عمر مثل 10m أو 2h أو 1d</translation>
    </message>
    <message>
        <source>Keep the workspace on this computer, or bring what is kept up to date.

Exit codes: 0 complete, 1 failed, 2 wrong option, 3 incomplete.</source>
        <translation>حفظ مساحة العمل على هذا الحاسوب، أو تحديث ما هو محفوظ.

رموز الخروج: 0 كامل، 1 فشل، 2 خيار خاطئ، 3 ناقص.</translation>
    </message>
    <message>
        <source>Load everything again, not only what has changed.</source>
        <translation>تحميل كل شيء من جديد، لا ما تغير فقط.</translation>
    </message>
    <message>
        <source>Only say what went wrong: no progress and no summary.</source>
        <translation>ذكر المشكلات فقط: لا تقدم ولا ملخص.</translation>
    </message>
</context>
<context>
    <name>app::DesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>app::ExportCommand</name>
    <message>
        <source>and, in Quoin, by state or search</source>
        <translation>وفي Quoin حسب الحالة أو البحث</translation>
    </message>
    <message>
        <source>What is kept on this computer is damaged. Run &apos;quoin sync&apos; to load it again.</source>
        <translation>ما هو محفوظ على هذا الحاسوب تالف. شغّل &apos;quoin sync&apos; لتحميله من جديد.</translation>
    </message>
    <message>
        <source>What is kept on this computer was loaded with another key. Run &apos;quoin sync&apos; first.</source>
        <translation>ما هو محفوظ على هذا الحاسوب حُمّل بمفتاح آخر. شغّل &apos;quoin sync&apos; أولًا.</translation>
    </message>
    <message>
        <source>Nothing is kept on this computer yet. Run &apos;quoin sync&apos; first.</source>
        <translation>لا شيء محفوظ على هذا الحاسوب بعد. شغّل &apos;quoin sync&apos; أولًا.</translation>
    </message>
    <message>
        <source>Not everything is kept on this computer yet. Run &apos;quoin sync&apos; first.</source>
        <translation>لم يُحفظ كل شيء على هذا الحاسوب بعد. شغّل &apos;quoin sync&apos; أولًا.</translation>
    </message>
    <message>
        <source>What is kept on this computer is as of %1, which is older than --max-age. Run &apos;quoin sync&apos; first.</source>
        <translation>ما هو محفوظ على هذا الحاسوب (آخر تحديث: %1) أقدم من --max-age. شغّل &apos;quoin sync&apos; أولًا.</translation>
    </message>
    <message>
        <source>Only Quo can answer --user and --exclude-inactive, and its answer to this filter isn’t kept on this computer.</source>
        <translation>لا يجيب عن --user و--exclude-inactive إلا Quo، وإجابته عن هذا المرشح غير محفوظة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Only Quo knows the line %1: nothing of it is kept on this computer.</source>
        <translation>لا يعرف الخط %1 إلا Quo: لا شيء منه محفوظ على هذا الحاسوب.</translation>
    </message>
</context>
<context>
    <name>app::KeptWorkspace</name>
    <message>
        <source>No answer within %1 s</source>
        <translation>لا إجابة خلال %1 ث</translation>
    </message>
</context>
<context>
    <name>app::ListCommand</name>
    <message>
        <source>incomplete: %1</source>
        <translation>ناقص: %1</translation>
    </message>
    <message numerus="yes">
        <source>incomplete: couldn&apos;t read %n entry(s) (%1)</source>
        <translation>
            <numerusform>ناقص: تعذرت قراءة %n إدخال (%1)</numerusform>
            <numerusform>ناقص: تعذرت قراءة إدخال واحد (%1)</numerusform>
            <numerusform>ناقص: تعذرت قراءة إدخالين (%1)</numerusform>
            <numerusform>ناقص: تعذرت قراءة %n إدخالات (%1)</numerusform>
            <numerusform>ناقص: تعذرت قراءة %n إدخالًا (%1)</numerusform>
            <numerusform>ناقص: تعذرت قراءة %n إدخال (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ProgramActions</name>
    <message>
        <source>S&amp;ettings…</source>
        <translation>&amp;الإعدادات…</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>&amp;السجل…</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>نسخ &amp;التشخيص</translation>
    </message>
    <message>
        <source>A&amp;bout Quoin…</source>
        <translation>حول Quoin…</translation>
    </message>
    <message>
        <source>Last requests</source>
        <translation>آخر الطلبات</translation>
    </message>
    <message>
        <source>Restart Quoin to change the language.</source>
        <translation>أعد تشغيل Quoin لتغيير اللغة.</translation>
    </message>
    <message>
        <source>Diagnostics copied. They contain no names, numbers or keys.</source>
        <translation>نُسخت بيانات التشخيص. لا تتضمن أسماء أو أرقامًا أو مفاتيح.</translation>
    </message>
    <message>
        <source>Since Quoin started</source>
        <translation>منذ بدء تشغيل Quoin</translation>
    </message>
    <message>
        <source>Crash on %1, %2</source>
        <comment>day and time</comment>
        <translation>انهيار في %1، %2</translation>
    </message>
</context>
<context>
    <name>app::SignInFlow</name>
    <message>
        <source>Removing the key…</source>
        <translation>جارٍ إزالة المفتاح…</translation>
    </message>
    <message>
        <source>Quo workspace</source>
        <translation>مساحة عمل Quo</translation>
    </message>
    <message>
        <source>Opening the keychain…</source>
        <translation>جارٍ فتح حافظة المفاتيح…</translation>
    </message>
    <message>
        <source>Couldn’t remove the key. %1</source>
        <translation>تعذرت إزالة المفتاح. %1</translation>
    </message>
    <message>
        <source>Checking key…</source>
        <translation>جارٍ التحقق من المفتاح…</translation>
    </message>
    <message>
        <source>Quo didn’t accept this key. Check it, or create a new one.</source>
        <translation>لم يقبل Quo هذا المفتاح. تحقق منه أو أنشئ مفتاحًا جديدًا.</translation>
    </message>
    <message>
        <source>%1 You’ll sign in again next time.</source>
        <translation>‏%1 ستسجّل الدخول مرة أخرى في المرة القادمة.</translation>
    </message>
</context>
<context>
    <name>app::SyncCommand</name>
    <message>
        <source>This workspace isn’t kept on this computer: that is off in Settings.</source>
        <translation>لا تُحفظ مساحة العمل هذه على هذا الحاسوب: الحفظ معطّل في الإعدادات.</translation>
    </message>
    <message>
        <source>Couldn’t find out which lines this key may see. %1</source>
        <translation>تعذرت معرفة الخطوط التي يجوز لهذا المفتاح رؤيتها. %1</translation>
    </message>
    <message>
        <source>Couldn’t load contacts. %1</source>
        <translation>تعذر تحميل جهات الاتصال. %1</translation>
    </message>
</context>
<context>
    <name>app::Window</name>
    <message>
        <source>Show folder</source>
        <translation>عرض المجلد</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>محاولة أخرى</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>عرض السجل</translation>
    </message>
</context>
<context>
    <name>app::WorkspaceController</name>
    <message>
        <source>Demo workspace</source>
        <translation>مساحة عمل تجريبية</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
</context>
<context>
    <name>exporting::DelimitedWriter</name>
    <message>
        <source>Cells with broken characters: %1</source>
        <translation>خلايا فيها أحرف مبتورة: %1</translation>
    </message>
</context>
<context>
    <name>exporting::Manifest</name>
    <message>
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>مساحة العمل</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>المرشحات</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>الترتيب حسب</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>وقت البدء</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>وقت الانتهاء</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation>الصفوف المتروكة</translation>
    </message>
    <message>
        <source>Why they were left out</source>
        <translation>سبب تركها</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>كامل</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>ما ينقص</translation>
    </message>
    <message>
        <source>What the format can’t hold</source>
        <translation>ما لا يتسع له التنسيق</translation>
    </message>
    <message>
        <source>SHA-256 of the rows as CSV</source>
        <translation>قيمة SHA-256 للصفوف بصيغة CSV</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Rows from</source>
        <translation>مصدر الصفوف</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>حتى</translation>
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
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>About</source>
        <comment>a sheet&apos;s name</comment>
        <translation>حول</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>الذاكرة لا تكفي</translation>
    </message>
    <message>
        <source>can’t create a temporary file. Is the temporary folder full?</source>
        <translation>تعذر إنشاء ملف مؤقت. هل مجلد الملفات المؤقتة ممتلئ؟</translation>
    </message>
    <message>
        <source>the temporary folder is full</source>
        <translation>مجلد الملفات المؤقتة ممتلئ</translation>
    </message>
    <message>
        <source>couldn’t finish the workbook. Is the disk full?</source>
        <translation>تعذر إكمال المصنف. هل القرص ممتلئ؟</translation>
    </message>
    <message>
        <source>Cells cut at %1 characters: %2</source>
        <translation>خلايا قُصّت عند %1 حرفًا: %2</translation>
    </message>
    <message>
        <source>Times outside of Excel’s range, written as text: %1</source>
        <translation>أوقات خارج حدود Excel، كُتبت نصًا: %1</translation>
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
        <translation>‏Quo (تلقائي)</translation>
    </message>
    <message>
        <source>Former teammate</source>
        <translation>زميل سابق</translation>
    </message>
</context>
<context>
    <name>widgets::AboutDialog</name>
    <message>
        <source>About Quoin</source>
        <translation>حول Quoin</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;الرخصة</translation>
    </message>
    <message>
        <source>Quoin %1</source>
        <translation>Quoin %1</translation>
    </message>
    <message>
        <source>The Quoin developers</source>
        <translation>مطورو Quoin</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>برنامج حر بموجب رخصة غنو العمومية، الإصدار 3 أو أحدث، بلا أي ضمان.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>Li&amp;braries</source>
        <translation>ال&amp;مكتبات</translation>
    </message>
    <message>
        <source>Browse and export the conversations of a Quo workspace. Quoin never changes anything in Quo. Not affiliated with Quo.</source>
        <translation>تصفّح محادثات مساحة عمل Quo وصدّرها. لا يغيّر Quoin أي شيء في Quo أبدًا. غير تابع لـ Quo.</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>المكتبات</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>المؤلف</translation>
    </message>
</context>
<context>
    <name>widgets::ActivityPane</name>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;إعادة المحاولة</translation>
    </message>
    <message>
        <source>Activity status</source>
        <translation>حالة النشاط</translation>
    </message>
    <message>
        <source>Activity problem</source>
        <translation>مشكلة في النشاط</translation>
    </message>
    <message>
        <source>Retry activity</source>
        <translation>إعادة محاولة النشاط</translation>
    </message>
    <message>
        <source>Messages and calls</source>
        <translation>الرسائل والمكالمات</translation>
    </message>
    <message>
        <source>&amp;Copy text</source>
        <translation>نسخ &amp;النص</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>فتح %1</translation>
    </message>
    <message>
        <source>Calls in group conversations aren&apos;t available from Quo</source>
        <translation>لا يتيح Quo مكالمات المحادثات الجماعية</translation>
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
        <translation>لا توجد نتائج</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>لوحة الأوامر</translation>
    </message>
    <message>
        <source>Search conversations and commands</source>
        <translation>ابحث في المحادثات والأوامر</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>النتائج</translation>
    </message>
</context>
<context>
    <name>widgets::ConversationActions</name>
    <message>
        <source>&amp;Open in Quo</source>
        <translation>فتح في Quo</translation>
    </message>
    <message>
        <source>Same &amp;participants…</source>
        <translation>نفس &amp;المشاركين…</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>&amp;Copy as table</source>
        <translation>نسخ كجدول</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>نسخ بصيغة &amp;JSON</translation>
    </message>
    <message>
        <source>Copy &amp;number</source>
        <translation>نسخ &amp;الرقم</translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation>نسخ &amp;المعرّف</translation>
    </message>
    <message>
        <source>The demo workspace is not in Quo.</source>
        <translation>مساحة العمل التجريبية ليست في Quo.</translation>
    </message>
    <message>
        <source>Filter by &amp;line: %1</source>
        <translation>ترشيح حسب &amp;الخط: %1</translation>
    </message>
    <message>
        <source>Filter by these &amp;lines</source>
        <translation>ترشيح حسب هذه &amp;الخطوط</translation>
    </message>
    <message>
        <source>Filter by &amp;teammate: %1</source>
        <translation>ترشيح حسب &amp;الزميل: %1</translation>
    </message>
    <message>
        <source>Filter by &amp;teammate</source>
        <translation>ترشيح حسب &amp;الزميل</translation>
    </message>
    <message>
        <source>Se&amp;arch by %1</source>
        <translation>بحث حسب %1</translation>
    </message>
    <message>
        <source>&amp;Only ‘%1’</source>
        <translation>فقط «%1»</translation>
    </message>
    <message>
        <source>&amp;Not ‘%1’</source>
        <translation>ليس «%1»</translation>
    </message>
    <message>
        <source>Only &amp;empty ones</source>
        <translation>&amp;الفارغة فقط</translation>
    </message>
    <message>
        <source>None that is e&amp;mpty</source>
        <translation>غير &amp;الفارغة</translation>
    </message>
    <message>
        <source>&amp;Earlier than %1</source>
        <translation>قبل %1</translation>
    </message>
    <message>
        <source>&amp;This or later</source>
        <translation>عندئذ &amp;أو بعده</translation>
    </message>
    <message>
        <source>&amp;Only this day</source>
        <translation>هذا &amp;اليوم فقط</translation>
    </message>
    <message>
        <source>&amp;Sort by this, upwards</source>
        <translation>ترتيب تصاعدي بهذا</translation>
    </message>
    <message>
        <source>Sort by this, &amp;downwards</source>
        <translation>ترتيب تنازلي بهذا</translation>
    </message>
    <message>
        <source>Filter by line: collecting…</source>
        <translation>ترشيح حسب الخط: جارٍ الجمع…</translation>
    </message>
    <message>
        <source>Filter by teammate: collecting…</source>
        <translation>ترشيح حسب الزميل: جارٍ الجمع…</translation>
    </message>
    <message>
        <source>%1 rows are selected, and at most %2 can be copied. An export writes all of them to a file.</source>
        <translation>عدد الصفوف المحددة %1، ويمكن نسخ %2 على الأكثر. التصدير يكتبها كلها في ملف.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Copying %1 of %2 rows</source>
        <translation>جارٍ نسخ الصفوف: %1 من %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>The rows were copied.</source>
        <translation>نُسخت الصفوف.</translation>
    </message>
    <message>
        <source>Copying was stopped. The clipboard is as it was.</source>
        <translation>أُوقف النسخ. الحافظة كما كانت.</translation>
    </message>
</context>
<context>
    <name>widgets::ConversationTable</name>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Compact &amp;rows</source>
        <translation>صفوف &amp;مضغوطة</translation>
    </message>
    <message>
        <source>&amp;Freeze first column</source>
        <translation>&amp;تثبيت العمود الأول</translation>
    </message>
    <message>
        <source>Loading conversations…</source>
        <translation>جارٍ تحميل المحادثات…</translation>
    </message>
</context>
<context>
    <name>widgets::CopiedNote</name>
    <message>
        <source>Copied</source>
        <translation>نُسخ</translation>
    </message>
</context>
<context>
    <name>widgets::DateRangePopover</name>
    <message>
        <source>No start</source>
        <translation>بلا بداية</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>بلا نهاية</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;إلى</translation>
    </message>
    <message>
        <source>Times are in %1</source>
        <translation>الأوقات بتوقيت %1</translation>
    </message>
    <message>
        <source>%1, time</source>
        <translation>‏%1، الوقت</translation>
    </message>
    <message>
        <source>Choose from a calendar</source>
        <translation>الاختيار من تقويم</translation>
    </message>
    <message>
        <source>“%1” isn’t a date. Try 2026-01-31, today or 3d.</source>
        <translation>‏«%1» ليس تاريخًا. جرّب 2026-01-31 أو today أو 3d.</translation>
    </message>
    <message>
        <source>“%1” isn’t a time. Try 14:30.</source>
        <translation>‏«%1» ليس وقتًا. جرّب 14:30.</translation>
    </message>
</context>
<context>
    <name>widgets::DetailsFollower</name>
    <message>
        <source>Conversations with %1</source>
        <translation>محادثات مع %1</translation>
    </message>
    <message>
        <source>Conversations with just %1</source>
        <translation>محادثات مع %1 فقط</translation>
    </message>
</context>
<context>
    <name>widgets::DetailsPane</name>
    <message numerus="yes">
        <source>%1 conversations selected</source>
        <translation>
            <numerusform>%1 محادثة محددة</numerusform>
            <numerusform>%1 محادثة محددة</numerusform>
            <numerusform>%1 محادثتان محددتان</numerusform>
            <numerusform>%1 محادثات محددة</numerusform>
            <numerusform>%1 محادثة محددة</numerusform>
            <numerusform>%1 محادثة محددة</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a conversation</source>
        <translation>حدد محادثة</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>مسندة إلى</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>التأجيل</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>الكتم</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>محذوفة</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Open in Quo</source>
        <translation>فتح في Quo</translation>
    </message>
    <message>
        <source>Copy selected rows</source>
        <translation>نسخ الصفوف المحددة</translation>
    </message>
    <message>
        <source>Export selected rows</source>
        <translation>تصدير الصفوف المحددة</translation>
    </message>
    <message>
        <source>Other conversations with these people</source>
        <translation>محادثات أخرى مع هؤلاء الأشخاص</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>إجراءات أخرى</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <source>Details and IDs</source>
        <translation>التفاصيل والمعرّفات</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>نسخ الأرقام</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>نسخ الرقم</translation>
    </message>
</context>
<context>
    <name>widgets::ExportDialog</name>
    <message numerus="yes">
        <source>Writing %1 of %2 rows</source>
        <translation>
            <numerusform>تُكتب %1 من %2 صف</numerusform>
            <numerusform>تُكتب %1 من صف واحد (%2)</numerusform>
            <numerusform>تُكتب %1 من صفين (%2)</numerusform>
            <numerusform>تُكتب %1 من %2 صفوف</numerusform>
            <numerusform>تُكتب %1 من %2 صفًا</numerusform>
            <numerusform>تُكتب %1 من %2 صف</numerusform>
        </translation>
    </message>
    <message>
        <source>You can go on working with the list. The file will have the search, order and columns that were set when Export was pressed. Setting other filters, closing the window or signing out cancels the export; a file that is there already then stays as it is.</source>
        <translation>يمكنك مواصلة العمل على القائمة. سيكون في الملف البحث والترتيب والأعمدة المضبوطة عند الضغط على «تصدير». ضبط مرشحات أخرى أو إغلاق النافذة أو تسجيل الخروج يلغي التصدير؛ وعندئذ يبقى الملف الموجود من قبل كما هو.</translation>
    </message>
    <message>
        <source>You can go on working with the list. The file will have the rows as they are now. Closing the window or signing out cancels the export; a file that is there already then stays as it is.</source>
        <translation>يمكنك مواصلة العمل على القائمة. ستكون في الملف الصفوف كما هي الآن. إغلاق النافذة أو تسجيل الخروج يلغي التصدير؛ وعندئذ يبقى الملف الموجود من قبل كما هو.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>تجري الكتابة…</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was written to %1.</source>
        <translation>أُلغي التصدير. لم يُكتب شيء في %1.</translation>
    </message>
    <message>
        <source>“%1” already exists. Export again to replace it.</source>
        <translation>‏«%1» موجود من قبل. صدّر مرة أخرى لاستبداله.</translation>
    </message>
    <message numerus="yes">
        <source>Exported %1 conversations</source>
        <translation>
            <numerusform>صُدّرت %1 محادثة</numerusform>
            <numerusform>صُدّرت محادثة واحدة (%1)</numerusform>
            <numerusform>صُدّرت محادثتان (%1)</numerusform>
            <numerusform>صُدّرت %1 محادثات</numerusform>
            <numerusform>صُدّرت %1 محادثة</numerusform>
            <numerusform>صُدّرت %1 محادثة</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;إغلاق</translation>
    </message>
    <message>
        <source>The filters were changed while the rows were being read, so nothing was written. Export again with the filters that are set now.</source>
        <translation>تغيرت المرشحات أثناء قراءة الصفوف، فلم يُكتب شيء. صدّر مرة أخرى بالمرشحات المضبوطة الآن.</translation>
    </message>
    <message>
        <source>Stopped before everything was read.</source>
        <translation>توقف قبل اكتمال القراءة.</translation>
    </message>
</context>
<context>
    <name>widgets::ExportForm</name>
    <message>
        <source>Export to</source>
        <translation>تصدير إلى</translation>
    </message>
    <message>
        <source>+14155550100</source>
        <translation>‎+14155550100</translation>
    </message>
    <message>
        <source>+14155550100 as text</source>
        <translation>‎+14155550100 نصًا</translation>
    </message>
    <message>
        <source>(415) 555-0100</source>
        <translation>‎(415) 555-0100</translation>
    </message>
    <message>
        <source>Fewer &amp;options</source>
        <translation>&amp;خيارات أقل</translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation>&amp;خيارات أكثر</translation>
    </message>
    <message>
        <source>Selected rows (%1)</source>
        <translation>صفوف محددة (%1)</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>at least so many</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>Everything that matches (%1)</source>
        <translation>كل ما يطابق (%1)</translation>
    </message>
    <message>
        <source>Everything that matches (more than %1)</source>
        <translation>كل ما يطابق (أكثر من %1)</translation>
    </message>
    <message numerus="yes">
        <source>Export %1 conversations</source>
        <translation>
            <numerusform>تصدير %1 محادثة</numerusform>
            <numerusform>تصدير محادثة واحدة (%1)</numerusform>
            <numerusform>تصدير محادثتين (%1)</numerusform>
            <numerusform>تصدير %1 محادثات</numerusform>
            <numerusform>تصدير %1 محادثة</numerusform>
            <numerusform>تصدير %1 محادثة</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows read so far (%1)</source>
        <translation>الصفوف المقروءة حتى الآن (%1)</translation>
    </message>
</context>
<context>
    <name>widgets::FieldList</name>
    <message>
        <source>Copy: %1</source>
        <translation>نسخ: %1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>نسخ</translation>
    </message>
</context>
<context>
    <name>widgets::FilterBar</name>
    <message>
        <source>Filter by creation</source>
        <translation>ترشيح حسب البداية</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Last activity from</source>
        <translation>آخر نشاط من</translation>
    </message>
    <message>
        <source>Last activity to</source>
        <translation>آخر نشاط حتى</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>مسندة إلى</translation>
    </message>
    <message>
        <source>Name or email</source>
        <translation>الاسم أو البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Only conversations on these lines (Ctrl+L)</source>
        <translation>المحادثات على هذه الخطوط فقط (Ctrl+L)</translation>
    </message>
    <message>
        <source>Only conversations in any of these states</source>
        <translation>المحادثات التي في أي من هذه الحالات فقط</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>آخر نشاط</translation>
    </message>
    <message>
        <source>When the last message or call came in or went out</source>
        <translation>متى وردت آخر رسالة أو مكالمة أو صدرت</translation>
    </message>
    <message>
        <source>Only conversations that are assigned to any of these</source>
        <translation>المحادثات المسندة إلى أي من هؤلاء فقط</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>When the conversation began, even if it has been active since then</source>
        <translation>متى بدأت المحادثة، حتى إن نشطت بعد ذلك</translation>
    </message>
    <message>
        <source>Active only</source>
        <translation>النشطة فقط</translation>
    </message>
    <message>
        <source>Leave out conversations that Quo calls inactive</source>
        <translation>استبعاد المحادثات التي يعدّها Quo غير نشطة</translation>
    </message>
    <message>
        <source>Quo user</source>
        <translation>مستخدم Quo</translation>
    </message>
    <message>
        <source>Conversations Quo lists for this person, whoever they’re assigned to</source>
        <translation>المحادثات التي يدرجها Quo لهذا الشخص أيًا كان المسندة إليه</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>When anything about the conversation last changed in Quo</source>
        <translation>متى تغير آخر مرة أي شيء في المحادثة لدى Quo</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>حفظ التغييرات</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Clear filters and search</source>
        <translation>مسح المرشحات والبحث</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>المزيد من المرشحات</translation>
    </message>
    <message>
        <source>Save what is shown in the open view</source>
        <translation>حفظ المعروض في طريقة العرض المفتوحة</translation>
    </message>
    <message>
        <source>Clear filters and search (Ctrl+Z brings them back)</source>
        <translation>مسح المرشحات والبحث (Ctrl+Z يعيدها)</translation>
    </message>
    <message>
        <source>Filter by line</source>
        <translation>ترشيح حسب الخط</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>ترشيح حسب الحالة</translation>
    </message>
    <message>
        <source>Filter by last activity</source>
        <translation>ترشيح حسب آخر نشاط</translation>
    </message>
    <message>
        <source>Filter by assignee</source>
        <translation>ترشيح حسب المسؤول</translation>
    </message>
    <message>
        <source>Filter by Quo user</source>
        <translation>ترشيح حسب مستخدم Quo</translation>
    </message>
    <message>
        <source>Filter by last change</source>
        <translation>ترشيح حسب آخر تعديل</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>count, and more exist</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>%1. Press to edit it in the search.</source>
        <comment>condition as it was typed</comment>
        <translation>‏%1. اضغط لتحريره في البحث.</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>أنا</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>More · %1</source>
        <comment>filters, and how many of them are set</comment>
        <translation>المزيد · %1</translation>
    </message>
    <message numerus="yes">
        <source>More filters, %n set</source>
        <translation>
            <numerusform>المزيد من المرشحات، لا شيء منها مضبوط</numerusform>
            <numerusform>المزيد من المرشحات، واحد منها مضبوط</numerusform>
            <numerusform>المزيد من المرشحات، اثنان منها مضبوطان</numerusform>
            <numerusform>المزيد من المرشحات، %n منها مضبوطة</numerusform>
            <numerusform>المزيد من المرشحات، %n منها مضبوطًا</numerusform>
            <numerusform>المزيد من المرشحات، %n منها مضبوط</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::FilterChip</name>
    <message>
        <source>Remove filter: %1</source>
        <translation>إزالة المرشح: %1</translation>
    </message>
    <message>
        <source>Filter %1: %2</source>
        <translation>المرشح %1: %2</translation>
    </message>
    <message>
        <source>Filter %1: not set</source>
        <translation>المرشح %1: غير مضبوط</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>filter, before its value</comment>
        <translation>‏%1:</translation>
    </message>
</context>
<context>
    <name>widgets::FrozenColumn</name>
    <message>
        <source>First column</source>
        <translation>العمود الأول</translation>
    </message>
</context>
<context>
    <name>widgets::HeaderMenu</name>
    <message>
        <source>&amp;Oldest first</source>
        <translation>الأقدم &amp;أولًا</translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation>&amp;ترتيب تصاعدي</translation>
    </message>
    <message>
        <source>&amp;Newest first</source>
        <translation>&amp;الأحدث أولًا</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>ترتيب &amp;تنازلي</translation>
    </message>
    <message>
        <source>&amp;Fit to content</source>
        <translation>&amp;ملاءمة للمحتوى</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;إخفاء</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;الأعمدة</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>إعادة &amp;ضبط الأعمدة</translation>
    </message>
</context>
<context>
    <name>widgets::Heading</name>
    <message>
        <source>What is shown</source>
        <translation>ما هو معروض</translation>
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
        <translation>من أنت؟</translation>
    </message>
    <message>
        <source>Quoin remembers it on this computer.</source>
        <translation>يتذكر Quoin ذلك على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>Name, email or ID</source>
        <translation>الاسم أو البريد الإلكتروني أو المعرّف</translation>
    </message>
</context>
<context>
    <name>widgets::InboxBar</name>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Refresh (F5). Shift+F5 reloads everything</source>
        <translation>تحديث (F5). ويعيد Shift+F5 تحميل الكل</translation>
    </message>
    <message>
        <source>Export the list to a file (Ctrl+E)</source>
        <translation>تصدير القائمة إلى ملف (Ctrl+E)</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>إعادة &amp;ضبط الأعمدة</translation>
    </message>
    <message>
        <source>&amp;Reload everything</source>
        <translation>إعادة &amp;تحميل الكل</translation>
    </message>
</context>
<context>
    <name>widgets::InboxPage</name>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>Messages of the list</source>
        <translation>رسائل القائمة</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Undo filter or search</source>
        <translation>التراجع عن الترشيح أو البحث</translation>
    </message>
    <message>
        <source>Redo filter or search</source>
        <translation>إعادة الترشيح أو البحث</translation>
    </message>
    <message>
        <source>Back to the previous view</source>
        <translation>العودة إلى طريقة العرض السابقة</translation>
    </message>
    <message>
        <source>Forward to the next view</source>
        <translation>التقدم إلى طريقة العرض التالية</translation>
    </message>
    <message>
        <source>Show or hide the side bar</source>
        <translation>إظهار الشريط الجانبي أو إخفاؤه</translation>
    </message>
    <message>
        <source>Show or hide details</source>
        <translation>إظهار التفاصيل أو إخفاؤها</translation>
    </message>
    <message>
        <source>Go to the next area</source>
        <translation>الانتقال إلى المنطقة التالية</translation>
    </message>
    <message>
        <source>Go to the previous area</source>
        <translation>الانتقال إلى المنطقة السابقة</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>عرض في المجلد</translation>
    </message>
</context>
<context>
    <name>widgets::LinesPopover</name>
    <message>
        <source>The key’s owner may not see this line: %1</source>
        <translation>لا يجوز لصاحب المفتاح رؤية هذا الخط: %1</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Name, number or ID</source>
        <translation>الاسم أو الرقم أو المعرّف</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>كل الخطوط</translation>
    </message>
    <message>
        <source>is any of</source>
        <translation>أي من</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ليس أيًا من</translation>
    </message>
    <message>
        <source>Only</source>
        <comment>this line</comment>
        <translation>هذا فقط</translation>
    </message>
    <message>
        <source>Only this line</source>
        <translation>هذا الخط فقط</translation>
    </message>
    <message>
        <source>Exclude</source>
        <comment>this line</comment>
        <translation>استبعاد</translation>
    </message>
    <message>
        <source>Exclude this line</source>
        <translation>استبعاد هذا الخط</translation>
    </message>
    <message>
        <source>At least one line has to be left.</source>
        <translation>يجب أن يبقى خط واحد على الأقل.</translation>
    </message>
</context>
<context>
    <name>widgets::LogDialog</name>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Which run</source>
        <translation>أي تشغيل</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>عرض في &amp;المجلد</translation>
    </message>
    <message>
        <source>No log: its folder can’t be written.</source>
        <translation>لا يوجد سجل: تتعذر الكتابة في مجلده.</translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
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
        <translation>لوحة الأوامر</translation>
    </message>
</context>
<context>
    <name>widgets::MessageBar</name>
    <message>
        <source>Messages of Quoin</source>
        <translation>رسائل Quoin</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>إغلاق هذه الرسالة</translation>
    </message>
    <message>
        <source>Show the next message</source>
        <translation>عرض الرسالة التالية</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>messages</comment>
        <translation>‏%1 من %2</translation>
    </message>
</context>
<context>
    <name>widgets::NewsButton</name>
    <message>
        <source>New conversations</source>
        <translation>محادثات جديدة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>لا جديد</numerusform>
            <numerusform>واحدة جديدة</numerusform>
            <numerusform>اثنتان جديدتان</numerusform>
            <numerusform>%Ln جديدة</numerusform>
            <numerusform>%Ln جديدة</numerusform>
            <numerusform>%Ln جديدة</numerusform>
        </translation>
    </message>
    <message>
        <source>Show new and changed conversations (Home)</source>
        <translation>عرض المحادثات الجديدة والمعدّلة (Home)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new conversation(s). Press Home to show them.</source>
        <translation>
            <numerusform>لا محادثات جديدة. اضغط Home لعرضها.</numerusform>
            <numerusform>محادثة جديدة واحدة. اضغط Home لعرضها.</numerusform>
            <numerusform>محادثتان جديدتان. اضغط Home لعرضهما.</numerusform>
            <numerusform>%Ln محادثات جديدة. اضغط Home لعرضها.</numerusform>
            <numerusform>%Ln محادثة جديدة. اضغط Home لعرضها.</numerusform>
            <numerusform>%Ln محادثة جديدة. اضغط Home لعرضها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>لا محادثات أخرى</numerusform>
            <numerusform>محادثة أخرى</numerusform>
            <numerusform>محادثتان أخريان</numerusform>
            <numerusform>%Ln أخرى</numerusform>
            <numerusform>%Ln أخرى</numerusform>
            <numerusform>%Ln أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the conversations that were loaded (Home)</source>
        <translation>عرض المحادثات المحمّلة (Home)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more conversation(s). Press Home to show them.</source>
        <translation>
            <numerusform>لا محادثات أخرى. اضغط Home لعرضها.</numerusform>
            <numerusform>محادثة أخرى واحدة. اضغط Home لعرضها.</numerusform>
            <numerusform>محادثتان أخريان. اضغط Home لعرضهما.</numerusform>
            <numerusform>%Ln محادثات أخرى. اضغط Home لعرضها.</numerusform>
            <numerusform>%Ln محادثة أخرى. اضغط Home لعرضها.</numerusform>
            <numerusform>%Ln محادثة أخرى. اضغط Home لعرضها.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::NoticeWidget</name>
    <message>
        <source>Hide technical details</source>
        <translation>إخفاء التفاصيل التقنية</translation>
    </message>
    <message>
        <source>Show technical details</source>
        <translation>إظهار التفاصيل التقنية</translation>
    </message>
</context>
<context>
    <name>widgets::PageEntries</name>
    <message>
        <source>State: %1</source>
        <translation>الحالة: %1</translation>
    </message>
    <message>
        <source>Line: %1</source>
        <translation>الخط: %1</translation>
    </message>
    <message>
        <source>Assigned to: %1</source>
        <translation>مسندة إلى: %1</translation>
    </message>
</context>
<context>
    <name>widgets::PaletteModel</name>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Go to view</source>
        <translation>الانتقال إلى طريقة عرض</translation>
    </message>
    <message>
        <source>Filter by</source>
        <translation>التصفية حسب</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
</context>
<context>
    <name>widgets::PeopleList</name>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>own line</source>
        <translation>خط خاص بنا</translation>
    </message>
    <message>
        <source>Person: %1</source>
        <translation>الشخص: %1</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>عن %1</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>نسخ: %1</translation>
    </message>
    <message>
        <source>Conversations with %1</source>
        <translation>محادثات مع %1</translation>
    </message>
    <message>
        <source>Conversations with this person</source>
        <translation>محادثات مع هذا الشخص</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>نسخ الرقم</translation>
    </message>
</context>
<context>
    <name>widgets::PersonHeader</name>
    <message>
        <source>&amp;Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Selected conversation</source>
        <translation>المحادثة المحددة</translation>
    </message>
    <message>
        <source>Number, place and local time</source>
        <translation>الرقم والمكان والوقت المحلي</translation>
    </message>
</context>
<context>
    <name>widgets::Picker</name>
    <message>
        <source>%1 problem</source>
        <translation>مشكلة في %1</translation>
    </message>
    <message>
        <source>%1 to choose from</source>
        <translation>%1 للاختيار</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>لا مطابقة</translation>
    </message>
</context>
<context>
    <name>widgets::PickerModel</name>
    <message>
        <source>chosen</source>
        <translation>مختار</translation>
    </message>
</context>
<context>
    <name>widgets::RelatedPopover</name>
    <message>
        <source>Conversation</source>
        <translation>المحادثة</translation>
    </message>
    <message>
        <source>Search these</source>
        <translation>البحث في هذه</translation>
    </message>
    <message>
        <source>What they have in common</source>
        <translation>ما يجمعها</translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>أول %1 مذكورة</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>%1 of %2 in the list</source>
        <comment>how many there are</comment>
        <translation>‏%1 من %2 في القائمة</translation>
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
        <translation>بحث</translation>
    </message>
    <message>
        <source>Search names, numbers, IDs</source>
        <translation>ابحث في الأسماء والأرقام والمعرّفات</translation>
    </message>
    <message>
        <source>Words in any order, numbers in any notation, and conditions: line:support, to:dana,none, is:snoozed, before:2026-01-31, older:3d, created:&gt;=2026-01. A leading minus negates a term.</source>
        <translation>كلمات بأي ترتيب، وأرقام بأي كتابة، وشروط: line:support, to:dana,none, is:snoozed, before:2026-01-31, older:3d, created:&gt;=2026-01. علامة ناقص في الأمام تنفي الكلمة أو الشرط.</translation>
    </message>
    <message>
        <source>Search problem</source>
        <translation>مشكلة في البحث</translation>
    </message>
</context>
<context>
    <name>widgets::SettingsDialog</name>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
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
        <translation>يحتاج الوكيل إلى اسم مضيفه أو عنوانه.</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>افتراضي النظام</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>All workspaces</source>
        <translation>كل مساحات العمل</translation>
    </message>
    <message>
        <source>System default (%1)</source>
        <translation>إعداد النظام (%1)</translation>
    </message>
    <message>
        <source>OK deletes what is kept.</source>
        <translation>الضغط على «موافق» يحذف ما هو محفوظ.</translation>
    </message>
</context>
<context>
    <name>widgets::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>List</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>المحادثة التالية</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>المحادثة السابقة</translation>
    </message>
    <message>
        <source>Select the next one, too</source>
        <translation>تحديد التالية أيضًا</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Select only one</source>
        <translation>تحديد واحدة فقط</translation>
    </message>
    <message>
        <source>Open details</source>
        <translation>فتح التفاصيل</translation>
    </message>
    <message>
        <source>General</source>
        <translation>عام</translation>
    </message>
</context>
<context>
    <name>widgets::SideBar</name>
    <message>
        <source>Views</source>
        <translation>طرق العرض</translation>
    </message>
    <message>
        <source>&amp;Save changes</source>
        <translation>حفظ &amp;التغييرات</translation>
    </message>
    <message>
        <source>Save &amp;as a view</source>
        <translation>حفظ &amp;كطريقة عرض</translation>
    </message>
    <message>
        <source>Change who I am…</source>
        <translation>تغيير هويتي…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;إعادة التسمية</translation>
    </message>
    <message>
        <source>&amp;Open at startup</source>
        <translation>&amp;فتح عند بدء التشغيل</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>نقل &amp;إلى الأعلى</translation>
    </message>
    <message>
        <source>Move dow&amp;n</source>
        <translation>&amp;نقل إلى الأسفل</translation>
    </message>
    <message>
        <source>S&amp;hare…</source>
        <translation>&amp;مشاركة…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;حذف</translation>
    </message>
    <message>
        <source>Couldn&apos;t open “%1”. %2</source>
        <translation>تعذر فتح «%1». %2</translation>
    </message>
    <message>
        <source>Added “%1”</source>
        <translation>أُضيفت «%1»</translation>
    </message>
    <message>
        <source>Saved “%1”</source>
        <translation>حُفظت «%1»</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>ready view and filters</comment>
        <translation>‏%1، %2</translation>
    </message>
    <message>
        <source>Share the view as a file</source>
        <translation>مشاركة طريقة العرض في ملف</translation>
    </message>
    <message>
        <source>Quoin views (*.%1)</source>
        <translation>طرق عرض Quoin (*.%1)</translation>
    </message>
    <message>
        <source>Couldn&apos;t save “%1”: %2</source>
        <translation>تعذر حفظ «%1»: %2</translation>
    </message>
    <message>
        <source>Saved “%1”. It contains filters and columns, not your API key</source>
        <translation>حُفظ «%1». فيه المرشحات والأعمدة، وليس فيه مفتاح API الخاص بك</translation>
    </message>
    <message>
        <source>Deleted “%1”</source>
        <translation>حُذفت «%1»</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Only this line</source>
        <translation>هذا الخط فقط</translation>
    </message>
    <message>
        <source>Also this line</source>
        <translation>هذا الخط أيضًا</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>كل الخطوط</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>line and number</comment>
        <translation>‏%1، %2</translation>
    </message>
    <message>
        <source>Open view %1</source>
        <translation>فتح طريقة العرض %1</translation>
    </message>
</context>
<context>
    <name>widgets::SideBarDelegate</name>
    <message>
        <source>Name of the view</source>
        <translation>اسم طريقة العرض</translation>
    </message>
</context>
<context>
    <name>widgets::SideBarList</name>
    <message>
        <source>Views and lines</source>
        <translation>طرق العرض والخطوط</translation>
    </message>
    <message>
        <source>Enter opens an item. Ctrl+Enter on a line adds it to the lines that are shown. F2 renames a view, Alt with Up or Down moves it, Delete deletes it</source>
        <translation>يفتح Enter عنصرًا. ويضيف Ctrl+Enter على خط إلى الخطوط المعروضة. ويعيد F2 تسمية طريقة عرض، وينقلها Alt مع السهم الأعلى أو الأسفل، ويحذفها Delete</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>حفظ كطريقة عرض</translation>
    </message>
    <message>
        <source>Save as a view (Ctrl+Shift+S)</source>
        <translation>حفظ كطريقة عرض (Ctrl+Shift+S)</translation>
    </message>
</context>
<context>
    <name>widgets::SideBarModel</name>
    <message>
        <source>Views</source>
        <translation>طرق العرض</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>الخطوط</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>حفظ كطريقة عرض</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>أقل</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>lines</comment>
        <translation>
            <numerusform>لا خطوط أخرى</numerusform>
            <numerusform>خط آخر</numerusform>
            <numerusform>خطان آخران</numerusform>
            <numerusform>%n خطوط أخرى</numerusform>
            <numerusform>%n خطًا آخر</numerusform>
            <numerusform>%n خط آخر</numerusform>
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
        <translation>‏%1، %2</translation>
    </message>
    <message>
        <source>Ready view</source>
        <translation>طريقة عرض جاهزة</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>طريقة عرض محفوظة</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>معدّلة</translation>
    </message>
    <message>
        <source>opens at startup</source>
        <translation>تُفتح عند بدء التشغيل</translation>
    </message>
    <message>
        <source>Save filters and columns as a view</source>
        <translation>حفظ المرشحات والأعمدة كطريقة عرض</translation>
    </message>
    <message>
        <source>Changed. Ctrl+S saves the changes</source>
        <translation>معدّلة. يحفظ Ctrl+S التغييرات</translation>
    </message>
    <message>
        <source>Opens at startup</source>
        <translation>تُفتح عند بدء التشغيل</translation>
    </message>
</context>
<context>
    <name>widgets::SignInPage</name>
    <message>
        <source>Sign in to %1</source>
        <translation>تسجيل الدخول إلى %1</translation>
    </message>
    <message>
        <source>Sign in to a Quo workspace</source>
        <translation>تسجيل الدخول إلى مساحة عمل في Quo</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;لصق</translation>
    </message>
    <message>
        <source>Paste key</source>
        <translation>لصق المفتاح</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>إ&amp;ظهار</translation>
    </message>
    <message>
        <source>Show key</source>
        <translation>إظهار المفتاح</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>تسجيل &amp;الدخول</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;إلغاء</translation>
    </message>
    <message>
        <source>Cancel sign-in</source>
        <translation>إلغاء تسجيل الدخول</translation>
    </message>
    <message>
        <source>&amp;Remove workspace</source>
        <translation>&amp;إزالة مساحة العمل</translation>
    </message>
    <message>
        <source>Remove workspace</source>
        <translation>إزالة مساحة العمل</translation>
    </message>
    <message>
        <source>Your key is stored in the system keychain and only sent to %1.</source>
        <translation>يُحفظ مفتاحك في سلسلة مفاتيح النظام ولا يُرسل إلا إلى %1.</translation>
    </message>
    <message>
        <source>Quoin reads conversations with an API key. It never changes anything in Quo.</source>
        <translation>يقرأ Quoin المحادثات بمفتاح API. ولا يغيّر أي شيء في Quo أبدًا.</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>مفتاح API</translation>
    </message>
    <message>
        <source>&amp;Get a key in Quo</source>
        <translation>الحصول على مفتاح في &amp;Quo</translation>
    </message>
    <message>
        <source>Get a key in Quo</source>
        <translation>الحصول على مفتاح في Quo</translation>
    </message>
    <message>
        <source>Workspace owners and admins can create a key in Quo: Settings &gt; API</source>
        <translation>يمكن لمالكي مساحة العمل ومشرفيها إنشاء مفتاح في Quo: ‎Settings &gt; API</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>مفتاح API</translation>
    </message>
    <message>
        <source>Sign-in problem</source>
        <translation>مشكلة في تسجيل الدخول</translation>
    </message>
    <message>
        <source>&amp;Name of the workspace</source>
        <translation>&amp;اسم مساحة العمل</translation>
    </message>
    <message>
        <source>Name of the workspace</source>
        <translation>اسم مساحة العمل</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>اختياري</translation>
    </message>
    <message>
        <source>Removes it, its filters and views from this computer. Quo isn’t changed.</source>
        <translation>يزيلها من هذا الحاسوب مع عوامل تصفيتها وطرق عرضها. لا يتغير شيء في Quo.</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>جرّب ال&amp;عرض التجريبي</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>جرّب العرض التجريبي</translation>
    </message>
    <message>
        <source>Just looking?</source>
        <translation>مجرد استكشاف؟</translation>
    </message>
    <message>
        <source>Enter an API key.</source>
        <translation>أدخل مفتاح API.</translation>
    </message>
</context>
<context>
    <name>widgets::StatusLine</name>
    <message>
        <source>Key not kept</source>
        <translation>المفتاح غير محفوظ</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>الاكتمال</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>تحميل الكل</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>إيقاف التحميل</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>المحاولة الآن</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>في الخلفية</translation>
    </message>
    <message>
        <source>Read the rest of these first, as fast as Quo allows</source>
        <translation>قراءة بقية هذه المحادثات أولًا، بأقصى سرعة يسمح بها Quo</translation>
    </message>
</context>
<context>
    <name>widgets::SummaryPane</name>
    <message>
        <source>Selected conversations, summed up</source>
        <translation>المحادثات المحددة مجتمعة</translation>
    </message>
    <message>
        <source>By line</source>
        <translation>حسب الخط</translation>
    </message>
    <message>
        <source>By assignee</source>
        <translation>حسب المسؤول</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>غير مسندة</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>لا شيء من ذلك</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>حسب الحالة</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and count</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>جارٍ العد…</translation>
    </message>
</context>
<context>
    <name>widgets::TeammatePopover</name>
    <message>
        <source>Anyone</source>
        <translation>أي شخص</translation>
    </message>
    <message>
        <source>Quo user</source>
        <translation>مستخدم Quo</translation>
    </message>
    <message>
        <source>Name, email or ID</source>
        <translation>الاسم أو البريد الإلكتروني أو المعرّف</translation>
    </message>
    <message>
        <source>Conversations Quo lists for this person, whoever they’re assigned to</source>
        <translation>المحادثات التي يدرجها Quo لهذا الشخص أيًا كان المسندة إليه</translation>
    </message>
</context>
<context>
    <name>widgets::WatchMenu</name>
    <message>
        <source>No lines are known yet</source>
        <translation>لا خطوط معروفة بعد</translation>
    </message>
    <message>
        <source>Shows a notification when a conversation on these lines becomes unassigned, or when its snooze ends</source>
        <translation>يعرض إشعارًا عندما لا يبقى أحد يتولى محادثة على هذه الخطوط أو عندما ينتهي تأجيلها</translation>
    </message>
    <message>
        <source>&amp;Notifications</source>
        <translation>الإ&amp;شعارات</translation>
    </message>
</context>
<context>
    <name>widgets::WorkspaceMenu</name>
    <message>
        <source>Workspace</source>
        <translation>مساحة العمل</translation>
    </message>
    <message>
        <source>&amp;Add a workspace…</source>
        <translation>&amp;إضافة مساحة عمل…</translation>
    </message>
    <message>
        <source>Show &amp;contact names</source>
        <translation>عرض &amp;أسماء جهات الاتصال</translation>
    </message>
    <message>
        <source>Off also removes the names that are kept on this computer</source>
        <translation>إيقافه يزيل أيضًا الأسماء المحفوظة على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Change &amp;key…</source>
        <translation>تغيير &amp;المفتاح…</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>تسجيل &amp;الخروج</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>مساحات العمل</translation>
    </message>
    <message>
        <source>&amp;Reload contact names</source>
        <translation>إعادة &amp;تحميل أسماء جهات الاتصال</translation>
    </message>
</context>
<context>
    <name>words::ActivityWords</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>مكالمة</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>مكالمة فائتة</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>circumstances and text</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
    <message>
        <source>Call with an AI agent</source>
        <translation>مكالمة مع مساعد آلي</translation>
    </message>
    <message>
        <source>Call with an AI agent, %1</source>
        <translation>مكالمة مع مساعد آلي، %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>Busy</source>
        <comment>the line that was called</comment>
        <translation>الخط مشغول</translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation>فشلت المكالمة</translation>
    </message>
    <message>
        <source>Abandoned</source>
        <comment>a call</comment>
        <translation>متروكة</translation>
    </message>
    <message>
        <source>No answer</source>
        <comment>to a call</comment>
        <translation>لا إجابة</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>a message</comment>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>a message</comment>
        <translation>أُرسلت</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>وصلت</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>لم تصل</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>لم تُرسل</translation>
    </message>
    <message>
        <source>Forwarded to %1</source>
        <translation>حُوّلت إلى %1</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <comment>a call</comment>
        <translation>حُوّلت</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <comment>call</comment>
        <translation>صادرة</translation>
    </message>
    <message>
        <source>Incoming</source>
        <comment>call</comment>
        <translation>واردة</translation>
    </message>
    <message>
        <source>The key’s owner has no access.</source>
        <translation>لا يملك صاحب المفتاح إذن الوصول.</translation>
    </message>
    <message>
        <source>Quo didn’t accept the request.</source>
        <translation>لم يقبل Quo الطلب.</translation>
    </message>
    <message>
        <source>Quo keeps sending pages without anything new.</source>
        <translation>يواصل Quo إرسال صفحات بلا جديد.</translation>
    </message>
    <message>
        <source>Ringing</source>
        <comment>a call</comment>
        <translation>يرن الآن</translation>
    </message>
    <message>
        <source>In progress with an AI agent</source>
        <translation>جارية مع مساعد آلي</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>a call</comment>
        <translation>جارية</translation>
    </message>
    <message>
        <source>Call, %1</source>
        <comment>%1 is how long</comment>
        <translation>مكالمة، %1</translation>
    </message>
    <message>
        <source>Called by %1</source>
        <translation>المتصل: %1</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>المجيب: %1</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>مكالمة صادرة</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>a call</comment>
        <translation>أُجيب عليها</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>مرفق</translation>
    </message>
    <message>
        <source>Select a conversation</source>
        <translation>حدد محادثة</translation>
    </message>
    <message>
        <source>No messages or calls yet</source>
        <translation>لا رسائل ولا مكالمات بعد</translation>
    </message>
    <message>
        <source>Start of conversation</source>
        <translation>بداية المحادثة</translation>
    </message>
    <message>
        <source>Messages aren’t available: Quo doesn’t list anyone in this conversation</source>
        <translation>الرسائل غير متاحة: لا يدرج Quo أحدًا في هذه المحادثة</translation>
    </message>
    <message>
        <source>Messages of groups this large aren’t available from Quo</source>
        <translation>لا يتيح Quo رسائل المجموعات بهذا الحجم</translation>
    </message>
    <message>
        <source>Scroll up for older messages and calls</source>
        <translation>مرّر إلى الأعلى لرؤية الرسائل والمكالمات الأقدم</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>لا رسائل بعد</translation>
    </message>
    <message>
        <source>Start of messages</source>
        <translation>بداية الرسائل</translation>
    </message>
    <message>
        <source>Some of this conversation couldn’t be loaded</source>
        <translation>تعذر تحميل جزء من هذه المحادثة</translation>
    </message>
    <message>
        <source>Couldn’t load messages. %1</source>
        <translation>تعذر تحميل الرسائل. %1</translation>
    </message>
    <message>
        <source>Couldn’t load older messages. %1</source>
        <translation>تعذر تحميل الرسائل الأقدم. %1</translation>
    </message>
    <message>
        <source>Couldn’t load calls. %1</source>
        <translation>تعذر تحميل المكالمات. %1</translation>
    </message>
    <message>
        <source>Couldn’t load older calls. %1</source>
        <translation>تعذر تحميل المكالمات الأقدم. %1</translation>
    </message>
    <message>
        <source>Left out messages that belong to another conversation: %1.</source>
        <translation>رسائل تُركت لأنها من محادثة أخرى: %1.</translation>
    </message>
    <message>
        <source>Left out messages that couldn’t be read: %1.</source>
        <translation>رسائل تُركت لتعذر قراءتها: %1.</translation>
    </message>
    <message>
        <source>Left out calls that couldn’t be read: %1.</source>
        <translation>مكالمات تُركت لتعذر قراءتها: %1.</translation>
    </message>
    <message>
        <source>Couldn’t load messages and calls. %1</source>
        <translation>تعذر تحميل الرسائل والمكالمات. %1</translation>
    </message>
    <message>
        <source>Couldn’t load older messages and calls. %1</source>
        <translation>تعذر تحميل الرسائل والمكالمات الأقدم. %1</translation>
    </message>
</context>
<context>
    <name>words::ChoiceWords</name>
    <message>
        <source>Every &amp;30 seconds</source>
        <translation>كل &amp;30 ثانية</translation>
    </message>
    <message>
        <source>Every &amp;minute</source>
        <translation>كل &amp;دقيقة</translation>
    </message>
    <message>
        <source>Every &amp;%1 minutes</source>
        <translation>كل &amp;%1 دقائق</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>أي وقت</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>آخر 30 يومًا</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>هذا الشهر</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>مخصص</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from and to</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date and time</comment>
        <translation>‏%1، %2</translation>
    </message>
    <message>
        <source>today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>M&amp;anually</source>
        <translation>&amp;يدويًا</translation>
    </message>
    <message>
        <source>Over 3 days ago</source>
        <translation>قبل أكثر من 3 أيام</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>منذ %1</translation>
    </message>
</context>
<context>
    <name>words::ColumnWords</name>
    <message>
        <source>Muted</source>
        <translation>مكتومة</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>a snooze</comment>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>المحادثة</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>المشاركون</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>مسندة إلى</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>مؤجلة حتى</translation>
    </message>
    <message>
        <source>Muted until</source>
        <translation>مكتومة حتى</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>آخر نشاط</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>محذوفة</translation>
    </message>
    <message>
        <source>Last activity ID</source>
        <translation>معرّف آخر نشاط</translation>
    </message>
    <message>
        <source>Conversation ID</source>
        <translation>معرّف المحادثة</translation>
    </message>
    <message>
        <source>Indefinitely</source>
        <comment>snoozed</comment>
        <translation>إلى أجل غير مسمى</translation>
    </message>
    <message>
        <source>The conversation’s name, or the people in it</source>
        <translation>اسم المحادثة، أو الأشخاص الذين فيها</translation>
    </message>
    <message>
        <source>Phone numbers of everyone in the conversation</source>
        <translation>أرقام هواتف كل من في المحادثة</translation>
    </message>
    <message>
        <source>The workspace’s phone number that has the conversation</source>
        <translation>رقم هاتف مساحة العمل الذي تتبعه المحادثة</translation>
    </message>
    <message>
        <source>The person who looks after the conversation</source>
        <translation>الشخص الذي يتولى المحادثة</translation>
    </message>
    <message>
        <source>Unassigned, snoozed, snooze ended, muted or deleted</source>
        <translation>غير مسندة أو مؤجلة أو انتهى تأجيلها أو مكتومة أو محذوفة</translation>
    </message>
    <message>
        <source>When the conversation returns to the inbox</source>
        <translation>متى تعود المحادثة إلى صندوق الوارد</translation>
    </message>
    <message>
        <source>When notifications turn on again</source>
        <translation>متى تعود الإشعارات إلى العمل</translation>
    </message>
    <message>
        <source>Time of the latest message or call</source>
        <translation>وقت آخر رسالة أو مكالمة</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>When anything about the conversation last changed, such as its owner</source>
        <translation>متى تغير آخر مرة أي شيء في المحادثة، مثل المسؤول عنها</translation>
    </message>
    <message>
        <source>Last updated</source>
        <comment>in files</comment>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>When the conversation started</source>
        <translation>متى بدأت المحادثة</translation>
    </message>
    <message>
        <source>Thread created</source>
        <comment>in files</comment>
        <translation>بداية المحادثة</translation>
    </message>
    <message>
        <source>When the conversation was deleted</source>
        <translation>متى حُذفت المحادثة</translation>
    </message>
    <message>
        <source>ID of the latest message or call</source>
        <translation>معرّف آخر رسالة أو مكالمة</translation>
    </message>
    <message>
        <source>Quo’s ID of the conversation</source>
        <translation>معرّف المحادثة في Quo</translation>
    </message>
</context>
<context>
    <name>words::CompletenessWords</name>
    <message>
        <source>as they arrived</source>
        <translation>كما وصلت</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a reason and how often</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>incomplete: %1</source>
        <translation>ناقص: %1</translation>
    </message>
    <message>
        <source>nothing usable: %1</source>
        <translation>لا شيء صالح للاستعمال: %1</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>ليس كائنًا</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>‏«%1» مفقود</translation>
    </message>
    <message>
        <source>“%1” has the wrong type</source>
        <translation>‏«%1» من نوع خاطئ</translation>
    </message>
    <message>
        <source>“%1” is too long</source>
        <translation>‏«%1» أطول من اللازم</translation>
    </message>
    <message>
        <source>Couldn’t load %1. %2</source>
        <comment>a request, and why</comment>
        <translation>تعذر تحميل %1. %2</translation>
    </message>
    <message numerus="yes">
        <source>Quo ignored the filter “%1”.</source>
        <translation>
            <numerusform>تجاهل Quo المرشح «%1».</numerusform>
            <numerusform>تجاهل Quo المرشح «%1».</numerusform>
            <numerusform>تجاهل Quo المرشحين «%1».</numerusform>
            <numerusform>تجاهل Quo المرشحات «%1».</numerusform>
            <numerusform>تجاهل Quo المرشحات «%1».</numerusform>
            <numerusform>تجاهل Quo المرشحات «%1».</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Quoin left out the rows that don’t match it.</source>
        <translation>استبعد Quoin الصفوف غير المطابقة.</translation>
    </message>
    <message>
        <source>Some rows don’t match it.</source>
        <translation>بعض الصفوف غير مطابقة.</translation>
    </message>
    <message>
        <source>More conversations are in Quo.</source>
        <translation>في Quo محادثات أخرى.</translation>
    </message>
    <message>
        <source>The limit was reached; more rows match.</source>
        <translation>بُلغ الحد؛ وتطابق صفوف أخرى.</translation>
    </message>
    <message>
        <source>Only the selected rows are included.</source>
        <translation>لا يتضمن إلا الصفوف المحددة.</translation>
    </message>
    <message numerus="yes">
        <source>Left out %1 conversations that couldn’t be read.</source>
        <translation>
            <numerusform>تُركت %1 محادثة تعذرت قراءتها.</numerusform>
            <numerusform>تُركت محادثة واحدة (%1) تعذرت قراءتها.</numerusform>
            <numerusform>تُركت محادثتان (%1) تعذرت قراءتهما.</numerusform>
            <numerusform>تُركت %1 محادثات تعذرت قراءتها.</numerusform>
            <numerusform>تُركت %1 محادثة تعذرت قراءتها.</numerusform>
            <numerusform>تُركت %1 محادثة تعذرت قراءتها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn’t check whether Quo applied the filter “%1”.</source>
        <translation>تعذر التحقق هل طبّق Quo المرشح «%1».</translation>
    </message>
    <message>
        <source>Not shown: %1. The key’s owner has no access.</source>
        <translation>غير معروض: %1. لا يملك صاحب المفتاح إذن الوصول.</translation>
    </message>
    <message>
        <source>The list changed while it was loading, so some may be missing. Refresh to check.</source>
        <translation>تغيرت القائمة أثناء تحميلها، فربما نقص بعض المحادثات. حدّثها للتحقق.</translation>
    </message>
    <message>
        <source>Reasons: %1.</source>
        <translation>الأسباب: %1.</translation>
    </message>
    <message>
        <source>Contact names weren’t searched. %1</source>
        <translation>لم يُبحث في أسماء جهات الاتصال. %1</translation>
    </message>
    <message>
        <source>Contact names are still loading, so not all of them were searched.</source>
        <translation>لا تزال أسماء جهات الاتصال قيد التحميل، لذلك لم يُبحث فيها كلها.</translation>
    </message>
    <message>
        <source>Contact names weren’t searched: they’re off in the workspace menu.</source>
        <translation>لم يُبحث في أسماء جهات الاتصال: هي معطّلة في قائمة مساحة العمل.</translation>
    </message>
    <message>
        <source>Stopped before everything was read.</source>
        <translation>توقف قبل اكتمال القراءة.</translation>
    </message>
    <message>
        <source>Contact names weren’t searched: they aren’t kept on this computer yet.</source>
        <translation>لم يُبحث في أسماء جهات الاتصال: لم تُحفظ بعد على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>No conversations.</source>
        <translation>لا محادثات.</translation>
    </message>
    <message numerus="yes">
        <source>The first %1 conversations.</source>
        <translation>
            <numerusform>أول %1 محادثة.</numerusform>
            <numerusform>أول محادثة (%1).</numerusform>
            <numerusform>أول محادثتين (%1).</numerusform>
            <numerusform>أول %1 محادثات.</numerusform>
            <numerusform>أول %1 محادثة.</numerusform>
            <numerusform>أول %1 محادثة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 conversations as of %2.</source>
        <translation>
            <numerusform>لا محادثات (%1)، آخر تحديث: %2.</numerusform>
            <numerusform>المحادثة الوحيدة (%1)، آخر تحديث: %2.</numerusform>
            <numerusform>كلتا المحادثتين (%1)، آخر تحديث: %2.</numerusform>
            <numerusform>كل المحادثات (%1)، آخر تحديث: %2.</numerusform>
            <numerusform>كل المحادثات (%1)، آخر تحديث: %2.</numerusform>
            <numerusform>كل المحادثات (%1)، آخر تحديث: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 conversations as of %2.</source>
        <translation>
            <numerusform>‏%1 محادثة، آخر تحديث: %2.</numerusform>
            <numerusform>محادثة واحدة (%1)، آخر تحديث: %2.</numerusform>
            <numerusform>محادثتان (%1)، آخر تحديث: %2.</numerusform>
            <numerusform>‏%1 محادثات، آخر تحديث: %2.</numerusform>
            <numerusform>‏%1 محادثة، آخر تحديث: %2.</numerusform>
            <numerusform>‏%1 محادثة، آخر تحديث: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn’t load all conversations. %1</source>
        <translation>تعذر تحميل كل المحادثات. %1</translation>
    </message>
</context>
<context>
    <name>words::ErrorWords</name>
    <message>
        <source>no API key</source>
        <translation>لا مفتاح API</translation>
    </message>
    <message>
        <source>insecure address</source>
        <translation>عنوان غير آمن</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>لا إجابة في الوقت المناسب</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>لا اتصال آمن</translation>
    </message>
    <message>
        <source>redirected</source>
        <translation>إعادة توجيه</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>خطأ في الخادم</translation>
    </message>
    <message>
        <source>answer too large</source>
        <translation>إجابة أكبر من اللازم</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>الرمز %1</translation>
    </message>
    <message>
        <source>trace %1</source>
        <translation>الأثر %1</translation>
    </message>
    <message>
        <source>subscription expired</source>
        <translation>انتهى الاشتراك</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>لا اتصال</translation>
    </message>
    <message>
        <source>connection dropped</source>
        <translation>انقطع الاتصال</translation>
    </message>
    <message>
        <source>proxy needs a password</source>
        <translation>يحتاج الوكيل إلى كلمة مرور</translation>
    </message>
    <message>
        <source>API key not accepted</source>
        <translation>لم يُقبل مفتاح API</translation>
    </message>
    <message>
        <source>no access</source>
        <translation>لا إذن بالوصول</translation>
    </message>
    <message>
        <source>filter not accepted</source>
        <translation>لم يُقبل المرشح</translation>
    </message>
    <message>
        <source>request not accepted</source>
        <translation>لم يُقبل الطلب</translation>
    </message>
    <message>
        <source>rate limit reached</source>
        <translation>بُلغ حد الطلبات</translation>
    </message>
    <message>
        <source>unexpected answer</source>
        <translation>إجابة غير متوقعة</translation>
    </message>
    <message>
        <source>Quo repeated a page</source>
        <translation>كرّر Quo صفحة</translation>
    </message>
    <message>
        <source>endless list</source>
        <translation>قائمة لا تنتهي</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>متوقفة</translation>
    </message>
    <message>
        <source>No API key</source>
        <translation>لا يوجد مفتاح API</translation>
    </message>
    <message>
        <source>The address isn’t secure</source>
        <translation>العنوان غير آمن</translation>
    </message>
    <message>
        <source>Can’t reach Quo</source>
        <translation>تعذر الوصول إلى Quo</translation>
    </message>
    <message>
        <source>The connection dropped</source>
        <translation>انقطع الاتصال</translation>
    </message>
    <message>
        <source>Quo didn’t answer in time</source>
        <translation>لم يُجب Quo في الوقت المناسب</translation>
    </message>
    <message>
        <source>No secure connection to Quo</source>
        <translation>لا اتصال آمن بـ Quo</translation>
    </message>
    <message>
        <source>The server points to another address</source>
        <translation>يحيل الخادم إلى عنوان آخر</translation>
    </message>
    <message>
        <source>The proxy needs a name and password</source>
        <translation>يحتاج الوكيل إلى اسم وكلمة مرور</translation>
    </message>
    <message>
        <source>Quo didn’t accept the API key</source>
        <translation>لم يقبل Quo مفتاح API</translation>
    </message>
    <message>
        <source>The workspace’s Quo subscription has expired</source>
        <translation>انتهى اشتراك مساحة العمل في Quo</translation>
    </message>
    <message>
        <source>No access to one of these lines</source>
        <translation>لا إذن بالوصول إلى أحد هذه الخطوط</translation>
    </message>
    <message>
        <source>Quo didn’t accept a filter</source>
        <translation>لم يقبل Quo أحد المرشحات</translation>
    </message>
    <message>
        <source>Quo didn’t accept the request</source>
        <translation>لم يقبل Quo الطلب</translation>
    </message>
    <message>
        <source>The server doesn’t know this address</source>
        <translation>لا يعرف الخادم هذا العنوان</translation>
    </message>
    <message>
        <source>Quo’s rate limit is reached</source>
        <translation>بُلغ حد الطلبات لدى Quo</translation>
    </message>
    <message>
        <source>Quo is having problems (server error)</source>
        <translation>يواجه Quo مشكلات (خطأ في الخادم)</translation>
    </message>
    <message>
        <source>Unexpected answer</source>
        <translation>إجابة غير متوقعة</translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation>الإجابة أكبر من اللازم</translation>
    </message>
    <message>
        <source>Quo keeps sending pages without anything new</source>
        <translation>يواصل Quo إرسال صفحات بلا جديد</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>أُوقف</translation>
    </message>
    <message>
        <source>Sign in, set QUO_API_KEY, or try “quoin --demo”.</source>
        <translation>سجّل الدخول، أو اضبط QUO_API_KEY، أو جرّب «quoin --demo».</translation>
    </message>
    <message>
        <source>Your key wasn’t sent. Use https in --base-url or QUO_API_BASE_URL.</source>
        <translation>لم يُرسل مفتاحك. استعمل https في --base-url أو QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Check your connection.</source>
        <translation>تحقق من اتصالك.</translation>
    </message>
    <message>
        <source>Try again to continue.</source>
        <translation>حاول مرة أخرى للمتابعة.</translation>
    </message>
    <message>
        <source>Your key wasn’t sent. Check this computer’s date, and any proxy in between.</source>
        <translation>لم يُرسل مفتاحك. تحقق من تاريخ هذا الحاسوب ومن أي وكيل في الطريق.</translation>
    </message>
    <message>
        <source>Your key wasn’t sent there. Check --base-url or QUO_API_BASE_URL.</source>
        <translation>لم يُرسل مفتاحك إلى هناك. تحقق من --base-url أو QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Set them in the environment, as in https_proxy=http://name:password@proxy:8080, or choose another proxy in Settings.</source>
        <translation>اضبطهما في متغيرات البيئة، مثل https_proxy=http://name:password@proxy:8080، أو اختر وكيلًا آخر في الإعدادات.</translation>
    </message>
    <message>
        <source>It may have been deleted or replaced in Quo.</source>
        <translation>ربما حُذف أو استُبدل في Quo.</translation>
    </message>
    <message>
        <source>Its owner can renew it in Quo. Then try again.</source>
        <translation>يمكن لمالكها تجديده في Quo. ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The key’s owner can’t see it. Remove lines from the filter, then try again.</source>
        <translation>لا يمكن لصاحب المفتاح رؤيته. أزل خطوطًا من المرشح ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Change the one that is marked.</source>
        <translation>غيّر المرشح المعلَّم.</translation>
    </message>
    <message>
        <source>It didn’t say why.</source>
        <translation>لم يذكر السبب.</translation>
    </message>
    <message>
        <source>Check --base-url or QUO_API_BASE_URL.</source>
        <translation>تحقق من --base-url أو QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>انتظر لحظة ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>حاول مرة أخرى لاحقًا.</translation>
    </message>
    <message>
        <source>A proxy or login page may be in the way.</source>
        <translation>ربما يعترض الطريق وكيل أو صفحة تسجيل دخول.</translation>
    </message>
    <message>
        <source>Quoin didn’t read it. A proxy may have sent it instead of Quo.</source>
        <translation>لم يقرأها Quoin. ربما أرسلها وكيل بدلًا من Quo.</translation>
    </message>
    <message>
        <source>Refresh to start over.</source>
        <translation>حدّث القائمة للبدء من جديد.</translation>
    </message>
    <message>
        <source>Quo didn’t accept the API key. Change it in the workspace menu, or correct QUO_API_KEY.</source>
        <translation>لم يقبل Quo مفتاح API. غيّره من قائمة مساحة العمل، أو صحّح QUO_API_KEY.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what went wrong, and Quo’s own words</comment>
        <translation>‏%1: %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what went wrong, and what to do</comment>
        <translation>‏%1. %2</translation>
    </message>
    <message>
        <source>asked to wait %1</source>
        <translation>طلب الانتظار %1</translation>
    </message>
</context>
<context>
    <name>words::FilterWords</name>
    <message numerus="yes">
        <source>%1 lines</source>
        <translation>
            <numerusform>%1 خط</numerusform>
            <numerusform>%1 خط</numerusform>
            <numerusform>%1 خطان</numerusform>
            <numerusform>%1 خطوط</numerusform>
            <numerusform>%1 خطًا</numerusform>
            <numerusform>%1 خط</numerusform>
        </translation>
    </message>
    <message>
        <source>active only</source>
        <translation>النشطة فقط</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <comment>the first value, and how many others</comment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>lines</comment>
        <translation>عدا %1</translation>
    </message>
</context>
<context>
    <name>words::FormatWords</name>
    <message>
        <source>Excel workbook</source>
        <translation>مصنف Excel</translation>
    </message>
    <message>
        <source>CSV for Excel</source>
        <translation>CSV لبرنامج Excel</translation>
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
        <translation>أسطر JSON</translation>
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
        <translation>%1 سنة</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 يوم</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>أقل من 1 د</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <comment>%1 is a time</comment>
        <translation>أمس، %1</translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <comment>%1 is a time</comment>
        <translation>غدًا، %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day and time</comment>
        <translation>‏%1، %2</translation>
    </message>
</context>
<context>
    <name>words::KeptWords</name>
    <message>
        <source>Nothing is kept</source>
        <comment>on this computer</comment>
        <translation>لا شيء محفوظ</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <comment>a size, a time</comment>
        <translation>‏%1، آخر تحديث: %2</translation>
    </message>
    <message>
        <source>What was kept on this computer was damaged. Quoin is reading everything again.</source>
        <translation>كان المحفوظ على هذا الحاسوب تالفًا. يقرأ Quoin كل شيء من جديد.</translation>
    </message>
    <message>
        <source>What was kept on this computer was damaged. It was renamed to “%1”, and Quoin is reading everything again.</source>
        <translation>كان المحفوظ على هذا الحاسوب تالفًا. أُعيدت تسميته إلى «%1»، ويقرأ Quoin كل شيء من جديد.</translation>
    </message>
    <message>
        <source>A newer version of Quoin keeps this workspace on this computer. Update Quoin, or delete what is kept in Settings.</source>
        <translation>يحفظ إصدار أحدث من Quoin مساحة العمل هذه على هذا الحاسوب. حدّث Quoin، أو احذف المحفوظ من الإعدادات.</translation>
    </message>
    <message>
        <source>This workspace isn’t kept on this computer: “%1” belongs to another program.</source>
        <translation>لا تُحفظ مساحة العمل هذه على هذا الحاسوب: «%1» يخص برنامجًا آخر.</translation>
    </message>
    <message>
        <source>This workspace isn’t kept on this computer: “%1” isn’t a file.</source>
        <translation>لا تُحفظ مساحة العمل هذه على هذا الحاسوب: «%1» ليس ملفًا.</translation>
    </message>
    <message>
        <source>Another Quoin window or command keeps this workspace on this computer.</source>
        <translation>تحفظ نافذة أخرى أو أمر آخر من Quoin مساحة العمل هذه على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: another program is using “%1”.</source>
        <translation>لا تُحفظ التغييرات على هذا الحاسوب: يستعمل برنامج آخر «%1».</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: the disk is full. Free some space, then try again.</source>
        <translation>لا تُحفظ التغييرات على هذا الحاسوب: القرص ممتلئ. أفرغ بعض المساحة ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: “%1” isn’t writable.</source>
        <translation>لا تُحفظ التغييرات على هذا الحاسوب: لا تمكن الكتابة في «%1».</translation>
    </message>
    <message>
        <source>Changes aren’t kept on this computer: “%1” can’t be read or written.</source>
        <translation>لا تُحفظ التغييرات على هذا الحاسوب: تتعذر قراءة «%1» أو الكتابة فيه.</translation>
    </message>
    <message>
        <source>Read again: it was damaged</source>
        <translation>قُرئ من جديد: كان تالفًا</translation>
    </message>
    <message>
        <source>Not kept: a newer version of Quoin uses the file</source>
        <translation>غير محفوظ: يستعمل إصدار أحدث من Quoin الملف</translation>
    </message>
    <message>
        <source>Not kept: the file belongs to another program</source>
        <translation>غير محفوظ: الملف يخص برنامجًا آخر</translation>
    </message>
    <message>
        <source>Not kept: something else is in the file’s place</source>
        <translation>غير محفوظ: في مكان الملف شيء آخر</translation>
    </message>
    <message>
        <source>Kept by another Quoin window or command</source>
        <translation>تحفظه نافذة أخرى أو أمر آخر من Quoin</translation>
    </message>
    <message>
        <source>Not kept: another program is using the file</source>
        <translation>غير محفوظ: يستعمل برنامج آخر الملف</translation>
    </message>
    <message>
        <source>Not kept: the disk is full</source>
        <translation>غير محفوظ: القرص ممتلئ</translation>
    </message>
    <message>
        <source>Not kept: the file isn’t writable</source>
        <translation>غير محفوظ: لا تمكن الكتابة في الملف</translation>
    </message>
    <message>
        <source>Not kept: the file can’t be read or written</source>
        <translation>غير محفوظ: تتعذر قراءة الملف أو الكتابة فيه</translation>
    </message>
    <message>
        <source>Couldn’t delete %1.</source>
        <translation>تعذر حذف %1.</translation>
    </message>
    <message>
        <source>Deleted, and being kept again. To keep nothing, turn this off.</source>
        <translation>حُذف، ويجري حفظه من جديد. لئلا يُحفظ شيء، أوقف هذا الخيار.</translation>
    </message>
    <message>
        <source>Deleted from this computer.</source>
        <translation>حُذف من هذا الحاسوب.</translation>
    </message>
</context>
<context>
    <name>words::Notices</name>
    <message>
        <source>Loading more…</source>
        <translation>جارٍ تحميل المزيد…</translation>
    </message>
    <message>
        <source>They appear here once somebody calls or writes.</source>
        <translation>تظهر هنا حالما يتصل أحد أو يكتب.</translation>
    </message>
    <message>
        <source>Couldn’t load more</source>
        <translation>تعذر تحميل المزيد</translation>
    </message>
    <message>
        <source>No conversations match</source>
        <translation>لا محادثات مطابقة</translation>
    </message>
    <message>
        <source>Searched all %1 for “%2”.</source>
        <translation>بُحث عن «%2» في كل المحادثات (%1).</translation>
    </message>
    <message>
        <source>Searched all %1 for “%2” on %3.</source>
        <translation>بُحث عن «%2» في كل المحادثات (%1) على %3.</translation>
    </message>
    <message>
        <source>Searched all %1 for “%2” on %3 lines.</source>
        <translation>بُحث عن «%2» في كل المحادثات (%1) على الخطوط المختارة (%3).</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>لا محادثات بعد</translation>
    </message>
    <message>
        <source>No conversations match these filters</source>
        <translation>لا محادثات تطابق هذه المرشحات</translation>
    </message>
    <message>
        <source>Automatic refresh is off. %1</source>
        <comment>%1 says why</comment>
        <translation>التحديث التلقائي متوقف. %1</translation>
    </message>
    <message>
        <source>Couldn’t refresh. %1</source>
        <comment>%1 says why</comment>
        <translation>تعذر التحديث. %1</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>مسح البحث</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>مسح المرشحات</translation>
    </message>
    <message>
        <source>Change key…</source>
        <translation>تغيير المفتاح…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>محاولة أخرى</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>المحاولة الآن</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>تحميل الكل</translation>
    </message>
    <message>
        <source>Search all lines</source>
        <translation>البحث في كل الخطوط</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Still searching…</source>
        <translation>البحث مستمر…</translation>
    </message>
    <message>
        <source>Searched %1 so far.</source>
        <translation>بُحث في %1 حتى الآن.</translation>
    </message>
    <message>
        <source>Checking that none are missing…</source>
        <translation>جارٍ التحقق من عدم نقص شيء…</translation>
    </message>
    <message>
        <source>Searched only the first %1</source>
        <translation>لم يُبحث إلا في أول %1</translation>
    </message>
    <message>
        <source>Offline since %1. Showing the first %2 as of %3.</source>
        <translation>بلا شبكة منذ %1. المعروض: أول %2، آخر تحديث: %3.</translation>
    </message>
    <message>
        <source>Offline since %1. Showing all %2 as of %3.</source>
        <translation>بلا شبكة منذ %1. المعروض: كل المحادثات (%2)، آخر تحديث: %3.</translation>
    </message>
    <message>
        <source>Offline since %1. Showing the first %2.</source>
        <translation>بلا شبكة منذ %1. المعروض: أول %2.</translation>
    </message>
    <message>
        <source>Offline since %1. Showing all %2.</source>
        <translation>بلا شبكة منذ %1. المعروض: كل المحادثات (%2).</translation>
    </message>
    <message>
        <source>Oldest of the first %1. Older ones are still in Quo.</source>
        <translation>الأقدم بين أول %1. ما زال في Quo ما هو أقدم.</translation>
    </message>
    <message>
        <source>Sorted the first %1. More are still in Quo.</source>
        <translation>رُتّبت أول %1. ما زال في Quo المزيد.</translation>
    </message>
    <message>
        <source>Only Quo can answer this filter</source>
        <translation>لا يجيب عن هذا المرشح إلا Quo</translation>
    </message>
    <message>
        <source>Connect to the internet, or remove the filter.</source>
        <translation>اتصل بالإنترنت أو أزل المرشح.</translation>
    </message>
</context>
<context>
    <name>words::NumberPlaces</name>
    <message>
        <source>%1, %2</source>
        <comment>town, country</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>two times</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <comment>a time</comment>
        <translation>غدًا %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>a time</comment>
        <translation>أمس %1</translation>
    </message>
    <message>
        <source>%1 there</source>
        <comment>local time of a place</comment>
        <translation>‏%1 هناك</translation>
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
        <translation>لا مشاركين</translation>
    </message>
</context>
<context>
    <name>words::ProblemWords</name>
    <message>
        <source>Created from</source>
        <translation>بدأت من</translation>
    </message>
    <message>
        <source>Created to</source>
        <translation>بدأت حتى</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>حجم الصفحة</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>الصفحة</translation>
    </message>
    <message>
        <source>is write-protected</source>
        <translation>محمي من الكتابة</translation>
    </message>
    <message>
        <source>Can’t read the file: %1</source>
        <translation>تعذرت قراءة الملف: %1</translation>
    </message>
    <message>
        <source>Not a file</source>
        <translation>ليس ملفًا</translation>
    </message>
    <message>
        <source>Too large to be a view</source>
        <translation>أكبر من أن يكون طريقة عرض</translation>
    </message>
    <message>
        <source>Not a Quoin view: %1</source>
        <translation>ليس طريقة عرض من Quoin: %1</translation>
    </message>
    <message>
        <source>Not a Quoin view</source>
        <translation>ليس طريقة عرض من Quoin</translation>
    </message>
    <message>
        <source>This view needs a newer version of Quoin (view format %1)</source>
        <translation>تحتاج طريقة العرض هذه إلى إصدار أحدث من Quoin (تنسيق طريقة العرض %1)</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>‏«%1» مفقود</translation>
    </message>
    <message>
        <source>Unknown entry “%1”</source>
        <translation>إدخال غير معروف «%1»</translation>
    </message>
    <message>
        <source>“%1” has the wrong type</source>
        <translation>‏«%1» من نوع خاطئ</translation>
    </message>
    <message>
        <source>“%1” can’t be “%2”</source>
        <translation>‏«%1» لا يمكن أن يكون «%2»</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Quo user</source>
        <translation>مستخدم Quo</translation>
    </message>
    <message>
        <source>Changed from</source>
        <translation>عُدّلت من</translation>
    </message>
    <message>
        <source>Changed to</source>
        <translation>عُدّلت حتى</translation>
    </message>
    <message>
        <source>Active only</source>
        <translation>النشطة فقط</translation>
    </message>
    <message>
        <source>Choose at most 100 lines; these are %1</source>
        <translation>اختر 100 خط على الأكثر؛ وهذه %1</translation>
    </message>
    <message>
        <source>“%1” isn’t a user ID (US…)</source>
        <translation>‏«%1» ليس معرّف مستخدم (US…)</translation>
    </message>
    <message>
        <source>“%1” isn’t a line or number. Try +14155550100 or PN…</source>
        <translation>‏«%1» ليس خطًا ولا رقمًا. جرّب ‎+14155550100 أو PN…</translation>
    </message>
    <message>
        <source>The end must be after the start</source>
        <translation>يجب أن تكون النهاية بعد البداية</translation>
    </message>
    <message>
        <source>%1 is out of range</source>
        <translation>‏%1 خارج الحدود</translation>
    </message>
    <message>
        <source>“%1” isn’t a base URL. Try https://api.quo.com</source>
        <translation>‏«%1» ليس عنوانًا أساسيًا. جرّب https://api.quo.com</translation>
    </message>
    <message>
        <source>“%1” isn’t a secure base URL. Use https, or http to this computer</source>
        <translation>‏«%1» ليس عنوانًا أساسيًا آمنًا. استعمل https، أو http إلى هذا الحاسوب</translation>
    </message>
    <message>
        <source>The base URL must not contain a user name or password. The API key is enough</source>
        <translation>يجب ألا يتضمن العنوان الأساسي اسم مستخدم ولا كلمة مرور. يكفي مفتاح API</translation>
    </message>
    <message>
        <source>“%1” isn’t a base URL. Leave out “?”, “#” and what follows</source>
        <translation>‏«%1» ليس عنوانًا أساسيًا. احذف «?» و«#» وما بعدهما</translation>
    </message>
    <message>
        <source>“%1” needs a country code, such as +1</source>
        <translation>‏«%1» يحتاج إلى رمز بلد، مثل ‎+1</translation>
    </message>
    <message>
        <source>“%1” is too short for a phone number</source>
        <translation>‏«%1» أقصر من أن يكون رقم هاتف</translation>
    </message>
    <message>
        <source>“%1” is too long for a phone number</source>
        <translation>‏«%1» أطول من أن يكون رقم هاتف</translation>
    </message>
    <message>
        <source>“%1” isn’t a valid number in its country</source>
        <translation>‏«%1» ليس رقمًا صالحًا في بلده</translation>
    </message>
    <message>
        <source>“%1” isn’t finished</source>
        <translation>‏«%1» غير مكتمل</translation>
    </message>
    <message>
        <source>“%1” isn’t a state. Try %2</source>
        <translation>‏«%1» ليست حالة. جرّب %2</translation>
    </message>
    <message>
        <source>“%1” isn’t a date. Try 2026-01-31, today or 3d</source>
        <translation>‏«%1» ليس تاريخًا. جرّب 2026-01-31 أو today أو 3d</translation>
    </message>
    <message>
        <source>Quoin doesn’t know yet which teammate you are</source>
        <translation>لا يعرف Quoin بعد أي زميل أنت</translation>
    </message>
    <message>
        <source>No key for this workspace in the keychain.</source>
        <translation>ليس في حافظة المفاتيح مفتاح لمساحة العمل هذه.</translation>
    </message>
    <message>
        <source>The keychain denied access (%1).</source>
        <translation>رفضت حافظة المفاتيح الوصول (%1).</translation>
    </message>
    <message>
        <source>No keychain found (%1).</source>
        <translation>لم يُعثر على حافظة مفاتيح (%1).</translation>
    </message>
    <message>
        <source>links to a missing file</source>
        <translation>رابط إلى ملف غير موجود</translation>
    </message>
    <message>
        <source>isn’t a file</source>
        <translation>ليس ملفًا</translation>
    </message>
    <message>
        <source>Unknown time zone “%1”. Try Europe/Berlin</source>
        <translation>منطقة زمنية غير معروفة «%1». جرّب Europe/Berlin</translation>
    </message>
</context>
<context>
    <name>words::ReadyViewWords</name>
    <message>
        <source>All conversations</source>
        <translation>كل المحادثات</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>غير مسندة</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>مسندة إليّ</translation>
    </message>
    <message>
        <source>Snooze ends today</source>
        <translation>ينتهي تأجيلها اليوم</translation>
    </message>
    <message>
        <source>Snooze ended</source>
        <translation>انتهى تأجيلها</translation>
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
            <numerusform>لا أشخاص</numerusform>
            <numerusform>شخص واحد</numerusform>
            <numerusform>شخصان</numerusform>
            <numerusform>%n أشخاص</numerusform>
            <numerusform>%n شخصًا</numerusform>
            <numerusform>%n شخص</numerusform>
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
        <translation>بعد أكثر من %1</translation>
    </message>
    <message>
        <source>in the next %1</source>
        <translation>خلال %1 من الآن</translation>
    </message>
    <message>
        <source>Over %1 ago</source>
        <translation>قبل أكثر من %1</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>آخر %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>قبل %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>من %1</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>أنا</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>value of a condition</comment>
        <translation>ليس %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>بعد %1</translation>
    </message>
</context>
<context>
    <name>words::SettingsWords</name>
    <message>
        <source>a saved view</source>
        <translation>طريقة عرض محفوظة</translation>
    </message>
    <message>
        <source>columns and sorting</source>
        <translation>الأعمدة والترتيب</translation>
    </message>
    <message>
        <source>other settings</source>
        <translation>غير ذلك</translation>
    </message>
    <message>
        <source>your last filters</source>
        <translation>آخر مرشحاتك</translation>
    </message>
    <message>
        <source>workspaces</source>
        <translation>مساحات العمل</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>automatic refresh</source>
        <translation>التحديث التلقائي</translation>
    </message>
    <message>
        <source>export options</source>
        <translation>خيارات التصدير</translation>
    </message>
    <message>
        <source>These settings are from a newer version of Quoin. They were kept as “%1”, and this version started with its defaults.</source>
        <translation>هذه الإعدادات من إصدار أحدث من Quoin. حُفظت باسم «%1»، وبدأ هذا الإصدار بالإعدادات الافتراضية.</translation>
    </message>
    <message>
        <source>The settings file couldn’t be read. It was renamed to “%1”, and Quoin started with its defaults.</source>
        <translation>تعذرت قراءة ملف الإعدادات. أُعيدت تسميته إلى «%1»، وبدأ Quoin بالإعدادات الافتراضية.</translation>
    </message>
    <message>
        <source>The settings file was damaged. Quoin kept what it could read and renamed the file to “%1”.</source>
        <translation>كان ملف الإعدادات تالفًا. احتفظ Quoin بما أمكنت قراءته وأعاد تسمية الملف إلى «%1».</translation>
    </message>
    <message>
        <source>Can’t read some settings: %1. Quoin uses the defaults until you set them again.</source>
        <translation>تعذرت قراءة بعض الإعدادات: %1. يستعمل Quoin القيم الافتراضية حتى تضبطها مرة أخرى.</translation>
    </message>
    <message>
        <source>Can’t save settings: “%1” isn’t writable. Changes last until you quit.</source>
        <translation>تعذر حفظ الإعدادات: لا تمكن الكتابة في «%1». تبقى التغييرات حتى إنهاء البرنامج.</translation>
    </message>
    <message>
        <source>Quoin closed unexpectedly twice, so it started with a clean list. Your views are safe.</source>
        <translation>أُغلق Quoin على غير المتوقع مرتين، لذلك بدأ بقائمة نظيفة. طرق عرضك محفوظة.</translation>
    </message>
    <message>
        <source>Quoin closed unexpectedly. Your filters and columns are restored.</source>
        <translation>أُغلق Quoin على غير المتوقع. استُعيدت مرشحاتك وأعمدتك.</translation>
    </message>
</context>
<context>
    <name>words::StateWords</name>
    <message>
        <source>Muted</source>
        <translation>مكتومة</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>محذوفة</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>غير مسندة</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>مؤجلة</translation>
    </message>
    <message>
        <source>Snooze ended</source>
        <translation>انتهى تأجيلها</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>مسندة</translation>
    </message>
    <message>
        <source>Nobody</source>
        <comment>has the conversation</comment>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>mute</comment>
        <translation>غير مفعّل</translation>
    </message>
    <message>
        <source>On</source>
        <comment>mute</comment>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>mute</comment>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>snooze</comment>
        <translation>غير مفعّل</translation>
    </message>
    <message>
        <source>Indefinitely</source>
        <comment>snoozed</comment>
        <translation>إلى أجل غير مسمى</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>snooze</comment>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <comment>snooze</comment>
        <translation>انتهى %1</translation>
    </message>
    <message>
        <source>Ended yesterday</source>
        <comment>a snooze</comment>
        <translation>انتهى أمس</translation>
    </message>
    <message>
        <source>Ended %1 d ago</source>
        <comment>days since a snooze</comment>
        <translation>انتهى قبل %1 يوم</translation>
    </message>
    <message>
        <source>Ended %1 y ago</source>
        <comment>years since a snooze</comment>
        <translation>انتهى قبل %1 سنة</translation>
    </message>
</context>
<context>
    <name>words::StatusWords</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>متوقفة</translation>
    </message>
    <message>
        <source>limit reached</source>
        <translation>بُلغ الحد</translation>
    </message>
    <message>
        <source>selected rows only</source>
        <translation>الصفوف المحددة فقط</translation>
    </message>
    <message>
        <source>some requests failed</source>
        <translation>فشلت بعض الطلبات</translation>
    </message>
    <message>
        <source>more in Quo</source>
        <translation>المزيد في Quo</translation>
    </message>
    <message>
        <source>some are unreadable</source>
        <translation>بعضها غير مقروء</translation>
    </message>
    <message>
        <source>Quo ignored a filter</source>
        <translation>تجاهل Quo أحد المرشحات</translation>
    </message>
    <message>
        <source>a filter couldn’t be checked</source>
        <translation>تعذر التحقق من أحد المرشحات</translation>
    </message>
    <message>
        <source>no access to some lines</source>
        <translation>لا إذن بالوصول إلى بعض الخطوط</translation>
    </message>
    <message>
        <source>the list changed while loading</source>
        <translation>تغيرت القائمة أثناء التحميل</translation>
    </message>
    <message>
        <source>contact names not searched</source>
        <translation>لم يُبحث في أسماء جهات الاتصال</translation>
    </message>
    <message>
        <source>No conversations</source>
        <translation>لا محادثات</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>‏%1 من %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what stopped it, and what there is</comment>
        <translation>‏%1. %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what there is, and what it lacks</comment>
        <translation>‏%1، %2</translation>
    </message>
    <message>
        <source>%1, incomplete: %2</source>
        <comment>what there is, and why</comment>
        <translation>‏%1، ناقصة: %2</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>بلا شبكة منذ %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 conversations</source>
        <translation>
            <numerusform>‏%1 محادثة</numerusform>
            <numerusform>محادثة واحدة (%1)</numerusform>
            <numerusform>محادثتان (%1)</numerusform>
            <numerusform>‏%1 محادثات</numerusform>
            <numerusform>‏%1 محادثة</numerusform>
            <numerusform>‏%1 محادثة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>at least so many</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>الأحدث أولًا</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>الأقدم أولًا</translation>
    </message>
    <message>
        <source>by %1, latest first</source>
        <comment>a column</comment>
        <translation>حسب «%1»، الأحدث أولًا</translation>
    </message>
    <message>
        <source>by %1, earliest first</source>
        <comment>a column</comment>
        <translation>حسب «%1»، الأقدم أولًا</translation>
    </message>
    <message>
        <source>by %1, descending</source>
        <comment>a column</comment>
        <translation>حسب «%1»، تنازليًا</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>a column</comment>
        <translation>حسب «%1»</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>conversations and their order</comment>
        <translation>‏%1، %2</translation>
    </message>
    <message>
        <source>Checking for changes…</source>
        <translation>جارٍ البحث عن تغييرات…</translation>
    </message>
    <message>
        <source>Refreshing %1 of %2</source>
        <translation>جارٍ التحديث: %1 من %2</translation>
    </message>
    <message>
        <source>Loading all: %1 so far</source>
        <translation>جارٍ تحميل الكل: %1 حتى الآن</translation>
    </message>
    <message>
        <source>Checking that none are missing…</source>
        <translation>جارٍ التحقق من عدم نقص شيء…</translation>
    </message>
    <message>
        <source>Requests: %1 of %2 per second</source>
        <translation>الطلبات: %1 من %2 في الثانية</translation>
    </message>
    <message>
        <source>In progress: %1</source>
        <comment>requests</comment>
        <translation>الجارية: %1</translation>
    </message>
    <message>
        <source>Queued: %1</source>
        <comment>requests</comment>
        <translation>في الانتظار: %1</translation>
    </message>
    <message>
        <source>Rejected by rate limit (429): %1</source>
        <translation>رُفضت بسبب حد الطلبات (429): %1</translation>
    </message>
    <message>
        <source>Loading all: %1 requests in %2, %3 per second</source>
        <translation>جارٍ تحميل الكل: %1 طلب في %2، %3 في الثانية</translation>
    </message>
    <message>
        <source>Quo doesn’t say how many conversations there are.</source>
        <translation>لا يقول Quo كم عدد المحادثات.</translation>
    </message>
    <message>
        <source>%1. Trying again in %2 (%3 of %4).</source>
        <comment>what went wrong, a time, tries</comment>
        <translation>‏%1. محاولة أخرى بعد %2 (%3 من %4).</translation>
    </message>
    <message>
        <source>Quo’s rate limit is reached. Continuing in %1.</source>
        <comment>%1 is a time</comment>
        <translation>بُلغ حد الطلبات لدى Quo. تُستأنف المتابعة بعد %1.</translation>
    </message>
    <message>
        <source>%1 as of %2</source>
        <comment>what there is, a time</comment>
        <translation>‏%1، آخر تحديث: %2</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>الكل (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%1 matches in the first %2</source>
        <translation>
            <numerusform>‏%1 نتيجة في أول %2</numerusform>
            <numerusform>نتيجة واحدة (%1) في أول %2</numerusform>
            <numerusform>نتيجتان (%1) في أول %2</numerusform>
            <numerusform>‏%1 نتائج في أول %2</numerusform>
            <numerusform>‏%1 نتيجة في أول %2</numerusform>
            <numerusform>‏%1 نتيجة في أول %2</numerusform>
        </translation>
    </message>
    <message>
        <source>First %1</source>
        <translation>أول %1</translation>
    </message>
    <message>
        <source>Nothing read yet</source>
        <translation>لم يُقرأ شيء بعد</translation>
    </message>
    <message>
        <source>Reading the rest… %1 so far</source>
        <translation>تجري قراءة البقية… %1 حتى الآن</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>the state, and what there is</comment>
        <translation>‏%1. %2</translation>
    </message>
</context>
</TS>
