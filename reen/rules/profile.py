"""What a collectivity is in the eyes of the law: its kind, its nature, where it lies, its figures."""

from dataclasses import dataclass

from reen.enums import Kind, Vocabulary


class Nature(Vocabulary):
    """Legal natures that the kind does not tell; values of the official list, but for `OM`, which is ours."""

    CC = "CC", "communauté de communes"
    CA = "CA", "communauté d’agglomération"
    CU = "CU", "communauté urbaine"
    METRO = "METRO", "métropole"
    MET69 = "MET69", "collectivité à statut particulier"
    EPT = "EPT", "établissement public territorial"
    OVERSEAS = "OM", "collectivité ou territoire d’outre-mer"


class Zone(Vocabulary):
    """Where the body lies: European France, a département d’outre-mer, another overseas territory."""

    METRO = "metro", "France métropolitaine"
    DROM = "drom", "département d’outre-mer"
    COM = "com", "autre collectivité d’outre-mer"


class FigureKind(Vocabulary):
    """What a population figure counts."""

    TOTAL = "totale", "population totale"
    MUNICIPAL = "municipale", "population municipale"
    UNSTATED = "non-precisee", "population, de nature non précisée par le fichier"
    TYPED = "saisie", "population saisie"


@dataclass(frozen=True, slots=True)
class Figure:
    """A population in inhabitants. `year` is None when the file does not state it: never guessed.

    `edition` is the millésime of the list it was read in. `official` is False for a figure typed in by its
    owner.
    """

    value: int
    kind: FigureKind
    source: str
    year: int | None = None
    edition: int | None = None
    official: bool = True

    @property
    def year_words(self) -> str:
        """The year of the count, or that it is not known."""
        if self.year is not None:
            return f"année {self.year}"
        known = f"millésime {self.edition}, " if self.edition else ""
        return f"{known}année du recensement non indiquée"


@dataclass(frozen=True, slots=True)
class Profile:
    """A body seen by the rules. `figures` are ordered: the first population totale is the one that decides.

    `department` is the number of the département (« 974 »), empty when not known, as for a typed-in body.
    """

    kind: Kind
    name: str
    code: str = ""
    nature: Nature | None = None
    department: str = ""
    zone: Zone = Zone.METRO
    figures: tuple[Figure, ...] = ()

    @property
    def nature_words(self) -> str:
        """The nature in words (« communauté d’agglomération »), else the kind (« commune »)."""
        return self.nature.label if self.nature else self.kind.label
