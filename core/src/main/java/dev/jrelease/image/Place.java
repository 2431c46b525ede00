package dev.jrelease.image;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where an image is, as the command line names it: {@code REF}, {@code oci:DIR[:NAME]}, {@code
 * docker-archive:FILE[:REF]} or {@code docker-daemon:REF}.
 */
public sealed interface Place {
    /** The forms, for messages. */
    String FORMS = "REF, oci:DIR[:NAME], docker-archive:FILE[:REF] or docker-daemon:REF";

    /** A repository of a registry, with a tag or digest. */
    record InRegistry(String text, ImageReference reference) implements Place {}

    /**
     * An OCI image layout.
     *
     * @param folder as written
     * @param name of an image in it; empty if none is given
     */
    record InLayout(String text, String folder, Optional<String> name) implements Place {}

    /**
     * A file as {@code docker save} writes it.
     *
     * @param file as written
     * @param reference of an image in it; empty if none is given
     */
    record InArchive(String text, String file, Optional<ImageReference> reference) implements Place {}

    /** An image of a Docker engine. */
    record InEngine(String text, ImageReference reference) implements Place {}

    /** As written. */
    String text();

    /**
     * Parses a place.
     *
     * @param exists whether there is a file or folder with this name: a name may contain colons
     * @throws IllegalArgumentException with a message for users
     */
    static Place parse(String text, Predicate<String> exists) {
        int colon = text.indexOf(':');
        String form = text.substring(0, colon + 1);
        String rest = text.substring(colon + 1);
        return switch (form) {
            case "oci:" -> {
                PlaceName name = PlaceName.split(text, rest, exists);
                yield new InLayout(text, name.file(), name.rest());
            }
            case "docker-archive:" -> {
                PlaceName name = PlaceName.split(text, rest, exists);
                yield new InArchive(text, name.file(), name.rest().map(ImageReference::parse));
            }
            case "docker-daemon:" -> new InEngine(text, ImageReference.parse(rest));
            default -> {
                if (PlaceName.OTHER_TOOLS.contains(form)) {
                    throw new IllegalArgumentException("'" + text + "' is not a place for images: " + form
                            + (form.equals("docker:") ? "// is left out here" : " is not supported"));
                }
                yield new InRegistry(text, ImageReference.parse(text));
            }
        };
    }
}
