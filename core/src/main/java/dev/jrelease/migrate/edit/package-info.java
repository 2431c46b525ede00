/**
 * A YAML file that is changed where it has to be and stays as it is elsewhere, and notes about it. May use {@code
 * failure} and {@code config.yaml}.
 */
@NullMarked
package dev.jrelease.migrate.edit;

import org.jspecify.annotations.NullMarked;
