<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Activity</name>
    <message numerus="yes">
        <source>and {count} more move(s)</source>
        <translation>
            <numerusform>and {count} more move</numerusform>
            <numerusform>and {count} more moves</numerusform>
        </translation>
    </message>
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
    <message numerus="yes">
        <source>{count} file(s) are still being written. Of a file that is stopped nothing is kept.</source>
        <translation>
            <numerusform>A file is still being written. When it is stopped, nothing of it is kept.</numerusform>
            <numerusform>{count} files are still being written. Of a file that is stopped nothing is kept.</numerusform>
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
    <name>Import</name>
    <message numerus="yes">
        <source>All or nothing: {count} rejected row(s) would keep everything out.</source>
        <translation>
            <numerusform>All or nothing: {count} rejected row would keep everything out.</numerusform>
            <numerusform>All or nothing: {count} rejected rows would keep everything out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An existing name for {count} name(s) ({field})</source>
        <translation>
            <numerusform>An existing name for {count} name ({field})</numerusform>
            <numerusform>An existing name for {count} names ({field})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading the file for its names: {count} row(s) so far</source>
        <translation>
            <numerusform>Reading the file for its names: {count} row so far</numerusform>
            <numerusform>Reading the file for its names: {count} rows so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first {count} row(s); columns in the file: {columns}.</source>
        <translation>
            <numerusform>The first row; columns in the file: {columns}.</numerusform>
            <numerusform>The first {count} rows; columns in the file: {columns}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use the {count} &amp;probable name(s)</source>
        <translation>
            <numerusform>Use the {count} &amp;probable name</numerusform>
            <numerusform>Use the {count} &amp;probable names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} barcode(s)</source>
        <translation>
            <numerusform>{count} barcode</numerusform>
            <numerusform>{count} barcodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} customer(s)</source>
        <translation>
            <numerusform>{count} customer</numerusform>
            <numerusform>{count} customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} location(s)</source>
        <translation>
            <numerusform>{count} location</numerusform>
            <numerusform>{count} locations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} more column(s) can probably be imported: {columns}</source>
        <translation>
            <numerusform>{count} more column can probably be imported: {columns}</numerusform>
            <numerusform>{count} more columns can probably be imported: {columns}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} order line(s)</source>
        <translation>
            <numerusform>{count} order line</numerusform>
            <numerusform>{count} order lines</numerusform>
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
        <source>{count} record(s)</source>
        <translation>
            <numerusform>{count} record</numerusform>
            <numerusform>{count} records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} record(s) read</source>
        <translation>
            <numerusform>{count} record read</numerusform>
            <numerusform>{count} records read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rejected row(s) in {path}. Nothing else is saved.</source>
        <translation>
            <numerusform>{count} rejected row in {path}. Nothing else is saved.</numerusform>
            <numerusform>{count} rejected rows in {path}. Nothing else is saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reorder point(s)</source>
        <translation>
            <numerusform>{count} reorder point</numerusform>
            <numerusform>{count} reorder points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s) have further names, which are not listed.</source>
        <translation>
            <numerusform>{count} row has a further name, which is not listed.</numerusform>
            <numerusform>{count} rows have further names, which are not listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s) of stock</source>
        <translation>
            <numerusform>{count} row of stock</numerusform>
            <numerusform>{count} rows of stock</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s) with their original columns and the reason. Repair it and import it again.</source>
        <translation>
            <numerusform>{count} row with its original columns and the reason. Repair it and import it again.</numerusform>
            <numerusform>{count} rows with their original columns and the reason. Repair it and import it again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} selected:</source>
        <translation>
            <numerusform>{count} selected:</numerusform>
            <numerusform>{count} selected:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} supplier(s)</source>
        <translation>
            <numerusform>{count} supplier</numerusform>
            <numerusform>{count} suppliers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} value(s) corrected by hand</source>
        <translation>
            <numerusform>{count} value corrected by hand</numerusform>
            <numerusform>{count} values corrected by hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} value(s) decided by hand.</source>
        <translation>
            <numerusform>{count} value decided by hand.</numerusform>
            <numerusform>{count} values decided by hand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{decided} of {count} name(s) decided. All others: “{rule}”.</source>
        <translation>
            <numerusform>{decided} of {count} name decided. All others: “{rule}”.</numerusform>
            <numerusform>{decided} of {count} names decided. All others: “{rule}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{imported} of {count} column(s) are imported.</source>
        <translation>
            <numerusform>{imported} of {count} column are imported.</numerusform>
            <numerusform>{imported} of {count} columns are imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{listed} problems are listed. {count} row(s) are counted here, each under its first reason.</source>
        <translation>
            <numerusform>{listed} problems are listed. {count} row is counted here, each under its first reason.</numerusform>
            <numerusform>{listed} problems are listed. {count} rows are counted here, each under its first reason.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{rows} are saved</source>
        <translation>
            <numerusform>{rows} is saved</numerusform>
            <numerusform>{rows} are saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{rows} had been saved before; nothing was done again</source>
        <translation>
            <numerusform>{rows} had been saved before; nothing was done again</numerusform>
            <numerusform>{rows} had been saved before; nothing was done again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{saved} of {all} are saved</source>
        <translation>
            <numerusform>{saved} of {all} is saved</numerusform>
            <numerusform>{saved} of {all} are saved</numerusform>
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
        <source>Continue order, {count} line(s)</source>
        <translation>
            <numerusform>Continue order, {count} line</numerusform>
            <numerusform>Continue order, {count} lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The order you are writing ({count} line(s))</source>
        <translation>
            <numerusform>The order you are writing ({count} line)</numerusform>
            <numerusform>The order you are writing ({count} lines)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} line(s) cannot be read as a number</source>
        <translation>
            <numerusform>{count} line cannot be read as a number</numerusform>
            <numerusform>{count} lines cannot be read as a number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} line(s) that you wrote would be lost; nothing of it is saved.</source>
        <translation>
            <numerusform>{count} line that you wrote would be lost; nothing of it is saved.</numerusform>
            <numerusform>{count} lines that you wrote would be lost; nothing of it is saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} line(s) without a price</source>
        <translation>
            <numerusform>{count} line without a price</numerusform>
            <numerusform>{count} lines without a price</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} line(s), not saved yet</source>
        <translation>
            <numerusform>{count} line, not saved yet</numerusform>
            <numerusform>{count} lines, not saved yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} more not shown</source>
        <translation>
            <numerusform>{count} more not shown</numerusform>
            <numerusform>{count} more not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} order(s)</source>
        <translation>
            <numerusform>{count} order</numerusform>
            <numerusform>{count} orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{short} of {lines} line(s) ask(s) for more than is available.</source>
        <translation>
            <numerusform>{short} of {lines} line asks for more than is available.</numerusform>
            <numerusform>{short} of {lines} lines ask for more than is available.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message numerus="yes">
        <source>Waiting for {count} running action(s)</source>
        <translation>
            <numerusform>Waiting for {count} running action</numerusform>
            <numerusform>Waiting for {count} running actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} profile(s)</source>
        <translation>
            <numerusform>{count} profile</numerusform>
            <numerusform>{count} profiles</numerusform>
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
