"""./mrbill test fresh: `up` and README.md's commands in a minimal Debian 12 that knows nothing of this machine.

As root: debootstrap once into build/fresh/base, a copy for the run, own mount and process namespaces, so that whatever
happens inside ends with it. Names, proxies and certificates of this machine's network go along, nothing else of it.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

from . import readme
from .account import Refused, is_root

SUITE = "bookworm"
INSIDE = Path("srv/mrbill")
NETWORK_FILES = ("etc/resolv.conf", "etc/hosts", "etc/npmrc")
NETWORK_FOLDERS = ("usr/local/share/ca-certificates",)
NETWORK_VARIABLES = ("http_proxy", "https_proxy", "no_proxy", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "npm_config_cafile")


def main(keep: bool) -> int:
    """`keep` leaves the folder for a look."""
    if not is_root():
        raise Refused("`test fresh` makes a file system of its own: run it as root (sudo ./mrbill test fresh)")
    checkout = Path(os.environ["MRBILL_CHECKOUT"])
    begun = time.monotonic()
    root = _lay(checkout)
    try:
        passed = _run(root, checkout)
    finally:
        if not keep:
            shutil.rmtree(root, ignore_errors=True)
    print(f"fresh: {'all of it worked' if passed else 'failed'} after {time.monotonic() - begun:.0f} s", flush=True)
    print(f"{1 if passed else 0} passed, {0 if passed else 1} failed")
    return 0 if passed else 1


def _lay(checkout: Path) -> Path:
    """A fresh root file system with the checkout in it."""
    folder = Path(os.environ.get("MRBILL_FRESH", checkout / "build" / "fresh"))
    base, root = folder / "base", folder / f"run-{os.getpid()}"
    if not (base / "etc/os-release").exists():
        print(f"fresh: debootstrap of a minimal {SUITE} into {base}", flush=True)
        scratch = folder / "base.new"
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(parents=True)
        subprocess.run(["debootstrap", "--variant=minbase", SUITE, str(scratch)], check=True, stdout=subprocess.DEVNULL)
        scratch.rename(base)
    print("fresh: copying it and the checkout", flush=True)
    subprocess.run(["cp", "-a", str(base), str(root)], check=True)
    _bring_network(root)
    _bring_checkout(checkout, root / INSIDE)
    return root


def _bring_network(root: Path) -> None:
    for name in NETWORK_FILES:
        if Path("/", name).exists():
            shutil.copyfile(Path("/", name), root / name)
    for name in NETWORK_FOLDERS:
        if Path("/", name).is_dir():
            shutil.copytree(Path("/", name), root / name, dirs_exist_ok=True)
    for file in Path("/etc/apt/apt.conf.d").glob("*proxy*"):
        shutil.copyfile(file, root / "etc/apt/apt.conf.d" / file.name)


def _bring_checkout(checkout: Path, target: Path) -> None:
    """What git tracks, with changes not yet committed."""
    target.mkdir(parents=True)
    command = ["git", "-c", f"safe.directory={checkout}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=checkout, check=True, capture_output=True).stdout.split(b"\0")
    present = [name for name in names if name and (checkout / os.fsdecode(name)).is_file()]
    subprocess.run(["cpio", "-0pdm", "--quiet", str(target)] if shutil.which("cpio") else
                   ["sh", "-c", f"tar -c --null -T - | tar -x -C {shlex.quote(str(target))}"],
                   cwd=checkout, input=b"\0".join(present) + b"\0", check=True)


STEPS = """
set -euo pipefail
mount -t proc proc /proc
mkdir -p /dev/shm && mount -t tmpfs tmpfs /dev/shm
cd /srv/mrbill
step() { echo; echo "=== fresh: $*"; }
step ./mrbill up; ./mrbill up
step ./mrbill up, again; ./mrbill up | tee /tmp/again; grep -q 'Nothing to do' /tmp/again
step ./mrbill status; ./mrbill status
url=$(./mrbill status --json | sed -n 's/^  "url": "\\(.*\\)",/\\1/p')
step ./mrbill smoke "$url"; ./mrbill smoke "$url"
step the commands of README.md; cat >/tmp/readme.sh <<'README_END'
@README@
README_END
sed -i "s|@URL@|$url|g" /tmp/readme.sh; bash /tmp/readme.sh
step ./mrbill down; ./mrbill down
step ./mrbill reset --yes; ./mrbill reset --yes
"""


def _run(root: Path, checkout: Path) -> bool:
    text = (checkout / "README.md").read_text() if (checkout / "README.md").exists() else ""
    script = STEPS.replace("@README@", readme.script(text, "@URL@", ("git clone", "cd ", "./mrbill up", "./mrbill test",
                                                                     "./mrbill down", "./mrbill reset", "./mrbill bench")))
    (root / "srv/fresh.sh").write_text(script)
    outside = f"""
        root={shlex.quote(str(root))}
        mount --rbind /dev "$root/dev"
        cache=${{CCACHE_DIR:-$HOME/.cache/ccache}}
        mkdir -p "$root/var/cache/ccache"
        [ ! -d "$cache" ] || mount --bind "$cache" "$root/var/cache/ccache"
        exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp TERM=dumb LANG=C.UTF-8 \\
          CCACHE_DIR=/var/cache/ccache \\
          {_network_variables()} bash /srv/fresh.sh
    """
    done = subprocess.run(["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", outside],
                          stdin=subprocess.DEVNULL, stdout=sys.stdout.fileno(), stderr=subprocess.STDOUT)
    return done.returncode == 0


def _network_variables() -> str:
    known = {name: os.environ[name] for name in NETWORK_VARIABLES if name in os.environ}
    return " ".join(shlex.quote(f"{name}={value}") for name, value in known.items())
