"""``export``: a table into a file or to standard output."""

from __future__ import annotations

from argparse import Namespace
from io import TextIOBase
from typing import TextIO, cast

from typing_extensions import override

from inventory_app.command_line.opening import Opened
from inventory_app.command_line.output import Output
from inventory_app.command_line.status import CannotDo, Status
from inventory_app.domain.errors import Refusal
from inventory_app.domain.texts import counted
from inventory_app.exporting.export import ExportRequest, export


async def export_table(opened: Opened, given: Namespace, output: Output) -> Status:
    """Write the rows; the file appears whole or not at all."""
    request = ExportRequest(given.kind, given.format, given.output or "", given.raw)
    try:
        rows = await export(opened.database, request, pipe=cast(TextIO, _Pipe(output)))
    except Refusal as refusal:
        raise CannotDo("refused", refusal.message) from refusal
    output.finish()
    if request.output:
        done = f"{counted(rows, 'row')} in {request.output}."
        if output.as_json:
            output.result({"outcome": "committed", "rows": rows, "output": request.output})
        else:
            output.note(done)
    return Status.DONE


class _Pipe(TextIOBase):
    """Standard output as a file to write to; quiet when nobody reads it."""

    def __init__(self, output: Output) -> None:
        self._output = output

    @override
    def write(self, text: str, /) -> int:
        self._output.raw(text)
        return len(text)
