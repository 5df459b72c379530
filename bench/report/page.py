"""The order that is measured, and the same report as one HTML page for the peers."""

from __future__ import annotations

import html as escape
import json
import uuid
from collections import Counter


def order(pocs) -> dict:
    made = [{"pocId": str(uuid.UUID(int=n + 1)), "isPublic": True, "isFavorite": n % 9 == 0, "updatedAt": poc["createdAt"], **poc}
            for n, poc in enumerate(pocs)]
    made.sort(key=lambda poc: poc["createdAt"])
    return {"title": "A year of experiments", "person": {"displayName": "Ana Souza", "tenantName": "Laboratório Aurora", "locale": "en",
                                                         "timeZone": "America/Sao_Paulo"},
            "fromDate": made[0]["createdAt"], "toDate": made[-1]["createdAt"], "generatedAt": "2026-01-02T14:30:00Z", "includeTags": [],
            "excludeTags": [],
            "groupBy": ["month", "language"], "format": "PDF", "pocs": made}


def lines(order: dict) -> str:
    """The order as the program reads it: its head, then a POC a line."""
    head = {key: value for key, value in order.items() if key != "pocs"}
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in (head, *order["pocs"]))


def cells(poc: dict) -> list[str]:
    return [poc["name"], poc["description"] or "", poc["repositoryUrl"] or "", poc["language"] or "", ", ".join(poc["tags"]),
            ", ".join(poc["frameworks"]),
            "yes", "no", poc["createdAt"], poc["updatedAt"], poc["pocId"]]


def html(order: dict) -> str:
    pocs = order["pocs"]
    months, languages = Counter(poc["createdAt"][:7] for poc in pocs), Counter(poc["language"] for poc in pocs)
    pairs = Counter((poc["createdAt"][:7], poc["language"]) for poc in pocs)
    across = "".join(f"<tr><th>{month}</th>" + "".join(f"<td>{pairs[month, name]}</td>" for name in languages) + "</tr>"
                     for month in sorted(months))
    return f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>{order['title']}</title>
<style>body{{font:8pt sans-serif}} h2{{page-break-before:always}} table{{width:100%;border-collapse:collapse}}
td,th{{border-bottom:.3pt solid #ccc;text-align:left;vertical-align:top}}
p{{margin:0;color:#555}} thead{{display:table-header-group}} tr{{page-break-inside:avoid}}</style>
<h1>{order['title']}</h1><p>{order['person']['displayName']}, {order['person']['tenantName']}</p>
<p>{len(pocs)} POCs, {len(languages)} languages</p>
<h2>By month</h2>{_bars(sorted(months.items()))}{_table(sorted(months.items()))}
<h2>By language</h2>{_bars(languages.most_common())}{_table(languages.most_common())}
<h2>Month by language</h2><table><tr><th>Month{''.join(f'<th>{name}' for name in languages)}</tr>{across}</table>
<h2>All POCs</h2><table><thead><tr><th>Name<th>Language<th>Tags<th>Frameworks<th>Created<th>Updated</tr></thead>
{''.join(map(_row, pocs))}</table></html>"""


def _bars(counts) -> str:
    most = max(count for _, count in counts)
    bars = "".join(f'<rect x="100" y="{n * 6}" width="{300 * count / most:.1f}" height="4" fill="#1b3ab5"/>'
                   for n, (_, count) in enumerate(counts))
    return f'<svg width="480" height="{len(counts) * 6}">{bars}</svg>'


def _table(counts) -> str:
    return "<table>" + "".join(f"<tr><th>{name}</th><td>{count}</td></tr>" for name, count in counts) + "</table>"


def _row(poc: dict) -> str:
    safe = {key: escape.escape(str(value)) for key, value in poc.items()}
    return (f'<tr><td><a href="{safe["repositoryUrl"]}">{safe["name"]}</a><p>{safe["description"]}</p><td>{safe["language"]}'
            f'<td>{escape.escape(", ".join(poc["tags"]))}'
            f'<td>{escape.escape(", ".join(poc["frameworks"]))}<td>{poc["createdAt"][:10]}<td>{poc["updatedAt"][:10]}</tr>')
