package dev.jrelease.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** A command: it adds its options to the model of the command line, and runs when they have their values. */
interface Command extends Callable<Integer> {
    void addOptions(CommandSpec spec);
}
