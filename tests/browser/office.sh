#!/usr/bin/env bash
# Makes what the walk through an office needs, below a folder: four ways in, and eight packages of a maker whose key the
# office knows.
#
#     tests/browser/office.sh ADHERE OFFICE FOLDER
#
# OFFICE is the folder of an instance that is not served yet; FOLDER is made anew.
set -euo pipefail

readonly adhere=$1 office=$2 folder=$3
rm -rf "$folder"
mkdir -p "$folder/letters"

# A command in one of the two instances, as somebody who may do everything there.
at() {
    local store=$1
    shift
    "$adhere" "$@" --store "$store" --as ada
}

# Tells an instance the key of an organisation, which is that of another.
know() {
    local store=$1 holder=$2 key
    key=$("$adhere" package key --store "$3")
    at "$store" party key add "$holder" --public "$key" --organisation "$holder" --from 2026-01-01T00:00:00Z
}

# Makes the log of another instance count for one.
trust() {
    local log
    log=$("$adhere" store status --store "$2" | grep --only-matching --max-count 1 '[^ ]*+[0-9a-f]\{8\}+[^ ]*')
    printf 'log %s\nquorum none\n' "$log" > "$1/policy"
}

"$adhere" store init --store "$folder/maker" --name maker.eu/log > /dev/null
for number in 1 2 3 4; do
    "$adhere" account begin "fa$number" --store "$office" --email "fa$number@example.eu" --name "Fa $number" \
        --organisation office --organisation-name "The office" --kind facilitator --role facilitator \
        --role administrator | grep --only-matching '/invitation?key=[^ ]*' >> "$folder/ways"
done
{
    for store in "$folder/maker" "$office"; do
        at "$store" party person register ada --name Ada
        at "$store" party organisation register maker --name "The maker" --kind provider
    done
    at "$folder/maker" party organisation register office --name "The office" --kind facilitator
    know "$folder/maker" maker "$folder/maker"
    know "$folder/maker" office "$office"
    # Its own it knows since it was begun.
    know "$office" maker "$folder/maker"
    trust "$folder/maker" "$office"
    trust "$office" "$folder/maker"
    at "$folder/maker" party role grant ada maker editor --from 2026-01-01
    at "$folder/maker" code publish gpai
    at "$folder/maker" statement record maker gpai S.M9.3 --state partial --text words --after 0
    for number in 1 2 3 4 5 6 7 8; do
        at "$folder/maker" package send statement-set gpai@2025-07-10 --to office --expires "21${number}0-01-01T00:00:00Z" \
            --output "$folder/letters/$number"
    done
} > "$folder/log"
