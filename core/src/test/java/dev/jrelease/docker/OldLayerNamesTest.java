package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Docker 20.10.24 wrote for an image of four layers. */
class OldLayerNamesTest {
    private static final List<String> DIFF_IDS = List.of(
            "sha256:0f930cc4ad80442ad734da38f170e0f344c0f2d93def7632002ff0a035ffe437",
            "sha256:d0239588a90c9134e7a1650ecf1296c5b1e59bf81e61b9d8b5a2d88843dfc61a",
            "sha256:0204dfa8bb6f3185b2b219e4951f89c29078052b4061fd15d401f90928c3503c",
            "sha256:8eda0499f0423fe335bcbc096ae8d6589ba5d098c58530f10344dc075602325a");
    private static final List<String> FOLDERS = List.of(
            "390459a2bafb1c7c033a37e7783b57031ad615da1b09d6ffdc324fcdf4f67d78",
            "83f2b4b87ec4d7718f4b532ec7f5969ba5ac9f0131eb26ff76af9d1d4ca834d8",
            "c5f57f4d28c3055b0ea2f10bcdcc656b942309902f85729bf0a2268c2d49b599",
            "405802529feb3ffa25e9fd816af370a3ec642b4300ad3adec2219ee94a74987c");
    private static final String CONTAINER = """
            "container_config":{"Hostname":"","Domainname":"","User":"","AttachStdin":false,"AttachStdout":false,\
            "AttachStderr":false,"Tty":false,"OpenStdin":false,"StdinOnce":false,"Env":null,"Cmd":null,"Image":"",\
            "Volumes":null,"WorkingDir":"","Entrypoint":null,"OnBuild":null,"Labels":null}""";
    private static final String LAST = """
            "created":"2026-11-30T15:57:15.777111612Z",CONTAINER,"config":{"Hostname":"","Domainname":"","User":"",\
            "AttachStdin":false,"AttachStdout":false,"AttachStderr":false,"Tty":false,"OpenStdin":false,\
            "StdinOnce":false,"Env":["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],"Cmd":null,\
            "Image":"","Volumes":null,"WorkingDir":"/","Entrypoint":null,"OnBuild":null,"Labels":{"a":"amd64"}},\
            "architecture":"amd64","os":"linux"}""";

    private static byte[] json(int layer) {
        String id = "{\"id\":\"" + FOLDERS.get(layer) + "\",";
        String parent = layer == 0 ? "" : "\"parent\":\"" + FOLDERS.get(layer - 1) + "\",";
        String rest = layer == 3 ? LAST : "\"created\":\"1970-01-01T00:00:00Z\",CONTAINER,\"os\":\"linux\"}";
        return (id + parent + rest.replace("CONTAINER", CONTAINER)).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void sayWhichLayerItIs() {
        OldLayerNames names = OldLayerNames.of(DIFF_IDS);

        for (int layer = 0; layer < DIFF_IDS.size(); layer++) {
            assertThat(names.diffId(FOLDERS.get(layer), json(layer))).isEqualTo(Digest.parse(DIFF_IDS.get(layer)));
        }
    }

    @Test
    void sayNothingOfOtherChains() {
        OldLayerNames others = OldLayerNames.of(DIFF_IDS.reversed());

        assertThat(others.diffId(FOLDERS.get(1), json(1))).isEmpty();
    }

    @Test
    void sayNothingWhereTheyAreMadeOtherwise() {
        OldLayerNames names = OldLayerNames.of(DIFF_IDS);

        assertThat(names.diffId(FOLDERS.get(1), json(2))).isEmpty();
        assertThat(names.diffId(FOLDERS.get(0), new byte[0])).isEmpty();
        assertThat(names.diffId("layer", "{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(OldLayerNames.of(List.of("no digest")).diffIds()).isEmpty();
    }
}
