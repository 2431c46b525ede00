"""Engines, and the registry that a release on one of them publishes to."""

import json
import os
import platform
import shutil
import socket
import subprocess
import time

CONFIG = """version: 0.1
log: {{level: error}}
storage: {{filesystem: {{rootdirectory: {folder}}}, delete: {{enabled: true}}}}
http: {{addr: "127.0.0.1:{port}"}}
"""


class Engine:
    def __init__(self, name, host):
        self.name = name
        self.host = host
        self.enter = os.environ.get(f"BENCH_ENTER_{name}", "").split()
        info = subprocess.run(
            ["docker", "info", "--format", "{{json .}}"], env=self.environment(), capture_output=True, text=True
        )
        self.info = json.loads(info.stdout) if info.returncode == 0 else {}

    @staticmethod
    def all():
        named = [word.split("=", 1) for word in os.environ.get("BENCH_ENGINES", "").split()]
        every = [Engine("default", os.environ.get("DOCKER_HOST", ""))] + [Engine(*pair) for pair in named]
        return [engine for engine in every if engine.info.get("ServerVersion")]

    def environment(self):
        variables = dict(os.environ, DOCKER_BUILDKIT="1", DOCKER_CLI_HINTS="false", BUILDX_NO_DEFAULT_ATTESTATIONS="1")
        if self.host:
            variables["DOCKER_HOST"] = self.host
        return variables

    def has_containerd_store(self):
        return "io.containerd.snapshotter.v1" in json.dumps(self.info.get("DriverStatus"))

    def __str__(self):
        store = "containerd store" if self.has_containerd_store() else "graph driver"
        return f"Docker {self.info['ServerVersion'].split('+')[0]}, {store}"


class Registry:
    """An empty registry on loopback, which counts its requests. Its end removes what it holds."""

    def __init__(self, engine, folder):
        self.folder = folder / "registry"
        self.log = folder / "registry.log"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        config = folder / "registry.yml"
        config.write_text(CONFIG.format(folder=self.folder, port=self.port))
        program = shutil.which("docker-registry") or shutil.which("registry")
        with self.log.open("w") as log:
            self.process = subprocess.Popen([*engine.enter, program, "serve", str(config)], stdout=log, stderr=log)
        ask = ["curl", "-fs", "-o", "/dev/null", f"http://127.0.0.1:{self.port}/v2/"]
        while subprocess.run([*engine.enter, *ask]).returncode != 0:
            if self.process.poll() is not None:
                raise SystemExit("bench: the registry ended: " + self.log.read_text())
            time.sleep(0.05)

    def address(self):
        return f"127.0.0.1:{self.port}"

    def requests(self):
        return sum(" HTTP/1.1\" " in line for line in self.log.read_text().splitlines())

    def size(self):
        return sum(file.stat().st_size for file in self.folder.rglob("data") if file.is_file())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def machine():
    model = "unknown processor"
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
    return f"{os.cpu_count()} × {model}, {memory} GiB, {platform.system()} {platform.release()}"
