package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.MeantName;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.entry.NameTemplates;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.text.SearchPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders templates to names. An empty result is not a name, as in GoReleaser. */
final class ImageNames {

    private static final SearchPattern FIELD = SearchPattern.of("\\{\\{ ?(\\.[A-Za-z][A-Za-z0-9_.]{0,60}) ?\\}\\}");

    private final Planning planning;
    private final Problems problems;
    private final ReleaseWords release;
    private final List<Template> unknown = new ArrayList<>();
    private final Map<ImageName, Location> leftOut = new LinkedHashMap<>();
    private final List<ImageName> possible = new ArrayList<>();

    ImageNames(Planning planning) {
        this.planning = planning;
        this.problems = planning.problems();
        this.release = new ReleaseWords(
                planning.version(),
                planning.facts().commit(),
                planning.facts().git().state().shortCommit());
    }

    /** The names of one image, each once in whatever spelling. */
    List<ImageName> all(List<Template> templates, TemplateContext context) {
        Map<ImageReference, ImageName> names = new LinkedHashMap<>();
        for (Template template : templates) {
            published(template, context).ifPresent(name -> names.putIfAbsent(name.reference(), name));
        }
        return List.copyOf(names.values());
    }

    /** Records the names of something that is left out, and the line that leaves it out. */
    void leaveOut(NameTemplates nameTemplates, TemplateContext context, Location by) {
        texts(nameTemplates, context)
                .flatMap(text -> name(text, by).stream())
                .forEach(name -> leftOut.putIfAbsent(name, by));
    }

    /** Records names that something may have. */
    void addPossible(List<ImageName> names) {
        possible.addAll(names);
    }

    private static Stream<Rendered> texts(NameTemplates nameTemplates, TemplateContext context) {
        return switch (nameTemplates) {
            case NameTemplates.Separate(List<Template> names) -> texts(names, context);
            case NameTemplates.Together(List<Template> images, List<Template> tags, var _) ->
                texts(images, context)
                        .flatMap(image -> texts(tags, context)
                                .map(tag -> image.plus(Rendered.of(":")).plus(tag)));
        };
    }

    private static Stream<Rendered> texts(List<Template> templates, TemplateContext context) {
        return templates.stream()
                .flatMap(template -> template.rendered(context, new Problems()).stream())
                .map(Rendered::strip);
    }

    private Optional<ImageName> name(Rendered text, Location location) {
        return named(text, Template.literal("", location), new Problems());
    }

