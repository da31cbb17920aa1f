# Sourced by the scripts beside it: the repository's root as working directory, and the tools' settings.
# shellcheck shell=bash
CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# Built programs look for the runtime in DOTNET_ROOT, not on PATH, where an ordinary user's SDK may be.
if [[ -z ${DOTNET_ROOT:-} ]] && command -v dotnet >/dev/null; then
    DOTNET_ROOT=$(dirname -- "$(readlink -f -- "$(command -v dotnet)")")
    export DOTNET_ROOT
fi
