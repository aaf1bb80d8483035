#!/usr/bin/env bash
# The main job from end to end, without a display, in the private database with its demo estate:
# a model is imported, a researcher's request submitted, endorsed by the sponsor, placed and held by the facility
# manager; then the capacity report is written and every page is drawn.
#
#   play.sh PROGRAMS FOLDER [DATABASE]
#
# PROGRAMS holds polder and polderctl; report and pictures go to FOLDER. DATABASE is the folder of the private database,
# if it is not the usual one; it has the demo estate.
# Played again on the same day it finds its own request and asks for nothing twice.
set -euo pipefail

programs=$1
folder=$2
embedded=--embedded${3:+=$3}
today=$(date +%F)
mkdir -p "$folder"

say() {
    printf '\n-- %s\n' "$*"
}

ctl() {
    "$programs/polderctl" "$embedded" "$@"
}

# Each intention carries a key of the client's; the same key again returns the first answer.
key() {
    sha1sum <<<"play $today $1" | sed -E 's/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/\1-\2-5\3-a\4-\5/'
}

# Keeps the database up between the steps; it would start and stop again for each.
"$programs/polderctl" "$embedded" serve >"$folder/conninfo.txt" &
server=$!
trap 'kill "$server" 2>/dev/null && wait "$server"' EXIT

say 'A model of equipment, as the NetBox community describes it'
cat >"$folder/model.yaml" <<'YAML'
manufacturer: Example
model: Compute Node 2U
slug: example-compute-node-2u
u_height: 2
is_full_depth: true
airflow: front-to-rear
weight: 24.5
weight_unit: kg
power-ports:
  - name: PSU1
    type: iec-60320-c14
    maximum_draw: 800
  - name: PSU2
    type: iec-60320-c14
    maximum_draw: 800
YAML
ctl --as admin.leiden import device-types "$folder/model.yaml"

say 'A researcher asks for a place'
from=$(date -d "$today +30 days" +%F)
until=$(date -d "$today +4 years" +%F)
cat >"$folder/request.json" <<JSON
{
    "organisation": "UL",
    "department": "LIACS",
    "sponsor": "sponsor.leiden",
    "contacts": ["researcher.leiden", "contact.liacs"],
    "project": "Played by the installer on $today",
    "cost_centre": "0000",
    "data_class": "laag",
    "from": "$from",
    "until": "$until",
    "items": [{
        "model": "Example Compute Node 2U",
        "count": 1,
        "draw_w": 640,
        "weight_kg": 24.5,
        "depth_mm": 750,
        "cords": 2,
        "plug": "C14",
        "airflow": "front-to-rear",
        "shareable": true
    }],
    "wishes": {"site": "LEIDEN", "redundant": true}
}
JSON
number=$(ctl --json --as researcher.leiden request submit "$folder/request.json" --key "$(key submit)" | jq -r .number)
state() {
    ctl --json --as fm.leiden request show "$number" | jq -r .state
}
echo "Request $number is $(state)."

if [[ $(state) == submitted ]]; then
    say 'The sponsor of the home institution endorses'
    ctl --as sponsor.leiden request endorse "$number" --comment 'Agreed.' --key "$(key endorse)"
fi

if [[ $(state) != held ]]; then
    say 'The facility manager looks for a place: the best five'
    space=(find-space --height-u 2 --draw-w 640 --weight-kg 24.5 --depth-mm 750 --cords 2 --plug C14
        --airflow front-to-rear --from "$from" --until "$until" --site LEIDEN --top 5)
    ctl --as fm.leiden "${space[@]}"
    read -r rack unit < <(ctl --json --as fm.leiden "${space[@]}" | jq -r '.places[0] | "\(.rack) \(.unit)"')

    say "and holds $rack, unit $unit"
    ctl --as fm.leiden request review "$number" --key "$(key review)"
    ctl --as fm.leiden book "$number" --item 1 --rack "$rack" --unit "$unit" --key "$(key hold)"
fi

say 'The capacity report for the day on which it comes, and the whole record checked again from its bare rows'
ctl --as reporting report capacity --as-of "$from" --format csv --output "$folder/capacity.csv"
ctl check

say 'Every page, drawn'
# What the display-less platform says of itself is of no interest.
QT_QPA_PLATFORM=offscreen "$programs/polder" "$embedded" --as fm.leiden --screenshots "$folder" \
    2> >(grep -v -e '^This plugin does not support' -e '^QStandardPaths: XDG_RUNTIME_DIR' >&2)

say "Request $number is $(state). The report and the pictures are in $folder:"
ls "$folder"
