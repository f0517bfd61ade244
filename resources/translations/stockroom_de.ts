<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Activity</name>
    <message>
        <source>&amp;Copy details</source>
        <translation>Details &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Revert…</source>
        <translation>&amp;Zurücknehmen …</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Act on the latest action</source>
        <translation>Zum letzten Vorgang</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Activity panel</source>
        <translation>Bereich Verlauf</translation>
    </message>
    <message>
        <source>Adjustments</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Details …</translation>
    </message>
    <message>
        <source>Done in {database}: change back to it to go on with this</source>
        <translation>Ausgeführt in {database}: Wechseln Sie dorthin zurück, um hier weiterzumachen</translation>
    </message>
    <message>
        <source>Every action that is saved stands here for ever.</source>
        <translation>Jeder gespeicherte Vorgang bleibt hier für immer stehen.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Filter actions</source>
        <translation>Vorgänge filtern</translation>
    </message>
    <message>
        <source>Filter these actions</source>
        <translation>Diese Vorgänge filtern</translation>
    </message>
    <message>
        <source>Goods taken back</source>
        <translation>Rücknahmen</translation>
    </message>
    <message>
        <source>Hide activity</source>
        <translation>Verlauf ausblenden</translation>
    </message>
    <message>
        <source>Hide activity ({keys})</source>
        <translation>Verlauf ausblenden ({keys})</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>It was taken back already</source>
        <translation>Bereits zurückgenommen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Locations created</source>
        <translation>Lagerorte angelegt</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Bewegungen</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>No action selected</source>
        <translation>Kein Vorgang ausgewählt</translation>
    </message>
    <message>
        <source>Nothing done yet</source>
        <translation>Noch nichts getan</translation>
    </message>
    <message>
        <source>Nothing was saved yet</source>
        <translation>Noch wurde nichts gespeichert</translation>
    </message>
    <message>
        <source>Orders cancelled</source>
        <translation>Aufträge storniert</translation>
    </message>
    <message>
        <source>Orders placed</source>
        <translation>Aufträge gebucht</translation>
    </message>
    <message>
        <source>Orders shipped</source>
        <translation>Aufträge ausgeliefert</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Products archived</source>
        <translation>Artikel archiviert</translation>
    </message>
    <message>
        <source>Products created</source>
        <translation>Artikel angelegt</translation>
    </message>
    <message>
        <source>Products edited</source>
        <translation>Artikel geändert</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Show activity</source>
        <translation>Verlauf anzeigen</translation>
    </message>
    <message>
        <source>Show activity ({keys})</source>
        <translation>Verlauf anzeigen ({keys})</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>The details are copied</source>
        <translation>Die Details sind kopiert</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Umlagerungen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo this action</source>
        <translation>Diesen Vorgang rückgängig machen</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>What was saved</source>
        <translation>Was gespeichert wurde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message numerus="yes">
        <source>and {count} more move(s)</source>
        <translation>
            <numerusform>und {count} weitere Bewegung</numerusform>
            <numerusform>und {count} weitere Bewegungen</numerusform>
        </translation>
    </message>
    <message>
        <source>lot {lot}</source>
        <translation>Charge {lot}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>serial {serial}</source>
        <translation>Seriennr. {serial}</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message numerus="yes">
        <source>{count} action(s)</source>
        <translation>
            <numerusform>{count} Vorgang</numerusform>
            <numerusform>{count} Vorgänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} need(s) you</source>
        <translation>
            <numerusform>{count} wartet auf Sie</numerusform>
            <numerusform>{count} warten auf Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>{reserved} reserved, {shipped} shipped</source>
        <translation>{reserved} reserviert, {shipped} ausgeliefert</translation>
    </message>
    <message>
        <source>“{title}” was not taken back</source>
        <translation>„{title}“ wurde nicht zurückgenommen</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>&amp;Back to it</source>
        <translation>&amp;Dorthin zurück</translation>
    </message>
    <message>
        <source>&amp;Finish, then close</source>
        <translation>&amp;Fertigstellen, dann schließen</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Abbrechen und schließen</translation>
    </message>
    <message>
        <source>Close &amp;without saving</source>
        <translation>&amp;Ohne Speichern schließen</translation>
    </message>
    <message>
        <source>Close Stockroom?</source>
        <translation>Stockroom schließen?</translation>
    </message>
    <message>
        <source>Finishing what runs</source>
        <translation>Laufendes wird beendet</translation>
    </message>
    <message>
        <source>Stay &amp;open</source>
        <translation>&amp;Geöffnet lassen</translation>
    </message>
    <message numerus="yes">
        <source>{count} action(s) are still running. Stopped actions save nothing; Stockroom closes when each has its outcome.</source>
        <translation>
            <numerusform>Ein Vorgang läuft noch. Abgebrochene Vorgänge speichern nichts; Stockroom schließt, sobald sein Ergebnis feststeht.</numerusform>
            <numerusform>{count} Vorgänge laufen noch. Abgebrochene Vorgänge speichern nichts; Stockroom schließt, sobald jeder sein Ergebnis hat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} file(s) are still being written. Of a file that is stopped nothing is kept.</source>
        <translation>
            <numerusform>Eine Datei wird noch geschrieben. Abgebrochen bleibt nichts von ihr.</numerusform>
            <numerusform>{count} Dateien werden noch geschrieben. Von abgebrochenen bleibt nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>{places}: what you typed there is not saved.</source>
        <translation>{places}: Was Sie dort eingegeben haben, ist nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>Another change of the database is under way.</source>
        <translation>Ein anderer Wechsel der Datenbank läuft gerade.</translation>
    </message>
    <message>
        <source>Changing over</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Checking the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Details of the announcement</source>
        <translation>Details der Mitteilung</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Details …</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss the announcement</source>
        <translation>Mitteilung ausblenden</translation>
    </message>
    <message>
        <source>Its tables were left at their older version, which this program cannot work with.</source>
        <translation>Ihre Tabellen blieben auf dem älteren Stand, mit dem dieses Programm nicht arbeiten kann.</translation>
    </message>
    <message>
        <source>No database is open.</source>
        <translation>Es ist keine Datenbank geöffnet.</translation>
    </message>
    <message>
        <source>Preparing the tables</source>
        <translation>Tabellen vorbereiten</translation>
    </message>
    <message>
        <source>Settings for the announcement</source>
        <translation>Einstellungen zur Mitteilung</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Stopped. You still work with the same database.</source>
        <translation>Abgebrochen. Sie arbeiten weiter mit derselben Datenbank.</translation>
    </message>
    <message>
        <source>The database gives no answer.</source>
        <translation>Die Datenbank antwortet nicht.</translation>
    </message>
    <message>
        <source>The file {path} cannot be opened.</source>
        <translation>Die Datei {path} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Waiting for running actions</source>
        <translation>Auf laufende Vorgänge warten</translation>
    </message>
    <message>
        <source>{reason}. The tables are as they were.</source>
        <translation>{reason}. Die Tabellen sind, wie sie waren.</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Discard it</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Go below zero</source>
        <translation>&amp;Unter null gehen</translation>
    </message>
    <message>
        <source>&amp;Go on typing</source>
        <translation>&amp;Weiter eingeben</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Bleiben</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Checking whether it was saved</source>
        <translation>Es wird geprüft, ob gespeichert wurde</translation>
    </message>
    <message>
        <source>Close the &amp;form</source>
        <translation>&amp;Formular schließen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Die Details kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Go below zero</source>
        <translation>Unter null gehen</translation>
    </message>
    <message>
        <source>It is being saved. Closing the form does not stop it; Activity shows what becomes of it.</source>
        <translation>Es wird gerade gespeichert. Das Schließen des Formulars hält es nicht auf; der Verlauf zeigt, was daraus wird.</translation>
    </message>
    <message>
        <source>Leave the form?</source>
        <translation>Formular verlassen?</translation>
    </message>
    <message>
        <source>No database is open</source>
        <translation>Es ist keine Datenbank geöffnet</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Nothing was saved. What you typed is still here.</source>
        <translation>Es wurde nichts gespeichert. Ihre Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>Save: {keys}</source>
        <translation>Speichern: {keys}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>What you typed into {what} is not saved.</source>
        <translation>Ihre Eingaben sind nicht gespeichert: {what}.</translation>
    </message>
    <message>
        <source>What you typed is still here.</source>
        <translation>Ihre Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>What you typed stays here.</source>
        <translation>Ihre Eingaben bleiben hier.</translation>
    </message>
    <message>
        <source>the form “{title}”</source>
        <translation>Formular „{title}“</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>&amp;Close</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Leave texts that begin like a formula as they are</source>
        <translation>&amp;Texte, die wie eine Formel beginnen, so lassen</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>A row for each file, with its counts.</source>
        <translation>Je Datei eine Zeile, mit ihren Zahlen.</translation>
    </message>
    <message>
        <source>A row for each product and place that has one.</source>
        <translation>Je Artikel und Lagerort mit Meldebestand eine Zeile.</translation>
    </message>
    <message>
        <source>A row for each, with its total.</source>
        <translation>Je Auftrag eine Zeile, mit seiner Summe.</translation>
    </message>
    <message>
        <source>A row for each, with the first of its barcodes.</source>
        <translation>Je Artikel eine Zeile, mit seinem ersten Barcode.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>All but those of drafts and cancelled orders.</source>
        <translation>Alle, ohne Entwürfe und stornierte Bestellungen.</translation>
    </message>
    <message>
        <source>All of them, the oldest first.</source>
        <translation>Alle, die älteste zuerst.</translation>
    </message>
    <message>
        <source>All places, by their paths.</source>
        <translation>Alle Lagerorte mit ihren Pfaden.</translation>
    </message>
    <message>
        <source>All that each product has, those of packs too.</source>
        <translation>Alle, die jeder Artikel hat, auch die von Packungen.</translation>
    </message>
    <message>
        <source>All there are</source>
        <translation>Alle, die es gibt</translation>
    </message>
    <message>
        <source>All whom you buy from.</source>
        <translation>Alle, bei denen Sie einkaufen.</translation>
    </message>
    <message>
        <source>All whom you sell to.</source>
        <translation>Alle, an die Sie verkaufen.</translation>
    </message>
    <message>
        <source>As shown</source>
        <translation>Wie angezeigt</translation>
    </message>
    <message>
        <source>As shown: filtered and sorted</source>
        <translation>Wie angezeigt: gefiltert und sortiert</translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation>Barcodes</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>CSV, for every program</source>
        <translation>CSV, für jedes Programm</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Excel workbook (XLSX)</source>
        <translation>Excel-Arbeitsmappe (XLSX)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>Formeln</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>JSON Lines, for programmers</source>
        <translation>JSON Lines, für Programmierer</translation>
    </message>
    <message>
        <source>Lines of orders</source>
        <translation>Positionen der Aufträge</translation>
    </message>
    <message>
        <source>Lines of purchase orders</source>
        <translation>Positionen der Bestellungen</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>Lagerorte</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Bewegungen</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Ordner ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Otherwise an apostrophe keeps spreadsheets from computing them; an import of the file takes it off.</source>
        <translation>Sonst hält ein Apostroph Tabellenprogramme davon ab, sie zu berechnen; ein Import der Datei nimmt ihn weg.</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Reorder points</source>
        <translation>Meldebestände</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows written: {count}</source>
        <translation>Zeilen geschrieben: {count}</translation>
    </message>
    <message>
        <source>Stock levels</source>
        <translation>Bestände</translation>
    </message>
    <message>
        <source>Stopped. There is no file.</source>
        <translation>Abgebrochen. Es gibt keine Datei.</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Lieferanten</translation>
    </message>
    <message>
        <source>There is no file</source>
        <translation>Es gibt keine Datei</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What is where, by lot and serial number.</source>
        <translation>Was wo liegt, nach Charge und Seriennummer.</translation>
    </message>
    <message>
        <source>What was saved, by whom and when.</source>
        <translation>Was gespeichert wurde, von wem und wann.</translation>
    </message>
    <message>
        <source>Without those of drafts and cancelled orders.</source>
        <translation>Ohne Entwürfe und stornierte Aufträge.</translation>
    </message>
    <message>
        <source>Written to {file} in {time}. Rows: {count}</source>
        <translation>Geschrieben nach {file} in {time}. Zeilen: {count}</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>adjustment</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>asked about</source>
        <translation>nachgefragt</translation>
    </message>
    <message>
        <source>barcodes</source>
        <translation>Barcodes</translation>
    </message>
    <message>
        <source>below zero</source>
        <translation>unter null</translation>
    </message>
    <message>
        <source>by lot</source>
        <translation>nach Charge</translation>
    </message>
    <message>
        <source>by serial number</source>
        <translation>nach Seriennummer</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Warengruppe</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>code as customer</source>
        <translation>Nummer als Kunde</translation>
    </message>
    <message>
        <source>code as supplier</source>
        <translation>Nummer als Lieferant</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Einkaufspreis</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>exists</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>expires on</source>
        <translation>verfällt am</translation>
    </message>
    <message>
        <source>is a customer</source>
        <translation>ist Kunde</translation>
    </message>
    <message>
        <source>is a supplier</source>
        <translation>ist Lieferant</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>lies in</source>
        <translation>liegt in</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>not tracked</source>
        <translation>nicht verfolgt</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>pieces in a pack</source>
        <translation>Stück je Packung</translation>
    </message>
    <message>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>reorder points</source>
        <translation>Meldebestände</translation>
    </message>
    <message>
        <source>reserved and shipped</source>
        <translation>reserviert und ausgeliefert</translation>
    </message>
    <message>
        <source>sku</source>
        <translation>Artikelnummer</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>tax number</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>tracking</source>
        <translation>Verfolgung</translation>
    </message>
    <message>
        <source>transit</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Tables ({names})</source>
        <translation>Tabellen ({names})</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>Databases…</source>
        <translation>Datenbanken …</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find a product, order, action or screen</source>
        <translation>Artikel, Auftrag, Befehl oder Seite suchen</translation>
    </message>
    <message>
        <source>Import products…</source>
        <translation>Artikel importieren …</translation>
    </message>
    <message>
        <source>Import stock…</source>
        <translation>Bestand importieren …</translation>
    </message>
    <message>
        <source>New order…</source>
        <translation>Neuer Auftrag …</translation>
    </message>
    <message>
        <source>New product…</source>
        <translation>Neuer Artikel …</translation>
    </message>
    <message>
        <source>Nothing found for “{words}”</source>
        <translation>Nichts gefunden zu „{words}“</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Artikel</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>yesterday {clock}</source>
        <translation>gestern {clock}</translation>
    </message>
    <message numerus="yes">
        <source>{count} byte(s)</source>
        <translation>
            <numerusform>{count} Byte</numerusform>
            <numerusform>{count} Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>{day} Apr</source>
        <translation>{day}. Apr.</translation>
    </message>
    <message>
        <source>{day} Aug</source>
        <translation>{day}. Aug.</translation>
    </message>
    <message>
        <source>{day} Dec</source>
        <translation>{day}. Dez.</translation>
    </message>
    <message>
        <source>{day} Feb</source>
        <translation>{day}. Feb.</translation>
    </message>
    <message>
        <source>{day} Jan</source>
        <translation>{day}. Jan.</translation>
    </message>
    <message>
        <source>{day} Jul</source>
        <translation>{day}. Juli</translation>
    </message>
    <message>
        <source>{day} Jun</source>
        <translation>{day}. Juni</translation>
    </message>
    <message>
        <source>{day} Mar</source>
        <translation>{day}. März</translation>
    </message>
    <message>
        <source>{day} May</source>
        <translation>{day}. Mai</translation>
    </message>
    <message>
        <source>{day} Nov</source>
        <translation>{day}. Nov.</translation>
    </message>
    <message>
        <source>{day} Oct</source>
        <translation>{day}. Okt.</translation>
    </message>
    <message>
        <source>{day} Sep</source>
        <translation>{day}. Sep.</translation>
    </message>
    <message>
        <source>{day} {clock}</source>
        <translation>{day} {clock}</translation>
    </message>
    <message>
        <source>{day} {year}</source>
        <translation>{day} {year}</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>noch {minutes} min</translation>
    </message>
    <message>
        <source>{number}nd</source>
        <translation>{number}.</translation>
    </message>
    <message>
        <source>{number}rd</source>
        <translation>{number}.</translation>
    </message>
    <message>
        <source>{number}st</source>
        <translation>{number}.</translation>
    </message>
    <message>
        <source>{number}th</source>
        <translation>{number}.</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>noch {seconds} s</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>&amp;All or nothing</source>
        <translation>&amp;Alles oder nichts</translation>
    </message>
    <message>
        <source>&amp;As the rule says</source>
        <translation>Nach der &amp;Regel</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Zurüc&amp;k</translation>
    </message>
    <message>
        <source>&amp;Back to it</source>
        <translation>&amp;Dorthin zurück</translation>
    </message>
    <message>
        <source>&amp;Back to the check</source>
        <translation>Zurück z&amp;ur Prüfung</translation>
    </message>
    <message>
        <source>&amp;Back to the columns</source>
        <translation>&amp;Zurück zu den Spalten</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Cancel import</source>
        <translation>Import &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Cancel the import</source>
        <translation>Import &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Check all records</source>
        <translation>Alle Datensätze &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>&amp;Close without importing</source>
        <translation>&amp;Ohne Import schließen</translation>
    </message>
    <message>
        <source>&amp;Correct it</source>
        <translation>&amp;Korrigieren</translation>
    </message>
    <message>
        <source>&amp;Decide value by value…</source>
        <translation>Einzeln entschei&amp;den …</translation>
    </message>
    <message>
        <source>&amp;Decimal mark</source>
        <translation>&amp;Dezimalzeichen</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>Zeichen&amp;satz</translation>
    </message>
    <message>
        <source>&amp;Existing SKU</source>
        <translation>&amp;Vorhandene Nummer</translation>
    </message>
    <message>
        <source>&amp;Existing barcode</source>
        <translation>&amp;Vorhandener Barcode</translation>
    </message>
    <message>
        <source>&amp;Existing customer</source>
        <translation>&amp;Vorhandener Kunde</translation>
    </message>
    <message>
        <source>&amp;Existing location</source>
        <translation>&amp;Vorhandener Lagerort</translation>
    </message>
    <message>
        <source>&amp;Existing reorder point</source>
        <translation>&amp;Vorhandener Meldebestand</translation>
    </message>
    <message>
        <source>&amp;Existing supplier</source>
        <translation>&amp;Vorhandener Lieferant</translation>
    </message>
    <message>
        <source>&amp;Header line</source>
        <translation>&amp;Kopfzeile</translation>
    </message>
    <message>
        <source>&amp;Import it again</source>
        <translation>Noch einmal &amp;importieren</translation>
    </message>
    <message>
        <source>&amp;Keep the import</source>
        <translation>Import &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Lassen</translation>
    </message>
    <message>
        <source>&amp;Let it go on</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Location</source>
        <translation>Lager&amp;ort</translation>
    </message>
    <message>
        <source>&amp;Map the columns</source>
        <translation>Spalten &amp;zuordnen</translation>
    </message>
    <message>
        <source>&amp;Negative quantity</source>
        <translation>&amp;Negative Menge</translation>
    </message>
    <message>
        <source>&amp;Parent that does not exist yet</source>
        <translation>&amp;Was es als Übergeordnetes nicht gibt</translation>
    </message>
    <message>
        <source>&amp;Quote</source>
        <translation>Te&amp;xtzeichen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Save the mapping</source>
        <translation>Zuordnung &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>B&amp;latt</translation>
    </message>
    <message>
        <source>&amp;Show the imports</source>
        <translation>Importe &amp;anzeigen</translation>
    </message>
    <message>
        <source>&amp;Show the orders</source>
        <translation>Aufträge &amp;anzeigen</translation>
    </message>
    <message>
        <source>&amp;Show the products</source>
        <translation>Artikel &amp;anzeigen</translation>
    </message>
    <message>
        <source>&amp;Show the stock</source>
        <translation>Bestand &amp;anzeigen</translation>
    </message>
    <message>
        <source>&amp;Stop the check</source>
        <translation>Prüfung &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Take it back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Thousands mark</source>
        <translation>&amp;Tausenderzeichen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch &amp;einmal</translation>
    </message>
    <message>
        <source>&amp;Use an existing one…</source>
        <translation>&amp;Vorhandenen nehmen …</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Nehmen</translation>
    </message>
    <message>
        <source>&amp;Use its mapping</source>
        <translation>Dessen Zuordnung &amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Use the new one</source>
        <translation>&amp;Neuen Namen nehmen</translation>
    </message>
    <message>
        <source>&amp;What does not exist yet</source>
        <translation>&amp;Was es noch nicht gibt</translation>
    </message>
    <message>
        <source>A location with this name cannot be written into a mapping.</source>
        <translation>Ein Lagerort dieses Namens kann nicht in einer Zuordnung stehen.</translation>
    </message>
    <message>
        <source>A mapping that you saved fits this file.</source>
        <translation>Eine Zuordnung, die Sie gespeichert haben, passt zu dieser Datei.</translation>
    </message>
    <message>
        <source>Add up the quantities</source>
        <translation>Mengen zusammenzählen</translation>
    </message>
    <message>
        <source>After {duration}</source>
        <translation>Nach {duration}</translation>
    </message>
    <message numerus="yes">
        <source>All or nothing: {count} rejected row(s) would keep everything out.</source>
        <translation>
            <numerusform>Alles oder nichts: {count} abgewiesene Zeile würde alles verhindern.</numerusform>
            <numerusform>Alles oder nichts: {count} abgewiesene Zeilen würden alles verhindern.</numerusform>
        </translation>
    </message>
    <message>
        <source>All rows are saved in one transaction. Cancel takes everything back; sales and other work go on meanwhile.</source>
        <translation>Alle Zeilen werden in einer Transaktion gespeichert. Abbrechen nimmt alles zurück; Verkauf und andere Arbeit gehen weiter.</translation>
    </message>
    <message numerus="yes">
        <source>An existing name for {count} name(s) ({field})</source>
        <translation>
            <numerusform>Vorhandener Name für {count} Namen ({field})</numerusform>
            <numerusform>Vorhandener Name für {count} Namen ({field})</numerusform>
        </translation>
    </message>
    <message>
        <source>An existing name for “{name}”</source>
        <translation>Vorhandener Name für „{name}“</translation>
    </message>
    <message>
        <source>Another form…</source>
        <translation>Andere Form …</translation>
    </message>
    <message>
        <source>Apostrophe  1&apos;234</source>
        <translation>Apostroph  1&apos;234</translation>
    </message>
    <message>
        <source>Apply to {count}</source>
        <translation>Auf {count} anwenden</translation>
    </message>
    <message>
        <source>Apply to {count} or more</source>
        <translation>Auf {count} oder mehr anwenden</translation>
    </message>
    <message>
        <source>As one unit. What was changed or used since is kept and listed.</source>
        <translation>Als Ganzes. Was seither geändert oder benutzt wurde, bleibt und wird aufgelistet.</translation>
    </message>
    <message>
        <source>Backslash  \</source>
        <translation>Backslash  \</translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation>Strich  |</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Blan&amp;k cell</source>
        <translation>&amp;Leere Zelle</translation>
    </message>
    <message>
        <source>Blank  1 234</source>
        <translation>Leerzeichen  1 234</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>C&amp;reate</source>
        <translation>&amp;Anlegen</translation>
    </message>
    <message>
        <source>C&amp;urrency sign</source>
        <translation>&amp;Währungszeichen</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>CSV, text, Excel (.xlsx, .xls) or OpenDocument (.ods), also zipped</source>
        <translation>CSV, Text, Excel (.xlsx, .xls) oder OpenDocument (.ods), auch als ZIP</translation>
    </message>
    <message>
        <source>Caret  ^</source>
        <translation>Zirkumflex  ^</translation>
    </message>
    <message>
        <source>Change it on the &amp;first page</source>
        <translation>Auf der e&amp;rsten Seite ändern</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check a&amp;gain</source>
        <translation>&amp;Nochmals prüfen</translation>
    </message>
    <message>
        <source>Check the &amp;repaired file</source>
        <translation>&amp;Reparierte Datei prüfen</translation>
    </message>
    <message>
        <source>Check the rows against the database</source>
        <translation>Zeilen mit der Datenbank abgleichen</translation>
    </message>
    <message>
        <source>Checked in {seconds}. Nothing is saved yet.</source>
        <translation>In {seconds} geprüft. Noch ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Choose &amp;file…</source>
        <translation>Da&amp;tei wählen …</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Choose a file to import</source>
        <translation>Datei für den Import wählen</translation>
    </message>
    <message>
        <source>Clears the value</source>
        <translation>Löscht den Wert</translation>
    </message>
    <message>
        <source>Close this import?</source>
        <translation>Diesen Import schließen?</translation>
    </message>
    <message>
        <source>Colon  :</source>
        <translation>Doppelpunkt  :</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>Spalte der Datei</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Spalten der Datei</translation>
    </message>
    <message>
        <source>Columns, rules and repairs are kept and offered for files with the same columns.</source>
        <translation>Spalten, Regeln und Reparaturen werden behalten und für Dateien mit denselben Spalten angeboten.</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>Komma  ,</translation>
    </message>
    <message>
        <source>Comma  1,234</source>
        <translation>Komma  1,234</translation>
    </message>
    <message>
        <source>Comma  1234,50</source>
        <translation>Komma  1234,50</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Committing</source>
        <translation>Wird festgeschrieben</translation>
    </message>
    <message>
        <source>Connection lost while saving; asking what became of it</source>
        <translation>Verbindung beim Speichern verloren; es wird nachgefragt</translation>
    </message>
    <message>
        <source>Copied in a spreadsheet or on a web page</source>
        <translation>Kopiert aus einer Tabellenkalkulation oder von einer Webseite</translation>
    </message>
    <message>
        <source>Correct a row</source>
        <translation>Zeile korrigieren</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Corrected; in the file: {text}</source>
        <translation>Korrigiert; in der Datei: {text}</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Create it</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Create it, by the rule</source>
        <translation>Anlegen, nach der Regel</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Currency sign</source>
        <translation>Währungszeichen</translation>
    </message>
    <message>
        <source>D&amp;ates</source>
        <translation>D&amp;aten</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>De&amp;limiter</source>
        <translation>Trenn&amp;zeichen</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Do &amp;not save</source>
        <translation>&amp;Nicht speichern</translation>
    </message>
    <message>
        <source>Do &amp;without it</source>
        <translation>&amp;Ohne sie</translation>
    </message>
    <message>
        <source>Double  &quot;</source>
        <translation>Doppelt  &quot;</translation>
    </message>
    <message>
        <source>Drop a file here, or choose one</source>
        <translation>Ziehen Sie eine Datei hierher oder wählen Sie eine</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>Enter looks at this file.</source>
        <translation>Enter öffnet diese Datei.</translation>
    </message>
    <message>
        <source>Es&amp;cape mark</source>
        <translation>Escape-Zei&amp;chen</translation>
    </message>
    <message>
        <source>Escape mark</source>
        <translation>Escape-Zeichen</translation>
    </message>
    <message>
        <source>Every name is known</source>
        <translation>Jeder Name ist bekannt</translation>
    </message>
    <message>
        <source>Every row can be saved</source>
        <translation>Jede Zeile kann gespeichert werden</translation>
    </message>
    <message>
        <source>Everything is checked first. Nothing is saved before you say so.</source>
        <translation>Zuerst wird alles geprüft. Gespeichert wird erst, wenn Sie es sagen.</translation>
    </message>
    <message>
        <source>Existing names</source>
        <translation>Vorhandene Namen</translation>
    </message>
    <message>
        <source>F2 corrects a cell.</source>
        <translation>F2 korrigiert eine Zelle.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Namen suchen</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Erste Werte</translation>
    </message>
    <message>
        <source>Fo&amp;rm of the dates</source>
        <translation>Fo&amp;rm der Daten</translation>
    </message>
    <message>
        <source>For files of</source>
        <translation>Für Dateien mit</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Erkannt an</translation>
    </message>
    <message>
        <source>Further problems of rejected rows</source>
        <translation>Weiteres an abgewiesenen Zeilen</translation>
    </message>
    <message>
        <source>Header line</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Import &amp;another…</source>
        <translation>Weiterer &amp;Import …</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>Artikel importieren</translation>
    </message>
    <message>
        <source>Import {import_id}, action {action_id}.</source>
        <translation>Import {import_id}, Vorgang {action_id}.</translation>
    </message>
    <message>
        <source>Import {kind}</source>
        <translation>Import: {kind}</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Is added to what is there</source>
        <translation>Kommt zum Bestand hinzu</translation>
    </message>
    <message>
        <source>Is what is there</source>
        <translation>Ist der neue Bestand</translation>
    </message>
    <message>
        <source>It goes on without this window and reports in Activity. Cancelled, it saves nothing.</source>
        <translation>Er läuft ohne dieses Fenster weiter und meldet sich im Verlauf. Abgebrochen speichert er nichts.</translation>
    </message>
    <message>
        <source>It is being committed</source>
        <translation>Es wird gerade festgeschrieben</translation>
    </message>
    <message>
        <source>It is for files of another kind, or with other columns</source>
        <translation>Sie ist für Dateien anderer Art oder mit anderen Spalten</translation>
    </message>
    <message>
        <source>Its stock is moved back, its orders are cancelled, what it changed gets its former values, and what it created goes away again. What somebody has changed or sold since is kept and listed. All of it is one transaction, which can be undone.</source>
        <translation>Sein Bestand wird zurückgebucht, seine Aufträge werden storniert, Geändertes erhält die früheren Werte, und Angelegtes verschwindet wieder. Was seither jemand geändert oder verkauft hat, bleibt und wird aufgelistet. Alles ist eine Transaktion, die sich rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Kept by the revert</source>
        <translation>Beim Zurücknehmen behalten</translation>
    </message>
    <message>
        <source>Kept rows</source>
        <translation>Behaltene Zeilen</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Unverändert lassen</translation>
    </message>
    <message>
        <source>Leaves the value as it is</source>
        <translation>Lässt den Wert unverändert</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Wird weggelassen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Location &amp;twice in the file</source>
        <translation>Lagerort zweimal in der Da&amp;tei</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>Die Datei wird angesehen …</translation>
    </message>
    <message>
        <source>Looking it up in the file…</source>
        <translation>Wird in der Datei nachgesehen …</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name in the file</source>
        <translation>Name in der Datei</translation>
    </message>
    <message>
        <source>Name or code &amp;twice in the file</source>
        <translation>Name oder Code zweimal in der Da&amp;tei</translation>
    </message>
    <message>
        <source>Name to look for</source>
        <translation>Gesuchter Name</translation>
    </message>
    <message>
        <source>Names in the file</source>
        <translation>Namen in der Datei</translation>
    </message>
    <message>
        <source>No column becomes {named} yet: go to one and press Enter.</source>
        <translation>Es fehlt noch: {named}. Gehen Sie zu einer Spalte und drücken Sie Enter.</translation>
    </message>
    <message>
        <source>No database is open</source>
        <translation>Es ist keine Datenbank geöffnet</translation>
    </message>
    <message>
        <source>No mapping is saved.</source>
        <translation>Keine Zuordnung ist gespeichert.</translation>
    </message>
    <message>
        <source>No name holds this.</source>
        <translation>Kein Name enthält das.</translation>
    </message>
    <message>
        <source>No row can be saved as the file is.</source>
        <translation>So kann keine Zeile der Datei gespeichert werden.</translation>
    </message>
    <message>
        <source>No row was rejected and nothing was warned of.</source>
        <translation>Keine Zeile wurde abgewiesen, es gibt keine Warnung.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keins</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht prüfen</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Nicht importieren</translation>
    </message>
    <message>
        <source>Not yet known whether it was saved</source>
        <translation>Noch nicht bekannt, ob gespeichert wurde</translation>
    </message>
    <message>
        <source>Nothing can be pasted</source>
        <translation>Nichts lässt sich einfügen</translation>
    </message>
    <message>
        <source>Nothing is saved yet.</source>
        <translation>Noch ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Nothing is saved. Choose another file, or another way to read this one.</source>
        <translation>Nichts ist gespeichert. Wählen Sie eine andere Datei oder eine andere Lesart.</translation>
    </message>
    <message>
        <source>Nothing was saved</source>
        <translation>Es wurde nichts gespeichert</translation>
    </message>
    <message>
        <source>Numbers and dates in the file</source>
        <translation>Zahlen und Daten der Datei</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Ordner ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Order that &amp;exists</source>
        <translation>&amp;Vorhandener Auftrag</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>Eine Tabelle einfügen</translation>
    </message>
    <message>
        <source>Path of a CSV, text, Excel, OpenDocument or ZIP file</source>
        <translation>Pfad einer CSV-, Text-, Excel-, OpenDocument- oder ZIP-Datei</translation>
    </message>
    <message>
        <source>Point  1.234</source>
        <translation>Punkt  1.234</translation>
    </message>
    <message>
        <source>Point  1234.50</source>
        <translation>Punkt  1234.50</translation>
    </message>
    <message>
        <source>Post it where allowed</source>
        <translation>Buchen, wo erlaubt</translation>
    </message>
    <message>
        <source>Probably meant</source>
        <translation>Wohl gemeint</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Problems, not rows: each of these rows is counted above, under its first reason.</source>
        <translation>Probleme, nicht Zeilen: Jede dieser Zeilen ist oben unter ihrem ersten Grund gezählt.</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Quantity at another location…</source>
        <translation>Menge an einem anderen Lagerort …</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Anführung</translation>
    </message>
    <message>
        <source>Re&amp;ject the rows</source>
        <translation>Zeilen a&amp;bweisen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Re&amp;vert…</source>
        <translation>&amp;Zurücknehmen …</translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation>Datei lesen</translation>
    </message>
    <message>
        <source>Reading and checking the file</source>
        <translation>Datei wird gelesen und geprüft</translation>
    </message>
    <message numerus="yes">
        <source>Reading the file for its names: {count} row(s) so far</source>
        <translation>
            <numerusform>Die Namen der Datei werden gelesen: bisher {count} Zeile</numerusform>
            <numerusform>Die Namen der Datei werden gelesen: bisher {count} Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Record {record}, line {line}. The file itself stays as it is.</source>
        <translation>Datensatz {record}, Zeile {line}. Die Datei selbst bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Reject the later row</source>
        <translation>Spätere Zeile abweisen</translation>
    </message>
    <message>
        <source>Reject the order</source>
        <translation>Auftrag abweisen</translation>
    </message>
    <message>
        <source>Reject the row</source>
        <translation>Zeile abweisen</translation>
    </message>
    <message>
        <source>Reject the rows</source>
        <translation>Zeilen abweisen</translation>
    </message>
    <message>
        <source>Reject the rows, by the rule</source>
        <translation>Zeilen abweisen, nach der Regel</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Rejected, by first reason</source>
        <translation>Abgewiesen, nach erstem Grund</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>S&amp;kip the rejected rows</source>
        <translation>Abge&amp;wiesene Zeilen auslassen</translation>
    </message>
    <message>
        <source>SKU &amp;twice in the file</source>
        <translation>Nummer zweimal in der Da&amp;tei</translation>
    </message>
    <message>
        <source>SKU and location &amp;twice in the file</source>
        <translation>Nummer und Lagerort zweimal in der Da&amp;tei</translation>
    </message>
    <message>
        <source>Sa&amp;ve {rows}</source>
        <translation>{rows} &amp;speichern</translation>
    </message>
    <message>
        <source>Sa&amp;ved mappings…</source>
        <translation>&amp;Gespeicherte …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the re&amp;jected rows…</source>
        <translation>Abgewiesene sp&amp;eichern …</translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation>Abgewiesene Zeilen speichern</translation>
    </message>
    <message>
        <source>Save this &amp;mapping…</source>
        <translation>&amp;Zuordnung speichern …</translation>
    </message>
    <message>
        <source>Save this mapping</source>
        <translation>Zuordnung speichern</translation>
    </message>
    <message>
        <source>Saved mappings</source>
        <translation>Gespeicherte Zuordnungen</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>Strichpunkt  ;</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Show the ea&amp;rlier import</source>
        <translation>F&amp;rüheren Import zeigen</translation>
    </message>
    <message>
        <source>Show them…</source>
        <translation>Zeigen …</translation>
    </message>
    <message>
        <source>Show what was imported</source>
        <translation>Importiertes anzeigen</translation>
    </message>
    <message>
        <source>Single  &apos;</source>
        <translation>Einfach  &apos;</translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation>Nochmals starten</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Stay &amp;here</source>
        <translation>&amp;Hier bleiben</translation>
    </message>
    <message>
        <source>Stockroom ended before it was saved. Nothing of it was saved.</source>
        <translation>Stockroom endete, bevor er gespeichert war. Nichts davon wurde gespeichert.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was saved.</source>
        <translation>Abgebrochen. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Take &amp;all back</source>
        <translation>&amp;Alle zurücknehmen</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Take back {name}?</source>
        <translation>{name} zurücknehmen?</translation>
    </message>
    <message>
        <source>Take everything back: this is only a check</source>
        <translation>Alles zurücknehmen: Dies ist nur eine Prüfung</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take them back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take this import back</source>
        <translation>Diesen Import zurücknehmen</translation>
    </message>
    <message>
        <source>Take what is &amp;proposed</source>
        <translation>Vorsc&amp;hläge übernehmen</translation>
    </message>
    <message>
        <source>The check failed</source>
        <translation>Die Prüfung ist gescheitert</translation>
    </message>
    <message>
        <source>The check was stopped</source>
        <translation>Die Prüfung wurde angehalten</translation>
    </message>
    <message>
        <source>The file cannot be imported so</source>
        <translation>So lässt sich die Datei nicht importieren</translation>
    </message>
    <message>
        <source>The file has changed since it was checked</source>
        <translation>Die Datei hat sich seit der Prüfung geändert</translation>
    </message>
    <message>
        <source>The file itself stays as it is. What is left is checked with it.</source>
        <translation>Die Datei selbst bleibt, wie sie ist. Was übrig ist, wird mit ihr geprüft.</translation>
    </message>
    <message>
        <source>The file names no category, supplier, unit or location that does not exist.</source>
        <translation>Die Datei nennt keine Warengruppe, keinen Lieferanten, keine Einheit und keinen Lagerort, den es nicht gibt.</translation>
    </message>
    <message>
        <source>The first {count} are copied; a file of the rejected rows holds all of them.</source>
        <translation>Die ersten {count} sind kopiert; alle stehen in einer Datei der abgewiesenen Zeilen.</translation>
    </message>
    <message>
        <source>The first {count} are shown. Type more of the name.</source>
        <translation>Die ersten {count} sind gezeigt. Mehr vom Namen eingeben.</translation>
    </message>
    <message>
        <source>The first {count} columns are shown.</source>
        <translation>Die ersten {count} Spalten werden gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>The first {count} row(s); columns in the file: {columns}.</source>
        <translation>
            <numerusform>Die erste Zeile; Spalten in der Datei: {columns}.</numerusform>
            <numerusform>Die ersten {count} Zeilen; Spalten in der Datei: {columns}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The import failed and nothing was saved</source>
        <translation>Der Import ist gescheitert; nichts wurde gespeichert</translation>
    </message>
    <message>
        <source>The import is still running</source>
        <translation>Der Import läuft noch</translation>
    </message>
    <message>
        <source>The import of {file} did not happen</source>
        <translation>Der Import von {file} ist nicht geschehen</translation>
    </message>
    <message>
        <source>The import was not taken back</source>
        <translation>Der Import wurde nicht zurückgenommen</translation>
    </message>
    <message>
        <source>The import was refused and nothing was saved</source>
        <translation>Der Import wurde abgelehnt; nichts wurde gespeichert</translation>
    </message>
    <message>
        <source>The last row counts</source>
        <translation>Die letzte Zeile zählt</translation>
    </message>
    <message>
        <source>The mapping of “{name}” is used.</source>
        <translation>Die Zuordnung von „{name}“ wird benutzt.</translation>
    </message>
    <message>
        <source>The mapping was not saved</source>
        <translation>Die Zuordnung wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>The names of the file cannot be listed</source>
        <translation>Die Namen der Datei können nicht aufgelistet werden</translation>
    </message>
    <message>
        <source>The q&amp;uantity</source>
        <translation>Die &amp;Menge</translation>
    </message>
    <message>
        <source>The whole file is read; nothing is saved.</source>
        <translation>Die ganze Datei wird gelesen; nichts wird gespeichert.</translation>
    </message>
    <message>
        <source>The whole file is tried as if it were saved, and everything is taken back.</source>
        <translation>Die ganze Datei wird gespeichert, als wäre es ernst, und alles wird zurückgenommen.</translation>
    </message>
    <message>
        <source>These choices do not go together</source>
        <translation>Diese Angaben passen nicht zusammen</translation>
    </message>
    <message>
        <source>These were changed, moved or sold after the import, so they stay as they are.</source>
        <translation>Sie wurden nach dem Import geändert, umgelagert oder verkauft und bleiben darum, wie sie sind.</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>Diese Datei</translation>
    </message>
    <message>
        <source>This file cannot be read this way</source>
        <translation>So lässt sich diese Datei nicht lesen</translation>
    </message>
    <message>
        <source>This file was imported before</source>
        <translation>Diese Datei wurde schon importiert</translation>
    </message>
    <message>
        <source>This looks like an export of another program.</source>
        <translation>Das sieht nach dem Export eines anderen Programms aus.</translation>
    </message>
    <message>
        <source>This looks like an export of {program}.</source>
        <translation>Das sieht nach einem Export von {program} aus.</translation>
    </message>
    <message>
        <source>This mapping does not fit the file</source>
        <translation>Diese Zuordnung passt nicht zur Datei</translation>
    </message>
    <message>
        <source>This one can only be corrected in the file itself.</source>
        <translation>Das lässt sich nur in der Datei selbst berichtigen.</translation>
    </message>
    <message>
        <source>This text is the same for all rows: see the step before.</source>
        <translation>Dieser Text gilt für alle Zeilen: siehe den Schritt davor.</translation>
    </message>
    <message>
        <source>Thousands mark</source>
        <translation>Tausenderzeichen</translation>
    </message>
    <message>
        <source>Touched by</source>
        <translation>Berührt von</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Trying again: {message}</source>
        <translation>Noch einmal: {message}</translation>
    </message>
    <message>
        <source>Type a piece of the name</source>
        <translation>Einen Teil des Namens eingeben</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>Rück&amp;gängig</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Update the mapped fields</source>
        <translation>Zugeordnete Felder ändern</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Use an existing one…</source>
        <translation>Vorhandenen nehmen …</translation>
    </message>
    <message>
        <source>Use the &amp;probable names</source>
        <translation>Wahrscheinliche &amp;Namen nehmen</translation>
    </message>
    <message numerus="yes">
        <source>Use the {count} &amp;probable name(s)</source>
        <translation>
            <numerusform>{count} wahrscheinlichen &amp;Namen nehmen</numerusform>
            <numerusform>{count} wahrscheinliche &amp;Namen nehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Use “{name}”</source>
        <translation>„{name}“ nehmen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Values corrected by hand</source>
        <translation>Von Hand korrigierte Werte</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis er an der Reihe ist</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Warnen</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>What becomes of names was changed since this check</source>
        <translation>Was aus Namen wird, wurde seit dieser Prüfung geändert</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>Was die Datei enthält</translation>
    </message>
    <message>
        <source>What the rows do</source>
        <translation>Was die Zeilen bewirken</translation>
    </message>
    <message>
        <source>What you changed is checked first: press Check again.</source>
        <translation>Was Sie geändert haben, wird erst geprüft: „Nochmals prüfen“ drücken.</translation>
    </message>
    <message>
        <source>What you corrected by hand may be another record now and is forgotten.</source>
        <translation>Was Sie von Hand berichtigt haben, könnte jetzt einen anderen Datensatz treffen und ist vergessen.</translation>
    </message>
    <message>
        <source>What you mapped and decided by hand would have to be done again. Nothing is saved yet.</source>
        <translation>Was von Hand zugeordnet und entschieden wurde, müsste neu gemacht werden. Noch ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Which names of the file are new, and what becomes of each</source>
        <translation>Welche Namen der Datei neu sind, und was aus jedem wird</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Arbeitet</translation>
    </message>
    <message>
        <source>Write the rows</source>
        <translation>Zeilen schreiben</translation>
    </message>
    <message>
        <source>Writing the rejected rows</source>
        <translation>Die abgelehnten Zeilen werden geschrieben</translation>
    </message>
    <message>
        <source>Wrong check di&amp;git</source>
        <translation>Falsche P&amp;rüfziffer</translation>
    </message>
    <message>
        <source>You can close this window. The import goes on and reports in Activity.</source>
        <translation>Sie können dieses Fenster schließen. Der Import läuft weiter und meldet sich im Verlauf.</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>already the same</source>
        <translation>schon gleich</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>Strich</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>changed by the file</source>
        <translation>durch die Datei geändert</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>Doppelpunkt</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>currency signs are left out</source>
        <translation>ohne Währungszeichen gelesen</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>every row was accepted</source>
        <translation>jede Zeile angenommen</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>levels as they were</source>
        <translation>Bestände unverändert</translation>
    </message>
    <message>
        <source>levels changed</source>
        <translation>Bestände geändert</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>new barcodes</source>
        <translation>neue Barcodes</translation>
    </message>
    <message>
        <source>new customers</source>
        <translation>neue Kunden</translation>
    </message>
    <message>
        <source>new levels</source>
        <translation>neue Bestände</translation>
    </message>
    <message>
        <source>new locations</source>
        <translation>neue Lagerorte</translation>
    </message>
    <message>
        <source>new orders</source>
        <translation>neue Aufträge</translation>
    </message>
    <message>
        <source>new products</source>
        <translation>neue Artikel</translation>
    </message>
    <message>
        <source>new reorder points</source>
        <translation>neue Meldebestände</translation>
    </message>
    <message>
        <source>new suppliers</source>
        <translation>neue Lieferanten</translation>
    </message>
    <message>
        <source>no currency signs</source>
        <translation>keine Währungszeichen</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>nicht erkannt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>nicht importiert</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>order lines known already</source>
        <translation>Auftragspositionen schon bekannt</translation>
    </message>
    <message>
        <source>perhaps {field}</source>
        <translation>vielleicht {field}</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Strichpunkt</translation>
    </message>
    <message>
        <source>synonym</source>
        <translation>Synonym</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>the import of {name}</source>
        <translation>Import von {name}</translation>
    </message>
    <message>
        <source>the whole row</source>
        <translation>die ganze Zeile</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>with its letters read anew</source>
        <translation>mit neu gelesenen Buchstaben</translation>
    </message>
    <message>
        <source>with the other decimal mark</source>
        <translation>mit dem anderen Dezimalzeichen</translation>
    </message>
    <message>
        <source>with the zeros that were lost</source>
        <translation>mit den verlorenen Nullen</translation>
    </message>
    <message>
        <source>without marks between thousands</source>
        <translation>ohne Tausenderzeichen</translation>
    </message>
    <message>
        <source>without the apostrophe</source>
        <translation>ohne den Apostroph</translation>
    </message>
    <message>
        <source>without the currency</source>
        <translation>ohne die Währung</translation>
    </message>
    <message>
        <source>without zeros at the end</source>
        <translation>ohne Nullen am Ende</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Ihnen</translation>
    </message>
    <message>
        <source>{choice}, which does not exist in this database</source>
        <translation>{choice}; das gibt es in dieser Datenbank nicht</translation>
    </message>
    <message numerus="yes">
        <source>{count} barcode(s)</source>
        <translation>
            <numerusform>{count} Barcode</numerusform>
            <numerusform>{count} Barcodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} customer(s)</source>
        <translation>
            <numerusform>{count} Kunde</numerusform>
            <numerusform>{count} Kunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} location(s)</source>
        <translation>
            <numerusform>{count} Lagerort</numerusform>
            <numerusform>{count} Lagerorte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} more column(s) can probably be imported: {columns}</source>
        <translation>
            <numerusform>{count} weitere Spalte kann wohl importiert werden: {columns}</numerusform>
            <numerusform>{count} weitere Spalten können wohl importiert werden: {columns}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} order line(s)</source>
        <translation>
            <numerusform>{count} Auftragsposition</numerusform>
            <numerusform>{count} Auftragspositionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} product(s)</source>
        <translation>
            <numerusform>{count} Artikel</numerusform>
            <numerusform>{count} Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} record(s)</source>
        <translation>
            <numerusform>{count} Datensatz</numerusform>
            <numerusform>{count} Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} record(s) read</source>
        <translation>
            <numerusform>{count} Datensatz gelesen</numerusform>
            <numerusform>{count} Datensätze gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rejected row(s) in {path}. Nothing else is saved.</source>
        <translation>
            <numerusform>{count} abgewiesene Zeile in {path}. Sonst ist nichts gespeichert.</numerusform>
            <numerusform>{count} abgewiesene Zeilen in {path}. Sonst ist nichts gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reorder point(s)</source>
        <translation>
            <numerusform>{count} Meldebestand</numerusform>
            <numerusform>{count} Meldebestände</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s) have further names, which are not listed.</source>
        <translation>
            <numerusform>{count} Zeile hat einen weiteren Namen, der nicht aufgelistet ist.</numerusform>
            <numerusform>{count} Zeilen haben weitere Namen, die nicht aufgelistet sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s) of stock</source>
        <translation>
            <numerusform>{count} Bestandszeile</numerusform>
            <numerusform>{count} Bestandszeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s) with their original columns and the reason. Repair it and import it again.</source>
        <translation>
            <numerusform>{count} Zeile mit ihren Spalten und dem Grund. Reparieren Sie die Datei und importieren Sie sie noch einmal.</numerusform>
            <numerusform>{count} Zeilen mit ihren Spalten und dem Grund. Reparieren Sie die Datei und importieren Sie sie noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} rows/s</source>
        <translation>{count} Zeilen/s</translation>
    </message>
    <message numerus="yes">
        <source>{count} selected:</source>
        <translation>
            <numerusform>{count} gewählt:</numerusform>
            <numerusform>{count} gewählt:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} supplier(s)</source>
        <translation>
            <numerusform>{count} Lieferant</numerusform>
            <numerusform>{count} Lieferanten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} value(s) corrected by hand</source>
        <translation>
            <numerusform>{count} Wert von Hand berichtigt</numerusform>
            <numerusform>{count} Werte von Hand berichtigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} value(s) decided by hand.</source>
        <translation>
            <numerusform>{count} Wert von Hand entschieden.</numerusform>
            <numerusform>{count} Werte von Hand entschieden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{decided} of {count} name(s) decided. All others: “{rule}”.</source>
        <translation>
            <numerusform>{decided} von {count} Namen entschieden. Sonst: „{rule}“.</numerusform>
            <numerusform>{decided} von {count} Namen entschieden. Alle anderen: „{rule}“.</numerusform>
        </translation>
    </message>
    <message>
        <source>{field}  (needed)</source>
        <translation>{field}  (nötig)</translation>
    </message>
    <message>
        <source>{field}  (proposed)</source>
        <translation>{field}  (vorgeschlagen)</translation>
    </message>
    <message>
        <source>{field} ({at} of {count})</source>
        <translation>{field} ({at} von {count})</translation>
    </message>
    <message>
        <source>{field} at {location}</source>
        <translation>{field} in {location}</translation>
    </message>
    <message>
        <source>{field} is read {repair} where it says nothing else.</source>
        <translation>{field} wird {repair} gelesen, wo es anders nicht geht.</translation>
    </message>
    <message>
        <source>{field} {count}</source>
        <translation>{field} {count}</translation>
    </message>
    <message>
        <source>{field} {repair}: “{before}” becomes “{after}”</source>
        <translation>{field} {repair}: aus „{before}“ wird „{after}“</translation>
    </message>
    <message>
        <source>{field}, filled down</source>
        <translation>{field}, aufgefüllt</translation>
    </message>
    <message>
        <source>{field}: each unknown name can be created, rejected, or mean another one</source>
        <translation>{field}: unbekannte Namen anlegen, abweisen oder als andere verstehen</translation>
    </message>
    <message numerus="yes">
        <source>{imported} of {count} column(s) are imported.</source>
        <translation>
            <numerusform>{imported} von {count} Spalte wird importiert.</numerusform>
            <numerusform>{imported} von {count} Spalten werden importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{listed} problems are listed. {count} row(s) are counted here, each under its first reason.</source>
        <translation>
            <numerusform>{listed} Probleme sind aufgeführt. {count} Zeile zählt hier, jede unter ihrem ersten Grund.</numerusform>
            <numerusform>{listed} Probleme sind aufgeführt. {count} Zeilen zählen hier, jede unter ihrem ersten Grund.</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} · {date} · {currency}</source>
        <translation>{number} · {date} · {currency}</translation>
    </message>
    <message numerus="yes">
        <source>{rows} are saved</source>
        <translation>
            <numerusform>{rows} ist gespeichert</numerusform>
            <numerusform>{rows} sind gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{rows} had been saved before; nothing was done again</source>
        <translation>
            <numerusform>{rows} war schon gespeichert; nichts wurde wiederholt</numerusform>
            <numerusform>{rows} waren schon gespeichert; nichts wurde wiederholt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{saved} of {all} are saved</source>
        <translation>
            <numerusform>{all}, davon {saved} gespeichert</numerusform>
            <numerusform>{all}, davon {saved} gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>{sheet} (hidden)</source>
        <translation>{sheet} (verborgen)</translation>
    </message>
    <message>
        <source>{spent} so far</source>
        <translation>bisher {spent}</translation>
    </message>
    <message>
        <source>“{column}” as {field}</source>
        <translation>„{column}“ als {field}</translation>
    </message>
    <message>
        <source>“{column}” is the quantity at</source>
        <translation>„{column}“ ist die Menge an</translation>
    </message>
    <message>
        <source>“{name}” is saved. It is offered for files with the same columns.</source>
        <translation>„{name}“ ist gespeichert und wird für Dateien mit denselben Spalten angeboten.</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>„{name}“ wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>ImportFields</name>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Warengruppe</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Einkaufspreis</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>expected on</source>
        <translation>erwartet am</translation>
    </message>
    <message>
        <source>expires on</source>
        <translation>verfällt am</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>Stück je Packung</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>location</source>
        <translation>Lagerort</translation>
    </message>
    <message>
        <source>lot</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>negative stock</source>
        <translation>Bestand unter null</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>order date</source>
        <translation>Auftragsdatum</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>übergeordnet</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>reorder point</source>
        <translation>Meldebestand</translation>
    </message>
    <message>
        <source>serial</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>sku</source>
        <translation>Artikelnummer</translation>
    </message>
    <message>
        <source>supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>tax id</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>tracking</source>
        <translation>Verfolgung</translation>
    </message>
    <message>
        <source>unit cost</source>
        <translation>Stückkosten</translation>
    </message>
    <message>
        <source>unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>uom</source>
        <translation>Einheit</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>&amp;New import…</source>
        <translation>&amp;Neuer Import …</translation>
    </message>
    <message>
        <source>&amp;Show the running import</source>
        <translation>&amp;Laufenden Import zeigen</translation>
    </message>
    <message>
        <source>A catalogue with its opening stock</source>
        <translation>Ein Sortiment mit Anfangsbestand</translation>
    </message>
    <message>
        <source>A file is checked whole before it is saved.</source>
        <translation>Eine Datei wird ganz geprüft, bevor sie gespeichert wird.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>All of it is one transaction: until it ends everything stands as before.</source>
        <translation>Alles ist eine einzige Transaktion: Bis zu ihrem Ende bleibt alles, wie es war.</translation>
    </message>
    <message>
        <source>Choose the repaired file of {name}</source>
        <translation>Reparierte Datei von {name} wählen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Import a repaired &amp;file…</source>
        <translation>Reparierte &amp;Datei importieren …</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>Artikel importieren</translation>
    </message>
    <message>
        <source>Import stock</source>
        <translation>Bestand importieren</translation>
    </message>
    <message>
        <source>Import {id}</source>
        <translation>Import {id}</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Its mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>New import</source>
        <translation>Neuer Import</translation>
    </message>
    <message>
        <source>No import selected</source>
        <translation>Kein Import ausgewählt</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>Noch wurde nichts importiert</translation>
    </message>
    <message>
        <source>Quantities by location, lot and serial number</source>
        <translation>Mengen je Lagerort, Charge und Seriennummer</translation>
    </message>
    <message>
        <source>Re&amp;vert…</source>
        <translation>&amp;Zurücknehmen …</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Rejections and warnings</source>
        <translation>Abweisungen und Warnungen</translation>
    </message>
    <message>
        <source>Reverted</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Save as &amp;mapping…</source>
        <translation>Als Z&amp;uordnung speichern …</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved as one unit.</source>
        <translation>Als Ganzes gespeichert.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Taken back by {who}, {when}.</source>
        <translation>Zurückgenommen von {who}, {when}.</translation>
    </message>
    <message>
        <source>Taking back {name}</source>
        <translation>{name} wird zurückgenommen</translation>
    </message>
    <message>
        <source>The import of {name}</source>
        <translation>Der Import von {name}</translation>
    </message>
    <message>
        <source>The import was not taken back</source>
        <translation>Der Import wurde nicht zurückgenommen</translation>
    </message>
    <message>
        <source>The mapping cannot be used</source>
        <translation>Die Zuordnung kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>The mapping was not saved</source>
        <translation>Die Zuordnung wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>With the same columns, rules and decisions</source>
        <translation>Mit denselben Spalten, Regeln und Entscheidungen</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>Spalte {number}</translation>
    </message>
    <message>
        <source>columns {places}</source>
        <translation>Spalten {places}</translation>
    </message>
    <message>
        <source>import {id}</source>
        <translation>Import {id}</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemandem</translation>
    </message>
    <message>
        <source>the import of {name}</source>
        <translation>Import von {name}</translation>
    </message>
    <message>
        <source>the same text</source>
        <translation>immer gleich</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message numerus="yes">
        <source>{count} import(s)</source>
        <translation>
            <numerusform>{count} Import</numerusform>
            <numerusform>{count} Importe</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} rejected</source>
        <translation>{count} abgewiesen</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Barcodes</source>
        <translation>Barcodes</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>Lagerorte</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Purchase orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Reorder points</source>
        <translation>Meldebestände</translation>
    </message>
    <message>
        <source>Sales orders</source>
        <translation>Verkaufsaufträge</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Lieferanten</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Add a product by hand</source>
        <translation>Artikel von Hand anlegen</translation>
    </message>
    <message>
        <source>As it was at first</source>
        <translation>Wie am Anfang</translation>
    </message>
    <message>
        <source>CSV, Excel or OpenDocument, from a shop system or your own list</source>
        <translation>CSV, Excel oder OpenDocument, aus einem Shopsystem oder eigener Liste</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export… ({keys})</source>
        <translation>Exportieren … ({keys})</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Nach links schieben</translation>
    </message>
    <message>
        <source>No rows match</source>
        <translation>Keine passenden Zeilen</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Noch nichts zu zeigen</translation>
    </message>
    <message>
        <source>SKU and name are enough to begin</source>
        <translation>Artikelnummer und Name genügen für den Anfang</translation>
    </message>
    <message>
        <source>Show everything again ({keys})</source>
        <translation>Wieder alles zeigen ({keys})</translation>
    </message>
    <message>
        <source>The database has not answered.</source>
        <translation>Die Datenbank hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The filter leaves nothing over.</source>
        <translation>Der Filter lässt nichts übrig.</translation>
    </message>
    <message>
        <source>as of {seen_at}</source>
        <translation>Stand {seen_at}</translation>
    </message>
    <message>
        <source>live</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>more than {rows}</source>
        <translation>mehr als {rows}</translation>
    </message>
    <message>
        <source>refreshing…</source>
        <translation>wird aktualisiert …</translation>
    </message>
