"""The catalogue as spreadsheets: export, template, import as drafts, undo."""
