package dev.jrelease.init;

import dev.jrelease.image.ImageReference;
import java.util.ArrayList;
import java.util.List;

/** The text of a workflow of GitHub Actions that releases the images of a tag. */
record WorkflowText(Proposal proposal, Choices choices) {
    /** The usual one, and that beside a workflow with its name. */
    static final List<String> FILES = List.of(".github/workflows/release.yml", ".github/workflows/jrelease.yml");

    private static final String HEAD = """
            # Releases the images of a tag.
            name: release
            on:
              push:
                tags: ['v*']
            permissions:
              contents: read
              packages: write
            # One release after the other; none is stopped half-way.
            concurrency:
              group: release
              cancel-in-progress: false
            jobs:
              release:
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@v7
                    with:
                      fetch-depth: 0
            """;

    String text() {
        List<String> lines = new ArrayList<>();
        tool(lines);
        if (proposal.project() instanceof Project.WithDockerfile dockerfile
                && dockerfile.runs()
                && choices.platforms().size() > 1) {
            lines.add("- uses: docker/setup-qemu-action@v4");
        }
        login(lines);
        lines.addAll(List.of("- uses: jrelease/jrelease@v1", "  with:", "    args: release"));
        StringBuilder text = new StringBuilder(HEAD);
        lines.forEach(line -> text.append("      ").append(line).append('\n'));
        return text.toString();
    }

    private void tool(List<String> lines) {
        String builder = switch (proposal.project()) {
            case Project.Programs programs -> tool(programs.programs().getFirst());
            case Project.WithDockerfile dockerfile ->
                String.join(" ", dockerfile.hooks()).contains("mvn")
                        ? "maven"
                        : dockerfile.hooks().isEmpty() ? "" : "gradle";
        };
        switch (builder) {
            case "maven", "gradle" -> {
                boolean executables = proposal.project() instanceof Project.Programs programs
                        && NativeExecutable.isAny(programs.programs().stream());
                lines.addAll(List.of(
                        "- uses: " + (executables ? "graalvm/setup-graalvm@v1" : "actions/setup-java@v5"),
                        "  with:",
                        "    distribution: " + (executables ? "graalvm-community" : "temurin"),
                        "    java-version: '25'",
                        "    cache: " + builder));
            }
            case Program.GO ->
                lines.addAll(List.of("- uses: actions/setup-go@v7", "  with:", "    go-version-file: go.mod"));
            default -> {}
        }
    }

    private static String tool(Program program) {
        return program.start() instanceof Program.Start.Native(String tool) ? tool : program.builder();
    }

    private void login(List<String> lines) {
        String registry = ImageReference.parse(choices.image()).registry();
        boolean own = registry.equals("ghcr.io");
        lines.addAll(List.of(
                "- uses: docker/login-action@v4",
                "  with:",
                "    registry: " + registry,
                "    username: " + (own ? "${{ github.actor }}" : "${{ secrets.REGISTRY_USERNAME }}"),
                "    password: " + (own ? "${{ secrets.GITHUB_TOKEN }}" : "${{ secrets.REGISTRY_PASSWORD }}")));
    }
}
