<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>DateRangePopover</name>
    <message>
        <source>A&amp;ny time</source>
        <translation>&amp;أي وقت</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;اليوم</translation>
    </message>
    <message>
        <source>&amp;Yesterday</source>
        <translation>&amp;أمس</translation>
    </message>
    <message>
        <source>Last &amp;7 days</source>
        <translation>آخر &amp;7 أيام</translation>
    </message>
    <message>
        <source>Last &amp;30 days</source>
        <translation>آخر &amp;30 يومًا</translation>
    </message>
    <message>
        <source>This &amp;month</source>
        <translation>هذا &amp;الشهر</translation>
    </message>
    <message>
        <source>&amp;Custom</source>
        <translation>مخصص</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>&amp;إلى</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Selected conversation</source>
        <translation>المحادثة المحددة</translation>
    </message>
    <message>
        <source>What to do with it</source>
        <translation>ما يمكن فعله بها</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>الإجراءات</translation>
    </message>
    <message>
        <source>Select a conversation to see who owns it and whether it is muted or snoozed.</source>
        <translation>حدد محادثة لترى من يتولاها وهل هي مكتومة أم مؤجلة.</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>الإسناد</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>الكتم</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>التأجيل</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>محذوفة</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>الحذف</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;التفاصيل</translation>
    </message>
    <message>
        <source>What to see of it</source>
        <translation>ما يُعرض منها</translation>
    </message>
</context>
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
        <source>Export what there &amp;is</source>
        <translation>تصدير &amp;الموجود</translation>
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
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Which conversations</source>
        <translation>أي محادثات</translation>
    </message>
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
        <source>&amp;Times</source>
        <translation>&amp;الأوقات</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>الأوقات</translation>
    </message>
    <message>
        <source>Add the names of line and teammate</source>
        <translation>إضافة اسمي الخط وزميل الفريق</translation>
    </message>
    <message>
        <source>Write beside it what it was made of (.manifest.json)</source>
        <translation>كتابة ما صُنع منه بجانبه (.manifest.json)</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;الملف</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;استعراض…</translation>
    </message>
</context>
<context>
    <name>LinesPopover</name>
    <message>
        <source>&amp;Only this</source>
        <translation>هذا فقط</translation>
    </message>
    <message>
        <source>Only this line</source>
        <translation>هذا الخط فقط</translation>
    </message>
    <message>
        <source>All &amp;but this</source>
        <translation>&amp;الكل عدا هذا</translation>
    </message>
    <message>
        <source>All but this line</source>
        <translation>الكل عدا هذا الخط</translation>
    </message>
    <message>
        <source>&amp;Every line</source>
        <translation>كل &amp;الخطوط</translation>
    </message>
    <message>
        <source>Every line</source>
        <translation>كل الخطوط</translation>
    </message>
</context>
<context>
    <name>NoticeWidget</name>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;إعادة المحاولة</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;إيقاف</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
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
        <source>All workspaces</source>
        <translation>كل مساحات العمل</translation>
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
        <source>Conversations kept in &amp;memory</source>
        <translation>&amp;المحادثات في الذاكرة</translation>
    </message>
    <message>
        <source>Conversations kept in memory</source>
        <translation>المحادثات في الذاكرة</translation>
    </message>
    <message>
        <source>Their messages and calls need not be read again</source>
        <translation>لا حاجة إلى قراءة رسائلها ومكالماتها مرة أخرى</translation>
    </message>
    <message>
        <source>Settings problem</source>
        <translation>مشكلة في الإعدادات</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Quoin reads the workspace’s conversations with an API key. It never changes anything there.</source>
        <translation>يقرأ Quoin محادثات مساحة العمل بمفتاح API، ولا يغيّر فيها شيئًا أبدًا.</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>مفتاح API</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>مفتاح API</translation>
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
        <source>As you call it; optional</source>
        <translation>كما تسميها؛ اختياري</translation>
    </message>
    <message>
        <source>Sign-in problem</source>
        <translation>مشكلة في تسجيل الدخول</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>تسجيل &amp;الدخول</translation>
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
        <source>Takes it off the list, with its filters and views on this computer. Nothing changes in Quo.</source>
        <translation>يزيلها من القائمة مع مرشحاتها وطرق عرضها على هذا الحاسوب. لا يتغير شيء في Quo.</translation>
    </message>
    <message>
        <source>Remove workspace</source>
        <translation>إزالة مساحة العمل</translation>
    </message>
    <message>
        <source>No key at hand? A made-up workspace needs none.</source>
        <translation>لا مفتاح في متناول اليد؟ مساحة العمل المختلقة لا تحتاج إلى مفتاح.</translation>
    </message>
    <message>
        <source>&amp;Demo workspace</source>
        <translation>مساحة عمل تجريبية</translation>
    </message>
    <message>
        <source>Demo workspace</source>
        <translation>مساحة عمل تجريبية</translation>
    </message>
</context>
<context>
    <name>TeammatePopover</name>
    <message>
        <source>Shows the conversations of this user as Quo counts them; that is not the same as ‘assigned to’.</source>
        <translation>يعرض محادثات هذا المستخدم كما يعدّها Quo؛ وليس ذلك نفس «مسندة إلى».</translation>
    </message>
</context>
<context>
    <name>ViewsPanel</name>
    <message>
        <source>Views</source>
        <translation>طرق العرض</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>طرق العرض المحفوظة</translation>
    </message>
    <message>
        <source>Enter opens a view, F2 renames it, Alt with Up or Down moves it, Delete deletes it</source>
        <translation>يفتح Enter طريقة عرض، ويعيد F2 تسميتها، وينقلها Alt مع السهم الأعلى أو الأسفل، ويحذفها Delete</translation>
    </message>
    <message>
        <source>Set filters and columns, then save them here to come back with one click.</source>
        <translation>اضبط المرشحات والأعمدة ثم احفظها هنا لتعود إليها بنقرة واحدة.</translation>
    </message>
    <message>
        <source>View message</source>
        <translation>رسالة عن طرق العرض</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>تراجع عن الحذف</translation>
    </message>
    <message>
        <source>✕</source>
        <translation>✕</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>إغلاق الرسالة</translation>
    </message>
    <message>
        <source>Save &amp;view</source>
        <translation>حفظ طريقة &amp;العرض</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>حفظ طريقة العرض</translation>
    </message>
    <message>
        <source>Keep these filters and columns under a name (Ctrl+S)</source>
        <translation>الاحتفاظ بهذه المرشحات والأعمدة باسم (Ctrl+S)</translation>
    </message>
</context>
<context>
    <name>app::CommandLine</name>
    <message>
        <source>Serves a made-up workspace over Quo&apos;s API on 127.0.0.1 and prints its base URL.</source>
        <translation>يقدّم مساحة عمل مختلقة عبر واجهة Quo البرمجية على 127.0.0.1 ويطبع عنوانها الأساسي.</translation>
    </message>
    <message>
        <source>This command.</source>
        <translation>هذا الأمر.</translation>
    </message>
    <message>
        <source>Listen there; 0 takes a free port.</source>
        <translation>الاستماع هناك؛ 0 يأخذ منفذًا حرًا.</translation>
    </message>
    <message>
        <source>How many conversations there are.</source>
        <translation>عدد المحادثات الموجودة.</translation>
    </message>
    <message>
        <source>What the workspace is made from.</source>
        <translation>ما تُصنع منه مساحة العمل.</translation>
    </message>
    <message>
        <source>Milliseconds before each answer.</source>
        <translation>ميلي ثانية قبل كل إجابة.</translation>
    </message>
    <message>
        <source>Requests a second for each key; 0 for no limit.</source>
        <translation>طلبات في الثانية لكل مفتاح؛ 0 بلا حد.</translation>
    </message>
    <message>
        <source>The same as --view FILE.</source>
        <translation>مثل --view FILE.</translation>
    </message>
    <message>
        <source>Browses the conversations of a Quo workspace; never writes.

The API key is read from QUO_API_KEY, the base URL also from QUO_API_BASE_URL.
Other commands, each with a --help of its own: &apos;quoin export&apos;, &apos;quoin lines&apos;,
&apos;quoin users&apos; and &apos;quoin demo-server&apos;.</source>
        <translation>يتصفح محادثات مساحة عمل في Quo ولا يكتب أبدًا.

