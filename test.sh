#!/bin/bash
# Everything that must hold before a change lands; people and CI run this same script.
#
#   ./test.sh                  all of it
#   TEST_ONLY=fast ./test.sh   format, clippy and the unit tests: no database server, no browser
#
# It installs what is missing when it may (root, apt-get), else it says what is missing and fails.
# It starts a PostgreSQL of its own, on a free loopback port and in a temporary folder, and stops it again
# however it ends. Two runs at a time do not disturb each other. CARGO_TARGET_DIR is honoured.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

only="${TEST_ONLY:-all}"
case "$only" in
    all | fast) ;;
    *)
        echo "TEST_ONLY is '$only'; it may be 'all' or 'fast'." >&2
        exit 2
        ;;
esac

# Under /tmp and not TMPDIR: the path of a Unix socket may be 107 bytes at most.
scratch="$(mktemp -d /tmp/lianluo-test.XXXXXX)"
log="$scratch/step.log"
step_pid=""
postgres_data="$scratch/postgres"

# ---- stopping what was started ------------------------------------------------------------------------------

# A test may have started a browser in a process group of its own, so the children are looked up one by one.
with_descendants() {
    local child
    echo "$1"
    for child in $(cat "/proc/$1/task/"*/children 2>/dev/null || true); do
        with_descendants "$child"
    done
}

# A process that has ended but is not yet collected by its parent answers kill -0 too.
still_running() {
    local pid
    for pid in "$@"; do
        if kill -0 "$pid" 2>/dev/null && ! grep -qs '^State:.Z' "/proc/$pid/status"; then return 0; fi
    done
    return 1
}

# signal, then SIGKILL for what is still there after ten seconds.
stop() {
    local signal="$1" pid _
    shift
    for pid in "$@"; do kill "-$signal" "$pid" 2>/dev/null || true; done
    for _ in {1..100}; do
        still_running "$@" || return 0
        sleep 0.1
    done
    for pid in "$@"; do kill -KILL "$pid" 2>/dev/null || true; done
}

clean_up() {
    local status=$? pids
    trap '' INT TERM HUP
    if [ -n "$step_pid" ]; then
        mapfile -t pids < <(with_descendants "$step_pid")
        stop TERM "${pids[@]}"
    fi
    if [ -s "$postgres_data/postmaster.pid" ]; then
        # SIGINT is PostgreSQL's fast shutdown: it does not wait for clients to leave.
        stop INT "$(head -n 1 "$postgres_data/postmaster.pid")"
    fi
    rm -rf "$scratch"
    exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

# ---- one line a step ----------------------------------------------------------------------------------------

# step NAME COMMAND...: quiet when it succeeds; the whole log when it fails.
# The command runs in the background because bash runs a trap only between commands: so Ctrl-C works at once.
# Job control (set -m) is on at its start because bash would else let it ignore SIGINT, and so all tests.
step() {
    local name="$1" began=$SECONDS status=0
    shift
    set -m
    "$@" >"$log" 2>&1 </dev/null &
    step_pid=$!
    set +m
    wait "$step_pid" || status=$?
    step_pid=""
    if [ "$status" -ne 0 ]; then
        cat "$log"
        printf '%-12s FAILED after %d s (exit %d)\n' "$name" $((SECONDS - began)) "$status"
        exit 1
    fi
    printf '%-12s ok %5d s\n' "$name" $((SECONDS - began))
}

# ---- what must be on the machine ----------------------------------------------------------------------------

# Debian keeps the server's programs out of PATH.
find_postgres() {
    local folder
    for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV) \
        "$(dirname "$(command -v initdb || echo /nowhere/initdb)")"; do
        if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && [ -x "$folder/postgres" ]; then
            echo "$folder"
            return
        fi
    done
}

find_program() {
    local name
    for name in "$@"; do
        if command -v "$name"; then return; fi
    done
}

# Without a font that has Chinese, screenshots and printed pages show empty boxes.
find_chinese_font() {
    if command -v fc-list >/dev/null; then fc-list :lang=zh-cn file; fi
}

