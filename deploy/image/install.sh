#!/bin/sh
# Installs Debian packages into a layer, without what differs from build to build and without
# programs that change the user.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "$@"
find / -xdev -perm /6000 -type f -exec chmod ug-s {} +
rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/cache/debconf/*-old /var/cache/ldconfig/aux-cache \
  /var/lib/dpkg/*-old /var/log/* /tmp/*
