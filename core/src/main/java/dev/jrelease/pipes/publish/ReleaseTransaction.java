package dev.jrelease.pipes.publish;

import dev.jrelease.pipeline.Run;
import dev.jrelease.publish.Destination;
import dev.jrelease.publish.MountSource;
import dev.jrelease.publish.ObservedTags;
import dev.jrelease.publish.PreparedContent;
import dev.jrelease.publish.Publication;
import dev.jrelease.publish.Publishable;
import dev.jrelease.publish.Wanted;
import dev.jrelease.registry.Registries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together what a release publishes from what its stages made. */
record ReleaseTransaction(PublishTask task, Run run, Registries registries, ObservedTags observed) {
    Publication publication(PreparedContent content) {
        Map<PublishedRepository, List<Publishable>> byRepository = new LinkedHashMap<>();
        content.tags().stream()
                .filter(made -> task.planned().contains(made.wanted().tag()))
                .forEach(made -> byRepository.merge(
                        PublishedRepository.of(made.wanted().tag()), List.of(made), ReleaseTransaction::both));
        return Publication.of(
                run.plan().projectName(),
                run.plan().version(),
                content.images(),
                byRepository.entrySet().stream()
                        .map(entry -> destination(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static List<Publishable> both(List<Publishable> some, List<Publishable> more) {
        List<Publishable> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private Destination destination(PublishedRepository repository, List<Publishable> made) {
        List<Wanted> wanted = made.stream()
                .map(Publishable::wanted)
                .map(one -> one.observed(observed.recent(one.tag().reference())))
                .toList();
        List<MountSource> mounts =
                made.stream().flatMap(one -> one.mounts().stream()).distinct().toList();
        return new Destination(
                repository.open(registries, run.retry()),
                wanted.getFirst().tag().reference(),
                repository.access(),
                task.isRequired(repository),
                wanted,
                mounts);
    }
}
