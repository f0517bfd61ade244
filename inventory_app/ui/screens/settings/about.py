"""What this program is, of which parts it is made, and where it keeps its files."""

from __future__ import annotations

import platform
import sqlite3
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout

from inventory_app import __version__
from inventory_app.settings.places import Places
from inventory_app.ui.theme import Space, font
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button
from inventory_app.ui.widgets.labels import ElidedLabel, Glyph, text
from inventory_app.ui.widgets.layout import box, column, pad, row

_PACKAGES = ("PySide6-Essentials", "qasync", "SQLAlchemy", "aiosqlite", "asyncpg", "alembic", "polars", "keyring")
_NAMES = 160


def versions() -> tuple[tuple[str, str], ...]:
    """The program and its parts with their versions."""
    found = [
        ("Stockroom", __version__),
        ("Python", platform.python_version()),
        ("Qt", qVersion() or ""),
        ("SQLite", sqlite3.sqlite_version),
    ]
    for name in _PACKAGES:
        try:
            found.append((name, version(name)))
        except PackageNotFoundError:  # a frozen program carries no metadata
            continue
    return (*found, (translate("Settings", "System"), f"{platform.system()} {platform.release()} {platform.machine()}"))


class AboutView(QFrame):
    """Names and values below each other; all of them can be copied at once for a report."""

    def __init__(self, places: Places) -> None:
        super().__init__()
        self._folder = places.log_file.parent
        self._files = (
            (translate("Settings", "Settings"), places.settings_file),
            (translate("Settings", "Log"), places.log_file),
            (translate("Settings", "Databases"), places.data),
        )
        self.setObjectName("settings-about")
        self.setAccessibleName(translate("Settings", "About"))
        self.setProperty("role", "surface")
        self._note = text("", "caption")
        copy = Button(translate("Settings", "&Copy details"), name=translate("Settings", "Copy details"))
        copy.clicked.connect(self._copy)
        folder = Button(
            translate("Settings", "Open the &log folder"), name=translate("Settings", "Open the log folder")
        )
        folder.clicked.connect(self._open_folder)
        head = row(Glyph("stock", "accent", 24), text(f"Stockroom {__version__}", "title"), None, spacing=Space.M)
        licence = translate(
            "Settings",
            "MIT licence: free to use, change and pass on. The type is Inter, under the SIL Open Font License.",
        )
        parts = (
            head,
            text(translate("Settings", "Every action is one transaction, and you see what became of it."), "caption"),
            text(licence, "caption", wrap=True),
            Space.S,
            text(translate("Settings", "Made of"), "section"),
            _pairs(versions()[1:]),
            Space.S,
            text(translate("Settings", "Kept in"), "section"),
            _pairs([(name, str(path)) for name, path in self._files]),
            Space.S,
            row(copy, folder, self._note, None),
        )
        self.setLayout(column(*parts, None, margins=pad(Space.XL, Space.L)))

    def details(self) -> str:
        """Versions and places as lines."""
        files = tuple((name, str(path)) for name, path in self._files)
        return "\n".join(f"{name}: {value}" for name, value in (*versions(), *files))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details())
        self._note.setText(translate("Settings", "Copied."))

    def _open_folder(self) -> None:
        if not open_folder(self._folder):
            self._note.setText(
                translate("Settings", "This computer has no program to show folders; the log is in {folder}").format(
                    folder=self._folder
                )
            )


def open_folder(folder: Path) -> bool:
    """Show a folder in the system's own program; False when there is none."""
    if sys.platform.startswith("linux") and not QGuiApplication.platformName().startswith(("xcb", "wayland")):
        return False
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _pairs(pairs: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> QFrame:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.M)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnMinimumWidth(0, _NAMES)
    grid.setColumnStretch(1, 1)
    for line, (name, value) in enumerate(pairs):
        grid.addWidget(text(name, "caption"), line, 0)
        shown = ElidedLabel(value)
        shown.setFont(font(code=True))  # the reading face would write the x of x86 as a multiplication sign
        grid.addWidget(shown, line, 1)
    return box(grid)
