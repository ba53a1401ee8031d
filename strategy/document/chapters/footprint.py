"""What the baseline says of its two estimates: the organisation's equipment and the territory, each apart."""

from reen.rules.footprint import TONNE, Line, mass, mass_range, two_figures
from reen.typography import date_words, figure, number, typeset
from strategy.document.draft_footprint import OrganisationFootprint, TerritoryFootprint
from strategy.document.factor_words import (
    factor_cells,
    number_words,
    replaced,
    setting_words,
    source_numbers,
    sources_of,
    unspared,
    years_words,
)
from strategy.document.model import (
    Block,
    BulletList,
    Chart,
    Column,
    Facts,
    Notice,
    Paragraph,
    Point,
    Run,
    Series,
    Table,
    Text,
)
from strategy.document.words import facts, missing, plain

BIGGEST = 8
UNCOUNTED = "le nombre d’équipements de l’organisation."
APART = (
    "Cet ordre de grandeur ne s’ajoute pas à celui de l’organisation : il compte déjà les usages professionnels du "
    "territoire, avec une autre méthode."
)


def organisation_blocks(data: OrganisationFootprint) -> tuple[Block, ...]:
    """The total with its range, every line, what was replaced or left out, the factors and their limits."""
    estimate = data.estimate
    if not estimate.counted:
        return (missing(UNCOUNTED), *left_out(data))
    share = f"{estimate.making_percent}\u00a0%"
    landmark = data.factors.landmark
    total = (
        Run("Ordre de grandeur\u00a0: "),
        Run(f"{mass(estimate.total.value)} par an", strong=True),
        *plain(
            f" ({mass_range(estimate.total)}) pour les équipements de l’organisation. La fabrication en fait {share}, "
            f"l’usage le reste ; pour les terminaux en France, elle en fait {landmark.making_percent} % "
            f"({landmark.source.words}, {landmark.note})."
        ),
    )
    return (
        Paragraph(total),
        *lines(data),
        *left_out(data),
        assumptions(data),
        *own_values(data),
        *counted_as_new(data),
        *factors_used(data),
        BulletList(tuple(plain(line) for line in data.factors.method)),
        Notice(plain("Limites. " + " ".join(data.factors.limits))),
        Paragraph(plain("Données : " + " ".join(data.factors.licences))),
    )


def lines(data: OrganisationFootprint) -> tuple[Block, ...]:
    """The table of every line; drawn as bars, the biggest first, when there are several to compare."""
    counted = data.estimate.counted
    table = Table(
        "Empreinte annuelle des équipements, par type",
        (
            Column("Équipement", 3),
            Column("Nombre", 2),
            Column("Durée d’usage", 2),
            Column("Fabrication", 2, numeric=True),
            Column("Usage", 2, numeric=True),
            Column("Total", 2, numeric=True),
            Column("Plage", 3),
        ),
        tuple(map(cells, counted)),
    )
    if len(counted) < 2:
        return (table,)
    biggest = counted[:BIGGEST]
    in_tonnes = biggest[0].total.value >= TONNE
    points = tuple(
        Point(
            line.counted.equipment.label,
            f"{(two_figures(line.total.value) / (TONNE if in_tonnes else 1)).normalize():f}",
            mass(line.total.value),
        )
        for line in biggest
    )
    told = ", ".join(f"{point.at} {point.words}" for point in points)
    chart = Chart(
        caption="Équipements qui pèsent le plus, par an",
        alternative=f"Du plus lourd au plus léger\u00a0: {told}.",
        unit="t\u00a0CO₂e" if in_tonnes else "kg\u00a0CO₂e",
        series=(Series("Empreinte annuelle", points),),
        data=table,
        kind="bars",
    )
    return (chart,)


def cells(line: Line) -> tuple[Text, ...]:
    """A line of the table."""
    words = (
        line.counted.equipment.label,
        number_words(line.counted),
        years_words(line.counted),
        mass(line.making.value),
        mass(line.use.value),
        mass(line.total.value),
        mass_range(line.total),
    )
    return tuple(map(plain, words))


def left_out(data: OrganisationFootprint) -> tuple[Block, ...]:
    """The lines that no total holds, and what they lack."""
    names = [
        f"{line.counted.equipment.label} ({number(line.counted.number)})\u00a0: {' et '.join(line.missing)}"
        for line in data.estimate.left_out
    ]
    if not names:
        return ()
    return (missing("hors du total, faute de valeur connue."), BulletList(tuple(map(plain, names))))


