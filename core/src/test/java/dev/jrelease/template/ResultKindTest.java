package dev.jrelease.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.function.Function;
import dev.jrelease.template.function.Functions;
import dev.jrelease.template.function.ResultKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultKindTest {
    private static final Location START = new Location("f.yaml", 1, 1);
    private static final TemplateContext CONTEXT = TemplateContext.of(Map.of(
            "Version",
            "1.2.3",
            "ProjectName",
            "x",
            "FullCommit",
            "0123456789abcdef",
            "TagBody",
            "feat: a",
            "Arch",
            "amd64",
            "Major",
            1L,
            "Minor",
            2L,
            "Env",
            Map.of(),
            "Now",
            Instant.EPOCH));

    /** Each function's own example has no part of its result, and says what kind that is. */
    @Test
    void everyFunctionGivesTheKindThatIsSaidOfIt() {
        for (Function function : Functions.all()) {
            Problems problems = new Problems();
            Template.parse("{{ (" + function.usage() + ").Part }}", START, problems)
                    .rendered(CONTEXT, problems);
            List<String> parts = problems.list().stream()
                    .map(Problem::message)
                    .filter(message -> message.contains(" has no part "))
                    .toList();
            ResultKind.of(function)
                    .filter(kind -> !parts.isEmpty())
                    .ifPresent(kind -> assertThat(parts)
                            .as(function.name())
                            .containsExactly(kind.words() + " has no part 'Part'"));
            assertThat(problems.list()).as(function.name()).isNotEmpty();
        }
    }
}
