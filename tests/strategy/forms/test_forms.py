"""What each form of the wizard refuses, in which words and at which field."""

import pytest
from django.forms import Form
from django.http import QueryDict

from strategy.forms.baseline import BaselineForm
from strategy.forms.body import TypedBodyForm
from strategy.forms.choice import ChoiceForm, OwnActionForm
from strategy.forms.governance import ActorForm, GovernanceForm
from strategy.forms.indicator import IndicatorForm
from strategy.forms.linked import LinkedForm
from strategy.forms.objective import ObjectiveForm
from strategy.forms.picked import picked
from strategy.forms.versioned import VersionedForm
from strategy.models import Draft
from tests.strategy.factories import DraftFactory
from tests.strategy.screens import NO_ACTORS, NO_YEARS

pytestmark = pytest.mark.django_db

OBJECTIVE = {"seen": "0", "statement": "Réduire", "perimeter": "territoire"}


def typed(form_class: type[Form], sent: dict | None = None) -> Form:
    """The form as it is sent, over a new row of a draft without anything to link to."""
    if issubclass(form_class, VersionedForm) and sent is not None:
        sent = NO_ACTORS | NO_YEARS | sent
    of_draft = {"draft": DraftFactory()} if issubclass(form_class, LinkedForm) else {}
    return form_class(sent, **of_draft)


def errors(form) -> dict[str, list[str]]:
    return {name: list(messages) for name, messages in form.errors.items()}


@pytest.mark.parametrize(
    ("form", "smallest"),
    [
        (GovernanceForm, {"seen": "0"}),
        (BaselineForm, {"seen": "0"}),
        (ObjectiveForm, OBJECTIVE),
        (ChoiceForm, {"seen": "0", "title": "Action"}),
        (OwnActionForm, {"seen": "0", "title": "Action", "theme": "axe-0-pilotage"}),
        (ActorForm, {}),
        (TypedBodyForm, {"name": "Syndicat", "kind": "syndicat"}),
    ],
)
def test_little_is_asked_for(form, smallest):
    assert typed(form, smallest).is_valid()


@pytest.mark.parametrize(
    ("form", "sent", "expected"),
    [
        (
            ObjectiveForm,
            {**OBJECTIVE, "statement": " "},
            {"statement": ["Écrivez l’objectif en une phrase."]},
        ),
        (
            ObjectiveForm,
            {**OBJECTIVE, "baseline_year": "2030", "target_year": "2030"},
            {"target_year": ["L’année visée doit venir après l’année de départ (2030)."]},
        ),
        (
            ObjectiveForm,
            {**OBJECTIVE, "target_value": "beaucoup"},
            {"target_value": ["Écrivez un nombre, par exemple 1\u202f250 ou 12,5."]},
        ),
        (ChoiceForm, {"seen": "0", "title": ""}, {"title": ["Écrivez l’intitulé de l’action."]}),
        (
            ChoiceForm,
            {"seen": "0", "title": "A", "budget": "-1"},
            {"budget": ["Un budget ne peut pas être négatif."]},
        ),
        (
            ChoiceForm,
            {"seen": "0", "title": "A", "start": "2027-02-01", "end": "2027-01-01"},
            {"end": ["La fin doit venir après le début."]},
        ),
        (
            BaselineForm,
            {"seen": "0", "ongoing": "Inventaire", "nothing_ongoing": "on"},
            {
                "nothing_ongoing": [
                    "Vous décrivez des actions engagées\u00a0: décochez cette case, ou videz le texte."
                ]
            },
        ),
        (
            BaselineForm,
            {"seen": "0", "programme_date": "1922-12-15"},
            {"programme_date": ["Vérifiez l’année de cette date."]},
        ),
        *(
            (
                BaselineForm,
                {"seen": "0", "programme_link": link},
                {
                    "programme_link": [
                        "Une adresse commence par http:// ou https://, sans guillemet ni chevron."
                    ]
                },
            )
            for link in (
                "ftp://exemple.invalid/a",
                'https://exemple.invalid/"a"',
                "https://exemple.invalid/<a>",
            )
        ),
        (
            BaselineForm,
            {"seen": "0", "programme_link": "notre page"},
            {"programme_link": ["Écrivez une adresse complète, par exemple https://www.exemple.fr/page."]},
        ),
        (
            OwnActionForm,
            {"seen": "0", "title": "Action", "theme": ""},
            {"theme": ["Choisissez le thème de cette action."]},
        ),
        (ActorForm, {"name": "Syndicat"}, {"kind": ["Choisissez si c’est un acteur public ou privé."]}),
        (
            ActorForm,
            {"involvement": "Réunions"},
            {"name": ["Écrivez le nom de cet acteur, ou videz la ligne."]},
        ),
        (
            TypedBodyForm,
            {"name": "", "kind": "syndicat"},
            {"name": ["Écrivez le nom de votre collectivité."]},
        ),
        (
            TypedBodyForm,
            {"name": "S", "kind": "syndicat", "population": "douze"},
            {"population": ["Écrivez un nombre d’habitants, par exemple 12500."]},
        ),
    ],
)
def test_a_refusal_says_what_is_wrong_and_where(form, sent, expected):
    assert errors(typed(form, sent)) == expected


