"""Data shipped with the application, each file with its licence and source beside it."""
