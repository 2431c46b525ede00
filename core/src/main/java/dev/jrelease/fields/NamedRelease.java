package dev.jrelease.fields;

import dev.jrelease.template.TemplateContext;

/**
 * The name of the project and the version of the release.
 *
 * @param version of the tag, or of the snapshot
 * @param context with the names that every template knows
 */
public record NamedRelease(String projectName, String version, TemplateContext context) {}
