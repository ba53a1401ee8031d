"""Documents survive JSON, and what is no document is refused with its place."""

import json
from dataclasses import replace

import pytest

from strategy.document.model import Run
from strategy.document.serialize import BLOCK_TYPES, digest, from_json, to_json
from strategy.errors import DocumentError
from tests.documents import build, files


@pytest.mark.parametrize("name", files.NAMES)
def test_reading_what_was_written_loses_nothing(name):
    document = build.DOCUMENTS[name]()
    assert from_json(to_json(document)) == document


@pytest.mark.parametrize("name", files.NAMES)
def test_the_files_hold_what_the_builder_makes(name):
    assert files.path(name).read_text(encoding="utf-8") == to_json(build.DOCUMENTS[name]())


def test_json_is_sorted_and_readable():
    text = to_json(build.small_commune())
    assert text.endswith("}\n")
    assert "démonstration" in text
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def test_digest_tells_documents_apart():
    document = build.small_commune()
    assert digest(document) == digest(from_json(to_json(document)))
    assert digest(document) != digest(replace(document, title="Autre"))


def at(data, *path):
    """The part of JSON data at a path."""
    for key in path:
        data = data[key]
    return data


BLOCKS = ("sections", 0, "blocks")
RUN = (*BLOCKS, 0, "text", 0)
TABLE = ("sections", 1, "blocks", 1)
TRACE = ("sections", 6, "blocks", 1)
LIST = ("sections", 2, "blocks", 1)

REFUSALS = [
    (
        (),
        "schema_version",
        2,
        "schema_version : version inconnue, seule la version 1 se lit ; ce document est plus récent que ce site",
    ),
    ((), "schema_version", True, "schema_version : version inconnue, seule la version 1 se lit"),
    ((), "colour", "red", "colour : cette donnée est inconnue de ce site"),
    ((), "demonstration", 1, "demonstration : il faut vrai ou faux"),
    ((), "title", None, "title : il faut un texte"),
    ((), "status", "final", "status : « final » n’est pas l’un de draft, numbered, frozen"),
    ((), "sections", {}, "sections : il faut une liste"),
    ((), "changed_on", "hier", "changed_on : une date s’écrit AAAA-MM-JJ, par exemple 2025-01-31"),
    ((), "changed_on", "20250131", "changed_on : une date s’écrit AAAA-MM-JJ, par exemple 2025-01-31"),
    ((), "language", "français", "language : une langue s’écrit comme fr-FR"),
    ((), "title", "\ud800", "title : un demi-caractère isolé (U+D800) ne s’écrit pas"),
    (("coverage",), "answered", True, "coverage.answered : il faut un entier"),
    (("coverage",), "absent", 1.5, "coverage.absent : il faut un entier"),
    (("coverage",), "absent", -1, "coverage : un nombre d’exigences n’est pas négatif"),
    (("bodies",), 0, "Commune", "bodies[0] : il faut un objet"),
    (
        ("sections", 1),
        "anchor",
        "cadre-legal",
        "sections[1].anchor : l’ancre « cadre-legal » sert déjà à une autre section",
    ),
    (
        ("sections", 0),
        "anchor",
        "",
        "sections[0].anchor : une ancre n’est ni vide, ni avec espace, « # » ou « ~ »",
    ),
    (
        ("sections", 0),
        "anchor",
        "a~2",
        "sections[0].anchor : une ancre n’est ni vide, ni avec espace, « # » ou « ~ »",
    ),
    (("sections", 0), "entry", {"ref": "A"}, "sections[0].entry.revised_on : cette donnée manque"),
    (BLOCKS, 0, [], "sections[0].blocks[0] : il faut un objet"),
    (
        (*BLOCKS, 0),
        "type",
        "image",
        f"sections[0].blocks[0].type : bloc inconnu, il faut l’un de {', '.join(BLOCK_TYPES)}",
    ),
    ((*BLOCKS, 0), "text", "mot", "sections[0].blocks[0].text : il faut une liste"),
    (RUN, "text", 3, "sections[0].blocks[0].text[0].text : il faut un texte"),
    (RUN, "strong", 1, "sections[0].blocks[0].text[0].strong : il faut vrai ou faux"),
    (
        RUN,
        "href",
        "javascript:alert(1)",
        "sections[0].blocks[0].text[0].href : un lien commence par http://, https://, mailto: ou #",
    ),
    (RUN, "href", "#rien", "sections[0].blocks[0].text[0].href : l’ancre « rien » ne mène à aucune section"),
    ((*BLOCKS, 1), "facts", [], "sections[0].blocks[1].facts : la liste est vide"),
    (
        (*BLOCKS, 2),
        "kind",
        "rouge",
        "sections[0].blocks[2].kind : « rouge » n’est pas l’un de info, attention",
    ),
    (LIST, "items", [], "sections[2].blocks[1].items : la liste est vide"),
    (TABLE, "columns", [], "sections[1].blocks[1].columns : un tableau a au moins une colonne"),
    (
        TABLE,
        "columns",
        [{"label": "a"}] * 13,
        "sections[1].blocks[1].columns : 13 colonnes : une page n’en porte que 12",
    ),
    (
        (*TABLE, "columns", 0),
        "weight",
        0,
        "sections[1].blocks[1].columns[0].weight : un poids est un entier d’au moins 1",
    ),
    ((*TABLE, "rows"), 2, [[]], "sections[1].blocks[1].rows[2] : 1 cellules pour 3 colonnes"),
    (TRACE, "rows", [], "sections[6].blocks[1].rows : la liste est vide"),
    (
        (*TRACE, "rows", 0),
        "anchor",
        "rien",
        "sections[6].blocks[1].rows[0].anchor : l’ancre « rien » ne mène à aucune section",
    ),
    (
        (*TRACE, "rows", 0),
        "state",
        "conforme",
        "sections[6].blocks[1].rows[0].state : « conforme » n’est pas l’un de answered, incomplete, absent",
    ),
]


