"""Tokens signed with our own keys: what an attacker could try who had everything but permission."""

from __future__ import annotations

import base64
import ctypes
import ctypes.util
import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

Key = ec.EllipticCurvePrivateKey
NONCE_BYTES = 24
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551     # SEC 2 section 2.4.2


def packed(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def parts_of(token: str) -> tuple[dict, dict]:
    """Header and claims."""
    header, claims = (json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))) for part in token.split(".")[:2])
    return header, claims


def signed(key: Key, header: dict | bytes, claims: dict | bytes, *, der: bool = False, high_s: bool = False) -> str:
    """Of the two signatures that verify alike, the one with the low s unless told otherwise."""
    head = packed(_bytes(header)) + "." + packed(_bytes(claims))
    signature = key.sign(head.encode(), ec.ECDSA(SHA256()))
    if not der:
        r, s = utils.decode_dss_signature(signature)
        if (s > P256_ORDER // 2) != high_s:
            s = P256_ORDER - s
        signature = r.to_bytes(32, "big") + s.to_bytes(32, "big")
    return head + "." + packed(signature)


def _bytes(value: dict | bytes) -> bytes:
    return value if isinstance(value, bytes) else json.dumps(value).encode()


def jwk_of(key: Key) -> dict[str, Any]:
    numbers = key.public_key().public_numbers()
    return {"kty": "EC", "crv": "P-256", "x": packed(numbers.x.to_bytes(32, "big")), "y": packed(numbers.y.to_bytes(32, "big"))}


def service_key(platform, service: str) -> Key:
    return load_pem_private_key((platform.state.root / "secrets" / f"{service}.key.pem").read_bytes(), None)


def access_token_key(platform) -> Key:
    """auth's newest signing key, unwrapped as auth does it (XChaCha20-Poly1305 under MRBILL_AUTH_KEK)."""
    newest = "SELECT kid, encode(wrapped_key, 'hex') FROM signing_keys ORDER BY activates_at DESC LIMIT 1"
    kid, box_hex = platform.sql("auth", newest).strip().split("|")
    kek = bytes.fromhex((platform.state.root / "secrets" / "auth_kek").read_text().strip())
    box = bytes.fromhex(box_hex)
    sodium = ctypes.CDLL(ctypes.util.find_library("sodium") or "libsodium.so.23")
    out, length = ctypes.create_string_buffer(len(box)), ctypes.c_ulonglong()
    failed = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        out, ctypes.byref(length), None, box[NONCE_BYTES:], ctypes.c_ulonglong(len(box) - NONCE_BYTES),
        kid.encode(), ctypes.c_ulonglong(len(kid)), box[:NONCE_BYTES], kek)
    assert not failed, "the key is wrapped otherwise now"
    return load_pem_private_key(out.raw[:length.value], None)
