"""The columns of a file by what the person calls them: header text, then position; and headers for comparing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from inventory_app.domain.errors import Refusal

_SHOWN_COLUMNS = 30
_FOLDED = re.compile(r"[\s_\-./:']+")


def columns_there_are(headers: Sequence[str]) -> str:
    """The columns of the file, for a message."""
    shown = ", ".join(f"{place} “{_short(header)}”" for place, header in enumerate(headers[:_SHOWN_COLUMNS], start=1))
    more = len(headers) - _SHOWN_COLUMNS
    return f"The file's columns are {shown}{f' and {more} more' if more > 0 else ''}."


def find_column(column: str, headers: Sequence[str], field: str) -> int:
    """The place of a column, counted from 0: header text first, exactly, then folded; then the position."""
    if not re.fullmatch(r"#[0-9]+", column):
        for fold in (str, trimmed):
            places = [place for place, header in enumerate(headers) if fold(header) == fold(column)]
            if len(places) > 1:
                which = " or ".join(f"#{place + 1}" for place in places)
                raise Refusal(
                    "mapping_ambiguous",
                    f"{field}: {len(places)} columns are called “{column}”; write {which}.",
                    field=field,
                )
            if places:
                return places[0]
    position = column.removeprefix("#")
    if re.fullmatch(r"[0-9]{1,9}", position) and 1 <= int(position) <= len(headers):
        return int(position) - 1
    raise Refusal(
        "column_unknown", f"{field}: there is no column “{column}”. {columns_there_are(headers)}", field=field
    )


def is_there(column: str, headers: Sequence[str]) -> bool:
    """Whether a column is called that; positions do not count."""
    return trimmed(column) in map(trimmed, headers)


def matching(pattern: str, headers: Sequence[str]) -> list[tuple[int, str]]:
    """The columns whose header is ``pattern`` with some text for its ``*``, each with that text.

    Where the pattern writes underscores for spaces (``inventory_*``), so does the text.
    """
    before, _, after = pattern.strip().partition("*")
    found = []
    for place, header in enumerate(map(str.strip, headers)):
        end = len(header) - len(after)
        if end <= len(before):
            continue
        if trimmed(header[: len(before)]) == trimmed(before) and trimmed(header[end:]) == trimmed(after):
            text = header[len(before) : end].strip()
            found.append((place, text.replace("_", " ") if before.endswith("_") else text))
    return [(place, text) for place, text in found if text]


def column_text(place: int, headers: Sequence[str]) -> str:
    """What `find_column` finds that very column by: its header where that is sure, else its position."""
    header = headers[place]
    alone = sum(1 for one in headers if trimmed(one) == trimmed(header)) == 1
    return header if alone and header.strip() and not re.fullmatch(r"\s*#?[0-9]+\s*", header) else f"#{place + 1}"


def fold_header(text: str) -> str:
    """A header for comparing with synonyms: lower case, without accents, its marks as single spaces."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return _FOLDED.sub(" ", plain).strip().casefold()


def trimmed(text: str) -> str:
    """A header as it is compared with a column that a person wrote."""
    return text.strip().casefold()


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
