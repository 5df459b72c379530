"""People come by https, once the platform is told so: with HTTP/2, and a certificate that vouches for this machine alone."""

import http.client
import json
import os
import socket
import ssl

import pytest


def up(platform, *words):
    done = platform.mrbill("up", "--bin", str(platform.binaries), "--no-demo", "--owner", str(os.getpid()), *words)
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def secured(own_platform):
    own_platform.greeting = up(own_platform, "--https")
    return own_platform


def trusting(platform) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=platform.state.configuration / "gateway/certificate.pem")


def ask(platform, method, path, body=None, **headers):
    link = http.client.HTTPSConnection("localhost", platform.ports["gateway_https"], timeout=10, context=trusting(platform))
    link.request(method, path, json.dumps(body) if body else None, {"Content-Type": "application/json"} | headers if body else headers)
    return link.getresponse()


def test_the_address_that_is_told_is_the_https_one(secured):
    assert f"https://localhost:{secured.ports['gateway_https']}" in secured.greeting
    assert "certificate.pem" in secured.greeting
    assert secured.environment("auth")["MRBILL_PUBLIC_URL"] == f"https://localhost:{secured.ports['gateway_https']}"


def test_the_app_the_api_and_a_session_in_a_cookie_come_by_it(secured):
    assert ask(secured, "GET", "/", Accept="text/html").headers["Content-Type"].startswith("text/html")
    person = secured.sign_up()
    origin = f"https://localhost:{secured.ports['gateway_https']}"
    signed_in = ask(secured, "POST", "/api/v1/auth/login", {"email": person.email, "password": person.password},
                    **{"X-Session-Transport": "cookie", "Origin": origin})
    assert signed_in.status == 200
    cookie = signed_in.headers["Set-Cookie"]
    assert "Secure" in cookie and "HttpOnly" in cookie
    refreshed = ask(secured, "POST", "/api/v1/auth/refresh",
                    **{"Cookie": cookie.split(";")[0], "X-Session-Transport": "cookie", "Origin": origin})
    assert refreshed.status == 200, refreshed.read()


def test_it_speaks_http_2_and_nothing_older_than_tls_1_2(secured):
    context = trusting(secured)
    context.set_alpn_protocols(["h2", "http/1.1"])
    with socket.create_connection(("127.0.0.1", secured.ports["gateway_https"]), 10) as raw, \
            context.wrap_socket(raw, server_hostname="localhost") as link:
        assert link.selected_alpn_protocol() == "h2"
        assert link.version() in ("TLSv1.2", "TLSv1.3")


def test_its_key_is_its_own_and_the_certificate_vouches_for_no_other_name(secured):
    folder = secured.state.configuration / "gateway"
    assert (folder / "certificate.key").stat().st_mode & 0o077 == 0
    with socket.create_connection(("127.0.0.1", secured.ports["gateway_https"]), 10) as raw, pytest.raises(ssl.SSLCertVerificationError):
        trusting(secured).wrap_socket(raw, server_hostname="elsewhere.example.org")


def test_who_forgets_the_tls_is_told_as_everybody_is(secured):
    link = http.client.HTTPConnection("localhost", secured.ports["gateway_https"], timeout=10)
    link.request("GET", "/api/v1/pocs")
    answer = link.getresponse()
    assert (answer.status, answer.headers["Content-Type"]) == (400, "application/problem+json")


def test_the_certificate_stays_the_same_and_goes_when_nobody_wants_it(secured):
    before, port = (secured.state.configuration / "gateway/certificate.pem").read_bytes(), secured.ports["gateway_https"]
    assert "Nothing to do" in up(secured, "--https")
    assert (secured.state.configuration / "gateway/certificate.pem").read_bytes() == before
    assert f"http://localhost:{secured.ports['gateway']}" in up(secured)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), 2)
    assert "gateway_https" not in secured.ports, "a port on which nobody listens may be another's"
