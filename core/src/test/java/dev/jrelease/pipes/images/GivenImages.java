package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.json.Json;
import dev.jrelease.layout.Layouts;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Handover;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.ImageTask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Stands where images are built, and needs no engine.
 *
 * @param content of every image's only layer: another one is what another build makes of the same commit
 */
record GivenImages(Feature<ImageRelease> feature, Handover<BuiltImage> built, Layouts layouts, String content)
        implements Pipe<ImageRelease, ImageTask> {
    @Override
    public String name() {
        return "given images";
    }

    @Override
    public Plan<ImageTask> plan(ImageRelease release, Planning planning) {
        return Plan.of(release.plan().images());
    }

    @Override
    public List<Artifact> run(ImageTask task, Run run) {
        OciLayout layout = layouts.at(ImageLayout.in(run));
        var config = Json.object()
                .put("os", task.platform().os())
                .put("architecture", task.platform().architecture())
                .put("variant", task.platform().variant());
        config.putArray("os.features").add("given");
        var labels = config.putObject("config").putObject("Labels");
        task.recipe().labels().forEach(labels::put);
        ImageManifest image = ImageManifest.of(
                        blob(layout, MediaTypes.OCI_CONFIG, Json.bytes(config)),
                        List.of(blob(layout, MediaTypes.OCI_LAYER_GZIP, content.getBytes(StandardCharsets.UTF_8))))
                .withAnnotations(task.annotations());
        layout.writeManifest(image);
        BuiltImage given = new BuiltImage(task, image);
        run.handOn(built, given);
        return List.of(given);
    }

    private static Descriptor blob(OciLayout layout, String type, byte[] bytes) {
        Descriptor blob = new Descriptor(type, Digest.of(bytes), bytes.length);
        try {
            layout.writeBlob(blob, () -> new ByteArrayInputStream(bytes));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return blob;
    }
}
