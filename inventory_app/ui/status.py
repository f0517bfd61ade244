"""What the status bar and the banner say of the database, and what runs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from inventory_app.ui import outcome_words as words
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import finished
from inventory_app.ui.theme import OutcomeLook, formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.banner import Banner
from inventory_app.ui.widgets.buttons import Button
from inventory_app.ui.widgets.details_dialog import DetailsDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from inventory_app.ui.runtime.action_runner import ActionRunner
    from inventory_app.ui.runtime.health import Health, HealthMonitor
    from inventory_app.ui.widgets.page import Page
    from inventory_app.ui.widgets.status_bar import StatusBar

_TICK = 1000
_REDRAW = 250


class StatusPresenter(QObject):
    """Joins health and runner to the status bar, and owns the banner of a database that is out of reach."""

    settings_wanted = Signal()
    came_back = Signal()
    reachable_changed = Signal(bool)
    banner_changed = Signal(bool)  # whether the banner of a database out of reach stands on the page

    def __init__(self, bar: StatusBar, runner: ActionRunner, health: HealthMonitor, window: QWidget) -> None:
        super().__init__(window)
        self._bar = bar
        self._runner = runner
        self._monitor = health
        self._window = window
        self._background = Background(self)
        self._name = ""
        self._reachable: bool | None = None
        self._seen_at: datetime | None = None  # when it answered last
        self._make_banner()
        self._countdown = _timer(self, _TICK, single=False)
        self._countdown.timeout.connect(self._count)
        self._soon = _timer(self, _REDRAW, single=True)
        self._soon.timeout.connect(self._show_running)
        health.changed.connect(self._health_changed)
        health.came_back.connect(self.came_back)
        for signal in (runner.started, runner.progressed, runner.finished):
            signal.connect(self._runs_changed)

    @property
    def reachable(self) -> bool:
        return self._reachable is not False

    @property
    def last_seen(self) -> datetime | None:
        """For the caption "as of 10:38"."""
        return self._seen_at

    def show_database(self, name: str, where: str) -> None:
        """Another database is in use: "Shop", "PostgreSQL · db.shop.lan"."""
        self._name = name
        self._reachable = self._seen_at = None
        self._bar.show_database(name, where)
        self._bar.show_health(translate("Status", "Connecting…"), "pending", "muted")
        self._clear_banner()

    def show_on(self, page: Page) -> None:
        """The banner stands on the page that is in front."""
        page.host(self.banner)

    def _make_banner(self) -> None:
        # No mnemonics: the banner comes onto any page, and each letter stands for one thing there.
        details = Button(translate("Status", "Details…"), name=translate("Status", "Details of the connection"))
        settings = Button(translate("Status", "Settings…"), name=translate("Status", "Database settings"))
        retry = Button(translate("Status", "Try now"), "", "retry", tip="F5", name=translate("Status", "Try now"))
        details.clicked.connect(self._show_details)
        settings.clicked.connect(self.settings_wanted)
        retry.clicked.connect(self._monitor.retry_now)
        self.banner = Banner(buttons=(details, settings, retry))
        self.banner.setObjectName("banner-unreachable")
        self.banner.clear()
        self.banner.setParent(self._window)

    # -----------------------------------------------------------------------------------------------------
    # health

    def _health_changed(self, health: Health) -> None:
        if health.reachable:
            self._seen_at = datetime.now(UTC)
            self._bar.show_health(_connected(health.latency))
            self._countdown.stop()
            self._clear_banner()
        else:
            since = formats.moment(health.since, datetime.now(UTC))
            self._bar.show_health(
                translate("Status", "Not reachable since {since}").format(since=since), "offline", "failed"
            )
            self._countdown.start()
            self._count()
        if health.reachable != self._reachable:
            self._reachable = health.reachable
            self.reachable_changed.emit(health.reachable)

    def _count(self) -> None:
        health = self._monitor.health
        if health is None or health.reachable:
            return
        left = 0
        if health.next_try_at is not None:
            left = max(0, round((health.next_try_at - datetime.now(UTC)).total_seconds()))
        sentences = [health.fault.cause] if health.fault is not None and health.fault.cause else []
        if self._seen_at:
            seen = formats.clock(self._seen_at)
            sentences.append(translate("Status", "You see the figures of {clock}.").format(clock=seen))
        sentences.append(translate("Status", "Nothing that you type is lost."))
        soon = translate("Status", "Next try in {seconds} s.").format(seconds=left)
        sentences.append(soon if left else translate("Status", "Trying now…"))
        self.banner.show_message(OutcomeLook.FAILED, self._out_of_reach(), " ".join(sentences))
        self.banner_changed.emit(True)

    def _clear_banner(self) -> None:
        self.banner.clear()
        self.banner_changed.emit(False)

    def _out_of_reach(self) -> str:
        if not self._name:
            return translate("Status", "The database cannot be reached")
        return translate("Status", "The database {name} cannot be reached").format(name=self._name)

    def _show_details(self) -> None:
        self._background.start(self._details(), name="connection details")

    async def _details(self) -> None:
        health = self._monitor.health
        fault = health.fault if health is not None else None
        if fault is None:
            return
        title = self._out_of_reach()
        dialog = DetailsDialog(
            OutcomeLook.FAILED, title, fault.cause or fault.message, fault.detail, parent=self._window
        )
        await finished(dialog)
        dialog.deleteLater()

    # ------------------------------------------------------------------------------------------------- what
    # runs

    def _runs_changed(self, _run: object) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _show_running(self) -> None:
        runs = self._runner.runs
        if not runs:
            self._bar.show_running("")
            return
        first = runs[0]
        if len(runs) > 1:
            more = translate("Status", "{action} and {count} more", count=len(runs) - 1)
            self._bar.show_running(more.format(action=first.action.title(), count=len(runs) - 1))
            return
        share = first.share
        if share is None:
            phase = words.progress_words(first.progress)
            self._bar.show_running(f"{first.action.title()}: {phase.lower()}" if phase else first.action.title())
            return
        percent = min(100, share[0] * 100 // share[1])
        self._bar.show_running(f"{first.action.title()}, {percent} %", share)


def _connected(latency: float | None) -> str:
    if latency is None:
        return translate("Status", "Connected")
    return translate("Status", "Connected · {latency}").format(latency=formats.duration(latency))


def _timer(parent: QObject, interval: int, *, single: bool) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval)
    timer.setSingleShot(single)
    return timer
