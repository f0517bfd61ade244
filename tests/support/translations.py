"""The catalogues of the window's texts, by Qt's own tools: `make translations`.

The texts are found by Python's own parser: that of `lupdate` 6.11 overlooks f-strings, and plurals whose count is not
a digit. From a list of them `lupdate` brings `resources/translations/stockroom_*.ts` up to date, and `lrelease`
compiles those to the `.qm` files that the program loads. English has the plural forms only. Neither lines nor dates
stand in a catalogue, so that the same texts give the same file.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import PySide6

from inventory_app.domain.orders import PurchaseOrderStatus, SalesOrderStatus
from inventory_app.importing.kinds import KINDS
from inventory_app.importing.kinds.purposes import PURPOSES
from inventory_app.importing.reasons import REASONS, WARNINGS
from inventory_app.queries.moves import MOVE_KINDS, OTHER_MOVE
from inventory_app.settings import declared
from inventory_app.settings.profiles import FIELDS, TlsMode
from tests.support.house import ROOT, Source, sources

FOLDER = ROOT / "resources" / "translations"
SOURCE_LANGUAGE = "en"
LANGUAGES = (SOURCE_LANGUAGE, "de")
MARKS = ("QT_TRANSLATE_NOOP", "QT_TRANSLATE_N_NOOP")
CALLS = ("translate", *MARKS)


@dataclass(frozen=True)
class Text:
    """One text of the sources."""

    context: str
    text: str
    note: str = ""
    counted: bool = False

    def as_call(self) -> str:
        """In the one form that `lupdate` always understands."""
        shown = [json.dumps(one, ensure_ascii=False) for one in (self.context, self.text, self.note)]
        return f"translate({', '.join(shown)}{', 1' if self.counted else ''})\n"


@dataclass(frozen=True)
class Message:
    """One text of a catalogue; ``forms`` has one entry, or the plural forms."""

    context: str
    source: str
    note: str
    counted: bool
    finished: bool
    forms: tuple[str, ...]


# --- what the sources say


def texts() -> list[Text]:
    """Each text of the window that is written as a literal. Raises TypeError for a call that cannot be read."""
    found: list[Text] = []
    for source in (*sources("inventory_app/ui"), Source(ROOT / "inventory_app" / "bootstrap.py")):
        for owner, name, call in source.calls():
            if name in CALLS and not owner and not source.name.endswith("ui/translation.py"):
                found += _text_of(source, name, call)
    return found


def _text_of(source: Source, name: str, call: ast.Call) -> Iterator[Text]:
    given = dict(zip(("context", "text", "note", "count"), call.args, strict=False))
    given |= {word.arg: word.value for word in call.keywords if word.arg}
    literals = {key: str(node.value) for key, node in given.items() if isinstance(node, ast.Constant)}
    if "context" not in literals or ("note" in given and "note" not in literals):
        raise TypeError(f"{source.at(call)}: context and note are written as literals")
    if "text" in literals:
        yield Text(
            literals["context"], literals["text"], literals.get("note", ""), "count" in given or name == MARKS[1]
        )
    elif name in MARKS or isinstance(given["text"], ast.JoinedStr | ast.BinOp):
        raise TypeError(f"{source.at(call)}: a text is one literal; values are put in by format()")


def declared_texts() -> list[Text]:
    """Texts that are declared below the window, where nothing knows Qt."""
    shown = [one for one in declared.OPTIONS if one.section is not declared.Section.STATE]
    return [
        *(Text("Options", words) for one in shown for words in (one.label, one.help, one.unit) if words),
        *(Text("Profile", label) for label, _read in FIELDS.values()),
        *(Text("TlsMode", mode.word) for mode in TlsMode),
        *(Text("ImportFields", field.name.replace("_", " ")) for kind in KINDS.values() for field in kind.fields),
        *(Text("States", one.value.replace("_", " ")) for one in (*SalesOrderStatus, *PurchaseOrderStatus)),
        *(Text("MoveKinds", kind) for kind in (*MOVE_KINDS.values(), OTHER_MOVE)),
        *(Text("Kinds", kind.title) for kind in KINDS.values()),
        *(Text("ReasonWords", words) for words in dict.fromkeys((*REASONS.values(), *WARNINGS.values()))),
        *(Text("Purposes", words) for one in PURPOSES.values() for words in (one.title, one.title.lower())),
    ]


# --- the catalogues


def catalogue(language: str, folder: Path = FOLDER) -> Path:
    return folder / f"stockroom_{language}.ts"


def messages(file: Path) -> list[Message]:
    """What stands in a catalogue."""
    found = []
    for context in ElementTree.parse(file).getroot().iter("context"):  # noqa: S314 - our own files
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            counted = message.get("numerus") == "yes"
            forms = [form.text for form in translation.iter("numerusform")] if counted else [translation.text]
            found.append(
                Message(
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    message.findtext("comment", ""),
                    counted,
                    translation.get("type") is None,
                    tuple(form or "" for form in forms),
                )
            )
    return found


def update(folder: Path = FOLDER) -> None:
    """The texts of the sources into the catalogues of ``folder``; what is gone leaves, what is new is unfinished."""
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch, "texts.py")
        calls = dict.fromkeys(one.as_call() for one in (*texts(), *declared_texts()))
        listed.write_text("".join(calls), encoding="utf-8")
        for language in LANGUAGES:
            plurals = ["-pluralonly"] if language == SOURCE_LANGUAGE else []
            _qt(
                "lupdate", "-silent", "-locations", "none", "-no-obsolete", "-sort-messages", *plurals,
                "-disable-heuristic", "similartext", "-source-language", SOURCE_LANGUAGE,
                "-target-language", language, str(listed), "-ts", str(catalogue(language, folder)),
            )  # fmt: skip


def compile_to(folder: Path) -> None:
    """The `.qm` files of all catalogues; what a translation breaks (a mnemonic, a full stop, a `%n`) ends it."""
    for language in LANGUAGES:
        target = folder / f"stockroom_{language}.qm"
        _qt("lrelease", "-silent", "-nounfinished", "-fail-on-invalid", str(catalogue(language)), "-qm", str(target))


def placeholders(text: str) -> set[str]:
    """The named fields of a text."""
    return set(re.findall(r"\{[^{}]*\}", text))


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
