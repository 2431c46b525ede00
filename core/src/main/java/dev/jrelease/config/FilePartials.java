package dev.jrelease.config;

import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Problems;
import dev.jrelease.files.SourceTree;
import dev.jrelease.template.Partials;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.Map;

/**
 * The files that the templates of a configuration file include: their paths start from its folder.
 *
 * @param read learns what was included
 */
record FilePartials(ConfigFile file, SourceTree tree, Map<String, String> read, Problems problems) implements Partials {

    @Override
    public String text(String name) throws IOException {
        if (file.folder().isEmpty()) {
            throw new IOException("there are no partials here");
        }
        try {
            byte[] bytes =
                    BoundedFile.readRegular(tree.inside(file.folder().get().resolve(name)));
            String text = Utf8.decode(label(name), bytes);
            problems.learn(label(name), text);
            read.put(label(name), text);
            return text;
        } catch (InvalidPathException malformed) {
            throw new IOException("that is not a path", malformed);
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
