package dev.jrelease.inspect;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageReference;
import dev.jrelease.inspect.Comparison.Side;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds images by address: {@code REF} in a registry, {@code oci:DIR} or {@code oci:DIR:REF} on disk. */
public final class ImageLocator {
    private static final String OCI = "oci:";
    private static final String NAME = "org.opencontainers.image.ref.name";

    private final Registries registries;
    private final Environment environment;
    private final Access access;

    public ImageLocator(Registries registries, Environment environment, Access access) {
        this.registries = registries;
        this.environment = environment;
        this.access = access;
    }

    /** The image or index of an address, or all named images of a layout. */
    public List<Side> find(String address) {
        return address.startsWith(OCI) ? inLayout(address.substring(OCI.length())) : List.of(inRegistry(address));
    }

    /** The image or index of an address; fails if there are several. */
    public Side findOne(String address) {
        List<Side> found = find(address);
        if (found.size() != 1) {
            throw failed(address, "it contains " + found.size() + " images", "choose one: " + OCI + "DIR:REF");
        }
        return found.getFirst();
    }

    private Side inRegistry(String text) {
        try {
            ImageReference reference = ImageReference.parse(text);
            Repository repository = registries.repository(reference, access);
            return new Side(text, repository, repository.manifest(reference.manifestKey()));
        } catch (IllegalArgumentException refused) {
            throw failed(text, String.valueOf(refused.getMessage()), "use REF, oci:DIR or oci:DIR:REF");
        }
    }

    private List<Side> inLayout(String text) {
        int end = endOfFolder(text);
        OciLayout layout = OciLayout.open(environment.resolve(text.substring(0, end)));
        String name = end < text.length() ? text.substring(end + 1) : "";
        List<Descriptor> entries = layout.entries().stream()
                .filter(entry -> name.isEmpty() || name.equals(name(entry)))
                .toList();
        if (entries.isEmpty()) {
            List<String> known =
                    layout.entries().stream().map(ImageLocator::name).toList();
            throw failed(
                    OCI + text,
                    "the layout has no image '" + name + "'",
                    Suggestion.didYouMean(name, known).orElse("its images are  " + String.join(", ", known)));
        }
        return entries.stream()
                .map(entry -> new Side(name(entry), layout, layout.manifest(entry.digest())))
                .toList();
    }

    /** The end of the folder: a folder's name may contain colons, so the longest existing one is used. */
    private int endOfFolder(String text) {
        int end = text.length();
        while (end > 0) {
            Path folder = environment.resolve(text.substring(0, end));
            if (Files.isDirectory(folder)) {
                return end;
            }
            end = text.lastIndexOf(':', end - 1);
        }
        return text.length();
    }

    private static String name(Descriptor entry) {
        return entry.annotations().getOrDefault(NAME, entry.digest().toString());
    }

    private static ReleaseException failed(String address, String why, String hint) {
        return ReleaseException.couldNot(FailureKind.USAGE, "inspect " + address)
                .because(why)
                .hint(hint)
                .build();
    }
}
