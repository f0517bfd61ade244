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
        <source>{count} action(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
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
    <name>Imports</name>
    <message numerus="yes">
        <source>{count} import(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Add a product by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, from a shop system or your own list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rows match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything again ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sku and name are enough to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database has not answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter leaves nothing over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of {seen_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refreshing…</source>
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
    <name>Products</name>
    <message>
        <source>&amp;Archive {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Barcodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New product…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save this choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;rchive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All &amp;mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All &amp;theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All {count} of yours will be saved.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>An amount is not below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive {what}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At or below the reorder point somewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ategory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit product {sku}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit product {sku}: conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It still has stock, which stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low stock  {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a&amp;ctive again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No product selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tracked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of yours is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One per line; scan or type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products that are no longer wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;KU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;upplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a product first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sku</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sku, name or barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;racking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected products out of the catalogue ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue begins with a file, or with the first product that is added by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs stays as it is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no products yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a product {sku} already: {name}, archived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a product {sku} already: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no product {sku} any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no product {sku} any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a sku; it names the product everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uni&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the others saved cannot be read now. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about {count} product(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at or below the reorder point somewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nowhere in stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reorder at {reorder_point}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} looks like a number that a spreadsheet has rounded; scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code}: the check digit would be {right}. It is kept as it is typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} field(s) differ.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} field(s) that only {who} changed ({names}) are taken over.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them still have stock, which stays where it is.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} product(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} product(s) leave the lists; the history stays. Undo brings all back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{mine} of yours and {theirs} of theirs will be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{product} was changed while you edited it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sku} cannot be opened now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sku}: nothing left to save</source>
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
    <name>Sales</name>
    <message numerus="yes">
        <source>{count} order(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
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
    <name>Stock</name>
    <message>
        <source>&amp;Add location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Adjust…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Transfer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Type a change instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a line first: scan or type a product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjust stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjust…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All locations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before falling below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At or below the reorder point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a product: type its sku, name or barcode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose why it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what is on hand, with a reason ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires within 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expiring  {expiring}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2 changes a quantity, Del removes a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter these rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From and to are the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;ot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low stock  {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move stock to another place ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New location… ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No level selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is available there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is in stock yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: it stands by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere to transfer to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {available} of {wanted} available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {have} can leave {location}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {have} of {on_hand} can leave {location}; {reserved} are reserved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {have} of {on_hand} can leave {location}; {reserved} is reserved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional, for people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places and reasons come as soon as the database answers. What you typed stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places come as soon as it answers. What you typed stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse what would fall below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reorder point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan or type a product to add a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ser&amp;ial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set &amp;to instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set t&amp;o</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock appears here as soon as products have an opening stock, a receipt or a count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure on hand is needed to set another one. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a location {whole_path} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no product with the code {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing at {location} that could leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one place only; add another one by “New location…” on the stock page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This product is tracked by lot: name the lot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This product is tracked by serial number: name the piece.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type how many are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type how many come in (+) or go out (−).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what should be on hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value, {currency}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at or below the reorder point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than the {reserved} reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would fall below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would fall below zero; you will be asked to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} level(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} line(s) will be moved.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{count} without a cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure}, below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure}, none left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{on_hand} are on hand already.</source>
        <translation type="unfinished"></translation>
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
