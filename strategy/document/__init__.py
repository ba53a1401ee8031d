"""The document of a strategy as plain data: how it is built, checked and written as JSON."""
