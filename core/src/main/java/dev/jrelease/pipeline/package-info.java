/** Plans tasks from the configuration and runs them in order. May use everything below except clients. */
@NullMarked
package dev.jrelease.pipeline;

import org.jspecify.annotations.NullMarked;
