"""Which database the window works with: opening it, changing it while the program runs, hearing of other
workstations.
"""

from inventory_app.ui.switching.opening import CannotOpen, prepared
from inventory_app.ui.switching.performing import LeftBehind, Performer
from inventory_app.ui.switching.switch import DatabaseSwitch, Step, SwitchProgress, Workers

__all__ = ["CannotOpen", "DatabaseSwitch", "LeftBehind", "Performer", "Step", "SwitchProgress", "Workers", "prepared"]
