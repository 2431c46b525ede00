package dev.jrelease.cli;

import dev.jrelease.Releaser;
import java.util.Iterator;

/** The words of {@code --skip} for the help text, computed when it is shown. */
final class SkipWords implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Releaser.skipWords().iterator();
    }
}
