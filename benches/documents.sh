#!/bin/bash
# Measures how long handbooks take: one of 400 lines in each format, and those of a whole congress.
#   benches/documents.sh PROGRAM [LINES_OF_EACH]
# PROGRAM: a release build of lianluo. Works in a throw-away folder. Each figure is told as wall clock, CPU time of the program
# with its children, and their peak memory together: on a busy machine the CPU time is the one to compare.
set -eu
program=$(realpath "${1:?the path of a release build of lianluo}")
lines=${2:-40}
roster=$(realpath "$(dirname "$0")/../tests/data/roster-sample.csv")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
"$program" init --name 张干部 --phone-last4 0001 > /dev/null 2>&1
python3 - "$roster" <<'PY'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig")))
head, sample = rows[0], [row for row in rows[1:] if row[3] == "长沙市"][0]
code, name, card = head.index("代表编码"), head.index("姓名"), head.index("代表证号")
with open("roster.csv", "w", encoding="utf-8", newline="") as out:
    writer = csv.writer(out)
    writer.writerow(head)
    digits = "零一二三四五六七八九"
    for n in range(774):
        row = list(sample)
        row[code] = f"CS-{n + 1:03d}"
        row[name] = "陈示" + "".join(digits[int(d)] for d in str(n + 1))
        row[card] = f"HN{140000 + n}"
        writer.writerow(row)
PY
"$program" roster import roster.csv > /dev/null
python3 - "$lines" <<'PY'
import json, sqlite3, sys, datetime
db = sqlite3.connect("data/lianluo.db")
deputies = [row[0] for row in db.execute("SELECT deputy_id FROM deputies ORDER BY code")]
matter = "石塘村三组的灌溉渠去年夏天被洪水冲垮了一段，二十三户村民的秧田没有水，希望在插秧以前修好，也希望明确以后由谁来管护。（示）"
record_id = 1 << 40
for place, deputy in enumerate(deputies):
    for n in range(400 if place == 0 else int(sys.argv[1])):
        on = (datetime.date(2026, 1, 3) + datetime.timedelta(days=n * 7 % 360)).isoformat()
        record = {"on": on, "place": "石塘村", "way": "走访", "whom": "石塘村村民", "people": {"exact": 3 + n % 20},
                  "matters": matter, "passing_on": "已转交县水利局（示）", "answer_back": "已答复",
                  "source": {"kind": "self_declared"}, "state": "confirmed", "version": 1, "corrected": []}
        if n % 4 == 1:
            record.update(category="training", more={"title": "代表法专题培训（示）", "host": "某市人大（示）", "days": "2"})
        record_id += 1
        db.execute("INSERT INTO contact_records (record_id, deputy_id, case_id, held_on, record, state, created_at, confirmed_at, category)"
                   " VALUES (?, ?, NULL, ?, ?, 'confirmed', 0, 0, ?)",
                   (record_id, deputy, on, json.dumps(record, ensure_ascii=False), record.get("category", "contact")))
db.commit()
PY
python3 - "$program" "$lines" <<'PY'
import os, subprocess, sys, threading, time, datetime

def measured(args):
    """Seconds, CPU seconds of all, peak of the sum of resident memory in MiB."""
    before, begun = os.times(), time.monotonic()
    child = subprocess.Popen(args, stdout=subprocess.DEVNULL)
    peak = 0
    def tree(pid):
        found, queue = [], [pid]
        while queue:
            pid = queue.pop()
            found.append(pid)
            try:
                for task in os.listdir(f"/proc/{pid}/task"):
                    queue += [int(it) for it in open(f"/proc/{pid}/task/{task}/children").read().split()]
            except OSError:
                pass
        return found
    while child.poll() is None:
        total = 0
        for pid in tree(child.pid):
            try:
                total += int(open(f"/proc/{pid}/statm").read().split()[1]) * 4096
            except (OSError, IndexError):
                pass
        peak = max(peak, total)
        time.sleep(0.01)
    took, after = time.monotonic() - begun, os.times()
    assert child.returncode == 0, args
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return took, cpu, peak / 2**20

program, lines = sys.argv[1], sys.argv[2]
print(f"{datetime.date.today()}, {os.cpu_count()} cores, load before {os.getloadavg()[0]:.1f}")
print("| what | seconds | CPU seconds | peak MiB |\n| --- | --- | --- | --- |")
for kind in ["pdf", "docx", "xlsx", "json"]:
    runs = [measured([program, "handbook", "export", "CS-001", "--year", "2026", "--format", kind, "--out", f"a.{kind}"]) for _ in range(5)]
    took, cpu, peak = (sorted(run[at] for run in runs)[2] for at in range(3))
    size = os.path.getsize(f"a.{kind}") // 1024
    print(f"| 400 lines as {kind}, median of 5 ({size} KiB) | {took:.2f} | {cpu:.2f} | {peak:.0f} |", flush=True)
took, cpu, peak = measured([program, "handbook", "export", "--all", "--year", "2026", "--format", "pdf", "--out", "all"])
print(f"| {len(os.listdir('all'))} handbooks of {lines} lines as pdf | {took:.0f} | {cpu:.0f} | {peak:.0f} |")
PY
if [ -n "${KEEP:-}" ]; then cp a.* "$KEEP"; fi
