package dev.jrelease.cli;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.IndexForm;
import dev.jrelease.image.IndexFormat;
import dev.jrelease.image.Place;
import dev.jrelease.manifest.IndexRequest;
import dev.jrelease.manifest.IndexSource;
import dev.jrelease.manifest.PlatformTemplate;
import dev.jrelease.manifest.SpecFile;
import dev.jrelease.manifest.StatedPlatforms;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options for the contents of an index: names of images, a file with names, or a template for names. */
final class IndexOptions {
    private final PositionalParamSpec target = PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .type(String.class)
            .paramLabel("TARGET")
            .description("The name of the index. Not with --spec.")
            .build();

    private final PositionalParamSpec sources = PositionalParamSpec.builder()
            .index("1..*")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel("SOURCE")
            .description("Images and indexes: " + Place.FORMS + ". The images of an index are taken.")
            .build();

    private final OptionSpec amend =
            Options.flag("--amend", "Begin with what TARGET holds. A source replaces the image for its platform.");
    private final OptionSpec annotate = texts("SOURCE=OS/ARCH[/VARIANT]", "--annotate")
            .description("The platform that the index states for a source.")
            .build();
    private final OptionSpec osVersion = texts("SOURCE=VERSION", "--os-version")
            .description("The version of the operating system that the index states for a source.")
            .build();
    private final OptionSpec osFeatures = texts("SOURCE=FEATURE,…", "--os-features")
            .description("The features of the operating system that the index states for a source.")
            .build();
    private final OptionSpec annotations = texts("KEY=VALUE", "--annotation")
            .description("An annotation of the index.")
            .build();
    private final OptionSpec tags = texts("TAG", "--tags")
            .splitRegex(",")
            .description("Further tags of the index.")
            .build();
    private final OptionSpec spec = Options.value(String.class, "FILE", "--spec")
            .description("A YAML file with image, manifests and tags, as manifest-tool reads it.")
            .build();
    private final OptionSpec platforms = texts("OS/ARCH[/VARIANT]", "--platforms")
            .splitRegex(",")
            .description("The platforms for --template.")
            .build();
    private final OptionSpec template = Options.value(String.class, "NAME", "--template")
            .description("The name of the source for each platform: OS, ARCH and VARIANT are replaced.")
            .build();
    private final OptionSpec ignoreMissing =
            Options.flag("--ignore-missing", "Leave out sources that do not exist, with a warning.");
    private final OptionSpec output = Options.value(String.class, "oci:DIR", "--output")
            .description("Write the index and its images to a layout under the name TARGET, not to the registry.")
            .build();

    private static OptionSpec.Builder texts(String label, String name) {
        return Options.value(List.class, label, name).auxiliaryTypes(String.class);
    }

    void addTo(CommandSpec to) {
        to.addPositional(target).addPositional(sources);
        List.of(
                        amend,
                        annotate,
                        osVersion,
                        osFeatures,
                        annotations,
                        tags,
                        spec,
                        platforms,
                        template,
                        ignoreMissing,
                        output)
                .forEach(to::addOption);
    }

    /**
     * What is asked for.
     *
     * @throws ReleaseException of kind USAGE if options contradict each other
     */
    IndexRequest request(IndexFormat format, Function<String, Place> places, Environment environment) {
        Optional<String> file = Options.value(spec, String.class);
        IndexRequest request =
                file.isPresent() ? fromSpec(file.get(), format, environment) : fromArguments(format, places);
        Optional<String> layout = Options.value(output, String.class);
        return layout.isEmpty() ? request : request.to(layout(layout.get(), request, places));
    }

    private static Place.InLayout layout(String text, IndexRequest request, Function<String, Place> places) {
        if (!(places.apply(text) instanceof Place.InLayout layout)) {
            throw usage("follow --output " + text, "it is not oci:DIR");
        }
        if (layout.name().isPresent() && request.targets().size() > 1) {
            throw usage("follow --output " + text, "it states one name, but the index has several tags");
        }
        return layout;
    }

    private IndexRequest fromArguments(IndexFormat format, Function<String, Place> places) {
        List<Place> targets = targets(places);
        Optional<Place> amended = isAmended() ? Optional.of(targets.getFirst()) : Optional.empty();
        return new IndexRequest(targets, sources(places), annotations(), format, form(), amended, isLenient());
    }

    private IndexRequest fromSpec(String file, IndexFormat format, Environment environment) {
        if (Options.value(target, String.class).isPresent()
                || Options.value(template, String.class).isPresent()
                || !stated().isEmpty()) {
            throw usage("read --spec " + file, "it names the index and its images, and the command line does, too");
        }
        ConfigFile text = ConfigFile.read(environment.resolve(file), file);
        return new SpecFile(text, name -> Files.exists(environment.resolve(name)))
                .request(format, annotations(), isAmended(), isLenient());
    }

    private List<Place> targets(Function<String, Place> places) {
        String name = Options.value(target, String.class)
                .orElseThrow(() -> usage("make an index", "it has no name: give TARGET, or --spec"));
        List<Place> targets = new ArrayList<>(List.of(places.apply(name)));
        for (String tag : Options.values(tags, String.class)) {
            if (!(targets.getFirst() instanceof Place.InRegistry first)) {
                throw usage("follow --tags " + tag, name + " is not in a registry");
            }
            targets.add(places.apply(first.reference().name() + ":" + tag));
        }
        return targets;
    }

    private List<IndexSource> sources(Function<String, Place> places) {
        List<String> named = Options.values(sources, String.class);
        Optional<String> pattern = Options.value(template, String.class);
        List<String> wanted = Options.values(platforms, String.class);
        if (pattern.isPresent() == wanted.isEmpty()) {
            throw usage("make an index", "--template and --platforms belong together");
        }
        if (pattern.isPresent() && !(named.isEmpty() && stated().isEmpty())) {
            throw usage("follow --template " + pattern.get(), "images are named on the command line, too");
        }
        return pattern.isPresent()
                ? new PlatformTemplate(pattern.get()).sources(wanted, places)
                : stated().of(named.stream().map(places).toList(), places);
    }

    private StatedPlatforms stated() {
        return new StatedPlatforms(
                Options.values(annotate, String.class),
                Options.values(osVersion, String.class),
                Options.values(osFeatures, String.class));
    }

    private Map<String, String> annotations() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String annotation : Options.values(annotations, String.class)) {
            int equal = annotation.indexOf('=');
            if (equal <= 0) {
                throw usage("follow --annotation " + annotation, "it is not KEY=VALUE");
            }
            all.put(annotation.substring(0, equal), annotation.substring(equal + 1));
        }
        return all;
    }

    private IndexForm form() {
        return Options.value(template, String.class).isPresent() ? IndexForm.MANIFEST_TOOL : IndexForm.DOCKER_MANIFEST;
    }

    private boolean isAmended() {
        return Options.isGiven(amend);
    }

    private boolean isLenient() {
        return Options.isGiven(ignoreMissing);
    }

    private static ReleaseException usage(String attempt, String why) {
        return ReleaseException.couldNot(FailureKind.USAGE, attempt)
                .because(why)
                .build();
    }
}
