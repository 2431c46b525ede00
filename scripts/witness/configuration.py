"""What images depend on, of a configuration of GoReleaser's: as YAML nodes, so that no scalar changes on its way."""
import re

import yaml

KEPT = ("version", "project_name", "env", "builds", "dockers", "docker_manifests", "dockers_v2", "docker_digest",
        "snapshot", "dist", "git", "retry", "metadata")
BUILD_KEYS = ("id", "binary", "goos", "goarch", "goarm", "goamd64", "goarm64", "go386", "gomips", "goppc64",
              "goriscv64", "targets", "ignore", "skip")
ASKED = "witness.asked-platform"


class Composer(yaml.SafeLoader):
    """Takes an anchor that is defined twice, as GoReleaser does."""

    def compose_node(self, parent, index):
        event = self.peek_event()
        if getattr(event, "anchor", None) and not isinstance(event, yaml.AliasEvent):
            self.anchors.pop(event.anchor, None)
        return super().compose_node(parent, index)


def compose(text):
    loader = Composer(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def pairs(node):
    """The entries of a mapping, those of its merge keys included."""
    found = {}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "<<":
                for merged in value.value if isinstance(value, yaml.SequenceNode) else [value]:
                    for name, inherited in pairs(merged).items():
                        found.setdefault(name, inherited)
        found.update((key.value, value) for key, value in node.value if key.value != "<<")
    return found


def items(node):
    return node.value if isinstance(node, yaml.SequenceNode) else []


def text(value):
    return yaml.ScalarNode("tag:yaml.org,2002:str", value, style='"')


def mapping(entries):
    return yaml.MappingNode("tag:yaml.org,2002:map", [(text(key), value) for key, value in entries.items()])


def sequence(values):
    return yaml.SequenceNode("tag:yaml.org,2002:seq", list(values))


def scalar(entries, key, default=""):
    node = entries.get(key)
    return node.value if isinstance(node, yaml.ScalarNode) and node.value else default


def asked_platform(docker):
    arch = scalar(docker, "goarch", "amd64")
    variant = "/v" + scalar(docker, "goarm", "6") if arch == "arm" else ""
    return scalar(docker, "goos", "linux") + "/" + arch + variant


def docker_today(docker, said):
    """An entry of `dockers` in today's words, with a label that tells which platform its goos and goarch ask for."""
    entries = pairs(docker)
    if scalar(entries, "use_buildx") == "true":
        said.append("use_buildx")
        entries.setdefault("use", text("buildx"))
    entries.pop("use_buildx", None)
    if "image" in entries:
        said.append("image")
        tags = items(entries.pop("tag_templates", None)) or [text("{{ .Version }}")]
        named = [text(entries["image"].value + ":" + tag.value) for tag in tags]
        entries["image_templates"] = sequence(list(items(entries.get("image_templates"))) + named)
        del entries["image"]
    for former, today in (("builds", "ids"), ("templated_dockerfile", "dockerfile")):
        if former in entries:
            said.append(former)
            entries[today] = entries.pop(former)
    for condition, opening in (("if", "{{ if %s }}"), ("skip_build", "{{ if not (%s) }}")):
        expression = re.fullmatch(r"\s*\{\{-?(.*?)-?\}\}\s*", scalar(entries, condition))
        if expression:
            said.append(condition)
            entries["image_templates"] = sequence(
                text(opening % expression[1].strip() + name.value + "{{ end }}")
                for name in items(entries["image_templates"]))
    mark = text("--label=%s=%s" % (ASKED, asked_platform(entries)))
    entries["build_flag_templates"] = sequence([mark] + list(items(entries.get("build_flag_templates"))))
    return mapping(entries)


def package_today(entries):
    """An entry of `nfpms` that `ids` of an image name, with nothing in it but the programs."""
    built = {"ids": entries[key] for key in ("ids", "builds") if key in entries}
    return mapping({"id": entries["id"], **built, "maintainer": text("acme"), "formats": sequence([text("deb")])})


def reduced(root, repository, said):
    """What images depend on, of a configuration; the rest would only need tools and networks."""
    whole = pairs(root)
    kept = {key: whole[key] for key in KEPT if key in whole}
    if "build" in whole and "builds" not in whole:
        said.append("build")
        kept["builds"] = sequence([whole["build"]])
    git = pairs(kept.get("git"))
    if scalar(git, "tag_sort") in ("semver", "smartsemver"):
        said.append("tag_sort")
        kept["git"] = mapping({key: value for key, value in git.items() if key != "tag_sort"})
    kept["version"] = yaml.ScalarNode("tag:yaml.org,2002:int", "2")
    release = pairs(whole.get("release"))
    hosted = [scalar(pairs(release.get(host)), "name") for host in ("github", "gitlab", "gitea")]
    kept.setdefault("project_name", text(next((name for name in hosted if name), repository)))
    kept["release"] = mapping({"disable": text("true"), **({"draft": release["draft"]} if "draft" in release else {})})
    kept["force_token"] = text("github")
    kept["changelog"] = mapping({"disable": text("true")})
    builds = []
    for build in items(kept.get("builds")) or [mapping({})]:
        entries = pairs(build)
        if scalar(entries, "builder", "go") not in ("go", "prebuilt"):
            entries.pop("targets", None)
        build = {key: entries[key] for key in BUILD_KEYS if key in entries}
        builds.append(mapping({**build, "no_main_check": yaml.ScalarNode("tag:yaml.org,2002:bool", "true")}))
    kept["builds"] = sequence(builds)
    asked = {identity.value for docker in items(kept.get("dockers")) for identity in items(pairs(docker).get("ids"))}
    packages = [package_today(pairs(package)) for package in items(whole.get("nfpms"))
                if scalar(pairs(package), "id") in asked]
    if packages:
        kept["nfpms"] = sequence(packages)
    if "dockers" in kept:
        kept["dockers"] = sequence(docker_today(docker, said) for docker in items(kept["dockers"]))
    return mapping(kept)


def without_line(node, line, field):
    """Takes out the key on a line of the text that the node was read from; whether there was one."""
    if isinstance(node, yaml.MappingNode):
        for entry in node.value:
            if entry[0].value == field and entry[0].start_mark.line == line - 1:
                node.value.remove(entry)
                return True
    children = [child for entry in node.value for child in entry] if isinstance(node, yaml.MappingNode) else items(node)
    return any(without_line(child, line, field) for child in children if isinstance(child, yaml.Node))


def without_pro(source):
    """The text of a configuration in which variables and metadata are the environment's, and these variables."""
    values, metadata = (pairs(pairs(compose(source)).get(section)) for section in ("variables", "metadata"))
    described = {"".join(part.title() for part in name.split("_")): node for name, node in metadata.items()}
    source = re.sub(r"\.Var\.(\w+)", r".Env.VAR_\1", re.sub(r"\.Metadata\.(\w+)", r".Env.METADATA_\1", source))
    return source, {prefix + name: node.value for prefix, nodes in (("VAR_", values), ("METADATA_", described))
                    for name, node in nodes.items() if isinstance(node, yaml.ScalarNode)}
