"""Add a place to the tree of locations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import select
from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work
from inventory_app.actions.fields import Fields
from inventory_app.actions.lookup import location_by_path
from inventory_app.actions.outcome import Topic
from inventory_app.database.tables import Location
from inventory_app.domain.errors import Refusal
from inventory_app.domain.stock import LocationKind, NegativeStock
from inventory_app.domain.texts import KEY_BYTES, PATH_MARK, optional_text, require_code, too_wide


@dataclass(frozen=True, kw_only=True)
class CreateLocation(Action):
    """``parent`` is a path, '' for the root; ``type`` the kind of the place (``kind`` in the contract)."""

    kind: ClassVar[str] = "create_location"
    code: str
    name: str = ""
    type: LocationKind = LocationKind.STORAGE
    parent: str = ""
    negative_stock: NegativeStock = NegativeStock.BLOCK

    @classmethod
    def read(cls, fields: Fields) -> CreateLocation:
        """From the fields of the command line's contract."""
        return cls(
            code=fields.text("code"),
            name=fields.optional("name"),
            type=fields.choice("kind", LocationKind, LocationKind.STORAGE),
            parent=fields.optional("parent"),
            negative_stock=fields.choice("negative_stock", NegativeStock, NegativeStock.BLOCK),
        )

    @override
    def title(self) -> str:
        return f"Create location {self._path(self.code)}"

    @override
    async def run(self, work: Work) -> Done:
        code = require_code(self.code)
        parent = await location_by_path(work.session, self.parent, field="parent") if self.parent else None
        path = self._path(code)
        if too_wide(path):
            message = f"code: the path with all its codes takes more than the {KEY_BYTES:,} bytes that fit."
            raise Refusal("too_long", message, field="code")
        known = await work.session.scalar(select(Location.id).where(Location.path == path))
        if known is not None:
            raise Refusal("location_exists", f"There is a location {path} already.", field="code")
        work.session.add(
            Location(
                path=path,
                code=code,
                name=optional_text(self.name, field="name"),
                kind=self.type,
                parent_id=parent.id if parent else None,
                negative_stock=self.negative_stock,
                may_go_negative=self.negative_stock.may_go_negative,
                action_id=work.action_id,
            )
        )
        await work.session.flush()
        return Done(
            summary=f"{path} can keep stock" if self.type is LocationKind.STORAGE else f"{path} is there",
            result={"location": path},
            topics=frozenset({Topic.LOCATIONS}),
        )

    def _path(self, code: str) -> str:
        return f"{self.parent}{PATH_MARK}{code.strip()}" if self.parent else code.strip()
