"""One folder for all that a test run writes into the folder for temporary files: it goes when the run ends.

It lies in memory where there is room: thousands of small databases that each wait for a disk at every COMMIT take
minutes, and a run that is over needs nothing of them. Processes that tests start, and those that run the tests, write
there too, and may die without having tidied up. What a killed run has left is removed by the next one.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_PREFIX = "stockroom-tests-"
_NEEDED_MEMORY = 2 * 1024**3


def memory_folder() -> Path | None:
    """Memory when it has room for a few databases (a container's has 64 MB); else files lie where others do."""
    memory = Path("/dev/shm")
    if not memory.is_dir() or shutil.disk_usage(memory).free < _NEEDED_MEMORY:
        return None
    return memory


def make_run_folder() -> None:
    """Lead this process and all that it starts into a folder of the run; once, by the process that leads it."""
    usual = Path(tempfile.gettempdir())
    root = memory_folder() or usual
    for place in {root, usual}:
        _sweep(place)
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=root))
    folder.chmod(0o711)  # other users pass through it, as through the folder that it stands for: PostgreSQL's is one
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    # What a failed test left in its `tmp_path` can be looked at after the run: pytest keeps those of the last three.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(root))
    for name in ("TMPDIR", "TEMP", "TMP"):
        os.environ[name] = str(folder)
    tempfile.tempdir = None  # it is found out anew
    if "XDG_RUNTIME_DIR" not in os.environ:
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)


def _sweep(root: Path) -> None:
    """Remove the folders of killed test runs; a folder's name tells the process that made it."""
    if not Path("/proc/self").exists():
        return
    for left in root.glob(f"{_PREFIX}*"):
        owner = left.name.removeprefix(_PREFIX).split("-")[0]
        if owner.isdigit() and not Path(f"/proc/{owner}").exists():
            shutil.rmtree(left, ignore_errors=True)
