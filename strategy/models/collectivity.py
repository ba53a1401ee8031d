"""The bodies that draft strategies: official, typed in, or plainly fictitious."""

from django.db import models

from reen.enums import Kind
from reen.rules.profile import Nature, Zone


class Collectivity(models.Model):
    """One body.

    A row of the official list has `official` true and a `code`: INSEE for a commune, SIREN for an EPCI or
    EPT, number for a département or région. It is never deleted: when a new list leaves it out, `ended` says
    so. A body typed in by a manager, or made for a demonstration, has neither and is absent from search.

    `population_total` and `population_municipal` come from the list of EPCI, `population_other` from the list
    of communes, which states neither kind nor year; the two last ones from the list of territories of Greater
    Paris. A commune of Greater Paris has two links: its métropole as `epci`, its territory as `ept`.
    """

    kind = models.CharField("catégorie", max_length=12, choices=Kind.choices())
    nature = models.CharField("nature juridique", max_length=8, choices=Nature.choices(), blank=True)
    # NULL rather than "", so that bodies without a code do not collide on the constraint below.
    code = models.CharField("code", max_length=9, null=True, blank=True)  # noqa: DJ001
    siren = models.CharField("SIREN", max_length=9, blank=True, db_index=True)
    name = models.CharField("nom", max_length=200)
    department = models.CharField("numéro de département", max_length=3, blank=True)
    department_name = models.CharField("département", max_length=60, blank=True)
    region = models.CharField("numéro de région", max_length=3, blank=True)
    zone = models.CharField("zone", max_length=5, choices=Zone.choices(), default=Zone.METRO.value)
    postal_codes = models.CharField("codes postaux", max_length=300, blank=True)
    population_total = models.PositiveIntegerField("population totale", null=True, blank=True)
    population_municipal = models.PositiveIntegerField("population municipale", null=True, blank=True)
    population_other = models.PositiveIntegerField("population, nature non précisée", null=True, blank=True)
    population_total_ept = models.PositiveIntegerField(
        "population totale, liste des EPT", null=True, blank=True
    )
    population_municipal_ept = models.PositiveIntegerField(
        "population municipale, liste des EPT", null=True, blank=True
    )
    epci = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="members",
        verbose_name="EPCI à fiscalité propre",
    )
    ept = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="ept_members", verbose_name="territoire"
    )
    official = models.BooleanField("dans la liste officielle", default=False)
    ended = models.BooleanField("sortie de la liste officielle", default=False)
    demonstration = models.BooleanField("donnée de démonstration", default=False)
    millesime = models.PositiveSmallIntegerField("millésime de la liste", null=True, blank=True)
    search_name = models.CharField(max_length=200, blank=True, editable=False)
    search_key = models.TextField(blank=True, editable=False)
    search_place = models.CharField(max_length=80, blank=True, editable=False)

    class Meta:
        verbose_name = "collectivité"
        verbose_name_plural = "collectivités"
        constraints = [models.UniqueConstraint(fields=["kind", "code"], name="collectivity_unique_code")]

    def __str__(self) -> str:
        return self.name

    @property
    def nature_label(self) -> str:
        """The nature in words: « communauté d’agglomération », « commune »."""
        return Nature(self.nature).label if self.nature else Kind(self.kind).label

    @property
    def population(self) -> int | None:
        """The figure to show first: population totale where known, else the only other one."""
        return self.population_total if self.population_total is not None else self.population_other

    @property
    def place(self) -> str:
        """« Vaucluse (84) »; empty for a département itself and where it is not known."""
        if self.kind == Kind.DEPARTEMENT:
            return ""
        return f"{self.department_name}\u00a0({self.department})" if self.department_name else ""

    @property
    def reference(self) -> str:
        """What `manage.py obligation` takes: the code, with its kind where the number alone is ambiguous."""
        if self.kind in (Kind.DEPARTEMENT, Kind.REGION) and self.code:
            return f"{self.kind}:{self.code}"
        return self.code or ""
