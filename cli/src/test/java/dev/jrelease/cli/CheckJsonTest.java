package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Machines rely on every key here. */
class CheckJsonTest {
    private final Redactor redactor = new Redactor();

    @Test
    void isOneDocumentForAllFiles() {
        redactor.learn(new Secret("sesame7"));
        redactor.learn(new Secret("severity7"));
        Problem error = new Problem(
                Severity.ERROR, new Location("part.yaml", 3, 7), "no 'sesame7' here", Optional.of("not \"sesame7\""));
        Problem warning = new Problem(Severity.WARNING, new Location("a.yaml", 1, 2), "out of date", Optional.empty());
        CheckedFile bad = new CheckedFile("a.yaml", List.of(warning, error), List.of("GITHUB_ACTOR", "REGISTRY"));
        CheckedFile gone = CheckedFile.unreadable(
                "b.yaml",
                ReleaseException.couldNot(FailureKind.CONFIGURATION, "read b.yaml")
                        .because("there is no such file")
                        .build());

        assertThat(CheckJson.of(List.of(bad, gone), false, redactor)).isEqualTo("""
                {
                  "files" : [
                    {
                      "file" : "a.yaml",
                      "ok" : false,
                      "errors" : 1,
                      "warnings" : 1,
                      "environment" : [
                        "GITHUB_ACTOR",
                        "REGISTRY"
                      ],
                      "problems" : [
                        {
                          "severity" : "warning",
                          "file" : "a.yaml",
                          "line" : 1,
                          "column" : 2,
                          "message" : "out of date"
                        },
                        {
                          "severity" : "error",
                          "file" : "part.yaml",
                          "line" : 3,
                          "column" : 7,
                          "message" : "no '***' here",
                          "hint" : "not \\"***\\""
                        }
                      ]
                    },
                    {
                      "file" : "b.yaml",
                      "ok" : false,
                      "errors" : 1,
                      "warnings" : 0,
                      "environment" : [ ],
                      "problems" : [
                        {
                          "severity" : "error",
                          "file" : "b.yaml",
                          "message" : "could not read b.yaml: there is no such file"
                        }
                      ]
                    }
                  ]
                }
                """);
    }

    @Test
    void callsAWarningBadWhereItIsToBe() {
        Problem warning = new Problem(Severity.WARNING, new Location("a.yaml", 1, 2), "out of date", Optional.empty());
        List<CheckedFile> files = List.of(new CheckedFile("a.yaml", List.of(warning), List.of()));

        assertThat(CheckJson.of(files, false, redactor)).contains("\"ok\" : true");
        assertThat(CheckJson.of(files, true, redactor)).contains("\"ok\" : false");
    }
}
