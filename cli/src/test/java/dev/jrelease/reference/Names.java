package dev.jrelease.reference;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.ProjectConfig;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.fields.PlatformField;
import dev.jrelease.fields.PlatformFields;
import dev.jrelease.fields.ReleaseNames;
import dev.jrelease.fields.TemplateField;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planner;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipeline.Task;
import dev.jrelease.secret.Redactor;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What templates know: what it means, and what it is in a release that never was. */
final class Names {
    private static final Platform PLATFORM = Platform.of("linux", "arm", "v7");

    private static final String VAR = "Var";

    private static final String IMAGES = "`dockers`, `dockers_v2`";
    private static final String SIGNS = "`if`, `signature` and `certificate` of `docker_signs`";

    /** Names that only some entries know, where, and what they mean. */
    private static final List<List<String>> OF_ENTRIES = List.of(
            List.of("Matrix", IMAGES + ", `docker_manifests`", "a value of `matrix`: `{{ .Matrix.NAME }}`"),
            List.of("BaseImage", IMAGES, "what the Dockerfile's last stage is built from"),
            List.of("BaseImageDigest", IMAGES, "its digest, if the Dockerfile pins it"),
            List.of("ArtifactName", SIGNS, "the name that is signed"),
            List.of("ArtifactPath", SIGNS, "the same"),
            List.of("ArtifactExt", SIGNS, "always empty"));

    private final TemplateContext context = context();

    /** Planned with one stage that only looks at what there is to plan with. */
    private static TemplateContext context() {
        Look look = new Look(new ArrayList<>());
        var config = ConfigLoader.load(
                ConfigFile.of(".release.yaml", "version: 1"), List.of(ReleaseNames.SECTION), new Problems());
        new Planner(List.of(look), new Redactor())
                .plan(config, Example.facts(), ReleaseOptions.release(), new Problems());
        return look.seen().getFirst();
    }

    private record Look(List<TemplateContext> seen) implements Pipe<ProjectConfig, Task> {
        @Override
        public String name() {
            return "look";
        }

        @Override
        public Feature<ProjectConfig> feature() {
            return Feature.of(ProjectConfig.SECTION);
        }

        @Override
        public Plan<Task> plan(ProjectConfig config, Planning planning) {
            seen.add(planning.context());
            return Plan.of(List.of());
        }

        @Override
        public List<Artifact> run(Task task, Run run) {
            return List.of();
        }
    }

    /** The names there are, as templates know them. */
    List<String> known() {
        return context.names().stream().sorted().toList();
    }

    /** The names that are described. */
    List<String> described() {
        return fields().map(TemplateField::name).sorted().toList();
    }

    private static Stream<TemplateField> fields() {
        TemplateField texts = new TemplateField(VAR, "texts of `variables`: `{{ .Var.NAME }}`");
        return Stream.concat(TemplateField.all().stream(), Stream.of(texts));
    }

    List<List<String>> everywhere() {
        return fields().map(field -> row(field.name(), field.meaning(), context))
                .toList();
    }

    List<List<String>> ofEntries() {
        return OF_ENTRIES.stream()
                .map(name -> List.of(called(name.getFirst()), name.get(1), name.getLast()))
                .toList();
    }

    List<List<String>> ofOnePlatform() {
        TemplateContext platform = PlatformFields.add(context, PLATFORM);
        return PlatformField.all().stream()
                .map(field -> row(field.name(), field.meaning(), platform))
                .toList();
    }

    private static List<String> row(String name, String meaning, TemplateContext context) {
        String example = context.value(name)
                .flatMap(Values::plain)
                .filter(value -> value instanceof String || value instanceof Number || value instanceof Boolean)
                .map(value -> shown(String.valueOf(value)))
                .orElse("");
        return List.of(called(name), meaning, example);
    }

    private static String called(String name) {
        return Markdown.code("{{ ." + name + " }}");
    }

    private static String shown(String text) {
        return text.isEmpty()
                ? ""
                : text.lines()
                        .filter(line -> !line.isBlank())
                        .map(Markdown::code)
                        .collect(Collectors.joining("<br>"));
    }

    /** What an expression gives; absent if it needs more than there is here. */
    Optional<String> result(String expression) {
        Problems problems = new Problems();
        TemplateContext platform = PlatformFields.add(context, PLATFORM);
        String text = Template.parse("{{ " + expression + " }}", new Location("", 1, 1), problems)
                .render(platform, problems);
        return problems.hasErrors() || text.isBlank() ? Optional.empty() : Optional.of(shown(text));
    }
}
