package dev.jrelease.htmlreport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.htmlreport.LayoutImages.Image;
import dev.jrelease.htmlreport.LayoutImages.Layer;
import dev.jrelease.image.Digest;
import dev.jrelease.text.ByteSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the template of the page shows. Texts are those of the release; the template escapes them. Numbers are for
 * styles: {@code left} and {@code width} in percent, {@code hue} in degrees.
 */
record Page(
        String title,
        String state,
        List<Fact> facts,
        List<TagRow> tags,
        List<ImageRow> images,
        List<StageRow> stages,
        List<Timeline.Remark> remarks) {

    boolean hasTags() {
        return !tags.isEmpty();
    }

    boolean hasRemarks() {
        return !remarks.isEmpty();
    }

    record Fact(String name, String value) {}

    /** A tag with what it held before, if that was something else. */
    record TagRow(String name, String how, String before, String digest) {}

    record ImageRow(String platform, String digest, String size, List<String> names, List<LayerBar> layers) {}

    record LayerBar(String digest, String size, String createdBy, String width, boolean shared, int hue) {}

    record StageRow(String name, String state, String note, List<TaskBar> tasks) {
        boolean hasNote() {
            return !note.isEmpty();
        }
    }

    record TaskBar(String title, String state, String time, String left, String width, List<StepBar> steps) {}

    /** Its place inside the bar of its task. */
    record StepBar(String name, String time, boolean cached, String left, String width) {}

    private static final int HUES = 360;
    private static final int FIRST_HUE = 210;
    /** Neighbours in the list of shared layers get colours that are far apart. */
    private static final int NEXT_HUE = 137;

    static Page of(ReleaseFiles files, List<Image> images) {
        Timeline timeline = Timeline.of(files.events());
        JsonNode metadata = files.metadata();
        return new Page(
                metadata.path("project_name").asText() + " "
                        + metadata.path("version").asText(),
                timeline.state(),
                facts(metadata, timeline),
                tags(files.events()),
                images(images),
                timeline.stages().stream()
                        .map(stage -> stage(stage, timeline.duration()))
                        .toList(),
                timeline.remarks());
    }

    private static List<Fact> facts(JsonNode metadata, Timeline timeline) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("tag", metadata.path("tag").asText());
        all.put("previous tag", metadata.path("previous_tag").asText());
        all.put("commit", metadata.path("commit").asText());
        all.put("date", wholeSeconds(metadata.path("date").asText()));
        all.put("took", seconds(timeline.duration()));
        return all.entrySet().stream()
                .filter(fact -> !fact.getValue().isEmpty())
                .map(fact -> new Fact(fact.getKey(), fact.getValue()))
                .toList();
    }

    private static String wholeSeconds(String time) {
        int fraction = time.indexOf('.');
        return fraction > 0 && time.endsWith("Z") ? time.substring(0, fraction) + "Z" : time;
    }

    private static List<TagRow> tags(List<JsonNode> events) {
        List<TagRow> rows = new ArrayList<>();
        for (JsonNode event : events) {
            for (JsonNode artifact : event.path("artifacts")) {
                if (artifact.path("type").asText().equals("tag")) {
                    String remark = artifact.path("remark").asText();
                    rows.add(new TagRow(
                            artifact.path("name").asText(),
                            artifact.path("how").asText().replace('_', ' ') + (remark.isEmpty() ? "" : ": " + remark),
                            artifact.path("before").asText(),
                            artifact.path("digest").asText()));
                }
            }
        }
        return rows;
    }

    /** Layers in several images have a colour of their own; the largest image has the full width. */
    private static List<ImageRow> images(List<Image> images) {
        Map<Digest, Integer> uses = new HashMap<>();
        images.forEach(image -> image.layers().stream()
                .map(Layer::digest)
                .distinct()
                .forEach(digest -> uses.merge(digest, 1, Integer::sum)));
        Map<Digest, Integer> hues = new HashMap<>();
        long largest = images.stream().mapToLong(Image::size).max().orElse(0);
        List<ImageRow> rows = new ArrayList<>();
        for (Image image : images) {
            List<LayerBar> bars = new ArrayList<>();
            for (Layer layer : image.layers()) {
                boolean shared = uses.getOrDefault(layer.digest(), 0) > 1;
                if (shared) {
                    hues.putIfAbsent(layer.digest(), (FIRST_HUE + hues.size() * NEXT_HUE) % HUES);
                }
                bars.add(new LayerBar(
                        layer.digest().toString(),
                        ByteSize.text(layer.size()),
                        layer.createdBy(),
                        percent(layer.size(), largest),
                        shared,
                        hues.getOrDefault(layer.digest(), 0)));
            }
            rows.add(new ImageRow(
                    image.platform(), image.digest().toString(), ByteSize.text(image.size()), image.names(), bars));
        }
        return rows;
    }

    private static StageRow stage(Timeline.Stage stage, long duration) {
        return new StageRow(
                stage.name(),
                stage.state(),
                stage.note(),
                stage.tasks().stream().map(task -> task(task, duration)).toList());
    }

    private static TaskBar task(Timeline.Task task, long duration) {
        long length = task.end() - task.start();
        return new TaskBar(
                task.title(),
                task.state(),
                seconds(length),
                percent(task.start(), duration),
                percent(length, duration),
                task.steps().stream()
                        .map(step -> new StepBar(
                                step.name(),
                                seconds(step.end() - step.start()),
                                step.cached(),
                                percent(Math.max(0, step.start() - task.start()), length),
                                percent(step.end() - step.start(), length)))
                        .toList());
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f", whole == 0 ? 0 : Math.min(100, 100.0 * part / whole));
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
    }
}
