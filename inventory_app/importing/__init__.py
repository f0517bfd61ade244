"""From a file to an action: reading, mapping, checking and staging rows, and `ImportFile`, which saves them."""
