package dev.jrelease.registry;

import dev.jrelease.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a server wants to be shown who asks.
 *
 * @param scheme in lower case
 * @param parameters by name, in which case does not count
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1">WWW-Authenticate</a>
 */
record Challenge(String scheme, Map<String, String> parameters) {
    static final String BASIC = "basic";
    static final String BEARER = "bearer";

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern PARAMETER =
            Pattern.compile("\\G[\\s,]*(" + TOKEN + ")\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");
    private static final Pattern SCHEME = Pattern.compile("\\G[\\s,]*(" + TOKEN + ")(?=[\\s,]|$)");
    private static final Pattern ANYTHING = Pattern.compile("\\G[\\s,]*[^\\s,]+");

    /** All challenges of an answer, from however many headers. */
    static List<Challenge> of(Headers headers) {
        return headers.all("WWW-Authenticate").stream()
                .flatMap(value -> parse(value).stream())
                .toList();
    }

    /** Reads the challenges of one header; what is neither a scheme nor a parameter is passed over. */
    static List<Challenge> parse(String header) {
        List<Challenge> challenges = new ArrayList<>();
        int at = 0;
        Matcher matcher = PARAMETER.matcher(header);
        while (at < header.length()) {
            if (!challenges.isEmpty() && matcher.usePattern(PARAMETER).find(at)) {
                challenges.getLast().parameters.put(matcher.group(1), value(matcher));
            } else if (matcher.usePattern(SCHEME).find(at)) {
                String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
                challenges.add(new Challenge(scheme, new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
            } else if (!matcher.usePattern(ANYTHING).find(at)) {
                break;
            }
            at = matcher.end();
        }
        return challenges;
    }

    private static String value(Matcher parameter) {
        String quoted = parameter.group(2);
        return quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1");
    }

    /** The one to answer: a token is shown to fewer than a password. */
    static Optional<Challenge> preferred(List<Challenge> challenges) {
        return first(challenges, BEARER).or(() -> first(challenges, BASIC));
    }

    private static Optional<Challenge> first(List<Challenge> challenges, String scheme) {
        return challenges.stream()
                .filter(challenge -> challenge.scheme.equals(scheme))
                .findFirst();
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** What the server says is needed; nothing if it leaves that to the client. */
    Scopes scopes() {
        return parameter("scope").map(Scopes::parse).orElse(Scopes.NONE);
    }
}
