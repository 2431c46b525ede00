package dev.jrelease.testkit.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /v2/NAME/manifests/REFERENCE}: manifests and indexes by tag and by digest. */
final class Manifests implements Endpoint {
    private final Holdings holdings;
    private final Journal journal;
    private final ManifestCheck check;

    Manifests(Holdings holdings, Journal journal) {
        this.holdings = holdings;
        this.journal = journal;
        this.check = new ManifestCheck(holdings);
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
        StoredManifest manifest =
                holdings.manifest(repository, reference).orElseThrow(() -> Refusal.manifestUnknown(reference));
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
        keep(repository, manifest, byDigest ? Optional.empty() : Optional.of(reference));
        JsonNode subject = root.path("subject").path("digest");
        if (subject.isTextual()) {
            call.with("OCI-Subject", subject.asText());
        }
        call.with("Location", "/v2/" + repository + "/manifests/" + manifest.digest())
                .withDigest(manifest.digest())
                .answer(201);
    }

    private synchronized void keep(String repository, StoredManifest manifest, Optional<String> tag)
            throws IOException {
        String digest = manifest.digest();
        holdings.addManifest(repository, manifest);
        journal.enter(Write.Kind.MANIFEST, repository, digest, digest);
        if (tag.isPresent()) {
            holdings.tag(repository, tag.get(), digest);
            journal.enter(Write.Kind.TAG, repository, tag.get(), digest);
        }
    }

    private synchronized void delete(Call call, String repository, String reference) throws IOException {
        boolean byDigest = reference.contains(":");
        boolean deleted =
                byDigest ? holdings.deleteManifest(repository, reference) : holdings.deleteTag(repository, reference);
        if (!deleted) {
            throw Refusal.manifestUnknown(reference);
        }
        journal.enter(
                byDigest ? Write.Kind.DELETE_MANIFEST : Write.Kind.DELETE_TAG,
                repository,
                reference,
                byDigest ? reference : "");
        call.answer(202);
    }
}
