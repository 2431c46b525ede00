/** The list of all stages. May use every feature, and the clients that they need. */
@NullMarked
package dev.jrelease.pipes;

import org.jspecify.annotations.NullMarked;
