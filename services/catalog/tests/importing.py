"""Importing and exporting as a person does it."""

import json
import time


def start(person, text: str | bytes, *, media: str = "application/x-ndjson", key: str | None = None):
    headers = {"Content-Type": media} | ({"Idempotency-Key": key} if key else {})
    return person.post("/api/v1/pocs/imports", text, headers=headers)


def finish(person, import_id: str, seconds: float = 60) -> dict:
    """Waits for the end; the progress must never fall on the way."""
    until, progress = time.monotonic() + seconds, 0
    while True:
        job = person.get(f"/api/v1/pocs/imports/{import_id}").expect(200).json
        assert job["progress"] >= progress, "progress fell"
        progress = job["progress"]
        if job["status"] not in ("PENDING", "PROCESSING"):
            return job
        assert time.monotonic() < until, f"the import does not end: {job}"
        time.sleep(0.05)


def run(person, text: str | bytes, **more) -> dict:
    return finish(person, start(person, text, **more).expect(202).json["importId"])


def counts(job: dict) -> tuple[int, int, int, int]:
    return job["createdRows"], job["updatedRows"], job["unchangedRows"], job["failedRows"]


def exported(person, **query) -> list[dict]:
    body = person.get("/api/v1/pocs/export", query=query).expect(200).body.decode()
    return [json.loads(line) for line in body.splitlines()]
