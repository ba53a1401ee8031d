"""What a form says, answer by answer, as plain data: an answer is a field, or all the lines of the form together."""

from collections.abc import Container, Iterable, Mapping
from datetime import date
from typing import Any

from django import forms

from strategy.forms.versioned import VersionedForm
from strategy.forms.words import held, shown


def answers_of(form: VersionedForm) -> dict[str, Any]:
    """By field, then by name of the lines, what the form shows or was sent, right or wrong.

    As a browser sends it: a text, whether a box is ticked, the keys that are, or the texts of each line not left empty.
    """
    answers = {name: plain(form[name].value()) for name in form.fields if name != "seen"}
    if form.lines is not None and (not form.is_bound or form.lines.management_form.is_valid()):
        lines = ({name: plain(line[name].value()) for name in line.fields} for line in form.lines)
        answers[form.lines.form.related] = [line for line in lines if any(line.values())]
    return answers


def plain(value: Any) -> Any:
    """A value as a browser sends it back when nobody touches it, without the null characters no database takes."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return value
    if isinstance(value, list):
        return sorted(map(str, value))
    return (
        value.isoformat() if isinstance(value, date) else str(value).replace("\r\n", "\n").replace("\0", "")
    )


def as_sent(answers: Mapping[str, Any], *, seen: int, lines: str = "") -> dict[str, Any]:
    """What a browser would send with these answers; `lines` is the name of the one that is made of lines."""
    sent = {"seen": seen} | {name: answer for name, answer in answers.items() if name != lines}
    if lines in answers:
        sent |= {f"{lines}-TOTAL_FORMS": len(answers[lines]), f"{lines}-INITIAL_FORMS": 0}
        for number, line in enumerate(answers[lines]):
            sent |= {f"{lines}-{number}-{name}": text for name, text in line.items()}
    return sent


def keep_only(form: VersionedForm, names: Container[str]) -> None:
    """Takes out of the form, which must not be checked yet, every answer that is not named."""
    for name in form.fields.keys() - {"seen"}:
        if name not in names:
            del form.fields[name]
    if form.lines is not None and form.lines.form.related not in names:
        form.lines = None


def show_answers(form: VersionedForm, answers: Mapping[str, Any], *, seen: int) -> None:
    """Shows these answers, right or wrong, in the place of what is saved."""
    form.initial = {**form.initial, **answers, "seen": seen}
    if form.lines is not None:
        form.lines = form.lines.holding(answers[form.lines.form.related])


def offered(form: VersionedForm, name: str, answer: Any) -> Any:
    """The answer without the rows that can no longer be chosen, removed since."""
    choices = getattr(form.fields.get(name), "choices", None)
    if choices is None:
        return answer
    keys = [str(key) for key, _label in choices]
    if isinstance(answer, list):
        return [key for key in keys if key in answer]
    return answer if answer in keys else ""


def label_of(form: VersionedForm, name: str) -> str:
    """What the page calls the answer."""
    return str(form[name].label) if name in form.fields else str(form.lines.form.title)  # type: ignore[union-attr]


def words_of(form: VersionedForm, name: str, answer: Any) -> str:
    """The answer as people read it."""
    if name in form.fields:
        return shown(form.fields[name], meaning(form.fields[name], answer))
    return form.lines.said(lines_in(form, answer))  # type: ignore[union-attr]


def same(form: VersionedForm, name: str, *answers: Any) -> bool:
    """Whether both answers mean the same, « 1 250,00 » and « 1250 » for instance."""
    one, other = (
        meaning(form.fields[name], answer) if name in form.fields else lines_in(form, answer)
        for answer in answers
    )
    return bool(one == other)


def lines_in(form: VersionedForm, answer: Iterable[Mapping[str, str]]) -> list[dict[str, Any]]:
    """What each line means, by field."""
    fields = form.lines.form.base_fields  # type: ignore[union-attr]
    return [{name: meaning(fields[name], text) for name, text in line.items()} for line in answer]


def meaning(field: forms.Field, answer: Any) -> Any:
    """The value an answer stands for; the answer itself, if it stands for none."""
    try:
        return held(field.clean(answer))
    except forms.ValidationError:
        return answer
