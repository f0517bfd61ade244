"""The writing process: stored values in, a file out. It knows neither SQLAlchemy nor the program's settings."""
