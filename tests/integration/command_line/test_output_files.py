"""Files that a command is told to write never take the place of what it reads, by whatever name or link."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

BAD = "sku,name\nA,Alpha\nB,\n"


@pytest.fixture
def given(tmp_path: Path) -> Path:
    path = tmp_path / "in.csv"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_rejects_never_replace_the_file_that_they_come_from(
    command: Any, given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = [given.with_name("soft.csv"), given.with_name("hard.csv")]
    links[0].symlink_to(given)
    os.link(given, links[1])
    monkeypatch.chdir(given.parent)
    for name in ("in.csv", "./in.csv", str(given), "soft.csv", "hard.csv"):
        ended = command("import", "products", "in.csv", "--mode", "skip", "--rejects", name, "--json")
        assert (ended.status, ended.out) == (2, "")
        assert "is the file that is imported" in ended.err
    assert given.read_text(encoding="utf-8") == BAD
    assert command("export", "products").out.count("\n") == 1  # the header alone
    assert command("import", "products", "in.csv", "--mode", "skip", "--rejects", "out.csv").status == 0
    assert command("import", "products", "in.csv", "--mode", "skip", "--rejects", "out.csv").status == 0


def test_nothing_replaces_the_mapping_or_a_folder(command: Any, given: Path) -> None:
    mapping = given.with_name("m.json")
    mapping.write_text("{}", encoding="utf-8")
    asked = ("import", "products", str(given), "--mapping", str(mapping), "--rejects")
    assert command(*asked, str(mapping)).status == 2
    assert mapping.read_text(encoding="utf-8") == "{}"
    for folder in (".", "..", "/", str(given.parent)):
        for words in (("export", "products", "--output"), ("import", "products", str(given), "--rejects")):
            ended = command(*words, folder)
            assert (ended.status, ended.out) == (2, "")
            assert "is a folder" in ended.err


@pytest.mark.parametrize("end", ["", "-wal"])
def test_nothing_replaces_the_database(
    command: Any, given: Path, sqlite_stockroom_url: str, tmp_path: Path, end: str
) -> None:
    database = Path(sqlite_stockroom_url.partition("///")[2])
    link = tmp_path / "link.csv"
    link.symlink_to(f"{database}{end}")
    before = database.read_bytes()
    for output in (f"{database}{end}", str(link)):
        for words in (
            ("export", "products", "--output", output),
            ("import", "products", str(given), "--mode", "skip", "--rejects", output),
        ):
            ended = command(*words, "--json", database=sqlite_stockroom_url)
            assert (ended.status, ended.out) == (2, "")
            assert "is the database itself" in ended.err
    assert database.read_bytes() == before


def test_a_file_whose_name_is_no_text_is_imported(command: Any, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"bad\xff.csv")
    path.write_text(BAD, encoding="utf-8")
    rejects = tmp_path / os.fsdecode(b"r\xfe.csv")
    ended = command("import", "products", str(path), "--mode", "skip", "--rejects", str(rejects), "--json")
    assert (ended.status, ended.json["outcome"], ended.json["created"]) == (0, "committed", 1), ended.json
    assert rejects.exists()
    assert "bad\ufffd.csv" in command("export", "activity").out
    path.write_text("", encoding="utf-8")
    ended = command("import", "products", str(path), "--json")
    assert (ended.status, "bad\ufffd.csv" in ended.json["message"]) == (1, True)


def test_texts_of_a_mapping_that_no_database_keeps_are_refused(command: Any, given: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "m.json"
    for values in (
        {"fields": {"sku": "sku", "name": "name", "category": {"text": "a\0b"}}},
        {"fields": {"sku": "sku", "name": "name"}, "treatment": {"values": {"name": {"x": "a\0b"}}}},
        {"fields": {"sku": "sku", "name": "name"}, "headers": ["\ud800"]},
    ):
        whole = {"stockroom_mapping": 1, "name": "m", "kind": "products", **values}
        mapping.write_text(json.dumps(whole), encoding="utf-8")
        ended = command("import", "products", str(given), "--mapping", str(mapping))
        assert (ended.status, "no text" in ended.err) == (2, True), ended.err
    ended = command("import", "products", str(given), "--map", "sku=sku", "--map", "name:=\udcff", "--json")
    assert (ended.status, ended.json["outcome"]) == (1, "refused")


def test_a_header_line_far_behind_the_end_is_refused(command: Any, given: Path) -> None:
    ended = command("import", "products", str(given), "--header-line", "1000000000", "--json")
    assert (ended.status, ended.json["outcome"]) == (1, "refused")
    assert "ends before the header line 1,000,000,000" in ended.json["message"]
