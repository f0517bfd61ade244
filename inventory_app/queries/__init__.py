"""The read side: frozen rows and keyset pages; no ORM object leaves."""
