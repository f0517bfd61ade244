"""Files as records: what a file is made of, its records with their numbers and lines, and the process that reads."""
