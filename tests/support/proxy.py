"""A network that fails when a test wants it to: stands between the program and a PostgreSQL server.

It runs on a thread of its own, so that it works for programs, for any event loop, and while that loop is busy.
"""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType


class Proxy:
    """`with Proxy(server.port) as proxy:` and connect to `proxy.port`."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)
        self._clients: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self._open = True
        self._needle: bytes | None = None
        self._needle_is_heard = False
        self.tripped = threading.Event()

    def through(self, url: str) -> str:
        """The address of the same database, by way of this proxy."""
        return url.replace(f":{self.target}/", f":{self.port}/")

    # --- what a test asks for

    def cut(self) -> None:
        """Break every connection, as a pulled plug does, and refuse new ones until `mend`."""
        done = threading.Event()
        self._loop.call_soon_threadsafe(self._cut)
        self._loop.call_soon_threadsafe(done.set)
        assert done.wait(10), "the proxy does not answer"

    def mend(self) -> None:
        """Let new connections through again, and forget what was to be tripped over."""
        self._open, self._needle = True, None

    def cut_before(self, words: bytes) -> None:
        """Cut when the client says `words` (b"COMMIT"): the server never hears them."""
        self._trip(words, heard=False)

    def cut_after(self, words: bytes) -> None:
        """Cut when the client says `words`: the server hears and obeys them, the client never gets the answer."""
        self._trip(words, heard=True)

    def _trip(self, needle: bytes, *, heard: bool) -> None:
        self.tripped.clear()
        self._needle_is_heard, self._needle = heard, needle

    # --- how it does it

    def __enter__(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = int(self._server.sockets[0].getsockname()[1])

    async def _close(self) -> None:
        assert self._server
        self._server.close()
        self._cut()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _cut(self) -> None:
        """Clients see a broken connection at once; what they said before still reaches the server."""
        self._open = False
        for writer in self._clients:
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        self._clients.add(writer)
        # Either side may go at any time: that is what this is for.
        with suppress(OSError):
            if self._open:
                await self._connect(reader, writer)
        writer.transport.abort()
        self._clients.discard(writer)
        self._tasks.discard(task)

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server_reader, server_writer = await asyncio.open_connection("127.0.0.1", self.target)
        answers = asyncio.create_task(self._pass_answers(server_reader, writer))
        try:
            while data := await reader.read(65536):
                if self._trips_over(data):
                    if self._needle_is_heard:
                        server_writer.write(data)
                        await server_writer.drain()
                    self._cut()
                    self.tripped.set()
                    return
                server_writer.write(data)
                await server_writer.drain()
        finally:
            server_writer.close()
            with suppress(OSError):
                await answers

    async def _pass_answers(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            # What comes for a client that is gone is lost.
            with suppress(OSError):
                writer.write(data)
                await writer.drain()
        writer.close()

    def _trips_over(self, data: bytes) -> bool:
        if self._needle is None or self._needle not in data:
            return False
        self._needle = None
        return True
