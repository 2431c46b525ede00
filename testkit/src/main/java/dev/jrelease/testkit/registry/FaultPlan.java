package dev.jrelease.testkit.registry;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which requests of a run meet with which faults: the same for the same seed. A request is known by its method, its path
 * and how often it came before, so that it does not matter in which order a client sends what it sends at once.
 *
 * @param percent how many of a hundred requests meet with a fault
 * @param inARow how often a request that is repeated may fail; more than a client tries is a failure for good
 * @param kinds the faults that may occur
 */
public record FaultPlan(long seed, int percent, int inARow, Set<Kind> kinds) {
    private static final Pattern SESSION = Pattern.compile("/blobs/uploads/[^?]+");
    private static final Pattern STATE = Pattern.compile("[?&]_state=[0-9]+");

    public FaultPlan {
        kinds = Set.copyOf(kinds);
    }

    /** Every kind, for a tenth of the requests, each of which succeeds at its third attempt at the latest. */
    public static FaultPlan of(long seed) {
        return new FaultPlan(seed, 10, 2, EnumSet.allOf(Kind.class));
    }

    public FaultPlan percent(int of) {
        return new FaultPlan(seed, of, inARow, kinds);
    }

    /** Requests may fail so often, one attempt after the other. */
    public FaultPlan inARow(int times) {
        return new FaultPlan(seed, percent, times, kinds);
    }

    public FaultPlan only(Kind first, Kind... others) {
        return new FaultPlan(seed, percent, inARow, EnumSet.of(first, others));
    }

    public FaultPlan without(Kind first, Kind... others) {
        return new FaultPlan(seed, percent, inARow, EnumSet.complementOf(EnumSet.of(first, others)));
    }

    /** What goes wrong with a request that comes for the given time, counted from 1. */
    Optional<Fault> fault(Request request, int time) {
        Random random = new Random(seed * 31 + key(request).hashCode());
        boolean strikes = random.nextInt(100) < percent;
        int times = 1 + random.nextInt(inARow);
        List<Kind> suitable =
                kinds.stream().filter(kind -> kind.suits(request)).sorted().toList();
        if (!strikes || time > times || suitable.isEmpty()) {
            return Optional.empty();
        }
        for (int skipped = 1; skipped < time; skipped++) {
            random.nextInt();
        }
        return Optional.of(suitable.get(random.nextInt(suitable.size())).fault(random));
    }

    /** The identity of a request, without what a registry made up when an upload began. */
    static String key(Request request) {
        String path = SESSION.matcher(request.target()).replaceFirst("/blobs/uploads/SESSION");
        return request.method() + " " + STATE.matcher(path).replaceFirst("");
    }

    /** What may go wrong. */
    public enum Kind {
        TIMEOUT,
        LIMIT_FOR_SECONDS,
        LIMIT_UNTIL_DATE,
        SECONDARY_LIMIT,
        UNAVAILABLE_FOR_SECONDS,
        UNAVAILABLE_UNTIL_DATE,
        SERVER_ERROR,
        BAD_GATEWAY,
        DROP,
        RESET,
        SILENCE,
        STALL,
        TRUNCATION,
        BROKEN_UPLOAD,
        LOST_ANSWER,
        LAG,
        EXPIRED_TOKENS;

        boolean suits(Request request) {
            boolean writes =
                    !request.method().equals("GET") && !request.method().equals("HEAD");
            return switch (this) {
                case STALL, TRUNCATION ->
                    request.method().equals("GET") && !request.path().endsWith("/v2/");
                case BROKEN_UPLOAD -> request.path().contains("/blobs/uploads/") && carriesContent(request);
                case LAG -> carriesContent(request) && request.method().equals("PUT");
                case LOST_ANSWER -> writes;
                default -> true;
            };
        }

        private static boolean carriesContent(Request request) {
            return request.method().equals("PUT") || request.method().equals("PATCH");
        }

        Fault fault(Random random) {
            int some = 1 + random.nextInt(3);
            int bytes = random.nextInt(200_000);
            return switch (this) {
                case TIMEOUT -> Fault.status(408);
                case LIMIT_FOR_SECONDS ->
                    Fault.status(429).header("Retry-After", "" + some).error("TOOMANYREQUESTS", "slow down");
                case LIMIT_UNTIL_DATE -> Fault.busy(429, Duration.ofSeconds(some));
                case SECONDARY_LIMIT -> Fault.secondaryLimit();
                case UNAVAILABLE_FOR_SECONDS -> Fault.status(503).header("Retry-After", "" + some);
                case UNAVAILABLE_UNTIL_DATE -> Fault.busy(503, Duration.ofSeconds(some));
                case SERVER_ERROR -> Fault.status(500).error("UNKNOWN", "unknown error");
                case BAD_GATEWAY -> Fault.page(502, "502 Bad Gateway");
                case DROP -> Fault.dropConnection(bytes);
                case RESET -> Fault.reset(bytes);
                case SILENCE -> Fault.silence();
                case STALL -> Fault.stallAnswer(bytes);
                case TRUNCATION -> Fault.cutAnswer(bytes);
                case BROKEN_UPLOAD -> Fault.breakUpload(bytes);
                case LOST_ANSWER -> Fault.loseAnswer();
                case LAG -> Fault.lag(some);
                case EXPIRED_TOKENS -> Fault.expireTokens();
            };
        }
    }
}
