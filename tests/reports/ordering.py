"""Orders for mrbill-content-report, and what it makes of them."""

from __future__ import annotations

import json
import os
import subprocess
import uuid
from pathlib import Path

PROGRAM = Path(os.environ.get("MRBILL_TEST_BIN", Path(__file__).parents[2] / "build/dev/bin")) / "mrbill-content-report"
LANGUAGES = ["Java", "Go", "C++", "C#", "Rust", "Python", "TypeScript", None]
WORDS = ["kafka", "raft", "lexer", "gossip", "cache", "ledger", "mosaic", "beacon", "quorum", "sandbox"]

OVERRIDDEN = "\u202eoverridden"  # is seen, and read, backwards
HOSTILE_NAMES = [
    "🚀 foguete 👩‍👩‍👧‍👦 família 🇧🇷 1️⃣", "日本語のプロジェクト 漢字", "مشروع تجريبي 42 للبحث", "שלום עולם", "नमस्ते दुनिया", "한국어 프로젝트",
    "สวัสดีชาวโลก", '=HYPERLINK("http://evil.example","x")', "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "+1", "＝1+1", "＋1", "－1", "＠SUM(A1)",
    "_x0041_ is no letter", "\tled by a tab", "<script>&amp;</script>",
    "a" * 100, "paren ) ( \\ and quote \"", "Zalgo z̴̢͎a̶l̵g̷o̸", OVERRIDDEN, "\u0001\u0002controls\u001f", "\ufffe\uffff", "𓀀 hieroglyph",
    "'=apostrophe",
    ";semi,comma", "   "]
# As others see them: without what deceives the eye.
SHOWN_NAMES = [name.replace("\u202e", "").replace("\t", " ") for name in HOSTILE_NAMES]


def poc(number: int, **fields) -> dict:
    month, day = number % 12 + 1, number // 12 % 28 + 1
    return {"pocId": str(uuid.UUID(int=number + 1)), "name": f"{WORDS[number % 10]}-{number}",
            "description": f"Number {number} of many." if number % 3 == 0 else None,
            "repositoryUrl": f"https://example.org/pocs/{number}", "language": LANGUAGES[number % 8],
            "tags": sorted({WORDS[number % 10], WORDS[number // 10 % 10]}),
            "frameworks": ["Spring Boot", "Qt"][:number % 3], "isPublic": number % 2 == 0, "isFavorite": number % 7 == 0,
            "createdAt": f"2025-{month:02}-{day:02}T12:00:00Z", "updatedAt": f"2025-{month:02}-{day:02}T15:30:00Z"} | fields


def pocs(count: int) -> list[dict]:
    return sorted((poc(n) for n in range(count)), key=lambda one: one["createdAt"])


def hostile() -> list[dict]:
    made = [poc(n, name=name, description=None) for n, name in enumerate(HOSTILE_NAMES)]
    made[0] |= {"description": "Lorem ipsum dolor sit amet " * 370, "tags": [f"tag-número-{k}-" + "x" * 30 for k in range(30)],
                "frameworks": [f"Framework {k} of many words" for k in range(30)],
                "repositoryUrl": "https://example.org/" + "p" * 200 + "?q=ç&\"<>"}
    made[1] |= {"description": "説明" * 5000, "language": "日本語", "tags": ["日本語", "🚀"]}
    made[2] |= {"description": "هذا نص طويل جدا باللغة العربية " * 60, "repositoryUrl": "javascript:alert(1)", "language": "l" * 50}
    made[3] |= {"language": "<b>", "tags": ["a*b", "c?d", "~", "x|y"]}
    made[4] |= {"createdAt": "0001-01-01T00:00:00Z", "updatedAt": "9999-12-31T23:59:59Z", "language": "Go", "tags": ["Go", "go"]}
    made[5] |= {"language": "go"}
    return sorted(made, key=lambda one: one["createdAt"])


def order(of: list[dict], **fields) -> dict:
    person = {"displayName": "Ana Souza", "tenantName": "Laboratório Aurora", "locale": "pt-BR",
              "timeZone": "America/Sao_Paulo"} | fields.pop("person", {})
    return {"title": "Meu ano de experimentos", "person": person, "fromDate": "2025-01-01T03:00:00Z", "toDate": "2026-01-01T03:00:00Z",
            "generatedAt": "2026-01-02T14:30:00Z", "includeTags": [], "excludeTags": [], "groupBy": ["month", "language", "tag"],
            "format": "PDF"} | fields | {"pocs": of}


def lines_of(document: dict) -> str:
    """As the program reads it: the head, then a POC a line."""
    head = {key: value for key, value in document.items() if key != "pocs"}
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in (head, *document["pocs"]))


def run(document: dict | str, out: Path) -> tuple[int, list[dict], str]:
    """Exit code, the lines it said, its stderr."""
    out.mkdir(parents=True, exist_ok=True)
    path = out / "order.jsonl"
    path.write_text(document if isinstance(document, str) else lines_of(document))
    done = subprocess.run([PROGRAM, "report", "--order", path, "--out", out], capture_output=True, text=True, timeout=100)
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def rendered(document: dict, out: Path) -> Path:
    code, lines, errors = run(document, out)
    assert code == 0, (code, lines[-1:], errors)
    result = lines[-1]["result"]
    assert result["rows"] == len(document["pocs"])
    return out / result["file"]


def tool(*command) -> str:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, timeout=100).stdout
