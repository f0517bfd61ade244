"""Stock by location, lot and serial number: receipts that are added, or counts that are set."""