look_for_tools() {
    postgres_bin="$(find_postgres)"
    chromium="${CHROMIUM:-$(find_program chromium chromium-browser google-chrome)}"
    chromedriver="${CHROMEDRIVER:-$(find_program chromedriver)}"
    chinese_font="$(find_chinese_font)"
    missing=()
    packages=()
    if [ -z "$postgres_bin" ]; then
        missing+=("PostgreSQL server (initdb, pg_ctl, postgres)")
        packages+=(postgresql)
    fi
    if [ -z "$chromium" ]; then
        missing+=("Chromium (or set CHROMIUM to its path)")
        packages+=(chromium)
    fi
    if [ -z "$chromedriver" ]; then
        missing+=("ChromeDriver (or set CHROMEDRIVER to its path)")
        packages+=(chromium-driver)
    fi
    if [ -z "$chinese_font" ]; then
        missing+=("a font with Chinese characters, and fontconfig to find it")
        packages+=(fontconfig fonts-wqy-microhei)
    fi
}

install_packages() {
    local apt=(apt-get -o DPkg::Lock::Timeout=300 -o APT::Update::Error-Mode=any -yq)
    # RUNLEVEL=1 keeps the packages from starting a server of their own on the usual port.
    export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
    "${apt[@]}" update
    "${apt[@]}" install --no-install-recommends "$@"
}

give_up_on() {
    echo "Missing on this machine:" >&2
    printf '  - %s\n' "$@" >&2
    exit 1
}

