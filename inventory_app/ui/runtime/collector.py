"""Keeping the garbage collector from stopping a frame.

A full collection walks every object there is. Modules, mappings and screens are some hundred thousand, live to the end
and are walked for 0.1 s at a time, in the thread of the window.
"""

from __future__ import annotations

import gc


def settle() -> None:
    """What exists now is to stay: the collector need not walk it again. It still collects what is made from now on."""
    gc.freeze()
