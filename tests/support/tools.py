"""Install programs that the tests need and that pip alone does not bring."""

import os
import shutil
import subprocess


class MissingToolError(Exception):
    """A program the tests need is neither installed nor to be had; the message says what to do."""


def install_debian_package(name: str) -> bool:
    """Install a Debian package where this process may; return whether it did.

    Raises nothing: whoever asks has another way, or raises `MissingToolError`.
    """
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installing Debian's package {name}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return all(
        subprocess.run(["apt-get", "--quiet=2", *arguments], env=environment).returncode == 0
        for arguments in (["update"], ["install", "--yes", "--no-install-recommends", name])
    )
