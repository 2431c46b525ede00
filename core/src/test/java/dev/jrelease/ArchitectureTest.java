package dev.jrelease;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.jrelease.config.ProjectConfig;
import dev.jrelease.config.bind.RecordShape;
import dev.jrelease.dockerfile.Instruction;
import dev.jrelease.environment.Environment;
import dev.jrelease.files.WholeFile;
import dev.jrelease.git.GitRepository;
import dev.jrelease.pipes.images.entry.DockerConfig;
import dev.jrelease.pipes.images.entry.ExtraFileConfig;
import dev.jrelease.secret.Redactor;
import dev.jrelease.text.SearchPattern;
import dev.jrelease.version.SemanticVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the shape of the program: what docs/architecture.md says, as rules that fail. */
class ArchitectureTest {
    private static final String[] FOUNDATION = {
        "..failure..",
        "..jrelease.files..",
        "..concurrent..",
        "..duration..",
        "..environment..",
        "..secret..",
        "..json..",
        "..http..",
        "..process..",
        "..text..",
        "..glob.."
    };
    private static final String[] VOCABULARY = {
        "..jrelease.image..",
        "..artifact..",
        "..template..",
        "..credentials..",
        "..version..",
        "..dockerfile..",
        "..jrelease.context..",
        "..jrelease.verify..",
        "..buildfile.."
    };
    private static final String[] CLIENTS = {"..docker..", "..registry..", "..layout..", "..git.."};
    private static final String[] INPUTS_AND_OUTPUTS = {
        "..config..", "..facts..", "..jrelease.fields..", "..jrelease.dist..", "..jrelease.cache..", "..report.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit"))
            .importPackages("dev.jrelease");

    /** A package is no part of the one whose name it begins with. */
    private static final SliceAssignment EACH_PACKAGE = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package by itself";
        }
    };

    @Test
    void enoughClassesAreLookedAt() {
        assertThat(CLASSES.size()).isGreaterThan(200);
    }

    @Test
    void packagesHaveNoCycles() {
        hold(slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles());
    }

    @Test
    void everyLayerUsesOnlyThoseBelow() {
        hold(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("foundation")
                .definedBy(FOUNDATION)
                .layer("vocabulary")
                .definedBy(VOCABULARY)
                .layer("clients")
                .definedBy(CLIENTS)
                .layer("inputs and outputs")
                .definedBy(INPUTS_AND_OUTPUTS)
                .layer("places")
                .definedBy("..jrelease.places..")
                .layer("engine")
                .definedBy("..pipeline..", "..jrelease.publish..")
                .layer("features")
                .definedBy(
                        "..pipes.*..",
                        "..htmlreport..",
                        "..inspect..",
                        "..jrelease.copy..",
                        "..jrelease.manifest..",
                        "..jrelease.serve..",
                        "..migrate..",
                        "..schema..",
                        "..jrelease.init..")
                .layer("list")
                .definedBy("dev.jrelease.pipes")
                .layer("API")
                .definedBy("dev.jrelease")
                .whereLayer("API")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("list")
                .mayOnlyBeAccessedByLayers("API")
                .whereLayer("features")
                .mayOnlyBeAccessedByLayers("list", "API")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("features", "list", "API")
                .whereLayer("places")
                .mayOnlyBeAccessedByLayers("features", "list", "API")
                .whereLayer("inputs and outputs")
                .mayOnlyBeAccessedByLayers("engine", "features", "list", "API")
                .whereLayer("clients")
                .mayOnlyBeAccessedByLayers("places", "inputs and outputs", "engine", "features", "list", "API")
                .whereLayer("vocabulary")
                .mayOnlyBeAccessedByLayers(
                        "clients", "places", "inputs and outputs", "engine", "features", "list", "API"));
    }

    @Test
    void theEngineKnowsNoClient() {
        hold(noClasses()
                .that()
                .resideInAnyPackage("..pipeline..", "..jrelease.publish..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..docker..", "..registry..", "..layout..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(GitRepository.class)
                .because("it plans with facts, which hold git's values, and runs what others do"));
    }

    @Test
    void planningAndPublishingDoNotKnowEachOther() {
        hold(slices().matching("dev.jrelease.(pipeline|publish)..").should().notDependOnEachOther());
    }

    @Test
    void ofClientsInputsAndOutputsKnowGitAlone() {
        hold(noClasses()
                .that()
                .resideInAnyPackage(INPUTS_AND_OUTPUTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..docker..", "..registry..", "..layout.."));
        hold(noClasses()
                .that()
                .resideInAnyPackage(INPUTS_AND_OUTPUTS)
                .and()
                .resideOutsideOfPackages("..facts..", "..jrelease.fields..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..git.."));
    }

    @Test
    void featuresDoNotKnowEachOther() {
        hold(slices().matching("dev.jrelease.pipes.(*)..").should().notDependOnEachOther());
    }

    @Test
    void stepsOfTheMigrationDoNotKnowEachOther() {
        hold(slices().matching("dev.jrelease.migrate.(renew|fold)..").should().notDependOnEachOther());
    }

    @Test
    void clientsDoNotKnowEachOther() {
        hold(slices().matching("dev.jrelease.(docker|registry|layout|git)..")
                .should()
                .notDependOnEachOther());
    }

    @Test
    void theConfigurationOwnsNoFeaturesKeys() {
        assertThat(ProjectConfig.SECTION.keys())
                .as("keys of the project as a whole; what a stage runs is bound in its package")
                .containsExactly(
                        "version",
                        "project_name",
                        "dist",
                        "env",
                        "variables",
                        "includes",
                        "snapshot",
                        "git",
                        "monorepo",
                        "metadata",
                        "retry");
    }

    @Test
    void pathsMatchOneKindOfPattern() {
        hold(noClasses()
                .should()
                .callMethod(FileSystem.class, "getPathMatcher", String.class)
                .orShould()
                .callMethod(Files.class, "newDirectoryStream", Path.class, String.class)
                .because("patterns are those of the package glob"));
    }

    @Test
    void wholeFilesAreReadInOnePlace() {
        hold(noClasses()
                .that()
                .doNotBelongToAnyOf(WholeFile.class)
                .should()
                .callMethod(Files.class, "readAllBytes", Path.class)
                .orShould()
                .callMethod(Files.class, "readString", Path.class)
                .orShould()
                .callMethod(Files.class, "readString", Path.class, Charset.class)
                .orShould()
                .callMethod(Files.class, "readAllLines", Path.class)
                .because("a file has to fit into memory, and a pipe may have no end"));
    }

    @Test
    void durationsAreReadInOnePlace() {
        hold(noClasses()
                .should()
                .callMethod(Duration.class, "parse", CharSequence.class)
                .because("they are written as in Go, and GoDuration reads them"));
    }

    @Test
    void versionsAndDockerfilesAreReadInOnePlace() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages("..version..", "..dockerfile..")
                .and()
                .doNotHaveSimpleName("CheckedRelease")
                .should()
                .callConstructorWhere(target(owner(assignableTo(SemanticVersion.class))))
                .orShould()
                .callConstructorWhere(target(owner(assignableTo(Instruction.class))))
                .because("there is one grammar of each"));
    }

    /** A second reader of it would have to name it. */
    @Test
    void dockersConfigurationIsReadInOnePlace() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> naming = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> names(file, "config.json"))
                    .toList();
            assertThat(naming).extracting(Path::getFileName).hasToString("[DockerConfigFile.java]");
        }
    }

    private static boolean names(Path source, String word) {
        try {
            return Files.readString(source).contains('"' + word + '"');
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void onlyOnePackageStartsThreads() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("..concurrent..")
                .should()
                .callConstructorWhere(target(owner(assignableTo(Thread.class))))
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "ofPlatform")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Executors.class)
                .because("threads are started, bounded and waited for in one place"));
    }

    @Test
    void onlyOnePackageStartsProcesses() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("..process..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class));
    }

    @ParameterizedTest
    @CsvSource({
        "com.github.dockerjava.., ..docker..",
        "io.grpc.., ..docker.buildkit..",
        "org.apache.hc.., ..http..",
        "com.github.mustachejava.., ..template..|..htmlreport..",
        "org.snakeyaml.., ..config..",
    })
    void aLibraryIsKnownInOnePlace(String library, String place) {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages(place.split("\\|", -1))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    @Test
    void theClockAndTheEnvironmentAreReadOnce() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages("..facts..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .because("what a release does may not depend on when and where each part of it looks"));
    }

    @Test
    void textOfOthersMeetsOnlyLinearPatterns() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("..jrelease.text..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Pattern.class)
                .orShould()
                .callMethod(String.class, "matches", String.class)
                .orShould()
                .callMethod(String.class, "replaceAll", String.class, String.class)
                .orShould()
                .callMethod(String.class, "replaceFirst", String.class, String.class)
                .because("files, registries and engines may send what takes such an expression hours,"
                        + " or more stack than there is; LinearPattern and SearchPattern refuse to be so"));
    }

    @Test
    void textIsSplitAtOneCharacter() throws IOException {
        SearchPattern atMore = SearchPattern.of("[a-z]\\.split\\(\"(?!(?:[^\"\\\\]|\\\\[0nt]|\\\\\\\\\\.)\")");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).hasSizeGreaterThan(200);
            for (Path source : sources) {
                assertThat(atMore.isIn(Files.readString(source)))
                        .as("%s", source)
                        .isFalse();
            }
        }
    }

    @Test
    void onlyTheCommandLineWritesToTheTerminal() {
        hold(noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err"));
    }

    @Test
    void nothingIsWrittenFromAnUnorderedMap() {
        hold(noClasses()
                .that()
                .resideInAnyPackage("..jrelease.image..", "..json..", "..layout..")
                .and()
                .doNotHaveSimpleName("Platform")
                .should()
                .callMethod(Map.class, "copyOf", Map.class)
                .orShould()
                .callMethod(Set.class, "copyOf", java.util.Collection.class)
                .because("digests depend on the order of bytes"));
    }

    @Test
    void nullIsMarkedEverywhere() {
        Set<String> unmarked = CLASSES.stream()
                .map(JavaClass::getPackage)
                .filter(aPackage -> !aPackage.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toSet());
        assertThat(unmarked).isEmpty();
    }

    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(false).check(CLASSES);
    }

    /** A record of many components is several things. A section of the file has as many keys as it has. */
    @Test
    void recordsHaveTwelveComponentsAtMost() {
        Set<Class<?>> bound = bound();
        assertThat(bound).contains(ProjectConfig.class, DockerConfig.class, ExtraFileConfig.class);

        assertThat(CLASSES.stream().filter(JavaClass::isRecord).map(JavaClass::reflect))
                .filteredOn(type -> type.getRecordComponents().length > 12)
                .allMatch(bound::contains);
    }

    /** Every record that some part of the file is bound to. */
    private static Set<Class<?>> bound() {
        Environment environment = new Environment(Map.of(), Path.of("/home"), Path.of("/projects"));
        try (Releaser releaser = new Releaser(environment, new Redactor(), Instant.EPOCH)) {
            Set<Class<?>> bound = new LinkedHashSet<>();
            releaser.sections().forEach(section -> addBound(RecordShape.of(section.type()), bound));
            return bound;
        }
    }

    private static void addBound(RecordShape shape, Set<Class<?>> bound) {
        if (bound.add(shape.type())) {
            shape.components().forEach(component -> component.shape().keys().ifPresent(keys -> addBound(keys, bound)));
        }
    }
}
