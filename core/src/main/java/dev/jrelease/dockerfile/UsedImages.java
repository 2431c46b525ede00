package dev.jrelease.dockerfile;

import dev.jrelease.image.Platform;
import dev.jrelease.text.SearchPattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the images that a build reads: those of {@code FROM}, {@code COPY --from}, mounts, and its frontend. */
public final class UsedImages {
    private static final List<String> FRONTENDS = List.of("docker/dockerfile", "docker.io/docker/dockerfile");

    /** How an address begins, which {@code ADD} would read. */
    private static final List<String> ADDRESSES =
            List.of("http://", "https://", "git://", "ssh://", "git@", "github.com/");

    private static final SearchPattern QUOTES = SearchPattern.of("[\"'\\\\]");
    private static final String FROM = "from=";

    private final DockerfileVariables globals;
    private final Set<String> stages = new LinkedHashSet<>();
    private int number;
    private final Set<String> names = new LinkedHashSet<>();
    private boolean certain = true;

    private UsedImages(DockerfileVariables globals) {
        this.globals = globals;
    }

    /**
     * Their names as the Dockerfile has them, of all stages. Empty if it is not certain which they are, or if the build
     * takes something else from the network, such as {@code ADD https://…}.
     *
     * @param given the arguments of the build
     */
    public static Optional<Set<String>> of(Dockerfile dockerfile, Map<String, String> given, Platform platform) {
        boolean known = dockerfile.syntax().map(UsedImages::isFrontend).orElse(true);
        if (!known || given.containsKey("BUILDKIT_SYNTAX")) {
            return Optional.empty();
        }
        UsedImages used =
                new UsedImages(DockerfileVariables.globals(dockerfile, given, DockerfileVariables.target(platform)));
        dockerfile.syntax().ifPresent(used.names::add);
        dockerfile.stages().forEach(used::follow);
        return used.certain ? Optional.of(used.names) : Optional.empty();
    }

    private static boolean isFrontend(String syntax) {
        return FRONTENDS.stream().anyMatch(name -> syntax.equals(name) || syntax.startsWith(name + ":"));
    }

    private void follow(Stage stage) {
        globals.fill(stage.base()).ifPresentOrElse(this::add, () -> certain = false);
        stage.instructions().forEach(this::follow);
        stages.add(Integer.toString(number++));
        stage.name().ifPresent(name -> stages.add(name.toLowerCase(Locale.ROOT)));
    }

    private void follow(Instruction instruction) {
        certain &= !instruction.is("ONBUILD") && !(instruction.is("ADD") && isRemote(instruction));
        others(instruction).forEach(name -> {
            certain &= name.indexOf('$') < 0;
            add(name);
        });
    }

    private void add(String name) {
        certain &= !name.isEmpty();
        if (!name.equalsIgnoreCase("scratch") && !stages.contains(name.toLowerCase(Locale.ROOT))) {
            names.add(name);
        }
    }

    private static boolean isRemote(Instruction add) {
        return add.words().stream().map(word -> QUOTES.remove(word.text())).anyMatch(UsedImages::mayBeAddress);
    }

    /** What precedes a variable may be a part of the beginning of an address, and the variable the rest. */
    private static boolean mayBeAddress(String word) {
        int variable = word.indexOf('$');
        boolean completed = variable >= 0
                && ADDRESSES.stream().anyMatch(address -> address.startsWith(word.substring(0, variable)));
        return completed
                || ADDRESSES.stream().anyMatch(word::startsWith)
                || word.contains("://")
                || word.contains("git@")
                || word.contains(".git");
    }

    /** The values of {@code from} of an instruction: stages and images. */
    static Stream<String> others(Instruction instruction) {
        Stream<String> mounts = instruction.flags().stream()
                .map(Word::text)
                .filter(flag -> flag.startsWith("--mount="))
                .map(QUOTES::remove)
                .flatMap(flag -> Stream.of(flag.substring("--mount=".length()).split(",")))
                .filter(field -> field.regionMatches(true, 0, FROM, 0, FROM.length()))
                .map(field -> field.substring(FROM.length()));
        return Stream.concat(instruction.flag("from").stream(), mounts).filter(name -> !name.isEmpty());
    }
}