</context>
<context>
    <name>MoveKinds</name>
    <message>
        <source>adjustment</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>Wareneingang</translation>
    </message>
    <message>
        <source>return</source>
        <translation>Rückgabe</translation>
    </message>
    <message>
        <source>return to supplier</source>
        <translation>Rückgabe an Lieferanten</translation>
    </message>
    <message>
        <source>sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>Umlagerung</translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message>
        <source>from {source}</source>
        <translation>von {source}</translation>
    </message>
    <message>
        <source>on hand {on_hand}</source>
        <translation>Bestand {on_hand}</translation>
    </message>
    <message>
        <source>to {target}</source>
        <translation>nach {target}</translation>
    </message>
    <message>
        <source>today {clock}</source>
        <translation>heute {clock}</translation>
    </message>
    <message>
        <source>{count} this month</source>
        <translation>{count} in diesem Monat</translation>
    </message>
    <message>
        <source>{on_hand} at {location}</source>
        <translation>{on_hand} in {location}</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>A person types slower than this, a scanner faster.</source>
        <translation>Ein Mensch tippt langsamer, ein Scanner schneller.</translation>
    </message>
    <message>
        <source>After a passing fault (deadlock, lost connection) the whole action runs again.</source>
        <translation>Nach einer vorübergehenden Störung (Deadlock, Verbindung verloren) läuft der ganze Vorgang noch einmal.</translation>
    </message>
    <message>
        <source>After this no further try begins.</source>
        <translation>Danach beginnt kein weiterer Versuch.</translation>
    </message>
    <message>
        <source>After this the try counts as failed and the action runs again.</source>
        <translation>Danach gilt der Versuch als gescheitert, und der Vorgang läuft noch einmal.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Barcode scanner</source>
        <translation>Barcodescanner</translation>
    </message>
    <message>
        <source>Check an unknown outcome for</source>
        <translation>Ungewissen Ausgang prüfen</translation>
    </message>
    <message>
        <source>Currency sign</source>
        <translation>Währungszeichen</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Detail of the log</source>
        <translation>Umfang des Protokolls</translation>
    </message>
    <message>
        <source>Every statement, values masked. For finding a fault; slows the program down.</source>
        <translation>Jede Anweisung, ohne Werte. Zur Fehlersuche; bremst das Programm.</translation>
    </message>
    <message>
        <source>Fewer characters count as typing. A scanner that ends its codes without Enter or Tab needs two more.</source>
        <translation>Weniger Zeichen gelten als getippt. Ein Scanner, der seine Codes ohne Enter oder Tab beendet, braucht zwei mehr.</translation>
    </message>
    <message>
        <source>For actions; imports have no limit. 0 = no limit.</source>
        <translation>Für Vorgänge; Importe haben keine Grenze. 0 = keine Grenze.</translation>
    </message>
    <message>
        <source>How long the program asks the database what became of an action whose connection died while saving; after this it goes on checking at each start.</source>
        <translation>Wie lange das Programm nachfragt, was aus einem Vorgang wurde, dessen Verbindung beim Speichern abbrach; danach fragt es bei jedem Start weiter.</translation>
    </message>
    <message>
        <source>How you type and read quantities and prices.</source>
        <translation>So geben Sie Mengen und Preise ein.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light, dark, or as the system is set.</source>
        <translation>Hell, dunkel oder wie das System eingestellt ist.</translation>
    </message>
    <message>
        <source>Longest delay between tries</source>
        <translation>Längste Pause zwischen Versuchen</translation>
    </message>
    <message>
        <source>Longest gap between keys</source>
        <translation>Größter Abstand zwischen Zeichen</translation>
    </message>
    <message>
        <source>Longest time of one statement</source>
        <translation>Längste Dauer einer Anweisung</translation>
    </message>
    <message>
        <source>Most tries of one action</source>
        <translation>Höchstens so viele Versuche</translation>
    </message>
    <message>
        <source>Of the window. It changes when Stockroom is started the next time.</source>
        <translation>Die Sprache des Fensters. Sie wechselt beim nächsten Start von Stockroom.</translation>
    </message>
    <message>
        <source>Recognised anywhere in the window: what it reads goes into no field but to the product.</source>
        <translation>Wird überall im Fenster erkannt: Was er liest, geht in kein Feld, sondern zum Artikel.</translation>
    </message>
    <message>
        <source>Shortest code</source>
        <translation>Kürzester Code</translation>
    </message>
    <message>
        <source>Shortest delay between tries</source>
        <translation>Kürzeste Pause zwischen Versuchen</translation>
    </message>
    <message>
        <source>Shown in headers and beside totals, as € or CHF; it does not convert anything.</source>
        <translation>Steht in Überschriften und neben Summen, etwa € oder CHF; umgerechnet wird nichts.</translation>
    </message>
    <message>
        <source>Shown while it lasts, can be cancelled, and is not counted as a try.</source>
        <translation>Wird angezeigt, lässt sich abbrechen und zählt nicht als Versuch.</translation>
    </message>
    <message>
        <source>Stands beside every action that you save.</source>
        <translation>Steht neben jedem Vorgang, den Sie speichern.</translation>
    </message>
    <message>
        <source>Tells your colleagues from where it was saved.</source>
        <translation>Zeigt den Kollegen, von wo gespeichert wurde.</translation>
    </message>
    <message>
        <source>The delay is random and its limit doubles with each try.</source>
        <translation>Die Pause ist zufällig; ihre Obergrenze verdoppelt sich mit jedem Versuch.</translation>
    </message>
    <message>
        <source>The doubling ends here.</source>
        <translation>Hier endet das Verdoppeln.</translation>
    </message>
    <message>
        <source>This workstation</source>
        <translation>Dieser Arbeitsplatz</translation>
    </message>
    <message>
        <source>Time for all tries together</source>
        <translation>Zeit für alle Versuche zusammen</translation>
    </message>
    <message>
        <source>Wait for a free connection</source>
        <translation>Auf freie Verbindung warten</translation>
    </message>
    <message>
        <source>Wait for a running import</source>
        <translation>Auf laufenden Import warten</translation>
    </message>
    <message>
        <source>Wait for rows held by others</source>
        <translation>Auf gesperrte Zeilen warten</translation>
    </message>
    <message>
        <source>What the log file tells.</source>
        <translation>Was in der Protokolldatei steht.</translation>
    </message>
    <message>
        <source>When all connections are in use; a profile may have its own value.</source>
        <translation>Wenn alle Verbindungen belegt sind; ein Profil kann einen eigenen Wert haben.</translation>
    </message>
    <message>
        <source>Write SQL to the log</source>
        <translation>SQL ins Protokoll schreiben</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>A trial: nothing was saved</source>
        <translation>Ein Probelauf: nichts wurde gespeichert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüft …</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Connection lost while saving; this resolves itself on reconnect</source>
        <translation>Verbindung beim Speichern verloren; das klärt sich, sobald sie wieder steht</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Saved at the {ordinal} try</source>
        <translation>Beim {ordinal} Versuch gespeichert</translation>
    </message>
    <message>
        <source>Saved at the {ordinal} try in {duration}</source>
        <translation>Beim {ordinal} Versuch in {duration} gespeichert</translation>
    </message>
    <message>
        <source>Saved at the {ordinal} try: {reason}</source>
        <translation>Beim {ordinal} Versuch gespeichert: {reason}</translation>
    </message>
    <message>
        <source>Saved before; nothing was done again</source>
        <translation>Schon vorher gespeichert; nichts wurde wiederholt</translation>
    </message>
    <message>
        <source>Saved in {duration}</source>
        <translation>In {duration} gespeichert</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichert</translation>
    </message>
    <message>
        <source>Something unexpected happened in the program. Nothing was saved.</source>
        <translation>Im Programm ist etwas Unerwartetes geschehen. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Something unexpected happened in the program: {name}</source>
        <translation>Im Programm ist etwas Unerwartetes geschehen: {name}</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Stockroom ended before this was saved. Nothing was saved.</source>
        <translation>Stockroom endete, bevor dies gespeichert war. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was saved.</source>
        <translation>Abgebrochen. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>The connection was lost while saving. Nothing was saved.</source>
        <translation>Die Verbindung brach beim Speichern ab. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>This was done in {elsewhere}; change back to that database first. Nothing was saved.</source>
        <translation>Dies geschah in {elsewhere}; wechseln Sie zuerst zu dieser Datenbank zurück. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Trying again, {ordinal} try</source>
        <translation>Noch einmal, {ordinal} Versuch</translation>
    </message>
    <message>
        <source>Trying again, {ordinal} try: {reason}</source>
        <translation>Noch einmal, {ordinal} Versuch: {reason}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Whether “{action}” was saved is not known.</source>
        <translation>Ob „{action}“ gespeichert wurde, ist nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s)</source>
        <translation>
            <numerusform>{count} Zeile</numerusform>
            <numerusform>{count} Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {total} row(s)</source>
        <translation>
            <numerusform>{done} von {total} Zeile</numerusform>
            <numerusform>{done} von {total} Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>{reason} Nothing was saved.</source>
        <translation>{reason} Es wurde nichts gespeichert.</translation>
    </message>
