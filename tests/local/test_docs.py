"""Each part of the documentation carries in its name which content it is."""

import re

from local import docs


def put_together(tmp_path, **changed):
    parts, target = tmp_path / "parts", tmp_path / "docs"
    (parts / "problems").mkdir(parents=True, exist_ok=True)
    files = {"problems/index.html": "codes", "LICENSE": "free", "auth.json": '{"a": 1}', "page.css": "p{}",
             "swagger-ui-bundle.js": "'auth.json'", "page.js": "load('auth.json')",
             "index.html": '<link href="page.css"><script src="page.js"></script><a href="auth.json">'} | changed
    for name, text in files.items():
        (parts / name).write_text(text)
    docs.put_together(parts, target)
    return {str(file.relative_to(target)): file.read_text() for file in target.rglob("*") if file.is_file()}


def name_of(files, stem, suffix):
    return next(name for name in files if re.fullmatch(rf"{stem}-v[0-9a-f]{{12}}[.]{suffix}", name))


def test_what_names_a_part_names_its_version(tmp_path):
    files = put_together(tmp_path)
    assert files["index.html"] == (f'<link href="{name_of(files, "page", "css")}"><script src="{name_of(files, "page", "js")}"></script>'
                                   f'<a href="{name_of(files, "auth", "json")}">')
    assert files[name_of(files, "page", "js")] == f"load('{name_of(files, 'auth', 'json')}')"
    assert files[name_of(files, "swagger-ui-bundle", "js")] == "'auth.json'", "what others wrote is left alone"
    assert files["auth.json"] == files[name_of(files, "auth", "json")], "the plain name is for programs"
    assert {"LICENSE", "problems/index.html"} < set(files) and not {"page.js", "page.css"} & set(files)


def test_another_contract_has_another_name_and_so_has_what_names_it(tmp_path):
    before, after = put_together(tmp_path), put_together(tmp_path, **{"auth.json": '{"a": 2}'})
    for stem, suffix in (("auth", "json"), ("page", "js")):
        assert name_of(before, stem, suffix) != name_of(after, stem, suffix)
    assert name_of(before, "page", "css") == name_of(after, "page", "css")
    assert name_of(before, "auth", "json") not in after, "nothing is left behind"
