"""./mrbill web and ./mrbill shots web."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

from . import build, web

EVERY_SECONDS = 0.3


def develop(checkout: Path, url: str) -> int:
    """Vite's server until Ctrl-C, with the sources of the checkout as they change."""
    shop = web.workshop(checkout)
    environment = os.environ | {"MRBILL_URL": url, "PATH": f"{shop.node.parent}:{os.environ['PATH']}"}
    server = subprocess.Popen([shop.node, shop.script("vite"), "--host", "localhost"], cwd=shop.folder, env=environment)
    try:
        while server.poll() is None:
            time.sleep(EVERY_SECONDS)
            web.mirror(checkout, shop)
    except KeyboardInterrupt:
        server.terminate()
        server.wait()
        return 0  # that is how it ends
    return server.returncode


def shots(checkout: Path) -> int:
    """Pictures of a platform of its own, which has what an empty and a full one have."""
    built = build.build(checkout, "dev")
    web.build(checkout, built)
    environment = os.environ | {"MRBILL_SHOTS": str(web.workshop(checkout).folder / "dist/shots"), "MRBILL_TEST_BIN": str(built / "bin"),
                                "PYTHONPATH": f"{checkout / 'deploy'}:{checkout / 'tests'}"}
    command = ["/usr/bin/python3", "-m", "pytest", "-q", "-s", str(checkout / "apps/web/e2e/test_shots.py")]
    done = subprocess.run(command, cwd=checkout, env=environment, check=False)
    print(f"  {environment['MRBILL_SHOTS']}/sheet-*.png")
    return done.returncode
