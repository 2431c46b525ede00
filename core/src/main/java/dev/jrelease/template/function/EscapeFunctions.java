package dev.jrelease.template.function;

import dev.jrelease.text.SearchPattern;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Functions that escape text for other formats. */
final class EscapeFunctions {
    private static final String PATH_SAFE = "-_.~$&+=:@";
    private static final SearchPattern MARKDOWN = SearchPattern.of("[_*\\[\\]()~`>#+\\-=|{}.!]");

    private EscapeFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.of(
                        "mdv2escape \"v1.2\"",
                        1,
                        "the text escaped for Telegram's MarkdownV2",
                        call -> MARKDOWN.replace(call.text(0), found -> "\\" + found.group())),
                Function.of(
                        "urlPathEscape \"foo/bar\"",
                        1,
                        "the text as one part of a URL's path",
                        call -> pathEscape(call.text(0))),
                Function.of(
                        "urlquery .Version",
                        1,
                        "the text as a value in a URL's query",
                        call -> URLEncoder.encode(Values.text(call.value(0)), StandardCharsets.UTF_8)),
                Function.of("html .Version", 1, "the text escaped for HTML", call -> html(Values.text(call.value(0)))));
    }

    private static String pathEscape(String text) {
        StringBuilder out = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean letter = (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
            boolean digit = octet >= '0' && octet <= '9';
            if (letter || digit || (octet > 0 && PATH_SAFE.indexOf(octet) >= 0)) {
                out.append((char) octet);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", octet));
            }
        }
        return out.toString();
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }
}
