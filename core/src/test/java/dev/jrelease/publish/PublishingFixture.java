package dev.jrelease.publish;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.TransferListener;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.publish.TransactionListener.Event;
import dev.jrelease.publish.TransactionListener.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Publishes samples to repositories of some kind, and looks at what they hold. */
abstract class PublishingFixture {
    static final List<String> FLOATING = List.of("latest", "1");

    final LedgerInMemory ledger = new LedgerInMemory();
    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<Event> events = new CopyOnWriteArrayList<>();
    TransactionOptions options = new TransactionOptions(
            false,
            false,
            4,
            new WaitTimes(
                    new Backoff(4, Duration.ofMillis(1), Duration.ofMillis(2)), Duration.ZERO, Duration.ZERO, _ -> {}));

    private final TestRepositories backend;
    private final Map<String, ImageRepository> repositories = new LinkedHashMap<>();

    PublishingFixture(TestRepositories backend) {
        this.backend = backend;
    }

    String name(String path) {
        return backend.name(path);
    }

    boolean removesTags() {
        return backend.removesTags();
    }

    ImageRepository repository(String path) {
        return repositories.computeIfAbsent(path, backend::open);
    }

    /** Acts when all floating tags have moved and are to be looked at again. */
    Outcome whileSettling(SampleRelease release, Runnable action) {
        return run(release, List.of(hello(release, new Watched.Watch() {})), event -> {
            if (event.equals(new Event.Begun(Step.SETTLE))) {
                action.run();
            }
        });
    }

    Outcome publish(SampleRelease release) {
        return publish(release, new Watched.Watch() {});
    }

    Outcome publish(SampleRelease release, Watched.Watch watch) {
        return run(release, List.of(hello(release, watch)), _ -> {});
    }

    Outcome run(SampleRelease release, List<Destination> destinations, Consumer<Event> listener) {
        return run(release, destinations, listener, ledger);
    }

    Outcome run(SampleRelease release, List<Destination> destinations, Consumer<Event> listener, LedgerStore store) {
        return new Transaction(
                        Publication.of("hello", release.version(), release.source(), destinations),
                        options,
                        Ledger.open(store),
                        Attachment.none(),
                        event -> {
                            events.add(event);
                            listener.accept(event);
                        })
                .run();
    }

    Destination hello(SampleRelease release, Watched.Watch watch) {
        return destination("hello", true, all("hello", release), watch);
    }

    List<Wanted> all(String path, SampleRelease release) {
        return Stream.concat(
                        Stream.of(wanted(path, release.version(), release, Moves.NEVER)),
                        FLOATING.stream().map(tag -> wanted(path, tag, release, Moves.FORWARD)))
                .toList();
    }

    Wanted wanted(String path, String tag, SampleRelease release, Moves moves) {
        String text = name(path) + ":" + tag;
        return new Wanted(
                new Tag(text, ImageReference.parse(text), Access.STRICT, moves, Optional.empty()),
                release.index(),
                false);
    }

    Destination destination(String path, boolean required, List<Wanted> tags, Watched.Watch watch) {
        ImageRepository noted = new Watched(repository(path), new Watched.Watch() {
            @Override
            public void after(String call) {
                calls.add(call);
            }
        });
        return new Destination(
                new Watched(noted, watch),
                ImageReference.parse(name(path) + ":any"),
                Access.STRICT,
                required,
                tags,
                List.of());
    }

    void push(SampleRelease release, String... tags) {
        pushTo("hello", release, tags);
    }

    /** What somebody else does. */
    void pushTo(String path, SampleRelease release, String... tags) {
        ImageRepository repository = repository(path);
        try {
            new ImageCopy(release.source(), repository, 1, TransferListener.SILENT)
                    .copy(List.<Manifest>of(release.index()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        Stream.of(tags).forEach(tag -> repository.writeTag(tag, release.index()));
    }

    static Watched.Watch refusing(String which) {
        return new Watched.Watch() {
            @Override
            public void before(String call) {
                if (call.equals(which)) {
                    throw refused(call);
                }
            }
        };
    }

    static ReleaseException refused(String call) {
        return ReleaseException.couldNot(FailureKind.REGISTRY, call)
                .because("refused")
                .build();
    }

    Map<String, Optional<Digest>> held(String path) {
        Map<String, Optional<Digest>> held = new LinkedHashMap<>();
        Stream.concat(Stream.of("1.0.0", "1.1.0"), FLOATING.stream()).forEach(tag -> {
            Optional<Digest> digest = held(path, tag);
            if (digest.isPresent() || FLOATING.contains(tag)) {
                held.put(tag, digest);
            }
        });
        return held;
    }

    Optional<Digest> held(String path, String tag) {
        return repository(path).resolve(tag).map(Descriptor::digest);
    }

    List<String> writes() {
        return calls.stream().filter(call -> call.startsWith("write")).toList();
    }

    List<String> remarks() {
        return events.stream()
                .filter(Event.Remark.class::isInstance)
                .map(event -> ((Event.Remark) event).text())
                .toList();
    }

    static Map<String, How> how(Outcome outcome) {
        Map<String, How> how = new LinkedHashMap<>();
        outcome.results().forEach(result -> how.put(result.tag().name(), result.how()));
        return how;
    }

    static Map<String, String> words(Outcome outcome) {
        Map<String, String> words = new LinkedHashMap<>();
        outcome.results().forEach(result -> words.put(result.tag().name(), result.words()));
        return words;
    }

    static String failure(Outcome outcome) {
        return String.valueOf(outcome.failure().orElseThrow().getMessage());
    }
}
