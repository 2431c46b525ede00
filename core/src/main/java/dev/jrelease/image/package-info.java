/** Container images after the OCI image specification: values and interfaces, no I/O. */
@NullMarked
package dev.jrelease.image;

import org.jspecify.annotations.NullMarked;
