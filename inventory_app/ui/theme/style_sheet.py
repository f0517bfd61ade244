"""The one style sheet of the application. Widgets carry properties (`role`, `kind`, `tone`, `badge`,
`banner`); rules live here.

A class is styled completely (all states and sub-controls) or not at all: any box rule takes its native
drawing away.
`* { outline: 0 }` removes every focus mark, so each class that can have the focus has its own ring below.
"""

from __future__ import annotations

from inventory_app import resources
from inventory_app.ui.theme.tokens import Colors, OutcomeLook, Size, Type

_FIELDS = ("QLineEdit", "QComboBox", "QDateEdit", "QPlainTextEdit")
_FOCUSED = f"padding: 0 7px; min-height: {Size.CONTROL - 4}px;"  # 2 px border, so that the text stays where it was


def style_sheet(c: Colors) -> str:
    """The sheet for one set of tones."""
    parts = (
        _labels,
        _frames,
        _buttons,
        _kinds_of_button,
        _fields,
        _choices,
        _popups,
        _tables,
        _marks,
        _bars,
        _outcomes,
    )
    return "* { outline: 0; }\n" + "\n".join(part(c) for part in parts)


def _image(name: str) -> str:
    return f'url("{resources.path(f"icons/qss-{name}.svg").as_posix()}")'


def _labels(c: Colors) -> str:
    return f"""
QLabel[role="section"] {{ font-size: {Type.SECTION}px; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="caption"] {{ font-size: {Type.CAPTION}px; color: {c.muted}; }}
QLabel[role="heading"] {{ font-size: {Type.CAPTION}px; color: {c.muted}; font-weight: 600; }}
QLabel[role="badge"] {{ font-size: {Type.CAPTION}px; font-weight: 500; }}
QLabel[role="kbd"] {{ font-size: {Type.CAPTION}px; color: {c.muted}; background: {c.sunken};
    border-radius: 4px;
    padding: 0 6px; min-height: 20px; max-height: 20px; }}
QLabel[tone="muted"] {{ color: {c.muted}; }}
QLabel[tone="text"] {{ color: {c.text}; }}"""


def _frames(c: Colors) -> str:
    return f"""
QFrame[role="surface"] {{ background: {c.surface}; }}
QFrame[role="card"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 8px; }}
QFrame[role="card"]:focus {{ border: 2px solid {c.accent}; }}
QFrame[role="choice"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 8px; }}
QFrame[role="choice"]:hover {{ border-color: {c.control}; background: {c.window}; }}
QFrame[role="choice"]:focus {{ border: 2px solid {c.accent}; }}
QFrame[role="toast"], QFrame[role="popup"] {{ background: {c.raised}; border: 1px solid {c.control};
    border-radius: 8px; }}
QFrame[role="rule"] {{ background: {c.line}; border: 0; max-height: 1px; min-height: 1px; }}
QFrame[role="vrule"] {{ background: {c.line}; border: 0; max-width: 1px; min-width: 1px; }}
QDialog {{ background: {c.window}; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollArea > QWidget > QFrame[role="scrolled"] {{ background: {c.surface}; }}"""


def _buttons(c: Colors) -> str:
    return f"""
QPushButton {{ min-height: {Size.CONTROL - 2}px; padding: 0 12px; border: 1px solid {c.control};
    border-radius: {Size.RADIUS}px; background: {c.surface}; font-weight: 500; }}
QPushButton:hover {{ background: {c.sunken}; }}
QPushButton:pressed {{ background: {c.line}; }}
QPushButton:disabled {{ color: {c.control}; border-color: {c.line}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: 0 11px; min-height: {Size.CONTROL - 4}px; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[kind="primary"] {{ background: {c.accent_fill}; border-color: {c.accent_fill};
    color: {c.on_accent}; }}
QPushButton[kind="primary"]:hover {{ border-color: {c.text}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[kind="primary"]:disabled {{ background: {c.sunken}; border-color: {c.line}; color: {c.muted}; }}
QPushButton[kind="quiet"] {{ border-color: transparent; background: transparent; padding: 0 8px; }}
QPushButton[kind="quiet"]:hover {{ background: {c.sunken}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {c.accent}; padding: 0 7px; }}"""


def _kinds_of_button(c: Colors) -> str:
    return f"""
QPushButton[kind="link"] {{ border: 0; background: transparent; color: {c.accent}; padding: 0 2px;
    min-height: 22px; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {c.accent}; border-radius: 4px; padding: 0;
    min-height: 18px; }}
QPushButton[kind="link"]:disabled {{ color: {c.muted}; }}
QPushButton[kind="chip"] {{ border-radius: 14px; min-height: 26px; padding: 0 10px; font-weight: 400; }}
QPushButton[kind="chip"]:checked {{ background: {c.selection}; border-color: {c.accent}; color: {c.accent};
    font-weight: 500; }}
QPushButton[kind="chip"]:focus {{ border: 2px solid {c.accent}; padding: 0 9px; min-height: 24px; }}
QPushButton[kind="nav"] {{ border: 0; border-radius: {Size.RADIUS}px; background: transparent;
    text-align: left;
    padding: 0 10px; min-height: 34px; font-weight: 400; }}
QPushButton[kind="nav"]:hover {{ background: {c.sunken}; }}
QPushButton[kind="nav"]:checked {{ background: {c.selection}; color: {c.accent}; font-weight: 600; }}
QPushButton[kind="nav"]:focus {{ border: 2px solid {c.accent}; padding: 0 8px; min-height: 30px; }}"""


