"""report.pdf as readers, printers and screen readers see it."""

import re
import unicodedata
import uuid
import xml.etree.ElementTree

import pytest

from ordering import hostile, order, poc, pocs, rendered, tool
from pdf_objects import STANDARD, Pdf, unmarked

CASES = {"none": pocs(0), "one": pocs(1), "many": pocs(400), "hostile": hostile()}


@pytest.fixture(scope="module", params=CASES)
def made(request, tmp_path_factory):
    of = CASES[request.param]
    return of, rendered(order(of), tmp_path_factory.mktemp(request.param))


def letters(text: str) -> str:
    """What can be compared: no white space, no control or format characters."""
    return "".join(one for one in unicodedata.normalize("NFKC", text) if not one.isspace()
                   and unicodedata.category(one) not in ("Cf", "Cc", "Cn"))


def unescaped(found: re.Match) -> bytes:
    control, octal, other = found.groups()
    return {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b",
            b"f": b"\f"}[control] if control else bytes([int(octal, 8)]) if octal else other


def test_is_sound(made):
    assert "No syntax or stream encoding errors found" in tool("qpdf", "--check", made[1])


def test_tells_what_it_is(made):
    told = tool("pdfinfo", made[1])
    for line in (r"Tagged:\s+yes", r"Title:\s+Meu ano de experimentos", r"Author:\s+Ana Souza"):
        assert re.search(line, told)
    pdf = Pdf(made[1])
    assert pdf.catalog["/Lang"] == "u:pt-BR" and pdf.catalog["/MarkInfo"]["/Marked"]
    assert pdf.catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert int(re.search(r"Pages:\s+(\d+)", told)[1]) == len(pdf.pages)


def test_says_that_it_is_pdf_ua_and_its_title_twice_alike(made):
    told = tool("pdfinfo", "-meta", made[1])
    meta = xml.etree.ElementTree.fromstring(told[told.index("<x:xmpmeta"):told.index("</x:xmpmeta>") + len("</x:xmpmeta>")])
    part = [one.text for one in meta.iter("{http://www.aiim.org/pdfua/ns/id/}part")]
    title = [one.text for one in meta.iter("{http://purl.org/dc/elements/1.1/}title") for one in one.iter() if one.text]
    assert part == ["1"] and title == ["Meu ano de experimentos"]
    pdf = Pdf(made[1])
    assert all(pdf.get(page).get("/Tabs") == "/S" for page in pdf.pages)


def test_uses_no_glyph_that_stands_for_a_missing_letter(made):
    """PDF/UA-1, 7.21.8."""
    pdf = Pdf(made[1])
    for page in pdf.pages:
        fonts = pdf.get(pdf.get(pdf.get(page)["/Resources"])["/Font"])
        font = None
        for name, text in re.findall(rb"/(\S+) [\d.]+ Tf|\(((?:[^()\\]|\\.)*)\)", pdf.content(page), re.DOTALL):
            if name:
                font = pdf.get(fonts["/" + name.decode()])
            elif font["/Subtype"] == "/Type0":
                codes = re.sub(rb"\\(?:([nrtbf])|([0-7]{1,3})|(.))", unescaped, text, flags=re.DOTALL)
                assert b"\0\0" not in [codes[at:at + 2] for at in range(0, len(codes), 2)]


@pytest.mark.parametrize(("locale", "words"), [("pt-BR", "privada"), ("en", "private")])
def test_marks_the_private_ones(tmp_path, locale, words):
    of = [one | {"name": f"poc-{number}-{'open' if one['isPublic'] else 'own'}"} for number, one in enumerate(pocs(24))]
    text = tool("pdftotext", "-layout", rendered(order(of, person={"locale": locale}, groupBy=[]), tmp_path), "-")
    assert text.count(words) == sum(not one["isPublic"] for one in of) == len(re.findall(rf"poc-\d+-own[^\n]*\n[^\n]*{words}", text))


@pytest.mark.parametrize("locale", ["pt-BR", "en"])
def test_counts_one_in_the_singular(tmp_path, locale):
    one = pocs(1)[0] | {"language": "Go", "tags": ["solo"]}
    text = tool("pdftotext", "-layout", "-l", 1, rendered(order([one], person={"locale": locale}), tmp_path), "-")
    words = ["POC", "linguagem", "tag", "dia ativo"] if locale == "pt-BR" else ["POC", "language", "tag", "active day"]
    for word in words:
        assert re.search(rf"1\s*{word}\b", text), (word, text)


@pytest.mark.parametrize("count", range(25, 75))
def test_begins_no_page_for_a_row_or_two(tmp_path, count):
    of = [poc(0, name=f"row-{number:02}", description=None, tags=["t"], frameworks=[], isPublic=True, createdAt="2025-03-05T12:00:00Z",
              updatedAt="2025-03-05T12:00:00Z", pocId=str(uuid.UUID(int=number + 1))) for number in range(count)]
    pages = tool("pdftotext", "-layout", rendered(order(of, groupBy=[]), tmp_path), "-").split("\f")[:-1]
    rows = [len(re.findall(r"row-\d\d", page)) for page in pages]
    assert sum(rows) == count and all(on_page > 2 for on_page in rows if on_page), rows


