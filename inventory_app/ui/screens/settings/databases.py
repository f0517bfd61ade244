"""The section of databases: profiles at the left, the form of one of them, its test and its change-over."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QScrollArea

from inventory_app.settings.profiles import DatabaseKind
from inventory_app.ui.screens.settings.profile_form import AdvancedForm, ProfileForm, advice, put, taken
from inventory_app.ui.screens.settings.profile_list import ProfileList
from inventory_app.ui.screens.settings.switch_card import SwitchCard
from inventory_app.ui.screens.settings.test_card import TestCard
from inventory_app.ui.theme import OutcomeLook, Size, Space
from inventory_app.ui.translation import native_keys, translate
from inventory_app.ui.widgets.banner import Banner
from inventory_app.ui.widgets.buttons import Button, primary, quiet
from inventory_app.ui.widgets.field import Field
from inventory_app.ui.widgets.labels import ElidedLabel, kbd, text
from inventory_app.ui.widgets.layout import box, column, row, rule


class DatabasesView(QFrame):
    """Shows what the presenter says; the form tells that something was typed."""

    edited = Signal()
    primary_changed = Signal(object)  # the button that Ctrl+Enter presses now

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("settings-databases")
        self.setAccessibleName(translate("Settings", "Databases"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.profiles = ProfileList()
        self.form = ProfileForm()
        self.advanced = AdvancedForm()
        self.test_card = TestCard()
        self.switch_card = SwitchCard()
        self.banner = Banner()
        self.banner.clear()
        self._loading = False
        self._make_buttons()
        self._scroll = self._make_scroll()
        self._change = box(column(self.switch_card, margins=(Space.L, Space.M, Space.L, 0)), "surface")
        right = box(column(self.banner, self._change, (self._scroll, 1), spacing=0), "surface")
        self.setLayout(row(self.profiles, rule(vertical=True), (right, 1), spacing=0))
        self.form.changed.connect(self._typed)
        self.advanced.changed.connect(self._typed)
        self.switch_card.shown.connect(self._change.setVisible)
        self._change.setVisible(False)
        self._into_view = QTimer(self)
        self._into_view.setSingleShot(True)
        self._into_view.timeout.connect(self._show_test)
        self.show_more(False)

    def _make_scroll(self) -> QScrollArea:
        head = row(self._title, self._kind, None, self.copy, self.remove, spacing=Space.S)
        foot = row(self.test, self.more, None, self._saved, self.discard, self.save, self.use, spacing=Space.S)
        body = column(
            box(head, height=Size.FILTERS - Space.XS),
            self.form,
            self.advanced,
            foot,
            self.test_card,
            None,
            margins=(Space.L, Space.S, Space.L, Space.S),
        )
        scroll = QScrollArea()
        scroll.setObjectName("profile-scroll")
        scroll.setAccessibleName(translate("Settings", "Profile"))
        scroll.setWidget(box(body, "scrolled"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    def _make_buttons(self) -> None:
        self._title = ElidedLabel("", "section")
        self._title.setObjectName("profile-title")
        self._kind = kbd("")
        self.copy = quiet(translate("Settings", "Make a cop&y"), name=translate("Settings", "Make a copy"))
        self.remove = quiet(translate("Settings", "&Remove…"), name=translate("Settings", "Remove"))
        self.test = Button(
            translate("Settings", "&Test connection"), "", "retry", name=translate("Settings", "Test connection")
        )
        self.more = quiet(
            translate("Settings", "&More options"), "chevron-down", name=translate("Settings", "More options")
        )
        self.discard = quiet(translate("Settings", "Dis&card changes"), name=translate("Settings", "Discard changes"))
        self.save = primary(translate("Settings", "&Save"))
        self.use = primary(translate("Settings", "Use this data&base"), name=translate("Settings", "Use this database"))
        self._saved = text("", "caption")
        self.more.clicked.connect(self._toggle_more)

    @property
    def primary(self) -> QPushButton:
        return self.save if self.use.isHidden() else self.use

    # --------------------------------------------------------------------------------------------- what it shows

    def load(self, kind: DatabaseKind, values: Mapping[str, object], password: str) -> None:
        """Put what is kept for a profile, or what was typed for it, into the form."""
        self._loading = True
        for name, field in self.all_fields().items():
            put(field.control, password if name == "password" else values[name])
            field.reset()
        put(self.form.port, values["port"])
        self.form.show_kind(kind)
        self.form.check_port()
        self.form.fields["host"].reset()
        self.advanced.show_kind(kind)
        self._kind.setText(kind.word)
        self._loading = False

    def all_fields(self) -> dict[str, Field]:
        """By the name of the profile's field; the port stands beside its host and is not among them."""
        return {**self.form.fields, **self.advanced.fields}

    def values(self) -> dict[str, object]:
        """What stands in the form, without the password."""
        found = {name: taken(field.control) for name, field in self.all_fields().items() if name != "password"}
        return {**found, "port": taken(self.form.port)}

    @property
    def password(self) -> str:
        return str(taken(self.form.fields["password"].control))

    def show_profile(self, name: str, warning: str) -> None:
        """The title as it is typed, and what is unsafe about the profile."""
        self._title.set_words(name.strip() or translate("Settings", "New profile"))
        self.form.show_warning(warning)

    def show_password_state(self, placeholder: str, hint: str, tip: str) -> None:
        """Whether one is kept, and the clear word where none can be."""
        field = self.form.fields["password"]
        if isinstance(field.control, QLineEdit):
            field.control.setPlaceholderText(placeholder)
        field.set_hint(hint)
        field.control.setToolTip(tip)

    def show_buttons(self, *, dirty: bool, use_words: str, note: str, removable: bool) -> None:
        """Save while something was typed; else the way to work with this database, '' when it is in use."""
        self.discard.setVisible(dirty)
        self.save.setVisible(dirty)
        self.use.setVisible(not dirty and bool(use_words))
        if use_words:
            self.use.set_words(use_words)
        self._saved.setText(note)
        self.remove.setEnabled(removable)
        self.remove.setToolTip("" if removable else translate("Settings", "In use; change to another database first"))
        self.primary_changed.emit(self.primary)

    def show_busy(self, busy: bool) -> None:
        """While a change of the database is under way no other begins."""
        self.use.setEnabled(not busy)
        self.use.setToolTip(
            translate("Settings", "A change of the database is under way") if busy else native_keys("Ctrl+Enter")
        )

    def show_problem(self, title: str, detail: str) -> None:
        self.banner.show_message(OutcomeLook.REFUSED, title, detail)

    def show_more(self, shown: bool) -> None:
        """The advanced rows, or their absence."""
        self.advanced.setVisible(shown)
        self.more.set_icon("chevron-up" if shown else "chevron-down")
        self.more.set_words(
            translate("Settings", "Hide &more options") if shown else translate("Settings", "&More options"),
            translate("Settings", "More options"),
        )

    def bring_test(self) -> None:
        """Scroll to the card of the test once it has its place."""
        self._into_view.start(0)

    def _show_test(self) -> None:
        self._scroll.ensureWidgetVisible(self.test_card, 0, Space.S)

    def focus_name(self) -> None:
        """Where a new profile begins: typing replaces the proposed name."""
        edit = self.form.fields["name"].control
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(edit, QLineEdit):
            edit.selectAll()

    def check(self) -> bool:
        """Look at everything that is shown; the first that is wrong gets the focus, folded rows unfold for it."""
        port_ok = self.form.check_port()
        wrong = [field for field in self.all_fields().values() if not field.isHidden() and not field.check()]
        if not port_ok and wrong[:1] == [self.form.fields["host"]] and not advice("host", wrong[0].text):
            self.form.port.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if wrong and wrong[0] in self.advanced.fields.values():
            self.show_more(True)
        if wrong:
            wrong[0].control.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def _toggle_more(self) -> None:
        self.show_more(self.advanced.isHidden())

    def _typed(self) -> None:
        if not self._loading:
            self.edited.emit()
