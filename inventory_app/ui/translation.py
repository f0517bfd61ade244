"""The language of the window: what a person reads goes through `translate`, by Qt's own means.

A text is written in English where it is shown, as one literal, so that `make translations` finds
it. Values are put in by name after it was translated, so that a language can order them as it
needs: ``translate("Sales", "{count} of {total}").format(count=…, total=…)``. Pieces are never joined to a sentence.
What is written at the top of a module exists before a language is loaded: it is marked there with
`QT_TRANSLATE_NOOP` and translated where it is shown.

What the command line prints, and the refusals that the actions give, stay English.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Self

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QKeySequence
from typing_extensions import override

from inventory_app import resources

SYSTEM = "system"
_FOLDER = "translations"
# What stands on keys, beside the letters and digits.
_KEYS = re.compile(r"((Ctrl|Alt|Shift)\+)*(Esc|Enter|Return|Del|Tab|Left|F\d+|[A-Z0-9,])")
_SOURCE = QLocale(QLocale.Language.English)


class Text(str):
    """A text for people that still knows its English: names for tests and settings stay the same in every language."""

    source: str

    def __new__(cls, shown: str, source: str) -> Self:
        made = super().__new__(cls, shown)
        made.source = source
        return made

    @override
    def format(self, *args: object, **values: object) -> Text:
        """Put the values in, in both languages."""
        return Text(super().format(*args, **values), self.source.format(*args, **values))


def english(text: str) -> str:
    """What stands in the sources: for object names and keys, never for people."""
    return text.source if isinstance(text, Text) else text


def object_name(text: str) -> str:
    """The name for tests and settings that a text gives its widget, whatever the language."""
    spoken = english(text).translate({ord(mark): None for mark in "&…:,"})
    return spoken.lower().replace(" ", "-")


def native_keys(keys: str) -> str:
    """The keys of a shortcut ("Ctrl+N", "Ctrl+N or Ctrl+Enter") as the keyboard names them here.

    Other words stay as they are.
    """
    first, _, others = keys.partition(" or ")
    if others and _KEYS.fullmatch(first):
        either = translate("Keys", "{keys} or {others}")
        return either.format(keys=native_keys(first), others=native_keys(others))
    if not _KEYS.fullmatch(keys):
        return keys
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys


def translate(context: str, text: str, note: str = "", count: int = -1) -> str:
    """``text`` in the language of the window. ``note`` tells two meanings of one text apart.

    With ``count`` the form that fits it: the sources say ``line(s)``, `stockroom_en.ts` has both English forms.
    """
    return Text(QCoreApplication.translate(context, text, note, count), text)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name that the extraction looks for
    """Mark a text of a constant; it is translated with the same context when it is shown."""
    return text


def QT_TRANSLATE_N_NOOP(_context: str, text: str) -> str:  # noqa: N802 - as above
    """The same for a text that is translated with a count."""
    return text


def install(app: QCoreApplication, language: str = SYSTEM) -> list[QTranslator]:
    """Load ``language``, or the first of the system's languages that there is, Qt's own texts included.

    English stands below it, for its plurals and for a text that nobody has translated yet.
    """
    wanted = QLocale.system() if language == SYSTEM else QLocale(language)
    folder = resources.path(_FOLDER)
    english = _load(app, _SOURCE, "stockroom", folder)
    chosen = _load(app, wanted, "stockroom", folder)
    spoken = QLocale(chosen.language()) if chosen is not None else _SOURCE
    qts_own = _load(app, spoken, "qtbase", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
    loaded = [one for one in (english, qts_own, chosen) if one is not None]
    for one in loaded:  # the last one is asked first
        app.installTranslator(one)
    return loaded


def _load(app: QCoreApplication, locale: QLocale, name: str, folder: Path) -> QTranslator | None:
    translator = QTranslator(app)
    if translator.load(locale, name, "_", str(folder)):
        return translator
    translator.deleteLater()
    return None
