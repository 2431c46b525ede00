/**
 * Git repositories for tests. May use the JDK only, and the {@code git} program.
 */
@NullMarked
package dev.jrelease.testkit.git;

import org.jspecify.annotations.NullMarked;
