package dev.jrelease.template.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderedTest {
    private static final Pattern PART = Pattern.compile("<(\\w+)>|[^<]+");

    /** {@code a<X>b}: text, a part that is not known, and text. */
    private static Rendered text(String written) {
        List<Rendered.Part> parts = new ArrayList<>();
        Matcher part = PART.matcher(written);
        while (part.find()) {
            parts.add(part.group(1) == null ? new Rendered.Known(part.group()) : Unknown.of(".Env." + part.group(1)));
        }
        return new Rendered(parts);
    }

    @ParameterizedTest
    @CsvSource({
        "a, a, true",
        "a, b, false",
        "<X>, a, true",
        "a<X>, ab, true",
        "a<X>, b, false",
        "a<X>, a, true",
        "a<X>b, a, false",
        "<X>-amd64, <X>-arm64, false",
        "<X>-amd64, <Y>-amd64, true",
        "<X>/x:1, <X>/x:<Y>, true",
        "<X>a<Y>, <X>b<Y>, false",
        "<X><Y>a, <X>b, false",
    })
    void textsCanBeTheSameUnlessWhatIsKnownDiffers(String one, String other, boolean could) {
        assertThat(text(one).couldEqual(text(other))).isEqualTo(could);
        assertThat(text(other).couldEqual(text(one))).isEqualTo(could);
    }

    @Test
    void anUnknownPartIsWrittenAsTheFileWritesIt() {
        assertThat(text("a<X>b")).hasToString("a{{ .Env.X }}b");
        assertThat(text("a<X>b").known()).isEmpty();
        assertThat(text("ab").known()).contains("ab");
        assertThat(text(" a<X> ").strip()).isEqualTo(text("a<X>"));
        assertThat(text("N=a<X>").pair()).contains(new Rendered.Pair("N", text("a<X>")));
        assertThat(text("<X>=a").pair()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a|b",
        "a, a",
        "/a/, |a|",
        "<X>, {{ .Env.X }}",
        "a<X>/b<Y>/, a{{ .Env.X }}|b{{ .Env.Y }}|",
    })
    void aTextIsSplitAtWhatIsKnown(String whole, String pieces) {
        assertThat(text(whole).split('/').stream().map(Rendered::toString).collect(Collectors.joining("|")))
                .isEqualTo(pieces);
    }
}
