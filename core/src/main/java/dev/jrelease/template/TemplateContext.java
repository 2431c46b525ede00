package dev.jrelease.template;

import dev.jrelease.template.function.BranchCheck;
import dev.jrelease.template.function.EvaluationContext;
import dev.jrelease.template.function.FileAccess;
import dev.jrelease.template.function.Releases;
import dev.jrelease.template.function.SecretValues;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names and values for rendering a template. Immutable.
 *
 * <p>A value is text, a {@link dev.jrelease.template.text.Rendered}, a number, true or false, a list, a map, an {@link
 * java.time.Instant}, an object with {@link dev.jrelease.template.function.Fields fields}, or a {@link
 * java.util.function.Supplier} of these, which is called when the name is used. The case of a name's first letter does
 * not count.
 */
public final class TemplateContext implements EvaluationContext {
    private static final int DEEPEST = 4;
    private static final TemplateContext EMPTY = new TemplateContext(
            Map.of(),
            null,
            new Outside(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), new SecretValues()));

    /** The names that were added last; the others are in the context that they were added to. */
    private final Map<String, Named> own;

    private final @Nullable TemplateContext base;
    private final int depth;
    private final Outside outside;

    private record Named(String name, Object value) {}

    /** The values that are not names. */
    private record Outside(
            Optional<FileAccess> files,
            Optional<Releases> releases,
            Optional<BranchCheck> branchCheck,
            Map<String, String> lacking,
            SecretValues secrets) {}

    private TemplateContext(Map<String, Named> own, @Nullable TemplateContext base, Outside outside) {
        this.own = own;
        this.base = base;
        this.depth = base == null ? 0 : base.depth + 1;
        this.outside = outside;
    }

    public static TemplateContext of(Map<String, ?> values) {
        return EMPTY.with(values);
    }

    /** The same with one value added or replaced. */
    public TemplateContext with(String name, Object value) {
        return with(Map.of(name, value));
    }

    /** The same with these values added or replaced. */
    public TemplateContext with(Map<String, ?> more) {
        boolean deep = depth == DEEPEST;
        Map<String, Named> added = deep ? all() : new LinkedHashMap<>();
        more.forEach((name, value) -> added.put(folded(name), new Named(name, value)));
        return new TemplateContext(added, deep ? null : this, outside);
    }

    private TemplateContext with(Outside other) {
        return new TemplateContext(own, base, other);
    }

    private Map<String, Named> all() {
        Map<String, Named> all = base == null ? new LinkedHashMap<>() : base.all();
        all.putAll(own);
        return all;
    }

    /** The same with files for templates to read. */
    public TemplateContext withFiles(FileAccess files) {
        return with(new Outside(
                Optional.of(files), outside.releases, outside.branchCheck, outside.lacking, outside.secrets));
    }

    /** The same with the versions for {@code isNewest}. */
    public TemplateContext withReleases(Releases releases) {
        return with(new Outside(
                outside.files, Optional.of(releases), outside.branchCheck, outside.lacking, outside.secrets));
    }

    /** The same for a check: all branches of templates are evaluated. */
    public TemplateContext checkedBy(BranchCheck check) {
        return with(new Outside(outside.files, outside.releases, Optional.of(check), outside.lacking, outside.secrets));
    }

    /** The same with reasons why some names have no value here. */
    public TemplateContext lacking(Map<String, String> reasons) {
        return with(new Outside(
                outside.files, outside.releases, outside.branchCheck, Map.copyOf(reasons), outside.secrets));
    }

    /** The same with these secret values. */
    public TemplateContext withSecrets(SecretValues secrets) {
        return with(new Outside(outside.files, outside.releases, outside.branchCheck, outside.lacking, secrets));
    }

    @Override
    public Optional<Object> value(String name) {
        String folded = folded(name);
        for (TemplateContext context = this; context != null; context = context.base) {
            Named found = context.own.get(folded);
            if (found != null) {
                return Optional.of(found.value());
            }
        }
        return Optional.empty();
    }

    @Override
    public Collection<String> names() {
        return all().values().stream().map(Named::name).toList();
    }

    @Override
    public Optional<FileAccess> files() {
        return outside.files;
    }

    @Override
    public Optional<BranchCheck> branchCheck() {
        return outside.branchCheck;
    }

    @Override
    public Optional<Releases> releases() {
        return outside.releases;
    }

    @Override
    public SecretValues secrets() {
        return outside.secrets;
    }

    @Override
    public Optional<String> lacks(String name) {
        String folded = folded(name);
        return outside.lacking.entrySet().stream()
                .filter(reason -> folded(reason.getKey()).equals(folded))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String folded(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
