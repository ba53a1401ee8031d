"""Builds the reference documents; `python -m tests.documents.build` writes them as JSON beside this file.

Every body, person, figure and address in them is invented and says so.
"""

from pathlib import Path

from reen.typography import plural
from strategy.document.build import build as whole
from strategy.document.model import (
    Block,
    Body,
    BulletList,
    CatalogueEntry,
    Column,
    Coverage,
    Document,
    Fact,
    Facts,
    Notice,
    Paragraph,
    Run,
    Section,
    State,
    Status,
    Table,
    Text,
    Trace,
    TraceRow,
)
from strategy.document.serialize import to_json
from tests.documents import drawings, large

FOLDER = Path(__file__).parent
THEMES = (
    "Pilotage, mesure et gouvernance",
    "Commande publique locale et durable",
    "Gestion durable et de proximité du matériel",
    "Écoconception des sites et des services numériques",
    "Sensibilisation des élus et des agents",
    "Démarche numérique responsable auprès de tous",
    "Territoire connecté et durable, données",
)


def text(words: str) -> Text:
    """A text of one run."""
    return (Run(words),)


def paragraph(words: str) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(text(words))


def facts(caption: str, **values: str) -> Facts:
    """Facts whose labels are the names given, underscores read as spaces."""
    return Facts(
        caption, tuple(Fact(label.replace("_", " "), text(value)) for label, value in values.items())
    )


def legal_frame() -> Section:
    """What the law asks, in the words of this test."""
    return Section(
        "cadre-legal",
        "Ce que dit la loi",
        (
            Paragraph(
                (
                    Run("L'article 35 de la loi du 15 novembre 2021, dite "),
                    Run("loi REEN", strong=True),
                    Run(", demande une stratégie aux communes et EPCI de plus de 50 000 habitants : "),
                    Run("lire l’article", href="https://www.legifrance.gouv.fr/loda/id/JORFTEXT000044327272"),
                    Run(". Les autres collectivités peuvent s’en doter. La réponse est reprise "),
                    Run("dans le tableau de traçabilité", href="#tracabilite"),
                    Run("."),
                )
            ),
            facts(
                "Situation au regard de la loi",
                Obligation="Démarche volontaire",
                Population="1 250 habitants (chiffre de démonstration)",
                Prochaine_échéance="Bilan annuel, avant le débat budgétaire",
            ),
            Notice(
                text("Aucune sanction n'est prévue par les textes lus : il s'agit d'abord de rendre compte.")
            ),
        ),
    )


def governance() -> Section:
    """Who decides and who does."""
    rows = (
        ("Élue référente", "Adjointe fictive aux services publics", "Arbitre, présente au conseil"),
        ("Pilote", "Secrétaire général fictif", "Coordonne et tient le calendrier"),
        (
            "Acteurs associés",
            "Syndicat informatique de démonstration ; association fictive de réemploi",
            "Appui",
        ),
    )
    return Section(
        "gouvernance",
        "Gouvernance",
        (
            paragraph("La démarche est suivie deux fois par an par un comité qui réunit élus et agents."),
            Table(
                "Rôles et responsabilités",
                (Column("Rôle", 2), Column("Qui", 4), Column("Pour quoi faire", 3)),
                tuple(tuple(text(cell) for cell in row) for row in rows),
            ),
        ),
    )


def action(number: int, theme: int, length: int = 1) -> Section:
    """An action as a card; `length` repeats its description."""
    why = (
        "Garder les équipements plus longtemps évite l'essentiel de leur empreinte, due à leur fabrication. "
        "La collectivité fixe une durée de vie cible et l'inscrit dans ses marchés. "
    )
    return Section(
        f"action-{number}",
        f"Action {number} : prolonger la durée de vie du matériel n° {number}",
        (
            paragraph(why * length),
            facts(
                "Mise en œuvre",
                Pilote="Service numérique (fictif)",
                Calendrier="De janvier 2026 à décembre 2027",
                Budget=f"{number * 1250} €",
                Avancement="Proposée, à compléter par la collectivité",
            ),
        ),
        card=True,
        entry=CatalogueEntry(f"A{theme}-{number:02}", 1 + number % 3, "2025-01-01"),
    )


def actions(per_theme: int, themes: int, length: int = 1) -> Section:
    """Actions by theme."""
    parts = []
    for theme in range(themes):
        cards = tuple(action(theme * per_theme + index + 1, theme, length) for index in range(per_theme))
        intro = paragraph(f"{plural(per_theme, 'action')} pour ce thème.")
        parts.append(Section(f"theme-{theme}", THEMES[theme], (intro,), cards))
    return Section("actions", "Actions", (), tuple(parts))


def objectives(count: int) -> Section:
    """Objectives as cards."""
    cards = tuple(
        Section(
            f"objectif-{index}",
            f"Objectif {index} : réduire de {5 * index} % l’impact du numérique",
            (
                facts(
                    "Objectif chiffré",
                    Cible=f"−{5 * index} % sur trois ans",
                    Horizon="2028",
                    Suivi="Chaque année",
                ),
            ),
            card=True,
        )
        for index in range(1, count + 1)
    )
    return Section("objectifs", "Objectifs", (paragraph("Les objectifs sont revus chaque année."),), cards)


