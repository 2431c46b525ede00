/** Which files may be read and written, with symbolic links taken into account. May use the JDK only. */
@NullMarked
package dev.jrelease.files;

import org.jspecify.annotations.NullMarked;
