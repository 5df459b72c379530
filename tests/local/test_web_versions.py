"""The files of the last three versions of the web client stay: a tab that was opened before an update still finds its own."""

import json

from local import program


def build_of(folder, version):
    files = folder / "static/js" / version
    files.mkdir(parents=True)
    (files / "index.js").write_text(version)
    (folder / "index.html").write_text(f"page {version}")
    (folder / "version.json").write_text(json.dumps({"version": version}))
    return folder


def versions(target):
    return sorted(folder.name for folder in (target / "static/js").iterdir())


def test_three_stay_and_the_newest_is_told(tmp_path):
    target = tmp_path / "web"
    for version in ("a", "b", "c", "d"):
        program.install_web(build_of(tmp_path / version, version), target)
    assert versions(target) == ["b", "c", "d"]
    assert (target / "index.html").read_text() == "page d"
    assert json.loads((target / "version.json").read_text()) == {"version": "d"}


def test_the_same_again_changes_nothing_and_drops_nothing(tmp_path):
    target = tmp_path / "web"
    for version in ("a", "b", "c"):
        program.install_web(build_of(tmp_path / version, version), target)
    program.install_web(tmp_path / "c", target)
    assert versions(target) == ["a", "b", "c"]


def test_a_version_that_comes_back_is_the_newest(tmp_path):
    target = tmp_path / "web"
    for version in ("a", "b", "c"):
        program.install_web(build_of(tmp_path / version, version), target)
    program.install_web(tmp_path / "a", target)
    program.install_web(build_of(tmp_path / "d", "d"), target)
    assert versions(target) == ["a", "c", "d"]
