package dev.jrelease.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.credentials.Credential.IdentityToken;
import dev.jrelease.credentials.Credential.UserPassword;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.json.Json;
import dev.jrelease.process.Command;
import dev.jrelease.process.ProcessResult;
import dev.jrelease.process.ProcessRunner;
import dev.jrelease.secret.Secret;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs a program {@code docker-credential-X}.
 *
 * @see <a href="https://github.com/docker/docker-credential-helpers#development">its protocol</a>
 */
record CredentialHelper(
        LoginSource.Helper helper, Environment environment, ProcessRunner processes, Command.Limit limit) {
    /** A helper may prompt its user for a password. It prints a few hundred bytes. */
    static final Command.Limit LIMIT = new Command.Limit(Duration.ofMinutes(1), 1 << 20);

    private static final String TOKEN_USER = "<token>";
    private static final Set<String> NOTHING_STORED = Set.of(
            "credentials not found in native keychain",
            "credentials not found",
            "no credentials server url",
            "no credentials username");

    /** The login that the helper has for a registry; empty if it has none. */
    Optional<Credential> credential() throws InterruptedException {
        Path file = executable().orElseThrow(this::missing);
        ProcessResult result = run(file);
        if (result.succeeded()) {
            return read(result.output());
        }
        // Helpers print their errors to standard output.
        String words = (result.output().isBlank() ? result.errors() : result.output()).strip();
        if (NOTHING_STORED.contains(words.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        throw failed(words.isEmpty() ? "it ended with exit code " + result.exitCode() : words);
    }

    private ProcessResult run(Path file) throws InterruptedException {
        try {
            return processes.run(Command.of(environment.workingDirectory(), file.toString(), "get")
                    .withInput(helper.serverUrl())
                    .within(limit));
        } catch (ReleaseException notRun) {
            throw failed(notRun.reason());
        }
    }

    private Optional<Credential> read(String output) {
        JsonNode answer;
        try {
            answer = Json.parse(output.getBytes(StandardCharsets.UTF_8));
        } catch (IOException quotesTheAnswer) {
            throw failed("it answered something that is not JSON");
        }
        String user = answer.path("Username").asText("");
        Secret secret = new Secret(answer.path("Secret").asText(""));
        if (secret.reveal().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(user.equals(TOKEN_USER) ? new IdentityToken(secret) : new UserPassword(user, secret));
    }

    /**
     * Looked up here, because Java starts a program by the PATH of this process, not by that of the given environment.
     */
    private Optional<Path> executable() {
        return Stream.of(environment.variable("PATH").orElse("").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> environment.resolve(folder).resolve(helper.program()))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private ReleaseException missing() {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "run the credential helper " + helper.program())
                .because("there is no such program in the PATH, but " + helper.file() + " requires it")
                .hint("install " + helper.program() + ", or remove it from credsStore and credHelpers and log in again")
                .build();
    }

    private ReleaseException failed(String why) {
        return ReleaseException.couldNot(
                        FailureKind.ENVIRONMENT, "ask " + helper.program() + " for the credentials of " + helper.host())
                .because(why)
                .hint("run it by hand: echo " + helper.serverUrl() + " | " + helper.program() + " get")
                .build();
    }
}
