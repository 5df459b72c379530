"""Secrets of one installation: made once, mode 0600, under secrets/.

    credentials = Credentials(state)
    credentials.password("auth_app")          # 32 random characters
    credentials.hex_file("auth_kek")          # path of a file with 32 bytes in hex
    credentials.service_key("catalog")        # path of a PKCS#8 PEM, P-256
"""

from __future__ import annotations

import base64
import json
import secrets
import subprocess
from pathlib import Path

from .process import write_atomically
from .state import State


class Credentials:
    def __init__(self, state: State) -> None:
        self.folder = state.secrets

    def password(self, name: str) -> str:
        return self._once(f"{name}.password", lambda: secrets.token_urlsafe(24)).read_text()

    def hex_file(self, name: str) -> Path:
        return self._once(name, lambda: secrets.token_hex(32))

    def service_key(self, service: str) -> Path:
        return self._once(f"{service}.key.pem", _new_key)

    def copy(self, name: str, copied: str) -> Path:
        """The same secret under another name, for another reader."""
        path, text = self.folder / copied, self.hex_file(name).read_text()
        if not path.exists() or path.read_text() != text:
            write_atomically(path, text)
        return path

    def public_keys(self, services: list[str], reader: str) -> Path:
        """One JWKS with the public key of every service, for one reader; the key id is the service's name."""
        keys = [_public_jwk(self.service_key(service), service) for service in services]
        path = self.folder / f"{reader}.jwks.json"
        text = json.dumps({"keys": keys}, indent=1)
        if not path.exists() or path.read_text() != text:
            write_atomically(path, text)
        return path

    def _once(self, name: str, make) -> Path:
        path = self.folder / name
        if not path.exists():
            write_atomically(path, make())
        return path


def _new_key() -> str:
    return subprocess.run(
        ["openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
        check=True, capture_output=True, text=True).stdout


def _public_jwk(key: Path, key_id: str) -> dict[str, str]:
    der = subprocess.run(["openssl", "pkey", "-in", str(key), "-pubout", "-outform", "DER"],
                         check=True, capture_output=True).stdout
    point = der[-64:]  # a P-256 SubjectPublicKeyInfo ends with 04 || x || y
    return {"kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": key_id,
            "x": _base64url(point[:32]), "y": _base64url(point[32:])}


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
