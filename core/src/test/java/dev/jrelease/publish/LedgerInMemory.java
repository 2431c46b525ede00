package dev.jrelease.publish;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Keeps a ledger as a disk would. */
final class LedgerInMemory implements LedgerStore {
    private Optional<String> text = Optional.empty();
    private int writes;
    private int killedAt = Integer.MAX_VALUE;

    /** Ends the process instead of the write of this number, counted from 1. */
    void killAt(int number) {
        writes = 0;
        killedAt = number;
    }

    String text() {
        return text.orElse("");
    }

    int writes() {
        return writes;
    }

    @Override
    public Optional<byte[]> read() {
        return text.map(json -> json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void write(String json) {
        writes++;
        if (writes == killedAt) {
            throw new Killed();
        }
        text = Optional.of(json);
    }

    @Override
    public String toString() {
        return "ledger.json";
    }

    /** What happens to a process that does not come to clean up. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed");
        }
    }
}
