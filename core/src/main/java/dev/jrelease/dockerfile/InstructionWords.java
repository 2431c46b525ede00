package dev.jrelease.dockerfile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jrelease.text.SearchPattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;

/** Splits an instruction into keyword, flags and words. */
final class InstructionWords {
    private static final SearchPattern WORD = SearchPattern.of("\\S++");
    private static final JsonFactory JSON = new JsonFactory();

    private final LogicalLine line;
    private final String text;

    InstructionWords(LogicalLine line) {
        this.line = line;
        this.text = line.text();
    }

    Instruction read() {
        List<MatchResult> words = WORD.all(text).toList();
        String keyword = words.isEmpty() ? "" : words.getFirst().group().toUpperCase(Locale.ROOT);
        int start = words.isEmpty() ? 0 : words.getFirst().end();
        List<Word> flags = new ArrayList<>();
        for (int i = 1; i < words.size() && words.get(i).group().startsWith("--"); i++) {
            start = words.get(i).end();
            if (words.get(i).group().equals("--")) {
                break;
            }
            flags.add(line.word(words.get(i).group(), words.get(i).start()));
        }
        String arguments = text.substring(start).strip();
        boolean json = isJson(arguments);
        return new Instruction(keyword, flags, json ? items(start) : words(start), json, arguments, line.firstLine());
    }

    private List<Word> words(int start) {
        return WORD.all(text.substring(start))
                .map(word -> line.word(word.group(), start + word.start()))
                .toList();
    }

    private List<Word> items(int start) {
        List<Word> all = new ArrayList<>();
        for (int quote = text.indexOf('"', start); quote >= 0; ) {
            int end = endOfItem(quote);
            all.add(line.word(unquoted(text.substring(quote, end)), quote + 1));
            quote = text.indexOf('"', end);
        }
        return all;
    }

    /** Behind the second quote; it is there, since the whole is JSON. */
    private int endOfItem(int quote) {
        int at = quote + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    /** An array of strings is the JSON form; {@code [ -f x ]} is a command. */
    private static boolean isJson(String arguments) {
        if (!arguments.startsWith("[")) {
            return false;
        }
        try (JsonParser parser = JSON.createParser(arguments)) {
            JsonToken token = parser.nextToken();
            do {
                token = parser.nextToken();
            } while (token == JsonToken.VALUE_STRING);
            return token == JsonToken.END_ARRAY;
        } catch (IOException text) {
            return false;
        }
    }

    private static String unquoted(String item) {
        try (JsonParser parser = JSON.createParser(item)) {
            return parser.nextTextValue();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
