package dev.jrelease.manifest;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.YamlDocument;
import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.IndexForm;
import dev.jrelease.image.IndexFormat;
import dev.jrelease.image.MeantName;
import dev.jrelease.image.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads what an index is made of from a file.
 *
 * @param exists whether there is a file or folder with this name
 */
public record SpecFile(ConfigFile file, Predicate<String> exists) {

    /**
     * The index that the file asks for.
     *
     * @param more annotations beside those of the file
     * @throws dev.jrelease.failure.InvalidConfigurationException with all errors of the file
     */
    public IndexRequest request(IndexFormat format, Map<String, String> more, boolean amend, boolean ignoreMissing) {
        Problems problems = new Problems();
        SpecConfig config = YamlDocument.bind(file, SpecConfig.class, problems);
        List<Place> targets = targets(config, problems);
        List<IndexSource> sources = new ArrayList<>();
        for (SpecConfig.Image image : config.manifests()) {
            place(image.image(), image.image().value(), problems)
                    .ifPresent(place ->
                            sources.add(new IndexSource(place, image.platform().override())));
        }
        Map<String, String> annotations = new LinkedHashMap<>(config.annotations());
        annotations.putAll(more);
        problems.throwIfErrors();
        Optional<Place> amended = amend ? Optional.of(targets.getFirst()) : Optional.empty();
        return new IndexRequest(targets, sources, annotations, format, IndexForm.MANIFEST_TOOL, amended, ignoreMissing);
    }

    private List<Place> targets(SpecConfig config, Problems problems) {
        List<Place> targets = new ArrayList<>();
        place(config.image(), config.image().value(), problems).ifPresent(targets::add);
        for (Located<String> tag : config.tags()) {
            if (targets.stream().findFirst().orElse(null) instanceof Place.InRegistry first) {
                place(tag, first.reference().name() + ":" + tag.value(), problems)
                        .ifPresent(targets::add);
            }
        }
        return targets;
    }

    private Optional<Place> place(Located<String> at, String text, Problems problems) {
        try {
            return Optional.of(Place.parse(text, exists));
        } catch (IllegalArgumentException refused) {
            problems.error(at.location(), String.valueOf(refused.getMessage()), MeantName.hint(text));
            return Optional.empty();
        }
    }
}
