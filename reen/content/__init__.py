"""The curated content as YAML, and how it is loaded."""
