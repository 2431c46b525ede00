package dev.jrelease.pipes.builds.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.pipeline.Run;
import dev.jrelease.secret.Secret;
import java.nio.file.Path;
import java.util.List;

/** Makes a program at its planned place. */
public interface ProgramBuild {

    /** The command in one line. */
    String describe();

    /** Adds what is run to a document. */
    void addTo(ObjectNode node);

    /** Values that are masked from now on. */
    List<Secret> secrets();

    /** Refuses a build that cannot be started. */
    default void preflight(Run run) {}

    /**
     * Runs the build, and leaves the program at its place.
     *
     * @param place absolute; what an earlier run left there is replaced
     */
    void run(Path place, Run run) throws InterruptedException;
}
