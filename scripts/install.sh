#!/bin/sh
# Installs jrelease: downloads an archive of a release, compares its checksum, and unpacks it.
#   sh install.sh [VERSION]
# JRELEASE_HOME      where it is unpacked to, in a folder of its version (default: ~/.local/share/jrelease)
# JRELEASE_BIN       where a link to the program is put (default: ~/.local/bin); empty: no link
# JRELEASE_DOWNLOAD  where releases are (default: the releases of the project on GitHub)
set -eu

fail() {
  echo "could not install jrelease: $*" >&2
  exit 1
}

releases=${JRELEASE_DOWNLOAD:-https://github.com/jrelease/jrelease/releases}
home=${JRELEASE_HOME:-$HOME/.local/share/jrelease}
bin=${JRELEASE_BIN-$HOME/.local/bin}

[ "$(uname -s)" = Linux ] || fail "there are archives for Linux only; elsewhere build it with mvn package"
case $(uname -m) in
  x86_64 | amd64) arch=amd64 ;;
  aarch64 | arm64) arch=arm64 ;;
  *) fail "there is no archive for the processor $(uname -m)" ;;
esac
command -v curl >/dev/null || fail "it needs curl"
command -v sha256sum >/dev/null || fail "it needs sha256sum"

fetch() {
  curl --fail --silent --show-error --location --retry 3 --max-time 300 --output "$2" "$1" || fail "$1 cannot be read"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

version=${1:-latest}
version=${version#v}
if [ "$version" = latest ]; then
  fetch "$releases/latest/download/checksums.txt" "$work/checksums.txt"
  version=$(sed -n "s/.*  jrelease-\(.*\)-linux-$arch\.tar\.gz\$/\1/p" "$work/checksums.txt")
fi
case $version in
  '' | [!0-9]* | *[!0-9A-Za-z.+-]*) fail "'$version' is not a version" ;;
esac

name=jrelease-$version-linux-$arch
if [ ! -x "$home/$version/bin/jrelease" ]; then
  fetch "$releases/download/v$version/checksums.txt" "$work/checksums.txt"
  fetch "$releases/download/v$version/$name.tar.gz" "$work/$name.tar.gz"
  expected=$(sed -n "s/^\([0-9a-f]\{64\}\)  $name\.tar\.gz\$/\1/p" "$work/checksums.txt")
  actual=$(sha256sum "$work/$name.tar.gz" | cut -d ' ' -f 1)
  [ -n "$expected" ] || fail "checksums.txt does not name $name.tar.gz"
  [ "$actual" = "$expected" ] || fail "the checksum of $name.tar.gz is $actual, and should be $expected"
  tar -C "$work" -xzf "$work/$name.tar.gz"
  mkdir -p "$home"
  rm -rf "$home/$version.new"
  mv "$work/$name" "$home/$version.new"
  rm -rf "${home:?}/$version"
  mv "$home/$version.new" "$home/$version"
fi
if [ -n "$bin" ]; then
  mkdir -p "$bin"
  ln -sfn "$home/$version/bin/jrelease" "$bin/jrelease"
fi
echo "$home/$version/bin"
