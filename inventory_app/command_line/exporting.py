"""``export``: a table, written to a file that appears whole or not at all, or to standard output."""

from __future__ import annotations

from argparse import Namespace

from inventory_app.command_line.opening import Opened
from inventory_app.command_line.output import Output
from inventory_app.command_line.output_files import check_output_given
from inventory_app.command_line.status import CannotDo, Status, WrongUsage, refused
from inventory_app.domain.errors import Refusal
from inventory_app.domain.texts import counted
from inventory_app.exporting.export import export
from inventory_app.exporting.process import WritingFailed
from inventory_app.exporting.request import ExportRequest


def export_request_of(given: Namespace) -> ExportRequest:
    """What is to be exported. Raises WrongUsage for what does not go together."""
    if given.json and not given.output:
        raise WrongUsage("--json needs --output: the rows themselves go to standard output.")
    if given.output:
        check_output_given(given.output)
    return ExportRequest(given.kind, given.format, given.output or "", given.raw)


async def export_table(opened: Opened, given: Namespace, output: Output) -> Status:
    """Write the rows of one kind."""
    request = export_request_of(given)
    if request.output:
        check_output_given(request.output, ((file, "the database itself") for file in opened.database.config.files))
    try:
        rows = await export(
            opened.database,
            request,
            pipe=output.binary,
            report=lambda count: output.progress(f"{count:,} rows"),
        )
    except Refusal as refusal:
        raise refused(refusal) from refusal
    except WritingFailed as failure:
        raise CannotDo("failed", failure.message, detail=failure.detail) from failure
    except BrokenPipeError:
        output.give_up()
        return Status.NOT_DONE
    output.progress("")
    message = f"{counted(rows, 'row')} of {request.kind}" + (f" in {request.output}." if request.output else ".")
    if output.as_json:
        output.result({"outcome": "committed", "rows": rows, "output": request.output, "message": message})
    else:
        output.note(message)
    return Status.DONE
