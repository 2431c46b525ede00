package dev.jrelease.image;

/** Follows blobs from one place to another. Several threads may call it at once. */
@FunctionalInterface
public interface TransferListener {
    TransferListener SILENT = transfer -> {};

    void on(Transfer transfer);
}
