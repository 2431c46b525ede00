package dev.jrelease.testkit.registry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults still to come, each for the next requests of its kind. */
final class Faults {
    private final List<Pending> pending = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();

    synchronized void add(Predicate<Request> which, Fault fault, int times) {
        pending.add(new Pending(which, fault, times));
    }

    synchronized Hold hold(Predicate<Request> which) {
        Hold hold = new Hold();
        holds.add(hold);
        add(which, new Fault.Wait(hold), 1);
        return hold;
    }

    synchronized void releaseAll() {
        holds.forEach(Hold::release);
    }

    /** Lets a pending fault strike; false if the request was answered by it. */
    boolean letPass(Call call) throws IOException {
        switch (next(call.request(0)).orElse(null)) {
            case Fault.Answer answer -> {
                answer.headers().forEach(call::with);
                call.answer(answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
                return false;
            }
            case Fault.Echo echo -> {
                call.answer(echo.status(), echoed(call, echo.body()).getBytes(StandardCharsets.UTF_8));
                return false;
            }
            case Fault.DropConnection drop -> call.drop(drop.afterBytes());
            case Fault.Wait wait -> await(wait.hold());
            case Fault.WrongDigest wrong -> call.distort(wrong);
            case Fault.CorruptAnswer corrupt -> call.distort(corrupt);
            case Fault.CutAnswer cut -> call.distort(cut);
            case null -> {}
        }
        return true;
    }

    private static String echoed(Call call, String body) {
        String header = call.header("Authorization").orElse("");
        String decoded = BasicCredential.parse(header)
                .map(login -> login.user() + ":" + login.password())
                .orElse("");
        return body.replace("HEADER", header)
                .replace("VALUE", header.substring(header.indexOf(' ') + 1))
                .replace("DECODED", decoded);
    }

    private synchronized Optional<Fault> next(Request request) {
        for (int i = 0; i < pending.size(); i++) {
            Pending candidate = pending.get(i);
            if (candidate.which().test(request)) {
                if (candidate.times() > 1) {
                    pending.set(i, new Pending(candidate.which(), candidate.fault(), candidate.times() - 1));
                } else {
                    pending.remove(i);
                }
                return Optional.of(candidate.fault());
            }
        }
        return Optional.empty();
    }

    private static void await(Hold hold) throws IOException {
        try {
            hold.stop();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private record Pending(Predicate<Request> which, Fault fault, int times) {}
}
