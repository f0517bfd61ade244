"""What becomes of names that do not exist yet: the option for all of them, and what the person said of single ones."""

from __future__ import annotations

from collections.abc import Mapping

from inventory_app.domain.texts import PATH_MARK
from inventory_app.importing.options import Missing

TABLE = "import_name_said"
_LOCATION = "location"


class MissingNames:
    """Only names of which something else was said than the option says count; they are kept in a table for SQL."""

    def __init__(
        self, option: Missing = Missing.CREATE, said: Mapping[str, Mapping[str, Missing]] | None = None
    ) -> None:
        self._rejects = option is Missing.REJECT
        self._others = {
            field: sorted({_plain(field, name) for name, what in names.items() if what is not option})
            for field, names in (said or {}).items()
        }

    @property
    def rows(self) -> list[tuple[str, str]]:
        """What the table holds: fields and names."""
        return [(field, name) for field, names in self._others.items() for name in names]

    def refused(self, field: str, name: str) -> str:
        """SQL that is true where a missing ``name``, an expression, rejects its row; '' where none does."""
        if not self._others.get(field):
            return "1 = 1" if self._rejects else ""
        known = f"SELECT n.name FROM {TABLE} n WHERE n.field = '{field}'"
        return f"{name} {'NOT IN' if self._rejects else 'IN'} ({known})"


def _plain(field: str, name: str) -> str:
    """The name as rows are staged with it."""
    if field != _LOCATION:
        return name.strip()
    return PATH_MARK.join(code.strip() for code in name.split(PATH_MARK))
