package dev.jrelease.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.yaml.SyntaxNode.Alias;
import dev.jrelease.config.yaml.SyntaxNode.Mapping;
import dev.jrelease.config.yaml.SyntaxNode.Pair;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain text",
                "'single ''quoted'''",
                "\"double \\\"quoted\\\"\"",
                "[a, {b: c}]",
                "{a: [b], c: \"d\"}",
                "&anchor word",
                "|\n  several\n\n  lines",
                "\n  - one\n  - two: 2\n    three: [3]",
            })
    void knowsWhereAValueStands(String value) {
        String behind = value.contains("\n") ? "\n# behind" : " # behind";
        String text = "# before\nkey: " + value + behind + "\nnext: 1\n";

        assertThat(written(text, first(text).value())).isEqualTo(value.strip());
    }

    @Test
    void knowsWhereEveryKeyStands() {
        String text = "a: 1\r\n\"b\": 2\r\n? c\r\n: 3\r\n";

        assertThat(root(text).pairs()).map(pair -> written(text, pair.key())).containsExactly("a", "\"b\"", "c");
    }

    @Test
    void tellsAnAnchorFromWhatItNames() {
        String text = "a: &x 'word'\n";
        Scalar scalar = (Scalar) first(text).value();

        assertThat(text.substring(scalar.content(), scalar.end())).isEqualTo("'word'");
        assertThat(scalar.value()).isEqualTo("word");
    }

    @Test
    void takesAnAliasForTheLastAnchorBeforeIt() {
        String text = "a: &x one\nb: &x two\nc: *x\nd: &x three\n";
        Mapping root = root(text);

        assertThat(root.pairs().get(2).value())
                .isInstanceOfSatisfying(
                        Alias.class,
                        alias -> assertThat(alias.target())
                                .isEqualTo(root.pairs().get(1).value()));
    }

    @Test
    void tellsAMergeKeyFromAQuotedOne() {
        assertThat(root("a: &a {}\n<<: *a\n\"<<\": 1\n").pairs())
                .map(Pair::isMerge)
                .containsExactly(false, true, false);
    }

    @Test
    void countsLettersOutsideOfTheBasicPlaneAsJavaDoes() {
        String text = "# 🛳🛳\nship: 🛳 # 🛳\nport: harbour\n";

        assertThat(root(text).pairs()).map(pair -> written(text, pair.value())).containsExactly("🛳", "harbour");
    }

    @Test
    void knowsWhereNothingStands() {
        String text = "a:\nb: # nothing\n\nc: 1\n";

        assertThat(root(text).pairs().get(0).end()).isEqualTo(2);
        assertThat(root(text).pairs().get(1).end()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment\n", "a: [", "a: *nothing", "a: 1\n\tb: 2", "&a [*a]"})
    void hasNothingToSayOfWhatIsNoTree(String text) {
        assertThat(SyntaxReader.read(text)).isEmpty();
    }

    private static Pair first(String text) {
        return root(text).pairs().getFirst();
    }

    private static Mapping root(String text) {
        return (Mapping) SyntaxReader.read(text).orElseThrow();
    }

    private static String written(String text, SyntaxNode node) {
        return text.substring(node.start(), node.end());
    }
}
