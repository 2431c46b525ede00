package dev.jrelease.template.function;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Functions for environment variables and the time. */
final class EnvironmentFunctions {
    private EnvironmentFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.of(
                        "envOrDefault \"NAME\" \"value\"",
                        2,
                        "the environment variable, or the second argument where it is not set",
                        call -> variable(call).orElse(call.value(1))),
                Function.of(
                        "isEnvSet \"NAME\"",
                        1,
                        "whether the environment variable is set to something",
                        call -> variable(call).filter(Values::isTrue).isPresent()),
                Function.of(
                        "time \"2006-01-02\"",
                        1,
                        "the time of the release in UTC, in this layout of Go",
                        call -> GoLayout.format(call.text(0), now(call))));
    }

    private static Optional<Object> variable(Call call) {
        String name = call.text(0);
        return call.context()
                .value("Env")
                .flatMap(all ->
                        all instanceof UnknownVariables variables ? variables.ifSet(name) : Values.item(all, name));
    }

    private static ZonedDateTime now(Call call) {
        return call.context()
                .value("Now")
                .flatMap(Values::plain)
                .filter(ZonedDateTime.class::isInstance)
                .map(ZonedDateTime.class::cast)
                .orElseThrow(() -> new FunctionFailure("the time is not known here"));
    }
}
