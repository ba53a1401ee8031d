"""Accounts, collectivités, drafts and catalogue sheets for tests, made through the services; all invented."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import factory
from django.contrib.auth import get_user_model

from reen.enums import Kind, Theme
from reen.rules.estimates import Estimate
from reen.sheets import ActionSheet, IndicatorSheet, SourceSheet
from strategy.models import Collectivity, Draft
from strategy.services.drafting import start_draft

OPENED_AT = datetime(2026, 10, 1, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
LATER = datetime(2026, 10, 2, 18, 0, tzinfo=ZoneInfo("Europe/Paris"))
SOURCE = SourceSheet("Guide imaginaire", "https://exemple.invalid/guide", opened=True, page=12)


class AccountFactory(factory.django.DjangoModelFactory):
    """An account without any right of its own."""

    class Meta:
        model = get_user_model()

    email = factory.Sequence(lambda n: f"agent{n}@exemple.invalid")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return model_class.objects.create_user(*args, **kwargs)


class CollectivityFactory(factory.django.DjangoModelFactory):
    """A small commune that no list holds."""

    class Meta:
        model = Collectivity

    kind = Kind.COMMUNE
    name = factory.Sequence(lambda n: f"Commune imaginaire {n}")
    population_other = 2_340


class DraftFactory(factory.Factory):
    """A draft just opened; `by` is the key of the account that opens it."""

    class Meta:
        model = Draft

    collectivity = factory.SubFactory(CollectivityFactory)
    by = None
    at = OPENED_AT

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return start_draft(**kwargs)


class SheetFactory(factory.Factory):
    """What every sheet of the catalogue has."""

    class Meta:
        abstract = True

    ref = factory.Sequence(lambda n: f"entree-{n}")
    title = factory.LazyAttribute(lambda sheet: f"Titre de {sheet.ref}")
    url = factory.LazyAttribute(lambda sheet: f"/fiches/{sheet.ref}/")
    sources = (SOURCE,)
    checked_on = date(2026, 3, 2)
    revision = 3
    revised_on = date(2026, 3, 12)


class ActionSheetFactory(SheetFactory):
    class Meta:
        model = ActionSheet

    summary = "Compter les équipements."
    why = "Parce que."
    theme = Theme.LIFE_CYCLE
    requirements = ("st-mesures",)
    indicators = ()
    before = ()
    effort = cost = horizon = Estimate()
    kinds = tuple(Kind)
    sizes = ()


class IndicatorSheetFactory(SheetFactory):
    class Meta:
        model = IndicatorSheet

    unit = "%"
    method = "Compter, puis diviser."
    frequency = "annuelle"
    data_source = "Parc"
    direction = "à la hausse"
    themes = (Theme.LIFE_CYCLE,)
