/**
 * Where files may be read and written, whatever symbolic links lie in between. May use the JDK only.
 */
@NullMarked
package dev.jrelease.files;

import org.jspecify.annotations.NullMarked;
