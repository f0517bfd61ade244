"""The list that the screens are made of: a table with filters, detail at its side, and all its states.

`filters` is the row below the head, `frame` what stands where, `live_list` when rows are asked for and how fresh they
are, `exporting` what leaves as a file, `page` a screen's page around one list.
"""

from __future__ import annotations

from inventory_app.ui.list_page.exporting import Beside, Exported
from inventory_app.ui.list_page.filters import Filters, offer
from inventory_app.ui.list_page.live_list import LiveList, Source
from inventory_app.ui.list_page.page import ListPage

__all__ = ["Beside", "Exported", "Filters", "ListPage", "LiveList", "Source", "offer"]
