#!/bin/sh
# Installs Debian packages into a layer, without what differs from build to build and without
# programs that change the user.
set -eu
export DEBIAN_FRONTEND=noninteractive
# Java's package links its manuals there, and Debian's slim images have no such folder.
mkdir -p /usr/share/man/man1
apt-get update -qq
apt-get install -y -qq --no-install-recommends "$@"
find / -xdev -perm /6000 -type f -exec chmod ug-s {} +
rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/cache/debconf/*-old /var/cache/ldconfig/aux-cache \
  /var/lib/dpkg/*-old /var/log/* /tmp/* /usr/share/man/*