def indicators(count: int) -> Section:
    """Indicators as a table of figures."""
    columns = (
        Column("Indicateur", 5),
        Column("2024", 1, True),
        Column("2025", 1, True),
        Column("Cible", 1, True),
    )
    rows = tuple(
        (
            text(f"Indicateur {index} : équipements gardés plus de cinq ans"),
            text(f"{40 + index % 17} %"),
            text(f"{50 + index % 17} %"),
            text("80 %"),
        )
        for index in range(1, count + 1)
    )
    return Section("indicateurs", "Indicateurs", (Table("Valeurs suivies, année par année", columns, rows),))


def traceability() -> Section:
    """Where each requirement is answered."""
    rows = (
        ("programme", "Programme de travail", State.ANSWERED, "Bilan et acteurs décrits.", "gouvernance"),
        ("strategie-objectifs", "Objectifs de réduction", State.ANSWERED, "", "objectifs"),
        (
            "strategie-actions",
            "Mesures pour les atteindre",
            State.INCOMPLETE,
            "Budget à préciser.",
            "actions",
        ),
        (
            "strategie-indicateurs",
            "Indicateurs de suivi",
            State.INCOMPLETE,
            "Valeur de départ absente.",
            "indicateurs",
        ),
        ("bilan", "Bilan annuel", State.ABSENT, "Rien n’a encore été saisi.", None),
    )
    return Section(
        "tracabilite",
        "Traçabilité légale",
        (
            paragraph(
                "Chaque exigence renvoie à la partie qui y répond. Seule une personne juge de la conformité."
            ),
            Trace(
                "Exigences et réponses",
                tuple(
                    TraceRow(ref, title, "CGCT, art. D. 2311-15-1", state, reason, anchor)
                    for ref, title, state, reason, anchor in rows
                ),
            ),
        ),
    )


def sources(count: int) -> Section:
    """The catalogue entries used."""
    columns = (Column("Entrée", 1), Column("Titre", 4), Column("Révision", 1, True))
    rows = tuple(
        (text(f"A{i:02}"), text(f"Fiche de démonstration {i}"), text(f"{1 + i % 3}")) for i in range(count)
    )
    return Section("sources", "Sources", (Table("Entrées du catalogue reprises", columns, rows),))


def small_commune() -> Document:
    """A short, half-filled strategy."""
    return Document(
        reference="DEMO-0001",
        title="Stratégie numérique responsable",
        status=Status.DRAFT,
        demonstration=True,
        bodies=(
            Body("Commune de démonstration", "collectivité porteuse", "1 250 habitants, chiffre fictif"),
        ),
        changed_on="2025-11-01",
        date_words="1er novembre 2025",
        coverage=Coverage(2, 2, 1, "2 exigences sur 5 sont renseignées, 2 sont incomplètes, 1 est absente."),
        sections=(
            legal_frame(),
            governance(),
            Section(
                "etat-des-lieux",
                "État des lieux",
                (
                    paragraph(
                        "Trente postes, deux serveurs et un site : le relevé date de l'année dernière."
                    ),
                    BulletList(
                        (text("30 postes de travail ;"), text("2 serveurs ;"), text("1 site public."))
                    ),
                    Notice(text("Les usages du territoire restent à décrire."), "attention"),
                ),
            ),
            objectives(2),
            actions(2, 2),
            indicators(3),
            traceability(),
            sources(4),
        ),
    )


def large_epci() -> Document:
    """A strategy of about sixty actions, carried by two bodies, with many associated ones, built as drafts are."""
    return whole(large.draft(), large.requirements())


HOSTILE_TEXTS = (
    "<b>gras</b> &amp; <a href='x'>lien</a> <para/> %s {0} \\ (parenthèses) [crochets]",
    "mot" * 3500,
    "https://exemple.invalid/" + "chemin/" * 300 + "?q=a&b=c#fin",
    "שלום עולם، مرحبا بالعالم",
    "漢字かな交じり文 한국어 ไทย हिन्दी",
    "😀👩‍👩‍👧‍👦🏳️‍🌈 émoji, tons 👍🏽",
    "e\u0301te\u0301, a" + "\u0300\u0301\u0302\u0303" * 20 + " et z\u0337a\u0335lgo",
    "sans\u200bespace, trait\u00adconditionnel, insécable\u00a0: porte\u2011avions, tiret\u2010simple",
    "\ufeffBOM",
    "\u202einversé\u202c \u2066isolé\u2069 \u200ejoint\u200d",
    "contrôles \x00 \x07 \x0b \x1b \x7f \x85 fin, tabulation\tet\nligne\r\nsuivante\u2028séparée",
    "privé \ue000 \uf8ff, non-caractère \uffff \U0010ffff, remplacement \ufffd",
    "CO₂, œuvre, Œ, æ, 10\u202f000\u00a0€, ½, ™, №, Σ, Ω, Ж, ≤ ≥ ≠ ≈, ☐ ✓ →, ᵉ, ﬁ, ①",
    "",
    " ",
    "\n\n",
)
"""Texts that have broken PDF writers."""


