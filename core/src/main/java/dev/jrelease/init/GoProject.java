package dev.jrelease.init;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the programs of a module in Go: the module itself, and the folders of {@code cmd}. */
final class GoProject {
    private static final String BASE = "gcr.io/distroless/static-debian13:nonroot";

    private GoProject() {}

    static Optional<Project> of(ProjectFolder root, String name) throws IOException {
        if (!root.has("go.mod")) {
            return Optional.empty();
        }
        List<Program> programs = new ArrayList<>();
        if (root.has("main.go")) {
            programs.add(program(Names.program(name), "."));
        }
        for (Path main : root.files("cmd", "/main.go")) {
            Path folder = root.root().relativize(main.resolveSibling("").normalize());
            programs.add(program(
                    Names.program(String.valueOf(folder.getFileName()), folder.toString(), programs), "./" + folder));
        }
        return programs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Project.Programs("a program in Go", programs, BASE));
    }

    private static Program program(String name, String source) {
        List<String> keys = List.of(
                "env: [\"CGO_ENABLED=0\", \"GOOS={{ .Os }}\", \"GOARCH={{ .Arch }}\"]",
                "cmd: go build -trimpath -ldflags='-s -w' -o {{ .Path }} " + source);
        return new Program(name, "", "command", keys, new Program.Start.Native(Program.GO));
    }
}
