# The image that jrelease publishes of itself: the trimmed runtime it was built with, and git, which it reads tags with.
FROM debian:trixie-slim
RUN apt-get update && apt-get install -y --no-install-recommends git ca-certificates && rm -rf /var/lib/apt/lists/*
COPY jrelease /opt/jrelease
ENV PATH=/opt/jrelease/bin:$PATH
WORKDIR /src
ENTRYPOINT ["/opt/jrelease/bin/jrelease"]
