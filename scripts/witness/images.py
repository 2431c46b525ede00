"""What one of them would do: a reference to the images behind it, by platform."""
import copy
import os
import re

from witness.configuration import ASKED
from witness.repository import COMMITTED

MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?|\b20\d{12}\b|\b1[789]\d{8}\b")


def familiar(reference):
    """docker.io/library/a is a."""
    for prefix in ("docker.io/library/", "index.docker.io/", "docker.io/"):
        if reference.startswith(prefix):
            return reference[len(prefix):]
    return reference


def canonical(platform):
    written = re.sub(r"^linux/arm(32)?/v?(?=\d)", "linux/arm/v", platform)
    return {"linux/arm64/v8": "linux/arm64", "linux/arm": "linux/arm/v7", "linux/amd64/v1": "linux/amd64",
            "linux/i386": "linux/386"}.get(written, written)


def settled(value):
    """A text in which the moments of two runs are one."""
    return MOMENT.sub(lambda found: found.group() if found.group().startswith(COMMITTED[:10]) else "<now%s>" % (
        " with a fraction" if found.group(1) else ""), value)


def settings(words):
    return {key: settled(value) for key, _, value in (word.partition("=") for word in words)}


def with_value(argument):
    """A build argument without a value has that of the environment, or is none."""
    return argument if "=" in argument else argument in os.environ and argument + "=" + os.environ[argument]


class Wanted:
    """References and what stands behind them."""

    def __init__(self):
        self.images, self.indexes, self.pushed, self.notes = {}, {}, set(), []
        self.unnamed = {}

    def image(self, references, platform, build):
        for reference in references:
            self.images.setdefault(familiar(reference), {})[canonical(platform)] = build

    def index(self, reference, children):
        self.indexes[familiar(reference)] = sorted({familiar(child) for child in children})
        self.pushed.add(familiar(reference))

    def seen(self):
        """Every reference with its images, those behind an index included."""
        behind = copy.deepcopy(self.images)
        for reference, children in self.indexes.items():
            for child in children:
                known = self.images.get(child) or self.unnamed.get(child) or {"from " + child: {}}
                for platform, build in known.items():
                    behind.setdefault(reference, {})[platform] = build
        return behind


def flags(words):
    """--a=b and --a b, in their order; a word without a dash is the context."""
    words = iter(words)
    for word in words:
        name, given, value = word.partition("=")
        if name in ("-t", "--tag", "--platform", "--label", "--build-arg", "--annotation", "--target", "--file", "-f"):
            yield name, value if given else next(words, "")
        elif " " in name and name.startswith("--"):
            yield tuple(name.split(" ", 1)) if not given else (name.split(" ")[0], name.split(" ", 1)[1] + "=" + value)
        else:
            yield word, ""


def asked_of_docker(calls):
    wanted = Wanted()
    for call in calls.read_text(errors="replace").split("\n\1")[:-1] if calls.exists() else []:
        dockerfile, _, arguments = call.partition("\n")
        words = arguments.split("\0")[:-1]
        if words[0] == "push":
            wanted.pushed.add(familiar(words[1]))
        elif words[:2] == ["manifest", "create"]:
            children = [word for word in words[3:] if not word.startswith("--")]
            wanted.index(words[2], [child.split("@")[0] for child in children])
            wanted.notes += ["%s is not pinned" % child for child in children if "@" not in child]
        elif words[0] == "build" or words[:2] == ["buildx", "build"]:
            given = {}
            for name, value in flags(words[2 if words[0] == "buildx" else 1:]):
                given.setdefault(name, []).append(value)
            labels = settings(given.get("--label", []))
            asked = labels.pop(ASKED, "")
            if "--platform" not in given:
                wanted.notes.append("no --platform")
            build = {"target": given.get("--target", [""])[-1], "labels": labels,
                     "build_args": settings(filter(None, map(with_value, given.get("--build-arg", []))))}
            if dockerfile.startswith("# "):
                build["dockerfile"] = dockerfile[2:]
            references = given.get("-t", []) + given.get("--tag", [])
            for platform in ",".join(given.get("--platform", [asked])).split(","):
                wanted.image(references, platform, build)
            if "--push" in given:
                wanted.pushed.update(familiar(reference) for reference in references)
    return wanted


def planned(plan):
    wanted = Wanted()
    for image in plan["images"]:
        build = {"dockerfile": image["dockerfile"], "target": image["target"],
                 "labels": {key: settled(value) for key, value in image["labels"].items()},
                 "build_args": {key: settled(value) for key, value in image["build_args"].items()}}
        wanted.image(image["references"], image["platform"], build)
        if not image["references"]:
            wanted.unnamed["%s %s" % (image["id"], image["platform"])] = {canonical(image["platform"]): build}
        if image["push"] and not plan["snapshot"]:
            wanted.pushed.update(familiar(reference) for reference in image["references"])
    for index in plan["indexes"] if not plan["snapshot"] else []:
        wanted.index(index["reference"], index["children"])
    return wanted
