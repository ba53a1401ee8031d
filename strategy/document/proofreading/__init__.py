"""The proof-reader's rules, in plain French, by what they read; each finding names the row that mends it."""
