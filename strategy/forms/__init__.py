"""Forms of the wizard, one family per file."""
