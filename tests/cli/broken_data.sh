#!/usr/bin/env bash
# broken_data.sh PROGRAM KIND CODE PATTERN: small simulated data, one file of them spoilt as KIND says, then a run
# that must exit with CODE and say PATTERN.
set -uo pipefail
program=$1 kind=$2 code=$3 pattern=$4

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
"$program" data generate --data-folder data --tickers SPY --start 20200101 --end 20200331 >/dev/null || exit 1
prices=data/equity/usa/daily/spy.zip

# rezip TEXT: a price file with one more row.
rezip() {
  python3 - "$prices" "$1" <<'PYTHON'
import sys, zipfile
path, row = sys.argv[1:]
with zipfile.ZipFile(path) as archive:
    name = archive.namelist()[0]
    rows = archive.read(name).decode().splitlines()
rows.insert(20, row)
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr(name, "\n".join(rows) + "\n")
PYTHON
}

# encrypt: marks the file's only member as encrypted, where the archive lists it.
encrypt() {
  python3 - "$prices" <<'PYTHON'
import sys
path = sys.argv[1]
data = bytearray(open(path, "rb").read())
data[data.rindex(b"PK\x01\x02") + 8] |= 1
open(path, "wb").write(data)
PYTHON
}

case $kind in
  truncated) truncate -s -40 "$prices" ;;
  empty) : >"$prices" ;;
  not-zip) echo "20200102 00:00,1,1,1,1,1" >"$prices" ;;
  encrypted) encrypt ;;
  few-columns) rezip "20200203 00:00,1000000" ;;
  text) rezip "20200203 00:00,1000000,1000000,high,1000000,100" ;;
  descending) rezip "20190203 00:00,1000000,1000000,1000000,1000000,100" ;;
  hours) sed -i 's/"start": "09:30:00"/"start": "half past nine"/' data/market-hours/market-hours-database.json ;;
  properties) echo "usa,broken" >>data/symbol-properties/symbol-properties-database.csv ;;
  gone) rm "$prices" ;;
  sound) ;;
esac
shift 4
"$program" backtest --algorithm-type-name BuyAndHold --data-folder data --start 20200106 --end 20200320 "$@" >said 2>&1
got=$?
cat said
[[ $got -eq $code ]] || { echo "expected exit code $code, got $got"; exit 1; }
grep -Eq -- "$pattern" said || { echo "expected it to say: $pattern"; exit 1; }
