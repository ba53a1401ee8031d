"""One page an elected member reads in two minutes."""

from strategy.document.coverage import Covered, counted, summary
from strategy.document.draft import DraftData
from strategy.document.model import Block, BulletList, Paragraph, Run, Section, State
from strategy.document.words import facts, plain


def essentials(data: DraftData, covered: tuple[Covered, ...]) -> Section:
    """Who, what and what is still missing; each gap links to the section that will answer it."""
    totals = summary(covered)
    themes = {choice.theme for choice in data.choices}
    blocks: list[Block] = [
        facts(
            "L’essentiel de la stratégie",
            ("Élu référent ou élue référente", data.governance.elected_name),
            ("Pilote", data.governance.pilot_name),
            ("Objectifs de réduction", counted(len(data.objectives), "objectif", "objectifs")),
            (
                "Actions retenues",
                f"{counted(len(data.choices), 'action', 'actions')}, {counted(len(themes), 'thème', 'thèmes')}",
            ),
            ("Indicateurs suivis", counted(len(data.indicators), "indicateur", "indicateurs")),
        ),
        Paragraph(
            plain(
                f"Exigences du décret\u00a0: {totals.sentence} Une exigence renseignée a reçu une réponse\u202f; ce "
                "n’est pas un avis de conformité, que seule une personne peut donner."
            )
        ),
    ]
    gaps = [line for line in covered if line.state is not State.ANSWERED]
    if gaps:
        blocks.append(Paragraph(plain("Ce qu’il reste à écrire :")))
        blocks.append(
            BulletList(
                tuple(
                    (
                        Run(line.requirement.title, href=line.anchor and f"#{line.anchor}"),
                        Run(f" ({line.state.label}). {line.reason}"),
                    )
                    for line in gaps
                )
            )
        )
    return Section("essentiel", "L’essentiel", tuple(blocks))
