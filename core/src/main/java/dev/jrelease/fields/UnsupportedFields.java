package dev.jrelease.fields;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names that templates of GoReleaser know and that have no value in jrelease, with the reason. */
final class UnsupportedFields {
    private static final String NOT_YET = "it is created later, after images are built";

    static final Map<String, String> REASONS = reasons();

    private UnsupportedFields() {}

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new HashMap<>();
        reasons.put("ReleaseNotes", NOT_YET);
        reasons.put("Checksums", NOT_YET);
        reasons.put("Artifacts", NOT_YET);
        reasons.put("Outputs", "no stage has outputs of its own");
        for (String name : List.of("ArtifactName", "ArtifactPath", "ArtifactExt", "ArtifactID", "Binary", "Ext")) {
            reasons.put(name, "this is not about one artifact");
        }
        for (String name :
                List.of("Release", "Epoch", "PackageName", "ConventionalFileName", "ConventionalExtension")) {
            reasons.put(name, "this is not about a package of nfpms");
        }
        for (String name : List.of("Os", "Arch", "Arm", "Amd64", "Variant", "Platform", "Target")) {
            reasons.put(name, "this is not about one platform");
        }
        for (String name : List.of("I386", "Arm64", "Mips", "Mips64", "Ppc64", "Riscv64")) {
            reasons.put(name, "an image has no such part of a platform, see .Variant");
        }
        return Map.copyOf(reasons);
    }
}
