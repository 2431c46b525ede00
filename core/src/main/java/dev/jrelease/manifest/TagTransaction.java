package dev.jrelease.manifest;

import dev.jrelease.image.Access;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.Place;
import dev.jrelease.publish.Attachment;
import dev.jrelease.publish.Destination;
import dev.jrelease.publish.Ledger;
import dev.jrelease.publish.LedgerStore;
import dev.jrelease.publish.Outcome;
import dev.jrelease.publish.Publication;
import dev.jrelease.publish.Tag;
import dev.jrelease.publish.Transaction;
import dev.jrelease.publish.TransactionListener.Event;
import dev.jrelease.publish.TransactionOptions;
import dev.jrelease.publish.WaitTimes;
import dev.jrelease.publish.Wanted;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.report.TaskId;
import java.util.List;
import java.util.Optional;

/** Writes several tags of one repository, all or none, when everything that they name is there. */
record TagTransaction(
        ImageRepository repository,
        Access access,
        int parallelism,
        WaitTimes waitTimes,
        ReleaseEvents events,
        TaskId task) {

    void run(Manifest index, FoundContent content, List<Place.InRegistry> tags) {
        List<Wanted> wanted = tags.stream()
                .map(tag -> new Tag(tag.text(), tag.reference(), access, Tag.Moves.FREELY, Optional.empty()))
                .map(tag -> new Wanted(tag, index, false))
                .toList();
        Destination destination = new Destination(
                repository, tags.getFirst().reference(), access, true, wanted, content.mounts(repository));
        Outcome outcome = new Transaction(
                        Publication.of("", "", content, List.of(destination)),
                        new TransactionOptions(false, false, parallelism, waitTimes),
                        Ledger.open(LedgerStore.NOT_KEPT),
                        Attachment.none(),
                        this::on)
                .run();
        outcome.commands().forEach(command -> warning("put this back yourself: " + command.text()));
        outcome.failure().ifPresent(failure -> {
            throw failure;
        });
    }

    private void on(Event event) {
        switch (event) {
            case Event.Transferred(var _, var transfer) -> events.add(new ReleaseEvent.Transferred(task, transfer));
            case Event.TagDone(var result) ->
                events.add(new ReleaseEvent.Message(task, result.tag().text() + "  " + result.story()));
            case Event.LeftOut(var _, var because) -> warning(String.valueOf(because.getMessage()));
            case Event.Remark(var tag, String text) -> warning(tag.text() + "  " + text);
            case Event.Begun _, Event.Held _ -> {}
        }
    }

    private void warning(String text) {
        events.add(new ReleaseEvent.Warning(task, text));
    }
}
