package dev.jrelease.publish;

import dev.jrelease.image.ImageSource;
import java.util.List;

/**
 * The content of a release that is ready to be published.
 *
 * @param tags with what each is to hold
 * @param images all content by digest
 * @param attachment copies what refers to the content
 */
public record PreparedContent(List<Publishable> tags, ImageSource images, Attachment attachment) {
    public PreparedContent {
        tags = List.copyOf(tags);
    }
}
