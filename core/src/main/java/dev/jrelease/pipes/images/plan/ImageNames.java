package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.ImageReference;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.entry.Naming;
import dev.jrelease.template.Derived;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns templates of names into names. Templates that render empty name nothing, as in GoReleaser. */
final class ImageNames {
    private final Planning planning;
    private final Problems problems;
    private final FloatingTags floating;
    private final VersionedRepositories versioned;
    private final List<Template> unknown = new ArrayList<>();
    private final Set<String> guessed = new LinkedHashSet<>();
    private final Map<ImageReference, LeftOut> leftOut = new LinkedHashMap<>();

    ImageNames(Planning planning) {
        this.planning = planning;
        this.problems = planning.problems();
        this.versioned = new VersionedRepositories(planning);
        this.floating = new FloatingTags(
                planning.version(),
                planning.facts().git().state().commit(),
                planning.facts().git().state().shortCommit());
    }

    /** Names to publish one image under, each once however it is spelled. */
    List<ImageName> all(List<Template> templates, TemplateContext context) {
        Map<ImageReference, ImageName> names = new LinkedHashMap<>();
        for (Template template : templates) {
            published(template, context).ifPresent(name -> names.putIfAbsent(name.reference(), name));
        }
        return List.copyOf(names.values());
    }

    /** Takes note of what would be named so, as far as that is known: it is left out, and why. */
    void leaveOut(Naming naming, TemplateContext context, LeftOut why) {
        texts(naming, context)
                .flatMap(text -> reference(text).stream())
                .forEach(reference -> leftOut.putIfAbsent(reference, why));
    }

    private static Stream<String> texts(Naming naming, TemplateContext context) {
        return switch (naming) {
            case Naming.Separate(List<Template> names) -> texts(names, context);
            case Naming.Together(List<Template> images, List<Template> tags) ->
                texts(images, context).flatMap(image -> texts(tags, context).map(tag -> image + ":" + tag));
        };
    }

    private static Stream<String> texts(List<Template> templates, TemplateContext context) {
        return templates.stream()
                .flatMap(template -> template.filled(context, new Problems()).stream())
                .map(String::strip);
    }

    private static Optional<ImageReference> reference(String text) {
        try {
            return Optional.of(ImageReference.parse(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Why what has this name is left out. */
    Optional<LeftOut> leftOut(ImageName name) {
        return Optional.ofNullable(leftOut.get(name.reference()));
    }

    /** Takes note that what these templates name will never be known. */
    void forgo(List<Template> templates) {
        unknown.addAll(templates);
    }

    private static String beginning(String source) {
        int hole = source.indexOf("{{");
        return hole < 0 ? source : source.substring(0, hole);
    }

    /** What could be this name, of those that are not known, as far as their templates are without holes. */
    Optional<Location> unknown(ImageName name) {
        return unknown.stream()
                .filter(template -> name.text().startsWith(beginning(template.source())))
                .map(Template::location)
                .findFirst();
    }

    /** The text of a name, or of a part of it; absent if it cannot be filled in, which is told. */
    Optional<String> filled(Template template, TemplateContext context) {
        Optional<Derived> text = template.derived(context, problems);
        text.filter(Derived::isGuess).ifPresent(_ -> guessed.add(template.source()));
        return text.map(Derived::text);
    }

    /** Whether what a template says is a whole branch of a name that depends on something made up. */
    boolean mayBeGuessed(Template template) {
        Pattern branch = Pattern.compile("\\{\\{-?\\s*(?:if|else)\\b[^}]*}}\\s*" + Pattern.quote(template.source())
                + "\\s*\\{\\{-?\\s*(?:else|end)\\b");
        return guessed.stream().anyMatch(source -> branch.matcher(source).find());
    }

    /** A name to publish something under: a digest cannot be chosen. */
    Optional<ImageName> published(Template template, TemplateContext context) {
        if (filled(template, context).isEmpty()) {
            forgo(List.of(template));
        }
        Optional<ImageName> name = one(template, context);
        name.filter(pinned -> pinned.reference().digest().isPresent())
                .ifPresent(pinned -> problems.error(
                        template.location(),
                        "'" + pinned.text() + "' names a digest, which nothing can be published under",
                        "leave out what begins with @"));
        name.ifPresent(this::warnOfHost);
        name.ifPresent(known -> versioned.report(known.reference(), template));
        return name;
    }

    /** As in Docker, {@code Acme/hello} is {@code hello} at the host {@code Acme}. */
    private void warnOfHost(ImageName name) {
        String host = name.reference().registry();
        if (!host.equals(host.toLowerCase(Locale.ROOT)) && host.indexOf('.') < 0 && host.indexOf(':') < 0) {
            problems.warning(
                    name.location(),
                    "'" + host + "' in " + name.text() + " is taken for a registry, since it is not lower case",
                    "names at Docker Hub are lower case; tolower makes them so");
        }
    }

    /** The name, unless it is empty, or could not be filled in, or no registry would accept it. */
    Optional<ImageName> one(Template template, TemplateContext context) {
        return template.filled(context, problems)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> named(text, template));
    }

    /** Whether a registry would accept a repository to publish to. */
    boolean isRepository(String text, Template template) {
        Optional<ImageName> name = named(text + ":latest", template);
        name.ifPresent(known -> versioned.report(known.reference(), template));
        return name.isPresent();
    }

    /** The name, unless no registry would accept it. */
    Optional<ImageName> named(String text, Template template) {
        Location location = template.location();
        try {
            ImageReference reference = ImageReference.parse(text);
            boolean hasTag = text.indexOf(':', text.lastIndexOf('/') + 1) >= 0;
            String full = hasTag ? text : text + ":" + reference.manifestKey();
            boolean moves = floating.isFloating(reference.manifestKey());
            return Optional.of(new ImageName(full, reference, moves, location));
        } catch (IllegalArgumentException refused) {
            String message = String.valueOf(refused.getMessage());
            if (message.contains("lower case") && !template.isLiteral()) {
                problems.error(location, message, "tolower makes it so: {{ tolower .Env.NAME }}");
            } else if (text.contains("+") && planning.version().contains("+")) {
                problems.error(location, message, withoutPlus());
            } else {
                problems.error(location, message);
            }
            return Optional.empty();
        }
    }

    private String withoutPlus() {
        Optional<Template> made = planning.project().snapshot().versionTemplate();
        String whose = planning.options().snapshot() && made.isPresent()
                ? "the one of " + planning.version() + " comes from snapshot.version_template"
                : "the version is " + planning.version();
        return whose + "; {{ replace .Version `+` `-` }} is without";
    }
}
