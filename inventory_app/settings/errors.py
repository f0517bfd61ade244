"""What can go wrong with settings; each carries a sentence for the person that says what to do."""

from __future__ import annotations


class SettingsError(Exception):
    """Base of this package's errors; `message` is for the person."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InvalidSettingError(SettingsError):
    """A value that an option or a field of a profile does not take."""

    def __init__(self, key: str, value: object, message: str) -> None:
        super().__init__(message)
        self.key = key
        self.value = value


class SettingsNotSavedError(SettingsError):
    """The settings file could not be written; what was chosen holds until the program ends."""


class UnknownProfileError(SettingsError):
    """No profile has this name or id."""


class KeyringUnavailable(SettingsError):  # noqa: N818 - a state of the computer, and the session goes on
    """The system keyring cannot keep or give a password; it is held for this session only."""


class NoPasswordError(SettingsError):
    """A password was promised (on standard input) and did not come."""
