#!/usr/bin/env python3
"""Computes again every figure that a strategy prints, from the data it carries; needs Python and nothing else.

`python3 recompute.py FILE` takes the JSON of a document, or a PDF that carries one. It prints a line for each figure
that is not what the data give, or that no rule explains, then how many were checked; exit 0 only when all are right,
2 for a file that carries no data.
"""

import json
import re
import sys
import zlib
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

ZERO = Decimal(0)
DROPPED = "abandonnee"
MONEY = {
    "Investissement": "investment",
    "Fonctionnement": "running",
    "Sans détail": "unspread",
    "Total": "cost",
    "Financement attendu": "funding",
    "ETP": "fte",
}


def main(path):
    """Checks a file and tells."""
    try:
        check = Check(load(Path(path).read_bytes()))
    except (OSError, ValueError, zlib.error) as error:
        print(f"{path}: {error}", file=sys.stderr)
        return 2
    check.all()
    for place, printed, computed in check.wrong:
        print(f"{place}: printed {printed!r}, computed {computed!r}")
    print(f"{check.right} figures are what the data give, {len(check.wrong)} are not.")
    return 1 if check.wrong else 0


def load(content):
    """The document: the file itself, or the last JSON attached to a PDF. Raises ValueError when it carries no data."""
    if content.startswith(b"%PDF"):
        heads = list(re.finditer(rb"/EmbeddedFile(?!s).*?stream\r?\n", content, re.DOTALL))
        content = zlib.decompressobj().decompress(content[heads[-1].end() :]) if heads else b"null"
    document = json.loads(content)
    if not isinstance(document, dict) or "record" not in document:
        raise ValueError("no data to compute from; only a whole strategy carries any")
    return document


def words(text):
    """A text without its looks."""
    return "".join(run["text"] for run in text)


def figure(text):
    """« 1 250,50 € » as a number; None for a dash, or for what is no figure."""
    found = re.match(r"[−-]?[\d\u202f\u00a0]*\d(,\d+)?", text)
    told = re.sub(r"[\u202f\u00a0]", "", found[0]) if found else ""
    return Decimal(told.replace(",", ".").replace("−", "-")) if told else None


def number(value):
    """An amount of the data."""
    return None if value is None else Decimal(str(value))


def total(values):
    """The sum of what is known; None when nothing is."""
    known = [value for value in values if value is not None]
    return sum(known, ZERO) if known else None


def spread(choice):
    """Of an action, its amounts by year; None is the year of what nobody spread."""
    lines = {}
    for line in choice.get("years", ()):
        given = {name: number(line.get(name)) for name in ("investment", "running", "funding", "fte")}
        lines[str(line["year"])] = {**given, "unspread": None}
    if all(total((line["investment"], line["running"])) is None for line in lines.values()):
        lines["Sans année"] = {"unspread": number(choice.get("budget"))}
    for line in lines.values():
        line["cost"] = total(line.get(name) for name in ("investment", "running", "unspread"))
    return {year: line for year, line in lines.items() if any(value is not None for value in line.values())}


def two_figures(value):
    """With two significant figures."""
    return value.quantize(Decimal(1).scaleb(value.adjusted() - 1), ROUND_HALF_UP) + ZERO if value else ZERO


def mass(kilograms):
    """The figure and the unit that are read."""
    value = two_figures(kilograms)
    return (value / 1000, "t") if value >= 1000 else (value, "kg")


