<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Activity</name>
    <message>
        <source>Act on the latest action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done in {display}: change back to it to go on with this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide activity ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show activity ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} need(s) you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>&amp;Back to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Finish, then close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close &amp;without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Stockroom?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing what runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay &amp;open</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} action(s) are still running. Stopped actions save nothing; Stockroom closes when each has its outcome.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{places}: what you typed there is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>Another change of the database is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the announcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the announcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its tables were left at their older version, which this program cannot work with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No database is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings for the announcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. You still work with the same database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database gives no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for running actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}. The tables are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking whether it was saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the &amp;form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being saved. Closing the form does not stop it; Activity shows what becomes of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the form?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No database is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save: {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed into {what} is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the form “{windowTitle}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>Databases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a product, order, action or screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import products…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import stock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New order…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New product…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>yesterday {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} byte(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{day} Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} Aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} Feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} Jan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} Jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} Jun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} Oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} Sep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}nd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}rd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}th</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message>
        <source>from {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on hand {on_hand}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{on_hand} at {location}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
    <name>Outcome</name>
    <message>
        <source>A trial: nothing was saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost while saving; this resolves itself on reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved at the {ordinal} try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved at the {ordinal} try in {duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved at the {ordinal} try: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved before; nothing was done again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in {duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected happened in the program. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected happened in the program: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stockroom ended before this was saved. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost while saving. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was done in {elsewhere}; change back to that database first. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again, {ordinal} try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again, {ordinal} try: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether “{action}” was saved is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {total} row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{reason} Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductPicker</name>
    <message>
        <source>No product for “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sku, name or barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{available} {uom} available</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowAction</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock</source>
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
<context>
    <name>Start</name>
    <message>
        <source>&amp;Bring up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the tables up to date?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {name} cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings are not as you left them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables of {name} are of an older version. They are brought up to date in one transaction; older Stockrooms on other workstations cannot work with them any more. Make a backup first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you did last may not have happened. Details can be copied for a report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be written ({reason}). Should Stockroom be ended while it saves, it cannot tell at its next start what became of the action.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected · {latency}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try in {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reachable since {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that you type is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {name} cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see the figures of {clock}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{action} and {count} more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shop with products, stock and orders to look around in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a product by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in what you have, begin with one product, or look around with made-up figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, from a shop system or your own list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a shared database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filling the database with demo data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sku and name are enough to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop filling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo data is not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try with demo data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome – {program}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved before stays; every action of it can be undone in the activity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stopped} What was saved before stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Widgets</name>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of what runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {current} of {steps}: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