يُقرأ مفتاح API من QUO_API_KEY، والعنوان الأساسي من QUO_API_BASE_URL أيضًا.
أوامر أخرى، لكل منها --help خاص به: &apos;quoin export&apos; و&apos;quoin lines&apos;
و&apos;quoin users&apos; و&apos;quoin demo-server&apos;.</translation>
    </message>
    <message>
        <source>Open the view in this file.</source>
        <translation>فتح طريقة العرض التي في هذا الملف.</translation>
    </message>
    <message>
        <source>Write the window as PNG once the first page stands in it, then exit.</source>
        <translation>كتابة النافذة بصيغة PNG حالما تظهر فيها الصفحة الأولى ثم الخروج.</translation>
    </message>
    <message>
        <source>unexpected argument &apos;%1&apos;</source>
        <translation>معامل غير متوقع &apos;%1&apos;</translation>
    </message>
    <message>
        <source>--view takes a file name</source>
        <translation>يأخذ --view اسم ملف</translation>
    </message>
    <message>
        <source>--screenshot takes a file name</source>
        <translation>يأخذ --screenshot اسم ملف</translation>
    </message>
    <message>
        <source>Writes conversations to a file, without a window. Exit code 0: whole; 1: it failed;
2: an option is wrong; 3: incomplete.

T is an ISO 8601 time, a date such as 2026-01-31, or an age such as 7d.</source>
        <translation>يكتب المحادثات في ملف بلا نافذة. رمز الخروج 0: كامل؛ 1: فشل؛
2: خيار خاطئ؛ 3: ناقص.

T وقت وفق ISO 8601، أو تاريخ مثل 2026-01-31، أو عمر مثل 7d.</translation>
    </message>
    <message>
        <source>Write there; &apos;-&apos; is the standard output.</source>
        <translation>الكتابة هناك؛ &apos;-&apos; هو الخرج القياسي.</translation>
    </message>
    <message>
        <source>One of %1; else by the file&apos;s ending.</source>
        <translation>واحد من %1؛ وإلا فحسب نهاية اسم الملف.</translation>
    </message>
    <message>
        <source>Only this line, by ID or number; several times for several.</source>
        <translation>هذا الخط فقط، بالمعرّف أو الرقم؛ ويُكرر لعدة خطوط.</translation>
    </message>
    <message>
        <source>Only this user&apos;s, by ID.</source>
        <translation>محادثات هذا المستخدم فقط، بالمعرّف.</translation>
    </message>
    <message>
        <source>Only what was so.</source>
        <translation>ما كان كذلك فقط.</translation>
    </message>
    <message>
        <source>Leave inactive ones out.</source>
        <translation>استبعاد غير النشطة.</translation>
    </message>
    <message>
        <source>Only those that are one of %1; several times for several.</source>
        <translation>ما هو واحد من %1 فقط؛ ويُكرر لعدة حالات.</translation>
    </message>
    <message>
        <source>Only those for which all of it holds: words, and conditions such as &apos;line:support&apos;, &apos;-to:none&apos; or &apos;before:2026-01-31&apos;.</source>
        <translation>ما ينطبق عليه كل ذلك فقط: كلمات وشروط مثل &apos;line:support&apos; أو &apos;-to:none&apos; أو &apos;before:2026-01-31&apos;.</translation>
    </message>
    <message>
        <source>By these columns, &apos;:desc&apos; for the other way; &apos;none&apos; writes rows as they arrive.</source>
        <translation>حسب هذه الأعمدة، و&apos;:desc&apos; للاتجاه الآخر؛ و&apos;none&apos; يكتب الصفوف كما تصل.</translation>
    </message>
    <message>
        <source>These, with commas between them: %1.</source>
        <translation>هذه، وبينها فواصل: %1.</translation>
    </message>
    <message>
        <source>Filters, search, sort and columns of a view&apos;s file.</source>
        <translation>مرشحات وبحث وترتيب وأعمدة من ملف طريقة عرض.</translation>
    </message>
    <message>
        <source>No more rows than that.</source>
        <translation>لا صفوف أكثر من ذلك.</translation>
    </message>
    <message>
        <source>JSON: add the names of line and teammate.</source>
        <translation>JSON: إضافة اسمي الخط وزميل الفريق.</translation>
    </message>
    <message>
        <source>Write FILE.manifest.json beside it: what the export was made of.</source>
        <translation>كتابة FILE.manifest.json بجانبه: ما صُنع منه التصدير.</translation>
    </message>
    <message>
        <source>Leave text as it is that a spreadsheet would run as a formula.</source>
        <translation>ترك النص كما هو وإن كان جدول البيانات ينفذه كصيغة.</translation>
    </message>
    <message>
        <source>Times in the zone of this machine.</source>
        <translation>الأوقات بمنطقة هذا الجهاز.</translation>
    </message>
    <message>
        <source>No progress.</source>
        <translation>بلا عرض للتقدم.</translation>
    </message>
    <message>
        <source>--%1 takes one of %2</source>
        <translation>يأخذ --%1 واحدًا من %2</translation>
    </message>
    <message>
        <source>--output takes a file name, or &apos;-&apos; for the standard output</source>
        <translation>يأخذ --output اسم ملف أو &apos;-&apos; للخرج القياسي</translation>
    </message>
    <message>
        <source>--utc and --local exclude each other</source>
        <translation>لا يجتمع --utc و--local</translation>
    </message>
    <message>
        <source>--%1 takes a time such as 2026-01-31T10:00:00Z, 2026-01-31 or 7d</source>
        <translation>يأخذ --%1 وقتًا مثل 2026-01-31T10:00:00Z أو 2026-01-31 أو 7d</translation>
    </message>
    <message>
        <source>--sort takes &apos;none&apos; or some of %1, with &apos;:desc&apos; for the other way</source>
        <translation>يأخذ --sort القيمة &apos;none&apos; أو بعضًا من %1، مع &apos;:desc&apos; للاتجاه الآخر</translation>
    </message>
    <message>
        <source>--columns takes some of %1</source>
        <translation>يأخذ --columns بعضًا من %1</translation>
    </message>
    <message>
        <source>--manifest goes with a file, and not with the standard output</source>
        <translation>يُستعمل --manifest مع ملف لا مع الخرج القياسي</translation>
    </message>
    <message>
        <source>Lists the workspace&apos;s phone numbers.</source>
        <translation>يسرد أرقام هواتف مساحة العمل.</translation>
    </message>
    <message>
        <source>Lists the workspace&apos;s users.</source>
        <translation>يسرد مستخدمي مساحة العمل.</translation>
    </message>
    <message>
        <source>table, or json.</source>
        <translation>table أو json.</translation>
    </message>
    <message>
        <source>--format takes one of table, json</source>
        <translation>يأخذ --format واحدًا من table, json</translation>
    </message>
    <message>
        <source>Print the options.</source>
        <translation>طباعة الخيارات.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3</source>
        <translation>يأخذ --%1 عددًا صحيحًا من %2 إلى %3</translation>
    </message>
    <message>
        <source>A made-up workspace: no key, no network.</source>
        <translation>مساحة عمل مختلقة: بلا مفتاح ولا شبكة.</translation>
    </message>
    <message>
        <source>How many conversations the demo has.</source>
        <translation>عدد محادثات المساحة المختلقة.</translation>
    </message>
    <message>
        <source>Where the API is.</source>
        <translation>أين الواجهة البرمجية.</translation>
    </message>
    <message>
        <source>--demo-conversations goes with --demo</source>
        <translation>يُستعمل --demo-conversations مع --demo</translation>
    </message>
    <message>
        <source>--demo has a base URL of its own: leave --base-url out</source>
        <translation>لـ --demo عنوان أساسي خاص به: احذف --base-url</translation>
    </message>
    <message>
        <source>the command comes first: quoin %1 …</source>
        <translation>يأتي الأمر أولًا: quoin %1 …</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no command; there are %2. See &apos;quoin --help&apos;.</source>
        <translation>لا يوجد أمر &apos;%1&apos;؛ الأوامر هي %2. راجع &apos;quoin --help&apos;.</translation>
    </message>
    <message>
        <source>Write and read numbers as in this country, such as US; by default the country of most lines.</source>
        <translation>كتابة الأرقام وقراءتها كما في هذا البلد، مثل US؛ وفي البداية كما في بلد معظم الخطوط.</translation>
    </message>
    <message>
        <source>Replace a file that is write-protected, too.</source>
        <translation>استبدال الملف حتى إن كان محميًا من الكتابة.</translation>
    </message>
    <message>
        <source>--region takes a two-letter country code, such as US</source>
        <translation>يأخذ --region بلدًا من حرفين، مثل US</translation>
    </message>
    <message>
        <source>--%1 takes an ID</source>
        <translation>يأخذ --%1 معرّفًا</translation>
    </message>
    <message>
        <source>One of %1; e164 by default.</source>
        <translation>واحد من %1؛ القيمة الافتراضية e164.</translation>
    </message>
    <message>
        <source>Times in UTC (the default).</source>
        <translation>الأوقات بتوقيت UTC (الافتراضي).</translation>
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
        <source>and on this side by state or words</source>
        <translation>ومن هذا الجانب حسب الحالة أو الكلمات</translation>
    </message>