</context>
<context>
    <name>ProductPicker</name>
    <message>
        <source>No product for “{words}”</source>
        <translation>Kein Artikel zu „{words}“</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>SKU, name or barcode</source>
        <translation>Artikelnummer, Name oder Barcode</translation>
    </message>
    <message>
        <source>{available} {uom} available</source>
        <translation>{available} {uom} verfügbar</translation>
    </message>
</context>
<context>
    <name>Products</name>
    <message>
        <source>&amp;Archive {what}</source>
        <translation>{what} &amp;archivieren</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Barcodes</source>
        <translation>&amp;Barcodes</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>B&amp;eschreibung</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>&amp;New product…</source>
        <translation>&amp;Neuer Artikel …</translation>
    </message>
    <message>
        <source>&amp;Price</source>
        <translation>&amp;Preis</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Save product</source>
        <translation>Artikel &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Save this choice</source>
        <translation>Diese Wahl &amp;speichern</translation>
    </message>
    <message>
        <source>A&amp;rchive…</source>
        <translation>&amp;Archivieren …</translation>
    </message>
    <message>
        <source>All &amp;mine</source>
        <translation>Alles von &amp;mir</translation>
    </message>
    <message>
        <source>All &amp;theirs</source>
        <translation>Alles von &amp;anderen</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Warengruppen</translation>
    </message>
    <message numerus="yes">
        <source>All {count} of yours will be saved.</source>
        <translation>
            <numerusform>Ihre Fassung wird gespeichert.</numerusform>
            <numerusform>Alle {count} von Ihnen werden gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>An amount is not below 0.</source>
        <translation>Ein Betrag liegt nicht unter 0.</translation>
    </message>
    <message>
        <source>Archive {what}?</source>
        <translation>{what} archivieren?</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>At or below the reorder point somewhere</source>
        <translation>Irgendwo am oder unter dem Meldebestand</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Zurück zum Formular</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Barcode {code}</source>
        <translation>Barcode {code}</translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation>Barcodes</translation>
    </message>
    <message>
        <source>By lot</source>
        <translation>Nach Charge</translation>
    </message>
    <message>
        <source>By serial number</source>
        <translation>Nach Seriennummer</translation>
    </message>
    <message>
        <source>C&amp;ategory</source>
        <translation>&amp;Warengruppe</translation>
    </message>
    <message>
        <source>C&amp;ost</source>
        <translation>Ein&amp;kaufspreis</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Warengruppe</translation>
    </message>
    <message>
        <source>Category filter</source>
        <translation>Filter nach Warengruppe</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Einkauf</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Edit product</source>
        <translation>Artikel bearbeiten</translation>
    </message>
    <message>
        <source>Edit product {sku}</source>
        <translation>Artikel {sku} bearbeiten</translation>
    </message>
    <message>
        <source>Edit product {sku}: conflict</source>
        <translation>Artikel {sku} bearbeiten: Konflikt</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Fields that differ</source>
        <translation>Abweichende Felder</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>It still has stock, which stays where it is.</source>
        <translation>Er hat noch Bestand, der bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Küche</translation>
    </message>
    <message>
        <source>Low stock</source>
        <translation>Knapp</translation>
    </message>
    <message>
        <source>Low stock  {count}</source>
        <translation>Knapp  {count}</translation>
    </message>
    <message>
        <source>Make a&amp;ctive again</source>
        <translation>Wieder &amp;aktivieren</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Bewegungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Neuer Artikel</translation>
    </message>
    <message>
        <source>No product selected</source>
        <translation>Kein Artikel ausgewählt</translation>
    </message>
    <message>
        <source>Not tracked</source>
        <translation>Nicht verfolgt</translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation>Noch ist nichts geändert</translation>
    </message>
    <message>
        <source>Nothing of yours is lost.</source>
        <translation>Von Ihnen geht nichts verloren.</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>One per line; scan or type</source>
        <translation>Einer pro Zeile; scannen oder tippen</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lagerorte</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Products that are no longer wanted</source>
        <translation>Artikel, die nicht mehr geführt werden</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>S&amp;KU</source>
        <translation>Artike&amp;lnr.</translation>
    </message>
    <message>
        <source>S&amp;upplier</source>
        <translation>Liefe&amp;rant</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>SKU, name or barcode</source>
        <translation>Artikelnummer, Name oder Barcode</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Artikel suchen</translation>
    </message>
    <message>
        <source>Select a product first</source>
        <translation>Wählen Sie zuerst einen Artikel</translation>
    </message>
    <message>
        <source>Show its stock</source>
        <translation>Bestand zeigen</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Jemand anders</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>T&amp;racking</source>
        <translation>&amp;Verfolgung</translation>
    </message>
    <message>
        <source>Take the selected products out of the catalogue ({keys})</source>
        <translation>Die ausgewählten Artikel aus dem Sortiment nehmen ({keys})</translation>
    </message>
    <message>
        <source>The catalogue begins with a file, or with the first product that is added by hand.</source>
        <translation>Das Sortiment beginnt mit einer Datei oder mit dem ersten Artikel von Hand.</translation>
    </message>
    <message>
        <source>The product is being saved; {code} is no part of it</source>
        <translation>Der Artikel wird gespeichert; {code} gehört nicht dazu</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Theirs stays as it is saved.</source>
        <translation>Das Gespeicherte bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>There are no products yet</source>
        <translation>Noch gibt es keine Artikel</translation>
    </message>
    <message>
        <source>There is a product {sku} already: {name}, archived.</source>
        <translation>Den Artikel {sku} gibt es schon: {name}, archiviert.</translation>
    </message>
    <message>
        <source>There is a product {sku} already: {name}.</source>
        <translation>Den Artikel {sku} gibt es schon: {name}.</translation>
    </message>
    <message>
        <source>There is no product {sku} any more</source>
        <translation>Den Artikel {sku} gibt es nicht mehr</translation>
    </message>
    <message>
        <source>There is no product {sku} any more.</source>
        <translation>Den Artikel {sku} gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is nothing to save.</source>
        <translation>Es gibt nichts zu speichern.</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>Verfolgung</translation>
    </message>
    <message>
        <source>Type a SKU; it names the product everywhere.</source>
        <translation>Geben Sie eine Artikelnummer ein; sie gilt überall.</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>Uni&amp;t</source>
        <translation>E&amp;inheit</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Uom</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>What the others saved cannot be read now. What you typed is still here.</source>
        <translation>Was andere gespeichert haben, lässt sich jetzt nicht lesen. Ihre Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>What you typed is still here.</source>
        <translation>Ihre Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Von Ihnen</translation>
    </message>
    <message numerus="yes">
        <source>about {count} product(s)</source>
        <translation>
            <numerusform>etwa {count} Artikel</numerusform>
            <numerusform>etwa {count} Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>at or below the reorder point somewhere</source>
        <translation>irgendwo am oder unter dem Meldebestand</translation>
    </message>
    <message>
        <source>no products</source>
        <translation>keine Artikel</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>noch nicht gespeichert</translation>
    </message>
    <message>
        <source>nowhere in stock</source>
        <translation>nirgends vorrätig</translation>
    </message>
    <message>
        <source>reorder at {reorder_point}</source>
        <translation>Meldebestand {reorder_point}</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>jemand anders</translation>
    </message>
    <message>
        <source>was {value}</source>
        <translation>vorher {value}</translation>
    </message>
    <message>
        <source>{code} belongs to {sku} {name}</source>
        <translation>{code} gehört zu {sku} {name}</translation>
    </message>
    <message>
        <source>{code} looks like a number that a spreadsheet has rounded; scan it again.</source>
        <translation>{code} sieht aus wie eine Zahl, die eine Tabelle gerundet hat; scannen Sie noch einmal.</translation>
    </message>
    <message>
        <source>{code}: the check digit would be {right}. It is kept as it is typed.</source>
        <translation>{code}: Die Prüfziffer wäre {right}. Es bleibt, wie es eingegeben ist.</translation>
    </message>
    <message numerus="yes">
        <source>{count} field(s) differ.</source>
        <translation>
            <numerusform>{count} Feld weicht ab.</numerusform>
            <numerusform>{count} Felder weichen ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} field(s) that only {who} changed ({names}) are taken over.</source>
        <translation>
            <numerusform>{count} Feld, das nur {who} geändert hat ({names}), wird übernommen.</numerusform>
            <numerusform>{count} Felder, die nur {who} geändert hat ({names}), werden übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them still have stock, which stays where it is.</source>
        <translation>
            <numerusform>{count} davon hat noch Bestand, der bleibt, wo er ist.</numerusform>
            <numerusform>{count} davon haben noch Bestand, der bleibt, wo er ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} product(s)</source>
        <translation>
            <numerusform>{count} Artikel</numerusform>
            <numerusform>{count} Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} product(s) leave the lists; the history stays. Undo brings all back.</source>
        <translation>
            <numerusform>{count} Artikel verschwindet aus den Listen; die Geschichte bleibt. Rückgängig holt ihn zurück.</numerusform>
            <numerusform>{count} Artikel verschwinden aus den Listen; die Geschichte bleibt. Rückgängig holt sie zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>{mine} of yours and {theirs} of theirs will be saved.</source>
        <translation>{mine} von Ihnen und {theirs} von anderen werden gespeichert.</translation>
    </message>
    <message>
        <source>{product} was changed while you edited it</source>
        <translation>{product} wurde geändert, während Sie daran arbeiteten</translation>
    </message>
    <message>
        <source>{quantity} available</source>
        <translation>{quantity} verfügbar</translation>
    </message>
    <message>
        <source>{quantity} reserved</source>
        <translation>{quantity} reserviert</translation>
    </message>
    <message>
        <source>{sku} cannot be opened now</source>
        <translation>{sku} lässt sich jetzt nicht öffnen</translation>
    </message>
    <message>
        <source>{sku}: nothing left to save</source>
        <translation>{sku}: nichts mehr zu speichern</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>Behind a transaction pooler</source>
        <translation>Hinter einem Transaktions-Pooler</translation>
    </message>
    <message>
        <source>Check a connection before use</source>
        <translation>Verbindung vor Gebrauch prüfen</translation>
    </message>
    <message>
        <source>Connections kept open</source>
        <translation>Offen gehaltene Verbindungen</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation>Isolation</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>More connections when busy</source>
        <translation>Weitere bei starkem Betrieb</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Renew a connection after</source>
        <translation>Verbindung erneuern nach</translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation>Stammzertifikat</translation>
    </message>
    <message>
        <source>Strict certificate check</source>
        <translation>Strenge Zertifikatsprüfung</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Wait for a free connection</source>
        <translation>Auf freie Verbindung warten</translation>
    </message>
    <message>
        <source>Write SQL to the log</source>
        <translation>SQL ins Protokoll schreiben</translation>
    </message>
