"""The gateway: nginx as the ordinary user, every path relative and inside the state folder, its configuration rendered from a template."""

from __future__ import annotations

import functools
import html
import json
import os
import re
from http import HTTPStatus
from pathlib import Path
from typing import Callable, NamedTuple

from . import users
from .certificate import Certificate
from .credentials import Credentials
from .description import NAMES, SERVICES, TOKEN_CHECKER
from .process import write_atomically
from .state import State
from .unit import Unit, base_environment

TEMPLATE = Path(__file__).with_name("nginx.conf.template")
ERRORS = Path(__file__).with_name("gateway_errors.py")
# What nginx answers by itself; everything else comes from the services.
LIST = Path(__file__).with_name("problems.yaml")
TITLES = {413: "Content Too Large", 414: "URI Too Long", 416: "Range Not Satisfiable"}  # RFC 9110; Python still has the older ones
RETRY_AFTER = {429, 503}
# The same as a page, for who looks with a browser: the layout, the words and the addresses are the contracts', as the services'.
LAYOUT = Path(__file__).with_name("page.html")
PAGE = json.loads(Path(__file__).with_name("page.json").read_text(encoding="utf-8"))
AWAY = (502, 504)  # a service that broke off or is silent: for who called the same as one that says so, 503 and try again


class Problem(NamedTuple):
    code: str
    english: str
    portuguese: str


@functools.cache
def problems() -> dict[int, Problem]:
    """By status, those of contracts/problems.yaml that are the gateway's."""
    import yaml  # here: `./mrbill` looks into this file before it has installed anything
    listed = yaml.safe_load(LIST.read_text(encoding="utf-8"))["problems"].items()
    return dict(sorted((entry["status"][0], Problem(code, said["en"], said["pt-BR"]))
                       for code, entry in listed for said in entry["says"] if said.get("gateway")))


def problem_texts() -> str:
    """Each problem in the language of $reader, as a variable."""
    return "\n".join(f"  map $reader $problem_{status} {{\n    default '{_problem(status, said.english)}';\n"
                     f"    pt-BR '{_problem(status, said.portuguese)}';\n  }}" for status, said in problems().items())


def page_texts() -> str:
    """What each page says in the language of $page_reader: its title and what stands under it."""
    lines = []
    for status in problems():
        told = {language: _page_parts(status, language) for language in PAGE["words"]}
        for place, variable in enumerate((f"page_title_{status}", f"page_{status}")):
            lines.append(f"  map $page_reader ${variable} {{\n    default '{told['pt-BR'][place]}';\n    en '{told['en'][place]}';\n  }}")
    return "\n".join(lines)


def _page_parts(status: int, language: str) -> tuple[str, str]:
    words, detail = PAGE["words"][language], getattr(problems()[status], "english" if language == "en" else "portuguese")
    passes_soon = status in PAGE["passes_soon"]["statuses"] or status >= PAGE["passes_soon"]["and_from"]
    title = words["later" if passes_soon else "nothing_here" if status in PAGE["nothing_here"] else "not_possible"]
    text = f"{detail} {words['reload']}" if passes_soon else detail
    return html.escape(title), f'<p>{html.escape(text)}</p><a class="go" href="/">{html.escape(words["to_start"])}</a>'


def page_addresses() -> str:
    """As one expression, with what lies under each."""
    return f"^(?:{'|'.join(map(re.escape, PAGE['addresses'].values()))})(?:[/?]|$)"


def page_locations() -> str:
    return "\n".join(_location(status, "/page", "$page_reader", "'text/html; charset=utf-8'", _page) for status in problems())


def _page(status: int) -> str:
    text = LAYOUT.read_text(encoding="utf-8").rstrip("\n").replace("'", "\\'")
    for hole, value in {"{language}": "$page_reader", "{title}": f"$page_title_{status}", "{content}": f"$page_{status}"}.items():
        text = text.replace(hole, value)
    return f"'{text}'"


def problem_locations() -> str:
    return "\n".join(_location(status, "", "$reader", "application/problem+json", "$problem_{}".format) for status in problems())


def _location(status: int, kind: str, language: str, media_type: str, body: Callable[[int], str]) -> str:
    more = ""
    if status in RETRY_AFTER:
        more = "      add_header Retry-After 1 always;\n"
    elif status == 405:
        more = "      add_header Allow $allowed always;\n"
    elif status == 500:  # also what nginx makes of a token that nobody could judge
        more = "      add_header Retry-After $token_retry always;\n      if ($token_retry) { return 503 " + body(503) + "; }\n"
    return (f"    location = /.problem/{status}{kind} {{\n      internal;\n      include security.conf;\n"
            f"      add_header Cache-Control no-store always;\n      add_header Content-Language {language} always;\n"
            f"      client_max_body_size 0;\n{more}"
            f"      types {{ }}\n      default_type {media_type};\n      return {status} {body(status)};\n    }}")


