package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.pipeline.PlannedTasks;
import dev.jrelease.pipes.images.flags.BuildOptions;
import dev.jrelease.pipes.images.flags.BuildOptions.SecretSource;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildFlagsTest {
    @Test
    void readsWhatChangesTheImage() {
        BuildOptions options = options(
                "--pull",
                "--no-cache=true",
                "--network=none",
                "--cache-from=acme/cache:1",
                "--cache-from=type=registry,ref=acme/cache:2",
                "--add-host=db=10.0.0.1");

        assertThat(options.pull()).isTrue();
        assertThat(options.noCache()).isTrue();
        assertThat(options.network()).isEqualTo("none");
        assertThat(options.cacheFrom()).containsExactly("acme/cache:1", "acme/cache:2");
        assertThat(options.extraHosts()).containsExactly("db:10.0.0.1");
    }

    @Test
    void aSwitchCanBeTurnedOff() {
        assertThat(options("--pull=false", "--no-cache=false"))
                .extracting(BuildOptions::pull, BuildOptions::noCache)
                .containsExactly(false, false);
    }

    @Test
    void anArgumentWithoutAValueIsTakenFromTheEnvironment() {
        BuildRecipe recipe = recipe("--build-arg=REGISTRY", "--build-arg=NOT_SET", "--build-arg=EMPTY=");

        assertThat(recipe.buildArgs())
                .containsEntry("REGISTRY", "registry.example")
                .containsEntry("EMPTY", "");
        assertThat(recipe.buildArgs()).doesNotContainKey("NOT_SET");
    }

    @Test
    void aSecretIsAVariableOrAFileAndNeverAValue() {
        var secrets = options("--secret=id=one", "--secret=id=two,env=TOKEN", "--secret=id=three,src=key.pem")
                .secrets();

        assertThat(secrets.get("one"))
                .isInstanceOfSatisfying(
                        SecretSource.Variable.class,
                        variable -> assertThat(variable.name()).isEqualTo("one"));
        assertThat(secrets.get("two"))
                .isInstanceOfSatisfying(
                        SecretSource.Variable.class,
                        variable -> assertThat(variable.name()).isEqualTo("TOKEN"));
        assertThat(secrets.get("three"))
                .isInstanceOfSatisfying(
                        SecretSource.SecretFile.class,
                        file -> assertThat(file.path()).isEqualTo("key.pem"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--load",
                "--rm",
                "-q",
                "--quiet",
                "--progress=plain",
                "--push",
                "--push=false",
                "--debug",
                "--disable-content-trust",
                "--allow=network.host",
                "--file=Dockerfile",
                "-f=Dockerfile",
                "--squash=false",
                "--output=type=image,push=true",
                "--provenance=false",
                "--sbom=false",
                "--attest=type=provenance,disabled=true"
            })
    void passesOverWhatHasNothingToDo(String flag) {
        assertThat(planned(flag).said()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--squash            | flag --squash is not supported",
                "--file=other        | flag --file is not supported (use the key dockerfile)",
                "--tag=acme/x:1      | flag --tag is not supported (use image_templates",
                "--output=type=oci,dest=x | flag --output is not supported",
                "--output=type=image,name=other | flag --output is not supported",
                "--ssh=default       | flag --ssh is not supported",
                "--build-context=a=b | flag --build-context is not supported",
                "--platfrom=linux/arm64 | unknown flag --platfrom (did you mean --platform?)",
                "--buld-arg=A=b      | unknown flag --buld-arg (did you mean --build-arg?)",
                "--quite=true        | unknown flag --quite (did you mean --quiet?)",
                "--pul               | unknown flag --pul (did you mean --pull?)",
                "--no-cach           | unknown flag --no-cach (did you mean --no-cache?)",
                "--no-cachs=true     | unknown flag --no-cachs (did you mean --no-cache?)",
                "--platf=linux/amd64 | unknown flag --platf (did you mean --platform?)",
                "--targt             | unknown flag --targt (did you mean --target?)",
                "--tga=acme/x:1      | unknown flag --tga (use image_templates",
                "--whatever          | unknown flag --whatever (supported are --platform, --build-arg",
                "--call=check        | flag --call is not supported (a release builds the image",
                "--pull=always       | --pull needs true or false, not 'always' (use --pull)",
                "--no-cache=yes      | --no-cache needs true or false, not 'yes' (use --no-cache)",
                "-pull               | '-pull' has one dash, which is for flags of one letter (use --pull)",
                "-platfrom=linux/amd64 | '-platfrom=linux/amd64' has one dash, which is for flags of one letter (use --platform=linux/amd64)",
                "--platfrom linux/amd64 | for the name of a flag (use --platform=linux/amd64, or",
                "--provenance=max    | --provenance=max: jrelease does not make attestations",
                "--sbom=true         | --sbom=true: jrelease does not make attestations",
                "--attest=type=sbom  | --attest=type=sbom: jrelease does not make attestations",
                "--annotation=x      | --annotation needs NAME=value, not 'x'",
                "--annotation=index:x=y | the annotation x is for an index, and this entry has none",
                "--annotation=manifest-descriptor:x=y | the annotation x is for a descriptor, which is not supported",
                "--label==x          | --label needs NAME=value, not '=x'",
                "--secret=src=key    | --secret needs an id",
                "--target            | --target needs a value",
                "target=x            | 'target=x' is not a flag",
            },
            quoteCharacter = '`')
    void refusesWhatItCannotHonour(String flag, String problem) {
        assertThat(planned(flag).said()).singleElement().asString().contains(problem);
    }

    @Test
    void aFlagThatDockerDoesNotHaveTakesItsValueWithIt() {
        assertThat(planned("--platfrom", "linux/amd64", "--pull").said())
                .singleElement()
                .asString()
                .endsWith("unknown flag --platfrom (did you mean --platform?)");
        assertThat(planned("--pul", "--no-cache").said())
                .singleElement()
                .asString()
                .endsWith("unknown flag --pul (did you mean --pull?)");
        assertThat(planned("--no-cache", "--pul", "--build-arg", "A=b").said())
                .singleElement()
                .asString()
                .endsWith("unknown flag --pul (did you mean --pull?)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--builder=cloud",
                "--cache-to=type=gha,mode=max",
                "--cache-from=type=gha",
                "--iidfile=id.txt",
                "--metadata-file=meta.json",
                "--memory=1g",
                "-m=1g",
                "--ulimit=nofile=9",
                "--shm-size=1g"
            })
    void saysThatItDoesNotFollowWhatOnlySaysHow(String flag) {
        Planned planned = planned(flag);

        assertThat(planned.said()).singleElement().asString().contains(": warning: -", " is not followed: ");
        assertThat(planned.json().path("images")).hasSize(1);
    }

    @Test
    void buildsEverythingAnewWhereAStageIsToBe() {
        assertThat(options("--no-cache-filter=build").noCache()).isTrue();
    }

    private static BuildOptions options(String... flags) {
        return recipe(flags).options();
    }

    private static BuildRecipe recipe(String... flags) {
        Planned planned = planned(flags);
        assertThat(planned.said()).isEmpty();
        return PlannedTasks.of(planned.plan(), ImageTask.class).getFirst().recipe();
    }

    private static Planned planned(String... flags) {
        String list = Arrays.stream(flags).map(flag -> "\"" + flag + "\"").collect(Collectors.joining(", "));
        return Planned.of("""
                dockers:
                  - image_templates: ["acme/hello:{{ version }}"]
                    build_flag_templates: [%s]
                """.formatted(list));
    }
}
