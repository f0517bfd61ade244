"""The write side: one user action per module; `perform` is the only place that commits."""
