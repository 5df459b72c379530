"""Every Mermaid diagram of the documentation is drawn by a real browser. The pictures lie under build/dev/diagrams."""

import json
import os
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

from docs.documents import ROOT, diagrams

RENDER = Path(__file__).parent / "render_diagrams.mjs"


@pytest.fixture(scope="module")
def draw():
    environment = {**os.environ, "MRBILL_STATE": os.environ.get("MRBILL_STATE", str(ROOT / ".local"))}
    node = subprocess.run([ROOT / "tools/node/install"], stdout=subprocess.PIPE, text=True, check=True, env=environment).stdout.strip()

    def run(texts: dict[str, str], pictures: Path) -> dict[str, dict]:
        wanted = json.dumps([{"name": name, "text": text} for name, text in texts.items()])
        done = subprocess.run([f"{node}/bin/node", RENDER, node, pictures], input=wanted, capture_output=True, text=True,
                              timeout=300, check=False)
        assert done.returncode == 0, done.stderr
        return {seen["name"]: seen for seen in json.loads(done.stdout)}

    return run


def test_every_diagram_is_drawn(draw):
    pictures = Path(os.environ.get("MRBILL_TEST_BIN", ROOT / "build/dev/bin")).parent / "diagrams"
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    texts = {diagram.place.replace("/", "_").replace(":", "_"): diagram.text for diagram in diagrams()}
    seen = draw(texts, pictures)
    assert seen.keys() == texts.keys()
    for name, drawing in seen.items():
        assert not drawing["error"], f"{name}: {drawing['error']}"
        assert drawing["width"] > 100 and drawing["height"] > 50 and drawing["labels"] > 1, f"{name}: {drawing}"
        assert not drawing["cut"], f"{name}: labels are cut off: {drawing['cut']}"
        assert distinct_rows(pictures / f"{name}.png") > 20, f"{name}: the picture is empty"


def test_what_cannot_be_drawn_is_seen(draw, tmp_path):
    seen = draw({"broken": "flowchart LR\n  a --> ", "empty": "flowchart LR"}, tmp_path)
    assert "Parse error" in seen["broken"]["error"]
    assert seen["empty"]["labels"] == 0 and distinct_rows(tmp_path / "empty.png") <= 20


def distinct_rows(png: Path) -> int:
    """How many different rows of pixels there are; rows of Playwright's pictures are 8-bit RGB or RGBA."""
    data, place, pixels, width, channels = png.read_bytes(), 8, b"", 0, 0
    while place < len(data):
        length, kind = int.from_bytes(data[place:place + 4], "big"), data[place + 4:place + 8]
        body = data[place + 8:place + 8 + length]
        if kind == b"IHDR":
            width, channels = int.from_bytes(body[:4], "big"), {2: 3, 6: 4}[body[9]]
        pixels += body if kind == b"IDAT" else b""
        place += length + 12
    raw, row = zlib.decompress(pixels), width * channels + 1
    return len({raw[start:start + row] for start in range(0, len(raw), row)})