def hostile_blocks(words: str, index: int) -> tuple[Block, ...]:
    """The same words in every place a block has for words."""
    runs = (
        Run(words, strong=True),
        Run(words, emphasis=True),
        Run(words[:200], strong=True, emphasis=True, href="#h0"),
        Run(words[:200], href="https://exemple.invalid/é?a=1&b=(2)"),
        Run(words[:50], href="mailto:personne@exemple.invalid"),
    )
    return (
        Paragraph(runs),
        Paragraph(()),
        BulletList((runs, (), text(words))),
        BulletList((text(words),), ordered=True),
        Notice(runs, "attention"),
        Facts(words, (Fact(words, runs), Fact("", ()))),
        Table(words, (Column(words, 3), Column("", 1, True)), ((runs, text(words)), ((), ()))),
        Table("Sans ligne", (Column("Seule"),), (), row_headers=False),
        Trace(words, (TraceRow(words, words, words, State.INCOMPLETE, words, f"h{index}"),)),
        *(drawings.hostile_drawings(words) if index % 3 == 0 else ()),
    )


def drawn() -> Section:
    """Charts of every kind and size, and timetables."""
    years = [str(2020 + index) for index in range(8)]
    measured = drawings.series("Mesuré", {at: f"{1250 - 50 * i}.5" for i, at in enumerate(years[:5])})
    planned = drawings.series("Cible", {years[4]: "1050", years[7]: "800"}, planned=True)
    named = [
        drawings.series(f"Série {i}", {at: f"{i * 7 - j}" for j, at in enumerate(years)}) for i in range(6)
    ]
    kinds = ("Ordinateurs", "Écrans", "Téléphones mobiles professionnels et tablettes des agents", "Serveurs")
    shares = drawings.series("Empreinte", {kind: f"{40 - 9 * i}.25" for i, kind in enumerate(kinds)})
    many = drawings.series("Par mois", {f"mois {i}": f"{i % 13}" for i in range(60)})
    return Section(
        "dessins",
        "Graphiques et calendriers",
        (
            drawings.chart("Consommation et cible", (measured, planned)),
            drawings.chart("Six séries", named),
            drawings.chart("Un seul point", (drawings.series("Seul", {"2025": "0"}),)),
            drawings.chart("Colonnes", named[:2], "bars"),
            drawings.chart("Barres couchées", (shares,), "bars"),
            drawings.chart("Soixante points", (many,)),
            drawings.chart("Soixante barres", (many, many), "bars"),
            drawings.timetable("Calendrier", 40),
            drawings.timetable("Calendrier vide", 0),
        ),
    )


def everything() -> Document:
    """Every kind of block, at every depth, with texts of every kind and length."""
    sections = tuple(
        Section(f"h{index}", words, hostile_blocks(words, index), card=index % 2 == 1)
        for index, words in enumerate(HOSTILE_TEXTS)
    )
    deep = Section("d6", "Sixième niveau", (paragraph("Au fond."),))
    for level in range(5, 0, -1):
        deep = Section(f"d{level}", f"Niveau {level}", (), (deep,))
    long_cell = text("Une cellule plus longue qu'une page. " * 400)
    tall = Table(
        "Cellules plus longues qu'une page", (Column("A"), Column("B")), ((long_cell, text("court")),) * 2
    )
    wide = Table(
        "Douze colonnes",
        tuple(Column(f"Colonne {i}", i) for i in range(1, 13)),
        ((text("123456 €"),) * 12,) * 3,
    )
    long_card = Section(
        "longue", "Carte plus longue qu'une page", (paragraph("Long. " * 2000), tall), card=True
    )
    many = Section("listes", "Listes", (BulletList((text("point"),) * 120, ordered=True), wide))
    return Document(
        reference="DEMO-0003",
        title="Titre très long. " * 180,
        status=Status.DRAFT,
        demonstration=True,
        bodies=(
            Body("Nom très long " * 40, "", "détail " * 60),
            *(Body(words, words, words) for words in HOSTILE_TEXTS[:1]),
        ),
        changed_on="2025-02-28",
        date_words="28 février 2025",
        coverage=Coverage(0, 0, 0, "Rien. " * 100),
        sections=(*sections, deep, many, long_card, drawn()),
        logo=drawings.logo(300, 120, "Logo fictif 😀 : des bandes vertes"),
    )


DOCUMENTS = {"small-commune": small_commune, "large-epci": large_epci, "everything": everything}


if __name__ == "__main__":
    for name, build in DOCUMENTS.items():
        (FOLDER / f"{name}.json").write_text(to_json(build()), encoding="utf-8")
