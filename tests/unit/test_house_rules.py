"""The house rules of CONTRIBUTING.md that a program can check, read from the source itself.

An exception is one line in a list here, with its reason beside it.
"""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.support.house import ROOT, Source, length, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_FILE = 400
LONGEST_FUNCTION = 40

# Where a task may be started: each of these keeps it, awaits it, and reports how it failed.
MAY_START_TASKS = (
    "inventory_app/ui/runtime/",
    "inventory_app/actions/perform/",
    "inventory_app/command_line/",
    "inventory_app/command_line.py",
    "inventory_app/database/to_the_end.py",  # awaits the task that it starts, also through a cancellation,
    "inventory_app/database/asking.py",  # awaits it too, and stops what runs in SQLite's thread
    "inventory_app/database/database.py",  # a connection that is given up while it is made; close() awaits it
)
MAY_END_TRANSACTIONS = (
    "inventory_app/actions/perform/",
    "inventory_app/database/migrations/",  # a whole database at once
)
MAY_SPELL_TRANSACTIONS = (
    *MAY_END_TRANSACTIONS,
    "inventory_app/database/",  # the words themselves are the dialects' business
    "inventory_app/importing/targets.py",  # a scratch file of the checking process, nobody's data
)
MAY_BE_LONG = ("inventory_app/database/migrations/versions/",)  # a list of tables and columns

# Each of these runs a nested event loop, in which other tasks lose their wake-up.
NESTED_LOOPS = {
    "exec", "exec_", "processEvents", "getOpenFileName", "getOpenFileNames", "getSaveFileName",
    "getExistingDirectory", "getText", "getItem", "getInt", "getDouble", "getColor", "getFont",
}  # fmt: skip
MESSAGE_BOXES = {"question", "information", "warning", "critical", "about", "aboutQt"}


@cache
def package() -> list[Source]:
    return sources("inventory_app")


@cache
def all_tests() -> list[Source]:
    return sources("tests")


def teardown_module() -> None:
    """Let go of the syntax trees; they are a large part of what the garbage collector would look at."""
    package.cache_clear()
    all_tests.cache_clear()


def outside(files: Iterable[Source], *places: str) -> Iterator[Source]:
    return (source for source in files if not source.is_in(*places))


def test_there_is_something_to_look_at() -> None:
    assert len(package()) > 20
    assert len(all_tests()) > 10


# --- the event loop


def test_no_nested_event_loop() -> None:
    found = [
        source.at(node)
        for source in package()
        for owner, name, node in source.calls()
        if (owner and name in NESTED_LOOPS) or (owner == "QMessageBox" and name in MESSAGE_BOXES)
    ]
    assert found == [], "open() the dialog and await its `finished` instead (ui/runtime has the means)"


def test_no_async_slot() -> None:
    found = [source.name for source in package() if re.search(r"\basync(Slot|Close)\b", source.text)]
    assert found == [], "qasync keeps such a task weakly and swallows its cancellation: start it by a runner"


def test_tasks_are_started_in_few_places() -> None:
    found = [
        source.at(node)
        for source in outside(package(), *MAY_START_TASKS)
        for owner, name, node in source.calls()
        # A task group waits for its tasks, so nothing is lost there.
        if name in {"create_task", "ensure_future"} and not owner.endswith(("group", "tasks"))
    ]
    assert found == [], "a task that nobody awaits fails unseen: use the runners, or a TaskGroup"


def test_no_cancel_is_lost_in_waiting() -> None:
    found = [
        source.at(node)
        for source in package()
        for owner, name, node in source.calls()
        if (owner, name) == ("asyncio", "wait_for")
    ]
    assert found == [], "in Python 3.11 it drops a cancel that comes as the awaited ends: use asyncio.timeout"


# --- transactions


def test_only_perform_ends_transactions() -> None:
    owners = re.compile(r"(session\w*|connection|engine|transaction|savepoint|maker|factory)(\(.*\))?$", re.IGNORECASE)
    found = [
        source.at(node)
        for source in outside(package(), *MAY_END_TRANSACTIONS)
        for owner, name, node in source.calls()
        if name in {"begin", "commit", "rollback"} and owners.search(owner)
    ]
    assert found == [], "an action is committed by perform() and by nothing else"


def test_no_session_maker_begins() -> None:
    """`async_sessionmaker.begin()` hides a COMMIT that a cancellation cannot see; perform() has none either."""
    found = [
        source.at(node)
        for source in package()
        for owner, name, node in source.calls()
        if name == "begin" and re.search(r"(sessions|maker|factory)(\(.*\))?$", owner, re.IGNORECASE)
    ]
    assert found == []


def test_transactions_are_spelled_in_the_database_only() -> None:
    spelled = re.compile(r"\s*(BEGIN|COMMIT|ROLLBACK|START TRANSACTION)\b", re.IGNORECASE)
    found = [
        source.at(call)
        for source in outside(package(), *MAY_SPELL_TRANSACTIONS)
        for _, name, call in source.calls()
        if name in {"text", "execute", "exec_driver_sql"} and call.args
        and isinstance(call.args[0], ast.Constant) and spelled.match(str(call.args[0].value))
    ]  # fmt: skip
    assert found == []


# --- quantities and money


