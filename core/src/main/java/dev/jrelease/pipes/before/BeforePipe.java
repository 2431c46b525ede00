package dev.jrelease.pipes.before;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.failure.Cause;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.fields.EntryVariables;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.process.CommandWords;
import dev.jrelease.template.Condition.Answer;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs the commands of {@code before}, one after the other. A command that fails stops the release. */
public final class BeforePipe implements Pipe<BeforeConfig, HookTask> {
    /** The commands as they are written. */
    public static final Feature<List<Template>> COMMANDS = Feature.of(BeforeConfig.SECTION)
            .map(config -> config.hooks().stream().map(HookConfig::cmd).toList());

    private static final String NAME = "before";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Feature<BeforeConfig> feature() {
        return Feature.of(BeforeConfig.SECTION);
    }

    @Override
    public Optional<String> planKey() {
        return Optional.of(NAME);
    }

    @Override
    public boolean inOrder() {
        return true;
    }

    @Override
    public boolean makesFiles(HookTask task) {
        return true;
    }

    @Override
    public Plan<HookTask> plan(BeforeConfig config, Planning planning) {
        return Plan.of(config.hooks().stream()
                .flatMap(hook -> plan(hook, planning).stream())
                .toList());
    }

    private static Optional<HookTask> plan(HookConfig hook, Planning planning) {
        Problems problems = planning.problems();
        EntryVariables variables = EntryVariables.of(hook.env(), planning.context(), planning.problems());
        Answer wanted = hook.condition()
                .map(condition -> condition.answer(variables.context(), problems))
                .orElse(Answer.YES);
        if (wanted == Answer.NO) {
            hook.templates().forEach(template -> template.checkNames(variables.context(), problems));
            return Optional.empty();
        }
        HookTask task = task(hook, variables, planning);
        if (hook.cmd().isBlank()) {
            refuseEmpty(hook.cmd().location(), problems);
        } else if (task.shell().isEmpty()) {
            hook.cmd()
                    .filled(variables.context(), new Problems())
                    .ifPresent(command -> check(command, hook.cmd(), problems));
        }
        return Optional.of(task).filter(filled -> !filled.command().isBlank());
    }

    /** Not where the key is missing, which is reported there. */
    private static void refuseEmpty(Location place, Problems problems) {
        if (problems.list().stream().noneMatch(known -> known.location().equals(place))) {
            problems.addConsequence(
                    Problem.error(place, "the hook has no command", "write what it runs, or remove it"),
                    new Cause.Mistyped(place, Set.of("cmd")));
        }
    }

    private static HookTask task(HookConfig hook, EntryVariables variables, Planning planning) {
        Problems problems = planning.problems();
        return new HookTask(
                hook.cmd().render(variables.context(), problems),
                rendered(hook.dir(), variables, problems),
                planning.variables(),
                variables.values(),
                variables.secrets(),
                rendered(hook.shell(), variables, problems),
                hook.output()
                        .map(condition -> condition.holds(variables.context(), problems))
                        .orElse(false),
                hook.location());
    }

    private static String rendered(Optional<Template> template, EntryVariables variables, Problems problems) {
        return template.map(text -> text.render(variables.context(), problems).strip())
                .orElse("");
    }

    private static void check(String command, Template template, Problems problems) {
        try {
            String beyond = CommandWords.of(command).beyond();
            if (!beyond.isEmpty()) {
                problems.warning(
                        template.location(),
                        "'" + beyond + "' is not run: the command has no shell",
                        "use sh -c '…', or two hooks");
            }
        } catch (IllegalArgumentException refused) {
            problems.error(template.location(), "the command cannot be parsed: " + refused.getMessage());
        }
    }

    /** A command before may make the folders of those after it. */
    @Override
    public void preflight(HookTask task, Run run) {
        if (run.task().number() == 1) {
            task.toRun().place(run);
        }
    }

    @Override
    public List<Artifact> run(HookTask task, Run run) throws InterruptedException {
        task.toRun().run(run);
        return List.of();
    }
}
