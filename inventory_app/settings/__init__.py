"""What a person or an administrator may choose, where it is kept, and how secrets stay secret.

Pure Python: no Qt, no SQLAlchemy, nothing of the other layers. The parts are `declared` (every option in one
table), `profiles` (databases that can be opened), `store` (the settings file), `secrets` (passwords),
`places` (directories), `masking` and `logging_setup`.
"""
