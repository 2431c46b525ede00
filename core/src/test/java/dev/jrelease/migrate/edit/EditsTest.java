package dev.jrelease.migrate.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditsTest {
    private static final String TEXT = "0123456789";

    private final Edits edits = new Edits();

    @Test
    void happenInTheOrderOfTheText() {
        edits.replace(7, 8, "seven");
        edits.delete(new Span(0, 2));
        edits.insert(4, "|");

        assertThat(edits.apply(TEXT).text()).isEqualTo("23|456seven89");
    }

    @Test
    void insertInTheOrderInWhichTheyWereAdded() {
        edits.replace(3, 4, "three");
        edits.insert(3, "a");
        edits.insert(3, "b");

        assertThat(edits.apply(TEXT).text()).isEqualTo("012abthree456789");
    }

    @Test
    void doNotHappenWithinWhatIsRemoved() {
        edits.replace(4, 5, "four");
        edits.delete(new Span(3, 6));
        edits.insert(5, "new");

        assertThat(edits.apply(TEXT).text()).isEqualTo("0126789");
    }

    @Test
    void removeOnceWhatIsRemovedTwice() {
        edits.delete(new Span(2, 5));
        edits.delete(new Span(4, 7));
        edits.delete(new Span(4, 7));

        assertThat(edits.apply(TEXT).text()).isEqualTo("01789");
    }

    @Test
    void knowWhereEverythingWas() {
        edits.replace(2, 3, "two");
        edits.delete(new Span(5, 8));
        edits.insert(9, "nine");
        EditedText spliced = edits.apply(TEXT);

        assertThat(spliced.text()).isEqualTo("01two348nine9");
        assertThat(spliced.origin(0)).isZero();
        assertThat(spliced.origin(3)).isEqualTo(2);
        assertThat(spliced.origin(spliced.text().indexOf('4'))).isEqualTo(4);
        assertThat(spliced.origin(spliced.text().indexOf('8'))).isEqualTo(8);
        assertThat(spliced.origin(spliced.text().length() - 1)).isEqualTo(9);
    }
}
