package dev.jrelease.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.documentation.Page.Block;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example of a configuration in the documentation passes {@code check}. An example whose first line is a comment with
 * a path in a folder ({@code # ci/images.yaml}) is a file for the includes of the other examples of its page.
 */
class ExamplesTest {
    private static final Pattern PATH = Pattern.compile("# (\\S+\\.yaml)\n");
    private static final Pattern VERSION = Pattern.compile("(?m)^version: [12]$");
    private static final Pattern INCLUDED = Pattern.compile("[\\w/]+/\\w+\\.yaml");

    @Test
    void everyExamplePassesCheck(@TempDir Path folder) throws IOException {
        List<String> errors = new ArrayList<>();
        int examples = 0;
        for (Page page : Page.all()) {
            Path files = Files.createDirectories(folder.resolve(page.name().replace('/', '_')));
            for (Block block : examples(page)) {
                writeIncluded(files, block);
            }
            for (Block block : examples(page)) {
                examples++;
                errors.addAll(isIncluded(block) ? List.of() : errors(page, files, block));
            }
        }

        assertThat(errors).isEmpty();
        assertThat(examples).isGreaterThan(20);
    }

    private static List<Block> examples(Page page) {
        return page.blocks().stream()
                .filter(block -> block.language().equals("yaml") && isConfiguration(block))
                .toList();
    }

    /** Other YAML, such as a workflow of a CI system, has no version of the format. */
    private static boolean isConfiguration(Block block) {
        return VERSION.matcher(block.text()).find() || isIncluded(block);
    }

    private static boolean isIncluded(Block block) {
        return path(block).filter(path -> path.contains("/")).isPresent();
    }

    /** Writes the file that an example shows, and an empty one for each that it includes. */
    private static void writeIncluded(Path files, Block block) throws IOException {
        for (String included :
                INCLUDED.matcher(block.text()).results().map(MatchResult::group).toList()) {
            Path file = files.resolve(included);
            Files.createDirectories(file.getParent());
            if (path(block).filter(included::equals).isPresent()) {
                Files.writeString(file, block.text());
            } else if (!Files.exists(file)) {
                Files.writeString(file, "version: 1\n");
            }
        }
    }

    private static Optional<String> path(Block block) {
        return PATH.matcher(block.text())
                .results()
                .filter(path -> path.start() == 0)
                .map(path -> path.group(1))
                .findFirst();
    }

    private static List<String> errors(Page page, Path files, Block block) throws IOException {
        Path file = Files.writeString(files.resolve(".release.yaml"), block.text());
        Environment environment = new Environment(Map.of(), files, files.toAbsolutePath());
        try (Releaser releaser = new Releaser(environment, new Redactor(), Instant.EPOCH)) {
            return errors(
                    page,
                    block,
                    releaser.check(ConfigFile.read(file, ".release.yaml"))
                            .problems()
                            .list());
        } catch (InvalidConfigurationException refused) {
            return errors(page, block, refused.problems());
        }
    }

    private static List<String> errors(Page page, Block block, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem ->
                        page.name() + ":" + (block.line() + problem.location().line() - 1) + ": " + problem.message())
                .toList();
    }
}
