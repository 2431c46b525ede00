package dev.jrelease.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.failure.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The whole configuration, typed section by section. Immutable. */
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

    /** What the file says for a section; where it says nothing, the section's defaults. */
    public <C> C section(Section<C> section) {
        Object bound = sections.get(section);
        if (bound == null) {
            throw new IllegalArgumentException("the section " + section.keys() + " was not loaded");
        }
        return section.type().cast(bound);
    }

    /** What the file says of the project as a whole. */
    public ProjectConfig project() {
        return section(ProjectConfig.SECTION);
    }

    /** Everything that the file says together with those that it includes, however they are laid out. */
    public ObjectNode content() {
        return content.json();
    }

    /** Whether a place is in a file of GoReleaser's, which may ask for more than is done here. */
    public boolean isLenient(Location place) {
        return lenient.test(place);
    }

    /** Every section with what the file says for it, for people. */
    @Override
    public String toString() {
        return sections.values().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    /** The file it was read from. */
    public ConfigFile file() {
        return file;
    }
}
