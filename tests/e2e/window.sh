#!/usr/bin/env bash
# The main job in the real window: two articles opened through the system's dialog, a contradiction found, the report
# saved through the system's dialog and read. Fails where the dialogs (xdg-desktop-portal) are missing.
#
#   tests/e2e/window.sh [PROGRAM [FOLDER]]
#
# PROGRAM is target/debug/counterpoint if not given. Screenshots and traces are left in FOLDER.
set -u
here=$(cd "$(dirname "$0")" && pwd); root=$(cd "$here/../.." && pwd)
. "$here/display.sh"

if [ "${1:-}" != --inside ]; then
  program=$(realpath "${1:-$root/target/debug/counterpoint}") || exit 1
  out=${2:-$root/target/e2e}; mkdir -p "$out"; out=$(realpath "$out")
  need Xvfb xdotool dbus-run-session import
  for part in xdg-desktop-portal xdg-desktop-portal-gtk; do
    find /usr/libexec /usr/lib -maxdepth 3 -name $part -type f 2>/dev/null | grep -q . ||
      { echo "FAIL: $part is not installed"; exit 1; }
  done
  work=$(mktemp -d)
  start_display "$work" 1280x800
  # The services of the session talk much; what they say is kept for when a dialog does not come.
  dbus-run-session -- bash "$0" --inside "$program" "$out" "$work" 2>"$out/session.log"; status=$?
  kill "$XVFB"; wait "$XVFB" 2>/dev/null
  rm -rf "$work"
  exit $status
fi

shift; program=$1; out=$2; work=$3
trace=$out/trace.txt; report=$work/home/what-differs.md
rm -f "$out"/*.png "$out"/*.txt "$out"/*.md
fail() {
  echo "FAIL: $*"
  import -window root "$out/failed.png" 2>/dev/null
  for log in "$trace" "$out/stderr.txt" "$out/session.log"; do [ -f "$log" ] && { echo "--- $log"; tail -n 40 "$log"; }; done
  exit 1
}
shot() { import -window root "$out/$1.png"; }
# Drives a GTK file chooser whose title is $1: types the path $2 and presses Enter until the program says $3.
choose() {
  local dialog
  dialog=$(await_window "$1" 60) || fail "the dialog '$1' did not appear"
  focus "$dialog" || fail "the dialog '$1' does not take the keyboard"
  sleep 0.5
  xdotool key --clearmodifiers ctrl+l; sleep 0.4
  xdotool key --clearmodifiers ctrl+a
  xdotool type --clearmodifiers --delay 15 -- "$2"; sleep 0.5
  shot "$(tr -cd '[:alpha:]' <<<"$1")"
  for _ in 1 2 3; do
    xdotool key --clearmodifiers Return
    await_line "$3" "$trace" 4 && return 0
  done
  fail "the dialog '$1' did not return"
}

COUNTERPOINT_TRACE=$trace RUST_LOG=warn "$program" >"$out/stdout.txt" 2>"$out/stderr.txt" &
pid=$!; trap 'kill $pid 2>/dev/null' EXIT
window=$(await_window '^Counterpoint' 60) || fail "no window appeared"
await_line 'second frame' "$trace" 60 || fail "the window draws nothing"
shot start

# The first file by the button, where the program says it is; the second by the key.
number=0
for file in harbour-courier.txt inland-herald.md; do
  number=$((number + 1))
  focus "$window" || fail "the window does not take the keyboard"
  if [ $number = 1 ]; then
    await_line '^widget Open' "$trace" 10 || fail "no button to open files"
    read -r x y < <(sed -n 's/^widget Open.* \([0-9]*\) \([0-9]*\)$/\1 \2/p' "$trace" | tail -n 1)
    xdotool mousemove --window "$window" "$x" "$y" sleep 0.2 click 1
  else
    xdotool key --clearmodifiers ctrl+o
  fi
  for _ in $(seq 100); do [ "$(grep -c '^dialog requested open' "$trace")" -ge $number ] && break; sleep 0.1; done
  [ "$(grep -c '^dialog requested open' "$trace")" -ge $number ] || fail "Open was not understood"
  choose '^Open Articles$' "$root/resources/samples/peace-talks/$file" "^loaded $number"
done

await_line '^comparison done contradictions=[1-9]' "$trace" 120 || fail "no contradiction was found"
focus "$window"; xdotool key --clearmodifiers F8; sleep 1
shot conflict

# The first dialog asks what the report is to hold; Enter leaves it as it is.
xdotool key --clearmodifiers ctrl+e
await_line '^widget Save…' "$trace" 10 || fail "Save Report was not understood"
sleep 0.5; shot report
xdotool key --clearmodifiers Return
await_line '^dialog requested save' "$trace" 10 || fail "Save Report was not understood"
choose '^Save Report$' "$report" '^saved '
[ -s "$report" ] || fail "no report was written"
cp "$report" "$out/report.md"
for words in '^# Comparison of 2 reports' '^## Contradictions' 'in \(\*\*\)\?Moscow' 'in \(\*\*\)\?Miami' 'harbour-courier.txt'; do
  grep -q -- "$words" "$report" || fail "the report does not hold: $words"
done
sed -n '/^## Contradictions/,/^## /p' "$report" | grep -q '^### 1\. ' || fail "the report lists no contradiction"

focus "$window"; xdotool key --clearmodifiers ctrl+q
for _ in $(seq 100); do kill -0 $pid 2>/dev/null || break; sleep 0.1; done
kill -0 $pid 2>/dev/null && fail "the program did not end"
wait $pid || fail "the program ended with status $?"
grep -i 'panicked' "$out/stderr.txt" && fail "the program panicked"
echo "PASS: $(grep '^comparison done' "$trace" | tail -n 1); screenshots in $out"
