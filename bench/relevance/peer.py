"""The peer: PostgreSQL's full text search with trigrams over the same rows, as one would build it: any of the words or their
beginnings, accents aside, a slip by the likeness of words; ranked by both."""

import json
import re
from collections.abc import Callable

SCHEMA = """
CREATE EXTENSION pg_trgm;
CREATE EXTENSION unaccent;
CREATE TABLE pocs (number int PRIMARY KEY, name text, words tsvector);
INSERT INTO pocs
  SELECT (row_number() OVER ()) - 1, r->>'name',
    setweight(to_tsvector('simple', unaccent(translate(r->>'name', '-_', '  '))), 'A')
    || setweight(to_tsvector('simple', unaccent(coalesce(r->>'description', ''))), 'B')
    || setweight(to_tsvector('simple', unaccent(concat_ws(' ', r->>'language', r->>'tags', r->>'frameworks'))), 'C')
  FROM json_array_elements($rows$%s$rows$) AS r;
CREATE INDEX ON pocs USING gin (words);
CREATE INDEX ON pocs USING gin (name gin_trgm_ops);
ANALYZE pocs;
"""

SEARCH = """
SELECT '>' || coalesce(string_agg(number::text, ' ' ORDER BY place), '') FROM (
  SELECT number, row_number() OVER (ORDER BY ts_rank(words, q) + similarity(lower(name), t) DESC, number) AS place
  FROM pocs, (SELECT to_tsquery('simple', unaccent('{query}')) AS q, lower('{typed}') AS t) typed
  WHERE words @@ q OR t % name ORDER BY place LIMIT 10) found;
"""


class Peer:
    def __init__(self, sql: Callable[[str], str], rows: list[dict]) -> None:
        self._sql = sql
        self._sql(SCHEMA % json.dumps(rows))

    def find(self, typed: list[str]) -> list[list[int]]:
        """Of each, the numbers of the best ten rows."""
        answer = self._sql("".join(SEARCH.format(query=_any_of(text), typed=text.replace("'", "''")) for text in typed))
        return [[int(number) for number in line[1:].split()] for line in answer.splitlines()]


def _any_of(typed: str) -> str:
    return " | ".join(f"{word}:*" for word in re.findall(r"[^\W_]+", typed))
