"""What is offered above the columns: the mapping of the program whose export the file looks like, and saved ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from inventory_app.importing.mapping.presets import PRESETS
from inventory_app.importing.mapping.recipe import Recipe
from inventory_app.importing.mapping.saved import SavedMappings
from inventory_app.importing.reading.process import Inspected
from inventory_app.ui.theme import Space
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button
from inventory_app.ui.widgets.labels import ElidedLabel, Glyph
from inventory_app.ui.widgets.layout import box, column, empty, pad, row, rule

_MOST = 2


@dataclass(frozen=True, slots=True)
class Offer:
    """A mapping that fits the file; ``saved`` by the person, else that of a known program."""

    name: str
    recipe: Recipe
    saved: bool = False


def offers_for(inspected: Inspected, kind: str, saved: SavedMappings) -> tuple[Offer, ...]:
    """The person's own first, then those of programs: of this kind before those of another one.

    What was saved under a program's name stands for that one.
    """
    own = [Offer(one.name, one.recipe, saved=True) for one in saved.fitting(kind, inspected.preview.headers)]
    taken = {one.name for one in own}  # two buttons of one name cannot be told apart
    known = [PRESETS[name] for name in inspected.presets if PRESETS[name].title not in taken]
    known.sort(key=lambda preset: preset.kind != kind)
    return tuple([*own, *(Offer(preset.title, preset.recipe) for preset in known)][:_MOST])


class OfferBar(QFrame):
    """Hidden while there is nothing to offer and nothing was taken."""

    taken = Signal(object)  # Offer
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import-offers")
        self._said = ElidedLabel("", "")
        self._buttons = row(spacing=Space.S)
        line = row(
            Glyph("imports", "accent", 16), (self._said, 1), box(self._buttons), margins=pad(Space.L, Space.S)
        )  # fmt: skip
        self.setLayout(column(box(line), rule(), spacing=0))
        self.hide()

    def show_offers(self, offers: Sequence[Offer], taken: str) -> None:
        """``taken`` is the name of the mapping that is used, '' for none."""
        empty(self._buttons)
        if taken:
            self._said.set_words(translate("Import", "The mapping of “{name}” is used.").format(name=taken))
            leave = Button(translate("Import", "Do &without it"))
            leave.clicked.connect(self.left)
            self._buttons.addWidget(leave)
        elif offers:
            self._said.set_words(_sentence(offers))
            for offer in offers:
                self._buttons.addWidget(self._button(offer, alone=len(offers) == 1))
        self.setVisible(bool(taken or offers))

    def _button(self, offer: Offer, *, alone: bool) -> Button:
        words = translate("Import", "&Use its mapping") if alone and not offer.saved else ""
        button = Button(words or translate("Import", "Use “{name}”").format(name=offer.name.replace("&", "&&")))
        button.setObjectName("use-saved" if offer.saved else "use-preset")
        button.clicked.connect(partial(self._take, offer))
        return button

    def _take(self, offer: Offer, _checked: bool = False) -> None:
        self.taken.emit(offer)


def _sentence(offers: Sequence[Offer]) -> str:
    if offers[0].saved:
        return translate("Import", "A mapping that you saved fits this file.")
    if len(offers) == 1:
        return translate("Import", "This looks like an export of {program}.").format(program=offers[0].name)
    return translate("Import", "This looks like an export of another program.")
