#!/usr/bin/env -S /usr/bin/python3 -I -S
"""Speaks the protocol of mrbill-content-video and -report without drawing: tests of the service need no pictures.

Words in the order's title steer it: "slow" takes a second a scene, "crash" dies, "crash once" only as long as no segment was
stored, "refuse" says why it never can be, "flood" writes until it may not, "eat" asks for all memory, "hang" says nothing more.
A slow film ends with the runs of this program that drew its scenes.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

SCENES = 4
RUN = os.urandom(8).hex()


def say(**message: object) -> None:
    print(json.dumps(message), flush=True)


def arguments() -> tuple[str, dict[str, str]]:
    names = sys.argv[2::2]
    return sys.argv[1], {name.removeprefix("--"): value for name, value in zip(names, sys.argv[3::2])}


def misbehave(title: str, segments: Path | None) -> None:
    if "refuse" in title:
        say(failure={"code": "no_such_thing", "message": "This can never be made."})
        sys.exit(2)
    if "flood" in title:
        with open("flood", "wb") as file:
            while True:
                file.write(b"x" * (1 << 20))
    if "eat" in title:
        bytearray(1 << 40)
    if "hang" in title:
        time.sleep(3_600)
    if "crash once" in title:
        if segments and not any(segments.iterdir()):
            make_segment(segments, "scene-0.seg", RUN.encode())
            say(segment="scene-0.seg")
            time.sleep(0.3)
            os.kill(os.getpid(), signal.SIGKILL)
    elif "crash" in title:
        os.kill(os.getpid(), signal.SIGSEGV)


def make_segment(folder: Path, name: str, content: bytes) -> None:
    (folder / f"{name}.new").write_bytes(content)
    (folder / f"{name}.new").rename(folder / name)


def drawn_by(segments: Path) -> bytes:
    runs = [(segments / f"scene-{scene}.seg").read_text().split()[0] for scene in range(SCENES)]
    return f"drawn by {' '.join(runs)}".encode()


def video(order: dict, pocs: list[dict], out: Path, segments: Path) -> None:
    pause = 1.0 if "slow" in order["title"] else 0.02
    for scene in range(SCENES):
        name = f"scene-{scene}.seg"
        if not (segments / name).exists():
            time.sleep(pause)
            make_segment(segments, name, f"{RUN} ".encode() * 10_000)
            say(segment=name)
        say(progress=(scene + 1) * 100 // (SCENES + 1))
    sound = (Path(order["musicTrack"].removeprefix("file:")).read_bytes()
             if (order["musicTrack"] or "").startswith("file:") else b"")
    told = drawn_by(segments) if "slow" in order["title"] else b""
    (out / "video.mp4").write_bytes(b"film " * 50_000 + sound + told)
    for name in ("poster.jpg", "card.jpg", "story.jpg", "captions.pt-BR.vtt", "captions.en.vtt"):
        (out / name).write_bytes(name.encode() * 100)
    shown = [{"pocId": poc["pocId"], "sequenceOrder": number, "atSecond": number / 10, "durationSeconds": 1.5}
             for number, poc in enumerate((poc for poc in pocs if poc["name"]), start=1)]    # others are counted
    say(result={"seconds": float(order["seconds"]), "width": 1920, "height": 1080, "scenes": [], "pocs": shown})


def storyboard(order: dict, out: Path) -> None:
    stills = [{"file": f"still-{number:02}.jpg", "kind": "title", "atSecond": float(number)} for number in range(1, 5)]
    for still in stills:
        (out / still["file"]).write_bytes(b"picture " * 100)
    say(result={"seconds": float(order["seconds"]), "stills": stills})


def preview(out: Path) -> None:
    (out / "preview.mp4").write_bytes(b"motion " * 100)
    say(result={"seconds": 6.0, "stills": []})


def report(order: dict, pocs: list[dict], out: Path) -> None:
    if "slow" in order["title"]:
        time.sleep(3)
    file = {"PDF": "report.pdf", "EXCEL": "report.xlsx", "CSV": "report.csv"}[order["format"]]
    (out / file).write_text("\n".join(poc["name"] for poc in pocs))
    say(progress=100)
    say(result={"file": file, "rows": len(pocs), "pages": 3 if order["format"] == "PDF" else None})


def main() -> None:
    say(progress=0)
    command, given = arguments()
    with open(given["order"], encoding="utf-8") as lines:
        order, *pocs = map(json.loads, lines)
    out = Path(given["out"])
    segments = Path(given["segments"]) if command == "video" else None
    misbehave(order["title"], segments)
    if command == "video":
        video(order, pocs, out, segments)
    elif command == "storyboard":
        storyboard(order, out)
    elif command == "preview":
        preview(out)
    else:
        report(order, pocs, out)


main()
