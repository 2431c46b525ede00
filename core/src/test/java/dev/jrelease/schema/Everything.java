package dev.jrelease.schema;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Alias;
import dev.jrelease.config.bind.DeprecatedKey;
import dev.jrelease.config.bind.DeprecatedNames;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.FromScalar;
import dev.jrelease.config.bind.IgnoresOtherKeys;
import dev.jrelease.config.bind.Key;
import dev.jrelease.config.bind.LazilyBound;
import dev.jrelease.config.bind.Located;
import dev.jrelease.config.bind.OneOf;
import dev.jrelease.config.bind.OneOrMany;
import dev.jrelease.config.bind.Pairs;
import dev.jrelease.config.bind.Required;
import dev.jrelease.config.bind.Unsupported;
import dev.jrelease.failure.Location;
import dev.jrelease.image.Platform;
import dev.jrelease.image.RegistryPath;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A section with every kind of key that there can be, so that none is tried only once a record has it. */
@Description("Has everything.")
@Unsupported(key = "nothing", why = "there is everything")
record Everything(
        Location location,
        @Required @Alias("pseudonym") @Example("word") Template name,
        @DeprecatedNames({"former", "oldest"}) Optional<String> today,
        @Key("if") Condition condition,
        boolean truth,
        Optional<Boolean> maybe,
        int number,
        Optional<Located<Integer>> large,
        Duration time,
        Optional<Platform> platform,
        Optional<RegistryPath> registry,
        Use use,
        @OneOf({"docker", "word"}) Optional<String> choice,
        @OneOrMany List<Use> uses,
        @OneOrMany List<Platform> platforms,
        @OneOrMany List<Brief> forms,
        Map<String, List<Template>> matrix,
        Map<String, Brief> named,
        Map<Template, Template> labels,
        @Pairs List<Template> pairs,
        Optional<LazilyBound<Template>> later,
        Optional<Nested> nested,
        @OneOrMany List<Nested> more,
        @DeprecatedKey("today") Optional<Condition> yesterday,
        Optional<Loose> loose,
        @Required @Example("{}") Loose needed) {

    static final Section<Everything> SECTION = Section.under("everything", Everything.class);

    /** A few words. */
    enum Use {
        DOCKER,
        BUILD_KIT
    }

    /** Written at length, or as one value. */
    @FromScalar("use")
    record Brief(@DeprecatedNames("usage") Use use, Optional<Template> text) {}

    /** Its single value is that of a record that has one, too. */
    @FromScalar("brief")
    record Nested(Optional<Brief> brief, Optional<String> other) {}

    /** Takes what it knows. */
    @IgnoresOtherKeys
    record Loose(Optional<Condition> only) {}
}
