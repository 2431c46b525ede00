package dev.jrelease;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.concurrent.FolderLock;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.ProjectConfig;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.config.Section;
import dev.jrelease.dist.DistFolder;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.Candidate;
import dev.jrelease.facts.MachineFacts;
import dev.jrelease.facts.PromotedFacts;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.fields.ReleaseNames;
import dev.jrelease.git.GitRepository;
import dev.jrelease.image.ImageReference;
import dev.jrelease.init.Initialisation;
import dev.jrelease.migrate.Migrated;
import dev.jrelease.migrate.Migration;
import dev.jrelease.pipeline.CheckReport;
import dev.jrelease.pipeline.ConfigCheck;
import dev.jrelease.pipeline.EventLog;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.PipelineRunner;
import dev.jrelease.pipeline.Planner;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.pipeline.ResultFiles;
import dev.jrelease.pipes.Pipes;
import dev.jrelease.pipes.images.Clients;
import dev.jrelease.pipes.images.ImageRelease;
import dev.jrelease.pipes.images.entry.ImagesConfig;
import dev.jrelease.pipes.publish.PublishConfig;
import dev.jrelease.process.ProcessRunner;
import dev.jrelease.publish.Ledger;
import dev.jrelease.publish.LedgerStore;
import dev.jrelease.publish.Rollback;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.report.ReleaseListener;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The API of jrelease: loads, checks, plans and releases a configuration. */
public final class Releaser implements AutoCloseable {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

    private final Environment environment;
    private final Redactor redactor;
    private final Instant now;
    private final Clients clients;
    private final List<Pipe<?, ?>> pipes;

    /**
     *
     * @param now the start of the run
     */
    public Releaser(Environment environment, Redactor redactor, Instant now) {
        this.environment = environment;
        this.redactor = redactor;
        this.now = now;
        this.clients = Clients.of(environment, redactor);
        this.pipes = Pipes.standard(clients);
    }

    /** The words of {@code --skip} in a release that builds, in the order of the stages. */
    public static List<String> skipWords() {
        return skipWords(Pipes::standard);
    }

    /** The words of {@code --skip} in a release of images that were built before. */
    public static List<String> skipWordsOfBuiltBefore() {
        return skipWords(Pipes::ofBuiltBefore);
    }

    /** The words of {@code --skip} in a promotion. */
    public static List<String> skipWordsOfPromotion() {
        return skipWords(Pipes::afterCandidate);
    }

    private static List<String> skipWords(Function<Clients, List<Pipe<?, ?>>> stages) {
        Redactor redactor = new Redactor();
        try (Clients unopened = Clients.of(new Environment(Map.of(), Path.of(""), Path.of("")), redactor)) {
            return stages.apply(unopened).stream()
                    .flatMap(Pipe::everySkipWord)
                    .distinct()
                    .toList();
        }
    }

    /** All sections of the configuration. */
    public List<Section<?>> sections() {
        Stream<Section<?>> own = Stream.of(ProjectConfig.SECTION, ReleaseNames.SECTION);
        return Stream.concat(own, pipes.stream().map(Pipe::section)).distinct().toList();
    }

    /** Loads a configuration. Problems are collected; the result contains what could be read. */
    public ReleaseConfig load(ConfigFile file, Problems problems) {
        return ConfigLoader.load(file, sections(), problems);
    }

    /** Checks a configuration without git, network and engine. */
    public CheckReport check(ConfigFile file) {
        Problems problems = new Problems();
        ReleaseConfig config = load(file, problems);
        return check().check(config, problems);
    }

    /**
     * Converts a GoReleaser file to a file with the same plan.
     *
     * @throws dev.jrelease.failure.InvalidConfigurationException with all errors of the file
     * @throws ReleaseException of kind CONFIGURATION if it has no image
     */
    public Migrated migrate(Migration.Request request) {
        Problems problems = new Problems();
        ReleaseConfig config = load(request.source(), problems);
        if (!problems.hasErrors() && !config.section(ImagesConfig.SECTION).hasEntries()) {
            throw ReleaseException.couldNot(
                            FailureKind.CONFIGURATION,
                            "migrate " + request.source().name())
                    .because("it has no entry of dockers, dockers_v2 or docker_manifests")
                    .hint("jrelease releases images; add an entry, or keep using the file with GoReleaser")
                    .build();
        }
        return new Migration(sections(), this::rehearse).migrate(request);
    }

    /** Proposes a configuration for the project. */
    public Initialisation initialisation() {
        MachineFacts here = MachineFacts.of(environment, false, now);
        Path folder = environment.workingDirectory();
        return new Initialisation(
                folder, new GitRepository(new ProcessRunner(environment), folder), clients.registries(), here.host());
    }

    /** Checks a file, and plans a release, a prerelease and a snapshot of it. */
    public List<ReleasePlan> rehearse(ConfigFile file, Problems problems) {
        ReleaseConfig config = load(file, problems);
        problems.addAll(check().check(config, problems).problems());
        return check().rehearse(config);
    }

    private ConfigCheck check() {
        return new ConfigCheck(new Planner(pipes, redactor), environment, now);
    }

    /**
     * Plans a release.
     *
     * @throws dev.jrelease.failure.InvalidConfigurationException with all errors
     */
    public ReleasePlan plan(ConfigFile file, ReleaseOptions asked, Problems problems) throws InterruptedException {
        ReleaseConfig config = load(file, problems);
        if (asked.candidate().isPresent()) {
            return promotion(config, asked, asked.candidate().get(), problems);
        }
        BuiltImages built = BuiltImages.of(asked, config, environment);
        ReleaseOptions options = built.options();
        ReleaseFacts facts = new ProjectFacts(config, environment, problems)
                .read(options, built.begun().orElse(now));
        List<Pipe<?, ?>> stages = options.builtBefore().isPresent() ? Pipes.ofBuiltBefore(clients) : pipes;
        return plan(stages, config, facts, options, problems);
    }

