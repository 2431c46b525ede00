package dev.jrelease.secret;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last net: what looks like a secret in text of others is masked, although none of ours is known to be so. */
final class SecretPatterns {
    private static final Pattern LOGIN_IN_ADDRESS = Pattern.compile("(://[^/@\\s:]*+:)[^/@\\s]++(?=@)");
    private static final Pattern AUTHORIZATION =
            Pattern.compile("(?i)\\b(basic|bearer)((?:\\s|%20)++)([A-Za-z0-9+/_.~=-]{8,}+)");
    private static final Pattern ISSUED = Pattern.compile("\\b(?:gh[pousr]_|github_pat_|glpat-|dckr_pat_|dckr_oat_|npm_"
            + "|xox[abprs]-|sk-|hvs\\.|AKIA|ASIA|AIza|ya29\\.|eyJ[A-Za-z0-9_-]{8,}+\\.)[A-Za-z0-9_.-]{12,}+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9+/_-]{24,}+={0,2}+");

    private SecretPatterns() {}

    static String mask(String text) {
        String result = LOGIN_IN_ADDRESS.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(Secret.MASK));
        result = AUTHORIZATION.matcher(result).replaceAll(SecretPatterns::authorization);
        result = ISSUED.matcher(result).replaceAll(Secret.MASK);
        return WORD.matcher(result)
                .replaceAll(word -> Randomness.looksSecret(word.group()) ? Secret.MASK : quoted(word.group()));
    }

    /** {@code Basic authentication} is none. */
    private static String authorization(MatchResult found) {
        String value = found.group(3);
        boolean word = value.chars().allMatch(c -> Character.isLowerCase(c) || c == '.' || c == '=' || c == '-');
        return word ? quoted(found.group()) : quoted(found.group(1) + found.group(2)) + Secret.MASK;
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
