package dev.jrelease.context;

import dev.jrelease.image.Digest;
import java.nio.file.Path;

/**
 * A build context on disk.
 *
 * @param digest of the tar file, the same for the same content
 * @param size of the tar file in bytes
 * @param dockerfile the Dockerfile's path in the context
 */
public record ContextArchive(Path file, Digest digest, long size, String dockerfile) {}
