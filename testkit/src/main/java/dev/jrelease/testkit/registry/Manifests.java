package dev.jrelease.testkit.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /v2/NAME/manifests/REFERENCE}: manifests and indexes by tag and by digest. */
final class Manifests implements Endpoint {
    private final RegistryContent holdings;
    private final RequestLog log;
    private final ManifestCheck check;
    private final Lag lag;
    private final Dialect dialect;

    Manifests(RegistryContent holdings, RequestLog log, Lag lag, Dialect dialect) {
        this.holdings = holdings;
        this.log = log;
        this.lag = lag;
        this.dialect = dialect;
        this.check = new ManifestCheck(holdings, lag);
    }

    @Override
    public void answer(Call call, String repository, String reference) throws IOException {
        switch (call.method()) {
            case "GET", "HEAD" -> read(call, repository, reference);
            case "PUT" -> put(call, repository, reference);
            case "DELETE" -> delete(call, repository, reference);
            default -> throw Refusal.unsupported(call);
        }
    }

    private void read(Call call, String repository, String reference) throws IOException {
        Optional<Lag.Unseen> early = lag.look(repository, reference);
        String seen = early.isEmpty()
                ? reference
                : early.get().former().orElseThrow(() -> Refusal.manifestUnknown(reference));
        StoredManifest manifest =
                holdings.manifest(repository, seen).orElseThrow(() -> Refusal.manifestUnknown(reference));
        List<String> accepted = call.headers("Accept");
        if (!accepted.isEmpty()
                && accepted.stream()
                        .noneMatch(types -> types.contains(manifest.mediaType()) || types.contains("*/*"))) {
            throw Refusal.manifestUnknown(reference + " is " + manifest.mediaType() + ", which is not accepted");
        }
        call.with("Content-Type", manifest.mediaType())
                .withDigest(manifest.digest())
                .answer(200, manifest.bytes());
    }

    private void put(Call call, String repository, String reference) throws IOException {
        String mediaType = call.header("Content-Type").orElse("");
        StoredManifest manifest = new StoredManifest(mediaType, call.body().readAllBytes());
        boolean byDigest = reference.contains(":");
        if (byDigest && !reference.equals(manifest.digest())) {
            throw Refusal.digestInvalid(reference, manifest.digest());
        }
        JsonNode root = check.check(repository, manifest);
        List<String> tags = byDigest ? tagParameters(call) : List.of(reference);
        keep(repository, manifest, tags, call.looksTooEarly());
        if (byDigest && !tags.isEmpty()) {
            call.with("OCI-Tag", String.join(", ", tags));
        }
        JsonNode subject = root.path("subject").path("digest");
        if (subject.isTextual()) {
            call.with("OCI-Subject", subject.asText());
        }
        call.with("Location", "/v2/" + repository + "/manifests/" + manifest.digest())
                .withDigest(manifest.digest())
                .answer(201);
    }

    /** The tags that one request gives to a manifest besides; a registry that knows no such parameter ignores it. */
    private List<String> tagParameters(Call call) {
        List<String> tags = dialect.tagParameters() ? call.query().all("tag") : List.of();
        tags.stream().filter(tag -> !tag.matches(Router.TAG)).findFirst().ifPresent(tag -> {
            throw new Refusal(400, "TAG_INVALID", "'" + tag + "' is no tag");
        });
        return tags;
    }

    private synchronized void keep(String repository, StoredManifest manifest, List<String> tags, int looks)
            throws IOException {
        String digest = manifest.digest();
        if (looks > 0) {
            hide(repository, digest, tags, looks);
        }
        holdings.addManifest(repository, manifest);
        log.enter(Write.Kind.MANIFEST, repository, digest, digest);
        for (String tag : tags) {
            holdings.tag(repository, tag, digest);
            log.enter(Write.Kind.TAG, repository, tag, digest);
        }
    }

    private void hide(String repository, String digest, List<String> tags, int looks) throws IOException {
        if (holdings.manifest(repository, digest).isEmpty()) {
            lag.hide(repository, digest, Optional.empty(), looks);
        }
        for (String tag : tags) {
            Optional<String> former = holdings.manifest(repository, tag).map(StoredManifest::digest);
            lag.hide(repository, tag, former, looks);
        }
    }

    private synchronized void delete(Call call, String repository, String reference) throws IOException {
        boolean byDigest = reference.contains(":");
        boolean deleted =
                byDigest ? holdings.deleteManifest(repository, reference) : holdings.deleteTag(repository, reference);
        if (!deleted) {
            throw Refusal.manifestUnknown(reference);
        }
        log.enter(
                byDigest ? Write.Kind.DELETE_MANIFEST : Write.Kind.DELETE_TAG,
                repository,
                reference,
                byDigest ? reference : "");
        call.answer(202);
    }
}
