"""Records that can be deleted: each reference to them has an index, or each deletion would read whole tables."""

from __future__ import annotations

import pytest
from sqlalchemy import PrimaryKeyConstraint, Table, UniqueConstraint

from inventory_app.database.tables import Location, Party, Product
from inventory_app.database.tables.base import Base


def first_columns(table: Table) -> set[str]:
    """The columns that an index begins with."""
    keys = [one.columns for one in table.constraints if isinstance(one, PrimaryKeyConstraint | UniqueConstraint)]
    return {next(iter(columns)).name for columns in (*keys, *(index.columns for index in table.indexes))}


@pytest.mark.parametrize("table", [Location, Party, Product])
def test_every_reference_to_what_can_be_deleted_has_an_index(table: type[Base]) -> None:
    for other in Base.metadata.tables.values():
        referring = {key.parent.name for key in other.foreign_keys if key.column.table is table.__table__}
        # The reference from a level to its location's policy has the same index.
        assert referring - {"may_go_negative"} <= first_columns(other), other.name
