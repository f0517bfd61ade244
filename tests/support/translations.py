"""The catalogues of the window's texts, by Qt's own tools: `make translations`.

`pyside6-lupdate` reads the sources into `resources/translations/stockroom_*.ts`, `pyside6-lrelease` compiles those to
the `.qm` files that the program loads. English has the plural forms only. Neither lines nor dates stand in a catalogue,
so that the same texts give the same file.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import PySide6

from inventory_app.settings import declared
from tests.support.house import ROOT

FOLDER = ROOT / "resources" / "translations"
SOURCE_LANGUAGE = "en"
LANGUAGES = (SOURCE_LANGUAGE, "de")


@dataclass(frozen=True)
class Message:
    """One text of a catalogue; ``forms`` has one entry, or the plural forms."""

    context: str
    source: str
    note: str
    counted: bool
    finished: bool
    forms: tuple[str, ...]


def catalogue(language: str) -> Path:
    return FOLDER / f"stockroom_{language}.ts"


def messages(file: Path) -> list[Message]:
    """What stands in a catalogue."""
    return list(_messages(file))


def _messages(file: Path) -> Iterator[Message]:
    for context in ElementTree.parse(file).getroot().iter("context"):  # noqa: S314 - our own files
        for message in context.iter("message"):
            counted = message.get("numerus") == "yes"
            translation = message.find("translation")
            assert translation is not None
            forms = (
                [form.text or "" for form in translation.iter("numerusform")] if counted else [translation.text or ""]
            )
            yield Message(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                counted,
                translation.get("type") is None,
                tuple(forms),
            )


def update(folder: Path = FOLDER) -> None:
    """The texts of the sources into the catalogues of ``folder``; what is gone leaves, what is new is unfinished."""
    files = [ROOT / "inventory_app" / "bootstrap.py", *sorted((ROOT / "inventory_app" / "ui").rglob("*.py"))]
    with tempfile.TemporaryDirectory() as scratch:
        below = Path(scratch, "declared.py")
        below.write_text("".join(_marked(words) for words in declared_texts()), encoding="utf-8")
        listed = Path(scratch, "files.lst")
        listed.write_text("".join(f"{file}\n" for file in (*files, below)), encoding="utf-8")
        for language in LANGUAGES:
            plurals = ["-pluralonly"] if language == SOURCE_LANGUAGE else []
            target = folder / f"stockroom_{language}.ts"
            _qt(
                "lupdate", "-silent", "-locations", "none", "-no-obsolete", "-sort-messages", *plurals,
                "-disable-heuristic", "similartext", "-source-language", SOURCE_LANGUAGE,
                "-target-language", language, f"@{listed}", "-ts", str(target),
            )  # fmt: skip


def compile_to(folder: Path) -> None:
    """The `.qm` files of all catalogues; what a translation breaks (a mnemonic, a full stop, a `%n`) ends it."""
    for language in LANGUAGES:
        target = folder / f"stockroom_{language}.qm"
        _qt("lrelease", "-silent", "-nounfinished", "-fail-on-invalid", str(catalogue(language)), "-qm", str(target))


def declared_texts() -> list[tuple[str, str]]:
    """Texts that are declared below the window, where nothing knows Qt: (context, text)."""
    shown = [one for one in declared.OPTIONS if one.section is not declared.Section.STATE]
    return [("Options", words) for one in shown for words in (one.label, one.help)]


def placeholders(text: str) -> list[str]:
    """The named fields of a text, sorted."""
    return sorted(re.findall(r"\{[^{}]*\}", text))


def _marked(words: tuple[str, str]) -> str:
    return f"QT_TRANSLATE_NOOP({words[0]!r}, {words[1]!r})\n"


def _qt(tool: str, *arguments: str) -> None:
    program = Path(PySide6.__file__).parent / (f"{tool}.exe" if sys.platform == "win32" else tool)
    done = subprocess.run([program, *arguments], check=False, capture_output=True, text=True, cwd=ROOT)
    said = f"{done.stdout}{done.stderr}".strip()
    if done.returncode or said:
        raise RuntimeError(f"{tool} ended with {done.returncode}:\n{said}")


def main() -> int:
    """Update and compile; the exit status says whether a text waits for its translation."""
    FOLDER.mkdir(exist_ok=True)
    update()
    waiting = [
        f"{language}: {message.context}: {message.source}"
        for language in LANGUAGES
        for message in messages(catalogue(language))
        if not message.finished
    ]
    sys.stderr.write("".join(f"not translated yet: {line}\n" for line in waiting))
    compile_to(FOLDER)
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