</context>
<context>
    <name>Purposes</name>
    <message>
        <source>Barcodes</source>
        <translation>Barcodes</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>Lagerorte</translation>
    </message>
    <message>
        <source>Prices only</source>
        <translation>Nur Preise</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Purchase orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Reorder points</source>
        <translation>Meldebestände</translation>
    </message>
    <message>
        <source>Sales orders, as placed</source>
        <translation>Verkaufsaufträge, gebucht</translation>
    </message>
    <message>
        <source>Sales orders, as shipped</source>
        <translation>Verkaufsaufträge, ausgeliefert</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Stock counts</source>
        <translation>Zählungen</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Lieferanten</translation>
    </message>
    <message>
        <source>barcodes</source>
        <translation>Barcodes</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>locations</source>
        <translation>Lagerorte</translation>
    </message>
    <message>
        <source>prices only</source>
        <translation>nur Preise</translation>
    </message>
    <message>
        <source>products</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>purchase orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>reorder points</source>
        <translation>Meldebestände</translation>
    </message>
    <message>
        <source>sales orders, as placed</source>
        <translation>Verkaufsaufträge, gebucht</translation>
    </message>
    <message>
        <source>sales orders, as shipped</source>
        <translation>Verkaufsaufträge, ausgeliefert</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>stock counts</source>
        <translation>Zählungen</translation>
    </message>
    <message>
        <source>suppliers</source>
        <translation>Lieferanten</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>a formula&apos;s error stands where the value should be</source>
        <translation>Statt des Werts steht der Fehler einer Formel</translation>
    </message>
    <message>
        <source>a location of this path exists</source>
        <translation>Es gibt einen Lagerort mit diesem Pfad</translation>
    </message>
    <message>
        <source>a product with this sku exists</source>
        <translation>Es gibt einen Artikel mit dieser Nummer</translation>
    </message>
    <message>
        <source>a spreadsheet has turned the barcode into a number; its digits are lost</source>
        <translation>Eine Tabellenkalkulation hat den Barcode zu einer Zahl gemacht; seine Ziffern sind verloren</translation>
    </message>
    <message>
        <source>a spreadsheet keeps 15 digits; those behind them are zeros now</source>
        <translation>Eine Tabellenkalkulation behält 15 Ziffern; die dahinter sind jetzt Nullen</translation>
    </message>
    <message>
        <source>a spreadsheet may have turned the sku into a date</source>
        <translation>Eine Tabellenkalkulation hat die Artikelnummer vielleicht zu einem Datum gemacht</translation>
    </message>
    <message>
        <source>a spreadsheet may have turned the sku into a number</source>
        <translation>Eine Tabellenkalkulation hat die Artikelnummer vielleicht zu einer Zahl gemacht</translation>
    </message>
    <message>
        <source>another line of the document is rejected</source>
        <translation>Eine andere Zeile des Belegs ist abgewiesen</translation>
    </message>
    <message>
        <source>another row of the file has this code</source>
        <translation>Eine andere Zeile der Datei hat diesen Code</translation>
    </message>
    <message>
        <source>another row of the file has this location</source>
        <translation>Eine andere Zeile der Datei hat diesen Lagerort</translation>
    </message>
    <message>
        <source>another row of the file has this name</source>
        <translation>Eine andere Zeile der Datei hat diesen Namen</translation>
    </message>
    <message>
        <source>another row of the file has this sku</source>
        <translation>Eine andere Zeile der Datei hat diese Artikelnummer</translation>
    </message>
    <message>
        <source>another row of the file has this sku and location</source>
        <translation>Eine andere Zeile der Datei hat diese Artikelnummer und diesen Lagerort</translation>
    </message>
    <message>
        <source>another row of this sku says something else; that row counts</source>
        <translation>Eine andere Zeile dieser Artikelnummer sagt etwas anderes; jene gilt</translation>
    </message>
    <message>
        <source>exactly as long as a spreadsheet&apos;s cell can be; the rest may be cut off</source>
        <translation>Genau so lang, wie eine Zelle sein kann; der Rest fehlt vielleicht</translation>
    </message>
    <message>
        <source>holds bytes that are no text in the file&apos;s encoding, or a NUL</source>
        <translation>Enthält Bytes, die in der Kodierung der Datei kein Text sind, oder ein NUL</translation>
    </message>
    <message>
        <source>less than what is reserved for orders</source>
        <translation>Weniger, als für Aufträge reserviert ist</translation>
    </message>
    <message>
        <source>letters were lost or read in a wrong encoding (Ã© for é)</source>
        <translation>Buchstaben sind verloren oder in falscher Kodierung gelesen (Ã© statt é)</translation>
    </message>
    <message>
        <source>longer than the field</source>
        <translation>Länger als das Feld</translation>
    </message>
    <message>
        <source>more or fewer fields than the header</source>
        <translation>Mehr oder weniger Felder als die Kopfzeile</translation>
    </message>
    <message>
        <source>more than is available at the location</source>
        <translation>Mehr, als am Lagerort verfügbar ist</translation>
    </message>
    <message>
        <source>neither yes nor no</source>
        <translation>Weder ja noch nein</translation>
    </message>
    <message>
        <source>no line of the document says the supplier</source>
        <translation>Keine Zeile des Belegs nennt den Lieferanten</translation>
    </message>
    <message>
        <source>not a cost</source>
        <translation>Kein Einkaufspreis</translation>
    </message>
    <message>
        <source>not a date in the chosen format</source>
        <translation>Kein Datum in der gewählten Form</translation>
    </message>
    <message>
        <source>not a kind of location</source>
        <translation>Keine Art von Lagerort</translation>
    </message>
    <message>
        <source>not a policy for stock below 0: block, warn or allow</source>
        <translation>Keine Regel für Bestand unter 0: block, warn oder allow</translation>
    </message>
    <message>
        <source>not a price</source>
        <translation>Kein Preis</translation>
    </message>
    <message>
        <source>not a quantity</source>
        <translation>Keine Menge</translation>
    </message>
    <message>
        <source>not a reorder point</source>
        <translation>Kein Meldebestand</translation>
    </message>
    <message>
        <source>not a unit cost</source>
        <translation>Keine Stückkosten</translation>
    </message>
    <message>
        <source>not a unit price</source>
        <translation>Kein Einzelpreis</translation>
    </message>
    <message>
        <source>not a way of tracking (none, lot or serial), or one that goes with no opening quantity</source>
        <translation>Keine Verfolgung (none, lot oder serial) oder eine, zu der kein Anfangsbestand passt</translation>
    </message>
    <message>
        <source>not the number of pieces in a pack</source>
        <translation>Keine Stückzahl einer Packung</translation>
    </message>
    <message>
        <source>one with this code or name exists</source>
        <translation>Es gibt jemanden mit diesem Code oder Namen</translation>
    </message>
    <message>
        <source>says something else than an earlier line of the same document</source>
        <translation>Sagt etwas anderes als eine frühere Zeile desselben Belegs</translation>
    </message>
    <message>
        <source>the barcode belongs to another sku</source>
        <translation>Der Barcode gehört einem anderen Artikel</translation>
    </message>
    <message>
        <source>the barcode is blank</source>
        <translation>Der Barcode ist leer</translation>
    </message>
    <message>
        <source>the barcode&apos;s check digit is wrong</source>
        <translation>Die Prüfziffer des Barcodes ist falsch</translation>
    </message>
    <message>
        <source>the cost is below 0</source>
        <translation>Der Einkaufspreis ist unter 0</translation>
    </message>
    <message>
        <source>the document&apos;s number is blank</source>
        <translation>Die Nummer des Belegs ist leer</translation>
    </message>
    <message>
        <source>the location&apos;s path is blank</source>
        <translation>Der Pfad des Lagerorts ist leer</translation>
    </message>
    <message>
        <source>the name belongs to somebody with another code</source>
        <translation>Der Name gehört jemandem mit einem anderen Code</translation>
    </message>
    <message>
        <source>the name is blank</source>
        <translation>Der Name ist leer</translation>
    </message>
    <message>
        <source>the place keeps stock or its history, so its kind cannot be changed</source>
        <translation>Am Lagerort ist oder war Bestand, darum bleibt seine Art</translation>
    </message>
    <message>
        <source>the price is below 0</source>
        <translation>Der Preis ist unter 0</translation>
    </message>
    <message>
        <source>the product exists and is tracked otherwise; that stays as it is</source>
        <translation>Den Artikel gibt es, und er wird anders verfolgt; dabei bleibt es</translation>
    </message>
    <message>
        <source>the product exists; its opening quantity was not posted</source>
        <translation>Den Artikel gibt es; sein Anfangsbestand wurde nicht gebucht</translation>
    </message>
    <message>
        <source>the product has a reorder point at this location</source>
        <translation>Der Artikel hat an diesem Lagerort einen Meldebestand</translation>
    </message>
    <message>
        <source>the product has this barcode</source>
        <translation>Der Artikel hat diesen Barcode</translation>
    </message>
    <message>
        <source>the product is tracked by lot or serial number from now on</source>
        <translation>Der Artikel wird ab jetzt nach Charge oder Seriennummer verfolgt</translation>
    </message>
    <message>
        <source>the quantity is below 0</source>
        <translation>Die Menge ist unter 0</translation>
    </message>
    <message>
        <source>the quantity of a serial number is 1</source>
        <translation>Die Menge einer Seriennummer ist 1</translation>
    </message>
    <message>
        <source>the row holds nothing that is imported and was left out</source>
        <translation>Die Zeile enthält nichts, was importiert wird, und wurde ausgelassen</translation>
    </message>
    <message>
        <source>the serial number is in another place already</source>
        <translation>Die Seriennummer ist schon an einem anderen Ort</translation>
    </message>
    <message>
        <source>the sku is blank</source>
        <translation>Die Artikelnummer ist leer</translation>
    </message>
    <message>
        <source>the unit price is below 0</source>
        <translation>Der Einzelpreis ist unter 0</translation>
    </message>
    <message>
        <source>there is an order with this number already</source>
        <translation>Einen Auftrag mit dieser Nummer gibt es schon</translation>
    </message>
    <message>
        <source>there is an order with this number already; it was imported again on purpose</source>
        <translation>Einen Auftrag mit dieser Nummer gibt es schon; er wurde mit Absicht noch einmal importiert</translation>
    </message>
    <message>
        <source>there is no product with this sku</source>
        <translation>Es gibt keinen Artikel mit dieser Nummer</translation>
    </message>
    <message>
        <source>there is no such category</source>
        <translation>Diese Warengruppe gibt es nicht</translation>
    </message>
    <message>
        <source>there is no such customer</source>
        <translation>Diesen Kunden gibt es nicht</translation>
    </message>
    <message>
        <source>there is no such location</source>
        <translation>Diesen Lagerort gibt es nicht</translation>
    </message>
    <message>
        <source>there is no such supplier</source>
        <translation>Diesen Lieferanten gibt es nicht</translation>
    </message>
    <message>
        <source>there is no such unit of measure</source>
        <translation>Diese Einheit gibt es nicht</translation>
    </message>
    <message>
        <source>was read with a repair that was asked for</source>
        <translation>Mit der gewünschten Reparatur gelesen</translation>
    </message>
    <message>
        <source>what is there is below 0 or below what is reserved, so the place cannot be set to block that</source>
        <translation>Was dort ist, ist unter 0 oder unter dem Reservierten; der Lagerort kann das darum nicht sperren</translation>
    </message>
    <message>
        <source>with its leading zeros the barcode would have the right check digit</source>
        <translation>Mit seinen führenden Nullen hätte der Barcode die richtige Prüfziffer</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>A formula&apos;s error (#N/A)</source>
        <translation>Fehler einer Formel (#N/A)</translation>
    </message>
    <message>
        <source>A serial number is one piece</source>
        <translation>Eine Seriennummer ist ein Stück</translation>
    </message>
    <message>
        <source>Another line is rejected</source>
        <translation>Andere Position abgewiesen</translation>
    </message>
    <message>
        <source>Barcode became 9.78E+12</source>
        <translation>Barcode wurde zu 9.78E+12</translation>
    </message>
    <message>
        <source>Barcode is blank</source>
        <translation>Barcode ist leer</translation>
    </message>
    <message>
        <source>Barcode of another SKU</source>
        <translation>Barcode eines anderen Artikels</translation>
    </message>
    <message>
        <source>Bytes that are no text</source>
        <translation>Bytes, die kein Text sind</translation>
    </message>
    <message>
        <source>Check digit is wrong</source>
        <translation>Prüfziffer ist falsch</translation>
    </message>
    <message>
        <source>Code or name exists already</source>
        <translation>Kürzel oder Name gibt es schon</translation>
    </message>
    <message>
        <source>Code twice in the file</source>
        <translation>Kürzel zweimal in der Datei</translation>
    </message>
    <message>
        <source>Cost is not a number</source>
        <translation>Einkaufspreis ist keine Zahl</translation>
    </message>
    <message>
        <source>Differs within its order</source>
        <translation>Weicht im Auftrag ab</translation>
    </message>
    <message>
        <source>Digits after the 15th are lost</source>
        <translation>Ziffern nach der 15. verloren</translation>
    </message>
    <message>
        <source>In use: its kind stays</source>
        <translation>In Gebrauch: Art bleibt</translation>
    </message>
    <message>
        <source>Leading zeros are lost</source>
        <translation>Führende Nullen verloren</translation>
    </message>
    <message>
        <source>Less than is reserved</source>
        <translation>Weniger als reserviert</translation>
    </message>
    <message>
        <source>Letters are lost (Ã© for é)</source>
        <translation>Buchstaben verloren (Ã© statt é)</translation>
    </message>
    <message>
        <source>Location exists already</source>
        <translation>Lagerort gibt es schon</translation>
    </message>
    <message>
        <source>Location twice in the file</source>
        <translation>Lagerort zweimal in der Datei</translation>
    </message>
    <message>
        <source>Longer than the field</source>
        <translation>Länger als das Feld</translation>
    </message>
    <message>
        <source>May be cut off at 32,767 characters</source>
        <translation>Evtl. bei 32.767 Zeichen abgeschnitten</translation>
    </message>
    <message>
        <source>More than is available</source>
        <translation>Mehr als verfügbar</translation>
    </message>
    <message>
        <source>Name of somebody else</source>
        <translation>Name von jemand anderem</translation>
    </message>
    <message>
        <source>Name twice in the file</source>
        <translation>Name zweimal in der Datei</translation>
    </message>
    <message>
        <source>Neither yes nor no</source>
        <translation>Weder ja noch nein</translation>
    </message>
    <message>
        <source>No product has this SKU</source>
        <translation>Kein Artikel mit dieser Nummer</translation>
    </message>
    <message>
        <source>No such category</source>
        <translation>Keine solche Warengruppe</translation>
    </message>
    <message>
        <source>No such customer</source>
        <translation>Kein solcher Kunde</translation>
    </message>
    <message>
        <source>No such location</source>
        <translation>Kein solcher Lagerort</translation>
    </message>
    <message>
        <source>No such supplier</source>
        <translation>Kein solcher Lieferant</translation>
    </message>
    <message>
        <source>No such unit of measure</source>
        <translation>Keine solche Einheit</translation>
    </message>
    <message>
        <source>Not a date in this format</source>
        <translation>Kein Datum in diesem Format</translation>
    </message>
    <message>
        <source>Not a kind of location</source>
        <translation>Keine Art von Lagerort</translation>
    </message>
    <message>
        <source>Not as many fields as the header</source>
        <translation>Andere Feldzahl als Kopfzeile</translation>
    </message>
    <message>
        <source>Not block, warn or allow</source>
        <translation>Nicht block, warn oder allow</translation>
    </message>
    <message>
        <source>Not none, lot or serial</source>
        <translation>Nicht none, lot oder serial</translation>
    </message>
    <message>
        <source>Not the pieces in a pack</source>
        <translation>Keine Stückzahl einer Packung</translation>
    </message>
    <message>
        <source>Nothing to import in the row</source>
        <translation>Zeile enthält nichts</translation>
    </message>
    <message>
        <source>Opening quantity not posted</source>
        <translation>Anfangsbestand nicht gebucht</translation>
    </message>
    <message>
        <source>Order exists already</source>
        <translation>Auftrag gibt es schon</translation>
    </message>
    <message>
        <source>Price is not a number</source>
        <translation>Preis ist keine Zahl</translation>
    </message>
    <message>
        <source>Quantity is not a number</source>
        <translation>Menge ist keine Zahl</translation>
    </message>
    <message>
        <source>Read with a repair</source>
        <translation>Mit Reparatur gelesen</translation>
    </message>
    <message>
        <source>Reorder point exists already</source>
        <translation>Meldebestand gibt es schon</translation>
    </message>
    <message>
        <source>Reorder point is not a number</source>
        <translation>Meldebestand ist keine Zahl</translation>
    </message>
    <message>
        <source>SKU and location twice in the file</source>
        <translation>SKU und Lagerort doppelt in der Datei</translation>
    </message>
    <message>
        <source>SKU exists already</source>
        <translation>Artikelnummer gibt es schon</translation>
    </message>
    <message>
        <source>SKU may be damaged</source>
        <translation>Artikelnummer evtl. beschädigt</translation>
    </message>
    <message>
        <source>SKU may have become a date</source>
        <translation>Artikelnr. wurde evtl. ein Datum</translation>
    </message>
    <message>
        <source>SKU twice in the file</source>
        <translation>Artikelnummer zweimal</translation>
    </message>
    <message>
        <source>SKU with other values</source>
        <translation>SKU mit anderen Werten</translation>
    </message>
    <message>
        <source>Serial is somewhere else</source>
        <translation>Seriennummer ist woanders</translation>
    </message>
    <message>
        <source>Stock there is below 0</source>
        <translation>Bestand dort unter 0</translation>
    </message>
    <message>
        <source>The SKU is blank</source>
        <translation>Artikelnummer fehlt</translation>
    </message>
    <message>
        <source>The cost is below 0</source>
        <translation>Einkaufspreis unter 0</translation>
    </message>
    <message>
        <source>The document has no number</source>
        <translation>Beleg ohne Nummer</translation>
    </message>
    <message>
        <source>The location is blank</source>
        <translation>Lagerort fehlt</translation>
    </message>
    <message>
        <source>The name is blank</source>
        <translation>Name fehlt</translation>
    </message>
    <message>
        <source>The order has no supplier</source>
        <translation>Bestellung ohne Lieferant</translation>
    </message>
    <message>
        <source>The price is below 0</source>
        <translation>Preis unter 0</translation>
    </message>
    <message>
        <source>The product has the barcode</source>
        <translation>Das Produkt hat den Barcode</translation>
    </message>
    <message>
        <source>The quantity is below 0</source>
        <translation>Menge unter 0</translation>
    </message>
    <message>
        <source>The unit price is below 0</source>
        <translation>Einzelpreis unter 0</translation>
    </message>
    <message>
        <source>Tracked from now on</source>
        <translation>Wird ab jetzt verfolgt</translation>
    </message>
    <message>
        <source>Tracked otherwise; that stays</source>
        <translation>Anders verfolgt; das bleibt</translation>
    </message>
    <message>
        <source>Unit cost is not a number</source>
        <translation>Stückkosten sind keine Zahl</translation>
    </message>
    <message>
        <source>Unit price is not a number</source>
        <translation>Einzelpreis ist keine Zahl</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>location {name}</source>
        <translation>Lagerort {name}</translation>
    </message>
    <message>
        <source>lot {name}</source>
        <translation>Charge {name}</translation>
    </message>
    <message>
        <source>product {name}</source>
        <translation>Artikel {name}</translation>
    </message>
    <message>
        <source>purchase order {name}</source>
        <translation>Bestellung {name}</translation>
    </message>
    <message>
        <source>return {name}</source>
        <translation>Rückgabe {name}</translation>
    </message>
    <message>
        <source>sales order {name}</source>
        <translation>Auftrag {name}</translation>
    </message>
    <message>
        <source>supplier or customer {name}</source>
        <translation>Lieferant oder Kunde {name}</translation>
    </message>
</context>
<context>
    <name>RowAction</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Klären …</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Revert…</source>
        <translation>Zurücknehmen …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Sales</name>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>&amp;Cancel order</source>
        <translation>Auftrag &amp;stornieren</translation>
    </message>
    <message>
        <source>&amp;Customer</source>
        <translation>&amp;Kunde</translation>
    </message>
    <message>
        <source>&amp;Discard the order</source>
        <translation>Auftrag &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>&amp;Verwerfen …</translation>
    </message>
    <message>
        <source>&amp;Keep writing</source>
        <translation>&amp;Weiterschreiben</translation>
    </message>
    <message>
        <source>&amp;Location</source>
        <translation>Lager&amp;ort</translation>
    </message>
    <message>
        <source>&amp;New order</source>
        <translation>&amp;Neuer Auftrag</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>&amp;Place order</source>
        <translation>Auftrag &amp;buchen</translation>
    </message>
    <message>
        <source>&amp;Put at</source>
        <translation>&amp;Einlagern in</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>&amp;Referenz</translation>
    </message>
    <message>
        <source>&amp;Ship {quantity}</source>
        <translation>Aus&amp;liefern {quantity}</translation>
    </message>
    <message>
        <source>&amp;Take back {quantity}</source>
        <translation>&amp;Zurücknehmen {quantity}</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Position hinzufügen</translation>
    </message>
    <message>
        <source>Add at least one product.</source>
        <translation>Fügen Sie mindestens einen Artikel hinzu.</translation>
    </message>
    <message>
        <source>All &amp;orders</source>
        <translation>Alle A&amp;ufträge</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>Alle Aufträge</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Status</translation>
    </message>
    <message>
        <source>An order reserves what it asks for; shipping it takes it out of stock.</source>
        <translation>Ein Auftrag reserviert, was er verlangt; die Auslieferung nimmt es aus dem Bestand.</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Zurückgekommen</translation>
    </message>
    <message>
        <source>Came back: {returns}</source>
        <translation>Zurückgekommen: {returns}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Choose:</source>
        <translation>Wählen Sie:</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message numerus="yes">
        <source>Continue order, {count} line(s)</source>
        <translation>
            <numerusform>Auftrag fortsetzen, {count} Position</numerusform>
            <numerusform>Auftrag fortsetzen, {count} Positionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Digits or F2 change the quantity</source>
        <translation>Ziffern oder F2 ändern die Menge</translation>
    </message>
    <message>
        <source>Discard this order?</source>
        <translation>Diesen Auftrag verwerfen?</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Everything you typed is still here.</source>
        <translation>Alle Ihre Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>Filter orders</source>
        <translation>Aufträge filtern</translation>
    </message>
    <message>
        <source>Filter these orders</source>
        <translation>Diese Aufträge filtern</translation>
    </message>
    <message>
        <source>It is the order as it was when it was first tried; the form is empty again.</source>
        <translation>Es ist der Auftrag, wie er beim ersten Versuch war; das Formular ist wieder leer.</translation>
    </message>
    <message>
        <source>It was not shipped yet.</source>
        <translation>Er wurde noch nicht ausgeliefert.</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lagerort</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Neuer Auftrag</translation>
    </message>
    <message>
        <source>No database is open</source>
        <translation>Es ist keine Datenbank geöffnet</translation>
    </message>
    <message>
        <source>No order selected</source>
        <translation>Kein Auftrag ausgewählt</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Noch keine Aufträge</translation>
    </message>
    <message>
        <source>No product has the SKU or barcode “{words}”</source>
        <translation>Kein Artikel hat die Nummer oder den Barcode „{words}“</translation>
    </message>
    <message>
        <source>No product is called “{words}”</source>
        <translation>Kein Artikel heißt „{words}“</translation>
    </message>
    <message>
        <source>Nothing of {number} is with the customer</source>
        <translation>Von {number} ist nichts beim Kunden</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Optional; a new name is added</source>
        <translation>Optional; ein neuer Name wird angelegt</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Order &amp;{available}</source>
        <translation>&amp;{available} bestellen</translation>
    </message>
    <message>
        <source>Order all {wanted} anyway</source>
        <translation>Trotzdem alle {wanted} bestellen</translation>
    </message>
    <message>
        <source>Order lines</source>
        <translation>Auftragspositionen</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Bestellt</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Partly shipped</source>
        <translation>Teilweise geliefert</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Place and &amp;ship</source>
        <translation>Buchen und aus&amp;liefern</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>Position entfernen</translation>
    </message>
    <message>
        <source>Remove line {sku}</source>
        <translation>Position {sku} entfernen</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>S&amp;hip…</source>
        <translation>&amp;Ausliefern …</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Scan or type a product to add a line</source>
        <translation>Artikel scannen oder eintippen, um eine Position hinzuzufügen</translation>
    </message>
    <message>
        <source>Scan or type what a customer takes</source>
        <translation>Scannen oder eintippen, was ein Kunde nimmt</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Ausliefern</translation>
    </message>
    <message>
        <source>Ship now</source>
        <translation>Jetzt liefern</translation>
    </message>
    <message>
        <source>Ship {number}</source>
        <translation>{number} ausliefern</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Ausgeliefert</translation>
    </message>
    <message>
        <source>Sold over the counter ({keys})</source>
        <translation>Verkauf über die Theke ({keys})</translation>
    </message>
    <message>
        <source>Sold without a name</source>
        <translation>Ohne Namen verkauft</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Still out</source>
        <translation>Noch draußen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Take &amp;back…</source>
        <translation>&amp;Zurücknehmen …</translation>
    </message>
    <message>
        <source>Take &amp;{missing} from {source}</source>
        <translation>&amp;{missing} aus {source} holen</translation>
    </message>
    <message>
        <source>Take goods back</source>
        <translation>Ware zurücknehmen</translation>
    </message>
    <message>
        <source>Take goods back: {number}</source>
        <translation>Ware zurücknehmen: {number}</translation>
    </message>
    <message>
        <source>The order cannot be read</source>
        <translation>Der Auftrag lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The order has no lines yet</source>
        <translation>Der Auftrag hat noch keine Positionen</translation>
    </message>
    <message>
        <source>The order is being saved; scan {sku} again when it is done</source>
        <translation>Der Auftrag wird gespeichert; scannen Sie {sku} danach noch einmal</translation>
    </message>
    <message>
        <source>The order is placed already</source>
        <translation>Der Auftrag ist schon gebucht</translation>
    </message>
    <message>
        <source>The order was not placed and nothing was saved</source>
        <translation>Der Auftrag wurde nicht gebucht; nichts wurde gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>The order you are writing ({count} line(s))</source>
        <translation>
            <numerusform>Ihr angefangener Auftrag ({count} Position)</numerusform>
            <numerusform>Ihr angefangener Auftrag ({count} Positionen)</numerusform>
        </translation>
    </message>
    <message>
        <source>The transfer is done already</source>
        <translation>Die Umlagerung ist schon erfolgt</translation>
    </message>
    <message>
        <source>The transfer was not done and nothing was saved</source>
        <translation>Die Umlagerung fand nicht statt; nichts wurde gespeichert</translation>
    </message>
    <message>
        <source>There is no order {number} any more</source>
        <translation>Den Auftrag {number} gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Total, {currency}</source>
        <translation>Summe, {currency}</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>Unit price, {currency}</source>
        <translation>Einzelpreis, {currency}</translation>
    </message>
    <message>
        <source>What came back, and where it is put.</source>
        <translation>Was zurückkam und wohin es kommt.</translation>
    </message>
    <message>
        <source>What leaves {location} now. The rest stays reserved.</source>
        <translation>Was {location} jetzt verlässt. Der Rest bleibt reserviert.</translation>
    </message>
    <message>
        <source>Write how much of at least one line</source>
        <translation>Geben Sie bei mindestens einer Position eine Menge an</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>noch nicht gespeichert</translation>
    </message>
    <message>
        <source>nothing held</source>
        <translation>nichts reserviert</translation>
    </message>
    <message>
        <source>total {amount}</source>
        <translation>Summe {amount}</translation>
    </message>
    <message>
        <source>{available} available</source>
        <translation>{available} verfügbar</translation>
    </message>
    <message>
        <source>{available} of {wanted} available at {location}.</source>
        <translation>{available} von {wanted} in {location} verfügbar.</translation>
    </message>
    <message>
        <source>{available}, fewer than ordered</source>
        <translation>{available}, weniger als bestellt</translation>
    </message>
    <message>
        <source>{change} changes the quantity, {remove} removes the line</source>
        <translation>{change} ändert die Menge, {remove} entfernt die Zeile</translation>
    </message>
    <message>
        <source>{count} characters are more than the {most} that fit.</source>
        <translation>{count} Zeichen sind mehr als die {most}, die Platz haben.</translation>
    </message>
    <message numerus="yes">
        <source>{count} line(s) cannot be read as a number</source>
        <translation>
            <numerusform>{count} Position lässt sich nicht als Zahl lesen</numerusform>
            <numerusform>{count} Positionen lassen sich nicht als Zahl lesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} line(s) that you wrote would be lost; nothing of it is saved.</source>
        <translation>
            <numerusform>{count} geschriebene Position ginge verloren; nichts davon ist gespeichert.</numerusform>
            <numerusform>{count} geschriebene Positionen gingen verloren; nichts davon ist gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} line(s) without a price</source>
        <translation>
            <numerusform>{count} Position ohne Preis</numerusform>
            <numerusform>{count} Positionen ohne Preis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} line(s), not saved yet</source>
        <translation>
            <numerusform>{count} Position, noch nicht gespeichert</numerusform>
            <numerusform>{count} Positionen, noch nicht gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} more not shown</source>
        <translation>
            <numerusform>{count} weitere nicht gezeigt</numerusform>
            <numerusform>{count} weitere nicht gezeigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} order(s)</source>
        <translation>
            <numerusform>{count} Auftrag</numerusform>
            <numerusform>{count} Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>{keys}; what you wrote is kept</source>
        <translation>{keys}; Geschriebenes bleibt erhalten</translation>
    </message>
    <message>
        <source>{number} holds nothing that could be shipped</source>
        <translation>{number} hält nichts, was ausgeliefert werden könnte</translation>
    </message>
    <message>
        <source>{number} was placed by the retry in Activity</source>
        <translation>{number} wurde durch den neuen Versuch im Verlauf gebucht</translation>
    </message>
    <message>
        <source>{quantity} available</source>
        <translation>{quantity} verfügbar</translation>
    </message>
    <message>
        <source>{reserved} reserved</source>
        <translation>{reserved} reserviert</translation>
    </message>
    <message>
        <source>{shipped} shipped</source>
        <translation>{shipped} ausgeliefert</translation>
    </message>
    <message numerus="yes">
        <source>{short} of {lines} line(s) ask(s) for more than is available.</source>
        <translation>
            <numerusform>{short} von {lines} Position verlangt mehr, als verfügbar ist.</numerusform>
            <numerusform>{short} von {lines} Positionen verlangen mehr, als verfügbar ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>{sku} {name} is archived and cannot be ordered</source>
        <translation>{sku} {name} ist archiviert und kann nicht bestellt werden</translation>
    </message>
    <message>
        <source>{sku} {name} is no line of this</source>
        <translation>{sku} {name} ist hier keine Position</translation>
    </message>
    <message>
        <source>{sku} {name}: {amount} of {most}</source>
        <translation>{sku} {name}: {amount} von {most}</translation>
    </message>
    <message>
        <source>{sku} {name}: {ordered} ordered now</source>
        <translation>{sku} {name}: jetzt {ordered} bestellt</translation>
    </message>
    <message>
        <source>{sku}: not more than {most}, of which {amount} are in already</source>
        <translation>{sku}: nicht mehr als {most}, davon sind {amount} schon da</translation>
    </message>
    <message>
        <source>{sku}: write a quantity from 0 to {most}</source>
        <translation>{sku}: Geben Sie eine Menge von 0 bis {most} an</translation>
    </message>
    <message>
        <source>{sku}: write a quantity from 0 to {most} first</source>
        <translation>{sku}: Geben Sie zuerst eine Menge von 0 bis {most} an</translation>
    </message>
    <message>
        <source>{typed}, not possible</source>
        <translation>{typed}, nicht möglich</translation>
    </message>
