package dev.jrelease.dockerfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes an instruction apart: keyword, flags, words. */
final class InstructionWords {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern JSON_ITEM = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LogicalLine line;
    private final String text;

    InstructionWords(LogicalLine line) {
        this.line = line;
        this.text = line.text();
    }

    Instruction read() {
        Matcher words = WORD.matcher(text);
        String keyword = words.find() ? words.group().toUpperCase(Locale.ROOT) : "";
        int start = keyword.isEmpty() ? 0 : words.end();
        List<Word> flags = new ArrayList<>();
        while (words.find() && words.group().startsWith("--")) {
            start = words.end();
            if (words.group().equals("--")) {
                break;
            }
            flags.add(line.word(words.group(), words.start()));
        }
        String arguments = text.substring(start).strip();
        boolean json = isJson(arguments);
        return new Instruction(keyword, flags, json ? items(start) : words(start), json, arguments, line.firstLine());
    }

    private List<Word> words(int start) {
        List<Word> all = new ArrayList<>();
        Matcher words = WORD.matcher(text).region(start, text.length());
        while (words.find()) {
            all.add(line.word(words.group(), words.start()));
        }
        return all;
    }

    private List<Word> items(int start) {
        List<Word> all = new ArrayList<>();
        Matcher items = JSON_ITEM.matcher(text).region(start, text.length());
        while (items.find()) {
            all.add(line.word(unquoted(items.group()), items.start() + 1));
        }
        return all;
    }

    /** Only an array of strings is one; {@code [ -f x ]} is a command. */
    private static boolean isJson(String arguments) {
        if (!arguments.startsWith("[")) {
            return false;
        }
        try {
            String[] items = JSON.readValue(arguments, String[].class);
            return items != null;
        } catch (JsonProcessingException text) {
            return false;
        }
    }

    private static String unquoted(String item) {
        try {
            return JSON.readValue(item, String.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
