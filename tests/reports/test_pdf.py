"""report.pdf as readers, printers and screen readers see it."""

import re
import unicodedata

import pytest

from ordering import hostile, order, pocs, rendered, tool
from pdf_objects import STANDARD, Pdf, unmarked

CASES = {"none": pocs(0), "one": pocs(1), "many": pocs(400), "hostile": hostile()}


@pytest.fixture(scope="module", params=CASES)
def made(request, tmp_path_factory):
    of = CASES[request.param]
    return of, rendered(order(of), tmp_path_factory.mktemp(request.param))


def letters(text: str) -> str:
    """What can be compared: no white space, no control or format characters."""
    return "".join(one for one in unicodedata.normalize("NFKC", text) if not one.isspace() and unicodedata.category(one) not in ("Cf", "Cc", "Cn"))


def test_is_sound(made):
    assert "No syntax or stream encoding errors found" in tool("qpdf", "--check", made[1])


def test_tells_what_it_is(made):
    told = tool("pdfinfo", made[1])
    assert re.search(r"Tagged:\s+yes", told) and re.search(r"Title:\s+Meu ano de experimentos", told) and re.search(r"Author:\s+Ana Souza", told)
    pdf = Pdf(made[1])
    assert pdf.catalog["/Lang"] == "u:pt-BR" and pdf.catalog["/MarkInfo"]["/Marked"] and pdf.catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert int(re.search(r"Pages:\s+(\d+)", told)[1]) == len(pdf.pages)


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
