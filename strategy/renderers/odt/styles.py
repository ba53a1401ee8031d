"""The looks of the text: named styles, so that a reader changes them all at once; A4, with a header and a footer."""

import re
from xml.sax.saxutils import escape, quoteattr

from strategy.document.model import Document
from strategy.document.versioning import status_words
from strategy.renderers.odt.elements import one_line
from strategy.renderers.odt.tables import COLUMN, PAGE
from strategy.renderers.wording import DEMONSTRATION

_ACCENT = "#0c5a4a"
_SIZES = (18, 14, 12, 11, 10.5, 10.5)
_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
)


def styles_xml(document: Document) -> bytes:
    """The part `styles.xml`, whole."""
    language, _, country = document.language.partition("-")
    names = one_line(", ".join(body.name for body in document.bodies[:1]))
    running = " — ".join(text for text in (names, one_line(document.title), status_words(document)) if text)
    said = f"{DEMONSTRATION} — " if document.demonstration else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles {_SPACES} office:version="1.3">
<office:font-face-decls><style:font-face style:name="Texte" svg:font-family="'Source Sans 3', 'Source Sans Pro', \
'Liberation Sans', Arial" style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="no-limit" \
style:writing-mode="page"/><style:text-properties style:font-name="Texte" fo:font-size="10.5pt" \
fo:language="{language}" fo:country="{country or "none"}"/></style:default-style>
<style:default-style style:family="table"/>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
{"".join(_paragraphs())}
{"".join(_headings())}
<style:style style:name="Fort" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Accent" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Lien" style:family="text"><style:text-properties fo:color="{_ACCENT}" \
style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/>\
</style:style>
<style:style style:name="Image" style:family="graphic"><style:graphic-properties text:anchor-type="as-char" \
style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>
{_list("Puces", '<text:list-level-style-bullet text:level="1" text:bullet-char="•">', "bullet")}
{_list("Numéros", '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">', "number")}
<text:outline-style style:name="Outline">{"".join(_outline())}</text:outline-style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" \
fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"/>\
<style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.5cm"/>\
</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm" \
fo:margin-top="0.5cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">\
<style:header><text:p text:style-name="Header">{escape(running)}</text:p></style:header>\
<style:footer><text:p text:style-name="Header">{escape(said)}page <text:page-number \
text:select-page="current">1</text:page-number> / <text:page-count>1</text:page-count></text:p></style:footer>\
</style:master-page></office:master-styles>
</office:document-styles>
""".encode()


def automatic_styles(content: str) -> str:
    """The styles of a heading that begins a page, of tables and of the columns of `content`, for `content.xml`."""
    widths = sorted(set(map(int, re.findall(rf'"{COLUMN}(\d+)"', content))))
    columns = "".join(
        f'<style:style style:name="{COLUMN}{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}mm"/></style:style>'
        for width in widths
    )
    return (
        '<style:style style:name="Page" style:family="paragraph" style:parent-style-name="Heading_20_1">'
        '<style:paragraph-properties fo:break-before="page"/></style:style>'
        '<style:style style:name="Tableau" style:family="table"><style:table-properties '
        f'style:width="{PAGE}mm" table:align="margins" style:may-break-between-rows="true"/></style:style>'
        f"{columns}"
        '<style:style style:name="Ligne" style:family="table-row"><style:table-row-properties '
        'fo:keep-together="always"/></style:style>'
        '<style:style style:name="Case" style:family="table-cell"><style:table-cell-properties '
        'fo:padding="0.1cm" fo:border-bottom="0.5pt solid #999999"/></style:style>'
    )


def _paragraphs() -> list[str]:
    bold = 'fo:font-weight="bold"'
    box = 'fo:padding="0.2cm" fo:margin-top="0.2cm" fo:margin-bottom="0.2cm" fo:border-left="3pt solid '
    return [
        _style("Text_20_body", 'fo:margin-top="0.1cm" fo:margin-bottom="0.2cm"', shown="Text body"),
        _style("Title", 'fo:margin-bottom="0.4cm"', f'fo:font-size="24pt" fo:color="{_ACCENT}"'),
        _style("Subtitle", 'fo:margin-bottom="0.1cm"', f'fo:font-size="18pt" {bold}'),
        _style("État", 'fo:margin-top="0.6cm"', f'fo:font-size="14pt" {bold} fo:color="{_ACCENT}"'),
        _style("Attaché", 'fo:margin-top="0.4cm" fo:keep-with-next="always"', bold),
        _style("Liste", 'fo:margin-bottom="0.05cm"'),
        _style("Caption", 'fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"', bold),
        _style("Encadré", f'{box}{_ACCENT}"'),
        _style("Attention", f'{box}#b35c00"'),
        _style("Table_20_Contents", shown="Table Contents"),
        _style("Chiffres", 'fo:text-align="end"'),
        _style("Table_20_Heading", "", bold, "Table Heading"),
        _style("Titre_20_de_20_chiffres", 'fo:text-align="end"', bold, "Titre de chiffres"),
        _style("Titre_20_de_20_ligne", "", bold, "Titre de ligne"),
        _style("Note", 'fo:margin-bottom="0.2cm" fo:keep-with-next="always"', 'fo:font-size="9pt"'),
        _style("Espace", "", 'fo:font-size="6pt"'),
        _style("Header", "", 'fo:font-size="9pt"'),
        _style("Sommaire", 'fo:margin-top="0.6cm"', f'fo:font-size="18pt" {bold} fo:color="{_ACCENT}"'),
        *(_style(f"Sommaire{level}", f'fo:margin-left="{(level - 1) * 0.6:.1f}cm"') for level in (1, 2, 3)),
    ]


def _headings() -> list[str]:
    return [
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" '
        'style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Text_20_body" '
        f'style:default-outline-level="{level}" style:class="text"><style:paragraph-properties '
        'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties '
        f'fo:font-size="{size}pt" fo:font-weight="bold" fo:color="{_ACCENT}"/></style:style>'
        for level, size in enumerate(_SIZES, start=1)
    ]


def _outline() -> list[str]:
    return [
        f'<text:outline-level-style text:level="{level}" style:num-format=""/>'
        for level in range(1, len(_SIZES) + 1)
    ]


def _style(name: str, paragraph: str = "", text: str = "", shown: str = "") -> str:
    display = f" style:display-name={quoteattr(shown)}" if shown else ""
    return (
        f'<style:style style:name="{name}"{display} style:family="paragraph" style:parent-style-name="Standard" '
        f'style:class="text"><style:paragraph-properties {paragraph}/><style:text-properties {text}/></style:style>'
    )


def _list(name: str, opening: str, kind: str) -> str:
    return (
        f'<text:list-style style:name="{name}">{opening}<style:list-level-properties '
        'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment '
        'text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="0.6cm"/>'
        f"</style:list-level-properties></text:list-level-style-{kind}></text:list-style>"
    )
