# Both demo and verify do all the set-up on a Debian machine with a JDK 25, Maven, git and make; see scripts/with-engine.

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

demo: ## build jrelease and release examples/hello with it, for real: four platforms, one tag
	@scripts/with-engine --required scripts/demo

verify: ## run every check and test
	@JRELEASE_PACKAGES="docker-registry skopeo busybox-static chromium zsh fish" \
		scripts/with-engine scripts/verify

projects: ## build, release and run whole projects with their own build tools
	@JRELEASE_PACKAGES="docker-registry skopeo busybox-static gradle default-jdk-headless \
		$$(command -v go >/dev/null || echo golang-go)" JAVA_HOME=$$(scripts/jdk25) scripts/with-engine --required \
		$${MVN:-mvn} --batch-mode --no-transfer-progress -Pprojects \
		test-compile failsafe:integration-test@default failsafe:verify@default

chaos: ## publish at registries that fail as SEEDS=1000 seeds say, with processes that are killed
	@JAVA_HOME=$$(scripts/jdk25) $${MVN:-mvn} --batch-mode --no-transfer-progress -q -pl testkit,core test \
		-Dtest=ChaosTest,CopyChaosTest,TagChaosTest -Dsurefire.failIfNoSpecifiedTests=false -Dchaos.seeds=$${SEEDS:-1000}

bench: ## time jrelease beside other tools; SCENARIOS="start release platforms base many big"
	@JAVA_HOME=$$(scripts/jdk25) ROUNDS="$(ROUNDS)" SCENARIOS="$(SCENARIOS)" python3 scripts/bench

bench-pieces: ## time gzip, digests, YAML and templates with JMH
	@JAVA_HOME=$$(scripts/jdk25) $${MVN:-mvn} --batch-mode --no-transfer-progress -q -Pbench -pl bench -am package \
		-Dmaven.test.skip=true

pictures: ## draw the pictures of the terminal in docs/pictures anew
	@JAVA_HOME=$$(scripts/jdk25) $${MVN:-mvn} --batch-mode --no-transfer-progress -q package -Dmaven.test.skip=true
	@JAVA_HOME=$$(scripts/jdk25) JRELEASE_PACKAGES="docker-registry busybox-static python3-pyte python3-rich" \
		scripts/with-engine --required /usr/bin/python3 scripts/pictures

format: ## lay out the Java sources
	@JAVA_HOME=$$(scripts/jdk25) MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow \
		$${MVN:-mvn} --batch-mode --no-transfer-progress -q spotless:apply

updates: ## say which libraries and plugins have newer versions
	@$${MVN:-mvn} --batch-mode --no-transfer-progress -N versions:display-property-updates versions:display-plugin-updates

.PHONY: help demo verify projects chaos bench bench-pieces pictures format updates
