package dev.jrelease.reference;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.ProjectConfig;
import dev.jrelease.config.Section;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planner;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.PlatformField;
import dev.jrelease.pipeline.PlatformFields;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipeline.Task;
import dev.jrelease.secret.Redactor;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What templates know: what it means, and what it is in a release that never was. */
final class Names {
    private static final Platform PLATFORM = Platform.of("linux", "arm", "v7");

    private static final Map<String, String> MEANINGS = meanings("""
            ProjectName     : what the project is called
            Version         : the tag without `v`; of a snapshot its own
            RawVersion      : major, minor and patch alone
            Major           : the first number of the version
            Minor           : the second number of the version
            Patch           : the third number of the version
            Prerelease      : `rc.1` of `1.2.3-rc.1`; empty for a release
            Tag             : the tag
            PreviousTag     : the version's tag before this one
            Branch          : the branch; empty where HEAD is detached, as in most CI runs
            Commit          : the same as `FullCommit`
            FullCommit      : the commit in full
            ShortCommit     : the commit, as short as git shows it
            CommitDate      : when it was committed
            CommitTimestamp : the same in seconds since 1970
            GitURL          : the address of the remote, without credentials
            Summary         : the nearest tag, how many commits ago, and the commit
            TagSubject      : the first line of the tag's message, or of its commit's
            TagBody         : the rest of it
            TagContents     : all of it
            IsGitClean      : whether every file is as it was committed
            IsGitDirty      : the opposite
            Date            : when the run began
            Timestamp       : the same in seconds since 1970
            Now             : the same as a time, see [below](#times)
            IsSnapshot      : whether nothing is published
            IsNightly       : `false`: there are no nightly releases here
            IsDraft         : `false`: there are no drafts here
            Dist            : the folder for results
            Env             : the variables of the environment and of `env`: `{{ .Env.HOME }}`
            Runtime         : this machine: `{{ .Runtime.Goos }}`, `{{ .Runtime.Goarch }}`
            """);

    private final TemplateContext context = context();

    private static Map<String, String> meanings(String table) {
        Map<String, String> meanings = new LinkedHashMap<>();
        table.lines().forEach(line -> {
            int colon = line.indexOf(" : ");
            meanings.put(line.substring(0, colon).strip(), line.substring(colon + 3));
        });
        return meanings;
    }

    /** Planned with one stage that only looks at what there is to plan with. */
    private static TemplateContext context() {
        Environment nowhere = new Environment(Map.of(), Path.of("/home"), Path.of("/projects/acme"));
        ReleaseFacts facts = ReleaseFacts.madeUp(nowhere, Instant.parse("2026-01-02T03:04:05Z"));
        Look look = new Look(new ArrayList<>());
        var config = ConfigLoader.load(ConfigFile.of(".release.yaml", "version: 1"), List.of(), new Problems());
        new Planner(List.of(look), new Redactor()).plan(config, facts, ReleaseOptions.release(), new Problems());
        return look.seen().getFirst();
    }

    private record Look(List<TemplateContext> seen) implements Pipe<ProjectConfig, Task> {
        @Override
        public String name() {
            return "look";
        }

        @Override
        public Section<ProjectConfig> section() {
            return ProjectConfig.SECTION;
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
        return MEANINGS.keySet().stream().sorted().toList();
    }

    List<List<String>> everywhere() {
        return MEANINGS.entrySet().stream()
                .map(name -> row(name.getKey(), name.getValue(), context))
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
                .filter(value -> value instanceof String || value instanceof Number || value instanceof Boolean)
                .map(value -> shown(String.valueOf(value)))
                .orElse("");
        return List.of(Markdown.code("{{ ." + name + " }}"), meaning, example);
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
