package dev.jrelease.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import dev.jrelease.secret.Redactor;

/** A plan for machines. Apart from {@link ReleasePlan}, because one that is shown to people loads no JSON. */
final class PlanJson {
    private PlanJson() {}

    static String text(ReleasePlan plan, Redactor redactor) {
        return Json.pretty(of(plan, redactor)) + "\n";
    }

    static ObjectNode of(ReleasePlan plan, Redactor redactor) {
        ObjectNode root = Json.object();
        root.put("project_name", plan.projectName());
        root.put("version", plan.version());
        root.put("tag", plan.facts().tag());
        root.put("commit", plan.facts().commit());
        root.put("snapshot", plan.options().snapshot());
        if (plan.facts().git().state().isDirty()) {
            root.put("dirty", true);
        }
        for (PlannedPipe<?, ?> planned : plan.pipes()) {
            for (PlanPart part : planned.parts()) {
                ArrayNode array = root.withArray("/" + part.key());
                part.tasks().forEach(task -> array.add(task.json()));
            }
        }
        MaskedJson.mask(root, redactor);
        return root;
    }
}
