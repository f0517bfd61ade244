<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Options</name>
    <message>
        <source>A person types slower than this, a scanner faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a passing fault (deadlock, lost connection) the whole action runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this no further try begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this the try counts as failed and the action runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check an unknown outcome for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every statement, values masked. For finding a fault; slows the program down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For actions; imports have no limit. 0 = no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the program asks the database what became of an action whose connection died while saving; after this it goes on checking at each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How you type and read quantities and prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light, dark, or as the system is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest delay between tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest gap between a scanner&apos;s keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest time of one statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most tries of one action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the window. It changes when Stockroom is started the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognise a scanner anywhere in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest delay between tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown in headers and beside totals, as € or CHF; it does not convert anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown while it lasts, can be cancelled, and is not counted as a try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands beside every action that you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells your colleagues from where it was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The delay is random and its limit doubles with each try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The doubling ends here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workstation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time for all tries together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for a free connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for a running import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for rows held by others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the log file tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When all connections are in use; a profile may have its own value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write SQL to the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The language is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window speaks it when Stockroom is started the next time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
