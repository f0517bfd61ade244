"""Takes secrets out of text before anybody reads it: log lines, diagnoses, details to copy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MASK = "***"

# scheme://user:password@host. Up to the last @, whatever stands between: a password that was typed by hand may hold an
# @, a quote or a blank as it is. Rather too much is masked than too little.
_IN_URL = re.compile(r"(?P<before>//[^\s:/]*:).*(?=@)", re.DOTALL)
_IN_QUERY = re.compile(r"(?P<before>(?:password|passwd|pwd|passphrase|secret)=)[^&]*", re.IGNORECASE)
_PORT = re.compile(r"\d{1,5}(?=$|[/?#])")
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


def mask_url(url: str) -> str:
    """One URL as it was typed, right or wrong, without its password: what stands between the first : behind // (or at
    all, where there is none) and the last @, or the end if the host is missing.
    """
    begin = url.find("//") + 2 if "//" in url else 0
    start, end = url.find(":", begin) + 1, url.rfind("@")
    if 0 < start <= end:
        url = f"{url[:start]}{MASK}{url[end:]}"
    elif start and begin and end < 0 and not _PORT.match(url, start):
        url = f"{url[:start]}{MASK}"
    return _IN_QUERY.sub(rf"\g<before>{MASK}", url)
