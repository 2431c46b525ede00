package dev.jrelease.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The text of a {@code .release.yaml}.
 *
 * @param dockerfiles by the names of programs
 */
record ReleaseFileText(Proposal proposal, Choices choices, Map<String, String> dockerfiles) {

    String text() {
        List<String> lines = new ArrayList<>(List.of(
                "# What a release is made of.",
                "#   jrelease check                 finds mistakes in this file",
                "#   jrelease release --snapshot    builds everything, and publishes nothing",
                "#   jrelease release               releases the commit of a git tag such as v1.0.0",
                "version: 1",
                "project_name: " + proposal.name()));
        switch (proposal.project()) {
            case Project.Programs programs -> add(programs, lines);
            case Project.WithDockerfile dockerfile -> add(dockerfile, lines);
        }
        return String.join("\n", lines) + "\n";
    }

    private void add(Project.Programs programs, List<String> lines) {
        lines.addAll(
                List.of("", "# Programs are built before the images, and go into their build contexts.", "builds:"));
        for (Program program : programs.programs()) {
            lines.add("  - id: " + program.name());
            lines.add("    builder: " + program.builder());
            if (program.builder().equals("command")) {
                lines.add("    targets: [" + String.join(", ", targets()) + "]");
            }
            program.keys().forEach(key -> lines.add("    " + key));
            if (!program.name().equals(proposal.name())) {
                lines.add("    binary: " + program.name());
            }
            if (program.arguments().isEmpty()) {
                addTasks(program, lines);
            }
        }
        addImages(lines);
        for (Program program : programs.programs()) {
            String image = programs.programs().size() == 1 ? choices.image() : choices.image() + "-" + program.name();
            lines.add("  - id: " + program.name());
            lines.add("    ids: [" + program.name() + "]");
            lines.add("    dockerfile: " + dockerfiles.getOrDefault(program.name(), "Dockerfile"));
            addNames(image, lines);
        }
    }

    /** The platforms as {@code builds} writes them: {@code linux_arm_7}. */
    private List<String> targets() {
        return choices.platforms().stream()
                .map(platform -> platform.replace("/arm/v", "/arm/").replace('/', '_'))
                .toList();
    }

    /** Says how the tests are left out. */
    private static void addTasks(Program program, List<String> lines) {
        switch (program.builder()) {
            case "maven" -> lines.add("    # args: [clean, package, -DskipTests]");
            case "gradle" -> lines.add("    # args: [clean, assemble]");
            default -> {}
        }
    }

    private void add(Project.WithDockerfile project, List<String> lines) {
        if (!project.hooks().isEmpty()) {
            lines.addAll(List.of("", "# The Dockerfile copies what this leaves.", "before:", "  hooks:"));
            project.hooks().forEach(hook -> lines.add("    - " + hook));
        }
        addImages(lines);
        lines.add("  - id: " + proposal.name());
        lines.add("    dockerfile: " + project.dockerfile());
        if (!project.files().isEmpty()) {
            lines.add("    # The build context has these files, and no others.");
            lines.add("    extra_files:");
            project.files().forEach(file -> lines.add("      - " + quoted(file)));
        }
        if (project.runs()) {
            lines.add("    # Its steps run on the image's platform: others need emulation, or a runner of theirs.");
        }
        addNames(choices.image(), lines);
    }

    private static void addImages(List<String> lines) {
        lines.addAll(List.of("", "# An image for each platform, under common names.", "dockers:"));
    }

    private void addNames(String image, List<String> lines) {
        lines.add("    platforms: [" + String.join(", ", choices.platforms()) + "]");
        lines.add("    images: [" + image + "]");
        lines.add("    # latest moves last, and only to higher versions that are no prereleases.");
        lines.add("    tags: [\"{{ .Version }}\", latest]");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
