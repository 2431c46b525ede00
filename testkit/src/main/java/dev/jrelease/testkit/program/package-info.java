/** Programs that tests write and run. */
@NullMarked
package dev.jrelease.testkit.program;

import org.jspecify.annotations.NullMarked;
