package dev.jrelease.fields;

import dev.jrelease.config.MetadataConfig;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Reason;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.FileAccess;
import dev.jrelease.template.text.NotKnown;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The value of {@code .Metadata}. */
record MetadataFields(MetadataConfig metadata, FileAccess files, TemplateContext context, Problems problems) {

    Map<String, Object> values() {
        return Map.of(
                "ModTimestamp", text(metadata.modTimestamp()),
                "Maintainers", maintainers(),
                "License", text(metadata.license()),
                "Homepage", text(metadata.homepage()),
                "Description", text(metadata.description()),
                "FullDescription", metadata.fullDescription().map(this::text).orElse(""));
    }

    private Object maintainers() {
        return metadata.maintainers().stream()
                .flatMap(template -> template.rendered(context, problems).stream())
                .map(Rendered::value)
                .toList();
    }

    private Object text(Optional<Template> template) {
        return template.map(this::text).orElse("");
    }

    private Object text(Template template) {
        return template.rendered(context, problems).map(Rendered::value).orElse("");
    }

    private Object text(MetadataConfig.Text text) {
        Optional<Template> path = text.fromFile().flatMap(MetadataConfig.FromFile::path);
        return path.map(this::content).orElseGet(() -> text(text.text()));
    }

    private Object content(Template path) {
        String name = path.render(context, problems);
        try {
            return new String(files.read(name), StandardCharsets.UTF_8);
        } catch (NotKnown content) {
            return Unknown.of("readFile \"" + name + '"');
        } catch (IOException failed) {
            problems.error(path.location(), "could not read '" + name + "': " + Reason.of(failed));
            return "";
        }
    }
}
