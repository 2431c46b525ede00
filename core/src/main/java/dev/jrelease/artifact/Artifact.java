package dev.jrelease.artifact;

/** Something that a release produced. Every feature has its own kinds; later stages ask for those they can use. */
public interface Artifact {}
