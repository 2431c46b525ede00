plugins {
    application
    alias(libs.plugins.graalvm.native)
}

application {
    mainClass = "com.acme.Cli"
}

graalvmNative {
    binaries {
        named("main") {
            imageName.set("acme")
        }
    }
}
