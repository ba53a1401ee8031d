"""What an auditor checks by hand, computed from a document alone: one module a subject."""
