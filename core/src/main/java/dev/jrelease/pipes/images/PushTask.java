package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import java.util.List;

/**
 * The content that one repository has to hold before a tag of it may be written.
 *
 * @param repository a reference in it, whose tag does not count
 * @param mountFrom repositories of the same registry that hold some of the content already
 */
public record PushTask(ImageReference repository, Access access, List<TagContent> subjects, List<String> mountFrom)
        implements Task {

    public PushTask {
        subjects = List.copyOf(subjects);
        mountFrom = List.copyOf(mountFrom);
    }

    @Override
    public String title() {
        return repository.name();
    }

    @Override
    public List<String> describe() {
        return List.of(repository.name() + "  " + subjects.size() + " by digest"
                + (access == Access.INSECURE ? "  (insecure)" : ""));
    }

    @Override
    public ObjectNode json() {
        ObjectNode node = Json.object().put("repository", repository.name());
        node.put("insecure", access == Access.INSECURE);
        return node;
    }
}
