rootProject.name = "mn-gradle"
