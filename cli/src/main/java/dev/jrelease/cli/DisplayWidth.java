package dev.jrelease.cli;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * The number of terminal columns of a character.
 *
 * @see <a href="https://www.unicode.org/reports/tr11/">East Asian Width</a>
 */
final class DisplayWidth {
    private static final Set<UnicodeScript> WIDE_SCRIPTS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.YI);
    private static final Set<UnicodeBlock> WIDE_BLOCKS = Set.of(
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
            UnicodeBlock.CJK_COMPATIBILITY);

    /** The first character, a combining mark, that may have another width than one column. */
    private static final int FIRST_OF_ANOTHER_WIDTH = 0x300;

    private static final int FIRST_HALFWIDTH = 0xFF61;
    private static final int LAST_HALFWIDTH = 0xFFDC;
    private static final int LAST_FULLWIDTH = 0xFFE6;

    private DisplayWidth() {}

    static int of(int character) {
        return character < FIRST_OF_ANOTHER_WIDTH ? 1 : widthOf(character);
    }

    private static int widthOf(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            case Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        UnicodeBlock block = UnicodeBlock.of(character);
        if (block == null) {
            return false;
        }
        if (block.equals(UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS)) {
            return character < FIRST_HALFWIDTH || (character > LAST_HALFWIDTH && character <= LAST_FULLWIDTH);
        }
        return Character.isEmojiPresentation(character)
                || WIDE_BLOCKS.contains(block)
                || WIDE_SCRIPTS.contains(UnicodeScript.of(character));
    }
}
