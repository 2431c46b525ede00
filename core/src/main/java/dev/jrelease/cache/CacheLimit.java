package dev.jrelease.cache;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Bounds the size of the cache: what was not used for longest is removed first. */
record CacheLimit(CacheFolder cache, long mostBytes, int mostDocuments) {
    private static final long GIB = 1L << 30;
    static final long LARGEST_IMAGE = 2 * GIB;

    CacheLimit(CacheFolder cache) {
        this(cache, 4 * GIB, 2000);
    }

    /** A document or a blob. */
    private record Item(Path file, long size, FileTime used) {}

    /** Another process that removes the same, or uses it meanwhile, does no harm: what lacks a blob is absent. */
    void hold() throws IOException {
        List<Item> documents = documents();
        List<Item> blobs = items(CachedBlobs.FOLDER);
        List<Item> unfinished = items(CacheFolder.INCOMING);
        long size = Stream.concat(blobs.stream(), unfinished.stream())
                .mapToLong(Item::size)
                .sum();
        if (size > mostBytes || documents.size() > mostDocuments) {
            Set<String> needed = new HashSet<>();
            removeOld(documents, needed);
            for (Item blob : blobs) {
                if (!needed.contains(blob.file.getFileName().toString())) {
                    Files.deleteIfExists(blob.file);
                }
            }
            for (Item left : unfinished) {
                Files.deleteIfExists(left.file);
            }
        }
    }

    /** Leaves room, so that it does not have to be done every time. */
    private void removeOld(List<Item> documents, Set<String> needed) throws IOException {
        long size = 0;
        int count = 0;
        for (Item document : documents) {
            long more = 0;
            List<Digest> fresh = new ArrayList<>();
            for (Descriptor blob : CachedDocuments.blobs(document.file)) {
                if (!needed.contains(blob.digest().hex())) {
                    fresh.add(blob.digest());
                    more += blob.size();
                }
            }
            if (size + more > mostBytes * 3 / 4 || count >= mostDocuments * 3 / 4) {
                Files.deleteIfExists(document.file);
            } else {
                fresh.forEach(digest -> needed.add(digest.hex()));
                size += more;
                count++;
            }
        }
    }

    /** The last used first. */
    private List<Item> documents() throws IOException {
        List<Item> all = new ArrayList<>();
        for (DocumentKind kind : DocumentKind.values()) {
            all.addAll(items(kind.folder()));
        }
        all.sort(Comparator.comparing(Item::used).reversed());
        return all;
    }

    private List<Item> items(String folder) throws IOException {
        List<Item> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(cache.folder(folder))) {
            for (Path file : files.toList()) {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                all.add(new Item(file, now.size(), now.lastModifiedTime()));
            }
        }
        return all;
    }
}
