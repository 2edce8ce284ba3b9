# The web node: built with the SDK, run without it, not as root, from a file system that can be read-only.
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /source
COPY .editorconfig global.json Directory.Build.props Directory.Packages.props ./
COPY src/Directory.Build.props src/BannedSymbols.txt src/
COPY src/Domain/Domain.csproj src/Domain/packages.lock.json src/Domain/
COPY src/EventLog/EventLog.csproj src/EventLog/packages.lock.json src/EventLog/
COPY src/Projections/Projections.csproj src/Projections/packages.lock.json src/Projections/
COPY src/Web/Web.csproj src/Web/packages.lock.json src/Web/
RUN dotnet restore src/Web --locked-mode
COPY src src
RUN dotnet publish src/Web -c Release --no-restore -o /application && mkdir /data

# With ICU and the time zones, which Tajik and Russian sorting and courts' clocks need.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_EnableDiagnostics=0 TRIALS_CONSOLE=json
# A server's collector; it stays below the container's limit.
ENV DOTNET_gcServer=1
# Where SQLite sorts what is too large for memory: beside the data, for nothing else can be written or has the room.
ENV SQLITE_TMPDIR=/data
WORKDIR /application
COPY --from=build /application .
COPY --from=build --chown=1654:1654 --chmod=700 /data /data
USER 1654:1654
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["dotnet", "Trials.Web.dll"]
CMD ["serve", "--data", "/data", "--urls", "http://0.0.0.0:8080"]
