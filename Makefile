# Thin names for what ./run and the tests' own programs do.
.PHONY: setup run test check bench screenshots translations fuzz kills

setup:
	./run setup

run:
	./run

test:
	./run test

check:
	./run check

# Against the limits of the engines; prints ratios. Not part of the tests.
bench:
	./run setup
	.venv/bin/python -m tests.benchmarks

# Every screen and state, light and dark, on a virtual screen.
screenshots:
	./run setup
	.venv/bin/python -m tests.support.screenshots

# The texts of the window into resources/translations, and those compiled; names what waits for its translation.
translations:
	./run setup
	.venv/bin/python -m tests.support.translations

# Damaged files for the reading side, for twenty minutes. Not part of the tests; what it finds becomes one.
fuzz:
	./run setup
	.venv/bin/python -m tests.fuzz 1200

# Imports that are killed at random moments, on both engines; some minutes. Not part of the tests.
kills:
	./run setup
	.venv/bin/python -m tests.kills
