"""Which of these tests can be: those of others' files only where the files are."""

from __future__ import annotations

from tests.support.real_files import DATA

collect_ignore = [] if DATA.is_dir() else ["test_real_files.py"]
