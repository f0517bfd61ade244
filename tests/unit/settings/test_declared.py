"""Options: defaults fit their own checks, misfits are told with name, value and what to do."""

from __future__ import annotations

import getpass
import json
import platform
from typing import TYPE_CHECKING, Any

import pytest

from inventory_app.settings import declared
from inventory_app.settings.errors import InvalidSettingError

if TYPE_CHECKING:
    from inventory_app.settings.declared import Option


@pytest.mark.parametrize("option", declared.OPTIONS, ids=lambda option: option.key)
def test_each_default_passes_its_own_check_and_fits_into_json(option: Option[Any]) -> None:
    default = option.default()
    assert option.check(default) == default
    assert option.check(json.loads(json.dumps(default))) == default
    assert option.label
    assert option.help


def test_keys_are_unique_and_found() -> None:
    assert len({option.key for option in declared.OPTIONS}) == len(declared.OPTIONS)
    assert declared.by_key("look.theme") is declared.THEME
    assert declared.by_key("look.unknown") is None


def test_every_option_of_the_module_is_in_the_table() -> None:
    named = {value.key for value in vars(declared).values() if isinstance(value, declared.Option)}
    assert named == {option.key for option in declared.OPTIONS}


def test_the_limits_of_retries_are_the_promised_ones() -> None:
    promised: dict[Option[Any], float] = {
        declared.MAX_TRIES: 5,
        declared.TOTAL_SECONDS: 15,
        declared.BASE_DELAY_SECONDS: 0.05,
        declared.MAX_DELAY_SECONDS: 2,
        declared.POOL_WAIT_SECONDS: 5,
        declared.LOCK_TIMEOUT_SECONDS: 5,
        declared.STATEMENT_TIMEOUT_SECONDS: 60,
        declared.IMPORT_WAIT_SECONDS: 600,
    }
    assert {option.key: option.default() for option in promised} == {o.key: v for o, v in promised.items()}


def test_the_person_and_the_workstation_are_the_systems_names(monkeypatch: pytest.MonkeyPatch) -> None:
    assert declared.ACTOR.default() == getpass.getuser()
    assert declared.WORKSTATION.default() == platform.node()

    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert declared.ACTOR.default() == "unknown"


def test_a_misfit_names_option_value_and_what_to_do() -> None:
    with pytest.raises(InvalidSettingError) as caught:
        declared.MAX_TRIES.check("many")
    assert caught.value.key == "saving.max_tries"
    assert caught.value.message == (
        "Most tries of one action (saving.max_tries) is 'many': give a whole number from 1 to 20."
    )


def test_a_long_value_is_shortened_in_the_message() -> None:
    with pytest.raises(InvalidSettingError) as caught:
        declared.ACTOR.check("x" * 5_000)
    assert len(caught.value.message) < 200
    assert "at most 200 characters, this has 5,000" in caught.value.message


@pytest.mark.parametrize(
    ("option", "given", "read"),
    [
        (declared.MAX_TRIES, " 7 ", 7),
        (declared.MAX_TRIES, 7.0, 7),
        (declared.TOTAL_SECONDS, "2,5", 2.5),
        (declared.TOTAL_SECONDS, 3, 3.0),
        (declared.THEME, "dark", declared.Theme.DARK),
        (declared.ACTOR, "  Mira  ", "Mira"),
        (declared.COLUMNS, {"stock": "abc"}, {"stock": "abc"}),
    ],
)
def test_what_forms_and_files_hold_is_read(option: Option[Any], given: object, read: object) -> None:
    found = option.check(given)
    assert found == read
    assert type(found) is type(read)


@pytest.mark.parametrize(
    ("option", "given"),
    [
        (declared.MAX_TRIES, 0),
        (declared.MAX_TRIES, 21),
        (declared.MAX_TRIES, True),
        (declared.MAX_TRIES, 2.5),
        (declared.MAX_TRIES, None),
        (declared.TOTAL_SECONDS, float("nan")),
        (declared.TOTAL_SECONDS, float("inf")),
        (declared.TOTAL_SECONDS, True),
        (declared.TOTAL_SECONDS, "soon"),
        (declared.THEME, "Dark blue"),
        (declared.THEME, 1),
        (declared.SQL_LOG, 1),
        (declared.SQL_LOG, "true"),
        (declared.ACTOR, ""),
        (declared.ACTOR, "   "),
        (declared.ACTOR, "a\nb"),
        (declared.ACTOR, 5),
        (declared.COLUMNS, ["stock"]),
        (declared.COLUMNS, {"stock": 5}),
    ],
)
def test_misfits_are_refused(option: Option[Any], given: object) -> None:
    with pytest.raises(InvalidSettingError):
        option.check(given)
