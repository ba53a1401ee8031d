"""Writes the reviewed tag tree again: `python -m tests.strategy.renderers.snapshot`."""

from pathlib import Path

from tests.strategy.renderers import reading

if __name__ == "__main__":
    lines = reading.outline(reading.tree(reading.reference("small-commune")))
    target = Path(__file__).parent / "small-commune.tags.txt"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