require_rust() {
    local lacking=()
    command -v cargo >/dev/null || lacking+=("cargo (rustup.rs)")
    command -v cc >/dev/null || lacking+=("a C compiler as cc (SQLite is compiled in)")
    command -v cargo-fmt >/dev/null || lacking+=("rustfmt (rustup component add rustfmt)")
    command -v cargo-clippy >/dev/null || lacking+=("clippy (rustup component add clippy)")
    if [ ${#lacking[@]} -gt 0 ]; then give_up_on "${lacking[@]}"; fi
}

require_tools() {
    look_for_tools
    if [ ${#missing[@]} -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        step install install_packages "${packages[@]}"
        look_for_tools
    fi
    if [ ${#missing[@]} -gt 0 ]; then give_up_on "${missing[@]}"; fi
    export CHROMIUM="$chromium" CHROMEDRIVER="$chromedriver"
}

# ---- PostgreSQL ---------------------------------------------------------------------------------------------

# PostgreSQL refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        runuser -u "$postgres_user" -- "$@"
    else
        "$@"
    fi
}

start_postgres() {
    local port _
    # Nothing here outlives the run, so nothing is flushed to the disk.
    local options="-c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_data \
        -c max_connections=200 -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    # The server runs as another user than root and must pass through to its own folder.
    chmod 0711 "$scratch"
    mkdir -m 0700 "$postgres_data"
    if [ "$(id -u)" = 0 ]; then chown "$postgres_user" "$postgres_data"; fi
    (
        cd /
        as_postgres "$postgres_bin/initdb" -D "$postgres_data" -A trust -U postgres -E UTF8 --locale=C --no-sync
    )
    # The port is asked for by starting on it: whoever looks first and starts later loses a race.
    for _ in {1..20}; do
        port=$((20000 + RANDOM % 12000))
        if (
            cd /
            as_postgres "$postgres_bin/pg_ctl" start -w -t 60 -D "$postgres_data" \
                -l "$postgres_data/server.log" -o "-p $port $options"
        ); then
            echo "$port" >"$scratch/port"
            return
        fi
        if ! grep -q 'could not bind' "$postgres_data/server.log"; then break; fi
        rm -f "$postgres_data/server.log"
    done
    cat "$postgres_data/server.log"
    return 1
}

require_postgres() {
    postgres_user=""
    if [ "$(id -u)" = 0 ]; then
        postgres_user="$(id -un postgres 2>/dev/null || echo nobody)"
    fi
    step postgres start_postgres
    TEST_POSTGRES_URL="postgres://postgres@127.0.0.1:$(cat "$scratch/port")/postgres"
    export TEST_POSTGRES_URL
}

# ---- licences -----------------------------------------------------------------------------------------------

# Licences under which the binary may be given to an office without its own source being opened.
allowed_licences=(
    0BSD Apache-2.0 Apache-2.0-WITH-LLVM-exception BSD-2-Clause BSD-3-Clause BSL-1.0 CC0-1.0 ISC MIT MIT-0
    Unicode-3.0 Unicode-DFS-2016 Unlicense Zlib
)
# One package, one licence, one reason: "name|licence as cargo tells it|why it may stay".
excepted_packages=(
    "colored|MPL-2.0|comes with teloxide's dptree; file by file copyleft, and we change none of its files"
    "webpki-roots|CDLA-Permissive-2.0|a licence for data: Mozilla's list of root certificates"
    "webdriver|MPL-2.0|comes with fantoccini, in tests only; none of its files changed"
)

# An SPDX expression becomes arithmetic: an allowed licence is 1, any other 0, AND is &&, OR and the old "/" are ||.
is_allowed_licence() {
    local rest="${1// WITH /-WITH-}" sum="" word
    rest="${rest//\// OR }"
    rest="${rest//(/ ( }"
    rest="${rest//)/ ) }"
    for word in $rest; do
        case "$word" in
            AND) sum+=" && " ;;
            OR) sum+=" || " ;;
            "(" | ")") sum+="$word" ;;
            *) if [[ " ${allowed_licences[*]} " == *" $word "* ]]; then sum+=1; else sum+=0; fi ;;
        esac
    done
    [ -n "$sum" ] && ((sum))
}

check_licences() {
    local package licence name exception bad=0 unused=("${excepted_packages[@]}") i
    cargo tree --locked --target all -e normal,build,dev --prefix none --no-dedupe --format '{p}|{l}' |
        sort -u >"$scratch/packages"
    while IFS='|' read -r package licence; do
        name="${package%% *}"
        if [ "$name" = lianluo ] || is_allowed_licence "$licence"; then continue; fi
        exception=""
        for i in "${!excepted_packages[@]}"; do
            if [[ "${excepted_packages[$i]}" == "$name|$licence|"* ]]; then
                exception="${excepted_packages[$i]}"
                unset "unused[$i]"
            fi
        done
        if [ -z "$exception" ]; then
            echo "$package: licence '${licence:-none named}' is not on the list of allowed licences in test.sh"
            bad=1
        fi
    done <"$scratch/packages"
    for exception in "${unused[@]}"; do
        echo "test.sh excepts '${exception%%|*}' from the licence check, but nothing needs that any more"
        bad=1
    done
    return "$bad"
}

# ---- the steps ----------------------------------------------------------------------------------------------

# Shows cargo's own result lines, without those of targets that hold no test, and the sum of all.
show_test_results() {
    local passed failed ignored sum_passed=0 sum_failed=0 sum_ignored=0 line
    while read -r line; do
        if [[ "$line" =~ ([0-9]+)\ passed\;\ ([0-9]+)\ failed\;\ ([0-9]+)\ ignored ]]; then
            passed="${BASH_REMATCH[1]}" failed="${BASH_REMATCH[2]}" ignored="${BASH_REMATCH[3]}"
            if ((passed + failed + ignored > 0)); then echo "$line"; fi
            sum_passed=$((sum_passed + passed))
            sum_failed=$((sum_failed + failed))
            sum_ignored=$((sum_ignored + ignored))
        fi
    done < <(grep '^test result: ' "$log")
    echo "tests: $sum_passed passed, $sum_failed failed, $sum_ignored skipped"
    if ((sum_passed == 0)); then
        echo "No test was run." >&2
        exit 1
    fi
}

check_docs() {
    RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --document-private-items
}

# The binary that the tests have just built; "cargo run" would build the dependencies again, without what tests add.
check_help() {
    local folder help
    folder="$(cargo metadata --locked --no-deps --format-version 1 | sed -E 's/.*"target_directory":"([^"]*)".*/\1/')"
    help="$("$folder/debug/lianluo" --help)"
    if [ -z "$help" ]; then
        echo "lianluo --help says nothing."
        return 1
    fi
}

require_rust
if [ "$only" = all ]; then require_tools; fi
step fmt cargo fmt --check
step fetch cargo fetch --locked
step clippy cargo clippy --locked --all-targets -- -D warnings
if [ "$only" = fast ]; then
    step tests cargo test --locked --lib
    show_test_results
    exit 0
fi
step licences check_licences
step docs check_docs
require_postgres
step tests cargo test --locked
show_test_results
# What people and Telegram do is tested on SQLite above; tests of single rules choose their engines themselves.
step tests-pg env TEST_ENGINE=postgres cargo test --locked --test it -- web_ telegram_
show_test_results
step help check_help
