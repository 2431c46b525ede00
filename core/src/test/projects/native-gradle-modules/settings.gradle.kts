rootProject.name = "tools"
include("cli", "library")
