"""What the law asks, of whom, since when, and where that was read."""

from collections.abc import Iterable

from reen.enums import Certainty, Part
from reen.sheets import RequirementSheet
from reen.typography import capitalised, date_words
from strategy.document.draft import BodyData, DraftData
from strategy.document.model import Block, BulletList, Paragraph, Run, Section, Text
from strategy.document.words import facts, plain


def legal_frame(data: DraftData, requirements: Iterable[RequirementSheet]) -> Section:
    """The answer of the law for each collectivité, then what the decree asks for, part by part."""
    known = tuple(requirements)
    return Section(
        "cadre-legal",
        "Ce que demande la loi",
        (
            Paragraph(
                plain(
                    "L’article 35 de la loi n° 2021-1485 du 15 novembre 2021 (loi REEN) et l’article D. 2311-15-1 du "
                    "code général des collectivités territoriales, créé par le décret n° 2022-1084 du 29 juillet "
                    "2022, demandent aux communes et aux EPCI à fiscalité propre de plus de 50 000 habitants une "
                    "stratégie numérique responsable. Les autres collectivités peuvent s’en doter. Les textes lus, "
                    "avec le jour de leur vérification, sont dans les sources."
                )
            ),
        ),
        (
            Section(
                "champ",
                "Qui est concerné",
                (),
                (
                    *(body_section(body, rank) for rank, body in enumerate(data.bodies, start=1)),
                    *doubts_section(data.bodies),
                ),
            ),
            Section("exigences", "Ce que demande le décret", tuple(requirement_blocks(known))),
        ),
        opens_page=True,
    )


def body_section(body: BodyData, rank: int) -> Section:
    """One collectivité: the answer, why, and the figures it rests on."""
    blocks: list[Block] = [
        facts("Réponse", ("Nature", body.kind), ("Rôle dans la stratégie", body.role.label)),
        Paragraph((Run(f"{capitalised(body.answer_label)}. ", strong=True), *plain(body.reason))),
    ]
    if body.figures:
        blocks.append(BulletList(tuple(plain(figure) for figure in body.figures)))
    return Section(f"collectivite-{rank}", body.name, tuple(blocks), card=True)


def doubts(bodies: tuple[BodyData, ...]) -> tuple[str, ...]:
    """What the texts read leave open, each point once, with whom it touches when that is not everyone."""
    points: dict[str, list[str]] = {}
    for body in bodies:
        for point in body.uncertain:
            points.setdefault(point, []).append(body.name)
    return tuple(
        point if len(names) == len(bodies) else f"{point.removesuffix('.')} ({', '.join(names)})."
        for point, names in points.items()
    )


def doubts_section(bodies: tuple[BodyData, ...]) -> tuple[Section, ...]:
    """The doubts as a card, if there are any."""
    items = tuple(plain(point) for point in doubts(bodies))
    return (
        (Section("a-confirmer", "Ce qui reste à confirmer", (BulletList(items),), card=True),)
        if items
        else ()
    )


def requirement_blocks(requirements: tuple[RequirementSheet, ...]) -> Iterable[Block]:
    """For each part, its deadline and the list of what is asked, with its basis.

    The day of the reading is told once when it is the same for all, else line by line.
    """
    days = {sheet.checked_on for sheet in requirements}
    if len(days) == 1:
        yield Paragraph(plain(f"Textes vérifiés le {date_words(*days)}, sauf ce qui est dit à confirmer."))
    for part in Part:
        asked = [sheet for sheet in requirements if sheet.part is part]
        if not asked:
            continue
        deadlines = [sheet.deadline for sheet in asked if sheet.deadline]
        since = f" (échéance\u00a0: {date_words(min(deadlines))})" if deadlines else ""
        yield Paragraph((Run(part.label, strong=True), Run(f"{since}\u00a0:")))
        yield BulletList(tuple(requirement_line(sheet, dated=len(days) > 1) for sheet in asked))


def requirement_line(sheet: RequirementSheet, *, dated: bool) -> Text:
    """Title, whether it is mandatory, basis, date checked if wanted, and what is uncertain."""
    checked = f", vérifié le {date_words(sheet.checked_on)}" if dated else ""
    if sheet.certainty is Certainty.TO_CONFIRM:
        checked = f", à confirmer : {sheet.caution.removesuffix('.')}"
    return plain(f"{sheet.full_title} — {sheet.basis}{checked}.")
