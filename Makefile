# make demo: build jrelease and release examples/hello with it. make verify: every check and test.
MVN ?= mvn --batch-mode --no-transfer-progress
JDK25 ?= $(firstword $(wildcard /usr/lib/jvm/*25*))

.PHONY: format
format: ## lay out the Java sources; the formatter needs Maven itself on JDK 25
	JAVA_HOME=$(JDK25) $(MVN) -q spotless:apply