</context>
<context>
    <name>Scanner</name>
    <message>
        <source>Create product…</source>
        <translation>Artikel anlegen …</translation>
    </message>
    <message>
        <source>It cannot be looked up: {reason}</source>
        <translation>Nachschlagen nicht möglich: {reason}</translation>
    </message>
    <message>
        <source>Its form was closed meanwhile; nothing was done with it.</source>
        <translation>Das Formular wurde inzwischen geschlossen; nichts ist damit geschehen.</translation>
    </message>
    <message>
        <source>No product has the code {code}.</source>
        <translation>Kein Artikel hat den Code {code}.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Scanned {code}</source>
        <translation>{code} gescannt</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>Scanner bereit</translation>
    </message>
    <message>
        <source>The barcode scanner&apos;s keys could not be read</source>
        <translation>Die Tasten des Barcodescanners ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>“{window}” does nothing with {sku} {name}.</source>
        <translation>„{window}“ macht nichts mit {sku} {name}.</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Activity</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Bestand</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>&amp;Back to the defaults</source>
        <translation>Auf Standard &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>Details &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>Datenb&amp;ank</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Da&amp;tei</translation>
    </message>
    <message>
        <source>&amp;File on this computer (SQLite)</source>
        <translation>&amp;Datei auf diesem Computer (SQLite)</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>&amp;Isolation</source>
        <translation>&amp;Isolation</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>&amp;More options</source>
        <translation>&amp;Weitere Optionen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>&amp;Remove the profile</source>
        <translation>Profil &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Server (PostgreSQL)</source>
        <translation>&amp;Server (PostgreSQL)</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Verbindung prüfen</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Benut&amp;zer</translation>
    </message>
    <message>
        <source>A change of the database is under way</source>
        <translation>Ein Wechsel der Datenbank läuft gerade</translation>
    </message>
    <message>
        <source>A profile for another database</source>
        <translation>Ein Profil für eine andere Datenbank</translation>
    </message>
    <message>
        <source>A test is under way</source>
        <translation>Eine Prüfung läuft gerade</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über Stockroom</translation>
    </message>
    <message>
        <source>As the host needs (recommended)</source>
        <translation>Wie der Host es braucht (empfohlen)</translation>
    </message>
    <message>
        <source>As the system is set</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>Auf Standard zurücksetzen</translation>
    </message>
    <message>
        <source>Barcode scanner</source>
        <translation>Barcodescanner</translation>
    </message>
    <message>
        <source>Ch&amp;oose…</source>
        <translation>Dur&amp;chsuchen …</translation>
    </message>
    <message>
        <source>Changing to {name}</source>
        <translation>Wechsel zu {name}</translation>
    </message>
    <message>
        <source>Choose a database</source>
        <translation>Datenbank wählen</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Choose where the database is kept.</source>
        <translation>Wählen Sie, wo die Datenbank liegt.</translation>
    </message>
    <message>
        <source>Comma, as in 1,5</source>
        <translation>Komma, wie in 1,5</translation>
    </message>
    <message>
        <source>Connect a&amp;gain</source>
        <translation>&amp;Neu verbinden</translation>
    </message>
    <message>
        <source>Connect again with the &amp;changes</source>
        <translation>Mit Änderungen &amp;neu verbinden</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copied the test</source>
        <translation>Prüfung kopiert</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Copy the test</source>
        <translation>Prüfung kopieren</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Databases (*.db *.sqlite *.sqlite3)</source>
        <translation>Datenbanken (*.db *.sqlite *.sqlite3)</translation>
    </message>
    <message>
        <source>Details of the failed change</source>
        <translation>Details des gescheiterten Wechsels</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Details …</translation>
    </message>
    <message>
        <source>Dis&amp;card changes</source>
        <translation>Än&amp;derungen verwerfen</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Every action is one transaction, and you see what became of it.</source>
        <translation>Jeder Vorgang ist eine Transaktion, und Sie sehen, was daraus wurde.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Give its name on the server.</source>
        <translation>Geben Sie ihren Namen auf dem Server an.</translation>
    </message>
    <message>
        <source>Give the name or address of the server, as db.shop.lan.</source>
        <translation>Geben Sie Namen oder Adresse des Servers an, etwa db.shop.lan.</translation>
    </message>
    <message>
        <source>Give the name to log in with.</source>
        <translation>Geben Sie den Anmeldenamen an.</translation>
    </message>
    <message>
        <source>Hide &amp;more options</source>
        <translation>&amp;Weniger Optionen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>In use; change to another database first</source>
        <translation>In Gebrauch; wechseln Sie zuerst zu einer anderen Datenbank</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Aufbewahrt in</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Longest waits</source>
        <translation>Längste Wartezeiten</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>MIT licence: free to use, change and pass on. The type is Inter, under the SIL Open Font License.</source>
        <translation>MIT-Lizenz: frei zu nutzen, zu ändern und weiterzugeben. Die Schrift ist Inter, unter der SIL Open Font License.</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>Besteht aus</translation>
    </message>
    <message>
        <source>Make a cop&amp;y</source>
        <translation>&amp;Kopie anlegen</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Kopie anlegen</translation>
    </message>
    <message>
        <source>Mi&amp;grate…</source>
        <translation>Aktualisie&amp;ren …</translation>
    </message>
    <message>
        <source>Migrate the tables</source>
        <translation>Tabellen aktualisieren</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Weitere Optionen</translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation>Ne&amp;u</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Neue Datei</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Neuer Server</translation>
    </message>
    <message>
        <source>No keyring on this computer: a password holds until the program ends.</source>
        <translation>Kein Schlüsselbund auf diesem Computer: Ein Passwort gilt bis zum Programmende.</translation>
    </message>
    <message>
        <source>Not everything could be forgotten</source>
        <translation>Nicht alles konnte vergessen werden</translation>
    </message>
    <message>
        <source>Not everything could be kept</source>
        <translation>Nicht alles konnte behalten werden</translation>
    </message>
    <message>
        <source>Now working with {name}</source>
        <translation>Sie arbeiten jetzt mit {name}</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>&amp;Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>Point, as in 1.5</source>
        <translation>Punkt, wie in 1.5</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port: {reason}</source>
        <translation>Port: {reason}</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>READ COMMITTED (recommended)</source>
        <translation>READ COMMITTED (empfohlen)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the profile {name}?</source>
        <translation>Profil {name} entfernen?</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved without the password</source>
        <translation>Ohne das Passwort gespeichert</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Abschnitte der Einstellungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Sta&amp;y as it is</source>
        <translation>Bei der &amp;jetzigen bleiben</translation>
    </message>
    <message>
        <source>Stay with the database in use</source>
        <translation>Bei der jetzigen Datenbank bleiben</translation>
    </message>
    <message>
        <source>Stop the a&amp;ctions</source>
        <translation>Vor&amp;gänge abbrechen</translation>
    </message>
    <message>
        <source>Stop the running actions</source>
        <translation>Die laufenden Vorgänge abbrechen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>T&amp;LS</source>
        <translation>T&amp;LS</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Test of the connection</source>
        <translation>Prüfung der Verbindung</translation>
    </message>
    <message>
        <source>Test of the connection: {summary}</source>
        <translation>Prüfung der Verbindung: {summary}</translation>
    </message>
    <message>
        <source>The language is kept</source>
        <translation>Die Sprache ist gemerkt</translation>
    </message>
    <message>
        <source>The profile stays</source>
        <translation>Das Profil bleibt</translation>
    </message>
    <message>
        <source>The profile {name} and its password are forgotten on this computer. Its database stays as it is.</source>
        <translation>Das Profil {name} und sein Passwort werden auf diesem Computer vergessen. Die Datenbank selbst bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The settings could not be saved</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden</translation>
    </message>
    <message>
        <source>The tables were not brought up to date</source>
        <translation>Die Tabellen wurden nicht aktualisiert</translation>
    </message>
    <message>
        <source>The window speaks it when Stockroom is started the next time.</source>
        <translation>Das Fenster spricht sie, sobald Stockroom das nächste Mal gestartet wird.</translation>
    </message>
    <message>
        <source>This computer has no program to show folders; the log is in {folder}</source>
        <translation>Auf diesem Computer gibt es kein Programm, das Ordner zeigt; das Protokoll liegt in {folder}</translation>
    </message>
    <message>
        <source>Tries and limits</source>
        <translation>Versuche und Grenzen</translation>
    </message>
    <message>
        <source>Use this data&amp;base</source>
        <translation>Diese Datenbank &amp;nutzen</translation>
    </message>
    <message>
        <source>Use this database</source>
        <translation>Diese Datenbank nutzen</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for {count} running action(s)</source>
        <translation>
            <numerusform>Auf {count} laufenden Vorgang warten</numerusform>
            <numerusform>Auf {count} laufende Vorgänge warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>When saving does not succeed at once</source>
        <translation>Wenn das Speichern nicht gleich gelingt</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>You work with {in_use} until everything is ready.</source>
        <translation>Sie arbeiten mit {in_use}, bis alles bereit ist.</translation>
    </message>
    <message>
        <source>as in the limits</source>
        <translation>wie bei den Grenzen</translation>
    </message>
    <message>
        <source>chosen, cannot be used</source>
        <translation>gewählt, nicht nutzbar</translation>
    </message>
    <message>
        <source>did not pass the test</source>
        <translation>Prüfung nicht bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>given by {variable}</source>
        <translation>gegeben durch {variable}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>in use, not reachable</source>
        <translation>in Gebrauch, nicht erreichbar</translation>
    </message>
    <message>
        <source>kept on this computer</source>
        <translation>nur auf diesem Computer</translation>
    </message>
    <message>
        <source>last used {last}</source>
        <translation>zuletzt benutzt {last}</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>wartet auf Sie</translation>
    </message>
    <message>
        <source>no database</source>
        <translation>keiner Datenbank</translation>
    </message>
    <message>
        <source>none kept</source>
        <translation>keins gemerkt</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>noch nicht gespeichert</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>noch nie benutzt</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>s, −1 never</source>
        <translation>s, −1 nie</translation>
    </message>
    <message>
        <source>the profile {name}</source>
        <translation>das Profil {name}</translation>
    </message>
    <message>
        <source>the system&apos;s own authorities</source>
        <translation>die Zertifizierungsstellen des Systems</translation>
    </message>
    <message>
        <source>under way…</source>
        <translation>läuft …</translation>
    </message>
    <message>
        <source>values are masked; slows the program down</source>
        <translation>ohne Werte; bremst das Programm</translation>
    </message>
    <message numerus="yes">
        <source>{count} profile(s)</source>
        <translation>
            <numerusform>{count} Profil</numerusform>
            <numerusform>{count} Profile</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} cannot be used</source>
        <translation>{name} ist nicht nutzbar</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} Kopie</translation>
    </message>
    <message>
        <source>{reason} You still work with {in_use}; nothing has changed there.</source>
        <translation>{reason} Sie arbeiten weiter mit {in_use}; dort hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>•••••••• kept in the keyring</source>
        <translation>•••••••• im Schlüsselbund</translation>
    </message>
    <message>
        <source>•••••••• known until the program ends</source>
        <translation>•••••••• bekannt bis zum Programmende</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Alt + letter</source>
        <translation>Alt + Buchstabe</translation>
    </message>
    <message>
        <source>Close Stockroom; it asks when something runs or would be lost</source>
        <translation>Stockroom schließen; es fragt, wenn etwas läuft oder verloren ginge</translation>
    </message>
    <message>
        <source>Copy the rows that are selected</source>
        <translation>Die ausgewählten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Everything that can be done with the row</source>
        <translation>Alles, was mit der Zeile möglich ist</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Find a product, an order, an action or a screen</source>
        <translation>Einen Artikel, einen Auftrag, einen Befehl oder eine Seite suchen</translation>
    </message>
    <message>
        <source>Go back; a dialog closes and asks when something typed would be lost</source>
        <translation>Zurück; ein Dialog schließt sich und fragt, wenn Eingaben verloren gingen</translation>
    </message>
    <message>
        <source>Go to a screen, in the order of the navigation</source>
        <translation>Zu einer Seite, in der Reihenfolge der Navigation</translation>
    </message>
    <message>
        <source>Go to another row</source>
        <translation>Zu einer anderen Zeile</translation>
    </message>
    <message>
        <source>Go to the field or press the button with the underlined letter</source>
        <translation>Zum Feld oder Knopf mit dem unterstrichenen Buchstaben</translation>
    </message>
    <message>
        <source>Go to the next field</source>
        <translation>Zum nächsten Feld</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Eine Datei importieren</translation>
    </message>
    <message>
        <source>In a form</source>
        <translation>In einem Formular</translation>
    </message>
    <message>
        <source>In a list</source>
        <translation>In einer Liste</translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation>Menütaste</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>Die Zeile öffnen</translation>
    </message>
    <message>
        <source>Press the button that saves</source>
        <translation>Den Knopf drücken, der speichert</translation>
    </message>
    <message>
        <source>Read again what is shown</source>
        <translation>Neu lesen, was angezeigt wird</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Show or hide the activity panel</source>
        <translation>Den Bereich Verlauf zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation>Den letzten Vorgang rückgängig machen</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>&amp;Bring up to date</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Leave as it is</source>
        <translation>&amp;So lassen</translation>
    </message>
    <message>
        <source>Bring the tables up to date?</source>
        <translation>Tabellen aktualisieren?</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Nicht in Gebrauch</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The database {name} cannot be used</source>
        <translation>Die Datenbank {name} ist nicht nutzbar</translation>
    </message>
    <message>
        <source>The settings are not as you left them</source>
        <translation>Die Einstellungen sind nicht mehr, wie sie waren</translation>
    </message>
    <message>
        <source>The tables of {name} are of an older version. They are brought up to date in one transaction; older Stockrooms on other workstations cannot work with them any more. Make a backup first.</source>
        <translation>Die Tabellen von {name} sind von einer älteren Version. Sie werden in einer Transaktion aktualisiert; ältere Stockrooms an anderen Arbeitsplätzen können dann nicht mehr damit arbeiten. Machen Sie vorher eine Sicherung.</translation>
    </message>
    <message>
        <source>What you did last may not have happened. Details can be copied for a report.</source>
        <translation>Was Sie zuletzt taten, ist vielleicht nicht geschehen. Die Details lassen sich für eine Meldung kopieren.</translation>
    </message>
    <message>
        <source>{folder} cannot be written ({reason}). Should Stockroom be ended while it saves, it cannot tell at its next start what became of the action.</source>
        <translation>{folder} lässt sich nicht beschreiben ({reason}). Wird Stockroom beim Speichern beendet, kann es beim nächsten Start nicht sagen, was aus dem Vorgang wurde.</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>bestellt</translation>
    </message>
    <message>
        <source>partly received</source>
        <translation>teilweise erhalten</translation>
    </message>
    <message>
        <source>partly shipped</source>
        <translation>teilweise geliefert</translation>
    </message>
    <message>
        <source>placed</source>
        <translation>gebucht</translation>
    </message>
    <message>
        <source>received</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>ausgeliefert</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connected · {latency}</source>
        <translation>Verbunden · {latency}</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>Database settings</source>
        <translation>Einstellungen der Datenbank</translation>
    </message>
    <message>
        <source>Details of the connection</source>
        <translation>Details der Verbindung</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Details …</translation>
    </message>
    <message>
        <source>Next try in {seconds} s.</source>
        <translation>Nächster Versuch in {seconds} s.</translation>
    </message>
    <message>
        <source>Not reachable since {since}</source>
        <translation>Nicht erreichbar seit {since}</translation>
    </message>
    <message>
        <source>Nothing that you type is lost.</source>
        <translation>Ihre Eingaben gehen nicht verloren.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation>Die Datenbank ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The database {name} cannot be reached</source>
        <translation>Die Datenbank {name} ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Wird versucht …</translation>
    </message>
    <message>
        <source>You see the figures of {clock}.</source>
        <translation>Sie sehen die Zahlen von {clock}.</translation>
    </message>
    <message numerus="yes">
        <source>{action} and {count} more</source>
        <translation>
            <numerusform>{action} und {count} weiterer</numerusform>
            <numerusform>{action} und {count} weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>&amp;Add location</source>
        <translation>Lagerort &amp;anlegen</translation>
    </message>
    <message>
        <source>&amp;Adjust…</source>
        <translation>&amp;Korrigieren …</translation>
    </message>
    <message>
        <source>&amp;Below zero</source>
        <translation>&amp;Unter null</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>Ä&amp;nderung</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Kürzel</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;Inside</source>
        <translation>&amp;Innerhalb</translation>
    </message>
    <message>
        <source>&amp;Location</source>
        <translation>Lager&amp;ort</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>&amp;Product</source>
        <translation>Artike&amp;l</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Remove line</source>
        <translation>Zeile &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Transfer</source>
        <translation>&amp;Umlagern</translation>
    </message>
    <message>
        <source>&amp;Transfer…</source>
        <translation>&amp;Umlagern …</translation>
    </message>
    <message>
        <source>&amp;Type a change instead</source>
        <translation>Än&amp;derung eingeben</translation>
    </message>
    <message>
        <source>0 changes nothing.</source>
        <translation>0 ändert nichts.</translation>
    </message>
    <message>
        <source>Add a line first: scan or type a product.</source>
        <translation>Fügen Sie zuerst eine Zeile hinzu: Artikel scannen oder tippen.</translation>
    </message>
    <message>
        <source>Add product</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Adjust stock</source>
        <translation>Bestand korrigieren</translation>
    </message>
    <message>
        <source>Adjust…</source>
        <translation>Korrigieren …</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Warengruppen</translation>
    </message>
    <message>
        <source>All locations</source>
        <translation>Alle Lagerorte</translation>
    </message>
    <message>
        <source>Allow below zero</source>
        <translation>Unter null erlauben</translation>
    </message>
    <message>
        <source>Ask before falling below zero</source>
        <translation>Vor dem Unterschreiten fragen</translation>
    </message>
    <message>
        <source>At or below the reorder point</source>
        <translation>Am oder unter dem Meldebestand</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>Unter null</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Warengruppe</translation>
    </message>
    <message>
        <source>Category filter</source>
        <translation>Filter nach Warengruppe</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Choose a product: type its SKU, name or barcode.</source>
        <translation>Wählen Sie einen Artikel: Nummer, Name oder Barcode.</translation>
    </message>
    <message>
        <source>Choose where</source>
        <translation>Ort wählen</translation>
    </message>
    <message>
        <source>Choose where it comes from.</source>
        <translation>Wählen Sie, woher es kommt.</translation>
    </message>
    <message>
        <source>Choose where it goes.</source>
        <translation>Wählen Sie, wohin es geht.</translation>
    </message>
    <message>
        <source>Choose where.</source>
        <translation>Wählen Sie einen Ort.</translation>
    </message>
    <message>
        <source>Choose why</source>
        <translation>Grund wählen</translation>
    </message>
    <message>
        <source>Choose why it changes.</source>
        <translation>Wählen Sie einen Grund.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Correct what is on hand, with a reason ({keys})</source>
        <translation>Den Bestand korrigieren, mit Grund ({keys})</translation>
    </message>
    <message>
        <source>Expires within 30 days</source>
        <translation>Verfällt innerhalb von 30 Tagen</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>Verfällt bald</translation>
    </message>
    <message>
        <source>Expiring  {expiring}</source>
        <translation>Verfällt bald  {expiring}</translation>
    </message>
    <message>
        <source>F2 changes a quantity, Del removes a line.</source>
        <translation>F2 ändert eine Menge, Entf entfernt eine Zeile.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter these rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From and to are the same place.</source>
        <translation>Von und nach sind derselbe Ort.</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>L&amp;ot</source>
        <translation>Charg&amp;e</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lagerort</translation>
    </message>
    <message>
        <source>Location filter</source>
        <translation>Filter nach Lagerort</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Low stock</source>
        <translation>Knapp</translation>
    </message>
    <message>
        <source>Low stock  {count}</source>
        <translation>Knapp  {count}</translation>
    </message>
    <message>
        <source>Move stock to another place ({keys})</source>
        <translation>Bestand an einen anderen Ort bringen ({keys})</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Bewegungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New location</source>
        <translation>Neuer Lagerort</translation>
    </message>
    <message>
        <source>New location… ({keys})</source>
        <translation>Neuer Lagerort … ({keys})</translation>
    </message>
    <message>
        <source>No level selected</source>
        <translation>Kein Bestand ausgewählt</translation>
    </message>
    <message>
        <source>No line yet.</source>
        <translation>Noch keine Zeile.</translation>
    </message>
    <message>
        <source>None is available there.</source>
        <translation>Dort ist nichts verfügbar.</translation>
    </message>
    <message>
        <source>Nothing is in stock yet</source>
        <translation>Noch ist nichts auf Lager</translation>
    </message>
    <message>
        <source>Nothing: it stands by itself</source>
        <translation>In keinem: steht für sich</translation>
    </message>
    <message>
        <source>Nowhere to transfer to</source>
        <translation>Kein Ziel zum Umlagern</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Only {available} of {wanted} available.</source>
        <translation>Nur {available} von {wanted} verfügbar.</translation>
    </message>
    <message>
        <source>Only {have} can leave {location}.</source>
        <translation>Nur {have} können {location} verlassen.</translation>
    </message>
    <message>
        <source>Only {have} of {on_hand} can leave {location}; {reserved} are reserved.</source>
        <translation>Nur {have} von {on_hand} können {location} verlassen; {reserved} sind reserviert.</translation>
    </message>
    <message>
        <source>Only {have} of {on_hand} can leave {location}; {reserved} is reserved.</source>
        <translation>Nur {have} von {on_hand} können {location} verlassen; {reserved} ist reserviert.</translation>
    </message>
    <message>
        <source>Open product</source>
        <translation>Artikel öffnen</translation>
    </message>
    <message>
        <source>Optional, for people</source>
        <translation>Optional, für Menschen</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Übergeordnet</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Places and reasons come as soon as the database answers. What you typed stays.</source>
        <translation>Orte und Gründe kommen, sobald die Datenbank antwortet. Ihre Eingaben bleiben.</translation>
    </message>
    <message>
        <source>Places come as soon as it answers. What you typed stays.</source>
        <translation>Die Orte kommen, sobald sie antwortet. Ihre Eingaben bleiben.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Projected</source>
        <translation>Voraussichtl.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Refuse what would fall below zero</source>
        <translation>Ablehnen, was unter null fiele</translation>
    </message>
    <message>
        <source>Reorder point</source>
        <translation>Meldebestand</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>Save the change of {sku} first</source>
        <translation>Speichern Sie zuerst die Änderung von {sku}</translation>
    </message>
    <message>
        <source>Scan or type a product to add a line</source>
        <translation>Artikel scannen oder eintippen, um eine Position hinzuzufügen</translation>
    </message>
    <message>
        <source>Ser&amp;ial</source>
        <translation>Ser&amp;iennr.</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Set &amp;to instead</source>
        <translation>Bestand se&amp;tzen</translation>
    </message>
    <message>
        <source>Set t&amp;o</source>
        <translation>Se&amp;tzen auf</translation>
    </message>
    <message>
        <source>Set to</source>
        <translation>Setzen auf</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Stock appears here as soon as products have an opening stock, a receipt or a count.</source>
        <translation>Bestand erscheint, sobald Artikel einen Anfangsbestand, einen Wareneingang oder eine Zählung haben.</translation>
    </message>
    <message>
        <source>Stock levels</source>
        <translation>Bestände</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>Na&amp;ch</translation>
    </message>
    <message>
        <source>The figure on hand is needed to set another one. What you typed is still here.</source>
        <translation>Zum Setzen wird der jetzige Bestand gebraucht. Ihre Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>The transfer is being saved; {sku} is no part of it</source>
        <translation>Die Umlagerung wird gespeichert; {sku} gehört nicht dazu</translation>
    </message>
    <message>
        <source>There is a location {whole_path} already.</source>
        <translation>Den Lagerort {whole_path} gibt es schon.</translation>
    </message>
    <message>
        <source>There is no product with the code {code}.</source>
        <translation>Es gibt keinen Artikel mit dem Code {code}.</translation>
    </message>
    <message>
        <source>There is nothing at {location} that could leave.</source>
        <translation>In {location} ist nichts, was entnommen werden könnte.</translation>
    </message>
    <message>
        <source>There is one place only; add another one by “New location…” on the stock page.</source>
        <translation>Es gibt nur einen Ort; legen Sie mit „Neuer Lagerort …“ auf der Seite Bestand einen weiteren an.</translation>
    </message>
    <message>
        <source>This product is tracked by lot: name the lot.</source>
        <translation>Dieser Artikel wird nach Charge verfolgt: Nennen Sie die Charge.</translation>
    </message>
    <message>
        <source>This product is tracked by serial number: name the piece.</source>
        <translation>Dieser Artikel wird nach Seriennummer verfolgt: Nennen Sie das Stück.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Transfer stock</source>
        <translation>Bestand umlagern</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Umlagern …</translation>
    </message>
    <message>
        <source>Type how many are there.</source>
        <translation>Geben Sie ein, wie viele da sind.</translation>
    </message>
    <message>
        <source>Type how many come in (+) or go out (−).</source>
        <translation>Geben Sie ein, wie viele dazukommen (+) oder abgehen (−).</translation>
    </message>
    <message>
        <source>Type what should be on hand</source>
        <translation>Den gewünschten Bestand eingeben</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Value, {currency}</source>
        <translation>Wert, {currency}</translation>
    </message>
    <message>
        <source>at or below the reorder point</source>
        <translation>am oder unter dem Meldebestand</translation>
    </message>
    <message>
        <source>less than the {reserved} reserved</source>
        <translation>weniger als die {reserved} reservierten</translation>
    </message>
    <message>
        <source>no levels</source>
        <translation>keine Bestände</translation>
    </message>
    <message>
        <source>value {amount}</source>
        <translation>Wert {amount}</translation>
    </message>
    <message>
        <source>would fall below zero</source>
        <translation>fiele unter null</translation>
    </message>
    <message>
        <source>would fall below zero; you will be asked to confirm</source>
        <translation>fiele unter null; Sie werden gefragt</translation>
    </message>
    <message numerus="yes">
        <source>{count} level(s)</source>
        <translation>
            <numerusform>{count} Bestand</numerusform>
            <numerusform>{count} Bestände</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} line(s) will be moved.</source>
        <translation>
            <numerusform>{count} Zeile wird umgelagert.</numerusform>
            <numerusform>{count} Zeilen werden umgelagert.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} without a cost</source>
        <translation>{count} ohne Einkaufspreis</translation>
    </message>
    <message>
        <source>{figure}, below zero</source>
        <translation>{figure}, unter null</translation>
    </message>
    <message>
        <source>{figure}, none left</source>
        <translation>{figure}, nichts mehr da</translation>
    </message>
    <message>
        <source>{on_hand} are on hand already.</source>
        <translation>{on_hand} sind schon da.</translation>
    </message>
    <message>
        <source>{sku} {name}: {quantity} added</source>
        <translation>{sku} {name}: {quantity} hinzugefügt</translation>
    </message>