</context>
<context>
    <name>app::ListCommand</name>
    <message>
        <source>incomplete: %1</source>
        <translation>ناقص: %1</translation>
    </message>
    <message numerus="yes">
        <source>incomplete: %n entry(s) cannot be read (%1)</source>
        <translation>
            <numerusform>ناقص: تعذرت قراءة %n مدخل (%1)</numerusform>
            <numerusform>ناقص: تعذرت قراءة مدخل واحد (%1)</numerusform>
            <numerusform>ناقص: تعذرت قراءة مدخلين (%1)</numerusform>
            <numerusform>ناقص: تعذرت قراءة %n مدخلات (%1)</numerusform>
            <numerusform>ناقص: تعذرت قراءة %n مدخلًا (%1)</numerusform>
            <numerusform>ناقص: تعذرت قراءة %n مدخل (%1)</numerusform>
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
        <source>The language changes when Quoin is started again.</source>
        <translation>تتغير اللغة عند بدء Quoin مرة أخرى.</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>هذا التشغيل</translation>
    </message>
    <message>
        <source>Ended unexpectedly %1</source>
        <translation>انتهى على غير المتوقع %1</translation>
    </message>
    <message>
        <source>Copied: version, system, state of the list, the last requests and the end of the log. There are no names, numbers or keys in it.</source>
        <translation>تم النسخ: الإصدار والنظام وحالة القائمة وآخر الطلبات ونهاية السجل. لا يتضمن ذلك أسماء أو أرقامًا أو مفاتيح.</translation>
    </message>
    <message>
        <source>Last requests</source>
        <translation>آخر الطلبات</translation>
    </message>
</context>
<context>
    <name>app::SignInFlow</name>
    <message>
        <source>Asking the keychain…</source>
        <translation>جارٍ سؤال حافظة المفاتيح…</translation>
    </message>
    <message>
        <source>Removing the key…</source>
        <translation>جارٍ إزالة المفتاح…</translation>
    </message>
    <message>
        <source>The key is still in the keychain. %1</source>
        <translation>ما زال المفتاح في حافظة المفاتيح. %1</translation>
    </message>
    <message>
        <source>Trying the key…</source>
        <translation>جارٍ تجربة المفتاح…</translation>
    </message>
    <message>
        <source>Quo does not accept this key. Copy it again, or make a new one.</source>
        <translation>لا يقبل Quo هذا المفتاح. انسخه مرة أخرى أو أنشئ مفتاحًا جديدًا.</translation>
    </message>
    <message>
        <source>The key holds until Quoin is closed. %1</source>
        <translation>يسري المفتاح حتى إغلاق Quoin. %1</translation>
    </message>
    <message>
        <source>Quo workspace</source>
        <translation>مساحة عمل Quo</translation>
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
        <source>the folder for temporary files is full</source>
        <translation>مجلد الملفات المؤقتة ممتلئ</translation>
    </message>
    <message>
        <source>About</source>
        <comment>a sheet&apos;s name</comment>
        <translation>حول</translation>
    </message>
    <message>
        <source>the workbook could not be written to its end: is the disk full?</source>
        <translation>تعذرت كتابة المصنف إلى نهايته: هل القرص ممتلئ؟</translation>
    </message>
    <message>
        <source>Cells that were cut at %1 characters: %2</source>
        <translation>خلايا قُصّت عند %1 حرفًا: %2</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>الذاكرة لا تكفي</translation>
    </message>
    <message>
        <source>no temporary file can be made; is the temporary folder full?</source>
        <translation>تعذر إنشاء ملف مؤقت؛ هل في مجلد الملفات المؤقتة متسع؟</translation>
    </message>
    <message>
        <source>Times out of Excel&apos;s range, which are written as text: %1</source>
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
        <source>System</source>
        <translation>النظام</translation>
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
        <translation>حول Quoin</translation>
    </message>
    <message>
        <source>&amp;Made of</source>
        <translation>مصنوع من</translation>
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
        <source>Browses the conversations of a Quo workspace and exports what it shows; it never changes anything there. It is no product of Quo’s.</source>
        <translation>يتصفح محادثات مساحة عمل في Quo ويصدّر ما يعرضه، ولا يغيّر فيها شيئًا أبدًا. وهو ليس من منتجات Quo.</translation>
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
        <source>What Quoin is made of</source>
        <translation>ما صُنع منه Quoin</translation>
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
        <source>By</source>
        <translation>من</translation>
    </message>
</context>
<context>
    <name>widgets::ActivityPane</name>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;إعادة المحاولة</translation>
    </message>
    <message>
        <source>Quo tells of calls in one-to-one conversations only.</source>
        <translation>لا يخبر Quo إلا بمكالمات المحادثات بين طرفين.</translation>
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
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>Search for what can be done</source>
        <translation>ابحث عما يمكن فعله</translation>
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
</context>
<context>
    <name>widgets::DateRangePopover</name>
    <message>
        <source>Limit: %1</source>
        <translation>الحد: %1</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>الأوقات بتوقيت %1</translation>
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
    <message>
        <source>Copy: %1</source>
        <translation>نسخ: %1</translation>
    </message>
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
</context>
<context>
    <name>widgets::ExportDialog</name>
    <message>
        <source>%1 is there already. Export again to replace it.</source>
        <translation>‏%1 موجود من قبل. صدّر مرة أخرى لاستبداله.</translation>
    </message>
    <message>
        <source>Loading was stopped before everything was there.</source>
        <translation>أُوقف التحميل قبل اكتمال كل شيء.</translation>
    </message>
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
    <message numerus="yes">
        <source>%1 rows are in %2</source>
        <translation>
            <numerusform>في %2 ‏%1 صف</numerusform>
            <numerusform>في %2 صف واحد (%1)</numerusform>
            <numerusform>في %2 صفان (%1)</numerusform>
            <numerusform>في %2 ‏%1 صفوف</numerusform>
            <numerusform>في %2 ‏%1 صفًا</numerusform>
            <numerusform>في %2 ‏%1 صف</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The filters were changed while the rows were being loaded, so nothing was written. Export again with the filters that are set now.</source>
        <translation>تغيّرت المرشحات أثناء تحميل الصفوف، لذلك لم يُكتب شيء. صدّر مرة أخرى بالمرشحات المضبوطة الآن.</translation>
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
</context>
<context>
    <name>widgets::ExportForm</name>
    <message>
        <source>+14155550100 (E.164)</source>
        <translation>+14155550100 (E.164)</translation>
    </message>
    <message>
        <source>&apos;+14155550100 (text for spreadsheets)</source>
        <translation>&apos;+14155550100 (نص لجداول البيانات)</translation>
    </message>
    <message>
        <source>(415) 555-0100 (as people write them)</source>
        <translation>(415) 555-0100 (كما يكتبها الناس)</translation>
    </message>
    <message>
        <source>&amp;Selected: %1</source>
        <translation>&amp;المحددة: %1</translation>
    </message>
    <message>
        <source>&amp;Loaded: %1</source>
        <translation>&amp;المحمّلة: %1</translation>
    </message>
    <message>
        <source>&amp;Everything that matches: %1</source>
        <translation>كل ما يطابق: %1</translation>
    </message>
    <message>
        <source>&amp;Everything that matches: more than %1, Quo does not say how many</source>
        <translation>كل ما يطابق: &amp;أكثر من %1، ولا يقول Quo كم</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>تصدير إلى</translation>
    </message>
</context>
<context>
    <name>widgets::FacetList</name>
    <message>
        <source>States of what is loaded</source>
        <translation>حالات ما حُمّل</translation>
    </message>
</context>
<context>
    <name>widgets::FacetModel</name>
    <message>
        <source>%1 of %2 loaded</source>
        <translation>‏%1 من %2 محمّلة</translation>
    </message>
</context>
<context>
    <name>widgets::FilterBar</name>
    <message>
        <source>Lines</source>
        <translation>الخطوط</translation>
    </message>
    <message>
        <source>Filters results to only include conversations with the specified Quo phone numbers.</source>
        <translation>المحادثات ذات أرقام هواتف Quo المحددة فقط.</translation>
    </message>
    <message>
        <source>Teammate</source>
        <translation>زميل الفريق</translation>
    </message>
    <message>
        <source>Used to filter results to only include the user’s conversations.</source>
        <translation>محادثات هذا المستخدم فقط.</translation>
    </message>
    <message>
        <source>Last updated</source>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>Filter results to only include conversations updated after or before the specified date and time.</source>
        <translation>المحادثات المعدّلة بعد التاريخ والوقت المحددين أو قبلهما فقط.</translation>
    </message>
    <message>
        <source>Thread created</source>
        <translation>بداية المحادثة</translation>
    </message>
    <message>
        <source>Filter results to only include conversations created after or before the specified date and time. An old thread with new activity counts by its beginning.</source>
        <translation>المحادثات التي بدأت بعد التاريخ والوقت المحددين أو قبلهما فقط. تُحسب المحادثة القديمة ذات النشاط الجديد ببدايتها.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>مسح المرشحات</translation>
    </message>
    <message>
        <source>Exclude inactive</source>
        <translation>بلا غير النشطة</translation>
    </message>
    <message>
        <source>Exclude inactive conversations from the results.</source>
        <translation>استبعاد المحادثات غير النشطة.</translation>
    </message>
    <message>
        <source>Filter problem</source>
        <translation>مشكلة في المرشحات</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>filter and what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Filter by lines</source>
        <translation>ترشيح حسب الخطوط</translation>
    </message>
    <message>
        <source>Filter by teammate</source>
        <translation>ترشيح حسب زميل الفريق</translation>
    </message>
    <message>
        <source>Filter by last update</source>
        <translation>ترشيح حسب آخر تعديل</translation>
    </message>
    <message>
        <source>Filter by creation</source>
        <translation>ترشيح حسب البداية</translation>
    </message>
