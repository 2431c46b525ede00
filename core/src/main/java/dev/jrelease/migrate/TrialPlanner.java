package dev.jrelease.migrate;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.failure.Problems;
import dev.jrelease.pipeline.ReleasePlan;
import java.util.List;

/** Plans a file as releases that never are: a release, a prerelease and a snapshot. */
@FunctionalInterface
public interface TrialPlanner {
    List<ReleasePlan> of(ConfigFile file, Problems problems);
}
