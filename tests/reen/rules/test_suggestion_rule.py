"""What a reason may say."""

import pytest

from reen.rules.suggestion_rule import Trigger, mistake_in


@pytest.mark.parametrize(
    ("reason", "trigger"),
    [
        ("Parce que.", None),
        ("Rien sur {theme}.", None),
        ("Rien sur {theme}.", Trigger.THEME),
        ("La loi demande {exigence}.", Trigger.REQUIREMENT),
        ("Fait par {retour}, sur {theme}.", Trigger.REPORT),
        ("Après {action}.", Trigger.NEXT),
        ("Avant {action}.", Trigger.BEFORE),
        ("{nombre} la demandent.", Trigger.OPENS),
        ("Des accolades {{écrites}}.", None),
    ],
)
def test_a_reason_that_can_be_said(reason, trigger):
    assert mistake_in(reason, trigger) == ""


@pytest.mark.parametrize(
    ("reason", "trigger", "told"),
    [
        ("{exigence}", None, "{exigence} n’est pas connu ici\u00a0: cette règle peut dire {theme}."),
        (
            "{action}",
            Trigger.REPORT,
            "{action} n’est pas connu ici\u00a0: cette règle peut dire {theme}, {retour}.",
        ),
        ("{}", None, "{} n’est pas connu ici\u00a0: cette règle peut dire {theme}."),
        ("{theme.label}", None, "{theme.label} n’est pas connu ici\u00a0: cette règle peut dire {theme}."),
        ("{theme!r}", None, "{theme} n’est pas connu ici\u00a0: cette règle peut dire {theme}."),
        ("{theme:>99999999}", None, "{theme} n’est pas connu ici\u00a0: cette règle peut dire {theme}."),
        (
            "{",
            None,
            "Une accolade est seule\u00a0: écrivez les mots remplacés entre deux accolades ({theme}).",
        ),
    ],
)
def test_what_cannot_be_said_is_told_with_what_can(reason, trigger, told):
    assert mistake_in(reason, trigger) == told