</context>
<context>
    <name>widgets::FilterChip</name>
    <message>
        <source>Remove filter: %1</source>
        <translation>إزالة المرشح: %1</translation>
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
        <translation>المرشح %1: %2</translation>
    </message>
    <message>
        <source>Filter %1: not set</source>
        <translation>المرشح %1: غير مضبوط</translation>
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
        <source>Ask for what has changed (F5); Shift+F5 reads the whole list again</source>
        <translation>السؤال عما تغير (F5)؛ ويقرأ Shift+F5 القائمة كلها مرة أخرى</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Write what is shown to a file (Ctrl+E)</source>
        <translation>كتابة المعروض في ملف (Ctrl+E)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Narrow rows</source>
        <translation>صفوف ضيقة</translation>
    </message>
    <message>
        <source>Keep the first column in view</source>
        <translation>إبقاء العمود الأول ظاهرًا</translation>
    </message>
    <message>
        <source>&amp;Read the whole list again</source>
        <translation>قراءة &amp;القائمة كلها مرة أخرى</translation>
    </message>
</context>
<context>
    <name>widgets::InboxPage</name>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;النشاط</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>حفظ طريقة العرض</translation>
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
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Messages of the list</source>
        <translation>رسائل القائمة</translation>
    </message>
</context>
<context>
    <name>widgets::LinesPopover</name>
    <message>
        <source>Lines</source>
        <translation>الخطوط</translation>
    </message>
    <message>
        <source>Search, or type a number or PN…</source>
        <translation>ابحث، أو اكتب رقمًا أو PN…</translation>
    </message>
    <message>
        <source>The key’s owner may not see this line: %1</source>
        <translation>لا يجوز لصاحب المفتاح رؤية هذا الخط: %1</translation>
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
        <source>There is no log: its folder cannot be written.</source>
        <translation>لا يوجد سجل: تعذرت الكتابة في مجلده.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>عرض في &amp;المجلد</translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
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
</context>
<context>
    <name>widgets::NewsButton</name>
    <message>
        <source>New above</source>
        <translation>جديد في الأعلى</translation>
    </message>
    <message numerus="yes">
        <source>▴ %n new above</source>
        <translation>
            <numerusform>▴ لا جديد في الأعلى</numerusform>
            <numerusform>▴ %n جديدة في الأعلى</numerusform>
            <numerusform>▴ %n جديدتان في الأعلى</numerusform>
            <numerusform>▴ %n جديدة في الأعلى</numerusform>
            <numerusform>▴ %n جديدة في الأعلى</numerusform>
            <numerusform>▴ %n جديدة في الأعلى</numerusform>
        </translation>
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
        <source>%1 of %2 loaded</source>
        <comment>how many there are</comment>
        <translation>%1 من %2 محمّلة</translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>أول %1 مذكورة</translation>
    </message>
    <message>
        <source>collecting…</source>
        <translation>جارٍ الجمع…</translation>
    </message>
</context>
<context>
    <name>widgets::RequestMeter</name>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>How many requests went out in the last second, of those that the key allows</source>
        <translation>عدد الطلبات التي خرجت في الثانية الأخيرة من التي يسمح بها المفتاح</translation>
    </message>
    <message>
        <source>Requests in full</source>
        <translation>الطلبات بالتفصيل</translation>
    </message>
    <message>
        <source>%1/%2 req/s</source>
        <comment>requests of those allowed</comment>
        <translation>%1/%2 طلب/ث</translation>
    </message>
</context>
<context>
    <name>widgets::SearchField</name>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Searches what is loaded (Ctrl+F). Words in any order, numbers in any notation, and conditions: line:support, to:dana, to:none, is:snoozed, before:2026-01-31, created:&gt;=2026-01. A leading minus negates a term.</source>
        <translation>يبحث فيما حُمّل (Ctrl+F). كلمات بأي ترتيب، وأرقام بأي كتابة، وشروط: line:support, to:dana, to:none, is:snoozed, before:2026-01-31, created:&gt;=2026-01. علامة ناقص في الأمام تنفي الكلمة أو الشرط.</translation>
    </message>
</context>
<context>
    <name>widgets::SettingsDialog</name>
    <message>
        <source>As the system has it</source>
        <translation>كما في النظام</translation>
    </message>
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
        <source>As the system has it (%1)</source>
        <translation>كما في النظام (%1)</translation>
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
        <source>An owner or admin of the workspace makes a key in Quo under Settings, API: %1</source>
        <translation>ينشئ مالك مساحة العمل أو مديرها مفتاحًا في Quo تحت Settings ثم API: %1</translation>
    </message>
    <message>
        <source>The key is kept in this computer’s keychain and sent to %1 alone.</source>
        <translation>يُحفظ المفتاح في حافظة مفاتيح هذا الحاسوب ويُرسل إلى %1 وحده.</translation>
    </message>
    <message>
        <source>Paste the API key of the workspace.</source>
        <translation>الصق مفتاح API لمساحة العمل.</translation>
    </message>
</context>
<context>
    <name>widgets::StatusFollower</name>
    <message>
        <source>Search %1 loaded</source>
        <translation>بحث في %1 محمّلة</translation>
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
        <source>Activity</source>
        <translation>النشاط</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>آخر خطأ</translation>
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
        <source>Read everything that matches, as fast as Quo allows</source>
        <translation>قراءة كل ما يطابق بأسرع ما يسمح به Quo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>إيقاف التحميل</translation>
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
        <source>collecting…</source>
        <translation>جارٍ الجمع…</translation>
    </message>
</context>
<context>
    <name>widgets::TeammatePopover</name>
    <message>
        <source>Teammate</source>
        <translation>زميل الفريق</translation>
    </message>
    <message>
        <source>Search, or type US…</source>
        <translation>ابحث، أو اكتب US…</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>أي شخص</translation>
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
        <translation>افتراضية</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>معدّلة</translation>
    </message>
    <message>
        <source>open</source>
        <translation>مفتوحة</translation>
    </message>
</context>
<context>
    <name>widgets::ViewsPanel</name>
    <message>
        <source>Save &amp;changes</source>
        <translation>حفظ &amp;التغييرات</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;إعادة التسمية</translation>
    </message>
    <message>
        <source>&amp;Begin with this view</source>
        <translation>&amp;البدء بطريقة العرض هذه</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>نقل &amp;إلى الأعلى</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>نقل &amp;إلى الأسفل</translation>
    </message>
    <message>
        <source>Save as &amp;file…</source>
        <translation>حفظ في ملف…</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>كل المحادثات</translation>
    </message>
    <message>
        <source>‘%1’ was not opened. %2</source>
        <translation>لم يُفتح «%1». %2</translation>
    </message>
    <message>
        <source>‘%1’ was added.</source>
        <translation>أُضيفت «%1».</translation>
    </message>
    <message>
        <source>Save the view as a file</source>
        <translation>حفظ طريقة العرض في ملف</translation>
    </message>
    <message>
        <source>Quoin views (*.%1)</source>
        <translation>طرق عرض Quoin (*.%1)</translation>
    </message>
    <message>
        <source>‘%1’ was not written: %2</source>
        <translation>لم يُكتب «%1»: %2</translation>
    </message>
    <message>
        <source>‘%1’ was written. It holds filters, search, sort and columns, and no key.</source>
        <translation>كُتب «%1». فيه المرشحات والبحث والترتيب والأعمدة، وليس فيه مفتاح.</translation>
    </message>
    <message>
        <source>‘%1’ was deleted.</source>
        <translation>حُذفت «%1».</translation>
    </message>
    <message>
        <source>Open view %1</source>
        <translation>فتح طريقة العرض %1</translation>
    </message>
