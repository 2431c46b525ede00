package dev.jrelease.template;

import dev.jrelease.template.function.FileAccess;
import dev.jrelease.template.function.Inspection;
import dev.jrelease.template.function.Surroundings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What templates are filled in with: names and their values. Immutable.
 *
 * <p>A value is text, a number, true or false, a list, a map, an {@link java.time.Instant}, something with {@link
 * dev.jrelease.template.function.Fields parts} of its own, or a {@link java.util.function.Supplier} of these, which is
 * asked when the name is used. The case of a name's first letter does not count.
 */
public final class TemplateContext implements Surroundings {
    private static final TemplateContext EMPTY = new TemplateContext(Map.of(), Optional.empty(), Optional.empty());

    private final Map<String, Named> values;
    private final Optional<FileAccess> files;
    private final Optional<Inspection> inspection;

    private record Named(String name, Object value) {}

    private TemplateContext(Map<String, Named> values, Optional<FileAccess> files, Optional<Inspection> inspection) {
        this.values = values;
        this.files = files;
        this.inspection = inspection;
    }

    public static TemplateContext empty() {
        return EMPTY;
    }

    public static TemplateContext of(Map<String, ?> values) {
        return EMPTY.with(values);
    }

    /** The same with one more value, or another one for the name. */
    public TemplateContext with(String name, Object value) {
        return with(Map.of(name, value));
    }

    /** The same with more values, or others for the names. */
    public TemplateContext with(Map<String, ?> more) {
        Map<String, Named> all = new LinkedHashMap<>(values);
        more.forEach((name, value) -> all.put(folded(name), new Named(name, value)));
        return new TemplateContext(all, files, inspection);
    }

    /** The same with files that templates may read. */
    public TemplateContext withFiles(FileAccess access) {
        return new TemplateContext(values, Optional.of(access), inspection);
    }

    /** The same, to look at templates as a whole: names are looked for also in what is not written now. */
    public TemplateContext inspectedBy(Inspection by) {
        return new TemplateContext(values, files, Optional.of(by));
    }

    @Override
    public Optional<Object> value(String name) {
        return Optional.ofNullable(values.get(folded(name))).map(Named::value);
    }

    @Override
    public Collection<String> names() {
        return values.values().stream().map(Named::name).toList();
    }

    @Override
    public Optional<FileAccess> files() {
        return files;
    }

    @Override
    public Optional<Inspection> inspection() {
        return inspection;
    }

    private static String folded(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
