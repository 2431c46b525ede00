package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.IgnoresOtherKeys;
import java.util.Optional;

/** An entry of a section that is not run. Only its id is read, because {@code ids} may contain it. */
@IgnoresOtherKeys
public record MentionedEntry(
        @Description("The name of the entry for ids of an image.")
        Optional<String> id) {}
