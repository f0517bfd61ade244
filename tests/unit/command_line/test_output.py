"""Results on one stream, words on the other, and quiet when nobody reads."""

from __future__ import annotations

import io
import json

from typing_extensions import override

from inventory_app.command_line.output import Output


class Gone(io.StringIO):
    """A reader that went away."""

    @override
    def write(self, _text: str) -> int:
        raise BrokenPipeError

    @override
    def fileno(self) -> int:
        raise io.UnsupportedOperation


def test_a_result_is_one_line_of_json() -> None:
    stdout, stderr = io.StringIO(), io.StringIO()
    output = Output(stdout, stderr)
    output.result({"message": "Größe\nzwei"})
    output.note("for a person")
    assert stdout.getvalue().count("\n") == 1
    assert json.loads(stdout.getvalue()) == {"message": "Größe\nzwei"}
    assert stderr.getvalue() == "for a person\n"


def test_half_a_character_comes_out_as_json_that_can_be_read() -> None:
    raw = io.BytesIO()
    output = Output(io.TextIOWrapper(raw, encoding="ascii"), None)
    output.result({"name": "\ud800ä"})
    output.finish()
    assert json.loads(raw.getvalue().decode("utf-8")) == {"name": "\ud800ä"}


def test_a_process_without_streams_goes_on() -> None:
    output = Output(None, None)
    output.result({"a": 1})
    output.note("nobody hears")
    output.progress("nor sees")
    output.finish()
    assert output.closed


def test_a_reader_that_went_away_is_not_written_to_again() -> None:
    output = Output(Gone(), None)
    output.result({"a": 1})
    assert output.closed
    output.result({"a": 2})


def test_progress_is_for_a_terminal_only() -> None:
    stderr = io.StringIO()
    output = Output(io.StringIO(), stderr)
    output.progress("half way")
    assert stderr.getvalue() == ""
