"""Asks GoReleaser and jrelease."""
import json
import os
import pathlib
import re
import shutil

import yaml

from witness.configuration import compose, without_line
from witness.images import asked_of_docker, planned

SKIPPED = ("announce,archive,aur,aur-source,before,chocolatey,flatpak,homebrew,ko,makeself,mcp,nix,notarize,"
           "sbom,scoop,sign,snapcraft,srpm,validate,winget")
ABSENT = re.compile(r"(?:open|stat|lstat) (\S+?): no such file or directory")
UNKNOWN = re.compile(r"line (\d+): field (\S+) not found in type")
UNSET = re.compile(r'map has no entry for key "(\w+)"')
PROBLEM = re.compile(r"^\S+:\d+:\d+: (?!warning).*$", re.M)


class Refused(Exception):
    pass


def goreleaser(repository, config, arguments, said):
    """Runs GoReleaser until it no longer misses a file, a variable, or stumbles over a key."""
    file = repository.fakes / "goreleaser.yaml"
    file.write_text(yaml.serialize(config, width=10**6, allow_unicode=True))
    for _ in range(60):
        repository.commit()
        repository.calls.unlink(missing_ok=True)
        shutil.rmtree(repository.root / "dist", ignore_errors=True)
        done = repository.run("goreleaser", "release", "--clean", "--skip=" + SKIPPED, "-p", "1", "-f", str(file),
                              *arguments, **repository.only_theirs)
        if done.returncode == 0:
            shutil.rmtree(repository.root / "dist", ignore_errors=True)
            return asked_of_docker(repository.calls)
        unknown = UNKNOWN.findall(done.stderr)
        node = compose(file.read_text())
        removed = [field for line, field in reversed(unknown) if without_line(node, int(line), field)]
        if removed:
            said.extend(removed)
            file.write_text(yaml.serialize(node, width=10**6, allow_unicode=True))
            continue
        unset = [name for name in UNSET.findall(done.stderr) if name not in repository.environment]
        repository.environment.update((name, name.lower().replace("_", "-")) for name in unset)
        if not unset and not any(repository.add(path) for path in ABSENT.findall(done.stderr)):
            raise Refused(last_words(done.stderr))
    raise Refused("it does not come to an end")


def last_words(stderr):
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line).strip() for line in stderr.splitlines() if line.strip()]
    return " ".join(lines[-3:])[:400]


def jrelease(repository, arguments):
    program = os.environ.get("JRELEASE") or str(
        pathlib.Path(__file__).resolve().parents[2] / "cli/target/jrelease/bin/jrelease")
    checked = repository.run(program, "check")
    done = repository.run(program, "plan", "--output", "json", *arguments)
    if done.returncode or checked.returncode:
        failed = checked if checked.returncode else done
        problems = PROBLEM.findall(failed.stderr + failed.stdout) or [last_words(failed.stderr or failed.stdout)]
        raise Refused("\n".join(problems))
    return planned(json.loads(done.stdout))
