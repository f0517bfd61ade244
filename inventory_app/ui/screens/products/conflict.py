"""The choice between mine and theirs, field by field, when somebody else saved the same fields first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QRadioButton, QScrollArea, QWidget

from inventory_app.ui.action_dialog import save_keys
from inventory_app.ui.screens.products.values import Value, label_of, shown
from inventory_app.ui.theme import Space, font, formats
from inventory_app.ui.theme.fonts import REGULAR, SEMIBOLD
from inventory_app.ui.translation import object_name, translate
from inventory_app.ui.widgets.buttons import Button, link, primary
from inventory_app.ui.widgets.dialog import Dialog
from inventory_app.ui.widgets.labels import ElidedLabel, Glyph, text
from inventory_app.ui.widgets.layout import box, column, row, rule

_WIDTH = 720
_COLUMN = 210  # what a value may take of its column before it ends in "…"
_MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that both changed: what it was, what I want, what is saved now, by whom and when."""

    name: str
    label: str
    was: Value
    mine: Value
    theirs: Value
    who: str
    when: datetime | None


class ConflictDialog(Dialog):
    """Accepted: `theirs` names the fields whose saved value is taken; everything else of mine is saved."""

    def __init__(
        self,
        title: str,
        product: str,
        differences: Sequence[Difference],
        taken_over: Sequence[str],
        parent: QWidget,
    ) -> None:
        self._differences = tuple(differences)
        self._choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        self._groups: list[QButtonGroup] = []
        self._summary = ElidedLabel("", "caption")
        self._back = Button(translate("Products", "Back to the form"), tip="Esc")
        self._save = primary(translate("Products", "&Save this choice"))
        changed = translate("Products", "{product} was changed while you edited it").format(product=product)
        head = row(
            column(Space.XS, Glyph("conflict", "conflict", 20), None),
            (column(text(changed, "section"),
                    text(_told(differences, taken_over), "caption", wrap=True), spacing=2), 1),
            spacing=Space.M,
        )  # fmt: skip
        body = column(head, Space.XS, self._grid(), self._foot(), spacing=Space.S)
        super().__init__(title, body, [self._back, self._save], note=save_keys(), width=_WIDTH, parent=parent)
        self._back.clicked.connect(self.reject)
        self._save.clicked.connect(self.accept)
        self._count()
        self.press_on_enter(self._save)

    def theirs(self) -> tuple[str, ...]:
        """The fields in which what they saved is kept."""
        return tuple(name for name, (_mine, other) in self._choices.items() if other.isChecked())

    def choose(self, name: str, *, mine: bool) -> None:
        """Decide one field."""
        self._choices[name][0 if mine else 1].setChecked(True)

    def _grid(self) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        heads = (
            (translate("Products", "Field"), ""),
            (translate("Products", "Yours"), translate("Products", "not saved yet")),
            (translate("Products", "Theirs"), _by(self._differences)),
        )
        for at, (name, note) in enumerate(heads):
            top = box(column(text(name, "strong"), text(note, "caption"), spacing=0))
            grid.addWidget(top, 0, at, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(rule(), 1, 0, 1, 3)
        for number, one in enumerate(self._differences, 1):
            self._add_row(grid, 2 * number, one)
        for at, stretch in enumerate((6, 7, 7)):
            grid.setColumnStretch(at, stretch)
        inner = box(grid)
        return inner if len(self._differences) <= _MOST_ROWS else _scrolled(inner)

    def _add_row(self, grid: QGridLayout, at: int, one: Difference) -> None:
        name = one.label
        was = ElidedLabel(translate("Products", "was {value}").format(value=shown(one.name, one.was)), "caption")
        grid.addWidget(box(column(text(name), was, spacing=2)), at, 0)
        group = QButtonGroup(self._summary)
        pair = []
        for column_at, (whose, value) in enumerate((("yours", one.mine), ("theirs", one.theirs)), 1):
            radio = _radio(name, whose, shown(one.name, value))
            group.addButton(radio)
            grid.addWidget(radio, at, column_at)
            radio.toggled.connect(self._count)
            pair.append(radio)
        self._groups.append(group)
        self._choices[one.name] = (pair[0], pair[1])
        pair[0].setChecked(True)
        grid.addWidget(rule(), at + 1, 0, 1, 3)

    def _foot(self) -> QWidget:
        mine, theirs = link(translate("Products", "All &mine")), link(translate("Products", "All &theirs"))
        mine.clicked.connect(partial(self._all, True))
        theirs.clicked.connect(partial(self._all, False))
        return box(row((self._summary, 1), mine, theirs))

    def _all(self, mine: bool, _checked: bool = False) -> None:
        for name in self._choices:
            self.choose(name, mine=mine)

    def _count(self, _on: bool = False) -> None:
        for pair in self._choices.values():
            for radio in pair:
                radio.setFont(font(weight=SEMIBOLD if radio.isChecked() else REGULAR))
        theirs = len(self.theirs())
        mine = len(self._choices) - theirs
        if not mine:
            words = translate("Products", "Theirs stays as it is saved.")
        elif not theirs:
            words = translate("Products", "All {count} of yours will be saved.", count=mine).format(count=mine)
        else:
            words = translate("Products", "{mine} of yours and {theirs} of theirs will be saved.").format(
                mine=mine, theirs=theirs
            )
        self._summary.set_words(words)


def _radio(field: str, whose: str, value: str) -> QRadioButton:
    """A value of one line; a longer one ends in "…" and is told whole by its tooltip."""
    line = " ".join(value.split())
    words = QFontMetrics(font(weight=SEMIBOLD)).elidedText(line, Qt.TextElideMode.ElideRight, _COLUMN)
    radio = QRadioButton(words.replace("&", "&&"))
    owner = translate("Products", "Yours") if whose == "mine" else translate("Products", "Theirs")
    radio.setAccessibleName(f"{field}, {owner}: {value}")
    radio.setObjectName(f"{whose}-{object_name(field)}")
    if words != value:
        radio.setToolTip(value)
    return radio


def _by(differences: Sequence[Difference]) -> str:
    """ "Jonas Weber, 10:39", or whoever they were."""
    people = list(dict.fromkeys(one.who for one in differences))
    times = [one.when for one in differences if one.when is not None]
    at = f", {formats.moment(max(times), datetime.now(UTC))}" if times else ""
    return f"{', '.join(people)}{at}"


def _told(differences: Sequence[Difference], taken_over: Sequence[str]) -> str:
    count = len(differences)
    told = [translate("Products", "{count} field(s) differ.", count=count).format(count=count)]
    if taken_over:
        names = ", ".join(label_of(name).lower() for name in taken_over)
        who = differences[0].who.split(" ")[0] if differences else translate("Products", "somebody else")
        other = translate(
            "Products", "{count} field(s) that only {who} changed ({names}) are taken over.", count=len(taken_over)
        )
        told.append(other.format(count=len(taken_over), who=who, names=names))
    return " ".join([*told, translate("Products", "Nothing of yours is lost.")])


def _scrolled(inner: QFrame) -> QScrollArea:
    inner.setProperty("role", "scrolled")
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setAccessibleName(translate("Products", "Fields that differ"))
    area.setObjectName("differences")
    area.setMinimumHeight(320)
    return area
