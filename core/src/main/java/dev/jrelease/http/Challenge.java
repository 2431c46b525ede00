package dev.jrelease.http;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.client5.http.auth.AuthChallenge;
import org.apache.hc.client5.http.auth.ChallengeType;
import org.apache.hc.client5.http.impl.auth.AuthChallengeParser;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.message.ParserCursor;

/**
 * An authentication challenge of a server.
 *
 * @param scheme in lower case
 * @param parameters by name, in which upper and lower case are the same
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1">WWW-Authenticate</a>
 */
public record Challenge(String scheme, Map<String, String> parameters) {

    public Challenge {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(parameters);
        parameters = Collections.unmodifiableMap(copy);
    }

    /** All challenges of an answer, from all of its headers. */
    public static List<Challenge> of(Headers headers) {
        return headers.all("WWW-Authenticate").stream()
                .flatMap(value -> parse(value).stream())
                .toList();
    }

    /** The challenges of one header, without those that are malformed. */
    static List<Challenge> parse(String header) {
        return ChallengeList.split(header).stream()
                .flatMap(text -> parseOne(text).stream())
                .toList();
    }

    private static List<Challenge> parseOne(String text) {
        try {
            ParserCursor whole = new ParserCursor(0, text.length());
            return AuthChallengeParser.INSTANCE.parse(ChallengeType.TARGET, text, whole).stream()
                    .map(Challenge::of)
                    .toList();
        } catch (ParseException malformed) {
            return List.of();
        }
    }

    private static Challenge of(AuthChallenge parsed) {
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<NameValuePair> pairs = parsed.getParams();
        if (pairs != null) {
            pairs.forEach(pair -> parameters.putIfAbsent(pair.getName(), String.valueOf(pair.getValue())));
        }
        return new Challenge(parsed.getSchemeName().toLowerCase(Locale.ROOT), parameters);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
