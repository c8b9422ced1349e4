"""Holds every document in json/ against the schema under docs/ that it names, and every command against the documents."""
import glob, json, os, re, subprocess
import jsonschema

schemas = {}
for path in sorted(glob.glob(os.environ["DATA"] + "/docs/*.schema.json")):
    schema = json.load(open(path))
    jsonschema.Draft202012Validator.check_schema(schema)
    # `match` alone says no name: its form is older than the others', and others read it
    name = schema["properties"].get("schema", {}).get("const", "without a name")
    schemas.setdefault(name, []).append(schema)


def faults(document):
    """What is wrong with it by the nearest of its schemas; none is wrong with what fits."""
    found = [list(jsonschema.Draft202012Validator(s).iter_errors(document))
             for s in schemas.get(document.get("schema", "without a name"), [])]
    return min(found, key=len) if found else ["no schema"]


kept = {}
for path in sorted(glob.glob("json/*")):
    command = os.path.basename(path).rsplit(".", 1)[0]
    text = open(path).read()
    if not text:
        continue
    document = json.loads(text)
    kept.setdefault(command, set()).add(document.get("schema", "without a name") if isinstance(document, dict) else "a list")
    for fault in faults(document):
        print(command, getattr(fault, "json_path", ""), getattr(fault, "message", fault)[:200])
    assert faults({**document, "surprise": 1}), command

for command in sorted(kept):
    print(f"{command}: {', '.join(sorted(kept[command]))}")

commands = re.findall(r"^  ([a-z-]+(?: [a-z-]+)?)(?:  |$)", subprocess.run(["seedfault", "--help"], capture_output=True, text=True).stdout, re.M)
takes = [c for c in commands if "--json" in subprocess.run(["seedfault", *c.split(), "--help"], capture_output=True, text=True).stdout]
print("left out:", ", ".join(c for c in takes if c not in kept) or "none", "of", len(takes))
