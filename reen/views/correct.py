"""« Proposer une correction »: a short form that any reader may send about a sheet."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from reen.limits import hold_back
from reen.watch import corrections
from reen.watch.kinds import public_url

QUICKEST = 3
"""Seconds under which nobody reads and writes."""
LONGEST = 24 * 60 * 60
SALT = "reen.correct"
LONGEST_TEXT = 4000
THANKS = (
    "Merci\u202f! Votre proposition est arrivée chez les personnes qui tiennent cette fiche. "
    "Elles la liront et décideront."
)


class CorrectionForm(forms.Form):
    """What is wrong, what to write instead, and where to answer; `site` is for robots, which fill everything."""

    wrong = forms.CharField(
        label="Qu’est-ce qui ne va pas\u202f?",
        help_text="Citez la phrase, et dites ce qui a changé ou ce qui est faux.",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Dites ce qui ne va pas, en une phrase au moins."},
    )
    proposal = forms.CharField(
        label="Rédaction proposée, ou adresse d’une source",
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    email = forms.EmailField(
        label="Votre adresse électronique",
        help_text="Pour vous répondre, et rien d’autre. Elle est effacée dès que la proposition est traitée, au plus "
        "tard après six mois.",
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": "Écrivez une adresse complète, par exemple prenom.nom@ville.fr, ou rien."},
    )
    site = forms.CharField(
        label="Laissez ce champ vide",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, key: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.key = key
        self.initial["opened"] = self.stamp()

    def stamp(self) -> str:
        """The time at which the form is shown, for this sheet, signed."""
        return signing.TimestampSigner(salt=SALT).sign(self.key.encode().hex())

    def clean_site(self) -> str:
        if self.cleaned_data["site"]:
            raise forms.ValidationError(
                "Ce champ sert à reconnaître les robots\u00a0: videz-le, puis envoyez."
            )
        return ""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        signer = signing.TimestampSigner(salt=SALT)
        opened = data.get("opened", "")
        try:
            if signer.unsign(opened, max_age=LONGEST) != self.key.encode().hex():
                raise signing.BadSignature
        except signing.BadSignature:
            self._show_again(
                "Ce formulaire était ouvert depuis longtemps. Relisez votre texte, puis envoyez-le."
            )
            return data
        try:
            signer.unsign(opened, max_age=QUICKEST)
        except signing.SignatureExpired:
            return data
        self.add_error(None, "L’envoi est parti très vite. Relisez votre texte, puis envoyez-le de nouveau.")
        return data

    def _show_again(self, message: str) -> None:
        """Refuses, and shows the form as if it had just been opened."""
        self.add_error(None, message)
        posted = cast(QueryDict, self.data).copy()
        posted["opened"] = self.stamp()
        self.data = posted


@never_cache
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest) -> HttpResponse:
    """The form about the sheet that `?fiche=` names; 404 for what is not published."""
    key = request.GET.get("fiche", "")
    entry = corrections.published(key)
    if entry is None:
        raise Http404
    form = CorrectionForm(request.POST if request.method == "POST" else None, key=key)
    url = public_url(entry)
    if form.is_valid():
        if refusal := hold_back(request, "correct") or hold_back(request, "correct_all", "everybody"):
            return refusal
        asked = form.cleaned_data
        corrections.receive(
            entry=entry, wrong=asked["wrong"], proposal=asked["proposal"], email=asked["email"]
        )
        messages.success(request, THANKS)
        return redirect(url)
    context = {
        "form": form,
        "entry": entry,
        "url": url,
        "crumbs": [(entry.title, url), ("Proposer une correction", "")],
    }
    return render(request, "reen/correct.html", context, status=422 if form.errors else 200)
