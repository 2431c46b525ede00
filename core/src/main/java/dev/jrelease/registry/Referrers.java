package dev.jrelease.registry;

import dev.jrelease.http.HttpResponse;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What refers to the manifests of one repository. A registry that does not list it has a tag with the list.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers">referrers</a>
 */
record Referrers(Server server, String name, String repository, Manifests manifests) {
    private static final int MOST_PAGES = 1000;

    /** A page of a list. */
    private record Page(List<Descriptor> entries, Optional<String> next) {}

    List<Descriptor> of(Digest subject) throws InterruptedException {
        List<Descriptor> all = new ArrayList<>();
        Optional<String> target = Optional.of("/v2/" + repository + "/referrers/" + subject);
        for (int page = 0; target.isPresent() && page < MOST_PAGES; page++) {
            Call get = Call.of(
                            "read what refers to " + name + "@" + subject,
                            "GET",
                            target.get(),
                            Scopes.pull(repository),
                            200,
                            400,
                            404,
                            405,
                            501)
                    .with("Accept", MediaTypes.OCI_INDEX);
            Optional<Page> read = server.send(get, response -> page(get, response));
            if (read.isEmpty()) {
                return tagged(subject);
            }
            all.addAll(read.get().entries());
            target = read.get().next();
        }
        return all;
    }

    private Optional<Page> page(Call get, HttpResponse response) throws IOException {
        if (response.status() != 200) {
            return Optional.empty();
        }
        List<Descriptor> entries = entries(get, response.bytes(Manifest.MAX_BYTES + 1));
        Optional<String> next = response.headers()
                .first("Link")
                .flatMap(Referrers::address)
                .map(address -> URI.create(get.target()).resolve(address).toString());
        return Optional.of(new Page(entries, next));
    }

    /** The address of {@code <…>; rel="next"}. */
    private static Optional<String> address(String link) {
        int end = link.indexOf('>');
        return link.startsWith("<") && link.substring(end + 1).contains("next")
                ? Optional.of(link.substring(1, end))
                : Optional.empty();
    }

    private List<Descriptor> entries(Call get, byte[] bytes) {
        try {
            return Manifest.read(MediaTypes.OCI_INDEX, bytes).references();
        } catch (IllegalArgumentException malformed) {
            throw server.endpoint().diagnosis().wrong(get, "the registry sent " + malformed.getMessage());
        }
    }

    private List<Descriptor> tagged(Digest subject) throws InterruptedException {
        String tag = subject.asTag();
        return manifests.resolve(tag).isPresent() && manifests.read(tag) instanceof ImageIndex index
                ? index.manifests()
                : List.of();
    }
}
