package dev.jrelease.verify;

import dev.jrelease.image.layer.LayerEntry;
import dev.jrelease.image.layer.LayerEntry.Kind;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file system of a container: all layers merged, as an engine would. */
final class FileSystem {
    private static final int MOST_LINKS = 40;

    private final NavigableMap<String, Node> nodes = new TreeMap<>();
    private boolean missed;

    /**
     * A file, directory or link.
     *
     * @param layer the number of its layer; the lowest is 0
     */
    record Node(String path, Kind kind, int mode, String target, FileType content, int layer) {

        /** Whether it is a file that may be executed. */
        boolean isExecutable() {
            return kind == Kind.FILE && (mode & 0111) != 0;
        }

        private String child(String name) {
            return path.isEmpty() ? name : path + "/" + name;
        }

        String parent() {
            int slash = path.lastIndexOf('/');
            return slash < 0 ? "" : path.substring(0, slash);
        }
    }

    /** @param from the number of the first of these layers; the lower ones are not known */
    FileSystem(List<List<LayerFile>> layers, int from) {
        for (int i = 0; i < layers.size(); i++) {
            removeWhatIsGone(layers.get(i));
            for (LayerFile file : layers.get(i)) {
                add(file, from + i);
            }
        }
    }

    /** Whether something was looked for that is in none of these layers. */
    boolean hasMissed() {
        return missed;
    }

    /** Applies whiteouts, which affect lower layers only, independent of their position in a layer. */
    private void removeWhatIsGone(List<LayerFile> layer) {
        for (LayerFile file : layer) {
            LayerEntry entry = file.entry();
            if (entry.isOpaque()) {
                removeBelow(entry.parent());
            } else if (entry.isWhiteout()) {
                removeBelow(entry.removed());
                nodes.remove(entry.removed());
            }
        }
    }

    private void removeBelow(String directory) {
        if (directory.isEmpty()) {
            nodes.clear();
        } else {
            // '0' is the character after '/'
            nodes.subMap(directory + "/", directory + "0").clear();
        }
    }

    private void add(LayerFile file, int layer) {
        LayerEntry entry = file.entry();
        if (entry.isOpaque() || entry.isWhiteout()) {
            return;
        }
        String path = written(entry.path());
        if (entry.kind() != Kind.DIRECTORY) {
            removeBelow(path);
        }
        @Nullable Node linked = entry.kind() == Kind.HARD_LINK ? nodes.get(written(entry.target())) : null;
        missed |= entry.kind() == Kind.HARD_LINK && linked == null;
        nodes.put(
                path,
                linked == null
                        ? new Node(path, entry.kind(), entry.mode(), entry.target(), file.content(), layer)
                        : new Node(path, linked.kind, linked.mode, linked.target, linked.content, layer));
    }

    /** The path of an entry after links are resolved: lower layers may have a link in place of its directory. */
    private String written(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0
                ? path
                : directoryAt(directory(path.substring(0, slash))).child(path.substring(slash + 1));
    }

    /** The real path of a directory that may be a link; unchanged if it does not exist. */
    String directory(String path) {
        return walk(path).map(Node::path).orElse(path);
    }

    /** The node at a path after links are followed; empty if there is none, or if links form a cycle. */
    Optional<Node> resolve(String path) {
        Optional<Node> found = walk(path).filter(node -> !node.path().isEmpty());
        missed |= found.isEmpty();
        return found;
    }

    Collection<Node> nodes() {
        return nodes.values();
    }

    private Optional<Node> walk(String path) {
        Deque<String> rest = new ArrayDeque<>(names(path));
        Node at = root();
        for (int links = 0; !rest.isEmpty() && links <= MOST_LINKS; ) {
            String name = rest.removeFirst();
            Optional<Node> next = name.equals("..") ? node(at.parent()) : node(at.child(name));
            if (next.isEmpty()) {
                return next;
            }
            Node found = next.get();
            if (found.kind == Kind.SYMBOLIC_LINK) {
                links++;
                names(found.target).reversed().forEach(rest::addFirst);
                at = found.target.startsWith("/") ? root() : at;
            } else {
                at = found;
            }
        }
        return rest.isEmpty() ? Optional.of(at) : Optional.empty();
    }

    /** A directory without an entry of its own exists if it contains something. */
    private Optional<Node> node(String path) {
        Optional<Node> written = Optional.ofNullable(nodes.get(path));
        boolean implied = path.isEmpty()
                || (written.isEmpty() && !nodes.subMap(path + "/", path + "0").isEmpty());
        return implied ? Optional.of(directoryAt(path)) : written;
    }

    private static Node directoryAt(String path) {
        return new Node(path, Kind.DIRECTORY, 0755, "", new FileType.Other(), 0);
    }

    private static Node root() {
        return directoryAt("");
    }

    private static List<String> names(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(name -> !name.isEmpty() && !name.equals("."))
                .toList();
    }
}
