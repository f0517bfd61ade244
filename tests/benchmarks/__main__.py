"""`python -m tests.benchmarks [orders] [imports] [exports] [heartbeat]`: run all of them, or those that are named."""

from __future__ import annotations

import argparse
import importlib
import inspect
import logging

NAMES = ("orders", "imports", "exports", "heartbeat")


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=(*NAMES, []), metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--rounds", type=int, default=3, help="interleaved rounds; the best of each side counts")
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the generated catalogue")
    parser.add_argument("--engine", default="", choices=("", "sqlite", "postgresql"), help="one engine only")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    for name in arguments.names or NAMES:
        print(f"== {name}", flush=True)
        measure = importlib.import_module(f"tests.benchmarks.{name}").run
        given = vars(arguments)
        measure(**{key: given[key] for key in inspect.signature(measure).parameters})


if __name__ == "__main__":
    main()
