package dev.jrelease.pipeline;

import dev.jrelease.config.MetadataConfig;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Reason;
import dev.jrelease.template.Derived;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.FileAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code .Metadata} of templates. */
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
        List<Derived> all = metadata.maintainers().stream()
                .flatMap(template -> template.derived(context, problems).stream())
                .toList();
        Supplier<List<String>> texts = () -> all.stream().map(Derived::use).toList();
        return texts;
    }

    private Object text(Optional<Template> template) {
        return template.map(this::text).orElse("");
    }

    private Object text(Template template) {
        return template.derived(context, problems).map(Derived::value).orElse("");
    }

    private Object text(MetadataConfig.Text text) {
        Optional<Template> path = text.fromFile().flatMap(MetadataConfig.FromFile::path);
        return path.map(file -> new Derived(content(file), context.inspection()).value())
                .orElseGet(() -> text(text.text()));
    }

    private String content(Template path) {
        String name = path.render(context, problems);
        try {
            return new String(files.read(name), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            problems.error(path.location(), "could not read '" + name + "': " + Reason.of(failed));
            return "";
        }
    }
}
