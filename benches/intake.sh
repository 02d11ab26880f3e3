#!/usr/bin/env bash
# Measures the intake against idiomatic peers in one interleaved run, and prints one table of medians.
# Usage: benches/intake.sh BENCH_FOLDER [ROUNDS]
# BENCH_FOLDER holds `tgload` (load generator and fake Bot API) and `peers/`; see its README for how it counts.
# All load stays on loopback and ends by itself.
set -euo pipefail
bench=$(cd "${1:?the folder with tgload and peers}" && pwd)
rounds=${2:-5}
here=$(cd "$(dirname "$0")/.." && pwd)
work=${BENCH_WORK:-$(mktemp -d)}
mkdir -p "$work"
echo "work: $work" >&2

# BENCH_PROGRAM measures a program that was built already.
[ -n "${BENCH_PROGRAM:-}" ] || (cd "$here" && cargo build --release --quiet)
CARGO_TARGET_DIR="$work/target" cargo build --release --quiet --manifest-path "$bench/tgload/Cargo.toml" 2>/dev/null || {
    cp -r "$bench/tgload" "$work/tgload-source" && (cd "$work/tgload-source" && CARGO_TARGET_DIR="$work/target" cargo build --release --quiet); }
[ -d "$work/teloxide" ] || cp -r "$bench/peers/teloxide-sqlx" "$work/teloxide"
(cd "$work/teloxide" && CARGO_TARGET_DIR="$work/target" cargo build --release --quiet)
[ -d "$work/grammy" ] || cp -r "$bench/peers/grammy-better-sqlite3" "$work/grammy"
(cd "$work/grammy" && npm install --silent --no-audit --no-fund >/dev/null)
tgload="$work/target/release/tgload"
program=${BENCH_PROGRAM:-$here/target/release/lianluo}
peer=$(find "$work/target/release" -maxdepth 1 -type f -perm -u+x -name '*teloxide*' | head -n 1)

# The product does its real work: the sample roster is in, CS-001 is bound to a chat, limits are off.
cat > "$work/bot.sh" <<BOT
#!/usr/bin/env bash
export TELOXIDE_TOKEN=\$BOT_TOKEN TELOXIDE_API_URL=\$TG_API TELEGRAM_MODE=\$MODE PUBLIC_URL=https://bench.example.org
export TELEGRAM_WEBHOOK_SECRET=\$WEBHOOK_SECRET LISTEN=127.0.0.1:\$WEBHOOK_PORT DATABASE_URL=sqlite://\$DB_PATH
export FILES_DIR=$work/files KEY_FILE=$work/key SEND_PER_SECOND=0 SEND_PER_CHAT_PER_SECOND=0 SEND_IN_FLIGHT=\${SEND_IN_FLIGHT:-256} RUST_LOG=error
if [ ! -e \$DB_PATH.ready ]; then
    "$program" migrate >/dev/null && "$program" roster import "$here/tests/data/roster-sample.csv" >/dev/null
    "$program" invite deputy CS-001 --json > "$work/invitation.json"
    "$work/bind.py" "\$DB_PATH"
    touch \$DB_PATH.ready
fi
exec "$program" serve
BOT
# Binds CS-001 to a chat outside the load's, as redeeming would: the rows alone matter for the measure.
cat > "$work/bind.py" <<'BIND'
#!/usr/bin/env python3
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("INSERT INTO accounts VALUES (1, 'telegram', '123456:77', 'zh-CN', (SELECT deputy_id FROM deputies WHERE code='CS-001'), NULL, NULL, NULL, '{}', 0)")
db.execute("UPDATE deputies SET account_id = 1 WHERE code = 'CS-001'")
db.commit()
BIND
chmod +x "$work/bot.sh" "$work/bind.py"

run() { # name mode bot extra…
    local name=$1 mode=$2 bot=$3; shift 3
    rm -f "$work/$name.db.ready"
    "$tgload" load --name "$name" --mode "$mode" --path /telegram/webhook --bot "$bot" --db "$work/$name.db" --no-db-check \
        --log "$work/$name.log" "$@" 2>/dev/null | head -n 1 | sed "s/^{/{\"round\":$round,\"case\":\"$what\",/" >> "$work/results.jsonl"
}
: > "$work/results.jsonl"
n=${COUNT:-10000}
for round in $(seq "$rounds"); do
    for what in webhook poll; do
        run lianluo "$what" "$work/bot.sh" --conns 50 --count "$n" --users "$n" --warmup 0 --prime '/start d_CS-001'
        run teloxide "$what" "$peer" --conns 50 --count "$n" --users "$n" --warmup 0
        run grammy "$what" "node $work/grammy/bot.js" --conns 50 --count "$n" --users "$n" --warmup 0
    done
done
python3 - "$work/results.jsonl" <<'TABLE'
import json, statistics as s, sys
rows = [json.loads(line) for line in open(sys.argv[1]) if line.strip().startswith("{")]
by = {(r["round"], r["case"], r["name"]): r for r in rows}
print(f"{'case':8} {'figure':34} {'median':>10} {'min':>10} {'max':>10}")
def line(case, name, values):
    values = [v for v in values if v is not None]
    if values:
        print(f"{case:8} {name:34} {s.median(values):10.3f} {min(values):10.3f} {max(values):10.3f}")
for case in ("webhook", "poll"):
    mine = [r for r in rows if r["case"] == case and r["name"] == "lianluo"]
    for key in ("receipts_per_s", "cpu_ms_per_update", "rss_idle_mib", "rss_peak_mib", "cold_start_ms", "ack_p99_ms", "lost", "duplicates"):
        line(case, "lianluo " + key, [r[key] for r in mine])
    for peer in ("teloxide", "grammy"):
        line(case, peer + " receipts_per_s", [r["receipts_per_s"] for r in rows if r["case"] == case and r["name"] == peer])
        line(case, "ratio to " + peer, [r["receipts_per_s"] / by[(r["round"], case, peer)]["receipts_per_s"]
                                     for r in mine if (r["round"], case, peer) in by])
TABLE
