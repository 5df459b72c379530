"""The events that a consumer gave up: lists them with the reason, and sends them again once the cause is gone.

    letters = DeadLetters(world.events)
    letters.listed()[0].reason
    letters.send_again("1700000000000-0")     # False when there is no such letter

A letter sent again comes to every group; whoever had it already knows its id or version and does nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from datetime import datetime, timezone

from .redis import Redis

STREAM, DEAD = "events", "events:dead"
# One step: it is in one of the two streams, whatever dies in between.
SEND_AGAIN = """
local letter = redis.call('XRANGE', KEYS[2], ARGV[1], ARGV[1])[1]
if not letter then return 0 end
for i = 1, #letter[2], 2 do
  if letter[2][i] == 'event' then redis.call('XADD', KEYS[1], '*', 'event', letter[2][i + 1]) end
end
return redis.call('XDEL', KEYS[2], ARGV[1])"""


@dataclass
class Letter:
    id: str             # its place in the stream of dead letters
    group: str
    reason: str
    deliveries: int
    event: str          # the CloudEvent as it came; may be anything

    @property
    def since(self) -> str:
        return datetime.fromtimestamp(int(self.id.partition("-")[0]) / 1000, timezone.utc).isoformat(timespec="seconds")

    def attribute(self, name: str) -> str:
        """Of the CloudEvent; `?` when it is none."""
        try:
            return str(json.loads(self.event).get(name, "?"))
        except (ValueError, AttributeError, RecursionError):
            return "?"

    def __str__(self) -> str:
        return (f"{self.id}  {self.since}  {self.group}  {self.attribute('type')}  event {self.attribute('id')}  "
                f"after {self.deliveries} deliveries: {self.reason}")


class DeadLetters:
    def __init__(self, redis: Redis) -> None:
        self.redis = redis

    def listed(self, most: int = 1000) -> list[Letter]:
        """The oldest first."""
        entries = json.loads(self._command("XRANGE", DEAD, "-", "+", "COUNT", str(most)))
        return [_letter(place, dict(zip(fields[::2], fields[1::2]))) for place, fields in entries]

    def send_again(self, place: str) -> bool:
        return self._command("EVAL", SEND_AGAIN, "2", STREAM, DEAD, place) == "1"

    def _command(self, *words: str) -> str:
        command = ["redis-cli", "-e", "--json", "-h", "127.0.0.1", "-p", str(self.redis.port), *words]
        environment = dict(os.environ) | {"REDISCLI_AUTH": self.redis.password}
        done = subprocess.run(command, env=environment, text=True, errors="replace", capture_output=True)
        if done.returncode != 0:
            raise RuntimeError(f"the events' Redis refused: {(done.stderr or done.stdout).strip()}")
        return done.stdout.strip()


def _letter(place: str, fields: dict[str, str]) -> Letter:
    return Letter(place, fields.get("group", "?"), fields.get("reason", "?"), int(fields.get("deliveries", 0)),
                  fields.get("event", ""))
