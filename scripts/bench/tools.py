"""What releases an image. Each tool is a command for `sh` that is run in the project's folder."""

import shutil

from project import target


def jrelease(project, registry, program):
    return f"{program}/bin/jrelease release --clean"


def docker(project, registry, program):
    image = f"{project.image(registry)}:{project.version}"
    lines, parts = [], []
    for platform in project.platforms:
        part = f"{image}-{target(platform)}"
        lines += [f"docker build -q --platform linux/{platform} -t {part} .", f"docker push -q {part}"]
        parts.append(part)
    lines += [f"docker manifest create --insecure --amend {image} {' '.join(parts)}"]
    lines += [f"docker manifest push --insecure {image}"]
    return "\n".join(lines)


def buildx(project, registry, program):
    platforms = ",".join(f"linux/{platform}" for platform in project.platforms)
    image = f"{project.image(registry)}:{project.version}"
    return f"buildx build --quiet --push --provenance=false --platform {platforms} -t {image} ."


def goreleaser(project, registry, program):
    return "goreleaser release --clean --skip=validate,archive -f goreleaser.yaml"


def tools_for(engine):
    """Those on the PATH that can release several platforms on this engine; the first is what others are compared with."""
    tools = {"docker build, push, manifest": docker, "jrelease": jrelease}
    if shutil.which("goreleaser"):
        tools["GoReleaser"] = goreleaser
    if shutil.which("buildx") and engine.has_containerd_store():
        tools["buildx --push"] = buildx
    return tools
