"""`python -m tests.benchmarks [orders] [imports] [heartbeat]`: run all of them, or those that are named."""

from __future__ import annotations

import argparse
import importlib
import logging

NAMES = ("orders", "imports", "heartbeat")


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=(*NAMES, []), metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--rounds", type=int, default=3, help="interleaved rounds; the best of each side counts")
    parser.add_argument("--rows", type=int, default=200_000, help="rows of the generated catalogue")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    for name in arguments.names or NAMES:
        print(f"== {name}", flush=True)
        importlib.import_module(f"tests.benchmarks.{name}").run(rounds=arguments.rounds, rows=arguments.rows)


if __name__ == "__main__":
    main()
