"""What the web app asks of the services and reads of their answers, as pacts (Pact specification 4): written by the app's own code against
Pact's mock, then asked of the services as they run."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from platform_fixtures import ROOT

from local import description, web

HERE = Path(__file__).parent
SECONDS = 300


@pytest.fixture(scope="module")
def packages():
    return web.packages_of(HERE, Path(os.environ.get("MRBILL_STATE", ROOT / ".local")) / "pact")


@pytest.fixture(scope="module")
def shop():
    return web.workshop(ROOT)


@pytest.fixture(scope="module")
def pacts(shop, packages, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pacts")
    shop.run("vitest", "run", "--config", "pact/vitest.config.ts", seconds=SECONDS, **variables(packages), MRBILL_PACTS=str(folder))
    return {name: folder / f"web-{name}.json" for name in description.NAMES}


def variables(packages) -> dict[str, str]:
    return {"MRBILL_PACT": str(packages), "PACT_DO_NOT_TRACK": "1", "SCARF_ANALYTICS": "false"}


def verified(shop, packages, platform, pacts) -> subprocess.CompletedProcess[str]:
    ana, bia = platform.sign_up(), platform.sign_up()
    ana.post("/api/v1/tenants/current/invitations", {"email": bia.email, "role": "USER"}).expect(201)
    token = platform.mail_to(bia.email, after=1).token
    bia.post("/api/v1/auth/accept-invitation", {"token": token}).expect(200)
    asked = {"url": platform.url, "pacts": {name: str(pact) for name, pact in pacts.items()},
             "person": {"email": ana.email, "password": ana.password, "token": ana.token},
             "several": {"email": bia.email, "password": bia.password}}
    return subprocess.run([shop.node, shop.folder / "pact/verify.mjs"], input=json.dumps(asked), text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, env=os.environ | variables(packages), timeout=SECONDS, check=False)


def test_the_services_answer_what_the_app_reads(shop, packages, platform, pacts):
    done = verified(shop, packages, platform, pacts)
    assert done.returncode == 0, done.stdout[-8000:]
    assert sum(len(json.loads(pact.read_text())["interactions"]) for pact in pacts.values()) >= 18


def test_an_app_that_reads_what_no_service_answers_is_found_out(shop, packages, platform, pacts, tmp_path):
    changed = tmp_path / "web-auth.json"
    shutil.copy(pacts["auth"], changed)
    changed.write_text(changed.read_text().replace('"fullName"', '"wholeName"'))
    done = verified(shop, packages, platform, {"auth": changed})
    assert done.returncode == 1 and "wholeName" in done.stdout, done.stdout[-4000:]
