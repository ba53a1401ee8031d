"""What a browser can tell of a page: accessibility, weight, width."""

from dataclasses import dataclass

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page, Response, ViewportSize

PHONE = ViewportSize(width=360, height=740)
DESKTOP = ViewportSize(width=1280, height=900)
AXE = AXE_FILE_PATH.read_text(encoding="utf-8")
WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# The menu is Wagtail's, the same on every screen; so is the summary of a long form, which scrolls by the pointer
# alone, while its links are reached by the keyboard.
NOT_OURS = ("#wagtail-sidebar", ".w-minimap")
# What moves for a while is at its end at once, so that no half-faded word is looked at.
AT_REST = """() => document.getAnimations()
  .filter(each => each.effect?.getComputedTiming().endTime < Infinity).forEach(each => each.finish())"""
# Most of the time that axe takes goes to contrasts, and most words of a page look like others: of the words of one
# colour, size and weight on one background, only the first and the last are marked, and only those are asked about.
MARKED_ONLY = "axe.configure({rules: [{id: 'color-contrast', selector: '[data-look]'}]})"
MARK_LOOKS = """() => {
  const seen = element => element.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && element.clientWidth !== 1 && !element.closest('[aria-hidden="true"]');
  const worded = element => element.matches("input, select, textarea")
    || [...element.childNodes].some(each => each.nodeType === Node.TEXT_NODE && each.data.trim());
  const look = element => {
    const words = getComputedStyle(element);
    const disabled = [element, element.closest("label")?.control].some(each => each?.matches(":disabled"));
    const found = [disabled, words.color, words.fontSize, words.fontWeight];
    for (let each = element; each; each = each.parentElement) {
      const {backgroundColor, backgroundImage, opacity} = getComputedStyle(each);
      found.push(backgroundColor, backgroundImage, opacity);
      if (backgroundColor.startsWith("rgb(") && opacity === "1") break;
    }
    return found.join();
  };
  const first = new Map(), last = new Map();
  for (const element of document.body.querySelectorAll("*")) {
    delete element.dataset?.look;
    if (!worded(element) || !seen(element)) continue;
    const name = look(element);
    if (!first.has(name)) first.set(name, element);
    last.set(name, element);
  }
  for (const element of [...first.values(), ...last.values()]) element.dataset.look = "";
}"""
# Names what makes the page scroll sideways.
STICKING_OUT = """() => {
  const window_width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= window_width) return [];
  return [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > window_width).slice(0, 5)
    .map(element => "sticks out: " + [element.tagName.toLowerCase(), ...element.classList].join("."));
}"""
# Names the texts wider than their box; a table that is wider than a phone, or than the column beside a form,
# scrolls in a region of its own.
CUT_OFF = """() => {
  const window_width = document.documentElement.clientWidth;
  const all = [...document.querySelectorAll("body *")];
  const name = element => [element.tagName.toLowerCase(), ...element.classList].join(".");
  const cut = all.filter(element => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1
    && !element.matches("input, select, textarea, svg, svg *, .visually-hidden")
    && !(element.matches(".table-wrap") && (window_width < 768 || element.closest(".workspace__aside"))));
  return cut.map(element => "cut off: " + name(element) + " " + element.innerText.slice(0, 40));
}"""


@dataclass(frozen=True)
class Weight:
    """What a first visit costs: requests, bytes on the wire (headers included), elements."""

    requests: int
    transferred: int
    nodes: int

    def within(self, *, nodes: int) -> bool:
        """Whether it fits the budget of every page, and this number of elements."""
        return self.requests <= 4 and self.transferred <= 40_000 and self.nodes <= nodes


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


def look_over(page: Page) -> list[str]:
    """What is wrong on a page at a desk in light colours, then on a phone in dark ones, with every fold open."""
    page.evaluate(AXE + MARKED_ONLY)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    faults = []
    for view, scheme in ((DESKTOP, "light"), (PHONE, "dark")):
        page.set_viewport_size(view)
        page.emulate_media(color_scheme=scheme)
        found = [*accessibility_faults(page), *page.evaluate(STICKING_OUT), *page.evaluate(CUT_OFF)]
        faults += [f"{page.url}, {view['width']} px, {scheme}: {fault}" for fault in found]
    return faults


def admin_faults(page: Page, *, alike: bool = False) -> list[str]:
    """What is wrong on a screen of the admin: what axe finds at a desk, what sticks out there and on a phone.

    axe is spared a screen that is like another but for its data.
    """
    found = page.evaluate(STICKING_OUT)
    if not alike:
        page.evaluate(AXE + MARKED_ONLY)
        found += accessibility_faults(page, without=NOT_OURS)
    page.set_viewport_size(PHONE)
    found += page.evaluate(STICKING_OUT)
    page.set_viewport_size(DESKTOP)
    return [f"{page.url}: {fault}" for fault in found]


def accessibility_faults(page: Page, within: str = "html", without: tuple[str, ...] = ()) -> list[str]:
    """Every fault that axe finds against WCAG 2.2 AA in a part of the page but for others, and where.

    What fades in is looked at as it ends.
    """
    options = {"runOnly": {"type": "tag", "values": WCAG_22_AA}, "resultTypes": ["violations"]}
    part = {"include": [within], "exclude": [[selector] for selector in without]}
    page.evaluate(AT_REST)
    page.evaluate(MARK_LOOKS)
    found = page.evaluate(
        "async ([part, options]) => (await axe.run(part, options)).violations", [part, options]
    )
    return [
        f"{fault['id']}: {fault['help']} - {[node['target'] for node in fault['nodes']]}" for fault in found
    ]
