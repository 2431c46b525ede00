package dev.jrelease.pipes.builds;

import dev.jrelease.fields.PlatformFields;
import dev.jrelease.image.Platform;
import dev.jrelease.template.TemplateContext;
import java.util.Map;

/** Adds GoReleaser's names about the program of one platform, with Go's default levels. */
final class ProgramFields {
    private ProgramFields() {}

    static TemplateContext add(TemplateContext context, Platform platform) {
        String architecture = platform.architecture();
        return PlatformFields.add(context, platform)
                .with(Map.of(
                        "Ext", extension(platform),
                        "Arm64", architecture.equals("arm64") ? BuildConfig.ARM64 : "",
                        "I386", architecture.equals("386") ? BuildConfig.I386 : "",
                        "Mips", architecture.startsWith("mips") ? BuildConfig.MIPS : "",
                        "Ppc64", architecture.startsWith("ppc64") ? BuildConfig.PPC64 : "",
                        "Riscv64", architecture.equals("riscv64") ? BuildConfig.RISCV64 : ""));
    }

    private static String extension(Platform platform) {
        return switch (platform.os()) {
            case "windows" -> ".exe";
            case "js", "wasip1" -> ".wasm";
            default -> "";
        };
    }
}
