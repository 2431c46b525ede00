package dev.jrelease.dockerfile;

/**
 * A word of an instruction, as it is written.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Word(String text, int line, int column) {}
