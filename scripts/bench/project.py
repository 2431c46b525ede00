"""A project to release: a git repository with an image of files for several platforms, and a configuration for each tool."""

import os
import subprocess

PLATFORMS = ["amd64", "arm64", "arm/v7", "386", "ppc64le", "s390x", "riscv64", "arm/v6"]

IGNORED = "dist/\n.home/\n"

JRELEASE = """version: 1
project_name: hello
dockers:
{entries}docker_manifests:
{indexes}"""

ENTRY = """  - id: {id}
    platforms: [{platforms}]
    dockerfile: Dockerfile
    extra_files: [common, bin]
    verify_platform: false
    image_templates: [{names}]
"""

INDEX = """  - name_template: "{name}"
    image_templates: [{names}]
"""

GORELEASER = """version: 2
project_name: hello
builds: [{{skip: true}}]
checksum: {{disable: true}}
changelog: {{disable: true}}
release: {{disable: true}}
dockers:
{entries}docker_manifests:
  - name_template: "{image}:{{{{ .Version }}}}"
    image_templates: [{names}]
    create_flags: [--insecure]
    push_flags: [--insecure]
"""

GORELEASER_ENTRY = """  - goos: linux
    goarch: "{arch}"
    goarm: "{arm}"
    dockerfile: Dockerfile
    extra_files: [common, bin]
    build_flag_templates: ["--platform=linux/{platform}"]
    image_templates: ["{image}:{{{{ .Version }}}}-{target}"]
"""


def target(platform):
    return platform.replace("/", "")


class Project:
    """@param copies how many images of the same files, each in as many repositories as it is said"""

    def __init__(self, folder, platforms, common, base="scratch", copies=1, repositories=1):
        self.folder = folder
        self.name = f"acme/{folder.parent.name}-{folder.name}"
        self.platforms = PLATFORMS[:platforms]
        self.common = common
        self.base = base
        self.copies = copies
        self.repositories = repositories
        self.version = "1.0.0"
        folder.mkdir()
        self.git("init", "-q")
        self.git("remote", "add", "origin", "https://example.com/acme/hello.git")

    def git(self, *words):
        names = ["-c", "user.name=bench", "-c", "user.email=bench@example.com", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *names, *words], cwd=self.folder, check=True, stdout=subprocess.DEVNULL)

    def image(self, registry, number=0, repository=0):
        return f"{registry}/{self.name}" + (f"-{number}" if number else "") + (f"-{repository}" if repository else "")

    def renew(self, registry, version):
        """New content everywhere, so that no cache has any of it."""
        self.version = version
        with open(self.folder / "common", "wb") as file:
            for _ in range(self.common // 2**20):
                file.write(os.urandom(2**20))
        for platform in self.platforms:
            self.write_program(platform)
        (self.folder / "Dockerfile").write_text(
            f"FROM {self.base}\nARG TARGETARCH\nARG TARGETVARIANT\n"
            "COPY common /common\nCOPY bin/${TARGETARCH}${TARGETVARIANT}/app /app\n"
        )
        (self.folder / ".gitignore").write_text(IGNORED)
        (self.folder / ".dockerignore").write_text(IGNORED + ".git/\n")
        (self.folder / ".release.yaml").write_text(self.jrelease(registry))
        (self.folder / "goreleaser.yaml").write_text(self.goreleaser(registry))
        self.commit()

    def change_one_file(self, version):
        self.version = version
        self.write_program(self.platforms[0])
        self.commit()

    def write_program(self, platform):
        program = self.folder / "bin" / target(platform) / "app"
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_bytes(os.urandom(1_500_000))

    def commit(self):
        # Large files are no part of what is measured.
        self.git("add", "-f", "Dockerfile", ".gitignore", ".dockerignore", ".release.yaml", "goreleaser.yaml", "bin")
        (self.folder / ".git/info/exclude").write_text("/common\n")
        self.git("commit", "-q", "--allow-empty", "-m", self.version)
        self.git("tag", f"v{self.version}")

    def jrelease(self, registry):
        entries, indexes = "", ""
        for number in range(self.copies):
            images = [self.image(registry, number, repository) for repository in range(self.repositories)]
            platforms = ", ".join(f"linux/{platform}" for platform in self.platforms)
            names = ", ".join(f'"{image}:{{{{ version }}}}-{{{{ target }}}}"' for image in images)
            entries += ENTRY.format(id=f"hello{number}", platforms=platforms, names=names)
            for image in images:
                parts = ", ".join(f'"{image}:{{{{ version }}}}-{target(one)}"' for one in self.platforms)
                indexes += INDEX.format(name=f"{image}:{{{{ version }}}}", names=parts)
        return JRELEASE.format(entries=entries, indexes=indexes)

    def goreleaser(self, registry):
        image = self.image(registry)
        entries = "".join(
            GORELEASER_ENTRY.format(
                arch=platform.split("/")[0],
                arm=platform.partition("/v")[2],
                platform=platform,
                image=image,
                target=target(platform),
            )
            for platform in self.platforms
        )
        names = ", ".join(f'"{image}:{{{{ .Version }}}}-{target(one)}"' for one in self.platforms)
        return GORELEASER.format(entries=entries, image=image, names=names)
