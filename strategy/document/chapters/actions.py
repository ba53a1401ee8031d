"""The actions retained, by theme, each as a card."""

from reen.enums import Theme
from reen.typography import plural
from strategy.document.budget import counted
from strategy.document.chapters.cards import action_card
from strategy.document.draft import DraftData
from strategy.document.measures import ChoiceData
from strategy.document.model import Block, Paragraph, Section
from strategy.document.words import missing, plain
from strategy.enums import ChoiceStatus


def actions(data: DraftData) -> Section:
    """The six themes of the decree are optional: those without an action are named in one line, not scolded."""
    used = used_themes(data)
    unused = [theme.label for theme in Theme if theme.number and theme not in used]
    intro: list[Block] = []
    if not data.choices:
        intro.append(missing("les actions de la stratégie."))
    if unused:
        intro.append(
            Paragraph(
                plain(
                    f"Le décret propose six thèmes, tous facultatifs. Sans action ici : {' ; '.join(unused)}."
                )
            )
        )
    return Section("actions", "Actions", tuple(intro), tuple(theme_section(theme, data) for theme in used))


def used_themes(data: DraftData) -> tuple[Theme, ...]:
    """The themes that have an action, in the order of the decree."""
    return tuple(theme for theme in Theme if any(choice.theme is theme for choice in data.choices))


def by_theme(data: DraftData) -> tuple[ChoiceData, ...]:
    """The actions theme by theme, each theme in the order the collectivité gave."""
    return tuple(choice for theme in Theme for choice in data.choices if choice.theme is theme)


def how_many(data: DraftData) -> str:
    """« 15 actions, dont 2 abandonnées »."""
    dropped = len(data.choices) - len(counted(data.choices))
    told = plural(len(data.choices), "action")
    return f"{told}, dont {plural(dropped, ChoiceStatus.DROPPED.label)}" if dropped else told


def theme_title(theme: Theme) -> str:
    """« Thème 3 : Écoconception… »; steering, which is ours, has no number."""
    return f"Thème {theme.number}\u00a0: {theme.label}" if theme.number else theme.label


def theme_section(theme: Theme, data: DraftData) -> Section:
    """One theme and the cards of its actions, in the order the collectivité gave them."""
    cards = tuple(action_card(choice, data) for choice in data.choices if choice.theme is theme)
    return Section(f"theme-{theme.number}", theme_title(theme), (), cards)
