package dev.jrelease.pipes.images;

import dev.jrelease.failure.Location;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an entry asks for, in the one form that images are planned from, whichever section it stands in.
 *
 * @param combination of the values of its {@code matrix} that it stands for
 * @param context names that its templates know, beside those of a platform
 * @param inclusion which of its images are made
 * @param ids entries of {@code builds} whose programs go into the build context; none means all of the platform
 * @param flags in the words of {@code docker build}
 * @param verified whether its images are checked to be what they say
 */
record ImageEntry(
        Location location,
        Combination combination,
        TemplateContext context,
        Inclusion inclusion,
        String id,
        List<String> ids,
        AskedPlatforms platforms,
        List<Template> imageTemplates,
        Optional<Template> dockerfile,
        Optional<Template> templatedDockerfile,
        List<ExtraFileConfig> extraFiles,
        List<TemplatedFileConfig> templatedExtraFiles,
        List<Template> flags,
        Map<String, Template> buildArgs,
        Map<String, Template> labels,
        Optional<Template> target,
        Optional<Template> skipPush,
        boolean verified) {}
