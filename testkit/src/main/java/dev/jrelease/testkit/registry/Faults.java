package dev.jrelease.testkit.registry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The faults still to come, each for the next requests of its kind. */
final class Faults {
    private final Tokens tokens;
    private final Connections connections;
    private final List<Pending> pending = new ArrayList<>();
    private final List<HeldRequest> holds = new ArrayList<>();

    private final HeldRequest never = new HeldRequest();
    private @Nullable FaultPlan plan;
    private final Map<String, Integer> met = new HashMap<>();

    Faults(Tokens tokens, Connections connections) {
        this.tokens = tokens;
        this.connections = connections;
        holds.add(never);
    }

    synchronized void follow(@Nullable FaultPlan other) {
        plan = other;
        met.clear();
    }

    synchronized void add(Predicate<Request> which, Fault fault, int times) {
        pending.add(new Pending(which, fault, times));
    }

    synchronized HeldRequest hold(Predicate<Request> which) {
        HeldRequest hold = new HeldRequest();
        holds.add(hold);
        add(which, new Fault.Wait(hold), 1);
        return hold;
    }

    synchronized void releaseAll() {
        holds.forEach(HeldRequest::release);
    }

    /** Lets a pending fault strike; false if the request was answered by it. */
    boolean letPass(Call call) throws IOException {
        Optional<Fault> fault = next(call.request(0));
        return fault.isEmpty() || strike(fault.get(), call);
    }

    private boolean strike(Fault fault, Call call) throws IOException {
        switch (fault) {
            case Fault.Answer answer -> {
                answer.headers().forEach(call::with);
                return answered(call, answer.status(), answer.body());
            }
            case Fault.Echo echo -> {
                return answered(call, echo.status(), echoed(call, echo.body()));
            }
            case Fault.Busy busy -> {
                ZonedDateTime then = ZonedDateTime.now(ZoneOffset.UTC).plus(busy.later());
                call.with("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(then));
                return answered(call, busy.status(), "");
            }
            case Fault.DropConnection drop -> call.drop(drop.afterBytes());
            case Fault.Reset reset -> {
                call.read(reset.afterBytes());
                connections.reset(call.port());
                call.drop(0);
            }
            case Fault.Silence _ -> {
                await(never);
                call.drop(0);
            }
            case Fault.StallAnswer stall -> call.distort(stall, () -> await(never));
            case Fault.Wait wait -> await(wait.hold());
            case Fault.ExpireTokens _ -> tokens.expire();
            case Fault.Remark remark -> call.with(remark.header(), remark.value());
            case Fault.WrongDigest _,
                    Fault.CorruptAnswer _,
                    Fault.CutAnswer _,
                    Fault.BreakUpload _,
                    Fault.LoseAnswer _,
                    Fault.Lagging _ -> call.distort(fault);
        }
        return true;
    }

    private static boolean answered(Call call, int status, String body) throws IOException {
        call.answer(status, body.getBytes(StandardCharsets.UTF_8));
        return false;
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
        return Optional.ofNullable(plan)
                .flatMap(seeded -> seeded.fault(request, met.merge(FaultPlan.key(request), 1, Integer::sum)));
    }

    private static void await(HeldRequest hold) throws IOException {
        try {
            hold.stop();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private record Pending(Predicate<Request> which, Fault fault, int times) {}
}
