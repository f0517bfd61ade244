"""Small damages to bytes, and to what lies packed inside them."""

from __future__ import annotations

import io
import zipfile
import zlib
from random import Random

_TOKENS = (
    b'"', b'""', b'"\n', b',"', b",", b";", b"\t", b"\r", b"\n", b"\r\n", b"\0", b"\\", b"'", b"\xef\xbb\xbf",
    b"\xff\xfe", b"\xff", b"\x80", b"\xc3\xa4", b"\xe2\x82\xac", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x1a",
    b"E+12", b"1,234.5", b"sep=;\n", b"\xe3\x80\x80", b"\xc2\xa0", b"\xe2\x80\xa8", b"\x85", b"\x1c", b"=",
    b"x" * 40_000, b"," * 2_000, b"\n" * 5_000, b'"' * 3_001, b"=HYPERLINK(1)", b"\xf0\x9f\x98\x80", b"-", b"9" * 400,
)  # fmt: skip
_XML = (
    b"<row>", b"</row>", b'<row r="5">', b'<c r="ZZZ9999999">', b'<c t="s"><v>99</v></c>', b"&b;", b"&#0;", b"_xD800_",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<v>", b"</v>", b'r="-1"', b'r="2000001"', b't="e"', b't="d"', b's="1"',
    b"1E308", b"nan", b"<![CDATA[", b"]]>", b"<!--", b'xml:space="preserve"', b"<is><t>x</t></is>", b'numFmtId="14"',
    b"1e-400",
)  # fmt: skip
_LARGEST = 3 << 20


def mutated(data: bytes, others: list[bytes], random: Random, tokens: tuple[bytes, ...] = _TOKENS) -> bytes:
    """The data after a few damages."""
    for _ in range(random.choice((0, 1, 1, 2, 3, 8))):
        data = _one(data, others, random, tokens)
        if len(data) > _LARGEST:
            data = data[:_LARGEST]
    return data


def _one(data: bytes, others: list[bytes], random: Random, tokens: tuple[bytes, ...]) -> bytes:
    start, end = sorted(random.randrange(len(data) + 1) for _ in range(2))
    match random.randrange(9):
        case 0 | 1:
            return data[:start] + random.choice(tokens) + data[start:]
        case 2:
            return data[:start] + random.choice(tokens) + data[start + 1 :]
        case 3:
            return data[:start] + data[min(end, start + 200) :]
        case 4:
            return data[:end] + data[start:end] * random.choice((1, 2, 30)) + data[end:]
        case 5:
            return data[:start]
        case 6:
            other = random.choice(others)
            return data[:start] + other[random.randrange(len(other) + 1) :]
        case 7:
            return data[:start] + bytes([random.randrange(256)]) + data[start + 1 :]
        case _:
            return _transcoded(data, start, end, random)


def _transcoded(data: bytes, start: int, end: int, random: Random) -> bytes:
    """A part of the file in another encoding than the rest."""
    part = data[start:end].decode("utf-8", "replace")
    return data[:start] + part.encode(random.choice(("cp1252", "utf-16-le", "shift_jis")), "replace") + data[end:]


def mutated_archive(data: bytes, others: list[bytes], random: Random) -> bytes:
    """An archive with one of its parts damaged, and packed again; or damaged as it is."""
    if random.random() < 0.15:
        return mutated(data, others, random)
    buffer = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
            infos = old.infolist()
            victims = random.sample(infos, k=min(len(infos), random.choice((1, 1, 2))))
            for info in infos:
                part = old.read(info)
                if info in victims:
                    part = mutated(part, [part], random, _XML)
                if random.random() < 0.02:
                    continue
                new.writestr(info.filename, part)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, RuntimeError):
        return mutated(data, others, random)
    return buffer.getvalue()
