package dev.jrelease.pipes.builds;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.config.bind.LazilyBound;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.version.SemanticVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stops a release of another version than that of the project's POM or build of Gradle. Snapshots are not compared. */
public final class VersionPipe implements Pipe<List<VersionTask>, VersionTask> {
    private static final Feature<List<VersionTask>> FEATURE =
            new Feature<>(BuildsConfig.SECTION, VersionPipe::differences);

    @Override
    public String name() {
        return "project version";
    }

    @Override
    public Feature<List<VersionTask>> feature() {
        return FEATURE;
    }

    @Override
    public Optional<String> skipWord() {
        return Optional.empty();
    }

    @Override
    public Plan<VersionTask> plan(List<VersionTask> differences, Planning planning) {
        return Plan.of(differences);
    }

    private static List<VersionTask> differences(ReleaseConfig config, Planning planning) {
        BuildsConfig builds = config.section(BuildsConfig.SECTION);
        if (planning.facts().isCheck()
                || planning.facts().snapshot()
                || config.file().isGoReleaser()
                || !builds.checksVersion()) {
            return List.of();
        }
        Map<String, Map<String, String>> folders = new LinkedHashMap<>(Map.of("", new LinkedHashMap<>()));
        builds.builds().stream()
                .filter(ProgramsPipe::isForJvm)
                .forEach(build -> folders.computeIfAbsent(folder(build, planning), _ -> new LinkedHashMap<>())
                        .putAll(properties(build, planning)));
        String wanted = planning.facts().version().toString();
        return folders.entrySet().stream()
                .flatMap(
                        folder -> FileVersion.in(
                                folder.getKey(),
                                folder.getValue(),
                                planning.facts().files())
                                .stream())
                .filter(found -> !isSame(found.version(), wanted))
                .map(found -> new VersionTask(found.file(), found.version(), wanted))
                .toList();
    }

    private static boolean isSame(String found, String wanted) {
        return found.equals(wanted)
                || SemanticVersion.parse(found).map(SemanticVersion::toString).equals(Optional.of(wanted));
    }

    private static String folder(BuildConfig build, Planning planning) {
        String folder = build.dir()
                .map(LazilyBound::value)
                .map(template ->
                        template.render(planning.context(), new Problems()).strip())
                .orElse("");
        return folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    }

    /** The properties that the call of the build sets: {@code -Drevision=1.2.3}, {@code -Pversion=1.2.3}. */
    private static Map<String, String> properties(BuildConfig build, Planning planning) {
        Map<String, String> properties = new LinkedHashMap<>();
        build.args().stream()
                .map(template -> template.render(planning.context(), new Problems()))
                .filter(word -> word.startsWith("-D") || word.startsWith("-P"))
                .map(word -> word.substring(2).split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> properties.put(pair[0], pair[1]));
        return properties;
    }

    @Override
    public void preflight(VersionTask task, Run run) {
        throw ReleaseException.couldNot(FailureKind.CONFIGURATION, "release version " + task.wanted())
                .because(task.file() + " has version " + task.found())
                .hint("set it to " + task.wanted() + ", commit that and tag the commit, or set version_check: off")
                .at(Location.ofFile(task.file()))
                .build();
    }

    @Override
    public List<Artifact> run(VersionTask task, Run run) {
        return List.of();
    }
}
