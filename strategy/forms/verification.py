"""What somebody shows to know what it is worth: a code, or a file."""

from django import forms

from strategy.document.codes import is_code, tidied

BAD_CODE = "Ce code n’est pas bien recopié. Il a douze caractères, comme K7QW-2FHX-9MRT, en dernière page du document."


class CodeForm(forms.Form):
    """A code as printed on the last page; its last letter tells most slips."""

    marks_optional = False
    code = forms.CharField(
        label="Code de vérification",
        max_length=40,
        help_text="Douze caractères, en dernière page du document.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "size": 20}),
        error_messages={"required": "Tapez le code imprimé en dernière page du document."},
    )

    def clean_code(self) -> str:
        code = tidied(self.cleaned_data["code"])
        if not is_code(code):
            raise forms.ValidationError(BAD_CODE)
        return code


class CheckedFileForm(forms.Form):
    """A file that is read and forgotten."""

    marks_optional = False
    file = forms.FileField(
        label="Fichier à vérifier",
        help_text="Le PDF ou ses données (JSON).",
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".pdf,.json,application/pdf,application/json"}),
        error_messages={"required": "Choisissez le fichier à vérifier."},
    )
