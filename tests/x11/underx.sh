#!/usr/bin/env bash
# underx.sh program arguments...: runs it on a screen of its own (Xvfb) with a window manager (openbox), where real
# drag and drop works. Says what is missing and fails; waits for events, never for a time.
set -euo pipefail

for needed in Xvfb openbox; do
    command -v "$needed" >/dev/null || { echo "FAIL!  : $needed is not installed (installer/packages.txt)" >&2; exit 1; }
done
folder=$(mktemp -d)
pids=()
finish() {
    for pid in "${pids[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    rm -rf "$folder"
}
trap finish EXIT

# Xvfb chooses a free display and says which as soon as it takes connections.
mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$folder/display" 2>"$folder/xvfb.log" &
pids+=($!)
if ! read -r -t 30 number <"$folder/display"; then
    echo "FAIL!  : Xvfb does not start" >&2
    cat "$folder/xvfb.log" >&2
    exit 1
fi
export DISPLAY=":$number" QT_QPA_PLATFORM=xcb

# openbox runs what it is given once it manages windows.
mkfifo "$folder/ready"
HOME="$folder" XDG_CONFIG_HOME="$folder" XDG_CACHE_HOME="$folder" openbox --sm-disable \
    --startup "sh -c 'echo ready >\"$folder/ready\"'" >"$folder/openbox.log" 2>&1 &
pids+=($!)
if ! read -r -t 30 _ <"$folder/ready"; then
    echo "FAIL!  : openbox does not start" >&2
    cat "$folder/openbox.log" >&2
    exit 1
fi
"$@"
