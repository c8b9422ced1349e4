"""Searches the letter, in every format, for every string of the key; their own words and places, and the titles, are theirs."""
import html, json, re, sys

whole = json.load(open("whole.json"))
comments = whole["review"]["comments"]
public = {"pattern", "skill", "instinct", "severity", "role", "side", "result", "path", "claims"}


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in public:
                yield from strings(each)


def lines(parts):
    for part in parts:
        for place in part["places"]:
            if place["lines"]:
                first, last = place["lines"]
                yield f"{place['path']}:{first}" + (f"-{last}" if last != first else "")


def bare(text):
    return re.sub(r"[\\\s]+", " ", html.unescape(text)).lower()


own = bare(" ".join(comment["body"] for comment in comments) + whole["attempt"]["pull_request_title"] + whole["attempt"]["id"])
own_places = {f"{c['path']}:{c['lines'][0]}" + (f"-{c['lines'][1]}" if c["lines"][1] != c["lines"][0] else "")
              for c in comments if c["path"] and c["lines"]}
parts = whole["defects"] + whole["decoys"]
secrets = {bare(text) for text in strings(parts)}
secrets |= {bare(sighting["message"]) for sighting in whole["sightings"]}
secrets = {secret for secret in secrets if secret.strip() and secret not in own}
places = set(lines(parts)) - own_places
if len(secrets) < 300 or len(places) < 10:
    sys.exit(f"searched for too little: {len(secrets)} strings, {len(places)} places")
found = 0
for name in ("text", "markdown", "html", "json"):
    raw = open(f"letter.{name}").read()
    letter = bare(re.sub(r"<style>.*?</style>", "", raw, flags=re.S))
    for secret in sorted(secrets):
        if re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", letter):
            found += 1
            print(f"letter.{name} tells: {secret}")
    for place in sorted(places):
        if re.search(rf"{re.escape(place)}(?![\d-])", raw):
            found += 1
            print(f"letter.{name} tells the place {place}")
sys.exit(found > 0)
