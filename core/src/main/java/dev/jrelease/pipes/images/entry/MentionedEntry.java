package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Open;
import java.util.Optional;

/** An entry of a section that is not run. Only its id is read, because {@code ids} may contain it. */
@Open
public record MentionedEntry(
        @Description("The name of the entry for ids of an image.")
        Optional<String> id) {}
