package dev.jrelease;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build writes into classes says the same as what the JDK generates. */
class WrittenMethodsTest {
    /** Compares values of records, and tells them apart by their types; its result says how. */
    private static final String SAMPLE = """
            import java.util.*;
            import java.util.function.Supplier;

            public class Sample implements Supplier<List<String>> {
                record All(boolean a, byte b, char c, short d, int e, long f, float g, double h, String i, int[] j) {}
                record None() {}
                record Own(String name) {
                    @Override public boolean equals(Object other) { return other instanceof Own; }
                    @Override public int hashCode() { return 7; }
                }
                sealed interface Shape {
                    record Square(double side) implements Shape {}
                    record Circle(double radius) implements Shape {}
                    default String name() {
                        return switch (this) {
                            case Square square when square.side() > 5 -> "large square";
                            case Square square -> "square " + square.side();
                            case Circle(double radius) -> "circle " + radius;
                        };
                    }
                }

                static String kind(Object value) {
                    return switch (value) {
                        case null -> "null";
                        case String text when text.isEmpty() -> "empty";
                        case String text -> "text";
                        case Integer number when number > 9 -> "large";
                        case Number number -> "number";
                        case int[] numbers -> "numbers";
                        default -> "other";
                    };
                }

                static String word(String value) {
                    return switch (value) {
                        case "one" -> "1";
                        case String text when text.length() > 9 -> "long";
                        default -> "some";
                    };
                }

                @Override
                public List<String> get() {
                    int[] numbers = {1};
                    List<Object> values = new ArrayList<>(List.of(new None(), new None(), new Own("a"), new Own("b"),
                            new Shape.Square(0.0), new Shape.Square(-0.0), new Shape.Square(Double.NaN),
                            new Shape.Square(9), new Shape.Circle(0.0), "", "a", 3, 10, 4L, numbers, new int[1], 'c'));
                    for (float g : new float[] {0f, -0f, Float.NaN}) {
                        for (String i : new String[] {null, "i"}) {
                            values.add(new All(true, (byte) 1, 'c', (short) 2, 3, 4, g, 5, i, numbers));
                            values.add(new All(true, (byte) 1, 'c', (short) 2, 3, 4, g, 5, i, numbers));
                            values.add(new All(true, (byte) 1, 'c', (short) 2, 3, 4, g, 5, i, null));
                        }
                    }
                    values.add(new All(false, (byte) -1, '\\0', (short) -2, -3, -4L << 40, 1e9f, -5, "", null));
                    List<String> results = new ArrayList<>();
                    for (Object value : values) {
                        boolean hasHash = value instanceof None || value instanceof Shape;
                        StringBuilder result = new StringBuilder(kind(value));
                        result.append(hasHash || value instanceof All all && all.j() == null ? value.hashCode() : "");
                        for (Object other : values) {
                            result.append(value.equals(other) ? '=' : '.');
                        }
                        results.add(result.append(value instanceof Shape shape ? shape.name() : "").toString());
                    }
                    results.addAll(List.of(kind(null), word("one"), word("two"), word("a long word")));
                    return results;
                }
            }
            """;

    private static Path generated;
    private static Path written;

    @BeforeAll
    static void build(@TempDir Path folder) throws IOException, InterruptedException {
        generated = compiled(folder.resolve("generated"));
        written = compiled(folder.resolve("written"));
        Path java = Path.of(System.getProperty("java.home"), "bin/java");
        Process build = new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "src/build/java/WriteMethods.java",
                        written.toString())
                .inheritIO()
                .start();
        assertThat(build.waitFor()).isZero();
    }

    private static Path compiled(Path folder) throws IOException {
        Path source = Files.createDirectories(folder).resolve("Sample.java");
        Files.writeString(source, SAMPLE);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", folder.toString(), source.toString()))
                .isZero();
        return folder;
    }

    private static List<?> results(Path classes) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {url(classes)}, null)) {
            return (List<?>) ((Supplier<?>)
                            loader.loadClass("Sample").getDeclaredConstructor().newInstance())
                    .get();
        }
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    /** The names of methods that are linked by generating code. */
    private static Stream<String> linked(Path classes) throws IOException {
        try (Stream<Path> files = Files.list(classes)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList().stream()
                    .map(WrittenMethodsTest::parsed)
                    .flatMap(model -> model.methods().stream())
                    .flatMap(WrittenMethodsTest::linked);
        }
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Stream<String> linked(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .filter(InvokeDynamicInstruction.class::isInstance)
                .map(call -> ((InvokeDynamicInstruction) call).name().stringValue());
    }

    @Test
    void hasTheSameResults() throws Exception {
        assertThat(results(written)).isEqualTo(results(generated)).hasSize(40);
    }

    @Test
    void leavesNothingToGenerateButTextAndConstants() throws Exception {
        assertThat(linked(generated)).contains("equals", "hashCode", "typeSwitch");
        assertThat(linked(written).filter(name -> !name.equals("makeConcatWithConstants")))
                .containsOnly("toString", "typeSwitch")
                .filteredOn("typeSwitch"::equals)
                .as("that over constants")
                .hasSize(1);
    }
}
