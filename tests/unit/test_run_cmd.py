"""The start script for Windows, as far as it can be judged elsewhere: its jumps, and what it has Python do."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "run.cmd"
TEXT = SCRIPT.read_text(encoding="ascii")


def code(mark: str) -> str:
    """The one piece of Python in which ``mark`` stands."""
    (found,) = (piece for piece in re.findall(r'-c "([^"]*)"', TEXT) if mark in piece)
    return str(found)


def exit_status(source: str, *arguments: str | Path) -> int:
    return subprocess.run([sys.executable, "-c", source, *map(str, arguments)], check=False).returncode


def test_every_jump_arrives() -> None:
    labels = re.findall(r"^:(\w+)$", TEXT, re.MULTILINE)
    assert len(labels) == len(set(labels))
    assert set(re.findall(r"goto (\w+)", TEXT)) <= set(labels)


def test_nothing_that_cmd_would_take_for_its_own() -> None:
    for piece in re.findall(r'-c "([^"]*)"', TEXT):
        compile(piece, "run.cmd", "exec")
        assert "%" not in piece


def test_its_lines_end_as_cmd_needs_it() -> None:
    attributes = (SCRIPT.parent / ".gitattributes").read_text(encoding="ascii")
    assert "*.cmd text eol=crlf" in attributes.splitlines(), "with LF alone cmd misses labels"


@pytest.mark.parametrize("folder", ["plain", "with space", "José & 日本"])
def test_the_stamp_knows_its_place_and_its_interpreter(tmp_path: Path, folder: str) -> None:
    stamp, here = tmp_path / "set-up.txt", f"{tmp_path / folder}/."
    assert exit_status(code("write_text(sys.argv[2]"), stamp, here) == 0
    assert exit_status(code("[0] != sys.argv[2]"), stamp, here) == 0
    assert exit_status(code("[0] != sys.argv[2]"), stamp, f"{tmp_path}/moved/.") == 1
    assert exit_status(code("[1] != sys.base_prefix"), stamp) == 0
    stamp.write_text(f"{here}\nC:\\Python312\n", encoding="utf-8")
    assert exit_status(code("[1] != sys.base_prefix"), stamp) == 1


@pytest.mark.parametrize("folder", ["plain", "with space", "José & 日本"])
def test_the_package_is_found_in_whatever_path(tmp_path: Path, folder: str) -> None:
    """Python reads the file in the system's code page, so it holds ASCII alone."""
    here = tmp_path / folder
    here.mkdir()
    source = code("stockroom.pth").replace("sysconfig.get_path('purelib')", repr(str(tmp_path)))
    assert exit_status(source, f"{here}/.") == 0
    line = (tmp_path / "stockroom.pth").read_text(encoding="ascii")
    assert exit_status(f"{line.strip()}; sys.exit(sys.argv[1] not in sys.path)", here) == 0


def test_the_interpreter_is_one_of_ours() -> None:
    assert exit_status(code("(3, 11) <=")) == 0
