package dev.jrelease.git;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which tags are looked for along the history.
 *
 * @param patterns git's wildcards; a tag has to match one of them
 * @param except names of tags that are passed over
 */
public record TagSearch(List<String> patterns, List<String> except) {
    /** Any tag at all. */
    public static final TagSearch ALL = new TagSearch(List.of(), List.of());

    public TagSearch {
        patterns = List.copyOf(patterns);
        except = List.copyOf(except);
    }

    Stream<String> arguments() {
        return Stream.concat(
                patterns.stream().map(pattern -> "--match=" + pattern),
                except.stream().map(name -> "--exclude=" + name)); // a tag's name holds no wildcard
    }
}
