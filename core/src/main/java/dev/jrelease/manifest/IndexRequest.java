package dev.jrelease.manifest;

import dev.jrelease.image.IndexForm;
import dev.jrelease.image.IndexFormat;
import dev.jrelease.image.Place;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An index that is asked for.
 *
 * @param targets the names that it gets; all in one place
 * @param amended whose images it begins with, if there is something
 * @param ignoreMissing whether sources that do not exist are left out
 */
public record IndexRequest(
        List<Place> targets,
        List<IndexSource> sources,
        Map<String, String> annotations,
        IndexFormat format,
        IndexForm form,
        Optional<Place> amended,
        boolean ignoreMissing) {
    public IndexRequest {
        targets = List.copyOf(targets.stream()
                .collect(
                        Collectors.toMap(IndexRequest::held, target -> target, (first, _) -> first, LinkedHashMap::new))
                .values());
        sources = List.copyOf(sources);
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }

    /** The tags of a target, each once. */
    private static String held(Place target) {
        return target instanceof Place.InRegistry registry
                ? registry.reference().name() + ":" + registry.reference().manifestKey()
                : target.text();
    }

    /** The same to a layout: under the name that it states, else under the names of the targets. */
    public IndexRequest to(Place.InLayout layout) {
        List<Place> named = layout.name().isPresent()
                ? List.of(layout)
                : targets.stream()
                        .<Place>map(target -> new Place.InLayout(
                                layout.text() + ":" + target.text(), layout.folder(), Optional.of(target.text())))
                        .toList();
        return new IndexRequest(named, sources, annotations, format, form, amended, ignoreMissing);
    }

    Place target() {
        return targets.getFirst();
    }

    /** In the order in which the index names them: that of {@code docker manifest}, or as they are given. */
    List<IndexSource> orderedSources() {
        return form == IndexForm.DOCKER_MANIFEST
                ? sources.stream()
                        .sorted(Comparator.comparing(IndexSource::fileName))
                        .toList()
                : sources;
    }
}
