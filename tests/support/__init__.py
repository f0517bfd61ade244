"""What the tests share: throw-away servers, waiting for conditions, event loops, an in-memory keyring."""
