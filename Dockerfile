# The image that jrelease publishes of itself: the program with its runtime, on a base with git, which it reads tags with.
# No step runs a program, so that it is built for every platform without emulation.
ARG BASE=buildpack-deps:trixie-scm
FROM ${BASE}
# In a container, the repository is usually that of another user, which git refuses.
ENV PATH=/opt/jrelease/bin:$PATH \
    GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0=*
COPY jrelease /opt/jrelease
WORKDIR /src
ENTRYPOINT ["/opt/jrelease/bin/jrelease"]
