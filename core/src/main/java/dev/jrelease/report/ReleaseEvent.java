package dev.jrelease.report;

/** Something that happened during a release, told as it happens. */
public sealed interface ReleaseEvent {

    /** The stage that the event belongs to. */
    String pipe();

    record PipeStarted(String pipe, int tasks) implements ReleaseEvent {}

    record PipeSkipped(String pipe, String reason) implements ReleaseEvent {}

    record PipeFinished(String pipe) implements ReleaseEvent {}

    record TaskStarted(String pipe, String task) implements ReleaseEvent {}

    /** One line of what a task did, worth showing without being asked: {@code pushed …@sha256:…}. */
    record Progress(String pipe, String task, String message) implements ReleaseEvent {}

    /** One line of what a tool printed. */
    record Output(String pipe, String task, String line) implements ReleaseEvent {}

    /** A request to a registry failed and is tried again. It belongs to no task: several may wait for it. */
    record Retry(String pipe, String message) implements ReleaseEvent {}

    /** Something that stops nothing and should be known. */
    record Warning(String pipe, String task, String message) implements ReleaseEvent {}

    record TaskFinished(String pipe, String task) implements ReleaseEvent {}
}
