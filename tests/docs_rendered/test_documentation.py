"""The documentation page in a phone's browser: signed in once, over all definitions, with the codes of errors beside each operation."""

import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_who_signs_in_at_the_top_calls_operations_of_every_definition(platform):
    person = platform.sign_up(company="Somewhere")
    node = subprocess.run([ROOT / "tools/node/install"], check=True, capture_output=True, text=True, timeout=600,
                          env={**os.environ, "MRBILL_STATE": os.environ.get("MRBILL_STATE", str(ROOT / ".local"))}).stdout.strip()
    done = subprocess.run([f"{node}/bin/node", ROOT / "tests/docs_rendered/sign_in.mjs", node, f"{platform.url}/api/docs/", person.email,
                           person.password], capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["hint"] == "E-mail or password is wrong."
    assert "Some Body" in seen["who"] and person.email in seen["who"] and "Somewhere" in seen["who"]
    assert seen["favourites"] == "200" and seen["styles"] == "200", "what was given at the top holds in the next definition"
    assert {"token_expired", "too_many_searches", "internal"} <= set(seen["codes"])
    assert seen["wide"] <= 390 and not seen["errors"]
