package dev.jrelease.config;

import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.FromScalar;
import dev.jrelease.config.bind.Unsupported;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Optional;

/**
 * The section {@code metadata}, which templates read as {@code .Metadata}.
 *
 * <pre>
 * metadata:
 *   description: Says hello
 *   homepage: https://hello.example
 *   license: MIT
 *   maintainers: ["Ada &lt;ada@hello.example&gt;"]
 * </pre>
 */
@Unsupported(key = "commit_author", why = "jrelease makes no commits")
public record MetadataConfig(
        @Description("The time that GoReleaser gives its metadata files. It has no effect.")
        Optional<Template> modTimestamp,

        @Description("The maintainers of the project, as `{{ index .Metadata.Maintainers 0 }}`.")
        @Example("['Ada <ada@hello.example>']")
        List<Template> maintainers,

        @Description("The license by its SPDX name, as `{{ .Metadata.License }}`.") @Example("MIT")
        Optional<Template> license,

        @Description("The homepage of the project, as `{{ .Metadata.Homepage }}`.") @Example("https://hello.example")
        Optional<Template> homepage,

        @Description("One sentence, as `{{ .Metadata.Description }}`.") @Example("Says hello")
        Optional<Template> description,

        @Description("A longer description, or the file with it, as `{{ .Metadata.FullDescription }}`.")
        @Example("{from_file: {path: README.md}}")
        Optional<Text> fullDescription) {

    public MetadataConfig {
        maintainers = List.copyOf(maintainers);
    }

    /** A text, or the file that contains it. */
    @FromScalar("text")
    @Unsupported(key = "from_url", why = "a plan reads nothing from the network")
    public record Text(
            @Description("The text itself.") Optional<Template> text,

            @Description("The file with the text. It has priority over text.")
            Optional<FromFile> fromFile) {}

    /** A file. */
    public record FromFile(
            @Description("From the project's folder.") @Example("README.md")
            Optional<Template> path) {}

    void check(Problems problems) {
        modTimestamp.ifPresent(time -> problems.warning(
                time.location(),
                "'mod_timestamp' has no effect: metadata files keep the time at which they were written"));
    }
}
