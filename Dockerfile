# The app as an image: built from the sources, runs `serve` by settings alone.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp -q -DskipTests -Dspotless.check.skip=true -Djacoco.skip=true package

FROM eclipse-temurin:17-jre
RUN useradd --system --create-home lienthong && mkdir -p /var/lib/lienthong && chown lienthong /var/lib/lienthong
COPY --from=build /src/app/target/lienthong.jar /opt/lienthong/lienthong.jar
COPY --from=build /src/app/target/lib /opt/lienthong/lib
COPY deploy/entrypoint.sh /opt/lienthong/entrypoint.sh
USER lienthong
VOLUME /var/lib/lienthong
EXPOSE 8080
ENTRYPOINT ["/opt/lienthong/entrypoint.sh"]
CMD ["serve"]