@pytest.mark.parametrize("form", [GovernanceForm, BaselineForm, ObjectiveForm, ChoiceForm])
def test_null_characters_are_refused(form):
    names = [name for name, field in typed(form).fields.items() if type(field).__name__ == "CharField"]
    refused = typed(form, {**OBJECTIVE, "title": "A", **dict.fromkeys(names, "a\x00b")}).errors
    assert [name for name in names if name not in refused] == []


def test_an_indicator_follows_an_objective_of_its_own_draft_only():
    draft, other = DraftFactory(), DraftFactory()
    mine = draft.objectives.create(statement="Le nôtre")
    theirs = other.objectives.create(statement="Le leur")
    sent = {**NO_YEARS, "seen": "0", "title": "Durée"}
    assert IndicatorForm({**sent, "objective": mine.pk}, draft=draft).is_valid()
    assert list(IndicatorForm({**sent, "objective": theirs.pk}, draft=draft).errors) == ["objective"]


def test_a_target_comes_after_the_measure():
    form = IndicatorForm(
        {"seen": "0", "title": "Durée", "baseline_date": "2027-01-01", "target_year": "2026"},
        draft=DraftFactory(),
    )
    assert errors(form) == {"target_year": ["L’année visée doit venir après la mesure de départ (2027)."]}


def test_line_ends_of_browsers_are_no_change():
    form = BaselineForm({"seen": "3", "uses": "Une ligne\r\nUne autre\r\n"})
    assert form.is_valid()
    assert (form.values["uses"], form.seen_version) == ("Une ligne\nUne autre", 3)
    assert "seen" not in form.values


def test_differences_are_told_in_words():
    draft: Draft = DraftFactory()
    objective = draft.objectives.create(statement="Réduire les déchets")
    saved = draft.indicators.create(title="Durée", unit="oui/non", target_value=1, owner="DSI")
    sent = {
        **NO_YEARS,
        "seen": "0",
        "title": "Durée",
        "unit": "oui/non",
        "objective": objective.pk,
        "baseline_date": "2026-12-31",
        "baseline_value": "0",
        "target_value": "1",
    }
    form = IndicatorForm(sent, instance=draft.indicators.get(), draft=draft)
    assert form.is_valid()
    assert [tuple(row.values()) for row in form.differences(saved)] == [
        ("Objectif suivi", "Réduire les déchets", "vide"),
        ("Valeur de départ", "non", "vide"),
        ("Mesurée le", "31\u00a0décembre 2026", "vide"),
        ("Qui le relève", "vide", "DSI"),
    ]


def test_a_form_shown_again_keeps_what_was_typed_over_the_version_saved_meanwhile():
    draft = DraftFactory()
    draft.baseline.version = 4
    form = BaselineForm(QueryDict("seen=3&uses=Guichets"), instance=draft.baseline)
    assert form.is_valid()
    form.show_again_over(draft.baseline)
    assert (form["seen"].value(), form["uses"].value()) == ("4", "Guichets")


def test_only_references_are_picked():
    sent = QueryDict("picked=inventaire-parc&picked=a%00b&picked=../x&picked=&picked=donner_materiel&other=z")
    assert picked(sent, "picked") == ["inventaire-parc", "donner_materiel"]