</context>
<context>
    <name>widgets::WatchMenu</name>
    <message>
        <source>&amp;Notify me of</source>
        <translation>&amp;إعلامي بـ</translation>
    </message>
    <message>
        <source>No lines are known yet</source>
        <translation>لا خطوط معروفة بعد</translation>
    </message>
    <message>
        <source>Shows a notification when a conversation on these lines becomes unassigned, or when its snooze ends</source>
        <translation>يعرض إشعارًا عندما لا يبقى أحد يتولى محادثة على هذه الخطوط أو عندما ينتهي تأجيلها</translation>
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
        <source>Clear contact names and &amp;read them again</source>
        <translation>مسح &amp;أسماء جهات الاتصال وقراءتها مرة أخرى</translation>
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
</context>
<context>
    <name>words::ActivityWords</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation>%1 د %2 ث</translation>
    </message>
    <message>
        <source>Call, %1</source>
        <translation>مكالمة، %1</translation>
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
        <source>Call that nobody answered</source>
        <translation>مكالمة لم يجب عليها أحد</translation>
    </message>
    <message>
        <source>Call to a busy line</source>
        <translation>مكالمة إلى خط مشغول</translation>
    </message>
    <message>
        <source>Call that failed</source>
        <translation>مكالمة فاشلة</translation>
    </message>
    <message>
        <source>Call that was given up</source>
        <translation>مكالمة متروكة</translation>
    </message>
    <message>
        <source>Call under way</source>
        <translation>مكالمة جارية</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>أُرسلت</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>وصلت</translation>
    </message>
    <message>
        <source>⚠ not delivered</source>
        <translation>⚠ لم تصل</translation>
    </message>
    <message>
        <source>outgoing</source>
        <comment>call</comment>
        <translation>صادرة</translation>
    </message>
    <message>
        <source>incoming</source>
        <comment>call</comment>
        <translation>واردة</translation>
    </message>
    <message>
        <source>Attachment or empty message</source>
        <translation>مرفق أو رسالة فارغة</translation>
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
        <source>Select a conversation to read what was said.</source>
        <translation>حدد محادثة لتقرأ ما قيل فيها.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
    <message>
        <source>Nothing was written or called here.</source>
        <translation>لم يُكتب هنا شيء ولم تجر مكالمة.</translation>
    </message>
    <message>
        <source>The conversation begins here.</source>
        <translation>تبدأ المحادثة هنا.</translation>
    </message>
    <message>
        <source>the key’s owner may not read them.</source>
        <translation>لا يجوز لصاحب المفتاح قراءتها.</translation>
    </message>
    <message>
        <source>Messages cannot be shown: %1</source>
        <translation>تعذر عرض الرسائل: %1</translation>
    </message>
    <message>
        <source>Calls cannot be shown: %1</source>
        <translation>تعذر عرض المكالمات: %1</translation>
    </message>
    <message>
        <source>Call that nobody has answered yet</source>
        <translation>مكالمة لم يجب عليها أحد بعد</translation>
    </message>
    <message>
        <source>Call under way with an AI agent</source>
        <translation>مكالمة جارية مع مساعد آلي</translation>
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
        <source>⚠ not sent</source>
        <translation>⚠ لم تُرسل</translation>
    </message>
    <message>
        <source>forwarded to %1</source>
        <translation>حُوّلت إلى %1</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>حُوّلت</translation>
    </message>
    <message>
        <source>Quo refuses the request.</source>
        <translation>لا يقبل Quo هذا الطلب.</translation>
    </message>
    <message>
        <source>Quo sends page after page without anything new.</source>
        <translation>يرسل Quo صفحة تلو أخرى بلا جديد.</translation>
    </message>
    <message>
        <source>Quo does not say who takes part, so nothing can be read here.</source>
        <translation>لا يقول Quo من يشارك، لذلك لا يمكن قراءة شيء هنا.</translation>
    </message>
    <message>
        <source>Quo does not give the messages of so many people.</source>
        <translation>لا يعطي Quo رسائل هذا العدد من الأشخاص.</translation>
    </message>
    <message>
        <source>There are older messages or calls. Scroll up to see them.</source>
        <translation>يوجد المزيد مما سبق. مرّر إلى الأعلى لتقرأه.</translation>
    </message>
    <message>
        <source>Nothing was written here.</source>
        <translation>لم يُكتب هنا شيء.</translation>
    </message>
    <message>
        <source>The messages begin here.</source>
        <translation>تبدأ الرسائل هنا.</translation>
    </message>
    <message>
        <source>This is not the whole conversation.</source>
        <translation>هذه ليست المحادثة كلها.</translation>
    </message>
    <message>
        <source>Older messages cannot be shown: %1</source>
        <translation>تعذر عرض الرسائل الأقدم: %1</translation>
    </message>
    <message>
        <source>Older calls cannot be shown: %1</source>
        <translation>تعذر عرض المكالمات الأقدم: %1</translation>
    </message>
    <message>
        <source>Quo answered with messages of another conversation. Left out: %1.</source>
        <translation>أجاب Quo برسائل من محادثة أخرى. عدد المتروك منها: %1.</translation>
    </message>
    <message>
        <source>Messages that could not be read and are left out: %1.</source>
        <translation>رسائل تعذرت قراءتها وتُركت: %1.</translation>
    </message>
    <message>
        <source>Calls that could not be read and are left out: %1.</source>
        <translation>مكالمات تعذرت قراءتها وتُركت: %1.</translation>
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
        <translation>عند &amp;الطلب فقط</translation>
    </message>
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
        <source>from %1</source>
        <translation>من %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>حتى %1</translation>
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
        <source>Whether somebody has it, and whether it is snoozed, muted or deleted.</source>
        <translation>هل يتولاها أحد، وهل هي مؤجلة أو مكتومة أو محذوفة.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>المحادثة</translation>
    </message>
    <message>
        <source>The custom name of the conversation; without one, the numbers in it.</source>
        <translation>الاسم الخاص للمحادثة؛ وبدونه الأرقام التي فيها.</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>المشاركون</translation>
    </message>
    <message>
        <source>The phone numbers that take part.</source>
        <translation>أرقام الهواتف المشاركة.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>The unique identifier of the Quo phone number associated with the conversation.</source>
        <translation>المعرّف الفريد لرقم هاتف Quo المرتبط بالمحادثة.</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>مسندة إلى</translation>
    </message>
    <message>
        <source>The unique identifier of the user or system user the conversation is assigned to.</source>
        <translation>المعرّف الفريد للمستخدم أو مستخدم النظام الذي أُسندت إليه المحادثة.</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>مؤجلة حتى</translation>
    </message>
    <message>
        <source>When the conversation comes back, or that it has.</source>
        <translation>متى تعود المحادثة، أو أنها عادت.</translation>
    </message>
    <message>
        <source>Muted until</source>
        <translation>مكتومة حتى</translation>
    </message>
    <message>
        <source>Until when the conversation makes no sound.</source>
        <translation>حتى متى لا تُصدر المحادثة صوتًا.</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>آخر نشاط</translation>
    </message>
    <message>
        <source>When the most recent activity in the conversation took place.</source>
        <translation>متى حدث أحدث نشاط في المحادثة.</translation>
    </message>
    <message>
        <source>Last updated</source>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>When the conversation was last updated.</source>
        <translation>متى عُدّلت المحادثة آخر مرة.</translation>
    </message>
    <message>
        <source>Thread created</source>
        <translation>بداية المحادثة</translation>
    </message>
    <message>
        <source>When the conversation began, however old or new its activity is.</source>
        <translation>متى بدأت المحادثة، مهما قدُم نشاطها أو حدُث.</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>محذوفة</translation>
    </message>
    <message>
        <source>When the conversation was deleted.</source>
        <translation>متى حُذفت المحادثة.</translation>
    </message>
    <message>
        <source>Last activity ID</source>
        <translation>معرّف آخر نشاط</translation>
    </message>
    <message>
        <source>The unique identifier of the most recent activity in the conversation.</source>
        <translation>المعرّف الفريد لأحدث نشاط في المحادثة.</translation>
    </message>
    <message>
        <source>Conversation ID</source>
        <translation>معرّف المحادثة</translation>
    </message>
    <message>
        <source>The unique identifier of the conversation.</source>
        <translation>المعرّف الفريد للمحادثة.</translation>
    </message>
