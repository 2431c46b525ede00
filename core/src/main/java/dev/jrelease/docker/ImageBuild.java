package dev.jrelease.docker;

import dev.jrelease.docker.buildkit.CredentialSource;
import dev.jrelease.image.Platform;
import dev.jrelease.secret.Secret;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a build for one platform.
 *
 * @param context a tar file, with {@code .dockerignore} already applied
 * @param dockerfile its path in the context
 * @param target the stage to stop at; the last one if empty
 * @param networkMode {@code default}, {@code none} or {@code host}
 * @param extraHosts {@code name:address}
 * @param name the name that the image gets in the engine, if the engine stores it
 * @param secrets by the id in {@code RUN --mount=type=secret,id=…}
 * @param credentials used only for the registries of base images, and for the one that the engine pushes to
 */
public record ImageBuild(
        Platform platform,
        Path context,
        String dockerfile,
        Map<String, String> buildArgs,
        Map<String, String> labels,
        Optional<String> target,
        Cache cache,
        Optional<String> networkMode,
        List<String> extraHosts,
        Optional<String> name,
        Map<String, Secret> secrets,
        CredentialSource credentials) {

    public ImageBuild {
        buildArgs = Collections.unmodifiableMap(new LinkedHashMap<>(buildArgs));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        extraHosts = List.copyOf(extraHosts);
        secrets = Map.copyOf(secrets);
    }

    /**
     * The use of the build cache.
     *
     * @param from images whose layers may be used
     * @param pull whether base images are looked up in their registries even if the engine has them
     * @param disabled whether every step is run
     */
    public record Cache(List<String> from, boolean pull, boolean disabled) {
        public Cache {
            from = List.copyOf(from);
        }
    }

    /** The same build of an image with this name. */
    public ImageBuild named(String reference) {
        return new ImageBuild(
                platform,
                context,
                dockerfile,
                buildArgs,
                labels,
                target,
                cache,
                networkMode,
                extraHosts,
                Optional.of(reference),
                secrets,
                credentials);
    }

    public static Builder of(Platform platform, Path context) {
        return new Builder(platform, context);
    }

    /** Builds an {@link ImageBuild}; parameters that are not set have the engine's default. */
    public static final class Builder {
        private final Platform platform;
        private final Path context;
        private String dockerfile = "Dockerfile";
        private Map<String, String> buildArgs = Map.of();
        private Map<String, String> labels = Map.of();
        private Optional<String> target = Optional.empty();
        private List<String> cacheFrom = List.of();
        private boolean pull;
        private boolean noCache;
        private Optional<String> networkMode = Optional.empty();
        private List<String> extraHosts = List.of();
        private Map<String, Secret> secrets = Map.of();
        private CredentialSource credentials = CredentialSource.NONE;

        private Builder(Platform platform, Path context) {
            this.platform = platform;
            this.context = context;
        }

        public Builder dockerfile(String path) {
            this.dockerfile = path;
            return this;
        }

        public Builder buildArgs(Map<String, String> all) {
            this.buildArgs = all;
            return this;
        }

        public Builder labels(Map<String, String> all) {
            this.labels = all;
            return this;
        }

        public Builder target(String stage) {
            this.target = Optional.of(stage).filter(name -> !name.isEmpty());
            return this;
        }

        public Builder cacheFrom(List<String> references) {
            this.cacheFrom = references;
            return this;
        }

        public Builder pull(boolean always) {
            this.pull = always;
            return this;
        }

        public Builder noCache(boolean never) {
            this.noCache = never;
            return this;
        }

        public Builder networkMode(String mode) {
            this.networkMode = Optional.of(mode).filter(name -> !name.isEmpty());
            return this;
        }

        public Builder extraHosts(List<String> all) {
            this.extraHosts = all;
            return this;
        }

        public Builder secrets(Map<String, Secret> all) {
            this.secrets = all;
            return this;
        }

        public Builder credentials(CredentialSource ofHost) {
            this.credentials = ofHost;
            return this;
        }

        public ImageBuild build() {
            return new ImageBuild(
                    platform,
                    context,
                    dockerfile,
                    buildArgs,
                    labels,
                    target,
                    new Cache(cacheFrom, pull, noCache),
                    networkMode,
                    extraHosts,
                    Optional.empty(),
                    secrets,
                    credentials);
        }
    }
}
