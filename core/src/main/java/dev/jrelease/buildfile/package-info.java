/** Reads what files of build tools say of a project: POMs and files of Gradle. May use {@code text}. */
@NullMarked
package dev.jrelease.buildfile;

import org.jspecify.annotations.NullMarked;
