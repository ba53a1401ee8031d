"""Rendering the reference documents: seconds and bytes per format, warm, best of five."""

import time
from pathlib import Path

from strategy.document.serialize import from_json
from strategy.renderers.registry import RENDERERS

DOCUMENTS = Path(__file__).parents[1] / "tests" / "documents"


def main() -> None:
    """Print one line per document and format."""
    print(f"{'document':16} {'format':8} {'seconds':>8} {'kilobytes':>10}")
    for path in sorted(DOCUMENTS.glob("*.json")):
        document = from_json(path.read_text())
        for identifier, renderer in RENDERERS.items():
            times = []
            for _ in range(5):
                started = time.perf_counter()
                content = renderer.render(document)
                times.append(time.perf_counter() - started)
            print(f"{path.stem:16} {identifier:8} {min(times):8.3f} {len(content) / 1000:10.1f}")


if __name__ == "__main__":
    main()
