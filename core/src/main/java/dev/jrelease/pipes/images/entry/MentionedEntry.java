package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Open;
import java.util.Optional;

/** An entry of a section that is not run here, of which only the name counts: {@code ids} may hold it. */
@Open
public record MentionedEntry(
        @Description("What ids of an image may name the entry by.")
        Optional<String> id) {}