</context>
<context>
    <name>TlsMode</name>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Required, do not verify the certificate</source>
        <translation>Erforderlich, Zertifikat nicht prüfen</translation>
    </message>
    <message>
        <source>Required, verify the certificate</source>
        <translation>Erforderlich, Zertifikat prüfen</translation>
    </message>
    <message>
        <source>Required, verify the certificate but not its host name</source>
        <translation>Erforderlich, Zertifikat ohne Hostnamen prüfen</translation>
    </message>
    <message>
        <source>When the server offers it</source>
        <translation>Wenn der Server es anbietet</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>A shop with products, stock and orders to look around in</source>
        <translation>Ein Laden mit Artikeln, Bestand und Aufträgen zum Umsehen</translation>
    </message>
    <message>
        <source>Add a product by hand</source>
        <translation>Artikel von Hand anlegen</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Bring in what you have, begin with one product, or look around with made-up figures.</source>
        <translation>Übernehmen Sie, was Sie haben, beginnen Sie mit einem Artikel oder sehen Sie sich mit erfundenen Zahlen um.</translation>
    </message>
    <message>
        <source>CSV, Excel or OpenDocument, from a shop system or your own list</source>
        <translation>CSV, Excel oder OpenDocument, aus einem Shopsystem oder eigener Liste</translation>
    </message>
    <message>
        <source>Connect to a shared database</source>
        <translation>Mit einer gemeinsamen Datenbank verbinden</translation>
    </message>
    <message>
        <source>Demo data</source>
        <translation>Beispieldaten</translation>
    </message>
    <message>
        <source>Filling the database with demo data</source>
        <translation>Die Datenbank wird mit Beispieldaten gefüllt</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>Artikel importieren</translation>
    </message>
    <message>
        <source>Nothing is kept here yet</source>
        <translation>Hier ist noch nichts</translation>
    </message>
    <message>
        <source>SKU and name are enough to begin</source>
        <translation>Artikelnummer und Name genügen für den Anfang</translation>
    </message>
    <message>
        <source>Stop filling</source>
        <translation>Füllen anhalten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The demo data is not complete</source>
        <translation>Die Beispieldaten sind nicht vollständig</translation>
    </message>
    <message>
        <source>Try with demo data</source>
        <translation>Mit Beispieldaten ausprobieren</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Welcome – {program}</source>
        <translation>Willkommen – {program}</translation>
    </message>
    <message>
        <source>What was saved before stays; every action of it can be undone in the activity.</source>
        <translation>Was vorher gespeichert wurde, bleibt; jeder Vorgang davon lässt sich im Verlauf rückgängig machen.</translation>
    </message>
    <message>
        <source>{name} is empty</source>
        <translation>{name} ist leer</translation>
    </message>
    <message>
        <source>{stopped} What was saved before stays.</source>
        <translation>{stopped} Was vorher gespeichert wurde, bleibt.</translation>
    </message>
</context>
<context>
    <name>Widgets</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Nothing running</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Progress of what runs</source>
        <translation>Fortschritt des laufenden Vorgangs</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Step {current} of {steps}: {step}</source>
        <translation>Schritt {current} von {steps}: {step}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
</context>
</TS>
