"""The days of reports, beside jionlp: benches/report_dates.py PROGRAM FILE.jsonl... (needs the package jionlp).

A record's day is right when it, or its range, or one of the days that it may mean, is the one expected. jionlp gets
the whole message and the instant; its first time expression counts for the first record, its second for the second.
"""

import datetime
import json
import subprocess
import sys

import jionlp


def spoken(message):
    base = datetime.datetime.fromisoformat(message["now"]).timestamp()
    try:
        found = jionlp.ner.extract_time(message["text"], time_base=base)
    except Exception:
        return []
    times = [one["detail"]["time"] for one in found if one["type"] in ("time_point", "time_span")]
    return [(first[:10], last[:10]) for first, last in times if isinstance(first, str) and isinstance(last, str)]


def right(record, days):
    """days: (first, last) or None."""
    if record["date_candidates"]:
        return days is not None and days[0] in record["date_candidates"]
    if record["date"] is None:
        return days is None
    return days == (record["date"], record["date_end"] or record["date"])


def own(reading, index):
    records = reading["records"]
    if index >= len(records):
        return None
    record = records[index]
    if record["date_candidates"]:
        return record["date_candidates"][0], record["date_candidates"][0]
    return record["date"] and (record["date"], record["date_end"] or record["date"])


def main():
    program, files = sys.argv[1], sys.argv[2:]
    print("| file | days | lianluo | jionlp |\n| --- | --- | --- | --- |")
    for path in files:
        with open(path, encoding="utf-8") as lines:
            out = subprocess.run([program, "read-report"], stdin=lines, capture_output=True, text=True, check=True)
        count = ours = theirs = 0
        for line in out.stdout.splitlines():
            message = json.loads(line)
            heard = spoken(message)
            for index, record in enumerate(message["expected"]["records"]):
                count += 1
                ours += right(record, own(message["reading"], index))
                said = heard[index] if index < len(heard) else (heard[0] if heard else None)
                theirs += right(record, said)
        print(f"| {path.rsplit('/', 1)[-1]} | {count} | {ours / count:.1%} | {theirs / count:.1%} |")


main()
