"""What somebody wrote in a form that could not be kept, as words to copy."""

from collections.abc import Iterator

from django import forms


def typed_in(form: forms.Form | None) -> str:
    """A line or more a field that was filled in, under its label; empty when nothing was."""
    return "\n\n".join(_told(form)) if form is not None else ""


def _told(form: forms.Form) -> Iterator[str]:
    for field in form.visible_fields():
        value = str(field.value() or "").strip()
        choices = dict(getattr(field.field, "choices", ()))
        words = choices.get(value, value)
        if value:
            yield f"{getattr(field.field, 'told_as', field.label)}\u00a0: {words}"
