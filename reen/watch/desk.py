"""The subjects of the desk, in the order in which readers would be misled."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone
from wagtail import hooks

from reen.models import User
from reen.watch import inner_links, reported, stale
from reen.watch.rows import Lines, Listing


@dataclass(frozen=True, slots=True)
class Subject:
    """A list of the desk: what it holds, how to mend it, and what a button on each row does, if it has one."""

    slug: str
    heading: str
    advice: str
    rows: Callable[[], Listing | Lines]
    button: str = ""
    press: Callable[[int, User], None] | None = None


CORRECTIONS = "corrections"


def subjects() -> list[Subject]:
    """Every list; that of actions never picked only where an application tells what was picked."""
    return [
        Subject(
            CORRECTIONS,
            "Corrections proposées",
            "Ce que des lecteurs signalent. Ouvrez chacune pour la retenir ou l’écarter.",
            reported.corrections,
        ),
        Subject(
            "liens-morts",
            "Liens morts",
            "Ces adresses n’ont pas répondu quatre fois de suite, sur une semaine au moins. Remplacez-les sur la "
            "fiche, ou contrôlez de nouveau.",
            reported.dead_links,
            "Contrôler de nouveau",
            reported.check_again,
        ),
        Subject(
            "relire",
            "À relire",
            "La date de vérification est plus ancienne que le délai de relecture. Rouvrez les sources, puis changez "
            "la date.",
            lambda: stale.overdue(timezone.localdate()),
        ),
        Subject(
            "references",
            "Références dépassées",
            "Ces fiches s’appuient sur un texte ou une ressource remplacés, ou sur une fiche dépubliée que le public "
            "ne voit plus. Changez le lien, ou republiez la fiche citée.",
            stale.outdated,
        ),
        Subject(
            "sources-remplacees",
            "Sources remplacées",
            "Ces fiches citent, parmi leurs sources ou leurs étapes, l’adresse d’une ressource remplacée depuis. Lisez "
            "la nouvelle, puis changez la source.",
            reported.replaced_sources,
        ),
        Subject(
            "liens-internes",
            "Liens rompus dans le site",
            "Dans un texte courant, ces liens mènent à une page ou à une fiche du site qui n’est plus publiée ou qui "
            "n’existe pas. Changez le lien, ou republiez ce qu’il montre.",
            inner_links.broken,
        ),
        Subject(
            "adresses",
            "Adresses déplacées",
            "Le site cité annonce une nouvelle adresse définitive. Vérifiez que la page dit la même chose, puis "
            "remplacez l’adresse.",
            reported.moved_links,
            "Contrôler de nouveau",
            reported.check_again,
        ),
        Subject(
            "contenus",
            "Contenus à reprendre",
            "Ce que la relecture automatique relève. Un constat laissé de côté ne revient que si la phrase change.",
            reported.findings,
            "Laisser de côté",
            reported.set_aside,
        ),
        Subject(
            "jamais-verifiees",
            "Jamais vérifiées",
            "Personne n’a fait de seconde lecture, ou un point reste à confirmer.",
            stale.never_checked,
        ),
        Subject(
            "courtes",
            "Fiches courtes",
            "Les sources n’en disaient pas plus. Complétez-les quand une source paraît.",
            stale.short,
        ),
        *(
            [
                Subject(
                    "jamais-retenues",
                    "Actions jamais retenues",
                    "Publiées depuis trois mois au moins, aucune stratégie ne les a choisies. Revoyez leur titre, "
                    "leur résumé ou les règles qui les proposent.",
                    stale.never_picked,
                )
            ]
            if hooks.get_hooks(stale.PICKED)
            else []
        ),
        Subject(
            "recherches",
            "Recherches sans résultat",
            "Les mots que des lecteurs ont cherchés en vain, sans rien sur eux. Ajoutez un synonyme ou une fiche.",
            reported.fruitless_searches,
            "Oublier",
            reported.forget_search,
        ),
    ]


def subject_named(slug: str) -> Subject | None:
    """The subject of that address."""
    return next((subject for subject in subjects() if subject.slug == slug), None)


def may_tend(user: User) -> bool:
    """Whether the desk is open to that account: to those who may change actions in the admin."""
    return user.is_active and user.has_perms(["wagtailadmin.access_admin", "reen.change_action"])
