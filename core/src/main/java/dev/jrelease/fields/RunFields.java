package dev.jrelease.fields;

import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.facts.MachineFacts;
import dev.jrelease.fields.TemplateField.From;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The names that are known before the repository is read. {@code env} and {@code git} of the configuration see them.
 */
record RunFields(ReleaseConfig config, MachineFacts premises) {
    static final List<From<RunFields>> ALL = List.of(
            field(
                    "Date",
                    "when the run began: `2006-01-02T15:04:05Z`",
                    run -> DateTimeFormatter.ISO_INSTANT.format(
                            run.premises.now().truncatedTo(ChronoUnit.SECONDS))),
            field(
                    "Timestamp",
                    "the same in seconds since 1970",
                    run -> run.premises.now().getEpochSecond()),
            field("Now", "the same as a time: `{{ .Now.Format \"2006\" }}`", run -> run.premises.now()),
            field("IsSnapshot", "whether this is a snapshot", run -> run.premises.snapshot()),
            field("IsRelease", "the opposite", run -> !run.premises.snapshot()),
            field(
                    "IsDraft",
                    "the value of `release.draft`",
                    run -> run.config.section(ReleaseNames.SECTION).isDraft()),
            field("IsNightly", "`false`: there are no nightly releases here", run -> false),
            field("IsSingleTarget", "always `false`", run -> false),
            field("IsMerging", "always `false`", run -> false),
            field("Dist", "the folder for results", run -> run.config.project().distFolder()),
            field(
                    "Runtime",
                    "the platform of this host: `{{ .Runtime.Goos }}`, `{{ .Runtime.Goarch }}`",
                    RunFields::runtime));

    private static final Map<String, String> NOT_YET = notYet();

    private static From<RunFields> field(String name, String meaning, Function<RunFields, Object> value) {
        return new From<>(name, meaning, value);
    }

    private Map<String, String> runtime() {
        return Map.of("Goos", premises.host().os(), "Goarch", premises.host().architecture());
    }

    /** Adds these names to the context, and explains why the others have no value yet. */
    TemplateContext addTo(TemplateContext context) {
        Map<String, Object> known = new LinkedHashMap<>();
        for (From<RunFields> field : ALL) {
            known.put(field.name(), field.value().apply(this));
        }
        config.project()
                .projectName()
                .filter(Template::isLiteral)
                .map(Template::source)
                .filter(Predicate.not(String::isEmpty))
                .ifPresent(name -> known.put("ProjectName", name));
        return context.with(known).lacking(NOT_YET);
    }

    /** The names that are known after the repository was read. */
    static List<String> later() {
        return Stream.concat(
                        ReleaseFields.ALL.stream().map(From::name),
                        TemplateFields.NAMED.stream().map(TemplateField::name))
                .toList();
    }

    private static Map<String, String> notYet() {
        Map<String, String> reasons = new HashMap<>(UnsupportedFields.REASONS);
        ReleaseFields.ALL.forEach(field -> reasons.put(field.name(), "'env' and 'git' are read before the repository"));
        TemplateFields.NAMED.forEach(field -> reasons.put(field.name(), "it is determined after 'env' was read"));
        return Map.copyOf(reasons);
    }
}
