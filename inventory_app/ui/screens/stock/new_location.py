"""The dialog that adds a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from inventory_app.actions.create_location import CreateLocation
from inventory_app.domain.errors import Refusal
from inventory_app.domain.stock import NegativeStock
from inventory_app.domain.texts import require_code
from inventory_app.ui.action_dialog import ActionDialog
from inventory_app.ui.screens.stock.levels import Choices, choices
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.field import Field, Form, plain_combo
from inventory_app.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from inventory_app.actions.action import Action
    from inventory_app.ui.screen import Collaborators

_POLICIES = (
    (QT_TRANSLATE_NOOP("Stock", "Refuse what would fall below zero"), NegativeStock.BLOCK),
    (QT_TRANSLATE_NOOP("Stock", "Ask before falling below zero"), NegativeStock.WARN),
    (QT_TRANSLATE_NOOP("Stock", "Allow below zero"), NegativeStock.ALLOW),
)


class NewLocationDialog(ActionDialog):
    """Code and where it lies make the path, which is shown while one types."""

    def __init__(self, parts: Collaborators, parent: QWidget) -> None:
        self._paths: set[str] = set()
        self.code = LineEdit(name=translate("Stock", "Code"), width=200, hint="SHELF-A")
        self.place_name = LineEdit(name=translate("Stock", "Name"), hint=translate("Stock", "Optional, for people"))
        self.inside = plain_combo(
            [(translate("Stock", "Nothing: it stands by itself"), "")], width=280, name=translate("Stock", "Parent")
        )
        self.policy = plain_combo(
            [(translate("Stock", words), one) for words, one in _POLICIES],
            width=280,
            name=translate("Stock", "Below zero"),
        )
        self._path = ElidedLabel("", "caption")
        self._form = Form([
            Field(translate("Stock", "&Code"), self.code, self._check_code),
            Field(translate("Stock", "&Name"), self.place_name),
            Field(translate("Stock", "&Inside"), self.inside),
            (translate("Stock", "Path"), self._path),
            Field(translate("Stock", "&Below zero"), self.policy),
        ])  # fmt: skip
        super().__init__(
            translate("Stock", "New location"),
            parts.actions,
            self._form,
            save_words=translate("Stock", "&Add location"),
            width=460,
            parent=parent,
        )
        self._form.changed.connect(self.typed)
        self._form.changed.connect(self._show_path)
        self._parts = parts
        parts.health.came_back.connect(self._load)
        self._load()
        self._show_path()
        self.code.setFocus()

    def _load(self) -> None:
        """The places; again when the database has come back."""
        self._parts.queries.ask(self, "choices", choices, self._offer)

    def take_over(self, action: CreateLocation) -> None:
        """Begin with what was typed once."""
        self.code.setText(action.code)
        self.place_name.setText(action.name)
        self.policy.setCurrentIndex(self.policy.findData(action.negative_stock))

    def _offer(self, found: Choices) -> None:
        if self._paths:
            return
        for place in found.locations:
            self._paths.add(place.path)
            self.inside.addItem(place.path, place.path)

    def _whole_path(self) -> str:
        return "/".join(part for part in (self.inside.currentData(), self.code.text().strip()) if part)

    def _show_path(self) -> None:
        self._path.set_words(self._whole_path() or "–")

    def _check_code(self, words: str) -> str:
        try:
            require_code(words)
        except Refusal as refusal:
            return refusal.message.partition(": ")[2].capitalize() if not words.strip() else refusal.message
        return (
            translate("Stock", "There is a location {whole_path} already.").format(whole_path=self._whole_path())
            if self._whole_path() in self._paths
            else ""
        )

    @override
    def form(self) -> Form:
        return self._form

    @override
    def is_dirty(self) -> bool:
        return bool(self.code.text().strip() or self.place_name.text().strip())

    @override
    async def action(self, *, confirm: bool) -> Action:
        return CreateLocation(
            code=self.code.text().strip(),
            name=self.place_name.text().strip(),
            parent=str(self.inside.currentData() or ""),
            negative_stock=NegativeStock(self.policy.currentData()),
        )
