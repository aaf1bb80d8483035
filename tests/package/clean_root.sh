#!/usr/bin/env bash
# The Debian package in a root that has nothing else: it is made, it is clean for lintian, apt finds all that it needs,
# both programs start, and the desktop draws each page of the demo. As root; needs debootstrap and lintian, else it is
# skipped (77).
#
# clean_root.sh BUILD_FOLDER
set -euo pipefail
build=$1

if [[ $EUID -ne 0 ]] || ! command -v debootstrap lintian >/dev/null; then
    echo "skipped: wants root, debootstrap and lintian"
    exit 77
fi

root=$(mktemp -d)
chmod 755 "$root" # the database runs as somebody else
trap 'umount -q "$root/proc" || true; rm -rf --one-file-system "$root"' EXIT

cd "$build"
cpack -G DEB
package=$(ls -t polder_*.deb | head -1)
lintian --allow-root --pedantic --fail-on error,warning,info,pedantic "$package"

mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Codename: bookworm' | head -1)
debootstrap --variant=minbase bookworm "$root" "$mirror" >"$build/debootstrap.log"
cp "$package" "$root/tmp/"
if [[ -d /etc/apt/apt.conf.d ]]; then
    cp -rn /etc/apt/apt.conf.d "$root/etc/apt/"
fi
mount -t proc proc "$root/proc"
in_root() { chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 HOME=/root "$@"; }
in_root apt-get -qq update
in_root apt-get -qq install -y "/tmp/${package##*/}" >"$build/install.log"

in_root polderctl --help | grep -q '^polderctl \['
in_root polderctl --embedded=/tmp/estate demo load
in_root polder --embedded=/tmp/estate --screenshots /tmp/pictures
for page in home sites rack equipment requests findspace request power findings calendar planner cooling history reports audit administration; do
    test -s "$root/tmp/pictures/$page.png" || { echo "no picture of $page"; exit 1; }
done
echo "installed, started, every page drawn"
