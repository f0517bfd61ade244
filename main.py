"""Start Stockroom from a checkout; everything else is in the package."""

from inventory_app.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())
