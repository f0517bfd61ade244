"""The search and command box: screens and commands at once, records as soon as the database has answered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.popup import Found

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy.ext.asyncio import AsyncSession

    from inventory_app.ui.runtime.query_runner import QueryRunner
    from inventory_app.ui.screen import Command, Finder
    from inventory_app.ui.widgets.search_box import SearchBox

_MOST_COMMANDS = 6


@dataclass(slots=True)
class _Asked:
    """One question on its way."""

    number: int = 0
    words: str = ""
    commands: tuple[Found, ...] = ()
    records: dict[str, tuple[Found, ...]] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)


class FindPresenter(QObject):
    """Each finder answers by itself; the list grows as they do, commands last."""

    def __init__(self, box: SearchBox, queries: QueryRunner, commands: Sequence[Command], parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._queries = queries
        self._commands = tuple(commands)
        self._finders: tuple[Finder, ...] = ()
        self._asked = _Asked()
        box.wanted.connect(self._look)
        box.chosen.connect(self._chosen)
        box.entered.connect(self._entered)

    def set_finders(self, finders: Sequence[Finder]) -> None:
        self._finders = tuple(finders)

    def add_commands(self, commands: Sequence[Command]) -> None:
        self._commands += tuple(commands)

    def _look(self, words: str, number: int) -> None:
        commands = tuple(self._matching(words))[:_MOST_COMMANDS]
        self._asked = _Asked(number, words, commands, waiting={finder.name for finder in self._finders})
        for finder in self._finders:
            self._queries.ask(
                self,
                f"find {finder.name}",
                partial(_asking, finder, words),
                partial(self._answered, finder, number),
                failed=partial(self._failed, finder, number),
            )
        if commands or not self._finders:
            self._show()

    def _entered(self, _words: str) -> None:
        """Enter before there was an answer: it comes at once, and is chosen from."""
        self._box.ask()

    def _matching(self, words: str) -> list[Found]:
        wanted = words.casefold().split()
        found = [one for one in self._commands if all(word in one.title.casefold() for word in wanted)]
        # What begins with the words stands before what has them somewhere.
        found.sort(key=lambda one: not one.title.casefold().startswith(words.casefold()))
        return [Found(one.run, one.title, detail=one.shortcut, icon_name=one.icon_name) for one in found]

    def _answered(self, finder: Finder, number: int, found: Sequence[Found]) -> None:
        if number == self._asked.number:
            choose = finder.choose
            self._asked.records[finder.name] = tuple(replace(one, value=partial(choose, one)) for one in found)
            self._asked.waiting.discard(finder.name)
            self._show()

    def _failed(self, finder: Finder, number: int, _fault: object) -> None:
        self._answered(finder, number, ())

    def _show(self) -> None:
        records = [one for finder in self._finders for one in self._asked.records.get(finder.name, ())]
        found = [*records, *self._asked.commands]
        note = (
            ""
            if found or self._asked.waiting
            else translate("Find", "Nothing found for “{words}”").format(words=self._asked.words)
        )
        self._box.show_found(self._asked.number, found, note)

    def _chosen(self, found: Found) -> None:
        run: Callable[[], None] = found.value  # type: ignore[assignment]
        run()


async def _asking(finder: Finder, words: str, session: AsyncSession) -> Sequence[Found]:
    return await finder.look(session, words)
