/** Takes programs for the JVM from the results of their build tool. May use {@code process}. */
@NullMarked
package dev.jrelease.pipes.builds.jvm;

import org.jspecify.annotations.NullMarked;
