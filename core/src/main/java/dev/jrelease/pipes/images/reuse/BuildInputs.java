package dev.jrelease.pipes.images.reuse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.context.BuildContext;
import dev.jrelease.image.Digest;
import dev.jrelease.json.Json;
import dev.jrelease.pipes.images.flags.BuildOptions;
import dev.jrelease.pipes.images.plan.BuildRecipe;
import dev.jrelease.pipes.images.plan.ImageTask;
import java.util.Collection;
import java.util.Map;

/**
 * All that the image of a build depends on, except for the content of its files and of its bases, which is compared
 * afterwards.
 *
 * @param buildArgs those of the recipe, and what every build gets
 * @param engine which engine builds, with its version
 */
public record BuildInputs(ImageTask task, BuildContext context, Map<String, String> buildArgs, String engine) {

    /** Identifies the build. Values of secrets have no part in it, as they have none in the cache of BuildKit. */
    public Digest key() {
        BuildRecipe recipe = task.recipe();
        ObjectNode all = Maker.describe()
                .put("engine", engine)
                .put("platform", task.platform().toString())
                .put("target", recipe.target());
        addAll("context", context.outline(), all);
        addAll("build_args", buildArgs, all);
        addAll("labels", recipe.labels(), all);
        addAll("annotations", task.annotations(), all);
        add(recipe.options(), all);
        return Digest.of(Json.bytes(all));
    }

    private static void add(BuildOptions options, ObjectNode all) {
        all.put("pull", options.pull()).put("network", options.network());
        addAll("cache_from", options.cacheFrom(), all);
        addAll("extra_hosts", options.extraHosts(), all);
        addAll("secrets", options.secrets().keySet(), all);
    }

    private static void addAll(String name, Collection<String> values, ObjectNode to) {
        ArrayNode array = to.putArray(name);
        values.forEach(array::add);
    }

    private static void addAll(String name, Map<String, String> values, ObjectNode to) {
        ObjectNode object = to.putObject(name);
        values.forEach(object::put);
    }
}
