"""The widgets with believable content, for looking at: `python -m tests.support.gallery FOLDER [NAME…]`.

The pictures are compared with the drawings by eye; the tests use the same widgets for names, mnemonics and
sizes.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inventory_app.ui.list_page import Filters
from inventory_app.ui.models.columns import Column
from inventory_app.ui.models.simple_table import SimpleTableModel
from inventory_app.ui.screen import ScreenDeclaration
from inventory_app.ui.theme import OutcomeLook, Size, Space, formats
from inventory_app.ui.widgets.activity_rows import ActivityRow, RowAction
from inventory_app.ui.widgets.buttons import Button, chip, primary, quiet
from inventory_app.ui.widgets.decision import Choice, DecisionDialog
from inventory_app.ui.widgets.detail_panel import DetailPanel, Figures, TwoLineList, TwoLines
from inventory_app.ui.widgets.details_dialog import DetailsDialog
from inventory_app.ui.widgets.dialog import Dialog
from inventory_app.ui.widgets.edits import LineEdit, MoneyEdit, QuantityEdit
from inventory_app.ui.widgets.empty_state import EmptyState, WayOut
from inventory_app.ui.widgets.field import Field, Form, plain_combo
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import card, column, pad, row, rule
from inventory_app.ui.widgets.page import Page, inset
from inventory_app.ui.widgets.popup import Found
from inventory_app.ui.widgets.progress import ProgressBar, ProgressRow
from inventory_app.ui.widgets.search_box import SearchBox
from inventory_app.ui.widgets.splitter import Splitter
from inventory_app.ui.widgets.step_bar import StepBar
from inventory_app.ui.widgets.table import DataTable
from tests.support.pictures import in_both_themes
from tests.support.run_folder import make_run_folder
from tests.support.window import make_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from inventory_app.ui.main_window import MainWindow


@dataclass(frozen=True)
class Level:
    """A level of the gallery."""

    sku: str
    name: str
    place: str
    on_hand: Decimal
    reserved: Decimal
    point: Decimal
    cost: Decimal

    @property
    def available(self) -> Decimal:
        return self.on_hand - self.reserved

    @property
    def low(self) -> bool:
        return self.available <= self.point


def _low_icon(level: Level) -> str:
    return "" if not level.low else "error" if level.on_hand == 0 else "warning"


def _low_tone(level: Level) -> str:
    return "" if not level.low else "failed" if level.on_hand == 0 else "refused"


COLUMNS: tuple[Column[Level], ...] = (
    Column("sku", "SKU", lambda level: level.sku, 72, sort="sku", code=True),
    Column("name", "Product", lambda level: level.name, sort="name"),
    Column("place", "Location", lambda level: level.place, 76),
    Column("on_hand", "On hand", lambda level: formats.quantity(level.on_hand, 1), 76, right=True),
    Column("reserved", "Reserved", lambda level: formats.quantity(level.reserved, 1), 76, right=True),
    Column(
        "available",
        "Available",
        lambda level: formats.quantity(level.available, 1),
        92,
        right=True,
        icon=_low_icon,
        tone=_low_tone,
        strong=lambda level: level.low,
        speech=lambda level: f"{level.available}, at or below the reorder point" if level.low else "",
    ),
    Column("point", "Reorder point", lambda level: formats.quantity(level.point, 1), 104, right=True),
    Column("value", "Value, €", lambda level: formats.money(level.on_hand * level.cost), 84, right=True),
)
_NAMES = (
    "Blue enamel mug 350 ml", "Blue enamel mug 500 ml", "Oak tray, large", "Oak tray, small",
    "Coffee beans Sidamo, loose",
    "Linen tea towel, natural", "Linen tea towel, indigo", "Cast iron pan 28 cm", "Cast iron pan 24 cm",
    "Beeswax candle 20 cm, pair", "Stoneware bowl, sand", "Stoneware plate, slate", "Bread knife, beech handle",
)  # fmt: skip


def levels() -> list[Level]:
    out = []
    for at, name in enumerate(_NAMES * 3):
        loose = "loose" in name
        on_hand = Decimal("12.5") if loose else Decimal(0 if at == 8 else (at * 37) % 260 + 3)
        point = Decimal("15.0") if loose else Decimal(20)
        out.append(
            Level(
                f"{417 + at:05}",
                name,
                "SHOP" if at % 4 == 1 else "MAIN",
                on_hand,
                Decimal(at % 3),
                point,
                Decimal("2.10"),
            )
        )
    return out


ACTIVITY = [
    (OutcomeLook.CANCELLED, "10:24", "Import suppliers_2026.xlsx", "Stopped. Nothing was saved.", "", ()),
    (OutcomeLook.FAILED, "10:31", "Transfer 5 lines MAIN → SHOP",
     "Database gave no answer in 10 s, 3 tries. Nothing was saved.", "",
     (RowAction("retry", "Retry", "retry"),)),
    (OutcomeLook.COMMITTED, "10:38", "Receive goods PO-311, 14 lines",
     "Saved at the 2nd try: another workstation held the rows", "340 ms",
     (RowAction("undo", "Undo", "undo"),)),
    (OutcomeLook.REFUSED, "10:40", "Place order SO-1042, 4 lines",
     "Only 8 of 12 available at MAIN: 01022 Oak tray, large", "",
     (RowAction("open", "Open", "chevron-right"),)),
    (OutcomeLook.CONFLICT, "10:41", "Edit product 01022 Oak tray, large", "Jonas Weber changed the price at 10:39", "",
     (RowAction("resolve", "Resolve…", "conflict"),)),
    (OutcomeLook.COMMITTED, "10:42", "Adjust 00417 Blue enamel mug by −3", "MAIN, DAMAGE: on hand 45 → 42", "12 ms",
     (RowAction("undo", "Undo", "undo"),)),
    (OutcomeLook.UNKNOWN, "10:42", "Place order SO-1043, 3 lines",
     "Connection lost while saving; this resolves itself on reconnect", "", ()),
    (OutcomeLook.RUNNING, "10:42", "Import products_autumn.csv", "62,000 of 100,000 rows · 12 s left", "",
     (RowAction("cancel", "Cancel", "cancel"),)),
]  # fmt: skip


def activity_rows() -> list[ActivityRow]:
    rows = []
    for at, (look, time, title, sentence, took, actions) in enumerate(ACTIVITY):
        running = look in (OutcomeLook.RUNNING, OutcomeLook.UNKNOWN)
        needs = look in (OutcomeLook.FAILED, OutcomeLook.REFUSED, OutcomeLook.CONFLICT)
        share = (62, 100) if look is OutcomeLook.RUNNING else None
        rows.append(ActivityRow(at, look, time, title, sentence, took, share, actions, needs, running))
    return rows


def detail() -> DetailPanel:
    panel = DetailPanel("Open product")
    panel.show_subject("00417", "Blue enamel mug 350 ml", "MAIN · Kitchen · Emaille Riess")
    figures = Figures(["On hand", "Reserved", "Available", "Incoming", "Projected", "Reorder point"])
    figures.show_values(on_hand="42", reserved="6", available="36", incoming="24", projected="60", reorder_point="20")
    moves = TwoLineList("Moves")
    moves.show_entries(
        "24 this month",
        [
            TwoLines("DAMAGE", "adjustment", "−3", "today 10:42 · Mira K.", "on hand 42"),
            TwoLines("SO-1041", "sale", "−6", "today 10:18 · Jonas W.", "on hand 45"),
            TwoLines("PO-308", "receipt", "+36", "yesterday 15:07 · Mira K.", "on hand 51", "committed"),
        ],
    )
    panel.add(figures)
    panel.add(moves)
    return panel


def stock_page(*, stale: bool = False) -> Page:
    adjust = primary("&Adjust…", tip="Ctrl+D")
    page = Page(
        "Stock",
        "as of 10:38" if stale else "1,248 levels · value € 84,312.40 · live",
        quiet("E&xport…", "export", tip="Ctrl+E"),
        Button("&Transfer…", "", "transfer", tip="Ctrl+T"),
        adjust,
    )
    page.set_primary(adjust)
    model: SimpleTableModel[Level] = SimpleTableModel(COLUMNS, lambda level: level.sku)
    model.setParent(page)
    table = DataTable(model, "Stock levels")
    model.set_rows(levels())
    model.set_stale(stale)
    table.selectRow(0)
    search = LineEdit(hint="Filter these rows", width=168, icon_name="filter", name="Filter")
    locations = plain_combo([("All locations", None), ("MAIN", 1), ("SHOP", 2)], width=122, name="Location")
    categories = plain_combo([("All categories", None), ("Kitchen", 1)], width=128, name="Category")
    chips = (chip("Low stock  14", "warning"), chip("Expiring  3"))
    filters = Filters(search, (locations, categories), chips, pause=80)
    left = QWidget()
    left.setLayout(column(filters, rule(), (inset(table), 1), spacing=0))
    splitter = Splitter(left, detail(), name="stock-detail")
    splitter.setSizes([811, Size.DETAIL])
    page.set_body(splitter)
    return page


def empty_page() -> Page:
    page = Page("Products", "no products", primary("&Import…", "imports"))
    ways = [
        WayOut("import", "imports", "Import a file", "CSV or Excel, from a shop system or your own list", "Ctrl+I"),
        WayOut("scan", "scan", "Scan the first barcode", "The scanner works anywhere in this window"),
        WayOut("new", "add", "Add a product by hand", "Sku and name are enough to begin", "Ctrl+N"),
    ]
    why = "Stock appears here as soon as products have an opening stock, a receipt or a count."
    page.set_body(EmptyState("stock", "Nothing is in stock yet", why, ways, link_words="Fill with demo data"))
    return page


def import_page() -> Page:
    page = Page("Imports", "products_autumn.csv · 18.4 MB · UTF-8 · semicolon · 100,000 records")
    bar = ProgressBar()
    bar.show_share(62, 100)
    phases = (
        ProgressRow("Read and checked 100,000 records", "done", "4.1 s"),
        ProgressRow("Placed 99,871 rows in staging", "done", "2.3 s"),
        ProgressRow("Writing products, barcodes and opening stock", "running", "19 s"),
        ProgressRow("Commit", "pending"),
    )
    middle = card(text("62 %", "figure"), bar, Space.S, *phases, margins=pad(Space.XL, Space.XL), spacing=Space.M)
    middle.setFixedWidth(620)
    steps = StepBar(["Open", "Map", "Check", "Commit", "Outcome"], 4)
    page.set_body(column(steps, rule(), column(None, row(None, middle, None), None), spacing=0))
    return page


SCREENS = (
    ScreenDeclaration("products", "Products", "products", empty_page, "Ctrl+1"),
    ScreenDeclaration("stock", "Stock", "stock", stock_page, "Ctrl+2"),
    ScreenDeclaration("imports", "Imports", "imports", import_page, "Ctrl+3"),
    ScreenDeclaration("settings", "Settings", "settings", lambda: Page("Settings"), "Ctrl+,", at_foot=True),
)


def window(screen: str = "stock", *, open_panel: bool = True) -> MainWindow:
    made = make_window(SCREENS)
    made.show_screen(screen)
    for one in activity_rows():
        made.panel.model.put(one)
    made.top.show_person("Mira Kowalski", "TILL-1")
    made.top.show_scanner("Scanner ready")
    made.status.show_database("Shop", "PostgreSQL · db.shop.lan")
    made.bar.show_health("Connected · 3 ms")
    made.bar.show_running("Import products_autumn.csv, 62 %", (62, 100))
    made.panel.set_open(open_panel)
    return made


def stock() -> QWidget:
    made = window()
    made.show()
    made.toast.tell("Adjusted −3 Blue enamel mug", "45 → 42 · Saved in 12 ms", action="Undo")
    return made


def unreachable() -> QWidget:
    made = window(open_panel=False)
    title = "The database Shop cannot be reached"
    made.status.banner.show_message(
        OutcomeLook.FAILED, title, "You see the figures of 10:38. Nothing that you type is lost. Next try in 8 s."
    )
    made.bar.show_health("Not reachable since 10:38", "offline", "failed")
    made.bar.show_running("")
    return made


def adjust_dialog() -> Dialog:
    quantity = QuantityEdit("−50")
    reason = plain_combo([("DAMAGE  Damaged", "DAMAGE"), ("LOSS  Lost", "LOSS")], width=200)
    note = QPlainTextEdit()
    note.setPlaceholderText("Optional. Shown in the move history.")
    note.setFixedHeight(60)
    note.setTabChangesFocus(True)
    change = Field("&Change", quantity, after=(text("pcs", "caption"),))
    form = Form(
        [
            Field("&Product", SearchBox(name="Product", icon_name="scan", hint="Scan or type")),
            Field("&Location", plain_combo([("MAIN", 1)], width=200)),
            change,
            Field("&Reason", reason),
            Field("Un&it cost, €", MoneyEdit("2.10")),
            Field("&Note", note),
        ]
    )
    change.show_message("Only 36 of 42 can leave MAIN; 6 are reserved.")
    save = primary("&Save")
    save.setEnabled(False)
    return Dialog("Adjust stock", form, [Button("Cancel", tip="Esc"), save], note="Save: Ctrl+Enter", width=500)


def decision() -> Dialog:
    choices = [
        Choice("stay", "Stay &open"),
        Choice("stop", "&Stop and close"),
        Choice("wait", "&Finish, then close", primary=True),
    ]
    words = "2 actions are still running. Stopped actions save nothing; Stockroom closes when each has its outcome."
    return DecisionDialog("Close Stockroom?", words, choices, look=OutcomeLook.RUNNING)


def details() -> Dialog:
    body = (
        "Transfer 5 lines MAIN → SHOP\n\naction: transfer_stock\nid: 5f1c…\n"
        "outcome: failed\n\n08006 ConnectionDoesNotExistError"
    )
    sentence = "The database cannot be reached (3 tries). Nothing was saved."
    return DetailsDialog(OutcomeLook.FAILED, "Transfer 5 lines MAIN → SHOP", sentence, body)


def find_list() -> QWidget:
    made = window(open_panel=False)
    made.show()
    box = made.top.find_box
    box.setText("mug")
    found = [
        Found(1, "Blue enamel mug 350 ml", "00417", "42 on hand", "products"),
        Found(2, "Blue enamel mug 500 ml", "00418", "118 on hand", "products"),
        Found(3, "Café Morgenrot, 4 lines with mugs", "SO-001042", "placed today 10:36", "sales"),
        Found(4, "Adjust stock…", detail="Ctrl+D", icon_name="stock"),
    ]
    box.popup.show_found(found)
    return made


def empty() -> QWidget:
    made = make_window(SCREENS)
    made.show_screen("products")
    made.status.show_database("This computer", "SQLite · stockroom.db")
    made.bar.show_health("Connected · 3 ms")
    return made


def importing() -> QWidget:
    return window("imports", open_panel=False)


PICTURES: dict[str, Callable[[], Any]] = {
    "stock": stock,
    "unreachable": unreachable,
    "empty": empty,
    "importing": importing,
    "adjust": adjust_dialog,
    "decision": decision,
    "details": details,
    "find": find_list,
}


def main(arguments: list[str]) -> None:
    make_run_folder()
    folder = Path(arguments[0])
    for name, make in PICTURES.items():
        if len(arguments) == 1 or name in arguments[1:]:
            for path in in_both_themes(make, folder, name):
                sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
