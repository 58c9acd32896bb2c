#!/usr/bin/env bash
# How many fsyncs a message costs, and what group commit gains, on a real ext4 in an image file. Needs root and strace.
# Usage: bench/spool-real.sh [MESSAGES]     (after: dotnet build -c Release src/Real)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
messages=${1:-1024}
twodoorsd=$PWD/artifacts/bin/Real/release/twodoorsd
place=$(mktemp -d)

clean() {
    mountpoint -q "$place/mount" && umount "$place/mount"
    rm -rf "$place"
}
trap clean EXIT

truncate -s 512M "$place/image"
mkfs.ext4 -qF "$place/image"
mkdir "$place/mount"
mount -o loop "$place/image" "$place/mount"

fill() {
    rm -rf "$place"/mount/*/
    mkdir "$place/mount/S" "$place/mount/A" "$place/mount/B"
    for ((i = 0; i < messages; i++)); do
        head -c 4096 /dev/zero >"$place/mount/S/s$i"
    done
    sync -f "$place/mount"
}

watch() {
    "$@" "$twodoorsd" spool watch --from "$place/mount/S" --to "$place/mount/A" --to "$place/mount/B" --once --quiet \
        --batch "$batch"
}

for batch in 1 64; do
    fill
    watch strace -f -c -o "$place/counts" -e trace=fsync,fdatasync,syncfs
    calls=$(awk '$NF ~ /sync/ { sum += $4 } END { print sum }' "$place/counts")
    awk -v k="$batch" -v calls="$calls" -v n="$messages" \
        'BEGIN { printf "k=%-3d %d fsyncs for %d messages: %.3f a message\n", k, calls, n, calls / n }'
done

for batch in 1 64; do
    fill
    start=$(date +%s%N)
    watch env
    end=$(date +%s%N)
    seconds[batch]=$((end - start))
    awk -v k="$batch" -v ns="${seconds[batch]}" -v n="$messages" \
        'BEGIN { printf "k=%-3d %.2f s, %.0f messages/s\n", k, ns / 1e9, n * 1e9 / ns }'
done
awk -v one="${seconds[1]}" -v many="${seconds[64]}" 'BEGIN { printf "k=64 is %.2f times as fast as k=1\n", one / many }'