</context>
<context>
    <name>words::CompletenessWords</name>
    <message>
        <source>the row is no object</source>
        <translation>الصف ليس كائنًا</translation>
    </message>
    <message>
        <source>‘%1’ is missing</source>
        <translation>‏«%1» مفقود</translation>
    </message>
    <message>
        <source>‘%1’ has a wrong type</source>
        <translation>‏«%1» من نوع خاطئ</translation>
    </message>
    <message>
        <source>‘%1’ is too long</source>
        <translation>‏«%1» أطول من اللازم</translation>
    </message>
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
        <source>Rows that could not be read and are left out: %1. Why: %2.</source>
        <translation>صفوف تعذرت قراءتها وتُركت: %1. السبب: %2.</translation>
    </message>
    <message>
        <source>Left out, since the key’s owner may not see them: %1.</source>
        <translation>تُركت لأن صاحب المفتاح لا يجوز له رؤيتها: %1.</translation>
    </message>
    <message>
        <source>Not read: %1. %2</source>
        <comment>what is missing and why</comment>
        <translation>لم يُقرأ: %1. %2</translation>
    </message>
    <message>
        <source>Reading was stopped before everything was there.</source>
        <translation>أُوقفت القراءة قبل اكتمال كل شيء.</translation>
    </message>
    <message>
        <source>There is more than has been read.</source>
        <translation>لم يُقرأ كل الموجود.</translation>
    </message>
    <message>
        <source>The limit was reached, and more rows match.</source>
        <translation>بُلغ الحد، وتطابق صفوف أخرى.</translation>
    </message>
    <message>
        <source>The export holds only the selected rows.</source>
        <translation>ليس فيه إلا الصفوف المحددة.</translation>
    </message>
    <message>
        <source>The server did not apply these filters: %1. The list may hold rows that do not match, or lack some that do.</source>
        <translation>لم يطبّق الخادم: %1. قد تكون في القائمة صفوف خارجة عنه، وقد تنقصها أخرى.</translation>
    </message>
    <message>
        <source>It could not be checked whether the server applied: %1.</source>
        <translation>تعذر التحقق هل طبّق الخادم: %1.</translation>
    </message>
    <message>
        <source>Rows moved while they were read, so some may be missing. Read them again.</source>
        <translation>انتقلت صفوف أثناء قراءتها، فربما نقص بعضها. اقرأها مرة أخرى.</translation>
    </message>
    <message>
        <source>The search did not look at the names of contacts. %1</source>
        <translation>لم يشمل البحث أسماء جهات الاتصال. %1</translation>
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
        <source>The names of contacts are still being read, so the search does not look at all of them yet.</source>
        <translation>لا تزال أسماء جهات الاتصال قيد القراءة، لذا لا يشملها البحث كلها بعد.</translation>
    </message>
    <message>
        <source>The search did not look at the names of contacts, since they are switched off in the workspace menu.</source>
        <translation>لم يشمل البحث أسماء جهات الاتصال لأنها معطّلة في قائمة مساحة العمل.</translation>
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
        <source>no connection</source>
        <translation>لا اتصال</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>انقطع الاتصال</translation>
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
        <source>key refused</source>
        <translation>المفتاح مرفوض</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>غير مسموح</translation>
    </message>
    <message>
        <source>filter refused</source>
        <translation>المرشح مرفوض</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>rate limited</source>
        <translation>طلبات كثيرة</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>خطأ في الخادم</translation>
    </message>
    <message>
        <source>unreadable answer</source>
        <translation>إجابة غير مقروءة</translation>
    </message>
    <message>
        <source>answer too large</source>
        <translation>إجابة أكبر من اللازم</translation>
    </message>
    <message>
        <source>the list goes round in circles</source>
        <translation>القائمة تدور في حلقة</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>بطلب منك</translation>
    </message>
    <message>
        <source>There is no API key. Sign in, or start Quoin with the key in QUO_API_KEY, or look around with ‘quoin --demo’.</source>
        <translation>لا يوجد مفتاح API. سجّل الدخول، أو ابدأ Quoin والمفتاح في QUO_API_KEY، أو ألقِ نظرة باستعمال «quoin --demo».</translation>
    </message>
    <message>
        <source>The address is not https, so the key was not sent. Correct --base-url or QUO_API_BASE_URL.</source>
        <translation>العنوان ليس https، لذلك لم يُرسل المفتاح. صحّح --base-url أو QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Quo cannot be reached. Check the network connection, then retry.</source>
        <translation>تعذر الوصول إلى Quo. افحص اتصال الشبكة ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The connection ended in the middle of the answer. Retry to go on from there.</source>
        <translation>انتهى الاتصال في منتصف الإجابة. إعادة المحاولة تكمل من هناك.</translation>
    </message>
    <message>
        <source>Quo did not answer in time. Retry to go on from there.</source>
        <translation>لم يُجب Quo في الوقت المناسب. إعادة المحاولة تكمل من هناك.</translation>
    </message>
    <message>
        <source>The connection to Quo is not secure, so the key was not sent. Check the date of this computer and any proxy in between.</source>
        <translation>الاتصال بـ Quo غير آمن، لذلك لم يُرسل المفتاح. افحص تاريخ هذا الحاسوب وأي وكيل في الطريق.</translation>
    </message>
    <message>
        <source>The server wants to send Quoin to another address. The key was not sent there. Check --base-url or QUO_API_BASE_URL.</source>
        <translation>يريد الخادم إرسال Quoin إلى عنوان آخر. لم يُرسل المفتاح إليه. افحص --base-url أو QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>Quo does not accept the API key. Give another one: open the workspace menu, then Change key, or correct QUO_API_KEY.</source>
        <translation>لا يقبل Quo مفتاح API. أعطِ مفتاحًا آخر: قائمة مساحة العمل ثم تغيير المفتاح، أو صحّح QUO_API_KEY.</translation>
    </message>
    <message>
        <source>The key’s owner may not see one of these lines. Remove lines from the filter, then retry.</source>
        <translation>لا يجوز لصاحب المفتاح رؤية أحد هذه الخطوط. أزل خطوطًا من المرشح ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Quo refuses a filter. Correct the one that is marked.</source>
        <translation>يرفض Quo أحد المرشحات. صحّح المرشح المعلَّم.</translation>
    </message>
    <message>
        <source>Too many requests were made with this key. Wait a little, then retry.</source>
        <translation>كثرت الطلبات بهذا المفتاح. انتظر قليلًا ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Quo has a problem of its own. Retry in a while.</source>
        <translation>لدى Quo مشكلة خاصة به. أعد المحاولة بعد حين.</translation>
    </message>
    <message>
        <source>The answer is no list of conversations. It may be cut, or a proxy may have answered instead. Retry.</source>
        <translation>الإجابة ليست قائمة محادثات. ربما قُصّت أو أجاب وكيل بدلًا من Quo. أعد المحاولة.</translation>
    </message>
    <message>
        <source>The answer is larger than any page of conversations can be, so it was not read.</source>
        <translation>الإجابة أكبر مما يمكن أن تكونه صفحة محادثات، لذلك لم تُقرأ.</translation>
    </message>
    <message>
        <source>The server sends the same page again and again. Refresh to start over.</source>
        <translation>يرسل الخادم الصفحة نفسها مرارًا. التحديث يبدأ من جديد.</translation>
    </message>
    <message>
        <source>You stopped it. Retry to go on from there.</source>
        <translation>لقد أوقفته. إعادة المحاولة تكمل من هناك.</translation>
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
        <source>the server asks to wait %1</source>
        <translation>يطلب الخادم الانتظار %1</translation>
    </message>
    <message>
        <source>the proxy asks for a password</source>
        <translation>الوكيل يطلب كلمة مرور</translation>
    </message>
    <message>
        <source>subscription expired</source>
        <translation>انتهى الاشتراك</translation>
    </message>
    <message>
        <source>request refused</source>
        <translation>الطلب مرفوض</translation>
    </message>
    <message>
        <source>the list never ends</source>
        <translation>القائمة لا تنتهي</translation>
    </message>
    <message>
        <source>The proxy on the way to Quo asks for a name and a password. Give them in the environment, as in https_proxy=http://name:password@proxy:8080, or choose another proxy in the settings.</source>
        <translation>يطلب الوكيل الذي في الطريق إلى Quo اسمًا وكلمة مرور. أعطهما في متغيرات البيئة، مثل https_proxy=http://name:password@proxy:8080، أو اختر وكيلًا آخر في الإعدادات.</translation>
    </message>
    <message>
        <source>The workspace’s subscription to Quo has expired, so Quo answers no requests. Its owner can renew it in Quo; then retry.</source>
        <translation>انتهى اشتراك مساحة العمل في Quo، لذلك لا يجيب Quo عن أي طلب. يمكن لمالكها تجديده في Quo؛ ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Quo refuses the request and does not say why.</source>
        <translation>يرفض Quo الطلب ولا يقول لماذا.</translation>
    </message>
    <message>
        <source>Quo refuses the request: %1</source>
        <translation>يرفض Quo الطلب: %1</translation>
    </message>
    <message>
        <source>There is no such list at this address. The address may be wrong: check --base-url or QUO_API_BASE_URL.</source>
        <translation>لا توجد قائمة كهذه في هذا العنوان. ربما كان العنوان خاطئًا: افحص --base-url أو QUO_API_BASE_URL.</translation>
    </message>
    <message>
        <source>The server sends one page after the other with nothing new and comes to no end. Refresh to start over.</source>
        <translation>يرسل الخادم صفحة تلو أخرى بلا جديد ولا نهاية. التحديث يبدأ من جديد.</translation>
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
        <source>Yesterday %1</source>
        <comment>%1 is a time</comment>
        <translation>أمس %1</translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <comment>%1 is a time</comment>
        <translation>غدًا %1</translation>
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
        <translation>الآن</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>قبل %1 د</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>date, time and zone</comment>
        <translation>%1 %2 %3</translation>
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
</context>
<context>
    <name>words::Notices</name>
    <message>
        <source>%1 of %2 loaded match, and the list goes on</source>
        <translation>تطابق %1 من %2 محمّلة، والقائمة مستمرة</translation>
    </message>
    <message>
        <source>The conversations could not be loaded</source>
        <translation>تعذر تحميل المحادثات</translation>
    </message>
    <message>
        <source>The next page could not be loaded</source>
        <translation>تعذر تحميل الصفحة التالية</translation>
    </message>
    <message>
        <source>No match in %1 loaded, looking further…</source>
        <translation>لا مطابقة في %1 محمّلة، والبحث مستمر…</translation>
    </message>
    <message>
        <source>%1 of %2 loaded match, looking further…</source>
        <translation>تطابق %1 من %2 محمّلة، والبحث مستمر…</translation>
    </message>
    <message>
        <source>Loading more…</source>
        <translation>جارٍ تحميل المزيد…</translation>
    </message>
    <message>
        <source>Nothing yet, looking further…</source>
        <translation>لا شيء بعد، والبحث مستمر…</translation>
    </message>
    <message>
        <source>No match in all %1</source>
        <translation>لا مطابقة في %1 كلها</translation>
    </message>
    <message>
        <source>Take a word out of the search, or clear it.</source>
        <translation>احذف كلمة من البحث أو امسحه.</translation>
    </message>
    <message>
        <source>End of the list: %1 of %2 match</source>
        <translation>نهاية القائمة: تطابق %1 من %2</translation>
    </message>
    <message>
        <source>End of the list: %1</source>
        <translation>نهاية القائمة: %1</translation>
    </message>
    <message>
        <source>No conversation matches these filters</source>
        <translation>لا محادثة تطابق هذه المرشحات</translation>
    </message>
    <message>
        <source>Widen a range, or clear the filters.</source>
        <translation>وسّع المدى أو امسح المرشحات.</translation>
    </message>
    <message>
        <source>This workspace has no conversations</source>
        <translation>لا محادثات في مساحة العمل هذه</translation>
    </message>
    <message>
        <source>They appear here once somebody calls or writes.</source>
        <translation>تظهر هنا حالما يتصل أحد أو يكتب.</translation>
    </message>
    <message>
        <source>The list could not be refreshed</source>
        <translation>تعذر تحديث القائمة</translation>
    </message>
    <message>
        <source>The list could not be refreshed, and automatic refreshing has stopped</source>
        <translation>تعذر تحديث القائمة، وتوقف التحديث التلقائي</translation>
    </message>
    <message>
        <source>Checking the list…</source>
        <translation>جارٍ التحقق من القائمة…</translation>
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
        <translation>%1، %2</translation>
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
        <translation>لا مشاركين</translation>
    </message>
