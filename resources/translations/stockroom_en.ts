<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Activity</name>
    <message numerus="yes">
        <source>{count} action(s)</source>
        <translation>
            <numerusform>{count} action</numerusform>
            <numerusform>{count} actions</numerusform>
        </translation>
    </message>
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
    <name>Imports</name>
    <message numerus="yes">
        <source>{count} import(s)</source>
        <translation>
            <numerusform>{count} import</numerusform>
            <numerusform>{count} imports</numerusform>
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
    <name>Products</name>
    <message numerus="yes">
        <source>All {count} of yours will be saved.</source>
        <translation>
            <numerusform>Yours will be saved.</numerusform>
            <numerusform>All of yours will be saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about {count} product(s)</source>
        <translation>
            <numerusform>about {count} product</numerusform>
            <numerusform>about {count} products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} field(s) differ.</source>
        <translation>
            <numerusform>{count} field differs.</numerusform>
            <numerusform>{count} fields differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} field(s) that only {who} changed ({names}) are taken over.</source>
        <translation>
            <numerusform>{count} field that only {who} changed ({names}) is taken over.</numerusform>
            <numerusform>{count} fields that only {who} changed ({names}) are taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them still have stock, which stays where it is.</source>
        <translation>
            <numerusform>{count} of them still has stock, which stays where it is.</numerusform>
            <numerusform>{count} of them still have stock, which stays where it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} product(s)</source>
        <translation>
            <numerusform>{count} product</numerusform>
            <numerusform>{count} products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} product(s) leave the lists; the history stays. Undo brings all back.</source>
        <translation>
            <numerusform>It leaves the lists; its history stays. Undo brings it back.</numerusform>
            <numerusform>They leave the lists; their history stays. Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sales</name>
    <message numerus="yes">
        <source>{count} order(s)</source>
        <translation>
            <numerusform>{count} order</numerusform>
            <numerusform>{count} orders</numerusform>
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
<context>
    <name>Stock</name>
    <message numerus="yes">
        <source>{count} level(s)</source>
        <translation>
            <numerusform>{count} level</numerusform>
            <numerusform>{count} levels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} line(s) will be moved.</source>
        <translation>
            <numerusform>{count} line will be moved.</numerusform>
            <numerusform>{count} lines will be moved.</numerusform>
        </translation>
    </message>
</context>
</TS>
