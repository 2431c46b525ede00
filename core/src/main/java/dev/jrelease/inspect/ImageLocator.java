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

/** Finds images where people say they are: {@code REF} in a registry, {@code oci:DIR} or {@code oci:DIR:REF} on disk. */
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

    /** What an address stands for: one image or index, or everything that a layout names. */
    public List<Side> find(String address) {
        return address.startsWith(OCI) ? inLayout(address.substring(OCI.length())) : List.of(inRegistry(address));
    }

    /** What an address stands for, if that is a single image or index. */
    public Side findOne(String address) {
        List<Side> found = find(address);
        if (found.size() != 1) {
            throw failed(address, "it names " + found.size() + " images", "say which: " + OCI + "DIR:REF");
        }
        return found.getFirst();
    }

    private Side inRegistry(String text) {
        try {
            ImageReference reference = ImageReference.parse(text);
            Repository repository = registries.repository(reference, access);
            return new Side(text, repository, repository.manifest(reference.manifestKey()));
        } catch (IllegalArgumentException refused) {
            throw failed(text, String.valueOf(refused.getMessage()), "write REF, oci:DIR or oci:DIR:REF");
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
                    "nothing there is called '" + name + "'",
                    Suggestion.didYouMean(name, known).orElse("there are: " + String.join(", ", known)));
        }
        return entries.stream()
                .map(entry -> new Side(name(entry), layout, layout.manifest(entry.digest())))
                .toList();
    }

    /** A folder's own name may hold colons; the longest one that exists is meant. */
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
