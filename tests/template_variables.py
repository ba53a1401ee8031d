"""Makes an undefined variable in one of our templates fail the test that renders it."""

import inspect
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CHECKED = ROOT / "templates"
# allauth's elements read attributes that their callers may leave out.
NOT_CHECKED = (CHECKED / "allauth",)


class FailIfOurs(str):
    """Stands for `string_if_invalid`: fails in our own templates, is the empty text in those of the libraries.

    There it is false, so that filters such as `default` are applied to it as they are to the empty text.
    """

    def __bool__(self) -> bool:
        template = template_being_rendered()
        return template is not None and is_checked(template)

    def __contains__(self, part: object) -> bool:
        return part == "%s"

    def __mod__(self, variable: object) -> str:
        template = template_being_rendered()
        assert template is not None
        pytest.fail(f"undefined variable '{variable}' in {template.relative_to(ROOT)}")


def is_checked(template: Path) -> bool:
    return template.is_relative_to(CHECKED) and not any(template.is_relative_to(path) for path in NOT_CHECKED)


def template_being_rendered() -> Path | None:
    """The file of the innermost template node on the call stack."""
    frame = inspect.currentframe()
    while frame:
        origin = getattr(frame.f_locals.get("self"), "origin", None)
        if origin is not None and hasattr(origin, "template_name"):
            return Path(origin.name)
        frame = frame.f_back
    return None
