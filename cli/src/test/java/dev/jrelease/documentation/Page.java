package dev.jrelease.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown page of the repository: README.md, everything in docs, and the pages of the examples. */
public record Page(Path path, List<String> lines) {
    static final Path REPOSITORY = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern MENTIONED = Pattern.compile("`(jrelease [a-z][^`]*)`");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final String FENCE = "```";

    /** A block of code, with the number of its first line, counted from 1. */
    public record Block(int line, String language, String text) {}

    /** A link, with the number of its line, counted from 1. */
    record Link(int line, String target) {}

    /** A page by its path from the root of the repository. */
    public static Page of(String name) throws IOException {
        Path path = REPOSITORY.resolve(name);
        return new Page(path, Files.readAllLines(path));
    }

    public static List<Page> all() throws IOException {
        List<Path> paths = new ArrayList<>(List.of(REPOSITORY.resolve("README.md")));
        for (String folder : List.of("docs", "examples")) {
            try (Stream<Path> files = Files.walk(REPOSITORY.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(paths::add);
            }
        }
        List<Page> pages = new ArrayList<>();
        for (Path path : paths) {
            pages.add(new Page(path, Files.readAllLines(path)));
        }
        return pages;
    }

    /** The path from the root of the repository. */
    public String name() {
        return REPOSITORY.relativize(path).toString();
    }

    /** What stands before the first heading of the second level, then each of these headings with its text. */
    public List<Page> sections() {
        List<Page> sections = new ArrayList<>();
        int start = 0;
        for (int line : proseLines()) {
            if (lines.get(line).startsWith("## ")) {
                sections.add(new Page(path, lines.subList(start, line)));
                start = line;
            }
        }
        sections.add(new Page(path, lines.subList(start, lines.size())));
        return sections;
    }

    /** The first line without the marks of a heading. */
    public String title() {
        return lines.getFirst().replaceFirst("^#+ ", "");
    }

    /** The commands of its blocks for a shell, each on one line and without its comment. */
    public List<String> commands() {
        return blocks().stream()
                .filter(block -> block.language().equals("sh"))
                .flatMap(block -> block.text().replace("\\\n", "").lines())
                .map(line -> line.replaceFirst("(^|\\s+)#.*", "").strip())
                .filter(line -> !line.isEmpty() && !line.equals("…"))
                .toList();
    }

    /** The commands of this program that its prose mentions as code. */
    public List<String> mentionedCommands() {
        return proseLines().stream()
                .flatMap(line -> MENTIONED.matcher(lines.get(line)).results())
                .map(found -> found.group(1))
                .toList();
    }

    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int start = 0; start < lines.size(); start++) {
            if (lines.get(start).startsWith(FENCE)) {
                int end = start + 1;
                while (!lines.get(end).startsWith(FENCE)) {
                    end++;
                }
                String language = lines.get(start).substring(FENCE.length());
                blocks.add(new Block(start + 2, language, String.join("\n", lines.subList(start + 1, end)) + "\n"));
                start = end;
            }
        }
        return blocks;
    }

    List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (int line : proseLines()) {
            String prose = CODE.matcher(lines.get(line)).replaceAll("code");
            LINK.matcher(prose).results().forEach(link -> links.add(new Link(line + 1, link.group(1))));
        }
        return links;
    }

    /** The anchors that GitHub gives the headings. */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        for (int line : proseLines()) {
            if (lines.get(line).startsWith("#")) {
                String heading = lines.get(line).replaceFirst("^#+ ", "");
                String anchor = heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-');
                anchors.add(anchor);
            }
        }
        return anchors;
    }

    /** The indexes of the lines outside of blocks of code. */
    List<Integer> proseLines() {
        List<Integer> prose = new ArrayList<>();
        boolean code = false;
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).startsWith(FENCE)) {
                code = !code;
            } else if (!code) {
                prose.add(line);
            }
        }
        return prose;
    }
}
