"""Pictures of the program, light and dark, for the README and to be looked at: `python -m tests.support.screenshots`.

The real program runs on a virtual screen with its demo data and is operated by keyboard and mouse; nothing is drawn for
the picture. An argument names the folder, `--only stock,order` some of the tours, `--language de` what the window
speaks: the tours find their way by the names of widgets, which are the same in every language.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from inventory_app.settings.declared import Language
from tests.support.postgres import Postgres
from tests.support.shooting import Studio
from tests.support.tours import TOURS

FOLDER = Path("build/screenshots")
THEMES = ("light", "dark")


def main(arguments: Sequence[str]) -> int:
    """Take all pictures; the exit status is that of the first tour that could not go on."""
    parser = argparse.ArgumentParser(prog="screenshots", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--only", default="", help=f"some of {', '.join(TOURS)}, with commas between")
    parser.add_argument("--theme", choices=THEMES, help="one of them")
    parser.add_argument("--language", choices=[one.value for one in Language], default=Language.ENGLISH.value)
    given = parser.parse_args(arguments)
    wanted = [name for name in TOURS if not given.only or name in given.only.split(",")]
    themes = [given.theme] if given.theme else list(THEMES)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # never the person's own
    os.environ["LC_ALL"] = "C.UTF-8"
    work = Path(tempfile.mkdtemp(prefix="stockroom-screenshots-"))
    server = Postgres()
    try:
        server.create()
        server.start()
        for theme in themes:
            for name in wanted:
                sys.stderr.write(f"{name}, {theme}\n")
                TOURS[name](Studio(work / f"{name}-{theme}", given.folder.absolute(), theme, server, given.language))
    finally:
        server.discard()
        shutil.rmtree(work, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