</context>
<context>
    <name>words::ProblemWords</name>
    <message>
        <source>Lines</source>
        <translation>الخطوط</translation>
    </message>
    <message>
        <source>Teammate</source>
        <translation>زميل الفريق</translation>
    </message>
    <message>
        <source>Created from</source>
        <translation>بدأت من</translation>
    </message>
    <message>
        <source>Created to</source>
        <translation>بدأت حتى</translation>
    </message>
    <message>
        <source>Updated from</source>
        <translation>عُدّلت من</translation>
    </message>
    <message>
        <source>Updated to</source>
        <translation>عُدّلت حتى</translation>
    </message>
    <message>
        <source>Exclude inactive</source>
        <translation>بلا غير النشطة</translation>
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
        <source>Quo takes at most 100 lines at once; these are %1.</source>
        <translation>يقبل Quo ‏100 خط على الأكثر في المرة؛ وهذه %1.</translation>
    </message>
    <message>
        <source>‘%1’ is no user: its ID begins with US.</source>
        <translation>‏«%1» ليس مستخدمًا: معرّفه يبدأ بـ US.</translation>
    </message>
    <message>
        <source>‘%1’ is no line: neither an ID that begins with PN nor a phone number.</source>
        <translation>‏«%1» ليس خطًا: لا معرّف يبدأ بـ PN ولا رقم هاتف.</translation>
    </message>
    <message>
        <source>The range is empty: its end is not after its beginning.</source>
        <translation>المدى فارغ: نهايته ليست بعد بدايته.</translation>
    </message>
    <message>
        <source>%1 is out of range.</source>
        <translation>‏%1 خارج الحدود.</translation>
    </message>
    <message>
        <source>‘%1’ is neither a phone number nor an ID that begins with PN.</source>
        <translation>‏«%1» ليس رقم هاتف ولا معرّفًا يبدأ بـ PN.</translation>
    </message>
    <message>
        <source>‘%1’ needs its country code: begin with + and the code.</source>
        <translation>‏«%1» يحتاج إلى رمز بلده: ابدأ بـ + والرمز.</translation>
    </message>
    <message>
        <source>‘%1’ is too short for a phone number.</source>
        <translation>‏«%1» أقصر من أن يكون رقم هاتف.</translation>
    </message>
    <message>
        <source>‘%1’ is too long for a phone number.</source>
        <translation>‏«%1» أطول من أن يكون رقم هاتف.</translation>
    </message>
    <message>
        <source>‘%1’ cannot be a phone number of its country.</source>
        <translation>‏«%1» لا يمكن أن يكون رقم هاتف في بلده.</translation>
    </message>
    <message>
        <source>‘%1’ is no state; there are %2.</source>
        <translation>‏«%1» ليست حالة؛ يوجد %2.</translation>
    </message>
    <message>
        <source>‘%1’ is no date; write 2026-01-31, 2026-01, today or yesterday.</source>
        <translation>‏«%1» ليس تاريخًا؛ اكتب 2026-01-31 أو 2026-01 أو today أو yesterday.</translation>
    </message>
    <message>
        <source>The keychain has no key of this workspace.</source>
        <translation>ليس في حافظة المفاتيح مفتاح لمساحة العمل هذه.</translation>
    </message>
    <message>
        <source>The keychain did not let Quoin in: %1</source>
        <translation>لم تسمح حافظة المفاتيح لـ Quoin بالدخول: %1</translation>
    </message>
    <message>
        <source>No keychain runs on this computer: %1</source>
        <translation>لا تعمل حافظة مفاتيح على هذا الحاسوب: %1</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>تعذرت قراءة الملف: %1</translation>
    </message>
    <message>
        <source>The file is larger than any view is.</source>
        <translation>الملف أكبر من أي طريقة عرض.</translation>
    </message>
    <message>
        <source>The file is not JSON: %1.</source>
        <translation>الملف ليس JSON: %1.</translation>
    </message>
    <message>
        <source>The file is no view of Quoin’s.</source>
        <translation>الملف ليس طريقة عرض من Quoin.</translation>
    </message>
    <message>
        <source>The view is of version %1, which this Quoin does not know.</source>
        <translation>طريقة العرض من الإصدار %1 الذي لا يعرفه Quoin هذا.</translation>
    </message>
    <message>
        <source>‘%1’ is missing.</source>
        <translation>‏«%1» مفقود.</translation>
    </message>
    <message>
        <source>‘%1’ is nothing that a view has.</source>
        <translation>‏«%1» ليس مما في طريقة عرض.</translation>
    </message>
    <message>
        <source>‘%1’ has a wrong type.</source>
        <translation>‏«%1» من نوع خاطئ.</translation>
    </message>
    <message>
        <source>‘%1’ cannot be ‘%2’.</source>
        <translation>‏«%1» لا يمكن أن يكون «%2».</translation>
    </message>
    <message>
        <source>‘%1’ is no time zone: it takes a name such as Europe/Berlin.</source>
        <translation>‏«%1» ليست منطقة زمنية: يلزم اسم مثل Europe/Berlin.</translation>
    </message>
    <message>
        <source>‘%1’ is no base URL; one looks like https://api.quo.com</source>
        <translation>‏«%1» ليس عنوانًا أساسيًا؛ العنوان الأساسي مثل https://api.quo.com</translation>
    </message>
    <message>
        <source>‘%1’ is no base URL: it must use https, or http to this machine</source>
        <translation>‏«%1» ليس عنوانًا أساسيًا: يلزم https، أو http إلى هذا الجهاز</translation>
    </message>
    <message>
        <source>the base URL takes no user name and no password: the API key is enough</source>
        <translation>لا يأخذ العنوان الأساسي اسم مستخدم ولا كلمة مرور: يكفي مفتاح API</translation>
    </message>
    <message>
        <source>‘%1’ is no base URL: it must end before ‘?’ and ‘#’</source>
        <translation>‏«%1» ليس عنوانًا أساسيًا: يجب أن ينتهي قبل «?» و«#»</translation>
    </message>
    <message>
        <source>‘%1’ is not finished.</source>
        <translation>‏«%1» غير مكتمل.</translation>
    </message>
    <message>
        <source>This is not a file but a folder, a device or the like.</source>
        <translation>ليس هذا ملفًا، بل مجلد أو جهاز أو ما شابه.</translation>
    </message>
    <message>
        <source>is a link to a file that is not there</source>
        <translation>رابط إلى ملف غير موجود</translation>
    </message>
    <message>
        <source>is no file</source>
        <translation>ليس ملفًا</translation>
    </message>
    <message>
        <source>is write-protected</source>
        <translation>محمي من الكتابة</translation>
    </message>
