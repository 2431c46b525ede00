package dev.jrelease.pipes.builds.jvm;

import dev.jrelease.pipeline.ProjectCommand;
import dev.jrelease.pipeline.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Runs the builds of a release one after the other, and each of them once, however many programs it makes. */
public final class BuildRuns {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Call> done = new ArrayList<>();

    private record Call(List<String> words, String folder, Map<String, String> variables) {}

    /** Takes a program from the results of a build, before another one replaces them. */
    interface Taking {
        void take() throws InterruptedException;
    }

    void run(ProjectCommand command, Run run, Taking taking) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Call call = new Call(command.words(), command.folder(), command.variables());
            if (!done.contains(call)) {
                // Another build may remove what this one has left.
                done.clear();
                command.run(run);
                done.add(call);
            }
            taking.take();
        } finally {
            lock.unlock();
        }
    }
}
