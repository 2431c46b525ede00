package dev.jrelease.config.yaml;

import dev.jrelease.config.yaml.SyntaxNode.Alias;
import dev.jrelease.config.yaml.SyntaxNode.Mapping;
import dev.jrelease.config.yaml.SyntaxNode.Pair;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.config.yaml.SyntaxNode.Sequence;
import dev.jrelease.config.yaml.SyntaxNode.Style;
import dev.jrelease.text.LinearPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads the syntax tree of a YAML file. {@link YamlReader} reports errors. */
public final class SyntaxReader {
    private static final LinearPattern PROPERTIES =
            LinearPattern.of("(?:(?:!<[^>\\s]*+>|[&!][^\\s,\\[\\]{}]*+)\\s++)++");

    private final String text;
    private final Parser parser;
    private final boolean onePlane;
    private final Map<String, SyntaxNode> anchors = new HashMap<>();

    private SyntaxReader(String text) {
        this.text = text;
        this.onePlane = text.chars().noneMatch(letter -> Character.isSurrogate((char) letter));
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        this.parser = new LimitedParser(new ParserImpl(settings, new StreamReader(settings, text)));
    }

    /** The first document; empty if there is none, or if the text is not YAML. */
    public static Optional<SyntaxNode> read(String text) {
        try {
            return new SyntaxReader(text).document();
        } catch (YamlEngineException | UnknownAnchor unreadable) {
            return Optional.empty();
        }
    }

    private Optional<SyntaxNode> document() {
        parser.next();
        if (!parser.checkEvent(Event.ID.DocumentStart)) {
            return Optional.empty();
        }
        parser.next();
        return Optional.of(node());
    }

    private SyntaxNode node() {
        Event event = parser.next();
        if (event instanceof AliasEvent alias) {
            String name = alias.getAlias().getValue();
            SyntaxNode target = anchors.get(name);
            if (target == null) {
                throw new UnknownAnchor();
            }
            return new Alias(start(event), end(event), name, target);
        }
        SyntaxNode node = switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent sequence -> sequence(sequence);
            case MappingStartEvent mapping -> mapping(mapping);
            default -> throw new IllegalStateException("no node begins with " + event);
        };
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), node));
        return node;
    }

    private Scalar scalar(ScalarEvent event) {
        int start = start(event);
        int end = Math.max(
                start, start + text.substring(start, end(event)).stripTrailing().length());
        return new Scalar(start, behindProperties(start, end), end, event.getValue(), style(event.getScalarStyle()));
    }

    private int behindProperties(int start, int end) {
        return PROPERTIES.matchAt(text, start, end).map(MatchResult::end).orElse(start);
    }

    private static Style style(ScalarStyle style) {
        return switch (style) {
            case PLAIN -> Style.PLAIN;
            case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Style.DOUBLE_QUOTED;
            case LITERAL, FOLDED -> Style.BLOCK;
        };
    }

    private Sequence sequence(SequenceStartEvent event) {
        List<SyntaxNode> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node());
        }
        int end = end(parser.next());
        boolean flow = event.isFlow();
        return new Sequence(
                start(event), flow || items.isEmpty() ? end : items.getLast().end(), flow, items);
    }

    private Mapping mapping(MappingStartEvent event) {
        List<Pair> pairs = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            SyntaxNode key = node();
            pairs.add(new Pair(key, node()));
        }
        int end = end(parser.next());
        boolean flow = event.isFlow();
        return new Mapping(
                start(event), flow || pairs.isEmpty() ? end : pairs.getLast().end(), flow, pairs);
    }

    private int start(Event event) {
        return offset(event.getStartMark());
    }

    private int end(Event event) {
        return offset(event.getEndMark());
    }

    /** The parser counts code points. */
    private int offset(Optional<Mark> mark) {
        int index = mark.map(Mark::getIndex).orElse(0);
        return onePlane ? index : text.offsetByCodePoints(0, index);
    }

    /** An alias without an anchor, or inside the node of its anchor. */
    private static final class UnknownAnchor extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
