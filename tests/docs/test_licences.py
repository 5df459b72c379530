"""docs/licences.md names everything that we link, run or test with."""

import json

from docs.documents import ROOT, files

LICENCES = (ROOT / "docs/licences.md").read_text()
CURE = "run tools/licences/licences.py"


def test_every_debian_package_has_a_line():
    lists = sorted((ROOT / "deploy/local/packages").glob("*.txt"))
    names = {line.split()[0] for file in lists for line in file.read_text().splitlines() if line.strip() and not line.startswith("#")}
    assert names
    missing = sorted(name for name in names if f"| {name} |" not in LICENCES)
    assert not missing, f"{CURE}: {missing}"


def test_every_npm_package_is_named():
    lock = {path for folder in ("apps/web", "tools/node", "tests/pact", "bench/web")
            for path in json.loads((ROOT / folder / "package-lock.json").read_text())["packages"]}
    words = {word.strip("|,() ") for word in LICENCES.replace("\n", " ").split(" ")}
    missing = sorted({path.rpartition("node_modules/")[2] for path in lock if path} - words)
    assert not missing, f"{CURE}: {missing}"


def test_xapian_is_in_catalogs_programs_alone():
    users = {str(file.relative_to(ROOT)) for file in files() if file.suffix in (".cpp", ".hpp") and "<xapian.h>" in file.read_text()}
    assert users
    strangers = sorted(name for name in users if not name.startswith(("services/catalog/adapters/xapian/", "bench/")))
    assert not strangers, f"GPL code behind PocSearch only: {strangers}"


def test_x264_is_in_the_media_module_alone_and_no_service_links_that():
    users = {str(file.relative_to(ROOT)) for file in files() if file.suffix in (".cpp", ".hpp") and "<x264.h>" in file.read_text()}
    strangers = sorted(name for name in users if not name.startswith(("studio/media/", "bench/")))
    assert not strangers, f"GPL code behind the encoder only: {strangers}"
    services = (ROOT / "services/CMakeLists.txt").read_text().split("mrbill_service(")[1:]
    assert not [service.split()[0] for service in services if "studio_media" in service.partition(")")[0]]
