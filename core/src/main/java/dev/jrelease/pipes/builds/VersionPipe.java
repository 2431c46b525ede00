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
import dev.jrelease.template.Template;
import dev.jrelease.text.SearchPattern;
import dev.jrelease.version.SemanticVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Stops a release of another version than that of the project's POM or build of Gradle. Snapshots are not compared. */
public final class VersionPipe implements Pipe<List<VersionTask>, VersionTask> {
    private static final SearchPattern PROPERTY =
            SearchPattern.of("(?:^|[\\s'\"])-[DP]([A-Za-z0-9._-]{1,200})=([^\\s'\"]{0,300})");

    private final Feature<List<VersionTask>> feature;

    /**
     * A check that knows other commands of the release.
     *
     * @param commands one of which may build the project, and set properties
     */
    public VersionPipe(Feature<List<Template>> commands) {
        this.feature = new Feature<>(
                BuildsConfig.SECTION,
                (config, planning) -> isChecked(config, planning)
                        ? differences(config.section(BuildsConfig.SECTION), planning.of(commands), planning)
                        : List.of());
    }

    @Override
    public String name() {
        return "project version";
    }

    @Override
    public Feature<List<VersionTask>> feature() {
        return feature;
    }

    @Override
    public Optional<String> skipWord() {
        return Optional.empty();
    }

    @Override
    public Plan<VersionTask> plan(List<VersionTask> differences, Planning planning) {
        return Plan.of(differences);
    }

    private static boolean isChecked(ReleaseConfig config, Planning planning) {
        return !planning.facts().isCheck()
                && !planning.facts().snapshot()
                && !config.file().isGoReleaser()
                && config.section(BuildsConfig.SECTION).checksVersion();
    }

    private static List<VersionTask> differences(BuildsConfig builds, List<Template> commands, Planning planning) {
        Map<String, String> given = properties(
                Stream.concat(commands.stream(), builds.builds().stream().flatMap(build -> build.cmd().stream()))
                        .toList(),
                planning);
        Map<String, Map<String, String>> folders = new LinkedHashMap<>(Map.of("", given));
        builds.builds().stream()
                .filter(ProgramsPipe::isForJvm)
                .forEach(build -> folders.computeIfAbsent(folder(build, planning), _ -> new LinkedHashMap<>(given))
                        .putAll(properties(build.args(), planning)));
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

    /** The properties that commands set: {@code -Drevision=1.2.3}, {@code -Pversion=1.2.3}. */
    private static Map<String, String> properties(List<Template> commands, Planning planning) {
        Map<String, String> properties = new LinkedHashMap<>();
        commands.stream()
                .map(command -> command.render(planning.context(), new Problems()))
                .flatMap(PROPERTY::all)
                .forEach(found -> properties.put(found.group(1), found.group(2)));
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
