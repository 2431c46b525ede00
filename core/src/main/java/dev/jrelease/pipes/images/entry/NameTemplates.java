package dev.jrelease.pipes.images.entry;

import dev.jrelease.template.Template;
import java.util.List;
import java.util.stream.Stream;

/** How an entry calls its images. */
public sealed interface NameTemplates {

    /** All that names are made of. */
    default List<Template> templates() {
        return switch (this) {
            case Separate(List<Template> names) -> names;
            case Together(List<Template> images, List<Template> tags) ->
                Stream.concat(images.stream(), tags.stream()).toList();
        };
    }

    /** Each image has names of its own; what is to be one name for several is an entry of {@code docker_manifests}. */
    record Separate(List<Template> names) implements NameTemplates {}

    /**
     * All images of the entry have the same names, every one of {@code images} with every one of {@code tags}: several
     * platforms are one index under each name, whose images have no names of their own.
     */
    record Together(List<Template> images, List<Template> tags) implements NameTemplates {}
}