def _problem(status: int, detail: str) -> str:
    code, title = problems()[status].code, TITLES.get(status) or HTTPStatus(status).phrase
    return json.dumps({"type": f"https://mrbill.dev/problems/{code}", "title": title, "status": status,
                       "detail": detail, "code": code, "requestId": "$id_out"},
                      separators=(",", ":"), ensure_ascii=False)


def upstreams(ports: dict[str, int]) -> str:
    return "\n".join(f"  upstream {name} {{\n    server 127.0.0.1:{ports[name]};\n    keepalive 512;\n    keepalive_timeout 4s;\n  }}"
                     for name in NAMES)


def routes() -> str:
    """What is passed on to whom."""
    return "\n".join(f"    location {route.at} {{\n" + "".join(f"      {directive};\n" for directive in route.directives) +
                     f"      proxy_pass http://{service.name};\n    }}" for service in SERVICES for route in service.routes)


class Gateway:
    def __init__(self, state: State, ports: dict[str, int]) -> None:
        self.state, self.ports = state, ports
        self.folder = state.configuration / "gateway"
        self.certificate = Certificate(self.folder)

    @property
    def is_https(self) -> bool:
        return self.state.https.exists()

    @property
    def public_url(self) -> str:
        """Where people come."""
        return f"https://localhost:{self.ports['gateway_https']}" if self.is_https else self.local_url

    @property
    def local_url(self) -> str:
        """For what runs on this machine and knows of no certificate."""
        return f"http://localhost:{self.ports['gateway']}"

    def prepare(self) -> None:
        self.folder.mkdir(exist_ok=True)
        self.folder.chmod(0o711)
        (self.folder / "temporary").mkdir(mode=0o700, exist_ok=True)
        self.state.log("gateway-access").touch(0o600)
        if self.is_https:
            self.certificate.make()
        if self.state.demo.exists():
            self.state.demo.chmod(0o644)  # the documentation shows it to everybody; a restored one too
        write_atomically(self.folder / "nginx.conf", self.render())
        write_atomically(self.folder / "security.conf", TEMPLATE.with_name("nginx.security.conf").read_text())
        write_atomically(self.folder / "proxy.conf", self.render_proxy())
        users.give(self.state, "gateway", self.folder / "temporary", self.state.log("gateway-access"), *self._files())

    def _files(self) -> list[Path]:
        own = [self.certificate.file, self.certificate.key] if self.is_https else []
        return [self.folder / name for name in ("nginx.conf", "security.conf", "proxy.conf")] + own

    def render_proxy(self) -> str:
        key = Credentials(self.state).hex_file("gateway_key").read_text()
        return TEMPLATE.with_name("nginx.proxy.conf").read_text().replace("{{gateway_key}}", key)

    def listens(self) -> str:
        lines = [f"    listen 127.0.0.1:{self.ports['gateway']} backlog=1024;"]
        if self.is_https:
            lines += [f"    listen 127.0.0.1:{self.ports['gateway_https']} ssl http2 backlog=1024;",
                      f"    ssl_certificate {self.certificate.file.name};", f"    ssl_certificate_key {self.certificate.key.name};",
                      "    ssl_protocols TLSv1.2 TLSv1.3;", "    ssl_session_cache shared:tls:1m;", "    ssl_session_tickets off;",
                      "    error_page 497 =400 /.problem/400$as_page;  # no TLS at the port of TLS"]
        return "\n".join(lines)

    def render(self) -> str:
        values = {
            "listens": self.listens(), "upstreams": upstreams(self.ports), "routes": routes(),
            "checks_tokens": f"http://{TOKEN_CHECKER.name}{TOKEN_CHECKER.checks_tokens}",
            "requests_per_second": os.environ.get("MRBILL_GATEWAY_RATE", "5000"), "problems": problem_locations(),
            "problem_texts": problem_texts(), "pages": page_locations(), "page_texts": page_texts(),
            "page_addresses": page_addresses(),
            "error_pages": "\n".join([f"    error_page {status} {'= ' if status == 500 else ''}/.problem/{status}$as_page;"
                                      for status in problems()]
                                      + [f"    error_page {status} =503 /.problem/503$as_page;" for status in AWAY]),
        }
        text = TEMPLATE.read_text()
        for name, value in values.items():
            text = text.replace("{{" + name + "}}", str(value))
        return text

    def unit(self) -> Unit:
        # SIGQUIT lets requests under way finish.
        return Unit("gateway", ["/usr/sbin/nginx", "-p", str(self.folder), "-c", "nginx.conf", "-e", "stderr"], stage=2,
                    cwd=str(self.folder), environment=base_environment(), stop_signal="SIGQUIT",
                    remove_before_start=[str(self.folder / "temporary" / "nginx.pid")], words_through=str(ERRORS), reload_signal="SIGHUP",
                    user=users.user_of(self.state, "gateway"),
                    asks=f"http://127.0.0.1:{self.ports['gateway']}/.well-known/alive",
                    ).sealed(ERRORS, loads=tuple(self._files()))
