"""What the web client is written like: types, lint, layout on the page, logic; and what it is generated from."""

import filecmp
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from local import web
from local.build import BuildFailed

ROOT = Path(__file__).parents[3]
APP = ROOT / "apps/web"


@pytest.fixture(scope="module")
def shop():
    return web.workshop(ROOT)


def test_its_types_hold(shop):
    shop.run("tsc")


def test_its_lint_finds_nothing(shop):
    shop.run("eslint", ".", "--max-warnings", "0", "--cache", "--cache-location", "dist/eslint")


def test_it_lies_on_the_page_as_prettier_says(shop):
    shop.run("prettier", "--check", ".", "--log-level", "warn", "--cache", "--cache-location", "dist/prettier")


def test_its_logic_does_what_its_tests_say(shop):
    """And of its logic hardly a line is not asked."""
    shop.run("vitest", "run", "--coverage")


BROKEN = {
    "an arrow upward": ("src/shared/lib/x.ts", "import '@/features/pocs/model/filters';\n", "hand it in from app/"),
    "one feature in another": ("src/features/users/x.ts", "import '@/features/pocs/model/filters';\n", "join features in app/"),
    "a way around the alias": ("src/features/users/x.ts", "import '../../shared/lib/events';\n",
                               "A feature sees shared/"),
    "a text in a component": ("src/features/users/x.tsx", "export const X = () => <p>Hello there</p>;\n", "jsx-no-literals"),
    "a text in braces": ("src/features/users/x.tsx", "export const X = () => <p>{'Hello there'}</p>;\n", "What a person reads"),
    "a text in a label": ("src/features/users/x.tsx", "export const X = () => <p aria-label=\"Hello\" />;\n", "What a person reads"),
    "HTML from a text": ("src/features/users/x.tsx", "export const X = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />;\n",
                         "no-danger"),
    "a long component": ("src/features/users/x.tsx", "export const x = 1;\n" * 251, "max-lines"),
}


def test_its_lint_sees_what_it_is_there_for(shop):
    cases = json.dumps([[name, text] for name, text, _ in BROKEN.values()])
    said = json.loads(shop.run_own("tests/lint_texts.mjs", cases).splitlines()[-1])
    assert not {what: words for (what, (_, _, told)), words in zip(BROKEN.items(), said, strict=True) if told not in words}


def test_what_is_generated_is_what_the_contracts_say(shop):
    again = shop.folder / "src/generated"
    before = shop.folder / "dist/before"
    shutil.rmtree(before, ignore_errors=True)
    shutil.copytree(again, before)
    web.generate(ROOT, shop, again)
    names = sorted(file.name for file in before.iterdir())
    assert names == ["auth.ts", "catalog.ts", "content.ts", "languages.ts", "limits.ts", "rules.ts"]
    assert filecmp.cmpfiles(before, again, names, shallow=False) == (names, [], [])
    assert not [name for name in names if str(ROOT) in (again / name).read_text() or str(shop.folder) in (again / name).read_text()]


def test_nothing_generated_and_no_package_is_in_git():
    listed = subprocess.run(["git", "-c", f"safe.directory={ROOT}", "ls-files", "apps/web"], cwd=ROOT, capture_output=True, text=True,
                            check=True)
    assert not re.search(r"generated/|node_modules/|dist/", listed.stdout)


def test_the_lock_names_no_host_and_every_package_has_its_checksum():
    packages = json.loads((APP / "package-lock.json").read_text())["packages"]
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert not [name for name, package in packages.items() if name and "integrity" not in package]


def test_node_is_the_one_of_the_project(shop):
    version = (ROOT / ".node-version").read_text().strip()
    wanted = json.loads((APP / "package.json").read_text())["optionalDependencies"]
    assert set(wanted.values()) == {version}
    assert subprocess.run([shop.node, "--version"], capture_output=True, text=True, check=True).stdout.strip() == f"v{version}"


def test_each_public_operation_is_used_or_has_its_reason():
    public = {operation["operationId"] for bundle in _bundles() for path in bundle["paths"].values()
              for operation in path.values() if isinstance(operation, dict) and "operationId" in operation}
    source = "\n".join(file.read_text() for file in APP.glob("src/**/*.ts*") if "generated" not in file.parts and ".test." not in file.name)
    used = {name for name in public if re.search(rf"\b(?:{name}\.initiate|use{name[0].upper()}{name[1:]}(?:Query|Mutation))\b", source)}
    used |= {"refreshSession"} if "/api/v1/auth/refresh" in source else set()
    used |= {name for name, path in (("watchContent", "/api/v1/content/events"), ("watchImports", "/api/v1/pocs/imports/events"))
             if f"'{path}'" in source and "useEvents(" in source}
    told = set(re.findall(r"`(\w+)`", _section((APP / "README.md").read_text(), "## Not used yet")))
    assert public - used == told
    assert {"logIn", "listPocs", "createPoc", "updatePoc", "deletePoc", "restorePoc"} <= used


def _bundles():
    folder = web.workshop(ROOT).folder / "dist/contracts"
    return [json.loads(file.read_text()) for file in folder.glob("*.json") if file.name != "objects.json"]


def _section(text: str, heading: str) -> str:
    return text.split(heading, 1)[1].split("\n## ", 1)[0]


def test_a_failing_tool_says_why(shop):
    with pytest.raises(BuildFailed, match="eslint"):
        shop.run("eslint", "src/nowhere")
