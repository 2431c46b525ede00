package dev.jrelease.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.failure.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A loaded configuration, by section. Immutable. */
public final class ReleaseConfig {
    private final ConfigFile file;
    private final Predicate<Location> lenient;
    private final Map<Section<?>, Object> sections;
    private final ConfigContent content;

    ReleaseConfig(
            ConfigFile file, Predicate<Location> lenient, Map<Section<?>, Object> sections, ConfigContent content) {
        this.content = content;
        this.file = file;
        this.lenient = lenient;
        this.sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    }

    /** The values of a section, or its defaults. */
    public <C> C section(Section<C> section) {
        Object bound = sections.get(section);
        if (bound == null) {
            throw new IllegalArgumentException("the section " + section.keys() + " was not loaded");
        }
        return section.type().cast(bound);
    }

    /** The keys about the project as a whole. */
    public ProjectConfig project() {
        return section(ProjectConfig.SECTION);
    }

    /** The merged content of the file and its includes, independent of layout. */
    public ObjectNode content() {
        return content.json();
    }

    /** Whether a location is in a GoReleaser file, in which some keys are only warnings. */
    public boolean isLenient(Location place) {
        return lenient.test(place);
    }

    /** Every section with its values, for debugging. */
    @Override
    public String toString() {
        return sections.values().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    /** The main file. */
    public ConfigFile file() {
        return file;
    }
}
