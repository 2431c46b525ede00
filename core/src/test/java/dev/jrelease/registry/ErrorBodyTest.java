package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorBodyTest {

    @Test
    void holdsCodesMessagesAndWhatTheyAreAbout() {
        ErrorBody body = read("""
                {"errors":[
                  {"code":"MANIFEST_BLOB_UNKNOWN","message":"blob unknown to registry","detail":{"digest":"sha256:ab"}},
                  {"code":"DENIED","message":"requested access to the resource is denied"}]}
                """);

        assertThat(body.codes()).containsExactly("MANIFEST_BLOB_UNKNOWN", "DENIED");
        assertThat(body.words())
                .isEqualTo("MANIFEST_BLOB_UNKNOWN: blob unknown to registry: digest sha256:ab; "
                        + "DENIED: requested access to the resource is denied");
    }

    @Test
    void leavesOutListsOfAccessRights() {
        assertThat(read("""
                                {"errors":[{"code":"UNAUTHORIZED","message":"authentication required",
                                "detail":[{"Type":"repository","Name":"samalba/my-app","Action":"pull"}]}]}
                                """).words()).isEqualTo("UNAUTHORIZED: authentication required");
    }

    @Test
    void understandsOtherForms() {
        assertThat(read("{\"details\":\"incorrect username or password\"}").words())
                .isEqualTo("incorrect username or password");
        assertThat(read("{\"error\":\"invalid_grant\",\"error_description\":\"token is expired\"}")
                        .words())
                .isEqualTo("token is expired");
        assertThat(read("upstream connect error\nmore").words()).isEqualTo("upstream connect error");
        assertThat(read("<html><body>Bad Gateway</body></html>").words()).isEmpty();
        assertThat(read("").words()).isEmpty();
        assertThat(read("[1]").words()).isEqualTo("[1]");
        assertThat(read("x".repeat(1000)).words()).hasSizeLessThan(400);
    }

    @Test
    void isShortenedBetweenWords() {
        String words = "0123456 ".repeat(37);

        assertThat(read(words + "abcdefghij").words()).isEqualTo(words + "…");
        assertThat(read("{\"message\":\"" + words + "abcdefghij\"}").words()).isEqualTo(words + "…");
        assertThat(read("x".repeat(301)).words()).isEqualTo("…");
    }

    private static ErrorBody read(String text) {
        return ErrorBody.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
