"""The catalogues of resources/translations: they have every text of the sources, translated whole, and are compiled."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.translations import FOLDER, LANGUAGES, Message, catalogue, compile_to, messages, placeholders, update

STALE = "run `make translations`, write what it names into resources/translations, and run it again"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_sources_is_in_the_catalogue(language: str, tmp_path: Path) -> None:
    for one in LANGUAGES:
        shutil.copy(catalogue(one), tmp_path)
    update(tmp_path)
    wanted, kept = (
        {(one.context, one.source, one.note, one.counted) for one in messages(catalogue(language, folder))}
        for folder in (tmp_path, FOLDER)
    )
    assert wanted - kept == set(), STALE
    assert kept - wanted == set(), STALE
    fresh = catalogue(language, tmp_path).read_text(encoding="utf-8")
    assert fresh == catalogue(language).read_text(encoding="utf-8"), STALE


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_waits_for_its_translation(language: str) -> None:
    waiting = [one.source for one in messages(catalogue(language)) if not one.finished or not all(one.forms)]
    assert waiting == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_have_the_same_names(language: str) -> None:
    """A form may do without the number ("An action is still running"), but with no other name."""
    wrong = [one for one in messages(catalogue(language)) if not _names_fit(one)]
    assert wrong == []


def _names_fit(message: Message) -> bool:
    wanted = placeholders(message.source)
    found = [placeholders(form) for form in message.forms]
    return all(form in (wanted, wanted - {"{count}"}) if message.counted else form == wanted for form in found)


def test_what_the_program_loads_is_compiled_from_them(tmp_path: Path) -> None:
    compile_to(tmp_path)
    for language in LANGUAGES:
        name = f"stockroom_{language}.qm"
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), STALE
