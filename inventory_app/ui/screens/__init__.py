"""One folder a screen: its view and its presenter. Screens do not import each other."""
