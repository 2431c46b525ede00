package dev.jrelease.registry;

import dev.jrelease.http.HttpResponse;
import dev.jrelease.http.NoAnswerException;
import dev.jrelease.image.TagCheck;
import dev.jrelease.registry.Call.Answer;
import dev.jrelease.registry.Retries.Attempt;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Sends requests to a registry, with retries. */
record Server(Endpoint endpoint, Retries retries) {
    /** Sends a request with retries. */
    <T> T send(Call call, Answer<T> answer) throws InterruptedException {
        return retries.run(() -> endpoint.once(call, answer));
    }

    /**
     * Sends a HEAD request, and another one if the answer is incomplete or refused: an answer to HEAD has no reason, and
     * some registries limit HEAD only.
     */
    <T> T headOr(Attempt<Optional<T>> head, Attempt<T> other) throws InterruptedException {
        AtomicBoolean refused = new AtomicBoolean();
        return retries.run(() -> {
            Optional<T> answer = refused.get() ? Optional.empty() : unlessRefused(head, refused);
            return answer.isPresent() ? answer.get() : other.make();
        });
    }

    private static <T> Optional<T> unlessRefused(Attempt<Optional<T>> head, AtomicBoolean refused)
            throws InterruptedException {
        try {
            return head.make();
        } catch (RegistryException failure) {
            refused.set(failure.status() != 0);
            if (failure.isTransient() || failure.status() == 0) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    /**
     * Changes a tag, with retries. After each wait the check runs, so that what it saw is never old. If it fails after a
     * request that had no answer, the failure has a {@link NoAnswerException} as its cause, or suppresses one.
     */
    <T> T change(TagCheck check, Attempt<T> request) throws InterruptedException {
        AtomicReference<NoAnswerException> unanswered = new AtomicReference<>();
        AtomicBoolean repeated = new AtomicBoolean();
        try {
            return retries.run(() -> {
                boolean waited = repeated.getAndSet(true);
                while (retries.pace().awaitRest() || waited) {
                    check.run();
                    waited = false;
                }
                return noting(unanswered, request);
            });
        } catch (RuntimeException | InterruptedException failure) {
            Optional.ofNullable(unanswered.get())
                    .filter(before -> before != failure.getCause())
                    .ifPresent(failure::addSuppressed);
            throw failure;
        }
    }

    private static <T> T noting(AtomicReference<NoAnswerException> unanswered, Attempt<T> request)
            throws InterruptedException {
        try {
            return request.make();
        } catch (RegistryException failure) {
            if (failure.getCause() instanceof NoAnswerException silence) {
                unanswered.set(silence);
            }
            throw failure;
        }
    }

    /** Sends a request with retries, and leaves the response open. */
    HttpResponse stream(Call call) throws InterruptedException {
        return retries.run(() -> endpoint.stream(call));
    }
}
