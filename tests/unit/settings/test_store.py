"""The settings file: private, whole or not at all, shared by processes, never lost when it is broken."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from inventory_app.settings import declared, settings_file
from inventory_app.settings.errors import InvalidSettingError, SettingsNotSavedError, UnknownProfileError
from inventory_app.settings.places import Places
from inventory_app.settings.profiles import DatabaseKind, Profile
from inventory_app.settings.store import SettingsStore

SHOP = Profile(id="shop", name="Shop", kind=DatabaseKind.POSTGRESQL, host="db.shop.lan", database="stock", user="app")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.of_user(tmp_path / "stockroom")


def tree(places: Places) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(places.settings_file.read_text())
    return found


def given(places: Places, text: str | bytes) -> None:
    places.config.mkdir(parents=True)
    places.settings_file.write_bytes(text.encode() if isinstance(text, str) else text)


def test_a_first_start_has_defaults_and_writes_nothing(places: Places) -> None:
    store = SettingsStore(places)
    assert store.get(declared.MAX_TRIES) == 5
    assert store.notice is None
    assert store.profile_in_use().name == "This computer"
    assert not places.config.exists()


def test_what_was_set_is_there_at_the_next_start(places: Places) -> None:
    SettingsStore(places).change({declared.THEME: "dark", declared.ACTOR: " Mira Kowalski "})
    store = SettingsStore(places)
    assert store.get(declared.THEME) is declared.Theme.DARK
    assert store.get(declared.ACTOR) == "Mira Kowalski"
    store.reset(declared.THEME)
    assert SettingsStore(places).get(declared.THEME) is declared.Theme.SYSTEM


def test_of_several_values_all_are_kept_or_none(places: Places) -> None:
    store = SettingsStore(places)
    with pytest.raises(InvalidSettingError):
        store.change({declared.THEME: "dark", declared.MAX_TRIES: 0})
    assert store.get(declared.THEME) is declared.Theme.SYSTEM
    assert not places.settings_file.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead of modes")
def test_file_and_directory_are_private_whatever_they_were(places: Places) -> None:
    places.config.mkdir(parents=True)
    places.config.chmod(0o755)
    given_file = places.settings_file
    given_file.write_text("{}")
    given_file.chmod(0o644)
    SettingsStore(places).set(declared.MAX_TRIES, 3)
    assert stat.S_IMODE(places.config.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in places.config.iterdir()} == {0o600}


def test_what_this_version_does_not_know_stays_in_the_file(places: Places) -> None:
    given(
        places,
        json.dumps({
            "format": 1,
            "later": [1],
            "options": {"look.scale": 2, "look.theme": "plaid"},
            "profiles": {"shop": {**SHOP.record(), "standby": "db2"}, "odd": 7},
        }),
    )  # fmt: skip
    store = SettingsStore(places)
    store.set(declared.MAX_TRIES, 3)
    store.save_profile(SHOP.changed(port=5433))
    found = tree(places)
    assert found["later"] == [1]
    assert found["options"] == {"look.scale": 2, "look.theme": "plaid", "saving.max_tries": 3}
    assert found["profiles"]["shop"]["standby"] == "db2"
    assert found["profiles"]["shop"]["port"] == 5433
    assert found["profiles"]["odd"] == 7


def test_values_that_do_not_fit_are_told_and_the_default_is_used(places: Places) -> None:
    given(places, json.dumps({"options": {"saving.max_tries": "lots"}, "profiles": {"s": {"port": "x"}}}))
    store = SettingsStore(places)
    assert store.get(declared.MAX_TRIES) == 5
    assert store.notice is not None
    assert "Most tries of one action (saving.max_tries) is 'lots'" in store.notice
    assert "Profile “s”, Port 'x': give a whole number" in store.notice


def test_a_file_of_a_newer_version_is_used_and_said_so(places: Places) -> None:
    given(places, json.dumps({"format": 2, "options": {"saving.max_tries": 4}}))
    store = SettingsStore(places)
    assert store.get(declared.MAX_TRIES) == 4
    assert "newer Stockroom" in (store.notice or "")
    store.set(declared.MAX_TRIES, 3)
    assert tree(places)["format"] == 2


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"options": []}',
        b"\xff\xfe{}",
        b"\x00" * 4096,
        b"[" * 100_000,
    ],
    ids=["empty", "cut", "list", "null", "section", "encoding", "zeros", "deep"],
)
def test_a_broken_file_is_set_aside_and_never_lost(places: Places, broken: bytes) -> None:
    given(places, broken)
    store = SettingsStore(places)
    assert store.get(declared.MAX_TRIES) == 5
    (aside,) = places.config.glob("settings.broken-*.json")
    assert aside.read_bytes() == broken
    assert str(aside) in (store.notice or "")
    assert not places.settings_file.exists()
    store.set(declared.MAX_TRIES, 3)
    assert SettingsStore(places).get(declared.MAX_TRIES) == 3
    assert aside.read_bytes() == broken


def test_two_broken_files_of_one_second_are_both_kept(places: Places) -> None:
    for text in ("{1", "{2"):
        places.config.mkdir(parents=True, exist_ok=True)
        places.settings_file.write_text(text)
        SettingsStore(places)
    assert {path.read_text() for path in places.config.glob("settings.broken-*.json")} == {"{1", "{2"}


def test_a_file_that_breaks_while_the_program_runs_loses_nothing(places: Places) -> None:
    store = SettingsStore(places)
    store.save_profile(SHOP)
    places.settings_file.write_text("{")
    store.set(declared.MAX_TRIES, 3)
    assert store.notice is not None
    again = SettingsStore(places)
    assert again.profile("shop") == SHOP
    assert again.get(declared.MAX_TRIES) == 3


def test_a_file_that_cannot_be_read_is_left_alone(places: Places) -> None:
    places.settings_file.mkdir(parents=True)  # works for root too, whom no mode keeps out
    store = SettingsStore(places)
    assert "cannot be read" in (store.notice or "")
    with pytest.raises(SettingsNotSavedError, match="hold until the program ends"):
        store.set(declared.MAX_TRIES, 3)
    assert store.get(declared.MAX_TRIES) == 3
    assert places.settings_file.is_dir()


def test_a_directory_that_cannot_be_made_is_told_and_later_all_is_written(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    places = Places.of_user(tmp_path / "taken")
    store = SettingsStore(places)
    with pytest.raises(SettingsNotSavedError) as caught:
        store.set(declared.MAX_TRIES, 3)
    assert str(places.settings_file) in caught.value.message
    (tmp_path / "taken").unlink()
    store.set(declared.THEME, "dark")
    assert SettingsStore(places).get(declared.MAX_TRIES) == 3


def test_a_write_that_fails_leaves_the_old_file_whole(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SettingsStore(places)
    store.set(declared.MAX_TRIES, 3)
    before = places.settings_file.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsNotSavedError, match="No space left on device"):
        store.set(declared.MAX_TRIES, 4)
    assert places.settings_file.read_bytes() == before
    assert sorted(path.name for path in places.config.iterdir() if path.suffix != ".lock") == ["settings.json"]


def test_two_stores_do_not_undo_each_others_changes(places: Places) -> None:
    one, two = SettingsStore(places), SettingsStore(places)
    one.set(declared.MAX_TRIES, 3)
    two.set(declared.THEME, "dark")
    two.put(declared.COLUMNS, "stock", "a")
    one.put(declared.COLUMNS, "products", "b")
    one.save_profile(SHOP)
    two.save_profile(SHOP.changed(id="nord", name="Warehouse Nord"))
    third = SettingsStore(places)
    assert third.get(declared.MAX_TRIES) == 3
    assert third.get(declared.THEME) is declared.Theme.DARK
    assert third.get(declared.COLUMNS) == {"stock": "a", "products": "b"}
    assert [profile.name for profile in third.profiles()] == ["This computer", "Shop", "Warehouse Nord"]


def test_a_store_sees_what_another_one_changed(places: Places) -> None:
    one, two = SettingsStore(places), SettingsStore(places)
    assert two.refresh() is False
    one.set(declared.MAX_TRIES, 3)
    assert two.get(declared.MAX_TRIES) == 5
    assert two.refresh() is True
    assert two.get(declared.MAX_TRIES) == 3
    assert two.refresh() is False


WRITER = """
import sys
from pathlib import Path
from inventory_app.settings import declared
from inventory_app.settings.places import Places
from inventory_app.settings.store import SettingsStore
store = SettingsStore(Places.of_user(Path(sys.argv[1])))
for number in range(25):
    store.put(declared.COLUMNS, f"{sys.argv[2]}-{number}", "x")
