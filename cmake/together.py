#!/usr/bin/env python3
"""Which sources of a folder may be compiled together, as one file that includes them.

Most of the time of a compiler, and of clang-tidy, goes into the headers; together they are read once. Two sources may
not stand together when both define a name for themselves, in their unnamed namespaces or by `using` at their top.
What this reads is our own style (clang-format's), not C++: where it is wrong the compiler says so.

As a program: `together.py MOST FILE...` prints the groups of two and more, one a line, with semicolons between.
"""
import os, pathlib, re, sys

DECLARED = re.compile(r"(?:struct|class|enum class|enum)\s+(\w+)")
CALLED_OR_SET = re.compile(r"(\w+)\s*[(={;\[]")
ALIAS = re.compile(r"(?:using|namespace)\s+(\w+)\s*=\s*([^;]*);", re.S)
BROUGHT = re.compile(r"using\s+((?:\w+::)+(\w+))\s*;")


def unnamed(text):
    """The lines at the top of the unnamed namespaces of a source."""
    for part in re.findall(r"^namespace \{\n(.*?)^\}  // namespace$", text, re.S | re.M):
        yield from (line for line in re.sub(ALIAS, "", re.sub(BROUGHT, "", part)).split("\n") if re.match(r"\w", line))


def names(file):
    """What a source calls things by, each with what it stands for: the same alias twice does no harm."""
    text = pathlib.Path(file).read_text()
    tops = "\n".join(line for line in text.split("\n") if not line.startswith(" "))
    found = {name: target for target, name in re.findall(BROUGHT, tops)}
    found |= {name: " ".join(target.split()) for name, target in re.findall(ALIAS, tops)}
    for line in unnamed(text):
        if line.startswith(("template", "TEST_CASE", "namespace", "static_assert")):
            continue
        if name := DECLARED.match(line) or CALLED_OR_SET.search(line):
            found[name[1]] = file
    return {(os.path.dirname(file), name): target for name, target in found.items()}


def called(file):
    """What a source calls or makes: a name of its neighbour's would hide what it means."""
    text = re.sub(r"//.*", "", pathlib.Path(file).read_text())
    return {(os.path.dirname(file), name) for name in re.findall(r"\b(?:[A-Z]\w*|\w+(?=\())", text)}


def alone(file):
    """A macro of its own would be seen by the sources behind it; what the build tells one source, others are not told."""
    return re.search(r'^#define|(?<!")\bSEEDFAULT_[A-Z]', pathlib.Path(file).read_text(), re.M)


def groups(files, most):
    """The files in groups of at most `most`; first fit, so that the same files give the same groups."""
    found = []
    for file in files:
        own, calls = names(file), called(file)
        fits = None if alone(file) else next(
            (group for group in found if group[0] and len(group[1]) < most
             and all(group[2].get(name, target) == target for name, target in own.items())
             and not calls & (group[2].keys() - own.keys()) and not group[3] & (own.keys() - group[2].keys())), None)
        if fits is None:
            found.append(fits := (not alone(file), [], {}, set()))
        fits[1].append(file)
        fits[2].update(own)
        fits[3].update(calls)
    return [group[1] for group in found]


if __name__ == "__main__":
    for group in groups(sys.argv[2:], int(sys.argv[1])):
        if len(group) > 1:
            print(";".join(group))
