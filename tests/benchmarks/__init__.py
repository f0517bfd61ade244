"""Speed, measured beside the limits of the engines in the same run. Not part of the tests: machines are noisy."""
