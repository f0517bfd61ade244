"""Which encoding a file is in: certain where its bytes say so, else the likeliest of the old ones."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from pathlib import Path

from inventory_app.domain.texts import counted
from inventory_app.importing.reading.compressed import open_bytes
from inventory_app.importing.reading.encodings import CHUNK, UTF8
from inventory_app.importing.reading.findings import Finding, Sure
from inventory_app.importing.reading.refusals import wide_encoding

_FALLBACK = "cp1252"
_GUESSES = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "mac_roman", "cp850", "cp437", "koi8_r",
            "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr")  # fmt: skip
_SAMPLE = 1 << 18
_ENOUGH_HIGH_BYTES = 24
_HIGH = re.compile(rb"[\x80-\xff]+")
_CUT = re.compile(rb"(?:[\xc2-\xf4][\x80-\xbf]{0,2})?\Z")
_VALID = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# The letters beyond ASCII that a language's files really hold, for each of the encodings with single accents.
_WEST = "äöüßÄÖÜéèêëàâçñáíóúåøæÉÈÊÀÂÇÑÁÍÓÚÅØÆìòùîïôûœõãÕÃ"
_EAST = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰöüÖÜäÄôľĺăâîșţĂÎȘŢß"
_SCRIPTS = {"cp1252": _WEST, "mac_roman": _WEST, "cp850": _WEST, "cp1250": _EAST}
_USUAL_MARKS = "€£°®™–—‘’“”„…·«»²³½¼×µ©§ºª¿¡‰•\u00a0"
# Signs that stand alone beside numbers, and those that stand in no word.
_ALONE = re.compile("(?<![^\\W0-9_])[€£°½²³¼×](?![^\\W0-9_])")
_STRANGE = re.compile(
    f"(?<=[A-Za-z])[^\\w\x00-\x7f{_USUAL_MARKS}]|[^\\w\x00-\x7f{_USUAL_MARKS}](?=[A-Za-z])"
    "|(?<=[A-Za-z])[€£°®™“”„…·«»²³½¼×µ©§ºª¿¡‰•](?=[A-Za-z])"
)
# Runs of high bytes longer than this on average are another script, not accents.
_SINGLE = 1.6


def find_encoding(path: Path) -> Finding:
    """By byte order mark, else UTF-8 when (nearly) all of the file is, else the likeliest of the old ones."""
    with open_bytes(path) as file:
        sample = file.read(_SAMPLE)
    if wide := wide_encoding(sample):
        if sample.startswith(_MARKS):
            return Finding(wide, Sure.CERTAIN, "the file begins with its byte order mark")
        return Finding(wide, Sure.LIKELY, "most of its bytes are zero in turn")
    if _is_utf8(path):
        more = len(sample.decode(errors="ignore")) - len(re.findall(rb"[\x00-\x7f]", sample))
        if not more:
            return Finding(UTF8, Sure.CERTAIN, "every character is right in UTF-8")
        return Finding(UTF8, Sure.CERTAIN, f"letters beyond ASCII, {more:,} in its beginning, are all right in UTF-8")
    good, bad = _count_sequences(path)
    # A few broken bytes in a UTF-8 file are broken rows, not another encoding.
    if good > bad:
        why = f"{counted(good, 'character')} right in UTF-8; {counted(bad, 'byte')} not: those rows are named"
        return Finding(UTF8, Sure.LIKELY, why, (_FALLBACK,))
    return _guess(sample, path)


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder(UTF8)()
    with open_bytes(path) as file:
        try:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _count_sequences(path: Path) -> tuple[int, int]:
    """How many UTF-8 sequences of several bytes the file has, and how many bytes that belong to none."""
    good, bad, cut = 0, 0, b""
    with open_bytes(path) as file:
        while chunk := file.read(CHUNK):
            data = cut + chunk
            if data.isascii():
                cut = b""
                continue
            found = _CUT.search(data, len(data) - 3)
            cut = found.group() if found else b""
            high = b"\n".join(_HIGH.findall(data.removesuffix(cut)))
            rest, more = _VALID.subn(b"", high)
            good, bad = good + more, bad + len(rest) - rest.count(b"\n")
    rest, more = _VALID.subn(b"", cut)
    return good + more, bad + len(rest)


def _guess(sample: bytes, path: Path) -> Finding:
    """Single accents are judged by the letters that they would be; runs of high bytes are another script."""
    runs = _HIGH.findall(sample)
    if not runs:
        with open_bytes(path) as file:
            while not runs and (sample := file.read(CHUNK)):
                runs = _HIGH.findall(sample)
    high = sum(map(len, runs))
    others = tuple(one for one in _SCRIPTS if one != _FALLBACK)
    if high <= len(runs) * _SINGLE or high < _ENOUGH_HIGH_BYTES:
        scores = {encoding: _score(sample, encoding, letters) for encoding, letters in _SCRIPTS.items()}
        best = max(scores, key=lambda one: scores[one])
        why = f"not UTF-8; {counted(high, 'byte')} beyond ASCII look like letters with accents in {best}"
        return Finding(best, Sure.GUESS, why, tuple(_by_score(scores, best)))
    from charset_normalizer import from_bytes  # noqa: PLC0415 - few files need it, and each reading process starts anew

    matches = from_bytes(sample, cp_isolation=list(_GUESSES))
    found = matches.best()
    if found is None:
        return Finding(_FALLBACK, Sure.GUESS, "not UTF-8, and nothing else fits well", others)
    near = tuple(dict.fromkeys(one.encoding for one in matches if one.encoding != found.encoding))
    return Finding(found.encoding, Sure.GUESS, "not UTF-8; its letters are the likeliest in this encoding", near[:4])


def _score(sample: bytes, encoding: str, letters: str) -> float:
    """Letters of the language in words count for it; signs in words and capitals inside them against it."""
    text = sample.decode(encoding, "replace")
    small = "".join(one for one in letters if one.islower())
    large = "".join(one for one in letters if one.isupper())
    beside = re.compile(f"(?<=[A-Za-z])[{letters}]|[{letters}](?=[A-Za-z])")
    odd = re.compile(
        f"(?<=[a-z])[{large}]|(?<=[A-Z])[{large}](?=[a-z])|[{small}](?=[A-Z])|(?<=[A-Za-z])(?![{letters}])[^\\W\x00-\x7f]"
    )
    good = len(beside.findall(text)) + len(_ALONE.findall(text)) / 2
    return good - 2 * (len(_STRANGE.findall(text)) + len(odd.findall(text)))


def _by_score(scores: dict[str, float], best: str) -> Iterable[str]:
    return sorted((one for one in scores if one != best), key=lambda one: -scores[one])
