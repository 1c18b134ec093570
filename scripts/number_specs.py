#!/usr/bin/env python3
"""Which cases of Recognizers-Text's English number specification a news article can hold, and whether they are read right.

    scripts/number_specs.py EXAMPLE [SPECIFICATION]

EXAMPLE is the built example `numerals`; SPECIFICATION is ../shared/gold/counts/recognizers_number_en.jsonl unless given.
Prints each class of cases that is left out with how many it has, then what is wrong among the rest. A case belongs to the
first class whose test holds for it; a case is right when all its numbers, and no others, are found with their values.
`scripts/quality` takes its figure from here, and docs/counts.md says what the classes are.
"""
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

SPECIFICATION = Path(__file__).resolve().parent.parent.parent / "shared/gold/counts/recognizers_number_en.jsonl"

UNIT = "one|two|three|four|five|six|seven|eight|nine"
ORDINAL = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"


def spans(record):
    """The numbers of a case: text, subtype and value, and where it stands."""
    return [(found["text"].lower(), found["resolution"].get("subtype"), found["resolution"]["value"], found["start"])
            for found in record["results"]]


def is_artificial_fraction(text, subtype, value):
    """A fraction in words with a denominator above ten, or with a numerator of several words or above the denominator."""
    if subtype != "fraction" or not re.search(r"[a-z]", text):
        return False
    value = float(value)
    is_whole = lambda product: round(product) >= 1 and abs(product - round(product)) < 1e-6 * max(1, value)
    if not any(is_whole(value * part) for part in range(2, 11)):
        return True
    if re.search(rf"(ty|hundred|thousand)[ -]+({ORDINAL})s?$", text):
        return True
    if re.search(rf"ty[ -]({UNIT})[ -]({ORDINAL})s?$", text):
        return True
    return value >= 1 and " and " not in text and bool(re.search(rf"({ORDINAL})s?$", text))


def is_part_of_token(record):
    """A number that is joined to letters or digits before it by a mark: one field of a date, an address, a list."""
    text = record["text"]
    return any(start > 1 and text[start - 1] in "-/.,+" and text[start - 2].isalnum() for *_, start in spans(record))


# The classes in order: a name, what it is, and its test.
CLASSES = [
    ("other model", "ordinals, percentages and half-open ranges: no case of a number by itself",
     lambda record: record["model"] != "NumberModel"),
    ("negative", "a value below zero: nothing is counted so",
     lambda record: any(value.startswith("-") for _, _, value, _ in spans(record))),
    ("power", "scientific notation and powers: 1e10, 1.3x10^6",
     lambda record: any(subtype == "power" for _, subtype, _, _ in spans(record))),
    ("fraction bar", "“over” as a fraction bar: one over twenty",
     lambda record: any(" over " in text for text, *_ in spans(record))),
    ("spaced hyphen", "a hyphen in a number word with blanks around it: fifty - two",
     lambda record: any(re.search(r"[a-z] - [a-z]", text) for text, *_ in spans(record))),
    ("artificial fraction", "denominators above ten, several words above the line, more than a whole: twenty-three fifths",
     lambda record: any(is_artificial_fraction(*span[:3]) for span in spans(record))),
    ("spaced letter", "a letter as the scale with a blank before it: 2.33 k, 1,674.5 G",
     lambda record: any(re.search(r"\d\s+[kmgt]$", text) for text, *_ in spans(record))),
    ("part of a token", "fields of dates, addresses, telephone numbers, names and lists without blanks: 5/17/2018, SCP-173",
     is_part_of_token),
]


def left_out(record):
    """The name of the class for which the case is left out; none for a case that news can hold."""
    return next((name for name, _, test in CLASSES if test(record)), None)


def is_right(record, values):
    gold = [float(value) for _, _, value, _ in spans(record)]
    return len(gold) == len(values) and all(abs(a - b) <= 1e-9 * max(1, abs(a)) for a, b in zip(gold, values))


def measure(example, specification=SPECIFICATION):
    """The cases left out by class, the number of the others, and those of them that go wrong with the values found."""
    with open(specification, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    classes = Counter(filter(None, map(left_out, records)))
    kept = [record for record in records if left_out(record) is None]
    texts = "".join(json.dumps({"text": record["text"]}) + "\n" for record in kept)
    found = subprocess.run([example], input=texts, capture_output=True, text=True, check=True).stdout.splitlines()
    if len(found) != len(kept):
        raise ValueError(f"{len(found)} lines for {len(kept)} texts")
    wrong = [(record, values) for record, values in zip(kept, map(json.loads, found)) if not is_right(record, values)]
    return classes, len(kept), wrong


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    classes, kept, wrong = measure(*sys.argv[1:])
    for name, what, _ in CLASSES:
        print(f"{classes[name]:4} left out: {name}: {what}")
    for record, values in wrong:
        gold = [value for _, _, value, _ in spans(record)]
        print(f"     wrong: {record['id']} {record['text']!r}: {values}, not {gold}")
    print(f"{kept - len(wrong)} of {kept} cases right: {100 * (kept - len(wrong)) / kept:.1f} %")


if __name__ == "__main__":
    main()
