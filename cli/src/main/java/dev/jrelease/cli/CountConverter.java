package dev.jrelease.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of things of which there is at least one. */
final class CountConverter implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new TypeConversionException("'" + text + "' is not a whole number of 1 or more");
    }
}
