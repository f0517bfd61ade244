"""The import window: one of its own beside the main window, with its steps on top and its buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from inventory_app.ui.import_dialog.check_page import CheckPage
from inventory_app.ui.import_dialog.commit_page import CommitPage
from inventory_app.ui.import_dialog.map_page import MapPage
from inventory_app.ui.import_dialog.open_page import OpenPage
from inventory_app.ui.import_dialog.outcome_page import OutcomePage
from inventory_app.ui.import_dialog.page import StepPage
from inventory_app.ui.import_dialog.values_page import ValuesPage
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate
from inventory_app.ui.widgets.banner import Banner
from inventory_app.ui.widgets.buttons import Button
from inventory_app.ui.widgets.layout import box, column, rule
from inventory_app.ui.widgets.page import PageHead
from inventory_app.ui.widgets.room import room_on
from inventory_app.ui.widgets.step_bar import StepBar

STEPS = (
    QT_TRANSLATE_NOOP("Import", "Open"),
    QT_TRANSLATE_NOOP("Import", "Map"),
    QT_TRANSLATE_NOOP("Import", "Check"),
    QT_TRANSLATE_NOOP("Import", "Commit"),
    QT_TRANSLATE_NOOP("Import", "Outcome"),
)
OPEN, MAP, CHECK, COMMIT, OUTCOME = range(1, 6)
VALUES = 6
_PART_OF = {VALUES: MAP}  # a page behind the columns (or the check), which the bar does not count
SIZE = (1120, 760)
_SMALLEST = (960, 620)


class ImportWindow(QWidget):
    """Belongs to the main window but stacks by itself. ``close_wanted`` is answered by `let_go` or by staying."""

    close_wanted = Signal()
    back_wanted = Signal()
    leave_wanted = Signal()  # Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("import-window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._step = OPEN
        self._may_close = False
        self.open, self.map, self.check = OpenPage(), MapPage(), CheckPage()
        self.commit, self.outcome, self.values = CommitPage(), OutcomePage(), ValuesPage()
        self.head = PageHead(translate("Import", "Import products"))
        self.steps = StepBar([translate("Import", step) for step in STEPS])
        self.banner = Banner()
        self.earlier, self.again = (
            Button(translate("Import", "Show the ea&rlier import")),
            Button(translate("Import", "&Import it again")),
        )
        self.already = Banner(buttons=(self.earlier, self.again))
        self.already.setObjectName("banner-already")
        self._stack, self._foot = QStackedWidget(), QStackedWidget()
        for page in self.pages:
            self._stack.addWidget(page)
            self._foot.addWidget(page.foot)
        self._foot.setFixedHeight(max(page.foot.sizeHint().height() for page in self.pages))
        top = box(column(self.head, rule(), self.steps, self.banner, self.already, rule(), spacing=0), "surface")
        self.setLayout(column(top, (self._stack, 1), rule(), self._foot, spacing=0))
        self.setMinimumSize(*_SMALLEST)
        self.resize(QSize(*SIZE).boundedTo(room_on((parent or self).screen())))
        self._add_shortcuts()
        self.show_title(translate("Purposes", "products"), "")
        self.show_step(OPEN)

    @property
    def pages(self) -> tuple[StepPage, ...]:
        return self.open, self.map, self.check, self.commit, self.outcome, self.values

    def _add_shortcuts(self) -> None:
        for keys, slot in (
            ("Ctrl+Return", self.do_primary),
            ("Ctrl+Enter", self.do_primary),
            ("Alt+Left", self.back_wanted),
            ("Esc", self.leave_wanted),
            ("Ctrl+O", self.open.choose.click),
            ("Ctrl+S", self.check.save_rejects.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    @property
    def step(self) -> int:
        """Which step is in front, from 1."""
        return self._step

    def show_step(self, step: int, *, finished: bool = False, part_of: int = 0) -> None:
        """Bring a step to the front, or a page that is part of one; banners belong to the step before."""
        self._step = step
        missed = COMMIT if step == OUTCOME and not finished else 0
        self.steps.show_step(part_of or _PART_OF.get(step, step), finished=finished, missed=missed)
        self._stack.setCurrentIndex(step - 1)
        self._foot.setCurrentIndex(step - 1)
        self.banner.clear()
        self.already.clear()
        if self.isVisible():
            self.pages[step - 1].enter()

    def show_title(self, kind: str, caption: str) -> None:
        title = translate("Import", "Import {kind}").format(kind=kind)
        self.head.set_title(title)
        self.head.set_caption(caption)
        name = caption.partition(" · ")[0]
        self.setWindowTitle(f"{name} – {title}" if name else title)
        self.setAccessibleName(title)

    def do_primary(self) -> None:
        """Ctrl+Enter."""
        button = self.pages[self._step - 1].primary
        if button is not None and button.isVisible() and button.isEnabled():
            button.click()

    def come_forward(self) -> None:
        """Show the window, wherever it was."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.pages[self._step - 1].enter()

    def let_go(self) -> None:
        """Close now, without asking again."""
        self._may_close = True
        self.close()
        self.deleteLater()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_wanted.emit()
