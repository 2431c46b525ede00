package dev.jrelease.pipes.builds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import java.util.List;

/**
 * A build file whose version is another one than that of the release.
 *
 * @param file from the project's folder
 * @param found its version
 * @param wanted the version of the release
 */
record VersionTask(String file, String found, String wanted) implements Task {

    @Override
    public String title() {
        return file;
    }

    @Override
    public List<String> describe() {
        return List.of(file + "  version " + found + ", and not " + wanted);
    }

    @Override
    public ObjectNode json() {
        return Json.object().put("file", file).put("found", found).put("wanted", wanted);
    }
}
