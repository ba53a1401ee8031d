"""Words pasted from a word processor in the rich text of a page: the words stay, what dresses them goes."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from reen.models import PlainPage
from tests.journeys.conftest import Demo, Site
from tests.journeys.walk import press, sign_in

PASTE = """(editor, html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  editor.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
}"""
POSTED = """word => [...document.querySelectorAll("[name^=body-][name$=-value]")]
  .some(input => input.value.includes(`"text":"${word}`))"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style><!-- p.MsoNormal {margin: 0cm} --></style></head><body lang=FR
><!--StartFragment--><h1 style='mso-outline-level:1'>Un titre<o:p></o:p></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span style='color:red'>Gras</span></b> et <s>barré</s>
<a href="https://exemple.invalid/x">lien</a></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·
</span><![endif]>Premier point<o:p></o:p></p><img src="file:///C:/x.png"><!--EndFragment--></body></html>"""
LIBREOFFICE = """<meta name="generator" content="LibreOffice 24.2 (Linux)"/><style>p {color: #000}</style>
<p style="margin: 0cm"><font face="Liberation Serif"><i>Deux mots</i></font> penché</p><ol><li><p>Un</p></li></ol>"""


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("pasted", "first", "kept"),
    [
        (
            WORD,
            "Un titre",
            "<p>Un titre</p><p><b>Gras</b> et barré <a>lien</a></p><ul><li>Premier point</li></ul>",
        ),
        (LIBREOFFICE, "Deux mots", "<p><i>Deux mots</i> penché</p><ol><li>Un</li></ol>"),
    ],
    ids=["Word", "LibreOffice"],
)
def test_words_stay_and_their_dress_goes(
    content: None, open_page: Callable[..., Page], site: Site, demo: Demo, pasted: str, first: str, kept: str
):
    edited = PlainPage.objects.earliest("pk")
    page = open_page()
    sign_in(page, *demo.accounts["editor"])
    page.goto(f"/admin/pages/{edited.pk}/edit/")
    editor = page.locator(".public-DraftEditor-content").first
    editor.click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    editor.evaluate(PASTE, pasted)
    page.wait_for_function(POSTED, arg=first)
    press(page, "Enregistrer le brouillon")
    draft = f"PlainPage.objects.get(pk={edited.pk}).get_latest_revision_as_object()"
    html = shell(site, f"print(next(b.value.source for b in {draft}.body if b.block_type == 'text'))")
    assert re.sub(r"(<\w+) [^>]*>", r"\1>", html) == kept


def shell(site: Site, code: str) -> str:
    """What a line of Python prints on the site."""
    return site.manage(
        "shell", "--verbosity", "0", "--command", f"from reen.models import PlainPage; {code}"
    ).strip()
