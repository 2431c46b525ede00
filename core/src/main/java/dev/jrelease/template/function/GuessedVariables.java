package dev.jrelease.template.function;

import java.util.Optional;

/** The environment's variables where none are known: which of them a template finds depends on how it asks. */
public interface GuessedVariables extends Fields {
    /** What {@code .Env.NAME} gives, which fails without it. */
    @Override
    Optional<Object> field(String name);

    /** What {@code index .Env "NAME"} gives, which can do without it. */
    Optional<Object> item(String name);

    /** What {@code envOrDefault} and {@code isEnvSet} are told. */
    Optional<Object> ifSet(String name);
}
