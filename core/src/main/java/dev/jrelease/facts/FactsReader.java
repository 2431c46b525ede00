package dev.jrelease.facts;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.git.GitRepository;
import dev.jrelease.git.GitState;
import dev.jrelease.git.TagMessage;
import dev.jrelease.process.ProcessRunner;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Reads the facts of a release from the repository, the environment and the host. */
public final class FactsReader {
    private final MachineFacts premises;
    private final Environment environment;
    private final GitRepository repository;

    public FactsReader(MachineFacts premises, ProcessRunner processes) {
        this.premises = premises;
        this.environment = premises.environment();
        this.repository = new GitRepository(processes, environment.workingDirectory());
    }

    /**
     * Reads all facts. A repository that cannot be released is a fact, not a failure.
     *
     * @throws ReleaseException of kind GIT if there is no repository, no commit, or the tag is not a version; of kind
     *     ENVIRONMENT if git is missing or a variable is malformed
     */
    public ReleaseFacts read(FactsRequest request) throws InterruptedException {
        VersionTags tags = tags(request);
        TagChoice choice = TagChoice.make(tags, NamedTag.in(request, environment), repository);
        return facts(
                tags,
                choice.tag(),
                premises.snapshot() ? Optional.empty() : GitStateCheck.RELEASE.refusal(tags.state(), choice));
    }

    /**
     * Reads the facts of a candidate, and of the release that it becomes.
     *
     * @throws ReleaseException as for one release; of kind GIT also if the candidate has no tag, and of kind USAGE if its
     *     version is not one before the release
     */
    public PromotedFacts promoted(FactsRequest request, Candidate asked) throws InterruptedException {
        VersionTags tags = tags(request);
        Promotion promotion = Promotion.of(tags, NamedTag.in(request, environment), asked, repository);
        VersionTags there = VersionTags.of(repository.at(promotion.commit(), tags.state()), tags.rules());
        return new PromotedFacts(
                facts(there, promotion.candidate(), Optional.empty()),
                facts(tags, promotion.choice().tag(), promotion.refusal(tags.state())));
    }

    private VersionTags tags(FactsRequest request) throws InterruptedException {
        GitState state = repository.state(request.dist(), request.rules().sort().order());
        return VersionTags.of(state, request.rules());
    }

    private ReleaseFacts facts(VersionTags tags, ReleaseTag tag, Optional<ReleaseException> refusal)
            throws InterruptedException {
        Optional<Instant> epoch = sourceDateEpoch();
        GitState state = tags.state();
        return new ReleaseFacts(
                tag.version(),
                tags.rules().label(tag.name()),
                tags.rules().prefix(),
                git(tags, tag),
                epoch.orElse(state.commitTime()),
                premises,
                refusal,
                new KnownReleases(tag.version(), tags.versions(), state.shallow()));
    }

    private GitFacts git(VersionTags tags, ReleaseTag chosen) throws InterruptedException {
        TagMessage message =
                chosen.tag().isPresent() ? repository.message(chosen.tag().get()) : TagMessage.NONE;
        Optional<String> previous = previousTag(tags, chosen).map(tags.rules()::label);
        return new GitFacts(tags.state(), previous, message, summary(tags, chosen));
    }

    private Optional<String> previousTag(VersionTags tags, ReleaseTag chosen) throws InterruptedException {
        Optional<String> said = environment.variable("GORELEASER_PREVIOUS_TAG");
        if (said.isPresent() || chosen.equals(ReleaseTag.none(tags.rules()))) {
            return said;
        }
        String from = chosen.tag().isPresent() ? "refs/tags/" + chosen.name() + "^" : "HEAD";
        boolean releasesOnly =
                tags.rules().sort().skipsPrereleases() && !chosen.version().isPrerelease();
        return tags.last(from, releasesOnly, repository).map(ReleaseTag::name);
    }

    private String summary(VersionTags tags, ReleaseTag chosen) throws InterruptedException {
        GitState state = tags.state();
        boolean atHead =
                chosen.tag().filter(tag -> tag.commit().equals(state.commit())).isPresent();
        return (atHead ? chosen.name() : repository.summary(tags.rules().prefix())) + (state.isDirty() ? "-dirty" : "");
    }

    /**
     * Reads {@code SOURCE_DATE_EPOCH}. See <a href="https://reproducible-builds.org/specs/source-date-epoch/">its
     * specification</a>.
     */
    private Optional<Instant> sourceDateEpoch() {
        return environment.variable("SOURCE_DATE_EPOCH").map(text -> {
            try {
                return Instant.ofEpochSecond(Long.parseLong(text));
            } catch (NumberFormatException | DateTimeException malformed) {
                throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "read the variable SOURCE_DATE_EPOCH")
                        .because("'" + text + "' is not a number of seconds since 1970")
                        .hint("unset it, or set it as git log -1 --format=%ct prints it")
                        .cause(malformed)
                        .build();
            }
        });
    }
}
