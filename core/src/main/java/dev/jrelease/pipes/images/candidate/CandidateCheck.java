package dev.jrelease.pipes.images.candidate;

import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.ImageTag;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.registry.Registries;
import dev.jrelease.report.ReleaseEvent.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Checks that a candidate exists, and that the tags of the release may be written. */
record CandidateCheck(PromotedContent content, Registries registries, Run run) {

    List<ReleaseException> refusals() throws InterruptedException {
        List<Digest> candidate = new ArrayList<>();
        List<ReleaseException> refusals = new ArrayList<>();
        check("candidate " + content.candidates(), refusals, () -> {
            FoundCandidate found = new CandidateSearch(registries, run, this::doubt).find(content);
            candidate.add(found.digest());
            return found.found();
        });
        if (!candidate.isEmpty()) {
            for (ImageTag tag : content.tags()) {
                look(tag.name(), candidate.getFirst(), refusals);
            }
        }
        return refusals;
    }

    /** The run itself warns of it. */
    private void doubt(String tag, String remark) {
        run.checked("candidate " + tag, Verdict.DOUBTFUL, remark, Optional.empty());
    }

    private void check(String what, List<ReleaseException> refusals, Callable<String> question)
            throws InterruptedException {
        try {
            run.check(what, question);
        } catch (ReleaseException refusal) {
            refusals.add(refusal);
        }
    }

    private void look(ImageName tag, Digest candidate, List<ReleaseException> refusals) throws InterruptedException {
        String what = "tag " + tag.text();
        Optional<Digest> there;
        try {
            there = registries
                    .repository(tag.reference(), tag.access(), run.retry())
                    .resolve(tag.tag())
                    .map(Descriptor::digest);
        } catch (ReleaseException failure) {
            // What to do about the registry stands at the check of permission.
            run.checked(what, Verdict.DOUBTFUL, "not looked up: " + failure.reason(), Optional.empty());
            return;
        }
        boolean other = there.isPresent() && !there.get().equals(candidate);
        if (other && mayNotBeWritten(tag)) {
            check(what, refusals, () -> {
                throw tag.published().refused(there.get(), candidate);
            });
            return;
        }
        String found =
                there.map(held -> (other ? "holds " : "is there: ") + held).orElse("is free");
        run.checked(what, other ? Verdict.DOUBTFUL : Verdict.PASSED, found, Optional.empty());
    }

    private boolean mayNotBeWritten(ImageName tag) {
        return !tag.floating() && !run.plan().options().overwrite() && !registries.isMirror(tag.reference());
    }
}
