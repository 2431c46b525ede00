package dev.jrelease.publish;

import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.Manifest;
import java.util.List;

/** Attaches something to content that a repository holds by digest, before any tag names it: a signature. */
@FunctionalInterface
public interface Attachment {
    void attach(ImageRepository repository, List<Manifest> contents) throws InterruptedException;

    static Attachment none() {
        return (_, _) -> {};
    }
}
