package dev.jrelease.fields;

import dev.jrelease.template.TemplateContext;

/**
 * A release whose project and version have names.
 *
 * @param version the tag's, or the snapshot's
 * @param context names that every template knows
 */
public record NamedRelease(String projectName, String version, TemplateContext context) {}