@pytest.mark.parametrize(("path", "key", "value", "message"), REFUSALS)
def test_what_is_wrong_is_refused_with_its_place(path, key, value, message):
    data = json.loads(to_json(build.small_commune()))
    from_json(json.dumps(data))  # it could be read before
    at(data, *path)[key] = value
    with pytest.raises(DocumentError) as refusal:
        from_json(json.dumps(data))
    assert str(refusal.value).replace("\u00a0", " ").replace("\u202f", " ") == message


@pytest.mark.parametrize("key", ["reference", "sections", "coverage", "changed_on"])
def test_a_missing_key_is_named(key):
    data = json.loads(to_json(build.small_commune()))
    del data[key]
    with pytest.raises(DocumentError, match=f"^{key}\u00a0: cette donnée manque$"):
        from_json(json.dumps(data))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "ce n’est pas du JSON (ligne 1, colonne 1)"),
        ("{", "ce n’est pas du JSON (ligne 1, colonne 2)"),
        ("[]", "le document doit être un objet JSON"),
        (
            '{"title": "a", "title": "b"}',
            "la clé «\u202ftitle\u202f» est écrite deux fois dans le même objet",
        ),
        ('{"a": NaN}', "«\u202fNaN\u202f» n’est pas une valeur permise"),
        ("[" * 100_000, "les niveaux imbriqués sont trop nombreux"),
        ('{"a": ' + "9" * 10_000 + "}", "un nombre du JSON est trop long pour être lu"),
    ],
)
def test_what_is_no_document_is_refused(text, message):
    with pytest.raises(DocumentError) as refusal:
        from_json(text)
    assert str(refusal.value) == message


def nested(levels):
    """JSON data of a document whose sections nest."""
    data = json.loads(to_json(replace(build.small_commune(), sections=())))
    section = {"anchor": "a1", "title": "Fond"}
    for level in range(2, levels + 1):
        section = {"anchor": f"a{level}", "title": "Niveau", "sections": [section]}
    return json.dumps({**data, "sections": [section]})


def test_sections_nest_as_deep_as_headings():
    assert from_json(nested(6)).sections[0].anchor == "a6"
    with pytest.raises(DocumentError, match="plus de 6 niveaux de sections"):
        from_json(nested(7))


@pytest.mark.parametrize("levels", [200, 450])
def test_absurd_nesting_is_refused_not_crashed_on(levels):
    with pytest.raises(DocumentError, match="niveaux"):
        from_json(nested(levels))


@pytest.mark.parametrize(
    "href",
    ["https://exemple.invalid/é?a=(1)", "http://exemple.invalid", "mailto:a@exemple.invalid", "#sources"],
)
def test_links_to_the_web_to_mail_and_to_sections_are_accepted(href):
    data = json.loads(to_json(build.small_commune()))
    at(data, *RUN)["href"] = href
    assert from_json(json.dumps(data)).sections[0].blocks[0].text[0] == Run(at(data, *RUN)["text"], href=href)
