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
 * What is said of the project to people; templates know it as {@code .Metadata}.
 *
 * <pre>
 * metadata:
 *   description: Says hello
 *   homepage: https://hello.example
 *   license: MIT
 *   maintainers: ["Ada &lt;ada@hello.example&gt;"]
 * </pre>
 */
@Unsupported(key = "commit_author", why = "nothing is committed anywhere")
public record MetadataConfig(
        @Description("The time of GoReleaser's files of metadata, which are not written here.")
        Optional<Template> modTimestamp,

        @Description("Who looks after the project, as `{{ index .Metadata.Maintainers 0 }}`.")
        @Example("['Ada <ada@hello.example>']")
        List<Template> maintainers,

        @Description("The license by its SPDX name, as `{{ .Metadata.License }}`.") @Example("MIT")
        Optional<Template> license,

        @Description("The project's page, as `{{ .Metadata.Homepage }}`.") @Example("https://hello.example")
        Optional<Template> homepage,

        @Description("One sentence, as `{{ .Metadata.Description }}`.") @Example("Says hello")
        Optional<Template> description,

        @Description("More than a sentence, or the file that holds it, as `{{ .Metadata.FullDescription }}`.")
        @Example("{from_file: {path: README.md}}")
        Optional<Text> fullDescription) {

    public MetadataConfig {
        maintainers = List.copyOf(maintainers);
    }

    /** Text, or where it is. */
    @FromScalar("text")
    @Unsupported(key = "from_url", why = "nothing is read from the network for a plan")
    public record Text(
            @Description("The text itself.") Optional<Template> text,

            @Description("The file that holds it; goes before the text.")
            Optional<FromFile> fromFile) {}

    /** A file. */
    public record FromFile(
            @Description("From the project's folder.") @Example("README.md")
            Optional<Template> path) {}

    void check(Problems problems) {
        modTimestamp.ifPresent(time -> problems.warning(
                time.location(), "'mod_timestamp' has no effect: no files of metadata are written here"));
    }
}
