/**
 * What the file asks for: the records that its sections bind to, and the one form that the entries of all sections are
 * brought into.
 */
@NullMarked
package dev.jrelease.pipes.images.entry;

import org.jspecify.annotations.NullMarked;
