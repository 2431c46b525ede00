package dev.jrelease.config;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A top-level key of GoReleaser that jrelease does not run, including keys of Pro and of former versions.
 *
 * @param today its current name, if it is deprecated
 * @param isSetting whether it only configures sections that are not run
 * @param isEvidence whether only GoReleaser files have it
 * @see <a href="https://goreleaser.com/customization/">GoReleaser's reference</a>
 */
public record UnrunKey(String name, Optional<String> today, boolean isSetting, boolean isEvidence) {
    private static final SortedMap<String, UnrunKey> ALL = byName(
            key("after"),
            key("announce"),
            key("app_bundles"),
            key("archive").now("archives").evidence(),
            key("archives").evidence(),
            key("artifactories"),
            key("artifactory").now("artifactories"),
            key("aur_sources"),
            key("aurs"),
            key("before_publish"),
            key("binary_signs"),
            key("blob").now("blobs"),
            key("blobs"),
            key("brew").now("homebrew_casks").evidence(),
            key("brews").now("homebrew_casks").evidence(),
            key("changelog"),
            key("checksum").evidence(),
            key("chocolateys"),
            key("cloudsmiths"),
            key("dmg"),
            key("dockerhub"),
            key("env_files"),
            key("flatpak"),
            key("force_token").setting(),
            key("fpm").now("nfpms"),
            key("furies").now("gemfury"),
            key("fury").now("gemfury"),
            key("gemfury"),
            key("gitea_urls").setting(),
            key("github_urls").setting(),
            key("gitlab_urls").setting(),
            key("gomod").evidence(),
            key("homebrew_casks").evidence(),
            key("kos"),
            key("krews"),
            key("makeselfs"),
            key("mcp"),
            key("milestones"),
            key("msi"),
            key("nfpm").now("nfpms").evidence(),
            key("nfpms").evidence(),
            key("nightly"),
            key("nix"),
            key("notarize"),
            key("npms"),
            key("nsis"),
            key("partial").setting(),
            key("pkgs"),
            key("pro").setting(),
            key("publishers"),
            key("puts").now("uploads"),
            key("pypis"),
            key("release"),
            key("report_sizes").setting(),
            key("rigs"),
            key("s3").now("blobs"),
            key("sboms").evidence(),
            key("scoop").now("scoops"),
            key("scoops"),
            key("sign").now("signs"),
            key("signs").evidence(),
            key("snapcraft").now("snapcrafts"),
            key("snapcrafts").evidence(),
            key("source"),
            key("srpm"),
            key("template_files"),
            key("universal_binaries").evidence(),
            key("uploads"),
            key("upx"),
            key("winget"));

    private static SortedMap<String, UnrunKey> byName(UnrunKey... keys) {
        SortedMap<String, UnrunKey> all = new TreeMap<>();
        for (UnrunKey key : keys) {
            all.put(key.name, key);
        }
        return Collections.unmodifiableSortedMap(all);
    }

    private static UnrunKey key(String name) {
        return new UnrunKey(name, Optional.empty(), false, false);
    }

    private UnrunKey now(String key) {
        return new UnrunKey(name, Optional.of(key), isSetting, isEvidence);
    }

    private UnrunKey setting() {
        return new UnrunKey(name, today, true, isEvidence);
    }

    private UnrunKey evidence() {
        return new UnrunKey(name, today, isSetting, true);
    }

    /** The names of all keys. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The key with this name; empty if jrelease runs it, or GoReleaser does not know it. */
    public static Optional<UnrunKey> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** Whether this is such a key, even if some of its content is read. */
    public static boolean is(String name) {
        return ALL.containsKey(name);
    }

    /** The warning about this key. */
    String warning() {
        if (isSetting) {
            return "'" + name + "' has no effect";
        }
        return "'" + name + "'"
                + today.map(key -> " (deprecated, now " + key + ")").orElse("") + " is not run";
    }
}
