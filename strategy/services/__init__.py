"""Verbs on drafts: keyword-only, each in one transaction, with who acts and when.

`by` is the id of the account that acts, or None for the browser session that made the draft; `at` is an aware time.
"""
