package dev.jrelease.init;

import java.util.ArrayList;
import java.util.List;

/** The text of a Dockerfile. It runs nothing, so that images for other platforms need no emulation. */
record DockerfileText(Program program, Base base) {
    private static final String USER = "65532:65532";

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("# No step of this file runs a program, so that it is built for every platform without emulation.");
        if (!base.isEmpty()) {
            lines.add(
                    base.pinned().isPresent()
                            ? "# The base is pinned by the digest of its index: " + base.name()
                            : "# The base is a tag, which may move. Pin it: " + base.name() + "@sha256:…");
        }
        lines.add("FROM " + base.reference());
        if (program.start() instanceof Program.Start.Native) {
            lines.add("COPY " + program.name() + " /usr/bin/" + program.name());
            lines.add("USER " + USER);
            lines.add("ENTRYPOINT [\"/usr/bin/" + program.name() + "\"]");
        } else {
            addJvm(lines);
        }
        return String.join("\n", lines) + "\n";
    }

    private void addJvm(List<String> lines) {
        lines.add("WORKDIR /app");
        lines.add("# What changes least comes first: releases share these layers.");
        for (String part : List.of("dependencies", "snapshot-dependencies", "application")) {
            lines.add("COPY " + program.name() + "/" + part + "/ ./");
        }
        lines.add("# Not root.");
        lines.add("USER " + USER);
        lines.add("ENTRYPOINT "
                + switch (program.start()) {
                    case Program.Start.Jar(String file) -> "[\"java\", \"-jar\", \"" + file + "\"]";
                    case Program.Start.MainClass(String name) ->
                        "[\"java\", \"-cp\", \"" + program.name() + ".jar:lib/*\", \"" + name + "\"]";
                    case Program.Start.Native _ -> "[\"/usr/bin/" + program.name() + "\"]";
                });
    }
}
