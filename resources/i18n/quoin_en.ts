<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>app::ListCommand</name>
    <message numerus="yes">
        <source>incomplete: %n entry(s) cannot be read (%1)</source>
        <translation>
            <numerusform>incomplete: %n entry cannot be read (%1)</numerusform>
            <numerusform>incomplete: %n entries cannot be read (%1)</numerusform>
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
        <source>%1 rows are in %2</source>
        <translation>
            <numerusform>%1 row is in %2</numerusform>
            <numerusform>%1 rows are in %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::NewsButton</name>
    <message numerus="yes">
        <source>▴ %n new above</source>
        <translation>
            <numerusform>▴ %n new above</numerusform>
            <numerusform>▴ %n new above</numerusform>
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
</TS>
