# Builds Downhill and puts it on a small Java runtime of its own.
#   docker build -t downhill . && docker run --rm -p 7070:7070 -v downhill:/data downhill

FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven binutils && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY pom.xml .
COPY src/main src/main
COPY web web
# Lessons, where there are some.
COPY conten[t] content
RUN mvn -B -ntp -q package -DskipTests

# A runtime with only the modules that the app uses.
RUN jlink --output /opt/java --strip-debug --no-header-files --no-man-pages --compress zip-6 \
    --add-modules java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.rmi,java.security.jgss,java.sql,jdk.incubator.vector,jdk.jfr,jdk.management,jdk.unsupported,jdk.zipfs,jdk.crypto.ec
RUN mkdir /app && cp target/downhill.jar /app/ && cp -r target/lib /app/lib

# A class cache for quick starts, made by the very runtime, at the very path, that it is used with.
RUN /opt/java/bin/java --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
    -XX:AOTCacheOutput=/app/downhill.aot -jar /app/downhill.jar --train

FROM debian:12-slim
RUN useradd --system --uid 10001 --home-dir /app downhill && install -d -o downhill /data
COPY --from=build /opt/java /opt/java
COPY --from=build /app /app
USER 10001
WORKDIR /app
ENV HOST=0.0.0.0 PORT=7070 DOWNHILL_DATA=/data
VOLUME /data
EXPOSE 7070
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
    CMD ["/opt/java/bin/java", "-XX:TieredStopAtLevel=1", "-cp", "/app/downhill.jar", "downhill.HealthCheck"]
ENTRYPOINT ["/opt/java/bin/java", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", \
    "-XX:AOTCache=/app/downhill.aot", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/downhill.jar"]
