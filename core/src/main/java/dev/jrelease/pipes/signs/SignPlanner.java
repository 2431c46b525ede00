package dev.jrelease.pipes.signs;

import dev.jrelease.artifact.PublishedName;
import dev.jrelease.failure.Problems;
import dev.jrelease.fields.EntryVariables;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.secret.Secret;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Condition.Answer;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans the signatures of one entry of {@code docker_signs}. */
final class SignPlanner {
    /** The placeholder for a digest that is known only after the push. */
    static final String DIGEST = "sha256:…";

    private static final PublishedName EXAMPLE = new PublishedName(
            "registry.example/acme/hello:1.2.3", PublishedName.Kind.IMAGE_V2, "hello", Optional.empty());

    private final SignConfig config;
    private final Planning planning;
    private final Problems problems;
    private final EntryVariables variables;

    SignPlanner(SignConfig config, Planning planning) {
        this.config = config;
        this.planning = planning;
        this.problems = planning.problems();
        this.variables = EntryVariables.of(config.env(), planning.context(), planning.problems());
    }

    List<SignTask> plan(List<PublishedName> published) {
        Selection selection = Selection.of(config, published);
        selection.check(problems);
        List<PublishedName> names = selection.names();
        if (planning.facts().isCheck()) {
            checkNames(names.isEmpty() ? EXAMPLE : names.getFirst());
        }
        return names.stream().filter(this::isWanted).map(this::task).toList();
    }

    /** Evaluates an entry that signs nothing, to report its errors. */
    private void checkNames(PublishedName name) {
        if (answer(name) == Answer.NO) {
            config.templates().forEach(template -> template.checkNames(described(name), problems));
        } else {
            task(name);
        }
    }

    private boolean isWanted(PublishedName name) {
        return answer(name) != Answer.NO;
    }

    private Answer answer(PublishedName name) {
        return config.condition()
                .map(condition -> condition.answer(described(name), problems))
                .orElse(Answer.YES);
    }

    /** The context with the names about an artifact. */
    private TemplateContext described(PublishedName name) {
        return variables
                .context()
                .with(Map.of("ArtifactName", name.text(), "ArtifactPath", name.text(), "ArtifactExt", ""));
    }

    private SignTask task(PublishedName name) {
        Map<String, String> known = Map.of("artifactName", name.text(), "artifactID", name.entryId(), "digest", DIGEST);
        SignVariables files =
                new SignVariables(described(name), problems).with(known).with(Map.of("artifact", name.text()));
        String signature = file(config.signature(), files);
        String certificate = file(config.certificate(), files);
        SignVariables all = new SignVariables(variables.context(), problems)
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
                config.output()
                        .filter(condition -> condition.holds(all.context(), problems))
                        .isPresent(),
                config.condition()
                        .filter(condition -> answer(name) == Answer.UNKNOWN)
                        .map(Condition::toString),
                config.location());
    }

    private List<String> command(SignVariables all) {
        return Stream.concat(
                        Stream.of(config.program()),
                        config.arguments().stream()
                                .flatMap(argument -> all.filled(argument).stream())
                                .map(SignPlanner::once))
                .toList();
    }

    /** GoReleaser's {@code ${artifact}} has no digest, so files may add it themselves. */
    private static String once(String argument) {
        return argument.replace("@" + DIGEST + "@" + DIGEST, "@" + DIGEST);
    }

    private List<Secret> secrets(SignVariables all) {
        Stream<Secret> input = config
                .stdin()
                .filter(text -> text.filled(all.context(), new Problems()).isPresent())
                .flatMap(all::filled)
                .map(Secret::new)
                .stream();
        return Stream.concat(variables.secrets().stream(), input).toList();
    }

    /** A path in dist, unless the template already starts with it. */
    private String file(Optional<Template> template, SignVariables files) {
        String dist = planning.project().distFolder() + "/";
        return template.flatMap(files::filled)
                .filter(path -> !path.isBlank())
                .map(path -> path.startsWith(dist) ? path : dist + path)
                .orElse("");
    }
}
