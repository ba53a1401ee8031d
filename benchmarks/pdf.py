"""The accessible PDF of the large reference document: against no tags at all, and against WeasyPrint doing the same.

WeasyPrint 70 writes PDF/UA-1 of the same document from HTML; the HTML is ready before its time is counted. Memory is
the peak of a fresh process that writes the document once.
"""

import logging
import resource
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks._html import to_html
from benchmarks._report import Measure, report, side_by_side
from benchmarks._untagged import render_untagged
from strategy.renderers.registry import RENDERERS
from tests.documents import files

LARGE = "large-epci"


def weasyprint(html: str) -> bytes:
    """PDF/UA-1 by WeasyPrint."""
    from weasyprint import HTML

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    content: bytes = HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    return content


def measures() -> Iterator[Measure]:
    """Times, then memory."""
    document = files.document(LARGE)
    render = partial(RENDERERS["pdf"].render, document)
    tagged, untagged = side_by_side(render, partial(render_untagged, document), rounds=5)
    yield Measure("pdf_tagged_vs_untagged", tagged, "s", untagged)
    ours, theirs = side_by_side(render, partial(weasyprint, to_html(document)), rounds=1)
    yield Measure("pdf_vs_weasyprint", ours, "s", theirs)
    yield Measure("pdf_memory_vs_weasyprint", peak_of("ours"), "MB", peak_of("weasyprint"))


def peak_of(way: str) -> float:
    """Megabytes at the peak of a process that writes the document once."""
    done = subprocess.run(
        [sys.executable, __file__, "--peak", way], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def print_peak(way: str) -> None:
    """Writes the document once, then prints the peak of this process in megabytes."""
    if way == "ours":
        RENDERERS["pdf"].render(files.document(LARGE))
    else:
        weasyprint(to_html(files.document(LARGE)))
    print(peak())


def peak() -> float:
    """The peak of this process in megabytes; on Linux `getrusage` would count what its parent held when it forked."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000_000


if __name__ == "__main__":
    if "--peak" in sys.argv:
        print_peak(sys.argv[-1])
    else:
        report(measures())
