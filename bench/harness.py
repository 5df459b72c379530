"""What the benchmarks share: a private platform with the release programs, wrk, CPU time, and where figures go.

    with bench.platform() as platform: ...
    bench.show("list", [("what", "figure"), ...], figures)

Timings vary between machines and moments, so a figure stands beside a peer measured in the same run.
"""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import platform as machine
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "deploy")]
sys.dont_write_bytecode = True
PROGRAMS = Path(os.environ.get("MRBILL_BENCH_BIN", ROOT / "build/release/bin"))
os.environ["MRBILL_TEST_BIN"] = str(PROGRAMS)

from platform_fixtures import RunningPlatform, unlimited  # noqa: E402  (the paths come first)


def _without_traceback(kind, error, trace) -> None:
    if issubclass(kind, KeyboardInterrupt):
        print("\nbench: interrupted; what it started ends now", file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _without_traceback


@contextlib.contextmanager
def platform():
    running = RunningPlatform(unlimited())
    try:
        yield running.up()
    finally:
        running.down()


def wrk(url: str, token: str | None, seconds: int = 8, connections: int = 16, script: str | None = None) -> dict[str, float]:
    """Requests a second and latencies (ms) of a closed loop; a Lua script makes other requests than GET. Fails on any answer but 2xx."""
    headers = ["-H", f"Authorization: Bearer {token}"] if token else []
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", *headers, *(["-s", script] if script else []), url]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in text or "Socket errors" in text:
        raise RuntimeError(text)
    count = int(re.search(r"(\d+) requests in", text)[1])
    return {"requests": count, "rps": float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])} | {
        f"p{name}_ms": _milliseconds(text, name) for name in (50, 99)}


def _milliseconds(text: str, percentile: int) -> float:
    number, unit = re.search(rf"\s{percentile}%\s+([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[unit]


def cpu_seconds(pid: int) -> float:
    """Time on a processor of a process's threads until now: the scheduler's own count, not a sample by clock ticks."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9


def postgres_cpu_seconds(platform) -> float:
    """Of the platform's PostgreSQL: its server process and the ones of its connections that live."""
    server = platform.process("postgres").pid
    children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    total = 0.0
    for pid in (server, *map(int, children)):
        try:
            total += cpu_seconds(pid)
        except FileNotFoundError:       # a connection that has just ended
            continue
    return total


class Apart:
    """Calls work(*arguments) in a process of its own, so that Python's one lock does not measure the measurer.

    `work = Apart(f, x); ...; answer = work.result()`"""

    def __init__(self, work, *arguments) -> None:
        forking = multiprocessing.get_context("fork")
        self.answer, answer = forking.Pipe(duplex=False)
        self.process = forking.Process(target=lambda: answer.send(work(*arguments)), daemon=True)
        self.process.start()
        answer.close()

    def result(self):
        try:
            return self.answer.recv()
        except EOFError:
            raise RuntimeError("a process of the benchmark failed; its words stand above") from None
        finally:
            self.process.join()


def resident_megabytes(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[round(share * (len(ordered) - 1))]


def show(name: str, rows: list[tuple[str, str, str]], figures: dict) -> None:
    """Prints `what, measured, to reach` and writes the figures with machine, commit and date."""
    width = max(len(row[0]) for row in rows)
    print(f"\n{'':{width}}   {'measured':>14}   to reach")
    for what, measured, goal in rows:
        print(f"{what:{width}}   {measured:>14}   {goal}")
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    result = {"bench": name, "date": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "commit": commit,
              "machine": {"cpu": _cpu_model(), "cores": os.cpu_count(), "kernel": machine.release()}, "figures": figures}
    target = ROOT / "bench" / "results" / f"{name}.json"
    target.write_text(json.dumps(result, indent=1) + "\n")
    print(f"\nwritten to {target.relative_to(ROOT)}")


def _cpu_model() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), machine.machine())


def people_pocs(count: int, marker: str = "bench") -> str:
    """JSON Lines of `count` made-up POCs, each with a repository of its own."""
    languages = ("Go", "Rust", "C++", "Java", "Zig", "Python")
    return "".join(json.dumps({
        "name": f"{marker} poc {n}", "description": f"Number {n} of many, to have something to list",
        "repositoryUrl": f"https://example.org/{marker.replace(' ', '-')}/{n}", "language": languages[n % len(languages)],
        "tags": ["bench", f"group{n % 20}"], "frameworks": [f"framework{n % 7}"],
        "createdAt": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(1_600_000_000 + n * 3600))}) + "\n" for n in range(count))


def import_and_wait(person, lines: str, seconds: float = 120) -> dict:
    """The finished job, and under `seconds` how long it took from sending to completion."""
    begun = time.monotonic()
    job = person.post("/api/v1/pocs/imports", lines, headers={"Content-Type": "application/x-ndjson"}).expect(202).json
    while job["status"] not in ("COMPLETED", "FAILED", "CANCELLED"):
        if time.monotonic() - begun > seconds:
            raise RuntimeError(f"the import takes too long: {job}")
        time.sleep(0.02)
        job = person.get(f"/api/v1/pocs/imports/{job['importId']}").expect(200).json
    return job | {"seconds": time.monotonic() - begun}
