"""Stockroom: a desktop inventory program in which every user action is one transaction with a visible outcome."""

__version__ = "0.1.0"
