package dev.jrelease.pipes.images.plan;

import dev.jrelease.artifact.BuildOutput;
import dev.jrelease.artifact.DefaultBuild;
import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Cause;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.image.KnownPlatforms;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.entry.ImageEntry;
import dev.jrelease.template.text.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Selects the programs of an image: those of its platform, from its entries of {@code builds}. In a GoReleaser file,
 * {@code ids} may also name packages, which jrelease does not make: such an entry can be planned, not released.
 */
final class ImagePrograms {
    private static final String OF_GORELEASER = "GoReleaser builds no program by itself";

    private static final String[] ABOUT_PLATFORMS = {
        "builder", "goos", "goarch", "goarm", "goamd64", "ignore", "targets"
    };

    private final List<BuildOutput> outputs;
    private final List<String> known;
    private final List<String> skipped;
    private final List<BuildOutput.Program> programs;
    private final ArchiveAndPackageIds others;
    private final String projectName;
    private final boolean nameUnknown;
    private final Predicate<Location> lenient;
    private final Problems problems;

    ImagePrograms(Planning planning, List<BuildOutput> all, ArchiveAndPackageIds others) {
        this.outputs = all.stream()
                .filter(output -> !(output instanceof BuildOutput.Skipped))
                .toList();
        this.known = all.stream().map(BuildOutput::buildId).distinct().toList();
        this.skipped = known.stream()
                .filter(id ->
                        outputs.stream().noneMatch(output -> output.buildId().equals(id)))
                .toList();
        this.programs = outputs.stream()
                .filter(BuildOutput.Program.class::isInstance)
                .map(BuildOutput.Program.class::cast)
                .toList();
        this.others = others;
        this.projectName = planning.projectName();
        this.nameUnknown = planning.context()
                .value("ProjectName")
                .filter(Rendered.class::isInstance)
                .isPresent();
        this.lenient = planning.lenient();
        this.problems = planning.problems();
    }

    /**
     * The programs of one platform, by file name only, and those of every platform.
     *
     * @param ofEntry the platforms of the entry
     */
    List<BuildOutput.Program> flat(ImageEntry entry, Platform platform, List<Platform> ofEntry) {
        List<Platform> wanted = entry.platforms().ofPrograms(platform);
        checkNames(entry);
        checkPlatforms(
                entry,
                List.of(platform),
                ofEntry,
                (asked, program) -> entry.platforms().ofPrograms(asked).stream().anyMatch(program::matches));
        List<BuildOutput.Binary> chosen =
                ofEntry(entry, BuildOutput.Binary.class).toList();
        List<BuildOutput.Program> all = new ArrayList<>(wanted.stream()
                .map(one -> chosen.stream()
                        .filter(program -> program.platform().matches(one))
                        .toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of()));
        all.addAll(ofEntry(entry, BuildOutput.Portable.class).toList());
        return all;
    }

    /**
     * The programs of all platforms, each in the folder that BuildKit calls {@code TARGETPLATFORM}, and those of every
     * platform beside these folders.
     */
    List<BuildOutput.Program> byPlatform(ImageEntry entry, List<Platform> platforms) {
        checkNames(entry);
        checkPlatforms(entry, platforms, platforms, PlatformFolder::isFor);
        Stream<BuildOutput.Program> inFolders = platforms.stream()
                .flatMap(platform -> ofEntry(entry, BuildOutput.Binary.class)
                        .filter(program -> PlatformFolder.isFor(platform, program.platform())))
                .map(PlatformFolder::inFolder);
        return Stream.concat(inFolders, ofEntry(entry, BuildOutput.Portable.class))
                .distinct()
                .toList();
    }

    private <P extends BuildOutput.Program> Stream<P> ofEntry(ImageEntry entry, Class<P> kind) {
        List<String> ids =
                entry.ids().stream().map(Located::value).map(this::meant).toList();
        return programs.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(program -> ids.isEmpty() || ids.contains(program.buildId()));
    }

    /** Checks the ids of an entry. */
    void checkNames(ImageEntry entry) {
        for (Located<String> written : entry.ids()) {
            String id = written.value();
            if (isElsewhere(written)) {
                problems.warning(
                        written.location(),
                        "ids: " + id + " is " + what(id) + ", which jrelease does not make",
                        "this can be planned, but not released");
            } else if (isSkipped(written) && !leavesOut(written)) {
                problems.error(
                        written.location(),
                        "ids: the build " + id + " is skipped, and makes no program",
                        "leave it out, or let it be built");
            } else if (!known.contains(meant(id)) && !leavesOut(written)) {
                problems.addConsequence(
                        Problem.error(written.location(), "ids: no entry of builds is called " + id, hint(id)),
                        Cause.Mistyped.anywhere("builds", "id"));
            }
        }
    }

    /** Whether nothing here builds some of them. */
    boolean areLacking() {
        return outputs.stream().anyMatch(BuildOutput.NotBuilt.class::isInstance);
    }

    /** The ids of what jrelease does not make. */
    List<String> unmade(ImageEntry entry) {
        return entry.ids().stream()
                .filter(this::isElsewhere)
                .map(Located::value)
                .toList();
    }

    private boolean isElsewhere(Located<String> id) {
        return !known.contains(id.value()) && (others.packages().contains(id.value()) || isDefaultBuild(id));
    }

