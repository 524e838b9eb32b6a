#!/usr/bin/env bash
# Nytårsnat: regn alle sager om med de nye satser, og læg resultatet klar til morgenen.
# New Year's night: recalculate all cases with the new rates, and lay the result out for the morning.
#
#   examples/recalculate.sh CASES RATES YEAR OUT
#
# CASES  a folder of case files          RATES  your folder of rates, with YEAR-01-01.toml in it
# YEAR   the new year                    OUT    a new folder for what comes out
#
# Leaves in OUT: all.jsonl (every case before and after), summary.json, letters.txt (the
# case ids of families that get another amount; udmaal report writes the annex), mend.txt (files that
# need a hand, with the reason).
# Exit code 0: all done; 1: some files need a hand; 2: nothing was calculated.
set -euo pipefail

if [ $# -ne 4 ]; then
  sed -n '5,13p' "$0" >&2
  exit 2
fi
cases=$1 rates=$2 year=$3 out=$4
udmaal=${UDMAAL:-udmaal}
python=${PYTHON:-python3}

if [ ! -e "$rates/$year-01-01.toml" ]; then
  echo "no rates for $year: make them with" >&2
  echo "  udmaal rates regulate $year --lost-earnings PERCENT --satsregulering PERCENT --rates $rates" >&2
  exit 2
fi
"$udmaal" rates verify --rates "$rates" >&2 || exit 2

mkdir -p "$out"
code=0
"$udmaal" batch "$cases" --rates "$rates" --date "$year-01-01" --against "$((year - 1))-12-31" \
  --output "$out/all.jsonl" --resume --summary "$out/summary.json" || code=$?
[ "$code" -le 1 ] || exit 2

"$python" - "$out" <<'PY'
"""Split the lines into letters to send and files to mend."""
import json
import sys
from pathlib import Path

out = Path(sys.argv[1])
letters, mend = [], []
for line in (out / "all.jsonl").read_text(encoding="utf-8").splitlines():
    case = json.loads(line)
    if "error" in case:
        mend += [f"{case['path']}: {each['where']}: {each['problem']}" for each in case["error"]]
    elif case["difference"]:
        letters.append(case["case_id"])
(out / "letters.txt").write_text("".join(f"{each}\n" for each in letters), encoding="utf-8")
(out / "mend.txt").write_text("".join(f"{each}\n" for each in mend), encoding="utf-8")
print(f"{len(letters)} letters to send, {len(mend)} faults to mend")
PY
exit "$code"
