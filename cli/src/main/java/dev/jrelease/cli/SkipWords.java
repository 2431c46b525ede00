package dev.jrelease.cli;

import dev.jrelease.Releaser;
import java.util.Iterator;

/** The words of the stages that can be left out, for the help text: they are looked up when it is shown. */
final class SkipWords implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Releaser.skipWords().iterator();
    }
}
