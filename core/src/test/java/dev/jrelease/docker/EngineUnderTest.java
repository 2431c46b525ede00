package dev.jrelease.docker;

import java.nio.file.Path;

/** An engine that tests are run on. */
interface EngineUnderTest extends AutoCloseable {

    /** What to set DOCKER_HOST to. */
    String host();

    /** The name of an image for linux/amd64 in which echo, sleep and exit can be run. */
    String base();

    /** Sees to it that the base is there. */
    void prepareBase(DockerEngine engine, Path folder) throws Exception;

    /** Whether a program of these words runs in a build. */
    boolean isRunning(String command);

    /** Lets go of what the tests needed. */
    @Override
    void close();
}