</context>
<context>
    <name>words::SettingsWords</name>
    <message>
        <source>The settings are those of a newer Quoin. They are kept as ‘%1’, and this one begins with its own.</source>
        <translation>الإعدادات من Quoin أحدث. حُفظت باسم «%1»، ويبدأ هذا بإعداداته.</translation>
    </message>
    <message>
        <source>The settings file was damaged. What could be read of it was kept; as it was, it is now called ‘%1’.</source>
        <translation>كان ملف الإعدادات تالفًا. حُفظ ما أمكنت قراءته؛ واسمه كما كان الآن «%1».</translation>
    </message>
    <message>
        <source>Settings and views hold only until Quoin is closed: ‘%1’ cannot be written. The folder may be write-protected or the disk full.</source>
        <translation>تسري الإعدادات وطرق العرض حتى إغلاق Quoin فقط: تعذرت كتابة «%1». ربما كان المجلد محميًا من الكتابة أو القرص ممتلئًا.</translation>
    </message>
    <message>
        <source>Quoin ended unexpectedly twice, the second time soon after it had shown the same again. So this time it begins afresh; views are still there.</source>
        <translation>انتهى Quoin على غير المتوقع مرتين، والثانية بعيد عرضه الشيء نفسه. لذلك يبدأ هذه المرة من جديد؛ وطرق العرض ما زالت موجودة.</translation>
    </message>
    <message>
        <source>Quoin ended unexpectedly the last time. Filters, search and columns are as they were.</source>
        <translation>انتهى Quoin في المرة الماضية على غير المتوقع. المرشحات والبحث والأعمدة كما كانت.</translation>
    </message>
    <message>
        <source>a saved view</source>
        <translation>طريقة عرض محفوظة</translation>
    </message>
    <message>
        <source>what was shown last</source>
        <translation>آخر ما عُرض</translation>
    </message>
    <message>
        <source>columns and sorting</source>
        <translation>الأعمدة والترتيب</translation>
    </message>
    <message>
        <source>the list of workspaces</source>
        <translation>قائمة مساحات العمل</translation>
    </message>
    <message>
        <source>the proxy</source>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>the time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>the language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>the lines you are notified of</source>
        <translation>الخطوط المطلوب الإعلام بها</translation>
    </message>
    <message>
        <source>how often the list is refreshed</source>
        <translation>وتيرة تحديث القائمة</translation>
    </message>
    <message>
        <source>the export options</source>
        <translation>خيارات التصدير</translation>
    </message>
    <message>
        <source>other settings</source>
        <translation>غير ذلك</translation>
    </message>
    <message>
        <source>There was something else in place of the settings file. It is now called ‘%1’, and the settings begin anew.</source>
        <translation>ما وُجد مكان ملف الإعدادات ليس ملف إعدادات. اسمه الآن «%1»، وتبدأ الإعدادات من جديد.</translation>
    </message>
    <message>
        <source>Some settings cannot be read, or only in part: %1. Quoin uses its defaults for them, and keeps what is in the file until you set them again.</source>
        <translation>تعذرت قراءة بعض الإعدادات، أو قراءتها كاملة: %1. هي الآن كما كانت في البداية، ويبقى المحفوظ منها في الملف حتى تضبطها مرة أخرى.</translation>
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
        <source>Assigned to %1</source>
        <translation>مسندة إلى %1</translation>
    </message>
    <message>
        <source>Assigned to the system</source>
        <translation>مسندة إلى النظام</translation>
    </message>
    <message>
        <source>Not muted</source>
        <translation>غير مكتومة</translation>
    </message>
    <message>
        <source>Muted until %1, for another %2</source>
        <translation>مكتومة حتى %1، بقي %2</translation>
    </message>
    <message>
        <source>Not snoozed</source>
        <translation>غير مؤجلة</translation>
    </message>
    <message>
        <source>Snoozed until %1, in %2</source>
        <translation>مؤجلة حتى %1، بعد %2</translation>
    </message>
    <message>
        <source>Snooze ended %1 ago</source>
        <translation>انتهى تأجيلها قبل %1</translation>
    </message>
    <message>
        <source>Deleted %1 ago</source>
        <translation>حُذفت قبل %1</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>مسندة</translation>
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
        <source>%1 of %2 match, complete</source>
        <translation>تطابق %1 من %2، كاملة</translation>
    </message>
    <message>
        <source>%1 of %2 loaded match</source>
        <translation>تطابق %1 من %2 محمّلة</translation>
    </message>
    <message>
        <source>complete, %1</source>
        <translation>كاملة، %1</translation>
    </message>
    <message>
        <source>stopped: %1, %2 loaded</source>
        <translation>متوقفة: %1، حُمّل %2</translation>
    </message>
    <message>
        <source>first %1, more exist</source>
        <translation>أول %1، ويوجد المزيد</translation>
    </message>
    <message>
        <source>first %1, more may exist</source>
        <translation>أول %1، وربما يوجد المزيد</translation>
    </message>
    <message>
        <source>Asking for what has changed…</source>
        <translation>جارٍ السؤال عما تغير…</translation>
    </message>
    <message>
        <source>Refreshing, %1 of %2</source>
        <translation>جارٍ التحديث، %1 من %2</translation>
    </message>
    <message>
        <source>Loading all: %1 so far, %2 requests a second</source>
        <translation>جارٍ تحميل الكل: %1 حتى الآن، %2 طلب في الثانية</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
    <message>
        <source>Offline since %1, trying again</source>
        <translation>بلا شبكة منذ %1، والمحاولة جارية</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>Requests in the last second: %1 of %2</source>
        <translation>الطلبات في الثانية الأخيرة: %1 من %2</translation>
    </message>
    <message>
        <source>On their way: %1</source>
        <translation>في الطريق: %1</translation>
    </message>
    <message>
        <source>Waiting for their turn: %1</source>
        <translation>في انتظار دورها: %1</translation>
    </message>
    <message>
        <source>Refused as too many (429): %1</source>
        <translation>رُفضت لكثرتها (429): %1</translation>
    </message>
    <message>
        <source>Loading all: %1 requests in %2, %3 a second</source>
        <translation>جارٍ تحميل الكل: %1 طلب في %2، %3 في الثانية</translation>
    </message>
    <message>
        <source>Quo does not say how many there are, so the end is not known.</source>
        <translation>لا يقول Quo كم عددها، لذلك نهايتها غير معروفة.</translation>
    </message>
    <message>
        <source>%1, trying again in %2 (try %3 of %4)</source>
        <translation>‏%1، محاولة أخرى بعد %2 (المحاولة %3 من %4)</translation>
    </message>
    <message>
        <source>parts failed</source>
        <translation>فشلت أجزاء</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>متوقفة</translation>
    </message>
    <message>
        <source>more exist</source>
        <translation>يوجد المزيد</translation>
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
        <source>rows unreadable</source>
        <translation>صفوف غير مقروءة</translation>
    </message>
    <message>
        <source>filters ignored</source>
        <translation>مرشحات لم تُطبَّق</translation>
    </message>
    <message>
        <source>filters unchecked</source>
        <translation>مرشحات لم يُتحقق منها</translation>
    </message>
    <message>
        <source>lines refused</source>
        <translation>خطوط مرفوضة</translation>
    </message>
    <message>
        <source>rows moved</source>
        <translation>صفوف انتقلت</translation>
    </message>
    <message>
        <source>contacts not searched</source>
        <translation>لم يُبحث في جهات الاتصال</translation>
    </message>
    <message>
        <source>stopped: %1, %2 of %3 loaded match</source>
        <translation>متوقفة: %1، تطابق %2 من %3 محمّلة</translation>
    </message>
    <message>
        <source>%1 of %2 match, incomplete: %3</source>
        <translation>تطابق %1 من %2، ناقصة: %3</translation>
    </message>
    <message>
        <source>incomplete: %1, %2 loaded</source>
        <translation>ناقصة: %1، حُمّل %2</translation>
    </message>
    <message>
        <source>%1 of %2 loaded match, %3</source>
        <comment>the last is why there may be more</comment>
        <translation>%1 من %2 محمّلة مطابقة، %3</translation>
    </message>
    <message>
        <source>Checking the list…</source>
        <translation>جارٍ التحقق من القائمة…</translation>
    </message>
</context>
</TS>
