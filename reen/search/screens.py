"""Screens of the site that no editor writes, found like the rest."""

from django.urls import reverse

from reen.models.index import PublicKind
from reen.search.documents import Document


def screens() -> dict[str, Document]:
    """Each screen under its key in the index."""
    found = (
        Document(
            PublicKind.PAGE,
            "Ma collectivité est-elle concernée\u202f?",
            "/ma-collectivite/",
            "Cherchez votre commune ou votre intercommunalité\u00a0: la loi l’oblige-t-elle, et pourquoi.",
            "Suis-je concerné par la loi REEN\u202f? Obligation, seuil de 50\u202f000 habitants, échéances.",
        ),
        Document(
            PublicKind.PAGE,
            "Ce qui nous oblige",
            reverse("reen:duties"),
            "Les textes qui obligent une collectivité, selon son type et sa taille, depuis quand, avec leurs sources.",
            "Obligations du numérique\u00a0: quelle loi oblige une commune, une intercommunalité, un département, une "
            "région ou un syndicat\u202f? Seuils de population, lois et décrets.",
        ),
        Document(
            PublicKind.PAGE,
            "Mes stratégies",
            "/strategies/",
            "Écrivez la stratégie de votre collectivité en sept étapes, jusqu’à un PDF accessible.",
            "Commencer ou reprendre une stratégie numérique responsable\u00a0: modèle, rédiger, document, PDF.",
        ),
        Document(
            PublicKind.PAGE,
            "Vérifier un document",
            "/verifier/",
            "Un code ou un fichier à la main, sachez si ce site l’a produit, s’il est à jour et de qui il vient.",
            "Vérifier un PDF, une version, un code\u00a0: intègre, modifié, remplacé, émetteur, signature.",
        ),
    )
    return {f"screen:{each.url}": each for each in found}
