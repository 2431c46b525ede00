package dev.jrelease.config;

import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Problems;
import dev.jrelease.files.SourceTree;
import dev.jrelease.template.Partials;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.Map;

/**
 * The partials in the templates of a configuration file; their paths start at its folder.
 *
 * @param read collects the partials that were read
 */
record FilePartials(ConfigFile file, SourceTree tree, Map<String, String> read, Problems problems) implements Partials {

    @Override
    public String text(String name) throws IOException {
        if (file.folder().isEmpty()) {
            throw new IOException("partials are not available here");
        }
        try {
            byte[] bytes =
                    BoundedFile.readRegular(tree.inside(file.folder().get().resolve(name)));
            String text = Utf8.decode(label(name), bytes);
            problems.learn(label(name), text);
            read.put(label(name), text);
            return text;
        } catch (InvalidPathException malformed) {
            throw new IOException("it is not a path", malformed);
        } catch (InvalidConfigurationException notText) {
            problems.addAll(notText.problems());
            throw new IOException("it is not text", notText);
        }
    }

    @Override
    public String label(String name) {
        return file.beside(name);
    }
}
