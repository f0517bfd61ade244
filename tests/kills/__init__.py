"""Imports that are killed at random moments: ``make kills``. By hand, since it takes minutes; the tests kill a few."""
