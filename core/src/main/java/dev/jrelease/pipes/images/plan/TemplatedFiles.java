package dev.jrelease.pipes.images.plan;

import dev.jrelease.context.RenderedFile;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Reason;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.entry.TemplatedFileConfig;
import dev.jrelease.template.Positions;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.BranchCheck;
import dev.jrelease.template.function.FileAccess;
import dev.jrelease.text.LinearPattern;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Renders templates of files when an image is planned: errors are reported with the file's own lines, and the build
 * uses the planned content. A check does not read them.
 */
final class TemplatedFiles {
    private static final LinearPattern MODE = LinearPattern.of("(0o?)?[0-7]{3}");

    private static final String DOCKERFILE = "Dockerfile";

    private final boolean opened;
    private final Optional<FileAccess> files;
    private final Problems problems;
    private final BranchCheck branchCheck;
    private final Map<String, Optional<Template>> read = new HashMap<>();

    private TemplatedFiles(boolean opened, Optional<FileAccess> files, Problems problems, BranchCheck branchCheck) {
        this.opened = opened;
        this.files = files;
        this.problems = problems;
        this.branchCheck = branchCheck;
    }

    static TemplatedFiles in(FileAccess files, Problems problems) {
        return new TemplatedFiles(true, Optional.of(files), problems, new BranchCheck());
    }

    /**
     *
     * @param branchCheck evaluates every branch of the files, which a check has not read
     */
    static TemplatedFiles of(Planning planning, BranchCheck branchCheck) {
        return new TemplatedFiles(
                !planning.facts().isCheck(), planning.context().files(), planning.problems(), branchCheck);
    }

    Optional<RenderedFile> dockerfile(Optional<Template> dockerfile, TemplateContext context) {
        return dockerfile.flatMap(
                path -> filled(path, Template.literal(DOCKERFILE, path.location()), Optional.empty(), context));
    }

    List<RenderedFile> files(List<TemplatedFileConfig> files, TemplateContext context) {
        return files.stream().flatMap(file -> filled(file, context)).toList();
    }

    private Stream<RenderedFile> filled(TemplatedFileConfig file, TemplateContext context) {
        return filled(file.src(), file.dst(), file.mode().flatMap(mode -> executable(mode, file)), context).stream();
    }

    private Optional<RenderedFile> filled(
            Template src, Template dst, Optional<Boolean> executable, TemplateContext context) {
        String to = dst.render(context, problems).strip();
        return src.filled(context, problems)
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .flatMap(path -> template(path, src.location())
                        .map(template -> new RenderedFile(
                                path,
                                to,
                                template.render(context.checkedBy(branchCheck), problems),
                                executable,
                                src.location())));
    }

    private Optional<Template> template(String path, Location asked) {
        return opened ? read.computeIfAbsent(path, unread -> read(unread, asked)) : Optional.empty();
    }

    private Optional<Template> read(String path, Location asked) {
        try {
            FileAccess all = files.orElseThrow(() -> new IOException("files are not available"));
            String text = text(all, path);
            Positions positions = Positions.from(new Location(path, 1, 1), text);
            return Optional.of(Template.parse(text, positions, partial -> text(all, partial), problems));
        } catch (NoSuchFileException missing) {
            problems.error(asked, "there is no file " + path, "create the template");
        } catch (CharacterCodingException binary) {
            problems.error(asked, "the template " + path + " is not text in UTF-8");
        } catch (IOException failed) {
            problems.error(asked, "could not read the template " + path + ": " + Reason.of(failed));
        }
        return Optional.empty();
    }

    private static String text(FileAccess files, String path) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(files.read(path)))
                .toString();
    }

    private Optional<Boolean> executable(String mode, TemplatedFileConfig file) {
        if (!MODE.matches(mode)) {
            problems.error(file.location(), "mode '" + mode + "' is not of the form 0644");
            return Optional.empty();
        }
        return Optional.of(mode.charAt(mode.length() - 3) % 2 == 1);
    }
}
