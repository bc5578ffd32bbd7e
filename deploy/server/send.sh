#!/bin/sh
# Sends output/ to a plain web server, which shows it from one moment to the next, whole or not at all:
#   deploy/server/send.sh user@host /srv/www/site      (or a folder of this machine: deploy/server/send.sh "" /srv/www/site)
# The web server serves /srv/www/site/current. Versions stand beside it; the last three stay, to go back to:
#   ln -sfn versions/… /srv/www/site/next && mv -T /srv/www/site/next /srv/www/site/current
set -eu
host=$1
place=$2
version=$(date -u +%Y%m%dT%H%M%SZ)-$$

on_host() {
  if [ -n "$host" ]; then ssh "$host" sh -s -- "$@"; else sh -s -- "$@"; fi
}

on_host "$place" "$version" << 'THERE'
set -eu
mkdir -p "$1/versions/$2.part"
THERE

# What has not changed is linked from the version before, and not sent again.
rsync --archive --checksum --delete --link-dest="$place/current/" \
  output/ "${host:+$host:}$place/versions/$version.part/"

on_host "$place" "$version" << 'THERE'
set -eu
cd "$1"
mv "versions/$2.part" "versions/$2"
(cd "versions/$2" && sha256sum --check --quiet SHA256SUMS)
ln -sfn "versions/$2" next
mv -T next current
ls -1d versions/*Z-* | sort | head -n -3 | while read -r old; do rm -rf "$old"; done
rm -rf versions/*.part
THERE
