"""The law, its translation and the catalogue, written by editors; also the user and the settings."""
