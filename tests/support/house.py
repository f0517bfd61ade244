"""Reads the package's own source: what the house rules are checked against."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Source:
    """One Python file, parsed."""

    path: Path

    @cached_property
    def name(self) -> str:
        """The path from the root of the project, as the rules write it."""
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.name)

    def is_in(self, *places: str) -> bool:
        """Whether this is one of the files, or lies in one of the folders (those end in a slash)."""
        return any(self.name == place or (place.endswith("/") and self.name.startswith(place)) for place in places)

    def at(self, node: ast.AST) -> str:
        return f"{self.name}:{getattr(node, 'lineno', 1)}"

    def calls(self) -> Iterator[tuple[str, str, ast.Call]]:
        """Each call as (what it is called on, name, node): `session.commit()` is ("session", "commit", node)."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                if isinstance(node.func, ast.Attribute):
                    yield ast.unparse(node.func.value), node.func.attr, node
                elif isinstance(node.func, ast.Name):
                    yield "", node.func.id, node

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def sources(folder: str) -> list[Source]:
    """All Python files of a folder of the project, in order."""
    return [Source(path) for path in sorted((ROOT / folder).rglob("*.py"))]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function, without its decorators and docstring."""
    body = function.body
    first = body[1] if ast.get_docstring(function) is not None and len(body) > 1 else body[0]
    return (function.end_lineno or function.lineno) - first.lineno + 1 + (body[0].lineno - function.lineno)
