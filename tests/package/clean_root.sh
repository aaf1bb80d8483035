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

# What a desktop and a shop for programs read of it, by their own tools (these two are not in the package).
unpacked=$root/unpacked
dpkg-deb --extract "$package" "$unpacked"
if command -v appstreamcli >/dev/null; then
    appstreamcli validate --no-net --strict "$unpacked"/usr/share/metainfo/*.metainfo.xml
fi
if command -v desktop-file-validate >/dev/null; then
    desktop-file-validate "$unpacked"/usr/share/applications/polder.desktop
fi
rm -rf "$unpacked"

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
# A request that was mailed is known by its name, and opens with Polder.
in_root apt-get -qq install -y --no-install-recommends \
    xdg-utils libfile-mimeinfo-perl shared-mime-info desktop-file-utils >>"$build/install.log"
in_root update-mime-database /usr/share/mime
in_root update-desktop-database
cp "$(dirname "$0")/../../resources/schemas/request.sample.json" "$root/tmp/mailed.polder-request"
kind=$(in_root xdg-mime query filetype /tmp/mailed.polder-request)
[[ $kind == application/vnd.polder.request+json ]] || { echo "a request file is taken for: $kind"; exit 1; }
program=$(in_root xdg-mime query default application/vnd.polder.request+json)
[[ $program == polder.desktop ]] || { echo "a request file opens with: $program"; exit 1; }
echo "installed, started, every page drawn"
