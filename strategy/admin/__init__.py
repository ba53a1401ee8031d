"""What the admin of the catalogue learns from strategies, one subject per module."""