"""


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name], cwd=Path(__file__).parents[3])
        for name in ("a", "b", "c")
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    assert len(SettingsStore(Places.of_user(tmp_path)).get(declared.COLUMNS)) == 75


def test_profiles_are_found_by_id_and_by_name(places: Places) -> None:
    store = SettingsStore(places)
    store.save_profile(SHOP)
    assert store.profile("shop") == store.profile("Shop") == store.profile(" SHOP ") == SHOP
    with pytest.raises(UnknownProfileError) as caught:
        store.profile("Shoe")
    assert caught.value.message == ("There is no database profile “Shoe”; there are “This computer”, “Shop”.")


def test_a_profile_that_cannot_work_is_not_kept(places: Places) -> None:
    store = SettingsStore(places)
    with pytest.raises(InvalidSettingError) as caught:
        store.save_profile(SHOP.changed(host=""))
    assert caught.value.key == "host"
    store.save_profile(SHOP)
    with pytest.raises(InvalidSettingError, match="choose another name"):
        store.save_profile(SHOP.changed(id="other", name="sHOP"))
    store.save_profile(SHOP.changed(name="SHOP"))
    assert len(store.profiles()) == 2


def test_the_profile_in_use_is_remembered_with_its_time(places: Places) -> None:
    store = SettingsStore(places)
    store.save_profile(SHOP)
    assert store.last_used("shop") is None
    store.use_profile("shop")
    again = SettingsStore(places)
    assert again.profile_in_use() == SHOP
    moment = again.last_used("shop")
    assert moment is not None
    assert moment.utcoffset() is not None


def test_a_profile_is_removed_but_not_the_one_in_use(places: Places) -> None:
    store = SettingsStore(places)
    store.save_profile(SHOP)
    with pytest.raises(InvalidSettingError, match="switch to another database first"):
        store.remove_profile("this-computer")
    store.use_profile("shop")
    store.remove_profile("this-computer")
    assert [profile.id for profile in SettingsStore(places).profiles()] == ["shop"]
    with pytest.raises(InvalidSettingError):
        store.remove_profile("shop")


def test_a_profile_in_use_that_is_gone_falls_back_to_this_computer(places: Places) -> None:
    given(places, json.dumps({"profile_in_use": "gone", "profiles": {"this-computer": None}}))
    assert SettingsStore(places).profile_in_use().name == "This computer"


def test_no_password_can_get_into_the_file(places: Places) -> None:
    store = SettingsStore(places)
    store.save_profile(Profile.from_url("postgresql+asyncpg://app:geheim@db.shop.lan/stock", "Shop"))
    assert "geheim" not in places.settings_file.read_text()


def test_a_symbolic_link_to_the_file_stays_one(places: Places, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.json"
    kept.write_text("{}")
    places.config.mkdir(parents=True)
    places.settings_file.symlink_to(kept)
    SettingsStore(places).set(declared.MAX_TRIES, 3)
    assert places.settings_file.is_symlink()
    assert json.loads(kept.read_text())["options"] == {"saving.max_tries": 3}


def test_the_version_of_a_missing_file_is_none(tmp_path: Path) -> None:
    assert settings_file.version(tmp_path / "nothing") is None
