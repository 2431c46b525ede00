/**
 * Publishes images as one transaction: content, immutable tags, floating tags. Works on any source and any repository;
 * knows no section of the configuration and no client.
 */
@NullMarked
package dev.jrelease.publish;

import org.jspecify.annotations.NullMarked;
