"""The program as a process on a desktop of its own: started, operated by keyboard and mouse, read, and ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Self

from tests.support.accessibility import Accessibility, Seen
from tests.support.desktop import TYPED, Desktop, die_with_parent
from tests.support.patience import PATIENCE, wait_for

MAIN = Path(__file__).parents[2] / "main.py"


class Program:
    """`Program(desktop, home).start()`; what is asked is the state of the screen at that moment."""

    def __init__(self, desktop: Desktop, home: Path, *arguments: str) -> None:
        self.desktop = desktop
        self.home = home
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None
        self._accessibility: Accessibility | None = None
        self._complaints = home / "stderr.txt"

    # ---------------------------------------------------------------------------------------- beginning and end

    def start(self, **environment: str) -> Self:
        """Until its window is there and has the keyboard."""
        self.home.mkdir(parents=True, exist_ok=True)
        with self._complaints.open("wb") as complaints:
            self._process = subprocess.Popen(
                [sys.executable, str(MAIN), *self._arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                env={**self.desktop.environment, "INVENTORY_APP_HOME": str(self.home), **environment},
                preexec_fn=die_with_parent if sys.platform == "linux" else None,
            )
        self._accessibility = Accessibility(self.desktop.bus, self._process.pid)
        wait_for(self._is_up, what="the window", also=lambda: f"on stderr: {self.complaints!r}")
        return self

    def _is_up(self) -> bool:
        assert self._process is not None
        if self._process.poll() is not None:
            raise AssertionError(f"the program ended with {self._process.returncode}:\n{self.complaints}")
        return self.reading.found() and any(one.role == "frame" and "active" in one for one in self.everything())

    @property
    def process(self) -> subprocess.Popen[bytes]:
        assert self._process is not None, "not started"
        return self._process

    @property
    def reading(self) -> Accessibility:
        assert self._accessibility is not None, "not started"
        return self._accessibility

    @property
    def complaints(self) -> str:
        """What it wrote to stderr."""
        return self._complaints.read_text(errors="replace")

    def ended(self, patience: float = PATIENCE) -> int:
        """The exit status, as soon as there is one."""
        return self.process.wait(patience)

    def terminate(self) -> int:
        """End it as the end of a session does; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.ended()

    def stop(self) -> None:
        """Whatever state it is in: after a test that failed, too."""
        if self._accessibility is not None:
            self._accessibility.close()
            self._accessibility = None
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                os.kill(self._process.pid, signal.SIGKILL)
                self._process.wait(10)

    # ------------------------------------------------------------------------------------------ what is on screen

    def everything(self) -> list[Seen]:
        return list(self.reading.everything())

    def find(self, name: str = "", *, role: str = "", key: str = "") -> Seen | None:
        """The first widget on screen that fits: its name (or a part of it), role, objectName."""
        for one in self.reading.everything():
            if name in one.name and role in ("", one.role) and key in ("", one.key):
                return one
        return None

    def shows(self, words: str) -> bool:
        """Whether these words stand anywhere on screen."""
        return self.find(words) is not None

    def focused(self) -> Seen | None:
        """Where typing goes: the innermost widget that has the focus."""
        return next((one for one in reversed(self.everything()) if "focused" in one), None)

    def rows(self, key: str) -> list[list[str]]:
        """The first rows of a table, by its objectName; [] when it is not shown."""
        table = self.find(role="table", key=key)
        return self.reading.cells(table) if table is not None else []

    def entries(self, key: str) -> list[str]:
        """What a list holds, by its objectName; [] when it is not shown."""
        listed = self.find(role="list", key=key)
        return [one.name for one in self.reading.entries(listed)] if listed is not None else []

    def text(self, key: str) -> str:
        """What stands in a field, by its objectName."""
        field = self.find(key=key)
        return self.reading.text(field) if field is not None else ""

    def screen_words(self) -> str:
        """Everything that can be read, for the message of a test that waited in vain."""
        words = [str(one) + (" *" if "focused" in one else "") for one in self.everything() if one.name or one.key]
        return f"keyboard in “{self.desktop.title()}”; on screen:\n  " + "\n  ".join(words) + f"\n{self.complaints}"

    # -------------------------------------------------------------------------------------------------- waiting

    def until_shows(self, words: str, patience: float = PATIENCE) -> Seen:
        return wait_for(lambda: self.find(words), patience, f"“{words}” on screen", self.screen_words)

    def until_gone(self, words: str, patience: float = PATIENCE) -> None:
        wait_for(lambda: not self.shows(words), patience, f"“{words}” to go", self.screen_words)

    def until_key(self, key: str, patience: float = PATIENCE) -> Seen:
        """A widget of this objectName is on screen."""
        return wait_for(lambda: self.find(key=key), patience, f"“{key}” on screen", self.screen_words)

    def until_no_key(self, key: str, patience: float = PATIENCE) -> None:
        wait_for(lambda: self.find(key=key) is None, patience, f"“{key}” to go", self.screen_words)

    def until_enabled(self, key: str, patience: float = PATIENCE) -> Seen:
        """A widget of this objectName can be used."""

        def able() -> Seen | None:
            one = self.find(key=key)
            return one if one is not None and "enabled" in one else None

        return wait_for(able, patience, f"“{key}” to be enabled", self.screen_words)

    def until_front(self, key: str) -> None:
        """The window of this objectName has the keyboard."""

        def in_front() -> bool:
            return any(one.key == key and "active" in one for one in self.everything())

        wait_for(in_front, what=f"the window “{key}” in front", also=self.screen_words)

    def until_focus(self, name: str = "", *, key: str = "", patience: float = PATIENCE) -> Seen:
        """The keyboard is in the widget of this name or objectName."""

        def there() -> Seen | None:
            one = self.focused()
            return one if one is not None and name in one.name and key in ("", one.key) else None

        return wait_for(there, patience, f"the focus in {name or key}", self.screen_words)

    def until_window(self, title: str) -> None:
        """The window of this title has the keyboard."""
        wait_for(lambda: self.desktop.title() == title, what=f"the window “{title}”", also=self.screen_words)

    def until_row(self, key: str, *words: str) -> list[str]:
        """A row of this table has a cell for each of these words."""

        def there() -> list[str] | None:
            return next((row for row in self.rows(key) if all(word in row for word in words)), None)

        def seen() -> str:
            return f"rows {self.rows(key)}; {self.screen_words()}"

        return wait_for(there, what=f"a row with {words}", also=seen)

    def until_rows(self, key: str) -> list[list[str]]:
        """A table shows any rows at all."""
        return wait_for(lambda: self.rows(key), what=f"rows in {key}", also=self.screen_words)

    # ----------------------------------------------------------------------------------------- keyboard and mouse

    def press(self, *keys: str) -> None:
        self.desktop.press(*keys)

    def type(self, words: str, delay: int = TYPED) -> None:
        """As a person does, unless another ``delay`` in ms is asked for."""
        self.desktop.type(words, delay)

    def scan(self, code: str, *ends: str) -> None:
        """As a scanner does: at once. ``ends`` are keys by their X names, Enter if none is named."""
        self.desktop.scan(code, *(ends or ("Return",)))

    def click(self, name: str = "", *, key: str = "") -> None:
        """With the mouse, in the middle of the widget of this name or objectName."""
        seen = wait_for(lambda: self.find(name, key=key), what=f"{name or key} to click", also=self.screen_words)
        self.desktop.click(*self.reading.middle(seen))

    def click_off(self, key: str) -> None:
        """A click, and the mouse out of the picture again."""
        self.until_enabled(key)
        self.click(key=key)
        self.desktop.park_mouse()

    def go_to(self, keys: str, page: str) -> None:
        """To another screen by its shortcut, whatever language its title is in."""
        self.press(keys)
        self.until_front("main-window")
        self.until_key(f"page-{page}")

    def go(self, keys: str, title: str) -> None:
        """To another screen by its shortcut."""
        self.press(keys)
        self.until_window(f"{title} – Stockroom")
