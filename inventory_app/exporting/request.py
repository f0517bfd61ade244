"""What is to be exported."""

from __future__ import annotations

from dataclasses import dataclass

from inventory_app.domain.errors import Refusal
from inventory_app.exporting.formats import Format
from inventory_app.queries.page import Order


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is exported and how. ``output`` '' : into the pipe that is given along. ``raw``: without the guard.

    A table as it is shown: ``wanted`` is the kind's filter, ``order`` its sorting, ``columns`` those to write, in
    their order; without them everything is written, all columns, in the kind's own order.
    """

    kind: str
    format: str = Format.CSV
    output: str = ""
    raw: bool = False
    wanted: object | None = None
    order: Order | None = None
    columns: tuple[str, ...] = ()

    @property
    def written_as(self) -> Format:
        """The format; raises Refusal naming those there are."""
        if self.format not in list(Format):
            raise Refusal(
                "export_format", f"format: “{self.format}” is not one of {', '.join(Format)}.", field="format"
            )
        return Format(self.format)
