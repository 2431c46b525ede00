package dev.jrelease.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds what the command line may know of the program. */
class CliArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.jrelease.cli");

    @Test
    void enoughClassesAreLookedAt() {
        assertThat(CLASSES.size()).isGreaterThan(30);
    }

    @Test
    void noPipeAndNoClientIsKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.jrelease.pipes..",
                        "dev.jrelease.docker..",
                        "dev.jrelease.registry..",
                        "dev.jrelease.layout..",
                        "dev.jrelease.git..")
                .because("it shows plans, events and reports, which say what they are by themselves")
                .check(CLASSES);
    }
}
