<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>entente::relations::MatrixView</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::relations::NetworkView</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::relations::TieList</name>
    <message numerus="yes">
        <source>%n tie(s)</source>
        <translation>
            <numerusform>%n tie</numerusform>
            <numerusform>%n ties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::shell::ExportDeeds</name>
    <message numerus="yes">
        <source>Replace %n picture(s)?</source>
        <translation>
            <numerusform>Replace %n picture?</numerusform>
            <numerusform>Replace %n pictures?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n picture(s)</source>
        <translation>
            <numerusform>Wrote %n picture</numerusform>
            <numerusform>Wrote %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::shell::ExportQueue</name>
    <message numerus="yes">
        <source>%1, %n more waiting</source>
        <translation>
            <numerusform>%1, %n more waiting</numerusform>
            <numerusform>%1, %n more waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::shell::StoryDialog</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n scene</numerusform>
            <numerusform>%n scenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::shell::FileDeeds</name>
    <message numerus="yes">
        <source>Exported %n table(s)</source>
        <translation>
            <numerusform>Exported %n table</numerusform>
            <numerusform>Exported %n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::shell::FilterBar</name>
    <message numerus="yes">
        <source>Focus: %1, %n step(s)</source>
        <translation>
            <numerusform>Focus: %1, %n step</numerusform>
            <numerusform>Focus: %1, %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n event(s) shown</source>
        <translation>
            <numerusform>all %n event shown</numerusform>
            <numerusform>all %n events shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n event(s) shown involve %2</source>
        <translation>
            <numerusform>%1 of %n event shown involves %2</numerusform>
            <numerusform>%1 of %n events shown involve %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n event(s) involve %2</source>
        <translation>
            <numerusform>%1 of %n event involves %2</numerusform>
            <numerusform>%1 of %n events involve %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n event(s)</source>
        <translation>
            <numerusform>%1 of %n event</numerusform>
            <numerusform>%1 of %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::shell::MainWindow</name>
    <message numerus="yes">
        <source>%n tie(s) on these two dates</source>
        <translation>
            <numerusform>%n tie on these two dates</numerusform>
            <numerusform>%n ties on these two dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n actor(s)</source>
        <translation>
            <numerusform>%n actor</numerusform>
            <numerusform>%n actors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s) on this date</source>
        <translation>
            <numerusform>%n tie on this date</numerusform>
            <numerusform>%n ties on this date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n citation(s)</source>
        <translation>
            <numerusform>Copied %n citation</numerusform>
            <numerusform>Copied %n citations</numerusform>
        </translation>
    </message>
</context>

<context>
    <name>entente::wording::Wording</name>
    <message numerus="yes">
        <source>From %1 to %2: %n tie(s)</source>
        <translation>
            <numerusform>From %1 to %2: %n tie</numerusform>
            <numerusform>From %1 to %2: %n ties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dates claimed</source>
        <translation>
            <numerusform>%n dates claimed</numerusform>
            <numerusform>%n dates claimed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 day(s)</source>
        <translation>
            <numerusform>%L1 day</numerusform>
            <numerusform>%L1 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 year(s)</source>
        <translation>
            <numerusform>%L1 year</numerusform>
            <numerusform>%L1 years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::shell::SceneListModel</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::shell::SceneDialog</name>
    <message numerus="yes">
        <source>up to %n character(s)</source>
        <translation>
            <numerusform>up to %n character</numerusform>
            <numerusform>up to %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::shell::Dialogs</name>
    <message numerus="yes">
        <source>%n finding(s).</source>
        <translation>
            <numerusform>%n finding.</numerusform>
            <numerusform>%n findings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::pictures::Picture</name>
    <message numerus="yes">
        <source>A timeline of %n event(s).</source>
        <translation>
            <numerusform>A timeline of %n event.</numerusform>
            <numerusform>A timeline of %n events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A network of %n tie(s).</source>
        <translation>
            <numerusform>A network of %n tie.</numerusform>
            <numerusform>A network of %n ties.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grey dots: %n further event(s).</source>
        <translation>
            <numerusform>Grey dot: %n further event.</numerusform>
            <numerusform>Grey dots: %n further events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further actor(s) are left out.</source>
        <translation>
            <numerusform>%n further actor is left out.</numerusform>
            <numerusform>%n further actors are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further event(s) are left out.</source>
        <translation>
            <numerusform>%n further event is left out.</numerusform>
            <numerusform>%n further events are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further event(s) or ties are not listed.</source>
        <translation>
            <numerusform>%n further event or tie is not listed.</numerusform>
            <numerusform>%n further events or ties are not listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undated event(s) are not shown.</source>
        <translation>
            <numerusform>%n undated event is not shown.</numerusform>
            <numerusform>%n undated events are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further event(s) without a date.</source>
        <translation>
            <numerusform>%n further event without a date.</numerusform>
            <numerusform>%n further events without a date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further event(s) are not named; columns show how many.</source>
        <translation>
            <numerusform>%n further event is not named; a column shows where.</numerusform>
            <numerusform>%n further events are not named; columns show how many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n actor(s)</source>
        <translation>
            <numerusform>%n actor</numerusform>
            <numerusform>%n actors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s)</source>
        <translation>
            <numerusform>%n tie</numerusform>
            <numerusform>%n ties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more tie(s).</source>
        <translation>
            <numerusform>And %n more tie.</numerusform>
            <numerusform>And %n more ties.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) without a date.</source>
        <translation>
            <numerusform>%n event without a date.</numerusform>
            <numerusform>%n events without a date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more source(s), in the dossier.</source>
        <translation>
            <numerusform>And %n more source, in the dossier.</numerusform>
            <numerusform>And %n more sources, in the dossier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sources: %1; and %n more.</source>
        <translation>
            <numerusform>Sources: %1; and %n more.</numerusform>
            <numerusform>Sources: %1; and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::timeline::TimelineView</name>
    <message numerus="yes">
        <source>%n event(s): zoom in to tell them apart</source>
        <translation>
            <numerusform>%n event: zoom in to tell them apart</numerusform>
            <numerusform>%n events: zoom in to tell them apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::timeline::Timeline</name>
    <message numerus="yes">
        <source>%n event(s) outside</source>
        <translation>
            <numerusform>%n event outside</numerusform>
            <numerusform>%n events outside</numerusform>
        </translation>
    </message>
</context>
</TS>
