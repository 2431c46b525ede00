/** Opens the places that images are read from and written to, with the clients that each needs. */
@NullMarked
package dev.jrelease.places;

import org.jspecify.annotations.NullMarked;
