/**
 * Commands that a project wants to have run before its release. May use the machine; no door.
 */
@NullMarked
package dev.jrelease.pipes.before;

import org.jspecify.annotations.NullMarked;
