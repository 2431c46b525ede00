package dev.jrelease.testkit.engine;

/** Something that goes wrong in an engine, once. */
public sealed interface EngineFault {

    /** The next build is answered with this status and message before it begins. */
    record RefusedBuild(int status, String message) implements EngineFault {}

    /** The next build says this in its stream and ends; the text need not be JSON. */
    record StrangeAnswer(String text) implements EngineFault {}

    /** The next build's connection breaks after its first steps. */
    record LostBuild() implements EngineFault {}

    /** The next build fails in a step that prints and says this. */
    record FailedStep(String output, String error) implements EngineFault {}

    /** The next build succeeds with this warning. */
    record Warned(String message) implements EngineFault {}

    /** The next image that is to be pushed is built, and cannot be pushed for this reason. */
    record RefusedPush(String why) implements EngineFault {}

    /** The next export is answered with this status and message. */
    record RefusedExport(int status, String message) implements EngineFault {}

    /** The next image to be exported was removed by somebody else just before. */
    record RemovedImage() implements EngineFault {}

    /** The next export's connection breaks after so many bytes. */
    record LostExport(int bytes) implements EngineFault {}

    /** The next export ends properly after so many bytes, as if that were all. */
    record CutExport(int bytes) implements EngineFault {}

    /** The next push finds no registry at its address, which the engine says in these words. */
    record UnreachableRegistry(String message) implements EngineFault {}
}
