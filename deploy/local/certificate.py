"""The installation's own certificate for https://localhost: made once, made anew before it runs out.

    certificate = Certificate(state.configuration / "gateway")
    certificate.make()
    certificate.file, certificate.key        # PEM; the key is readable by its owner alone
"""

from __future__ import annotations

import subprocess
from pathlib import Path

OPENSSL = "/usr/bin/openssl"
GOOD_FOR_DAYS, RENEWED_SECONDS_BEFORE = 397, 30 * 86_400  # no browser takes one that is good for more than 398 days
NAMES = "subjectAltName=DNS:localhost,IP:127.0.0.1"


class Certificate:
    def __init__(self, folder: Path) -> None:
        self.file, self.key = folder / "certificate.pem", folder / "certificate.key"

    def make(self) -> None:
        if self._holds():
            return
        # It vouches for no other: whoever trusts it trusts these two names alone.
        parts = ("basicConstraints=critical,CA:FALSE", "keyUsage=critical,digitalSignature", "extendedKeyUsage=serverAuth", NAMES)
        more = [word for part in parts for word in ("-addext", part)]
        subprocess.run([OPENSSL, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc",
                        "-days", str(GOOD_FOR_DAYS), "-subj", "/CN=Mr Bill on this machine", "-keyout", str(self.key),
                        "-out", str(self.file), *more], check=True, stdin=subprocess.DEVNULL, capture_output=True)
        self.key.chmod(0o600)
        self.file.chmod(0o644)

    def _holds(self) -> bool:
        if not (self.file.exists() and self.key.exists()):
            return False
        return subprocess.run([OPENSSL, "x509", "-in", str(self.file), "-noout", "-checkend", str(RENEWED_SECONDS_BEFORE)],
                              stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 0
