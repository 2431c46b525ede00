package dev.jrelease.inspect;

import dev.jrelease.image.Manifest;
import java.util.List;

/**
 * The result of {@code inspect} for one image or index.
 *
 * @param name as the user gave it
 * @param manifest the image or the index itself
 * @param children of the index, in its order; for an image only itself
 */
public record InspectReport(String name, Manifest manifest, List<Child> children) {

    public InspectReport {
        children = List.copyOf(children);
    }

    /** A summary, and a line for each platform. */
    public String text() {
        return new InspectReportText(this).summary();
    }

    /** {@link #text}, and the configuration of each image. */
    public String verboseText() {
        return new InspectReportText(this).details();
    }

    /** The bytes of the manifest or index, unchanged. */
    public byte[] raw() {
        return manifest.bytes();
    }
}
