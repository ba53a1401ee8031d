"""Asking for a review, and what is said in one."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from reen.typography import quoted
from strategy.document.reviewing import Judged
from strategy.enums import Judgement, Opinion, Reply, Severity
from strategy.forms.fields import DayField
from strategy.models import Review, Verdict, Version
from strategy.queries.people import outside
from strategy.services.remarking import Opined

LONGEST = 5_000
NO_JUDGEMENT = ("", "pas encore d’avis")


def words(label: str, rows: int = 4, **options: Any) -> forms.CharField:
    """A text of several lines."""
    return forms.CharField(
        label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **options
    )


class NonceForm(forms.Form):
    """Carries a word of its own, so that what is sent twice is kept once."""

    nonce = forms.CharField(widget=forms.HiddenInput, max_length=36)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["nonce"].initial = lambda: str(uuid.uuid4())


class AskForm(forms.Form):
    """Which version, to whom, until when, and which remarks to follow up."""

    version = forms.TypedChoiceField(label="Version à relire", coerce=int)
    label = forms.CharField(
        label="À qui",
        max_length=150,
        help_text="Une personne ou un organisme, par exemple\u00a0: préfecture, direction générale des services.",
        error_messages={"required": "Écrivez à qui ce lien est destiné."},
    )
    until = DayField(
        label="Ouverte jusqu’au", help_text="Ce jour passé, le lien se ferme\u202f; les remarques restent."
    )
    follows = forms.TypedChoiceField(
        label="Reprendre les remarques d’une revue",
        required=False,
        coerce=int,
        empty_value=None,
        help_text="Celles d’une version précédente s’y liront au même endroit, avec ce qui a changé.",
    )
    message = words("Votre message", 3, required=False)
    email = forms.EmailField(
        label="Adresse électronique",
        required=False,
        max_length=254,
        help_text="Pour envoyer le lien d’ici. Qui a un compte à cette adresse trouvera la revue dans sa liste.",
        error_messages={"invalid": "Écrivez une adresse complète, par exemple prenom.nom@ville.fr."},
    )

    def __init__(
        self, *args: Any, versions: Iterable[Version], reviews: Iterable[Review], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["version"].choices = [  # type: ignore[attr-defined]
            (version.number, f"Version {version.number}") for version in versions
        ]
        self.fields["follows"].choices = [  # type: ignore[attr-defined]
            ("", "Aucune"),
            *((review.pk, f"Version {review.version.number}, {review.label}") for review in reviews),
        ]
        self.fields["until"].error_messages["required"] = "Donnez le dernier jour de la revue."

    def clean_until(self) -> date:
        day: date = self.cleaned_data["until"]
        if day and day < timezone.localdate():
            raise forms.ValidationError("Ce jour est passé\u00a0: choisissez aujourd’hui ou plus tard.")
        return day


class WhoForm(forms.Form):
    """Who reviews, as they declare it."""

    marks_optional = False
    name = forms.CharField(label="Votre nom ou votre service (facultatif)", max_length=120, required=False)
    organisation = forms.CharField(label="Votre organisme (facultatif)", max_length=120, required=False)


class RemarkForm(NonceForm):
    """A remark and how much it weighs."""

    severity = forms.ChoiceField(
        label="Gravité",
        choices=Severity.choices(),
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez une gravité."},
    )
    text = words("Votre remarque", 6, error_messages={"required": "Écrivez votre remarque."})


class ThreadForm(NonceForm):
    """A message of a thread; `seen` is how many there were when the form was shown."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class ReplyForm(ThreadForm):
    """Accepting an answer, or insisting."""

    kind = forms.ChoiceField(
        label="Votre suite",
        choices=[
            (Reply.ACCEPTED.value, "J’accepte la réponse\u00a0: la remarque est levée"),
            (Reply.INSISTED.value, "Je maintiens la remarque"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez d’accepter ou de maintenir."},
    )
    text = words("Pourquoi", required=False)


class AnswerForm(ThreadForm):
    """What the collectivité answers; `corrected_in` is asked of a correction only."""

    kind = forms.ChoiceField(
        label="Votre réponse",
        choices=[
            (Reply.CORRECTED.value, "C’est corrigé, dans la version ci-dessous"),
            (Reply.EXPLAINED.value, "J’explique\u00a0: le document reste ainsi"),
            (Reply.DECLINED.value, "Je décline\u00a0: nous ne suivons pas la remarque"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez ce que vous répondez."},
    )
    corrected_in = forms.TypedChoiceField(
        label="Version qui corrige", coerce=int, required=False, empty_value=None
    )
    text = words("Explication", required=False)

    def __init__(self, *args: Any, later: Sequence[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["corrected_in"].choices = [("", "Aucune"), *later]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        corrects = given.get("kind") == Reply.CORRECTED
        if corrects and given.get("corrected_in") is None and "corrected_in" not in self.errors:
            self.add_error("corrected_in", "Dites dans quelle version c’est corrigé.")
        if not corrects:
            given["corrected_in"] = None
        if given.get("kind") in (Reply.EXPLAINED, Reply.DECLINED) and not given.get("text"):
            self.add_error("text", "Écrivez votre explication\u00a0: elle sera lue avec la remarque.")
        return given


class ChecklistForm(forms.Form):
    """A verdict and a note for each requirement, with the verdict that was shown."""

    marks_optional = False

    def __init__(
        self, *args: Any, lines: Sequence[Judged], latest: Mapping[str, Verdict], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.lines = lines
        for index, line in enumerate(lines):
            last = latest.get(line.requirement)
            self.fields[f"judgement_{index}"] = forms.ChoiceField(
                label="Votre avis",
                choices=[NO_JUDGEMENT, *Judgement.choices()],
                required=False,
                initial=last.judgement if last else "",
            )
            self.fields[f"note_{index}"] = words(
                "Note (facultatif)", 2, required=False, initial=last.note if last else ""
            )
            for name, told_as in (("judgement", line.title), ("note", f"Note, {line.title}")):
                self.fields[f"{name}_{index}"].told_as = told_as  # type: ignore[attr-defined]
            self.fields[f"seen_{index}"] = forms.IntegerField(
                widget=forms.HiddenInput, min_value=0, initial=last.pk if last else 0
            )

    @property
    def rows(self) -> list[tuple[Judged, forms.BoundField, forms.BoundField, forms.BoundField]]:
        """Each requirement with its fields."""
        return [
            (line, self[f"judgement_{index}"], self[f"note_{index}"], self[f"seen_{index}"])
            for index, line in enumerate(self.lines)
        ]

    @property
    def opinions(self) -> dict[str, Opined]:
        """What was typed, by requirement."""
        given = self.cleaned_data
        return {
            line.requirement: Opined(
                Judgement(given[f"judgement_{index}"]) if given[f"judgement_{index}"] else None,
                given[f"note_{index}"],
                given[f"seen_{index}"],
            )
            for index, line in enumerate(self.lines)
        }

    def show_again_over(self, between: Mapping[str, Verdict]) -> None:
        """Keeps what was typed, over the verdicts that somebody gave meanwhile."""
        typed = {**self.data.dict()}  # type: ignore[attr-defined]
        for index, line in enumerate(self.lines):
            last = between.get(line.requirement)
            if last is not None:
                typed[f"seen_{index}"] = str(last.pk)
                said = last.get_judgement_display() or NO_JUDGEMENT[1]
                noted = f", {quoted(last.note)}" if last.note else ""
                self.add_error(
                    f"judgement_{index}",
                    f"{outside(last)} a noté entre-temps\u00a0: {said}{noted}. "
                    "Enregistrez de nouveau pour garder votre avis.",
                )
        self.data = typed


class SignOffForm(forms.Form):
    """How the review ends, and who signs; `seen` is what had been said when the form was shown."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=100)
    opinion = forms.ChoiceField(
        label="Votre avis",
        choices=Opinion.choices(),
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez votre avis."},
    )
    reservations = words("Réserves ou motifs", 6, required=False)
    name = forms.CharField(
        label="Nom ou service qui signe",
        max_length=120,
        error_messages={"required": "Un avis se signe\u00a0: écrivez votre nom ou celui de votre service."},
    )
    organisation = forms.CharField(label="Organisme", max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        reserved = given.get("opinion") in (Opinion.RESERVED, Opinion.UNFAVOURABLE)
        if reserved and not given.get("reservations"):
            self.add_error("reservations", "Écrivez ce qui motive vos réserves ou votre avis défavorable.")
        return given
