"""Every relative link of the documentation leads somewhere."""

from pathlib import Path

from docs.documents import Document, ROOT, documents

ELSEWHERE = ("http:", "https:", "mailto:")


def dead_links(document: Document) -> list[str]:
    found = []
    for link in document.links:
        if link.text.startswith(ELSEWHERE):
            continue
        name, _, anchor = link.text.partition("#")
        target = (document.path.parent / name).resolve() if name else document.path
        if not target.is_relative_to(document.root) or not target.exists():
            found.append(f"{link.place}: there is no {link.text}")
        elif anchor and (target.suffix != ".md" or anchor not in Document(target, document.root).anchors):
            found.append(f"{link.place}: {name or 'this page'} has no heading #{anchor}")
    return found


def test_every_relative_link_leads_somewhere():
    dead = [line for document in documents() for line in dead_links(document)]
    assert not dead, "\n".join(dead)


def test_a_dead_link_is_seen(tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_text("# A page, of `code`\n[self](#a-page-of-code) [there](page.md) [gone](gone.md) [no](page.md#nowhere)\n"
                    "[out](../..) [web](https://example.org)\n```\n[in code](nothing.md)\n```\n`[in code](nothing.md)`\n")
    assert dead_links(Document(page, tmp_path)) == [
        "page.md:2: there is no gone.md", "page.md:2: page.md has no heading #nowhere", "page.md:3: there is no ../.."]


def test_the_repository_has_pages():
    assert ROOT / "README.md" in [document.path for document in documents()]
