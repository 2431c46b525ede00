"""What is measured."""

import itertools
import os
import shutil
import subprocess
from contextlib import contextmanager

from engines import Registry
from measure import run
from project import Project
from tools import docker, jrelease, tools_for

MB = 2**20
NUMBERS = itertools.count()


def release(folder, engines, program, rounds, report):
    for engine in engines:
        measure(folder, engine, program, rounds, report, "2 platforms, 20 MB in common", tools_for(engine), 2, 20 * MB)


def platforms(folder, engines, program, rounds, report):
    for engine in engines:
        for count in (4, 8):
            title = f"{count} platforms, 20 MB in common"
            measure(folder, engine, program, rounds, report, title, tools_for(engine), count, 20 * MB, first_only=True)


def base(folder, engines, program, rounds, report):
    """One registry and one base for all: the base is in the registry and in the engine, the repositories are new."""
    for engine in engines:
        tools, results = tools_for(engine), {}
        with a_registry(folder, engine) as (here, registry):
            name = make_base(engine, here, registry, 300 * MB)
            projects = [(tool, number) for number in range(rounds + 1) for tool in tools]
            for tool, number in projects:
                project = Project(here / f"project{next(NUMBERS)}", 2, MB, base=name)
                kept = results if number > 0 else {}
                releases(engine, project, registry, tools[tool], program, tool, False, kept)
        tell(report, f"{engine}: 2 platforms on a base of 300 MB that is there already, 1 MB of their own", results, tools)


def many(folder, engines, program, rounds, report):
    for engine in engines:
        title = "50 images × 4 platforms × 3 repositories"
        tools = {"jrelease": jrelease}
        measure(folder, engine, program, 1, report, title, tools, 4, MB, copies=50, repositories=3)


def big(folder, engines, program, rounds, report):
    for engine in engines:
        tools = {"docker build, push, manifest": docker, "jrelease": jrelease}
        measure(folder, engine, program, 1, report, "a layer of 2 GiB", tools, 1, 2048 * MB, first_only=True)


def measure(folder, engine, program, rounds, report, title, tools, platforms, common, first_only=False, **more):
    """Each tool in turn, each time with an empty registry."""
    results = {}
    for _ in range(rounds):
        for name, tool in tools.items():
            with a_registry(folder, engine) as (here, registry):
                project = Project(here / "project", platforms, common, **more)
                releases(engine, project, registry, tool, program, name, first_only, results)
    tell(report, f"{engine}: {title}", results, tools)


def releases(engine, project, registry, tool, program, name, first_only, results):
    def measured(row):
        results.setdefault(row, {}).setdefault(name, []).append(once(engine, project, registry, tool, program))

    project.renew(registry.address(), "1.0.0")
    measured("first")
    if not first_only:
        measured("again")
        project.change_one_file("1.0.1")
        measured("one file changed")


def tell(report, title, results, tools):
    for row, by_tool in results.items():
        report.table(f"{title}, {row}", by_tool, next(iter(tools)))


@contextmanager
def a_registry(folder, engine):
    here = folder / str(next(NUMBERS))
    here.mkdir()
    with Registry(engine, here) as registry:
        yield here, registry
    forget(engine, registry)
    shutil.rmtree(here)


def once(engine, project, registry, tool, program):
    home = home_of(project)
    variables = dict(engine.environment(), HOME=str(home))
    variables.pop("XDG_CACHE_HOME", None)
    requests, size = registry.requests(), registry.size()
    script = "set -e\n" + tool(project, registry.address(), program)
    measured = run([*engine.enter, "sh", "-c", script], project.folder, variables)
    measured.requests = registry.requests() - requests
    measured.stored = registry.size() - size
    return measured


def home_of(project):
    """A home folder without caches and settings; the docker command finds buildx in it."""
    home = project.folder / ".home"
    plugins = home / ".docker/cli-plugins"
    buildx = shutil.which("buildx")
    if not home.exists():
        plugins.mkdir(parents=True)
        if buildx:
            (plugins / "docker-buildx").symlink_to(buildx)
    return home


def make_base(engine, here, registry, size):
    """Built and pushed with the docker command."""
    maker = Project(here / "base", 2, size)
    maker.name = "bases/base"
    maker.renew(registry.address(), "1.0.0")
    once(engine, maker, registry, docker, None)
    return f"{registry.address()}/bases/base:1.0.0"


def forget(engine, registry):
    """Removes what was left in the engine under names of a registry that this run made."""
    asked = ["docker", "images", "--format", "{{.Repository}}:{{.Tag}}"]
    names = subprocess.run(asked, env=engine.environment(), capture_output=True, text=True).stdout.split()
    ours = [name for name in names if name.startswith(registry.address() + "/")]
    if ours:
        subprocess.run(["docker", "rmi", "-f", *ours], env=engine.environment(), capture_output=True)


def start(folder, engines, program, rounds, report):
    """Beside a program that does nothing, on the same runtime with the same options."""
    here = folder / "start"
    here.mkdir()
    project = Project(here / "project", 2, 0)
    project.renew("127.0.0.1:5000", "1.0.0")
    source = here / "Empty.java"
    source.write_text("class Empty { public static void main(String[] words) {} }\n")
    javac = os.path.join(os.environ["JAVA_HOME"], "bin/javac")
    subprocess.run([javac, "-d", str(here), str(source)], check=True)
    options = [f"@{program}/lib/java.options", f"@{program}/lib/quick.options"]
    commands = {"an empty program": [f"{program}/runtime/bin/java", *options, "-cp", str(here), "Empty"]}
    for words in (["--version"], ["check"], ["plan"]):
        commands[f"jrelease {words[0]}"] = [f"{program}/bin/jrelease", *words]
    if shutil.which("goreleaser"):
        commands["goreleaser --version"] = ["goreleaser", "--version"]
        commands["goreleaser check"] = ["goreleaser", "check", "-f", "goreleaser.yaml"]
    results = {}
    for _ in range(3 * rounds):
        for name, command in commands.items():
            results.setdefault(name, []).append(run(command, project.folder, os.environ))
    report.table("Start", results, "an empty program")


SCENARIOS = {"start": start, "release": release, "platforms": platforms, "base": base, "many": many, "big": big}
