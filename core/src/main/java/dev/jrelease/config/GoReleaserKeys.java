package dev.jrelease.config;

import java.util.Map;
import java.util.Set;

/**
 * The top-level keys that GoReleaser knows, Pro's and those of former versions included.
 *
 * @see <a href="https://goreleaser.com/customization/">GoReleaser's reference</a>
 */
public final class GoReleaserKeys {
    public static final Set<String> ALL = Set.of(
            "after",
            "announce",
            "app_bundles",
            "archive",
            "archives",
            "artifactories",
            "artifactory",
            "aur_sources",
            "aurs",
            "before",
            "before_publish",
            "binary_signs",
            "blob",
            "blobs",
            "brew",
            "brews",
            "build",
            "builds",
            "changelog",
            "checksum",
            "chocolateys",
            "cloudsmiths",
            "dist",
            "dmg",
            "docker_digest",
            "docker_manifests",
            "docker_signs",
            "dockerhub",
            "dockers",
            "dockers_v2",
            "env",
            "env_files",
            "flatpak",
            "force_token",
            "fpm",
            "fury",
            "furies",
            "gemfury",
            "git",
            "gitea_urls",
            "github_urls",
            "gitlab_urls",
            "gomod",
            "homebrew_casks",
            "includes",
            "kos",
            "krews",
            "makeselfs",
            "mcp",
            "metadata",
            "milestones",
            "monorepo",
            "msi",
            "nfpm",
            "nfpms",
            "nightly",
            "nix",
            "notarize",
            "npms",
            "nsis",
            "partial",
            "pkgs",
            "pro",
            "project_name",
            "publishers",
            "puts",
            "pypis",
            "release",
            "report_sizes",
            "retry",
            "rigs",
            "s3",
            "sboms",
            "scoop",
            "scoops",
            "sign",
            "signs",
            "snapcraft",
            "snapcrafts",
            "snapshot",
            "source",
            "srpm",
            "template_files",
            "universal_binaries",
            "uploads",
            "upx",
            "variables",
            "version",
            "winget");

    /** Keys of former versions, and what they are called today. */
    private static final Map<String, String> FORMER = Map.ofEntries(
            Map.entry("archive", "archives"),
            Map.entry("artifactory", "artifactories"),
            Map.entry("blob", "blobs"),
            Map.entry("brew", "homebrew_casks"),
            Map.entry("brews", "homebrew_casks"),
            Map.entry("fpm", "nfpms"),
            Map.entry("fury", "gemfury"),
            Map.entry("furies", "gemfury"),
            Map.entry("nfpm", "nfpms"),
            Map.entry("puts", "uploads"),
            Map.entry("s3", "blobs"),
            Map.entry("scoop", "scoops"),
            Map.entry("sign", "signs"),
            Map.entry("snapcraft", "snapcrafts"));

    /** Keys that set something for those sections only that are not run here. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("force_token", "gitea_urls", "github_urls", "gitlab_urls", "partial", "pro", "report_sizes");

    /** Sections that tell a file of GoReleaser's: it is the only one to run them. */
    static final Set<String> EVIDENCE = Set.of(
            "archive",
            "archives",
            "brew",
            "brews",
            "checksum",
            "gomod",
            "homebrew_casks",
            "nfpm",
            "nfpms",
            "sboms",
            "signs",
            "snapcrafts",
            "universal_binaries");

    private GoReleaserKeys() {}

    /** What to say of a key that is not followed. */
    static String about(String key) {
        if (WITHOUT_EFFECT.contains(key)) {
            return "'" + key + "' has no effect here";
        }
        String today = FORMER.containsKey(key) ? ", which is called " + FORMER.get(key) + " today," : "";
        return "'" + key + "'" + today + " is not run here";
    }
}
