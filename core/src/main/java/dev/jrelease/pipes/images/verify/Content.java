package dev.jrelease.pipes.images.verify;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What kind of program a file is, told by its first bytes. */
sealed interface Content {

    /** As many bytes as Linux looks at. */
    int HEAD = 256;

    /** A file for a processor. */
    record Elf(ElfHeader header) implements Content {}

    /** A text that another program runs: {@code #!interpreter argument}. */
    record Script(String interpreter, String argument) implements Content {}

    /** A program for Windows. */
    record Windows() implements Content {}

    /** Anything else. */
    record Other() implements Content {}

    static Content of(byte[] head) {
        Optional<ElfHeader> elf = ElfHeader.read(head);
        if (elf.isPresent()) {
            return new Elf(elf.get());
        }
        if (head.length > 2 && head[0] == '#' && head[1] == '!') {
            return script(new String(head, 2, head.length - 2, StandardCharsets.UTF_8));
        }
        return head.length > 64 && head[0] == 'M' && head[1] == 'Z' ? new Windows() : new Other();
    }

    private static Content script(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        if (line.isEmpty()) {
            return new Other();
        }
        int end = 0;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return new Script(line.substring(0, end), line.substring(end).strip());
    }
}
