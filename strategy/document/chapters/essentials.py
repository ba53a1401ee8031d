"""One page an elected member reads in two minutes: never more than 300 words, whatever the draft."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reen.enums import Theme
from reen.rules.acronyms import spelled_out
from reen.typography import euros, plural, typeset
from strategy.document import walk
from strategy.document.brevity import shortened, word_count
from strategy.document.budget import Sums, counted, sums_of, years_of
from strategy.document.chapters.actions import how_many
from strategy.document.chapters.objectives import end
from strategy.document.coverage import Covered, summary
from strategy.document.draft import DraftData
from strategy.document.measures import ChoiceData, ObjectiveData
from strategy.document.model import Block, BulletList, Paragraph, Run, Section, State, Text
from strategy.document.words import amount, month, plain, span_of_years
from strategy.enums import BodyRole, ChoiceStatus

MOST_WORDS = 300
MOST_CHARACTERS = 2_000
"""What a page holds, when words are as long as they are here."""
MOST_LINES = 5
LONGEST_NAME = 16
"""Words: no collectivité of the official list has as many."""
SIZES = (*((lines, 1.0) for lines in range(MOST_LINES, 0, -1)), (1, 0.5), (1, 0.25))
"""What is tried until the page has room: lines of each list, then the share kept of what people typed."""
TITLE = "L’essentiel"


def essentials(data: DraftData, covered: tuple[Covered, ...]) -> Section:
    """What, who, how much, when, for whom and what is missing; lists shrink, then texts, until the page has room."""
    blocks: tuple[Block, ...] = ()
    for lines, share in SIZES:
        blocks = tuple(Page(data, covered, lines, share).blocks())
        told = texts_of(blocks)
        if word_count(TITLE, *told) <= MOST_WORDS and sum(map(len, told)) <= MOST_CHARACTERS:
            break
    return Section("essentiel", TITLE, blocks, opens_page=True)


def texts_of(blocks: tuple[Block, ...]) -> list[str]:
    """What these blocks show."""
    return [text for path, text in walk.texts(blocks) if path.endswith("text")]


@dataclass
class Page:
    """The page: at most `lines` lines in each list, and a `share` of the words that each text may have.

    `told` are the acronyms it has spelled out so far.
    """

    data: DraftData
    covered: tuple[Covered, ...]
    lines: int
    share: float
    told: set[str] = field(default_factory=set)

    def blocks(self) -> Iterator[Block]:
        """Six questions, in the order a council asks them."""
        goals = self.data.objectives
        yield question("Quoi", self.what())
        if goals:
            aims = [self.aim(objective) for objective in goals[: self.lines]]
            yield BulletList((*aims, *others(len(goals) - self.lines, "objectif", "objectifs")))
        yield question("Qui", *self.who())
        yield question("Combien", *self.how_much())
        yield question("Quand", *self.when())
        yield question("Ce qui change pour les habitants", *self.for_whom())
        yield question("Ce qui manque", *self.missing())
        gaps = [line for line in self.covered if line.state is not State.ANSWERED]
        if gaps:
            shown = [self.gap(line) for line in gaps[: self.lines]]
            yield BulletList((*shown, *others(len(gaps) - self.lines, "exigence", "tracabilite")))
        yield Paragraph(
            plain("Une réponse écrite n’est pas un avis de conformité, que seule une personne donne.")
        )

    @property
    def kept(self) -> tuple[ChoiceData, ...]:
        """The actions that nobody dropped."""
        return counted(self.data.choices)

    def brief(self, text: str, words: int = 9) -> str:
        """What somebody typed, on one line, its acronyms spelled out where that does not double it."""
        words = max(round(words * self.share), 3)
        short = shortened(typeset(text), words, min(words * 12, 420))
        return shortened(spelled_out(short, self.told), 2 * words, min(words * 24, 420))

    def what(self) -> str:
        goals, actions = len(self.data.objectives), len(self.data.choices)
        if not goals and not actions:
            return "Aucun objectif n’est fixé, aucune action n’est retenue."
        if not actions:
            return f"Réduire l’empreinte du numérique, par {plural(goals, 'objectif')}. Aucune action n’est retenue."
        told = how_many(self.data)
        touched = {choice.theme for choice in self.kept if choice.theme.number}
        themes = f", dans {plural(len(touched), 'thème')} du décret sur {len(Theme) - 1}" if touched else ""
        if not goals:
            return f"Réduire l’empreinte du numérique, par {told}{themes}. Aucun objectif n’est fixé."
        return f"Réduire l’empreinte du numérique, par {plural(goals, 'objectif')} et {told}{themes}."

    def aim(self, objective: ObjectiveData) -> Text:
        """« Allonger la durée d’usage des postes : de 4 années en 2025 à 6 années en 2029. »"""
        title = Run(self.brief(objective.statement, 12), href=f"#objectif-{objective.key}")
        if not objective.is_complete:
            return title, Run(" (à compléter).")
        unit = self.brief(objective.unit, 3)
        start = end(amount(objective.baseline_value, unit), objective.baseline_year)
        target = end(amount(objective.target_value, unit), objective.target_year)
        return title, *plain(f" : de {start} à {target}.")

    def who(self) -> Iterator[str]:
        bodies, people = self.data.bodies, self.data.governance
        bearers = [self.brief(body.name, LONGEST_NAME) for body in bodies if body.role is BodyRole.BEARER]
        associated = sum(body.role is BodyRole.ASSOCIATED for body in bodies)
        with_whom = (
            f", avec {plural(associated, 'commune associée', 'communes associées')}" if associated else ""
        )
        if bearers:
            more = f" et {plural(len(bearers) - 2, 'autre')}" if len(bearers) > 2 else ""
            first = ", ".join(bearers[:2]) if more else " et ".join(bearers)
            yield f"Portée par {first}{more}{with_whom}."
        yield self.person("Élu référent ou élue référente", people.elected_name, people.elected_role)
        yield self.person("Pilote", people.pilot_name, people.pilot_role)
        if people.actors:
            yield f"{plural(len(people.actors), 'acteur associé', 'acteurs associés')} à l’élaboration."

    def person(self, title: str, name: str, role: str) -> str:
        told = ", ".join(self.brief(part, 12) for part in (name, role) if part)
        return f"{title} : {told or 'à nommer'}."

    def how_much(self) -> Iterator[str]:
        choices = self.kept
        sums = sum(map(sums_of, choices), Sums())
        if sums.cost is None:
            yield "Aucun montant n’est indiqué."
        else:
            basis = self.data.governance.tax_basis
            taxes = f", {basis.label}" if basis else ""
            years = span_of_years([year for year in years_of(choices) if year is not None])
            yield f"{euros(sums.cost)} prévus{years}{taxes}."
            without = sum(choice.cost is None for choice in choices)
            if without:
                yield f"{plural(without, 'action n’a', 'actions n’ont')} pas de montant."
        if sums.funding:
            yield f"{euros(sums.funding)} de financements attendus."
        if sums.fte:
            yield f"Travail prévu : {amount(sums.fte)} {'an' if sums.fte < 2 else 'ans'} à temps plein."

    def when(self) -> Iterator[str]:
        choices = self.kept
        starts = [choice.start for choice in choices if choice.start]
        ends = [choice.end for choice in choices if choice.end]
        if starts and ends and min(starts) <= max(ends):
            yield f"De {month(min(starts))} à {month(max(ends))}."
        elif starts:
            yield f"À partir de {month(min(starts))}."
        elif ends:
            yield f"Jusqu’à {month(max(ends))}."
        else:
            yield "Aucune date n’est indiquée."
        for status, one, many in (
            (ChoiceStatus.STARTED, "action en cours", "actions en cours"),
            (ChoiceStatus.DONE, "action réalisée", "actions réalisées"),
        ):
            if count := sum(choice.status is status for choice in choices):
                yield f"{plural(count, one, many)}."
        undated = sum(not choice.is_dated for choice in choices)
        if undated and undated < len(choices):
            yield f"{plural(undated, 'action n’a', 'actions n’ont')} pas de date."

    def for_whom(self) -> Iterator[str]:
        """What the collectivité wrote, else that it did not, and the actions of the theme that is for everybody."""
        if self.data.governance.inhabitants:
            yield self.brief(self.data.governance.inhabitants, 60)
            return
        yield "Ce n’est pas encore écrit."
        if count := sum(choice.theme is Theme.CITIZENS for choice in self.kept):
            yield f"{plural(count, 'action relève', 'actions relèvent')} du thème « {Theme.CITIZENS.label} »."

    def missing(self) -> Iterator[str]:
        totals = summary(self.covered)
        if not self.covered:
            yield "Aucune exigence du décret n’a pu être vérifiée."
        elif totals.answered == len(self.covered):
            yield "Chaque exigence du décret a reçu une réponse."
        else:
            yield totals.sentence
        if proposed := unadapted(self.kept):
            yield f"{plural(proposed, 'action garde', 'actions gardent')} le texte du catalogue."

    def gap(self, line: Covered) -> Text:
        title = Run(self.brief(line.requirement.full_title), href=line.anchor and f"#{line.anchor}")
        return title, Run(f" ({line.state.label}).")


def unadapted(choices: tuple[ChoiceData, ...]) -> int:
    """How many actions the catalogue only proposes."""
    return sum(not choice.is_local for choice in choices)


def question(words: str, *answers: str) -> Paragraph:
    """A question in a word or two, and the sentences that answer it."""
    return Paragraph((Run(f"{words}. ", strong=True), *plain(" ".join(answers).replace("….", "…"))))


def others(count: int, noun: str, anchor: str) -> Iterator[Text]:
    """« Et 7 autres objectifs. », which leads to where they all are; nothing when none is left."""
    if count > 0:
        yield plain(f"Et {plural(count, 'autre ' + noun, 'autres ' + noun + 's')}.", f"#{anchor}")
