"""Firefox ESR and WebKitGTK, driven as the W3C's WebDriver says: each by its own driver, on a screen that nobody sees.

    with screen() as display, session("firefox", display, packages) as driver: ...
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
from contextlib import closing, contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.remote_connection import RemoteConnection

ROOT = Path(__file__).parents[2]
MINI_BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"
GECKODRIVER = "0.37.1"
BUILD_SECONDS, START_SECONDS, COMMAND_SECONDS = 1_200, 30, 60
BROWSERS = ("firefox", "webkit")


def geckodriver(packages: Path) -> Path:
    """Firefox's driver, which Debian leaves out: built once, of crates, by the Rust with which Debian builds Firefox."""
    folder = packages / f"geckodriver-{GECKODRIVER}"
    if not (folder / "bin/geckodriver").exists():
        command = ["/usr/bin/cargo", "install", "geckodriver", "--version", GECKODRIVER, "--locked", "--quiet", "--root", str(folder),
                   "--target-dir", str(packages / "cargo")]
        environment = os.environ | {"PATH": f"/usr/share/cargo/bin:/usr/bin:{os.environ['PATH']}"}
        done = subprocess.run(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=BUILD_SECONDS,
                              check=False)
        assert done.returncode == 0, done.stdout[-4000:]
    return folder / "bin/geckodriver"


@contextmanager
def screen():
    """Xvfb chooses a free number and tells it."""
    told, tells = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(tells), "-screen", "0", "1280x900x24", "-nolisten", "tcp"], pass_fds=[tells],
                              stderr=subprocess.DEVNULL)
    os.close(tells)
    try:
        with open(told, encoding="ascii") as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


def _free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as one:
        return one.getsockname()[1]


def _firefox():
    options = webdriver.FirefoxOptions()
    options.set_preference("intl.accept_languages", "en")
    options.set_preference("media.autoplay.default", 0)
    return options


def _webkit():
    options = webdriver.WebKitGTKOptions()
    options.binary_location = MINI_BROWSER
    options.add_argument("--automation")
    return options


@contextmanager
def session(browser: str, display: str, packages: Path):
    """A profile of its own, which trusts the platform's certificate for once. All that it started ends with it."""
    port = _free_port()
    command = {"firefox": lambda: [str(geckodriver(packages)), "--port", str(port), "--websocket-port", "0"],
               "webkit": lambda: ["/usr/bin/WebKitWebDriver", f"--port={port}"]}[browser]()
    environment = os.environ | {"DISPLAY": display, "LANG": "en_US.UTF-8", "LANGUAGE": "en", "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
                                "NO_AT_BRIDGE": "1"}
    driving = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        options = {"firefox": _firefox, "webkit": _webkit}[browser]()
        options.set_capability("acceptInsecureCerts", True)
        RemoteConnection.set_timeout(COMMAND_SECONDS)
        driver = webdriver.Remote(f"http://127.0.0.1:{port}", options=options)
        driver.file_detector = UselessFileDetector()  # files lie where the browser is
        try:
            yield driver
        finally:
            driver.quit()
    finally:
        driving.terminate()
        driving.wait(20)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        with closing(socket.socket()) as link:
            if link.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert time.monotonic() < deadline, "the driver does not answer"
        time.sleep(0.05)
