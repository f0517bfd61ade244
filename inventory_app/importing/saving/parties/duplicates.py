"""Several rows about one party: the first counts, or the last. Few rows can be concerned; they are read in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from inventory_app.importing.options import InFileDuplicates
from inventory_app.importing.reasons import NUMBER_OF
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.parties.plan import PartyPlan

_CANDIDATES = "INSERT INTO import_candidate (record) SELECT DISTINCT record FROM stage_candidate"
# Two ways to mean one party: by its code here, by its name there.
_SAME_PARTY = """
INSERT INTO import_candidate (record)
SELECT t.record FROM import_target t
WHERE t.party_id IN (SELECT party_id FROM import_target GROUP BY party_id HAVING count(*) > 1)
ON CONFLICT DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class _Holder:
    """A row in force and what it claims."""

    record: int
    party_id: int | None
    code: str | None
    name: str


class DuplicatePass:
    """Who has which code and name at this point of the file. A rejected row claims nothing."""

    def __init__(self, plan: PartyPlan) -> None:
        self._last = plan.options.in_file_duplicates is InFileDuplicates.LAST
        self._by_party: dict[int, _Holder] = {}
        self._by_code: dict[str, _Holder] = {}
        self._by_name: dict[str, _Holder] = {}
        self.problems: list[tuple[int, str, str, str, int]] = []

    def read(self, row: Row[Any]) -> None:
        """The next candidate in file order."""
        if row.rejected or row.name is None:
            return
        new = _Holder(row.record, row.party_id, row.code, row.name)
        namesake = self._by_name.get(new.name)
        same = self._same(new)
        if namesake is not None and namesake is not same:
            self._reject(new, "name_taken")
            return
        if self._by_code.get(new.code or "", same) is not same:
            self._reject(new, "duplicate_code")
            return
        if same is not None:
            loser = same if self._last else new
            by_code = new.code is not None and new.code == same.code
            self._reject(loser, "duplicate_code" if by_code else "duplicate_name")
            if loser is new:
                return
            self._forget(same)
        self._claim(new)

    def _same(self, new: _Holder) -> _Holder | None:
        """The earlier row about the same party."""
        if new.party_id is not None and new.party_id in self._by_party:
            return self._by_party[new.party_id]
        if new.code is not None and new.code in self._by_code:
            return self._by_code[new.code]
        namesake = self._by_name.get(new.name)
        if namesake is None or (namesake.party_id is not None) != (new.party_id is not None):
            return None
        if namesake.party_id != new.party_id:
            return None
        return namesake if new.code is None or namesake.code is None else None

    def _claim(self, new: _Holder) -> None:
        self._by_name[new.name] = new
        if new.party_id is not None:
            self._by_party[new.party_id] = new
        if new.code is not None:
            self._by_code[new.code] = new

    def _forget(self, old: _Holder) -> None:
        self._by_name.pop(old.name, None)
        self._by_code.pop(old.code or "", None)
        self._by_party.pop(old.party_id or 0, None)

    def _reject(self, row: _Holder, code: str) -> None:
        by_code = code == "duplicate_code"
        value = (row.code or "") if by_code else row.name
        self.problems.append((row.record, "code" if by_code else "name", value, code, NUMBER_OF[code]))


async def decide_duplicates(batch: Batch, plan: PartyPlan) -> None:
    """Find the candidates and decide about them."""
    await batch.make_table("import_candidate", "record BIGINT PRIMARY KEY")
    await batch.run(_CANDIDATES)
    await batch.run(_SAME_PARTY)
    found = DuplicatePass(plan)
    async for part in batch.stream(
        f"SELECT s.record, s.name, {plan.staged_code} AS code, t.party_id,"
        " s.verdict IS NOT NULL OR s.record IN (SELECT record FROM import_problem WHERE number IS NOT NULL) AS rejected"
        " FROM import_candidate c CROSS JOIN stage_row s LEFT JOIN import_target t ON t.record = s.record"
        " WHERE s.record = c.record ORDER BY s.record"
    ):
        for row in part:
            found.read(row)
    await batch.load("import_problem", found.problems)
