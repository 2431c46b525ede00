package dev.jrelease.htmlreport;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.layout.OciLayout;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A release as one HTML page, which loads nothing and runs no script. */
public final class HtmlReport {
    private static final String TEMPLATE = "page.mustache";

    private HtmlReport() {}

    /**
     * The page about the release that left this folder.
     *
     * @throws ReleaseException of kind ENVIRONMENT if the folder is not the dist folder of a release
     */
    public static String of(Path dist) {
        ReleaseFiles files = ReleaseFiles.in(dist);
        StringWriter page = new StringWriter();
        template().execute(page, Page.of(files, images(files.images())));
        return page.toString();
    }

    /** A release that failed early has no layout. */
    private static List<LayoutImages.Image> images(Path layout) {
        if (!Files.exists(layout)) {
            return List.of();
        }
        try (OciLayout images = OciLayout.open(layout)) {
            return LayoutImages.of(images);
        } catch (IOException unreadable) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "report on " + layout)
                    .because(unreadable)
                    .build();
        }
    }

    private static Mustache template() {
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(HtmlReport.class.getResourceAsStream(TEMPLATE)), StandardCharsets.UTF_8)) {
            return new DefaultMustacheFactory().compile(text, TEMPLATE);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
