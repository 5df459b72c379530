"""The gateway: nginx as the ordinary user, every path relative and inside the state folder, its configuration rendered from a template."""

from __future__ import annotations

import html
import json
import os
import re
from pathlib import Path
from typing import Callable

from . import users
from .credentials import Credentials
from .description import NAMES, SERVICES, TOKEN_CHECKER
from .process import write_atomically
from .state import State
from .unit import Unit, base_environment

TEMPLATE = Path(__file__).with_name("nginx.conf.template")
ERRORS = Path(__file__).with_name("gateway_errors.py")
# What nginx answers by itself; everything else comes from the services. The words are those of contracts/problems.yaml, by a test.
PROBLEMS = {
    400: ("malformed_request", "Bad Request", "The request is not valid HTTP.", "A requisição não é HTTP válido."),
    401: ("unauthenticated", "Unauthorized",
          "A body of more than 64 KiB, or of unknown length, is read from who shows a valid access token.",
          "Um corpo com mais de 64 KiB, ou de tamanho desconhecido, só é lido de quem apresenta um token de acesso válido."),
    403: ("forbidden", "Forbidden", "This is not served.", "Isto não é servido."),
    404: ("not_found", "Not Found", "There is nothing at this address.", "Não há nada neste endereço."),
    405: ("method_not_allowed", "Method Not Allowed", "This address does not know this method.", "Este endereço não conhece esse método."),
    408: ("request_timeout", "Request Timeout", "The request did not arrive in time.", "A requisição não chegou a tempo."),
    413: ("body_too_large", "Content Too Large", "The body is larger than this address accepts.",
          "O corpo da requisição é maior do que o aceito neste endereço."),
    414: ("uri_too_long", "URI Too Long", "The address is longer than 8 KiB.", "O endereço passa de 8 KiB."),
    416: ("range_not_satisfiable", "Range Not Satisfiable", "The range lies outside of the file.", "O intervalo fica fora do arquivo."),
    429: ("rate_limited", "Too Many Requests", "Too many requests from your network; try again in a moment.",
          "Requisições demais vindas da sua rede; tente de novo daqui a pouco."),
    431: ("header_too_large", "Request Header Fields Too Large", "The header fields are larger than 8 KiB.",
          "Os cabeçalhos passam de 8 KiB."),
    500: ("internal", "Internal Server Error", "The gateway failed.", "O gateway falhou."),
    501: ("coding_not_implemented", "Not Implemented",
          "The request uses a transfer coding that is not served here; send it chunked or as it is.",
          "A requisição usa uma codificação de transferência que não é aceita aqui; envie em chunked ou sem codificação."),
    503: ("unavailable", "Service Unavailable", "The service behind this address is not ready.",
          "O serviço deste endereço não está pronto."),
    505: ("http_version", "HTTP Version Not Supported", "Speak HTTP/1.1.", "Use HTTP/1.1."),
}
RETRY_AFTER = {429, 503}
# The same as a page, for who looks with a browser: the layout, the words and the addresses are the contracts', as the services'.
LAYOUT = Path(__file__).with_name("page.html")
PAGE = json.loads(Path(__file__).with_name("page.json").read_text(encoding="utf-8"))
AWAY = (502, 504)  # a service that broke off or is silent: for who called the same as one that says so, 503 and try again


def problem_texts() -> str:
    """Each problem in the language of $reader, as a variable."""
    return "\n".join(f"  map $reader $problem_{status} {{\n    default '{_problem(status, 2)}';\n    pt-BR '{_problem(status, 3)}';\n  }}"
                     for status in PROBLEMS)


def page_texts() -> str:
    """What each page says in the language of $page_reader: its title and what stands under it."""
    lines = []
    for status in PROBLEMS:
        told = {language: _page_parts(status, language) for language in PAGE["words"]}
        for place, variable in enumerate((f"page_title_{status}", f"page_{status}")):
            lines.append(f"  map $page_reader ${variable} {{\n    default '{told['pt-BR'][place]}';\n    en '{told['en'][place]}';\n  }}")
    return "\n".join(lines)


def _page_parts(status: int, language: str) -> tuple[str, str]:
    words, detail = PAGE["words"][language], PROBLEMS[status][2 if language == "en" else 3]
    passes_soon = status in PAGE["passes_soon"]["statuses"] or status >= PAGE["passes_soon"]["and_from"]
    title = words["later" if passes_soon else "nothing_here" if status in PAGE["nothing_here"] else "not_possible"]
    text = f"{detail} {words['reload']}" if passes_soon else detail
    return html.escape(title), f'<p>{html.escape(text)}</p><a class="go" href="/">{html.escape(words["to_start"])}</a>'


def page_addresses() -> str:
    """As one expression, with what lies under each."""
    return f"^(?:{'|'.join(map(re.escape, PAGE['addresses'].values()))})(?:[/?]|$)"


def page_locations() -> str:
    return "\n".join(_location(status, "/page", "$page_reader", "'text/html; charset=utf-8'", _page) for status in PROBLEMS)


def _page(status: int) -> str:
    text = LAYOUT.read_text(encoding="utf-8").rstrip("\n").replace("'", "\\'")
    for hole, value in {"{language}": "$page_reader", "{title}": f"$page_title_{status}", "{content}": f"$page_{status}"}.items():
        text = text.replace(hole, value)
    return f"'{text}'"


def problem_locations() -> str:
    return "\n".join(_location(status, "", "$reader", "application/problem+json", "$problem_{}".format) for status in PROBLEMS)


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


def _problem(status: int, language: int) -> str:
    code, title = PROBLEMS[status][:2]
    return json.dumps({"type": f"https://mrbill.dev/problems/{code}", "title": title, "status": status,
                       "detail": PROBLEMS[status][language], "code": code, "requestId": "$id_out"},
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

    @property
    def public_url(self) -> str:
        return f"http://localhost:{self.ports['gateway']}"

    def prepare(self) -> None:
        self.folder.mkdir(exist_ok=True)
        self.folder.chmod(0o711)
        (self.folder / "temporary").mkdir(mode=0o700, exist_ok=True)
        self.state.log("gateway-access").touch(0o600)
        if self.state.demo.exists():
            self.state.demo.chmod(0o644)  # the documentation shows it to everybody; a restored one too
        write_atomically(self.folder / "nginx.conf", self.render())
        write_atomically(self.folder / "security.conf", TEMPLATE.with_name("nginx.security.conf").read_text())
        write_atomically(self.folder / "proxy.conf", self.render_proxy())
        users.give(self.state, "gateway", self.folder / "temporary", self.state.log("gateway-access"), *self._files())

    def _files(self) -> list[Path]:
        return [self.folder / name for name in ("nginx.conf", "security.conf", "proxy.conf")]

    def render_proxy(self) -> str:
        key = Credentials(self.state).hex_file("gateway_key").read_text()
        return TEMPLATE.with_name("nginx.proxy.conf").read_text().replace("{{gateway_key}}", key)

    def render(self) -> str:
        values = {
            "port": self.ports["gateway"], "upstreams": upstreams(self.ports), "routes": routes(),
            "checks_tokens": f"http://{TOKEN_CHECKER.name}{TOKEN_CHECKER.checks_tokens}",
            "requests_per_second": os.environ.get("MRBILL_GATEWAY_RATE", "5000"), "problems": problem_locations(),
            "problem_texts": problem_texts(), "pages": page_locations(), "page_texts": page_texts(),
            "page_addresses": page_addresses(),
            "error_pages": "\n".join([f"    error_page {status} {'= ' if status == 500 else ''}/.problem/{status}$as_page;"
                                      for status in PROBLEMS]
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
