package dev.jrelease.pipes.images;

import dev.jrelease.cache.FileDigests;
import dev.jrelease.cache.LocalCache;
import dev.jrelease.image.Digest;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.pipes.images.reuse.BuildInputs;
import dev.jrelease.pipes.images.reuse.KnownBuilds;
import dev.jrelease.pipes.images.reuse.KnownCompressions;
import dev.jrelease.pipes.images.reuse.KnownExports;
import dev.jrelease.pipes.images.reuse.KnownLayers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Finds builds of earlier runs on this machine that can be used instead of a new one. */
final class BuildReuse {
    private final BaseStates bases;
    private final KnownBuilds builds;
    private final KnownExports exports;
    private final KnownLayers layers;
    private final KnownCompressions compressions;
    private final ConcurrentMap<String, Digest> read = new ConcurrentHashMap<>();

    BuildReuse(Clients clients) {
        LocalCache cache = clients.cache();
        this.bases = new BaseStates(clients.engine(), clients.registries());
        this.builds = new KnownBuilds(cache);
        this.exports = new KnownExports(cache);
        this.layers = new KnownLayers(cache);
        this.compressions = new KnownCompressions(cache);
    }

    KnownExports exports() {
        return exports;
    }

    KnownLayers layers() {
        return layers;
    }

    KnownCompressions compressions() {
        return compressions;
    }

    /** Empty if the state of a base image is unknown: then the image must be built. */
    Optional<KnownBuilds.Query> query(BuildInputs inputs, Run run) {
        ImageTask task = inputs.task();
        try {
            // Determined before the files are read and before the engine resolves the base images.
            FileDigests files = FileDigests.lookAt(
                    inputs.context().sources(), run.plan().facts().premises().now(), read);
            Optional<List<String>> now = bases.of(DockerfileText.read(task, run), inputs.buildArgs(), task);
            return now.map(states -> new KnownBuilds.Query(inputs.key(), states, files));
        } catch (IOException changing) {
            return Optional.empty();
        }
    }

    /** The image, now in the layout, if it was built before, and need not be built again in any case. */
    Optional<BuiltImage> find(KnownBuilds.Query query, ImageTask task, OciLayout layout) {
        if (task.recipe().options().noCache()) {
            return Optional.empty();
        }
        return builds.find(query, layout)
                .map(found -> new BuiltImage(task, found.image(), BaseImageJson.read(found.base())));
    }

    /** @param contents what the files of its context held when they were read */
    void keep(KnownBuilds.Query query, Map<String, Digest> contents, BuiltImage image, OciLayout layout) {
        builds.keep(query, contents, image.manifest(), BaseImageJson.write(image.base()), layout);
    }
}
