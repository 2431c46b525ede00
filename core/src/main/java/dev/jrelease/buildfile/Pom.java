package dev.jrelease.buildfile;

import dev.jrelease.text.SearchPattern;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a POM says by itself, without its parents.
 *
 * @param version its own, or else that of its parent; as it is written
 * @param modules of the build, without those of profiles
 * @param properties by name, with those that Maven derives from the elements
 * @param plugins the artifact ids of plugins, with those of profiles
 * @param dependencies the artifact ids of dependencies and of the parent
 * @param mainClass the first one that a plugin or a property names
 * @param nativePlugin the plugin that makes an executable in place of a jar
 */
public record Pom(
        String artifactId,
        Optional<String> version,
        String packaging,
        List<String> modules,
        Map<String, String> properties,
        List<String> plugins,
        List<String> dependencies,
        Optional<String> mainClass,
        Optional<NativePlugin> nativePlugin) {
    public static final String FILE = "pom.xml";

    private static final SearchPattern EXPRESSION = SearchPattern.of("\\$\\{([^{}]{1,200})\\}");
    private static final List<List<String>> PLUGINS = List.of(
            List.of("build", "plugins", "plugin"), List.of("profiles", "profile", "build", "plugins", "plugin"));
    private static final int DEEPEST = 20;

    public Pom {
        modules = List.copyOf(modules);
        properties = Map.copyOf(properties);
        plugins = List.copyOf(plugins);
        dependencies = List.copyOf(dependencies);
    }

    /**
     * Reads a POM.
     *
     * @throws IOException if it is not one
     */
    public static Pom parse(String text) throws IOException {
        PomElement root = PomElement.parse(text);
        Map<String, String> properties = new LinkedHashMap<>();
        root.all("properties", "*").forEach(property -> properties.put(property.name(), property.text()));
        Optional<String> version = root.first("version").or(() -> root.first("parent", "version"));
        String artifactId = root.first("artifactId").orElseThrow(() -> new IOException("it has no artifactId"));
        version.ifPresent(own -> properties.put("project.version", own));
        properties.put("project.artifactId", artifactId);
        root.first("parent", "version").ifPresent(parent -> properties.put("project.parent.version", parent));
        return new Pom(
                artifactId,
                version,
                root.first("packaging").orElse("jar"),
                texts(root, "modules", "module"),
                properties,
                names(root, PLUGINS),
                names(root, List.of(List.of("parent"), List.of("dependencies", "dependency"))),
                root.anywhere("mainClass")
                        .or(() -> root.first("properties", "start-class"))
                        .or(() -> root.first("properties", "exec.mainClass")),
                NativePlugin.of(root));
    }

    private static List<String> texts(PomElement root, String... path) {
        return root.all(path).stream().map(PomElement::text).toList();
    }

    private static List<String> names(PomElement root, List<List<String>> paths) {
        return paths.stream()
                .flatMap(path -> root.all(path.toArray(String[]::new)).stream())
                .flatMap(element -> element.first("artifactId").stream())
                .toList();
    }

    /** The same with the properties and plugins of the POM above, which it inherits. */
    public Pom below(Pom above) {
        Map<String, String> all = new LinkedHashMap<>(above.properties);
        all.putAll(properties);
        return new Pom(
                artifactId,
                version,
                packaging,
                modules,
                all,
                Stream.concat(above.plugins.stream(), plugins.stream()).toList(),
                dependencies,
                mainClass,
                nativePlugin);
    }

    /** Whether a dependency, or the parent, has this artifact id, or one that begins with it. */
    public boolean uses(String beginning) {
        return dependencies.stream().anyMatch(name -> name.startsWith(beginning));
    }

    /**
     * A text with the values of properties; empty if one is not known here.
     *
     * @param given properties of the command line
     */
    public Optional<String> resolved(String text, Map<String, String> given) {
        String filled = text;
        for (int i = 0; i < DEEPEST && filled.contains("${"); i++) {
            filled = EXPRESSION.replace(
                    filled, found -> value(found.group(1), given).orElse(found.group()));
        }
        return filled.contains("${") ? Optional.empty() : Optional.of(filled);
    }

    private Optional<String> value(String name, Map<String, String> given) {
        return Optional.ofNullable(given.get(name)).or(() -> Optional.ofNullable(properties.get(name)));
    }
}
