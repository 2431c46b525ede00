package dev.jrelease.testkit.registry;

import java.io.IOException;

/** Answers the requests for one kind of thing in a repository. */
interface Endpoint {
    /** The reference is what the path names last: a tag, a digest or an upload; empty where it names nothing. */
    void answer(Call call, String repository, String reference) throws IOException;
}
