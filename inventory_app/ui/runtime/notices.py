"""One reporter for what nobody expected: uncaught exceptions of slots, threads and tasks, and messages of Qt.

Everything goes to the log; faults of the program also become a notice that the window shows, with details to
copy.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from inventory_app.database.faults import classify
from inventory_app.ui.translation import translate

if TYPE_CHECKING:
    import asyncio
    from types import TracebackType

_log = logging.getLogger("stockroom.notices")
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# What the offscreen platform says about having no screen; nothing can be done about it.
_NOISE = ("This plugin does not support ",)


@dataclass(frozen=True, slots=True)
class Notice:
    """``summary`` for the person, ``detail`` for copying (a traceback)."""

    summary: str
    detail: str


class Notices(QObject):
    """Installed once by the bootstrap; `uninstall` puts the former hooks back."""

    told = Signal(object)  # Notice

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._former: tuple[Any, Any, Any] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def install(self, loop: asyncio.AbstractEventLoop | None = None) -> None:
        if self._former is not None:
            raise RuntimeError("the notices are installed already")
        qt = qInstallMessageHandler(self._of_qt)
        self._former = (sys.excepthook, threading.excepthook, qt)
        sys.excepthook = self._of_python
        threading.excepthook = self._of_thread
        self._loop = loop
        if loop is not None:
            loop.set_exception_handler(self._of_loop)

    def uninstall(self) -> None:
        if self._former is None:
            return
        sys.excepthook, threading.excepthook, qt = self._former
        qInstallMessageHandler(qt)
        if self._loop is not None and not self._loop.is_closed():
            self._loop.set_exception_handler(None)
        self._former = self._loop = None

    def report(self, summary: str, error: BaseException | None = None, detail: str = "") -> None:
        """Log a fault of the program and tell the window."""
        text = detail or ("".join(traceback.format_exception(error)) if error is not None else "")
        _log.error("%s\n%s", summary, text)
        self.told.emit(Notice(summary, text))

    def _of_python(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(_summary(error), detail="".join(traceback.format_exception(kind, error, trace)))

    def _of_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is None or issubclass(arguments.exc_type, SystemExit):
            return
        self.report(_summary(arguments.exc_value), arguments.exc_value)

    def _of_loop(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        message = str(context.get("message", ""))
        if isinstance(error, BaseException):
            trace = "".join(traceback.format_exception(error))
            if classify(error).connection_is_gone:
                # A driver's leftover of a connection that broke: whoever used it has been told already.
                _log.warning("the event loop reports: %s\n%s", message, trace)
                return
            self.report(_summary(error), detail=f"{message}\n{trace}")
        else:
            _log.error("the event loop reports: %s", message)

    def _of_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        text = message or ""
        if text.startswith(_NOISE):
            return
        _log.log(_QT_LEVELS.get(kind, logging.WARNING), "Qt: %s (%s)", text, context.category or "default")


def _summary(error: BaseException) -> str:
    return translate("Outcome", "Something unexpected happened in the program: {name}").format(
        name=type(error).__name__
    )
