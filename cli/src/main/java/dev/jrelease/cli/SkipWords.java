package dev.jrelease.cli;

import dev.jrelease.environment.Environment;
import dev.jrelease.pipes.Clients;
import dev.jrelease.pipes.Pipes;
import dev.jrelease.secret.Redactor;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;

/** The words of the stages that can be left out, for the help text; in their order. */
final class SkipWords implements Iterable<String> {
    private static final Environment NOWHERE = new Environment(Map.of(), Path.of(""), Path.of(""));

    @Override
    public Iterator<String> iterator() {
        try (Clients unopened = Clients.of(NOWHERE, new Redactor())) {
            return Pipes.standard(unopened).stream()
                    .flatMap(pipe -> pipe.skipWord().stream())
                    .distinct()
                    .iterator();
        }
    }
}
