"""The part of a smoke test that goes through the app, in a browser: where there is one, and where the app was built, which brings what
drives it."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from . import web
from .build import folder_of

BROWSER = "chromium"
WALK = "e2e/smoke.mjs"
SECONDS = 100


@dataclass(frozen=True)
class Step:
    name: str
    milliseconds: int
    error: str | None


@dataclass(frozen=True)
class App:
    shop: web.Workshop
    browser: str

    @staticmethod
    def here(checkout: Path) -> "App | str":
        """What it takes to walk, or what is missing. Nothing is installed for it: a smoke test is quick."""
        browser = shutil.which(BROWSER)
        if browser is None:
            return f"no browser here (Debian package {BROWSER})"
        shop = web.Workshop(folder_of(checkout, "web"))
        if not (shop.folder / "installed").exists():
            return "the app was not built here (./mrbill up does)"
        web.mirror(checkout, shop)
        return App(shop, browser)

    def walk(self, url: str, email: str, password: str, name: str) -> list[Step]:
        asked = {"url": url, "email": email, "password": password, "name": name, "browser": self.browser}
        with subprocess.Popen([self.shop.node, self.shop.folder / WALK], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True) as walking:
            try:
                told, wrong = walking.communicate(json.dumps(asked), timeout=SECONDS)
            except subprocess.TimeoutExpired:
                walking.kill()
                told, wrong = walking.communicate()
                wrong += f"\nError: not done within {SECONDS} s"
        steps = [json.loads(line) for line in told.splitlines()]
        walked = [Step(step["step"], step["milliseconds"], step.get("error")) for step in steps]
        if walking.returncode != 0:
            said = [line for line in wrong.splitlines() if "Error" in line]
            walked.append(Step("browser", 0, said[-1] if said else "it ended early"))
        return walked
