"""The forms of an import: the file, and what each of its columns is."""

from typing import Any

from django import forms

from reen.exchange.applying import table_of
from reen.exchange.columns import columns_of, kind_named
from reen.exchange.files import MAX_BYTES
from reen.exchange.matching import IGNORED, Mapping
from reen.models import ImportRun

SAMPLES = 3
SAMPLE_LENGTH = 60
NOT_IMPORTED = "-"


class FileForm(forms.Form):
    """One file, not too large."""

    file = forms.FileField(
        label="Fichier",
        help_text="Un classeur .xlsx ou un fichier .csv, 5\u00a0Mo au plus.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={
            "required": "Choisissez un fichier.",
            "empty": "Ce fichier est vide. Partez du modèle à télécharger.",
            "missing": "Choisissez un fichier.",
        },
    )

    def clean_file(self) -> Any:
        """Refuses a file before reading it."""
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(
                "Ce fichier dépasse 5\u00a0Mo. Découpez-le et importez chaque partie."
            )
        return file


class ColumnsForm(forms.Form):
    """For each header of the file: a column, or not imported."""

    def __init__(self, run: ImportRun, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table_of(run)
        columns = [(column.name, column.header) for column in columns_of(kind_named(run.kind))]
        choices = [("", "À choisir"), (NOT_IMPORTED, "Ne pas importer"), *columns]
        for index, header in enumerate(self.table.headers):
            decided = run.mapping.get(header)
            self.fields[f"column-{index}"] = forms.ChoiceField(
                label=header,
                choices=choices,
                initial=NOT_IMPORTED if decided == IGNORED else decided,
                help_text=self._samples(header),
                error_messages={"required": "Choisissez une colonne, ou «\u202fNe pas importer\u202f»."},
            )

    def _samples(self, header: str) -> str:
        texts = [
            text if len(text) <= SAMPLE_LENGTH else f"{text[:SAMPLE_LENGTH].rstrip()}…"
            for text in dict.fromkeys(self.table.column(header))
        ][:SAMPLES]
        return "Par exemple\u00a0: " + ", ".join(f"«\u202f{text}\u202f»" for text in texts) if texts else ""

    def clean(self) -> dict[str, Any]:
        """Refuses two headers for one column, and a file without any."""
        data: dict[str, Any] = super().clean() or {}
        taken: dict[str, str] = {}
        for index, header in enumerate(self.table.headers):
            name = data.get(f"column-{index}", "")
            if name in taken:
                message = f"Déjà choisie pour «\u202f{taken[name]}\u202f». Gardez-en une."
                self.add_error(f"column-{index}", message)
            elif name not in ("", NOT_IMPORTED):
                taken[name] = header
        if not taken and not self.errors:
            raise forms.ValidationError("Choisissez au moins une colonne à importer.")
        return data

    @property
    def mapping(self) -> Mapping:
        """What was decided, by header."""
        decided = (self.cleaned_data[f"column-{index}"] for index in range(len(self.table.headers)))
        return {
            header: IGNORED if name == NOT_IMPORTED else name
            for header, name in zip(self.table.headers, decided, strict=True)
        }
