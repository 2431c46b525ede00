/** Trains a packaged jrelease: what it loads in these runs is what its ahead-of-time caches hold. */
@NullMarked
package dev.jrelease.testkit.training;

import org.jspecify.annotations.NullMarked;
