"""One page an elected member reads in two minutes."""

from collections.abc import Iterator
from decimal import Decimal

from reen.enums import Theme
from reen.typography import euros, plural
from strategy.document.chapters.objectives import end
from strategy.document.coverage import Covered, summary
from strategy.document.draft import DraftData
from strategy.document.measures import ChoiceData, ObjectiveData
from strategy.document.model import Block, BulletList, Paragraph, Run, Section, State, Text
from strategy.document.words import amount, facts, plain


def essentials(data: DraftData, covered: tuple[Covered, ...]) -> Section:
    """Who, what for, at what cost and what is still missing; objectives and gaps link to their sections."""
    return Section("essentiel", "L’essentiel", tuple(essential_blocks(data, covered)))


def essential_blocks(data: DraftData, covered: tuple[Covered, ...]) -> Iterator[Block]:
    """The facts, the objectives in a line each, the state of the requirements, then the gaps if there are any."""
    yield facts(
        "L’essentiel de la stratégie",
        ("Élu référent ou élue référente", data.governance.elected_name),
        ("Pilote", data.governance.pilot_name),
        ("Objectifs de réduction", plural(len(data.objectives), "objectif")),
        ("Actions retenues", measures(data.choices)),
        ("Budget prévu", budget(data.choices)),
        ("Indicateurs suivis", plural(len(data.indicators), "indicateur")),
    )
    if data.objectives:
        yield Paragraph(plain("Ce que vise la stratégie :"))
        yield BulletList(tuple(map(aim, data.objectives)))
    yield Paragraph(
        plain(
            f"Exigences du décret : {summary(covered).sentence} Une exigence renseignée a reçu une réponse ; ce "
            "n’est pas un avis de conformité, que seule une personne peut donner."
        )
    )
    gaps = tuple(line for line in covered if line.state is not State.ANSWERED)
    if gaps:
        yield Paragraph(plain("Ce qu’il reste à écrire :"))
        yield BulletList(tuple(map(gap, gaps)))


def measures(choices: tuple[ChoiceData, ...]) -> str:
    """How many actions, and how many of the themes the decree proposes they touch."""
    proposed = [theme for theme in Theme if theme.number]
    touched = sum(any(choice.theme is theme for choice in choices) for theme in proposed)
    actions = plural(len(choices), "action")
    return f"{actions}, {plural(touched, 'thème')} du décret sur {len(proposed)}" if choices else actions


def budget(choices: tuple[ChoiceData, ...]) -> str:
    """The sum of the amounts given and how many actions have none; empty without actions."""
    given = [choice.cost for choice in choices if choice.cost is not None]
    if not given:
        return "aucun montant indiqué" if choices else ""
    without = len(choices) - len(given)
    rest = f", {plural(without, 'action')} sans montant" if without else ""
    return f"{euros(sum(given, Decimal(0)))}{rest}"


def aim(objective: ObjectiveData) -> Text:
    """« Allonger la durée d’usage des postes : de 4 années en 2025 à 6 années en 2029 », or what is known of it."""
    start = end(amount(objective.baseline_value, objective.unit), objective.baseline_year)
    target = end(amount(objective.target_value, objective.unit), objective.target_year)
    title = Run(objective.statement, href=f"#objectif-{objective.key}")
    return (
        (title, *plain(f" : de {start} à {target}"))
        if objective.is_complete
        else (title, *plain(" (à compléter)"))
    )


def gap(line: Covered) -> Text:
    """A requirement that is not answered, its state and why; it links to the section that will answer it."""
    title = Run(line.title, href=line.anchor and f"#{line.anchor}")
    return title, Run(f" ({line.state.label}). {line.reason}")
