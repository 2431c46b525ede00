package dev.jrelease.testkit.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.testkit.engine.Dockerfile.Instruction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** An image while it is being built. */
final class ImageDraft {
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");

    private final String[] platform;
    private final Map<String, String> given;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<Layer> layers = new ArrayList<>();
    private ObjectNode config = EngineImage.JSON.createObjectNode();

    /** @param given the build arguments; those that the Dockerfile declares have an effect */
    ImageDraft(String platform, Map<String, String> given) {
        this.platform = platform.split("/", 3);
        this.given = new LinkedHashMap<>(given);
        this.given.put("TARGETPLATFORM", platform);
        this.given.put("TARGETOS", this.platform[0]);
        this.given.put("TARGETARCH", this.platform[1]);
        this.given.put("TARGETVARIANT", variant());
    }

    private String variant() {
        String stated = platform.length > 2 ? platform[2] : "";
        return platform[1].equals("arm64") ? "" : stated;
    }

    void startFrom(EngineImage base) {
        layers.addAll(base.layers());
        if (base.configuration().path("config") instanceof ObjectNode inherited) {
            config = inherited.deepCopy();
        }
    }

    void add(Layer layer) {
        layers.add(layer);
    }

    void label(String name, String value) {
        config.withObjectProperty("Labels").put(name, value);
    }

    String expand(String text) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            return java.util.regex.Matcher.quoteReplacement(variables.getOrDefault(name, ""));
        });
    }

    /** Takes an instruction that only says something about the image. */
    void describe(Instruction instruction) {
        String rest = expand(instruction.rest());
        switch (instruction.name()) {
            case "ARG" -> declare(rest);
            case "ENV" ->
                pairs(rest).forEach((name, value) -> {
                    variables.put(name, value);
                    config.withArrayProperty("Env").add(name + "=" + value);
                });
            case "LABEL" -> pairs(rest).forEach(this::label);
            case "ENTRYPOINT" -> config.set("Entrypoint", command(rest));
            case "CMD" -> config.set("Cmd", command(rest));
            case "USER" -> config.put("User", rest);
            case "WORKDIR" -> config.put("WorkingDir", rest);
            case "EXPOSE" ->
                config.withObjectProperty("ExposedPorts").putObject(rest.contains("/") ? rest : rest + "/tcp");
            case "VOLUME" -> config.withObjectProperty("Volumes").putObject(rest);
            default -> throw new IllegalArgumentException(instruction.name());
        }
    }

    private void declare(String argument) {
        String name = argument.replaceFirst("=.*", "");
        String standard = argument.contains("=") ? argument.substring(name.length() + 1) : "";
        variables.put(name, given.getOrDefault(name, standard));
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split("\\s+(?=[\\w.]+=)", -1)) {
            int equals = pair.indexOf('=');
            pairs.put(pair.substring(0, equals), pair.substring(equals + 1).replaceAll("^\"|\"$", ""));
        }
        return pairs;
    }

    private static ArrayNode command(String text) {
        try {
            JsonNode array = EngineImage.JSON.readTree(text);
            if (array instanceof ArrayNode words) {
                return words;
            }
        } catch (JsonProcessingException shellForm) {
            // What is not JSON is run by the shell.
        }
        return EngineImage.JSON.createArrayNode().add("/bin/sh").add("-c").add(text);
    }

    EngineImage finish() {
        ObjectNode image = EngineImage.JSON.createObjectNode();
        image.put("architecture", platform[1]);
        if (!variant().isEmpty()) {
            image.put("variant", variant());
        }
        image.put("os", platform[0]);
        image.put("created", created());
        image.set("config", config);
        ObjectNode rootfs = image.putObject("rootfs");
        rootfs.put("type", "layers");
        ArrayNode diffIds = rootfs.putArray("diff_ids");
        layers.forEach(layer -> diffIds.add(layer.diffId()));
        return new EngineImage(image.toString().getBytes(StandardCharsets.UTF_8), List.copyOf(layers));
    }

    private String created() {
        return Instant.ofEpochSecond(Long.parseLong(given.getOrDefault("SOURCE_DATE_EPOCH", "1767225600")))
                .toString();
    }
}
