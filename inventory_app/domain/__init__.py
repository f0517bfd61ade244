"""Rules of the business in pure Python: no I/O, no Qt, no SQLAlchemy."""