    /** Plans the images of the candidate as its own release planned them, and the release with the same file. */
    private ReleasePlan promotion(ReleaseConfig config, ReleaseOptions options, Candidate candidate, Problems problems)
            throws InterruptedException {
        PromotedFacts facts = new ProjectFacts(config, environment, problems).promoted(options, candidate, now);
        Problems ofCandidate = new Problems();
        ofCandidate.addAll(problems.list());
        ImageRelease tested = new Planner(pipes, redactor)
                .plan(Pipes.IMAGES, config, facts.candidate(), ReleaseOptions.release(), ofCandidate);
        ofCandidate.throwIfErrors();
        String version = facts.candidate().version().toString();
        return plan(Pipes.ofCandidate(clients, tested, version), config, facts.release(), options, problems);
    }

    private ReleasePlan plan(
            List<Pipe<?, ?>> stages,
            ReleaseConfig config,
            ReleaseFacts facts,
            ReleaseOptions options,
            Problems problems) {
        ReleasePlan plan = new Planner(stages, redactor).plan(config, facts, options, problems);
        problems.throwIfErrors();
        introduceRegistries(config, facts.environment());
        return plan;
    }

    private void introduceRegistries(ReleaseConfig config, Environment project) {
        config.section(PublishConfig.SECTION).introduceRegistries(clients::registries, project.workingDirectory());
    }

    /**
     * Checks whether a release can begin, and changes nothing. Each condition is reported as an event.
     *
     * @return why it cannot
     */
    public List<ReleaseException> doctor(ReleasePlan plan, ReleaseListener listener) throws InterruptedException {
        Environment there = plan.facts().environment();
        return new PipelineRunner(plan, there, new ReleaseEvents(listener)).check(ANSWERS_WITHIN);
    }

    /** Runs a plan. A repository that cannot be released is refused first. */
    public ReleaseReport release(ReleasePlan plan, ReleaseListener listener) {
        plan.facts().refusal().ifPresent(refusal -> {
            throw refusal;
        });
        Environment there = plan.facts().environment();
        Path dist = there.resolve(plan.dist());
        try (DistFolder folder = dist(plan, dist, there);
                EventLog log = EventLog.begin(plan, dist, redactor)) {
            ReleaseEvents events = new ReleaseEvents(ReleaseListener.all(listener, log));
            if (!folder.kept().isEmpty()) {
                String names = String.join(", ", folder.kept());
                events.add(new ReleaseEvent.Warning(
                        plan.dist(), "--clean kept files that no release left there: " + names));
            }
            clients.registries().announceTo(retry -> events.add(new ReleaseEvent.Retried(retry)));
            clients.registries().passWarningsTo((host, text) -> events.add(new ReleaseEvent.Warning(host, text)));
            ResultFiles results = new ResultFiles(plan, dist);
            results.begin(plan.facts().premises().now(), redactor);
            ReleaseReport report = listed(new PipelineRunner(plan, there, events).run(), results);
            log.end(report);
            return log.failure().map(report::failed).orElse(report);
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "leave " + dist)
                    .because(problem)
                    .build();
        }
    }

    /** Opens the dist folder, and keeps its images if exactly they are published. */
    private DistFolder dist(ReleasePlan plan, Path dist, Environment there) {
        return plan.options().publishesAsBuilt()
                ? DistFolder.goOn(dist, plan.distContents(redactor))
                : DistFolder.open(dist, there.workingDirectory(), plan.distContents(redactor));
    }

    /** Writes the result files. If that fails, the report is returned with the failure. */
    private static ReleaseReport listed(ReleaseReport report, ResultFiles results) {
        try {
            results.end(report);
            return report;
        } catch (ReleaseException failure) {
            return report.failed(failure);
        }
    }

    /**
     * Puts the floating tags back to what they held before the last release, as its ledger says.
     *
     * @throws ReleaseException of kind REGISTRY, before anything is written, if a tag was moved since
     */
    public Rollback.Outcome rollback(ConfigFile file, boolean dryRun, Problems problems) {
        ReleaseConfig config = load(file, problems);
        Environment there = new ProjectFacts(config, environment, problems).environmentOfProject(now);
        problems.throwIfErrors();
        introduceRegistries(config, there);
        Path dist = there.resolve(config.project().distFolder());
        if (!Files.exists(dist.resolve(DistFolder.LEDGER))) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "roll back")
                    .because("there is no " + dist.resolve(DistFolder.LEDGER))
                    .hint("a release leaves it: run this where the release ran, or keep its dist folder")
                    .build();
        }
        try (FolderLock _ = FolderLock.take(dist).orElseThrow(() -> DistFolder.inUse(dist))) {
            Backoff retry = config.project().retry().backoff();
            Rollback rollback = new Rollback(
                    Ledger.open(LedgerStore.in(dist)),
                    entry -> clients.registries().repository(ImageReference.parse(entry.tag()), entry.access(), retry),
                    entry -> clients.registries().isMirror(ImageReference.parse(entry.tag())));
            return dryRun ? rollback.dryRun() : rollback.run();
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "use " + dist)
                    .because(problem)
                    .build();
        }
    }

    @Override
    public void close() {
        clients.close();
    }
}
