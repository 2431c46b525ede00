package dev.jrelease.dockerfile;

import dev.jrelease.text.LinearPattern;

/**
 * A step of an image's build: an instruction of its Dockerfile, or something that the builder does besides.
 *
 * @param id the same for all that is reported of the step, and no other step of the build has it
 * @param name as the builder writes it: {@code [build 2/5] RUN make}
 * @param stage of the Dockerfile, as it is named there; empty if it has no name or the step belongs to none
 * @param number its place among the steps of its stage, from 1; 0 if it belongs to none
 * @param steps how many steps its stage has; 0 if it belongs to none
 */
public record BuildStep(String id, String name, String stage, int number, int steps) {
    private static final LinearPattern PLACE = LinearPattern.of("([0-9]{1,6})/([0-9]{1,6})");

    /** Reads what a name says of a step. */
    public static BuildStep of(String id, String name) {
        int end = name.indexOf("] ");
        if (!name.startsWith("[") || end < 0) {
            return new BuildStep(id, name, "", 0, 0);
        }
        String inBrackets = name.substring(1, end);
        int space = inBrackets.lastIndexOf(' ');
        String stage = space < 0 ? "" : inBrackets.substring(0, space);
        return PLACE.match(inBrackets.substring(space + 1))
                .map(place -> new BuildStep(
                        id, name, stage, Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))))
                .orElseGet(() -> new BuildStep(id, name, "", 0, 0));
    }

    /** What it does: {@code RUN make}. */
    public String instruction() {
        return number == 0 ? name : name.substring(name.indexOf("] ") + 2);
    }
}
