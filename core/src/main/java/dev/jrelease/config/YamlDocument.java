package dev.jrelease.config;

import dev.jrelease.config.bind.BindingContext;
import dev.jrelease.config.bind.RecordBinder;
import dev.jrelease.config.bind.SourceFile;
import dev.jrelease.config.yaml.SourceText;
import dev.jrelease.config.yaml.YamlReader;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Partials;

/** A YAML file that is no configuration of a release, such as one of another tool. */
public final class YamlDocument {
    private YamlDocument() {}

    /** Binds a file as a whole; never fails. Problems are collected, with their place in the file. */
    public static <C> C bind(ConfigFile file, Class<C> type, Problems problems) {
        SourceText text = new SourceText(file.name(), file.text());
        BindingContext context = new BindingContext(problems);
        context.add(new SourceFile(text, Partials.none(), false));
        RecordBinder binder = new RecordBinder(context);
        return YamlReader.read(text, false, problems)
                .map(mapping -> binder.bindWhole(type, mapping))
                .orElseGet(() -> binder.absent(type, text.start()));
    }
}
