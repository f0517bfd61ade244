"""Files that appear whole or not at all, and what is left of those that a killed process wrote."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from inventory_app.child_process import child_environment
from inventory_app.domain.errors import Refusal
from inventory_app.exporting.leftovers import held, sweep
from inventory_app.exporting.whole_file import whole_file

WRITER = """
import sys
from pathlib import Path
from inventory_app.exporting.whole_file import whole_file
with whole_file(Path(sys.argv[1])) as file:
    file.write("half")
    print("ready", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One that holds nothing else."""
    made = tmp_path / "out"
    made.mkdir()
    return made


def aged(path: Path, seconds: float = 3_600) -> Path:
    then = time.time() - seconds
    os.utime(path, (then, then))
    return path


def test_what_a_killed_process_left_is_swept_by_the_next(folder: Path) -> None:
    target = folder / "a.csv"
    command = [sys.executable, "-c", WRITER, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=child_environment()) as process:
        assert process.stdout is not None
        process.stdout.readline()
        [partial] = [aged(path) for path in folder.iterdir()]
        with whole_file(target) as file:
            file.write("whole")
        assert partial.exists()  # its writer is there
        process.kill()
    (folder / "b.csv").touch()
    with whole_file(target) as file:
        file.write("again")
    assert sorted(path.name for path in folder.iterdir()) == ["a.csv", "b.csv"]
    assert target.read_text(encoding="utf-8") == "again"


def test_only_what_is_ours_and_old_is_swept(folder: Path) -> None:
    target = folder / "a[1].csv"
    young = folder / ".a[1].csv.0123abcd.partial"
    others = [".a1.csv.0123abcd.partial", ".a[1].csv.0123abcx.partial", "a[1].csv.0123abcd.partial"]
    young.touch()
    for name in others:
        aged_file = folder / name
        aged_file.touch()
        aged(aged_file)
    with whole_file(target) as file:
        file.write("x")
    assert sorted(path.name for path in folder.iterdir()) == sorted([target.name, young.name, *others])


def test_folders_in_use_stay(folder: Path) -> None:
    used, left, link = folder / "used", folder / "left", folder / "link"
    for one in (used, left):
        one.mkdir()
        (one / "file").touch()
        aged(one)
    link.symlink_to(used)
    with held(used):
        sweep(folder.iterdir())
        assert sorted(path.name for path in folder.iterdir()) == ["link", "used"]
    sweep(folder.iterdir())
    assert [path.name for path in folder.iterdir()] == ["link"]


@pytest.mark.parametrize("name", [".", "..", "/"])
def test_a_folder_is_no_file(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(Refusal, match="is a folder"), whole_file(Path(name)):
        raise AssertionError
    assert list(folder.iterdir()) == []
