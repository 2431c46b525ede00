package dev.jrelease.pipes.signs;

import dev.jrelease.artifact.PublishedName;
import dev.jrelease.failure.Problems;
import dev.jrelease.pipeline.EntryVariables;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.secret.Secret;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans the signatures of one entry of {@code docker_signs}. */
final class SignPlanner {
    /** Stands for a digest that is known when there is something to sign. */
    static final String DIGEST = "sha256:…";

    private static final PublishedName MADE_UP =
            new PublishedName("registry.example/acme/hello:1.2.3", PublishedName.Kind.IMAGE_V2, "hello");

    private final SignConfig config;
    private final Planning planning;
    private final Problems problems;
    private final EntryVariables variables;

    SignPlanner(SignConfig config, Planning planning) {
        this.config = config;
        this.planning = planning;
        this.problems = planning.problems();
        this.variables = EntryVariables.of(config.env(), planning.context(), planning);
    }

    List<SignTask> plan() {
        Selection selection = Selection.of(config, planning);
        selection.check(problems);
        List<PublishedName> names = selection.names();
        if (planning.facts().madeUp()) {
            lookAtEverything(names.isEmpty() ? MADE_UP : names.getFirst());
        }
        return names.stream().filter(this::isWanted).map(this::task).toList();
    }

    /** A mistake is one also where nothing is signed; what it would do then does not matter. */
    private void lookAtEverything(PublishedName name) {
        TemplateContext context = described(name);
        if (isWanted(name)
                || config.condition().filter(known -> known.isGuess(context)).isPresent()) {
            task(name);
        } else {
            config.templates().forEach(template -> template.lookOnly(context, problems));
        }
    }

    private boolean isWanted(PublishedName name) {
        return holds(config.condition(), described(name), true);
    }

    private boolean holds(Optional<Condition> condition, TemplateContext context, boolean otherwise) {
        return condition.map(known -> known.holds(context, problems)).orElse(otherwise);
    }

    /** What templates know of an artifact. */
    private TemplateContext described(PublishedName name) {
        return variables
                .context()
                .with(Map.of("ArtifactName", name.text(), "ArtifactPath", name.text(), "ArtifactExt", ""));
    }

    private SignTask task(PublishedName name) {
        Map<String, String> known = Map.of("artifactName", name.text(), "artifactID", name.entryId(), "digest", DIGEST);
        Variables files = new Variables(described(name), problems).with(known).with(Map.of("artifact", name.text()));
        String signature = file(config.signature(), files);
        String certificate = file(config.certificate(), files);
        Variables all = new Variables(variables.context(), problems)
                .with(known)
                .with(Map.of(
                        "artifact", name.text() + "@" + DIGEST, "signature", signature, "certificate", certificate));
        return new SignTask(
                config.idOrDefault(),
                name,
                command(all),
                variables.values(),
                secrets(all),
                config.stdin().flatMap(all::filled).map(Secret::new),
                config.stdinFile().orElse(""),
                signature,
                certificate,
                holds(config.output(), all.context(), false),
                config.location());
    }

    private List<String> command(Variables all) {
        return Stream.concat(
                        Stream.of(config.program()),
                        config.arguments().stream()
                                .flatMap(argument -> all.filled(argument).stream())
                                .map(SignPlanner::once))
                .toList();
    }

    /** GoReleaser's {@code ${artifact}} has no digest, and files add it themselves. */
    private static String once(String argument) {
        return argument.replace("@" + DIGEST + "@" + DIGEST, "@" + DIGEST);
    }

    private List<Secret> secrets(Variables all) {
        Stream<Secret> input = config
                .stdin()
                .filter(text -> text.isLiteral() || !planning.facts().madeUp())
                .flatMap(all::filled)
                .map(Secret::new)
                .stream();
        return Stream.concat(variables.secrets().stream(), input).toList();
    }

    /** Inside dist, unless it says so itself. */
    private String file(Optional<Template> template, Variables files) {
        String dist = planning.project().dist() + "/";
        return template.flatMap(files::filled)
                .filter(path -> !path.isBlank())
                .map(path -> path.startsWith(dist) ? path : dist + path)
                .orElse("");
    }
}
