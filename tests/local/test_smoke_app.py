"""The part of a smoke test that needs a browser, where there is none, or no app, or the walk breaks off."""

import os
import platform

from local import web
from local.smoke_app import App, Step


def test_where_no_browser_is_the_app_is_left_out_with_the_reason(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert App.here(tmp_path) == "no browser here (Debian package chromium)"


def test_where_the_app_was_not_built_it_is_left_out_and_nothing_is_fetched(tmp_path, monkeypatch):
    _program(tmp_path / "bin/chromium", "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("MRBILL_BUILD", str(tmp_path / "build"))
    assert "was not built" in App.here(tmp_path)
    assert not (tmp_path / "build").exists()


def test_a_browser_that_breaks_off_is_a_failed_step_after_those_that_went_well(tmp_path):
    walked = """echo '{"step": "sign in", "milliseconds": 7}'; echo 'Error: the browser is gone' >&2; exit 1"""
    _program(tmp_path / "node_modules" / web.NODE[platform.machine()] / "bin/node", walked)
    steps = App(web.Workshop(tmp_path), "chromium").walk("http://127.0.0.1:1", "a@example.org", "a password", "smoke")
    assert steps == [Step("sign in", 7, None), Step("browser", 0, "Error: the browser is gone")]


def _program(path, does):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{does}\n")
    os.chmod(path, 0o755)
