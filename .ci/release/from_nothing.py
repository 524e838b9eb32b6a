"""From an empty folder to an empty folder: install a wheel, run every command, uninstall.

``python from_nothing.py WHEEL`` installs the wheel alone, then with the extra of the papers, into
an environment that knows nothing of this tree, runs every command that the README in the wheel
names, and looks for what they left behind: nothing but the files they were told to write.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

PACKAGE: Final = "udmaal"
_CASE: Final = (
    r"format = 1\ncase_id = \"2026-0001\"\nchild = {born = 2012-09-30}\n[[lost_earnings]]\n"
    r"parent = \"A\"\nweekly_hours = 37.0\nmonthly_wage = 34250.00\n"
    r"grant = [{from = 2025-08-01, hours = 17.0}]\n"
)
_LIST: Final = r"sag;født;løn\n2026-0002;30-09-2012;34.250,00\n"
# Every command of the README's table, on a case and a list that are written here.
PLAIN: Final = rf"""
udmaal --version
udmaal new skabelon.toml --template lost-earnings
printf "{_CASE}" > sag.toml
printf "{_LIST}" > liste.csv
cp -r "$(python -c 'import udmaal; print(udmaal.__path__[0])')/shipped_rates" satser
udmaal check sag.toml --date 2026-03-01
udmaal calc sag.toml --date 2026-03-01 --format json --output resultat.json
udmaal verify resultat.json sag.toml
udmaal calc sag.toml --date 2026-03-01 --lang en
udmaal ledger sag.toml --from 2026-01 --to 2026-03 --format csv
udmaal what-if sag.toml --set hours=18..20 --date 2026-03-01
udmaal compare sag.toml 2025-12-01 2026-01-01
udmaal due sag.toml --from 2026-01-01
udmaal import liste.csv --suggest --output kort.toml
udmaal export sag.toml --from 2026-01
udmaal change sag.toml --fact hours --set from=2026-04-01 --set hours=15 --yes
udmaal batch sag.toml --date 2026-05-01 --jobs 2
udmaal explain U101
udmaal schema case
udmaal schema result
udmaal schema ledger
udmaal schema rates
udmaal schema import
udmaal rates list --date 2026-01-01
udmaal rates show lost_earnings.ceiling
udmaal rates diff 2025-01-01 2026-01-01
udmaal rates verify
udmaal rates regulate 2027 --lost-earnings 3.0 --satsregulering 2.7
udmaal rates confirm lost_earnings.ceiling --date 2026-01-01 --source oversigt --rates satser
"""
PLAIN_LEAVE: Final = {
    "sag.toml", "resultat.json", "skabelon.toml", "liste.csv", "kort.toml", "satser",
}  # fmt: skip
BLOCK: Final = re.compile(r"<!-- from an empty folder -->\n```sh\n(.+?)```", re.DOTALL)
BLOCK_LEAVES: Final = {"sag.toml", "resultat.json", "bilag.pdf"}


class _Place:
    """An environment with a home, a place for temporary files and a folder to work in."""

    def __init__(self, root: Path) -> None:
        self.home, self.temporary = root / "home", root / "tmp"
        self.env = root / "env"
        for folder in (self.home, self.temporary):
            folder.mkdir()
        subprocess.run([sys.executable, "-m", "venv", str(self.env)], check=True)
        self.packages = Path(self._python("import sysconfig; print(sysconfig.get_path('purelib'))"))

    def _python(self, code: str) -> str:
        done = subprocess.run(
            [self.env / "bin" / "python", "-I", "-c", code],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout.strip()

    def pip(self, *words: str) -> None:
        subprocess.run([self.env / "bin" / "python", "-m", "pip", "--quiet", *words], check=True)

    def readme(self) -> str:
        return self._python(
            f"import importlib.metadata as m; print(m.metadata({PACKAGE!r}).get_payload())"
        )

    def run(self, command: str, folder: Path) -> None:
        """Run a command in an environment that holds nothing of this one."""
        print(f"$ {command}", flush=True)
        done = subprocess.run(
            ["bash", "-euc", command],
            cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
            env={
                "PATH": f"{self.env / 'bin'}:{os.defpath}", "HOME": str(self.home),
                "TMPDIR": str(self.temporary), "LANG": "C.UTF-8",
            },
        )  # fmt: skip
        if done.returncode or "Traceback" in done.stderr:
            sys.exit(f"exit code {done.returncode}\n{done.stdout}{done.stderr}")

    def left(self) -> set[str]:
        """Give what lies where nothing was named."""
        return {str(path) for folder in (self.home, self.temporary) for path in folder.iterdir()}


def _commands_of_the_table(readme: str) -> set[str]:
    rows = re.findall(r"^\| (`udmaal .+?) \|", readme, re.MULTILINE)
    assert rows, "the README in the wheel has no table of commands"
    named: set[str] = set()
    for row in rows:
        first, *others = re.findall(r"`(?:udmaal )?((?:rates )?[a-z-]+)", row)
        group = "rates " if first.startswith("rates ") else ""
        named |= {first, *(group + other for other in others if group)}
    return named


def main(wheel: Path) -> None:
    """Do it all; raises ``SystemExit`` with what went wrong."""
    root = Path(tempfile.mkdtemp(prefix="from-nothing-"))
    try:
        place = _Place(root)
        before = set(place.packages.iterdir())
        place.pip("install", str(wheel))
        readme = place.readme()
        missing = {name for name in _commands_of_the_table(readme) if f"udmaal {name}" not in PLAIN}
        if missing - {"report"}:
            sys.exit(f"commands of the README that are not tried: {sorted(missing)}")
        (root / "plain").mkdir()
        for command in PLAIN.strip().splitlines():
            place.run(command, root / "plain")
        place.pip("install", f"{wheel}[report]")
        (root / "block").mkdir()
        place.run(BLOCK.findall(readme)[0], root / "block")
        for name, leaves in (("plain", PLAIN_LEAVE), ("block", BLOCK_LEAVES)):
            there = {path.name for path in (root / name).iterdir()}
            if there != leaves:
                sys.exit(f"{sorted(there)} were left, not {sorted(leaves)}")
        if left := place.left():
            sys.exit(f"left where nothing was named: {sorted(left)}")
        place.pip("uninstall", "--yes", PACKAGE)
        parts = [path for path in place.env.rglob("*") if PACKAGE in path.name.lower()]
        if parts:
            sys.exit(f"left of the program: {parts}")
        others = sorted(path.name for path in set(place.packages.iterdir()) - before)
        print(f"nothing left of {PACKAGE}; of what it needs, with the environment: {len(others)}")
    finally:
        shutil.rmtree(root)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
