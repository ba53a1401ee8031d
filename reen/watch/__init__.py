"""What goes stale, found before readers do: entries to read again, addresses, searches, remarks on the wording."""
