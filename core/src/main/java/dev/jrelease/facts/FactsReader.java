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

/** Reads the facts of a release: from the repository, the environment and the machine. */
public final class FactsReader {
    private final Environment environment;
    private final GitRepository repository;

    public FactsReader(Environment environment, ProcessRunner processes) {
        this.environment = environment;
        this.repository = new GitRepository(processes, environment.workingDirectory());
    }

    /**
     * Reads everything. A repository in a state that cannot be released is a fact, not a failure.
     *
     * @throws ReleaseException of kind GIT if there is no repository, no commit, or the tag is no version; of kind
     *     ENVIRONMENT if git is missing or a variable is malformed
     */
    public ReleaseFacts read(FactsRequest request, Instant now) throws InterruptedException {
        Optional<Instant> epoch = sourceDateEpoch();
        GitState state = repository.state(request.dist());
        TagChoice choice = TagChoice.make(state, NamedTag.in(request, environment), repository);
        return new ReleaseFacts(
                choice.tag().version(),
                choice.tag().name(),
                request.snapshot(),
                git(state, choice.tag()),
                now,
                epoch.orElse(state.commitTime()),
                environment,
                Host.platform(),
                request.snapshot() ? Optional.empty() : GitVerdict.on(state, choice),
                new ProjectFiles(environment.workingDirectory(), environment.home()),
                Optional.empty());
    }

    private GitFacts git(GitState state, ReleaseTag chosen) throws InterruptedException {
        TagMessage message =
                chosen.tag().isPresent() ? repository.message(chosen.tag().get()) : TagMessage.NONE;
        return new GitFacts(state, previousTag(chosen), message, summary(state, chosen));
    }

    private Optional<String> previousTag(ReleaseTag chosen) throws InterruptedException {
        Optional<String> said = environment.variable("GORELEASER_PREVIOUS_TAG");
        if (said.isPresent() || chosen.equals(ReleaseTag.NONE)) {
            return said;
        }
        return repository.lastVersionTag(chosen.tag().isPresent() ? "refs/tags/" + chosen.name() + "^" : "HEAD");
    }

    private String summary(GitState state, ReleaseTag chosen) throws InterruptedException {
        boolean atHead =
                chosen.tag().filter(tag -> tag.commit().equals(state.commit())).isPresent();
        return (atHead ? chosen.name() : repository.summary()) + (state.isDirty() ? "-dirty" : "");
    }

    /** See <a href="https://reproducible-builds.org/specs/source-date-epoch/">its specification</a>. */
    private Optional<Instant> sourceDateEpoch() {
        return environment.variable("SOURCE_DATE_EPOCH").map(text -> {
            try {
                return Instant.ofEpochSecond(Long.parseLong(text));
            } catch (NumberFormatException | DateTimeException malformed) {
                throw ReleaseException.could(FailureKind.ENVIRONMENT, "read the variable SOURCE_DATE_EPOCH")
                        .because("'" + text + "' is not a number of seconds since 1970")
                        .hint("unset it, or set it as git log -1 --format=%ct prints it")
                        .cause(malformed)
                        .build();
            }
        });
    }
}
