"""Files a manager sends: the logo of the cover, the work programme."""

from django import forms


class LogoForm(forms.Form):
    """A picture, optional once there is one, and what it shows."""

    marks_optional = False
    picture = forms.FileField(
        label="Image du logo",
        required=False,
        help_text="PNG, JPEG ou WebP, 3 Mo au plus. Elle sera posée sur un fond blanc.",
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
        error_messages={"empty": "Ce fichier est vide. Choisissez une image."},
    )
    alternative = forms.CharField(
        label="Ce que montre le logo",
        max_length=150,
        help_text="Lu à voix haute aux personnes qui ne voient pas l’image, par exemple\u00a0: "
        "logo de la communauté d’agglomération.",
        error_messages={"required": "Écrivez ce que montre le logo, en quelques mots."},
    )


class ProgrammeFileForm(forms.Form):
    """The work programme as it was adopted."""

    marks_optional = False
    file = forms.FileField(
        label="Fichier du programme de travail",
        help_text="PDF, ODT ou DOCX, 15 Mo au plus.",
        widget=forms.FileInput(attrs={"accept": ".pdf,.odt,.docx"}),
        error_messages={
            "required": "Choisissez le fichier à joindre.",
            "empty": "Ce fichier est vide. Choisissez-en un autre.",
        },
    )


class EvidenceForm(forms.Form):
    """A file that proves an action."""

    marks_optional = False
    file = forms.FileField(
        label="Pièce à joindre",
        help_text="PDF, ODT, ODS, DOCX, XLSX, PNG ou JPEG, 15 Mo au plus.",
        widget=forms.FileInput(attrs={"accept": ".pdf,.odt,.ods,.docx,.xlsx,.png,.jpg,.jpeg"}),
        error_messages={
            "required": "Choisissez le fichier à joindre.",
            "empty": "Ce fichier est vide. Choisissez-en un autre.",
        },
    )
