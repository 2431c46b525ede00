package dev.jrelease.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.Platform;
import dev.jrelease.verify.SiblingCheck.Sibling;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiblingCheckTest {

    @Test
    void namesWhoDiffersAndHow() {
        assertThat(SiblingCheck.compare(List.of(
                        sibling("linux/amd64", "'Entrypoint':['/a'],'User':'app'"),
                        sibling("linux/arm64", "'Entrypoint':['/a'],'User':'app','Volumes':{'/data':{}}"),
                        sibling("linux/arm/v7", "'Entrypoint':['/b','-x'],'ExposedPorts':{'80/tcp':{}},'Cmd':['c']"))))
                .extracting(ImageProblem::message)
                .containsExactly(
                        "the images differ in their entrypoint: [/a] for linux/amd64, linux/arm64;"
                                + " [/b, -x] for linux/arm/v7",
                        "the images differ in their cmd: none for linux/amd64, linux/arm64; [c] for linux/arm/v7",
                        "the images differ in their user: app for linux/amd64, linux/arm64; none for linux/arm/v7",
                        "the images differ in their exposed ports: none for linux/amd64, linux/arm64;"
                                + " [80/tcp] for linux/arm/v7",
                        "the images differ in their volumes: none for linux/amd64, linux/arm/v7;"
                                + " [/data] for linux/arm64");
    }

    @Test
    void saysNothingOfTwins() {
        assertThat(SiblingCheck.compare(List.of(
                        sibling("linux/amd64", "'Entrypoint':['/a'],'Env':['A=1']"),
                        sibling("linux/arm64", "'Entrypoint':['/a'],'Env':['A=2']"))))
                .isEmpty();
    }

    private static Sibling sibling(String platform, String config) {
        String json = "{\"config\":{" + config.replace('\'', '"') + "}}";
        return new Sibling(
                Platform.parse(platform).orElseThrow(), ImageConfig.read(json.getBytes(StandardCharsets.UTF_8)));
    }
}
