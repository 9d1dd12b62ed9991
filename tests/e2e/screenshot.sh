#!/usr/bin/env bash
# Takes a picture of the real window, for the README and for looking at.
#
#   tests/e2e/screenshot.sh OUT.png [-p PROGRAM] [-s 1280x800] [-t light|dark|system] [-n] [-k KEY]... [FILES...]
#
# KEYs (as xdotool writes them: F8, ctrl+e, Escape; alt+p, alt+m, alt+t choose the view) are pressed once the comparison
# is done. -n compares without the sentence model. Without FILES the start screen is shown.
set -eu
here=$(cd "$(dirname "$0")" && pwd); root=$(cd "$here/../.." && pwd)
. "$here/display.sh"
need Xvfb xdotool import

out=$(realpath "$1"); shift
program=$root/target/debug/counterpoint size=1280x800 theme=light model=true keys=()
while getopts p:s:t:nk: option; do
  case $option in
    p) program=$(realpath "$OPTARG") ;; s) size=$OPTARG ;; t) theme=$OPTARG ;; n) model=false ;; k) keys+=("$OPTARG") ;; *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))
files=(); for file in "$@"; do files+=("$(realpath "$file")"); done

work=$(mktemp -d)
start_display "$work" "$size"
trap 'kill ${pid:-} $XVFB 2>/dev/null; rm -rf "$work"' EXIT
mkdir -p "$HOME/.config/counterpoint"
printf '{"options": {"theme": "%s", "model": %s}, "window": [%s, %s]}\n' "$theme" "$model" "${size%x*}" "${size#*x}" \
  >"$HOME/.config/counterpoint/window.json"
COUNTERPOINT_TRACE=$work/trace.txt "$program" "${files[@]}" 2>"$work/stderr.txt" & pid=$!
window=$(await_window '^Counterpoint' 60) || { cat "$work/stderr.txt"; exit 1; }
await_line 'second frame' "$work/trace.txt" 60
if [ ${#files[@]} -gt 1 ]; then
  await_line '^comparison done' "$work/trace.txt" 600 || { cat "$work/trace.txt" "$work/stderr.txt"; exit 1; }
fi
focus "$window"
# Out of the way: what lies under the pointer is framed and explained.
xdotool mousemove "${size%x*}" "${size#*x}"
for key in "${keys[@]}"; do xdotool key --clearmodifiers "$key"; sleep 0.5; done
sleep 1.5
import -window root "$out"
echo "$out"
