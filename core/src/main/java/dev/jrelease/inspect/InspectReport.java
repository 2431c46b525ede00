package dev.jrelease.inspect;

import dev.jrelease.image.Manifest;
import java.util.List;

/**
 * What an image or an index is.
 *
 * @param name as the user gave it
 * @param manifest the image or the index itself
 * @param children what an index names, in its order; of an image only itself
 */
public record InspectReport(String name, Manifest manifest, List<Child> children) {

    public InspectReport {
        children = List.copyOf(children);
    }

    /** For people: what it is, and a line for each platform. */
    public String text() {
        return new InspectReportText(this).summary();
    }

    /** {@link #text}, and then everything that each image says of itself. */
    public String verboseText() {
        return new InspectReportText(this).details();
    }

    /** The bytes whose digest is the name, unchanged. */
    public byte[] raw() {
        return manifest.bytes();
    }
}
