"""Documents that somebody drops, to be read and forgotten."""

from typing import Any

from django import forms

from reen.typography import typeset
from strategy.document.carried import Read, carried, read
from strategy.document.model import Document

ACCEPTED = ".pdf,.json,application/pdf,application/json"


class DocumentField(forms.FileField):
    """A PDF or a JSON produced by a Boussole; its value is the document it carries."""

    widget = forms.FileInput(attrs={"accept": ACCEPTED})

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_empty_file=True, **options)
        self.error_messages["required"] = "Choisissez un fichier PDF ou JSON."

    def clean(self, data: Any, initial: Any = None) -> Document:
        found = carried(super().clean(data, initial).read())
        told = Read(reason=found.reason) if found.data is None else read(found.data)
        if told.document is None:
            raise forms.ValidationError(told.reason)
        if told.document.record is None:
            title = f"« {told.document.title} » ne porte pas les données d’une stratégie"
            raise forms.ValidationError(typeset(f"{title} : déposez le document de la stratégie entière."))
        return told.document


class TakeUpForm(forms.Form):
    """The document to rebuild a draft from."""

    marks_optional = False
    file = DocumentField(
        label="Document à reprendre", help_text="Le PDF d’une stratégie, ou ses données (JSON)."
    )


class CompareForm(forms.Form):
    """Two documents, the former one first."""

    marks_optional = False
    before = DocumentField(label="Premier document", help_text="Le plus ancien\u00a0: un PDF ou un JSON.")
    after = DocumentField(label="Second document", help_text="Celui qui est venu après.")
