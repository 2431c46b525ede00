package dev.jrelease.inspect;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.json.Json;
import dev.jrelease.text.ByteSize;
import dev.jrelease.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Formats an inspection as text. */
final class InspectReportText {
    private final InspectReport inspection;

    InspectReportText(InspectReport inspection) {
        this.inspection = inspection;
    }

    String summary() {
        Columns head = new Columns("  ")
                .row("type", inspection.manifest().mediaType())
                .row("digest", inspection.manifest().digest().toString())
                .row("size", ByteSize.text(inspection.manifest().bytes().length));
        Columns table = new Columns("  ").row("PLATFORM", "SIZE", "LAYERS", "DIGEST");
        inspection.children().forEach(child -> row(child, table));
        return VisibleText.inLine(inspection.name()) + "\n" + head.text() + "\n" + table.text();
    }

    String details() {
        StringBuilder text = new StringBuilder(summary());
        for (Child child : inspection.children()) {
            text.append('\n')
                    .append("  ")
                    .append(VisibleText.inLine(title(child)))
                    .append('\n');
            text.append(details(child));
        }
        return text.toString();
    }

    private void row(Child child, Columns table) {
        String digest = child.descriptor().digest().toString();
        switch (child) {
            case Child.Image image ->
                table.row(
                        title(image),
                        ByteSize.text(image.details().layerBytes()),
                        Integer.toString(image.details().manifest().layers().size()),
                        digest);
            case Child.Attestation attestation -> table.row(title(attestation), "", "", digest);
            case Child.Other other -> table.row(title(other), "", "", digest);
        }
    }

    private String title(Child child) {
        return switch (child) {
            case Child.Image image -> {
                String version = image.platform().osVersion();
                yield image.platform() + (version.isEmpty() ? "" : " (" + version + ")");
            }
            case Child.Attestation attestation -> "attestation of " + subject(attestation.of());
            case Child.Other other -> other.descriptor().mediaType();
        };
    }

    /** The platform of the child with this digest, or the digest. */
    private String subject(Digest digest) {
        Optional<Child> subject = inspection.children().stream()
                .filter(child -> child.descriptor().digest().equals(digest))
                .findFirst();
        return subject.filter(Child.Image.class::isInstance).map(this::title).orElse(digest.toString());
    }

    private String details(Child child) {
        Columns columns = new Columns("    ");
        if (inspection.manifest() instanceof ImageIndex) {
            columns.row("digest", child.descriptor().digest().toString());
            columns.row("size", ByteSize.text(child.descriptor().size()));
        }
        child.descriptor().annotations().forEach((name, value) -> columns.row("annotation", name + "=" + value));
        if (child instanceof Child.Image image) {
            details(image.details(), columns);
            return columns.text() + layers(image.details());
        }
        return columns.text();
    }

    private static void details(ImageDetails details, Columns columns) {
        ImageConfig config = details.config();
        optional("created", details.created(), columns);
        optional("entrypoint", words(config.entrypoint()), columns);
        optional("cmd", words(config.command()), columns);
        optional("user", config.user(), columns);
        optional("directory", config.workingDirectory(), columns);
        optional("ports", String.join(", ", config.exposedPorts()), columns);
        optional("volumes", String.join(", ", config.volumes()), columns);
        config.environment().forEach(variable -> columns.row("env", variable));
        config.labels().forEach((name, value) -> columns.row("label", name + "=" + value));
    }

    /** A list as JSON, where a word with a space differs from two words. */
    static String words(List<String> words) {
        var array = Json.array();
        words.forEach(array::add);
        return words.isEmpty() ? "" : Json.text(array);
    }

    private static void optional(String name, String value, Columns columns) {
        if (!value.isEmpty()) {
            columns.row(name, value);
        }
    }

    private static String layers(ImageDetails details) {
        Columns columns = new Columns("      ").row("LAYER", "SIZE", "DIFF ID");
        List<String> diffIds = new ArrayList<>(details.config().diffIds());
        for (Descriptor layer : details.manifest().layers()) {
            String diffId = diffIds.isEmpty() ? "" : diffIds.removeFirst();
            columns.row(layer.digest().toString(), ByteSize.text(layer.size()), diffId, at(layer));
        }
        return columns.text();
    }

    private static String at(Descriptor layer) {
        return layer.isForeign() ? "at " + String.join(", ", layer.foreignUrls()) : "";
    }
}
