"""What is said of a file, or of one of its cells, that cannot be taken."""


class FileError(Exception):
    """The file cannot be read as a table; the message says what is wrong, where, and how to mend it."""


class CellError(Exception):
    """A cell cannot be taken; the message says what is expected."""
