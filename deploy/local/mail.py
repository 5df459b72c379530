"""Reads the Maildir into which the auth worker delivers.

    mail.newest(state.mail, "ana@example.org").link
"""

from __future__ import annotations

import email
import email.policy
import os
import re
import stat
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Mail:
    to: str
    sender: str
    subject: str
    date: str
    text: str

    @property
    def link(self) -> str | None:
        found = re.search(r"https?://\S+", self.text)
        return found.group(0).rstrip(".>)") if found else None

    @property
    def token(self) -> str | None:
        found = re.search(r"[?&#]token=([A-Za-z0-9._~-]+)", self.link or "")
        return found.group(1) if found else None


def read(file: Path) -> Mail:
    """Following no link: the folder belongs to the auth service, and who reads it may be root."""
    with os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as opened:
        message = email.message_from_bytes(opened.read(), policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    return Mail(str(message["To"]), str(message["From"]), str(message["Subject"]), str(message["Date"]),
                body.get_content() if body else "")


def newest_first(maildir: Path, address: str | None = None) -> list[Mail]:
    files = [file for folder in ("new", "cur") for file in (maildir / folder).glob("*") if stat.S_ISREG(file.lstat().st_mode)]
    mails = [read(file) for file in sorted(files, key=lambda file: (file.lstat().st_mtime_ns, file.name), reverse=True)]
    return [mail for mail in mails if address is None or address.lower() in mail.to.lower()]


def newest(maildir: Path, address: str | None = None) -> Mail | None:
    mails = newest_first(maildir, address)
    return mails[0] if mails else None


def wait_for(maildir: Path, address: str, subject: str = "", seconds: float = 15.0, after: int = 0) -> Mail:
    """The newest mail to the address, once there are more than `after` of them whose subject contains `subject`."""
    deadline = time.monotonic() + seconds
    while True:
        mails = [mail for mail in newest_first(maildir, address) if subject.lower() in mail.subject.lower()]
        if len(mails) > after:
            return mails[0]
        if time.monotonic() > deadline:
            raise TimeoutError(f"no mail to {address} within {seconds} s")
        time.sleep(0.05)
