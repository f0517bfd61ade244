"""What a tour of pictures works with: a desktop of the wanted size, the program in it, and a second workstation."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.support.desktop import Desktop
from tests.support.patience import wait_for
from tests.support.postgres import PASSWORD, USER, Postgres
from tests.support.program import MAIN, Program

SIZE = (1280, 800)
_WINDOW_FRAMES = {"light": "Clearlooks", "dark": "Onyx"}
_SLOW = 90.0


@dataclass
class Studio:
    """One tour: its own home, theme and, when it wants one, database on the server."""

    home: Path
    folder: Path
    theme: str
    server: Postgres
    language: str = "en"

    # ------------------------------------------------------------------------------------------------ what is shown

    def prepare(
        self,
        profiles: Mapping[str, Mapping[str, object]] | None = None,
        in_use: str = "",
        options: Mapping[str, object] | None = None,
    ) -> None:
        """The settings with which the program starts: who sits here, the look, profiles of databases."""
        chosen: dict[str, object] = {
            "person.actor": "Mira Kowalski",
            "person.workstation": "TILL-1",
            "look.theme": self.theme,
            "look.language": self.language,
            "numbers.currency_sign": "€",
            **(options or {}),
        }
        tree: dict[str, object] = {"format": 1, "options": chosen, "profiles": dict(profiles or {}), "used": {}}
        if in_use:
            tree["profile_in_use"] = in_use
        config = self.home / "config"
        config.mkdir(parents=True, exist_ok=True)
        (config / "settings.json").write_text(json.dumps(tree))

    @contextmanager
    def program(
        self, *arguments: str, size: tuple[int, int] = SIZE, scale: float = 1.0, **environment: str
    ) -> Iterator[Program]:
        """The program, filling the screen, until the pictures are taken."""
        with Desktop(size, fill=True, theme=_WINDOW_FRAMES[self.theme]) as desktop:
            program = Program(desktop, self.home, *arguments)
            try:
                desktop.park_mouse()
                yield program.start(QT_SCALE_FACTOR=str(scale), **environment)
                assert "Traceback" not in program.complaints, program.complaints
            finally:
                program.stop()

    def shoot(self, program: Program, name: str) -> Path:
        """The screen as it is as soon as it stands still."""
        path = self.folder / f"{name}-{self.theme}.png"
        still = self.home / "still.png"
        program.desktop.picture(path)

        def stands_still() -> bool:
            program.desktop.picture(still)
            same = still.read_bytes() == path.read_bytes()
            still.replace(path)
            return same

        wait_for(stands_still, what="a picture that stands still")
        return _compact(path)

    def snap(self, program: Program, name: str) -> Path:
        """The screen at this moment, for what moves."""
        return _compact(program.desktop.picture(self.folder / f"{name}-{self.theme}.png"))

    # -------------------------------------------------------------------------------------------------- its database

    def with_demo(self) -> None:
        """Settings, and the demo data in the file of "This computer"."""
        self.prepare()
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.command("demo")

    @property
    def file(self) -> Path:
        """The file of "This computer"."""
        return self.home / "data" / "stockroom.db"

    def database_on_server(self) -> str:
        """The URL of an empty database named stockroom."""
        asyncio.run(self._create("stockroom"))
        return self.server.url("stockroom")

    async def _create(self, name: str) -> None:
        connection = await asyncpg.connect(
            host="127.0.0.1", port=self.server.port, user=USER, password=PASSWORD, database="postgres"
        )
        try:
            await connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            await connection.execute(f"CREATE DATABASE {name}")
        finally:
            await connection.close()

    def profile(self, name: str, port: int, **more: object) -> dict[str, object]:
        """A profile of the server, as the settings keep it."""
        place = {"name": name, "kind": "postgresql", "host": "127.0.0.1", "port": port, "database": "stockroom"}
        return {**place, "user": USER, **more}

    def command(self, *arguments: str, url: str = "", lines: Sequence[Mapping[str, object]] = ()) -> str:
        """The command line as a colleague at another workstation."""
        home = self.home / "colleague"
        (home / "config").mkdir(parents=True, exist_ok=True)
        options = {"person.actor": "Jonas Weber", "person.workstation": "OFFICE"}
        (home / "config" / "settings.json").write_text(json.dumps({"format": 1, "options": options}))
        database = url or f"sqlite+aiosqlite:///{self.file}"
        done = subprocess.run(
            [sys.executable, str(MAIN), "--database", database, *arguments],
            check=False,
            input="".join(json.dumps(line) + "\n" for line in lines),
            capture_output=True,
            text=True,
            timeout=_SLOW,
            env={**os.environ, "INVENTORY_APP_HOME": str(home)},
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def apply(self, *lines: Mapping[str, object], url: str = "") -> None:
        """Actions of a colleague at another workstation."""
        file = self.home / "actions.jsonl"
        file.write_text("".join(json.dumps(line) + "\n" for line in lines))
        self.command("apply", str(file), url=url)


def _compact(path: Path) -> Path:
    """With a palette: a third of the size, and no eye sees the difference."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    palette = _palette(Counter(memoryview(image.constBits()).cast("I")))
    flags = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    small = image.convertToFormat(QImage.Format.Format_Indexed8, palette, flags)
    if not small.save(str(path)):
        raise OSError(f"could not write {path}")
    return path


def _palette(counts: Counter[int]) -> list[int]:
    """256 colours: one for each neighbourhood of colours first, so that rare hues stay, then the most frequent."""
    found: dict[int, int] = {}
    for color, _count in counts.most_common():
        found.setdefault(color & 0xE0F0E0, color)
    chosen = list(found.values())[:224]
    chosen += [color for color, _count in counts.most_common(512) if color not in set(chosen)]
    return chosen[:256]