def _fields(c: Colors) -> str:
    focused = ", ".join(f"{name}:focus" for name in _FIELDS)
    invalid = ", ".join(f'{name}[invalid="true"]' for name in _FIELDS)
    off = ", ".join(
        f"{name}:{state}" for name in ("QLineEdit", "QPlainTextEdit") for state in ("read-only", "disabled")
    )
    return f"""
{", ".join(_FIELDS)} {{ min-height: {Size.CONTROL - 2}px; padding: 0 8px; border: 1px solid {c.control};
    border-radius: {Size.RADIUS}px; background: {c.surface}; selection-background-color: {c.selection};
    selection-color: {c.text}; }}
{focused} {{ border: 2px solid {c.accent}; {_FOCUSED} }}
{invalid} {{ border: 2px solid {c.failed}; {_FOCUSED} }}
{off} {{ background: {c.window}; border-color: {c.line}; }}
QComboBox:disabled, QDateEdit:disabled {{ background: {c.window}; border-color: {c.line}; color: {c.muted}; }}
QLineEdit[narrows="true"], QComboBox[narrows="true"] {{ background: {c.selection}; border-color: {c.accent}; }}
QComboBox {{ padding-left: 10px; }}
QComboBox:focus, QComboBox[invalid="true"] {{ padding-left: 9px; }}
QPlainTextEdit {{ padding: 4px 6px; }}
QPlainTextEdit:focus, QPlainTextEdit[invalid="true"] {{ padding: 3px 5px; }}
QPlainTextEdit[role="details"] {{ border: 1px solid {c.line}; background: {c.window};
    font-size: {Type.CAPTION}px; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: 24px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: {_image("chevron-down")}; width: 16px; height: 16px; }}
QComboBox[kind="cell"] {{ border-color: transparent; min-height: 24px; padding: 0 2px;
    background: transparent; }}
QComboBox[kind="cell"]:focus {{ border: 2px solid {c.accent}; min-height: 22px; padding: 0 1px; }}
QTableView QLineEdit {{ min-height: 0; border-radius: 0; padding: 0 4px; border: 2px solid {c.accent}; }}"""


def _choices(c: Colors) -> str:
    return f"""
QRadioButton, QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {c.control}; border-radius: 3px;
    background: {c.surface}; }}
QCheckBox::indicator:checked {{ border-color: {c.accent_fill}; background: {c.accent_fill};
    image: {_image("check")}; }}
QCheckBox::indicator:focus {{ border: 2px solid {c.accent}; width: 12px; height: 12px; }}
QCheckBox::indicator:checked:focus {{ border-color: {c.text}; }}
QCheckBox::indicator:disabled {{ border-color: {c.line}; background: {c.window}; }}
QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {c.control}; border-radius: 8px;
    background: {c.surface}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {c.accent_fill};
    background: {c.on_accent}; }}
QRadioButton::indicator:focus {{ border-color: {c.accent}; }}
QRadioButton::indicator:unchecked:focus {{ border: 2px solid {c.accent}; width: 12px; height: 12px; }}
QRadioButton::indicator:checked:focus {{ border-color: {c.text}; }}"""


def _popups(c: Colors) -> str:
    return f"""
QComboBox QAbstractItemView, QMenu {{ background: {c.raised}; border: 1px solid {c.control}; }}
QMenu {{ padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.selection}; }}
QMenu::item:disabled {{ color: {c.control}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.control}; padding: 4px 8px; }}"""


def _tables(c: Colors) -> str:
    return f"""
QTableView {{ border: 0; background: {c.surface}; }}
QTableView::item {{ padding: 0 5px; border: 0; }}
QTableView::item:selected {{ background: {c.selection}; }}
QHeaderView {{ background: {c.surface}; border: 0; }}
QHeaderView::section {{ background: {c.surface}; color: {c.muted}; font-size: {Type.CAPTION}px;
    font-weight: 600;
    border: 0; border-bottom: 1px solid {c.line}; padding: 0 8px; min-height: {Size.HEADER - 1}px; }}
QHeaderView::section:hover {{ color: {c.text}; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ image: none; width: 0; height: 0; }}
QListView[kind="rows"] {{ border: 0; background: {c.surface}; }}
QListView[kind="popup"] {{ border: 0; background: {c.raised}; padding: 4px 0; }}"""


def _marks(c: Colors) -> str:
    return f"""
QTabWidget::pane {{ border: 0; border-top: 1px solid {c.line}; }}
QTabBar::tab {{ padding: 8px 12px; border: 0; border-bottom: 2px solid transparent; color: {c.muted}; }}
QTabBar::tab:selected {{ color: {c.accent}; border-bottom-color: {c.accent}; }}
QTabBar::tab:focus {{ background: {c.selection}; }}
QProgressBar {{ background: {c.sunken}; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}"""


def _bars(c: Colors) -> str:
    return f"""
QSplitter::handle {{ background: {c.line}; }}
QScrollBar:vertical {{ width: 10px; background: transparent; }}
QScrollBar:horizontal {{ height: 10px; background: transparent; }}
QScrollBar::handle {{ background: {c.control}; border-radius: 3px; margin: 2px; min-height: 24px;
    min-width: 24px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page,
    QScrollBar::sub-page {{ background: transparent;
    width: 0; height: 0; }}"""


def _outcomes(c: Colors) -> str:
    return "".join(
        f"""
QLabel[tone="{look.tone}"] {{ color: {look.color(c)}; }}
QFrame[badge="{look.tone}"] {{ background: {look.tint(c)}; border-radius: 4px; }}
QFrame[banner="{look.tone}"] {{ background: {look.tint(c)}; border: 0;
    border-left: 3px solid {look.color(c)}; }}"""
        for look in OutcomeLook
    )
