"""The lock files pin all that is needed, exactly, and name no place where it has to come from."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def _lines(lock: str) -> list[str]:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _locked(*locks: str) -> dict[str, Requirement]:
    """What applies on this machine, by name."""
    found = [Requirement(line) for lock in locks for line in _lines(lock)]
    return {canonicalize_name(pin.name): pin for pin in found if pin.marker is None or pin.marker.evaluate()}


@pytest.mark.parametrize("lock", LOCKS)
def test_each_line_pins_one_version_and_nothing_else(lock: str) -> None:
    lines = _lines(lock)
    for line in lines:
        assert re.fullmatch(r'[A-Za-z0-9._-]+==[0-9][0-9.]*( ; (sys_platform|python_version) \S+ "[\w.]+")?', line)
    names = [line.split("==")[0].lower() for line in lines]
    assert names == sorted(set(names))


@pytest.mark.parametrize(("group", "locks"), [("run", LOCKS[:1]), ("dev", LOCKS)])
def test_the_lock_is_complete(group: str, locks: tuple[str, ...]) -> None:
    """Everything asked for in pyproject.toml, and everything that this asks for in turn, fits and is pinned."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(map(Requirement, project["project"]["dependencies"]))
    if group == "dev":
        wanted += map(Requirement, project["dependency-groups"]["dev"])
    locked = _locked(*locks)
    seen: set[tuple[str, str]] = set()
    while wanted:
        need = wanted.pop()
        pin = locked.get(canonicalize_name(need.name))
        assert pin, f"{need} is not pinned"
        pinned = str(pin.specifier).removeprefix("==")
        assert need.specifier.contains(pinned), f"{need} is pinned to {pinned}"
        for extra in ("", *need.extras):
            if (pin.name, extra) not in seen:
                seen.add((pin.name, extra))
                known = map(Requirement, requires(pin.name) or [])
                wanted += [one for one in known if one.marker is None or one.marker.evaluate({"extra": extra})]
    assert {name for name, _ in seen} == {pin.name for pin in locked.values()}, "something is pinned in vain"


def test_this_environment_has_the_pinned_versions() -> None:
    assert {pin.name: version(pin.name) for pin in _locked(*LOCKS).values()} == {
        pin.name: str(pin.specifier).removeprefix("==") for pin in _locked(*LOCKS).values()
    }
