"""A git repository and an environment that are the same for both, with tools that only write down what they are asked."""
import os
import shutil
import subprocess

COMMITTED = "2024-03-01T10:00:00Z"

FAKE_DOCKER = """#!/bin/sh
case "$*" in
  *--help*) echo "--provenance --sbom"; exit ;;
  "buildx inspect"*) echo "Driver: docker-container"; exit ;;
esac
{ head -1 Dockerfile 2>/dev/null || echo; for argument; do printf '%s\\0' "$argument"; done; printf '\\n\\1'; } >> "$WITNESS"
digest=sha256:$(printf '%s' "$*" | sha256sum | cut -c1-64)
case " $* " in *" --iidfile="*) printf '%s' "$digest" > id.txt ;; esac
echo "$digest"
"""
FAKE_GO = """#!/bin/sh
if [ "$1 $2" = "list -m" ]; then echo "$WITNESS_MODULE"; exit; fi
while [ $# -gt 0 ]; do
  case $1 in -o) echo program > "$2" ;; -o=*) echo program > "${1#-o=}" ;; esac
  shift
done
"""


class Repository:
    def __init__(self, folder, work, tag):
        owner, _, name = folder.name.rpartition("__")
        self.owner, self.name = owner or "acme", name
        self.root, self.tag, self.fakes = work / name, tag, work / "fakes"
        self.calls, self.environment, self.only_theirs = work / "calls", {}, {}
        shutil.copytree(folder, self.root)
        (self.root / ".gitignore").write_text("dist/\n")
        self.fakes.mkdir()
        for tool, script in (("docker", FAKE_DOCKER), ("go", FAKE_GO)):
            (self.fakes / tool).write_text(script)
            (self.fakes / tool).chmod(0o755)
        self.git("init", "-q", "-b", "main")
        self.git("remote", "add", "origin", "https://github.com/%s/%s.git" % (self.owner, self.name))

    def variables(self):
        git = {"GIT_%s_%s" % (who, what): value for who in ("AUTHOR", "COMMITTER")
               for what, value in (("NAME", "acme"), ("EMAIL", "acme@example.org"), ("DATE", COMMITTED))}
        return {"PATH": "%s:%s" % (self.fakes, os.environ["PATH"]), "HOME": str(self.fakes), "WITNESS": str(self.calls),
                "WITNESS_MODULE": "github.com/%s/%s" % (self.owner, self.name),
                "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1", **git, **self.environment}

    def run(self, *command, **variables):
        return subprocess.run(command, cwd=self.root, env={**self.variables(), **variables}, text=True, errors="replace", timeout=300,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def git(self, *arguments):
        done = self.run("git", *arguments)
        if done.returncode:
            raise RuntimeError("git %s: %s" % (" ".join(arguments), done.stderr))

    def add(self, path):
        """Puts a file where one is missing; its first line is its name, by which a build tells its Dockerfile."""
        file = (self.root / path)
        if self.root not in file.resolve().parents or file.exists():
            return False
        if str(path).endswith("/"):
            file /= "file"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# %s\nFROM scratch\n" % path)
        return True

    def commit(self):
        self.git("add", "-A", "-f", "--", ".", ":!dist")
        self.git("commit", "-q", "--amend" if self.run("git", "rev-parse", "HEAD").returncode == 0 else "--allow-empty",
                 "--allow-empty", "-m", "change", "--date", COMMITTED)
        self.git("tag", "-f", self.tag)
