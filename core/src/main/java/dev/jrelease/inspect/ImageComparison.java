package dev.jrelease.inspect;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.ImageSource;
import dev.jrelease.inspect.LayerComparison.LayerSide;
import dev.jrelease.text.ByteSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the differences between two images of one platform: configuration, layers, files. */
final class ImageComparison {
    private final String where;
    private final ImageSource sourceA;
    private final ImageSource sourceB;
    private final List<Difference> differences = new ArrayList<>();

    ImageComparison(String where, ImageSource sourceA, ImageSource sourceB) {
        this.where = where;
        this.sourceA = sourceA;
        this.sourceB = sourceB;
    }

    List<Difference> compare(ImageDetails a, ImageDetails b) throws IOException, InterruptedException {
        if (a.manifest().digest().equals(b.manifest().digest())) {
            return List.of();
        }
        compareConfigs(a, b);
        compareLayers(a, b);
        boolean sameContent = differences.isEmpty();
        differ("media type", a.manifest().mediaType(), b.manifest().mediaType());
        if (sameContent && differences.isEmpty()) {
            String what =
                    a.manifest().config().digest().equals(b.manifest().config().digest())
                            ? DocumentComparison.words(
                                    "manifests",
                                    a.manifest().bytes(),
                                    b.manifest().bytes())
                            : "the configurations differ in history, or in a key that engines do not read";
            differences.add(new Difference(where, what, "", ""));
        }
        return differences;
    }

    private void compareConfigs(ImageDetails detailsA, ImageDetails detailsB) {
        ImageConfig a = detailsA.config();
        ImageConfig b = detailsB.config();
        differ("platform", a.platform().toString(), b.platform().toString());
        differ("created", detailsA.created(), detailsB.created());
        differ("entrypoint", InspectReportText.words(a.entrypoint()), InspectReportText.words(b.entrypoint()));
        differ("cmd", InspectReportText.words(a.command()), InspectReportText.words(b.command()));
        differ("user", a.user(), b.user());
        differ("directory", a.workingDirectory(), b.workingDirectory());
        differ("ports", String.join(", ", a.exposedPorts()), String.join(", ", b.exposedPorts()));
        differ("volumes", String.join(", ", a.volumes()), String.join(", ", b.volumes()));
        differ("env", variables(a), variables(b));
        differ("label", a.labels(), b.labels());
        differ("history", detailsA.history() + " steps", detailsB.history() + " steps");
    }

    private static Map<String, String> variables(ImageConfig config) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String variable : config.environment()) {
            int equals = variable.indexOf('=');
            variables.put(
                    equals < 0 ? variable : variable.substring(0, equals),
                    equals < 0 ? "" : variable.substring(equals + 1));
        }
        return variables;
    }

    private void differ(String what, Map<String, String> a, Map<String, String> b) {
        TreeSet<String> names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        names.forEach(name -> differ(what + " " + name, quoted(a.get(name)), quoted(b.get(name))));
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "" : "'" + value + "'";
    }

    private void differ(String what, String a, String b) {
        if (!a.equals(b)) {
            differences.add(new Difference(where, what, a, b));
        }
    }

    private void compareLayers(ImageDetails a, ImageDetails b) throws IOException, InterruptedException {
        List<Descriptor> layersA = a.manifest().layers();
        List<Descriptor> layersB = b.manifest().layers();
        int common = Math.min(layersA.size(), layersB.size());
        for (int i = 0; i < common; i++) {
            if (!layersA.get(i).digest().equals(layersB.get(i).digest())) {
                compareLayers(i, a, b);
            }
        }
        for (int i = common; i < layersA.size(); i++) {
            differ("layer " + (i + 1), text(layersA.get(i)), "");
        }
        for (int i = common; i < layersB.size(); i++) {
            differ("layer " + (i + 1), "", text(layersB.get(i)));
        }
    }

    private void compareLayers(int number, ImageDetails a, ImageDetails b) throws IOException, InterruptedException {
        String what = "layer " + (number + 1);
        Descriptor layerA = a.manifest().layers().get(number);
        Descriptor layerB = b.manifest().layers().get(number);
        differ(what, text(layerA), text(layerB));
        String diffIdA = diffId(a, number);
        String diffIdB = diffId(b, number);
        if (!diffIdA.isEmpty() && diffIdA.equals(diffIdB)) {
            differences.add(new Difference(where, what + " has the same content, compressed differently", "", ""));
        } else {
            differences.addAll(new LayerComparison(where, what)
                    .compare(new LayerSide(sourceA, layerA, diffIdA), new LayerSide(sourceB, layerB, diffIdB)));
        }
    }

    private static String diffId(ImageDetails image, int number) {
        List<String> diffIds = image.config().diffIds();
        return number < diffIds.size() ? diffIds.get(number) : "";
    }

    private static String text(Descriptor layer) {
        return "sha256:" + layer.digest().abbreviated() + " (" + ByteSize.text(layer.size()) + ")";
    }
}
