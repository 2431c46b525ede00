package dev.jrelease.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.function.BranchCheck;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written into a template, what comes of it is text or problems for people. */
class TemplateFuzzTest {
    private static final int RUNS = 4000;
    private static final List<String> PIECES = List.of(
            "{{",
            "}}",
            "{{{",
            "}}}",
            "{{-",
            "-}}",
            " ",
            " - ",
            "\n",
            "\r",
            "\t",
            "{",
            "}",
            "(",
            ")",
            "|",
            ",",
            ".",
            "$",
            ":=",
            "=",
            "\"",
            "'",
            "`",
            "\\",
            "#",
            "^",
            "/",
            "!",
            "&",
            ">",
            "*",
            "<",
            "?",
            "%",
            "@",
            "é",
            "\uD83D\uDE00",
            "{{ end }}",
            "{{ else }}",
            "{{ if .A }}",
            "{{ range .L }}",
            "{{ with .M }}",
            "{{#L}}",
            "{{/L}}",
            "{{^A}}",
            "{{/A}}",
            "{{ else if .A }}",
            "{{/* c */}}",
            "{{ $x := .L }}",
            "{{ $x }}",
            "{{ $x = 1 }}",
            "{{> p}}",
            ".A",
            ".L",
            ".M",
            ".M.k",
            ".T.Format",
            "A",
            "$x",
            "end",
            "if",
            "and",
            "or",
            "not",
            "eq",
            "index",
            "printf",
            "replace",
            "split",
            "filter",
            "list",
            "map",
            "slice",
            "len",
            "title",
            "incpatch",
            "reReplaceAll",
            "sha256",
            "\"a\"",
            "\"(a+)+$\"",
            "\"%9999999d\"",
            "\"%s\"",
            "\"2006-01-02\"",
            "12",
            "-1",
            "1.5",
            "0x",
            "1e999",
            "'a'",
            "99999999999999999999",
            "true",
            "nil",
            "text");
    private static final int WORDS = PIECES.indexOf(".A");
    private static final TemplateContext CONTEXT = TemplateContext.of(Map.of(
            "A",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
            "L",
            List.of("a", "b"),
            "M",
            Map.of("k", "v"),
            "T",
            Instant.EPOCH));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesTextOrProblems(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            String source = source(random);
            Problems problems = new Problems();
            Template template = Template.parse(
                    source, Positions.from(new Location("f", 1, 1), source), name -> "{{> p}}", problems);
            template.render(CONTEXT, problems);
            template.render(CONTEXT.checkedBy(new BranchCheck()), problems);
            assertThat(problems.list()).as(source).allSatisfy(TemplateFuzzTest::isForPeople);
        }
    }

    /** Half of them anything at all, half of them tags that could mean something. */
    private static String source(Random random) {
        boolean wild = random.nextBoolean();
        StringBuilder source = new StringBuilder();
        int length = 1 + random.nextInt(30);
        for (int i = 0; i < length; i++) {
            source.append(wild ? piece(random, 0) : random.nextBoolean() ? block(random) : tag(random));
        }
        return source.toString();
    }

    private static String tag(Random random) {
        StringBuilder tag = new StringBuilder("{{");
        int length = 1 + random.nextInt(5);
        for (int i = 0; i < length; i++) {
            tag.append(' ').append(piece(random, WORDS));
        }
        return tag.append(" }}").toString();
    }

    private static String block(Random random) {
        String inside = tag(random) + "\n" + tag(random);
        return switch (random.nextInt(4)) {
            case 0 -> "{{ if " + piece(random, WORDS) + " }}" + inside + "{{ else }}" + tag(random) + "{{ end }}";
            case 1 -> "{{ range $x := .L }}" + inside + "{{ $x }}{{- end -}}";
            case 2 -> "{{ with .M }}" + inside + "{{ .k }}{{ end }}";
            default -> "{{#L}}\n" + inside + "{{ . }}{{/L}}";
        };
    }

    private static String piece(Random random, int from) {
        return PIECES.get(from + random.nextInt(PIECES.size() - from));
    }

    private static void isForPeople(Problem problem) {
        assertThat(problem.message()).doesNotContain("Exception", "java.", "mustachejava", "null", "Index ", "[f:");
        assertThat(problem.location().line()).isPositive();
        assertThat(problem.location().column()).isPositive();
    }
}
