package dev.jrelease.migrate.renew;

import dev.jrelease.config.yaml.SyntaxNode.Pair;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.MergedMapping;
import dev.jrelease.migrate.edit.Note.Kind;
import dev.jrelease.migrate.edit.Notes;
import dev.jrelease.migrate.edit.ScalarText;
import java.util.List;
import java.util.Optional;

/** Says by {@code project_name} what the project is called after the repository in {@code release}, which goes. */
final class ProjectNameRenewal {
    private static final List<String> HOSTS = List.of("github", "gitlab", "gitea");

    private final EditedFile file;
    private final Notes notes;

    ProjectNameRenewal(EditedFile file, Notes notes) {
        this.file = file;
        this.notes = notes;
    }

    /** The line that takes the place of a section, if it names the project and nothing else does. */
    Optional<String> of(Pair section) {
        boolean needed = section.name().equals("release")
                && !file.root().flow()
                && file.section("project_name").isEmpty();
        return MergedMapping.of(section.value()).filter(_ -> needed).flatMap(release -> line(section, release));
    }

    private Optional<String> line(Pair section, MergedMapping release) {
        return HOSTS.stream()
                .flatMap(host -> Optional.ofNullable(release.all().get(host)).stream())
                .flatMap(host -> MergedMapping.of(host).stream())
                .flatMap(host -> host.scalar("name").stream())
                .filter(name -> !name.value().isEmpty())
                .findFirst()
                .flatMap(name -> line(section, name));
    }

    private Optional<String> line(Pair section, Scalar name) {
        Optional<String> text = ScalarText.of(name.value(), name.style(), false);
        text.ifPresent(_ -> notes.note(
                Kind.CHANGED,
                section.start(),
                "'release' is not run here; the project is called after its repository by project_name"));
        return text.map(value -> "project_name: " + value + file.lines().lineBreak());
    }
}