    /** Without an entry of {@code builds}, GoReleaser builds one program with the name of the project. */
    private boolean isDefaultBuild(Located<String> id) {
        return known.isEmpty() && meant(id.value()).equals(projectName) && lenient.test(id.location());
    }

    /** In a check the name of the project may be unknown; an id that no entry has may then be that name. */
    private String meant(String id) {
        boolean other = known.contains(id)
                || others.packages().contains(id)
                || others.archives().contains(id)
                || Suggestion.closest(id, given()).isPresent();
        return nameUnknown && !other ? projectName : id;
    }

    /** The ids of the entries of {@code builds}. */
    private List<String> given() {
        return known.stream().filter(id -> !id.equals(projectName)).toList();
    }

    private String what(String id) {
        return others.packages().contains(id) ? "a package of nfpms" : "the program that GoReleaser builds by itself";
    }

    private String hint(String id) {
        if (others.archives().contains(id)) {
            return id + " is an entry of archives, and those never go into images";
        }
        return Suggestion.didYouMean(id, known)
                .orElse(known.isEmpty() ? "there is no builds section" : "the ids are " + String.join(", ", known));
    }

    /** GoReleaser makes no image of an entry that names archives or skipped builds, and reports nothing. */
    Optional<Location> leaveOut(ImageEntry entry) {
        Optional<Located<String>> nothing =
                entry.ids().stream().filter(this::leavesOut).findFirst();
        nothing.ifPresent(id -> problems.warning(
                id.location(),
                "the entry is left out, as by GoReleaser: ids names " + id + ", "
                        + (isSkipped(id) ? "a build that is skipped" : "an entry of archives"),
                "use the id of an entry of builds" + (isSkipped(id) ? " that makes programs" : "")));
        return nothing.map(Located::location);
    }

    private boolean isSkipped(Located<String> id) {
        return skipped.contains(meant(id.value()));
    }

    private boolean leavesOut(Located<String> id) {
        return lenient.test(id.location()) && (isSkipped(id) || isArchive(id));
    }

    private boolean isArchive(Located<String> id) {
        return others.archives().contains(id.value()) && !known.contains(id.value()) && !isElsewhere(id);
    }

    /**
     * Checks that every id has a program for the entry, and every platform has a program of one id, as far as the
     * platforms of programs are known.
     */
    private void checkPlatforms(
            ImageEntry entry, List<Platform> asked, List<Platform> all, BiPredicate<Platform, Platform> isFor) {
        List<Platform> platforms =
                asked.stream().filter(KnownPlatforms::contains).toList();
        for (Located<String> id : entry.ids()) {
            List<Platform> made = made(id);
            boolean adds = all.stream().anyMatch(platform -> has(id, platform, isFor));
            platforms.stream()
                    .filter(platform -> !made.isEmpty() && !has(id, platform, isFor))
                    .filter(platform -> !adds
                            || entry.ids().stream()
                                    .noneMatch(other -> made(other).isEmpty() || has(other, platform, isFor)))
                    .forEach(platform -> reportLacking(
                            id, entry.platforms().ofPrograms(platform).getFirst()));
        }
        if (entry.ids().isEmpty()) {
            warnOfLacking(entry, platforms, isFor);
        }
    }

    /** A missing program of a Go build is a warning, as in GoReleaser. */
    private void reportLacking(Located<String> id, Platform platform) {
        String message =
                (known.isEmpty() ? OF_GORELEASER : "builds entry " + id + " has no program") + " for " + platform;
        boolean here = programs.stream().anyMatch(program -> program.buildId().equals(meant(id.value())));
        if (!here && lenient.test(id.location())) {
            problems.warning(id.location(), message);
        } else {
            problems.addConsequence(
                    new Problem(Severity.ERROR, id.location(), message, Optional.empty()),
                    Cause.Mistyped.anywhere(ABOUT_PLATFORMS));
        }
    }

    /** An entry without ids may have no programs, if it consists of other files. */
    private void warnOfLacking(ImageEntry entry, List<Platform> platforms, BiPredicate<Platform, Platform> isFor) {
        boolean unknown = outputs.stream().anyMatch(output -> output.platforms().isEmpty());
        if (unknown || problems.hasErrors()) {
            return; // an error may be why a platform is missing
        }
        List<Platform> made = known.isEmpty() && lenient.test(entry.location())
                ? DefaultBuild.platforms()
                : outputs.stream()
                        .flatMap(output -> output.platforms().stream())
                        .toList();
        platforms.stream()
                .filter(platform ->
                        !made.isEmpty() && made.stream().noneMatch(program -> isFor.test(platform, program)))
                .forEach(platform -> problems.warning(
                        entry.location(),
                        (known.isEmpty() ? OF_GORELEASER : "no entry of builds has a program") + " for "
                                + entry.platforms().ofPrograms(platform).getFirst()));
    }

    private boolean has(Located<String> id, Platform platform, BiPredicate<Platform, Platform> isFor) {
        return made(id).stream().anyMatch(program -> isFor.test(platform, program));
    }

    /** The platforms of the programs of an id; empty if they are not known. */
    private List<Platform> made(Located<String> id) {
        String entry = meant(id.value());
        if (isDefaultBuild(id)) {
            return DefaultBuild.platforms();
        }
        return outputs.stream()
                .filter(output -> output.buildId().equals(entry))
                .flatMap(output -> output.platforms().stream())
                .toList();
    }
}