    /** The line that leaves out an image with this name. */
    Optional<Location> leftOut(ImageName name) {
        return leftOut.entrySet().stream()
                .filter(left -> left.getKey().reference().equals(name.reference()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether something may exist whose name is not known enough to plan it. */
    boolean arePossible() {
        return !possible.isEmpty();
    }

    /** Whether something with unknown parts in its name may have this name. */
    boolean isPossible(ImageName name) {
        return Stream.concat(possible.stream(), leftOut.keySet().stream()).anyMatch(name::mayEqual);
    }

    /** Records templates whose names cannot be known. */
    void addUnknown(List<Template> templates) {
        unknown.addAll(templates);
    }

    private static String beginning(String source) {
        int hole = source.indexOf("{{");
        return hole < 0 ? source : source.substring(0, hole);
    }

    /** The template that may give this name, of those that are unknown, by its literal parts. */
    Optional<Location> unknown(ImageName name) {
        return unknown.stream()
                .filter(template -> name.text().startsWith(beginning(template.source())))
                .map(Template::location)
                .findFirst();
    }

    /** A name to publish; a digest is not allowed. */
    Optional<ImageName> published(Template template, TemplateContext context) {
        Optional<Rendered> text = template.rendered(context, problems);
        if (text.isEmpty()) {
            addUnknown(List.of(template));
        }
        Optional<ImageName> name = one(text, template);
        name.filter(ImageName::isPinned)
                .ifPresent(pinned -> problems.error(
                        template.location(),
                        "'" + pinned.text() + "' contains a digest, under which nothing can be published",
                        "remove the part from @ on"));
        name.filter(whole -> whole.name().isKnown()).ifPresent(this::warnOfHost);
        name.filter(ImageName::hasKnownRepository).ifPresent(known -> warnOfVersion(known, template));
        return name;
    }

    /**
     * Warns if the repository contains the version, where a colon is probably missing. Literal text does not change
     * from version to version.
     */
    private void warnOfVersion(ImageName name, Template template) {
        if (!template.isLiteral() && release.isIn(name.reference().repository())) {
            problems.warning(
                    template.location(),
                    "'" + template + "' gives a new repository for each version",
                    "put the version into the tag, after a colon");
        }
    }

    /** Whether upper-case letters in a name can only come from a template. */
    private static boolean isWrittenInLowerCase(String source) {
        String written = withoutActions(source);
        String name = written.substring(0, endOfName(written));
        return name.equals(name.toLowerCase(Locale.ROOT));
    }

    private static String withoutActions(String source) {
        StringBuilder rest = new StringBuilder();
        int done = 0;
        for (int start = source.indexOf("{{"); start >= 0; start = source.indexOf("{{", done)) {
            int end = source.indexOf("}}", start + 2);
            if (end < 0) {
                break;
            }
            rest.append(source, done, start);
            done = end + 2;
        }
        return rest.append(source, done, source.length()).toString();
    }

    /** As in Docker, {@code Acme/hello} is {@code hello} at the host {@code Acme}. */
    private void warnOfHost(ImageName name) {
        String host = name.reference().registry();
        if (!host.equals(host.toLowerCase(Locale.ROOT)) && host.indexOf('.') < 0 && host.indexOf(':') < 0) {
            problems.warning(
                    name.location(),
                    "'" + host + "' in " + name.text() + " is read as a registry, because it is not lower case",
                    "names at Docker Hub are lower case; convert them with tolower");
        }
    }

    /** The name; empty if it is empty, invalid, or could not be rendered. */
    Optional<ImageName> one(Template template, TemplateContext context) {
        return one(template.rendered(context, problems), template);
    }

    private Optional<ImageName> one(Optional<Rendered> rendered, Template template) {
        return rendered.map(Rendered::strip).filter(text -> !text.isEmpty()).flatMap(text -> named(text, template));
    }

    /** Whether the text is a valid repository. */
    boolean isRepository(Rendered text, Template template) {
        Optional<ImageName> name = named(text.isKnown() ? text : text.plus(Rendered.of(":latest")), template);
        name.filter(ImageName::hasKnownRepository).ifPresent(known -> warnOfVersion(known, template));
        return name.isPresent();
    }

    /** The name; empty if it is invalid. */
    Optional<ImageName> named(Rendered text, Template template) {
        return named(text, template, problems);
    }

    private Optional<ImageName> named(Rendered name, Template template, Problems reported) {
        Location location = template.location();
        try {
            ImageReference reference = name.isKnown() ? ImageReference.parse(name.toString()) : unknown(name);
            Moves moves = release.isFloating(reference.manifestKey()) ? Moves.FORWARD : Moves.NEVER;
            return Optional.of(new ImageName(tagged(name, reference), reference, Access.STRICT, moves, location));
        } catch (IllegalArgumentException refused) {
            String message = String.valueOf(refused.getMessage());
            String source = template.source();
            if (message.contains("must be lower case")) {
                reported.error(
                        location,
                        message,
                        isWrittenInLowerCase(source)
                                ? Optional.of("convert it: {{ tolower " + field(source) + " }}")
                                : MeantName.lowerCase(source));
            } else if (name.indexOf('+') >= 0 && planning.version().contains("+")) {
                reported.error(location, message, withoutPlus());
            } else {
                reported.error(location, message, MeantName.hint(source).or(() -> MeantName.hint(name.toString())));
            }
            return Optional.empty();
        }
    }

    /** The field that gives a part of the name, if there is only one. */
    private static String field(String source) {
        List<String> fields = FIELD.all(source.substring(0, endOfName(source)))
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return fields.size() == 1 ? fields.getFirst() : ".Env.NAME";
    }

    /** The tag begins after the last colon behind the last slash. */
    private static int endOfName(String source) {
        int tag = source.indexOf(':', source.lastIndexOf('/') + 1);
        return tag < 0 ? source.length() : tag;
    }

    private static ImageReference unknown(Rendered text) {
        UnknownName name = new UnknownName(text);
        name.refusal().ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return name.reference();
    }

    /** The name as the configuration spells it, with its default tag. */
    private static Rendered tagged(Rendered name, ImageReference reference) {
        boolean complete = !name.isKnown() || name.lastIndexOf(':') > name.lastIndexOf('/') || name.indexOf('@') >= 0;
        return complete ? name : name.plus(Rendered.of(":" + reference.manifestKey()));
    }

    private String withoutPlus() {
        Optional<Template> made = planning.project().snapshot().versionTemplate();
        String whose = planning.options().snapshot() && made.isPresent()
                ? "the one of " + planning.version() + " comes from snapshot.version_template"
                : "the version is " + planning.version();
        return whose + "; {{ replace .Version `+` `-` }} is without";
    }
}
