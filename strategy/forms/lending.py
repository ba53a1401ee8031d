"""The parts of a draft that may be lent, as the colleague fills them and as those who write compare them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from strategy.enums import DelegatedPart
from strategy.forms.baseline import BaselineForm
from strategy.forms.choice import ChoiceForm
from strategy.forms.fields import RowsField
from strategy.forms.governance import GovernanceForm
from strategy.forms.indicator import IndicatorForm
from strategy.forms.linked import LinkedForm
from strategy.forms.objective import ObjectiveForm
from strategy.forms.versioned import VersionedForm
from strategy.forms.words import held, shown
from strategy.models import Delegation, Draft
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


def lent_form(
    draft: Draft, part: DelegatedPart, row: Versioned, data: Mapping[str, Any] | None = None, **options: Any
) -> VersionedForm:
    """The form of that part with its plain fields only: neither its lines nor what links to the rest of the draft."""
    form_class = FORMS[part]
    if issubclass(form_class, LinkedForm):
        options["draft"] = draft
    form = form_class(data, instance=row, **options)
    form.lines = None
    for name, field in list(form.fields.items()):
        if isinstance(field, RowsField | forms.ModelChoiceField):
            del form.fields[name]
    form.fields["seen"].widget.attrs.clear()  # nothing of a colleague's saves itself into the draft
    return form


def plain(value: Any) -> Any:
    """A value as a browser sends it back when nobody touches it."""
    if value is None or isinstance(value, bool):
        return value or ("" if value is None else False)
    return value.isoformat() if isinstance(value, date) else str(value).replace("\r\n", "\n")


def words_of(draft: Draft, part: DelegatedPart, row: Versioned) -> dict[str, Any]:
    """The words of the row, by field of its form, as plain data."""
    form = lent_form(draft, part, row)
    return {name: plain(form[name].value()) for name in form.fields if name != "seen"}


def changed_in(form: VersionedForm, delegation: Delegation) -> dict[str, Any]:
    """What the colleague typed, right or wrong, where it is not what was lent."""
    typed = {
        name: plain(field.widget.value_from_datadict(form.data, {}, name))
        for name, field in form.fields.items()
        if name != "seen"
    }
    return {name: value for name, value in typed.items() if value != delegation.lent.get(name)}


@dataclass(frozen=True, slots=True)
class Proposed:
    """One field of a proposal beside what is saved now, both in words."""

    name: str
    label: str
    current: str
    proposed: str


def row_lent(delegation: Delegation) -> Versioned | None:
    """The row as it is now; None if it was removed."""
    return row_of(delegation.draft, DelegatedPart(delegation.part), delegation.row)


def colleague_form(delegation: Delegation, row: Versioned, data: Any = None) -> VersionedForm:
    """The form the colleague fills, over what was lent to them and what they typed so far."""
    part = DelegatedPart(delegation.part)
    form = lent_form(delegation.draft, part, row, data, initial=delegation.lent | delegation.proposed)
    form.fields["seen"].initial = form.initial["seen"] = delegation.version
    return form


def merged_form(delegation: Delegation, row: Versioned, taken: Iterable[str]) -> VersionedForm:
    """The row with the proposals taken and nothing else changed, as a form that checks the whole."""
    part = DelegatedPart(delegation.part)
    now = words_of(delegation.draft, part, row)
    proposed = {name: delegation.proposed[name] for name in taken}
    return lent_form(delegation.draft, part, row, now | proposed | {"seen": row.version})


def current_words(delegation: Delegation) -> list[tuple[str, str]]:
    """The label and the words of today, field by field."""
    row = row_lent(delegation)
    if row is None:
        return []
    form = lent_form(delegation.draft, DelegatedPart(delegation.part), row)
    return [
        (str(form[name].label), shown(field, getattr(row, name)))
        for name, field in form.fields.items()
        if name != "seen"
    ]


def compared(delegation: Delegation) -> list[Proposed]:
    """The fields of the proposal that say something else than the row does now; none if the row was removed."""
    row, current = row_lent(delegation), row_lent(delegation)
    if row is None or current is None:
        return []
    form = merged_form(delegation, row, delegation.proposed)
    form.is_valid()
    proposed = delegation.proposed
    typed = {name: form.cleaned_data.get(name, proposed[name]) for name in form.fields if name in proposed}
    return [
        Proposed(
            name, str(form[name].label), shown(form.fields[name], saved), shown(form.fields[name], value)
        )
        for name, value in typed.items()
        if held(value) != (saved := held(getattr(current, name)))
    ]
