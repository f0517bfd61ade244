"""How much of each line of an order: for shipping it, and for taking goods back. Stays open until it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import plain
from inventory_app.domain.quantities import parse_quantity
from inventory_app.ui.models.columns import Column
from inventory_app.ui.models.simple_table import SimpleTableModel
from inventory_app.ui.screen import Scan, Taken
from inventory_app.ui.screens.sales.typed_table import TypedTable
from inventory_app.ui.theme import OutcomeLook, Size, Space, formats
from inventory_app.ui.translation import native_keys, translate
from inventory_app.ui.widgets.banner import Banner
from inventory_app.ui.widgets.buttons import Button, link, primary
from inventory_app.ui.widgets.dialog import Dialog
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import column, row

_WIDTH, _ROW, _MOST_ROWS = 680, 32, 10
_EDIT = int(Qt.ItemDataRole.EditRole)
_NOTHING = Decimal(0)
_TO_THE_MARGIN = (-Space.S, 0, -Space.S, 0)  # the text of cells stands under that of labels


@dataclass(frozen=True, slots=True)
class PickLine:
    """A line of which ``most`` may be taken; ``typed`` is how much of it now."""

    sku: str
    name: str
    ordered: Decimal
    most: Decimal
    typed: str

    def amount(self, decimal_mark: str) -> Decimal | None:
        """How much; None for what is no quantity, or more than there is."""
        if not self.typed.strip():
            return _NOTHING
        try:
            amount = parse_quantity(self.typed, decimal_mark=decimal_mark)
        except Refusal:
            return None
        return amount if _NOTHING <= amount <= self.most else None


def typed(quantity: Decimal, decimal_mark: str) -> str:
    """A quantity as the person would type it."""
    return plain(quantity).replace(".", decimal_mark)


@dataclass(frozen=True)
class Picking:
    """The words of one such dialog. ``verb`` "Ship", ``most`` the header of what may be taken, ``now`` of what is."""

    title: str
    intro: str
    verb: str  # with a place for {quantity}
    most: str
    now: str


class PickModel(SimpleTableModel[PickLine]):
    """What is typed stands in the row, right or wrong."""

    def __init__(self, words: Picking, decimal_mark: str, parent: QObject | None = None) -> None:
        def wrong(line: PickLine) -> bool:
            return line.amount(decimal_mark) is None

        columns: tuple[Column[PickLine], ...] = (
            Column("sku", translate("Sales", "SKU"), lambda line: line.sku, 112, code=True),
            Column("name", translate("Sales", "Product"), lambda line: line.name),
            Column(
                "ordered", translate("Sales", "Ordered"), lambda line: formats.quantity(line.ordered), 80, right=True
            ),
            Column("most", words.most, lambda line: formats.quantity(line.most), 88, right=True),
            Column(
                "now",
                words.now,
                lambda line: line.typed,
                96,
                right=True,
                editable=True,
                strong=lambda _line: True,
                tone=lambda line: "failed" if wrong(line) else "",
                icon=lambda line: "error" if wrong(line) else "",
                speech=lambda line: (
                    translate("Sales", "{typed}, not possible").format(typed=line.typed) if wrong(line) else ""
                ),
            ),
        )
        super().__init__(columns, lambda line: line.sku, parent)


class LinesDialog(Dialog):
    """`picked` is what was asked for; the presenter saves it and closes the dialog, or shows the refusal in it."""

    def __init__(
        self, words: Picking, lines: Sequence[PickLine], decimal_mark: str, *, above: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        self._words, self._mark = words, decimal_mark
        self._saving = False
        self._model = PickModel(words, decimal_mark)
        self._model.set_rows(lines)
        self.banner = Banner()
        self.table = TypedTable(self._model, words.title, "now", row_height=_ROW)
        self.table.setFixedHeight(Size.HEADER + _ROW * min(max(len(lines), 2), _MOST_ROWS) + 1)
        self.save = primary(words.verb.format(quantity=""))
        self.save.setObjectName("save")
        back = Button(translate("Sales", "Back"), tip="Esc")
        back.clicked.connect(self.reject)
        every, none = link(translate("Sales", "&All")), link(translate("Sales", "&None"))
        every.clicked.connect(self._all)
        none.clicked.connect(self._none)
        body = column(
            self.banner,
            text(words.intro, wrap=True),
            *above,
            row(self.table, margins=_TO_THE_MARGIN),
            row(
                text(translate("Sales", "Digits or F2 change the quantity"), "caption"),
                None,
                every,
                none,
                spacing=Space.M,
            ),
            spacing=Space.S,
        )
        super().__init__(words.title, body, [back, self.save], note=_save_keys(), width=_WIDTH, parent=parent)
        self._model.setParent(self)
        self._model.edited.connect(self._edited)
        self._show()
        self.table.setCurrentIndex(self._model.index(0, self._model.column_at("now")))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def picked(self) -> tuple[tuple[str, Decimal], ...]:
        """Skus with how much of each; only lines of which there is some."""
        amounts = ((line.sku, line.amount(self._mark)) for line in self._model.rows)
        return tuple((sku, amount) for sku, amount in amounts if amount)

    @property
    def all_picked(self) -> bool:
        """Whether of every line everything is taken."""
        return all(line.amount(self._mark) == line.most for line in self._model.rows)

    def show_refusal(self, look: OutcomeLook, title: str, detail: str) -> None:
        """Nothing was saved; what was typed stays."""
        self.banner.show_message(look, title, detail)

    def set_saving(self, saving: bool) -> None:
        """While it is saved it cannot be asked for again, nor changed."""
        self._saving = saving
        self.table.setEnabled(not saving)
        self._show()
        if not saving:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_scan(self, scan: Scan) -> Taken | None:
        """More of the product's line, up to what may be taken."""
        if scan.found is None:
            return None
        sku, more = scan.found.product.sku, scan.found.factor
        self.table.finish_typing()
        line = next((line for line in self._model.rows if line.sku == sku), None)
        if line is None:
            return Taken(
                translate("Sales", "{sku} {name} is no line of this").format(sku=sku, name=scan.found.product.name),
                ok=False,
            )
        amount = line.amount(self._mark)
        self.table.select_key(sku)
        if amount is None:
            return Taken(
                translate("Sales", "{sku}: write a quantity from 0 to {most} first").format(
                    sku=sku, most=plain(line.most)
                ),
                ok=False,
            )
        if amount + more > line.most:
            return Taken(
                translate("Sales", "{sku}: not more than {most}, of which {amount} are in already").format(
                    sku=sku, most=plain(line.most), amount=plain(amount)
                ),
                ok=False,
            )
        self._put({sku: typed(amount + more, self._mark)})
        return Taken(
            translate("Sales", "{sku} {name}: {amount} of {most}").format(
                sku=sku, name=line.name, amount=formats.quantity(amount + more), most=formats.quantity(line.most)
            )
        )

    def _edited(self, line: PickLine, _column: str, typed: str) -> None:
        self._put({line.sku: typed.strip()})

    def _all(self) -> None:
        self._put({line.sku: typed(line.most, self._mark) for line in self._model.rows})

    def _none(self) -> None:
        self._put({line.sku: "0" for line in self._model.rows})

    def _put(self, typed: dict[str, str]) -> None:
        self._model.set_rows([replace(line, typed=typed.get(line.sku, line.typed)) for line in self._model.rows])
        self._show()

    def _show(self) -> None:
        wrong = [line for line in self._model.rows if line.amount(self._mark) is None]
        pieces = sum((amount for _, amount in self.picked), _NOTHING)
        self.save.set_words(self._words.verb.format(quantity=formats.quantity(pieces)))
        self.save.setEnabled(not wrong and pieces > 0 and not self._saving)
        if wrong:
            self.note.set_words(
                translate("Sales", "{sku}: write a quantity from 0 to {most}").format(
                    sku=wrong[0].sku, most=plain(wrong[0].most)
                )
            )
        else:
            self.note.set_words(_save_keys() if pieces else translate("Sales", "Write how much of at least one line"))


def _save_keys() -> str:
    return translate("Dialog", "Save: {keys}").format(keys=native_keys("Ctrl+Enter"))
