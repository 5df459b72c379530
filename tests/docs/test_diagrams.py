"""Every Mermaid diagram of the documentation parses."""

import json
import os
import subprocess

import pytest

from docs.documents import ROOT, diagrams


@pytest.fixture(scope="module")
def errors_of():
    environment = {**os.environ, "MRBILL_STATE": os.environ.get("MRBILL_STATE", str(ROOT / ".local"))}
    node = subprocess.run([ROOT / "tools/node/install"], stdout=subprocess.PIPE, text=True, check=True, env=environment).stdout.strip()

    def parse(texts: list[str]) -> list[str | None]:
        done = subprocess.run([f"{node}/bin/node", ROOT / "tests/docs/parse_diagrams.mjs", node], input=json.dumps(texts),
                              capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return parse


def test_every_diagram_parses(errors_of):
    found = diagrams()
    assert found, "there is no diagram at all"
    errors = errors_of([diagram.text for diagram in found])
    broken = [f"{diagram.place}: {error}" for diagram, error in zip(found, errors, strict=True) if error]
    assert not broken, "\n".join(broken)


def test_a_broken_diagram_is_seen(errors_of):
    good, dangling, unknown = errors_of(["flowchart LR\n  a --> b", "flowchart LR\n  a --> ", "flowchat LR\n  a --> b"])
    assert good is None
    assert "Parse error" in dangling
    assert "No diagram type detected" in unknown
