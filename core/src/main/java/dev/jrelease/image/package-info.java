/**
 * The vocabulary of container images, after the OCI image specification: values and two interfaces, no I/O.
 */
@NullMarked
package dev.jrelease.image;

import org.jspecify.annotations.NullMarked;
