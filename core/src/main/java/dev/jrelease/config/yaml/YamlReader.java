package dev.jrelease.config.yaml;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.Problems;
import dev.jrelease.text.LinearPattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads a YAML file that contains one mapping. */
public final class YamlReader {
    /** The maximum size of a file in bytes. */
    public static final int LARGEST = 1 << 20;

    private static final LinearPattern DIRECTIVE =
            LinearPattern.of("\\s*+\\{\\{-?\\s*+([#^/>]|(if|else|end|range|with|define|block|template)\\b)");

    private final SourceText source;
    private final boolean lenient;
    private final Problems problems;

    private YamlReader(SourceText source, boolean lenient, Problems problems) {
        this.source = source;
        this.lenient = lenient;
        this.problems = problems;
    }

    /**
     * The mapping of the file, empty if the file is; no mapping after an error, which is reported.
     *
     * @param lenient whether further documents are only a warning: GoReleaser does not read them
     */
    public static Optional<MappingNode> read(SourceText source, boolean lenient, Problems problems) {
        return new YamlReader(source, lenient, problems).read();
    }

    private Optional<MappingNode> read() {
        if (source.text().length() > LARGEST) {
            problems.error(source.start(), "the file is larger than " + (LARGEST >> 20) + " MiB");
            return Optional.empty();
        }
        try {
            return compose();
        } catch (MarkedYamlEngineException wrong) {
            report(wrong);
        } catch (ReaderException wrong) {
            String letter = String.format(Locale.ROOT, "U+%04X", wrong.getCodePoint());
            report(
                    source.ofCharacter(wrong.getPosition()),
                    "the character " + letter + " is not allowed",
                    Optional.empty());
        } catch (YamlEngineException wrong) {
            report(source.start(), YamlMistake.words(String.valueOf(wrong.getMessage())), Optional.empty());
        }
        return Optional.empty();
    }

    private Optional<MappingNode> compose() {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setLabel(source.name())
                .setSchema(new FailsafeSchema())
                .setCodePointLimit(LARGEST)
                // the size with aliases is limited where nodes are bound
                .setMaxAliasesForCollections(Integer.MAX_VALUE)
                .setAllowNonScalarKeys(true)
                .build();
        StreamReader characters = new StreamReader(settings, source.text());
        Composer documents = new Composer(settings, new LimitedParser(new ParserImpl(settings, characters)));
        if (!documents.hasNext()) {
            return Optional.of(nothing());
        }
        Node root = documents.next();
        if (documents.hasNext()) {
            reportMore(documents);
        }
        return mapping(root);
    }

    private void reportMore(Composer documents) {
        Node second = documents.next();
        if (isNull(second)) {
            return;
        }
        if (lenient) {
            problems.warning(SourceText.place(second), "only the first document of the file is read");
        } else {
            problems.error(SourceText.place(second), "the file contains more than one document");
        }
    }

    private Optional<MappingNode> mapping(Node root) {
        if (source.startsWith(root, "{{")) {
            reportTemplate(source.firstLine());
        } else if (root instanceof MappingNode mapping) {
            return Optional.of(mapping);
        } else if (isNull(root)) {
            return Optional.of(nothing());
        } else {
            problems.error(SourceText.place(root), "a configuration is a mapping", "use key: value");
        }
        return Optional.empty();
    }

    private MappingNode nothing() {
        Optional<Mark> start = Optional.of(new Mark(source.name(), 0, 0, 0, new int[0], 0));
        return new MappingNode(Tag.MAP, true, List.of(), FlowStyle.BLOCK, start, start);
    }

    /** Whether a node is null: {@code key:}, {@code key: ~}, {@code key: null}. */
    public static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && switch (scalar.getValue()) {
                    case "", "~", "null", "Null", "NULL" -> true;
                    default -> false;
                };
    }

    private void report(MarkedYamlEngineException wrong) {
        Location stopped = source.of(wrong.getProblemMark().or(wrong::getContextMark));
        directive(stopped.line()).ifPresentOrElse(this::reportTemplate, () -> {
            SyntaxMistake.Found found = SyntaxMistake.of(source, wrong);
            report(found.place(), found.message(), found.hint());
        });
    }

    private void report(Location place, String why, Optional<String> hint) {
        problems.add(new Problem(Severity.ERROR, place, "this is not YAML: " + why, hint));
    }

    /** The line with a template directive outside of a value, at the location of an error or just before it. */
    private Optional<Integer> directive(int line) {
        int first = source.firstLine();
        if (source.line(first).startsWith("{{")) {
            return Optional.of(first);
        }
        return Stream.of(line, line - 1)
                .filter(number -> DIRECTIVE.matchAtStart(source.line(number)).isPresent())
                .findFirst();
    }

    private void reportTemplate(int line) {
        int column = 1 + Math.max(0, source.line(line).indexOf("{{"));
        problems.error(
                new Location(source.name(), line, column),
                "the file is itself a template: it must be valid YAML before templates are rendered",
                "use templates inside of values, in quotes: key: \"{{ if .IsSnapshot }}a{{ else }}b{{ end }}\"");
    }
}
