package dev.jrelease.failure;

/**
 * A place in a text file, or the file as a whole.
 *
 * @param file the file as the user named it
 * @param line counted from 1; 0 for the file as a whole
 * @param column counted from 1, in characters; 0 for the file as a whole
 */
public record Location(String file, int line, int column) implements Comparable<Location> {

    /** The file as a whole. */
    public static Location ofFile(String file) {
        return new Location(file, 0, 0);
    }

    public boolean isWholeFile() {
        return line == 0;
    }

    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        int byLine = Integer.compare(line, other.line);
        return byFile != 0 ? byFile : byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** {@code file:line:column}, the form that editors and terminals turn into a link; of a file as a whole its name. */
    @Override
    public String toString() {
        return isWholeFile() ? file : file + ":" + line + ":" + column;
    }
}
