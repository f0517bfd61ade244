"""Texts in the language of the window: Qt's catalogues, plurals, named values, names that stay English."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from inventory_app.settings import declared
from inventory_app.settings.declared import Language
from inventory_app.ui import translation
from inventory_app.ui.translation import Text, english, translate


@pytest.mark.usefixtures("german")
def test_german_with_qts_own_texts() -> None:
    assert translate("Options", "Language") == "Sprache"
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "&Kopieren"


def test_a_text_that_nobody_translated_is_shown_as_it_stands() -> None:
    assert translate("Options", "No such text {count}").format(count=3) == "No such text 3"


@pytest.mark.usefixtures("german")
def test_object_names_come_from_the_english_text() -> None:
    shown = translate("Options", "Language")
    assert shown != "Language"
    assert english(shown) == "Language"
    assert english(Text("{n} Zeilen", "{n} lines").format(n=2)) == "2 lines"
    assert english("plain") == "plain"


def test_what_nobody_speaks_is_english(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    class Klingon(QLocale):
        @staticmethod
        @override
        def system() -> QLocale:
            return QLocale("tlh")

    monkeypatch.setattr(translation, "QLocale", Klingon)
    loaded = translation.install(qapp, "system")
    assert {one.language()[:2] for one in loaded} == {"en"}
    for one in loaded:
        qapp.removeTranslator(one)


def test_each_language_that_can_be_chosen_has_its_catalogue(qapp: QApplication) -> None:
    for language in set(Language) - {Language.SYSTEM}:
        loaded = translation.install(qapp, language)
        assert loaded[-1].language() == language
        for one in loaded:
            qapp.removeTranslator(one)
    assert declared.LANGUAGE.choices == tuple(Language)
