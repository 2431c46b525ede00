package dev.jrelease.config.yaml;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads a file of YAML that holds one mapping. */
public final class YamlReader {
    private static final int LARGEST = 1 << 20;
    private static final String QUOTES = "put quotes around a value that begins with {{";

    private final SourceText source;
    private final Problems problems;

    private YamlReader(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The file's mapping; absent if there is none, which is then told. */
    public static Optional<MappingNode> read(SourceText source, Problems problems) {
        return new YamlReader(source, problems).read();
    }

    private Optional<MappingNode> read() {
        if (source.text().length() > LARGEST) {
            problems.error(source.start(), "the file is larger than " + (LARGEST >> 20) + " MiB");
            return Optional.empty();
        }
        try {
            return compose();
        } catch (MarkedYamlEngineException wrong) {
            tell(source.of(wrong.getProblemMark().or(wrong::getContextMark)), wrong.getProblem());
        } catch (ReaderException wrong) {
            String letter = String.format(Locale.ROOT, "U+%04X", wrong.getCodePoint());
            tell(source.ofCharacter(wrong.getPosition()), "the character " + letter + " cannot stand in it");
        } catch (YamlEngineException wrong) {
            tell(source.start(), String.valueOf(wrong.getMessage()));
        }
        return Optional.empty();
    }

    private Optional<MappingNode> compose() {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setLabel(source.name())
                .setSchema(new FailsafeSchema())
                .setCodePointLimit(LARGEST)
                // how much aliases may add is counted where the nodes are bound
                .setMaxAliasesForCollections(Integer.MAX_VALUE)
                .setAllowNonScalarKeys(true)
                .build();
        StreamReader characters = new StreamReader(settings, source.text());
        Composer documents = new Composer(settings, new LimitedParser(new ParserImpl(settings, characters)));
        if (!documents.hasNext()) {
            problems.error(source.start(), "the file is empty");
            return Optional.empty();
        }
        Node root = documents.next();
        if (documents.hasNext()) {
            problems.error(source.of(documents.next()), "the file holds more than one document");
        }
        return mapping(root);
    }

    private Optional<MappingNode> mapping(Node root) {
        if (root instanceof MappingNode mapping) {
            return Optional.of(mapping);
        }
        if (isNull(root)) {
            problems.error(source.start(), "the file is empty");
        } else {
            problems.error(source.of(root), "a configuration is made of keys and values", "write key: value");
        }
        return Optional.empty();
    }

    /** Whether a node is YAML's nothing: {@code key:}, {@code key: ~}, {@code key: null}. */
    public static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && switch (scalar.getValue()) {
                    case "", "~", "null", "Null", "NULL" -> true;
                    default -> false;
                };
    }

    private void tell(Location place, String why) {
        String line = source.line(place.line());
        String message = "this is not YAML: " + inOurWords(why);
        if (line.stripTrailing().matches("\\s*\\t.*")) {
            problems.error(place, message, "indent with spaces, not with tabs");
        } else if (line.contains("{{")) {
            problems.error(place, message, QUOTES);
        } else {
            problems.error(place, message);
        }
    }

    /** The parser's words: its sentences begin and end in several ways. */
    private static String inOurWords(String why) {
        if (why.contains("(TAB)")) {
            return "a tab cannot stand here";
        }
        String line = why.lines().findFirst().orElse("it cannot be read").strip();
        String open = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        return open.isEmpty() ? open : open.substring(0, 1).toLowerCase(Locale.ROOT) + open.substring(1);
    }
}
