package dev.jrelease.bench;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.secret.Redactor;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** YAML of 100 entries bound to records, and a template parsed and rendered. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ConfigBenchmark {
    private static final String TEXT =
            "{{ if .IsSnapshot }}next{{ else }}{{ .Version | toupper }}{{ end }}-{{ .Os }}-{{ .Arch }}";
    private static final TemplateContext NAMES =
            TemplateContext.of(Map.of("IsSnapshot", false, "Version", "1.2.3", "Os", "linux", "Arch", "amd64"));

    private static final Location PLACE = Location.ofFile(".release.yaml");

    private final Template parsed = Template.parse(TEXT, PLACE, new Problems());
    private final ConfigFile file = ConfigFile.of(".release.yaml", configuration());
    private final Releaser releaser =
            new Releaser(new Environment(Map.of(), Path.of(""), Path.of("")), new Redactor(), Instant.EPOCH);

    private static String configuration() {
        StringBuilder text = new StringBuilder("version: 1\nproject_name: bench\ndockers:\n");
        for (int entry = 0; entry < 100; entry++) {
            text.append("""
                      - id: app-%1$d
                        platforms: [linux/amd64]
                        image_templates: ["ghcr.io/acme/app-%1$d:{{ .Version }}"]
                        build_flag_templates: ["--label=title={{ .ProjectName }}-%1$d"]
                    """.formatted(entry));
        }
        return text.toString();
    }

    @Benchmark
    public Object yaml() {
        return releaser.load(file, new Problems());
    }

    @Benchmark
    public Template templateParsed() {
        return Template.parse(TEXT, PLACE, new Problems());
    }

    @Benchmark
    public String templateRendered() {
        return parsed.render(NAMES, new Problems());
    }

    @TearDown
    public void close() {
        releaser.close();
    }
}
