@NullMarked
package dev.jrelease.cli.progress;

import org.jspecify.annotations.NullMarked;
