"""Takes secrets out of text before anybody reads it: log lines, diagnoses, details to copy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MASK = "***"

# scheme://user:password@host. Greedy up to the last @, since a password typed by hand may hold one unescaped.
_IN_URL = re.compile(r"(?P<before>[A-Za-z][A-Za-z0-9+.\-]*://[^\s:/@'\"]*:)[^\s'\"]*(?=@)")
# password=…, "password": "…", PGPASSWORD=…; a quoted value may hold blanks.
_AS_FIELD = re.compile(
    r"(?P<before>\b\w*(?:password|passwd|pwd|passphrase|secret)[\"']?\s*[=:]\s*)"
    r"(?:\"[^\"]*\"|'[^']*'|[^\s,;&)}\]]+)",
    re.IGNORECASE,
)


def mask_secrets(text: str, secrets: Iterable[str] = ()) -> str:
    """`text` without passwords in URLs and in `password=…`, and without any of `secrets`."""
    for secret in secrets:
        if secret:
            text = text.replace(secret, MASK)
    text = _IN_URL.sub(rf"\g<before>{MASK}", text)
    return _AS_FIELD.sub(rf"\g<before>{MASK}", text)
