"""Rich text keeps what a document can print; anything else that is pasted or posted goes."""

import json

import pytest
from wagtail import blocks
from wagtail.admin.rich_text import get_rich_text_editor_widget

from reen.blocks import BodyBlock


def saved(contentstate: dict) -> str:
    """The HTML kept of what the editor posts."""
    widget = get_rich_text_editor_widget()
    return widget.value_from_datadict({"text": json.dumps(contentstate)}, {}, "text")


def block(
    text: str, *, kind: str = "unstyled", styles: list | None = None, entities: list | None = None
) -> dict:
    return {
        "key": "abcde",
        "text": text,
        "type": kind,
        "depth": 0,
        "inlineStyleRanges": styles or [],
        "entityRanges": entities or [],
    }


def test_every_rich_text_has_the_features_of_the_settings():
    assert isinstance(BodyBlock().child_blocks["text"], blocks.RichTextBlock)
    assert get_rich_text_editor_widget().features == ["bold", "italic", "link", "ol", "ul"]


def test_inputs_of_running_text_are_named_where_wagtail_draws_no_label():
    heading, text = (BodyBlock().child_blocks[name].field.widget for name in ("heading", "text"))
    assert (heading.attrs["aria-label"], text.options["ariaLabel"]) == ("intertitre", "texte")


@pytest.mark.parametrize(
    ("posted", "kept"),
    [
        (block("gras", styles=[{"style": "BOLD", "offset": 0, "length": 4}]), "<b>gras</b>"),
        (block("point", kind="unordered-list-item"), '<li data-block-key="abcde">point</li>'),
        (block("barré", styles=[{"style": "STRIKETHROUGH", "offset": 0, "length": 5}]), ">barré<"),
        (block("titre", kind="header-one"), ""),  # the editor itself pastes it as a paragraph
    ],
)
def test_what_a_document_can_print_is_kept_and_the_rest_becomes_plain(posted, kept):
    html = saved({"blocks": [posted], "entityMap": {}})
    assert kept in html
    assert not any(tag in html for tag in ("<s>", "<del", "<h1", "<pre", "<code", "style=", "class="))


def test_pictures_and_videos_go():
    entities = [{"key": 0, "offset": 0, "length": 1}]
    entity = {"type": "IMAGE", "mutability": "IMMUTABLE", "data": {"id": 1, "src": "/x.png"}}
    html = saved({"blocks": [block(" ", kind="atomic", entities=entities)], "entityMap": {"0": entity}})
    assert "<embed" not in html
    assert "<img" not in html
