"""Reading lines while the event loop runs: a slow pipe or a person who types holds nobody up."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass
from typing import BinaryIO

# No action comes near it; without a limit a file without line ends would fill the memory.
LONGEST_LINE = 16 * 1024 * 1024
_AHEAD = 64


@dataclass(frozen=True, slots=True)
class Line:
    """``content`` None: the line is longer than anything that is read."""

    number: int
    content: bytes | None


class LineReader:
    """Reads in a thread of its own, which dies with the process, a few lines ahead; the source is closed by it."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._loop = asyncio.get_running_loop()
        self._waiting: asyncio.Queue[Line | Exception | None] = asyncio.Queue()
        self._room = threading.Semaphore(_AHEAD)
        threading.Thread(target=self._read, name="lines", daemon=True).start()

    async def next(self) -> Line | None:
        """The next line, or None behind the last one, also when asked again. Raises OSError when reading failed."""
        found = await self._waiting.get()
        self._room.release()
        if isinstance(found, Line):
            return found
        # The last thing there is: whoever asks next finds it too.
        self._waiting.put_nowait(found)
        if found is not None:
            raise found
        return None

    def _read(self) -> None:
        with self._source:
            self._read_all()

    def _read_all(self) -> None:
        number = 0
        end: Exception | None = None
        try:
            while content := self._source.readline(LONGEST_LINE + 1):
                number += 1
                whole = content.endswith(b"\n") or len(content) <= LONGEST_LINE
                if not whole:
                    self._skip_rest()
                self._hand_over(Line(number, content if whole else None))
        except RuntimeError:
            return  # the loop is gone: nobody wants more
        except OSError as error:
            end = error
        try:
            self._hand_over(end)
        except RuntimeError:
            return

    def _skip_rest(self) -> None:
        while (more := self._source.readline(LONGEST_LINE)) and not more.endswith(b"\n"):
            pass

    def _hand_over(self, found: Line | Exception | None) -> None:
        """Wait for room, and hand it over. Not as a coroutine, which a loop that ends just now would never begin."""
        self._room.acquire()
        self._loop.call_soon_threadsafe(self._waiting.put_nowait, found)
