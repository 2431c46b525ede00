package dev.jrelease.registry;

import static dev.jrelease.registry.ScriptedTransport.answer;
import static dev.jrelease.registry.ScriptedTransport.answerWithBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jrelease.failure.ReleaseException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals that a setting of the registry causes, and hints that name it. */
class KnownRegistryTest {
    private static final SampleImage IMAGE = SampleImage.oci(1);

    private final Path home;

    KnownRegistryTest(@TempDir Path home) {
        this.home = home;
    }

    /** What is said where the registry refuses uploads and manifests so. */
    private String hint(String host, int status, String code, String message, String repository) {
        String body = "{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]}";
        ScriptedTransport transport = new ScriptedTransport(request -> switch (request.method()) {
            case "PUT", "POST" -> answerWithBody(status, body);
            case "HEAD" -> answer(404);
            default -> answer(401, "WWW-Authenticate", "Basic realm=\"here\"");
        });
        String config = "{\"auths\": {\"" + host + "\": {\"auth\": \"YW5uYTpzZWNyZXQ=\"}}}";
        try (Bench bench = Bench.configured(home, config, transport)) {
            Repository there = bench.repository(host + "/" + repository);
            ReleaseException failure =
                    catchThrowableOfType(ReleaseException.class, () -> there.writeTag("latest", IMAGE.manifest()));
            ReleaseException upload = catchThrowableOfType(ReleaseException.class, there::checkPush);
            return code.equals("NAME_UNKNOWN")
                    ? upload.hint().orElse("")
                    : failure.hint().orElse("");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "123456789012.dkr.ecr.eu-west-1.amazonaws.com, acme/hello, aws ecr create-repository --repository-name acme/hello"
                + " --region eu-west-1",
        "public.ecr.aws, k1/hello, aws ecr-public create-repository --repository-name hello",
        "registry.example, acme/hello, some registries want the repository to be created first"
    })
    void aMissingRepositoryIsMadeByACommand(String host, String repository, String expected) {
        assertThat(hint(host, 404, "NAME_UNKNOWN", "The repository does not exist", repository))
                .endsWith(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "123456789012.dkr.ecr.eu-west-1.amazonaws.com, 400, TAG_INVALID, put-image-tag-mutability",
        "123456789012.dkr.ecr.eu-west-1.amazonaws.com, 400, ImageTagAlreadyExistsException, put-image-tag-mutability",
        "europe-docker.pkg.dev, 409, DENIED, --no-immutable-tags",
        "docker.io, 400, DENIED, Docker Hub",
        "harbor.example, 412, PRECONDITION, Tag Immutability",
        "quay.example, 409, TAG_INVALID, Immutable tags",
        "artifactory.example, 403, DENIED, Block Pushing Existing Tags"
    })
    void aTagThatCannotMoveIsExplainedByTheSetting(String host, int status, String code, String expected) {
        assertThat(hint(host, status, code, "the tag latest exists and is immutable", "acme/hello"))
                .contains("lets no tag that exists name something else")
                .contains(expected);
    }

    @Test
    void aPackageOfGhcrNamesThePageOfItsSettings() {
        assertThat(hint("ghcr.io", 403, "DENIED", "permission_denied: write_package", "acme/hello"))
                .contains("Manage Actions access")
                .contains("packages: write");
        assertThat(hint("quay.io", 403, "DENIED", "permission denied", "acme/hello"))
                .contains("check that anna may do that in acme/hello");
    }
}
