"""Each public contract, tried by schemathesis: requests made up from it, right ones and wrong ones, and every answer held against it.
It comes from PyPI, so it belongs to `test --all`."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from local.description import NAMES

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
TIMEOUT = 600                                           # seconds a contract, on a machine that does much else


def run(*command: object, seconds: float = 600, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*map(str, command)], cwd=HERE, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds,
                          check=False, env={**os.environ, **variables})


@pytest.fixture(scope="module")
def bundles(tmp_path_factory):
    out = tmp_path_factory.mktemp("bundles")
    assert run(ROOT / "contracts/bundle", out).returncode == 0
    return out


@pytest.fixture
def scene(platform):
    """An owner, and what exists in their company."""
    owner = platform.sign_up()
    pocs = [owner.post("/api/v1/pocs", {"name": f"poc {number}"}).expect(201).json["pocId"] for number in range(4)]
    job = owner.post("/api/v1/pocs/imports", '{"name": "x"}', headers={"Content-Type": "application/x-ndjson"}).expect(202).json
    film = owner.post("/api/v1/content/videos", {"title": "x"}).expect(202).json["requestId"]
    report = owner.post("/api/v1/content/reports", {"title": "x"}).expect(202).json["reportId"]
    track = owner.request("POST", "/api/v1/content/tracks", b"x", query={"name": "x"}, headers={"Content-Type": "audio/mpeg"})
    invitation = owner.post("/api/v1/tenants/current/invitations", {"email": "x@example.org", "role": "USER"}).expect(201).json
    kept = owner.post("/api/v1/pocs/searches", {"name": "x", "query": {}}).expect(201).json
    known = {"savedSearchId": [kept["savedSearchId"]], "pocId": pocs,
             "importId": [job["importId"]], "requestId": [film], "reportId": [report],
             "trackId": [track.expect(201).json["trackId"]], "invitationId": [invitation["invitationId"]],
             "userId": [platform.invite(owner).user_id, owner.user_id]}
    return owner, known


@pytest.mark.parametrize("contract", [*NAMES, "objects"])
def test_a_contract_is_kept(pypi_programs, bundles, platform, scene, contract, tmp_path):
    owner, known = scene
    tried = run(pypi_programs / "schemathesis", "--config-file", HERE / "schemathesis.toml", "--no-color",
                "run", bundles / f"{contract}.json", "--url", platform.url,
                "--header", f"Authorization: Bearer {owner.token}", seconds=TIMEOUT,
                SCHEMATHESIS_HOOKS="hooks", PYTHONPATH=str(HERE), MRBILL_KNOWN=json.dumps(known),
                MRBILL_THROWAWAY=platform.sign_up().token, HOME=str(tmp_path))
    assert tried.returncode == 0, tried.stdout[-20_000:]
