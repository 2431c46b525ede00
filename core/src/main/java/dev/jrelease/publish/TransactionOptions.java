package dev.jrelease.publish;

/**
 * What was asked of a transaction.
 *
 * @param overwrite replace immutable tags that hold something else
 * @param allowDowngrade move floating tags to lower versions, too
 * @param parallelism how many requests are made at once
 */
public record TransactionOptions(boolean overwrite, boolean allowDowngrade, int parallelism, WaitTimes waitTimes) {}
