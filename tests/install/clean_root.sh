#!/usr/bin/env bash
# clean_root.sh SOURCE_DIR WORK_DIR: a bare Debian 12 in WORK_DIR, a checkout in it, and `./regimen backtest`
# there: from nothing to LEAN's statistics block, and how long it took. As root; needs debootstrap.
set -euo pipefail
source=$1 root=$2
bar=360  # seconds on 2 cores

if [[ $(id -u) -ne 0 ]] || ! command -v debootstrap >/dev/null; then
  echo "skipped: needs root and debootstrap"
  exit 77
fi
leave() {
  umount "$root/dev/pts" "$root/dev" "$root/proc" 2>/dev/null || true
  rm -rf --one-file-system "$root"
}
trap leave EXIT
leave
debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian >/dev/null
cp /etc/resolv.conf "$root/etc/resolv.conf"
# Whatever proxy this machine needs for apt.
cp -a /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
git -C "$source" ls-files -z --cached --others --exclude-standard |
  tar -C "$source" --null --files-from - -cf - | (mkdir "$root/regimen" && tar -C "$root/regimen" -xf -)

begin=$SECONDS
chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root /regimen/regimen backtest |
  tee "$root/run.log"
taken=$((SECONDS - begin))
grep -q '^STATISTICS:: Total Orders' "$root/run.log"
echo "bare Debian to statistics: $taken s (bar: $bar s)"
[[ $taken -lt $bar ]]
