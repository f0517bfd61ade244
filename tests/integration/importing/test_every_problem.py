"""All problems of a file, page by page: the same on both engines, exactly those that the rejects file would name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from inventory_app.actions.outcome import DryRun
from inventory_app.actions.perform import perform
from inventory_app.importing.import_file import ImportFile
from inventory_app.importing.jobs import SuggestRepairs
from inventory_app.importing.options import ImportOptions, InFileDuplicates, Missing, Mode
from inventory_app.importing.problem_pages import PAGE, ProblemPages, Reason
from inventory_app.importing.reading.process import suggested_repairs
from inventory_app.importing.request import FoundProblem, ImportOutcome, ImportRequest
from inventory_app.importing.run_import import finish_import
from inventory_app.importing.saving.listing import Listed
from inventory_app.importing.treatment import Treatment
from tests.support.imports import Importer
from tests.support.shop import MIRA

ROWS = 3_000


def lines() -> Iterator[str]:
    """Of ten rows: a bad price, a name and a price that are missing, an unknown supplier, a repeat that differs."""
    yield "sku,name,price,supplier\n"
    for number in range(ROWS):
        match number % 10:
            case 1:
                yield f'S{number},Cup,"{number},50",\n'
            case 3:
                yield f"S{number},,x{number},\n"
            case 5:
                yield f'S{number},"Bowl, ""large""",1,Nobody ☃ {number}\n'
            case 7:
                yield f"S{number - 1},Other,1,\n"
            case 8:
                yield f"S{number},CafÃ© {number},1,\n"
            case _:
                yield f"S{number},Jug,1,\n"


async def checked(importer: Importer, text: str, listed: Listed, **options: object) -> tuple[ImportFile, ImportOutcome]:
    request = ImportRequest(
        str(importer.write(text)),
        ImportOptions.from_json({"mode": Mode.SKIP, "missing": Missing.REJECT, "dry_run": True, **options}),
    )
    action = ImportFile(request=request, listed=listed)
    outcome = await perform(importer.database, action, context=MIRA)
    assert isinstance(outcome, DryRun), outcome
    return action, await finish_import(action, outcome)


def kept(outcome: ImportOutcome) -> ProblemPages:
    assert outcome.pages is not None
    return outcome.pages


async def test_pages_hold_every_problem_once_in_the_order_of_the_file(importer: Importer) -> None:
    _, first = await checked(importer, "".join(lines()), Listed.FIRST)
    action, outcome = await checked(importer, "".join(lines()), Listed.ALL)
    pages = kept(outcome)
    assert outcome.counts == first.counts
    expected: dict[Reason, list[FoundProblem]] = {}
    for one in first.problems:
        expected.setdefault(Reason(one.code, one.warning), []).append(one)
    assert pages.counts == {reason: len(found) for reason, found in expected.items()}
    assert {reason: list(pages.of(reason)) for reason in expected} == expected
    assert dict(outcome.counts.rejected_by_reason) == {
        "name_missing": 300, "price_invalid": 300, "unknown_supplier": 300, "duplicate_sku": 300,
    }  # fmt: skip
    prices = pages.of(Reason("price_invalid", warning=False))
    assert len(prices) == 600 > 4 * PAGE
    assert (prices[0].record, prices[0].line, prices[0].value) == (2, 3, "1,50")
    assert prices[599].record == 2_994
    supplier = pages.of(Reason("unknown_supplier", warning=False))[299]
    assert (supplier.record, supplier.line, supplier.value) == (2_996, 2_997, "Nobody ☃ 2995")
    assert (supplier.column, supplier.places, supplier.as_written) == ("supplier", (4,), False)
    assert action.findings.pages is None
    staged = action.findings.staged
    assert staged is not None
    job = SuggestRepairs(staged.header.mapping.to_json(), action.request.options, Treatment())
    found = await suggested_repairs(job, prices.raw_pages())
    assert [(one.names, one.count, one.before, one.after) for one in found] == [
        (("decimal_mark",), 300, "1,50", "1.50")
    ]
    mojibake = pages.of(Reason("mojibake", warning=True))
    found = await suggested_repairs(job, mojibake.raw_pages())
    assert [(one.names, one.count, one.after) for one in found] == [(("letters",), 300, "Café 8")]
    pages.close()


async def test_nothing_wrong_is_no_page(importer: Importer) -> None:
    _, outcome = await checked(importer, "sku,name\nA,One\n", Listed.ALL)
    assert kept(outcome).counts == {}
    kept(outcome).close()


async def test_an_import_that_saves_lists_nothing_unless_it_is_asked(importer: Importer) -> None:
    request = ImportRequest(str(importer.write("".join(lines()))), ImportOptions(mode=Mode.SKIP))
    action = ImportFile(request=request, listed=Listed.NONE)
    outcome = await finish_import(action, await perform(importer.database, action, context=MIRA))
    assert (outcome.outcome, outcome.problems, outcome.pages) == ("committed", (), None)
    action = ImportFile(request=request, listed=Listed.ALL)
    outcome = await finish_import(action, await perform(importer.database, action, context=MIRA))
    assert (outcome.outcome, outcome.pages, action.findings.pages) == ("committed", None, None)


@pytest.mark.parametrize(
    ("way", "told"),
    [
        (
            InFileDuplicates.REJECT,
            [(3, "name", "Mug (record 1: Cup)"), (3, "price", "2.5 (record 1: 1)"), (4, "barcode", "7 (record 1: –)")],
        ),
        (
            InFileDuplicates.LAST,
            [
                (1, "price", "1 (record 2: –)"), (2, "name", "Cup (record 3: Mug)"), (3, "name", "Mug (record 4: Cup)"),
                (3, "price", "2.5 (record 4: 1)"),
            ],
        ),
        (
            InFileDuplicates.SUM,
            [(3, "name", "Mug (record 1: Cup)"), (3, "price", "2.5 (record 1: 1)"), (4, "barcode", "7 (record 1: –)")],
        ),
    ],
)  # fmt: skip
async def test_repeats_that_conflict_are_told_apart_from_harmless_ones(
    importer: Importer, way: InFileDuplicates, told: list[tuple[int, str, str]]
) -> None:
    text = "sku,name,price,barcode\nA,Cup,1.0000,\nA,Cup,,\nA,Mug,2.5,\nA,Cup,1,7\nB,Jug,3,\n"
    _, outcome = await checked(importer, text, Listed.ALL, in_file_duplicates=way)
    pages = kept(outcome)
    found = [(one.record, one.field, one.value) for one in pages.of(Reason("conflicting_duplicate", warning=True))]
    assert found == sorted(told)
    pages.close()
    repeated = {} if way is InFileDuplicates.SUM else {"duplicate_sku": 3}
    assert dict(outcome.counts.rejected_by_reason) == repeated
    accepted = {"conflicting_duplicate": 2} if way is InFileDuplicates.SUM else {}
    assert dict(outcome.counts.warnings_by_reason) == accepted
    _, brief = await checked(importer, text, Listed.FIRST, in_file_duplicates=way)
    assert Counter(one.code for one in brief.problems)["conflicting_duplicate"] == len(told)
