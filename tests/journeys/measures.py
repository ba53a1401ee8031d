"""What a browser can tell of a page: accessibility, weight, width."""

from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response

WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@dataclass(frozen=True)
class Weight:
    """What a first visit costs: requests, bytes on the wire (headers included), elements."""

    requests: int
    transferred: int
    nodes: int


def visit(page: Page, path: str) -> Weight:
    """Open a page with all it asks for, and weigh it; the page must not have been opened before."""
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 - Playwright marks functions
    answer = page.goto(path, wait_until="load")
    assert answer is not None
    assert answer.ok, f"{path} answers {answer.status}"
    sizes = [response.request.sizes() for response in responses]
    return Weight(
        requests=len(responses),
        transferred=sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes),
        nodes=page.locator("*").count(),
    )


def assert_accessible(page: Page) -> None:
    """Refuse any fault that axe finds against WCAG 2.2 AA, saying where each is."""
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG_22_AA}})
    faults = [
        f"{fault['id']}: {fault['help']} - {[node['target'] for node in fault['nodes']]}"
        for fault in results.response["violations"]
    ]
    assert faults == [], f"{page.url} has faults:\n" + "\n".join(faults)


def assert_no_side_scroll(page: Page) -> None:
    """Refuse a page wider than its window, naming the elements that stick out."""
    wide = page.evaluate(
        """() => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
        [...document.querySelectorAll("body *")]
          .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth)
          .map(element => element.tagName.toLowerCase() + "." + element.className)"""
    )
    assert wide == [], f"{page.url} scrolls sideways because of {wide[:5]}"
