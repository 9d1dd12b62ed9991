# shellcheck shell=bash disable=SC2034
# To be sourced: a private X display, home and session for one test of the real window.
# Nothing of the user's own desktop is touched, and nothing of it can disturb the test.

need() {
  local missing=()
  for tool in "$@"; do command -v "$tool" >/dev/null || missing+=("$tool"); done
  [ ${#missing[@]} = 0 ] || { echo "FAIL: missing: ${missing[*]}. On Debian: apt-get install $APT_PACKAGES"; exit 1; }
}
APT_PACKAGES="xvfb xdotool dbus xdg-desktop-portal xdg-desktop-portal-gtk imagemagick libgl1 libgl1-mesa-dri \
libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libfontconfig1"

# Starts Xvfb on a free display and sets the environment for it. $1 is a folder for logs and files, $2 the screen size.
start_display() {
  WORK=$1
  export HOME=$WORK/home XDG_RUNTIME_DIR=$WORK/run
  mkdir -p "$HOME" "$XDG_RUNTIME_DIR"; chmod 700 "$XDG_RUNTIME_DIR"
  unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME
  export GDK_BACKEND=x11 GTK_A11Y=none NO_AT_BRIDGE=1 GSETTINGS_BACKEND=memory GTK_USE_PORTAL=0
  export XDG_CURRENT_DESKTOP=GNOME LC_ALL=C.UTF-8 LIBGL_ALWAYS_SOFTWARE=1
  mkfifo "$XDG_RUNTIME_DIR/display"; exec 8<>"$XDG_RUNTIME_DIR/display"
  local number try
  # A display that was just given up by another can refuse its first callers: take the next one.
  for try in 1 2 3; do
    Xvfb -displayfd 8 -screen 0 "$2x24" -nolisten tcp >"$WORK/xvfb.log" 2>&1 &
    XVFB=$!
    read -r -t 30 -u 8 number || { echo "FAIL: Xvfb did not start"; cat "$WORK/xvfb.log"; exit 1; }
    export DISPLAY=:$number
    for _ in $(seq 50); do
      kill -0 $XVFB 2>/dev/null || break
      xdotool getdisplaygeometry >/dev/null 2>&1 && return 0
      sleep 0.1
    done
    kill $XVFB 2>/dev/null || true
  done
  echo "FAIL: Xvfb does not answer"; cat "$WORK/xvfb.log"; exit 1
}

# Waits until file $2 has a line with $1, at most $3 seconds.
await_line() {
  for _ in $(seq $((10 * $3))); do grep -q -- "$1" "$2" 2>/dev/null && return 0; sleep 0.1; done
  return 1
}

# Prints the id of a visible window whose title matches $1; waits at most $2 seconds.
await_window() {
  local id
  for _ in $(seq $((10 * $2))); do
    id=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1)
    [ -n "$id" ] && { echo "$id"; return 0; }
    sleep 0.1
  done
  return 1
}

# Gives window $1 the keyboard; there is no window manager that would.
focus() {
  for _ in $(seq 50); do
    xdotool windowfocus "$1" 2>/dev/null
    [ "$(xdotool getwindowfocus 2>/dev/null)" = "$1" ] && return 0
    sleep 0.1
  done
  return 1
}
