<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Activity</name>
    <message numerus="yes">
        <source>{count} need(s) you</source>
        <translation>
            <numerusform>{count} needs you</numerusform>
            <numerusform>{count} need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message numerus="yes">
        <source>{count} action(s) are still running. Stopped actions save nothing; Stockroom closes when each has its outcome.</source>
        <translation>
            <numerusform>An action is still running. Stopped actions save nothing; Stockroom closes when each has its outcome.</numerusform>
            <numerusform>{count} actions are still running. Stopped actions save nothing; Stockroom closes when each has its outcome.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>{count} byte(s)</source>
        <translation>
            <numerusform>{count} byte</numerusform>
            <numerusform>{count} bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message numerus="yes">
        <source>{count} row(s)</source>
        <translation>
            <numerusform>{count} row</numerusform>
            <numerusform>{count} rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {total} row(s)</source>
        <translation>
            <numerusform>{done} of {total} row</numerusform>
            <numerusform>{done} of {total} rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>{action} and {count} more</source>
        <translation>
            <numerusform>{action} and {count} more</numerusform>
            <numerusform>{action} and {count} more</numerusform>
        </translation>
    </message>
</context>
</TS>
