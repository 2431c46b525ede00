package dev.jrelease.pipeline;

import dev.jrelease.config.ReleaseConfig;
import java.util.HashMap;
import java.util.Map;

/** The plans of features, each computed once for all of its stages. */
public final class PlannedFeatures {
    private final ReleaseConfig config;
    private final Map<Feature<?>, Object> planned = new HashMap<>();

    public PlannedFeatures(ReleaseConfig config) {
        this.config = config;
    }

    @SuppressWarnings("unchecked") // the value of a feature is its plan
    <P> P plan(Feature<P> feature, Planning planning) {
        Object known = planned.get(feature);
        if (known == null) {
            known = feature.plan(config, planning);
            planned.put(feature, known);
        }
        return (P) known;
    }
}
