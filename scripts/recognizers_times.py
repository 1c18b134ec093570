#!/usr/bin/env python3
"""Compare time expressions with the cases of Microsoft's Recognizers-Text (DateTimeModel, English).

    scripts/recognizers_times.py CASES.jsonl ANNOTATED.jsonl [--differing] [--json]

ANNOTATED is what `whodid annotate --layers times --date-field ref` gave for CASES. An expression is *found* where an
expression of ours overlaps it, and the *same* where ours comes to the same interval: for dates and ranges of dates the
first and the last day, or the TIMEX value as far as it is known (Recognizers gives several readings of an open date, of
which one must agree; it cuts "before 2018" and "the end of March", whose date is ours; its ranges end before their last
part, and "from Monday to Friday" are two expressions to us), for times of day the hour and minute, for lengths and sets
the TIMEX value. `--differing` lists those that differ, by type. Python 3, standard library only.
"""
import argparse
import json
import re
from collections import Counter
from datetime import date, timedelta

DATES = ("date", "daterange", "datetime", "datetimerange")
TIMES = ("time", "timerange")
TYPES = (*DATES, *TIMES, "duration", "set")


def records(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def day(text):
    return date.fromisoformat(text[:10])


def gold_days(value):
    """First and last day of a reading of theirs, and whether its last day may be one more; `None` where it has none."""
    if value["type"] in ("date", "datetime"):
        return (day(value["value"]), day(value["value"]), False) if re.match(r"\d{4}-", value.get("value", "")) else None
    if "start" not in value or "end" not in value:
        return None
    first, end = day(value["start"]), day(value["end"])
    last = end - timedelta(1) if value["type"] == "daterange" and end > first else end
    return first, last, value["type"] == "daterange"


def same_date(timex, value):
    """Whether a value of ours is a TIMEX of theirs: "2018-08-17" is "XXXX-08-17"."""
    known = re.fullmatch(r"(?:\d{4}|XXXX)(?:-(?:\d\d|Q\d|SP|SU|FA|WI)(?:-\d\d)?|-W\d\d(?:-WE)?)?|PRESENT_REF", timex) and "XXXX" != timex
    return bool(known and re.fullmatch(re.escape(timex).replace("XXXX", r"\d{4}"), value))


def same_days(values, ours):
    if len(ours) == 1 and any(same_date(value.get("timex", ""), ours[0]["value"]) for value in values):
        return True
    spans = [(day(time["from"]), day(time["to"])) for time in ours if "from" in time and "to" in time]
    if not spans:
        return False
    # "From 2014 to 2018" ends for them where 2018 begins.
    begins = [(value["start"], value["end"]) for value in values if value["type"] == "daterange" and "start" in value and "end" in value]
    if len(spans) > 1 and (spans[0][0].isoformat(), spans[-1][0].isoformat()) in begins:
        return True
    # One of ours, or all of them from the first to the last.
    spans.append((spans[0][0], spans[-1][1]))
    for first, last, open_end in filter(None, map(gold_days, values)):
        ends = (last, last + timedelta(1)) if open_end else (last,)
        if any(start == first and end in ends for start, end in spans):
            return True
    return False


def clock(text):
    """Hours and minutes of a time of theirs or ours: "T17", "19:56:30", "2016-11-07T08:00"."""
    found = re.match(r"(\d\d)(?::(\d\d))?", re.split("[T ]", text)[-1])
    return found and (int(found[1]) % 24, int(found[2] or 0))


def same_times(values, ours):
    told = [clock(time["value"]) for time in ours if "T" in time["value"] and not time["value"].startswith("P")]
    parts = {time["value"].split("T")[-1] for time in ours}
    for value in values:
        if value["type"] == "time":
            wanted = [clock(value.get("value", ""))]
        else:
            wanted = [clock(value.get("start", "")), clock(value.get("end", ""))]
        if None not in wanted and told and wanted == told[:len(wanted)] or value.get("timex", "").split("T")[-1] in parts:
            return True
    return False


def plain(timex):
    """A length or set as one can compare it: "P14D" is "P2W", "PT60M" is "PT1H"."""
    found = re.fullmatch(r"(PT?)([\d.]+)([A-Z]+)", timex)
    if not found:
        return timex
    head, amount, unit = found[1], float(found[2]), found[3]
    units = {("P", "W"): (7, "D"), ("P", "Y"): (12, "M"), ("P", "Q"): (3, "M"), ("PT", "H"): (60, "M")}
    factor, unit = units.get((head, unit), (1, unit))
    return f"{head}{amount * factor:g}{unit}"


def same(kind, values, ours):
    if kind in DATES:
        return same_days(values, ours)
    if kind in TIMES:
        return same_times(values, ours)
    told = {plain(time["value"]) for time in ours}
    return any(plain(value.get("timex", "")) in told for value in values)


def compare(cases, annotated):
    """For each expression of the cases: its type, the case, the expression, and whether it is missed, differs or agrees."""
    ours = {record["id"]: record["times"] for record in annotated}
    for case in cases:
        for result in case["results"]:
            kind = (result["type"] or "").removeprefix("datetimeV2.")
            values = (result.get("resolution") or {}).get("values") or []
            if kind not in TYPES or not values:
                continue
            inside = [time for time in ours.get(case["id"], []) if time["start"] <= result["end"] and result["start"] < time["end"]]
            verdict = "missed" if not inside else "same" if same(kind, values, inside) else "differs"
            yield kind, case, result, inside, verdict


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases")
    parser.add_argument("annotated")
    parser.add_argument("--differing", action="store_true")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    compared = list(compare(records(arguments.cases), records(arguments.annotated)))
    counts = Counter((kind, verdict) for kind, _, _, _, verdict in compared)
    rows = {}
    for kind in TYPES:
        number = sum(counts[kind, verdict] for verdict in ("same", "differs", "missed"))
        rows[kind] = {"cases": number, "found": number - counts[kind, "missed"], "same": counts[kind, "same"]}
    rows["all"] = {key: sum(row[key] for row in rows.values()) for key in ("cases", "found", "same")}
    if arguments.json:
        print(json.dumps(rows))
        return
    print(f"{'type':14} {'cases':>6} {'found':>6} {'same':>6}")
    for kind, row in rows.items():
        print(f"{kind:14} {row['cases']:6} {row['found']:6} {row['same']:6}")
    if arguments.differing:
        for kind, case, result, inside, verdict in sorted(compared, key=lambda row: (row[0], row[4])):
            if verdict != "same":
                values = result["resolution"]["values"]
                theirs = " or ".join(dict.fromkeys(value.get("timex", "?") for value in values))
                told = "; ".join(f"{time['text']}={time['value']}" for time in inside)
                print("\t".join((kind, verdict, result["text"], theirs, told, (case["ref"] or "")[:10], case["text"])))


if __name__ == "__main__":
    main()