class Check:
    """A document, and what was found of its figures."""

    def __init__(self, document):
        self.document, self.record = document, document["record"]
        self.right, self.wrong = 0, []
        self.choices = {row["key"]: row for row in self.record.get("choices", ())}
        self.counted = {key: spread(row) for key, row in self.choices.items() if row.get("status") != DROPPED}

    def same(self, place, printed, computed):
        """One figure."""
        if printed == computed:
            self.right += 1
        else:
            self.wrong.append((place, str(printed), str(computed)))

    def all(self):
        """Every section, then what sums up the whole document."""
        for section in self.document["sections"]:
            self.section(section)
        states = [row["state"] for block in self.blocks("trace") for row in block["rows"]]
        for state in ("answered", "incomplete", "absent"):
            self.same(f"coverage {state}", self.document["coverage"][state], states.count(state))

    def blocks(self, kind):
        """Every block of a kind."""
        waiting = list(self.document["sections"])
        while waiting:
            section = waiting.pop()
            waiting += section.get("sections", ())
            yield from (block for block in section.get("blocks", ()) if block["type"] == kind)

    def section(self, section):
        """One section and those inside."""
        anchor = section["anchor"]
        if anchor == "changements":  # compares with another document, which this one does not carry
            return
        for block in section.get("blocks", ()):
            self.block(anchor, block)
        for inner in section.get("sections", ()):
            self.section(inner)

    def block(self, anchor, block):
        """The figures of one block."""
        match block["type"]:
            case "table":
                self.table(anchor, block)
            case "chart":
                self.table(anchor, block["data"])
                self.chart(anchor, block)
            case "facts":
                self.facts(anchor, {fact["label"]: words(fact["text"]) for fact in block["facts"]})
            case "paragraph":
                self.sentence(anchor, words(block["text"]))

    def table(self, anchor, table):
        """A table of figures; those of words only hold none."""
        caption, heads = table["caption"], [column["label"] for column in table["columns"]]
        rows = [[words(cell) for cell in row] for row in table["rows"]]
        links = [(row[0][0].get("href") or "") if row[0] else "" for row in table["rows"]]
        if caption.startswith("Montants prévus par action"):
            self.by_action(caption, heads, rows, links)
        elif caption.startswith("Montants prévus"):
            self.sums(anchor, caption, heads, rows, links)
        elif caption.startswith("Empreinte annuelle"):
            self.footprint(rows)
        elif caption.startswith("Valeurs par année"):
            self.values(anchor, heads, rows)
        elif caption == "Indicateurs suivis":
            self.indicators(rows, links)
        elif any(column.get("numeric") for column in table["columns"]):
            self.wrong.append((caption, "figures", "no rule explains them"))

    def sums(self, anchor, caption, heads, rows, links):
        """Sums by year or by theme, of one action or of all."""
        one = anchor.startswith("action-")
        told = {"": spread(self.choices[int(anchor[7:])])} if one else self.counted
        for row, link in zip(rows, links, strict=True):
            lines = [line for key, years in told.items() for line in self.lines(row[0], link, key, years)]
            for head, cell in zip(heads[1:], row[1:], strict=True):
                computed = total(line.get(MONEY[head]) for line in lines)
                self.same(f"{caption}, {row[0]}, {head}", figure(cell), computed)

    def lines(self, name, link, key, years):
        """The lines of an action that a row adds up: a year, a theme, or all of them."""
        if link.startswith("#theme-"):
            return years.values() if key in self.theme(link[1:]) else ()
        return years.values() if name == "Total" else [line for year, line in years.items() if year == name]

    def theme(self, anchor):
        """The numbers of the actions of a theme, as the document groups them."""
        (actions,) = [one for one in self.document["sections"] if one["anchor"] == "actions"]
        (theme,) = [one for one in actions["sections"] if one["anchor"] == anchor]
        return {int(one["anchor"][7:]) for one in theme["sections"]}

    def by_action(self, caption, heads, rows, links):
        """An action a row, a year a column."""
        years = [head for head in heads[1:] if head != "Total"]
        shown = [int(link[8:]) for link in links if link]
        for row, link in zip(rows, links, strict=True):
            keys = [int(link[8:])] if link else shown
            for head, cell in zip(heads[1:], row[1:], strict=True):
                wanted = years if head == "Total" else [head]
                costs = (self.counted[key].get(year, {}).get("cost") for key in keys for year in wanted)
                self.same(f"{caption}, {row[0]}, {head}", figure(cell), total(costs))

    def facts(self, anchor, told):
        """What a card says of its row."""
        kind, _, key = anchor.partition("-")
        if not key.isdigit():
            return
        if kind == "action":
            cost = total(line["cost"] for line in spread(self.choices[int(key)]).values())
            self.same(f"{anchor}, Budget prévu", figure(told["Budget prévu"]), cost)
        names = {"objectif": "objectives", "indicateur": "indicators"}
        if kind in names:
            (row,) = [one for one in self.record[names[kind]] if one["key"] == int(key)]
            for label, end in (("Départ", "baseline"), ("Cible", "target")):
                self.measure(f"{anchor}, {label}", told[label], row, number(row.get(f"{end}_value")))

    def measure(self, place, cell, row, value):
        """A value with its unit, « oui » or « non » for what has none."""
        if row.get("unit") == "oui/non" and value is not None:
            self.same(place, cell[:3], "oui" if value else "non")
        elif value is not None:
            self.same(place, figure(cell), value)

    def indicators(self, rows, links):
        """The table of all indicators."""
        known = {row["key"]: row for row in self.record["indicators"]}
        for (title, start, target, year), link in zip(rows, links, strict=True):
            row = known[int(link.removeprefix("#indicateur-"))]
            self.measure(f"{title}, Départ", start, row, number(row.get("baseline_value")))
            self.measure(f"{title}, Cible", target, row, number(row.get("target_value")))
            self.same(f"{title}, Échéance", figure(year), number(row.get("target_year")))

    def paths(self, anchor):
        """What an indicator aims at and what was measured, by year."""
        row = {one["key"]: one for one in self.record["indicators"]}[int(anchor.removeprefix("indicateur-"))]
        start, target = {}, {}
        if row.get("baseline_value") is not None and row.get("baseline_date"):
            start = {int(row["baseline_date"][:4]): number(row["baseline_value"])}
        if row.get("target_value") is not None and row.get("target_year"):
            target = {row["target_year"]: number(row["target_value"])}
        paths = {"Valeur attendue": start | target, "Valeur mesurée": dict(start)}
        for line in row.get("years", ()):
            for label, name in (("Valeur attendue", "expected"), ("Valeur mesurée", "measured")):
                if line.get(name) is not None:
                    paths[label][line["year"]] = number(line[name])
        return row, paths

    def values(self, anchor, heads, rows):
        """The values of an indicator, a year a row."""
        row, paths = self.paths(anchor)
        for year, *cells in rows:
            for head, cell in zip(heads[1:], cells, strict=True):
                value = paths[head].get(int(year))
                if value is None:
                    self.same(f"{anchor}, {year}, {head}", figure(cell), None)
                self.measure(f"{anchor}, {year}, {head}", cell, row, value)

    def chart(self, anchor, chart):
        """The points that are drawn."""
        if anchor.startswith("indicateur-"):
            _, paths = self.paths(anchor)
            for series in chart["series"]:
                drawn = {int(point["at"]): Decimal(point["value"]) for point in series["points"]}
                self.same(f"{anchor}, {series['label']}", drawn, paths[series["label"]])
        else:
            for point in chart["series"][0]["points"]:
                computed = mass(self.masses[point["at"]])[0]
                self.same(f"{anchor}, {point['at']}", figure(point["words"]), computed)

    def equipment(self):
        """By label, what each type weighs in a year: manufacture and use, each a value with its bounds."""
        told = self.record["organisation"]
        own, place = told.get("electricity_own"), told.get("pue_own")
        electricity = number(own["value"] if own else told.get("published_electricity"))
        pue = number(place["value"] if place else told.get("published_pue") or 1)
        found = {}
        for line in told.get("equipment", ()):
            known = line.get("published", {})
            making, use = (bounds(line.get(name), known.get(name, {})) for name in ("making", "consumption"))
            years = number(line.get("lifetime") or known.get("lifetime"))
            kilowatt = ZERO if use is not None and not use[2] else electricity
            if not years or None in (making, use, kilowatt):
                continue
            spared = min(number(line.get("avoided", known.get("avoided"))) or ZERO, making[0] / years)
            fresh, second = line["number"] - line.get("refurbished", 0), line.get("refurbished", 0)
            each = kilowatt * (pue if known.get("server_room") else 1)
            found[line["label"]] = (
                line,
                [fresh * one / years + second * max(ZERO, one / years - spared) for one in making],
                [line["number"] * one * each for one in use],
                years,
            )
        return found

    @property
    def masses(self):
        """By label, the kilograms a year."""
        return {label: making[0] + use[0] for label, (_, making, use, _) in self.equipment().items()}

    def footprint(self, rows):
        """A type of equipment a row."""
        known = self.equipment()
        for label, count, years, made, used, whole, spread_words in rows:
            line, making, use, lasting = known[label]
            sums = [one + other for one, other in zip(making, use, strict=True)]
            self.same(f"{label}, Nombre", figure(count), line["number"])
            self.same(f"{label}, Durée", figure(years), lasting)
            parts = (("Fabrication", made, making[0]), ("Usage", used, use[0]), ("Total", whole, sums[0]))
            for name, cell, value in parts:
                self.same(f"{label}, {name}", (figure(cell), cell.split()[1]), mass(value))
            self.spread(f"{label}, Plage", spread_words, sums)

    def spread(self, place, text, sums):
        """« de 23 à 61 t CO₂e »."""
        found = [figure(part) for part in re.findall(r"(?:de|à) ([\d\u202f,]+)", text)]
        self.same(place, found, [] if sums[1] == sums[2] else [mass(sums[1])[0], mass(sums[2])[0]])

    def sentence(self, anchor, text):
        """The figures that sentences of the document sum up."""
        if anchor == "moyens" and (found := re.match(r"Total des budgets indiqués\W+(.*€)", text)):
            costs = (line["cost"] for years in self.counted.values() for line in years.values())
            self.same("Total des budgets indiqués", figure(found[1]), total(costs))
        if anchor == "essentiel":
            self.essentials(text)
        reviewed = re.match(r"Il reprend l’avancement de (\d+)\D+(\d+)", text)
        if anchor == "bilan-annuel" and reviewed:
            counts = (len(self.choices), len(self.record.get("indicators", ())))
            self.same("Bilan annuel", (int(reviewed[1]), int(reviewed[2])), counts)
        if anchor == "impact-organisation" and text.startswith("Ordre de grandeur"):
            self.organisation(text)
        if anchor == "impact-territoire" and text.startswith("Ordre de grandeur"):
            self.territory(text)
        if anchor == "impact-territoire" and text.startswith("La plage publiée"):
            whole = self.inhabitants()
            known = self.record["territory"]["published"]
            ends = [whole * number(known[end]) for end in ("low", "high")]
            self.spread("Plage du territoire", text.split("\u00a0:")[-1], [whole, *ends])

    def essentials(self, text):
        """What the page of the elected members counts, question by question."""
        costs = [line for years in self.counted.values() for line in years.values()]
        statuses = [row.get("status") for row in self.choices.values()]
        roles = [body["role"] for body in self.record["bodies"]]
        for pattern, computed in (
            (r"Quoi\..* par (\d+)\u00a0objectif", len(self.record.get("objectives", ()))),
            (r"Quoi\..* (?:par|et) (\d+)\u00a0action", len(self.choices)),
            (r"Quoi\..* dont (\d+)\u00a0abandonnée", statuses.count(DROPPED)),
            (r"Qui\..* avec (\d+)\u00a0communes? associée", roles.count("associee")),
            (r"Combien\. ([\d\u202f,]+)\u00a0€ prévus", total(line["cost"] for line in costs)),
            (r"Combien\..* ([\d\u202f,]+)\u00a0€ de fin", total(line.get("funding") for line in costs)),
            (r"Combien\..* Travail prévu\W+([\d,]+)", total(line.get("fte") for line in costs)),
            (r"Quand\..* (\d+)\u00a0actions? en cours", statuses.count("en-cours")),
            (r"Quand\..* (\d+)\u00a0actions? réalisée", statuses.count("realisee")),
        ):
            if found := re.match(pattern, text):
                self.same(f"L’essentiel, {pattern}", figure(found[1]), computed)

    def organisation(self, text):
        """The total of the equipment."""
        known = self.equipment().values()
        sums = [sum((making[end] + use[end] for _, making, use, _ in known), ZERO) for end in range(3)]
        made = sum((making[0] for _, making, _, _ in known), ZERO)
        pattern = r"Ordre de grandeur\W+([\d\u202f,]+)\u00a0(\w+)[^(]*\(([^)]*)\).*? en fait (\d+)"
        found = re.match(pattern, text)
        self.same("Empreinte, total", (figure(found[1]), found[2]), mass(sums[0]))
        self.spread("Empreinte, plage", found[3], sums)
        percent = (100 * made / sums[0]).quantize(Decimal(1), ROUND_HALF_UP)
        self.same("Empreinte, fabrication", Decimal(found[4]), percent)

    def inhabitants(self):
        """Who is counted."""
        told = self.record["territory"]
        return number(told["population"] if told.get("population") is not None else told["official"])

    def territory(self, text):
        """Inhabitants × a figure per inhabitant."""
        told = self.record["territory"]
        each = number((told.get("own") or told["published"])["value"])
        pattern = r"Ordre de grandeur\W+([\d\u202f,]+)\u00a0(\w+).* soit ([\d\u202f]+)\D+([\d\u202f,]+)"
        found = re.match(pattern, text)
        self.same("Territoire, total", (figure(found[1]), found[2]), mass(self.inhabitants() * each))
        self.same("Territoire, calcul", (figure(found[3]), figure(found[4])), (self.inhabitants(), each))


def bounds(own, published):
    """A value and its range; one's own has none, unless it picks one where the sources settle none."""
    value, low, high = (number(published.get(name)) for name in ("value", "low", "high"))
    chosen = value if own is None else number(own)
    if chosen is None:
        return None
    if low is None or high is None or (own is not None and value is not None):
        return [chosen] * 3
    return [chosen, min(chosen, low), max(chosen, high)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
