package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Located;
import dev.jrelease.image.IndexFormat;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.stream.Stream;

/** The templates of the names of an entry's images. */
public sealed interface NameTemplates {

    /** All templates. */
    default List<Template> templates() {
        return switch (this) {
            case Separate(List<Template> names) -> names;
            case Together(List<Template> images, List<Template> tags, Located<IndexFormat> _) ->
                Stream.concat(images.stream(), tags.stream()).toList();
        };
    }

    /** Each image has names of its own. An entry of {@code docker_manifests} combines them. */
    record Separate(List<Template> names) implements NameTemplates {}

    /**
     * All images of the entry have the same names, every one of {@code images} with every one of {@code tags}. With
     * several platforms each name is an index, whose images have no names.
     *
     * @param format of the index
     */
    record Together(List<Template> images, List<Template> tags, Located<IndexFormat> format) implements NameTemplates {}
}
