package dev.jrelease.cli.progress;

import dev.jrelease.environment.Environment;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * Gives lines their colours, or none.
 *
 * @see <a href="https://no-color.org">NO_COLOR</a>
 * @see <a href="https://bixense.com/clicolors">CLICOLOR_FORCE</a>
 */
public record Paint(boolean colours) {
    public static final Paint NONE = new Paint(false);

    /** As the environment asks for, else colours where a terminal shows them. */
    public static Paint of(Environment environment, boolean onTerminal) {
        if (isSet(environment, "NO_COLOR")) {
            return NONE;
        }
        boolean forced = isSet(environment, "CLICOLOR_FORCE")
                && !environment.variable("CLICOLOR_FORCE").filter("0"::equals).isPresent();
        return new Paint(forced || onTerminal);
    }

    private static boolean isSet(Environment environment, String name) {
        return environment.variable(name).filter(value -> !value.isEmpty()).isPresent();
    }

    /**
     * The text in the colours of its kind.
     *
     * @param text without control characters
     */
    public String apply(String text, Tint tint) {
        return !colours || tint == Tint.PLAIN ? text : Styles.of(text, tint);
    }

    /** Apart, so that a start without colours does not load the library. */
    private static final class Styles {
        static String of(String text, Tint tint) {
            return new AttributedString(text, style(tint)).toAnsi();
        }

        private static AttributedStyle style(Tint tint) {
            return switch (tint) {
                case PLAIN -> AttributedStyle.DEFAULT;
                case HEADING -> AttributedStyle.BOLD;
                case GOOD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
                case WARNING -> AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
                case FAILURE -> AttributedStyle.BOLD.foreground(AttributedStyle.RED);
            };
        }
    }
}
