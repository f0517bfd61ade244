"""A desktop of its own for the program: a virtual screen, a window manager and a message bus, with keyboard and mouse.

All of it ends with the process that started it, also when that is killed. The display's number is one that the X server
found free, so that several runs do not meet.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tests.support.patience import wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-daemon", "scrot")
SIZE = (1440, 960)
# What xdotool is asked for as ms from key to key; some versions of it take two thirds of that.
TYPED, SCANNED = 100, 2  # fast fingers, a scanner
_PREFIX = "stockroom-desktop-"
_PR_SET_PDEATHSIG = 1

# Private, reachable for this account alone, and without services that start by themselves (a keyring, a portal).
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""

# No keys and menus of its own: every key belongs to the program.
_WINDOW_MANAGER = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><focusLast>yes</focusLast></focus>
  <theme><name>{theme}</name><titleLayout>LC</titleLayout></theme>
  <desktops><number>1</number></desktops>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <menu/>
  <mouse>
    <context name="Titlebar"><mousebind button="Left" action="Press"><action name="Focus"/></mousebind></context>
    <context name="Client">
      <mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
    </context>
    <context name="Close"><mousebind button="Left" action="Click"><action name="Close"/></mousebind></context>
  </mouse>
  <applications>
    {applications}
  </applications>
</openbox_config>
"""
# The main window alone fills the screen; everything else keeps its frame.
_FILLING = '<application type="normal" title="*Stockroom"><maximized>yes</maximized><decor>no</decor></application>'


class Desktop:
    """`with Desktop() as desktop:`; a program started with its `environment` shows its windows here."""

    def __init__(self, size: tuple[int, int] = SIZE, *, fill: bool = False, theme: str = "Clearlooks") -> None:
        self.size = size
        self._look = {"applications": _FILLING if fill else "", "theme": theme}
        self._processes: list[subprocess.Popen[bytes]] = []
        _sweep()
        self._folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
        self._log = (self._folder / "log").open("wb")
        self.display = ""
        self.bus = ""

    def __enter__(self) -> Self:
        missing = [program for program in NEEDED if shutil.which(program) is None]
        if missing:
            raise RuntimeError(f"missing on this machine: {' '.join(missing)}; `./run test` installs it or says how")
        try:
            self._start_screen()
            self._start_bus()
            self._start_window_manager()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End what was started, the last first."""
        while self._processes:
            process = self._processes.pop()
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)
        self._log.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    # ------------------------------------------------------------------------------------------------- its parts

    @property
    def environment(self) -> dict[str, str]:
        """For programs that show their windows here and can be read by assistive technology."""
        kept = {name: value for name, value in os.environ.items() if name not in ("WAYLAND_DISPLAY", "XAUTHORITY")}
        return {
            **kept,
            "DISPLAY": self.display,
            "QT_QPA_PLATFORM": "xcb",
            "DBUS_SESSION_BUS_ADDRESS": self.bus,
            "AT_SPI_BUS_ADDRESS": self.bus,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    def _start(
        self, command: Sequence[str], *, pass_fds: Sequence[int] = (), environment: dict[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            cwd="/",
            env=environment,
            pass_fds=pass_fds,
            preexec_fn=die_with_parent if sys.platform == "linux" else None,
        )
        self._processes.append(process)
        return process

    def _start_screen(self) -> None:
        screen = f"{self.size[0]}x{self.size[1]}x24"
        number = self._answer(
            lambda end: ("Xvfb", "-displayfd", str(end), "-screen", "0", screen, "-nolisten", "tcp", "-noreset")
        )
        self.display = f":{number}"

    def _start_bus(self) -> None:
        configuration = self._folder / "bus.conf"
        configuration.write_text(_BUS.format(folder=self._folder))
        self.bus = self._answer(
            lambda end: ("dbus-daemon", f"--config-file={configuration}", "--nofork", f"--print-address={end}")
        )

    def _answer(self, command: Callable[[int], Sequence[str]]) -> str:
        """Start a program that tells by a line when it is ready, and what its address is."""
        reading, writing = os.pipe()
        try:
            self._start(command(writing), pass_fds=(writing,))
        finally:
            os.close(writing)
        with os.fdopen(reading) as answer:
            line = answer.readline().strip()
        if not line:
            raise RuntimeError(f"{command(0)[0]} did not start:\n{self._said()}")
        return line

    def _start_window_manager(self) -> None:
        configuration, ready = self._folder / "openbox.xml", self._folder / "managed"
        configuration.write_text(_WINDOW_MANAGER.format(**self._look))
        options = ("--sm-disable", "--config-file", str(configuration), "--startup", f"touch {ready}")
        manager = self._start(("openbox", *options), environment=self.environment)

        def manages() -> bool:
            if manager.poll() is not None:
                raise RuntimeError(f"openbox did not start:\n{self._said()}")
            return ready.exists()

        wait_for(manages, what="the window manager")

    def _said(self) -> str:
        self._log.flush()
        return (self._folder / "log").read_text(errors="replace")[-2000:]

    # ---------------------------------------------------------------------------------------- keyboard and mouse

    def _ask(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            ["xdotool", *arguments], check=False, capture_output=True, env=self.environment, timeout=30
        )

    def _do(self, *arguments: str) -> None:
        done = self._ask(*arguments)
        if done.returncode:
            raise RuntimeError(f"xdotool {' '.join(arguments)}: {done.stderr.decode(errors='replace')}")

    def press(self, *keys: str) -> None:
        """Keys by their X names, chords with +: `press("ctrl+d")`, `press("Tab", "Tab")`."""
        self._do("key", "--delay", "8", *keys)

    def type(self, words: str, delay: int = TYPED) -> None:
        """ASCII only: for other characters xdotool changes the keyboard under the program's hands."""
        if not words.isascii():
            raise ValueError(f"not on the keyboard: {words!r}")
        self._do("type", "--delay", str(delay), "--", words)

    def scan(self, code: str, *ends: str) -> None:
        """Letters and digits as fast as a scanner sends them, and the keys that it sends at the end."""
        self._do("key", "--delay", str(SCANNED), *code, *ends)

    def click(self, x: int, y: int, button: int = 1) -> None:
        self._do("mousemove", "--sync", str(x), str(y), "click", str(button))

    def park_mouse(self) -> None:
        """Out of the way: nothing is highlighted under it."""
        self._do("mousemove", str(self.size[0] - 1), str(self.size[1] - 1))

    def title(self) -> str:
        """Of the window that has the keyboard; '' when none has."""
        done = self._ask("getactivewindow", "getwindowname")
        return done.stdout.decode(errors="replace").strip() if done.returncode == 0 else ""

    def titles(self, pid: int) -> list[str]:
        """Of all windows of a process that are shown."""
        done = self._ask("search", "--onlyvisible", "--pid", str(pid), "--name", ".")
        ids = done.stdout.decode().split()
        return [self._ask("getwindowname", one).stdout.decode(errors="replace").strip() for one in ids]

    def picture(self, path: Path) -> Path:
        """The whole screen, without the mouse pointer."""
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["scrot", "--overwrite", str(path)], check=True, env=self.environment, timeout=30)
        return path


def die_with_parent() -> None:
    """SIGTERM when the parent dies, whatever it dies of; for `preexec_fn`."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _sweep() -> None:
    """Remove the folders of killed test runs; a folder's name tells the process that made it."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        owner = left.name.removeprefix(_PREFIX).split("-")[0]
        if owner.isdigit() and not Path(f"/proc/{owner}").exists():
            shutil.rmtree(left, ignore_errors=True)
