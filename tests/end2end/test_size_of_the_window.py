"""The first start on screens of different sizes: nothing of the window is cut off, and its size is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from inventory_app.ui.theme import Size
from tests.support.desktop import Desktop
from tests.support.patience import wait_for
from tests.support.program import Program

_LARGE, _SMALL = (1920, 1080), (1280, 800)


def whole(program: Program) -> tuple[int, int]:
    """The size of the inside of the window, as soon as its last line is on the screen whole."""
    wide, high = program.desktop.size

    def fits() -> tuple[int, int] | None:
        frame, last = program.find(key="main-window"), program.find(key="status-running")
        if frame is None or last is None:
            return None
        left, top, width, height = program.reading.place(last)
        inside = program.reading.place(frame)
        on_screen = left >= 0 and top >= 0 and left + width <= wide and top + height <= high
        return inside[2:] if on_screen and top > inside[1] + inside[3] // 2 else None

    return wait_for(fits, what="a window that fits", also=program.screen_words)


@pytest.mark.parametrize("size", [_LARGE, _SMALL])
def test_the_window_fits_its_screen_and_is_found_again(size: tuple[int, int], tmp_path: Path) -> None:
    with Desktop(size) as desktop:
        first = Program(desktop, tmp_path / "home")
        try:
            shown = whole(first.start())
            if size == _LARGE:
                assert shown == Size.WINDOW
            else:
                assert shown[0] == size[0], "it takes the whole screen"
                assert shown[1] < size[1], "beside its frame"
            first.press("ctrl+q")
            assert first.ended() == 0
        finally:
            first.stop()
        again = Program(desktop, tmp_path / "home")
        try:
            assert whole(again.start()) == shown
            assert again.terminate() == 0
        finally:
            again.stop()
