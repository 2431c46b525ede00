package dev.jrelease.dockerfile;

/**
 * A step of an image's build: an instruction of its Dockerfile, or another operation of the builder.
 *
 * @param id the same in all events of the step; unique in its build
 * @param name as the builder writes it: {@code [build 2/5] RUN make}
 */
public record BuildStep(String id, String name) {}
