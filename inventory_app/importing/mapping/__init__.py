"""Which columns mean which field: as the person writes it, as the headers say, or as a program exports it."""

from inventory_app.importing.mapping.flags import MapFlag, flags_of, parse_flags, resolve
from inventory_app.importing.mapping.headers import columns_there_are, find_column, fold_header
from inventory_app.importing.mapping.mapping import Assignment, Mapping, Slot

__all__ = [
    "Assignment", "MapFlag", "Mapping", "Slot", "columns_there_are", "find_column", "flags_of", "fold_header",
    "parse_flags", "resolve",
]  # fmt: skip
