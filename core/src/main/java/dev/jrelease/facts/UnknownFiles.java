package dev.jrelease.facts;

import dev.jrelease.template.function.FileAccess;
import dev.jrelease.template.text.NotKnown;

/** The files of a check, which reads none: their content is unknown. */
record UnknownFiles() implements FileAccess {

    @Override
    public byte[] read(String path) {
        throw new NotKnown();
    }

    @Override
    public String absolute(String path) {
        throw new NotKnown();
    }
}
