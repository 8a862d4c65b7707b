<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>app::ListCommand</name>
    <message numerus="yes">
        <source>incomplete: couldn&apos;t read %n entry(s) (%1)</source>
        <translation>
            <numerusform>incomplete: couldn&apos;t read %n entry (%1)</numerusform>
            <numerusform>incomplete: couldn&apos;t read %n entries (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::DetailsPane</name>
    <message numerus="yes">
        <source>%1 conversations selected</source>
        <translation>
            <numerusform>%1 conversation selected</numerusform>
            <numerusform>%1 conversations selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ExportDialog</name>
    <message numerus="yes">
        <source>Writing %1 of %2 rows</source>
        <translation>
            <numerusform>Writing %1 of %2 row</numerusform>
            <numerusform>Writing %1 of %2 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %1 conversations</source>
        <translation>
            <numerusform>Exported %1 conversation</numerusform>
            <numerusform>Exported %1 conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ExportForm</name>
    <message numerus="yes">
        <source>Export %1 conversations</source>
        <translation>
            <numerusform>Export %1 conversation</numerusform>
            <numerusform>Export %1 conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::FilterBar</name>
    <message numerus="yes">
        <source>More filters, %n set</source>
        <translation>
            <numerusform>More filters, %n set</numerusform>
            <numerusform>More filters, %n set</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::NewsButton</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new conversation(s). Press Home to show them.</source>
        <translation>
            <numerusform>%Ln new conversation. Press Home to show it.</numerusform>
            <numerusform>%Ln new conversations. Press Home to show them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more conversation(s). Press Home to show them.</source>
        <translation>
            <numerusform>%Ln more conversation. Press Home to show it.</numerusform>
            <numerusform>%Ln more conversations. Press Home to show them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SideBarModel</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>words::CompletenessWords</name>
    <message numerus="yes">
        <source>Quo ignored the filter “%1”.</source>
        <translation>
            <numerusform>Quo ignored the filter “%1”.</numerusform>
            <numerusform>Quo ignored the filters “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out %1 conversations that couldn’t be read.</source>
        <translation>
            <numerusform>Left out %1 conversation that couldn’t be read.</numerusform>
            <numerusform>Left out %1 conversations that couldn’t be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %1 conversations.</source>
        <translation>
            <numerusform>The first %1 conversation.</numerusform>
            <numerusform>The first %1 conversations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 conversations as of %2.</source>
        <translation>
            <numerusform>%1 conversation as of %2.</numerusform>
            <numerusform>All %1 conversations as of %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 conversations as of %2.</source>
        <translation>
            <numerusform>%1 conversation as of %2.</numerusform>
            <numerusform>%1 conversations as of %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>words::FilterWords</name>
    <message numerus="yes">
        <source>%1 lines</source>
        <translation>
            <numerusform>%1 line</numerusform>
            <numerusform>%1 lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>words::RowWords</name>
    <message numerus="yes">
        <source>%n people</source>
        <comment>in a conversation</comment>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>words::StatusWords</name>
    <message numerus="yes">
        <source>%1 conversations</source>
        <translation>
            <numerusform>%1 conversation</numerusform>
            <numerusform>%1 conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 matches in the first %2</source>
        <translation>
            <numerusform>%1 match in the first %2</numerusform>
            <numerusform>%1 matches in the first %2</numerusform>
        </translation>
    </message>
</context>
</TS>