def assumptions(data: OrganisationFootprint) -> Facts:
    """What every line shares."""
    return facts(
        "Hypothèses du calcul",
        ("Inventaire", f"année {data.year}" if data.year else ""),
        (
            "Électricité",
            setting_words(data.electricity, data.electricity_own, "\u00a0kg\u00a0CO₂e par kWh"),
        ),
        ("PUE, matériel de salle serveur", setting_words(data.pue, data.pue_own, "")),
        (
            "Facteurs",
            f"édition {data.factors.edition}, vérifiée le {date_words(data.factors.checked_on)}",
        ),
    )


def own_values(data: OrganisationFootprint) -> tuple[Block, ...]:
    """The factors the collectivité replaced, with the former value and why."""
    told = [
        f"{line.counted.equipment.label}, {' ; '.join(changes)}. Motif : {line.counted.reason}"
        for line in data.estimate.lines
        if (changes := replaced(line.counted))
    ]
    if not told:
        return ()
    return (
        Paragraph(plain("Facteurs remplacés par la collectivité :")),
        BulletList(tuple(map(plain, told))),
    )


def counted_as_new(data: OrganisationFootprint) -> tuple[Block, ...]:
    """The second-hand devices that weigh as new ones, for want of a figure."""
    told = [
        f"{line.counted.equipment.label} : {words}"
        for line in data.estimate.counted
        if (words := unspared(line.counted))
    ]
    return (BulletList(tuple(map(plain, told))),) if told else ()


def factors_used(data: OrganisationFootprint) -> tuple[Block, ...]:
    """The published factors of the types counted, and their sources by number."""
    used = [line.counted.equipment for line in data.estimate.counted]
    sources = sources_of(used)
    table = Table(
        "Facteurs publiés des équipements comptés",
        (
            Column("Équipement", 3),
            Column("Fabrication", 3),
            Column("Consommation", 3),
            Column("Durée d’usage", 2),
            Column("Fiabilité", 2),
            Column("Sources", 1),
        ),
        tuple(
            tuple(map(plain, (one.label, *factor_cells(one), source_numbers(one, sources)))) for one in used
        ),
    )
    listed = BulletList(tuple(plain(source.words, source.url) for source in sources), ordered=True)
    return (table, Paragraph(plain("Sources des facteurs, liens non contrôlés :")), listed)


def territory_blocks(data: TerritoryFootprint) -> tuple[Block, ...]:
    """The order of magnitude, how it was counted and from what, and why it is never added up."""
    total = data.total
    if total is None or data.population is None:
        return (missing("le nombre d’habitants du territoire."),)
    national = data.factors.per_inhabitant
    spread = (
        f"La plage publiée va de {national.low_percent} à {national.high_percent} % de cette valeur : "
        f"{mass_range(total)}."
    )
    return (
        Paragraph(
            (
                Run("Ordre de grandeur\u00a0: "),
                Run(f"{mass(total.value)} par an", strong=True),
                *plain(f", soit {calculation(data)}."),
            )
        ),
        Paragraph(plain(population_words(data))),
        *(() if data.own else (Paragraph(plain(spread)),)),
        BulletList(tuple(plain(note) for note in data.factors.territory_notes)),
        Notice(plain("Ce chiffre n’est pas une mesure : il ne suivra pas vos actions. " + APART)),
    )


def calculation(data: TerritoryFootprint) -> str:
    """« 80 000 habitants × 434 kg CO₂e », with the source of the figure; empty without a population."""
    if data.population is None:
        return ""
    return typeset(f"{number(data.population)} habitants × {per_inhabitant(data)}")


def per_inhabitant(data: TerritoryFootprint) -> str:
    """The figure used, with its source and year; one's own says what it replaces."""
    national = data.factors.per_inhabitant
    published = f"{figure(national.value)} kg CO₂e ({national.source.words}, données {national.year})"
    if data.own is None:
        return published
    return f"{figure(data.own.value)} kg CO₂e ({data.own.source}, données {data.own.year}), au lieu de {published}"


def population_words(data: TerritoryFootprint) -> str:
    """Where the number of inhabitants comes from, and who is not counted twice."""
    if data.typed_population is not None:
        return typeset(f"Nombre d’habitants saisi. Source : {data.population_source}.")
    words = f"Habitants comptés : {', '.join(data.official.counted)}."
    if data.official.included:
        words += (
            f" Déjà dans ce nombre, donc pas comptés une seconde fois : {', '.join(data.official.included)}."
        )
    if data.official.unknown:
        words += f" Population inconnue, hors du compte : {', '.join(data.official.unknown)}."
    return typeset(words)