def test_embeds_every_font_as_a_subset_with_its_letters(made):
    for line in tool("pdffonts", made[1]).splitlines()[2:]:
        embedded, subset, unicode = line.split()[-5:-2]
        assert embedded == "yes" and unicode == "yes" and (subset == "yes" or "Type 3" in line), line


def test_names_every_poc_in_text_that_can_be_taken_out(made):
    of, path = made
    text = letters(tool("pdftotext", "-raw", path, "-") + tool("pdftotext", path, "-"))  # the second reads right to left
    missing = [one["name"] for one in of if letters(one["name"]) not in text]
    # pdftotext keeps a line that mixes directions in the order it is seen: then each word must be there.
    missing = [name for name in missing if not all(letters(word) in text for word in name.split())]
    assert missing == []    # OVERRIDDEN too: nothing turns its line round
    assert "LaboratórioAurora" in text and "America/Sao_Paulo" in text


def test_every_page_but_the_cover_says_where_one_is(made):
    pages = tool("pdftotext", "-layout", made[1], "-").split("\f")[:-1]
    for number, page in enumerate(pages[1:], 2):
        assert re.search(rf"Página {number} de {len(pages)}\b", page)


def test_everything_painted_is_marked_and_every_mark_has_its_element(made):
    pdf = Pdf(made[1])
    parents, tree = pdf.parents(), pdf.tree()
    owners = {mark: node.fields["ref"] for node in [tree, *tree.all()] for mark in node.marks}
    for page in pdf.pages:
        content = pdf.content(page)
        assert not unmarked(content)
        marks = [int(number) for number in re.findall(rb"<</MCID (\d+)>>BDC", content)]
        assert marks == list(range(len(marks)))
        assert [owners[(page, mark)] for mark in marks] == pdf.get(parents[pdf.get(page)["/StructParents"]])


def test_its_tree_reads_as_a_document(made):
    of, path = made
    pdf = Pdf(path)
    tree = pdf.tree()
    assert tree.kind == "Document" and {node.kind for node in tree.all()} <= STANDARD
    assert all(node.fields.get("/Alt") for node in tree.all("Figure"))
    headings = [node.kind for node in tree.all() if re.fullmatch(r"H\d", node.kind)]
    assert headings[0] == "H1" and headings.count("H1") == 1
    assert all(int(after[1]) <= int(before[1]) + 1 for before, after in zip(headings, headings[1:]))
    for table in tree.all("Table"):
        assert {row.kind for row in table.kids} == {"TR"} and {cell.kind for cell in table.kids[0].kids} == {"TH"}
        assert all(cell.fields["/A"]["/Scope"] in ("/Row", "/Column") for cell in table.all("TH"))
    if of:
        rows = [row for row in list(tree.all("Table"))[-1].kids if len(row.kids) == 6]
        assert len(rows) == len(of) + 1


def test_links_lead_to_the_repositories_and_tell_where(made):
    of, path = made
    pdf = Pdf(path)
    parents = pdf.parents()
    links = list(pdf.tree().all("Link"))
    for link in links:
        annotations = [pdf.get(ref) for ref in link.annotations]
        assert annotations and all(one["/Contents"] and parents[one["/StructParent"]] == link.fields["ref"] for one in annotations)
    targets = {pdf.get(ref)["/A"]["/URI"] for link in links for ref in link.annotations if "/A" in pdf.get(ref)}
    assert all(target.startswith("u:http") for target in targets)
    assert len(targets) == sum(one["repositoryUrl"].startswith("http") for one in of)


def test_bookmarks_and_contents_lead_to_every_section(made):
    of, path = made
    pdf = Pdf(path)
    root = pdf.get(pdf.catalog["/Outlines"])
    titles, at = [], root.get("/First")
    while at:
        entry = pdf.get(at)
        assert entry["/Dest"][0] in pdf.pages
        titles.append(entry["/Title"][2:])
        at = entry.get("/Next")
    assert titles[:2] == ["Meu ano de experimentos", "Sumário"] and (("Todas as POCs" in titles) == bool(of))
    assert len(list(pdf.tree().all("TOCI"))) == len(titles) - 2


@pytest.mark.parametrize("group", [[], ["tag"], ["month", "tag"], ["tag", "month"], ["language", "tag", "month"], ["month", "month"]])
def test_groups_in_any_combination_and_order(tmp_path, group):
    text = tool("pdftotext", "-layout", rendered(order(pocs(60), groupBy=group, person={"locale": "en"}), tmp_path), "-")
    for kind in group:
        assert f"By {kind}" in text
    if set(group) == {"month", "tag"}:
        assert "Month by tag" in text
