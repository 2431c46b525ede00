package dev.jrelease.pipes.publish;

import dev.jrelease.failure.Reason;
import dev.jrelease.image.Manifest;
import dev.jrelease.pipeline.Run;
import dev.jrelease.publish.TagResult;
import dev.jrelease.publish.TransactionListener;
import dev.jrelease.publish.Wanted;
import java.util.List;

/** Reports the events of a transaction as events of its stage. */
record RunListener(Run run) implements TransactionListener {
    @Override
    public void on(Event event) {
        switch (event) {
            case Event.Begun _ -> {}
            case Event.Held(var destination) -> {
                List<Manifest> contents = destination.tags().stream()
                        .map(Wanted::content)
                        .distinct()
                        .toList();
                progress(destination.repository().name(), "holds " + ContentCount.of(contents) + " by digest");
            }
            case Event.Transferred(var destination, var transfer) -> run.transferred(transfer);
            case Event.TagDone(TagResult result) -> progress(result.tag().text(), result.story());
            case Event.LeftOut(var mirror, var because) ->
                warning(mirror.repository().name(), "left out from here on: " + Reason.of(because));
            case Event.Remark(var tag, String text) -> warning(tag.text(), text);
        }
    }

    private void progress(String of, String message) {
        run.about(of).message(message);
    }

    private void warning(String of, String message) {
        run.about(of).warning(message);
    }
}
