package dev.jrelease.config.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/** Refuses deep nesting, which would overflow the stack. */
final class LimitedParser implements Parser {
    private static final int DEEPEST = 100;

    private final Parser parser;
    private int depth;

    LimitedParser(Parser parser) {
        this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        switch (event.getEventId()) {
            case MappingStart, SequenceStart -> depth++;
            case MappingEnd, SequenceEnd -> depth--;
            default -> {}
        }
        if (depth > DEEPEST) {
            throw new TooDeep(event.getStartMark());
        }
        return event;
    }

    /** The nesting is too deep. */
    private static final class TooDeep extends ParserException {
        TooDeep(Optional<Mark> mark) {
            super("it is nested more than " + DEEPEST + " deep", mark);
        }
    }
}
