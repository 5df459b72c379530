"""README.md's commands do what they say, on a platform that just came up."""

import os
import subprocess
from pathlib import Path

from local import readme
from platform_fixtures import CODING

ROOT = Path(__file__).parents[2]
NOT_HERE = ("git clone", "cd ", "./mrbill up", "./mrbill test", "./mrbill down", "./mrbill reset", "./mrbill bench")


def test_the_walk_through_works_line_by_line(platform, tmp_path):
    loaded = platform.mrbill("demo")
    assert loaded.returncode == 0, loaded.stdout
    text = (ROOT / "README.md").read_text()
    assert readme.commands(text), "README.md has no ```sh block"
    script = readme.script(text, platform.url, NOT_HERE)
    (tmp_path / ".curlrc").write_text(f'compressed\nheader = "Accept-Encoding: {CODING}"\n' if CODING else "")
    environment = dict(os.environ) | {"MRBILL_STATE": str(platform.state.root), "CURL_HOME": str(tmp_path)}
    walk = subprocess.run(["bash", "-c", script], cwd=ROOT, env=environment, text=True, timeout=300,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert walk.returncode == 0, walk.stdout
