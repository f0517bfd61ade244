"""Tests of other people's files are collected only where these are at hand."""

from __future__ import annotations

from tests.support.real_files import DATA

collect_ignore = [] if DATA.is_dir() else ["test_real_files.py"]
