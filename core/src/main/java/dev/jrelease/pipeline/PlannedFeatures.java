package dev.jrelease.pipeline;

import dev.jrelease.config.ReleaseConfig;
import java.util.HashMap;
import java.util.Map;

/** What each feature of one plan is planned to, so that all of its stages are given the same. */
final class PlannedFeatures {
    private final ReleaseConfig config;
    private final Map<Feature<?>, Object> planned = new HashMap<>();

    PlannedFeatures(ReleaseConfig config) {
        this.config = config;
    }

    @SuppressWarnings("unchecked") // under a feature is what it was planned to
    <P> P plan(Feature<P> feature, Planning planning) {
        Object known = planned.get(feature);
        if (known == null) {
            known = feature.plan(config, planning);
            planned.put(feature, known);
        }
        return (P) known;
    }
}