def test_the_domain_knows_no_floats() -> None:
    found = [
        source.at(node)
        for source in package()
        if source.is_in("inventory_app/domain/")
        for node in ast.walk(source.tree)
        if (isinstance(node, ast.Name) and node.id == "float")
        or (isinstance(node, ast.Constant) and isinstance(node.value, float))
    ]
    assert found == [], "quantities and money are Decimal; 0.1 + 0.2 is not 0.3 in floats"


def test_nothing_turns_amounts_into_floats() -> None:
    places = ("inventory_app/actions/", "inventory_app/queries/", "inventory_app/exporting/")
    found = [
        source.at(node)
        for source in package()
        if source.is_in(*places)
        for owner, name, node in source.calls()
        if name == "float" and not owner
    ]
    assert found == []


# --- state and failures


def test_no_global_state() -> None:
    """Neither `global` nor an empty container at the top of a module, waiting to be filled."""
    found = [source.at(node) for source in package() for node in ast.walk(source.tree) if isinstance(node, ast.Global)]
    found += [
        source.at(statement)
        for source in package()
        for statement in source.tree.body
        if isinstance(statement, ast.Assign | ast.AnnAssign) and _is_empty_container(statement.value)
    ]
    assert found == [], "what a thing needs is passed in"


def _is_empty_container(value: ast.expr | None) -> bool:
    if isinstance(value, ast.List | ast.Set):
        return not value.elts
    if isinstance(value, ast.Dict):
        return not value.keys
    called = value.func if isinstance(value, ast.Call) and not value.args and not value.keywords else None
    return isinstance(called, ast.Name) and called.id in {"dict", "list", "set", "defaultdict", "deque"}


def test_no_failure_is_swallowed() -> None:
    """An `except Exception: pass` hides what the person should have been told."""
    found = [
        source.at(node)
        for source in package()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
        and all(isinstance(statement, ast.Pass | ast.Continue) for statement in node.body)
    ]
    assert found == []


def test_no_possessive_group_in_a_pattern() -> None:
    """Python 3.11.0 to 3.11.4, Debian 12's among them, match `(?:...)*+` wrongly; `(?>(?:...)*)` is the same."""
    found = [
        source.at(node)
        for source in package()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and re.search(r"\)[*+?]\+", str(node.value))
    ]
    assert found == []


# --- shape


def test_files_are_short() -> None:
    found = {
        source.name: source.text.count("\n")
        for source in (*package(), *all_tests())
        if source.text.count("\n") >= LONGEST_FILE
    }
    assert found == {}


def test_functions_are_short() -> None:
    found = {
        f"{source.at(function)} {function.name}": length(function)
        for source in outside((*package(), *sources("tests/support")), *MAY_BE_LONG)
        for function in source.functions()
        if length(function) > LONGEST_FUNCTION
    }
    assert found == {}


def test_every_module_says_what_it_is() -> None:
    found = [source.name for source in (*package(), *all_tests()) if not ast.get_docstring(source.tree)]
    found = [name for name in found if (ROOT / name).stat().st_size]  # an empty file has nothing to tell
    assert found == []


def test_nothing_is_left_to_do() -> None:
    found = [source.name for source in package() if re.search(r"#.*\b(TODO|FIXME|XXX|HACK)\b", source.text)]
    assert found == []


# --- layers


def test_every_package_is_named_in_the_contracts() -> None:
    """import-linter checks what pyproject.toml names; a new package that nobody names would be free of rules."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    by_id = {contract["id"]: contract for contract in settings["tool"]["importlinter"]["contracts"]}
    layers = set(re.findall(r"inventory_app\.\w+", " ".join(by_id["layers"]["layers"])))
    packages = {f"inventory_app.{path.parent.name}" for path in (ROOT / "inventory_app").glob("*/__init__.py")}
    modules = {f"inventory_app.{path.stem}" for path in (ROOT / "inventory_app").glob("[!_]*.py")}
    assert packages | modules <= layers, "give it its layer"
    without_qt = packages - {"inventory_app.ui"}
    assert without_qt <= set(by_id["qt"]["source_modules"]), "only ui and bootstrap may know Qt"
    parts = {f"inventory_app.ui.{path.parent.name}" for path in (ROOT / "inventory_app/ui").glob("*/__init__.py")}
    without_sessions = parts - {"inventory_app.ui.runtime"}
    assert without_sessions <= set(by_id["orm"]["source_modules"]), "only runtime may know sessions"


# --- tests


@pytest.mark.parametrize("escape", ["skip", "skipif", "xfail", "importorskip", "skipUnless", "skipIf"])
def test_no_test_is_skipped(escape: str) -> None:
    found = [
        source.at(node)
        for source in all_tests()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute)
        and node.attr == escape
        and re.match(r"(pytest|unittest)(\.mark)?\.", ast.unparse(node))
        and not _names_a_platform(source, node)
    ]
    assert found == [], "a test that cannot run here fails and says what is missing"


def _names_a_platform(source: Source, mark: ast.Attribute) -> bool:
    """`skipif(sys.platform ...)`: what another system does not have cannot be tested there."""
    return any(
        node.func is mark and node.args and ast.unparse(node.args[0]).startswith("sys.platform")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
    )


def test_no_test_waits_for_a_time_inside_a_coroutine() -> None:
    """qtbot.wait* runs a nested Qt loop; in a coroutine the whole process hangs at its end."""
    found = [
        source.at(node)
        for source in all_tests()
        for function in source.functions()
        if isinstance(function, ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and re.match(r"qtbot\.wait|QTest\.qWait", ast.unparse(node.func))
    ]
    assert found == [], "use tests.support.waiting"
