package dev.jrelease.init;

import java.util.List;
import java.util.Optional;

/**
 * What a user decides.
 *
 * @param image the name of the image, without a tag
 * @param platforms of the images, with {@code /}
 * @param workflow whether a workflow of GitHub Actions is written
 * @param base of the images; empty for the usual one
 */
public record Choices(String image, List<String> platforms, boolean workflow, Optional<String> base) {
    public Choices {
        platforms = List.copyOf(platforms);
    }
}
