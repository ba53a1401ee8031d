"""The parts of a draft that may be lent, as the colleague fills them and as those who write compare them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from strategy.enums import DelegatedPart
from strategy.forms.answers import (
    answers_of,
    as_sent,
    keep_only,
    label_of,
    offered,
    same,
    show_answers,
    words_of,
)
from strategy.forms.baseline import BaselineForm
from strategy.forms.choice import ChoiceForm, choice_form
from strategy.forms.governance import GovernanceForm
from strategy.forms.indicator import IndicatorForm
from strategy.forms.objective import ObjectiveForm
from strategy.forms.versioned import VersionedForm
from strategy.models import Choice, Delegation, Draft
from strategy.models.versioned import Versioned

FORMS: dict[DelegatedPart, type[VersionedForm]] = {
    DelegatedPart.GOVERNANCE: GovernanceForm,
    DelegatedPart.BASELINE: BaselineForm,
    DelegatedPart.OBJECTIVE: ObjectiveForm,
    DelegatedPart.CHOICE: ChoiceForm,
    DelegatedPart.INDICATOR: IndicatorForm,
}
STEPS = frozenset({DelegatedPart.GOVERNANCE, DelegatedPart.BASELINE})  # one row a draft, with its key


def row_of(draft: Draft, part: DelegatedPart, pk: int) -> Versioned | None:
    """The row, fetched anew; None if it was removed, or is of another draft."""
    rows = FORMS[part]._meta.model._default_manager
    found: Versioned | None = rows.filter(draft=draft, pk=pk).first()
    return found


def row_lent(delegation: Delegation) -> Versioned | None:
    """The row as it is now; None if it was removed."""
    return row_of(delegation.draft, DelegatedPart(delegation.part), delegation.row)


def lent_form(draft: Draft, part: DelegatedPart, row: Versioned, data: Any = None) -> VersionedForm:
    """The form those who write have of that part; without its legends, two fields may not have the same label."""
    form_class = choice_form(row) if isinstance(row, Choice) else FORMS[part]
    form = form_class(data, instance=row, **({} if part in STEPS else {"draft": draft}))
    labels = Counter(field.label for field in form.fields.values())
    for name, field in form.fields.items():
        if labels[field.label] > 1:
            full = str(row._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
            field.label = full[:1].upper() + full[1:]
    return form


def lent_words(draft: Draft, part: DelegatedPart, row: Versioned) -> dict[str, Any]:
    """What the row says now, answer by answer: what is lent, and nothing else will be."""
    return answers_of(lent_form(draft, part, row))


def form_now(delegation: Delegation, row: Versioned, data: Any = None) -> VersionedForm:
    """The form of what was lent, over the row as it is now."""
    form = lent_form(delegation.draft, DelegatedPart(delegation.part), row, data)
    keep_only(form, delegation.lent)
    return form


def colleague_form(delegation: Delegation, row: Versioned, data: Any = None) -> VersionedForm:
    """The form the colleague fills, over what was lent to them and what they typed so far."""
    form = form_now(delegation, row, data)
    if data is None:
        show_answers(form, delegation.lent | delegation.proposed, seen=delegation.version)
    return form


def changed_in(form: VersionedForm, delegation: Delegation) -> dict[str, Any]:
    """What the colleague typed, right or wrong, where it is not what was lent."""
    lent = delegation.lent
    return {name: answer for name, answer in answers_of(form).items() if answer != lent[name]}


def current_words(delegation: Delegation, row: Versioned) -> list[tuple[str, str]]:
    """The label and the words of today, answer by answer."""
    form = form_now(delegation, row)
    return [(label_of(form, name), words_of(form, name, now)) for name, now in answers_of(form).items()]


def merged_form(delegation: Delegation, row: Versioned, taken: Iterable[str]) -> VersionedForm:
    """The row with the proposals taken and nothing else changed, as a form that checks the whole."""
    draft, part = delegation.draft, DelegatedPart(delegation.part)
    form = lent_form(draft, part, row)
    proposed = {name: offered(form, name, delegation.proposed[name]) for name in taken}
    lines = form.lines.form.related if form.lines is not None else ""
    sent = as_sent(answers_of(form) | proposed, seen=row.version, lines=lines)
    return lent_form(draft, part, row, sent)


@dataclass(frozen=True, slots=True)
class Proposed:
    """One answer of a proposal beside what is saved now, both in words."""

    name: str
    label: str
    current: str
    proposed: str


def compared(delegation: Delegation, row: Versioned) -> list[Proposed]:
    """The answers of the proposal that say something else than the row does now."""
    form = form_now(delegation, row)
    found = [
        (name, now, offered(form, name, delegation.proposed[name]))
        for name, now in answers_of(form).items()
        if name in delegation.proposed
    ]
    return [
        Proposed(name, label_of(form, name), words_of(form, name, now), words_of(form, name, proposed))
        for name, now, proposed in found
        if not same(form, name, now, proposed)
    ]
