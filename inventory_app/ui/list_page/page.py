"""A screen's page around one list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typing_extensions import override

from inventory_app.ui.widgets.page import Page

if TYPE_CHECKING:
    from inventory_app.ui.list_page.live_list import LiveList


class ListPage(Page):
    """The screen makes its list and gives it to `show_list`."""

    listed: LiveList[Any]

    def show_list(self, listed: LiveList[Any]) -> None:
        """Put the list into the page; called once."""
        self.listed = listed
        listed.captioned.connect(self.head.set_caption)
        self.set_body(listed)

    @override
    def refresh(self) -> None:
        self.listed.refresh()

    @override
    def enter(self) -> None:
        self.listed.take_focus()
