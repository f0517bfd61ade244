"""Fixtures of all tests: both databases, the window's event loop, and a home that is not the person's."""

from __future__ import annotations

import asyncio
import gc
import os
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from tests.support.run_folder import make_run_folder

# Before anything of Qt is imported: a bare machine has neither a runtime folder nor a UTF-8 locale, and Qt warns.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_API"] = "pyside6"
os.environ["LC_ALL"] = "C.UTF-8"
if "PYTEST_XDIST_WORKER" not in os.environ:  # these have the folder of the process that starts them
    make_run_folder()

import hypothesis
import keyring
import pytest

from tests.support.keyring_in_memory import MemoryKeyring
from tests.support.loops import LoopErrors, no_events_between_phases, qt_loop

pytest_plugins = ["tests.support.databases"]

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

_LOOP_ERRORS = pytest.StashKey[LoopErrors]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_LOOP_ERRORS] = LoopErrors()
    # How long an example takes says nothing on a machine that runs other tests at the same time.
    hypothesis.settings.register_profile("stockroom", deadline=None)
    hypothesis.settings.load_profile("stockroom")


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """tests/gui runs on the window's loop, everything else on asyncio's."""
    errors = config.stash[_LOOP_ERRORS]
    if "gui" in item.path.relative_to(config.rootpath).parts:
        return {"qt": errors.watch(qt_loop)}
    return {"asyncio": errors.watch(asyncio.new_event_loop)}


@pytest.fixture
def loop_errors(pytestconfig: pytest.Config) -> LoopErrors:
    """What the loop reported; a test that provokes a report has to `take()` it."""
    return pytestconfig.stash[_LOOP_ERRORS]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Look for garbage among what this test made only: among everything it takes a second."""
    gc.freeze()
    try:
        with no_events_between_phases() if item.get_closest_marker("asyncio") else nullcontext():
            return (yield)
    finally:
        gc.unfreeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """A task that failed while nobody looked fails the test that started it."""
    result = yield
    if item.get_closest_marker("asyncio"):
        gc.collect()  # a forgotten task reports itself when it is collected
    reports = item.config.stash[_LOOP_ERRORS].take()
    if reports:
        pytest.fail("the event loop reported:\n" + "\n\n".join(reports), pytrace=False)
    return result


@pytest.fixture(autouse=True)
def private_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, data and caches lie in a folder of this test alone, also for programs that it starts."""
    home = tmp_path / "home"
    for name, folder in {
        "HOME": ".",
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache",
        "WIN_PD_OVERRIDE_APPDATA": "AppData/Roaming",
        "WIN_PD_OVERRIDE_LOCAL_APPDATA": "AppData/Local",
    }.items():
        path = home / folder
        path.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(path))
    for name in [name for name in os.environ if name.startswith("INVENTORY_APP_")]:
        monkeypatch.delenv(name)
    return home


@pytest.fixture(autouse=True)
def memory_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    """Never the real keyring; a program started by a test has none at all."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    before = keyring.get_keyring()
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The window speaks German."""
    from inventory_app.ui import translation

    loaded = translation.install(qapp, "de")
    yield
    for one in loaded:
        qapp.removeTranslator(one)


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, Any, Any]:
    """A report on its way between processes has to be text that can be encoded; some tests log half characters."""
    data = yield
    return _encodable(data)


def _encodable(data: Any) -> Any:
    if isinstance(data, str):
        return data.encode("utf-8", "backslashreplace").decode()
    if isinstance(data, dict):
        return {_encodable(key): _encodable(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return type(data)(_encodable(value) for value in data)
    return data
