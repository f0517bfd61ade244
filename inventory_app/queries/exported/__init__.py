"""What exports are made of: for each table its columns and the one statement that gives all of its rows."""
