"""The page of all error codes, where the `type` of every problem leads: static, without a script, in both languages."""

from __future__ import annotations

from html import escape
from http import HTTPStatus
from pathlib import Path

from . import problems

STYLE = """
:root { color-scheme: light dark; --ink: #1d2433; --soft: #5b6475; --line: #e2e6ee; --paper: #fff; --band: #f6f8fb; --accent: #4c3fc4;
  --hit: #fff6d6; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9f0; --soft: #9aa4b8; --line: #2b3242; --paper: #12161f; --band: #1a202c;
  --accent: #8aa4ff; --hit: #3a3314; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.25rem 6rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; letter-spacing: -.01em; }
h2 { font-size: 1.15rem; margin: 3rem 0 .5rem; }
p { margin: 0 0 1rem; max-width: 44rem; }
a { color: var(--accent); }
code { font: .9375em ui-monospace, SFMono-Regular, Consolas, monospace; }
section { display: grid; grid-template-columns: 18rem 1fr; gap: .25rem 1.5rem; padding: .875rem .75rem; border-top: 1px solid var(--line);
  scroll-margin-top: 1rem; }
section:target { background: var(--hit); box-shadow: -3px 0 0 var(--accent); }
h3 { font: inherit; margin: 0; overflow-wrap: anywhere; }
h3 a { color: inherit; text-decoration: none; }
h3 code { font-weight: 600; }
h3 a:hover { text-decoration: underline; }
h3 small { display: block; color: var(--soft); }
ul { list-style: none; margin: 0; padding: 0; }
li + li { margin-top: .5rem; }
li span { display: block; color: var(--soft); }
@media (max-width: 44rem) { section { grid-template-columns: 1fr; } main { padding-top: 1.5rem; } }
"""

INTRODUCTION = """
<h1>Error codes</h1>
<p>Every error of the platform is a problem (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>) whose <code>type</code> leads
here. Programs go by <code>code</code>, which stays; people read <code>detail</code>, told in the language that
<code>Accept-Language</code> prefers, else in that of their profile. Name the <code>requestId</code> when you ask for help.
<a href="/api/docs/">The documentation</a> tells for each operation which of them it answers.</p>
<p lang="pt-BR">Todo erro da plataforma é um problema (RFC 9457) cujo <code>type</code> leva a esta página. Programas usam
<code>code</code>, que não muda; pessoas leem <code>detail</code>, no idioma preferido em <code>Accept-Language</code> ou, sem ele, no do
perfil. Ao pedir ajuda, informe o <code>requestId</code>.</p>
"""

FIELDS = """
<h2>What is wrong with a field</h2>
<p>The <code>code</code> of each of a problem's <code>errors</code>; <code>pointer</code> names the field.
<span lang="pt-BR">O <code>code</code> de cada um dos <code>errors</code>; <code>pointer</code> indica o campo.</span></p>
"""

FAILURES = """
<h2>Why something came to nothing</h2>
<p>The <code>errorCode</code> of a film or a report, and what <code>errorMessage</code> says of them and of imports.
<span lang="pt-BR">O <code>errorCode</code> de um vídeo ou relatório, e o que <code>errorMessage</code> diz deles e de
importações.</span></p>
"""


def page(file: Path) -> str:
    document = problems.read(file)
    codes = [_section(code, code, entry["says"], " · ".join(map(_status, entry["status"])))
             for code, entry in sorted(document["problems"].items())]
    said = {code: list(entry["says"]) for code, entry in document["fields"].items()}
    said["pattern"] = [*said.get("pattern", []), *_once(document["patterns"].values())]
    fields = [_section(f"field-{code}", code, says, "") for code, says in sorted(said.items())]
    failures = [_section(f"failure-{code}", code, entry["says"], "") for code, entry in sorted(document["failures"].items())]
    return "\n".join(["<!doctype html>", '<html lang="en">', "<head>", '<meta charset="utf-8">',
                      '<meta name="viewport" content="width=device-width, initial-scale=1">', "<title>Mr Bill: error codes</title>",
                      f"<style>{STYLE}</style>", "</head>", "<body>", "<main>", INTRODUCTION, *codes, FIELDS, *fields, FAILURES, *failures,
                      "</main>", "</body>",
                      "</html>", ""])


def _once(sentences) -> list[dict]:
    return list({sentence["en"]: sentence for sentence in sentences}.values())


def _status(status: int) -> str:
    return f"{status} {HTTPStatus(status).phrase}"


def _section(anchor: str, code: str, says: list[dict], under: str) -> str:
    lines = "".join(f'<li>{_sentence(one["en"])}<span lang="{problems.LANGUAGE}">{_sentence(one[problems.LANGUAGE])}</span></li>'
                    for one in says)
    small = f"<small>{escape(under)}</small>" if under else ""
    return f'<section id="{anchor}"><h3><a href="#{anchor}"><code>{escape(code)}</code></a>{small}</h3><ul>{lines}</ul></section>'


def _sentence(text: str) -> str:
    return escape(text).replace("{}.", "…").replace("{}", "…")
