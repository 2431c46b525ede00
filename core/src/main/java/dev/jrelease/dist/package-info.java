/** The folder with the results of a release. May use {@code config} and the packages below it. */
@NullMarked
package dev.jrelease.dist;

import org.jspecify.annotations.NullMarked;
