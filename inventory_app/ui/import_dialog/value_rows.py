"""The names of a file that the database does not know, as rows of a table: what becomes of each, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from inventory_app.importing.kinds import kind_of
from inventory_app.importing.options import Missing
from inventory_app.importing.treatment import Treatment
from inventory_app.importing.value_mapping import Choice, FileValue, FileValues, may_create
from inventory_app.ui.import_dialog.choices import words_of
from inventory_app.ui.models.columns import Column
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate

_BY_RULE: Mapping[Missing, str] = {
    Missing.CREATE: QT_TRANSLATE_NOOP("Import", "Create it, by the rule"),
    Missing.REJECT: QT_TRANSLATE_NOOP("Import", "Reject the rows, by the rule"),
}
_ALONE: Mapping[Missing, str] = {
    Missing.CREATE: QT_TRANSLATE_NOOP("Import", "Create it"),
    Missing.REJECT: QT_TRANSLATE_NOOP("Import", "Reject the rows"),
}

_ICONS: Mapping[Missing, str] = {Missing.CREATE: "add", Missing.REJECT: "cancel"}


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One name of a field. ``rule``: what becomes of missing ones of which nothing else is said."""

    label: str
    value: FileValue
    rule: Missing
    creatable: bool

    @property
    def key(self) -> tuple[str, str]:
        return self.label, self.value.text

    @property
    def is_decided(self) -> bool:
        return bool(self.value.meant) or self.value.decided is not None

    @property
    def proposed(self) -> str:
        """The existing name that is probably meant, while nothing was decided."""
        return self.value.near[0] if self.value.near and not self.is_decided else ""


def value_rows(kind: str, found: Sequence[FileValues], treatment: Treatment, rule: Missing) -> list[ValueRow]:
    """Those to be decided about as the treatment has them now, field by field.

    First those of which another one is probably meant, then the most frequent.
    """
    rows = []
    for values in found:
        meant = {text.strip(): one for text, one in treatment.values.get(values.label, {}).items()}
        said = {text.strip(): one for text, one in treatment.missing.get(values.label, {}).items()}
        creatable = may_create(kind_of(kind), values.label)
        there = {one.meant for one in values.values if one.meant_exists}
        for one in sorted(values.values, key=lambda one: not one.near):
            means = meant.get(one.text, "")
            # What is chosen here is picked from names that exist; what was saved before may be gone.
            exists = not one.meant or means != one.meant or means in there
            now = replace(one, meant=means, decided=said.get(one.text), meant_exists=exists)
            if now.asks or one.asks:
                rows.append(ValueRow(values.label, now, rule if creatable else Missing.REJECT, creatable))
    return rows


def chosen_for(rows: Iterable[ValueRow], choice: Choice) -> dict[str, dict[str, Choice]]:
    """The same choice for several rows, by field; nothing is created where that cannot be."""
    found: dict[str, dict[str, Choice]] = {}
    for one in rows:
        if choice.missing is not Missing.CREATE or one.creatable:
            found.setdefault(one.label, {})[one.value.text] = choice
    return found


def decision_words(row: ValueRow) -> str:
    """What becomes of it."""
    if row.value.meant:
        return translate("Import", "Use “{name}”").format(name=row.value.meant)
    if row.value.decided is not None and (row.creatable or row.value.decided is Missing.REJECT):
        return alone_words(row.value.decided)
    return rule_words(row.rule)


def alone_words(what: Missing) -> str:
    """What becomes of a name that alone is decided about."""
    return translate("Import", _ALONE[what])


def rule_words(rule: Missing) -> str:
    """What becomes of a name of which nothing else is said."""
    return translate("Import", _BY_RULE[rule])


def value_columns() -> tuple[Column[ValueRow], ...]:
    """The columns of the table."""
    return (
        Column("field", translate("Import", "Field"), lambda one: words_of(one.label), 104, tone=lambda _one: "muted"),
        Column(
            "text", translate("Import", "Name in the file"), lambda one: one.value.text, tip=lambda one: one.value.text
        ),
        Column("records", translate("Import", "Rows"), lambda one: formats.number(one.value.records), 80, right=True),
        Column(
            "decision",
            translate("Import", "What becomes of it"),
            decision_words,
            264,
            icon=_icon,
            tone=_tone,
            speech=decision_words,
            tip=_tip,
        ),
        Column("near", translate("Import", "Probably meant"), _near, 208, tip=_near, tone=lambda _one: "muted"),
    )


def _near(one: ValueRow) -> str:
    return ", ".join(one.value.near)


def _icon(one: ValueRow) -> str:
    if one.value.meant and not one.value.meant_exists:
        return "warning"
    if one.value.meant:
        return "check"
    return _ICONS[one.value.decided] if one.value.decided is not None else ""


def _tone(one: ValueRow) -> str:
    if one.value.meant and not one.value.meant_exists:
        return "refused"
    return "" if one.is_decided else "muted"


def _tip(one: ValueRow) -> str:
    words = decision_words(one)
    if one.value.meant and not one.value.meant_exists:
        return translate("Import", "{choice}, which does not exist in this database").format(choice=words)
    return words
