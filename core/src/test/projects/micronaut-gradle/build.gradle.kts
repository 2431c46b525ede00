plugins {
    id("com.gradleup.shadow") version "8.3.9"
    id("io.micronaut.application") version "4.5.5"
}

version = "0.1"

application {
    mainClass = "com.acme.Application"
}
java {
    sourceCompatibility = JavaVersion.toVersion("21")
}
