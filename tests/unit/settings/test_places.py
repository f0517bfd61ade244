"""Directories: the system's, or all below one that the environment names."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from inventory_app.settings.places import Places, be_private, make_private_directory


def test_the_environment_moves_everything_below_one_directory(tmp_path: Path) -> None:
    places = Places.of_user(environ={"INVENTORY_APP_HOME": str(tmp_path)})
    assert places == Places(tmp_path / "config", tmp_path / "data", tmp_path / "state")
    assert places == Places.of_user(tmp_path, environ={"INVENTORY_APP_HOME": "/elsewhere"})


def test_without_it_the_systems_directories_are_used(private_home: Path) -> None:
    places = Places.of_user(environ={})
    assert places.settings_file.is_relative_to(private_home)
    assert places.default_database.is_relative_to(private_home)
    assert places.log_file.is_relative_to(private_home)
    assert places.config.name.lower() == "stockroom"


def test_a_relative_home_is_taken_from_where_the_program_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("INVENTORY_APP_HOME", "here")
    assert Places.of_user().config == tmp_path / "here" / "config"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead of modes")
def test_directories_are_made_private_and_files_after_be_private(tmp_path: Path) -> None:
    make_private_directory(tmp_path / "a" / "b")
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
    before = os.umask(0o022)
    try:
        be_private()
        (tmp_path / "file").touch()
        assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600
    finally:
        os.umask(before)
