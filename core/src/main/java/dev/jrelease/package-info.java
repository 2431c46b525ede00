/** The API: load, plan, run. */
@NullMarked
package dev.jrelease;

import org.jspecify.annotations.NullMarked;
